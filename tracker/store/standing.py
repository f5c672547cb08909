"""Where tasks stood on past days: what the figures of a period read, as light rows with days as ISO text.

Tasks out of the index on (closed_on, assigned_on); what moved later, or from hand to hand, out of `task_move`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from tracker.store.store import Store

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
    for some in _portions(tasks):
        sql = "SELECT task, day, state, owner, due_on, submitted_on FROM task_move WHERE task IN ({}) ORDER BY seq"
        for task, *move in store.rows(sql.format(_marks(some)), some):
            found.setdefault(task, []).append(Move(*move))
    return found


def main_posts(store: Store) -> list[tuple[int, str, int]]:
    """(official, first day or "", unit) of every main appointment, each official's in the order they begin."""
    return store.rows(
        "SELECT official, coalesce(starts_on, ''), unit FROM appointment WHERE main = 1 AND undone = 0"
        " ORDER BY official, coalesce(starts_on, ''), id"
    )


def _portions(values: Iterable[int]) -> Iterator[tuple[int, ...]]:
    waiting = iter(values)
    while some := tuple(islice(waiting, PARAMETERS)):
        yield some


def _marks(values: Sequence[int]) -> str:
    return ", ".join("?" * len(values))
