"""Undo: who did it, that day, while nothing stands on it; later only the head of the office, with a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from tests.actions.house import TODAY, House
from tracker.actions import edits, extensions, hand_overs, office, people, rights, units, work
from tracker.actions.undo import undo
from tracker.domain import events
from tracker.domain.errors import Refused
from tracker.domain.events import CauseKind
from tracker.domain.new_task import NewCoordinator
from tracker.domain.officials import Right
from tracker.domain.tasks import TaskState
from tracker.store import journal, officials, settings
from tracker.store import tasks as stored
from tracker.store.calendar import working_calendar
from tracker.store.verify import verify

TOMORROW = TODAY + timedelta(days=1)


def last_action(house: House) -> int:
    return journal.entries(house.store)[-1].action


def refusal(house: House, who: str, action: int, today: date = TODAY, reason: str | None = "nhầm") -> str | None:
    with house.tried():
        try:
            undo(house.store, house.actor(who, today), action, reason=reason)
        except Refused as refused:
            return refused.code
    return None


def test_who_did_it_undoes_it_that_day_without_a_reason(house: House) -> None:
    number = house.given()
    house.do("start", "CB2", number)
    undo(house.store, house.actor("CB2"), last_action(house))
    assert house.task(number).state is TaskState.ASSIGNED
    assert verify(house.store).whole


@pytest.mark.parametrize(
    ("who", "today", "reason", "code"),
    [
        ("CB2", TODAY, None, None),
        ("CB2", TOMORROW, "nhầm", "undo.not_yours"),
        ("TP", TODAY, "nhầm", "undo.not_yours"),
        ("VTK", TODAY, "nhầm", "undo.not_yours"),
        ("QT", TOMORROW, "nhầm", "undo.not_yours"),
        ("CT", TOMORROW, "nhầm", None),
        ("CT", TODAY, "nhầm", None),
        ("CT", TOMORROW, None, "reason.missing"),
    ],
)
def test_who_may(house: House, who: str, today: date, reason: str | None, code: str | None) -> None:
    house.do("start", "CB2", house.given())
    assert refusal(house, who, last_action(house), today, reason) == code


def test_what_was_backdated_is_undone_on_the_day_it_was_typed(house: House) -> None:
    number = house.given(on=date(2026, 7, 13))
    typed = datetime(2026, 7, 15, 8, tzinfo=UTC)
    actor = replace(house.actor("CB2"), clock=lambda: typed)
    work.start(house.store, actor, house.task(number).id, on=date(2026, 7, 14))
    undo(house.store, actor, last_action(house))
    assert house.task(number).state is TaskState.ASSIGNED


def test_in_the_sample_office_too_what_was_backdated_is_undone_when_it_was_typed(house: House) -> None:
    """Its day stands still, and is never that of the recording."""
    number = house.given(on=date(2026, 7, 13))
    actor = replace(house.actor("CB2"), clock=lambda: datetime(2026, 11, 26, 8, tzinfo=UTC))
    work.start(house.store, actor, house.task(number).id, on=date(2026, 7, 14))
    with pytest.raises(Refused, match=r"undo\.not_yours"):
        undo(house.store, actor, last_action(house))
    started = last_action(house)
    office.set_setting(house.store, house.actor("CT"), "sample_day", TODAY.isoformat())
    undo(house.store, actor, started)
    assert house.task(number).state is TaskState.ASSIGNED


def test_an_undone_creation_leaves_every_count(house: House) -> None:
    number = house.given()
    undo(house.store, house.actor("TP"), last_action(house))
    task = house.task(number)
    assert (task.state, task.undone, task.recall_reason, task.recalled_on) == (
        TaskState.RECALLED,
        True,
        "hoàn tác",
        TODAY,
    )
    assert stored.every(house.store) == []
    assert house.given() == "KT-2026-002"


def test_nothing_is_undone_that_something_stands_on(house: House) -> None:
    number = house.given()
    given = last_action(house)
    house.do("start", "CB2", number)
    started = last_action(house)
    assert refusal(house, "TP", given) == "undo.stands_on"
    undo(house.store, house.actor("CB2"), started)
    assert refusal(house, "TP", given) is None


def on_the_task(house: House, number: str, deed: str) -> None:
    """Events that leave the task's own row as it was."""
    task = house.task(number).id
    if deed == "ask":
        extensions.ask(house.store, house.actor("CB2"), task, date(2026, 8, 14), reason="x")
    elif deed == "explain":
        work.explain(house.store, house.actor("CB2"), task, CauseKind.SUBJECTIVE, "x")
    elif deed == "answer":
        work.answer(house.store, house.actor("CB1"), task, house.id("CB1"), "x")
    else:
        path = house.store.folder.parent / "a.txt"
        path.write_text("a", encoding="utf-8")
        work.add_evidence(house.store, house.actor("CB2"), task, [path])


