"""The field that searches a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from tracker.ui.desk import Desk


class SearchField(QLineEdit):
    """Searches as one types. Esc empties it, Down and Enter lead into the list."""

    left = Signal()

    def __init__(self, desk: Desk, words: str = "", *, width: int = 0) -> None:
        """`words`: what is searched, if not "this list"; `width`: as wide as that many pixels at 100 %."""
        super().__init__()
        words = words or desk.text("Find in this list")
        self.setObjectName("find")
        self.setClearButtonEnabled(True)
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        if width:
            self.setFixedWidth(desk.theme.px(width))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Only keys that type nothing are ours: input methods see all others."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)
