"""The frame: pages, keys, status."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tracker.ui.window import Window


def test_the_window_opens_on_today(window: Window) -> None:
    assert window.top.title.text() == "Hôm nay"
    assert not window.top.period.isEnabled(), "today's duties do not depend on the period"


def test_ctrl_b_shuts_the_navigation(window: Window, qtbot) -> None:
    assert not window.navigation.shut
    qtbot.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert window.navigation.shut
