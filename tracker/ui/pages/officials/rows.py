"""What the page of people reads, and the tasks behind its numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.ui.pages import records
from tracker.ui.pages.officials.columns import OPEN, OVERDUE

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.officials import Official
    from tracker.domain.periods import Period
    from tracker.domain.units import UnitId
    from tracker.figures.roster import Member
    from tracker.store import Store
    from tracker.ui.desk import Desk


class Asked(NamedTuple):
    """What the list depends on."""

    unit: UnitId | None
    period: Period
    today: date


def read(store: Store, asked: Asked) -> list[Member]:
    """Everybody of the unit, with their figures."""
    from tracker.figures.roster import roster

    return roster(store, *asked)


def open_figure(desk: Desk, member: Member, figure: str) -> None:
    """Go to the tasks behind a number of a person: what lies open, or a figure of the period."""
    official = member.official
    if figure == OVERDUE:
        desk.go("tasks", view="overdue", official=official.id)
    elif figure == OPEN:
        _open(desk, official)
    else:
        records.open_figure(desk, official.name, figure, official=official.id)


def _open(desk: Desk, official: Official) -> None:
    from tracker.store import listing, workload

    wanted = listing.Wanted(states=workload.OPEN, owner=official.id)
    found = frozenset(listing.ids(desk.store, wanted, desk.today))
    desk.go("tasks", ids=found, name=desk.text("{name}: open tasks", name=official.name))
