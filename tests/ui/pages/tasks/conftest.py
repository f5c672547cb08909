"""The window opened on the page of tasks: its default list, the cursor on the first row."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from tests.ui.task_hands import settled
from tracker.ui.afterwards import complete
from tracker.ui.desk import Desk
from tracker.ui.pages.tasks.page import TasksPage
from tracker.ui.window import Window


@pytest.fixture
def window(desk: Desk, qtbot) -> Iterator[Window]:
    """The window as it opens on this page."""
    made = Window(desk, "tasks")
    qtbot.addWidget(made)
    made.show()
    complete(made)
    qtbot.waitUntil(made.isActiveWindow)  # keys go nowhere before
    yield made
    made.close()


@pytest.fixture
def page(window: Window, qtbot) -> TasksPage:
    """The page, filled, with the cursor in it."""
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    made = window.current
    assert isinstance(made, TasksPage)
    settled(made, qtbot)
    return made
