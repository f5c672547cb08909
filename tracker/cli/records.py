"""The journal of one task, for the commands that tell of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.domain import events

if TYPE_CHECKING:
    from tracker.store import Store
    from tracker.store.journal import Entry


def entries_of_task(store: Store, number: str) -> list[Entry]:
    """The journal of one task: its own entries and those of its events, in order."""
    from tracker.store import journal, tasks
    from tracker.store.tables import kind_of

    task = tasks.by_number(store, number)
    found = journal.of_record(store, "task", task.id)
    for kind in events.OF_A_TASK:
        events_: list[Any] = tasks.events(store, kind, task.id)
        for event in events_:
            found += journal.of_record(store, kind_of(kind), event.id)
    return sorted(found, key=lambda entry: entry.seq)
