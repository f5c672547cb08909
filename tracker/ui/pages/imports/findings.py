"""What a study found: the problems row by row, what would change, and the old font before and after its conversion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from tracker.ui import tokens
from tracker.ui.book_rows import Told
from tracker.ui.widgets.basics import label, link, row
from tracker.ui.widgets.tables import Column, RowsModel, Table

if TYPE_CHECKING:
    from tracker.ui.books import Study
    from tracker.ui.desk import Desk

PROBLEMS, CHANGES, LETTERS = range(3)


class Findings(QWidget):
    """Three lists behind tabs. A line leads to its cell in the preview."""

    cell_chosen = Signal(object, object)
    """Row and column (letter or None) of the line that has the cursor."""
    cell_entered = Signal(object, object)
    """Enter or a double click on a line: the cursor goes to that cell."""
    mark_wanted = Signal()
    """A copy of the book with its problems marked is wanted."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("clear", True)
        self.tabs = QTabBar()
        self.tabs.setObjectName("findings")
        self.tabs.setAccessibleName(desk.text("What was found"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.sum = label("", "strong")
        self.sum.setObjectName("sum")
        self.mark = link(desk.text("Save a copy with the problems marked …"), "mark", self.mark_wanted.emit)
        self._stack = QStackedWidget()
        self._problems = self._list("import-problems", desk.text("Problems"), self._problem_columns())
        self._changes = self._list("import-changes", desk.text("Changes"), self._change_columns())
        self._letters = self._list("import-letters", desk.text("Letters"), self._letter_columns())
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(tokens.GRID)
        box.addLayout(row(self.tabs, 1, self.sum, self.mark))
        box.addWidget(self._stack, 1)

    def show_study(self, study: Study) -> None:
        """Show what a study found, the most urgent list in front."""
        text = self._desk.text
        self._problems.show(study.told)
        self._changes.show(study.changes)
        self._letters.show(study.look.examples)
        self.tabs.setTabText(PROBLEMS, text("Problems ({count})", count=len(study.problems)))
        self.tabs.setTabText(CHANGES, text("Changes ({count})", count=len(study.changes)))
        self.tabs.setTabText(LETTERS, text("Letters ({count})", count=len(study.look.examples)))
        self.tabs.setTabEnabled(CHANGES, bool(study.changes))
        self.tabs.setTabEnabled(LETTERS, bool(study.look.examples))
        self.tabs.setCurrentIndex(_urgent(study))
        self.mark.setVisible(bool(study.problems))
        self.sum.setText(self._sum(study))

    def first(self) -> None:
        """Put the cursor into the list in front, on its first line."""
        table = self._stack.currentWidget()
        assert isinstance(table, Table)
        table.select(0)
        table.setFocus()

    def _sum(self, study: Study) -> str:
        text = self._desk.text
        if study.refused is not None:
            return ""
        if study.errors:
            return text("{count} errors keep the book out", count=study.errors)
        if not study.tried:
            return text("Not tried yet: nobody was chosen who acts")
        counts = {"made": study.made, "updated": study.updated, "unchanged": study.unchanged}
        return text("{made} new · {updated} changed · {unchanged} as they are", **counts)

    # --- the lists ----------------------------------------------------------------------------------------------------

    def _list(self, name: str, words: str, columns: list[Column[Any]]) -> RowsModel[Any]:
        table, model = Table(self._desk, name, words), RowsModel[Any](columns)
        table.setSelectionMode(Table.SelectionMode.SingleSelection)
        table.show_rows(model, sortable=False)
        table.current_row.connect(lambda at: self._tell(model, at, entered=False))
        table.entered_row.connect(lambda at: self._tell(model, at, entered=True))
        self.tabs.addTab(words)
        self._stack.addWidget(table)
        return model

    def _tell(self, model: RowsModel[Any], at: int, *, entered: bool) -> None:
        line = model.at(at)
        if isinstance(line, Told):
            (self.cell_entered if entered else self.cell_chosen).emit(line.row, line.column)

    def _problem_columns(self) -> list[Column[Any]]:
        text = self._desk.text
        kinds = {True: text("Error"), False: text("Told only")}
        return [
            Column(key="kind", title=text("Kind"), width=80, text=lambda line: kinds[line.fatal], look="strong"),
            Column(key="row", title=text("Row"), width=64, text=lambda line: _shown(line.row)),
            Column(key="column", title=text("Column"), width=64, text=lambda line: _shown(line.column)),
            self._words(text("What is wrong, and what to do")),
        ]

    def _change_columns(self) -> list[Column[Any]]:
        title = self._desk.text("Row")
        row_column: Column[Any] = Column(key="row", title=title, width=64, text=lambda line: _shown(line.row))
        return [row_column, self._words(self._desk.text("What the book changes"))]

    def _letter_columns(self) -> list[Column[Any]]:
        text = self._desk.text
        before: Column[Any] = Column(
            key="before", title=text("As it stands in the file"), width=420, text=lambda pair: pair[0], look="muted"
        )
        return [before, Column(key="words", title=text("As it is read"), width=420, text=lambda p: p[1], stretch=True)]

    def _words(self, title: str) -> Column[Any]:
        return Column(key="words", title=title, width=420, text=lambda line: line.words, stretch=True)


def _shown(place: object) -> str:
    return "–" if place is None else str(place)


def _urgent(study: Study) -> int:
    if study.problems:
        return PROBLEMS
    if study.look.examples:
        return LETTERS
    return CHANGES if study.changes else PROBLEMS
