"""The page of tasks before a person: its default list, the cursor on the first row."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.task_hands import settled
from tracker.ui.pages.tasks.page import TasksPage
from tracker.ui.window import Window


@pytest.fixture
def page(window: Window, qtbot) -> TasksPage:
    """The page, opened by Alt+2 and filled."""
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    made = window.current
    assert isinstance(made, TasksPage)
    settled(made, qtbot)
    return made
