"""The clerk's round: many owners' work recorded at once "ghi thay", or nothing at all."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.actions.house import TODAY, House
from tracker.actions import rounds, undo
from tracker.actions.rounds import Entry
from tracker.domain.errors import Refused
from tracker.domain.tasks import Task, TaskState
from tracker.domain.workflow import Step
from tracker.store import journal
from tracker.store.verify import verify
from tracker.words import Words


def entry(house: House, number: str, **said: object) -> Entry:
    return Entry(task=house.task(number).id, **said)  # type: ignore[arg-type]


def recorded(house: House, number: str, **said: object) -> Task:
    rounds.record(house.store, house.actor("VTK"), [entry(house, number, **said)])
    return house.task(number)


def test_a_round_is_one_action_in_the_name_of_each_owner(house: House) -> None:
    first, second = house.given(owner="CB2"), house.given(owner="CB3")
    done = rounds.record(
        house.store,
        house.actor("VTK"),
        [
            entry(house, first, percent=60, note="chờ số liệu"),
            entry(house, second, step=Step.SUBMIT, product_number="12/BC-KT"),
        ],
    )
    assert house.task(first).percent == 60
    assert house.task(second).state is TaskState.SUBMITTED
    entries = journal.of_action(house.store, done.action)
    assert {each.behalf for each in entries} == {house.id("CB2"), house.id("CB3")}
    assert {each.actor for each in entries} == {house.id("VTK")}
    assert verify(house.store).whole
    undo.undo(house.store, house.actor("VTK"), done.action)
    assert [house.task(number).state for number in (first, second)] == [TaskState.ASSIGNED] * 2


def test_what_an_entry_comes_to(house: House) -> None:
    assert recorded(house, house.given(), step=Step.START).state is TaskState.DOING
    assert recorded(house, house.given(), percent=40).percent == 40
    assert recorded(house, house.given(), note="đang chờ").state is TaskState.DOING
    assert recorded(house, house.given(), step=Step.DECLINE, note="trái thẩm quyền").state is TaskState.DECLINED
    submitted = recorded(house, house.given(), step=Step.SUBMIT, percent=100, product_number="1/BC")
    assert (submitted.state, submitted.percent) == (TaskState.SUBMITTED, 100)


def test_one_refused_entry_keeps_the_whole_round_out_and_is_named(house: House) -> None:
    good, bad = house.given(), house.given()
    entries = [entry(house, good, percent=50), entry(house, bad, step=Step.SUBMIT)]
    with pytest.raises(Refused) as refused:
        rounds.record(house.store, house.actor("VTK"), entries)
    assert refused.value.code == "round.refused"
    assert refused.value.parameters["task"] == house.task(bad).id
    assert bad in Words("vi").sentence(refused.value)
    assert house.task(good).percent == 0


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"product_number": "1/BC"}, "round.product_alone"),
        ({"percent": 120}, "progress.percent"),
        ({"step": Step.SUBMIT}, "submission.needs_product"),
        ({"step": Step.DECLINE}, "reason.missing"),
        ({"percent": 10, "on": TODAY + timedelta(days=1)}, "day.in_future"),
        ({"percent": 10, "on": TODAY - timedelta(days=1)}, "day.before_event"),
    ],
)
def test_what_is_wrong_is_told_before_it_is_recorded(house: House, said: dict[str, object], code: str) -> None:
    number = house.given()
    before = journal.head(house.store)
    refused = rounds.refusal(house.store, house.actor("VTK"), entry(house, number, **said))
    assert refused is not None
    assert refused.code == code
    assert rounds.refusal(house.store, house.actor("VTK"), entry(house, number, percent=10)) is None
    assert journal.head(house.store) == before


def test_a_day_long_past_takes_the_note_as_its_reason(house: House) -> None:
    number = house.given(on=TODAY - timedelta(days=60))
    day = TODAY - timedelta(days=40)
    bare = entry(house, number, step=Step.START, on=day)
    assert rounds.refusal(house.store, house.actor("VTK"), bare).code == "day.needs_reason"  # type: ignore[union-attr]
    assert recorded(house, number, percent=10, on=day, note="sổ tay của phòng").moved_on == day


def test_an_empty_round_is_no_round(house: House) -> None:
    with pytest.raises(Refused, match=r"round\.empty"):
        rounds.record(house.store, house.actor("VTK"), [])


@pytest.mark.parametrize(
    ("clerk", "there", "not_there"),
    [
        ("VTK", {"TP", "PTP", "CB2", "CB3", "VTK", "TT", "CB4"}, {"CT", "CVP", "CB1"}),
        ("VTU", {"CT", "CVP", "CB2", "CB4", "VTU"}, set()),
        ("CB2", {"CB2"}, {"CB3", "TP"}),
        ("CT", {"CT"}, {"TP", "CB2"}),
    ],
)
def test_for_whom_a_round_is_made(house: House, clerk: str, there: set[str], not_there: set[str]) -> None:
    found = rounds.owners(house.store, house.actor(clerk))
    assert {house.id(code) for code in there} <= found
    assert not {house.id(code) for code in not_there} & found
