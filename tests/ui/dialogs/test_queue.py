"""The decisions that wait, one after the other; all proposals at once; one thing done to several tasks."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.ui.deed_hands import actor, be, child, ctrl_enter, no_dialog, open_dialog, press, task, texts, write
from tests.ui.hands import write_here
from tracker.actions import extensions
from tracker.actions import tasks as actions
from tracker.domain.new_task import NewTask
from tracker.domain.tasks import TaskState
from tracker.figures.duties import waiting_for
from tracker.store import officials, tasks
from tracker.ui.desk import Desk
from tracker.ui.dialogs import several
from tracker.ui.dialogs.queue import open_queue
from tracker.ui.window import Window


@pytest.fixture
def proposals(desk: Desk) -> list[str]:
    """Three proposals of the Phòng KT, HT và ĐT, which its head CB10 may approve."""
    numbers = []
    for code in ("CB12", "CB13", "CB14"):
        proposer = officials.by_code(desk.store, code)
        new = NewTask(title=f"Việc của {code}", owner=proposer.id, product="Báo cáo", due_on=date(2026, 10, 20))
        numbers.append(actions.made(desk.store, actions.add(desk.store, actor(desk, proposer.id), new)).number)
    be(desk, "CB10")
    return numbers


def states(desk: Desk, numbers: list[str]) -> list[TaskState]:
    return [task(desk, number).state for number in numbers]


def test_one_after_the_other_decided_left_or_sent_back(window: Window, desk: Desk, proposals, qtbot) -> None:
    open_queue(desk, window, "proposals")
    first = open_dialog(qtbot)
    assert "1 trong 3" in texts(first)
    assert proposals[0] in texts(first)
    ctrl_enter(qtbot)
    qtbot.waitUntil(lambda: not first.isVisible())
    second = open_dialog(qtbot)
    assert "2 trong 3" in texts(second)
    qtbot.mouseClick(child(second, QPushButton, "later"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not second.isVisible())
    third = open_dialog(qtbot)
    write_here("Trùng việc đã giao")
    press(qtbot, third, "refuse")
    qtbot.waitUntil(no_dialog)
    assert states(desk, proposals) == [TaskState.ASSIGNED, TaskState.PROPOSED, TaskState.DRAFT]


def test_the_queue_can_be_left(window: Window, desk: Desk, proposals, qtbot) -> None:
    open_queue(desk, window, "proposals")
    press(qtbot, open_dialog(qtbot), "stop")
    qtbot.waitUntil(no_dialog)
    assert states(desk, proposals) == [TaskState.PROPOSED] * 3


def test_what_another_decided_meanwhile_is_passed_over(window: Window, desk: Desk, proposals, qtbot) -> None:
    open_queue(desk, window, "proposals")
    first = open_dialog(qtbot)
    other = officials.by_code(desk.store, "CB01")
    actions.assign(desk.store, actor(desk, other.id), task(desk, proposals[1]).id)
    qtbot.keyClick(first, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not first.isVisible())
    assert proposals[2] in texts(open_dialog(qtbot))
    press(qtbot, open_dialog(qtbot), "stop")
    qtbot.waitUntil(no_dialog)


def test_all_proposals_at_once_after_a_preview(window: Window, desk: Desk, proposals, qtbot) -> None:
    late = task(desk, proposals[1])
    desk.today = date(2026, 10, 19)
    open_queue(desk, window, "proposals")
    press(qtbot, open_dialog(qtbot), "approve-all")
    qtbot.waitUntil(lambda: open_dialog(qtbot).objectName() == "approvals")
    preview = open_dialog(qtbot)
    assert child(preview, QPushButton, "verb").accessibleName() == "Duyệt 3 đề xuất"
    assert late.state is TaskState.PROPOSED
    ctrl_enter(qtbot)
    qtbot.waitUntil(no_dialog)
    assert states(desk, proposals) == [TaskState.ASSIGNED] * 3


def test_what_one_proposal_refuses_is_named_and_the_others_go_on(window: Window, desk: Desk, proposals, qtbot) -> None:
    """A proposal whose deadline is over cannot be assigned any more."""
    own = officials.by_code(desk.store, "CB12")
    new = NewTask(title="Gấp", owner=own.id, product="Báo cáo", due_on=date(2026, 10, 1))
    short = actions.made(desk.store, actions.add(desk.store, actor(desk, own.id), new)).number
    desk.today = date(2026, 10, 2)
    several.approve_all(desk, window, [task(desk, number).id for number in [*proposals, short]])
    preview = open_dialog(qtbot)
    assert "Bỏ qua 1 việc" in texts(preview)
    assert "01/10/2026" in texts(preview), "the refusal itself is told"
    ctrl_enter(qtbot)
    qtbot.waitUntil(no_dialog)
    assert states(desk, [*proposals, short]) == [*[TaskState.ASSIGNED] * 3, TaskState.PROPOSED]


def test_extension_requests_in_a_queue(window: Window, desk: Desk, qtbot) -> None:
    of = task(desk, "NV15")
    extensions.ask(desk.store, actor(desk, of.owner), of.id, date(2026, 11, 13), reason="ngập")
    assert of.assigner is not None
    desk.act_as(officials.get(desk.store, of.assigner))
    assert waiting_for(desk.store, of.assigner, desk.today).extensions == [of.id]
    open_queue(desk, window, "extensions")
    dialog = open_dialog(qtbot)
    assert dialog.findChild(QPushButton, "stop") is None, "there is only one"
    ctrl_enter(qtbot)
    qtbot.waitUntil(no_dialog)
    assert task(desk, "NV15").extensions == 1


def test_nothing_to_decide_is_said(window: Window, desk: Desk, qtbot) -> None:
    be(desk, "CB07")
    with qtbot.waitSignal(desk.said) as said:
        assert open_queue(desk, window, "extensions") is None
    assert "Không có việc nào" in said.args[0]


# --- several ----------------------------------------------------------------------------------------------------------


def test_several_are_chased_each_as_its_own_action(window: Window, desk: Desk, qtbot) -> None:
    clerk = officials.by_code(desk.store, "CB04")
    desk.act_as(clerk)
    ids = [task(desk, number).id for number in ("NV06", "NV13", "NV10")]
    chases = {number: task(desk, number).chases for number in ("NV06", "NV13", "NV10")}
    several.chase_several(desk, window, ids)
    dialog = open_dialog(qtbot)
    assert child(dialog, QPushButton, "verb").accessibleName() == "Đôn đốc 2 việc", "NV10 is done"
    write_here("Báo cáo trước 02/10")
    ctrl_enter(qtbot)
    qtbot.waitUntil(no_dialog)
    assert {number: task(desk, number).chases - before for number, before in chases.items()} == {
        "NV06": 1,
        "NV13": 1,
        "NV10": 0,
    }


def test_several_without_a_reason_change_nothing(window: Window, desk: Desk, qtbot) -> None:
    be(desk, "CB04")
    several.chase_several(desk, window, [task(desk, "NV06").id, task(desk, "NV13").id])
    dialog = open_dialog(qtbot)
    before = task(desk, "NV06").chases
    ctrl_enter(qtbot)
    assert dialog.isVisible()
    assert task(desk, "NV06").chases == before
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_several_are_handed_over(window: Window, desk: Desk, qtbot) -> None:
    be(desk, "CB01")
    several.hand_over_several(desk, window, [task(desk, "NV13").id, task(desk, "NV26").id])
    dialog = open_dialog(qtbot)
    write_here("quach manh y")
    write(qtbot, dialog, "reason", "Cân đối lại")
    ctrl_enter(qtbot)
    qtbot.waitUntil(no_dialog)
    to = next(each for each in officials.every(desk.store) if each.name == "Quách Mạnh Ý")
    assert {task(desk, "NV13").owner, task(desk, "NV26").owner} == {to.id}
    assert tasks.get(desk.store, task(desk, "NV13").id).hand_overs == 1
