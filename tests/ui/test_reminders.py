"""The quiet line in the morning: once a day for each person, on working days, and not for who wants none."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSystemTrayIcon, QToolButton

from tracker.store import officials
from tracker.ui import reminders
from tracker.ui.desk import Desk
from tracker.ui.reminders import Reminders
from tracker.ui.widgets.basics import Banner
from tracker.ui.window import Window


def lines(window: Window) -> list[str]:
    """The reminders that stand in the window."""
    found = [each for each in window.findChildren(Banner, "reminder") if each.isVisible()]
    return [each.words.text() for each in found]


def test_the_head_is_told_what_the_day_brings(window: Window, qtbot) -> None:
    qtbot.waitUntil(lambda: bool(lines(window)))
    assert lines(window) == ["Hôm nay: 3 việc đến hạn hôm nay và 1 việc đến hạn trong mấy ngày làm việc tới."]


def test_it_is_closed_until_tomorrow(window: Window, desk: Desk, qtbot) -> None:
    qtbot.waitUntil(lambda: bool(lines(window)))
    close = window.findChild(QToolButton, "close-reminder")
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert lines(window) == []
    desk.turned.emit()
    assert lines(window) == [], "once a day"
    desk.turn_to(date(2026, 10, 1))
    assert len(lines(window)) == 1


def test_show_leads_to_the_first_page(window: Window, desk: Desk, qtbot) -> None:
    qtbot.waitUntil(lambda: bool(lines(window)))
    window.open("journal", {})
    qtbot.mouseClick(window.findChild(QPushButton, "see-reminder"), Qt.MouseButton.LeftButton)
    assert window.top.title.text() == "Hôm nay"
    assert lines(window) == []


def test_another_person_hears_of_the_own_day(window: Window, desk: Desk, qtbot) -> None:
    qtbot.waitUntil(lambda: bool(lines(window)))
    before = lines(window)
    desk.act_as(officials.by_code(desk.store, "CB21"))
    assert lines(window) != before
    assert len(lines(window)) == 1
    desk.act_as(officials.by_code(desk.store, "CB03"))
    assert lines(window) == before, "a deputy of the office hears of all of it, too"


def test_a_day_off_is_quiet(window: Window, desk: Desk, qtbot) -> None:
    qtbot.waitUntil(lambda: bool(lines(window)))
    desk.turn_to(date(2026, 10, 3))
    assert lines(window) == []


def test_who_wants_none_gets_none(desk: Desk, qtbot) -> None:
    reminders.want(desk, False)
    reminders.want_in_tray(desk, False)
    made = Window(desk)
    qtbot.addWidget(made)
    made.show()
    watcher = Reminders(desk, made)
    watcher.look()
    assert lines(made) == []


def test_the_system_tells_it_where_it_has_a_place_for_it(desk: Desk, qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    monkeypatch.setattr(
        QSystemTrayIcon, "showMessage", lambda _self, title, words, *_: told.append(f"{title}: {words}")
    )
    reminders.want(desk, False)
    made = Window(desk)
    qtbot.addWidget(made)
    made.show()
    Reminders(desk, made).look()
    assert len(told) == 1
    assert told[0].startswith("Ba Rõ: Hôm nay: 3 việc đến hạn hôm nay")
    assert lines(made) == []
