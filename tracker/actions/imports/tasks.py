"""The tasks of a book. Imports domain and store.

A task is known by its number; in a book without numbers by its title, document, first deadline and owner. What is new
gets the life the book tells of it; what is known is brought up to the book (tracker.actions.imports.again).
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from tracker.actions.imports.again import Again, Past
from tracker.actions.imports.life import Life, Saved
from tracker.actions.imports.numbers import Numbers, Series
from tracker.actions.imports.outcome import Effect, Faults, Imported, Tally, run
from tracker.actions.imports.people import People
from tracker.actions.imports.told import Named, Reading, Told
from tracker.domain.events import Coordination, EventId, Extension, HandOver
from tracker.domain.new_task import SECRET_TITLE
from tracker.domain.officials import Appointment, Official
from tracker.domain.records import changed
from tracker.domain.standing import Office, Place
from tracker.domain.tasks import UNASSIGNED, Secrecy, SourceKind, Task, TaskId, TaskState, Urgency
from tracker.domain.units import Unit
from tracker.store import bulk, settings
from tracker.store.calendar import working_calendar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tracker.domain.book import Sheet, TaskRow
    from tracker.domain.officials import Actor, OfficialId
    from tracker.store import Change, Store


def import_tasks(store: Store, actor: Actor, sheet: Sheet[TaskRow], *, file: str, dry_run: bool = False) -> Imported:
    """Import a book of tasks: all or nothing, as one action. Raises NotImported, Refused "rights.people"."""

    def work(change: Change, faults: Faults[TaskRow]) -> Callable[[], Tally]:
        return _Tasks(store, change, actor, faults).planned(sheet)

    return run(store, actor, sheet, file, work, dry_run=dry_run)


class _Planned(NamedTuple):
    life: Life
    coordinators: Sequence[Named]
    """Those to be added."""
    new: bool
    number: str | None
    """None: to be given from the series of the owner's unit."""
    row: int


