"""The line above the tree of units: as of which day, search, and the list as a sheet of Excel or on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QWidget

from tracker.domain.errors import Expected
from tracker.domain.typed_days import read_day
from tracker.ui import tokens, wording
from tracker.ui.widgets.basics import icon_button, label
from tracker.ui.widgets.search import SearchField

if TYPE_CHECKING:
    from datetime import date

    from tracker.ui.desk import Desk


class Head(QWidget):
    """Name and count at the left, the tools at the right."""

    day_chosen = Signal(object)
    """Another day; None: today, whichever day that is."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._day: date | None = None
        self.setProperty("clear", True)
        self._name, self._count = label(desk.text("Tree of units"), "card"), label("", "muted")
        self._count.setObjectName("list-count")
        self.search = SearchField(desk, width=180)
        self.search.addAction(desk.theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.day = QLineEdit()
        self.day.setObjectName("as-of")
        self.day.setAccessibleName(desk.text("As of the day"))
        self.day.setFixedWidth(desk.theme.px(96))
        self.day.editingFinished.connect(self._typed)
        self.pick = icon_button(desk.theme.icon("month"), desk.text("Choose from the calendar"), "pick", self._open_day)
        self._menu = QMenu(self)
        self._menu.setObjectName("sheet-menu")
        self.import_ = self._menu.addAction(desk.text("Import a list from Excel …"))
        self.export = self._menu.addAction(desk.text("Export to Excel …"))
        self.print = self._menu.addAction(desk.text("Print this list (Ctrl+P)"))
        for action, name in ((self.import_, "import"), (self.export, "export"), (self.print, "print")):
            action.setObjectName(name)
        self.sheet = icon_button(desk.theme.icon("sheet"), desk.text("Excel and print"), "sheet", self._open)
        line = QHBoxLayout(self)
        line.setContentsMargins(tokens.GAP - 2, 0, tokens.GRID, 0)
        line.setSpacing(tokens.GAP - tokens.GRID)
        as_of = label(desk.text("As of the day"), "muted")
        as_of.setBuddy(self.day)
        for each in (self._name, self._count):
            line.addWidget(each)
        line.addStretch(1)
        for tool in (as_of, self.day, self.pick, self.search, self.sheet):
            line.addWidget(tool)
        self.show_day(desk.today)

    def show_day(self, day: date) -> None:
        """Say which day the tree is of."""
        self._day = day
        self.day.setText(wording.day(self._desk.words, day))
        self._wrong("")

    def tell(self, count: int) -> None:
        """How many units there are."""
        self._count.setText(self._desk.text("{count} units", count=count))

    def note(self) -> str:
        """What a print says below its title."""
        return self._desk.text(
            "As of {day}; figures of {period}",
            day=self._day,
            period=self._desk.period.name(self._desk.words.language),
        )

    def _typed(self) -> None:
        from tracker.store.calendar import working_calendar

        desk = self._desk
        try:
            day = read_day(self.day.text(), desk.today, working_calendar(desk.store), ahead=False) or desk.today
        except Expected as error:
            self._wrong(desk.sentence(error))
            return
        self._take(day)

    def _take(self, day: date) -> None:
        changed = day != self._day
        self.show_day(day)
        if changed:
            self.day_chosen.emit(None if day == self._desk.today else day)

    def _wrong(self, told: str) -> None:
        from tracker.ui.widgets.tables import plain_tip

        self.day.setProperty("wrong", bool(told))
        self.day.setToolTip(plain_tip(told))
        self.day.style().unpolish(self.day)
        self.day.style().polish(self.day)

    def _open_day(self) -> None:
        from tracker.store.calendar import working_calendar
        from tracker.ui.widgets.dates import pick_day

        desk = self._desk
        pick_day(desk, self.day, self._day or desk.today, working_calendar(desk.store), self._take)

    def _open(self) -> None:
        self._menu.popup(self.sheet.mapToGlobal(QPoint(0, self.sheet.height())))
