"""The tree of units as a table: the first column is indented, a sign folds what is below, as do Left and Right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from tracker.ui import tokens
from tracker.ui.pages.records import DASH, count_column, rate_column
from tracker.ui.widgets.tables import Column, RowDelegate, RowsModel, Table, draw_line

if TYPE_CHECKING:
    from tracker.domain.units import UnitId
    from tracker.ui.desk import Desk
    from tracker.ui.pages.units.rows import Line

STEP, SIGN = 20, 20
"""From one depth to the next, and the room of the sign that folds."""
TREE, PEOPLE = "tree", "people"


def columns(desk: Desk) -> list[Column[Line]]:
    """All columns."""
    text = desk.text
    return [
        Column(key=TREE, title=text("Unit"), width=200, text=lambda line: line.name, stretch=True),
        Column(
            key="code", title=text("Code"), width=76, ample=120, text=lambda line: line.branch.unit.code, look="muted"
        ),
        Column(key="head", title=text("Head"), width=144, text=lambda line: head(desk, line), look="strong"),
        count_column(PEOPLE, text("Headcount"), 76, lambda line: line.branch.people),
        count_column("total", text("Tasks"), 78, lambda line: line.branch.counts.total),
        count_column("doing_overdue", text("Overdue"), 72, lambda line: line.branch.counts.doing_overdue),
        rate_column(desk, 76, lambda line: line.branch.counts),
    ]


def head(desk: Desk, line: Line) -> str:
    """Who heads the unit, or is awaited to."""
    if line.branch.head is not None:
        return line.branch.head.name
    awaited = line.branch.unit.awaited_head
    return desk.text("{head} (awaited)", head=awaited) if awaited else DASH


class TreeDelegate(RowDelegate):
    """Paints the column of names with its indent and sign."""

    def __init__(self, table: TreeTable, model: RowsModel[Line]) -> None:
        super().__init__(table.theme, model)
        self._table, self._lines = table, model

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One cell."""
        if self._lines.columns[index.column()].key != TREE:
            super().paint(painter, option, index)
            return
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        theme, line = self._table.theme, self._lines.rows[index.row()]
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.selection)
        painter.setPen(theme.row_line)
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        left = box.left() + tokens.GAP - 2 + theme.px(line.depth * STEP)
        if line.below:
            self._sign(painter, QRect(left, box.top(), theme.px(SIGN), box.height()), shut=self._table.folds(line.id))
        words = QRect(left + theme.px(SIGN), box.top(), box.right() - left - theme.px(SIGN), box.height() - 1)
        draw_line(painter, theme, words, line.name, theme.text, strong=line.depth == 0)

    def _sign(self, painter: QPainter, box: QRect, *, shut: bool) -> None:
        """▸ or ▾, drawn."""
        x, y, half = box.left() + 6.0, box.center().y() + 0.5, 3.5
        points = (
            [QPointF(x - 1, y - half), QPointF(x + half - 1, y), QPointF(x - 1, y + half)]
            if shut
            else [QPointF(x - half, y - 2), QPointF(x, y + 2), QPointF(x + half, y - 2)]
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._table.theme.colours.muted), 1.5))
        painter.drawPolyline(QPolygonF(points))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


class TreeTable(Table):
    """The table of the tree."""

    folded = Signal(object, bool)
    """A unit, and whether what is below it is hidden from now on."""

    def __init__(self, desk: Desk, model: RowsModel[Line], shut: set[UnitId]) -> None:
        super().__init__(desk, "units", desk.text("Units"))
        self.theme = desk.theme
        self._lines, self._shut = model, shut
        self.show_rows(model, sortable=False)
        self.setItemDelegate(TreeDelegate(self, model))

    def folds(self, unit: UnitId) -> bool:
        """Whether what is below a unit is hidden."""
        return unit in self._shut

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Left folds, or goes to the unit above; Right unfolds, or goes to the first below."""
        at = self.currentIndex().row()
        if event.modifiers() or event.key() not in (Qt.Key.Key_Left, Qt.Key.Key_Right) or at < 0:
            super().keyPressEvent(event)
            return
        line = self._lines.rows[at]
        if event.key() == Qt.Key.Key_Left:
            if line.below and not self.folds(line.id):
                self.folded.emit(line.id, True)
            else:
                self.select(self._above(at))
        elif line.below and self.folds(line.id):
            self.folded.emit(line.id, False)
        elif line.below:
            self.select(at + 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click on the sign folds."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            line = self._lines.rows[index.row()]
            if line.below and self.sign_of(index.row()).contains(event.position().toPoint()):
                self.folded.emit(line.id, not self.folds(line.id))
                return
        super().mousePressEvent(event)

    def sign_of(self, row: int) -> QRect:
        """Where the sign of a row stands."""
        at = [column.key for column in self._lines.columns].index(TREE)
        box = self.visualRect(self._lines.index(row, at))
        left = box.left() + tokens.GRID + self.theme.px(self._lines.rows[row].depth * STEP)
        return QRect(left, box.top(), self.theme.px(SIGN), box.height())

    def _above(self, at: int) -> int:
        depth = self._lines.rows[at].depth
        return next((row for row in range(at - 1, -1, -1) if self._lines.rows[row].depth < depth), at)
