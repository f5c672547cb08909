"""What tests of a page's dialogs share: the dialog by its name, its fields by theirs, and its verb."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit


def dialog(name: str, qtbot) -> QDialog:
    """The dialog that is open."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
    found = QApplication.activeModalWidget()
    assert found.objectName() == name
    qtbot.waitUntil(found.isActiveWindow)
    return found


def field(shown: QDialog, name: str) -> QLineEdit:
    """The line of a field."""
    widget = shown.findChild(object, name)
    return widget if isinstance(widget, QLineEdit) else widget.edit


def press(shown: QDialog, qtbot) -> None:
    """Press the verb by the keyboard."""
    qtbot.keyClick(shown, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
