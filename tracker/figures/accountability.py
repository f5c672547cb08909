"""Báo cáo trách nhiệm người đứng đầu: everything the report of a unit's head for a period says, counted.

One reading of the store, or of a copy where there is much to read: counts, rows and annex are of the same state of it.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.events import ExtensionDecision, HandOver, SubmissionDecision
from tracker.domain.tasks import TaskState
from tracker.figures import types
from tracker.figures.gathered import Gathered, gather
from tracker.figures.lives import document

if TYPE_CHECKING:
    from tracker.domain.officials import Actor, OfficialId
    from tracker.domain.periods import Period
    from tracker.domain.units import UnitId
    from tracker.figures.journeys import Crossing, Journey, Place
    from tracker.figures.lives import Lives
    from tracker.store import Store

UNIT_CHANGED = "người chịu trách nhiệm chuyển đơn vị công tác"
"""Why a task went from unit to unit without a hand-over."""


def accountability(
    store: Store, unit: UnitId, period: Period, today: date, actor: Actor, *, signer: OfficialId | None = None
) -> types.Accountability:
    """The report of a unit, with the units below it, as a draft of the actor's.

    Raises Refused "figures.no_head" where the post of head is vacant and no signer is named, "figures.identity".
    """
    return told_as("accountability", gather(store, unit, period, today, actor, period.previous()), signer)


def told_as(report: str, told: Gathered, signer: OfficialId | None) -> types.Accountability:
    """What was gathered of a unit, for a kind of report. Raises Refused "figures.no_head"."""
    return _Report(told).facts(report, signer)


class _Report:
    """The parts of the report."""

    def __init__(self, told: Gathered) -> None:
        self.told, self.previous = told, told.compared.get(told.period.previous())
        self.lives, self.people, self.period, self.sheet = told.lives, told.people, told.period, told.sheet

    def facts(self, report: str, signer: OfficialId | None) -> types.Accountability:
        """All parts of the report."""
        told, head = self.told, self.told.head_id(signer)
        return types.Accountability(
            paper=told.paper(report, signer),
            unit_name=told.unit.name,
            head=told.head(signer),
            period=self.period,
            seen_on=told.on,
            counts=self.sheet.counts,
            officials=self._officials(),
            internal=self.sheet.internal,
            late=self._late(),
            tasks=told.of(self.sheet.total),
            previous=self.previous,
            previous_period=self.period.previous(),
            fields=self._fields(),
            extensions=self._extensions(),
            hand_overs=self._hand_overs(),
            recalled=told.of(self.sheet.recalled),
            covered_from=told.covered_from,
            own=told.own(head),
            directed=told.directed(head),
            old_books=self.lives.old_books,
        )

    def _fields(self) -> tuple[types.FieldRow, ...]:
        """The counts by field, where the office has fields."""
        fields = self.sheet.fields
        named = sorted(fields.items(), key=lambda field: (not field[0], field[0]))
        return tuple(types.FieldRow(name, found) for name, found in named) if any(fields) else ()

    # --- officials ----------------------------------------------------------------------------------------------------

    def _officials(self) -> tuple[types.OfficialRow, ...]:
        found = _shares(self.lives, self.period)
        return tuple(self._official(place, found) for place in sorted(self.sheet.rows, key=self.told.order))

    def _official(self, place: Place, found: _Shares) -> types.OfficialRow:
        return types.OfficialRow(
            official=self.people.person(place.owner, self.told.on, place.unit),
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
        late = [(task, row) for task, row in self.told.rows.items() if row.days_late and task in self.sheet.total]
        late.sort(key=lambda found: (found[1].state == TaskState.DONE, -found[1].working_days_late))
        return tuple(self.told.late(task) for task, _ in late)

    def _extensions(self) -> tuple[types.ExtensionRow, ...]:
        """What was asked for or decided within the period, of tasks that the unit held then."""
        found = []
        for task, record in self.lives.tasks.items():
            for each in self.lives.extensions(task):
                days = [day for day in (each.asked_on, each.decided_on) if day and day in self.period]
                if days and self.told.inside(self.lives.holder(task, days[-1])):
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
        came, went = self.told.inside(way.target), self.told.inside(way.source)
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
        return self.told.inside(way.source) or self.told.inside(way.target)


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
