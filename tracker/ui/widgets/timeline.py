"""What happened, as a dated line: a dot for each step, the day beside it, what it was, and who or why below."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.ui import tokens
from tracker.ui.widgets.basics import emptied, label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent

    from tracker.ui.desk import Desk

DOT = 8
DAY = 70


class Step(NamedTuple):
    """One step."""

    day: str
    what: str
    more: str = ""
    now: bool = False
    """It holds still: its dot is filled."""


class Timeline(QWidget):
    """Steps below one another, joined by a line."""

    def __init__(self, desk: Desk, name: str, words: str, *, day: int = DAY) -> None:
        super().__init__()
        self._theme, self._day = desk.theme, day
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setProperty("clear", True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(tokens.GRID * 2)
        self._rows: list[tuple[QWidget, bool]] = []

    def show_steps(self, steps: Iterable[Step]) -> None:
        """Show other steps."""
        emptied(self._column)
        self._rows = []
        for step in steps:
            row = self._row(step)
            self._column.addWidget(row)
            self._rows.append((row, step.now))
        self.update()

    def _row(self, step: Step) -> QWidget:
        row, told = QWidget(), QVBoxLayout()
        row.setProperty("clear", True)
        line = QHBoxLayout(row)
        line.setContentsMargins(DOT + 2 * tokens.GRID, 0, 0, 0)
        line.setSpacing(tokens.GRID * 2)
        day = label(step.day, "small")
        day.setFixedWidth(self._theme.px(self._day))
        day.setAlignment(Qt.AlignmentFlag.AlignTop)
        day.setContentsMargins(0, 1, 0, 0)
        told.setSpacing(0)
        told.addWidget(label(step.what, wrap=True, selectable=True))
        if step.more:
            told.addWidget(label(step.more, "small", wrap=True, selectable=True))
        line.addWidget(day, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(told, 1)
        row.setAccessibleName(", ".join(part for part in (step.day, step.what, step.more) if part))
        return row

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The line and its dots."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = DOT / 2 + 1
        heights = [row.y() + self._theme.body_metrics.height() / 2 + 1 for row, _ in self._rows]
        painter.setPen(QPen(QColor(self._theme.colours.line), 1.5))
        if len(heights) > 1:
            painter.drawLine(QPointF(middle, heights[0]), QPointF(middle, heights[-1]))
        painter.setPen(QPen(self._theme.accent, 1.8))
        for (_, now), height in zip(self._rows, heights, strict=True):
            painter.setBrush(self._theme.accent if now else self._theme.surface)
            painter.drawEllipse(QPointF(middle, height), DOT / 2 - 1, DOT / 2 - 1)
        painter.end()
