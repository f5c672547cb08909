"""Dates as people type them and as paper shows them."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.dates import YEARS, read_date, read_deadline, show_date, show_date_table, show_weekday
from tracker.domain.errors import Refused

MARCH = date(2026, 3, 5)
DAYS = st.dates(date(1970, 1, 1), date(2069, 12, 31))


@pytest.mark.parametrize(
    "typed",
    [
        "5/3/2026",
        "05/03/2026",
        "5/3/26",
        "5-3-2026",
        "05.03.2026",
        "5.3.26",
        "2026-03-05",
        "2026/3/5",
        " 5 / 3 / 2026 ",
        "ngày 5/3/2026",
        "Ngày 05 tháng 3 năm 2026",
        "ngày 5 tháng 3, năm 2026",
        "05 tháng 03 năm 2026.",
        "2026-03-05 00:00:00",
        "2026-03-05T17:00",
        "05/03/2026 7:30",
        "5\u00a0/3/2026",
        "nga\u0300y 5 tha\u0301ng 3 na\u0306m 2026",
    ],
)
def test_ways_to_write_one_day(typed: str) -> None:
    assert read_date(typed) == MARCH


def test_the_day_comes_first_always() -> None:
    assert read_date("03/05/2026") == date(2026, 5, 3)
    assert read_date("26-03-05") == date(2005, 3, 26)


@pytest.mark.parametrize(("typed", "year"), [("1/1/00", 2000), ("1/1/69", 2069), ("1/1/70", 1970), ("1/1/98", 1998)])
def test_two_digits_of_a_year(typed: str, year: int) -> None:
    assert read_date(typed).year == year


@pytest.mark.parametrize(
    "typed", ["31/02/2026", "30/2/2024", "09/30/2026", "2026-13-01", "0/5/2026", "1/1/0206", "1/1/2662"]
)
def test_days_that_do_not_exist(typed: str) -> None:
    with pytest.raises(Refused) as refusal:
        read_date(typed)
    assert refusal.value.code == "date.impossible"
    assert refusal.value.parameters == {"text": typed}


@pytest.mark.parametrize(
    "typed", ["", "mai", "5/3", "tháng 3 năm 2026", "5/3-2026", "5/3/20266", "46086", "5//3/2026", "२/३/२०२६"]
)
def test_what_is_no_date(typed: str) -> None:
    with pytest.raises(Refused) as refusal:
        read_date(typed)
    assert refusal.value.code == "date.unreadable"
    assert refusal.value.parameters == {"text": typed}


def test_a_date_without_a_year_is_of_the_year_of_today() -> None:
    assert read_date("02/7", date(2026, 9, 30)) == date(2026, 7, 2)
    assert read_date("ngày 2 tháng 7", date(2025, 9, 30)) == date(2025, 7, 2)
    assert read_date("02/7/2024", date(2026, 9, 30)) == date(2024, 7, 2)
    with pytest.raises(Refused, match=r"date.impossible"):
        read_date("29/2", date(2026, 9, 30))


@pytest.mark.parametrize(
    ("typed", "last"),
    [
        ("trước ngày 15/9/2026", date(2026, 9, 14)),
        ("Trước 15/9/2026", date(2026, 9, 14)),
        ("trước ngày 01/01/2027", date(2026, 12, 31)),
        ("chậm nhất ngày 15/9/2026", date(2026, 9, 15)),
        ("chậm nhất là ngày 15/9", date(2026, 9, 15)),
        ("đến hết ngày 15/9/2026", date(2026, 9, 15)),
        ("hết ngày 15/9", date(2026, 9, 15)),
        ("trong ngày 15/9", date(2026, 9, 15)),
        ("15/9/2026", date(2026, 9, 15)),
    ],
)
def test_the_last_day_that_is_in_time(typed: str, last: date) -> None:
    assert read_deadline(typed, date(2026, 7, 1)) == last


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(2026, 3, 5), "05/3/2026"),
        (date(2026, 1, 12), "12/01/2026"),
        (date(2026, 2, 9), "09/02/2026"),
        (date(2026, 12, 31), "31/12/2026"),
    ],
)
def test_paper_shows_a_date_by_decree_30(day: date, shown: str) -> None:
    assert show_date(day) == shown


def test_weekdays() -> None:
    assert show_weekday(date(2026, 9, 28)) == "thứ Hai"
    assert show_weekday(date(2026, 9, 30)) == "thứ Tư"
    assert show_weekday(date(2026, 10, 4)) == "Chủ nhật"


@given(DAYS)
def test_what_is_shown_is_read_back(day: date) -> None:
    assert read_date(show_date(day)) == read_date(show_date_table(day)) == read_date(day.isoformat()) == day
    assert read_date(f"{day.day}.{day.month}.{day:%y}") == day
    assert read_date(f"ngày {day.day} tháng {day.month} năm {day.year}") == day
    assert len(show_date_table(day)) == 10


@given(st.text())
def test_any_text_is_read_or_refused(typed: str) -> None:
    for today in (None, date(2026, 9, 30)):
        with suppress(Refused):
            assert read_date(typed, today).year in YEARS
