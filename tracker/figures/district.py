"""All units under one head side by side, in the order of the units: nobody is ranked; and a page for each head."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.errors import Refused
from tracker.figures.accountability import accountability, told_as
from tracker.figures.gathered import gather

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.officials import Actor, OfficialId
    from tracker.domain.periods import Period
    from tracker.domain.units import UnitId
    from tracker.figures.types import Accountability, Signature, UnitRow
    from tracker.store import Store


@dataclass(frozen=True)
class District:
    """What the sheet says."""

    base: Accountability
    units: tuple[UnitRow, ...]
    heads: tuple[Accountability, ...]
    """Of each unit that has a head, the highest first."""
    maker: Signature


def district(
    store: Store, unit: UnitId, period: Period, today: date, actor: Actor, *, signer: OfficialId | None = None
) -> District:
    """The units right below a unit, each with all that is below it, at the end of a period or today.

    Raises Refused "figures.no_head" for the unit itself, "figures.identity".
    """
    with store.reading():
        told = gather(store, unit, period, today, actor)
        base = told_as("district", told, signer)
        found = [base]
        for below in told.children:
            try:
                found.append(accountability(store, below, period, today, actor))
            except Refused as error:
                if error.code != "figures.no_head":
                    raise
        return District(base, told.unit_rows(), tuple(found), told.maker())
