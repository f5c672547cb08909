"""F2 in the list: typing over a cell, with a reason where work has begun, and never over owner or deadline."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.ui.hands import ids
from tests.ui.task_hands import current, dialog, part, settled
from tracker.actions.edits import edit
from tracker.domain.tasks import Task
from tracker.store import journal, tasks
from tracker.ui.desk import Desk
from tracker.ui.pages.tasks.page import TasksPage

CTRL = Qt.KeyboardModifier.ControlModifier


def task(desk: Desk, number: str) -> Task:
    return tasks.by_number(desk.store, number)


def go_to(page: TasksPage, number: str, qtbot) -> None:
    page.desk.go("tasks", task=task(page.desk, number).id)
    settled(page, qtbot)
    assert current(page) == number
    assert page.list.table.hasFocus()


def begin(page: TasksPage, key: str, qtbot) -> QLineEdit:
    """F2 in a column."""
    table = page.list.table
    to = page.list._column(key)
    while table.currentIndex().column() != to:
        before = table.currentIndex().column()
        qtbot.keyClick(table, Qt.Key.Key_Right if before < to else Qt.Key.Key_Left)
        assert table.currentIndex().column() != before
    qtbot.keyClick(table, Qt.Key.Key_F2)
    cell = part(table, "cell")
    assert isinstance(cell, QLineEdit)
    return cell


def untouched(desk: Desk) -> str:
    """A task on which no work has begun."""
    return next(
        row.number for row in desk.rows(ids(desk, "all")) if row.state == "assigned" and not row.changed_after_start
    )


def test_a_title_is_typed_over_and_undone(page: TasksPage, desk: Desk, qtbot) -> None:
    number = untouched(desk)
    go_to(page, number, qtbot)
    before = task(desk, number).title
    said: list[int] = []
    desk.said.connect(lambda _words, action: said.append(action))
    cell = begin(page, "title", qtbot)
    assert cell.text() == before
    qtbot.keyClicks(cell, "Viec da doi ten")
    qtbot.keyClick(cell, Qt.Key.Key_Return)
    settled(page, qtbot)
    assert task(desk, number).title == "Viec da doi ten"
    at = page.list.model.place(task(desk, number).id)
    assert at is not None
    assert page.list.model.row(at).title == "Viec da doi ten"
    desk.undo(said[0])
    assert task(desk, number).title == before


def test_esc_leaves_the_cell_as_it_was(page: TasksPage, desk: Desk, qtbot) -> None:
    number = untouched(desk)
    go_to(page, number, qtbot)
    before = task(desk, number)
    cell = begin(page, "title", qtbot)
    qtbot.keyClicks(cell, "khong ghi")
    qtbot.keyClick(cell, Qt.Key.Key_Escape)
    settled(page, qtbot)
    assert task(desk, number) == before


def test_once_work_has_begun_a_reason_is_asked_for(page: TasksPage, desk: Desk, qtbot) -> None:
    go_to(page, "NV06", qtbot)
    cell = begin(page, "title", qtbot)
    qtbot.keyClicks(cell, "Khac phuc ton tai")
    qtbot.keyClick(cell, Qt.Key.Key_Return)
    form = dialog(qtbot)
    assert part(form, "title").toPlainText() == "Khac phuc ton tai"  # type: ignore[attr-defined]
    assert part(form, "reason").hasFocus()
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    assert dialog(qtbot) is form, "not without a reason"
    qtbot.keyClicks(part(form, "reason"), "theo ket luan moi")
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    settled(page, qtbot)
    after = task(desk, "NV06")
    assert after.title == "Khac phuc ton tai"
    assert after.changed_after_start
    assert journal.of_record(desk.store, "task", after.id)[-1].reason == "theo ket luan moi"


def test_what_is_refused_is_not_lost(page: TasksPage, desk: Desk, qtbot) -> None:
    number = untouched(desk)
    go_to(page, number, qtbot)
    cell = begin(page, "title", qtbot)
    cell.setText("x" * 1200)
    qtbot.keyClick(cell, Qt.Key.Key_Return)
    form = dialog(qtbot)
    assert part(form, "title").toPlainText() == "x" * 1200  # type: ignore[attr-defined]
    assert part(form, "error").isVisible()
    qtbot.keyClick(form, Qt.Key.Key_Escape)


def test_what_another_wrote_meanwhile_is_shown_before_it_is_written_over(page: TasksPage, desk: Desk, qtbot) -> None:
    number = untouched(desk)
    go_to(page, number, qtbot)
    cell = begin(page, "title", qtbot)
    desk.act(lambda store, actor: edit(store, actor, task(desk, number).id, {"title": "Của người khác"}))
    cell = part(page.list.table, "cell")  # type: ignore[assignment]
    qtbot.keyClicks(cell, "Cua minh")
    qtbot.keyClick(cell, Qt.Key.Key_Return)
    form = dialog(qtbot)
    assert task(desk, number).title == "Của người khác"
    assert any("Của người khác" in each.text() for each in form.findChildren(object) if hasattr(each, "text"))  # type: ignore[call-overload]
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    settled(page, qtbot)
    assert task(desk, number).title == "Cua minh"


@pytest.mark.parametrize(("key", "name"), [("owner", "hand-over"), ("due", "extension")])
def test_owner_and_deadline_open_their_dialogs(page: TasksPage, desk: Desk, key: str, name: str, qtbot) -> None:
    go_to(page, "NV06", qtbot)
    before = task(desk, "NV06")
    to = page.list._column(key)
    while page.list.table.currentIndex().column() != to:
        qtbot.keyClick(page.list.table, Qt.Key.Key_Right)
    asked: list[object] = []
    desk.refused.disconnect()
    desk.refused.connect(asked.append)
    qtbot.keyClick(page.list.table, Qt.Key.Key_F2)
    if not asked:
        form = dialog(qtbot)
        assert name.split("-")[0] in form.objectName()
        qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert task(desk, "NV06") == before
    assert page.list.table.findChild(QLineEdit, "cell") is None
