"""The detail of one task, beside the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from tracker.ui.desk import Desk


class TaskDetail(QWidget):
    """One task with what happened to it, and what can be done now."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.task: int | None = None

    def show_task(self, task: int | None) -> None:
        """Show a task; None: nothing is chosen."""
        self.task = task
        self.reload()

    def reload(self) -> None:
        """Read it anew."""
