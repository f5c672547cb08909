"""Tasks and their events as stored: lookups by number, and the events of one task in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from tracker.domain.errors import Refused
from tracker.store.tables import Scalar, kind_of, table

if TYPE_CHECKING:
    from tracker.domain.officials import OfficialId
    from tracker.domain.tasks import Task, TaskId
    from tracker.store import Store

E = TypeVar("E")


def by_number(store: Store, number: str) -> Task:
    """The task with that number, case ignored. Raises Refused "task.unknown"."""
    found = _where(store, "number = ?", (number,)) or _where(store, "number = ? COLLATE NOCASE", (number,))
    if not found:
        raise Refused("task.unknown", field="number", number=number)
    return found[0]


def get(store: Store, task: TaskId) -> Task:
    """The task with that id. Raises Refused "task.unknown"."""
    found = _where(store, "id = ?", (task,))
    if not found:
        raise Refused("task.unknown", field="number", number=str(task))
    return found[0]


def exists(store: Store, number: str) -> bool:
    """Whether a task has that number already (undone and recalled ones keep theirs)."""
    return bool(store.rows("SELECT 1 FROM task WHERE number = ? COLLATE NOCASE", (number,)))


def recent_products(store: Store) -> list[str]:
    """The products of the tasks written down last, each once, the newest first."""
    sql = "SELECT product FROM task WHERE undone = 0 AND product IS NOT NULL ORDER BY id DESC LIMIT 300"
    return list(dict.fromkeys(product for (product,) in store.rows(sql)))


def open_of(store: Store, owner: OfficialId) -> list[Task]:
    """The tasks an official answers for that are neither done nor recalled nor only proposed, in order of number."""
    return _where(store, "owner = ? AND state NOT IN ('done', 'recalled', 'draft', 'proposed')", (owner,))


def every(store: Store) -> list[Task]:
    """All tasks in order of their number: for exports."""
    return _where(store, "undone = 0")


def events(store: Store, kind: type[E], task: TaskId) -> list[E]:
    """The events of one kind of a task, in the order they were recorded, undone ones left out."""
    of = table(kind_of(kind))
    return [of.of(row) for row in store.rows(f"{of.select_record} WHERE task = ? AND undone = 0 ORDER BY id", (task,))]


def last_event(store: Store, kind: type[E], task: TaskId) -> E | None:
    """The newest event of a kind, or None."""
    of = table(kind_of(kind))
    found = store.rows(f"{of.select_record} WHERE task = ? AND undone = 0 ORDER BY id DESC LIMIT 1", (task,))
    return of.of(found[0]) if found else None


def all_events(store: Store, kind: type[E]) -> dict[TaskId, list[E]]:
    """All events of one kind by task: for exports and reports of many tasks."""
    of = table(kind_of(kind))
    found: dict[TaskId, list[E]] = {}
    for row in store.rows(f"{of.select_record} WHERE undone = 0 ORDER BY id"):
        event: Any = of.of(row)
        found.setdefault(event.task, []).append(event)
    return found


def _where(store: Store, where: str, parameters: tuple[Scalar, ...] = ()) -> list[Task]:
    of = table("task")
    return [of.of(row) for row in store.rows(f"{of.select_record} WHERE {where} ORDER BY number_key, id", parameters)]
