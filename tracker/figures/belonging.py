"""Which unit an official belonged to on which day, by main appointments; days are ISO text.

The same rule as `tracker.domain.officials.main_unit_on`, prepared once for thousands of questions.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable


class Belonging:
    """The units of all officials through time."""

    def __init__(self, main_posts: Iterable[tuple[int, str, int]]) -> None:
        """`main_posts`: (official, first day or "", unit), each official's in the order they begin."""
        self._days: dict[int, list[str]] = {}
        self._units: dict[int, list[int]] = {}
        for official, begins, unit in main_posts:
            self._add(official, begins, unit)
        self.settled = {official: units[0] for official, units in self._units.items() if len(units) == 1}
        """The officials who never changed their unit, with it."""

    def _add(self, official: int, begins: str, unit: int) -> None:
        days, units = self._days.setdefault(official, [""]), self._units.setdefault(official, [unit])
        if begins == days[-1]:
            units[-1] = unit
        else:
            days.append(begins)
            units.append(unit)
        if len(units) > 1 and units[-1] == units[-2]:
            del days[-1], units[-1]

    def unit(self, official: int, day: str) -> int | None:
        """The unit of the main appointment, after its end the last one, before the first that one; None without any."""
        units = self._units.get(official)
        if units is None:
            return None
        return units[bisect_right(self._days[official], day) - 1]

    def changes(self, official: int, after: str, to: str) -> list[str]:
        """The days d with after < d ≤ to on which the official began in another unit."""
        days = self._days.get(official, [])[1:]
        return [day for day in days if after < day <= to]
