"""What the pages of people and units have in common: a list with figures, beside it the one selected, and its deeds."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QMenu, QStackedWidget, QVBoxLayout, QWidget

from tracker.ui import tokens, wording
from tracker.ui.pages import Page
from tracker.ui.widgets.basics import button, card, empty, icon_button, label, row
from tracker.ui.widgets.counts import CountsGrid, said
from tracker.ui.widgets.panes import DetailCard, Panes
from tracker.ui.widgets.search import SearchField
from tracker.ui.widgets.tables import Column

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from decimal import Decimal

    from PySide6.QtWidgets import QDialog

    from tracker.domain.officials import Appointment, OfficialId
    from tracker.domain.units import UnitId
    from tracker.figures.types import Counts
    from tracker.ui.desk import Desk
    from tracker.ui.widgets.tables import Table

R = TypeVar("R")
"""What a row of the list stands for."""
DASH = "–"
"""Where there is nothing to count, and nobody to name."""
RATE = "rate"
"""The column of the rate, whose cells open all tasks of the period."""


class RecordsPage(Page, Generic[R]):
    """A page of records. Whoever fills it makes `head`, `detail`, `table` and `deeds`, then calls `_lay_out`."""

    of_period = True
    sheet: ClassVar[str]
    """The kind of its list in an import."""
    record: ClassVar[str]
    """By what name `show_what` is told one of them."""
    head: RecordsHead
    detail: RecordDetail
    table: Table
    deeds: RecordDeeds[R]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._filled = self._filling = False
        self._wanted: int | None = None

    # --- what the window asks -----------------------------------------------------------------------------------------

    def show_what(self, **what: object) -> None:
        """Show one of them (by `record`: the id), or those whom some words (`search`) find."""
        if "search" in what:
            self.head.search.setText(str(what["search"]))
        if isinstance(wanted := what.get(self.record), int):
            self._wanted = wanted
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

    # --- what differs -------------------------------------------------------------------------------------------------

    def current(self) -> R | None:
        """What is under the cursor."""
        raise NotImplementedError

    def _show(self) -> None:
        """Show the rows that the filters let through, the cursor where it was."""
        raise NotImplementedError

    def _show_current(self) -> None:
        """Show in the detail what is under the cursor."""
        raise NotImplementedError

    def _correct(self, one: R) -> None:
        """F2."""
        raise NotImplementedError

    def _open_cell(self, row: int, column: int) -> None:
        """A number of the list was chosen."""
        raise NotImplementedError

    def _export(self) -> None:
        """Write the list as a sheet of Excel."""
        raise NotImplementedError

    # --- going about --------------------------------------------------------------------------------------------------

    def _select(self, at: int) -> None:
        """The cursor goes to a row of a list just filled."""
        self.table.select(at)
        self._wanted, self._filling = None, False
        self._stack.setCurrentWidget(self.table if self.table.model().rowCount() else self._nothing)
        self._show_detail()

    def _show_detail(self) -> None:
        if self.sides.shows_aside:
            self._show_current()

    def _enter(self) -> None:
        self.sides.draw(out=True)
        self._show_detail()
        self.detail.setFocus()

    def _menu(self, at: QPoint) -> None:
        if (one := self.current()) is not None:
            self.deeds.menu(one).popup(at)

    def _with_current(self, deed: Callable[[R], object]) -> Callable[[], object]:
        """A deed for what is under the cursor."""

        def done() -> None:
            if (one := self.current()) is not None:
                deed(one)

        return done

    def _import(self) -> None:
        self.desk.go("import", what=self.sheet)

    # --- putting it together ------------------------------------------------------------------------------------------

    def _lay_out(self, nothing: str, add: str) -> None:
        """List and detail side by side; `nothing`: what an empty list says, `add`: the first step out of it."""
        frame, box = card(f"{self.sheet}-list", margin=tokens.GRID, spacing=tokens.GRID)
        box.setContentsMargins(tokens.GRID, tokens.GAP, tokens.GRID, tokens.GRID)
        self._nothing = empty(
            nothing,
            button(add, "add-first", self.deeds.add),
            button(self.text("Import a list from Excel …"), "import-first", self._import),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nothing)
        box.addWidget(self.head)
        box.addWidget(self._stack, 1)
        self.sides = Panes(self.desk, frame, self.detail)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.sides)
        self._connect()
        self._turned()

    def _connect(self) -> None:
        head, table, detail = self.head, self.table, self.detail
        head.search.textChanged.connect(lambda _: self._show())
        head.search.left.connect(table.setFocus)
        head.import_.triggered.connect(lambda _=False: self._import())
        head.export.triggered.connect(lambda _=False: self._export())
        head.print.triggered.connect(lambda _=False: self.print_list())
        table.current_row.connect(lambda _: None if self._filling else self._show_detail())
        table.entered_row.connect(lambda _: self._enter())
        table.opened.connect(self._open_cell)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(lambda at: self._menu(table.viewport().mapToGlobal(at)))
        detail.closed.connect(self.back)
        detail.asked_menu.connect(lambda below: self._menu(below.mapToGlobal(QPoint(0, below.height()))))
        self.sides.turned.connect(self._turned)
        QShortcut(QKeySequence("F2"), self, self._with_current(self._correct), context=_HERE)

    def _turned(self) -> None:
        self.detail.shut.setVisible(self.sides.narrow)
        self._show_detail()


class RecordsHead(QWidget):
    """The line above the list: name and count at the left, the tools at the right."""

    def __init__(self, desk: Desk, *, search: int) -> None:
        """`search`: the width of the field that searches."""
        super().__init__()
        self._desk = desk
        self.setProperty("clear", True)
        self._name, self._count = label("", "card"), label("", "muted")
        self._count.setObjectName("list-count")
        self.search = SearchField(desk, width=search)
        self.search.addAction(desk.theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._menu = QMenu(self)
        self._menu.setObjectName("sheet-menu")
        self.import_ = self._sheet_deed("import", desk.text("Import a list from Excel …"))
        self.export = self._sheet_deed("export", desk.text("Export to Excel …"))
        self.print = self._sheet_deed("print", desk.text("Print this list (Ctrl+P)"))
        self.sheet = icon_button(desk.theme.icon("sheet"), desk.text("Excel and print"), "sheet", self._open)

    def _lay_out(self, *tools: QWidget) -> None:
        """Put these tools before the search."""
        line = QHBoxLayout(self)
        line.setContentsMargins(tokens.GAP - 2, 0, tokens.GRID, 0)
        line.setSpacing(tokens.GAP - tokens.GRID)
        line.addWidget(self._name)
        line.addWidget(self._count)
        line.addStretch(1)
        for tool in (*tools, self.search, self.sheet):
            line.addWidget(tool)

    def _sheet_deed(self, name: str, words: str) -> QAction:
        deed = self._menu.addAction(words)
        deed.setObjectName(name)
        return deed

    def _open(self) -> None:
        self._menu.popup(self.sheet.mapToGlobal(QPoint(0, self.sheet.height())))


class RecordDetail(DetailCard):
    """The pane at the right: name, what it is, the deeds used most, and below them what scrolls, with its figures."""

    closed = Signal()
    """The drawer is to be shut."""
    asked_menu = Signal(QWidget)
    """All deeds are asked for: the button below which they open."""
    opened = Signal(str)
    """The tasks of a figure are asked for."""

    def _head(self, *deeds: QWidget) -> None:
        text = self.desk.text
        self._name, self._about = label("", "card", wrap=True, selectable=True), label("", "muted", wrap=True)
        self.shut = icon_button(self.desk.theme.icon("close"), text("Close (Esc)"), "shut", self.closed.emit)
        top = row(self._name, self.shut)
        top.setContentsMargins(0, 0, tokens.GAP, 0)
        self._whole.addLayout(top)
        self._whole.addWidget(self._about)
        more = button(text("More …"), "more", lambda: self.asked_menu.emit(more))
        self._buttons = (*deeds, more)
        self._whole.addLayout(row(*self._buttons, 1))
        self.setFocusProxy(more)

    def _figures(self, name: str) -> None:
        """The part with the figures of the period."""
        self._period: QLabel = self._section("")
        self._counts = CountsGrid(self.desk, name)
        self._counts.opened.connect(self.opened)
        self._body.addWidget(self._counts)

    def _tell_figures(self, counts: Counts) -> None:
        self._period.setText(wording.beginning(self.desk.period.name(self.desk.words.language)))
        self._counts.show_counts(counts)

    def _tell_nothing(self, words: str) -> None:
        """Nothing is selected."""
        self._name.setText(words)
        self._about.setText("")

    def _show_parts(self, *, shown: bool) -> None:
        """What there is only of something selected."""
        for each in (*self._buttons, self._scroll):
            each.setVisible(shown)


class RecordDeeds(Generic[R]):
    """The deeds for one page; each opens its dialog over it."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        self._desk, self._page = desk, page

    def menu(self, one: R) -> QMenu:
        """All deeds for one record."""
        raise NotImplementedError

    def add(self) -> None:
        """A new record."""
        raise NotImplementedError

    def _deed(self, menu: QMenu, name: str, words: str, deed: Callable[[], object]) -> QAction:
        action = menu.addAction(words)
        action.setObjectName(name)
        action.triggered.connect(lambda _=False: deed())
        return action

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut


