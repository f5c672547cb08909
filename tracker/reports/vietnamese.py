"""How dates, numbers and codes are written on Vietnamese paper (NĐ 30/2020, Phụ lục I). Pure; imports domain.dates."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import TYPE_CHECKING

from tracker.domain.dates import show_date

if TYPE_CHECKING:
    from collections.abc import Sequence

VIETNAM = timezone(timedelta(hours=7))
"""The one time zone of the country: journal times are UTC, paper shows the local hour."""

NBSP = "\N{NO-BREAK SPACE}"
"""Holds a number and its unit on one line; printed as a plain space."""

BLANK = " " * 6
"""What is filled in by hand on a draft."""


def day(value: date) -> str:
    """01/7/2026, 05/02/2026: a day below 10 and the months 1 and 2 take a leading zero."""
    return show_date(value)


def short_day(value: date) -> str:
    """01/7: where the year is plain from the sheet."""
    return show_date(value).rpartition("/")[0]


def day_in(value: date | None, year: int) -> str:
    """The day, with its year only if that is not the year of the sheet; nothing for None."""
    if value is None:
        return ""
    return short_day(value) if value.year == year else day(value)


def long_day(value: date) -> str:
    """ngày 01 tháng 7 năm 2026"""
    days, month, year = show_date(value).split("/")
    return f"ngày {days} tháng {month} năm {year}"


def blank_day(year: int) -> str:
    """The date line of a draft: day and month are filled in by hand when it is signed."""
    return f"ngày {BLANK} tháng {BLANK} năm {year}"


def moment(value: datetime) -> str:
    """14:05 ngày 09/7/2026, in Vietnam's hour, of a UTC time (one without a zone is taken as UTC)."""
    known = value if value.tzinfo else value.replace(tzinfo=UTC)
    local = known.astimezone(VIETNAM)
    return f"{local:%H:%M} ngày {day(local.date())}"


def local_day(value: datetime) -> date:
    """The day in Vietnam of a UTC time."""
    known = value if value.tzinfo else value.replace(tzinfo=UTC)
    return known.astimezone(VIETNAM).date()


def whole(value: int) -> str:
    """1.284: thousands with a dot."""
    return f"{value:,}".replace(",", ".")


def count(value: int) -> str:
    """A count in a table: nothing there is a dash, so that the figures that matter stand out."""
    return whole(value) if value else "-"


def number(value: Decimal) -> str:
    """1.234,5: decimal comma, no zeros behind it that say nothing."""
    text = f"{value.normalize():,f}"
    return text.replace(",", " ").replace(".", ",").replace(" ", ".")


def percent(rate: Decimal | None) -> str:
    """80,0 % of a rate from 0 to 1; a dash where there is none."""
    if rate is None:
        return "-"
    return f"{rate * 100:.1f}".replace(".", ",") + f"{NBSP}%"


def shown(value: object) -> str:
    """A day, an hour, a number as it is written here; any other value as text."""
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, date):
        return day(value)
    if isinstance(value, Decimal):
        return number(value)
    return str(value)


def sentence(text: str) -> str:
    """The text with a capital first letter and a full stop, if it has none."""
    clean = text.strip()
    if not clean:
        return ""
    return clean[0].upper() + clean[1:] + ("" if clean[-1] in ".!?…" else ".")


def joined(*parts: str, by: str = "; ") -> str:
    """The parts that say something, in one line."""
    return by.join(part for part in parts if part)


def itemised(items: Sequence[str]) -> list[str]:
    """One a line with a dash before and a semicolon behind, a full stop behind the last (NĐ 30/2020, ô 9)."""
    last = len(items) - 1
    return [f"- {item}{'.' if number == last else ';'}" for number, item in enumerate(items)]