@pytest.mark.parametrize("deed", ["ask", "explain", "answer", "file"])
def test_events_beside_the_task_stand_on_it_too(house: House, deed: str) -> None:
    number = house.given(coordinators=(NewCoordinator(official=house.id("CB1")),))
    given = last_action(house)
    on_the_task(house, number, deed)
    after = last_action(house)
    assert refusal(house, "TP", given) == "undo.stands_on"
    undo(house.store, house.actor("CT"), after, reason="x")
    assert refusal(house, "TP", given) is None


def test_an_undone_event_leaves_every_list(house: House) -> None:
    number = house.given()
    house.do("ask", "CB2", number)
    undo(house.store, house.actor("CB2"), last_action(house))
    assert stored.events(house.store, events.Extension, house.task(number).id) == []
    house.do("ask", "CB2", number)


def test_done_changes_only_by_undo(house: House) -> None:
    number = house.led_to(TaskState.DONE)
    undo(house.store, house.actor("TP"), last_action(house))
    submission = stored.last_event(house.store, events.Submission, house.task(number).id)
    assert house.task(number).state is TaskState.SUBMITTED
    assert submission is not None
    assert submission.decision is None
    house.do("return", "TP", number)


def test_a_whole_action_is_undone(house: House) -> None:
    numbers = [house.given("CT"), house.given("TP")]
    hand_overs.hand_over_all(house.store, house.actor("CT"), house.id("CB2"), house.id("CB3"), reason="x")
    undo(house.store, house.actor("CT"), last_action(house))
    assert {house.task(number).owner for number in numbers} == {house.id("CB2")}
    assert {house.task(number).hand_overs for number in numbers} == {0}
    assert verify(house.store).whole


def test_an_undo_is_undone(house: House) -> None:
    number = house.given()
    house.do("start", "CB2", number)
    undo(house.store, house.actor("CB2"), last_action(house))
    undo(house.store, house.actor("CB2"), last_action(house))
    assert house.task(number).state is TaskState.DOING
    assert verify(house.store).whole


def test_no_right_lets_the_head_undo_what_was_decided_about_the_head_s_own_task(house: House) -> None:
    number = house.given_to_the_head()
    house.do("submit", "VTU", number)
    submitted = last_action(house)
    assert refusal(house, "CT", submitted) is None
    house.do("confirm", "PCT", number, basis="9/QĐ-UBND", basis_on=date(2026, 7, 14))
    assert refusal(house, "CT", last_action(house)) == "rights.own_task"
    assert refusal(house, "PCT", last_action(house)) is None


@pytest.mark.parametrize("action", [0, 1, 2, 99_999])
def test_what_cannot_be_undone(house: House, action: int) -> None:
    """There is no action 0 or 99,999; 1 is the birth of the journal, 2 the founding of the office."""
    expected = "undo.first" if action in (1, 2) else "undo.unknown"
    assert refusal(house, "CT", action, date(2026, 9, 30)) == expected


def test_twice_is_once_too_often(house: House) -> None:
    house.given()
    action = last_action(house)
    undo(house.store, house.actor("TP"), action)
    assert refusal(house, "TP", action) == "undo.already"


def test_settings_rights_and_days_come_back(house: House) -> None:
    head = house.actor("CT")
    deeds: list[Any] = [
        lambda: office.set_setting(house.store, head, "extension_limit", "3"),
        lambda: rights.revoke(house.store, head, house.id("VTK"), Right.CLERK),
        lambda: office.set_day(house.store, head, date(2026, 7, 20), working=False, name="Lễ hội"),
        lambda: office.set_day(house.store, head, date(2026, 9, 2), working=None),
    ]
    for deed in deeds:
        undo(house.store, head, deed().action)
    assert settings.value(house.store, "extension_limit") == "1"
    assert [grant.right_name for grant in officials.grants(house.store, house.id("VTK"))] == [Right.CLERK]
    calendar = working_calendar(house.store)
    assert calendar.is_working(date(2026, 7, 20))
    assert not calendar.is_working(date(2026, 9, 2))


def test_people_and_units_come_back_only_while_nobody_uses_them(house: House) -> None:
    head = house.actor("CT")
    made = people.add_official(house.store, head, "CB50", "Trần Thị Bé").action
    post = people.appoint(house.store, head, house.id("CB50"), house.unit("KT"), "Chuyên viên", {}).action
    assert refusal(house, "CT", made) == "undo.stands_on"
    undo(house.store, head, post)
    undo(house.store, head, made)
    with pytest.raises(Refused, match=r"official\.unknown"):
        house.id("CB50")
    people.add_official(house.store, head, "cb50", "Trần Văn Mới")
    assert officials.by_code(house.store, "CB50").name == "Trần Văn Mới"
    unit = units.add_unit(house.store, head, "YT", "Trạm Y tế", {}).action
    undo(house.store, head, unit)
    units.add_unit(house.store, head, "YT", "Trạm Y tế phường", {})
    assert verify(house.store).whole


def test_an_edit_comes_back(house: House) -> None:
    number = house.led_to(TaskState.DOING)
    task = house.task(number)
    edits.edit(house.store, house.actor("TP"), task.id, {"title": "Khác"}, reason="x")
    undo(house.store, house.actor("TP"), last_action(house))
    assert replace(house.task(number), version=0) == replace(task, version=0)
