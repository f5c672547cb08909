"""Days that were declared far from their recording, and what one import brought (design.md §2.7).

The paper shows both days of an entry where they differ by more than a setting; the entries of an import are told in one
line. The sample office says of itself that it is one instead.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from tracker.figures.types import LateRecord, OldBook
from tracker.store import many, settings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.domain.calendar import WorkingCalendar
    from tracker.domain.tasks import Task
    from tracker.store import Store
    from tracker.store.many import Heading

OF_IMPORT = "từ sổ cũ:"
"""How the reason of an import begins (tracker.actions.imports)."""
OFFICE_HOURS = timedelta(hours=7)
"""Việt Nam's time, which has no summer time: the day on which something was recorded is the office's day."""


def apart(
    store: Store, tasks: Mapping[int, Task], calendar: WorkingCalendar, until: date
) -> tuple[dict[int, tuple[LateRecord, ...]], tuple[OldBook, ...]]:
    """The late records of each task declared by a day, and the old books that tasks came from."""
    headings = [heading for heading in many.declared_apart(store, tasks) if heading.declared_on <= until.isoformat()]
    old = [task for task, record in tasks.items() if record.from_old_book]
    imported = [*many.created(store, old), *(heading for heading in headings if _of_import(heading, tasks))]
    most = settings.number(store, "declared_gap_days")
    sample = bool(settings.value(store, "sample"))
    late: dict[int, dict[LateRecord, None]] = {}
    for heading in headings:
        if not sample and not _of_import(heading, tasks) and _gap(heading, calendar) > most:
            late.setdefault(heading.task, {})[_late(heading)] = None
    return {task: tuple(found) for task, found in late.items()}, _books(imported)


def _of_import(heading: Heading, tasks: Mapping[int, Task]) -> bool:
    return tasks[heading.task].from_old_book and (heading.reason or "").startswith(OF_IMPORT)


def _gap(heading: Heading, calendar: WorkingCalendar) -> int:
    return gap(date.fromisoformat(heading.declared_on), recorded_at(heading.at), calendar)


def gap(declared: date, at: datetime, calendar: WorkingCalendar) -> int:
    """Working days between the day declared and that of the recording, whichever came first."""
    recorded = (at + OFFICE_HOURS).date()
    return calendar.between(min(declared, recorded), max(declared, recorded))


def _late(heading: Heading) -> LateRecord:
    return LateRecord(heading.verb, date.fromisoformat(heading.declared_on), recorded_at(heading.at))


def _books(imported: list[Heading]) -> tuple[OldBook, ...]:
    actions: dict[int, tuple[str, set[int]]] = {}
    for heading in imported:
        actions.setdefault(heading.action, (heading.at, set()))[1].add(heading.task)
    return tuple(OldBook(len(tasks), recorded_at(at)) for at, tasks in actions.values())


def recorded_at(at: str) -> datetime:
    """A recording time of the journal, UTC."""
    return datetime.fromisoformat(at)
