"""Chip, six dots and the mark of a timeline as small widgets, for places that are not painted by a delegate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.ui import chips, tokens

if TYPE_CHECKING:
    from tracker.ui.theme import Theme


class Chip(QWidget):
    """The chip of a deadline class, or of a state where there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._look, self._word = theme, "", ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def tell(self, look: str | None, word: str) -> None:
        """Class (None: a state) and word."""
        self._look, self._word = look or "", word
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as sign and word."""
        return QSize(chips.chip_width(self._theme, self._word) + tokens.GRID, self._theme.px(tokens.CHIP))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's
        """The chip, cut where there is no room."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chips.chip(painter, self._theme, 0, self.height() / 2, self.width(), self._look, self._word)
        painter.end()


class Dots(QWidget):
    """The six clears."""

    def __init__(self, theme: Theme, clear: tuple[bool, ...], words: str) -> None:
        super().__init__()
        self._theme, self._clear = theme, clear
        self.setAccessibleName(words)
        self.setFixedSize(theme.px(chips.STEP) * len(clear) + tokens.GRID, theme.px(tokens.BODY) + tokens.GRID)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's
        """A dot for each."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chips.dots(painter, self._theme, 0, self.height() / 2 + 1, self._clear)
        painter.end()


class Mark(QWidget):
    """The ring of a timeline's entry, with the line to those before and after."""

    def __init__(self, theme: Theme, *, first: bool, last: bool, quiet: bool = False) -> None:
        super().__init__()
        self._theme, self._first, self._last, self._quiet = theme, first, last, quiet
        self.setFixedWidth(tokens.SIGN)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's
        """Line, then ring; an undone entry has a quiet one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, middle, radius = self._theme, self.width() / 2, tokens.GRID
        top = theme.px(tokens.BODY) * 0.7
        painter.setPen(QPen(QColor(theme.colours.line), 1.5))
        if not self._first:
            painter.drawLine(QPointF(middle, 0), QPointF(middle, top - radius))
        if not self._last:
            painter.drawLine(QPointF(middle, top + radius), QPointF(middle, self.height()))
        painter.setPen(QPen(theme.muted if self._quiet else theme.accent, 1.6))
        painter.setBrush(theme.surface)
        painter.drawEllipse(QPointF(middle, top), radius, radius)
        painter.end()
