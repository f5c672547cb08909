"""The board: the tasks of the list in columns by deadline class. Nothing is dragged: a class follows from the facts."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QScrollArea, QVBoxLayout, QWidget

from tracker.store.listing import Wanted
from tracker.ui import tokens, views
from tracker.ui.pages.tasks.cards import HEIGHT, CardDelegate
from tracker.ui.pages.tasks.columns import TITLE
from tracker.ui.pages.tasks.model import TaskModel
from tracker.ui.widgets.basics import label
from tracker.ui.widgets.tables import Table

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from tracker.store import Store
    from tracker.ui.desk import Desk
    from tracker.ui.views import Asked, Kept

_LEAST = 148
"""The narrowest column."""


class Lane(NamedTuple):
    """A column of the board: its name and what it has."""

    key: str
    name: str
    wanted: Wanted


def lanes(desk: Desk) -> list[Lane]:
    """The columns, the most urgent first; together they have every task."""
    text = desk.text
    return [
        Lane("overdue", text("Overdue"), Wanted(classes=("overdue",))),
        Lane("due_soon", text("Due soon"), Wanted(classes=("due_soon",))),
        Lane("in_time", text("In time"), Wanted(classes=("in_time",))),
        Lane("no_deadline", text("No deadline"), Wanted(classes=("no_deadline",))),
        Lane("done", text("Done"), Wanted(states=("done",))),
        Lane("other", text("Not running"), Wanted(states=("draft", "proposed", "paused", "recalled"))),
    ]


def found(store: Store, asked: Asked, kept: Kept, wanted: list[Wanted]) -> list[array[int]]:
    """The tasks of each column."""
    return [
        array("q", views.ids(store, asked._replace(filters=views.narrowed(asked.filters, each)), kept))
        for each in wanted
    ]


class Board(QScrollArea):
    """All columns beside one another; arrow keys lead from card to card."""

    chosen = Signal()
    entered = Signal()
    asked_menu = Signal(QPoint)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._lanes = lanes(desk)
        self.columns = [LaneView(desk, lane) for lane in self._lanes]
        self.setObjectName("board")
        self.setAccessibleName(desk.text("Board by deadline"))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setProperty("clear", True)
        row = QHBoxLayout(inner)
        row.setContentsMargins(tokens.GRID * 2, 0, tokens.GRID * 2, tokens.GRID * 2)
        row.setSpacing(tokens.GRID)
        for at, column in enumerate(self.columns):
            row.addWidget(column, 1)
            column.cards.aside.connect(lambda step, at=at: self._aside(at, step))
            column.cards.selectionModel().selectionChanged.connect(lambda *_, at=at: self._came(at))
            column.cards.entered_row.connect(lambda _: self.entered.emit())
            column.asked_menu.connect(self.asked_menu)
        self.setWidget(inner)

    def question(self, asked: Asked) -> Any:
        """What the thread is asked for."""
        wanted = [lane.wanted for lane in self._lanes]
        return lambda store, kept: found(store, asked, kept, wanted)

    def show_answer(self, answer: list[array[int]]) -> None:
        """Show what was found; the cursor stays on its task."""
        current = self.current()
        for column, ids in zip(self.columns, answer, strict=True):
            column.show_ids(ids)
        if current is None or not self.select(current):
            for column in self.columns:
                if column.model.ids:
                    column.cards.select(0)
                    break

    def current(self) -> int | None:
        """The task with the cursor."""
        for column in self.columns:
            row = column.cards.currentIndex().row()
            if column.cards.selectionModel().hasSelection() and 0 <= row < len(column.model.ids):
                return column.model.task(row)
        return None

    def selected(self) -> list[int]:
        """The selected tasks."""
        return [column.model.task(row) for column in self.columns for row in column.cards.chosen_rows()]

    def select(self, task: int) -> bool:
        """Put the cursor on a task; whether the board has it."""
        for column in self.columns:
            place = column.model.place(task)
            if place is not None:
                column.cards.select(place)
                return True
        return False

    def take_focus(self) -> None:
        """The cursor goes to its card."""
        columns = [column for column in self.columns if column.cards.selectionModel().hasSelection()]
        (columns or self.columns)[0].cards.setFocus()

    def _came(self, at: int) -> None:
        """The cursor is in one column only."""
        if not self.columns[at].cards.selectionModel().hasSelection():
            return
        for other, column in enumerate(self.columns):
            if other != at:
                column.cards.clearSelection()
        self.ensureWidgetVisible(self.columns[at], 0, 0)
        self.chosen.emit()

    def _aside(self, at: int, step: int) -> None:
        """Left or Right: the card at the same height in the next column that has any."""
        height = self.columns[at].cards.currentIndex().row()
        to = at + step
        while 0 <= to < len(self.columns):
            column = self.columns[to]
            if column.model.ids:
                column.cards.setFocus()
                column.cards.select(min(height, len(column.model.ids) - 1))
                return
            to += step


class LaneView(QWidget):
    """One column: its name, how many tasks it has, and their cards."""

    asked_menu = Signal(QPoint)

    def __init__(self, desk: Desk, lane: Lane) -> None:
        super().__init__()
        self._desk, self._lane = desk, lane
        self.model = TaskModel(desk)
        self._name, self._count = label(lane.name, "strong"), label("", "muted")
        self.cards = Cards(desk, f"lane-{lane.key}", lane.name)
        self.cards.setModel(self.model)
        self.cards.setItemDelegate(CardDelegate(desk, self.model))
        self.cards.only_titles(self.model)
        self.cards.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.cards.customContextMenuRequested.connect(
            lambda at: self.asked_menu.emit(self.cards.viewport().mapToGlobal(at))
        )
        self.setMinimumWidth(desk.theme.px(_LEAST))
        box, head = QVBoxLayout(self), QHBoxLayout()
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(tokens.GRID)
        head.setContentsMargins(tokens.GRID * 2, tokens.GRID, 0, 0)
        head.addWidget(self._name)
        head.addWidget(self._count)
        head.addStretch(1)
        box.addLayout(head)
        box.addWidget(self.cards, 1)

    def show_ids(self, ids: array[int]) -> None:
        """Show other tasks, or the same read anew. An empty column that is rare is left out."""
        if ids == self.model.ids:
            self.model.refresh()
        else:
            self.model.show(ids)
        self._count.setText(self._desk.words.count(len(ids)))
        self.setVisible(bool(ids) or self._lane.key != "other")


class Cards(Table):
    """The cards of a column as a table of one column: only what is in view is read."""

    aside = Signal(int)
    """Left (-1) or Right (1) was pressed."""

    def only_titles(self, model: TaskModel) -> None:
        """One column, as wide as there is room."""
        self.setStyleSheet("selection-background-color: transparent;")  # a card paints its own ground
        self.horizontalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self._desk.theme.px(HEIGHT))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for at, column in enumerate(model.columns):
            self.setColumnHidden(at, column.key != TITLE)
            if column.key == TITLE:
                self.horizontalHeader().setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Looking through every card for what begins with a letter would take long: Ctrl+F finds."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Left and Right lead to the columns beside."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.aside.emit(-1 if event.key() == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)
