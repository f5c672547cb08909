"""The journal as a list of actions, newest first, page by page: filtered by SQL, and never read as a whole.

A page goes on below the last action of the one before (keyset), so that the last page costs what the first does.
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from tracker.store import engine, journal

if TYPE_CHECKING:
    from tracker.store.journal import Entry
    from tracker.store.store import Store
    from tracker.store.tables import Scalar

FIRST_ENTRIES = 40
"""Entries of an action that tell what it was about; an import has thousands."""
AT_ONCE = 5_000
"""Actions looked through in one read: a longer one would keep a commit waiting (design.md §3)."""
_PART = "action < ? AND action >= ?"
_NAMED = "('task', 'official', 'unit')"


class Wanted(NamedTuple):
    """What is looked for; what is not said does not matter."""

    official: int | None = None
    """Who did it, or for whom it was recorded."""
    verb: str | None = None
    task: int | None = None
    """The task that it changed, itself or one of its events."""
    recorded_from: date | None = None
    """The day at this place on which it was recorded, from … to."""
    recorded_to: date | None = None
    declared_from: date | None = None
    declared_to: date | None = None
    search: str = ""
    """Folded words in reason, basis or changed values."""


class Action(NamedTuple):
    """One action: its first entries, and what is to be counted over all of them."""

    number: int
    entries: list[Entry]
    """The first ones, in order."""
    size: int
    """How many entries it has."""
    records: int
    """Tasks, officials and units that it changed."""
    first_day: str
    last_day: str
    """Declared days, from … to."""
    last: int
    """Number of its last entry."""
    undone_by: int | None
    """The action that undid it; None where it stands."""


def page(store: Store, wanted: Wanted, below: int | None, limit: int) -> list[Action]:
    """The next actions below a number (None: from the newest on), newest first."""
    where, parameters = _where(store, wanted)
    sql = f"SELECT DISTINCT action FROM journal WHERE {' AND '.join((_PART, *where))} ORDER BY action DESC LIMIT ?"
    top = below if below is not None else _next(store)
    numbers: list[int] = []
    while top > 0 and len(numbers) < limit:
        rows = store.rows(sql, (top, top - AT_ONCE, *parameters, limit - len(numbers)))
        numbers += [number for (number,) in rows]
        top -= AT_ONCE
    return _actions(store, numbers)


def action(store: Store, number: int) -> Action | None:
    """One action; None where there is none of that number."""
    found = _actions(store, [number])
    return found[0] if found else None


def entries(store: Store, number: int, after: int, limit: int) -> list[Entry]:
    """Entries of an action behind one of them, in order."""
    return journal.entries(store, "action = ? AND seq > ?", (number, after), limit)


def _next(store: Store) -> int:
    """The number that the next action will have."""
    found: int = store.rows("SELECT coalesce(max(action), 0) + 1 FROM journal")[0][0]
    return found


def _actions(store: Store, numbers: list[int]) -> list[Action]:
    counted = {row[0]: row[1:] for row in store.rows(_COUNTED, (json.dumps(numbers),))}
    undone = dict(store.rows(_UNDONE, (json.dumps(numbers),)))
    found = []
    for number in numbers:
        if number in counted:
            first = journal.entries(store, "action = ?", (number,), FIRST_ENTRIES)
            size, records, first_day, last_day, last = counted[number]
            found.append(Action(number, first, size, records, first_day, last_day, last, undone.get(number)))
    return found


_COUNTED = (
    "SELECT action, count(*),"
    f" count(DISTINCT CASE WHEN kind IN {_NAMED} THEN kind || ' ' || record END),"
    " min(declared_on), max(declared_on), max(seq)"
    f" FROM journal WHERE action IN {engine.listed('?')} GROUP BY action"
)
_UNDONE = f"SELECT id, undone_by FROM undone_action WHERE undone = 0 AND id IN {engine.listed('?')}"


def _where(store: Store, wanted: Wanted) -> tuple[list[str], list[Scalar]]:
    """Conditions on an entry, each with its parameters. Dates are compared as the text they are."""
    found: list[tuple[str, tuple[Scalar, ...]]] = []
    if wanted.official is not None:
        found.append(("(actor = ? OR behalf = ?)", (wanted.official, wanted.official)))
    if wanted.verb is not None:
        found.append(("verb = ?", (wanted.verb,)))
    if wanted.task is not None:
        found.append((f"action IN {engine.listed('?')}", (json.dumps(_of_task(store, wanted.task)),)))
    if wanted.recorded_from is not None:
        found.append(("at >= ?", (_utc(wanted.recorded_from),)))
    if wanted.recorded_to is not None:
        found.append(("at < ?", (_utc(wanted.recorded_to, 1),)))
    if wanted.declared_from is not None:
        found.append(("declared_on >= ?", (wanted.declared_from.isoformat(),)))
    if wanted.declared_to is not None:
        found.append(("declared_on <= ?", (wanted.declared_to.isoformat(),)))
    if wanted.search:
        engine.folding(store.connection)
        told = "coalesce(reason, '') || ' ' || coalesce(basis, '') || ' ' || changes"
        found.append((engine.contains(f"folded({told})", "?"), (wanted.search,)))
    return [sql for sql, _ in found], [value for _, values in found for value in values]


def _of_task(store: Store, task: int) -> list[int]:
    """The actions that changed a task or one of its events."""
    from tracker.store import many

    return sorted({entry.action for entry in many.history(store, task)})


def _utc(day: date, days: int = 0) -> str:
    """The moment at which a day begins at this place (that many days later), as the journal writes times."""
    from datetime import UTC, datetime, time, timedelta

    known = min(max(day, date(1971, 1, 1)), date(2999, 12, 31))  # Windows knows its time zone for no other years
    begins = datetime.combine(known, time.min).astimezone()
    return (begins + timedelta(days=days)).astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
