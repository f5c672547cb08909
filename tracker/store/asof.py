"""The office as it was recorded at any moment, read from the journal: proof of what was known when.

(Figures of a past day follow the declared days of events instead, and are read in tracker.figures.)
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from tracker.store import moves
from tracker.store.tables import Scalar, table

if TYPE_CHECKING:
    from tracker.store import Store


def records(store: Store, kind: str, moment: datetime) -> list[Any]:
    """All records of a kind as they had been recorded by that moment (with a time zone), in order of id."""
    return [_record(kind, state) for _, state in sorted(_states(store, kind, moment).items())]


def record(store: Store, kind: str, number: Scalar, moment: datetime) -> Any | None:
    """One record as it had been recorded by that moment; None where it was not there yet."""
    state = _states(store, kind, moment, str(number)).get(str(number))
    return _record(kind, state) if state else None


def _states(store: Store, kind: str, moment: datetime, number: str | None = None) -> dict[str, dict[str, Scalar]]:
    at = moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    where, parameters = ("AND record = ?", (number,)) if number is not None else ("", ())
    sql = (
        f"SELECT record, changes FROM journal WHERE kind = ? {where}"
        " AND seq <= (SELECT max(seq) FROM journal WHERE at <= ?) ORDER BY seq"
    )
    found: dict[str, dict[str, Scalar]] = {}
    for name, changes in store.rows(sql, (kind, *parameters, at)):
        moves.apply(found.setdefault(name, {}), json.loads(changes))
    return found


def _record(kind: str, state: dict[str, Scalar]) -> Any:
    of = table(kind)
    return of.of(tuple(state.get(name) for name in of.columns))
