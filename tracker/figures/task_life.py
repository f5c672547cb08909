"""One task as the screen tells it: how it stands today, who held it, what happened to it, and what waits on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.domain import events, extensions
from tracker.figures import history, recorded, types
from tracker.figures.lives import Lives
from tracker.figures.people import People
from tracker.store import listing, many, moves, settings, tasks

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tracker.domain.calendar import WorkingCalendar
    from tracker.domain.tasks import Task, TaskId
    from tracker.store import Store
    from tracker.store.journal import Entry


class Step(NamedTuple):
    """One event in the life of a task."""

    action: int
    entry: types.HistoryEntry
    apart: bool
    """It was declared for a day further from its recording than the setting allows unsaid (design.md §2.7)."""
    undone: bool
    """Its action was undone."""


class TaskLife(NamedTuple):
    """A task with all that belongs to it."""

    task: Task
    row: listing.Row
    owner: types.Person | None
    """With today's title; None in a draft without owner."""
    assigner: str
    """The superior's name where no official of the office gave the task; "" while nobody did."""
    leader: str
    """Lãnh đạo phụ trách; "" for none."""
    author: str
    """Who wrote it down."""
    custody: tuple[types.Custody, ...]
    coordinators: tuple[types.Coordinator, ...]
    evidence: list[events.Evidence]
    steps: list[Step]
    request: events.Extension | None
    """The request for a later deadline that awaits its decision."""
    explanation: events.Explanation | None
    """The newest explanation of its lateness."""


def task_life(
    store: Store,
    task: TaskId,
    today: date,
    people: People | None = None,
    row: Callable[[TaskId], listing.Row] | None = None,
) -> TaskLife:
    """The task seen on a day. Raises Refused "task.unknown".

    Whoever shows one task after the other keeps `people`, and what the rows of the day share, until something is
    written: both cost more than the task.
    """
    with store.reading():
        record = tasks.get(store, task)
        people = people or People(store)
        lives = Lives(store, people, [task], today)
        steps = _steps(store, people, lives.calendar, record, many.history(store, task))
        return TaskLife(
            task=record,
            row=row(task) if row else listing.one(store, task, today),
            owner=people.person(record.owner, today) if record.owner is not None else None,
            assigner=people.name(record.assigner) or record.superior or "",
            leader=people.name(record.leader),
            author=steps[0].entry.actor if steps else "",
            custody=lives.custody(task),
            coordinators=lives.coordinators(task),
            evidence=tasks.events(store, events.Evidence, task),
            steps=steps,
            request=extensions.undecided(tasks.events(store, events.Extension, task)),
            explanation=tasks.last_event(store, events.Explanation, task),
        )


def _steps(store: Store, people: People, calendar: WorkingCalendar, record: Task, entries: list[Entry]) -> list[Step]:
    gone = moves.undone_actions(store)
    most = settings.number(store, "declared_gap_days")
    unsaid = bool(settings.value(store, "sample"))
    found = []
    for rows in history.events_of(entries):
        entry = history.told(store, people, rows)
        imported = record.from_old_book and entry.reason.startswith(recorded.OF_IMPORT)
        far = recorded.gap(entry.declared_on, entry.recorded_at, calendar) > most
        found.append(Step(rows[0].action, entry, far and not unsaid and not imported, rows[0].action in gone))
    return found
