"""Units as stored: lookups and the tree."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tracker.domain.errors import Refused
from tracker.store.tables import Scalar, table

if TYPE_CHECKING:
    from tracker.domain.units import Unit, UnitId
    from tracker.store import Store


def by_code(store: Store, code: str) -> Unit:
    """The unit with that code, case ignored. Raises Refused "unit.unknown"."""
    found = _where(store, "code = ? COLLATE NOCASE", (code,)) or [
        unit for unit in every(store) if unit.code.casefold() == code.casefold()
    ]
    if not found:
        raise Refused("unit.unknown", field="unit", code=code)
    return found[0]


def get(store: Store, unit: UnitId) -> Unit:
    """The unit with that id. Raises Refused "unit.unknown"."""
    found = _where(store, "id = ?", (unit,))
    if not found:
        raise Refused("unit.unknown", field="unit", code=str(unit))
    return found[0]


def every(store: Store) -> list[Unit]:
    """All units in order of their id."""
    return _where(store, "TRUE")


def office(store: Store) -> Unit | None:
    """The unit the office began with (`init`): its head is the head of the office."""
    found = _where(store, "id = (SELECT min(id) FROM unit WHERE undone = 0)")
    return found[0] if found else None


def children(store: Store, unit: UnitId, day: date) -> tuple[UnitId, ...]:
    """The units right below it that exist on that day, in the order of the tree."""
    return tuple(each.id for each in every(store) if each.parent == unit and each.valid_on(day))


def subtree(store: Store, unit: UnitId, day: date) -> frozenset[UnitId]:
    """The unit and all units below it that exist on that day."""
    children: dict[UnitId | None, list[UnitId]] = {}
    for each in every(store):
        if each.valid_on(day):
            children.setdefault(each.parent, []).append(each.id)
    found, waiting = {unit}, [unit]
    while waiting:
        below = [child for child in children.get(waiting.pop(), []) if child not in found]
        found.update(below)
        waiting.extend(below)
    return frozenset(found)


def _where(store: Store, where: str, parameters: tuple[Scalar, ...] = ()) -> list[Unit]:
    of = table("unit")
    return [
        of.of(row) for row in store.rows(f"{of.select_record} WHERE undone = 0 AND {where} ORDER BY id", parameters)
    ]