class _Tasks:
    def __init__(self, store: Store, change: Change, actor: Actor, faults: Faults[TaskRow]) -> None:
        self._store = store
        self._change = change
        self._actor = actor
        self._faults = faults
        self._calendar = working_calendar(store)
        self._authority = settings.value(store, "default_authority")
        self._units = [unit for unit in bulk.everything(store, Unit) if not unit.undone]
        self._officials = [each for each in bulk.everything(store, Official) if not each.undone]
        posts: dict[OfficialId, list[Appointment]] = {each.id: [] for each in self._officials}
        for post in bulk.everything(store, Appointment):
            if not post.undone:
                posts[post.official].append(post)
        root = self._units[0].id if self._units else None
        places = {unit.id: Place(unit.parent, unit.kind) for unit in self._units}
        self._office = Office(root, places, posts, dict.fromkeys(posts, ()))
        self._posts = posts

    def planned(self, sheet: Sheet[TaskRow]) -> Callable[[], Tally]:
        """Check every row; what comes back saves them."""
        people = People(self._officials, (post for held in self._posts.values() for post in held), self._units)
        reading = Reading(
            self._actor.today,
            self._calendar,
            self._office,
            people,
            self._officials,
            self._units,
            self._posts,
            self._faults,
        )
        rows = [told for row in sheet.rows if (told := reading.told(row)) is not None]
        numbers = Numbers(self._store, self._faults)
        known = numbers.known(rows)
        ids = numbers.ids(rows, known, lambda: TaskId(self._change.new_id(Task)))
        past = Past(self._store, (task.id for task in known.values() if not task.undone))
        coordinated = bulk.coordinated(self._store) if known else set()
        plans = []
        for told in rows:
            told.parent = numbers.parent(told.row)
            before = known.get(told.row.row)
            if before is None or before.undone:
                plans.append(self._new(told, ids[told.row.row], before))
            else:
                plans.append(self._again(told, before, past, before.id in coordinated))
        numbers.no_circle(rows, ids)
        return lambda: self._saved(plans)

    def _new(self, told: Told, task_id: TaskId, undone: Task | None) -> _Planned:
        task = self._written(told, task_id, undone)
        life = Life(task, told, self._actor.today, self._actor.official)
        if told.state in UNASSIGNED:
            verb = "task.draft" if told.state is TaskState.DRAFT else "task.propose"
            life.add(self._actor.today, verb, task)
        else:
            life.begin(task)
        return _Planned(life, told.coordinators, new=True, number=told.row.number, row=told.row.row)

    def _again(self, told: Told, before: Task, past: Past, coordinated: bool) -> _Planned:
        again = Again(
            told,
            before,
            past,
            self._calendar,
            self._actor.today,
            self._actor.official,
            self._authority,
            self._faults,
        )
        added = () if coordinated or before.state is TaskState.RECALLED else told.coordinators
        return _Planned(again.steps(), added, new=False, number=before.number, row=told.row.row)

    def _written(self, told: Told, task_id: TaskId, undone: Task | None) -> Task:
        """The task on the day of its assignment, its first deadline the only one; a draft as it is."""
        row, unassigned = told.row, told.state in UNASSIGNED
        secret = row.secrecy is Secrecy.SECRET
        return Task(
            id=task_id,
            number=row.number or "",
            title=SECRET_TITLE if secret else row.title,
            source_kind=row.source_kind or (SourceKind.DOCUMENT if row.source_number else SourceKind.ORAL),
            source_number=row.source_number,
            source_on=row.source_on,
            source_summary=None if secret else row.source_summary or row.source_text,
            source_issuer=row.source_issuer,
            assigner=told.assigner,
            superior=told.superior if told.assigner is None else None,
            owner=told.owner,
            leader=told.leader,
            assigned_on=None if unassigned else told.assigned_on,
            authority=row.authority or self._authority,
            product=row.product,
            quantity=row.quantity or 1,
            starts_on=row.starts_on,
            original_due_on=told.original_due_on,
            due_on=told.due_on if unassigned else told.original_due_on,
            no_deadline_reason=told.no_deadline_reason,
            deadline_days=row.deadline_days,
            draft_due_on=row.draft_due_on,
            urgency=row.urgency or Urgency.NORMAL,
            secrecy=row.secrecy or Secrecy.NORMAL,
            field=row.field,
            complexity=row.complexity,
            coefficient=row.coefficient or _ONE,
            parent=told.parent,
            public_concern=bool(row.public_concern),
            obstacle=row.obstacle,
            state=told.state if unassigned else TaskState.ASSIGNED,
            moved_on=self._actor.today if unassigned else told.assigned_on,
            note=row.note,
            from_old_book=True,
            version=undone.version if undone else 0,
        )

    # --- saving ---

    def _saved(self, plans: Iterable[_Planned]) -> Tally:
        tally = Tally()
        series = Series(self._store, self._change, self._units, self._posts, self._actor.official)
        headings: dict[tuple[date, str], Change] = {}
        for plan in plans:
            task = plan.life.task
            number = plan.number if plan.number is not None else series.next(task)
            version = task.version
            for step in plan.life.steps:
                heading = headings.get((step.on, step.verb))
                if heading is None:
                    heading = headings[step.on, step.verb] = self._change.on(step.on, verb=step.verb)
                version = _save(heading, step, number, version)
            for each in plan.coordinators:
                _coordinate(self._change, each, task.id)
            tally.count(_effect(plan), changed=bool(plan.life.steps or plan.coordinators))
        series.save()
        return tally


def _effect(plan: _Planned) -> Effect:
    """What the row adds to the task, with the hand-over and the extension by name."""
    steps = plan.life.steps
    if plan.new:
        return Effect(plan.row, True)
    events = [event for step in steps for event in step.events]
    owners = next(((each.from_owner, each.to_owner) for each in events if isinstance(each, HandOver)), None)
    later = next(((each.due_before, each.proposed_due_on) for each in events if isinstance(each, Extension)), None)
    return Effect(plan.row, False, tuple(dict.fromkeys(step.verb for step in steps)), owners, later)


def _save(change: Change, step: Saved, number: str, version: int) -> int:
    """Save a step; the task's version after it."""
    for event in step.events:
        change.save(event if event.version else changed(event, id=change.new_id(type(event))))
    if step.task is None:
        return version
    return change.save(changed(step.task, number=number, version=version)).version


def _coordinate(change: Change, named: Named, task: TaskId) -> None:
    record = Coordination(id=EventId(change.new_id(Coordination)), task=task, name=named.name, official=named.official)
    change.save(record)


_ONE = Decimal(1)
