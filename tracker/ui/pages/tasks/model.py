"""The list as a model: ids in order, rows loaded page by page when first shown. Sorting is the store's work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from tracker.ui import wording

if TYPE_CHECKING:
    from tracker.store.listing import Row
    from tracker.ui.desk import Desk

Index = QModelIndex | QPersistentModelIndex
NUMBER, TITLE, OWNER, DUE, STATUS, CLEAR = range(6)
SORT_KEYS = {NUMBER: "number", OWNER: "owner", DUE: "due", STATUS: "late"}
"""Column → sort key of the store; the others have no order of their own."""
_PAGE = 64
_KEPT = 64
"""Pages kept: what was shown longest ago goes first."""
_NOTHING = QModelIndex()


class TaskModel(QAbstractTableModel):
    """The tasks of a view. `row(n)` gives the row that a delegate paints."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ids: list[int] = []
        self._pages: dict[int, list[Row]] = {}
        self._clear: dict[int, tuple[bool, ...]] = {}
        text = desk.words.text
        self._headings = [
            text("No."),
            text("Task"),
            text("Answerable"),
            text("First deadline → now"),
            text("Status"),
            text("6 clears"),
        ]

    def show(self, ids: list[int]) -> None:
        """Show other tasks, in this order."""
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self._clear.clear()
        self.endResetModel()

    def task(self, row: int) -> int:
        """The id of the task in a row."""
        return self._ids[row]

    def place(self, task: int) -> int | None:
        """The row in which a task stands."""
        return self._ids.index(task) if task in self._ids else None

    def row(self, at: int) -> Row:
        """The facts of a row; its page is loaded if need be."""
        page = at // _PAGE
        if page not in self._pages:
            self._load(page)
        return self._pages[page][at % _PAGE]

    def clear(self, at: int) -> tuple[bool, ...]:
        """The six dots of a row."""
        row = self.row(at)
        if row.id not in self._clear:
            self._load_clear(at // _PAGE)
        return self._clear[row.id]

    def rowCount(self, parent: Index = _NOTHING) -> int:  # noqa: N802 - Qt's name
        """All tasks, loaded or not."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _NOTHING) -> int:  # noqa: N802 - Qt's name
        """The columns of the list."""
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for the screen reader, the tooltip and the clipboard; what is seen the delegate paints."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return _plain(self._cell(index.row(), index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return wording.sentence(self._desk.words, self.row(index.row()), self._desk.today)
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The names of the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _cell(self, at: int, column: int) -> str:
        row = self.row(at)
        if column == DUE:
            return wording.deadlines(row, self._desk.today)
        if column == STATUS:
            return wording.status(self._desk.words, row)
        if column == CLEAR:
            return self._desk.words.text("{clear} of 6", clear=sum(self.clear(at)))
        return (row.number, row.title, row.owner_name or "")[column]

    def _load(self, page: int) -> None:
        if len(self._pages) >= _KEPT:
            dropped = self._pages.pop(next(iter(self._pages)))
            for row in dropped:
                self._clear.pop(row.id, None)
        self._pages[page] = self._desk.rows(self._ids[page * _PAGE : (page + 1) * _PAGE])

    def _load_clear(self, page: int) -> None:
        self._clear.update(self._desk.clear([row.id for row in self._pages[page]]))


def _plain(text: str) -> str:
    """User text for a tooltip: never taken for rich text."""
    from html import escape

    return f"<span>{escape(text)}</span>"
