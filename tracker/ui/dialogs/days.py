"""The dialog in which any span of days is chosen as the period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.errors import Expected, Refused
from tracker.domain.periods import Period
from tracker.ui.dialogs.frame import Dialog

if TYPE_CHECKING:
    from datetime import date

    from tracker.ui.desk import Desk


class DaysDialog(Dialog):
    """From a day to a day. `chosen` has the period once the dialog was accepted."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.text("Other days"), name="days", journal=False)
        self.chosen: Period | None = None
        with self.beside():
            self.first = self.day("first", self.text("From day"))
            self.last = self.day("last", self.text("To day"))
        self.first.set(desk.period.first)
        self.last.set(desk.period.last)
        self.verbs(self.text("Show these days"), self._take, later=self.text("Cancel"))
        self.first.edit.selectAll()
        self.first.setFocus()

    def _take(self) -> None:
        self.clear_errors()
        try:
            self.chosen = Period(self._needed("first"), self._needed("last"))
        except Expected as error:
            self.show_error(error)
        else:
            self.accept()

    def _needed(self, key: str) -> date:
        day = self.day_of(key)
        if day is None:
            raise Refused("period.needs_day", field=key)
        return day
