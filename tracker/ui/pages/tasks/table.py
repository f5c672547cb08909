"""The table of tasks: numbers that stay at the left, the other columns as chosen, ordered and sized by whoever looks.

Two views over one model and one selection: the left one has the numbers alone, so that scrolling sideways never covers
anything and both can be scrolled by copying what is on the screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QMenu, QWidget
from shiboken6 import isValid

from tracker.ui import tokens
from tracker.ui.pages.tasks.cell_edit import INPLACE
from tracker.ui.pages.tasks.columns import NUMBER, SHOWN, TITLE, WIDE
from tracker.ui.pages.tasks.delegate import TaskDelegate
from tracker.ui.pages.tasks.model import TaskModel
from tracker.ui.widgets.tables import Table, put_on_clipboard

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from tracker.ui.desk import Desk

_TITLE_LEAST = 120
_REMEMBERED = 500
"""Selected tasks that are looked for again in another list."""
COLUMNS = "columns/tasks"
"""Where the columns of the shipped views are kept."""
MOST_COPIED = 10_000
"""Rows that one copy puts on the clipboard."""
_Flag = QItemSelectionModel.SelectionFlag


class TaskTable(QWidget):
    """The list of tasks as a table."""

    chosen = Signal()
    """Another row has the cursor, or other rows are selected."""
    entered = Signal()
    """Enter or a double click: go into the task."""
    sorted_by = Signal(str)
    """A heading was clicked: the sort key, "" for the order of the list itself."""
    asked_menu = Signal(QPoint)
    """The menu of the selected tasks is wanted, at this place of the screen."""
    edited = Signal(str)
    """F2 in a column whose cells are not typed over in their place: its key."""
    typed = Signal(object, str, str)
    """A cell was typed over: the task as it was, the key of the column, the text."""
    pasted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.model = TaskModel(desk)
        self.table = _Main(desk, self)
        self.numbers = _Numbers(desk)
        self._sorted = ""
        self._by_hand = False
        self._fitting = self._own = False
        for view in (self.numbers, self.table):
            view.setModel(self.model)
            delegate = TaskDelegate(self.model, desk)
            delegate.typed.connect(self.typed)
            view.setItemDelegate(delegate)
            view.horizontalHeader().setSectionsClickable(True)
            view.horizontalHeader().sectionClicked.connect(self._sort)
        self.numbers.setSelectionModel(self.table.selectionModel())
        self.numbers.setFocusProxy(self.table)
        self.setFocusProxy(self.table)
        self._lay_out()
        self._connect()
        self.take_columns(desk.personal.value(COLUMNS))

    # --- rows ---------------------------------------------------------------------------------------------------------

    def show_ids(self, ids: Iterable[int], outside: Collection[int] = ()) -> None:
        """Show other tasks; cursor, selection and place stay with the tasks they were on."""
        current, rows = self.current(), self.table.chosen_rows()
        selected = {self.model.task(row) for row in rows} if len(rows) <= _REMEMBERED else set()
        keep = self.table.verticalScrollBar().value()
        above = self._task_at(keep) if keep else None
        self.model.show(ids, outside)
        self._select_again(current, selected)
        place = self.model.place(above) if above is not None else None
        for view in (self.table, self.numbers):
            view.executeDelayedItemsLayout()  # or there is no room yet to scroll to
        self.table.verticalScrollBar().setValue(keep if place is None else place)
        if not keep and self.table.currentIndex().isValid():
            self.table.scrollTo(self.table.currentIndex())
        self.chosen.emit()

    def current(self) -> int | None:
        """The task with the cursor."""
        return self._task_at(self.table.currentIndex().row())

    def selected(self) -> list[int]:
        """The selected tasks, from above."""
        return [self.model.task(row) for row in self.table.chosen_rows()]

    def select(self, task: int) -> bool:
        """Put the cursor on a task; whether the list has it."""
        place = self.model.place(task)
        if place is None:
            return False
        self.table.select(place)
        return True

    def select_tasks(self, tasks: list[int], current: int | None) -> None:
        """Select these, the cursor on one of them; nothing where the list has none of them."""
        if not tasks:
            self.table.clearSelection()
            self.table.setCurrentIndex(self.model.index(-1, -1))
        self._select_again(current, set(tasks))

    def _task_at(self, row: int) -> int | None:
        return self.model.task(row) if 0 <= row < len(self.model.ids) else None

    def _select_again(self, current: int | None, selected: set[int]) -> None:
        places = self.model.places({*selected, current} if current is not None else selected)
        rows = sorted(places[task] for task in selected if task in places)
        last = self.model.columnCount() - 1
        chosen = QItemSelection()
        for row in rows:
            chosen.select(self.model.index(row, 0), self.model.index(row, last))
        place = places.get(current) if current is not None else None
        selection = self.table.selectionModel()
        selection.select(chosen, _Flag.ClearAndSelect)
        if place is not None:
            selection.setCurrentIndex(self.model.index(place, self._column(TITLE)), _Flag.NoUpdate)

    # --- columns ------------------------------------------------------------------------------------------------------

    def columns(self) -> QByteArray:
        """Which columns are shown, in which order and how wide."""
        return self.table.horizontalHeader().saveState()

    def take_columns(self, kept: object, *, own: bool = False) -> None:
        """Show the columns as they were kept; as from the start where nothing was.

        `own`: they belong to a view of one's own, and changes are not remembered for all the others.
        """
        self._fitting, self._own = True, own
        head = self.table.horizontalHeader()
        self._by_hand = isinstance(kept, QByteArray) and head.restoreState(kept)
        if not self._by_hand:
            self._columns_of_the_start()
        head.setSectionHidden(0, True)
        self.numbers.setColumnWidth(0, self._number_width())
        self.numbers.fit()
        self._fitting = False
        self._fit_title()

    def column_menu(self, parent: QWidget) -> QMenu:
        """A menu that shows and hides columns."""
        menu = QMenu(parent)
        menu.setAccessibleName(self._desk.text("Columns"))
        for at, column in enumerate(self.model.columns[1:], start=1):
            action = QAction(column.title, menu, checkable=True, checked=not self.table.isColumnHidden(at))
            action.toggled.connect(lambda on, at=at: self.show_column(at, on=on))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(self._desk.text("As at the start"), self._start_again)
        return menu

    def show_column(self, at: int, *, on: bool) -> None:
        """Show a column, or hide it. The title stays."""
        if self.model.columns[at].key != TITLE:
            self.table.setColumnHidden(at, not on)
        self._keep()

    def tell_sort(self, sort: str | None) -> None:
        """Show at the headings by what the list is sorted."""
        self._sorted = sort or ""
        key = self._sorted.removeprefix("-")
        down = self._sorted.startswith("-")
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        at = next((at for at, column in enumerate(self.model.columns) if key and column.sort == key), -1)
        for view in (self.numbers, self.table):
            mine = at >= 0 and (at == 0) == (view is self.numbers)
            view.horizontalHeader().setSortIndicatorShown(mine)
            view.horizontalHeader().setSortIndicator(at if mine else -1, order)

    def _columns_of_the_start(self) -> None:
        shown = {*SHOWN, *(WIDE if self.window().width() >= self._desk.theme.px(tokens.WIDE) else ())}
        for at, column in enumerate(self.model.columns):
            self.table.setColumnWidth(at, max(self._desk.theme.px(column.width), self._heading_width(column.title)))
            self.table.setColumnHidden(at, column.key not in shown)

    def _start_again(self) -> None:
        self._desk.personal.remove(COLUMNS)
        head = self.table.horizontalHeader()
        for visual in range(head.count()):
            head.moveSection(head.visualIndex(visual), visual)
        self.take_columns(None)

    def _keep(self) -> None:
        if not self._fitting:
            self._by_hand = True
            self._fit_title()
            if not self._own:
                self._desk.personal.setValue(COLUMNS, self.columns())

    def _fit_title(self) -> None:
        """The title takes the room that is left."""
        at, head = self._column(TITLE), self.table.horizontalHeader()
        others = sum(head.sectionSize(each) for each in range(head.count()) if each != at and not self._hidden(each))
        room = max(self._desk.theme.px(_TITLE_LEAST), self.table.viewport().width() - others)
        if room != head.sectionSize(at):
            self._fitting = True
            head.resizeSection(at, room)
            self._fitting = False

    def _hidden(self, at: int) -> bool:
        return self.table.isColumnHidden(at)

    def _column(self, key: str) -> int:
        return next(at for at, column in enumerate(self.model.columns) if column.key == key)

    def _heading_width(self, title: str) -> int:
        return self._desk.theme.small_metrics.horizontalAdvance(title) + 2 * tokens.GAP

    def _number_width(self) -> int:
        """Room for the longest numbers in view, "KTHTĐT.2026.00021" as well as "NV06"."""
        metrics, px = self._desk.theme.body_metrics, self._desk.theme.px
        some = range(min(len(self.model.ids), 40))
        widest = max((metrics.horizontalAdvance(self.model.row(at).number) for at in some), default=0)
        return max(px(self.model.columns[0].width), min(px(170), widest + 2 * tokens.GAP))

    def fit_numbers(self) -> None:
        """Make room for the numbers that are shown now."""
        self.numbers.setColumnWidth(0, self._number_width())
        self.numbers.fit()

    def _sort(self, at: int) -> None:
        """Up, down, then the order of the list itself again."""
        key = self.model.columns[at].sort
        if key is None:
            return
        turned = {key: f"-{key}", f"-{key}": ""}
        self.sorted_by.emit(turned.get(self._sorted, key))

    # --- keys and clipboard -------------------------------------------------------------------------------------------

    def edit_cell(self) -> None:
        """F2: type over the cell with the cursor, or go the way that its column has."""
        at = self.table.currentIndex()
        key = self.model.columns[at.column()].key
        if key == NUMBER:
            at, key = self.model.index(at.row(), self._column(TITLE)), TITLE
        if key in INPLACE:
            self.table.setCurrentIndex(at)
            self.table.edit(at)
        else:
            self.edited.emit(key)

    def copy(self, *, headings: bool = False) -> None:
        """The selected rows as a sheet pastes them; a great many are cut, and said so."""
        rows, order = self.table.chosen_rows(), self._order()
        lines = [[self.model.columns[at].title for at in order]] if headings else []
        lines += [[self.model.words(row, at) for at in order] for row in rows[:MOST_COPIED]]
        put_on_clipboard(lines)
        if len(rows) > MOST_COPIED:
            self._desk.said.emit(self._desk.text("Only the first {count} rows were copied", count=MOST_COPIED), None)

    def sheet(self, most: int) -> tuple[list[str], list[list[str]]]:
        """Headings and rows of the list as it stands, no more than so many."""
        order, rows = self._order(), range(min(len(self.model.ids), most))
        headings = [self.model.columns[at].title for at in order]
        return headings, [[self.model.words(row, at) for at in order] for row in rows]

    def _order(self) -> list[int]:
        """The columns that are shown, from the left."""
        head = self.table.horizontalHeader()
        return [0, *(at for visual in range(head.count()) if not self._hidden(at := head.logicalIndex(visual)))]

    # --- putting it together ------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.numbers, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.table, 1)
        self.numbers.only_numbers()

    def _connect(self) -> None:
        one, other = self.table.verticalScrollBar(), self.numbers.verticalScrollBar()
        one.valueChanged.connect(other.setValue)
        other.valueChanged.connect(one.setValue)
        # The half that is laid out last could not follow before: it had no room to scroll yet.
        other.rangeChanged.connect(lambda *_: other.setValue(one.value()) if isValid(one) else None)
        self.table.horizontalScrollBar().rangeChanged.connect(self._level)
        head = self.table.horizontalHeader()
        head.sectionMoved.connect(self._keep)
        head.sectionResized.connect(self._keep)
        for view in (self.table, self.numbers):
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            view.customContextMenuRequested.connect(
                lambda at, view=view: self.asked_menu.emit(view.viewport().mapToGlobal(at))
            )
            view.doubleClicked.connect(lambda _: self.entered.emit())
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(lambda at: self.column_menu(self).popup(head.mapToGlobal(at)))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self.chosen.emit())
        self.table.selectionModel().currentChanged.connect(self._off_the_numbers)
        self._desk.theme.changed.connect(self._redraw)

    def _off_the_numbers(self, current: QModelIndex) -> None:
        """The cursor is in a column that the right half has, where the keys move it."""
        if current.isValid() and current.column() == 0:
            there = self.model.index(current.row(), self._column(TITLE))
            self.table.selectionModel().setCurrentIndex(there, _Flag.NoUpdate)

    def _redraw(self) -> None:
        self.model.undrawn()
        self.table.viewport().update()
        self.numbers.viewport().update()

    def fit(self) -> None:
        """The room is another now."""
        self._fit_title()
        self._level()

    def _level(self) -> None:
        """Both have the same rows in view, whether the other one has a scroll bar below or not."""
        self.numbers.setFixedHeight(self.table.viewport().height() + self.table.horizontalHeader().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The title takes or gives up room."""
        super().resizeEvent(event)
        if not self._by_hand:
            self._fitting = True
            self._columns_of_the_start()
            self.table.setColumnHidden(0, True)
            self._fitting = False
        self.fit()


