"""The office as rights see it: the tree, and posts and rights of the officials whom an action concerns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from tracker.domain.standing import Office, Place
from tracker.domain.units import UnitId, UnitKind
from tracker.store.tables import table

if TYPE_CHECKING:
    from tracker.domain.officials import Appointment, Grant, OfficialId
    from tracker.store import Store


def view(store: Store, *people: OfficialId | None) -> Office:
    """The office with what is known of these officials (None among them is passed over)."""
    rows = store.rows("SELECT id, parent, kind FROM unit WHERE undone = 0 ORDER BY id")
    units = {UnitId(unit): Place(parent, UnitKind(kind)) for unit, parent, kind in rows}
    concerned = {official for official in people if official is not None}
    posts: dict[OfficialId, list[Appointment]] = _of(store, "appointment", "TRUE", concerned)
    grants: dict[OfficialId, list[Grant]] = _of(store, "right_granted", "revoked = 0", concerned)
    return Office(next(iter(units), None), units, posts, grants)


def _of(store: Store, kind: str, where: str, people: Iterable[OfficialId]) -> dict[OfficialId, list[Any]]:
    of = table(kind)
    found: dict[OfficialId, list[Any]] = {official: [] for official in people}
    marks = ", ".join("?" * len(found))
    sql = f"{of.select_record} WHERE undone = 0 AND {where} AND official IN ({marks}) ORDER BY id"
    for row in store.rows(sql, tuple(found)):
        record = of.of(row)
        found[record.official].append(record)
    return found
