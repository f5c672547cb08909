"""Periods as typed and as printed."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.errors import Refused
from tracker.domain.periods import Period, around, parse

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
CALENDAR_PERIODS = st.builds(
    lambda year, part: f"{year}{part}",
    st.integers(1000, 9998),
    st.sampled_from(["", *(f"-Q{quarter}" for quarter in range(1, 5)), *(f"-{month:02d}" for month in range(1, 13))]),
)


@pytest.mark.parametrize(
    ("typed", "first", "last", "name", "english"),
    [
        ("2026-Q1", "2026-01-01", "2026-03-31", "quý I năm 2026", "quarter I of 2026"),
        ("2026-Q2", "2026-04-01", "2026-06-30", "quý II năm 2026", "quarter II of 2026"),
        ("2026-q3", "2026-07-01", "2026-09-30", "quý III năm 2026", "quarter III of 2026"),
        ("2026-Q4", "2026-10-01", "2026-12-31", "quý IV năm 2026", "quarter IV of 2026"),
        (" 2026-09 ", "2026-09-01", "2026-09-30", "tháng 9 năm 2026", "September 2026"),
        ("2024-02", "2024-02-01", "2024-02-29", "tháng 2 năm 2024", "February 2024"),
        ("2026", "2026-01-01", "2026-12-31", "năm 2026", "the year 2026"),
        ("2026-07-01..2026-09-30", "2026-07-01", "2026-09-30", "quý III năm 2026", "quarter III of 2026"),
        (
            "2026-07-02..2026-09-30",
            "2026-07-02",
            "2026-09-30",
            "từ ngày 02/7/2026 đến ngày 30/9/2026",
            "2026-07-02 to 2026-09-30",
        ),
        (
            "2026-01-01..2026-06-30",
            "2026-01-01",
            "2026-06-30",
            "từ ngày 01/01/2026 đến ngày 30/6/2026",
            "2026-01-01 to 2026-06-30",
        ),
        ("2026-09-30..2026-09-30", "2026-09-30", "2026-09-30", "ngày 30/9/2026", "2026-09-30"),
        ("2025-12", "2025-12-01", "2025-12-31", "tháng 12 năm 2025", "December 2025"),
    ],
)
def test_periods(typed: str, first: str, last: str, name: str, english: str) -> None:
    period = parse(typed)
    assert (period.first, period.last) == (date.fromisoformat(first), date.fromisoformat(last))
    assert period.name() == period.name("vi") == name
    assert period.name("en") == english


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "2026-Q5",
        "2026-Q0",
        "2026-13",
        "2026-00",
        "2026-9",
        "26",
        "0000",
        "quý III",
        "2026-07-01..",
        "..2026-07-01",
        "2026-07-01...2026-09-30",
        "2026-02-30..2026-03-01",
        "2026-07-01",
        "20260701..20260930",
        "2026-W05",
        "٢٠٢٦",
        "2026-",
    ],
)
def test_what_is_no_period(typed: str) -> None:
    with pytest.raises(Refused) as refusal:
        parse(typed)
    assert refusal.value.code == "period.unreadable"
    assert refusal.value.field == "period"


def test_a_period_does_not_run_backwards() -> None:
    with pytest.raises(Refused, match=r"period.backwards"):
        parse("2026-09-30..2026-07-01")


@pytest.mark.parametrize(
    ("typed", "before"),
    [
        ("2026-Q1", "2025-Q4"),
        ("2026-Q3", "2026-Q2"),
        ("2026-01", "2025-12"),
        ("2026-03", "2026-02"),
        ("2026", "2025"),
        ("2026-07-02..2026-07-08", "2026-06-25..2026-07-01"),
        ("2026-09-30..2026-09-30", "2026-09-29..2026-09-29"),
    ],
)
def test_the_period_before(typed: str, before: str) -> None:
    assert parse(typed).previous() == parse(before)


def test_nothing_is_before_the_first_year() -> None:
    for typed in ("0001", "0001-Q1", "0001-01", "0001-01-01..0001-01-07"):
        with pytest.raises(Refused, match=r"period.unreadable"):
            parse(typed).previous()


@given(CALENDAR_PERIODS)
def test_calendar_periods_are_read_back_and_stand_side_by_side(typed: str) -> None:
    period = parse(typed)
    assert str(period) == typed
    assert period.previous().last + timedelta(days=1) == period.first
    assert len(str(period.previous())) == len(typed)


@given(DAYS, DAYS)
def test_any_span_is_read_back(one: date, other: date) -> None:
    period = Period(min(one, other), max(one, other))
    assert parse(str(period)) == period
    assert one in period
    assert other in period
    assert period.first - timedelta(days=1) not in period
    assert period.last + timedelta(days=1) not in period
    assert period.previous().last + timedelta(days=1) == period.first


@given(st.text())
def test_any_text_is_a_period_or_refused(typed: str) -> None:
    with suppress(Refused):
        assert parse(typed).first <= parse(typed).last


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)), st.sampled_from([1, 3, 12]))
def test_the_month_quarter_or_year_around_a_day(day: date, months: int) -> None:
    found = around(day, months)
    assert day in found
    assert found.first.day == 1
    assert (found.first.month - 1) % months == 0
    assert found.last.month - found.first.month == months - 1
    assert found.last == date.max or (found.last + timedelta(days=1)).day == 1
