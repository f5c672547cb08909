"""What a person is told in the morning: of the own tasks, or of the units led or served; never on a day off."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.builders import Office, an_office
from tracker.domain.officials import Standing
from tracker.domain.tasks import TaskState
from tracker.figures.reminding import Reminder, reminder

WEDNESDAY = date(2026, 9, 30)
MONDAY = date(2026, 9, 28)
GIVEN = date(2026, 9, 1)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = an_office(tmp_path / "data", "UBND", "VP", "KT")
    made.add_official("CT", "UBND", standing=Standing.HEAD)
    made.add_official("CVP", "VP", standing=Standing.HEAD)
    made.add_official("CV", "VP")
    made.add_official("KTV", "KT")
    yield made
    made.store.close()


def doing(office: Office, number: str, owner: str, due_on: date | None) -> None:
    office.assign(number, owner, GIVEN, due_on, state=TaskState.DOING)


def told(office: Office, who: str, today: date = WEDNESDAY) -> Reminder:
    found = reminder(office.store, office.officials[who].id, today)
    assert found is not None
    return found


def test_an_official_hears_of_the_own_tasks(office: Office) -> None:
    doing(office, "A-1", "CV", WEDNESDAY)
    doing(office, "A-2", "CV", date(2026, 10, 2))
    doing(office, "A-3", "CV", date(2026, 9, 29))
    doing(office, "A-4", "CV", date(2026, 9, 10))
    doing(office, "B-1", "KTV", WEDNESDAY)
    assert told(office, "CV") == Reminder(today=1, soon=1, fresh=1, overdue=2, decisions=0, returned=0)


def test_heads_hear_of_their_units_and_those_below(office: Office) -> None:
    doing(office, "A-1", "CV", WEDNESDAY)
    doing(office, "B-1", "KTV", WEDNESDAY)
    assert told(office, "CVP").today == 1
    assert told(office, "CT").today == 2


def test_what_fell_due_before_the_days_off_is_new_on_monday(office: Office) -> None:
    doing(office, "A-1", "CV", date(2026, 9, 25))
    doing(office, "A-2", "CV", date(2026, 9, 24))
    found = told(office, "CV", MONDAY)
    assert (found.fresh, found.overdue) == (1, 2)


def test_decisions_and_returned_results(office: Office) -> None:
    office.assign("A-1", "CV", GIVEN, WEDNESDAY, state=TaskState.SUBMITTED, submitted_on=GIVEN)
    office.assign("A-2", "CV", GIVEN, None, state=TaskState.REDO, no_deadline_reason="thường xuyên")
    assert told(office, "CT").decisions == 1
    assert told(office, "CV").returned == 1


def test_nothing_is_told_on_a_day_off(office: Office) -> None:
    doing(office, "A-1", "CV", WEDNESDAY)
    assert reminder(office.store, office.officials["CV"].id, date(2026, 9, 27)) is None
    assert reminder(office.store, office.officials["CV"].id, date(2026, 9, 2)) is None, "Quốc khánh"


def test_where_there_is_nothing_nothing_is_told(office: Office) -> None:
    doing(office, "A-1", "CV", date(2026, 9, 10))
    found = told(office, "CV")
    assert (found.overdue, found.anything) == (1, False), "what is long overdue stands on the first page every day"
