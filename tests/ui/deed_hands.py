"""What tests of tasks' deeds share: being somebody, finding a dialog, typing into its fields by their names."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from tests.ui.hands import write_here
from tracker.domain.officials import Actor
from tracker.domain.tasks import Task
from tracker.machine import actor_on
from tracker.store import officials, tasks
from tracker.ui.desk import Desk
from tracker.ui.dialogs.frame import Dialog

CTRL = Qt.KeyboardModifier.ControlModifier
W = TypeVar("W", bound=QWidget)


def task(desk: Desk, number: str) -> Task:
    return tasks.by_number(desk.store, number)


def be(desk: Desk, code: str) -> None:
    desk.act_as(officials.by_code(desk.store, code))


def be_owner(desk: Desk, number: str) -> None:
    owner = task(desk, number).owner
    assert owner is not None
    desk.act_as(officials.get(desk.store, owner))


def be_assigner(desk: Desk, number: str) -> None:
    assigner = task(desk, number).assigner
    assert assigner is not None
    desk.act_as(officials.get(desk.store, assigner))


def actor(desk: Desk, official: int | None, day: date | None = None) -> Actor:
    assert official is not None
    return actor_on(officials.get(desk.store, official).id, day or desk.today)  # type: ignore[arg-type]


def open_dialog(qtbot) -> Dialog:
    """The dialog that is open now, with the keyboard."""
    found: list[Dialog] = []

    def there() -> bool:
        found[:] = [each for each in QApplication.topLevelWidgets() if isinstance(each, Dialog) and each.isVisible()]
        return bool(found) and QApplication.activeModalWidget() is found[-1] and found[-1].isActiveWindow()

    qtbot.waitUntil(there)
    return found[-1]


def no_dialog() -> bool:
    return not any(isinstance(each, Dialog) and each.isVisible() for each in QApplication.topLevelWidgets())


def child(parent: QWidget, kind: type[W], name: str) -> W:
    found = parent.findChild(kind, name)
    assert found is not None, name
    return found


def write(qtbot, dialog: QWidget, name: str, text: str) -> None:
    """Click into a field and type."""
    field = child(dialog, QWidget, name)
    line = field if isinstance(field, QLineEdit | QPlainTextEdit) else field.focusProxy() or field
    target = line.viewport() if isinstance(line, QPlainTextEdit) else line
    qtbot.mouseClick(target, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    write_here(text)


def press(qtbot, dialog: QWidget, name: str) -> None:
    button = child(dialog, QPushButton, name)
    assert button.isVisible()
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def ctrl_enter(qtbot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)


def texts(widget: QWidget) -> str:
    """Everything that is read on a widget."""
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget))
