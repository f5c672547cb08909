"""What a person does on the page of tasks, and what they read off it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from tracker.ui.pages.tasks.page import TasksPage
from tracker.ui.window import Window


def settled(page: TasksPage, qtbot) -> None:
    """Wait until every question is answered and the detail follows."""
    qtbot.waitUntil(lambda: not page.desk.reading.busy and page.detail.task == page.list.current(), timeout=10_000)


def numbers(page: TasksPage) -> list[str]:
    """The numbers of the tasks in the list, from above."""
    model = page.list.model
    return [model.row(at).number for at in range(model.rowCount())]


def current(page: TasksPage) -> str:
    """The number of the task with the cursor."""
    task = page.list.current()
    assert task is not None
    return page.list.model.row(page.list.model.place(task) or 0).number


def show_view(window: Window, view: str, qtbot) -> None:
    """Click on a view of the navigation."""
    qtbot.mouseClick(window.findChild(QWidget, f"view-{view}"), Qt.MouseButton.LeftButton)
    settled(window.current, qtbot)  # type: ignore[arg-type]


def chip(page: TasksPage, key: str) -> QPushButton | None:
    """The chip of a filter."""
    return page.head.findChild(QPushButton, f"chip-{key}")  # type: ignore[return-value]


def dialog(qtbot) -> QWidget:
    """The dialog that is open and has the keys."""
    qtbot.waitUntil(lambda: (found := QApplication.activeModalWidget()) is not None and found.isActiveWindow())
    found = QApplication.activeModalWidget()
    assert found is not None
    return found


def part(of: QWidget, name: str) -> QWidget:
    """A widget by its object name."""
    found = of.findChild(QWidget, name)
    assert found is not None, f"nothing is called {name}"
    return found  # type: ignore[return-value]
