"""The list of tasks as a person works with it: views, search, chips, sorting, cursor and drawer."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QStyle, QStyleOptionViewItem, QWidget

from tests.ui.task_hands import chip, current, numbers, settled, show_view
from tracker.actions import tasks as acting
from tracker.domain.new_task import NewTask
from tracker.domain.periods import parse
from tracker.exchange import read
from tracker.store import officials, tasks
from tracker.ui import chips
from tracker.ui.desk import Desk
from tracker.ui.pages.tasks.page import TasksPage
from tracker.ui.palette import Palette
from tracker.ui.window import Window

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_the_default_list_is_that_of_the_period(page: TasksPage, window: Window) -> None:
    assert page.head.name.text() == "Nhiệm vụ trong kỳ"
    assert page.head.count.text() == "39 việc"
    assert len(numbers(page)) == 39
    assert current(page) == "NV06", "the one that is late the longest"
    assert page.detail.task == tasks.by_number(page.desk.store, "NV06").id
    assert window.top.period.isEnabled()


def test_a_badge_painted_before_hides_no_cell_under_the_cursor(page: TasksPage) -> None:
    """Qt hands the painter on from cell to cell: a ground left behind would cover the title below."""
    table = page.list.table
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 200, 30)
    option.state = QStyle.StateFlag.State_HasFocus  # type: ignore[attr-defined]  # what Qt itself sets
    picture = QImage(200, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    with QPainter(picture) as painter:
        chips.badge(painter, page.desk.theme, 500, 15, 1)
        assert painter.brush().style() is Qt.BrushStyle.NoBrush
        painter.setBrush(Qt.GlobalColor.red)
        table.itemDelegate().paint(painter, option, table.currentIndex())
    assert picture.pixelColor(195, 15) == Qt.GlobalColor.white


def test_a_view_of_the_navigation_follows_today_and_greys_the_period(page: TasksPage, window: Window, qtbot) -> None:
    show_view(window, "overdue", qtbot)
    assert page.head.name.text() == "Quá hạn"
    assert numbers(page) == ["NV06", "NV39", "NV26"]
    assert not window.top.period.isEnabled()
    assert window.findChild(object, "view-overdue").isChecked()  # type: ignore[union-attr]


def test_search_finds_without_accents_as_one_types(page: TasksPage, window: Window, qtbot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F, CTRL)
    assert page.head.search.hasFocus()
    qtbot.keyClicks(page.head.search, "dat cong ich")
    settled(page, qtbot)
    assert numbers(page) == ["NV26"]
    assert current(page) == "NV26"
    qtbot.keyClick(page.head.search, Qt.Key.Key_Down)
    assert page.list.table.hasFocus()
    qtbot.keyClick(window, Qt.Key.Key_F, CTRL)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    settled(page, qtbot)
    assert len(numbers(page)) == 39
    assert current(page) == "NV26", "the cursor stays with its task"


def test_f3_goes_on_to_what_else_was_found_while_one_types(page: TasksPage, window: Window, qtbot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F, CTRL)
    qtbot.keyClicks(page.head.search, "bao cao")
    settled(page, qtbot)
    found = numbers(page)
    assert len(found) > 2
    walked = [current(page)]
    for _ in found[1:]:
        qtbot.keyClick(page.head.search, Qt.Key.Key_F3)
        walked.append(current(page))
    assert walked == found
    qtbot.keyClick(page.head.search, Qt.Key.Key_F3)
    assert current(page) == found[0], "from the last to the first"
    qtbot.keyClick(page.head.search, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert current(page) == found[-1]
    assert page.head.search.hasFocus()


def test_the_cross_of_the_period_shows_all(page: TasksPage, qtbot) -> None:
    qtbot.mouseClick(chip(page, "period"), Qt.MouseButton.LeftButton)
    settled(page, qtbot)
    assert len(numbers(page)) == 40
    assert chip(page, "period") is None or not chip(page, "period").isVisible()  # type: ignore[union-attr]


def test_shift_esc_clears_every_filter(page: TasksPage, window: Window, qtbot) -> None:
    official = officials.by_code(page.desk.store, "CB06").id
    page.desk.go("tasks", official=official)
    settled(page, qtbot)
    assert 0 < len(numbers(page)) < 39
    words = chip(page, "owner")
    assert words is not None
    assert words.text().startswith("Người: ")
    qtbot.keyClick(page.list.table, Qt.Key.Key_Escape, SHIFT)
    settled(page, qtbot)
    assert len(numbers(page)) == 40


def test_a_heading_sorts_up_then_down_then_as_before(page: TasksPage, qtbot) -> None:
    before = numbers(page)
    head = page.list.numbers.horizontalHeader()

    def click() -> list[str]:
        qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
        settled(page, qtbot)
        return numbers(page)

    up = click()
    assert up == sorted(before)
    assert click() == up[::-1]
    assert click() == before


def test_the_detail_follows_the_cursor_and_enter_goes_in(page: TasksPage, window: Window, qtbot) -> None:
    qtbot.keyClick(page.list.table, Qt.Key.Key_Down)
    settled(page, qtbot)
    assert current(page) == "NV39"
    qtbot.keyClick(page.list.table, Qt.Key.Key_Return)
    focus = window.focusWidget()
    assert focus is not None
    assert page.detail is focus or page.detail.isAncestorOf(focus)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert page.list.table.hasFocus()


def test_in_a_narrow_window_the_detail_is_a_drawer(page: TasksPage, window: Window, qtbot) -> None:
    assert page.detail.isVisible()
    window.resize(910, 600)
    qtbot.waitUntil(lambda: not page.detail.isVisible())
    qtbot.keyClick(page.list.table, Qt.Key.Key_Return)
    assert page.detail.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not page.detail.isVisible()
    assert page.list.table.hasFocus()
    window.resize(1366, 768)
    qtbot.waitUntil(page.detail.isVisible)


def test_a_task_made_outside_the_filter_is_shown_and_marked(page: TasksPage, window: Window, qtbot) -> None:
    show_view(window, "overdue", qtbot)
    owner = officials.by_code(page.desk.store, "CB06").id
    new = NewTask(title="Họp giao ban", owner=owner, product="Biên bản", due_on=date(2026, 10, 30))
    page.desk.act(lambda store, actor: acting.add(store, actor, new))
    settled(page, qtbot)
    assert len(numbers(page)) == 4
    model, at = page.list.model, page.list.model.place(page.list.current() or 0) or 0
    assert model.row(at).title == "Họp giao ban"
    told = model.data(model.index(at, 1), Qt.ItemDataRole.ToolTipRole)
    assert "ngoài bộ lọc" in told
    show_view(window, "awaiting", qtbot)
    assert "Họp giao ban" not in [model.row(at).title for at in range(model.rowCount())]


def test_a_task_asked_for_by_name_is_shown_whatever_the_view(page: TasksPage, window: Window, qtbot) -> None:
    show_view(window, "overdue", qtbot)
    done = tasks.by_number(page.desk.store, "NV10").id
    page.desk.go("tasks", task=done)
    settled(page, qtbot)
    assert current(page) == "NV10"
    assert page.detail.task == done


def test_ctrl_c_copies_the_selected_rows_as_a_sheet(page: TasksPage, qtbot) -> None:
    table = page.list.table
    qtbot.keyClick(table, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(table, Qt.Key.Key_C, CTRL | SHIFT)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:3] == ["Số", "Nhiệm vụ", "Chịu trách nhiệm"]
    assert [line.split("\t")[0] for line in lines[1:]] == ["NV06", "NV39"]
    assert lines[1].split("\t")[2] == "Chử Đức Toàn"


def test_columns_are_chosen_and_remembered(page: TasksPage, desk: Desk, qtbot) -> None:
    product = next(at for at, column in enumerate(page.list.model.columns) if column.key == "product")
    assert page.list.table.isColumnHidden(product)
    menu = page.list.column_menu(page)
    action = next(each for each in menu.actions() if each.text() == "Sản phẩm")
    action.trigger()
    assert not page.list.table.isColumnHidden(product)
    again = TasksPage(desk)
    qtbot.addWidget(again)
    assert not again.list.table.isColumnHidden(product)


def test_numbers_stay_while_the_rest_scrolls_sideways(page: TasksPage, window: Window, qtbot) -> None:
    for action in page.list.column_menu(page).actions():
        if action.isCheckable() and not action.isChecked():
            action.trigger()
    bar = page.list.table.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    assert page.list.numbers.columnViewportPosition(0) == 0
    page.list.table.verticalScrollBar().setValue(page.list.table.verticalScrollBar().maximum())
    last = page.list.model.rowCount() - 1
    assert page.list.numbers.rowViewportPosition(last) == page.list.table.rowViewportPosition(last)


def test_ctrl_p_prints_the_list_as_it_stands(page: TasksPage, window: Window, monkeypatch, qtbot) -> None:
    printed: list[tuple[object, ...]] = []
    monkeypatch.setattr("tracker.ui.printing.print_table", lambda _desk, _parent, *what: printed.append(what))
    show_view(window, "overdue", qtbot)
    qtbot.keyClicks(page.head.search, "dat")
    settled(page, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_P, CTRL)
    ((title, headings, rows, note),) = printed
    assert title == "Quá hạn"
    assert headings == ["Số", "Nhiệm vụ", "Chịu trách nhiệm", "Hạn đầu → nay", "Tình trạng", "6 rõ"]  # type: ignore[comparison-overlap]
    assert [row[0] for row in rows] == numbers(page) == ["NV26"]  # type: ignore[attr-defined]
    assert note == "Tìm: dat"


def test_letters_typed_into_the_list_do_not_look_through_it(page: TasksPage, qtbot) -> None:
    """Qt would ask every row for what begins with the letter."""
    before = current(page)
    qtbot.keyClicks(page.list.table, "kh")
    assert current(page) == before


def both_halves(page: TasksPage) -> tuple[int, int]:
    """The first row that each half of the table has in view."""
    return page.list.numbers.rowAt(1), page.list.table.rowAt(1)


def test_numbers_stand_beside_their_tasks_whatever_list_comes(page: TasksPage, window: Window, qtbot) -> None:
    window.resize(1300, 520)
    bar = page.list.table.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 5)
    bar.setValue(5)
    qtbot.waitUntil(lambda: both_halves(page) == (5, 5))
    qtbot.keyClicks(page.head.search, "bao cao")
    settled(page, qtbot)
    qtbot.waitUntil(lambda: 0 < bar.maximum() < 20)
    bar.setValue(bar.maximum())
    filtered = bar.value()
    page.head.search.clear()
    settled(page, qtbot)
    qtbot.waitUntil(lambda: bar.value() > filtered and len(set(both_halves(page))) == 1)
    qtbot.keyClick(page.list.table, Qt.Key.Key_End, CTRL)
    qtbot.waitUntil(lambda: bar.value() == bar.maximum() and len(set(both_halves(page))) == 1)
    qtbot.keyClick(window, Qt.Key.Key_F, CTRL)
    qtbot.keyClicks(page.head.search, "nv06")
    settled(page, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    settled(page, qtbot)
    qtbot.waitUntil(lambda: len(set(both_halves(page))) == 1)
    assert page.list.table.visualRect(page.list.table.currentIndex()).isValid()


def test_an_empty_list_says_why_and_offers_the_next_step(page: TasksPage, window: Window, qtbot) -> None:
    told, ways = page.nothing.findChild(QLabel, "empty"), page.nothing.findChildren(QPushButton)

    def offered() -> set[str]:
        return {each.objectName() for each in ways if each.isVisible()}

    show_view(window, "changed", qtbot)
    assert told.text() == "Hôm nay “Đổi hạn từ 2 lần” không có nhiệm vụ nào."
    assert offered() == {"show-all", "import-first", "assign-first"}
    page.desk.choose_period(parse("2024-Q1"))
    qtbot.mouseClick(window.findChild(QWidget, "nav-tasks"), Qt.MouseButton.LeftButton)
    settled(page, qtbot)
    assert told.text() == "Chưa có nhiệm vụ trong Quý I/2024."
    qtbot.keyClick(window, Qt.Key.Key_F, CTRL)
    qtbot.keyClicks(page.head.search, "khong dau co")
    settled(page, qtbot)
    assert told.text() == "Không có nhiệm vụ nào khớp bộ lọc ở trên."
    assert offered() == {"clear-all", "assign-first"}
    qtbot.mouseClick(page.nothing.clear, Qt.MouseButton.LeftButton)
    settled(page, qtbot)
    assert page.head.search.text() == ""
    qtbot.mouseClick(page.nothing.every, Qt.MouseButton.LeftButton)
    settled(page, qtbot)
    assert len(numbers(page)) == 40


def test_the_list_goes_to_excel_as_a_book_that_an_import_reads(
    page: TasksPage, window: Window, qtbot, tmp_path: Path, monkeypatch
) -> None:
    path = tmp_path / "list.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    told: list[str] = []
    page.desk.said.connect(lambda words, _: told.append(words))
    show_view(window, "overdue", qtbot)
    palette = Palette(page.desk, window)
    qtbot.addWidget(palette)
    palette.show()
    qtbot.keyClicks(palette.edit, "xuat danh sach")
    qtbot.keyClick(palette.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    book = read(path, "tasks", today=page.desk.today)
    assert sorted(row.number for row in book.rows) == ["NV06", "NV26", "NV39"]
