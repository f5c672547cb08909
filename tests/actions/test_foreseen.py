"""What a task would become is told before it is written; many tasks are written together or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

import pytest

from tests.actions.house import DUE, EVERYBODY, SUPERIOR, TODAY, House
from tracker.actions import tasks
from tracker.actions.undo import undo
from tracker.domain.errors import Refused
from tracker.domain.new_task import NewTask
from tracker.domain.tasks import TaskState
from tracker.store import tasks as stored

DOCUMENT = {"source_number": "12/KH-UBND", "source_on": date(2026, 7, 1)}
WAYS: list[dict[str, Any]] = [{}, {"assigner": "TP"}, {"assigner": "TP"} | DOCUMENT, {"superior": SUPERIOR} | DOCUMENT]


def count(house: House) -> int:
    return len(stored.every(house.store))


class Tried(Exception):  # noqa: N818 - no error
    """Takes back what was tried."""


def state_after(house: House, by: str, new: NewTask) -> TaskState | str:
    """What `add` makes of the task, or the code of its refusal; nothing of it stays."""
    found: TaskState | str = ""
    try:
        with house.store.change(house.actor(by), "test"):
            found = tasks.made(house.store, tasks.add(house.store, house.actor(by), new)).state
            raise Tried
    except Tried:
        return found
    except Refused as refused:
        return refused.code


@pytest.mark.parametrize("way", WAYS)
def test_whoever_writes_it_for_whomever_it_is_told_as_it_will_be(shared_house: House, way: dict[str, Any]) -> None:
    house = shared_house
    for by, owner in product(EVERYBODY, ("CT", "CVP", "CB1", "CB2", "CB4")):
        new = house.new(owner, **way)
        foreseen = tasks.foresee(house.store, house.actor(by), new)
        became = state_after(house, by, new)
        if foreseen.problems:
            assert became == foreseen.problems[0].code, (by, owner)
        else:
            assert became is (TaskState.ASSIGNED if foreseen.given else TaskState.PROPOSED), (by, owner)


def test_all_that_is_missing_is_told_at_once(house: House) -> None:
    found = tasks.foresee(house.store, house.actor("TP"), NewTask(title=" "))
    assert [problem.field for problem in found.problems] == ["title", "owner", "product", "due_on"]
    assert count(house) == 0


def test_a_day_of_assignment_long_ago_needs_its_reason(house: House) -> None:
    found = tasks.foresee(house.store, house.actor("TP"), house.new(), on=date(2026, 7, 1))
    assert [problem.code for problem in found.problems] == ["day.needs_reason"]


def test_working_days_are_reckoned_from_the_day_of_assignment(house: House) -> None:
    new = replace(house.new(), due_on=None, deadline_days=3)
    found = tasks.foresee(house.store, house.actor("TP"), new)
    assert found.task is not None
    assert found.task.due_on == date(2026, 7, 20)


def test_whoever_may_assign_is_named(house: House) -> None:
    found = tasks.assigners(house.store, house.id("CB2"), TODAY)
    assert {each.code for each in found} == {"CT", "PCT", "PCV", "TP", "PTP"}


def test_many_tasks_are_one_action_and_one_undo(house: House) -> None:
    new = [house.new("CB2", title="Một"), house.new("CB3", title="Hai"), house.new("CB4", title="Ba")]
    done = tasks.add_all(house.store, house.actor("TP"), new)
    assert [task.title for task in tasks.all_made(house.store, done)] == ["Một", "Hai", "Ba"]
    assert {task.state for task in stored.every(house.store)} == {TaskState.ASSIGNED}
    undo(house.store, house.actor("TP"), done.action)
    assert all(stored.get(house.store, task.id).undone for task in tasks.all_made(house.store, done))


def test_where_one_of_many_is_refused_none_is_written(house: House) -> None:
    new = [house.new("CB2"), house.new("CB3", due_on=date(2026, 7, 1)), house.new("CB4", due_on=DUE)]
    with pytest.raises(Refused) as refused:
        tasks.add_all(house.store, house.actor("TP"), new)
    assert (refused.value.code, refused.value.parameters["line"]) == ("tasks.in_line", 2)
    assert count(house) == 0


def test_the_products_of_late_are_known(house: House) -> None:
    for title, result in (("Một", "Báo cáo"), ("Hai", "Kế hoạch"), ("Ba", "Báo cáo")):
        house.given(title=title, product=result)
    assert stored.recent_products(house.store) == ["Báo cáo", "Kế hoạch"]
