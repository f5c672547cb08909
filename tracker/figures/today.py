"""What the charts of the first page show: who has how much on the desk, and how much was done in time month by month.

The rate is the one of the reports (`counts.rate`), so that the point of a month and its report say the same.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.periods import around
from tracker.figures import counts, journeys

if TYPE_CHECKING:
    from tracker.domain.officials import OfficialId
    from tracker.domain.periods import Period
    from tracker.domain.units import UnitId
    from tracker.store import Store
    from tracker.store.today import Day

MONTHS = 6
"""Months of the rate, the present one included."""
SHOWN = 10
"""Officials that are named at most; the others stand together in one row."""
_KEPT = ("done_early", "done_on_time")
_COUNTED = (*_KEPT, "done_late", "doing_overdue", "handed_over_overdue")
"""The figures of which the rate is made."""


class Load(NamedTuple):
    """The tasks under way of one official, or of several together."""

    officials: tuple[int, ...]
    name: str
    """Empty for several together."""
    counts: dict[str, int]
    """Deadline class → tasks."""

    @property
    def total(self) -> int:
        """All tasks."""
        return sum(self.counts.values())


class Month(NamedTuple):
    """How much of what had a deadline in a month kept it."""

    first: date
    rate: Decimal | None
    """0 to 1; None where nothing had a deadline to keep."""
    kept: int
    of: int
    tasks: tuple[int, ...]
    """The tasks counted."""


def loads(day: Day, shown: int = SHOWN) -> list[Load]:
    """Who has how many tasks under way: most overdue first, then most; those past `shown` together as the last."""
    names = day.officials()
    every = [Load((owner,), names[owner], found) for owner, found in day.by_owner().items()]
    every.sort(key=lambda load: (-load.counts["overdue"], -load.total, load.officials))
    if len(every) <= shown:
        return every
    rest = every[shown - 1 :]
    together = {look: sum(load.counts[look] for load in rest) for look in rest[0].counts}
    return [*every[: shown - 1], Load(tuple(load.officials[0] for load in rest), "", together)]


def months(store: Store, unit: UnitId | None, official: OfficialId | None, today: date) -> tuple[Month, ...]:
    """The last months, the oldest first, of a unit, of an official, or of everybody."""
    periods = [around(today, 1)]
    while len(periods) < MONTHS:
        periods.append(periods[-1].previous())
    return tuple(_month(store, unit, official, period, today) for period in reversed(periods))


def _month(store: Store, unit: UnitId | None, official: OfficialId | None, period: Period, today: date) -> Month:
    every = journeys.of_period(store, period, today)
    inside = counts.inside_of(store, unit, official, journeys.seen_on(period, today))
    found = counts.Ledger(every).tally(inside)
    tasks = frozenset[int]().union(*(counts.members_of(every, inside, figure) for figure in _COUNTED))
    kept, of = (sum(found[figure] for figure in figures) for figures in (_KEPT, _COUNTED))
    return Month(period.first, counts.rate(found), kept, of, tuple(sorted(tasks)))
