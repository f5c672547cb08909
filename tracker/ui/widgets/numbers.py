"""The field of a whole number: typed, or counted up and down with the arrow keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSpinBox

from tracker.ui import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent


class NumberField(QSpinBox):
    """A whole number between two others. The wheel leaves it alone: scrolling past must not change what is recorded."""

    def __init__(self, low: int, high: int, value: int, *, step: int = 1, suffix: str = "") -> None:
        super().__init__()
        self.setRange(low, high)
        self.setSingleStep(step)
        self.setSuffix(suffix)
        self.setValue(value)
        self.lineEdit().setTextMargins(tokens.GAP - tokens.GRID, 0, tokens.GRID, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Not for numbers."""
        event.ignore()
