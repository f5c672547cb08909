"""The working calendar: counting, rolling, and the table that ships with the program."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.calendar import WorkingCalendar
from tracker.domain.errors import Refused
from tracker.resource import resource

TABLE: list[dict[str, Any]] = json.loads(resource("calendar.json").read_text(encoding="utf-8"))["years"]
ENTRIES = [entry for year in TABLE for entry in year["days"]]
SHIPPED = WorkingCalendar(
    {date.fromisoformat(entry["day"]): entry["working"] for entry in ENTRIES},
    frozenset(year["year"] for year in TABLE if year["confirmed"]),
)
DAY = timedelta(days=1)

DAYS = st.dates(date(2018, 1, 1), date(2027, 12, 31))
CALENDARS = st.dictionaries(st.dates(date(2026, 1, 1), date(2026, 3, 31)), st.booleans(), max_size=40)
NEAR = st.dates(date(2025, 12, 1), date(2026, 4, 30))


def week_of(day: date) -> bool:
    return day.weekday() < 5


def counted(days: dict[date, bool], after: date, to: date) -> int:
    """Day by day, the slow way."""
    return sum(days.get(after + DAY * n, week_of(after + DAY * n)) for n in range(1, (to - after).days + 1))


@given(CALENDARS, NEAR, NEAR)
def test_counting_at_once_is_counting_day_by_day(days: dict[date, bool], after: date, to: date) -> None:
    calendar = WorkingCalendar(days)
    assert calendar.between(after, to) == counted(days, after, to)
    assert calendar.is_working(to) == days.get(to, week_of(to))


@given(CALENDARS, NEAR, st.integers(1, 60))
def test_the_nth_working_day_is_the_first_with_n_days_behind(days: dict[date, bool], day: date, n: int) -> None:
    calendar = WorkingCalendar(days)
    due = calendar.add(day, n)
    assert calendar.between(day, due) == n
    assert calendar.is_working(due)


@given(CALENDARS, NEAR, st.integers(0, 30), st.integers(0, 30))
def test_adding_in_two_steps_is_adding_at_once(days: dict[date, bool], day: date, first: int, second: int) -> None:
    calendar = WorkingCalendar(days)
    assert calendar.add(calendar.add(day, first), second) == calendar.add(day, first + second)


@given(CALENDARS, NEAR)
def test_rolling_goes_to_the_next_working_day_and_no_further(days: dict[date, bool], day: date) -> None:
    calendar = WorkingCalendar(days)
    rolled = calendar.roll(day)
    assert calendar.is_working(rolled)
    assert counted(days, day - DAY, rolled) == 1
    assert calendar.next_working(day) == calendar.roll(day + DAY)


@given(DAYS, DAYS, DAYS)
def test_stretches_add_up(one: date, two: date, three: date) -> None:
    one, two, three = sorted((one, two, three))
    assert SHIPPED.between(one, three) == SHIPPED.between(one, two) + SHIPPED.between(two, three)
    assert SHIPPED.between(three, one) == 0


def test_ends_of_time() -> None:
    plain = WorkingCalendar({})
    assert plain.is_working(date(1, 1, 1))  # a Monday
    assert plain.between(date.min, date.max) == 521_722 * 5 + 5 - 1  # whole weeks, then Monday to Friday
    assert plain.add(date(2026, 9, 30), 0) == date(2026, 9, 30)
    with pytest.raises(Refused, match=r"date.too_far"):
        plain.add(date(2026, 9, 30), 10**9)
    with pytest.raises(ValueError, match="-1"):
        plain.add(date(2026, 9, 30), -1)


def test_working_days_of_2026() -> None:
    """20 in September (1 and 2 off); the Saturdays 10/01 and 22/8 are worked, their Fridays and Mondays off."""
    assert SHIPPED.between(date(2026, 8, 31), date(2026, 9, 30)) == 20
    assert not SHIPPED.is_working(date(2026, 1, 2))
    assert SHIPPED.is_working(date(2026, 1, 10))
    assert not SHIPPED.is_working(date(2026, 8, 31))
    assert SHIPPED.is_working(date(2026, 8, 22))
    assert not SHIPPED.is_working(date(2026, 11, 24))
    assert SHIPPED.is_working(date(2025, 11, 24))
    assert SHIPPED.add(date(2026, 2, 13), 1) == date(2026, 2, 23)
    assert SHIPPED.roll(date(2026, 8, 29)) == date(2026, 9, 3)
    assert SHIPPED.add(date(2026, 8, 21), 5) == date(2026, 8, 27)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        # Tết and Quốc khánh as announced, weekends included.
        ("2018-02-14", "2018-02-20"),
        ("2018-12-29", "2019-01-01"),
        ("2019-02-02", "2019-02-10"),
        ("2019-04-27", "2019-05-01"),
        ("2020-01-23", "2020-01-29"),
        ("2021-02-10", "2021-02-16"),
        ("2021-09-02", "2021-09-05"),
        ("2022-01-29", "2022-02-06"),
        ("2022-04-30", "2022-05-03"),
        ("2022-09-01", "2022-09-04"),
        ("2023-01-20", "2023-01-26"),
        ("2023-04-29", "2023-05-03"),
        ("2023-09-01", "2023-09-04"),
        ("2024-02-08", "2024-02-14"),
        ("2024-04-27", "2024-05-01"),
        ("2024-08-31", "2024-09-03"),
        ("2025-01-25", "2025-02-02"),
        ("2025-04-30", "2025-05-04"),
        ("2025-08-30", "2025-09-02"),
        ("2026-01-01", "2026-01-04"),
        ("2026-02-14", "2026-02-22"),
        ("2026-08-29", "2026-09-02"),
    ],
)
def test_announced_stretches_are_off_and_the_days_beside_them_worked(first: str, last: str) -> None:
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    assert SHIPPED.between(begin - DAY, end) == 0
    assert SHIPPED.is_working(begin - DAY)
    assert SHIPPED.is_working(end + DAY)


def test_the_table_covers_ten_years_and_says_which_are_confirmed() -> None:
    assert [year["year"] for year in TABLE] == list(range(2018, 2028))
    assert SHIPPED.confirmed(2026)
    assert not SHIPPED.confirmed(2027)
    assert not SHIPPED.confirmed(2030)
    days = [entry["day"] for entry in ENTRIES]
    assert days == sorted(set(days))
    assert all(entry["day"].startswith(str(year["year"])) for year in TABLE for entry in year["days"])
    assert all(entry["name"].strip() for entry in ENTRIES)


def test_a_make_up_day_is_a_saturday_and_stands_for_a_day_off() -> None:
    made_up = [entry for entry in ENTRIES if entry["working"]]
    swapped = [entry for entry in ENTRIES if "hoán đổi" in entry["name"]]
    assert len(made_up) == len(swapped) == 6
    assert all(date.fromisoformat(entry["day"]).weekday() == 5 for entry in made_up)
    assert all(date.fromisoformat(entry["day"]).weekday() < 5 for entry in swapped)
    off = {date.fromisoformat(entry["day"]).strftime("%d/%m/%Y") for entry in swapped}
    assert off == {entry["name"].removeprefix("Làm bù cho ngày ") for entry in made_up}


def test_paid_days_off_by_law() -> None:
    """Bộ luật Lao động 2019, Điều 112: 11 a year (10 before 2021), 12 from 2026; one on a weekend is taken later."""
    by_law = {**dict.fromkeys((2018, 2019, 2020), 10), **dict.fromkeys(range(2021, 2026), 11), 2026: 12, 2027: 12}
    off = Counter(
        int(entry["day"][:4])
        for entry in ENTRIES
        if not entry["working"] and week_of(date.fromisoformat(entry["day"])) and "hoán đổi" not in entry["name"]
    )
    assert off == by_law


def test_the_package_knows_no_other_days() -> None:
    """What the table was made from, so that a correction there is noticed here."""
    holidays = pytest.importorskip("holidays")
    known = holidays.country_holidays("VN", years=range(2018, 2028))
    here = {date.fromisoformat(entry["day"]): entry["working"] for entry in ENTRIES}
    off = {day for day, working in here.items() if not working} - {date(2026, 1, 2)}
    worked = {day for day, working in here.items() if working} - {date(2026, 1, 10)}
    assert off == set(known) - {date(2026, 1, 2)}
    assert worked == {day for day in known.weekend_workdays if day.year >= 2018} - {date(2026, 1, 10)}
