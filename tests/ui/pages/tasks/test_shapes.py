"""The same tasks as a board and as a month: by keyboard, with one cursor, and nothing that is dragged."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

from tests.ui.task_hands import current, numbers, part, settled, show_view
from tracker.store import listing, tasks
from tracker.store.calendar import working_calendar
from tracker.store.listing import Wanted
from tracker.ui.pages.tasks.board import Board
from tracker.ui.pages.tasks.month import Month
from tracker.ui.pages.tasks.page import TasksPage
from tracker.ui.window import Window


def board(page: TasksPage, qtbot) -> Board:
    qtbot.mouseClick(part(page.head, "shape-board"), Qt.MouseButton.LeftButton)
    settled(page, qtbot)
    made = page.shapes.currentWidget()
    assert isinstance(made, Board)
    return made


def month(page: TasksPage, qtbot) -> Month:
    qtbot.mouseClick(part(page.head, "shape-month"), Qt.MouseButton.LeftButton)
    settled(page, qtbot)
    made = page.shapes.currentWidget()
    assert isinstance(made, Month)
    return made


def cards(shown: Board) -> dict[str, list[str]]:
    return {
        column.cards.objectName().removeprefix("lane-"): [
            column.model.row(at).number for at in range(column.model.rowCount())
        ]
        for column in shown.columns
    }


def test_the_board_has_every_task_of_the_list_once(page: TasksPage, qtbot) -> None:
    found = cards(board(page, qtbot))
    assert found["overdue"] == ["NV06", "NV39", "NV26"]
    assert sorted(number for column in found.values() for number in column) == sorted(numbers(page))
    classes = {row.number: row.deadline_class for row in listing.page(page.desk.store, Wanted(), page.desk.today)}
    for lane in ("overdue", "due_soon", "in_time", "no_deadline"):
        assert {classes[number] for number in found[lane]} <= {lane}
    assert all((classes[number] or "").startswith("done") for number in found["done"])


def test_arrow_keys_lead_from_column_to_column_and_the_detail_follows(page: TasksPage, qtbot) -> None:
    shown = board(page, qtbot)
    assert current(page) == "NV06"
    qtbot.keyClick(shown.columns[0].cards, Qt.Key.Key_Down)
    settled(page, qtbot)
    assert current(page) == "NV39"
    qtbot.keyClick(shown.columns[0].cards, Qt.Key.Key_Right)
    settled(page, qtbot)
    assert current(page) == cards(shown)["due_soon"][1], "at the same height"
    assert shown.columns[1].cards.hasFocus()
    assert not shown.columns[0].cards.selectionModel().hasSelection()
    assert page.detail.task == shown.current()
    qtbot.keyClick(shown.columns[1].cards, Qt.Key.Key_Left)
    settled(page, qtbot)
    assert current(page) == "NV39"


def test_board_and_month_follow_the_filter(page: TasksPage, window: Window, qtbot) -> None:
    shown = board(page, qtbot)
    show_view(window, "overdue", qtbot)
    found = cards(shown)
    assert found.pop("overdue") == ["NV06", "NV39", "NV26"]
    assert not any(found.values())
    sheet = month(page, qtbot)
    due = {each.day.isoformat(): len(each.tasks) for each in sheet.model.days if each.tasks}
    assert due == {"2026-09-18": 1, "2026-09-22": 1, "2026-09-25": 1}


def test_days_off_are_those_of_the_working_calendar(page: TasksPage, qtbot) -> None:
    sheet = month(page, qtbot)
    calendar = working_calendar(page.desk.store)
    assert [each.day for each in sheet.model.days if not each.working] == [
        each.day for each in sheet.model.days if not calendar.is_working(each.day)
    ]
    holidays = [each for each in sheet.model.days if "Quốc khánh" in each.name]
    assert [each.day.day for each in holidays] == [1, 2]
    said = sheet.model.data(sheet.model.place(holidays[0].day), Qt.ItemDataRole.AccessibleTextRole)
    assert "Quốc khánh" in said


def test_the_month_by_keyboard(page: TasksPage, qtbot) -> None:
    sheet = month(page, qtbot)
    assert sheet.day() == page.desk.today, "where the cursor was has no day of its own"
    qtbot.keyClick(sheet.grid, Qt.Key.Key_Up)
    qtbot.keyClick(sheet.grid, Qt.Key.Key_Left)
    settled(page, qtbot)
    assert sheet.day() is not None
    assert sheet.day().isoformat() == "2026-09-22"  # type: ignore[union-attr]
    qtbot.keyClick(sheet.grid, Qt.Key.Key_PageDown)
    settled(page, qtbot)
    assert sheet.model.first.month == 10
    expected = listing.count(page.desk.store, Wanted(due_from="2026-10-15", due_to="2026-10-15"), page.desk.today)
    assert len(next(each for each in sheet.model.days if each.day.isoformat() == "2026-10-15").tasks) == expected > 0
    qtbot.keyClick(sheet.grid, Qt.Key.Key_PageUp)
    settled(page, qtbot)
    assert sheet.model.first.month == 9


def test_enter_on_a_day_shows_its_tasks_as_rows(page: TasksPage, qtbot) -> None:
    sheet = month(page, qtbot)
    assert len(sheet.selected()) > 1
    day = sheet.day()
    assert day is not None
    qtbot.keyClick(sheet.grid, Qt.Key.Key_Return)
    settled(page, qtbot)
    assert page.shapes.currentWidget() is page.list
    found = [tasks.by_number(page.desk.store, number).due_on for number in numbers(page)]
    assert set(found) == {day}
    assert page.list.table.hasFocus()


def test_nothing_can_be_dragged(page: TasksPage, qtbot) -> None:
    shown, sheet = board(page, qtbot), month(page, qtbot)
    views = [page.list.table, page.list.numbers, sheet.grid, *(column.cards for column in shown.columns)]
    for view in views:
        assert isinstance(view, QTableView)
        assert not view.dragEnabled()
        assert view.dragDropMode() == QAbstractItemView.DragDropMode.NoDragDrop
