"""Paints the rows of the list from plain facts: no widget and no stylesheet per cell, fonts and pens made once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap, QStaticText
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tracker.ui import chips, tokens
from tracker.ui.pages.tasks.cell_edit import record_of, told
from tracker.ui.pages.tasks.columns import TITLE
from tracker.ui.widgets.tables import LONGEST_SHOWN

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel

    from tracker.domain.tasks import Task
    from tracker.ui.desk import Desk
    from tracker.ui.pages.tasks.model import Index, Line, TaskModel
    from tracker.ui.theme import Theme

_INDENT = tokens.GAP - 2
_SELECTED, _FOCUS = QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_HasFocus
_DRAWINGS, _TEXTS = 500, 2_000
"""Chips and dots, and lines of text that are kept: names and days stand in many rows."""


class TaskDelegate(QStyledItemDelegate):
    """One delegate for all columns. Text that was laid out once is kept with its row."""

    typed = Signal(object, str, str)
    """A cell was typed over: the task as it was, the key of the column, the text."""

    def __init__(self, model: TaskModel, desk: Desk) -> None:
        super().__init__(model)
        self._model, self._desk = model, desk
        self._theme: Theme = desk.theme
        self._looks = [column.look for column in model.columns]
        self._keys = [column.key for column in model.columns]
        self._outside = desk.text("outside the filter")
        self._before: Task | None = None
        self._drawings: dict[Any, QPixmap] = {}
        self._texts: dict[tuple[str, int, bool], tuple[QStaticText, int]] = {}
        desk.theme.changed.connect(self._forget)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell: ground, line below, and what the column shows."""
        box: QRect = option.rect
        state = option.state
        if state & _SELECTED:
            painter.fillRect(box, self._theme.selection)
        painter.setPen(self._theme.row_line)
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        self._content(painter, box, index.row(), index.column())
        if state & _FOCUS:
            painter.setPen(self._theme.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)  # a badge of the row above may have left its own
            painter.drawRect(box.adjusted(0, 0, -1, -1))

    def createEditor(  # noqa: N802 - Qt's name
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's
        index: Index,
    ) -> QWidget:
        """A line over the cell, with the record as it stands when one begins to type."""
        line = QLineEdit(parent)
        line.setObjectName("cell")
        line.setAccessibleName(self._model.columns[index.column()].title)
        line.setProperty("cell", True)
        self._before = record_of(self._desk, self._model.task(index.row()))
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802 - Qt's name
        """What the record says, whole."""
        assert isinstance(editor, QLineEdit)
        assert self._before is not None
        editor.setText(told(self._desk, self._before, self._keys[index.column()]))
        editor.selectAll()

    def setModelData(  # noqa: N802 - Qt's name
        self,
        editor: QWidget,
        model: QAbstractItemModel,  # noqa: ARG002 - Qt's
        index: Index,
    ) -> None:
        """Hand over what was typed."""
        assert isinstance(editor, QLineEdit)
        self.typed.emit(self._before, self._keys[index.column()], editor.text())

    def updateEditorGeometry(  # noqa: N802 - Qt's name
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: Index,  # noqa: ARG002 - Qt's
    ) -> None:
        """As high as the row."""
        editor.setGeometry(option.rect)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002 - Qt's
        """Every row is of one height."""
        return QSize(0, self._theme.px(tokens.ROW))

    def _content(self, painter: QPainter, box: QRect, at: int, column: int) -> None:
        look, theme, line = self._looks[column], self._theme, self._model.line(at)
        if look in ("chip", "dots"):
            painter.drawPixmap(box.left() + _INDENT - 2, box.top(), self._drawing(painter, box, at, column))
            return
        strong = look == "strong"
        font, metrics = (theme.bold, theme.bold_metrics) if strong else (theme.body, theme.body_metrics)
        room = box.width() - _INDENT - _INDENT // 2
        if line.row.id in self._model.outside and self._keys[column] == TITLE:
            room -= self._mark(painter, box)
        text, width = self._laid_out(line, at, column, room, metrics)
        left = box.right() - _INDENT - width if look == "right" else box.left() + _INDENT
        painter.setFont(font)
        painter.setPen(theme.muted if look == "muted" else theme.text)
        painter.drawStaticText(left, box.top() + (box.height() - metrics.height()) // 2, text)
        if look == "due" and line.row.extensions:
            chips.badge(painter, theme, left + width + 2 * tokens.GRID, box.center().y() + 0.5, line.row.extensions)

    def _laid_out(self, line: Line, at: int, column: int, room: int, metrics: QFontMetrics) -> tuple[QStaticText, int]:
        """The text of a cell cut to its room, with its width: laid out when the cell is first shown in that room."""
        kept = line.drawn.get(column)
        if kept is not None and kept[0] == room:
            return kept[1], kept[2]
        words = self._model.words(at, column)
        key = (words, room, self._looks[column] == "strong")
        if key not in self._texts:
            if len(self._texts) >= _TEXTS:
                self._texts.clear()
            self._texts[key] = _cut(words, room, metrics)
        text, width = self._texts[key]
        line.drawn[column] = (room, text, width)
        return text, width

    def _drawing(self, painter: QPainter, box: QRect, at: int, column: int) -> QPixmap:
        """The chip or the dots of a cell. Few look different: each is drawn once and copied."""
        ratio, size = painter.device().devicePixelRatioF(), (box.width() - _INDENT, box.height())
        dots = self._looks[column] == "dots"
        what = self._model.clear(at) if dots else (self._model.words(at, column), self._look(at))
        key = (what, size, ratio)
        if key not in self._drawings:
            if len(self._drawings) >= _DRAWINGS:
                self._drawings.clear()
            self._drawings[key] = self._drawn(what, size, ratio, dots=dots)
        return self._drawings[key]

    def _drawn(self, what: Any, size: tuple[int, int], ratio: float, *, dots: bool) -> QPixmap:
        made = QPixmap(round(size[0] * ratio), round(size[1] * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter, middle = QPainter(made), size[1] / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if dots:
            chips.dots(painter, self._theme, 2, middle, what)
        else:
            chips.chip(painter, self._theme, 0, middle, size[0], what[1], what[0])
        painter.end()
        return made

    def _forget(self) -> None:
        self._drawings.clear()
        self._texts.clear()

    def _look(self, at: int) -> str | None:
        return self._model.line(at).row.deadline_class

    def _mark(self, painter: QPainter, box: QRect) -> int:
        """ "ngoài bộ lọc" at the right of the title, and the room that it takes."""
        theme = self._theme
        width = theme.small_metrics.horizontalAdvance(self._outside) + 2 * tokens.GAP
        painter.setFont(theme.small)
        painter.setPen(QColor(theme.colours.accent))
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box.adjusted(0, 0, -_INDENT // 2, -1), side, self._outside)
        return width


def _cut(words: str, room: int, metrics: QFontMetrics) -> tuple[QStaticText, int]:
    """A line of text, cut at its end where it is wider than its room, with its width."""
    words = words[:LONGEST_SHOWN].replace("\n", " ")
    width = metrics.horizontalAdvance(words)
    if width > room:
        words, width = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room), room
    text = QStaticText(words)
    text.setTextFormat(Qt.TextFormat.PlainText)
    return text, width
