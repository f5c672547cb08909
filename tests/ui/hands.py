"""Typing as an office does: QTest knows ASCII keys only, letters with accents come as from an input method."""

from __future__ import annotations

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tracker.ui import views
from tracker.ui.desk import Desk


def write(into: QWidget, text: str) -> None:
    """Type a text: key by key, accented letters composed first and then handed over."""
    for letter in text:
        if letter.isascii():
            QTest.keyClicks(into, letter)
        else:
            QApplication.sendEvent(into, QInputMethodEvent(letter, []))
            done = QInputMethodEvent("", [])
            done.setCommitString(letter)
            QApplication.sendEvent(into, done)


def write_here(text: str) -> None:
    """Type into whatever has the cursor."""
    for letter in text:
        focus = QApplication.focusWidget()
        assert focus is not None, "nothing has the cursor"
        write(focus, letter)


def ids(desk: Desk, view: str) -> list[int]:
    """The tasks of a view in its order."""
    return views.ids(desk.store, desk.asked(view))
