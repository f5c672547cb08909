"""Paints the rows of the list from plain facts: no widget and no stylesheet per cell, fonts and pens made once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tracker.ui import chips, tokens, wording
from tracker.ui.pages.tasks.model import CLEAR, DUE, NUMBER, OWNER, STATUS, TITLE, Index, TaskModel

if TYPE_CHECKING:
    from tracker.ui.desk import Desk
    from tracker.ui.theme import Theme

_SIDE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_INDENT = tokens.GAP - 2


class TaskDelegate(QStyledItemDelegate):
    """One delegate for all columns."""

    def __init__(self, model: TaskModel, desk: Desk, theme: Theme) -> None:
        super().__init__(model)
        self._model, self._desk, self._theme = model, desk, theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell: ground, line below, and what the column shows."""
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        theme = self._theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.selection)
        painter.setPen(theme.row_line)
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        self._content(painter, box.adjusted(_INDENT, 0, -_INDENT // 2, -1), index)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002 - Qt's
        """Every row is of one height."""
        return QSize(0, tokens.ROW)

    def _content(self, painter: QPainter, box: QRect, index: Index) -> None:
        at, column, theme = index.row(), index.column(), self._theme
        row = self._model.row(at)
        middle = box.center().y() + 0.5
        if column == NUMBER:
            _text(painter, box, row.number, theme.muted, theme.body, theme.body_metrics)
        elif column == TITLE:
            _text(painter, box, row.title, theme.text, theme.body, theme.body_metrics)
        elif column == OWNER:
            _text(painter, box, row.owner_name or "", theme.text, theme.bold, theme.bold_metrics)
        elif column == DUE:
            shown = wording.deadlines(row, self._desk.today)
            _text(painter, box, shown, theme.text, theme.body, theme.body_metrics)
            if row.extensions:
                left = box.left() + theme.body_metrics.horizontalAdvance(shown) + 2 * tokens.GRID
                chips.badge(painter, theme, left, middle, row.extensions)
        elif column == STATUS:
            word = wording.status(self._desk.words, row)
            chips.chip(painter, theme, box.left() - 2, middle, box.width() + 2, row.deadline_class, word)
        elif column == CLEAR:
            chips.dots(painter, theme, box.left(), middle, self._model.clear(at))


def _text(painter: QPainter, box: QRect, text: str, colour: QColor, font: QFont, metrics: QFontMetrics) -> None:
    """One line, cut at its end; line breaks of the user are blanks."""
    painter.setFont(font)
    painter.setPen(colour)
    line = text[:500].replace("\n", " ")
    painter.drawText(box, _SIDE, metrics.elidedText(line, Qt.TextElideMode.ElideRight, box.width()))
