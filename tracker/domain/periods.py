"""Periods of a report: month, quarter, year or any span of days, as typed and as printed.

Imports domain.dates and errors.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from tracker.domain.dates import show_date
from tracker.domain.errors import Refused

_ROMAN = ("I", "II", "III", "IV")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@dataclass(frozen=True)
class Period:
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        """Raises Refused period.backwards."""
        if self.last < self.first:
            raise Refused("period.backwards", first=self.first, last=self.last)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __str__(self) -> str:
        """As it is typed: 2026-Q3, 2026-09, 2026 or 2026-07-01..2026-09-30."""
        months, year, month = self._months(), f"{self.first.year:04d}", self.first.month
        texts = {12: year, 3: f"{year}-Q{month // 3 + 1}", 1: f"{year}-{month:02d}"}
        return texts.get(months, f"{self.first.isoformat()}..{self.last.isoformat()}")

    def name(self, lang: str = "vi") -> str:
        """As it is printed: "quý III năm 2026", "tháng 9 năm 2026", "từ ngày 01/7/2026 đến ngày 30/9/2026"."""
        return self._english() if lang == "en" else self._vietnamese()

    def previous(self) -> Period:
        """The month, quarter or year before; for any other span as many days right before it.

        Raises Refused period.unreadable before the year 1.
        """
        try:
            if months := self._months():
                return _of_months(*divmod(self.first.year * 12 + self.first.month - 1 - months, 12), months)
            day = timedelta(days=1)
            return Period(self.first - (self.last - self.first) - day, self.first - day)
        except (ValueError, OverflowError):
            raise Refused("period.unreadable", field="period", text=str(self)) from None

    def year_before(self) -> Period:
        """The same month, quarter or year of the year before; for any other span the same days of it.

        Raises Refused period.unreadable before the year 1.
        """
        try:
            if months := self._months():
                return _of_months(self.first.year - 1, self.first.month - 1, months)
            return Period(_year_before(self.first), _year_before(self.last))
        except (ValueError, OverflowError):
            raise Refused("period.unreadable", field="period", text=str(self)) from None

    def _months(self) -> int:
        """12 for a calendar year, 3 for a quarter, 1 for a month, 0 for any other span."""
        for months in (12, 3, 1):
            starts = self.first.day == 1 and (self.first.month - 1) % months == 0
            if starts and self.last == _last_of(self.first.year, self.first.month + months - 1):
                return months
        return 0

    def _vietnamese(self) -> str:
        year, month = self.first.year, self.first.month
        if self.first == self.last:
            return f"ngày {show_date(self.first)}"
        texts = {12: f"năm {year}", 3: f"quý {_ROMAN[(month - 1) // 3]} năm {year}", 1: f"tháng {month} năm {year}"}
        return texts.get(self._months(), f"từ ngày {show_date(self.first)} đến ngày {show_date(self.last)}")

    def _english(self) -> str:
        year, month = self.first.year, self.first.month
        if self.first == self.last:
            return self.first.isoformat()
        texts = {
            12: f"the year {year}",
            3: f"quarter {_ROMAN[(month - 1) // 3]} of {year}",
            1: f"{_MONTHS[month - 1]} {year}",
        }
        return texts.get(self._months(), f"{self.first.isoformat()} to {self.last.isoformat()}")


def parse(text: str) -> Period:
    """The period that was typed: 2026-Q3, 2026-09, 2026 or 2026-07-01..2026-09-30.

    Raises Refused period.unreadable, period.backwards.
    """
    typed = text.strip()
    try:
        if ".." in typed:
            first, last = typed.split("..")
            return Period(_iso(first), _iso(last))
        return _calendar_period(typed)
    except ValueError:
        raise Refused("period.unreadable", field="period", text=text) from None


def around(day: date, months: int) -> Period:
    """The calendar month (1), quarter (3) or year (12) that holds a day."""
    return _of_months(day.year, (day.month - 1) // months * months, months)


def _year_before(day: date) -> date:
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap else day.day)


def _calendar_period(typed: str) -> Period:
    year, _, part = typed.upper().partition("-")
    if not (len(year) == 4 and year.isascii() and year.isdecimal()):
        raise ValueError(typed)
    if typed == year:
        return _of_months(int(year), 0, 12)
    if part in ("Q1", "Q2", "Q3", "Q4"):
        return _of_months(int(year), (int(part[1]) - 1) * 3, 3)
    if len(part) == 2 and part.isascii() and part.isdecimal():
        return _of_months(int(year), int(part) - 1, 1)
    raise ValueError(typed)


def _of_months(year: int, month: int, count: int) -> Period:
    """`count` months from the month with that index (January is 0)."""
    return Period(date(year, month + 1, 1), _last_of(year, month + count))


def _last_of(year: int, month: int) -> date:
    """The last day of a month."""
    if month == 12:
        return date(year, 12, 31)
    return date(year, month + 1, 1) - timedelta(days=1)


def _iso(text: str) -> date:
    """yyyy-mm-dd and nothing else that fromisoformat takes."""
    day = date.fromisoformat(text.strip())
    if day.isoformat() != text.strip():
        raise ValueError(text)
    return day
