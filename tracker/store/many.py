"""The records, events and journal headings of many tasks at once: for papers that tell of each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from tracker.domain.clarity import Facts
from tracker.store import journal
from tracker.store.standing import marks, portions
from tracker.store.tables import KINDS, kind_of, table

if TYPE_CHECKING:
    from tracker.domain.tasks import Task
    from tracker.store import Store
    from tracker.store.journal import Entry

EVENTS = KINDS[KINDS.index("task") + 1 :]
"""The kinds of records that belong to a task."""
E = TypeVar("E")


class Heading(NamedTuple):
    """What the journal says of an entry that moved a task, but for the change itself."""

    task: int
    action: int
    at: str
    """Recording time, UTC, ISO."""
    declared_on: str
    verb: str
    reason: str | None


def records(store: Store, tasks: Iterable[int]) -> dict[int, Task]:
    """Some tasks by id, in order of their number."""
    of = table("task")
    found: list[Any] = []
    for some in portions(tasks):
        found += store.rows(f"SELECT number_key, {', '.join(of.names)} FROM task WHERE id IN ({marks(some)})", some)
    return {row[1]: of.of(row[1:]) for row in sorted(found, key=lambda row: row[:2])}


def facts(store: Store, tasks: Iterable[int]) -> dict[int, Facts]:
    """What the six dots of some tasks are told by."""
    found: dict[int, Facts] = {}
    for some in portions(tasks):
        sql = f"SELECT id, {', '.join(Facts._fields)} FROM task WHERE id IN ({marks(some)})"
        found |= {task: Facts(*values) for task, *values in store.rows(sql, some)}
    return found


def events(store: Store, kind: type[E], tasks: Iterable[int]) -> dict[int, list[E]]:
    """The events of one kind of some tasks, each task's in the order they were recorded, undone ones left out."""
    of = table(kind_of(kind))
    found: dict[int, list[E]] = {}
    for some in portions(tasks):
        sql = f"{of.select_record} WHERE undone = 0 AND task IN ({marks(some)}) ORDER BY id"
        for row in store.rows(sql, some):
            event: Any = of.of(row)
            found.setdefault(event.task, []).append(event)
    return found


def coordinated(store: Store, official: int) -> list[int]:
    """The tasks that an official works along on, removed co-ordinations and undone ones left out."""
    sql = "SELECT DISTINCT task FROM coordination WHERE official = ? AND removed = 0 AND undone = 0 ORDER BY task"
    return [task for (task,) in store.rows(sql, (official,))]


def history(store: Store, task: int) -> list[Entry]:
    """All entries that tell of a task: its own and those of its events, undone ones too."""
    of_events = " OR ".join(
        f"(kind = '{kind}' AND record IN (SELECT CAST(id AS TEXT) FROM {kind} WHERE task = ?))" for kind in EVENTS
    )
    where = f"((kind = 'task' AND record = ?) OR {of_events})"
    return journal.entries(store, where, (str(task), *(task for _ in EVENTS)))


def task_of(store: Store, kind: str, record: str) -> int | None:
    """The task that an event belongs to, undone or not; None for what is no event or cannot be found."""
    if kind not in EVENTS or not record.isdecimal():
        return None
    found = store.rows(f"SELECT task FROM {kind} WHERE id = ?", (int(record),))
    return found[0][0] if found else None


def created(store: Store, tasks: Iterable[int]) -> list[Heading]:
    """The entries that made some tasks."""
    first = "seq IN (SELECT min(seq) FROM journal WHERE kind = 'task' AND record IN ({}) GROUP BY record)"
    return _headings(store, tasks, first)


def declared_apart(store: Store, tasks: Iterable[int]) -> list[Heading]:
    """The entries of some tasks whose declared day is not that of their recording (in UTC), in order."""
    return _headings(store, tasks, "kind = 'task' AND record IN ({}) AND substr(at, 1, 10) <> declared_on")


def _headings(store: Store, tasks: Iterable[int], where: str) -> list[Heading]:
    found: list[Heading] = []
    select = "SELECT CAST(record AS INTEGER), action, at, declared_on, verb, reason FROM journal WHERE "
    for some in portions(tasks):
        sql = f"{select}{where.format(marks(some))} ORDER BY seq"
        found += [Heading(*row) for row in store.rows(sql, tuple(str(task) for task in some))]
    return found
