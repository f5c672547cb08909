"""What the page of people reads, and the tasks behind its numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.ui.pages.officials.columns import OPEN, OVERDUE, RATE
from tracker.ui.widgets.counts import said

if TYPE_CHECKING:
    from datetime import date

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
    if figure == OVERDUE:
        desk.go("tasks", view="overdue", official=member.official.id)
        return
    ids, name = _open(desk, member) if figure == OPEN else _of_period(desk, member, figure)
    desk.go("tasks", ids=ids, name=name)


def _open(desk: Desk, member: Member) -> tuple[frozenset[int], str]:
    from tracker.store import listing, workload

    wanted = listing.Wanted(states=workload.OPEN, owner=member.official.id)
    found = frozenset(listing.ids(desk.store, wanted, desk.today))
    return found, desk.text("{name}: open tasks", name=member.official.name)


def _of_period(desk: Desk, member: Member, figure: str) -> tuple[frozenset[int], str]:
    from tracker.figures.counts import members

    figure = "total" if figure == RATE else figure
    found = members(desk.store, None, desk.period, desk.today, official=member.official.id, figure=figure)
    told = said(desk.words, figure).lstrip("+−= ").lower()
    name, period = member.official.name, desk.period.name(desk.words.language)
    return found, desk.text("{name}, {period}: {figure}", name=name, period=period, figure=told)
