"""What lies open on each desk of a unit, by how it stands, plain and weighted (giao quy đổi: K times quantity)."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from tracker.domain.deadlines import DeadlineClass
from tracker.domain.errors import Refused
from tracker.domain.tasks import TaskState
from tracker.figures.gathered import gather
from tracker.figures.journeys import Place

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.officials import Actor, OfficialId
    from tracker.domain.periods import Period
    from tracker.domain.units import UnitId
    from tracker.figures.gathered import Gathered
    from tracker.figures.types import Paper, Person, Signature
    from tracker.store import Store

AWAITING, PAUSED = "awaiting", "paused"
HEAPS = (
    DeadlineClass.OVERDUE,
    DeadlineClass.DUE_SOON,
    DeadlineClass.IN_TIME,
    DeadlineClass.NO_DEADLINE,
    AWAITING,
    PAUSED,
)
"""How an open task stands: by its deadline, or waiting for a decision, or paused."""


@dataclass(frozen=True)
class Desk:
    """One person's."""

    official: Person
    unit: str
    heaps: dict[str, int] = field(default_factory=dict)
    """Of `HEAPS` → tasks."""
    weight: Decimal = Decimal(0)
    weight_overdue: Decimal = Decimal(0)

    @property
    def open(self) -> int:
        """All open tasks."""
        return sum(self.heaps.values())


@dataclass(frozen=True)
class Workload:
    """What the sheet says."""

    paper: Paper
    maker: Signature
    unit_name: str
    period: Period
    seen_on: date
    desks: tuple[Desk, ...]
    """Everybody of the unit and those below it, with nothing open too: the unit first; head, deputies, members."""


def workload(
    store: Store, unit: UnitId, period: Period, today: date, actor: Actor, *, signer: OfficialId | None = None
) -> Workload:
    """The open tasks of a unit, with the units below it, at the end of a period or today, if that is earlier.

    Raises Refused "figures.no_head"; "figures.identity", also where the desks differ from the unit's counts.
    """
    told = gather(store, unit, period, today, actor)
    found = Workload(told.paper("workload", signer), told.maker(), told.unit.name, period, told.on, tuple(_desks(told)))
    counts = told.sheet.counts
    counted = counts.awaiting + counts.paused + counts.doing_in_time + counts.doing_overdue + counts.doing_no_deadline
    listed = sum(desk.open for desk in found.desks)
    if listed != counted:
        raise Refused("figures.identity", name=told.unit.name, came=listed, total=counted, became=counted)
    return found


def _desks(told: Gathered) -> list[Desk]:
    """In the order of a list of the unit; whoever left and still answers for something stands where it lies."""
    places: dict[Place, list[int]] = {}
    for journey in told.sheet.journeys:
        if journey.task in told.sheet.total and told.lives.seen(journey.task).state != TaskState.DONE:
            places.setdefault(journey.end, []).append(journey.task)
    for each in told.people.everybody():
        at = told.people.unit(each, told.on)
        if at in told.tree and told.people.serves(each, told.on):
            places.setdefault(Place(each, at), [])
    return [_desk(told, place.owner, place.unit, places[place]) for place in sorted(places, key=told.order)]


def _desk(told: Gathered, owner: int, at: int | None, tasks: list[int]) -> Desk:
    heaps = dict.fromkeys(map(str, HEAPS), 0)
    weights = {task: _weight(told, task) for task in tasks}
    for task in tasks:
        heaps[_heap(told, task)] += 1
    late = [task for task in tasks if _heap(told, task) == DeadlineClass.OVERDUE]
    return Desk(
        told.people.person(owner, told.on, at),
        told.people.unit_name(at),
        heaps,
        sum(weights.values(), Decimal(0)),
        sum((weights[task] for task in late), Decimal(0)),
    )


def _heap(told: Gathered, task: int) -> str:
    row = told.rows[task]
    if row.state == TaskState.SUBMITTED:
        return AWAITING
    return PAUSED if row.state == TaskState.PAUSED else str(row.deadline_class)


def _weight(told: Gathered, task: int) -> Decimal:
    record = told.lives.tasks[task]
    return (record.coefficient or Decimal(1)) * (record.quantity or 1)
