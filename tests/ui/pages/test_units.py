"""Đơn vị by keyboard and mouse: the tree of a day, what is behind a number, adding, moving and ending a unit."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from tests.ui.dialog_hands import dialog, field, press
from tests.ui.hands import write
from tracker.domain.units import UnitKind
from tracker.machine import actor_on
from tracker.store import Store, officials, units
from tracker.ui.pages.units.page import UnitsPage
from tracker.ui.window import Window

TODAY = date(2026, 9, 30)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(window: Window, qtbot) -> UnitsPage:
    """The page, filled."""
    qtbot.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    shown = window.page("units")
    assert isinstance(shown, UnitsPage)
    qtbot.waitUntil(lambda: bool(shown.model.rows))
    return shown


def codes(page: UnitsPage) -> list[str]:
    return [line.branch.unit.code for line in page.model.rows]


def cell(page: UnitsPage, code: str, column: str):
    index = page.model.index(codes(page).index(code), [each.key for each in page.model.columns].index(column))
    page.table.scrollTo(index)
    return page.table.visualRect(index).center()


def select(page: UnitsPage, code: str) -> None:
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=cell(page, code, "code"))
    assert page.current() is not None
    assert page.current().branch.unit.code == code


def choose(page: UnitsPage, name: str) -> None:
    """Take an entry of the menu of deeds."""
    QTest.mouseClick(page.detail.findChild(QPushButton, "more"), Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(action for action in menu.actions() if action.objectName() == name)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def test_the_tree_of_today(page: UnitsPage) -> None:
    assert codes(page) == ["UBND", "VP", "KTHTĐT", "VHXH", "TTPVHCC", "TRUNGKHE"]
    assert [line.depth for line in page.model.rows] == [0, 1, 1, 1, 1, 0]
    ward = [page.model.cell(0, at) for at in range(7)]
    assert ward[1:] == ["UBND", "Lưu Quang Thiệu", "24", "39", "3", "75 %"]


def test_another_day_has_another_tree(page: UnitsPage, window: Window, qtbot) -> None:
    page.head.day.selectAll()
    qtbot.keyClicks(page.head.day, "30/6/2025")
    qtbot.keyClick(page.head.day, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: codes(page) == ["UBNDQ", "NVQ", "CAUMOI"])
    assert window.top.note.text() == "tính đến ngày 30/06/2025"


def test_a_day_that_is_none_is_told(page: UnitsPage, qtbot) -> None:
    page.head.day.selectAll()
    qtbot.keyClicks(page.head.day, "31/2/2026")
    qtbot.keyClick(page.head.day, Qt.Key.Key_Return)
    assert page.head.day.property("wrong") is True
    assert page.head.day.toolTip()
    assert page.day == TODAY


def test_left_and_right_fold(page: UnitsPage, qtbot) -> None:
    select(page, "VP")
    qtbot.keyClick(page.table, Qt.Key.Key_Left)
    assert page.current().branch.unit.code == "UBND", "first to the unit above"
    qtbot.keyClick(page.table, Qt.Key.Key_Left)
    assert codes(page) == ["UBND", "TRUNGKHE"]
    qtbot.keyClick(page.table, Qt.Key.Key_Right)
    assert len(codes(page)) == 6
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=page.table.sign_of(0).center())
    assert codes(page) == ["UBND", "TRUNGKHE"]


def test_words_find_a_unit_and_all_above_it(page: UnitsPage, qtbot) -> None:
    qtbot.keyClick(page.window(), Qt.Key.Key_F, CTRL)
    qtbot.keyClicks(page.head.search, "hanh chinh cong")
    assert codes(page) == ["UBND", "TTPVHCC"]
    page.head.search.selectAll()
    qtbot.keyClicks(page.head.search, "khoat")
    assert codes(page) == ["UBND", "VP"], "its head is found, too"


def test_a_number_opens_its_tasks(page: UnitsPage, window: Window, qtbot) -> None:
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=cell(page, "VP", "total"))
    tasks = window.page("tasks")
    assert window.current is tasks
    qtbot.waitUntil(lambda: len(tasks.list.model.ids) == 17)


def test_the_number_of_people_opens_them(page: UnitsPage, window: Window, qtbot) -> None:
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=cell(page, "VHXH", "people"))
    people = window.page("officials")
    assert window.current is people
    qtbot.waitUntil(lambda: len(people.model.rows) == 5)


def test_a_person_of_the_unit_is_one_click_away(page: UnitsPage, window: Window, qtbot) -> None:
    select(page, "VP")
    qtbot.mouseClick(page.detail.findChild(QPushButton, "person-CB05"), Qt.MouseButton.LeftButton)
    people = window.page("officials")
    qtbot.waitUntil(lambda: people.current() is not None and people.current().official.code == "CB05")


def test_a_unit_is_added_below_the_one_selected(page: UnitsPage, window: Window, store: Store, qtbot) -> None:
    select(page, "VP")
    qtbot.mouseClick(window.top.primary, Qt.MouseButton.LeftButton)
    shown = dialog("unit", qtbot)
    write(field(shown, "code"), "TCD")
    write(field(shown, "name"), "Ban Tiếp công dân")
    press(shown, qtbot)
    qtbot.waitUntil(lambda: "TCD" in codes(page))
    made = units.by_code(store, "TCD")
    assert (made.kind, made.parent) == (UnitKind.DIVISION, units.by_code(store, "VP").id)


def test_a_code_is_given_once(page: UnitsPage, window: Window, store: Store, qtbot) -> None:
    qtbot.mouseClick(window.top.primary, Qt.MouseButton.LeftButton)
    shown = dialog("unit", qtbot)
    write(field(shown, "code"), "vp")
    write(field(shown, "name"), "Văn phòng khác")
    press(shown, qtbot)
    assert shown.isVisible()
    assert shown.focusWidget() is field(shown, "code")
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert len(units.every(store)) == 9


def test_f2_corrects_a_unit(page: UnitsPage, store: Store, qtbot) -> None:
    select(page, "VHXH")
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    shown = dialog("unit", qtbot)
    field(shown, "short_name").selectAll()
    write(field(shown, "short_name"), "Phòng Văn - Xã")
    press(shown, qtbot)
    qtbot.waitUntil(lambda: units.by_code(store, "VHXH").short_name == "Phòng Văn - Xã")
    assert units.by_code(store, "VHXH").kind is UnitKind.DIVISION, "what was not touched stays"


def test_a_change_meanwhile_is_not_overwritten(page: UnitsPage, store: Store, qtbot) -> None:
    from tracker.actions.units import edit_unit

    select(page, "VHXH")
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    shown = dialog("unit", qtbot)
    head = actor_on(officials.by_code(store, "CB01").id, TODAY)
    edit_unit(store, head, units.by_code(store, "VHXH").id, {"place": "Bạch Liên"})
    press(shown, qtbot)
    assert shown.isVisible()
    assert units.by_code(store, "VHXH").place == "Bạch Liên"
    qtbot.keyClick(shown, Qt.Key.Key_Escape)


def test_a_unit_is_moved_in_the_tree_but_never_below_itself(page: UnitsPage, store: Store, qtbot) -> None:
    select(page, "TTPVHCC")
    choose(page, "place")
    shown = dialog("place-unit", qtbot)
    field(shown, "parent").selectAll()
    write(field(shown, "parent"), "VP")
    press(shown, qtbot)
    qtbot.waitUntil(lambda: [line.depth for line in page.model.rows] == [0, 1, 2, 1, 1, 0])
    select(page, "VP")
    choose(page, "place")
    shown = dialog("place-unit", qtbot)
    field(shown, "parent").selectAll()
    write(field(shown, "parent"), "TTPVHCC")
    press(shown, qtbot)
    assert shown.isVisible()
    assert shown.focusWidget() is field(shown, "parent")
    qtbot.keyClick(shown, Qt.Key.Key_Escape)


def test_a_unit_is_ended_with_its_successor(page: UnitsPage, store: Store, qtbot) -> None:
    select(page, "TRUNGKHE")
    choose(page, "end")
    shown = dialog("end-unit", qtbot)
    field(shown, "valid_to").selectAll()
    write(field(shown, "valid_to"), "29/9")
    write(field(shown, "successor"), "UBND")
    write(field(shown, "basis"), "20/NQ-HĐND")
    write(field(shown, "basis_date"), "25/9")
    press(shown, qtbot)
    qtbot.waitUntil(lambda: "TRUNGKHE" not in codes(page))
    ended = units.by_code(store, "TRUNGKHE")
    assert (ended.valid_to, ended.successor) == (date(2026, 9, 29), units.by_code(store, "UBND").id)


def test_it_is_written_to_excel_and_read_back_unchanged(page: UnitsPage, store: Store, tmp_path, qtbot) -> None:
    from tracker.actions.imports import import_units
    from tracker.exchange import read
    from tracker.figures import books
    from tracker.ui import excel

    path = tmp_path / "don-vi.xlsx"
    aside = excel.write_to(page.desk, page, path, "units", books.units(store, TODAY))
    with qtbot.waitSignal(page.desk.said):
        aside.wait()
    sheet = read(path, "units", None, "auto", today=TODAY, progress=lambda _: None)
    head = actor_on(officials.by_code(store, "CB01").id, TODAY)
    done = import_units(store, head, sheet, file=path.name, dry_run=True)
    assert (done.made, done.updated, done.unchanged) == (0, 0, 9)
