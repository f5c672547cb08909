"""Nhật ký as it is read: newest first, filtered, page by page; what an action changed; whether it holds; undoing."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QToolButton

from tracker.actions.chases import chase
from tracker.store import journal, journal_list, tasks
from tracker.store.journal_list import Wanted
from tracker.store.tables import KINDS, table
from tracker.ui import printing
from tracker.ui.desk import Desk
from tracker.ui.pages.journal import fields, lines
from tracker.ui.pages.journal.filtering import FilterDialog
from tracker.ui.pages.journal.page import JournalPage
from tracker.ui.pages.journal.undoing import UndoDialog
from tracker.ui.status import Status
from tracker.ui.window import Window
from tracker.words import Words

PATIENCE = 20_000


@pytest.fixture
def page(window: Window, desk: Desk, qtbot) -> JournalPage:
    """The page with the newest actions."""
    qtbot.keyClick(window, Qt.Key.Key_6, Qt.KeyboardModifier.AltModifier)
    found = window.current
    assert isinstance(found, JournalPage)
    qtbot.waitUntil(lambda: bool(found.model.rows) and found.detail.detail is not None, timeout=PATIENCE)
    return found


def click(qtbot, of: Any, name: str, kind: type[QAbstractButton] = QPushButton) -> None:
    found = of.findChild(kind, name)
    assert found is not None, name
    assert found.isVisible(), name
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def numbers(page: JournalPage) -> list[int]:
    return [line.number for line in page.model.rows]


def words(of: Any) -> str:
    """All that a pane says."""
    return "\n".join(each.text() for each in of.findChildren(QLabel) if each.isVisible())


def select(qtbot, page: JournalPage, number: int) -> None:
    """Put the cursor into an action by the keyboard."""
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for _ in range(numbers(page).index(number)):
        qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.waitUntil(
        lambda: page.detail.detail is not None and page.detail.detail.line.number == number, timeout=PATIENCE
    )


def filtered(qtbot, page: JournalPage) -> FilterDialog:
    click(qtbot, page, "filter", QToolButton)
    found = page.findChild(FilterDialog)
    assert found is not None
    qtbot.waitUntil(found.isActiveWindow)
    return found


# --- the list ---------------------------------------------------------------------------------------------------------


def test_the_newest_actions_stand_on_top(page: JournalPage, desk: Desk) -> None:
    newest = [action.number for action in journal_list.page(desk.store, Wanted(), None, lines.PAGE).actions]

    assert numbers(page) == newest
    assert page.note() == "100 thao tác mới nhất"


def test_scrolling_to_the_end_reads_on(page: JournalPage, desk: Desk, qtbot) -> None:
    whole = [action.number for action in journal_list.page(desk.store, Wanted(), None, 10_000).actions]
    page.table.setFocus()
    for _ in range(4):
        qtbot.keyClick(page.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: not page.model.waiting, timeout=PATIENCE)

    assert numbers(page) == whole
    assert page.note() == f"{len(whole)} thao tác"


def test_a_line_says_when_it_was_declared_only_where_that_differs(page: JournalPage, desk: Desk, qtbot) -> None:
    today = journal_list.page(desk.store, Wanted(), None, 1).actions[0].entries[0].at[:10]
    told = lines.read_page(desk.store, desk.words, Wanted(), None, 5).lines[0]

    assert told.days is not None
    assert told.days[0] != today
    column = next(column for column in page.model.columns if column.key == "declared")
    assert column.text(told) == "30/9"
    assert column.text(told._replace(days=None)) == ""


def test_what_was_recorded_for_somebody_names_both(page: JournalPage) -> None:
    assert "Triệu Ngọc Ánh (ghi thay Chử Đức Toàn)" in [line.who for line in page.model.rows]


def test_something_written_appears_on_top_and_the_cursor_stays(page: JournalPage, desk: Desk, qtbot) -> None:
    at = numbers(page)[5]
    select(qtbot, page, at)
    task = tasks.by_number(desk.store, "NV06")
    done = desk.attempt(lambda store, actor: chase(store, actor, task.id, reason="Đề nghị báo cáo ngay"))
    assert done is not None

    qtbot.waitUntil(lambda: numbers(page)[0] == done.action, timeout=PATIENCE)
    assert page.current() is not None
    assert page.current().number == at


# --- filters ----------------------------------------------------------------------------------------------------------


def test_words_are_looked_for_as_one_types(page: JournalPage, window: Window, qtbot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is page.search
    qtbot.keyClicks(page.search, "giao ban tuan")

    qtbot.waitUntil(lambda: 0 < len(page.model.rows) < 10, timeout=PATIENCE)
    assert any("giao ban tuần" in line.reason for line in page.model.rows)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(page.model.rows) == lines.PAGE, timeout=PATIENCE)


def test_nothing_found_says_so_and_leads_back(page: JournalPage, qtbot) -> None:
    qtbot.keyClicks(page.search, "khong co dau ca")
    qtbot.waitUntil(lambda: page._none.isVisible(), timeout=PATIENCE)
    click(qtbot, page, "clear-filters")

    qtbot.waitUntil(lambda: len(page.model.rows) == lines.PAGE, timeout=PATIENCE)
    assert page.search.text() == ""


def test_the_filters_of_the_dialog_stand_as_chips_that_take_them_away(page: JournalPage, desk: Desk, qtbot) -> None:
    dialog = filtered(qtbot, page)
    qtbot.keyClicks(dialog.task.edit, "NV10")
    dialog.verb.setFocus()
    for _ in range(dialog.verb.findData("extension.decide")):
        qtbot.keyClick(dialog.verb, Qt.Key.Key_Down)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    task = tasks.by_number(desk.store, "NV10").id
    wanted = Wanted(task=task, verb="extension.decide")
    found = [action.number for action in journal_list.page(desk.store, wanted, None, 99).actions]
    assert found
    qtbot.waitUntil(lambda: numbers(page) == found, timeout=PATIENCE)

    click(qtbot, page, "chip-verb")
    every = [action.number for action in journal_list.page(desk.store, Wanted(task=task), None, 99).actions]
    qtbot.waitUntil(lambda: numbers(page) == every, timeout=PATIENCE)
    assert "nhiệm vụ: NV10" in page.findChild(QPushButton, "chip-task").text()


def test_a_day_that_is_none_is_told_at_its_field(page: JournalPage, qtbot) -> None:
    dialog = filtered(qtbot, page)
    qtbot.keyClicks(dialog.declared_from.edit, "32/13")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert dialog.isVisible()
    assert QApplication.focusWidget() is dialog.declared_from.edit
    dialog.reject()


def test_another_page_asks_for_the_journal_of_a_task(page: JournalPage, desk: Desk, qtbot) -> None:
    task = tasks.by_number(desk.store, "NV26").id
    desk.go("journal", task=task)

    every = [action.number for action in journal_list.page(desk.store, Wanted(task=task), None, 99).actions]
    qtbot.waitUntil(lambda: numbers(page) == every, timeout=PATIENCE)


# --- the detail -------------------------------------------------------------------------------------------------------


def test_old_and_new_stand_in_words_with_the_hashes(page: JournalPage, desk: Desk, qtbot) -> None:
    handed = next(line for line in page.model.rows if line.what == "Chuyển giao")
    select(qtbot, page, handed.number)
    qtbot.waitUntil(lambda: "Quách Mạnh Ý → Bùi Khắc Điềm" in words(page.detail), timeout=PATIENCE)

    shown = words(page.detail)
    assert "Chịu trách nhiệm" in shown
    entry = journal.of_action(desk.store, handed.number)[0]
    assert f"Mã băm {entry.hash}, trước đó {entry.previous}" in shown


def test_the_task_is_one_click_away(page: JournalPage, window: Window, desk: Desk, qtbot) -> None:
    handed = next(line for line in page.model.rows if line.what == "Chuyển giao")
    select(qtbot, page, handed.number)
    went: list[tuple[str, object]] = []
    desk.went.connect(lambda name, what: went.append((name, what)))
    click(qtbot, page.detail, "open-task")

    assert went == [("tasks", {"task": tasks.by_number(desk.store, "NV26").id})]


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_that_is_told_has_a_name(kind: str) -> None:
    english = Words("en")
    nameless = [
        column
        for column in table(kind).columns
        if column not in fields.HIDDEN and fields.name(english, kind, column) == column
    ]
    assert nameless == []


def test_every_entry_of_the_sample_can_be_told(desk: Desk) -> None:
    """Whatever is in it, and no password."""
    for action in journal_list.page(desk.store, Wanted(), None, 10_000).actions:
        detail = lines.read_detail(desk.store, desk.words, action.number, 3)
        assert detail is not None
        assert detail.parts
    assert fields.value(desk.store, desk.words, None, "account", "password_hash", "$argon2$") == "(không hiện)"


# --- undoing ----------------------------------------------------------------------------------------------------------


def test_an_action_is_undone_with_its_reason(page: JournalPage, desk: Desk, qtbot) -> None:
    number = next(line.number for line in page.model.rows if line.what == "Báo tiến độ" and "ghi thay" in line.who)
    select(qtbot, page, number)
    click(qtbot, page.detail, "undo-action")
    dialog = page.findChild(UndoDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    assert QApplication.focusWidget() is dialog.reason

    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible(), "what somebody else did is undone with a reason only"
    qtbot.keyClicks(dialog.reason, "Ghi nham nguoi")
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: page.model.rows[0].what == "Hoàn tác", timeout=PATIENCE)
    assert page.model.rows[0].reason == "Ghi nham nguoi"
    undone = next(line for line in page.model.rows if line.number == number)
    assert undone.undone_by == page.model.rows[0].number
    qtbot.waitUntil(lambda: not page.detail.undo.isEnabled(), timeout=PATIENCE)


# --- whether it holds -------------------------------------------------------------------------------------------------


def test_the_bar_says_up_to_where_it_holds(page: JournalPage, desk: Desk, window: Window, qtbot) -> None:
    qtbot.waitUntil(lambda: not desk.integrity.running, timeout=PATIENCE)
    click(qtbot, page, "check-now")
    assert desk.integrity.running
    qtbot.waitUntil(lambda: not desk.integrity.running, timeout=PATIENCE)

    last = journal.head(desk.store)[0]
    assert page.integrity.words.text().startswith(f"Nguyên vẹn đến mục {last}, kiểm lúc ")
    assert not page.integrity.table.isVisible()


def test_a_check_can_be_given_up(page: JournalPage, desk: Desk, qtbot) -> None:
    qtbot.waitUntil(lambda: not desk.integrity.running, timeout=PATIENCE)
    before = page.integrity.words.text()
    click(qtbot, page, "check-now")
    click(qtbot, page, "cancel-check")

    assert not desk.integrity.running
    assert page.integrity.words.text() == before
    assert page.integrity.now.isVisible()


def test_what_was_changed_outside_is_named_by_record_and_field(
    page: JournalPage, window: Window, desk: Desk, office: Path, qtbot
) -> None:
    qtbot.waitUntil(lambda: not desk.integrity.running, timeout=PATIENCE)
    with sqlite3.connect(office / "tracker.sqlite3") as outside:
        outside.execute("UPDATE task SET due_on = '2026-12-31' WHERE number = 'NV06'")
    outside.close()
    click(qtbot, page, "check-now")
    qtbot.waitUntil(page.integrity.table.isVisible, timeout=PATIENCE)

    assert page.integrity.words.text().startswith("Không khớp ở 1 chỗ")
    told = page.integrity.model.cell(0, 0)
    assert "NV06" in told
    assert "Hạn hiện tại" in told
    assert "2026-12-31" in told
    status = Status(desk, window.statusBar())
    desk.integrity.changed.emit()
    assert status.journal.text() == "Nhật ký không khớp: nhiệm vụ NV06"
    assert status.journal.property("wrong") is True


# --- paper ------------------------------------------------------------------------------------------------------------


def test_ctrl_p_prints_what_the_filters_let_through(page: JournalPage, window: Window, desk: Desk, qtbot) -> None:
    qtbot.keyClicks(page.search, "giao ban tuan")
    qtbot.waitUntil(lambda: 0 < len(page.model.rows) < 10, timeout=PATIENCE)
    count = len(page.model.rows)
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.findChild(printing.PreviewDialog) is not None, timeout=PATIENCE)
    dialog = window.findChild(printing.PreviewDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.preview.count > 0, timeout=PATIENCE)

    with pypdfium2.PdfDocument(dialog.preview.data) as pdf:
        said = pdf[0].get_textpage().get_text_range()
    assert "NHẬT KÝ" in said
    assert f"có “giao ban tuan”; số liệu ngày 30/9/2026; {count} dòng" in said
    dialog.close()
