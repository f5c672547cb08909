"""The field of a date: typed as people do (5, 5/3, 5/3/26, +10, cuối quý), told back with what the calendar says.

A day off is pointed out, never silently moved. The field never rewrites what is being typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget, QWidgetAction

from tracker.domain.dates import read_date, show_date_table
from tracker.domain.errors import Expected, Refused
from tracker.domain.text import fold
from tracker.ui import tokens, wording
from tracker.ui.widgets.basics import icon_button, label, set_role

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from tracker.domain.calendar import WorkingCalendar
    from tracker.ui.desk import Desk


def read_day(text: str, today: date, calendar: WorkingCalendar) -> date | None:
    """The day that was typed; None for an empty field.

    `5` and `5/3` are the next such day from today on, `+10` the tenth working day, "cuối tuần|tháng|quý|năm" the last
    day of the present one, "mai" and "hôm nay" what they say. Raises Refused "date.…" for what is no date.
    """
    plain = fold(text)
    if not plain:
        return None
    if match := re.fullmatch(r"\+\s*(\d{1,4})", plain):
        return calendar.add(today, int(match[1]))
    if plain in _WORDS:
        return _WORDS[plain](today)
    if match := re.fullmatch(r"(\d{1,2})", plain):
        return _next(today, int(match[1]), None)
    if match := re.fullmatch(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})", plain):
        return _next(today, int(match[1]), int(match[2]))
    return read_date(text, today)


def _next(today: date, day: int, month: int | None) -> date:
    """The first such day that is not before today."""
    for ahead in range(13):
        index = today.year * 12 + today.month - 1 + ahead
        year, at = divmod(index, 12)
        if month is not None and at + 1 != month:
            continue
        try:
            found = date(year, at + 1, day)
        except ValueError:
            continue
        if found >= today:
            return found
    raise Refused("date.unreadable", text=f"{day}/{month}" if month else str(day))


def _month_end(day: date, months: int) -> date:
    """The last day of the span of so many months (1, 3, 12) that holds the day."""
    last = (day.month - 1) // months * months + months
    return date(day.year + last // 12, last % 12 + 1, 1) - timedelta(days=1)


_WORDS: dict[str, Callable[[date], date]] = {
    "hom nay": lambda today: today,
    "today": lambda today: today,
    "mai": lambda today: today + timedelta(days=1),
    "ngay mai": lambda today: today + timedelta(days=1),
    "tomorrow": lambda today: today + timedelta(days=1),
    "cuoi tuan": lambda today: today + timedelta(days=(4 - today.weekday()) % 7),
    "cuoi thang": lambda today: _month_end(today, 1),
    "cuoi quy": lambda today: _month_end(today, 3),
    "cuoi nam": lambda today: _month_end(today, 12),
    "end of week": lambda today: today + timedelta(days=(4 - today.weekday()) % 7),
    "end of month": lambda today: _month_end(today, 1),
    "end of quarter": lambda today: _month_end(today, 3),
    "end of year": lambda today: _month_end(today, 12),
}


class DateField(QWidget):
    """A date as typed, with the weekday and the working days left below it."""

    changed = Signal()

    def __init__(self, desk: Desk, *, words: str = "", future: bool = True) -> None:
        super().__init__()
        self._desk = desk
        self._future = future
        from tracker.store.calendar import working_calendar

        self._calendar = working_calendar(desk.store)
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(desk.text("day/month, +10 working days, end of quarter"))
        self.edit.textChanged.connect(self._tell)
        self.edit.editingFinished.connect(self._write_out)
        self._pick = icon_button(desk.theme.icon("today"), desk.text("Choose from the calendar"), "pick", self._open)
        self._said = label("", "small", wrap=True)
        self._said.setObjectName("said")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(tokens.GRID)
        line = QHBoxLayout()
        line.addWidget(self.edit, 1)
        line.addWidget(self._pick)
        box.addLayout(line)
        box.addWidget(self._said)
        self.setFocusProxy(self.edit)
        self.setAccessibleName(words)
        self._tell()

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """The name is that of the line, too."""
        super().setAccessibleName(name)
        self.edit.setAccessibleName(name)

    def value(self) -> date | None:
        """The day; None for an empty field. Raises Refused for what is no date."""
        return read_day(self.edit.text(), self._desk.today, self._calendar)

    def set(self, day: date | None) -> None:
        """Show a day."""
        self.edit.setText(show_date_table(day) if day else "")

    def _tell(self) -> None:
        try:
            day = self.value()
        except Expected as error:
            self._said.setText(self._desk.sentence(error))
            set_role(self._said, "error")
        else:
            self._said.setText("" if day is None else self._about(day))
            set_role(self._said, "small")
        self.changed.emit()

    def _about(self, day: date) -> str:
        """ "Thứ Năm, 05/3/2026 - còn 8 ngày làm việc"."""
        text, today = self._desk.text, self._desk.today
        parts = [wording.long(self._desk.words, day)]
        if day >= today:
            parts.append(text("{days} working days left", days=self._calendar.between(today, day)))
        elif self._future:
            parts.append(text("in the past"))
        if not self._calendar.is_working(day):
            parts.append(text("a day off; the working day after it is {day}", day=self._calendar.roll(day)))
        if not self._calendar.confirmed(day.year):
            parts.append(text("the days off of {year} are not confirmed yet", year=day.year))
        return " · ".join(parts)

    def _write_out(self) -> None:
        """When the field is left, the day stands there in full."""
        try:
            day = self.value()
        except Expected:
            return
        if day is not None and self.edit.text() != show_date_table(day):
            self.edit.setText(show_date_table(day))

    def _open(self) -> None:
        menu, calendar = QMenu(self), QCalendarWidget()
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        try:
            day = self.value() or self._desk.today
        except Expected:
            day = self._desk.today
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)

        def chosen(found: QDate) -> None:
            self.set(date(found.year(), found.month(), found.day()))
            menu.close()
            self.edit.setFocus()

        calendar.clicked.connect(chosen)
        calendar.activated.connect(chosen)
        menu.popup(self._pick.mapToGlobal(self._pick.rect().bottomLeft()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Alt+Down opens the calendar."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._open()
        else:
            super().keyPressEvent(event)
