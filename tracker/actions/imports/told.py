"""One task as a book tells it, its persons found and its days settled. Imports domain.

What the book leaves out is settled by design.md §2, "From an old book"; what the office would not allow is a problem of
the row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from tracker.actions.imports.days import Days, state_of
from tracker.actions.imports.judging import Judging
from tracker.actions.imports.unit_names import UnitNames
from tracker.domain.officials import Standing
from tracker.domain.tasks import CLOSED, UNASSIGNED, TaskState

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
        self._people = people
        self._names = {official.id: official for official in officials}
        self._posts = posts
        self._faults = faults
        self._units = UnitNames(units)
        self._days = Days(today, calendar, faults)
        self._judging = Judging(office, self._names, posts, faults)
        self._coordinators: dict[tuple[str, ...], tuple[Named, ...]] = {}

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
        state = state_of(row)
        self._judging.complete(row, state)
        if state in UNASSIGNED:
            return self._unassigned(row, state, owner, assigner, leader)
        if owner is None:
            return None
        assigned_on = self._days.assigned_on(row)
        if row.assigner and assigner is None:
            if not self._judging.heads_office(owner, assigned_on):
                return None
            superior = superior or row.assigner
        due = self._days.deadlines(row, assigned_on)
        submitted_on, happened_on = self._days.events(row, state, assigned_on)
        self._judging.limits(row)
        self._judging.judge(row, owner, assigner, superior, assigned_on, unit)
        if state not in CLOSED:
            self._days.day_off(row, due[1])
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
        return owner is not None and self._judging.heads_office(owner, row.assigned_on or self._today)

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

    # --- rules ---

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
        self._judging.limits(row)
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


def _no_deadline(row: TaskRow) -> str | None:
    if not row.no_deadline:
        return None
    return row.no_deadline_reason or NO_DEADLINE
