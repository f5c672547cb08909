"""Odd input shows as text and harms nothing: markup, marks of direction, emoji, NUL, very long text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from tracker.actions import tasks
from tracker.actions.people import edit_official
from tracker.domain.new_task import NewTask
from tracker.store import officials
from tracker.store.listing import Wanted
from tracker.store.tasks import get
from tracker.ui import saved
from tracker.ui.desk import Desk
from tracker.ui.filters import as_plain
from tracker.ui.pages import PAGES
from tracker.ui.pages.tasks.own_views import views_menu
from tracker.ui.stillness import still
from tracker.ui.window import Window

ODD = {
    "markup": "<b>đậm</b> <img src='file:///etc/passwd'> <a href='http://x'>đi</a> &amp; &",
    "direction": "Kiểm tra \u202eđảo ngược\u202c hồ sơ \u200f1",
    "emoji": "Họp 👩‍👩‍👧‍👦 tổ dân phố 🇻🇳 ✅",
    "nul": "Trước\x00sau\x07",
    "long word": "a" * 1000,
    "cells": "một\thai\tba",
    "percent": "%s {title} %(x)s {0} {}",
    "ampersand": "Thu & chi && sổ &quỹ",
}


@pytest.mark.parametrize("title", ODD.values(), ids=ODD)
def test_a_title_is_shown_as_it_was_typed_on_every_page(desk: Desk, window: Window, qtbot, title: str) -> None:
    owner = officials.by_code(desk.store, "CB21").id
    new = NewTask(title=title, owner=owner, due_on=desk.today, product=title)
    changes = desk.act(lambda store, actor: tasks.add(store, actor, new), title)
    assert changes is not None
    task = tasks.made(desk.store, changes)
    kept = get(desk.store, task.id).title
    desk.go("tasks", task=task.id)
    qtbot.waitUntil(lambda: any(each.text() == kept for each in window.findChildren(QLabel) if each.isVisible()))
    for page in PAGES:
        if page != "first":
            window.open(page, {})
            QApplication.processEvents()
            assert not window.grab().isNull()
    rich = [
        each.objectName()
        for each in window.findChildren(QLabel)
        if each.textFormat() is not Qt.TextFormat.PlainText and kept in each.text()
    ]
    assert rich == []


def test_ten_thousand_characters_are_refused_and_stay_typed(desk: Desk, window: Window, qtbot) -> None:
    before = desk.count("all")
    typed = "x" * 10_000 + "; chu duc toan; +5; Báo cáo"
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    QApplication.clipboard().setText(typed)
    qtbot.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert desk.count("all") == before
    assert line.text() == typed

    def rule_is_named() -> bool:
        return any("1000" in each.accessibleName() for each in window.findChildren(QWidget) if each.isVisible())

    qtbot.waitUntil(rule_is_named)


def test_an_ampersand_in_a_name_is_no_access_key(desk: Desk, window: Window, qtbot) -> None:
    name = "Thu & chi"
    person = officials.by_code(desk.store, "CB21")
    new = NewTask(title=name, owner=person.id, due_on=desk.today, product=name, field=name)
    desk.act(lambda store, actor: tasks.add(store, actor, new))
    assert desk.person is not None
    head = desk.person.id
    desk.act(lambda store, actor: edit_official(store, actor, head, name=name))
    desk.act_as(officials.by_code(desk.store, "CB01"))  # the status bar names them
    only = as_plain(Wanted(fields=(name,)))
    saved.keep(desk, saved.OwnView(saved.new_key(desk), name, "all", only))
    desk.turned.emit()
    window.open("tasks", {"view": saved.own_views(desk)[0].key})
    still(window)
    shown = [each for each in window.findChildren(QAbstractButton) if each.isVisible() and "Thu" in each.text()]
    assert {"status-person", "chip-fields", f"view-{saved.own_views(desk)[0].key}"} <= {
        each.objectName() for each in shown
    }
    assert [(each.objectName(), each.text()) for each in shown if "Thu && chi" not in each.text()] == []
    assert [each.objectName() for each in shown if name not in each.accessibleName()] == []
    actions = [each.text() for each in views_menu(window.current, window).actions()]
    assert "Thu && chi" in actions
