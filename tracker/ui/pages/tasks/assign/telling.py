"""What the quick line is told back with: the six clears in words, and lines of one fact each that never wrap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.ui import chips, tokens
from tracker.ui.theme import elided
from tracker.ui.widgets.tables import plain_tip

if TYPE_CHECKING:
    from tracker.domain.clarity import Clarity
    from tracker.ui.desk import Desk

LABEL = 92
"""Width of the word before a fact."""


class Clears(QWidget):
    """The six clears (6 rõ) by name: a dot fills as each becomes clear."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        text = desk.text
        self._desk = desk
        self._names = (
            text("Clear person"),
            text("Clear work"),
            text("Clear time"),
            text("Clear responsibility"),
            text("Clear product"),
            text("Clear authority"),
        )
        self._clear = (False,) * len(self._names)
        self.setObjectName("clears")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_clarity(self._clear)

    def show_clarity(self, clarity: Clarity | tuple[bool, ...]) -> None:
        """Fill the dots of what is clear."""
        self._clear = tuple(clarity)
        missing = [name for name, clear in zip(self._names, self._clear, strict=True) if not clear]
        told = self._desk.text("{clear} of 6", clear=sum(self._clear))
        self.setAccessibleName(
            self._desk.text("{told}; not yet: {missing}", told=told, missing=missing) if missing else told
        )
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the six names."""
        theme = self._desk.theme
        beside = theme.px(chips.DOT) + tokens.GRID + tokens.GAP
        width = sum(theme.small_metrics.horizontalAdvance(name) + beside for name in self._names)
        return QSize(width, theme.px(tokens.CHIP))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Dot and name, six times."""
        theme, painter, left = self._desk.theme, QPainter(self), 0
        side = theme.px(chips.DOT)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.small)
        for name, clear in zip(self._names, self._clear, strict=True):
            ink = theme.accent if clear else theme.muted
            painter.setPen(QPen(ink, 1.2))
            painter.setBrush(ink if clear else Qt.BrushStyle.NoBrush)
            dot = QRectF(left, (self.height() - side) / 2, side, side)
            painter.drawEllipse(dot.adjusted(0.6, 0.6, -0.6, -0.6))
            painter.setPen(theme.text if clear else theme.muted)
            left += side + tokens.GRID
            width = theme.small_metrics.horizontalAdvance(name)
            painter.drawText(QRect(left, 0, width + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, name)
            left += width + tokens.GAP
        painter.end()


class Fact(QWidget):
    """A muted word, what it is in bold, and what more there is to know; cut where there is no room, whole in the
    tooltip."""

    def __init__(self, desk: Desk, word: str, name: str) -> None:
        super().__init__()
        self._theme, self._word = desk.theme, word
        self._main, self._more, self._wrong = "", "", False
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.tell("")

    def tell(self, main: str, more: str = "", *, wrong: bool = False) -> None:
        """Show a fact; `wrong`: `more` says what is missing or not understood."""
        self._main, self._more, self._wrong = main, more, wrong
        told = " ".join(part for part in (main, more) if part)
        self.setAccessibleName(f"{self._word}: {told or '–'}")
        self.setToolTip(plain_tip(told))
        self.update()

    @property
    def told(self) -> str:
        """What is shown."""
        return f"{self._main} {self._more}".strip()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One row."""
        return QSize(self._theme.px(LABEL) * 3, self._theme.px(tokens.ROW - 6))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Word, fact, more."""
        theme, painter = self._theme, QPainter(self)
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        label = theme.px(LABEL)
        painter.setFont(theme.body)
        painter.setPen(theme.muted)
        painter.drawText(QRect(0, 0, label, self.height()), side, self._word)
        room = QRect(label, 0, self.width() - label, self.height())
        painter.setPen(theme.text)
        painter.setFont(theme.bold)
        main = elided(theme.bold_metrics, self._main, room.width())
        painter.drawText(room, side, main)
        if main:
            room.setLeft(room.left() + theme.bold_metrics.horizontalAdvance(main) + tokens.GAP - tokens.GRID)
        painter.setFont(theme.body)
        painter.setPen(QColor(theme.colours.overdue.ink) if self._wrong else theme.muted)
        painter.drawText(room, side, elided(theme.body_metrics, self._more, max(0, room.width())))
        painter.end()
