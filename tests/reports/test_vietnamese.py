"""Dates, numbers and words as they are written on paper."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from tests.reports.builders import a_task
from tracker.reports import labels, vietnamese
from tracker.reports.fonts import NO_BREAK


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(2026, 7, 1), "01/7/2026"),
        (date(2026, 2, 15), "15/02/2026"),
        (date(1990, 12, 31), "31/12/1990"),
        (date(2099, 1, 9), "09/01/2099"),
    ],
)
def test_days_below_ten_and_the_months_one_and_two_take_a_zero(day: date, shown: str) -> None:
    assert vietnamese.day(day) == shown


def test_the_date_of_a_letter() -> None:
    assert vietnamese.long_day(date(2026, 9, 5)) == "ngày 05 tháng 9 năm 2026"
    assert vietnamese.long_day(date(2026, 1, 15)) == "ngày 15 tháng 01 năm 2026"


def test_a_year_is_left_out_only_where_it_is_that_of_the_sheet() -> None:
    assert vietnamese.day_in(date(2026, 9, 22), 2026) == "22/9"
    assert vietnamese.day_in(date(2025, 12, 31), 2026) == "31/12/2025"
    assert vietnamese.day_in(None, 2026) == ""


def test_times_of_the_journal_are_shown_in_vietnams_hour() -> None:
    assert vietnamese.moment(datetime(2026, 7, 9, 7, 5, tzinfo=UTC)) == "14:05 ngày 09/7/2026"
    assert vietnamese.moment(datetime(2026, 12, 31, 18, 0, tzinfo=UTC)) == "01:00 ngày 01/01/2027"
    assert vietnamese.local_day(datetime(2026, 12, 31, 18, 0, tzinfo=UTC)) == date(2027, 1, 1)


def test_numbers() -> None:
    assert vietnamese.whole(1284) == "1.284"
    assert vietnamese.count(0) == "-"
    assert vietnamese.number(Decimal("1234.50")) == "1.234,5"
    assert vietnamese.number(Decimal(8)) == "8"
    assert vietnamese.percent(Decimal("0.8")) == f"80,0{NO_BREAK}%"
    assert vietnamese.percent(Decimal("0.7692")) == f"76,9{NO_BREAK}%"
    assert vietnamese.percent(None) == "-"


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({}, "Hoàn thành trước hạn"),
        ({"deadline_class": "done_late"}, "Hoàn thành quá hạn"),
        (
            {"state": "redo", "deadline_class": "overdue", "returns": 1},
            "Trả lại, thực hiện lại, quá hạn; trả lại 1 lần",
        ),
        (
            {"state": "doing", "deadline_class": "in_time", "percent": 88, "due_on": date(2026, 9, 30)},
            f"Đang thực hiện 88{NO_BREAK}%, đến hạn 30/9",
        ),
        ({"state": "paused", "deadline_class": None}, "Tạm dừng"),
        (
            {"state": "assigned", "deadline_class": "no_deadline", "public_concern": True},
            "Chưa thực hiện, không hạn; xã hội quan tâm",
        ),
    ],
)
def test_the_standing_of_a_task_in_words(changes: dict[str, object], shown: str) -> None:
    assert labels.status(a_task("NV01", **changes), date(2026, 9, 30)) == shown


def test_a_changed_deadline_shows_how_often_and_never_breaks_inside() -> None:
    once = a_task(original_due_on=date(2026, 8, 31), due_on=date(2026, 9, 3), extensions=1)
    paused = a_task(original_due_on=date(2026, 8, 31), due_on=date(2026, 9, 3), pauses=1)

    assert labels.deadline(once, 2026) == f"03/9 (1{NO_BREAK}lần)"
    assert labels.deadline(paused, 2026) == f"03/9 (dừng{NO_BREAK}1{NO_BREAK}lần)"
    assert labels.deadline(a_task(), 2026) == "25/9"
    assert labels.deadline(a_task(due_on=None), 2026) == "không hạn"


def test_values_of_the_journal_in_words() -> None:
    assert labels.value("state", "redo") == "Trả lại, thực hiện lại"
    assert labels.value("due_on", date(2026, 9, 3)) == "03/9/2026"
    assert labels.value("public_concern", True) == "có"
    assert labels.value("reason", None) == "(trống)"
    assert labels.value("title", "assigned") == "assigned"
    assert labels.action("task.hand_over") == "chuyển giao"
    assert labels.action("unit.edit") == "unit.edit"
