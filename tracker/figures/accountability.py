"""Báo cáo trách nhiệm người đứng đầu: everything the report of a unit's head for a period says, counted.

One reading of the store, or of a copy where there is much to read: counts, rows and annex are of the same state of it.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.events import ExtensionDecision, HandOver, SubmissionDecision
from tracker.domain.tasks import TaskState
from tracker.figures import counts, journeys, paper, types
from tracker.figures.lives import Lives, document
from tracker.figures.people import People
from tracker.store import units
from tracker.store.snapshot import snapshot

if TYPE_CHECKING:
    from tracker.domain.officials import Actor, OfficialId
    from tracker.domain.periods import Period
    from tracker.domain.units import UnitId
    from tracker.figures.counts import Sheet
    from tracker.figures.journeys import Crossing, Journey, Place
    from tracker.store import Store

MANY = 2_000
"""Tasks whose records are read in less than the 300 ms for which a reader may keep a commit waiting (design.md §3)."""
UNIT_CHANGED = "người chịu trách nhiệm chuyển đơn vị công tác"
"""Why a task went from unit to unit without a hand-over."""


def accountability(
    store: Store, unit: UnitId, period: Period, today: date, actor: Actor, *, signer: OfficialId | None = None
) -> types.Accountability:
    """The report of a unit, with the units below it, as a draft of the actor's.

    Raises Refused "figures.no_head" where the post of head is vacant and no signer is named, "figures.identity".
    """
    with store.reading():
        sheet = counts.sheet(store, unit, period, today)
        few = len(sheet.journeys) <= MANY
        report = _Report(store, unit, period, today, actor, sheet) if few else None
    if report is None:
        with snapshot(store) as copied:
            sheet = counts.sheet(copied, unit, period, today)
            report = _Report(copied, unit, period, today, actor, sheet)
    return report.facts(signer)


class _Report:
    """Everything is read when it is made; the rest is computed."""

    def __init__(self, store: Store, unit: UnitId, period: Period, today: date, actor: Actor, sheet: Sheet) -> None:
        self.period, self.sheet = period, sheet
        self.on = journeys.seen_on(period, today)
        self.unit = units.get(store, unit)
        self.tree = units.subtree(store, unit, self.on)
        self.previous = counts.of_unit(store, unit, period.previous(), today)
        self.people = People(store)
        self.lives = Lives(store, self.people, (journey.task for journey in self.sheet.journeys), self.on)
        self.foot = paper.foot(store, self.people, actor)

    @cached_property
    def rows(self) -> dict[int, types.TaskRow]:
        """The rows of the annex and the recalled ones in the order of the tasks' numbers."""
        told = self.sheet.total | self.sheet.recalled
        return {task: self.lives.row(task) for task in self.lives.tasks if task in told}

    def facts(self, signer: OfficialId | None) -> types.Accountability:
        """All parts of the report."""
        head = paper.head_of(self.people, self.unit, self.on, signer)
        previous = self.previous if _anything(self.previous) else None
        return types.Accountability(
            paper=paper.paper(self.foot, self.people, self.unit, self.on, signer=signer),
            unit_name=self.unit.name,
            head=self.people.person(head, self.on, self.unit.id),
            period=self.period,
            seen_on=self.on,
            counts=self.sheet.counts,
            officials=self._officials(),
            internal=self.sheet.internal,
            late=self._late(),
            tasks=self._rows(self.sheet.total),
            previous=previous,
            previous_period=self.period.previous() if previous else None,
            fields=self._fields(),
            extensions=self._extensions(),
            hand_overs=self._hand_overs(),
            recalled=self._rows(self.sheet.recalled),
            old_books=self.lives.old_books,
        )

    def _rows(self, wanted: frozenset[int]) -> tuple[types.TaskRow, ...]:
        return tuple(row for task, row in self.rows.items() if task in wanted)

    def _fields(self) -> tuple[types.FieldRow, ...]:
        """The counts by field, where the office has fields."""
        fields = self.sheet.fields
        named = sorted(fields.items(), key=lambda field: (not field[0], field[0]))
        return tuple(types.FieldRow(name, found) for name, found in named) if any(fields) else ()

    # --- officials ----------------------------------------------------------------------------------------------------

    def _officials(self) -> tuple[types.OfficialRow, ...]:
        found = _shares(self.lives, self.period)
        return tuple(self._official(place, found) for place in sorted(self.sheet.rows, key=self._order))

    def _order(self, place: Place) -> tuple[int, int, tuple[int, int]]:
        """The unit itself first, then those below it; head, deputies and members in each."""
        below = 0 if place.unit == self.unit.id else 1
        return (below, place.unit or 0, self.people.rank(place.owner, place.unit, self.on))

    def _official(self, place: Place, found: _Shares) -> types.OfficialRow:
        return types.OfficialRow(
            official=self.people.person(place.owner, self.on, place.unit),
            unit=self.people.unit_name(place.unit),
            counts=self.sheet.rows[place],
            extensions=found.extensions[place],
            returns=found.returns[place],
            chases=found.chases[place],
            days_late=found.days_late[place],
            working_days_late=found.working_days_late[place],
        )

    # --- tasks told one by one ----------------------------------------------------------------------------------------

    def _late(self) -> tuple[types.LateTask, ...]:
        """The late tasks of the total: those not done first, the latest first."""
        late = [(task, row) for task, row in self.rows.items() if row.days_late and task in self.sheet.total]
        late.sort(key=lambda found: (found[1].state == TaskState.DONE, -found[1].working_days_late))
        return tuple(
            types.LateTask(
                task=row,
                custody=self.lives.custody(task),
                extensions=self.lives.extensions(task),
                submissions=self.lives.submissions(task),
                coordinators=self.lives.coordinators(task),
                chases=self.lives.chases(task),
            )
            for task, row in late
        )

    def _extensions(self) -> tuple[types.ExtensionRow, ...]:
        """What was asked for or decided within the period, of tasks that the unit held then."""
        found = []
        for task, record in self.lives.tasks.items():
            for each in self.lives.extensions(task):
                days = [day for day in (each.asked_on, each.decided_on) if day and day in self.period]
                if days and self._inside(self.lives.holder(task, days[-1])):
                    owner = self.people.name(self.lives.holder(task, days[-1]).owner)
                    found.append(types.ExtensionRow(record.number, record.title, owner, each, record.original_due_on))
        return tuple(found)

    def _hand_overs(self) -> tuple[types.HandOverRow, ...]:
        """Every way a task took between places of which one is inside, day by day."""
        ways = [(journey, way) for journey in self.sheet.journeys for way in journey.crossings]
        rows = [self._hand_over(journey, way) for journey, way in ways if self._touched(way)]
        return tuple(sorted(rows, key=lambda row: (row.on, row.number)))

    def _hand_over(self, journey: Journey, way: Crossing) -> types.HandOverRow:
        record, event = self.lives.tasks[journey.task], self._event(journey.task, way)
        came, went = self._inside(way.target), self._inside(way.source)
        return types.HandOverRow(
            number=record.number,
            title=record.title,
            on=date.fromisoformat(way.day),
            from_name=self.people.name(way.source.owner),
            to_name=self.people.name(way.target.owner),
            by=self.people.name(event.handed_by) if event else "",
            reason=event.reason if event else UNIT_CHANGED,
            basis=document(event.basis, event.basis_on) if event else "",
            direction="internal" if came and went else "in" if came else "out",
            overdue=way.overdue,
        )

    def _event(self, task: int, way: Crossing) -> HandOver | None:
        """The hand-over behind a crossing; None where the owner changed unit."""
        wanted = (way.day, way.source.owner, way.target.owner)
        made: dict[tuple[str, int, int], HandOver] = {
            (each.handed_on.isoformat(), each.from_owner, each.to_owner): each for each in self.lives.hand_overs(task)
        }
        return made.get(wanted)

    def _touched(self, way: Crossing) -> bool:
        return self._inside(way.source) or self._inside(way.target)

    def _inside(self, place: Place) -> bool:
        return place.unit in self.tree


