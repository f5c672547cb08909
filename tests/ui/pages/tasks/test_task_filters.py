"""Filters set in the dialog, and views saved with them: chips say them, the navigation has them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from tests.ui.task_hands import chip, dialog, numbers, part, settled, show_view
from tracker.store import listing
from tracker.store.listing import Wanted
from tracker.ui import filters, saved
from tracker.ui.desk import Desk
from tracker.ui.pages.tasks.own_views import views_menu
from tracker.ui.pages.tasks.page import TasksPage
from tracker.ui.window import Window

CTRL = Qt.KeyboardModifier.ControlModifier


def open_filters(page: TasksPage, qtbot) -> QWidget:
    qtbot.mouseClick(page.head.filter, Qt.MouseButton.LeftButton)
    return dialog(qtbot)


def expected(page: TasksPage, wanted: Wanted) -> set[str]:
    return {row.number for row in listing.page(page.desk.store, wanted, page.desk.today)}


def choose(menu: QMenu, name: str) -> None:
    action = next(each for each in menu.actions() if each.objectName() == name)
    action.trigger()


def test_filters_are_set_by_keyboard_and_told_as_chips(page: TasksPage, window: Window, qtbot) -> None:
    show_view(window, "overdue", qtbot)
    form = open_filters(page, qtbot)
    qtbot.keyClicks(form.owner.edit, "Chu Duc Toan")
    qtbot.keyClick(form.owner.edit, Qt.Key.Key_Return)
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    settled(page, qtbot)
    assert numbers(page) == ["NV06"]
    shown = chip(page, "owner")
    assert shown is not None
    assert shown.text().startswith("Người: Chử Đức Toàn")
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton)
    settled(page, qtbot)
    assert numbers(page) == ["NV06", "NV39", "NV26"]


def test_days_late_are_working_days(page: TasksPage, window: Window, qtbot) -> None:
    show_view(window, "overdue", qtbot)
    form = open_filters(page, qtbot)
    late = part(form, "late")
    late.setFocus()
    qtbot.keyClick(late, Qt.Key.Key_A, CTRL)
    qtbot.keyClicks(late, "6")
    box = part(form, "classes-overdue")
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    settled(page, qtbot)
    assert set(numbers(page)) == expected(page, Wanted(classes=("overdue",), late=6)) == {"NV06", "NV39"}
    shown = chip(page, "late")
    assert shown is not None
    assert shown.text().startswith("Hạn: quá 6 ngày")


def test_a_day_that_is_none_is_refused_and_nothing_typed_is_lost(page: TasksPage, qtbot) -> None:
    form = open_filters(page, qtbot)
    qtbot.keyClicks(form.due_to.edit, "32/13")
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    assert dialog(qtbot) is form
    assert form.due_to.edit.text() == "32/13"
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert page.shown.filters == Wanted()


def test_a_view_is_saved_shown_renamed_and_forgotten(page: TasksPage, window: Window, desk: Desk, qtbot) -> None:
    owner = listing.page(desk.store, Wanted(search="nv06"), desk.today)[0]
    from tracker.store import officials

    desk.go("tasks", official=officials.by_code(desk.store, owner.owner or "").id)
    settled(page, qtbot)
    here = numbers(page)
    choose(views_menu(page, page), "save-view")
    name = part(dialog(qtbot), "name")
    qtbot.keyClick(name, Qt.Key.Key_A, CTRL)
    qtbot.keyClicks(name, "Viec cua anh Toan")
    qtbot.keyClick(dialog(qtbot), Qt.Key.Key_Return, CTRL)
    settled(page, qtbot)
    view = saved.own_views(desk)[0]
    assert page.view == view.key
    assert page.head.name.text() == "Viec cua anh Toan"
    show_view(window, "overdue", qtbot)
    show_view(window, view.key, qtbot)
    assert numbers(page) == here
    choose(views_menu(page, page), "rename-view")
    name = part(dialog(qtbot), "name")
    qtbot.keyClick(name, Qt.Key.Key_A, CTRL)
    qtbot.keyClicks(name, "Toan")
    qtbot.keyClick(dialog(qtbot), Qt.Key.Key_Return, CTRL)
    assert page.head.name.text() == "Toan"
    button = part(window, f"view-{view.key}")
    assert button.accessibleName() == "Toan"
    choose(views_menu(page, page), "forget-view")
    settled(page, qtbot)
    assert saved.own_views(desk) == []
    assert window.findChild(QWidget, f"view-{view.key}") is None or not button.isVisible()


def test_a_name_is_taken_once(page: TasksPage, desk: Desk, qtbot) -> None:
    saved.keep(desk, saved.OwnView("own-1", "Của tôi", "all", {}))
    choose(views_menu(page, page), "save-view")
    form = dialog(qtbot)
    name = part(form, "name")
    qtbot.keyClick(name, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(name, Qt.Key.Key_Delete)
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    assert dialog(qtbot) is form, "a view needs a name"
    name.insert("Của tôi")  # type: ignore[attr-defined]
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    assert dialog(qtbot) is form
    assert len(saved.own_views(desk)) == 1
    qtbot.keyClick(form, Qt.Key.Key_Escape)


def test_filters_are_kept_and_read_again() -> None:
    wanted = Wanted(
        states=("doing",), owner=3, fields=("Đất đai", ""), due_to="2026-09-30", late=2, public_concern=True
    )
    assert filters.of_plain(filters.as_plain(wanted)) == wanted
    assert filters.of_plain({"colour": 1, "late": 3}) == Wanted(late=3)
    assert filters.as_plain(Wanted(tasks=frozenset({1}))) == {}


def test_each_view_tells_its_own_number(page: TasksPage, desk: Desk, window: Window, qtbot) -> None:
    saved.keep(desk, saved.OwnView("own-1", "Chậm", "overdue", {"late": 6}))
    settled(page, qtbot)
    assert part(window, "view-own-1").accessibleDescription() == "2"
    assert part(window, "view-overdue").accessibleDescription() == "3"
