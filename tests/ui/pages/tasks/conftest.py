"""The window opened on the page of tasks: its default list, the cursor on the first row."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.task_hands import settled
from tracker.ui.pages.tasks.assign.panel import AssignPanel
from tracker.ui.pages.tasks.page import TasksPage
from tracker.ui.window import Window


@pytest.fixture
def first_page() -> str:
    """The window opens on this page."""
    return "tasks"


@pytest.fixture
def page(window: Window, qtbot) -> TasksPage:
    """The page, filled, with the cursor in it."""
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    made = window.current
    assert isinstance(made, TasksPage)
    settled(made, qtbot)
    return made


@pytest.fixture
def opened(window: Window, qtbot) -> AssignPanel:
    """The panel as Ctrl+N opens it, the cursor in its line."""
    qtbot.waitActive(window)
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    found = window.findChild(AssignPanel)
    assert found is not None
    qtbot.waitUntil(lambda: found.quick.line.hasFocus())
    return found
