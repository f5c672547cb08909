"""Editing a task: what was changed here alone, a reason once it has begun, both sides where another was faster."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QRadioButton, QWidget

from tests.ui.deed_hands import actor, be_assigner, child, ctrl_enter, no_dialog, open_dialog, press, task, texts, write
from tests.ui.hands import write_here
from tracker.actions import edits
from tracker.actions import tasks as actions
from tracker.actions.coordination import present
from tracker.domain.new_task import NewTask
from tracker.store import journal, officials
from tracker.ui.desk import Desk
from tracker.ui.dialogs.editing import EditTask
from tracker.ui.pages.tasks import verbs
from tracker.ui.window import Window


@pytest.fixture
def editing(window: Window, desk: Desk, qtbot):
    def begun(number: str) -> EditTask:
        be_assigner(desk, number)
        verbs.begin(desk, window, task(desk, number).id, [verbs.named("edit")])
        dialog = open_dialog(qtbot)
        assert isinstance(dialog, EditTask)
        return dialog

    return begun


def retype(qtbot, dialog: QWidget, name: str, text: str) -> None:
    """Type over what stands in a field."""
    field = child(dialog, QLineEdit, name)
    field.setFocus()
    field.selectAll()
    write_here(text)


def elsewhere(desk: Desk, number: str, **fields: object) -> None:
    """Another window of the assigner's unit clerk changes the task."""
    of = task(desk, number)
    clerk = officials.by_code(desk.store, "CB08")
    edits.edit(desk.store, actor(desk, clerk.id), of.id, fields, reason="văn thư sửa")  # type: ignore[arg-type]


def test_only_what_was_changed_is_written(editing, desk: Desk, qtbot) -> None:
    dialog = editing("NV13")
    before = task(desk, "NV13")
    retype(qtbot, dialog, "product", "Dự toán và thuyết minh")
    ctrl_enter(qtbot)
    assert dialog.isVisible(), "the work has begun: a reason is obligatory"
    assert task(desk, "NV13") == before
    write(qtbot, dialog, "reason", "Bổ sung thuyết minh")
    ctrl_enter(qtbot)
    qtbot.waitUntil(no_dialog)
    after = task(desk, "NV13")
    assert (after.product, after.changed_after_start) == ("Dự toán và thuyết minh", True)
    [entry] = journal.of_record(desk.store, "task", after.id)[-1:]
    assert set(entry.change) == {"product", "changed_after_start", "search", "version"}
    assert entry.reason == "Bổ sung thuyết minh"


def test_nothing_changed_is_told(editing, desk: Desk, qtbot) -> None:
    dialog = editing("NV13")
    write(qtbot, dialog, "reason", "thử")
    ctrl_enter(qtbot)
    assert dialog.isVisible()
    assert "không có gì" in texts(dialog).lower()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_owner_and_deadline_are_read_only_beyond_a_draft(editing, desk: Desk, qtbot) -> None:
    dialog = editing("NV13")
    for key in ("owner", "due_on", "assigner"):
        assert not child(dialog, QWidget, key).isEnabled()
    assert child(dialog, QWidget, "title").isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_draft_may_get_owner_and_deadline(window: Window, desk: Desk, qtbot) -> None:
    made = actions.draft(desk.store, actor(desk, desk.person.id if desk.person else None), NewTask(title="Dự thảo"))
    number = actions.made(desk.store, made).number
    verbs.begin(desk, window, task(desk, number).id, [verbs.named("edit")])
    dialog = open_dialog(qtbot)
    write(qtbot, dialog, "owner", "bui khac diem")
    write(qtbot, dialog, "due_on", "20/10")
    ctrl_enter(qtbot)
    qtbot.waitUntil(no_dialog)
    after = task(desk, number)
    assert after.owner is not None
    assert officials.get(desk.store, after.owner).name == "Bùi Khắc Điềm"
    assert after.due_on == date(2026, 10, 20)


def test_co_ordinators_that_stay_keep_their_parts(editing, desk: Desk, qtbot) -> None:
    before = present(desk.store, task(desk, "NV06").id)
    dialog = editing("NV06")
    press(qtbot, dialog, "add-coordinator")
    write_here("các phòng")
    write(qtbot, dialog, "reason", "Thêm phối hợp")
    ctrl_enter(qtbot)
    qtbot.waitUntil(no_dialog)
    after = present(desk.store, task(desk, "NV06").id)
    assert [each.name for each in after] == [*(each.name for each in before), "các phòng"]
    assert after[: len(before)] == before


def test_what_another_changed_elsewhere_is_kept(editing, desk: Desk, qtbot) -> None:
    dialog = editing("NV13")
    retype(qtbot, dialog, "product", "Dự toán và thuyết minh")
    write(qtbot, dialog, "reason", "Bổ sung")
    elsewhere(desk, "NV13", authority="ký nháy")
    ctrl_enter(qtbot)
    assert dialog.isVisible()
    told = texts(dialog)
    assert officials.by_code(desk.store, "CB08").name in told
    assert "Thẩm quyền" in told
    assert task(desk, "NV13").product == "Dự toán"
    ctrl_enter(qtbot)
    qtbot.waitUntil(no_dialog)
    assert (task(desk, "NV13").product, task(desk, "NV13").authority) == ("Dự toán và thuyết minh", "ký nháy")


@pytest.mark.parametrize(("whose", "title"), [("mine", "Lập dự toán của tôi"), ("theirs", "Lập dự toán của văn thư")])
def test_where_both_changed_the_same_one_is_chosen(editing, desk: Desk, qtbot, whose: str, title: str) -> None:
    dialog = editing("NV13")
    retype(qtbot, dialog, "title", "Lập dự toán của tôi")
    retype(qtbot, dialog, "product", "Dự toán 2027")
    write(qtbot, dialog, "reason", "Sửa tên")
    elsewhere(desk, "NV13", title="Lập dự toán của văn thư")
    ctrl_enter(qtbot)
    assert child(dialog, QRadioButton, "mine-title").text() == "của tôi: Lập dự toán của tôi"
    assert child(dialog, QRadioButton, "theirs-title").text() == "của người khác: Lập dự toán của văn thư"
    choice = child(dialog, QRadioButton, f"{whose}-title")
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Space)
    ctrl_enter(qtbot)
    qtbot.waitUntil(no_dialog)
    assert (task(desk, "NV13").title, task(desk, "NV13").product) == (title, "Dự toán 2027")


def test_what_was_typed_is_there_again(editing, desk: Desk, qtbot) -> None:
    dialog = editing("NV13")
    retype(qtbot, dialog, "product", "Dự toán và thuyết minh")
    press(qtbot, dialog, "later")
    qtbot.waitUntil(no_dialog)
    dialog = editing("NV13")
    assert child(dialog, QLineEdit, "product").text() == "Dự toán và thuyết minh"
    assert task(desk, "NV13").product == "Dự toán"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
