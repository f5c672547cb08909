"""Tables of plain row objects: one model, one delegate, one view for every list that fits into memory.

The list of tasks, which may have a million rows, has a model of its own (tracker.ui.pages.tasks.model) and shares the
view with this one. No widget and no stylesheet per cell; row height is fixed; order and width of columns are
remembered per list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QByteArray,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from tracker.ui import chips, tokens
from tracker.ui.theme import elided

if TYPE_CHECKING:
    from tracker.ui.desk import Desk
    from tracker.ui.theme import Theme

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
_NOTHING = QModelIndex()
LONGEST_SHOWN = 500
"""Characters of a cell that are painted; the tooltip has more."""


@dataclass(frozen=True, kw_only=True)
class Column(Generic[R]):
    """One column: its heading, its width at 100 %, and what it shows of a row."""

    key: str
    title: str
    width: int
    text: Callable[[R], str]
    look: str = ""
    """"" plain · "strong" · "muted" · "right" (a number) · "chip" (a deadline class, see `chip`) · "bar" (see
    `bar`)."""
    chip: Callable[[R], str | None] | None = None
    """The class or state whose shape and colour the chip has."""
    link: Callable[[R], bool] | None = None
    """Whether a click on the cell leads on (`Table.opened`): a number that opens its rows, in the accent colour."""
    bar: Callable[[R], tuple[float, float]] | None = None
    """How much of the bar is filled, and how much of that is overdue: both 0 to 1 of its whole length."""
    sort: Callable[[R], Any] | None = None
    """What a click on the heading sorts by; None: the text."""
    stretch: bool = False
    """Takes the room that is left."""
    ample: int = 0
    """Its width at 100 % in a wide list, where what stretches would be mostly empty; 0: always the same."""


class RowsModel(QAbstractTableModel, Generic[R]):
    """Rows in memory as a table. `sentence` is what a screen reader says of a row."""

    def __init__(self, columns: Sequence[Column[R]], sentence: Callable[[R], str] | None = None) -> None:
        super().__init__()
        self.columns = list(columns)
        self.rows: list[R] = []
        self._sentence = sentence

    def show(self, rows: Sequence[R]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def at(self, row: int) -> R | None:
        """What stands in a row; None where there is no such row, as none has the cursor of an empty list."""
        return self.rows[row] if 0 <= row < len(self.rows) else None

    def rowCount(self, parent: Index = _NOTHING) -> int:  # noqa: N802 - Qt's name
        """All rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOTHING) -> int:  # noqa: N802 - Qt's name
        """All columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for the screen reader, the tooltip and the clipboard; what is seen the delegate paints."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.cell(index.row(), index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            row = self.rows[index.row()]
            return (
                self._sentence(row) if self._sentence else ", ".join(c.text(row) for c in self.columns if c.text(row))
            )
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The headings."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        return heading(role, self.columns[section].title, right=self.columns[section].look in _RIGHT)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, the order before kept among equals."""
        if not 0 <= column < len(self.columns):
            return
        by = self.columns[column].sort or self.columns[column].text
        self.layoutAboutToBeChanged.emit()
        self.rows.sort(key=by, reverse=order == Qt.SortOrder.DescendingOrder)
        self.layoutChanged.emit()

    def cell(self, row: int, column: int) -> str:
        """The text of a cell."""
        return self.columns[column].text(self.rows[row])


