"""Who held a task when, and the split of its lateness."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.calendar import WorkingCalendar
from tracker.domain.custody import Held, held, split
from tracker.domain.deadlines import late_between
from tracker.domain.officials import OfficialId

A, B, C = OfficialId(1), OfficialId(2), OfficialId(3)
PLAIN = WorkingCalendar({})
DAY = timedelta(days=1)


def september(day: int) -> date:
    return date(2026, 9, day)


def test_a_stretch_ends_the_day_before_the_next_owner() -> None:
    stretches = held([(september(1), A), (september(4), A), (september(9), B)])
    assert stretches == [Held(A, september(1), september(8)), Held(B, september(9), None)]
    assert held([(september(1), A)], closed_on=september(20)) == [Held(A, september(1), september(20))]
    assert held([]) == []


def test_lateness_is_shared_by_the_working_days_after_the_deadline() -> None:
    """Due Friday 4/9, handed over on Wednesday 9/9, seen on Friday 11/9: 7 and 8 are A's, 9 to 11 B's."""
    stretches = held([(september(1), A), (september(9), B)])
    assert [part.working_days for part in split(PLAIN, stretches, september(4), september(11))] == [2, 3]
    assert [part.days for part in split(PLAIN, stretches, september(4), september(11))] == [4, 3]


def test_an_owner_before_the_deadline_has_no_part() -> None:
    stretches = held([(september(1), A), (september(3), B), (september(8), C)])
    assert [part.working_days for part in split(PLAIN, stretches, september(4), september(9))] == [0, 1, 2]


def test_who_had_it_only_within_a_day_has_no_part() -> None:
    stretches = held([(september(1), A), (september(8), B), (september(8), C)])
    assert [part.working_days for part in split(PLAIN, stretches, september(4), september(9))] == [1, 0, 2]


def test_without_a_deadline_nobody_is_late() -> None:
    assert split(PLAIN, held([(september(1), A)]), None, september(9)) == [(0, 0)]


days = st.dates(date(2026, 7, 20), date(2026, 9, 20))
calendars = st.dictionaries(days, st.booleans(), max_size=12).map(WorkingCalendar)
owners = st.lists(st.tuples(days, st.sampled_from([A, B, C])), min_size=1, max_size=6).map(sorted)


@given(calendars, owners, days, days, st.lists(st.tuples(days, st.none() | days), max_size=1))
def test_the_parts_sum_up_to_the_lateness(
    calendar: WorkingCalendar,
    moves: list[tuple[date, OfficialId]],
    due: date,
    until: date,
    pauses: list[tuple[date, date | None]],
) -> None:
    parts = split(calendar, held(moves), due, until, pauses)
    whole = late_between(calendar, due, until, pauses)
    assert sum(part.days for part in parts) == whole.days
    assert sum(part.working_days for part in parts) == whole.working_days


@given(owners, days, days)
def test_each_late_day_is_its_holders_at_the_end_of_that_day(
    moves: list[tuple[date, OfficialId]], due: date, until: date
) -> None:
    stretches = held(moves)
    counted = dict.fromkeys(range(len(stretches)), 0)
    for n in range(1, (until - due).days + 1):
        day = due + n * DAY
        holders = [at for at, stretch in enumerate(stretches) if stretch.from_on <= day]
        counted[holders[-1] if holders else 0] += 1
    assert [part.days for part in split(PLAIN, stretches, due, until)] == list(counted.values())
