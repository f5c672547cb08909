"""Where tasks stood on past days: what the figures of a period read, as light rows with days as ISO text.

Tasks out of the index on (closed_on, assigned_on); what moved later, or from hand to hand, out of `task_move`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from tracker.store import Store

NEVER = "9999-12-31"
"""`closed_on` of a task that is not closed."""
PARAMETERS = 900
"""Values bound to one statement: below what any SQLite in use allows."""


class Alive(NamedTuple):
    """A task that was assigned by a day and not closed by another one, as it stands now."""

    id: int
    owner: int
    state: str
    due_on: str | None
    submitted_on: str | None
    assigned_on: str
    closed_on: str
    moved_on: str | None
    hand_overs: int
    field: str | None


class Move(NamedTuple):
    """What a task was from an event on: the owner, state and dates that the event left behind."""

    day: str
    state: str
    owner: int
    due_on: str | None
    submitted_on: str | None


def alive(store: Store, after: str, by: str) -> list[tuple[Any, ...]]:
    """The tasks assigned by the day `by` and not closed by the day `after`, as fields of `Alive`.

    Drafts, proposals and undone tasks are left out; tasks that were recalled later count.
    """
    return store.rows(
        "SELECT id, owner, state, due_on, submitted_on, assigned_on, closed_on, moved_on, hand_overs, field FROM task"
        " WHERE closed_on > ? AND assigned_on <= ? AND undone = 0 AND state NOT IN ('draft', 'proposed')",
        (after, by),
    )


def moves(store: Store, tasks: Iterable[int]) -> dict[int, list[Move]]:
    """The moves of some tasks, each task's in the order they were recorded."""
    found: dict[int, list[Move]] = {}
    for some in portions(tasks):
        sql = "SELECT task, day, state, owner, due_on, submitted_on FROM task_move WHERE task IN ({}) ORDER BY seq"
        for task, *move in store.rows(sql.format(marks(some)), some):
            found.setdefault(task, []).append(Move(*move))
    return found


def on_day(store: Store, tasks: Iterable[int], day: str) -> dict[int, Move]:
    """What some tasks were on a past day; a task that was not assigned yet is left out."""
    found = {}
    for task, made in moves(store, tasks).items():
        known = [move for move in made if move.day <= day]
        if known:
            found[task] = known[-1]
    return found


def counts_on(store: Store, tasks: Iterable[int], day: str) -> dict[int, tuple[int, int, int]]:
    """How many extensions, hand-overs and returns some tasks had by a day."""
    sqls = (
        "SELECT task, count(*) FROM extension WHERE undone = 0 AND decision = 'approved' AND decided_on <= ?",
        "SELECT task, count(*) FROM hand_over WHERE undone = 0 AND handed_on <= ?",
        "SELECT task, count(*) FROM submission WHERE undone = 0 AND decision = 'returned' AND decided_on <= ?",
    )
    found: dict[int, tuple[int, int, int]] = {}
    for some in portions(tasks):
        ask = f" AND task IN ({marks(some)}) GROUP BY task"
        extensions, hand_overs, returns = (dict(store.rows(sql + ask, (day, *some))) for sql in sqls)
        found |= {task: (extensions.get(task, 0), hand_overs.get(task, 0), returns.get(task, 0)) for task in some}
    return found


def units_on(store: Store, day: str) -> dict[int, int]:
    """The unit each official belongs to on a day, as `domain.officials.main_unit_on` tells it."""
    found: dict[int, int] = {}
    for official, begins, unit in main_posts(store):
        if begins <= day or official not in found:
            found[official] = unit
    return found


def main_posts(store: Store) -> list[tuple[int, str, int]]:
    """(official, first day or "", unit) of every main appointment, each official's in the order they begin."""
    return store.rows(
        "SELECT official, coalesce(starts_on, ''), unit FROM appointment WHERE main = 1 AND undone = 0"
        " ORDER BY official, coalesce(starts_on, ''), id"
    )


def portions(values: Iterable[int]) -> Iterator[tuple[int, ...]]:
    """Values in portions that one statement takes."""
    waiting = iter(values)
    while some := tuple(islice(waiting, PARAMETERS)):
        yield some


def marks(values: Sequence[int]) -> str:
    """As many parameters as there are values."""
    return ", ".join("?" * len(values))
