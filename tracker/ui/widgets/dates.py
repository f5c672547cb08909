"""The field of a date: typed as people do (5, 5/3, 5/3/26, +10, cuối quý), told back with what the calendar says.

A day off is pointed out, never silently moved. The field never rewrites what is being typed.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QLineEdit, QTableView, QVBoxLayout, QWidget

from tracker.domain.dates import show_date_table
from tracker.domain.errors import Expected
from tracker.domain.typed_days import read_day
from tracker.ui import day_words, tokens
from tracker.ui.widgets.basics import icon_button, label, set_role
from tracker.ui.widgets.popups import beside

if TYPE_CHECKING:
    from tracker.domain.calendar import WorkingCalendar
    from tracker.ui.desk import Desk

__all__ = ["DateField", "read_day"]


class DateField(QWidget):
    """A date as typed, with the weekday and the working days left below it."""

    changed = Signal()

    def __init__(self, desk: Desk, *, words: str = "", future: bool = True, placeholder: str = "") -> None:
        """`future`: the day lies ahead ("5/3" is the next one), as a deadline does; else it has been ("5/3" is the last
        one), as that of a document has."""
        super().__init__()
        self._desk, self._future = desk, future
        self.calendar = _calendar(desk)
        self.edit = QLineEdit()
        self.edit.setObjectName("date-text")
        self.edit.setPlaceholderText(placeholder or _hint(desk, future))
        self.edit.textChanged.connect(self._tell)
        self.edit.editingFinished.connect(self._write_out)
        self.edit.installEventFilter(self)
        self._pick = icon_button(desk.theme.icon("month"), desk.text("Choose from the calendar"), "pick", self._open)
        self._said, self._warned = label("", "small", wrap=True), label("", "warning", wrap=True)
        self._said.setObjectName("said")
        self._warned.setObjectName("warned")
        self._warned.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(tokens.GRID)
        line = QHBoxLayout()
        line.setSpacing(tokens.GRID)
        line.addWidget(self.edit, 1)
        line.addWidget(self._pick)
        box.addLayout(line)
        box.addWidget(self._said)
        box.addWidget(self._warned)
        box.addStretch(1)
        self.setFocusProxy(self.edit)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # else a label's access key passes it over
        self.setAccessibleName(words)
        desk.turned.connect(self._turn)
        self._tell()

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """The name is that of the line, too."""
        super().setAccessibleName(name)
        self.edit.setAccessibleName(name)

    def value(self) -> date | None:
        """The day; None for an empty field. Raises Refused for what is no date."""
        return read_day(self.edit.text(), self._desk.today, self.calendar, ahead=self._future)

    def typed(self) -> str:
        """What stands in the field, to be typed into it again later."""
        return self.edit.text().strip()

    def type_in(self, text: str) -> None:
        """Fill in what was typed before."""
        self.edit.setText(text)

    def set(self, day: date | None) -> None:
        """Show a day."""
        self.edit.setText(show_date_table(day) if day else "")

    def _tell(self) -> None:
        warned: list[str] = []
        try:
            day = self.value()
        except Expected as error:
            self._said.setText(self._desk.sentence(error))
            set_role(self._said, "error")
        else:
            said = (self._desk.words, day, self._desk.today, self.calendar)
            self._said.setText(day_words.told(*said, ahead=self._future) if day else "")  # type: ignore[arg-type]
            set_role(self._said, "small")
            warned = day_words.warnings(*said, ahead=self._future) if day else []  # type: ignore[arg-type]
        self._said.setVisible(bool(self._said.text()))
        self._warned.setText(" · ".join(warned))
        self._warned.setVisible(bool(warned))
        self.changed.emit()

    def _turn(self) -> None:
        """Another day, or another calendar."""
        self.calendar = _calendar(self._desk)
        self._tell()

    def _write_out(self) -> None:
        """When the field is left, the day stands there in full."""
        try:
            day = self.value()
        except Expected:
            return
        if day is not None and self.edit.text() != show_date_table(day):
            self.edit.setText(show_date_table(day))

    def _open(self) -> None:
        try:
            day = self.value() or self._desk.today
        except Expected:
            day = self._desk.today
        pick_day(self._desk, self.edit, day, self.calendar, self._chosen)

    def _chosen(self, day: date) -> None:
        self.set(day)
        self.edit.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Down opens the calendar."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down:
            self._open()
            return True
        return super().eventFilter(watched, event)


def pick_day(
    desk: Desk, anchor: QWidget, day: date, calendar: WorkingCalendar, chosen: Callable[[date], object]
) -> QFrame:
    """Open a calendar beside a field: arrows move, Enter or a click chooses, Esc shuts it."""
    popup = QFrame(anchor, Qt.WindowType.Popup)
    popup.setObjectName("calendar")
    popup.setProperty("popup", True)
    popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    month = Month(desk, calendar, day)
    box = QVBoxLayout(popup)
    box.setContentsMargins(tokens.GRID, tokens.GRID, tokens.GRID, tokens.GRID)
    box.addWidget(month)

    def take(found: QDate) -> None:
        popup.close()
        chosen(date(found.year(), found.month(), found.day()))

    month.clicked.connect(take)
    month.activated.connect(take)
    popup.setGeometry(beside(anchor, QSize(desk.theme.px(340), desk.theme.px(272))))
    popup.show()
    month.setFocus()
    return popup


class Month(QCalendarWidget):
    """A month in which the office's days off are quieter than its working days."""

    def __init__(self, desk: Desk, calendar: WorkingCalendar, day: date) -> None:
        super().__init__()
        self._desk, self._working = desk, calendar
        self.setObjectName("month")
        self.setAccessibleName(desk.text("Calendar"))
        vietnamese = desk.words.language == "vi"
        self.setLocale(QLocale("vi_VN" if vietnamese else "en_GB"))
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.setHeaderTextFormat(_ink(desk.theme.colours.muted))
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(weekend, _ink(desk.theme.colours.muted))
        self.setDateRange(QDate(1900, 1, 1), QDate(2199, 12, 31))
        for name, icon in (("qt_calendar_prevmonth", "left"), ("qt_calendar_nextmonth", "right")):
            way = self.findChild(QObject, name)
            if way is not None:
                way.setIcon(desk.theme.icon(icon))  # type: ignore[attr-defined]
        self.currentPageChanged.connect(lambda *_: self._mark())
        self.setSelectedDate(QDate(day.year, day.month, day.day))
        self._mark()
        view = self.findChild(QTableView)
        if view is not None:
            self.setFocusProxy(view)

    def _mark(self) -> None:
        """Days off shaded and muted, today in bold: six weeks around the month in view."""
        colours = self._desk.theme.colours
        first = date(self.yearShown(), self.monthShown(), 1) - timedelta(days=7)
        for step in range(7 * 7):
            day = first + timedelta(days=step)
            working = self._working.is_working(day)
            ink = _ink(colours.text if working else colours.muted)
            if not working:
                ink.setBackground(QColor(colours.bg))
            if day == self._desk.today:
                ink.setFontWeight(QFont.Weight.Bold)
                ink.setFontUnderline(True)
            self.setDateTextFormat(QDate(day.year, day.month, day.day), ink)


def _ink(colour: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(colour))
    return made


def _hint(desk: Desk, future: bool) -> str:
    return desk.text("day/month, +10 working days, end of quarter" if future else "day/month/year")


def _calendar(desk: Desk) -> WorkingCalendar:
    from tracker.store.calendar import working_calendar

    return working_calendar(desk.store)
