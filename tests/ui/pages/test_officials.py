"""Cán bộ by keyboard and mouse: finding people, opening what is behind a number, appointing, moving, ending, rights."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from tests.ui.dialog_hands import dialog, field, press
from tests.ui.hands import write
from tracker.machine import actor_on
from tracker.store import Store, officials, units
from tracker.ui.pages.officials.page import OfficialsPage
from tracker.ui.window import Window

TODAY = date(2026, 9, 30)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(window: Window, qtbot) -> OfficialsPage:
    """The page, filled."""
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    shown = window.page("officials")
    assert isinstance(shown, OfficialsPage)
    qtbot.waitUntil(lambda: bool(shown.model.rows))
    return shown


def names(page: OfficialsPage) -> list[str]:
    return [line.name for line in page.model.rows]


def select(page: OfficialsPage, code: str, qtbot) -> None:
    """Click on the row of a person."""
    at = [line.code for line in page.model.rows].index(code)
    page.table.scrollTo(page.model.index(at, 1))
    where = page.table.visualRect(page.model.index(at, 1)).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert page.current() is not None
    assert page.current().official.code == code


def click_cell(page: OfficialsPage, code: str, column: str, qtbot) -> None:
    at = [line.code for line in page.model.rows].index(code)
    index = page.model.index(at, [each.key for each in page.model.columns].index(column))
    page.table.scrollTo(index)
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=page.table.visualRect(index).center())


def choose(page: OfficialsPage, *path: str) -> None:
    """Open the menu of deeds by its button and take an entry with the keyboard's Enter, through submenus."""
    QTest.mouseClick(page.detail.findChild(QPushButton, "more"), Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for name in path[:-1]:
        menu = next(action.menu() for action in menu.actions() if action.menu() and action.menu().title() == name)
    action = next(action for action in menu.actions() if action.objectName() == path[-1])
    assert action.isEnabled()
    action.trigger()
    for each in page.findChildren(QMenu):
        each.close()


def test_people_stand_in_vietnamese_order_with_what_lies_on_their_desks(page: OfficialsPage) -> None:
    assert names(page)[:3] == ["Đỗ Thị Ái", "Thân Đức Anh", "Triệu Ngọc Ánh"]
    row = {line.code: [page.model.cell(at, c) for c in range(8)] for at, line in enumerate(page.model.rows)}["CB06"]
    assert row[:7] == ["CB06", "Hà Thị Ánh Nguyệt", "Chuyên viên tổng hợp", "Văn phòng", "2", "1", "33,3 %"]


def test_typing_without_accents_finds(page: OfficialsPage, qtbot) -> None:
    qtbot.keyClick(page.window(), Qt.Key.Key_F, CTRL)
    qtbot.keyClicks(page.head.search, "bich dao")
    assert names(page) == ["Ngô Thị Bích Đào"]
    qtbot.keyClick(page.head.search, Qt.Key.Key_Escape)
    assert len(names(page)) == 25


def test_the_unit_in_view_rules_the_list(page: OfficialsPage, store: Store, qtbot) -> None:
    page.desk.choose_unit(units.by_code(store, "VP").id)
    qtbot.waitUntil(lambda: len(page.model.rows) == 6)
    assert "Vương Đình Khoát" in names(page)


def test_a_number_opens_its_rows(page: OfficialsPage, window: Window, qtbot) -> None:
    click_cell(page, "CB04", "open", qtbot)
    tasks = window.page("tasks")
    assert window.current is tasks
    qtbot.waitUntil(lambda: len(tasks.list.model.ids) == 3)


def test_the_figures_of_the_period_open_theirs(page: OfficialsPage, window: Window, qtbot) -> None:
    select(page, "CB06", qtbot)
    number = page.detail.findChild(QPushButton, "figure-handed_over")
    assert number.text() == "1"
    qtbot.mouseClick(number, Qt.MouseButton.LeftButton)
    tasks = window.page("tasks")
    qtbot.waitUntil(lambda: len(tasks.list.model.ids) == 1)


def test_the_rows_of_a_figure_are_shown_whatever_unit_is_in_view(
    page: OfficialsPage, window: Window, store: Store, qtbot
) -> None:
    page.desk.choose_unit(units.by_code(store, "VP").id)
    qtbot.waitUntil(lambda: len(page.model.rows) == 6)
    everything = {"handed_over": 1, "received": 1, "assigned": 4, "total": 4}
    for figure, count in everything.items():
        window.open("officials", {})
        select(page, "CB06", qtbot)
        qtbot.mouseClick(page.detail.findChild(QPushButton, f"figure-{figure}"), Qt.MouseButton.LeftButton)
        tasks = window.page("tasks")
        qtbot.waitUntil(lambda tasks=tasks, count=count: len(tasks.list.model.ids) == count)


def test_a_new_person_is_added_and_appointed_at_once(page: OfficialsPage, window: Window, store: Store, qtbot) -> None:
    qtbot.mouseClick(window.top.primary, Qt.MouseButton.LeftButton)
    shown = dialog("official", qtbot)
    press(shown, qtbot)
    assert shown.isVisible(), "without a code nobody is added"
    qtbot.keyClicks(field(shown, "code"), "CB26")
    write(field(shown, "name"), "Lê Thị Minh Châu")
    write(field(shown, "given_name"), "Minh Châu")
    press(shown, qtbot)
    shown = dialog("appoint", qtbot)
    official = officials.by_code(store, "CB26")
    assert (official.family_name, official.given_name) == ("Lê Thị", "Minh Châu")
    qtbot.keyClicks(field(shown, "unit"), "van hoa")
    write(field(shown, "title"), "Chuyên viên")
    qtbot.keyClicks(field(shown, "starts_on"), "1/9")
    qtbot.keyClicks(field(shown, "decision_number"), "77/QD-UBND")
    press(shown, qtbot)
    qtbot.waitUntil(lambda: "Lê Thị Minh Châu" in names(page))
    (post,) = officials.appointments(store, official.id)
    assert (units.get(store, post.unit).code, post.title, post.starts_on) == ("VHXH", "Chuyên viên", date(2026, 9, 1))
    assert (post.main, post.decision_number) == (True, "77/QD-UBND")


def test_a_code_is_given_once(page: OfficialsPage, window: Window, store: Store, qtbot) -> None:
    qtbot.mouseClick(window.top.primary, Qt.MouseButton.LeftButton)
    shown = dialog("official", qtbot)
    qtbot.keyClicks(field(shown, "code"), "cb06")
    write(field(shown, "name"), "Lê Thị Minh Châu")
    press(shown, qtbot)
    assert shown.isVisible()
    assert "Hà Thị Ánh Nguyệt" in shown.findChild(object, "error").words.text()
    assert field(shown, "name").text() == "Lê Thị Minh Châu", "nothing typed is lost"
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert len(officials.every(store)) == 25


def test_f2_corrects_a_name(page: OfficialsPage, store: Store, qtbot) -> None:
    select(page, "CB06", qtbot)
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    shown = dialog("official", qtbot)
    field(shown, "name").selectAll()
    write(field(shown, "name"), "Hà Thị Ánh Nguyên")
    press(shown, qtbot)
    qtbot.waitUntil(lambda: "Hà Thị Ánh Nguyên" in names(page))
    assert page.current().official.code == "CB06", "the cursor stays with the person"


def test_a_move_ends_the_present_post_the_day_before(page: OfficialsPage, store: Store, qtbot) -> None:
    select(page, "CB06", qtbot)
    qtbot.mouseClick(page.detail.findChild(QPushButton, "move-official"), Qt.MouseButton.LeftButton)
    shown = dialog("move", qtbot)
    qtbot.keyClicks(field(shown, "unit"), "VHXH")
    write(field(shown, "title"), "Chuyên viên văn hóa")
    field(shown, "starts_on").selectAll()
    qtbot.keyClicks(field(shown, "starts_on"), "15/9/2026")
    qtbot.keyClicks(field(shown, "decision_number"), "88/QD-UBND")
    qtbot.keyClicks(field(shown, "decision_on"), "10/9")
    press(shown, qtbot)
    qtbot.waitUntil(lambda: page.current() is not None and page.current().unit_name == "Phòng VH-XH")
    before, after = officials.appointments(store, officials.by_code(store, "CB06").id)
    assert before.ends_on == date(2026, 9, 14)
    assert (after.title, after.starts_on) == ("Chuyên viên văn hóa", date(2026, 9, 15))
    assert (after.decision_number, after.decision_on) == ("88/QD-UBND", date(2026, 9, 10))


def test_a_date_that_is_none_is_told_at_its_field(page: OfficialsPage, store: Store, qtbot) -> None:
    select(page, "CB06", qtbot)
    choose(page, "appoint")
    shown = dialog("appoint", qtbot)
    qtbot.keyClicks(field(shown, "unit"), "VHXH")
    write(field(shown, "title"), "Chuyên viên")
    qtbot.keyClicks(field(shown, "ends_on"), "31/2/2026")
    press(shown, qtbot)
    assert shown.isVisible()
    assert shown.focusWidget() is field(shown, "ends_on")
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert len(officials.appointments(store, officials.by_code(store, "CB06").id)) == 1


def test_a_post_is_ended_and_who_left_is_filtered(page: OfficialsPage, store: Store, qtbot) -> None:
    select(page, "CB20", qtbot)
    choose(page, "Kết thúc chức vụ", "end-0")
    shown = dialog("end-post", qtbot)
    field(shown, "ends_on").selectAll()
    qtbot.keyClicks(field(shown, "ends_on"), "29/9")
    qtbot.keyClicks(field(shown, "basis"), "90/QD-UBND")
    press(shown, qtbot)
    qtbot.waitUntil(lambda: "Võ Thị Hoài Ân" not in names(page))
    assert page.head.gone.text() == "Không còn công tác (1)"
    qtbot.mouseClick(page.head.gone, Qt.MouseButton.LeftButton, pos=QPoint(8, page.head.gone.height() // 2))
    assert names(page) == ["Võ Thị Hoài Ân"]
    assert page.detail.findChild(object, "banner").isVisible(), "one open task waits to be handed over"
    assert officials.appointments(store, officials.by_code(store, "CB20").id)[0].ends_on == date(2026, 9, 29)


def test_a_post_is_corrected(page: OfficialsPage, store: Store, qtbot) -> None:
    select(page, "CB05", qtbot)
    choose(page, "Sửa chức vụ đã ghi", "correct-0")
    shown = dialog("correct-post", qtbot)
    field(shown, "title").selectAll()
    write(field(shown, "title"), "Phó Chánh Văn phòng phụ trách")
    press(shown, qtbot)
    qtbot.waitUntil(lambda: page.current() is not None and page.current().title == "Phó Chánh Văn phòng phụ trách")
    (post,) = officials.appointments(store, officials.by_code(store, "CB05").id)
    assert (post.standing.value, post.leader) == ("deputy", True), "what was not touched stays"


def test_a_right_is_given_for_a_unit_and_taken_back(page: OfficialsPage, store: Store, qtbot) -> None:
    who = officials.by_code(store, "CB20").id
    select(page, "CB20", qtbot)
    choose(page, "grant")
    shown = dialog("grant", qtbot)
    qtbot.keyClicks(field(shown, "unit"), "VHXH")
    press(shown, qtbot)
    qtbot.waitUntil(lambda: page.current() is not None and len(page.current().grants) == 1)
    (given,) = officials.grants(store, who)
    assert (given.right_name.value, given.unit) == ("clerk", units.by_code(store, "VHXH").id)
    choose(page, "Thu hồi quyền", "revoke-0")
    press(dialog("revoke", qtbot), qtbot)
    qtbot.waitUntil(lambda: not officials.grants(store, who))


def test_who_may_not_is_told_and_nothing_is_changed(page: OfficialsPage, store: Store, qtbot) -> None:
    page.desk.act_as(officials.by_code(store, "CB12"))
    qtbot.waitUntil(lambda: not page.desk.reading.busy)
    select(page, "CB06", qtbot)
    choose(page, "grant")
    shown = dialog("grant", qtbot)
    press(shown, qtbot)
    assert shown.isVisible()
    assert shown.findChild(object, "error").isVisible()
    qtbot.keyClick(shown, Qt.Key.Key_Escape)


def test_enter_goes_into_the_detail_and_esc_comes_back(page: OfficialsPage, window: Window, qtbot) -> None:
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.detail.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert page.table.hasFocus()


def test_esc_shuts_the_drawer_of_a_narrow_window(page: OfficialsPage, window: Window, qtbot) -> None:
    window.resize(910, 512)
    qtbot.waitUntil(lambda: not page.detail.isVisible())
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.detail.isVisible()
    qtbot.keyClick(page.window(), Qt.Key.Key_Escape)
    assert not page.detail.isVisible()


def test_ctrl_p_shows_the_list_on_paper(page: OfficialsPage, window: Window, qtbot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_P, CTRL)
    shown = dialog("paper", qtbot)
    assert shown.windowTitle() == "Danh sách cán bộ đang công tác"
    qtbot.waitUntil(lambda: shown.preview.data[:4] == b"%PDF", timeout=20_000)
    shown.reject()


def test_who_leaves_hands_over_the_whole_desk(page: OfficialsPage, store: Store, qtbot) -> None:
    select(page, "CB04", qtbot)
    choose(page, "hand-over-all")
    shown = dialog("whole-desk", qtbot)
    qtbot.keyClicks(field(shown, "to"), "CB05")
    write(shown.findChild(object, "reason"), "Nghỉ hưu")
    press(shown, qtbot)
    qtbot.waitUntil(lambda: page.current() is not None and page.current().load.open == 0)
    assert {line.code: line.member.load.open for line in page.model.rows}["CB05"] == 4


def test_it_is_written_to_excel_and_read_back_unchanged(page: OfficialsPage, store: Store, tmp_path, qtbot) -> None:
    from tracker.actions.imports import import_officials
    from tracker.exchange import read
    from tracker.figures import books
    from tracker.ui import excel

    path = tmp_path / "can-bo.xlsx"
    aside = excel.write_to(page.desk, page, path, "officials", books.officials(store))
    with qtbot.waitSignal(page.desk.said):
        aside.wait()
    sheet = read(path, "officials", None, "auto", today=TODAY, progress=lambda _: None)
    head = actor_on(officials.by_code(store, "CB01").id, TODAY)
    done = import_officials(store, head, sheet, file=path.name, dry_run=True)
    assert (done.made, done.updated) == (0, 0)
    assert done.unchanged == len(officials.appointments(store))


def test_what_a_figure_counts_is_told_on_hover(page: OfficialsPage, qtbot) -> None:
    select(page, "CB06", qtbot)
    number = page.detail.findChild(QPushButton, "figure-assigned")
    assert number.toolTip() == "Ngày giao nằm trong kỳ."
