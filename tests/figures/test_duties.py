"""What waits for whom: the assigner's decisions, and only where the assigner is gone those of the head above."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from tests.actions.house import EVERYBODY, TODAY, House
from tracker.actions import people, tasks
from tracker.domain.tasks import TaskState
from tracker.figures.duties import Waiting, waiting_for
from tracker.store.waiting import of as quick

NOTHING = Waiting([], [], [], [], [])


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path / "data")
    yield made
    made.close()


def waiting(house: House, who: str, today: date = TODAY) -> Waiting:
    found = waiting_for(house.store, house.id(who), today)
    assert quick(house.store, house.id(who), today) == found, "the first page must say the same"
    return found


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


@pytest.mark.parametrize("seed", range(4))
def test_the_first_page_says_the_same_of_any_mixture(house: House, seed: int) -> None:
    """Owners, assigners, fields and superiors as no office has them, people who left, for everybody."""
    chance = Random(seed)
    made = [house.task(house.given(number=f"X{n}")).id for n in range(40)]
    ids = [house.id(who) for who in EVERYBODY]
    for task in made:
        state = chance.choice(["proposed", "submitted", "declined", "doing", "redo"])
        facts = (
            chance.choice(ids),
            chance.choice([*ids, None]),
            chance.choice([None, "Văn hóa", "Kinh tế", "giao duc"]),
        )
        superior = chance.choice([None, None, "Nguyễn Trung Kiên"])
        sql = "UPDATE task SET state = ?, owner = ?, assigner = ?, field = ?, superior = ? WHERE id = ?"
        house.store.connection.execute(sql, (state, *facts, superior, task))
    for leaver in chance.sample(ids, 5):
        sql = "UPDATE appointment SET ends_on = '2026-07-10' WHERE official = ?"
        house.store.connection.execute(sql, (leaver,))
    for mover in chance.sample(ids, 5):
        house.store.connection.execute(_MOVED, (f"2026-07-0{chance.randint(1, 9)}", mover))
    house.do("ask", "CB2", house.given(number="Y"))
    for day in (TODAY, TODAY - timedelta(days=20)):
        told = [waiting(house, who, day) for who in EVERYBODY]
        assert sum(found.decisions for found in told) > 10
        assert any(found.returned_to_me for found in told)


_MOVED = """
INSERT INTO appointment (official, unit, title, standing, leader, employment, field, main, starts_on, undone, version)
SELECT official, (SELECT max(id) FROM unit), title, 'member', leader, employment, field, 1, ?, 0, 1
FROM appointment WHERE official = ? LIMIT 1"""
