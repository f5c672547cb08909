"""Cán bộ: the people of the unit in view with what lies on their desks, and beside the list the one selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.matching import matching
from tracker.ui.pages.officials import columns as columns_
from tracker.ui.pages.officials import rows
from tracker.ui.pages.officials.deeds import Deeds
from tracker.ui.pages.officials.detail import OfficialDetail
from tracker.ui.pages.officials.head import Head
from tracker.ui.pages.records import RecordsPage
from tracker.ui.widgets.tables import RowsModel, Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from tracker.figures.roster import Member
    from tracker.ui.desk import Desk
    from tracker.ui.pages.officials.columns import Line

QUESTION = "officials"


class OfficialsPage(RecordsPage["Member"]):
    """The page of people."""

    guide = "can-bo"
    sheet = "officials"
    record = "official"
    head: Head
    detail: OfficialDetail
    deeds: Deeds

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._members: list[Member] = []
        self._lines: dict[bool, list[Line]] = {False: [], True: []}
        self.deeds = Deeds(desk, self)
        self.head, self.detail = Head(desk), OfficialDetail(desk)
        self.table = Table(desk, "officials", self.text("Officials"))
        self.model: RowsModel[Line] = RowsModel(columns_.columns(desk), lambda line: columns_.sentence(desk, line))
        self.table.show_rows(self.model)
        self._lay_out(self.text("Nobody is found here."), self.text("Add an official"))
        self.reload()

    # --- what the window asks -----------------------------------------------------------------------------------------

    def heading(self) -> str:
        """The title of the page."""
        return self.text("Officials")

    def note(self) -> str:
        """How many serve."""
        serving = sum(not member.left for member in self._members)
        return self.text("{count} people", count=serving) if self._filled else ""

    def primary(self) -> tuple[str, Callable[[], object]] | None:
        """A new person."""
        return self.text("Add an official"), self.deeds.add

    def reload(self) -> None:
        """Read everybody anew; cursor and place stay."""
        asked = rows.Asked(self.desk.unit, self.desk.period, self.desk.today)
        self.desk.reading.ask(QUESTION, lambda store, _: rows.read(store, asked), self._answered, urgent=True)

    def print_list(self) -> None:
        """Ctrl+P: the list as it stands, on paper."""
        from tracker.ui.printing import print_table

        model, head = self.model, self.table.horizontalHeader()
        shown = [head.logicalIndex(at) for at in range(head.count())]
        rows_ = [[model.cell(at, column) for column in shown] for at in range(len(model.rows))]
        headings = [model.columns[at].title for at in shown]
        print_table(self.desk, self, self.head.print_name(), headings, rows_, self.head.note())

    # --- the list -----------------------------------------------------------------------------------------------------

    def current(self) -> Member | None:
        """The person under the cursor."""
        line = self.model.at(self.table.currentIndex().row())
        return line.member if line is not None else None

    def _answered(self, members: list[Member]) -> None:
        self._members, self._filled = members, True
        self._lines = {gone: columns_.lines([each for each in members if each.left == gone]) for gone in (False, True)}
        self._show()
        self.noted.emit()

    def _show(self) -> None:
        """The people whom the filters let through, the cursor where it was."""
        before = self.current()
        wanted = self._wanted or (before.official.id if before else None)
        left = sum(member.left for member in self._members)
        if self._wanted and any(member.left and member.official.id == self._wanted for member in self._members):
            self.head.gone.setChecked(True)
        lines = matching(self._lines[self.head.gone.isChecked()], self.head.search.text())
        self._filling = True
        self._sorted(lines)
        self.head.tell(len(lines), left)
        at = next((at for at, line in enumerate(self.model.rows) if line.member.official.id == wanted), 0)
        self._select(at)

    def _sorted(self, lines: list[Line]) -> None:
        """Show rows in the order that was chosen."""
        self.model.show(lines)
        head = self.table.horizontalHeader()
        if head.sortIndicatorSection() < len(self.model.columns):
            self.model.sort(head.sortIndicatorSection(), head.sortIndicatorOrder())

    def _show_current(self) -> None:
        self.detail.show_member(self.current())

    # --- leading on ---------------------------------------------------------------------------------------------------

    def _open_cell(self, row: int, column: int) -> None:
        self._open_figure(self.model.columns[column].key, self.model.rows[row].member)

    def _open_figure(self, figure: str, member: Member | None = None) -> None:
        """Show the tasks behind a number."""
        member = member or self.current()
        if member is not None:
            rows.open_figure(self.desk, member, figure)

    def _correct(self, one: Member) -> None:
        self.deeds.edit(one)

    # --- putting it together ------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        super()._connect()
        self.head.gone.toggled.connect(lambda _: self._show())
        self.detail.moved.connect(self._with_current(self.deeds.move))
        self.detail.appointed.connect(self._with_current(self.deeds.appoint))
        self.detail.handed_over.connect(self._with_current(self.deeds.hand_over_all))
        self.detail.opened.connect(self._open_figure)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """With more room the list has more columns."""
        super().resizeEvent(event)
        roomy = self.table.viewport().width() >= self.desk.theme.px(columns_.ROOMY)
        at = [column.key for column in self.model.columns].index(columns_.RIGHTS)
        self.table.setColumnHidden(at, not roomy)

    def _export(self) -> None:
        from tracker.figures import books
        from tracker.store import units
        from tracker.ui import excel

        desk = self.desk
        within = None if desk.unit is None else units.subtree(desk.store, desk.unit, desk.today)
        excel.write_book(desk, self, "officials", books.officials(desk.store, within))
