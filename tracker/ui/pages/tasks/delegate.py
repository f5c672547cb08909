"""Paints the rows of the list from plain facts: no widget and no stylesheet per cell, fonts and pens made once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QStaticText
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tracker.ui import chips, tokens
from tracker.ui.pages.tasks.columns import CLEAR, DUE, TITLE
from tracker.ui.widgets.tables import LONGEST_SHOWN

if TYPE_CHECKING:
    from tracker.ui.desk import Desk
    from tracker.ui.pages.tasks.model import Index, Line, TaskModel
    from tracker.ui.theme import Theme

_INDENT = tokens.GAP - 2
_SELECTED = QStyle.StateFlag.State_Selected


class TaskDelegate(QStyledItemDelegate):
    """One delegate for all columns. Text that was laid out once is kept with its row."""

    def __init__(self, model: TaskModel, desk: Desk) -> None:
        super().__init__(model)
        self._model, self._desk = model, desk
        self._theme: Theme = desk.theme
        self._looks = [column.look for column in model.columns]
        self._keys = [column.key for column in model.columns]
        self._outside = desk.text("outside the filter")

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell: ground, line below, and what the column shows."""
        box: QRect = option.rect
        if option.state & _SELECTED:
            painter.fillRect(box, self._theme.selection)
        painter.setPen(self._theme.row_line)
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        self._content(painter, box, index.row(), index.column())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002 - Qt's
        """Every row is of one height."""
        return QSize(0, self._theme.px(tokens.ROW))

    def _content(self, painter: QPainter, box: QRect, at: int, column: int) -> None:
        look, theme, line = self._looks[column], self._theme, self._model.line(at)
        if look in ("chip", "dots"):
            self._drawing(painter, box, at, column)
            return
        strong = look == "strong"
        font, metrics = (theme.bold, theme.bold_metrics) if strong else (theme.body, theme.body_metrics)
        colour = theme.muted if look == "muted" else theme.text
        room = box.width() - _INDENT - _INDENT // 2
        if self._keys[column] == TITLE and line.row.id in self._model.outside:
            room -= self._mark(painter, box)
        text, width = self._laid_out(line, at, column, room, font, metrics)
        left = box.right() - _INDENT - width if look == "right" else box.left() + _INDENT
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawStaticText(QPoint(left, box.top() + (box.height() - metrics.height()) // 2), text)
        if self._keys[column] == DUE and line.row.extensions:
            chips.badge(painter, theme, left + width + 2 * tokens.GRID, box.center().y() + 0.5, line.row.extensions)

    def _laid_out(
        self, line: Line, at: int, column: int, room: int, font: QFont, metrics: QFontMetrics
    ) -> tuple[QStaticText, int]:
        """The text of a cell cut to its room, with its width: laid out when the cell is first shown in that room."""
        kept = line.drawn.get(column)
        if kept is not None and kept[0] == room:
            return kept[1], kept[2]
        words = self._model.words(at, column)[:LONGEST_SHOWN].replace("\n", " ")
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        text = QStaticText(shown)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.prepare(font=font)
        width = metrics.horizontalAdvance(shown)
        line.drawn[column] = (room, text, width)
        return text, width

    def _drawing(self, painter: QPainter, box: QRect, at: int, column: int) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, theme = box.center().y() + 0.5, self._theme
        if self._keys[column] == CLEAR:
            chips.dots(painter, theme, box.left() + _INDENT, middle, self._model.clear(at))
        else:
            words, look = self._model.words(at, column), self._model.line(at).row.deadline_class
            chips.chip(painter, theme, box.left() + _INDENT - 2, middle, box.width() - _INDENT, look, words)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _mark(self, painter: QPainter, box: QRect) -> int:
        """ "ngoài bộ lọc" at the right of the title, and the room that it takes."""
        theme = self._theme
        width = theme.small_metrics.horizontalAdvance(self._outside) + 2 * tokens.GAP
        painter.setFont(theme.small)
        painter.setPen(QColor(theme.colours.accent))
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box.adjusted(0, 0, -_INDENT // 2, -1), side, self._outside)
        return width
