"""Báo cáo kết quả thực hiện nhiệm vụ of a unit: its figures by unit below it, beside those of two other periods."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.figures.accountability import told_as
from tracker.figures.gathered import gather

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.officials import Actor, OfficialId
    from tracker.domain.periods import Period
    from tracker.domain.units import UnitId
    from tracker.figures.types import Accountability, Counts, UnitRow
    from tracker.store import Store


@dataclass(frozen=True)
class Quarterly:
    """What the report says besides what the accountability report does."""

    base: Accountability
    compared: tuple[tuple[Period, Counts | None], ...]
    """The period before and the same one a year ago; None where there are no records."""
    units: tuple[UnitRow, ...]
    """The unit's own people, then each unit right below it with all that is below that one; they add up to the unit."""


def quarterly(
    store: Store, unit: UnitId, period: Period, today: date, actor: Actor, *, signer: OfficialId | None = None
) -> Quarterly:
    """The report of a unit, with the units below it, as a draft of the actor's.

    Raises Refused "figures.no_head", "figures.identity".
    """
    others = (period.previous(), period.year_before())
    told = gather(store, unit, period, today, actor, *others)
    compared = tuple((other, told.compared[other]) for other in dict.fromkeys(others))
    return Quarterly(told_as("quarterly", told, signer), compared, told.unit_rows())