def heading(role: int, words: str, *, right: bool = False) -> Any:
    """What a heading tells a view: its words, at the side where its cells begin, or end."""
    if role == Qt.ItemDataRole.DisplayRole:
        return words
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return (Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
    return None


_WIDE = 960
"""From this width at 100 % on a list is a wide one."""
_RIGHT = ("right", "bar")
BAR_HEIGHT, BAR_NUMBER = 6, 40
"""Thickness of a bar, and the room of the number behind it."""


class RowDelegate(QStyledItemDelegate):
    """Paints cells of a `RowsModel`."""

    def __init__(self, theme: Theme, model: RowsModel[Any], height: int = tokens.ROW) -> None:
        super().__init__(model)
        self._theme, self._model, self._height = theme, model, height

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell: ground, line below, text or chip."""
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        theme = self._theme
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.selection)
        painter.setPen(theme.row_line)
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        column, row = self._model.columns[index.column()], self._model.rows[index.row()]
        right = (tokens.GAP - 2) if column.look in _RIGHT else (tokens.GAP - 2) // 2  # numbers end where headings do
        inner = box.adjusted(tokens.GAP - 2, 0, -right, -1)
        if column.look == "chip" and column.chip is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            chips.chip(
                painter,
                theme,
                inner.left() - 2,
                box.center().y() + 0.5,
                inner.width(),
                column.chip(row),
                column.text(row),
            )
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            return
        if column.look == "bar" and column.bar is not None:
            draw_bar(painter, theme, inner.adjusted(0, 0, -theme.px(BAR_NUMBER), 0), *column.bar(row))
        strong, colour = column.look == "strong", theme.muted if column.look == "muted" else theme.text
        if column.link is not None:
            colour = theme.accent if column.link(row) else theme.muted
        side = Qt.AlignmentFlag.AlignRight if column.look in _RIGHT else Qt.AlignmentFlag.AlignLeft
        draw_line(painter, theme, inner, column.text(row), colour, strong=strong, side=side)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002 - Qt's
        """Every row is of one height."""
        return QSize(0, self._theme.px(self._height))


def draw_bar(painter: QPainter, theme: Theme, box: QRect, filled: float, overdue: float) -> None:
    """A bar of load: its length, and in the ink of what is overdue the part that is."""
    height = theme.px(BAR_HEIGHT)
    line = QRect(box.left(), box.center().y() - height // 2, box.width(), height)
    painter.fillRect(line, theme.row_line.color())
    for share, colour in ((filled, theme.muted), (overdue, QColor(theme.colours.overdue.ink))):
        painter.fillRect(QRect(line.left(), line.top(), round(line.width() * min(share, 1.0)), height), colour)


def draw_line(
    painter: QPainter,
    theme: Theme,
    box: QRect,
    text: str,
    colour: QColor,
    *,
    strong: bool = False,
    small: bool = False,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """One line of text, cut at its end; line breaks of the user are blanks."""
    painter.setFont(theme.small if small else theme.bold if strong else theme.body)
    painter.setPen(colour)
    metrics = theme.small_metrics if small else theme.bold_metrics if strong else theme.body_metrics
    line = text[:LONGEST_SHOWN].replace("\n", " ")
    painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, elided(metrics, line, box.width()))


def number_width(theme: Theme, numbers: Iterable[str]) -> int:
    """The width at 100 % that the longest of some numbers asks for, "NV06" as well as "TTPVHCC-2026-001"."""
    widest = max(map(theme.body_metrics.horizontalAdvance, numbers), default=0)
    return min(150, max(68, round(widest * 100 / theme.px(100)) + 2 * tokens.GAP))


def plain_tip(text: str) -> str:
    """User text for a tooltip: never taken for rich text."""
    return f"<span>{escape(text[:2000])}</span>" if text else ""


def plain_grid(view: QTableView) -> None:
    """No lines but those that the delegate paints, no headings at the left; Tab leads out of it, no key edits."""
    view.setShowGrid(False)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setTabKeyNavigation(False)
    view.setCornerButtonEnabled(False)
    view.verticalHeader().hide()
    view.horizontalHeader().setHighlightSections(False)


class Table(QTableView):
    """A table by the keyboard as Excel's users know it: Enter goes in, Ctrl+C copies, Ctrl+Shift+C with headings."""

    entered_row = Signal(int)
    """Enter or a double click on a row."""
    current_row = Signal(int)
    """The row with the cursor; -1 for none."""
    opened = Signal(int, int)
    """A click on a cell that leads on: row and column (see `Column.link`)."""

    def __init__(self, desk: Desk, name: str, words: str) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName(name)
        self.setAccessibleName(words)
        plain_grid(self)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(desk.theme.px(tokens.ROW))
        head = self.horizontalHeader()
        head.setSectionsMovable(True)
        head.setFixedHeight(desk.theme.px(tokens.HEADER))
        head.setMinimumSectionSize(desk.theme.px(40))
        self.doubleClicked.connect(lambda index: self.entered_row.emit(index.row()))
        self.clicked.connect(self._clicked)
        desk.theme.changed.connect(self.fit_rows)

    def fit_rows(self) -> None:
        """Heights of rows and headings in the size of type and the density that were chosen."""
        px = self._desk.theme.px
        self.verticalHeader().setDefaultSectionSize(px(tokens.ROW))
        self.horizontalHeader().setFixedHeight(px(tokens.HEADER))

    def show_rows(self, model: RowsModel[Any], *, sortable: bool = True) -> None:
        """Show a model of rows with its delegate, its columns as they were left."""
        self.setModel(model)
        self.setItemDelegate(RowDelegate(self._desk.theme, model))
        self.setMouseTracking(any(column.link for column in model.columns))
        for at, column in enumerate(model.columns):
            self.setColumnWidth(at, self._desk.theme.px(column.width))
            if column.stretch:
                self.horizontalHeader().setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
        if sortable:
            self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            self.setSortingEnabled(True)
        self.restore_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """A wide list has room for words that are cut in a narrow one; what was sized by hand stays."""
        super().resizeEvent(event)
        model, px = self.model(), self._desk.theme.px
        if not isinstance(model, RowsModel):
            return
        wide = self.viewport().width() >= px(_WIDE)
        for at, column in enumerate(model.columns):
            widths = (px(column.width), px(column.ample))
            if column.ample and self.columnWidth(at) in widths and self.columnWidth(at) != widths[wide]:
                self.setColumnWidth(at, widths[wide])

    def restore_columns(self) -> None:
        """The order and width of the columns as this person left them, and remember them from now on."""
        kept = self._desk.personal.value(self._key())
        if isinstance(kept, QByteArray):
            self.horizontalHeader().restoreState(kept)
        head = self.horizontalHeader()
        head.sectionMoved.connect(self._keep)
        head.sectionResized.connect(self._keep)

    def select(self, row: int) -> None:
        """Put the cursor into a row."""
        if 0 <= row < self.model().rowCount():
            index = self.model().index(row, self._shown_column())
            # Said outright: else Qt asks the keyboard, and a Ctrl that is still down takes the row off again.
            whole = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(index, whole)
            self.scrollTo(self.currentIndex())

    def _shown_column(self) -> int:
        """The column of the cursor; the first one shown where that is hidden: keys move nothing from there."""
        head, at = self.horizontalHeader(), max(0, self.currentIndex().column())
        shown = [each for visual in range(head.count()) if not self.isColumnHidden(each := head.logicalIndex(visual))]
        return at if at in shown or not shown else shown[0]

    def chosen_rows(self) -> list[int]:
        """The selected rows, from above."""
        spans = self.selectionModel().selection().toList()
        return sorted({row for span in spans for row in range(span.top(), span.bottom() + 1)})

    def copy(self, *, headings: bool = False) -> None:
        """The selected rows as a sheet pastes them: tabs between the columns as they are shown."""
        model, head = self.model(), self.horizontalHeader()
        columns = [at for visual in range(head.count()) if not head.isSectionHidden(at := head.logicalIndex(visual))]
        lines = [[str(model.index(row, at).data() or "") for at in columns] for row in self.chosen_rows()]
        if headings:
            across = Qt.Orientation.Horizontal
            lines.insert(0, [str(model.headerData(at, across)) for at in columns])
        put_on_clipboard(lines)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Tell the row that has the cursor."""
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.current_row.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter goes in, Ctrl+C copies; the rest is Qt's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.currentIndex().isValid():
                self.entered_row.emit(self.currentIndex().row())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_C and event.modifiers() == (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        ):
            self.copy(headings=True)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A hand over what leads on."""
        hand = self._leads_on(self.indexAt(event.position().toPoint()))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def _clicked(self, index: Index) -> None:
        if self._leads_on(index) and not QGuiApplication.keyboardModifiers():
            self.opened.emit(index.row(), index.column())

    def _leads_on(self, index: Index) -> bool:
        model = self.model()
        if not (index.isValid() and isinstance(model, RowsModel)):
            return False
        link = model.columns[index.column()].link
        return link is not None and link(model.rows[index.row()])

    def _keep(self) -> None:
        self._desk.personal.setValue(self._key(), self.horizontalHeader().saveState())

    def _key(self) -> str:
        return f"columns/{self.objectName()}"


def put_on_clipboard(lines: Iterable[Iterable[str]]) -> None:
    """Cells as a sheet pastes them: tabs between the columns, a line for each row."""
    QGuiApplication.clipboard().setText("\n".join("\t".join(map(one_cell, line)) for line in lines))


def one_cell(text: str) -> str:
    """Line breaks and tabs inside a cell would fall apart into other cells."""
    return text.replace("\t", " ").replace("\r", "").replace("\n", " ")
