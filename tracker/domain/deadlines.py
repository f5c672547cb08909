"""The deadline class, lateness in days, and deadlines that are computed or moved by a pause (design.md §2.2-2.4).

Everything here is computed from dates and never stored. Days are dates; `classify` and `judged_on` take ISO text as
well, because both compare alike and the figures of thousands of tasks need no dates made. States come as `TaskState`
or as their stored text. Standard library and domain only; imported by `task list`, so kept light.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from tracker.domain.calendar import WorkingCalendar

Day = TypeVar("Day", date, str)
Paused = tuple[date, date | None]
"""A pause: the day of pausing (counted) and the day of resuming (not counted); None while it lasts."""


class DeadlineClass(StrEnum):
    """Phân loại hạn: where a task stands against its deadline."""

    NO_DEADLINE = "no_deadline"
    IN_TIME = "in_time"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    DONE_EARLY = "done_early"
    DONE_ON_TIME = "done_on_time"
    DONE_LATE = "done_late"
    DONE_NO_DEADLINE = "done_no_deadline"


class Lateness(NamedTuple):
    """How late a task is. Both are 0 where it is not."""

    days: int
    """Calendar days."""
    working_days: int


PUNCTUAL = Lateness(0, 0)
WITHOUT_CLASS = frozenset({"draft", "proposed", "paused", "recalled"})
_NEVER_LATE = frozenset({"draft", "proposed", "recalled"})
_DAY = timedelta(days=1)


def classify(
    state: str, due_on: Day | None, submitted_on: Day | None, on: Day, soon: Callable[[Day], Day]
) -> DeadlineClass | None:
    """The deadline class of a task seen on a day; None for drafts, proposals, paused and recalled tasks.

    A done task is judged by the day of the submission that was confirmed, one that awaits its decision by the day of
    its submission. `soon(day)` is the last date that on `day` counts as due soon (`soon_on`). The SQL twin is
    `tracker.store.listing.CLASS`.
    """
    if state in WITHOUT_CLASS:
        return None
    if state == "done":
        return _classify_done(due_on, submitted_on)
    if due_on is None:
        return DeadlineClass.NO_DEADLINE
    day = judged_on(state, submitted_on, on)
    if due_on < day:
        return DeadlineClass.OVERDUE
    return DeadlineClass.DUE_SOON if due_on <= soon(day) else DeadlineClass.IN_TIME


def _classify_done(due_on: Day | None, submitted_on: Day | None) -> DeadlineClass:
    if due_on is None:
        return DeadlineClass.DONE_NO_DEADLINE
    if submitted_on is None or submitted_on > due_on:
        return DeadlineClass.DONE_LATE
    return DeadlineClass.DONE_ON_TIME if submitted_on == due_on else DeadlineClass.DONE_EARLY


def judged_on(state: str, submitted_on: Day | None, on: Day) -> Day:
    """The day that decides on class and lateness: that of the submission that waits or was confirmed, else `on`."""
    return submitted_on if submitted_on is not None and state in ("submitted", "done") else on


def soon_on(calendar: WorkingCalendar, day: date, days: int) -> date:
    """The last date that on `day` counts as due within `days` working days (setting `due_soon_days`)."""
    return calendar.add(day, days + 1) - _DAY


def lateness(
    calendar: WorkingCalendar,
    state: str,
    due_on: date | None,
    submitted_on: date | None,
    on: date,
    pauses: Iterable[Paused] = (),
) -> Lateness:
    """How late a task is on a day: the days after the deadline up to the submission that counts, else up to `on`.

    Paused days do not count. Drafts, proposals and recalled tasks are never late; a paused one keeps the days it had by
    the day of its pausing.
    """
    if due_on is None or state in _NEVER_LATE:
        return PUNCTUAL
    return late_between(calendar, due_on, judged_on(state, submitted_on, on), pauses)


def late_between(calendar: WorkingCalendar, after: date, to: date, pauses: Iterable[Paused] = ()) -> Lateness:
    """Calendar and working days d with after < d ≤ to that are not paused."""
    if to <= after:
        return PUNCTUAL
    days, working = (to - after).days, calendar.between(after, to)
    for paused_on, resumed_on in pauses:
        first_free = max(after, paused_on - _DAY)
        last = to if resumed_on is None else min(to, resumed_on - _DAY)
        if last > first_free:
            days -= (last - first_free).days
            working -= calendar.between(first_free, last)
    return Lateness(days, working)


def computed_due(calendar: WorkingCalendar, start: date, working_days: int) -> date:
    """A deadline given as "n ngày làm việc" from a day, which itself does not count; it never falls on a day off."""
    return calendar.add(start, working_days) if working_days > 0 else calendar.roll(start)


def resumed_due(calendar: WorkingCalendar, due_on: date, paused_on: date, resumed_on: date) -> date:
    """The deadline after a pause: moved by the working days paused up to it.

    The day of pausing counts, that of resuming does not.
    A pause begun after the deadline does not move it (design.md §2.2): its days just do not count as late.
    """
    paused = calendar.between(paused_on - _DAY, min(due_on, resumed_on - _DAY))
    return calendar.add(due_on, paused) if paused > 0 else due_on
