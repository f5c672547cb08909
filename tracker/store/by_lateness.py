"""How late listed tasks are, and a list in that order, which no index has.

Of the open tasks those with the earliest deadline are the latest: an index of each state gives them without a look at
the others. What was submitted or paused is computed, task by task.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from tracker.domain.deadlines import PUNCTUAL, Lateness, judged_on, lateness
from tracker.store import engine
from tracker.store.calendar import working_calendar
from tracker.store.list_query import json_of, order_by

if TYPE_CHECKING:
    from tracker.domain.calendar import WorkingCalendar
    from tracker.store import Store
    from tracker.store.list_query import Query

_OPEN = ("assigned", "declined", "doing", "redo")
_JUDGED = "CASE WHEN t.state IN ('submitted', 'done') THEN coalesce(t.submitted_on, :on) ELSE :on END"
_LATE = f"(t.due_on < {_JUDGED} AND t.state NOT IN ('draft', 'proposed', 'recalled'))"
_PAUSED = f"t.id IN {engine.listed(':paused')}"


def ids(query: Query, on: date, down: bool, limit: int | None, offset: int) -> list[int]:
    """The latest first, then those past no deadline by their number; `down` the other way round."""
    end = None if limit is None else offset + limit
    late = LatenessOf(query.store, on)
    parts = (_others, partial(_late, late, down=True)) if down else (partial(_late, late, down=False), _others)
    found: list[int] = []
    for part in parts:
        if end is None or len(found) < end:
            found += part(query, None if end is None else end - len(found))
    return found[offset:end]


def at_least(query: Query, on: date, days: int) -> frozenset[int]:
    """Those that are late by so many working days or more."""
    late = LatenessOf(query.store, on)
    spans: dict[tuple[str, str], int] = {}
    found = []
    sql = f"SELECT t.id, t.state, t.due_on, t.submitted_on, {_JUDGED} FROM {query.source}"
    for task, state, due_on, submitted_on, judged in query.rows(f"{sql} WHERE {query.conditions} AND {_LATE}"):
        if task in late.pauses:
            working = late(task, state, due_on, submitted_on).working_days
        else:
            span = (due_on, judged)
            if span not in spans:
                spans[span] = late.calendar.between(date.fromisoformat(due_on), date.fromisoformat(judged))
            working = spans[span]
        if working >= days:
            found.append(task)
    return frozenset(found)


def _others(query: Query, limit: int | None) -> list[int]:
    return query.ids(order_by("number", by_index=not query.narrow), limit, 0, f"{_LATE} IS NOT TRUE")


def _late(late: LatenessOf, query: Query, limit: int | None, *, down: bool) -> list[int]:
    query.parameters["paused"] = json_of(list(late.pauses))
    found = [*_open(query, down, limit), *_submitted(query), *_paused(query, late)]
    found.sort(key=lambda each: (each[0], -each[1]), reverse=not down)
    return [task for _, task in found[:limit]]


def _open(query: Query, down: bool, limit: int | None) -> list[tuple[int, int]]:
    """(days late, id) of the first of each open state, those that were never paused."""
    order = "t.due_on DESC, t.id DESC" if down else "t.due_on, t.id"
    ordinal = _Ordinals()
    today = ordinal[query.parameters["on"]]
    found = []
    for state in query.among(_OPEN):
        where = f"{query.conditions} AND t.state = '{state}' AND t.due_on < :on AND NOT {_PAUSED}"
        sql = f"SELECT t.id, t.due_on FROM {query.source} WHERE {where} ORDER BY {order} LIMIT :limit"
        rows = query.rows(sql, limit=-1 if limit is None else limit)
        found += [(today - ordinal[due_on], task) for task, due_on in rows]
    return found


def _submitted(query: Query) -> list[tuple[int, int]]:
    """The same of all that were submitted late, done or not."""
    states = query.among(("submitted", "done"))
    if not states:
        return []
    listed = ", ".join(f"'{state}'" for state in states)
    where = f"{query.conditions} AND t.state IN ({listed}) AND {_LATE} AND NOT {_PAUSED}"
    ordinal = _Ordinals()
    rows = query.rows(f"SELECT t.id, t.due_on, {_JUDGED} FROM {query.source} WHERE {where}")
    return [(ordinal[judged] - ordinal[due_on], task) for task, due_on, judged in rows]


def _paused(query: Query, late: LatenessOf) -> list[tuple[int, int]]:
    """The same of all that were ever paused and are past their deadline."""
    where = f"{query.conditions} AND {_LATE} AND {_PAUSED}"
    rows = query.rows(f"SELECT t.id, t.state, t.due_on, t.submitted_on FROM {query.source} WHERE {where}")
    return [(late(task, *facts).days, task) for task, *facts in rows]


class LatenessOf:
    """Lateness of tasks on a day; calendar and pauses are read when the first late task asks for them."""

    def __init__(self, store: Store, on: date) -> None:
        self.store, self.on, self.day = store, on, on.isoformat()

    def __call__(self, task: int, state: str, due_on: str | None, submitted_on: str | None) -> Lateness:
        if due_on is None or due_on >= judged_on(state, submitted_on, self.day):
            return PUNCTUAL
        pauses = [(date.fromisoformat(begun), _date(resumed)) for begun, resumed in self.pauses.get(task, ())]
        return lateness(self.calendar, state, date.fromisoformat(due_on), _date(submitted_on), self.on, pauses)

    @cached_property
    def calendar(self) -> WorkingCalendar:
        """The working calendar of the office."""
        return working_calendar(self.store)

    @cached_property
    def pauses(self) -> dict[int, list[tuple[str, str | None]]]:
        """The pauses of all tasks begun by the day, as (day of pausing, day of resuming)."""
        found: dict[int, list[tuple[str, str | None]]] = {}
        sql = "SELECT task, paused_on, resumed_on FROM pause WHERE undone = 0 AND paused_on <= ?"
        for task, paused_on, resumed_on in self.store.rows(sql, (self.day,)):
            found.setdefault(task, []).append((paused_on, resumed_on))
        return found


def _date(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None


class _Ordinals(dict[Any, int]):
    """Numbers of days, each made once of its text."""

    def __missing__(self, day: str) -> int:
        self[day] = found = date.fromisoformat(day).toordinal()
        return found
