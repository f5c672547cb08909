"""Đơn vị: the tree of units as of a day with heads, people and figures, and beside it the one selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from tracker.ui import tokens
from tracker.ui.pages import Page
from tracker.ui.pages.units import rows
from tracker.ui.pages.units.deeds import Deeds
from tracker.ui.pages.units.detail import UnitDetail
from tracker.ui.pages.units.head import Head
from tracker.ui.pages.units.table import PEOPLE, RATE, TREE, TreeTable, columns
from tracker.ui.widgets.basics import button, card, empty
from tracker.ui.widgets.panes import Panes
from tracker.ui.widgets.tables import RowsModel

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tracker.domain.units import UnitId
    from tracker.ui.desk import Desk
    from tracker.ui.pages.units.rows import Line

QUESTION = "units"


class UnitsPage(Page):
    """The page of units."""

    of_period = True
    guide = "don-vi"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._lines: list[Line] = []
        self._shut: set[UnitId] = set()
        self._day: date | None = None
        self._wanted: int | None = None
        self._filled = self._filling = False
        self.deeds = Deeds(desk, self)
        self.head, self.detail = Head(desk), UnitDetail(desk)
        self.model: RowsModel[Line] = RowsModel(columns(desk), self._sentence)
        self.table = TreeTable(desk, self.model, self._shut)
        self.sides = Panes(desk, self._list_card(), self.detail)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.sides)
        self._connect()
        self._turned()
        self.reload()

    # --- what the window asks -----------------------------------------------------------------------------------------

    def heading(self) -> str:
        """The title of the page."""
        return self.text("Units")

    def note(self) -> str:
        """The day, where it is not today."""
        return "" if self._day is None else self.text("as of {day}", day=self._day)

    def primary(self) -> tuple[str, Callable[[], object]] | None:
        """A new unit, below the one selected."""
        return self.text("Add a unit"), self._add

    def reload(self) -> None:
        """Read the tree anew; cursor and folds stay."""
        desk = self.desk
        asked = rows.Asked(desk.unit, self.day, desk.period, desk.today)
        if self._day is None:
            self.head.show_day(desk.today)
        desk.reading.ask(QUESTION, lambda store, _: rows.read(store, asked), self._answered, urgent=True)

    def show_what(self, **what: object) -> None:
        """Show a unit (`unit`: the id), or those whom some words (`search`) find."""
        if "search" in what:
            self.head.search.setText(str(what["search"]))
        if isinstance(unit := what.get("unit"), int):
            self._wanted = unit
            self.sides.draw(out=True)
            if self._filled:
                self._show()
        if not self._filled or self.stale:
            self.stale = False
            self.reload()

    def find_here(self) -> None:
        """Ctrl+F: the cursor goes into the search."""
        self.head.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.head.search.selectAll()

    def print_list(self) -> None:
        """Ctrl+P: the tree as it stands, on paper."""
        from tracker.ui.printing import print_table

        model = self.model
        headings = [column.title for column in model.columns]
        cells = [[self._printed(line, at) for at in range(len(model.columns))] for line in model.rows]
        print_table(self.desk, self, self.text("List of units"), headings, cells, self.head.note())

    def back(self) -> bool:
        """Esc: empty the search, shut the drawer, or come back from the detail."""
        if self.head.search.hasFocus() and self.head.search.text():
            self.head.search.clear()
            return True
        focus = QApplication.focusWidget()
        inside = focus is not None and self.detail.isAncestorOf(focus)
        moved = self.sides.draw(out=False)
        if moved or inside:
            self.table.setFocus()
        return moved or inside

    def panes(self) -> list[QWidget]:
        """Tree and detail."""
        return [self.table, self.detail]

    # --- the tree -----------------------------------------------------------------------------------------------------

    @property
    def day(self) -> date:
        """The day the tree is of; today until another one is chosen."""
        return self._day or self.desk.today

    def current(self) -> Line | None:
        """The unit under the cursor."""
        at = self.table.currentIndex().row()
        return self.model.rows[at] if 0 <= at < len(self.model.rows) else None

    def _answered(self, lines: list[Line]) -> None:
        self._lines, self._filled = lines, True
        self._show()
        self.noted.emit()

    def _show(self) -> None:
        """The rows that are seen, the cursor where it was."""
        before = self.current()
        wanted = self._wanted or (before.id if before else None)
        if self._wanted:
            self._unfold_to(self._wanted)
        self._filling = True
        self.model.show(rows.shown(self._lines, self._shut, self.head.search.text()))
        self.head.tell(len(self._lines))
        at = next((at for at, line in enumerate(self.model.rows) if line.id == wanted), 0)
        self.table.select(at)
        self._wanted, self._filling = None, False
        self._stack.setCurrentWidget(self.table if self.model.rows else self._nothing)
        self._show_detail()

    def _unfold_to(self, unit: int) -> None:
        """Nothing above a unit hides it."""
        path: list[Line] = []
        for line in self._lines:
            del path[line.depth :]
            if line.id == unit:
                self._shut.difference_update(above.id for above in path)
                return
            path.append(line)

    def _fold(self, unit: UnitId, shut: bool) -> None:
        (self._shut.add if shut else self._shut.discard)(unit)
        self._wanted = unit
        self._show()

    def _show_detail(self) -> None:
        if self.sides.shows_aside:
            self.detail.show_unit(self.current(), self.day)

    def _choose_day(self, day: date | None) -> None:
        self._day = day
        self.reload()

    def _sentence(self, line: Line) -> str:
        """A row for whoever hears it."""
        counts = line.branch.counts
        return self.text(
            "{name}, {people} people, {total} tasks, {overdue} overdue",
            name=line.name,
            people=line.branch.people,
            total=counts.total,
            overdue=counts.doing_overdue,
        )

    def _printed(self, line: Line, column: int) -> str:
        """A cell on paper, where an indent is made of blanks."""
        told = self.model.columns[column].text(line)
        return "\u2003" * line.depth + told if self.model.columns[column].key == TREE else told

    # --- leading on ---------------------------------------------------------------------------------------------------

    def _open_cell(self, row: int, column: int) -> None:
        key, line = self.model.columns[column].key, self.model.rows[row]
        if key == PEOPLE:
            rows.open_people(self.desk, line.id)
        else:
            rows.open_figure(self.desk, line, "total" if key == RATE else key)

    def _open_figure(self, figure: str) -> None:
        line = self.current()
        if line is not None:
            rows.open_figure(self.desk, line, figure)

    def _open_people(self) -> None:
        line = self.current()
        if line is not None:
            rows.open_people(self.desk, line.id)

    def _open_unit(self, unit: int) -> None:
        self._wanted = unit
        self._show()

    def _enter(self) -> None:
        self.sides.draw(out=True)
        self._show_detail()
        self.detail.setFocus()

    def _add(self) -> None:
        line = self.current()
        self.deeds.add(line.branch.unit if line is not None else None)

    def _menu(self, at: QPoint) -> None:
        line = self.current()
        if line is not None:
            self.deeds.menu(line).popup(at)

    def _correct(self) -> None:
        line = self.current()
        if line is not None:
            self.deeds.correct(line)

    # --- putting it together ------------------------------------------------------------------------------------------

    def _list_card(self) -> QWidget:
        frame, box = card("units-list", margin=tokens.GRID, spacing=tokens.GRID)
        box.setContentsMargins(tokens.GRID, tokens.GAP, tokens.GRID, tokens.GRID)
        self._nothing = empty(
            self.text("No unit is found here."),
            button(self.text("Add a unit"), "add-first", self.deeds.add),
            button(self.text("Import a list from Excel …"), "import-first", self._import),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nothing)
        box.addWidget(self.head)
        box.addWidget(self._stack, 1)
        return frame

    def _connect(self) -> None:
        head, table, detail = self.head, self.table, self.detail
        head.search.textChanged.connect(lambda _: self._show())
        head.search.left.connect(table.setFocus)
        head.day_chosen.connect(self._choose_day)
        head.import_.triggered.connect(lambda _=False: self._import())
        head.export.triggered.connect(lambda _=False: self._export())
        head.print.triggered.connect(lambda _=False: self.print_list())
        table.current_row.connect(lambda _: None if self._filling else self._show_detail())
        table.entered_row.connect(lambda _: self._enter())
        table.opened.connect(self._open_cell)
        table.folded.connect(self._fold)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(lambda at: self._menu(table.viewport().mapToGlobal(at)))
        detail.closed.connect(self.back)
        detail.corrected.connect(self._correct)
        detail.asked_menu.connect(lambda below: self._menu(below.mapToGlobal(QPoint(0, below.height()))))
        detail.opened.connect(self._open_figure)
        detail.asked_people.connect(self._open_people)
        detail.asked_person.connect(lambda official: rows.open_people(self.desk, None, official))
        detail.asked_unit.connect(self._open_unit)
        self.sides.turned.connect(self._turned)
        QShortcut(QKeySequence("F2"), self, self._correct, context=_HERE)

    def _turned(self) -> None:
        self.detail.shut.setVisible(self.sides.narrow)
        self._show_detail()

    def _import(self) -> None:
        self.desk.go("import", what="units")

    def _export(self) -> None:
        from tracker.figures import books
        from tracker.ui import excel

        excel.write_book(self.desk, self, "units", books.units(self.desk.store, self.desk.today))


_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut
