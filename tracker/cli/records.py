"""What the records of the journal are called by people: a task by its number, an official by name, an event by its
task.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.cli.terms import KINDS
from tracker.domain import events
from tracker.domain.errors import Expected

if TYPE_CHECKING:
    from tracker.cli.session import Session
    from tracker.domain.officials import Official
    from tracker.store import Store
    from tracker.store.journal import Entry


class Names:
    """Names of records, looked up once each."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._officials: dict[int, Official] | None = None
        self._found: dict[tuple[str, str], str] = {}

    def official(self, number: int | None) -> str:
        """Name of an official; "" for none."""
        found = self._official(number)
        return found.name if found else ""

    def code(self, number: int | None) -> str | None:
        """Code of an official; None for none."""
        found = self._official(number)
        return found.code if found else None

    def of(self, kind: str, record: str) -> str:
        """The kind in words with what people call the record by: "task NV10"."""
        key = (kind, record)
        if key not in self._found:
            kind_ = self._session.text(KINDS.get(kind, kind))
            self._found[key] = f"{kind_} {self._name(kind, record)}".strip()
        return self._found[key]

    def _official(self, number: int | None) -> Official | None:
        from tracker.store import officials

        if self._officials is None:
            self._officials = {each.id: each for each in officials.every(self._session.store)}
        return self._officials.get(number) if number is not None else None

    def _name(self, kind: str, record: str) -> str:
        """What the record is called; its id where it cannot be read, as after a change from outside."""
        from tracker.store import tasks, units

        store = self._session.store
        try:
            if kind == "task":
                return tasks.get(store, int(record)).number  # type: ignore[arg-type]
            if kind == "unit":
                return units.get(store, int(record)).code  # type: ignore[arg-type]
            if kind in ("official", "account"):
                return self.code(int(record)) or record
        except (Expected, ValueError):
            return record
        return record


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
