"""The sheet of the clerk's round: tasks by person, cells that are typed, what is wrong with them, the sheet's undo.

Nothing is recorded here. What is typed is kept by task, so that lists that change under it lose nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from tracker.domain.tasks import TaskId
from tracker.store.calendar import working_calendar
from tracker.ui import wording
from tracker.ui.pages.round import typed as cells
from tracker.ui.pages.round.typed import DAY, KEYS, NOTE, PERCENT, PRODUCT, STATE, Reading
from tracker.ui.widgets.tables import heading, plain_tip

if TYPE_CHECKING:
    from tracker.actions.rounds import Entry
    from tracker.domain.errors import Refused
    from tracker.store.listing import Row
    from tracker.ui.desk import Desk

Index = QModelIndex | QPersistentModelIndex
_NOTHING = QModelIndex()
NUMBER, TITLE, OWNER, DUE, SAYS = "number", "title", "owner", "due", "says"
COLUMNS = (NUMBER, TITLE, OWNER, DUE, *KEYS, SAYS)
WIDTHS = {
    NUMBER: 60,
    TITLE: 168,
    OWNER: 140,
    DUE: 94,
    STATE: 150,
    PERCENT: 50,
    NOTE: 128,
    PRODUCT: 112,
    DAY: 88,
    SAYS: 96,
}
FIRST = COLUMNS.index(STATE)
LAST = COLUMNS.index(DAY)


class Edit(NamedTuple):
    """One cell that was typed over."""

    task: int
    key: str
    before: str
    after: str


class RoundModel(QAbstractTableModel):
    """Rows of tasks with their typed cells."""

    typed = Signal(object)
    """Something was typed, cleared or taken back, in these tasks (a collection)."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._calendar = working_calendar(desk.store)
        self.rows: list[Row] = []
        self._places: dict[int, int] = {}
        """Task → where it stands."""
        self.cells: dict[int, dict[str, str]] = {}
        """Task → cell → text, of the cells that hold something."""
        self._readings: dict[int, Reading] = {}
        self.refusals: dict[int, Refused] = {}
        """Task → what the rules have against its row."""
        self._done: list[list[Edit]] = []
        self._undone: list[list[Edit]] = []
        text = desk.text
        self._titles = {
            NUMBER: text("No."),
            TITLE: text("Task"),
            OWNER: text("Answerable"),
            DUE: text("Deadline"),
            STATE: text("Status"),
            PERCENT: text("%"),
            NOTE: text("Note"),
            PRODUCT: text("Product number"),
            DAY: text("Day"),
            SAYS: text("Will be recorded"),
        }

    # --- rows ---------------------------------------------------------------------------------------------------------

    def show(self, rows: Iterable[Row]) -> None:
        """Show other tasks; what was typed stays with its task."""
        self.beginResetModel()
        self.rows = list(rows)
        self._places = {row.id: at for at, row in enumerate(self.rows)}
        self._calendar = working_calendar(self._desk.store)
        self._readings.clear()
        self.endResetModel()

    def row_of(self, task: int) -> int | None:
        """Where a task stands."""
        return self._places.get(task)

    def task(self, row: int) -> int:
        """The task of a row."""
        return self.rows[row].id

    def is_first(self, row: int) -> bool:
        """Whether a row is the first one of its person."""
        return row == 0 or self.rows[row - 1].owner != self.rows[row].owner

    # --- what is typed ------------------------------------------------------------------------------------------------

    def text(self, row: int, key: str) -> str:
        """What is typed in a cell."""
        return self.cells.get(self.task(row), {}).get(key, "")

    def reading(self, task: int) -> Reading:
        """What the cells of a task say."""
        if task not in self._readings:
            typed = self.cells.get(task, {})
            self._readings[task] = cells.read(TaskId(task), typed, self._desk.today, self._calendar)
        return self._readings[task]

    def fault(self, task: int, key: str) -> Refused | None:
        """What is wrong with a cell, or with the row where no cell of it is to blame."""
        return self.reading(task).faults.get(key)

    def wrong(self, task: int) -> Refused | None:
        """The first thing that is wrong with a row."""
        return next(iter(self.reading(task).faults.values()), None) or self.refusals.get(task)

    def entries(self) -> list[Entry]:
        """What is to be recorded, in the order of the rows."""
        found = (self.reading(row.id).entry for row in self.rows if row.id in self.cells)
        return [entry for entry in found if entry is not None]

    def faulty(self) -> list[int]:
        """The rows in which something is wrong, from above."""
        return [at for at, row in enumerate(self.rows) if row.id in self.cells and self.wrong(row.id) is not None]

    def write(self, texts: Mapping[tuple[int, str], str]) -> None:
        """Type into cells, (row, cell) → text: one step of the sheet's own undo."""
        edits = []
        for (row, key), text in texts.items():
            plain = cells.canonical(self._desk.words, key, text, self._desk.today, self._calendar)
            before = self.text(row, key)
            if plain != before:
                edits.append(Edit(self.task(row), key, before, plain))
        if edits:
            self._done.append(edits)
            self._undone.clear()
            self._apply(edits)

    def undo(self) -> None:
        """Take back the last step of typing."""
        if self._done:
            edits = self._done.pop()
            self._undone.append(edits)
            self._apply([Edit(each.task, each.key, each.after, each.before) for each in edits])

    def redo(self) -> None:
        """Type it again."""
        if self._undone:
            edits = self._undone.pop()
            self._done.append(edits)
            self._apply(edits)

    def take(self, kept: Mapping[int, Mapping[str, str]]) -> None:
        """Take over what was typed before the program ended."""
        self.cells = {task: dict(typed) for task, typed in kept.items()}
        self._renew(self.cells)

    def clear(self, tasks: Iterable[int] | None = None) -> None:
        """Forget what is typed (of these tasks): it is recorded, or given up."""
        gone = list(self.cells) if tasks is None else list(tasks)
        for task in gone:
            self.cells.pop(task, None)
        self._done.clear()
        self._undone.clear()
        self._renew(gone)

    def refuse(self, task: int, refused: Refused | None) -> None:
        """The rules have this against a row, or nothing any more."""
        if refused is None:
            self.refusals.pop(task, None)
        else:
            self.refusals[task] = refused
        self._tell_row(task)

    def _apply(self, edits: list[Edit]) -> None:
        for each in edits:
            typed = self.cells.setdefault(each.task, {})
            if each.after:
                typed[each.key] = each.after
            else:
                typed.pop(each.key, None)
            if not typed:
                del self.cells[each.task]
        self._renew({each.task for each in edits})

    def _renew(self, tasks: Iterable[int]) -> None:
        changed = list(tasks)
        for task in changed:
            self._readings.pop(task, None)
            self.refusals.pop(task, None)
            self._tell_row(task)
        self.typed.emit(changed)

    def _tell_row(self, task: int) -> None:
        at = self.row_of(task)
        if at is not None:
            self.dataChanged.emit(self.index(at, 0), self.index(at, len(COLUMNS) - 1))

    # --- the model ----------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOTHING) -> int:  # noqa: N802 - Qt's name
        """All tasks."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOTHING) -> int:  # noqa: N802 - Qt's name
        """All columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells that are typed can be edited."""
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return found | Qt.ItemFlag.ItemIsEditable if FIRST <= index.column() <= LAST else found

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802 - Qt's name
        """A cell was typed."""
        if role != Qt.ItemDataRole.EditRole or not FIRST <= index.column() <= LAST:
            return False
        self.write({(index.row(), COLUMNS[index.column()]): str(value)})
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell; what is seen the delegate paints."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            row, key = index.row(), COLUMNS[index.column()]
            return self.text(row, key) if role == Qt.ItemDataRole.EditRole else self.shown(row, key)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._tip(index.row(), COLUMNS[index.column()]))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row(), COLUMNS[index.column()])
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The headings."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        return heading(role, self._titles[COLUMNS[section]])

    # --- what a cell shows --------------------------------------------------------------------------------------------

    def shown(self, row: int, key: str) -> str:
        """The text of a cell: what is typed, else how it stands."""
        found, text = self.rows[row], self.text(row, key) if key in KEYS else ""
        if text:
            return text
        if key == SAYS:
            return self.says(found.id)
        if key == STATE:
            return wording.status(self._desk.words, found)
        return {
            NUMBER: found.number,
            TITLE: found.title,
            OWNER: found.owner_name or "",
            DUE: wording.short(found.due_on, self._desk.today),
            PERCENT: str(found.percent) if found.percent else "",
        }.get(key, "")

    def says(self, task: int) -> str:
        """What a row comes to: what will be recorded, or what is wrong."""
        if task not in self.cells:
            return ""
        wrong = self.wrong(task)
        if wrong is not None:
            return self._desk.sentence(wrong)
        entry = self.reading(task).entry
        return cells.told(self._desk.words, entry) if entry is not None else ""

    def _tip(self, row: int, key: str) -> str:
        fault = self.fault(self.task(row), key) if key in KEYS else None
        return self._desk.sentence(fault) if fault is not None else self.shown(row, key)

    def _spoken(self, row: int, key: str) -> str:
        """A cell for whoever hears it: its heading, what stands there, whose task it is, what is wrong."""
        found, title = self.rows[row], self._titles[key]
        fault = self.fault(found.id, key) if key in KEYS else None
        words = {"title": title, "text": self.shown(row, key), "number": found.number, "owner": found.owner_name}
        line = self._desk.text("{title}: {text}, {number}, {owner}", **words)
        return f"{line}. {self._desk.sentence(fault)}" if fault is not None else line
