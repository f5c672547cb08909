"""Ctrl+Z, Ctrl+Y and the list of actions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPlainTextEdit, QPushButton

from tests.ui.deed_hands import CTRL, actor, be, child, no_dialog, open_dialog, press, task, texts
from tests.ui.hands import write_here
from tracker.actions import chases, work
from tracker.domain.tasks import TaskState
from tracker.store import deeds, officials
from tracker.ui.desk import Desk
from tracker.ui.undo import open_history
from tracker.ui.widgets.tables import Table
from tracker.ui.window import Window


def chase(desk: Desk, number: str) -> None:
    of = task(desk, number)
    chases.chase(desk.store, actor(desk, desk.person.id if desk.person else None), of.id, reason="gấp")


def ctrl(qtbot, window: Window, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget() or window, key, CTRL)


def test_ctrl_z_goes_back_step_by_step_and_ctrl_y_forward(window: Window, desk: Desk, qtbot) -> None:
    before = task(desk, "NV06").chases
    chase(desk, "NV06")
    chase(desk, "NV06")
    ctrl(qtbot, window, Qt.Key.Key_Z)
    assert task(desk, "NV06").chases == before + 1
    ctrl(qtbot, window, Qt.Key.Key_Z)
    assert task(desk, "NV06").chases == before
    ctrl(qtbot, window, Qt.Key.Key_Y)
    assert task(desk, "NV06").chases == before + 1
    ctrl(qtbot, window, Qt.Key.Key_Y)
    assert task(desk, "NV06").chases == before + 2
    ctrl(qtbot, window, Qt.Key.Key_Y)
    assert task(desk, "NV06").chases == before + 2, "there is nothing to do again"
    ctrl(qtbot, window, Qt.Key.Key_Z)
    assert task(desk, "NV06").chases == before + 1


def test_after_something_new_there_is_nothing_to_do_again(window: Window, desk: Desk, qtbot) -> None:
    chase(desk, "NV06")
    ctrl(qtbot, window, Qt.Key.Key_Z)
    chase(desk, "NV24")
    before = task(desk, "NV06").chases
    with qtbot.waitSignal(desk.said) as said:
        ctrl(qtbot, window, Qt.Key.Key_Y)
    assert said.args[0] == "Không có gì để làm lại"
    assert task(desk, "NV06").chases == before


def test_the_toast_says_what_was_undone(window: Window, desk: Desk, qtbot) -> None:
    chase(desk, "NV06")
    with qtbot.waitSignal(desk.said) as said:
        ctrl(qtbot, window, Qt.Key.Key_Z)
    assert said.args[0] == "Đã hoàn tác: Đôn đốc, NV06"


def test_a_text_field_keeps_its_own_ctrl_z(window: Window, desk: Desk, qtbot) -> None:
    chase(desk, "NV06")
    before = task(desk, "NV06").chases
    field = QLineEdit(window)
    field.show()
    field.setFocus()
    write_here("abc")
    ctrl(qtbot, window, Qt.Key.Key_Z)
    assert field.text() == ""
    ctrl(qtbot, window, Qt.Key.Key_Y)
    assert field.text() == "abc"
    assert task(desk, "NV06").chases == before


def test_the_list_says_what_when_and_who_and_undoes(window: Window, desk: Desk, qtbot) -> None:
    chase(desk, "NV06")
    before = task(desk, "NV06").chases
    open_history(desk, window)
    dialog = open_dialog(qtbot)
    table = child(dialog, Table, "actions")
    assert table.model().index(0, 0).data() == "Đôn đốc, NV06"
    assert table.model().index(0, 1).data() == "Lưu Quang Thiệu"
    assert "Hoàn tác được" in texts(dialog)
    press(qtbot, dialog, "verb")
    qtbot.waitUntil(no_dialog)
    assert task(desk, "NV06").chases == before - 1


def test_the_list_says_why_something_cannot_be_undone(window: Window, desk: Desk, qtbot) -> None:
    of = task(desk, "NV25")
    work.start(desk.store, actor(desk, of.owner), of.id)
    be(desk, "CB07")
    open_history(desk, window)
    dialog = open_dialog(qtbot)
    mine = child(dialog, QCheckBox, "mine")
    mine.setFocus()
    qtbot.keyClick(mine, Qt.Key.Key_Space)
    assert child(dialog, Table, "actions").model().index(0, 0).data() == "Bắt đầu thực hiện, NV25"
    assert not child(dialog, QPushButton, "verb").isEnabled()
    assert "chỉ do chính người thực hiện hoàn tác" in texts(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_the_head_undoes_what_another_did_with_a_reason(window: Window, desk: Desk, qtbot) -> None:
    of = task(desk, "NV25")
    work.start(desk.store, actor(desk, of.owner), of.id)
    open_history(desk, window)
    dialog = open_dialog(qtbot)
    mine = child(dialog, QCheckBox, "mine")
    mine.setFocus()
    qtbot.keyClick(mine, Qt.Key.Key_Space)
    reason = child(dialog, QPlainTextEdit, "reason")
    assert reason.isVisible()
    press(qtbot, dialog, "verb")
    assert dialog.isVisible(), "not without a reason"
    write_here("Bấm nhầm")
    press(qtbot, dialog, "verb")
    qtbot.waitUntil(no_dialog)
    assert task(desk, "NV25").state is TaskState.ASSIGNED


def test_what_is_listed_as_undone_says_so(desk: Desk) -> None:
    from tracker.actions.undo import undo

    chase(desk, "NV06")
    [newest] = deeds.recent(desk.store, 1)
    assert newest.verb == "task.chase"
    undo(desk.store, actor(desk, desk.person.id if desk.person else None), newest.action)
    [again] = deeds.recent(desk.store, 1)
    assert (again.action, again.undone_by) == (newest.action, newest.action + 1)


def test_recent_actions_of_one_person(desk: Desk) -> None:
    head = officials.by_code(desk.store, "CB01")
    found = deeds.recent(desk.store, 5, head.id)
    assert len(found) == 5
    assert {each.actor for each in found} == {head.id}
    assert [each.action for each in found] == sorted((each.action for each in found), reverse=True)
