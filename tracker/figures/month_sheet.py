"""The months of a period as calendar sheets: days off by name, and the tasks of a unit on the days they are due."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tracker.figures.gathered import gather
from tracker.store import calendar as stored

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.domain.officials import Actor, OfficialId
    from tracker.domain.periods import Period
    from tracker.domain.units import UnitId
    from tracker.figures.types import Paper, Signature, TaskRow
    from tracker.store import Store


@dataclass(frozen=True)
class Day:
    """A day of a month."""

    on: date
    working: bool
    called: str
    """What the day off or the make-up day is for; "" for one that follows the week."""
    tasks: tuple[TaskRow, ...]


@dataclass(frozen=True)
class Month:
    """A month as weeks from Monday to Sunday; None for a day of another month."""

    first: date
    weeks: tuple[tuple[Day | None, ...], ...]

    @property
    def days(self) -> tuple[Day, ...]:
        """All its days."""
        return tuple(day for week in self.weeks for day in week if day is not None)


@dataclass(frozen=True)
class MonthSheets:
    """What the sheets say."""

    paper: Paper
    maker: Signature
    unit_name: str
    period: Period
    seen_on: date
    months: tuple[Month, ...]


def month_sheets(
    store: Store, unit: UnitId, period: Period, today: date, actor: Actor, *, signer: OfficialId | None = None
) -> MonthSheets:
    """Each month that the period touches, with the tasks of the unit and those below it that are due on its days.

    Deadlines as they stood at the end of the period, or today. Raises Refused "figures.no_head", "figures.identity".
    """
    with store.reading():
        told = gather(store, unit, period, today, actor)
        working, due = stored.working_calendar(store), _by_day(told.of(told.sheet.total))
        firsts = list(_months(period))
        called = {day.id: day.name for year in {first.year for first in firsts} for day in stored.days(store, year)}

    def day(on: date) -> Day:
        return Day(on, working.is_working(on), called.get(on.isoformat(), ""), due.get(on, ()))

    months = tuple(Month(first, _weeks(first, day)) for first in firsts)
    return MonthSheets(told.paper("calendar", signer), told.maker(), told.unit.name, period, told.on, months)


def _by_day(rows: tuple[TaskRow, ...]) -> dict[date, tuple[TaskRow, ...]]:
    found: dict[date, tuple[TaskRow, ...]] = {}
    for row in rows:
        if row.due_on is not None:
            found[row.due_on] = (*found.get(row.due_on, ()), row)
    return found


def _months(period: Period) -> list[date]:
    found = [period.first.replace(day=1)]
    while (following := (found[-1] + timedelta(days=31)).replace(day=1)) <= period.last:
        found.append(following)
    return found


def _weeks(first: date, day: Callable[[date], Day]) -> tuple[tuple[Day | None, ...], ...]:
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    return tuple(tuple(day(on) if on.month == first.month else None for on in week) for week in weeks)