class _Main(Table):
    """All columns but the numbers."""

    def __init__(self, desk: Desk, whole: TaskTable) -> None:
        super().__init__(desk, "tasks", desk.text("List of tasks"))
        self._whole = whole
        self.horizontalHeader().setMinimumSectionSize(desk.theme.px(48))

    def copy(self, *, headings: bool = False) -> None:
        """With the numbers, too."""
        self._whole.copy(headings=headings)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Looking through a million rows for what begins with a letter would take minutes: Ctrl+F finds."""

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Its height decides on that of the numbers."""
        done = super().viewportEvent(event)
        if event.type() == QEvent.Type.Resize:
            self._whole.fit()
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter goes in, F2 edits, Ctrl+V pastes; the rest as every table has it."""
        whole, key = self._whole, event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.currentIndex().isValid():
                whole.entered.emit()
        elif key == Qt.Key.Key_F2 and self.currentIndex().isValid():
            whole.edit_cell()
        elif key == Qt.Key.Key_V and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            whole.pasted.emit()
        else:
            super().keyPressEvent(event)


class _Numbers(Table):
    """The numbers at the left. The cursor is in the other half."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "task-numbers", desk.text("Numbers of the tasks"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.horizontalHeader().setSectionsMovable(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def only_numbers(self) -> None:
        """Show the first column alone."""
        for at in range(1, self.model().columnCount()):
            self.setColumnHidden(at, True)

    def fit(self) -> None:
        """No wider than its column."""
        self.setFixedWidth(self.columnWidth(0))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Downwards only: there is nothing at the sides."""
        if event.angleDelta().y():
            super().wheelEvent(event)
