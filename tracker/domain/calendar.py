"""The working calendar: Monday to Friday, minus days off, plus make-up days. Imports only domain.errors.

A day of a period is counted from the day after its beginning (BLDS 2015 Điều 147); which days are off is data, edited
every December, never computed by rule (domain.md §4).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date
from itertools import accumulate

from tracker.domain.errors import Refused


class WorkingCalendar:
    """The days on which the office works. Counting costs the same over a week and over ten years."""

    def __init__(self, days: Mapping[date, bool], confirmed_years: frozenset[int] = frozenset()) -> None:
        """`days`: True is a make-up working day, False a day off; all others follow the week.

        `confirmed_years`: the years whose days an official plan has fixed.
        """
        changed = sorted((day.toordinal(), working) for day, working in days.items() if working != (day.weekday() < 5))
        self._changed = [ordinal for ordinal, _ in changed]
        self._gained = [0, *accumulate(1 if working else -1 for _, working in changed)]
        self._confirmed_years = confirmed_years

    def is_working(self, day: date) -> bool:
        """Whether the office works on that day."""
        return self._count(day.toordinal()) > self._count(day.toordinal() - 1)

    def between(self, after: date, to: date) -> int:
        """How many working days d there are with after < d ≤ to; 0 where `to` is not later."""
        return max(0, self._count(to.toordinal()) - self._count(after.toordinal()))

    def add(self, day: date, n: int) -> date:
        """The n-th working day after a day, which itself is not counted; n = 0 gives the day back.

        Raises Refused date.too_far past the year 9999.
        """
        if n < 0:
            raise ValueError(n)
        ordinal = day.toordinal()
        wanted = self._count(ordinal) + n
        # A day brings one working day at most: stepping by what is missing never passes the first day with all of them.
        while (missing := wanted - self._count(ordinal)) > 0:
            ordinal += missing
            if ordinal > _LAST:
                raise Refused("date.too_far", days=n)
        return date.fromordinal(ordinal)

    def roll(self, day: date) -> date:
        """The day itself if the office works on it, else the next working day (BLDS 2015 Điều 148)."""
        return day if self.is_working(day) else self.add(day, 1)

    def next_working(self, day: date) -> date:
        """The first working day after a day."""
        return self.add(day, 1)

    def confirmed(self, year: int) -> bool:
        """Whether an official plan has fixed the days off of that year."""
        return year in self._confirmed_years

    def _count(self, ordinal: int) -> int:
        """Working days from the beginning of the calendar (day 1 was a Monday) to the day of that number."""
        weeks, rest = divmod(ordinal, 7)
        return weeks * 5 + min(rest, 5) + self._gained[bisect_right(self._changed, ordinal)]


_LAST = date.max.toordinal()
