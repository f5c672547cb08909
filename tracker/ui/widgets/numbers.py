"""The field of a whole number: typed, or counted up and down with the arrow keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QSpinBox

from tracker.ui import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QWheelEvent


class NumberField(QSpinBox):
    """A whole number between two others. The wheel leaves it alone: scrolling past must not change what is recorded."""

    def __init__(self, low: int, high: int, value: int, *, step: int = 1, suffix: str = "") -> None:
        super().__init__()
        self.setRange(low, high)
        self.setSingleStep(step)
        self.setSuffix(suffix)
        self.setValue(value)
        self.lineEdit().setTextMargins(tokens.GAP - tokens.GRID, 0, tokens.GRID, 0)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """The name is that of the line, too."""
        super().setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """What is typed takes the place of what stands there, also after a click."""
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self.selectAll)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Not for numbers."""
        event.ignore()
