"""The journal as a list of actions, newest first, page by page: filtered by SQL, and never read as a whole.

A page goes on below the last entry of the one before (keyset), so that the last page costs what the first does.
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from tracker.store import engine, journal

if TYPE_CHECKING:
    from tracker.store import Store
    from tracker.store.journal import Entry
    from tracker.store.tables import Scalar

FIRST_ENTRIES = 40
"""Entries of an action that tell what it was about; an import has thousands."""
MANY = 2_000
"""Entries of an action from which on it is not counted what they are about."""
AT_ONCE = 20_000
"""Entries looked through in one read: a longer one would keep a commit waiting (design.md §3)."""
AT_MOST = 100_000
"""Entries looked through for one page: what was found so far is shown before the search goes on."""
_PART = "seq < ? AND seq >= ?"
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
    within: tuple[date, date] | None = None
    """First and last of the days on which it was declared or recorded."""
    search: str = ""
    """Words in reason, basis or changed values, accents ignored."""


class Action(NamedTuple):
    """One action: its first entries, and what is to be told of all of them."""

    number: int
    entries: list[Entry]
    """The first ones, in order."""
    size: int
    """How many entries it has."""
    records: int | None
    """Tasks, officials and units that it changed; None for very many, which are not counted."""
    days: tuple[str, str] | None
    """Declared days, from … to; None for very many entries, which are not looked through."""
    last: int
    """Number of its last entry."""
    undone_by: int | None
    """The action that undid it; None where it stands."""


class Page(NamedTuple):
    """A page of actions, and where the next one goes on."""

    actions: list[Action]
    below: int | None
    """The next page is of entries below this one; None: the whole journal was looked through."""


def page(store: Store, wanted: Wanted, below: int | None, limit: int) -> Page:
    """The next actions of entries below one (None: from the newest on), newest first.

    Looks through at most `AT_MOST` entries: a page may have fewer actions, even none, and yet not be the last one.
    """
    where, parameters = _where(store, wanted)
    top = below if below is not None else journal.head(store)[0] + 1
    if not where:
        return _newest(store, top, limit)
    sql = f"SELECT DISTINCT action FROM journal WHERE {' AND '.join((_PART, *where))} ORDER BY seq DESC LIMIT ?"
    end = max(top - AT_MOST, 1)
    numbers: dict[int, None] = {}
    while top > end and len(numbers) < limit:
        low = max(top - AT_ONCE, end)
        numbers |= dict.fromkeys(n for (n,) in store.rows(sql, (top, low, *parameters, limit - len(numbers))))
        top = low
    return _page(_actions(store, list(numbers)), limit, top)


def _newest(store: Store, top: int, limit: int) -> Page:
    """Without a filter the index alone tells the actions."""
    sql = "SELECT DISTINCT action FROM journal WHERE action <= ? ORDER BY action DESC LIMIT ?"
    newest = store.rows("SELECT action FROM journal WHERE seq = ?", (top - 1,))
    numbers = [number for (number,) in store.rows(sql, (newest[0][0], limit))] if newest else []
    return _page(_actions(store, numbers), limit, 1)


def _page(actions: list[Action], limit: int, top: int) -> Page:
    if len(actions) >= limit:
        top = actions[-1].entries[0].seq
    return Page(actions, top if top > 1 else None)


def action(store: Store, number: int) -> Action | None:
    """One action; None where there is none of that number."""
    found = _actions(store, [number])
    return found[0] if found else None


def entries(store: Store, number: int, after: int, limit: int) -> list[Entry]:
    """Entries of an action behind one of them, in order."""
    return journal.entries(store, "action = ? AND seq > ?", (number, after), limit)


def _actions(store: Store, numbers: list[int]) -> list[Action]:
    sizes = dict(store.rows(_SIZES, (json.dumps(numbers),)))
    counted = {row[0]: row[1:] for row in store.rows(_COUNTED, (json.dumps([n for n in sizes if sizes[n] <= MANY]),))}
    undone = dict(store.rows(_UNDONE, (json.dumps(numbers),)))
    found = []
    for number in (number for number in numbers if number in sizes):
        first = journal.entries(store, "action = ?", (number,), FIRST_ENTRIES)
        records, *days = counted.get(number, (None, "", ""))
        last = first[0].seq + sizes[number] - 1  # an action is written in one piece
        told = (days[0], days[1]) if number in counted else None
        found.append(Action(number, first, sizes[number], records, told, last, undone.get(number)))
    return found


_SIZES = f"SELECT action, count(*) FROM journal WHERE action IN {engine.listed('?')} GROUP BY action"
_COUNTED = (
    f"SELECT action, count(DISTINCT CASE WHEN kind IN {_NAMED} THEN kind || ' ' || record END),"
    f" min(declared_on), max(declared_on) FROM journal WHERE action IN {engine.listed('?')} GROUP BY action"
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
    if wanted.within is not None:
        first, last = wanted.within
        either = "(declared_on BETWEEN ? AND ? OR (at >= ? AND at < ?))"
        found.append((either, (first.isoformat(), last.isoformat(), _utc(first), _utc(last, 1))))
    if wanted.search:
        holds = engine.finding(store.connection, wanted.search)
        found.append((f"{holds}(coalesce(reason, '') || ' ' || coalesce(basis, '') || ' ' || changes)", ()))
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
