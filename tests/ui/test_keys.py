"""The keys of the window: each has one meaning wherever the cursor is, on every page, and those of the core work."""

from __future__ import annotations

from collections import Counter
from functools import partial

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from tracker.store import officials
from tracker.ui import scenes
from tracker.ui.afterwards import _focus
from tracker.ui.desk import Desk
from tracker.ui.dialogs.frame import Dialog
from tracker.ui.pages import PAGES
from tracker.ui.scenes import Scene
from tracker.ui.stillness import still, working
from tracker.ui.window import Window

EVERYWHERE = (
    *("Ctrl+B", "Ctrl+N", "Ctrl+K", "Ctrl+F", "Ctrl+Shift+F", "Ctrl+P", "Ctrl+Z", "Ctrl+Y"),
    *("F1", "F5", "F6", "Esc", *(f"Alt+{at}" for at in range(1, 8))),
)
OF_A_TASK = ("Ctrl+G", "Ctrl+H", "Ctrl+D", "Ctrl+E", "Ctrl+L", "Delete", "Shift+Esc", "F3")

OF_A_TEXT = ("Ctrl+Z", "Ctrl+Y")
"""A field in which one types has these for what is typed."""


class Pressed:
    """What each key sets off; nothing is done."""

    def __init__(self, window: Window) -> None:
        self._window, self._known = window, set[int]()
        self.done: Counter[str] = Counter()
        self.ambiguous: list[str] = []

    def listen(self) -> list[str]:
        """Take the deeds of all shortcuts away; which keys there are."""
        for each in self._window.findChildren(QShortcut):
            if id(each) not in self._known:
                self._known.add(id(each))
                keys = each.key().toString()
                each.activated.disconnect()
                each.activated.connect(lambda keys=keys: self.done.update([keys]))
                each.activatedAmbiguously.connect(lambda keys=keys: self.ambiguous.append(keys))
        return sorted({each.key().toString() for each in self._window.findChildren(QShortcut)})

    def press(self, keys: str) -> None:
        combination = QKeySequence(keys)[0]
        focus = QApplication.focusWidget() or self._window
        QTest.keyClick(focus, combination.key(), combination.keyboardModifiers())


def panes(window: Window) -> list[QWidget]:
    return [each for each in (window.navigation, *window.current.panes()) if each.isVisible()]


@pytest.fixture
def pressed(window: Window) -> Pressed:
    return Pressed(window)


@pytest.mark.parametrize("page", [each for each in PAGES if each != "first"])
def test_no_key_means_two_things(window: Window, pressed: Pressed, page: str) -> None:
    window.open(page, {})
    still(window)
    every = pressed.listen()
    assert set(EVERYWHERE) <= set(every)
    for pane in panes(window):
        _focus(pane)
        for keys in every:
            pressed.press(keys)
    assert pressed.ambiguous == []


@pytest.mark.parametrize("page", [each for each in PAGES if each not in ("first", "round")])
def test_the_keys_of_the_core_work_in_every_pane(window: Window, pressed: Pressed, page: str) -> None:
    window.open(page, {})
    still(window)
    pressed.listen()
    for pane in panes(window):
        _focus(pane)
        pressed.done.clear()
        for keys in EVERYWHERE:
            pressed.press(keys)
        own = OF_A_TEXT if isinstance(QApplication.focusWidget(), QLineEdit) else ()
        dead = [keys for keys in EVERYWHERE if not pressed.done[keys] and keys not in own]
        assert dead == [], f"{pane.objectName()} with {QApplication.focusWidget()}"


def test_the_keys_of_a_task_work_in_list_and_detail(window: Window, pressed: Pressed) -> None:
    window.open("tasks", {"view": "overdue"})
    still(window)
    pressed.listen()
    for pane in window.current.panes():
        if pane.isVisible():
            _focus(pane)
            pressed.done.clear()
            for keys in OF_A_TASK:
                pressed.press(keys)
            dead = [keys for keys in OF_A_TASK if not pressed.done[QKeySequence(keys).toString()]]
            assert dead == [], f"{pane.objectName()} with {QApplication.focusWidget()}"


class Looks:
    """What is seen of each dialog that opens: where the focus is, and what Enter does in its fields."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.wrong: list[str] = []

    def look(self, scene: Scene) -> None:
        top = QApplication.activeModalWidget()
        if top is None or not top.isActiveWindow():
            return  # no keys yet
        if isinstance(top, Dialog):
            self.seen.append(scene.name)
            self._focus(scene.name, top)
            self._enter(scene.name, top)
        top.close()

    def _focus(self, name: str, top: Dialog) -> None:
        reason = top.findChild(QPlainTextEdit, "reason")
        asked = reason is not None and reason.isVisible() and top.objectName() != "edit"
        if asked and top.focusWidget() is not reason:
            self.wrong.append(f"{name}: {top.focusWidget()} has the focus, not the reason")

    def _enter(self, name: str, top: Dialog) -> None:
        verb, pressed = top.findChild(QAbstractButton, "verb"), list[str]()
        if verb is not None:
            verb.clicked.disconnect()
            verb.clicked.connect(lambda: pressed.append(name))
        fields = [each for kind in (QLineEdit, QPlainTextEdit) for each in top.findChildren(kind)]
        for field in [each for each in fields if each.isVisible() and each.isEnabled()]:
            field.setFocus()
            QTest.keyClick(field, Qt.Key.Key_Return)
            if pressed or not top.isVisible():
                self.wrong.append(f"{name}: Enter in {field.objectName()} presses the verb")
                pressed.clear()


def test_the_reason_has_the_focus_and_enter_presses_no_verb(desk: Desk, window: Window, qtbot) -> None:
    looks = Looks()
    for scene in scenes.dialogs(window):
        if desk.person is None or desk.person.code != scene.actor:
            desk.act_as(officials.by_code(desk.store, scene.actor))
        timer = QTimer()
        timer.timeout.connect(partial(looks.look, scene))
        timer.start(20)
        scene.show(window)
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None and not working(), timeout=20_000)
        timer.stop()
    assert len(looks.seen) > 20
    assert not looks.wrong, "\n".join(looks.wrong)
