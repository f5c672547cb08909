"""The working calendar as stored: shipped with the program, edited by the office, journaled either way."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tracker.domain.calendar import WorkingCalendar

if TYPE_CHECKING:
    from tracker.domain.settings import CalendarDay, CalendarYear
    from tracker.store import Store
    from tracker.store.writing import Change


def working_calendar(store: Store) -> WorkingCalendar:
    """The calendar every deadline is computed with."""
    days = store.rows("SELECT id, working FROM calendar_day WHERE undone = 0")
    years = store.rows("SELECT id FROM calendar_year WHERE confirmed = 1 AND undone = 0")
    return WorkingCalendar(
        {date.fromisoformat(day): bool(working) for day, working in days}, frozenset(year for (year,) in years)
    )


def days(store: Store, year: int) -> list[CalendarDay]:
    """The days of a year that do not follow the week: days off and make-up days, the first first."""
    from tracker.store.tables import table

    of = table("calendar_day")
    found = store.rows(f"{of.select_record} WHERE undone = 0 AND id LIKE ? ORDER BY id", (f"{year:04d}-%",))
    return [of.of(row) for row in found]


def years(store: Store) -> list[CalendarYear]:
    """The years that the calendar knows, the first first."""
    from tracker.store.tables import table

    of = table("calendar_year")
    return [of.of(row) for row in store.rows(f"{of.select_record} WHERE undone = 0 ORDER BY id")]


def ship(change: Change) -> None:
    """Save the table that ships with the program (resources/calendar.json)."""
    for record in shipped():
        change.save(record)


def shipped() -> list[CalendarDay | CalendarYear]:
    """The shipped table as records: years with their confirmation, days off and make-up days."""
    import json

    from tracker.domain.settings import CalendarDay, CalendarYear
    from tracker.resource import resource

    table = json.loads(resource("calendar.json").read_text(encoding="utf-8"))
    found: list[CalendarDay | CalendarYear] = []
    for year in table["years"]:
        found.append(CalendarYear(id=year["year"], confirmed=year["confirmed"], document=year.get("document")))
        found.extend(
            CalendarDay(id=day["day"], working=day["working"], name=day["name"], document=day.get("document"))
            for day in year["days"]
        )
    return found
