"""A day as a form tells it back: "Thứ Năm, 05/3/2026 - còn 8 ngày làm việc", and what the calendar warns of. No Qt."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tracker.domain.dates import show_date
from tracker.ui import wording

if TYPE_CHECKING:
    from tracker.domain.calendar import WorkingCalendar
    from tracker.words import Words

FAR = 270
"""Calendar days ahead from which on the year is pointed out: "29/9" typed on 30/9 is that of next year."""


def told(words: Words, day: date, today: date, calendar: WorkingCalendar, *, ahead: bool = True) -> str:
    """The weekday, the day and, for one that lies `ahead`, the working days that are left."""
    names = {"weekday": wording.weekday(words, day), "day": dated(words, day)}
    if day == today:
        return words.text("{weekday}, {day} - today", **names)
    if not ahead:
        return words.text("{weekday}, {day}", **names)
    if day > today:
        return words.text("{weekday}, {day} - {days} working days left", days=calendar.between(today, day), **names)
    return words.text("{weekday}, {day} - {days} working days ago", days=calendar.between(day, today), **names)


def warnings(words: Words, day: date, today: date, calendar: WorkingCalendar, *, ahead: bool = True) -> list[str]:
    """What a deadline on that day should make one look twice at; of a day that has been: that it has not."""
    if not ahead:
        return [words.text("lies after today")] if day > today else []
    found = []
    if day < today:
        found.append(words.text("is over already"))
    if not calendar.is_working(day):
        found.append(words.text("a day off; the working day after it is {day}", day=dated(words, calendar.roll(day))))
    if not calendar.confirmed(day.year):
        found.append(words.text("the days off of {year} are not confirmed yet", year=day.year))
    if (day - today).days > FAR:
        found.append(words.text("more than nine months ahead: is {year} the year?", year=day.year))
    return found


def dated(words: Words, day: date) -> str:
    """05/3/2026, as an office writes it."""
    return show_date(day) if words.language == "vi" else day.isoformat()
