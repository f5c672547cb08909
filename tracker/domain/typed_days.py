"""Days and deadlines as people type them into a form: 5, 5/3, +10, cuối quý, thứ Sáu, 10 ngày, không hạn: lý do. Pure.

`domain.dates` reads dates as documents write them; here is what is short and leans on today.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple, TypedDict

from tracker.domain.dates import read_date, read_deadline
from tracker.domain.errors import Refused
from tracker.domain.periods import around
from tracker.domain.text import fold, squeeze

if TYPE_CHECKING:
    from tracker.domain.calendar import WorkingCalendar


class Limit(NamedTuple):
    """A deadline as typed: a day, a number of working days, or why there is none. One of `days` and `reason` at
    most."""

    due_on: date | None = None
    """The day; with `days` the one that it would be if the task was assigned today."""
    days: int | None = None
    reason: str | None = None


class LimitFields(TypedDict):
    """A deadline as the fields of a new task."""

    due_on: date | None
    deadline_days: int | None
    no_deadline_reason: str | None


def limit_fields(limit: Limit | None) -> LimitFields:
    """The fields of a new task that a deadline fills, all empty for none."""
    if limit is None:
        return {"due_on": None, "deadline_days": None, "no_deadline_reason": None}
    day = None if limit.days else limit.due_on
    return {"due_on": day, "deadline_days": limit.days, "no_deadline_reason": limit.reason}


def read_limit(text: str, today: date, calendar: WorkingCalendar) -> Limit | None:
    """The deadline that was typed; None for nothing.

    Beside what `read_day` knows: "10 ngày" (working days from the assignment), "trước 15/9" (the day before), "không
    hạn: việc thường xuyên". Raises Refused "date.…", "task.why_no_deadline".
    """
    plain = fold(text)
    if not plain:
        return None
    if found := re.fullmatch(r"(?:trong )?(\d{1,4}) (?:ngay(?: lam viec)?|(?:working )?days?)", plain):
        days = int(found[1])
        if days < 1:
            raise Refused("date.unreadable", text=squeeze(text))
        return Limit(calendar.add(today, days), days=days)
    if (reason := _no_deadline(text)) is not None:
        return Limit(reason=reason)
    return Limit(_day(text, plain, today, calendar))


def _no_deadline(text: str) -> str | None:
    """Why there is no deadline; None where the words speak of one."""
    words = squeeze(text).split()
    bare = [fold(word).strip(_AROUND) for word in words]
    for head in _NO_DEADLINE:
        if bare[: len(head)] == head:
            reason = " ".join(words[len(head) :]).strip(_AROUND)
            if not reason:
                raise Refused("task.why_no_deadline", field="no_deadline_reason")
            return reason
    return None


_AROUND = " :,.()-"
_NO_DEADLINE = [
    words.split() for words in ("khong co thoi han", "khong co han", "khong thoi han", "khong han", "no deadline")
]


def _day(text: str, plain: str, today: date, calendar: WorkingCalendar) -> date:
    for words in ("han den ", "han ", "den ngay ", "den "):
        if plain.startswith(words):
            text = squeeze(text)[len(words) :]
            break
    day = read_day(text, today, calendar) if not fold(text).startswith(_DEADLINE_WORDS) else _limit(text, today)
    if day is None:
        raise Refused("date.unreadable", text=squeeze(text))
    return day


_DEADLINE_WORDS = ("truoc", "cham nhat", "het ", "trong ngay")


def _limit(text: str, today: date) -> date:
    """ "Trước 15/9", whose year is the next one in which it lies ahead."""
    day = read_deadline(text, today)
    if day < today and str(day.year) not in text:
        with suppress(ValueError):
            return day.replace(year=day.year + 1)
    return day


def read_day(text: str, today: date, calendar: WorkingCalendar, *, ahead: bool = True) -> date | None:
    """The day that was typed; None for an empty field.

    `5` and `5/3` are the next such day from today on (`ahead=False`: the last one up to today), `+10` the tenth working
    day, "cuối tuần|tháng|quý|năm" the last day of the present one, "thứ Sáu" the next one, "mai" and "hôm nay" what
    they say. Raises Refused "date.…" for what is no date.
    """
    plain = fold(text)
    if not plain:
        return None
    if match := re.fullmatch(r"\+ ?(\d{1,4})(?: ngay(?: lam viec)?| days?)?", plain):
        return calendar.add(today, int(match[1]))
    if plain in _WORDS:
        return _WORDS[plain](today)
    if match := re.fullmatch(r"(?:thu |t)([2-7]|hai|ba|tu|nam|sau|bay)|(cn|chu nhat)", plain):
        return _weekday(today, match[1] or "cn", ahead)
    if match := re.fullmatch(r"(?:cuoi (?:thang|quy)|end of (?:month|quarter)) ?([1-9]|1[0-2]|iv|i{1,3})", plain):
        return _end_of(today, 3 if "qu" in plain else 1, match[1], text)
    if match := re.fullmatch(r"(?:ngay )?(\d{1,2})", plain):
        return _nearest(today, int(match[1]), None, text, ahead)
    if match := re.fullmatch(r"(?:ngay )?(\d{1,2}) ?[/.-] ?(\d{1,2})", plain):
        return _nearest(today, int(match[1]), int(match[2]), text, ahead)
    return read_date(text, today)


def _nearest(today: date, day: int, month: int | None, text: str, ahead: bool) -> date:
    """The first such day that is not before today, or the last one that is not after it.

    A 29 February may be four years away, or eight around a year like 2100.
    """
    for step in range(8 * 12 + 2):
        year, at = divmod(today.year * 12 + today.month - 1 + (step if ahead else -step), 12)
        if month is not None and at + 1 != month:
            continue
        try:
            found = date(year, at + 1, day)
        except ValueError:
            continue
        if found == today or (found > today) == ahead:
            return found
    raise Refused("date.impossible", text=squeeze(text))


def _weekday(today: date, name: str, ahead: bool) -> date:
    """The next such day of the week, today left out: who means today says so."""
    wanted = _DAYS[name]
    step = (wanted - today.weekday() - 1) % 7 + 1
    return today + timedelta(days=step if ahead else step - 7 or -7)


_DAYS = {
    name: at
    for at, names in enumerate(("2 hai", "3 ba", "4 tu", "5 nam", "6 sau", "7 bay", "cn"))
    for name in names.split()
}


def _end_of(today: date, months: int, which: str, text: str) -> date:
    """The last day of a month or quarter named by its number: this year's, or the next one's if that is over."""
    number = {"i": 1, "ii": 2, "iii": 3, "iv": 4}.get(which) or int(which)
    if number * months > 12:
        raise Refused("date.unreadable", text=squeeze(text))
    end = around(date(today.year, number * months, 1), 1).last
    return end if end >= today else around(date(today.year + 1, number * months, 1), 1).last


def _friday(today: date) -> date:
    return today + timedelta(days=(4 - today.weekday()) % 7)


_WORDS: dict[str, Callable[[date], date]] = {
    "hom nay": lambda today: today,
    "today": lambda today: today,
    "hom qua": lambda today: today - timedelta(days=1),
    "yesterday": lambda today: today - timedelta(days=1),
    "mai": lambda today: today + timedelta(days=1),
    "ngay mai": lambda today: today + timedelta(days=1),
    "tomorrow": lambda today: today + timedelta(days=1),
    "cuoi tuan": _friday,
    "cuoi tuan sau": lambda today: _friday(today) + timedelta(days=7),
    "cuoi thang": lambda today: around(today, 1).last,
    "cuoi quy": lambda today: around(today, 3).last,
    "cuoi nam": lambda today: around(today, 12).last,
    "end of week": _friday,
    "end of month": lambda today: around(today, 1).last,
    "end of quarter": lambda today: around(today, 3).last,
    "end of year": lambda today: around(today, 12).last,
}
