"""One task as a book tells it, its persons found and its days settled. Imports domain.

What the book leaves out is settled by design.md §2, "From an old book"; what the office would not allow is a problem of
the row.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from tracker.actions.imports.unit_names import UnitNames
from tracker.domain import rights
from tracker.domain.deadlines import computed_due
from tracker.domain.fields import LONGEST_LINE, Field
from tracker.domain.new_task import MOST
from tracker.domain.officials import Standing
from tracker.domain.tasks import UNASSIGNED, TaskState

if TYPE_CHECKING:
    from tracker.actions.imports.outcome import Faults
    from tracker.actions.imports.people import People
    from tracker.domain.book import TaskRow
    from tracker.domain.calendar import WorkingCalendar
    from tracker.domain.officials import Appointment, Official, OfficialId
    from tracker.domain.standing import Office
    from tracker.domain.tasks import TaskId
    from tracker.domain.units import Unit, UnitId

NO_DEADLINE = "không hạn"
_DAY = timedelta(days=1)
_LINES = ("title", "product", "authority", "source_number", "source_issuer", "superior", "no_deadline_reason", "field")


@dataclass(slots=True)
class Told:
    """A row with its persons and days. `parent` is set once all rows have their ids."""

    row: TaskRow
    state: TaskState
    owner: OfficialId | None
    assigner: OfficialId | None
    superior: str | None
    leader: OfficialId | None
    confirmer: OfficialId | None
    coordinators: Sequence[Named]
    assigned_on: date
    """The day of assignment, also where the book does not say it."""
    original_due_on: date | None
    due_on: date | None
    no_deadline_reason: str | None
    submitted_on: date | None
    """Day of the submission that is awaiting, confirmed or returned."""
    happened_on: date
    """Day of the confirmation, recall, pause, return or refusal; of the import where the book does not say it."""
    parent: TaskId | None = None


class Named(NamedTuple):
    """A co-ordinator: an official, or words kept as written."""

    name: str
    official: OfficialId | None


class Reading:
    """Settles rows against the office. What repeats is worked out once."""

    def __init__(
        self,
        today: date,
        calendar: WorkingCalendar,
        office: Office,
        people: People,
        officials: Iterable[Official],
        units: Iterable[Unit],
        posts: Mapping[OfficialId, Sequence[Appointment]],
        faults: Faults[TaskRow],
    ) -> None:
        self._today = today
        self._calendar = calendar
        self._office = office
        self._people = people
        self._names = {official.id: official for official in officials}
        self._posts = posts
        self._faults = faults
        self._units = UnitNames(units)
        turns = {day for of_one in posts.values() for post in of_one for day in _turns(post)}
        self._turns = sorted(turns)
        """Days on which anybody's post begins or has ended: between two of them nothing changes."""
        self._judged: dict[tuple[OfficialId | None, OfficialId, str | None, int], str | None] = {}
        self._served: dict[tuple[OfficialId, int], str | None] = {}
        self._coordinators: dict[tuple[str, ...], tuple[Named, ...]] = {}
        self._years: set[int] = set()

    def told(self, row: TaskRow) -> Told | None:
        """The row settled; None where an error leaves it without what a task needs."""
        unit = self._unit(row)
        owner = self._owner(row, unit)
        assigner = self._person(row, "assigner", unit=None) if row.assigner else None
        leader = self._person(row, "leader", unit=None) if row.leader else None
        confirmer = self._person(row, "confirmer", unit=None) if row.confirmer else None
        superior = row.superior
        if self._faults.broken(row):
            return None
        state = _state(row)
        self._complete(row, state)
        if state in UNASSIGNED:
            return self._unassigned(row, state, owner, assigner, leader)
        if owner is None:
            return None
        assigned_on = self._assigned_on(row)
        if row.assigner and assigner is None:
            if not self._heads_office(owner, assigned_on):
                return None
            superior = superior or row.assigner
        due = self._deadlines(row, assigned_on)
        submitted_on, happened_on = self._days(row, state, assigned_on)
        self._limits(row)
        self._judge(row, owner, assigner, superior, assigned_on, unit)
        if state not in (TaskState.DONE, TaskState.RECALLED):
            self._day_off(row, due[1])
        coordinators = self._coordinating(row, owner)
        return Told(
            row=row,
            state=state,
            owner=owner,
            assigner=assigner,
            superior=superior,
            leader=leader,
            confirmer=confirmer,
            coordinators=coordinators,
            assigned_on=assigned_on,
            original_due_on=due[0],
            due_on=due[1],
            no_deadline_reason=_no_deadline(row),
            submitted_on=submitted_on,
            happened_on=happened_on,
        )

    # --- persons ---

    def _unit(self, row: TaskRow) -> UnitId | None:
        """The unit that a book names beside the owner: it tells apart two of one name."""
        if row.unit is None:
            return None
        found = self._units.find(row.unit)
        if not found:
            self._faults.warn(row, "unit", "import.task_unit_unknown", value=row.unit)
        return found[0].id if len(found) == 1 else None

    def _owner(self, row: TaskRow, unit: UnitId | None) -> OfficialId | None:
        if row.owner is None:
            return None
        found = self._person(row, "owner", unit)
        if found is not None and row.owner_name and self._people.find(row.owner_name, unit).official != found:
            official = self._names[found]
            person = f"{official.code} {official.name}"
            self._faults.error(row, "owner_name", "import.code_and_name", value=row.owner_name, person=person)
        return found

    def _person(self, row: TaskRow, field: str, unit: UnitId | None) -> OfficialId | None:
        text: str = getattr(row, field)
        match = self._people.find(text, unit)
        if match.official is not None:
            return match.official
        if field != "owner":
            if (titled := self._people.titled(text)) is not None:
                official = self._names[titled]
                self._faults.warn(row, field, "import.by_title", value=text, person=f"{official.code} {official.name}")
                return titled
            if field == "assigner" and self._of_office_head(row):
                return None
            if field == "assigner" and (head := self._head_of(text, row.assigned_on or self._today)) is not None:
                official = self._names[head]
                self._faults.warn(row, field, "import.by_unit", value=text, person=f"{official.code} {official.name}")
                return head
        self._faults.error(row, field, match.code, **match.parameters)
        return None

    def _of_office_head(self, row: TaskRow) -> bool:
        """Whether the row is a task of the office's head, which a superior gives by whatever name."""
        owner = self._people.find(row.owner).official if row.owner else None
        return owner is not None and self._heads_office(owner, row.assigned_on or self._today)

    def _head_of(self, text: str, day: date) -> OfficialId | None:
        """The head of the unit that a book has as the assigner."""
        found = {unit.id for unit in self._units.find(text)}
        heads = [
            post.official
            for of_one in self._posts.values()
            for post in of_one
            if post.unit in found and post.standing is Standing.HEAD and post.valid_on(day)
        ]
        return heads[0] if len(heads) == 1 else None

    def _heads_office(self, official: OfficialId, day: date) -> bool:
        return self._office.is_office_head(official, max(day, self._begins(official)))

    def _coordinating(self, row: TaskRow, owner: OfficialId | None) -> Sequence[Named]:
        if not row.coordinators:
            return ()
        found = self._coordinators.get(row.coordinators)
        if found is None:
            found = self._coordinators[row.coordinators] = tuple(
                dict.fromkeys(map(self._coordinator, row.coordinators))
            )
        if owner is not None and any(each.official == owner for each in found):
            self._faults.warn(row, "coordinators", "import.coordinator_is_owner", value=self._names[owner].name)
            return [each for each in found if each.official != owner]
        return found

    def _coordinator(self, text: str) -> Named:
        """An official by code or full name; whatever else stands there is kept as written ("các phòng")."""
        official = self._people.find(text).official
        return Named(text if official is None else self._names[official].name, official)

    # --- days ---

    def _assigned_on(self, row: TaskRow) -> date:
        """As the book has it, else the start, else the document's date, else the day of the import (design.md §2)."""
        if row.assigned_on is not None:
            return row.assigned_on
        told = next((day for day in (row.starts_on, row.source_on) if day is not None and day <= self._today), None)
        if told is not None:
            return told
        events = (row.submitted_on, row.confirmed_on, row.recalled_on, row.paused_on, row.returned_on)
        day = min([self._today, *(event for event in events if event is not None)])
        self._faults.warn(row, "assigned_on", "import.no_assignment_day", day=day)
        return day

    def _deadlines(self, row: TaskRow, assigned_on: date) -> tuple[date | None, date | None]:
        if row.deadline_days is not None:
            computed = computed_due(self._calendar, assigned_on, row.deadline_days)
            return computed, row.due_on or computed
        first = row.original_due_on or row.due_on
        present = row.due_on or first
        known = row.assigned_on or row.starts_on or row.source_on
        if first is None or present is None or known is None:
            return first, present
        if first < assigned_on:
            self._faults.error(row, "original_due_on", "import.due_before_assigned", due=first, assigned=assigned_on)
        elif present < assigned_on:
            self._faults.error(row, "due_on", "import.due_before_assigned", due=present, assigned=assigned_on)
        return first, present

    def _days(self, row: TaskRow, state: TaskState, assigned_on: date) -> tuple[date | None, date]:
        """Day of the submission, and of what came after it."""
        submitted = row.submitted_on
        if state is TaskState.DONE:
            submitted = submitted or row.confirmed_on
            happened = row.confirmed_on or submitted
        elif state is TaskState.REDO:
            happened = row.returned_on or self._today
            submitted = min(submitted or happened, happened)
        else:
            happened = _HAPPENED[state](row) if state in _HAPPENED else None
        if state in (TaskState.DONE, TaskState.SUBMITTED) and submitted is None:
            self._faults.error(row, "submitted_on", "import.no_completion_day")
        after = self._after(row, "assigned_on", assigned_on, None)
        if state in (TaskState.DONE, TaskState.SUBMITTED, TaskState.REDO):
            after = self._after(row, "submitted_on", submitted, after)
        if state is not TaskState.DONE or row.confirmed_on is not None:
            self._after(row, _COLUMN.get(state, "state"), happened, after)
        return submitted, happened or self._today

    def _after(self, row: TaskRow, field: str, day: date | None, before: date | None) -> date | None:
        """Nothing is declared before what it follows, nor after today (design.md §2.7)."""
        if day is not None and day > self._today:
            self._faults.error(row, field, "import.after_today", day=day, today=self._today)
        elif day is not None and before is not None and day < before:
            self._faults.error(row, field, "import.before_event", day=day, before=before)
        return day or before

    def _day_off(self, row: TaskRow, due_on: date | None) -> None:
        """A fixed deadline on a day off is kept and told of; so is a year whose days off nobody has confirmed."""
        if due_on is None:
            return
        if row.deadline_days is None and not self._calendar.is_working(due_on):
            self._faults.warn(row, "due_on", "import.due_on_day_off", due=due_on)
        if due_on.year not in self._years and not self._calendar.confirmed(due_on.year):
            self._years.add(due_on.year)
            self._faults.warn(row, "due_on", "import.year_unconfirmed", year=str(due_on.year))

    # --- rules ---

    def _complete(self, row: TaskRow, state: TaskState) -> None:
        """What every task has, and what only a draft may lack (design.md §2.1)."""
        if not row.title:
            self._faults.error(row, "title", "import.missing", what=Field.TITLE)
        if state is not TaskState.DRAFT and row.owner is None:
            self._faults.error(row, "owner", "import.no_owner")
        if state not in UNASSIGNED and not row.product:
            self._faults.error(row, "product", "import.missing", what=Field.PRODUCT)

    def _limits(self, row: TaskRow) -> None:
        for field in _LINES:
            text = getattr(row, field)
            if text is not None and len(text) > LONGEST_LINE:
                self._faults.error(row, field, "import.too_long", length=len(text), limit=LONGEST_LINE)
        if row.quantity is not None and not 1 <= row.quantity <= MOST:
            self._faults.error(row, "quantity", "import.quantity", value=row.quantity, limit=MOST)
        if row.coefficient is not None and row.coefficient > MOST:
            self._faults.error(row, "coefficient", "import.coefficient", value=row.coefficient, limit=MOST)

    def _judge(
        self,
        row: TaskRow,
        owner: OfficialId,
        assigner: OfficialId | None,
        superior: str | None,
        day: date,
        unit: UnitId | None,
    ) -> None:
        """Who assigned is taken as the book has it, told of where "Who may" would not allow it."""
        turn = bisect_right(self._turns, day)
        service = self._service(owner, day, turn)
        if service == "import.owner_left":
            self._faults.error(row, "owner", service, person=self._names[owner].name, day=day)
        elif service is not None:
            self._faults.warn(row, "owner", service, person=self._names[owner].name, day=day)
        key = (assigner, owner, row.field if superior is None else f"\0{superior}", turn)
        if key not in self._judged:
            self._judged[key] = self._judgement(owner, assigner, superior, day, row.field)
        code = self._judged[key]
        if code is not None:
            who = self._names[assigner].name if assigner is not None else superior
            self._faults.warn(row, "assigner", code, assigner=who, owner=self._names[owner].name)
        if unit is not None and unit not in self._office.line(self._office.unit_of(owner, day)):
            self._faults.warn(row, "unit", "import.other_unit", owner=self._names[owner].name, value=row.unit)

    def _service(self, official: OfficialId, day: date, turn: int) -> str | None:
        """What is wrong with the owner's posts on the day: every task has an owner who serves (design.md §2.1)."""
        if (official, turn) not in self._served:
            posts = self._posts.get(official, ())
            code = None
            if not any(post.valid_on(day) for post in posts):
                begins = min((post.starts_on or date.min for post in posts), default=date.min)
                code = "import.owner_not_yet" if begins > day else "import.owner_left"
            self._served[official, turn] = code
        return self._served[official, turn]

    def _judgement(
        self, owner: OfficialId, assigner: OfficialId | None, superior: str | None, day: date, field: str | None
    ) -> str | None:
        if assigner is None:
            return None if superior else "import.no_assigner"
        if assigner == owner:
            return "import.assigner_is_owner"
        day = max(day, *(self._begins(official) for official in (owner, assigner)))
        if self._office.is_office_head(owner, day):
            return "import.head_needs_superior"
        return None if rights.may_assign(self._office, assigner, owner, day, field) else "import.assigner_may_not"

    def _begins(self, official: OfficialId) -> date:
        """The first day on which the office knows of the official's posts: older tasks are judged by these."""
        return min((post.starts_on or date.min for post in self._posts.get(official, ())), default=date.min)

    # --- drafts ---

    def _unassigned(
        self,
        row: TaskRow,
        state: TaskState,
        owner: OfficialId | None,
        assigner: OfficialId | None,
        leader: OfficialId | None,
    ) -> Told | None:
        """A draft or proposal: nobody answers for it yet."""
        if (row.owner and owner is None) or (row.assigner and assigner is None):
            return None
        self._limits(row)
        return Told(
            row=row,
            state=state,
            owner=owner,
            assigner=assigner,
            superior=row.superior,
            leader=leader,
            confirmer=None,
            coordinators=self._coordinating(row, owner),
            assigned_on=self._today,
            original_due_on=None,
            due_on=row.due_on,
            no_deadline_reason=_no_deadline(row),
            submitted_on=None,
            happened_on=self._today,
        )


def _turns(post: Appointment) -> Iterable[date]:
    if post.starts_on is not None:
        yield post.starts_on
    if post.ends_on is not None:
        yield post.ends_on + _DAY


def _state(row: TaskRow) -> TaskState:
    """The state as the book has it, else as its days tell it."""
    state = row.state
    if state is None:
        days = (row.submitted_on or row.confirmed_on, row.recalled_on, row.paused_on, row.returned_on)
        found = (TaskState.DONE, TaskState.RECALLED, TaskState.PAUSED, TaskState.REDO)
        state = next((state for day, state in zip(days, found, strict=True) if day), TaskState.ASSIGNED)
    return TaskState.DOING if state is TaskState.ASSIGNED and row.percent else state


def _no_deadline(row: TaskRow) -> str | None:
    if not row.no_deadline:
        return None
    return row.no_deadline_reason or NO_DEADLINE


_HAPPENED = {
    TaskState.RECALLED: lambda row: row.recalled_on,
    TaskState.PAUSED: lambda row: row.paused_on,
}
_COLUMN = {
    TaskState.DONE: "confirmed_on",
    TaskState.RECALLED: "recalled_on",
    TaskState.PAUSED: "paused_on",
    TaskState.REDO: "returned_on",
}
