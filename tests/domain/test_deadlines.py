"""Class, lateness and moved deadlines, against the calendar of 2026 and against counting day by day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.calendar import WorkingCalendar
from tracker.domain.deadlines import (
    DeadlineClass,
    classify,
    computed_due,
    late_between,
    lateness,
    resumed_due,
    soon_on,
)
from tracker.domain.tasks import TaskState

AUGUST = WorkingCalendar(
    {date(2026, 8, 22): True, date(2026, 8, 31): False, date(2026, 9, 1): False, date(2026, 9, 2): False}
)
"""22/8 is a working Saturday, 31/8 to 2/9 are off (domain.md §8)."""
DAY = timedelta(days=1)


def august(day: int) -> date:
    return date(2026, 8, day)


def september(day: int) -> date:
    return date(2026, 9, day)


def classified(state: str, due: date | None, submitted: date | None, on: date) -> DeadlineClass | None:
    return classify(state, due, submitted, on, lambda day: soon_on(AUGUST, day, 3))


@pytest.mark.parametrize("state", ["draft", "proposed", "paused", "recalled"])
def test_a_task_nobody_works_on_has_no_class(state: str) -> None:
    assert classified(state, august(3), None, august(10)) is None


@pytest.mark.parametrize("state", ["assigned", "doing", "redo", "declined"])
@pytest.mark.parametrize(
    ("due", "expected"),
    [
        (None, "no_deadline"),
        (august(11), "overdue"),
        (august(12), "due_soon"),
        (august(17), "due_soon"),
        (august(18), "in_time"),
    ],
)
def test_an_open_task_stands_against_its_deadline(state: str, due: date | None, expected: str) -> None:
    """Wednesday 12/8: working days left until Monday 17/8 are Thursday, Friday and Monday."""
    assert classified(state, due, None, august(12)) == expected


def test_days_off_are_not_counted_among_the_days_left() -> None:
    """From Friday 28/8 the next three working days are 3, 4 and 7/9, for 31/8 to 2/9 are off."""
    assert soon_on(AUGUST, august(28), 3) == september(7)
    assert soon_on(AUGUST, august(20), 3) == august(24), "Friday, the working Saturday, Monday"
    assert soon_on(AUGUST, august(12), 0) == august(12), "0 days: only what is due today"


@pytest.mark.parametrize(
    ("due", "submitted", "expected"),
    [
        (august(14), august(13), "done_early"),
        (august(14), august(14), "done_on_time"),
        (august(14), august(15), "done_late"),
        (None, august(15), "done_no_deadline"),
    ],
)
def test_a_done_task_is_judged_by_the_day_of_its_submission(due: date | None, submitted: date, expected: str) -> None:
    assert classified("done", due, submitted, september(30)) == expected


@pytest.mark.parametrize(
    ("submitted", "expected"),
    [(august(10), "in_time"), (august(12), "due_soon"), (august(15), "due_soon"), (august(18), "overdue")],
)
def test_a_submission_that_waits_is_judged_on_its_own_day(submitted: date, expected: str) -> None:
    assert classified("submitted", august(17), submitted, september(30)) == expected


def test_states_may_be_the_enum_or_its_text_and_days_dates_or_text() -> None:
    assert classify(TaskState.DOING, "2026-08-14", None, "2026-08-15", lambda day: day) == "overdue"
    assert classify("doing", "2026-08-15", None, "2026-08-15", lambda day: day) == DeadlineClass.DUE_SOON


def test_lateness_counts_from_the_day_after_the_deadline() -> None:
    """NV03: due Friday 31/7, submitted Friday 7/8."""
    assert lateness(AUGUST, "done", date(2026, 7, 31), august(7), september(30)) == (7, 5)
    assert lateness(AUGUST, "doing", august(28), None, september(3)) == (6, 1)
    assert lateness(AUGUST, "doing", august(28), None, august(28)) == (0, 0)
    assert lateness(AUGUST, "doing", None, None, september(3)) == (0, 0)


def test_lateness_stands_still_while_a_submission_waits_and_runs_on_once_it_is_returned() -> None:
    assert lateness(AUGUST, "submitted", august(10), august(12), august(20)) == (2, 2)
    assert lateness(AUGUST, "redo", august(10), None, august(20)) == (10, 8)


@pytest.mark.parametrize("state", ["draft", "proposed", "recalled"])
def test_what_nobody_has_to_do_is_never_late(state: str) -> None:
    assert lateness(AUGUST, state, august(10), None, august(20)) == (0, 0)


def test_paused_days_do_not_count_as_late() -> None:
    """Due Monday 10/8; paused Wednesday 12/8, resumed Monday 17/8: late are 11, 17, 18."""
    paused = [(august(12), august(17))]
    assert lateness(AUGUST, "doing", august(10), None, august(18), paused) == (3, 3)
    assert lateness(AUGUST, "paused", august(10), None, august(18), [(august(12), None)]) == (1, 1)
    assert lateness(AUGUST, "paused", august(10), None, august(18), [(august(7), None)]) == (0, 0)


def test_a_deadline_in_working_days_never_falls_on_a_day_off() -> None:
    assert computed_due(AUGUST, august(24), 5) == september(3), "25, 26, 27, 28/8 and, past the days off, 3/9"
    assert computed_due(AUGUST, august(20), 2) == august(22), "the working Saturday"
    assert computed_due(AUGUST, august(31), 0) == september(3), "no days given: rolled off the day off"


def test_a_pause_moves_the_deadline_by_the_working_days_paused_up_to_it() -> None:
    assert resumed_due(AUGUST, august(14), august(5), august(12)) == august(21), "5, 6, 7, 10, 11: five working days"
    assert resumed_due(AUGUST, august(14), august(12), august(12)) == august(14), "resumed on the same day"
    assert resumed_due(AUGUST, august(14), august(12), august(28)) == august(19), (
        "12, 13, 14: paused up to the deadline"
    )
    assert resumed_due(AUGUST, august(14), august(14), august(17)) == august(17), "the deadline's own day counts"
    assert resumed_due(AUGUST, august(14), august(17), august(28)) == august(14), "begun after the deadline"
    assert resumed_due(AUGUST, august(28), august(29), september(3)) == august(28)


days = st.dates(date(2026, 7, 20), date(2026, 9, 20))
calendars = st.dictionaries(days, st.booleans(), max_size=12).map(WorkingCalendar)


@given(calendars, days, days, st.lists(st.tuples(days, st.none() | days), max_size=1))
def test_lateness_equals_counting_day_by_day(
    calendar: WorkingCalendar, due: date, on: date, pauses: list[tuple[date, date | None]]
) -> None:
    late = [due + n * DAY for n in range(1, (on - due).days + 1)]
    counted = [day for day in late if not any(start <= day and (end is None or day < end) for start, end in pauses)]
    assert late_between(calendar, due, on, pauses) == (len(counted), sum(map(calendar.is_working, counted)))


@given(calendars, days, st.integers(0, 6))
def test_due_soon_is_within_so_many_working_days(calendar: WorkingCalendar, day: date, n: int) -> None:
    last = soon_on(calendar, day, n)
    assert last >= day
    assert calendar.between(day, last) <= n < calendar.between(day, last + DAY)
