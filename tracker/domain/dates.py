"""Dates as Vietnamese offices write and print them: day first, always. Imports domain.text and errors.

Regular expressions are compiled when a date is first read: starting the program reads none.
"""

from __future__ import annotations

from datetime import date, timedelta

from tracker.domain.errors import Refused
from tracker.domain.text import squeeze

YEARS = range(1900, 2200)
"""Years that a date of an office can have; any other is a slip of the keyboard."""

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")

_TIME = r"(?:[ t]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)?"
_SHAPES = (
    r"(?P<d>[0-9]{1,2}) ?(?P<s>[/.-]) ?(?P<m>[0-9]{1,2}) ?(?P=s) ?(?P<y>[0-9]{4}|[0-9]{2})" + _TIME,
    r"(?P<y>[0-9]{4})(?P<s>[/.-])(?P<m>[0-9]{1,2})(?P=s)(?P<d>[0-9]{1,2})" + _TIME,
    r"(?P<d>[0-9]{1,2}) tháng (?P<m>[0-9]{1,2}),? năm (?P<y>[0-9]{4})",
)
_SHORT_SHAPES = (
    r"(?P<d>[0-9]{1,2}) ?[/.-] ?(?P<m>[0-9]{1,2})",
    r"(?P<d>[0-9]{1,2}) tháng (?P<m>[0-9]{1,2})",
)


def read_date(text: str, today: date | None = None) -> date:
    """A date as people type it: 5/3/2026, 5/3/26, 5-3-2026, 5.3.2026, 2026-03-05, "ngày 5 tháng 3 năm 2026".

    Never month first. Two digits of a year below 70 are of 20yy. With `today` a date without a year ("02/7") is of its
    year. An hour behind the date is dropped: deadlines are days. Raises Refused date.impossible, date.unreadable.
    """
    import re

    typed = squeeze(text).lower().removeprefix("ngày ").rstrip(".,; ")
    for shape in _SHAPES if today is None else _SHAPES + _SHORT_SHAPES:
        if found := re.fullmatch(shape, typed):
            parts = found.groupdict()
            year = parts["y"] if "y" in parts else str(today.year if today else 0)
            return _date(_full_year(year), int(parts["m"]), int(parts["d"]), text)
    raise Refused("date.unreadable", text=text)


def read_deadline(text: str, today: date | None = None) -> date:
    """The last day that is still in time: "trước ngày 15/9" is 14/9.

    "Chậm nhất ngày", "đến hết ngày" and a bare date are that day itself (domain.md §4.1).
    Raises Refused date.impossible, date.unreadable.
    """
    typed = squeeze(text).lower()
    for words in ("trước hết", "chậm nhất là", "chậm nhất", "đến hết", "hết", "trong", "đến"):
        typed = typed.removeprefix(words + " ")
    before = typed.removeprefix("trước ")
    day = read_date(before, today)
    return day if before == typed else day - timedelta(days=1)


def show_date(day: date) -> str:
    """05/3/2026: a day below 10 and the months 1 and 2 take a leading zero (NĐ 30/2020, Phụ lục I)."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year:04d}"


def show_date_table(day: date) -> str:
    """05/03/2026, all of one width: in tables, lists and messages."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def show_weekday(day: date) -> str:
    """ "thứ Hai" … "Chủ nhật"."""
    return _WEEKDAYS[day.weekday()]


def _full_year(year: str) -> int:
    if len(year) == 2:
        return int(year) + (2000 if int(year) < 70 else 1900)
    return int(year)


def _date(year: int, month: int, day: int, text: str) -> date:
    try:
        found = date(year, month, day)
    except ValueError:
        raise Refused("date.impossible", text=text) from None
    if found.year not in YEARS:
        raise Refused("date.impossible", text=text)
    return found
