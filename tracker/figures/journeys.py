"""The way of each task through a period: where it was at its beginning, whom it came to, what became of it.

Every figure of the period is counted from these (tracker.figures.counts), so that each names its rows. Seen on E, the
earlier of the period's last day and today, by the declared days of events (design.md §2, "Figures, exactly"). Days are
ISO text: nothing is computed with them but what comes first.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.domain.deadlines import DeadlineClass, classify
from tracker.figures.belonging import Belonging
from tracker.store import standing
from tracker.store.standing import Alive, Move

if TYPE_CHECKING:
    from tracker.domain.periods import Period
    from tracker.store import Store

CARRIED_OVER, ASSIGNED, RECALLED = "carried_over", "assigned", "recalled"


class Place(NamedTuple):
    """Where a task is: with which official, in which unit that official belongs to (None without any appointment)."""

    owner: int
    unit: int | None


class Crossing(NamedTuple):
    """A task goes from one place to another, by hand-over or because its owner changed unit."""

    day: str
    source: Place
    target: Place
    overdue: bool
    """Whether it was past its deadline that day."""


class Journey(NamedTuple):
    """The way of one task through the period."""

    task: int
    field: str
    origin: str
    """`carried_over` or `assigned`."""
    start: Place
    """Who held it at the end of the day before the period, or to whom it was assigned within."""
    crossings: tuple[Crossing, ...]
    end: Place
    """Who holds it on E, or held it when it was confirmed or recalled."""
    outcome: str
    """`recalled`, or the count that it makes up by its state on E."""


class Span(NamedTuple):
    """The days that are looked at: the period's first, the day before it, and E."""

    first: str
    eve: str
    seen_on: str


def seen_on(period: Period, today: date) -> date:
    """E: the earlier of the period's last day and today."""
    return min(period.last, today)


def of_period(store: Store, period: Period, today: date) -> list[Journey]:
    """The journeys of all tasks of the office that were open or came within the period."""
    span = _span(period, seen_on(period, today))
    with store.reading():
        belonging = Belonging(standing.main_posts(store))
        rows = standing.alive(store, min(span.eve, span.seen_on), span.seen_on)
        settled = belonging.settled
        plain = [_plain(row, settled, span) for row in rows]
        winding = [Alive(*row) for row, journey in zip(rows, plain, strict=True) if journey is None]
        moves = standing.moves(store, [task.id for task in winding])
    found = [journey for journey in plain if journey is not None]
    return found + [_winding(task, moves.get(task.id, []), belonging, span) for task in winding]


def outcome(state: str, due_on: str | None, submitted_on: str | None, on: str) -> str:
    """The count that a task makes up by its state on a day."""
    if state in _BY_STATE:
        return _BY_STATE[state]
    found = classify(state, due_on, submitted_on, on, _unasked)
    return _BY_CLASS[found] if found is not None else RECALLED


_BY_STATE = {"submitted": "awaiting", "paused": "paused"}
_BY_CLASS = {
    DeadlineClass.NO_DEADLINE: "doing_no_deadline",
    DeadlineClass.IN_TIME: "doing_in_time",
    DeadlineClass.DUE_SOON: "doing_in_time",
    DeadlineClass.OVERDUE: "doing_overdue",
    DeadlineClass.DONE_EARLY: "done_early",
    DeadlineClass.DONE_ON_TIME: "done_on_time",
    DeadlineClass.DONE_LATE: "done_late",
    DeadlineClass.DONE_NO_DEADLINE: "done_no_deadline",
}


def _span(period: Period, end: date) -> Span:
    from datetime import timedelta

    eve = (period.first - timedelta(days=1)).isoformat() if period.first > date.min else ""
    return Span(period.first.isoformat(), eve, end.isoformat())


def _plain(row: tuple[Any, ...], settled: dict[int, int], span: Span) -> Journey | None:
    """The journey of a task that stayed with one owner in one unit and has not moved since E; None for any other."""
    task, owner, state, due_on, submitted_on, assigned_on, _, moved_on, hand_overs, field = row
    if hand_overs or owner not in settled or (moved_on or assigned_on) > span.seen_on:
        return None
    place = Place(owner, settled[owner])
    origin = CARRIED_OVER if assigned_on < span.first else ASSIGNED
    became = outcome(state, due_on, submitted_on, span.seen_on)
    return Journey(task, field or "", origin, place, (), place, became)


def _winding(task: Alive, moves: list[Move], belonging: Belonging, span: Span) -> Journey:
    """The journey of any task: its way from all its moves, its end from its record, so that one proves the other."""
    known = [move for move in moves if move.day <= span.seen_on] or [_as_assigned(task, moves)]
    last = known[-1] if (task.moved_on or "") > span.seen_on else _as_recorded(task)
    end = min(task.closed_on, span.seen_on) if last.state in ("done", "recalled") else span.seen_on
    start, crossings = _way(task.assigned_on, known, belonging, end)
    before = [crossing for crossing in crossings if crossing.day < span.first]
    origin = CARRIED_OVER if task.assigned_on < span.first else ASSIGNED
    return Journey(
        task.id,
        task.field or "",
        origin,
        before[-1].target if before else start,
        tuple(crossings[len(before) :]),
        Place(last.owner, belonging.unit(last.owner, end)),
        outcome(last.state, last.due_on, last.submitted_on, span.seen_on),
    )


def _as_recorded(task: Alive) -> Move:
    """What a task is now."""
    return Move(task.moved_on or task.assigned_on, task.state, task.owner, task.due_on, task.submitted_on)


def _as_assigned(task: Alive, moves: list[Move]) -> Move:
    """What a task was when assigned, where its first move is declared later than that."""
    first = moves[0] if moves else Move("", "", task.owner, task.due_on, None)
    return Move(task.assigned_on, "assigned", first.owner, first.due_on, None)


def _way(assigned_on: str, moves: list[Move], belonging: Belonging, end: str) -> tuple[Place, list[Crossing]]:
    """The first place of a task and all its crossings up to the day `end`."""
    held, since = moves[0], assigned_on
    start = Place(held.owner, belonging.unit(held.owner, assigned_on))
    crossings: list[Crossing] = []
    for at, move in enumerate(moves[1:], start=1):
        if move.owner != held.owner:
            crossings += _with_owner(held.owner, since, move.day, moves, belonging)
            source = Place(held.owner, belonging.unit(held.owner, move.day))
            target = Place(move.owner, belonging.unit(move.owner, move.day))
            crossings.append(Crossing(move.day, source, target, _overdue(moves[at - 1], move.day)))
            held, since = move, move.day
    return start, crossings + _with_owner(held.owner, since, end, moves, belonging)


def _with_owner(owner: int, after: str, to: str, moves: list[Move], belonging: Belonging) -> list[Crossing]:
    """The crossings of a task whose owner changes unit: at the beginning of the day, before what happens on it."""
    crossings = []
    for day in belonging.changes(owner, after, to):
        in_force = [move for move in moves if move.day < day] or moves[:1]
        source = Place(owner, belonging.unit(owner, _eve(day)))
        crossings.append(Crossing(day, source, Place(owner, belonging.unit(owner, day)), _overdue(in_force[-1], day)))
    return crossings


def _overdue(move: Move, day: str) -> bool:
    return classify(move.state, move.due_on, move.submitted_on, day, _unasked) == DeadlineClass.OVERDUE


def _unasked(day: str) -> str:
    """Figures do not tell what is due soon from what is in time."""
    return day


def _eve(day: str) -> str:
    from datetime import timedelta

    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
