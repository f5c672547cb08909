"""How the tasks of a list are shown: rows, a board, a month. One cursor: what is chosen on board or month is chosen in
the list, whose task the keys, the menu and the detail mean.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from tracker.ui.pages.tasks.head import BOARD, LIST, MONTH

if TYPE_CHECKING:
    from tracker.ui.desk import Desk
    from tracker.ui.pages.tasks.board import Board
    from tracker.ui.pages.tasks.month import Month
    from tracker.ui.pages.tasks.table import TaskTable
    from tracker.ui.views import Asked

QUESTION = "tasks-shape"


class Shapes(QStackedWidget):
    """The list with its other shapes, made when first wanted, and what stands in their place when there is no task."""

    entered = Signal()
    asked_menu = Signal(QPoint)
    turned = Signal()
    """Another month is shown: ask anew."""
    opened = Signal(str)
    """The tasks of a day are wanted as a list."""

    def __init__(self, desk: Desk, table: TaskTable, nothing: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self.table, self.nothing = table, nothing
        self.shape = LIST
        self._made: dict[str, Board | Month] = {}
        self.addWidget(table)
        self.addWidget(nothing)

    def turn_to(self, shape: str) -> None:
        """Show the tasks in another way."""
        self.shape = shape
        if shape != LIST and shape not in self._made:
            self._made[shape] = self._make(shape)
            self.addWidget(self._made[shape])

    def show_or_say(self, *, empty: bool) -> None:
        """Show the tasks, or why there are none; a month stays a month."""
        if empty and self.shape != MONTH:
            self.setCurrentWidget(self.nothing)
        else:
            self.setCurrentWidget(self._made.get(self.shape) or self.table)

    def ask(self, asked: Asked) -> None:
        """Have board or month find their tasks."""
        shown = self._made.get(self.shape) if self.shape != LIST else None
        if shown is not None:
            self._desk.reading.ask(QUESTION, shown.question(asked), shown.show_answer, urgent=True)

    def select(self, task: int) -> bool:
        """Put the cursor on a task, in every shape; whether the list has it."""
        shown = self._made.get(self.shape)
        if shown is not None:
            shown.select(task)
        return self.table.select(task)

    def take_focus(self) -> None:
        """The cursor goes where the tasks are."""
        shown = self._made.get(self.shape) if self.shape != LIST else None
        if shown is not None:
            shown.take_focus()
        else:
            self.table.setFocus()

    def has_focus(self) -> bool:
        """Whether the cursor is where the tasks are."""
        focus, shown = QApplication.focusWidget(), self.currentWidget()
        return shown is not None and focus is not None and (focus is shown or shown.isAncestorOf(focus))

    def _make(self, shape: str) -> Board | Month:
        made: Board | Month
        if shape == BOARD:
            from tracker.ui.pages.tasks.board import Board

            made = Board(self._desk)
        else:
            from tracker.ui.pages.tasks.month import Month

            made = Month(self._desk)
            made.turned.connect(self.turned)
            made.opened.connect(self.opened)
        made.chosen.connect(lambda: self._follow(made))
        made.entered.connect(self.entered)
        made.asked_menu.connect(self.asked_menu)
        return made

    def _follow(self, made: Board | Month) -> None:
        self.table.select_tasks(made.selected(), made.current())
