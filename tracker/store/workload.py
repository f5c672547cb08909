"""What lies open on each official's desk, in the classes of the list: one pass for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.store.list_query import CLASS, Query, Wanted

if TYPE_CHECKING:
    from datetime import date

    from tracker.store import Store

OPEN = ("assigned", "declined", "doing", "redo", "paused", "submitted")
"""The states of a task that somebody answers for and that is not closed."""


def open_by_owner(store: Store) -> dict[int, int]:
    """How many open tasks each official answers for."""
    states = ", ".join(f"'{state}'" for state in OPEN)
    return dict(store.rows(f"SELECT owner, count(*) FROM task WHERE undone = 0 AND state IN ({states}) GROUP BY owner"))


class Pile(NamedTuple):
    """Open tasks of one official that weigh alike."""

    owner: int
    coefficient: str
    """The conversion factor K, as decimal text."""
    quantity: int
    overdue: int
    """1 if they are overdue, else 0."""
    tasks: int


def piles(store: Store, on: date) -> list[Pile]:
    """The open tasks of all officials as seen on a day."""
    day = on.isoformat()
    query = Query(store, Wanted(states=OPEN), day, {}, day)
    sql = (
        f"SELECT t.owner, t.coefficient, t.quantity, coalesce(({CLASS}) = 'overdue', 0) AS late, count(*)"
        f" FROM {query.source} WHERE {query.conditions} GROUP BY t.owner, t.coefficient, t.quantity, late"
    )
    return [
        Pile(owner, factor, quantity, bool(late), tasks) for owner, factor, quantity, late, tasks in query.rows(sql)
    ]
