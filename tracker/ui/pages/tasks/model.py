"""The list as a model: ids in order, rows loaded page by page when first shown. Sorting is the store's work."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from tracker.ui import wording
from tracker.ui.pages.tasks.cell_edit import INPLACE
from tracker.ui.pages.tasks.columns import CLEAR, TITLE, Cells, TaskColumn, columns
from tracker.ui.widgets.tables import heading, plain_tip

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from tracker.store.listing import Row
    from tracker.ui.desk import Desk

Index = QModelIndex | QPersistentModelIndex
_PAGE = 32
_KEPT = 128
"""Pages kept: what was loaded longest ago goes first."""
_NOTHING = QModelIndex()
_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_EDITED = Qt.ItemFlag.ItemIsEditable


class Line:
    """A row that was loaded, with what was made of it: words and drawings of its cells, by column."""

    __slots__ = ("clear", "drawn", "row", "words")

    def __init__(self, row: Row) -> None:
        self.row = row
        self.clear: tuple[bool, ...] | None = None
        self.words: dict[int, str] = {}
        self.drawn: dict[int, Any] = {}


class TaskModel(QAbstractTableModel):
    """The tasks of a list. `line(n)` gives the row that a delegate paints."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.columns: list[TaskColumn] = columns(desk)
        self._flags = [_PLAIN | _EDITED if column.key in INPLACE else _PLAIN for column in self.columns]
        self.cells = Cells(desk)
        self.outside: Collection[int] = ()
        """Tasks shown though the filter leaves them out: they were made just now."""
        self._ids: array[int] = array("q")
        self._pages: dict[int, list[Line]] = {}

    def show(self, ids: Iterable[int], outside: Collection[int] = ()) -> None:
        """Show other tasks, in this order."""
        self.beginResetModel()
        self._ids = ids if isinstance(ids, array) else array("q", ids)
        self.outside = outside
        self._pages.clear()
        self.cells.forget()
        self.endResetModel()

    def refresh(self) -> None:
        """The same tasks, read anew."""
        self._pages.clear()
        self.cells.forget()
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(self.columns) - 1))

    @property
    def ids(self) -> array[int]:
        """All tasks of the list, in its order."""
        return self._ids

    def task(self, row: int) -> int:
        """The id of the task in a row."""
        return self._ids[row]

    def place(self, task: int) -> int | None:
        """The row in which a task stands."""
        try:
            return self._ids.index(task)
        except ValueError:
            return None

    def places(self, tasks: Collection[int]) -> dict[int, int]:
        """The rows in which some tasks stand, found in one pass."""
        return {task: row for row, task in enumerate(self._ids) if task in tasks} if tasks else {}

    def line(self, at: int) -> Line:
        """A row with what was made of it; its page is loaded if need be."""
        page, within = divmod(at, _PAGE)
        lines = self._pages.get(page)
        if lines is None:
            lines = self._load(page)
        return lines[within]

    def row(self, at: int) -> Row:
        """The facts of a row."""
        return self.line(at).row

    def clear(self, at: int) -> tuple[bool, ...]:
        """The six dots of a row."""
        line = self.line(at)
        if line.clear is None:
            self._load_clear(at // _PAGE)
        assert line.clear is not None
        return line.clear

    def words(self, at: int, column: int) -> str:
        """What a cell says."""
        line = self.line(at)
        found = line.words.get(column)
        if found is None:
            key = self.columns[column].key
            if key == CLEAR:
                found = self._desk.text("{clear} of 6", clear=sum(self.clear(at)))
            else:
                found = self.cells.text(key, line.row)
            line.words[column] = found
        return found

    def undrawn(self) -> None:
        """Forget how cells were drawn: colours or sizes are others now."""
        for lines in self._pages.values():
            for line in lines:
                line.drawn.clear()

    def rowCount(self, parent: Index = _NOTHING) -> int:  # noqa: N802 - Qt's name
        """All tasks, loaded or not."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _NOTHING) -> int:  # noqa: N802 - Qt's name
        """All columns, shown or not."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for the screen reader, the tooltip and the clipboard; what is seen the delegate paints."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.words(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._said(index.row(), index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return wording.sentence(self._desk.words, self.row(index.row()), self._desk.today)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells that can be typed over in their place. Asked for every cell that is painted."""
        return self._flags[index.column()] if index.isValid() else _PLAIN

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        return heading(role, self.columns[section].title, right=self.columns[section].look == "right")

    def _said(self, at: int, column: int) -> str:
        words = self.words(at, column)
        if self.columns[column].key == TITLE and self.task(at) in self.outside:
            return self._desk.text("{task} (outside the filter)", task=words)
        return words

    def _load(self, page: int) -> list[Line]:
        if len(self._pages) >= _KEPT:
            del self._pages[next(iter(self._pages))]
        rows = self._desk.rows(self._ids[page * _PAGE : (page + 1) * _PAGE])
        self._pages[page] = lines = [Line(row) for row in rows]
        return lines

    def _load_clear(self, page: int) -> None:
        lines = self._pages[page]
        found = self._desk.clear([line.row.id for line in lines])
        for line in lines:
            line.clear = found[line.row.id]
