"""The preview of a book: its columns with the fields they are taken for, ten rows as read, and the rows with faults."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from tracker.ui import tokens
from tracker.ui.book_rows import Shown
from tracker.ui.widgets.tables import Column, RowDelegate, RowsModel, Table, draw_line

if TYPE_CHECKING:
    from tracker.ui.books import Study
    from tracker.ui.desk import Desk
    from tracker.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
WIDEST, NARROWEST = 260, 76


def letters_of(study: Study) -> list[str]:
    """The columns of the book that hold anything, from the left."""
    there = {*study.look.headings, *(letter for row in study.rows for letter in row.texts)}
    return sorted(there, key=lambda letter: (len(letter), letter))


def field_name(what: str, name: str) -> str:
    """A field by the heading that the program's own books have; these are Vietnamese as the books are."""
    from tracker.domain.book import What
    from tracker.exchange.headings import SERIAL, TABLES

    return SERIAL[0] if name == "serial" else TABLES[What(what)][name][0]


class PreviewModel(RowsModel[Shown]):
    """The rows of a study as a table."""

    def __init__(self, desk: Desk, study: Study) -> None:
        self._desk = desk
        self.study = study
        self.letters = letters_of(study)
        self.faults: dict[tuple[int, str], bool] = {}
        for problem in study.problems:
            if problem.row and problem.column:
                at = (problem.row, problem.column)
                self.faults[at] = problem.fatal or self.faults.get(at, False)
        self._effects = {"new": desk.text("new"), "changed": desk.text("changed"), "same": desk.text("as it is")}
        super().__init__([self._column(letter) for letter in self.letters])

    def _column(self, letter: str) -> Column[Shown]:
        title = f"{letter} · {self.study.look.headings.get(letter, '')}".removesuffix(" · ")
        return Column(
            key=letter, title=f"{title}\n{self.taken_for(letter)}", width=0, text=lambda row: row.texts.get(letter, "")
        )

    def taken_for(self, letter: str) -> str:
        """What the column is read as, in words."""
        name = self.study.columns.get(letter)
        if name is None:
            return self._desk.text("not read")
        return "→ " + field_name(self.study.said.what or "tasks", name)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Before each row its number in the book, and what becomes of it."""
        if orientation is Qt.Orientation.Horizontal or section >= len(self.rows):
            return super().headerData(section, orientation, role)
        if role == Qt.ItemDataRole.DisplayRole:
            row = self.rows[section]
            return " · ".join(part for part in (str(row.row), self._effects.get(row.effect)) if part)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell says its row, its heading and its text to a screen reader."""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            heading = self.columns[index.column()].title.replace("\n", " ")
            text = self.cell(index.row(), index.column())
            return self._desk.text(
                "Row {row}, {heading}: {text}", row=self.rows[index.row()].row, heading=heading, text=text
            )
        return super().data(index, role)

    def place(self, row: int | None, letter: str | None) -> tuple[int, int] | None:
        """Where a cell of the book stands in the table; its row where the column is not told."""
        at = next((at for at, shown in enumerate(self.rows) if shown.row == row), None)
        if at is None:
            return None
        return at, self.letters.index(letter) if letter in self.letters else 0

    def is_read(self, column: int) -> bool:
        """Whether the column means anything to the program."""
        return self.letters[column] in self.study.columns


class PreviewDelegate(RowDelegate):
    """Cells: what is not read is muted, what is wrong stands on its colour with a frame, so that it shows in grey."""

    def __init__(self, theme: Theme, model: PreviewModel) -> None:
        super().__init__(theme, model)
        self._preview = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell."""
        theme, model = self._theme, self._preview
        box: QRect = option.rect
        row, column = model.rows[index.row()], index.column()
        fault = model.faults.get((row.row, model.letters[column]))
        text = model.cell(index.row(), column)
        if fault is not None:
            ink = theme.colours.overdue if fault else theme.colours.due_soon
            painter.fillRect(box, QColor(ink.tint))
            painter.setPen(QPen(QColor(ink.ink), 1))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
            colour = QColor(ink.ink)
        else:
            colour = theme.text if model.is_read(column) else theme.muted
            painter.setPen(theme.row_line)
            painter.drawLine(box.bottomLeft(), box.bottomRight())
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(theme.accent, 2))
            painter.drawRect(box.adjusted(1, 1, -1, -2))
        inner = box.adjusted(tokens.GAP - 2, 0, -(tokens.GAP - 2) // 2, -1)
        draw_line(painter, theme, inner, text, colour)


class Preview(Table):
    """The table; a cell of it is chosen, not a row."""

    column_chosen = Signal(str)
    """The letter of the book's column that has the cursor; "" for none."""
    mapping_wanted = Signal()
    """A heading was clicked, or Enter pressed: the column is to be read as something else."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "import-preview", desk.text("The book as it is read"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        head = self.horizontalHeader()
        head.setSectionsMovable(False)
        head.setSectionsClickable(True)
        head.setFixedHeight(desk.theme.px(tokens.HEADER + 14))
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.sectionClicked.connect(self._heading)
        self.verticalHeader().show()
        self.verticalHeader().setHighlightSections(False)
        self.entered_row.connect(lambda _: self.mapping_wanted.emit())
        self._shown: PreviewModel | None = None

    def show_study(self, study: Study) -> None:
        """Show what a study read."""
        theme, old = self._desk.theme, self.currentIndex()
        model = PreviewModel(self._desk, study)
        model.show(study.rows)
        self._shown = model
        self.setModel(model)
        self.setItemDelegate(PreviewDelegate(theme, model))
        for at in range(model.columnCount()):
            self.setColumnWidth(at, self._width(model, at))
        if old.isValid() and old.column() < model.columnCount() and model.rowCount():
            self.setCurrentIndex(model.index(min(old.row(), model.rowCount() - 1), old.column()))

    def _width(self, model: PreviewModel, column: int) -> int:
        """As wide as heading and cells want, within bounds."""
        theme = self._desk.theme
        heading = max(theme.small_metrics.horizontalAdvance(line) for line in model.columns[column].title.split("\n"))
        cells = max(
            (theme.body_metrics.horizontalAdvance(model.cell(at, column)[:60]) for at in range(model.rowCount())),
            default=0,
        )
        return min(max(heading + 3 * tokens.GAP, cells + 2 * tokens.GAP, theme.px(NARROWEST)), theme.px(WIDEST))

    @property
    def letter(self) -> str:
        """The book's column that has the cursor; "" for none."""
        index = self.currentIndex()
        return self._shown.letters[index.column()] if self._shown and index.isValid() else ""

    def go_to(self, row: int | None, letter: str | None) -> bool:
        """Put the cursor into a cell of the book; whether the preview has it."""
        place = self._shown.place(row, letter) if self._shown else None
        if place is None or self._shown is None:
            return False
        index = self._shown.index(*place)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        return True

    def copy(self, *, headings: bool = False) -> None:  # noqa: ARG002 - a cell has no headings
        """The text of the cell."""
        QGuiApplication.clipboard().setText(str(self.currentIndex().data() or ""))

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Tell the column that has the cursor."""
        super().currentChanged(current, previous)
        self.column_chosen.emit(self.letter)

    def _heading(self, column: int) -> None:
        if self._shown is None or not self._shown.rowCount():
            return
        self.setCurrentIndex(self._shown.index(max(0, self.currentIndex().row()), column))
        if self.letter:
            self.mapping_wanted.emit()
