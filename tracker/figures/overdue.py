"""Danh mục nhiệm vụ quá hạn of a unit: what is overdue on the day seen, by how long it has been so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.deadlines import DeadlineClass
from tracker.domain.errors import Refused
from tracker.domain.tasks import TaskState
from tracker.figures.gathered import gather
from tracker.store.today import BANDS

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.officials import Actor, OfficialId
    from tracker.domain.periods import Period
    from tracker.domain.units import UnitId
    from tracker.figures.gathered import Gathered
    from tracker.figures.types import LateTask, Paper, Signature
    from tracker.store import Store


@dataclass(frozen=True)
class Band:
    """Overdue tasks of an age, those of public concern first, then the latest."""

    over: int
    """Working days that each is more than late."""
    up_to: int | None
    """Working days that none is later than; None for the oldest."""
    tasks: tuple[LateTask, ...]


@dataclass(frozen=True)
class Overdue:
    """What the list says."""

    paper: Paper
    maker: Signature
    unit_name: str
    period: Period
    seen_on: date
    bands: tuple[Band, ...]
    """The oldest first, empty ones too."""

    @property
    def tasks(self) -> tuple[LateTask, ...]:
        """All of them, in the order of the list."""
        return tuple(late for band in self.bands for late in band.tasks)


def overdue(
    store: Store, unit: UnitId, period: Period, today: date, actor: Actor, *, signer: OfficialId | None = None
) -> Overdue:
    """The overdue tasks of a unit, with the units below it, at the end of a period or today, if that is earlier.

    Raises Refused "figures.no_head"; "figures.identity", also where the rows differ from the unit's count.
    """
    told = gather(store, unit, period, today, actor)
    edges = (-1, *BANDS)
    bands = [Band(over, up_to, _aged(told, over, up_to)) for over, up_to in zip(edges, (*BANDS, None), strict=True)]
    found = Overdue(
        told.paper("overdue", signer), told.maker(), told.unit.name, period, told.on, tuple(reversed(bands))
    )
    _require(found, told)
    return found


def late_tasks(told: Gathered) -> list[int]:
    """The tasks of the total that are overdue on the day seen, a result that waits for its decision included."""
    return [
        task
        for task, row in told.rows.items()
        if task in told.sheet.total and row.deadline_class == DeadlineClass.OVERDUE
    ]


def _aged(told: Gathered, over: int, up_to: int | None) -> tuple[LateTask, ...]:
    rows = [(task, told.rows[task]) for task in late_tasks(told)]
    aged = [(task, row) for task, row in rows if over < row.working_days_late <= (up_to or row.working_days_late)]
    aged.sort(key=lambda found: (not found[1].public_concern, -found[1].working_days_late))
    return tuple(told.late(task) for task, _ in aged)


def _require(found: Overdue, told: Gathered) -> None:
    """What waits for a decision is counted apart (design.md, "Figures, exactly")."""
    listed = sum(late.task.state != TaskState.SUBMITTED for late in found.tasks)
    counted = told.sheet.counts.doing_overdue
    if listed != counted:
        raise Refused("figures.identity", name=told.unit.name, came=listed, total=counted, became=counted)