def _anything(found: types.Counts) -> bool:
    """Whether the unit had anything to do."""
    return bool(found.came or found.handed_over or found.recalled)


# --- what fell to whom ------------------------------------------------------------------------------------------------


class _Shares(NamedTuple):
    """Of each official while in a unit: what happened to the tasks held then, and the days held after deadlines."""

    extensions: Counter[Place]
    returns: Counter[Place]
    chases: Counter[Place]
    days_late: Counter[Place]
    working_days_late: Counter[Place]


def _shares(lives: Lives, period: Period) -> _Shares:
    found = _Shares(Counter(), Counter(), Counter(), Counter(), Counter())
    for task in lives.tasks:
        for each in lives.extensions(task):
            if each.decision == ExtensionDecision.APPROVED and each.decided_on and each.decided_on in period:
                found.extensions[lives.holder(task, each.decided_on)] += 1
        for submission in lives.submissions(task):
            day = submission.decided_on
            if submission.decision == SubmissionDecision.RETURNED and day and day in period:
                found.returns[lives.holder(task, day)] += 1
        for chase in lives.chases(task):
            if chase.on in period:
                found.chases[lives.holder(task, chase.on)] += 1
        for stretch, late in lives.places(task):
            found.days_late[stretch.owner] += late.days
            found.working_days_late[stretch.owner] += late.working_days
    return found
