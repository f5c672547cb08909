"""Many records at once, for whoever compares a whole book with what the file holds. Undone records are among them.

An undone record keeps its code or number, which no other one may take: a book that names it again brings it back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from tracker.domain.text import nfc
from tracker.store.tables import kind_of, table

if TYPE_CHECKING:
    from tracker.domain.tasks import Task, TaskId
    from tracker.store.store import Store

R = TypeVar("R")
E = TypeVar("E")
_AT_ONCE = 900
"""Parameters of one statement: SQLite takes 999 everywhere."""


def everything(store: Store, record: type[R]) -> list[R]:
    """All records of a kind in order of their id."""
    of = table(kind_of(record))
    return [of.of(row) for row in store.rows(f"{of.select_record} ORDER BY id")]


def task_numbers(store: Store) -> dict[str, TaskId]:
    """Number of each task, case ignored → its id."""
    return {nfc(number).casefold(): task for task, number in store.rows("SELECT id, number FROM task")}


def tasks(store: Store, wanted: Iterable[TaskId]) -> dict[TaskId, Task]:
    """The tasks with these ids."""
    return {task.id: task for task in _of(store, "task", "id", wanted)}


def task_titles(store: Store) -> list[tuple[TaskId, str, int | None, str | None, str | None, str | None]]:
    """Id, title, owner, number of the document, first deadline and day of assignment of each task that stands.

    Dates as ISO text: by these a book without numbers is compared.
    """
    return store.rows("SELECT id, title, owner, source_number, original_due_on, assigned_on FROM task WHERE undone = 0")


def task_parents(store: Store) -> dict[TaskId, TaskId]:
    """Task → the task above it, for those that have one."""
    return dict(store.rows("SELECT id, parent FROM task WHERE parent IS NOT NULL AND undone = 0"))


def events(store: Store, kind: type[E], tasks: Iterable[TaskId]) -> dict[TaskId, list[E]]:
    """The events of one kind of these tasks that stand, each task's in the order they were recorded."""
    found: dict[TaskId, list[E]] = {}
    for event in _of(store, kind_of(kind), "task", tasks):
        if not event.undone:
            found.setdefault(event.task, []).append(event)
    return found


def coordinated(store: Store) -> set[TaskId]:
    """The tasks that have any co-ordinator."""
    rows = store.rows("SELECT DISTINCT task FROM coordination WHERE undone = 0 AND removed = 0")
    return {task for (task,) in rows}


def _of(store: Store, kind: str, column: str, wanted: Iterable[TaskId]) -> Iterator[Any]:
    of = table(kind)
    ids = list(dict.fromkeys(wanted))
    for start in range(0, len(ids), _AT_ONCE):
        some = tuple(ids[start : start + _AT_ONCE])
        marks = ", ".join("?" * len(some))
        for row in store.rows(f"{of.select_record} WHERE {column} IN ({marks}) ORDER BY id", some):
            yield of.of(row)
