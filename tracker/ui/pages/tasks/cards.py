"""Cards of the board: a task in three lines, painted from the same rows as the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tracker.ui import chips, tokens, wording
from tracker.ui.widgets.tables import LONGEST_SHOWN, draw_line

if TYPE_CHECKING:
    from PySide6.QtGui import QFontMetrics, QPainter

    from tracker.ui.desk import Desk
    from tracker.ui.pages.tasks.model import Index, TaskModel

HEIGHT = 92
_LINE, _BADGE = 19, 16


class CardDelegate(QStyledItemDelegate):
    """Number and deadline, two lines of title, and the named person in bold."""

    def __init__(self, desk: Desk, model: TaskModel) -> None:
        super().__init__(model)
        self._desk, self._model = desk, model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One card."""
        theme, row = self._desk.theme, self._model.row(index.row())
        box: QRect = option.rect.adjusted(tokens.GRID, tokens.GRID // 2, -tokens.GRID, -tokens.GRID // 2)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(theme.accent, 2) if focus else theme.row_line)
        painter.setBrush(theme.selection if selected else theme.surface)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), tokens.FIELD_RADIUS, tokens.FIELD_RADIUS)
        inner = box.adjusted(tokens.GRID * 2, tokens.GRID + 2, -tokens.GRID * 2, -tokens.GRID)
        step = theme.px(_LINE)
        top = QRect(inner.left(), inner.top(), inner.width(), step)
        draw_line(painter, theme, top, row.number, theme.muted)
        due = wording.deadlines(row, self._desk.today)
        draw_line(painter, theme, top, due, theme.muted, side=Qt.AlignmentFlag.AlignRight)
        for at, words in enumerate(two_lines(row.title, theme.body_metrics, inner.width())):
            line = QRect(inner.left(), inner.top() + (at + 1) * step, inner.width(), step)
            draw_line(painter, theme, line, words, theme.text)
        last = QRect(inner.left(), inner.top() + 3 * step, inner.width(), step)
        if row.extensions:
            chips.badge(painter, theme, last.right() - theme.px(_BADGE), last.center().y() + 0.5, row.extensions)
            last = last.adjusted(0, 0, -theme.px(_BADGE) - tokens.GRID, 0)
        draw_line(painter, theme, last, row.owner_name or "", theme.text, strong=True)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002 - Qt's
        """Every card is of one height."""
        return QSize(0, self._desk.theme.px(HEIGHT))


def two_lines(text: str, metrics: QFontMetrics, room: int) -> list[str]:
    """A title in two lines, broken between words; the second is cut where it is painted."""
    words = text[:LONGEST_SHOWN].replace("\n", " ").split()
    first: list[str] = []
    while words:
        wider = " ".join([*first, words[0]])
        if first and metrics.horizontalAdvance(wider) > room:
            break
        first.append(words.pop(0))
    return [" ".join(first), " ".join(words)]
