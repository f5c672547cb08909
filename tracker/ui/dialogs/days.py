"""The dialog in which any span of days is chosen as the period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.errors import Expected, Refused
from tracker.domain.periods import Period
from tracker.ui.dialogs.frame import Dialog
from tracker.ui.widgets.dates import DateField

if TYPE_CHECKING:
    from datetime import date

    from tracker.ui.desk import Desk


class DaysDialog(Dialog):
    """From a day to a day. `chosen` has the period once the dialog was accepted."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.text("Other days"), name="days", journal=False)
        self.chosen: Period | None = None
        with self.beside():
            self.first = self._day("first", self.text("From day"), desk.period.first)
            self.last = self._day("last", self.text("To day"), desk.period.last)
        self.verbs(self.text("Show these days"), self._take, later=self.text("Cancel"))
        self.first.edit.selectAll()
        self.first.setFocus()

    def _day(self, key: str, words: str, day: date) -> DateField:
        made = DateField(self.desk, words=words, future=False)
        made.set(day)
        self.field(key, words, made)
        return made

    def _take(self) -> None:
        self.clear_errors()
        try:
            self.chosen = Period(self._read("first", self.first), self._read("last", self.last))
        except Expected as error:
            self.show_error(error)
        else:
            self.accept()

    def _read(self, key: str, field: DateField) -> date:
        try:
            day = field.value()
        except Refused as error:
            raise Refused(error.code, field=key, **error.parameters) from error
        if day is None:
            raise Refused("period.needs_day", field=key)
        return day