# --- figures ----------------------------------------------------------------------------------------------------------


def count_column(key: str, title: str, width: int, count: Callable[[R], int]) -> Column[R]:
    """A number that opens what it counts."""
    return Column(
        key=key,
        title=title,
        width=width,
        text=lambda row: str(count(row) or DASH),
        look="right",
        link=lambda row: count(row) > 0,
        sort=count,
    )


def rate_column(desk: Desk, width: int, counts: Callable[[R], Counts]) -> Column[R]:
    """The on-time rate of the period, which opens the tasks of the period."""
    return Column(
        key=RATE,
        title=desk.text("On time"),
        width=width,
        text=lambda row: wording.percent(desk.words, counts(row).on_time_rate),
        look="right",
        link=lambda row: counts(row).total > 0,
        sort=lambda row: _by_rate(counts(row).on_time_rate),
    )


def _by_rate(rate: Decimal | None) -> tuple[bool, Decimal | int]:
    """Who has no rate comes first: nothing was due."""
    return (rate is not None, rate if rate is not None else 0)


def open_figure(
    desk: Desk, name: str, figure: str, *, unit: UnitId | None = None, official: OfficialId | None = None
) -> None:
    """Go to the tasks behind a figure of the period, of a unit or an official who is called so."""
    from tracker.figures.counts import members

    figure = "total" if figure == RATE else figure
    found = members(desk.store, unit, desk.period, desk.today, official=official, figure=figure)
    told = said(desk.words, figure).lstrip("+−= ").lower()
    period = desk.period.name(desk.words.language)
    desk.go("tasks", ids=found, name=desk.text("{name}, {period}: {figure}", name=name, period=period, figure=told))


# --- posts ------------------------------------------------------------------------------------------------------------


def newest_first(posts: Iterable[Appointment]) -> list[Appointment]:
    """Posts by the day on which they began."""
    return sorted(posts, key=lambda post: (str(post.starts_on or ""), post.id), reverse=True)
