"""Cán bộ: the people of the unit in view with what lies on their desks, and beside the list the one selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from tracker.domain.matching import matching
from tracker.ui import tokens
from tracker.ui.pages import Page
from tracker.ui.pages.officials import columns as columns_
from tracker.ui.pages.officials import rows
from tracker.ui.pages.officials.deeds import Deeds
from tracker.ui.pages.officials.detail import OfficialDetail
from tracker.ui.pages.officials.head import Head
from tracker.ui.widgets.basics import button, card, empty
from tracker.ui.widgets.panes import Panes
from tracker.ui.widgets.tables import RowsModel, Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from tracker.figures.roster import Member
    from tracker.ui.desk import Desk
    from tracker.ui.pages.officials.columns import Line

QUESTION = "officials"


class OfficialsPage(Page):
    """The page of people."""

    of_period = True
    guide = "can-bo"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._members: list[Member] = []
        self._lines: dict[bool, list[Line]] = {False: [], True: []}
        self._filled = self._filling = False
        self._wanted: int | None = None
        self.deeds = Deeds(desk, self)
        self.head, self.detail = Head(desk), OfficialDetail(desk)
        self.table = Table(desk, "officials", self.text("Officials"))
        self.model: RowsModel[Line] = RowsModel(columns_.columns(desk), lambda line: columns_.sentence(desk, line))
        self.table.show_rows(self.model)
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

    def show_what(self, **what: object) -> None:
        """Show a person (`official`: the id), or those whom some words (`search`) find."""
        if "search" in what:
            self.head.search.setText(str(what["search"]))
        if isinstance(official := what.get("official"), int):
            self._wanted = official
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
        """Ctrl+P: the list as it stands, on paper."""
        from tracker.ui.printing import print_table

        model, head = self.model, self.table.horizontalHeader()
        shown = [head.logicalIndex(at) for at in range(head.count())]
        rows_ = [[model.cell(at, column) for column in shown] for at in range(len(model.rows))]
        headings = [model.columns[at].title for at in shown]
        print_table(self.desk, self, self.head.print_name(), headings, rows_, self.head.note())

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
        """List and detail."""
        return [self.table, self.detail]

    # --- the list -----------------------------------------------------------------------------------------------------

    def current(self) -> Member | None:
        """The person under the cursor."""
        at = self.table.currentIndex().row()
        return self.model.rows[at].member if 0 <= at < len(self.model.rows) else None

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
        self.table.select(at)
        self._wanted, self._filling = None, False
        self._stack.setCurrentWidget(self.table if lines else self._nothing)
        self._show_detail()

    def _sorted(self, lines: list[Line]) -> None:
        """Show rows in the order that was chosen."""
        self.model.show(lines)
        head = self.table.horizontalHeader()
        if head.sortIndicatorSection() < len(self.model.columns):
            self.model.sort(head.sortIndicatorSection(), head.sortIndicatorOrder())

    def _show_detail(self) -> None:
        if self.sides.shows_aside:
            self.detail.show_member(self.current())

    def _enter(self) -> None:
        self.sides.draw(out=True)
        self._show_detail()
        self.detail.setFocus()

    # --- leading on ---------------------------------------------------------------------------------------------------

    def _open_cell(self, row: int, column: int) -> None:
        self._open_figure(self.model.columns[column].key, self.model.rows[row].member)

    def _open_figure(self, figure: str, member: Member | None = None) -> None:
        """Show the tasks behind a number."""
        member = member or self.current()
        if member is not None:
            rows.open_figure(self.desk, member, figure)

    def _menu(self, at: QPoint) -> None:
        member = self.current()
        if member is not None:
            self.deeds.menu(member).popup(at)

    def _with_current(self, deed: Callable[[Member], object]) -> Callable[[], object]:
        """A deed for whoever is selected."""

        def done() -> None:
            member = self.current()
            if member is not None:
                deed(member)

        return done

    # --- putting it together ------------------------------------------------------------------------------------------

    def _list_card(self) -> QWidget:
        frame, box = card("officials-list", margin=tokens.GRID, spacing=tokens.GRID)
        box.setContentsMargins(tokens.GRID, tokens.GAP, tokens.GRID, tokens.GRID)
        self._nothing = empty(
            self.text("Nobody is found here."),
            button(self.text("Add an official"), "add-first", self.deeds.add),
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
        head.gone.toggled.connect(lambda _: self._show())
        head.import_.triggered.connect(lambda _=False: self._import())
        head.export.triggered.connect(lambda _=False: self._export())
        head.print.triggered.connect(lambda _=False: self.print_list())
        table.current_row.connect(lambda _: None if self._filling else self._show_detail())
        table.entered_row.connect(lambda _: self._enter())
        table.opened.connect(self._open_cell)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(lambda at: self._menu(table.viewport().mapToGlobal(at)))
        detail.closed.connect(self.back)
        detail.moved.connect(self._with_current(self.deeds.move))
        detail.appointed.connect(self._with_current(self.deeds.appoint))
        detail.handed_over.connect(self._with_current(self.deeds.hand_over_all))
        detail.asked_menu.connect(lambda below: self._menu(below.mapToGlobal(QPoint(0, below.height()))))
        detail.opened.connect(self._open_figure)
        self.sides.turned.connect(self._turned)
        QShortcut(QKeySequence("F2"), self, self._with_current(self.deeds.edit), context=_HERE)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """With more room the list has more columns."""
        super().resizeEvent(event)
        roomy = self.table.viewport().width() >= self.desk.theme.px(columns_.ROOMY)
        at = [column.key for column in self.model.columns].index(columns_.RIGHTS)
        self.table.setColumnHidden(at, not roomy)

    def _turned(self) -> None:
        self.detail.shut.setVisible(self.sides.narrow)
        self._show_detail()

    def _import(self) -> None:
        self.desk.go("import", what="officials")

    def _export(self) -> None:
        from tracker.figures import books
        from tracker.store import units
        from tracker.ui import excel

        desk = self.desk
        within = None if desk.unit is None else units.subtree(desk.store, desk.unit, desk.today)
        excel.write_book(desk, self, "officials", books.officials(desk.store, within))


_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut
