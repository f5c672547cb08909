"""What waits for whom: the assigner's decisions, and only where the assigner is gone those of the head above."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.actions.house import EVERYBODY, TODAY, House
from tracker.actions import people, tasks
from tracker.domain.tasks import TaskState
from tracker.figures.duties import Waiting, waiting_for

NOTHING = Waiting([], [], [], [], [])


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path / "data")
    yield made
    made.close()


def waiting(house: House, who: str, today: date = TODAY) -> Waiting:
    return waiting_for(house.store, house.id(who), today)


def concerned(house: House, part: str) -> set[str]:
    return {who for who in EVERYBODY if getattr(waiting(house, who), part)}


def test_a_result_waits_for_its_assigner_alone(house: House) -> None:
    number = house.led_to(TaskState.SUBMITTED)
    assert waiting(house, "TP") == NOTHING._replace(submissions=[house.task(number).id])
    assert concerned(house, "submissions") == {"TP"}


def test_a_request_and_a_declined_task_wait_too(house: House) -> None:
    asked = house.led_to(TaskState.DOING)
    house.do("ask", "CB2", asked)
    declined = house.led_to(TaskState.DECLINED)
    found = waiting(house, "TP")
    assert (found.extensions, found.declined) == ([house.task(asked).id], [house.task(declined).id])
    assert found.decisions == 2
    house.do("reject", "TP", asked)
    assert waiting(house, "TP").extensions == []


def test_without_the_assigner_the_head_above_decides(house: House) -> None:
    number = house.led_to(TaskState.SUBMITTED)
    [post] = list(house.store.rows("SELECT id FROM appointment WHERE official = ?", (house.id("TP"),)))
    people.end_appointment(house.store, house.actor("CT"), post[0], TODAY)
    tomorrow = TODAY + timedelta(days=1)
    assert waiting(house, "TP", tomorrow) == NOTHING
    assert waiting(house, "CT", tomorrow).submissions == [house.task(number).id]
    assert waiting(house, "PTP", tomorrow) == NOTHING


def test_a_proposal_waits_for_the_assigner_named(house: House) -> None:
    house.led_to(TaskState.PROPOSED)
    assert concerned(house, "proposals") == {"TP"}


def test_a_proposal_that_names_nobody_waits_for_whoever_may_assign_it(house: House) -> None:
    tasks.add(house.store, house.actor("CB3"), house.new(field="Kinh tế"))
    assert concerned(house, "proposals") == {"CT", "PCT", "TP", "PTP"}, "PCV leads another field"


def test_the_heads_own_task_waits_for_nobody_here(house: House) -> None:
    house.do("submit", "CT", house.given_to_the_head())
    assert concerned(house, "submissions") == set()


def test_what_was_returned_waits_for_its_owner(house: House) -> None:
    number = house.led_to(TaskState.REDO)
    assert waiting(house, "CB2") == NOTHING._replace(returned_to_me=[house.task(number).id])


def test_what_has_waited_longest_comes_first(house: House) -> None:
    later = house.given()
    house.do("submit", "CB2", later, on=TODAY)
    yesterday = TODAY - timedelta(days=1)
    earlier = house.given(on=yesterday)
    house.do("submit", "CB2", earlier, today=yesterday)
    assert waiting(house, "TP").submissions == [house.task(earlier).id, house.task(later).id]
