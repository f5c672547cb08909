"""The line above the tree of units: as of which day, search, and the list as a sheet of Excel or on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from tracker.domain.dates import show_date_table
from tracker.domain.errors import Expected
from tracker.domain.typed_days import read_day
from tracker.ui.pages.records import RecordsHead
from tracker.ui.widgets.basics import icon_button, label, set_look

if TYPE_CHECKING:
    from datetime import date

    from tracker.ui.desk import Desk


class Head(RecordsHead):
    """Name and count at the left, the tools at the right."""

    day_chosen = Signal(object)
    """Another day; None: today, whichever day that is."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, search=180)
        self._day: date | None = None
        self._name.setText(desk.text("Tree of units"))
        self.day = QLineEdit()
        self.day.setObjectName("as-of")
        self.day.setAccessibleName(desk.text("As of the day"))
        self.day.setFixedWidth(desk.theme.px(96))
        self.day.editingFinished.connect(self._typed)
        self.pick = icon_button(desk.theme.icon("month"), desk.text("Choose from the calendar"), "pick", self._open_day)
        as_of = label(desk.text("As of the day"), "muted")
        as_of.setBuddy(self.day)
        self._lay_out(as_of, self.day, self.pick)
        self.show_day(desk.today)

    def show_day(self, day: date) -> None:
        """Say which day the tree is of."""
        self._day = day
        self.day.setText(show_date_table(day))
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

        set_look(self.day, "wrong", bool(told))
        self.day.setToolTip(plain_tip(told))

    def _open_day(self) -> None:
        from tracker.store.calendar import working_calendar
        from tracker.ui.widgets.dates import pick_day

        desk = self._desk
        pick_day(desk, self.day, self._day or desk.today, working_calendar(desk.store), self._take)
