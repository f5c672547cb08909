"""Who answered for a task when, and how a lateness is split among successive owners (design.md "Figures, exactly").

A day belongs to whoever held the task at its end: the day of a hand-over is the receiver's.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from tracker.domain.deadlines import PUNCTUAL, Lateness, Paused, late_between

if TYPE_CHECKING:
    from tracker.domain.calendar import WorkingCalendar

Holder = TypeVar("Holder", bound=Hashable)
"""Who holds: an official, or an official while in a unit."""
_DAY = timedelta(days=1)


class Held(NamedTuple, Generic[Holder]):
    """A stretch of days in which one official answered for the task."""

    owner: Holder
    from_on: date
    to_on: date | None
    """Last day; None if it lasts. The day before `from_on` where the task was handed on within the same day."""


def held(owners: Iterable[tuple[date, Holder]], closed_on: date | None = None) -> list[Held[Holder]]:
    """Stretches of custody from (day, owner from that day on), in the order it happened.

    An event that leaves the owner as it was makes no stretch of its own. `closed_on` ends the last stretch.
    """
    begins: list[tuple[date, Holder]] = []
    for day, owner in owners:
        if not begins or begins[-1][1] != owner:
            begins.append((day, owner))
    ends = [day - _DAY for day, _ in begins[1:]] + [closed_on]
    return [Held(owner, day, end) for (day, owner), end in zip(begins, ends, strict=False)]


def split(
    calendar: WorkingCalendar,
    stretches: Sequence[Held[Any]],
    due_on: date | None,
    until: date,
    pauses: Sequence[Paused] = (),
) -> list[Lateness]:
    """The part of each stretch in the days after the deadline up to `until`, paused days left out.

    The parts sum up to the task's lateness: the first owner answers for days before the first stretch, the last one for
    those behind it.
    """
    if due_on is None:
        return [PUNCTUAL] * len(stretches)
    last = len(stretches) - 1
    parts = []
    for at, stretch in enumerate(stretches):
        after = due_on if at == 0 else max(due_on, stretch.from_on - _DAY)
        to = until if at == last or stretch.to_on is None else min(until, stretch.to_on)
        parts.append(late_between(calendar, after, to, pauses))
    return parts
