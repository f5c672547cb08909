"""Đơn vị: the tree of units as of a day with heads, people and figures, and beside it the one selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.ui.pages.records import RecordsPage
from tracker.ui.pages.units import rows
from tracker.ui.pages.units.deeds import Deeds
from tracker.ui.pages.units.detail import UnitDetail
from tracker.ui.pages.units.head import Head
from tracker.ui.pages.units.table import PEOPLE, TREE, TreeTable, columns
from tracker.ui.widgets.tables import RowsModel

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tracker.domain.units import UnitId
    from tracker.ui.desk import Desk
    from tracker.ui.pages.units.rows import Line

QUESTION = "units"


class UnitsPage(RecordsPage["Line"]):
    """The page of units."""

    guide = "don-vi"
    sheet = "units"
    record = "unit"
    head: Head
    detail: UnitDetail
    table: TreeTable
    deeds: Deeds

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._lines: list[Line] = []
        self._shut: set[UnitId] = set()
        self._day: date | None = None
        self.deeds = Deeds(desk, self)
        self.head, self.detail = Head(desk), UnitDetail(desk)
        self.model: RowsModel[Line] = RowsModel(columns(desk), self._sentence)
        self.table = TreeTable(desk, self.model, self._shut)
        self._lay_out(self.text("No unit is found here."), self.text("Add a unit"))
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

    def print_list(self) -> None:
        """Ctrl+P: the tree as it stands, on paper."""
        from tracker.ui.printing import print_table

        model = self.model
        headings = [column.title for column in model.columns]
        cells = [[self._printed(line, at) for at in range(len(model.columns))] for line in model.rows]
        print_table(self.desk, self, self.text("List of units"), headings, cells, self.head.note())

    # --- the tree -----------------------------------------------------------------------------------------------------

    @property
    def day(self) -> date:
        """The day the tree is of; today until another one is chosen."""
        return self._day or self.desk.today

    def current(self) -> Line | None:
        """The unit under the cursor."""
        return self.model.at(self.table.currentIndex().row())

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
        self._select(at)

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

    def _show_current(self) -> None:
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
            rows.open_figure(self.desk, line, key)

    def _open_figure(self, figure: str) -> None:
        line = self.current()
        if line is not None:
            rows.open_figure(self.desk, line, figure)

    def _open_unit(self, unit: int) -> None:
        self._wanted = unit
        self._show()

    def _add(self) -> None:
        line = self.current()
        self.deeds.add(line.branch.unit if line is not None else None)

    def _correct(self, one: Line) -> None:
        self.deeds.correct(one)

    # --- putting it together ------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        super()._connect()
        desk, detail = self.desk, self.detail
        self.head.day_chosen.connect(self._choose_day)
        self.table.folded.connect(self._fold)
        detail.corrected.connect(self._with_current(self._correct))
        detail.opened.connect(self._open_figure)
        detail.asked_people.connect(self._with_current(lambda line: rows.open_people(desk, line.id)))
        detail.asked_person.connect(lambda official: rows.open_people(desk, None, official))
        detail.asked_unit.connect(self._open_unit)

    def _export(self) -> None:
        from tracker.figures import books
        from tracker.ui import excel

        excel.write_book(self.desk, self, "units", books.units(self.desk.store, self.desk.today))
