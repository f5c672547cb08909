"""What the file holds as a whole, for whoever compares a book with it. Undone records are among them.

An undone record keeps its code or number, which no other one may take: a book that names it again brings it back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from tracker.domain.text import nfc
from tracker.store.tables import kind_of, table

if TYPE_CHECKING:
    from tracker.domain.tasks import TaskId
    from tracker.store import Store

R = TypeVar("R")


def everything(store: Store, record: type[R]) -> list[R]:
    """All records of a kind in order of their id."""
    of = table(kind_of(record))
    return [of.of(row) for row in store.rows(f"{of.select_record} ORDER BY id")]


def task_numbers(store: Store) -> dict[str, TaskId]:
    """Number of each task, case ignored → its id."""
    return {nfc(number).casefold(): task for task, number in store.rows("SELECT id, number FROM task")}


def task_titles(store: Store) -> list[tuple[TaskId, str, int | None, str | None, str | None, str | None]]:
    """Id, title, owner, number of the document, first deadline and day of assignment of each task that stands.

    Dates as ISO text: by these a book without numbers is compared.
    """
    return store.rows("SELECT id, title, owner, source_number, original_due_on, assigned_on FROM task WHERE undone = 0")


def task_parents(store: Store) -> dict[TaskId, TaskId]:
    """Task → the task above it, for those that have one."""
    return dict(store.rows("SELECT id, parent FROM task WHERE parent IS NOT NULL AND undone = 0"))


def coordinated(store: Store) -> set[TaskId]:
    """The tasks that have any co-ordinator."""
    rows = store.rows("SELECT DISTINCT task FROM coordination WHERE undone = 0 AND removed = 0")
    return {task for (task,) in rows}
