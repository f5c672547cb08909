"""Which tasks wait for somebody's decision: light rows, found by the index on the state."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tracker.domain.officials import OfficialId
    from tracker.domain.tasks import TaskId
    from tracker.store.store import Store

_COLUMNS = "SELECT t.id, t.owner, t.assigner, t.field FROM task t"


class Waits(NamedTuple):
    """A task that waits, and what tells who decides."""

    task: TaskId
    owner: OfficialId | None
    assigner: OfficialId | None
    field: str | None


def in_state(store: Store, state: str) -> list[Waits]:
    """The tasks in a state, what has waited longest first."""
    return [Waits(*row) for row in store.rows(f"{_COLUMNS} WHERE {_IN_STATE} ORDER BY {_LONGEST}", (state,))]


def asked(store: Store) -> list[Waits]:
    """The tasks with a request for a later deadline that is not decided, the oldest request first."""
    sql = (
        f"{_COLUMNS} JOIN extension e ON e.task = t.id WHERE e.undone = 0 AND e.decision IS NULL AND t.undone = 0"
        " AND t.state NOT IN ('done', 'recalled') ORDER BY e.asked_on, e.id"
    )
    return [Waits(*row) for row in store.rows(sql)]


def of_owner(store: Store, owner: OfficialId, state: str) -> list[TaskId]:
    """The tasks of an owner in a state, what has waited longest first."""
    sql = f"SELECT t.id FROM task t WHERE {_IN_STATE} AND t.owner = ? ORDER BY {_LONGEST}"
    return [task for (task,) in store.rows(sql, (state, owner))]


_IN_STATE = "t.state = ? AND t.undone = 0"
_LONGEST = "coalesce(t.submitted_on, t.moved_on), t.number_key, t.id"
