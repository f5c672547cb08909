"""The frame: pages, keys, status."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton

from tracker.ui.afterwards import Afterwards
from tracker.ui.desk import Desk
from tracker.ui.tokens import MARGIN
from tracker.ui.window import Window, fills


def test_the_window_opens_on_today(window: Window) -> None:
    assert window.top.title.text() == "Hôm nay"
    assert not window.top.period.isEnabled(), "today's duties do not depend on the period"


def test_ctrl_b_shuts_the_navigation(window: Window, qtbot) -> None:
    assert not window.navigation.shut
    qtbot.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert window.navigation.shut


@pytest.mark.parametrize(
    ("wide", "high", "too_small"),
    [(1366, 768, True), (1366, 728, True), (1920, 1040, False), (1400, 768, True), (800, 800, False)],
)
def test_a_screen_the_first_window_would_hang_over_is_filled(wide: int, high: int, too_small: bool) -> None:
    assert fills(QSize(wide, high)) is too_small


def test_enter_presses_the_button_one_has_come_to(window: Window, qtbot) -> None:
    qtbot.waitActive(window)
    tile = window.page("today").findChild(QPushButton, "fact-overdue")
    assert tile is not None
    tile.setFocus()
    qtbot.keyClick(tile, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.top.title.text() == "Nhiệm vụ")


def test_the_toast_stands_beside_the_navigation_whether_it_is_open_or_shut(window: Window, desk: Desk, qtbot) -> None:
    after = window.findChild(Afterwards)
    assert after is not None
    for _ in range(2):
        qtbot.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
        desk.said.emit("Đã ghi", None)
        assert after.toast.x() > window.navigation.width()
        assert after.toast.x() < window.navigation.width() + 2 * MARGIN


def test_the_window_has_an_icon_of_its_own(window: Window) -> None:
    assert not window.windowIcon().pixmap(48, 48).isNull()
