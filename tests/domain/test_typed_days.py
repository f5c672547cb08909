"""Days and deadlines as people type them into a form."""

from __future__ import annotations

import contextlib
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.calendar import WorkingCalendar
from tracker.domain.errors import Refused
from tracker.domain.typed_days import Limit, read_day, read_limit

TODAY = date(2026, 9, 30)
"""A Wednesday."""
CALENDAR = WorkingCalendar({date(2026, 10, 2): False, date(2026, 10, 10): True})


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("30", date(2026, 9, 30)),
        ("5", date(2026, 10, 5)),
        ("31", date(2026, 10, 31)),
        ("5/3", date(2027, 3, 5)),
        ("5-12", date(2026, 12, 5)),
        ("ngày 5/12", date(2026, 12, 5)),
        ("29/2", date(2028, 2, 29)),
        ("5/3/26", date(2026, 3, 5)),
        ("05/03/2026", date(2026, 3, 5)),
        ("+1", date(2026, 10, 1)),
        ("+2", date(2026, 10, 5)),
        ("+ 7", date(2026, 10, 10)),
        ("+10 ngày làm việc", date(2026, 10, 14)),
        ("cuối tuần", date(2026, 10, 2)),
        ("cuoi thang", date(2026, 9, 30)),
        ("cuối quý", date(2026, 9, 30)),
        ("CUỐI NĂM", date(2026, 12, 31)),
        ("cuối tháng 10", date(2026, 10, 31)),
        ("cuối tháng 8", date(2027, 8, 31)),
        ("cuối quý IV", date(2026, 12, 31)),
        ("cuối quý 1", date(2027, 3, 31)),
        ("thứ sáu", date(2026, 10, 2)),
        ("t4", date(2026, 10, 7)),
        ("chủ nhật", date(2026, 10, 4)),
        ("mai", date(2026, 10, 1)),
        ("hôm nay", TODAY),
        ("  ", None),
    ],
)
def test_what_is_typed_is_the_next_such_day(typed: str, day: date | None) -> None:
    assert read_day(typed, TODAY, CALENDAR) == day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("30", TODAY),
        ("29/9", date(2026, 9, 29)),
        ("5/12", date(2025, 12, 5)),
        ("5", date(2026, 9, 5)),
        ("31", date(2026, 8, 31)),
        ("t4", date(2026, 9, 23)),
        ("hôm qua", date(2026, 9, 29)),
    ],
)
def test_a_day_that_has_been_is_the_last_such_day(typed: str, day: date) -> None:
    assert read_day(typed, TODAY, CALENDAR, ahead=False) == day


@pytest.mark.parametrize("typed", ["32", "0", "30/2", "5/13", "x", "+", "cuối quý 5", "cuối tháng 13", "1/1/1"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match="date"):
        read_day(typed, TODAY, CALENDAR)


@given(st.dates(date(1901, 1, 1), date(2199, 12, 31)), st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_a_date_in_full_means_itself_whatever_day_it_is(day: date, today: date) -> None:
    assert read_day(f"{day.day}/{day.month}/{day.year}", today, CALENDAR) == day


@given(st.dates(date(1990, 1, 1), date(2150, 12, 31)), st.integers(1, 31), st.integers(1, 12), st.booleans())
def test_day_and_month_are_kept_and_nothing_lies_between(today: date, day: int, month: int, ahead: bool) -> None:
    try:
        found = read_day(f"{day}/{month}", today, CALENDAR, ahead=ahead)
    except Refused:
        with pytest.raises(ValueError, match="day"):
            date(2028, month, day)
        return
    assert found is not None
    assert (found.day, found.month) == (day, month)
    assert found == today or (found > today) == ahead
    assert abs(found - today) <= timedelta(days=366 if (day, month) != (29, 2) else 8 * 366)


@given(st.text())
def test_whatever_is_typed_is_a_day_or_refused(typed: str) -> None:
    for read in (read_day, read_limit):
        with contextlib.suppress(Refused):
            read(typed, TODAY, CALENDAR)


@pytest.mark.parametrize(
    ("typed", "limit"),
    [
        ("18/12", Limit(date(2026, 12, 18))),
        ("hạn 18/12", Limit(date(2026, 12, 18))),
        ("đến 18/12", Limit(date(2026, 12, 18))),
        ("trước 18/12", Limit(date(2026, 12, 17))),
        ("trước ngày 1/1", Limit(date(2026, 12, 31))),
        ("chậm nhất 18/12", Limit(date(2026, 12, 18))),
        ("10 ngày", Limit(date(2026, 10, 14), days=10)),
        ("trong 2 ngày làm việc", Limit(date(2026, 10, 5), days=2)),
        ("không hạn: việc thường xuyên", Limit(reason="việc thường xuyên")),
        ("Không có hạn (theo vụ việc)", Limit(reason="theo vụ việc")),
        ("", None),
    ],
)
def test_a_deadline_is_a_day_a_number_of_days_or_a_reason(typed: str, limit: Limit | None) -> None:
    assert read_limit(typed, TODAY, CALENDAR) == limit


def test_no_deadline_needs_its_reason() -> None:
    with pytest.raises(Refused) as refused:
        read_limit("không hạn", TODAY, CALENDAR)
    assert refused.value.code == "task.why_no_deadline"
