"""The deadline of a new task: a day, a number of working days from the assignment, or the reason for none."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QStackedWidget, QWidget

from tracker.domain.errors import Refused
from tracker.domain.typed_days import Limit, read_limit
from tracker.ui import day_words, tokens
from tracker.ui.widgets.basics import column, label, row
from tracker.ui.widgets.dates import DateField

if TYPE_CHECKING:
    from tracker.ui.desk import Desk

DAY, DAYS, NONE = range(3)


class DeadlineField(QWidget):
    """One of three ways to tell a deadline."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        text = desk.text
        self._desk = desk
        self.way = QComboBox()
        self.way.setObjectName("deadline-way")
        self.way.addItems([text("By a day"), text("Within working days"), text("No deadline, because")])
        self.day, self.days, self.reason = DateField(desk), QLineEdit(), QLineEdit()
        self.days.setPlaceholderText(text("number of working days from the assignment"))
        self.reason.setPlaceholderText(text("why: regular work, until further notice …"))
        self._told = label("", "small")
        inner = QWidget()
        inner.setProperty("clear", True)
        inner.setLayout(column(self.days, self._told, 1, spacing=tokens.GRID))
        self._ways = QStackedWidget()
        for widget in (self.day, inner, _at_top(self.reason)):
            self._ways.addWidget(widget)
        beside = row(self.way, self._ways)
        beside.setAlignment(self.way, Qt.AlignmentFlag.AlignTop)
        beside.setStretch(1, 1)
        self.setLayout(beside)
        self.setFocusProxy(self.day.edit)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.way.currentIndexChanged.connect(self._turn)
        for signal in (self.day.changed, self.days.textChanged, self.reason.textChanged):
            signal.connect(self._tell)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """The name is that of every part."""
        super().setAccessibleName(name)
        self.way.setAccessibleName(self._desk.text("{field}: how it is told", field=name))
        for part in (self.day, self.days, self.reason):
            part.setAccessibleName(name)

    def value(self) -> Limit | None:
        """The deadline; None where nothing is said. Raises Refused for what is none."""
        way = self.way.currentIndex()
        if way == DAY:
            day = self.day.value()
            return None if day is None else Limit(day)
        if way == NONE:
            reason = self.reason.text().strip()
            return Limit(reason=reason) if reason else None
        typed = self.days.text().strip()
        if not typed:
            return None
        if not typed.isdigit():
            raise Refused("date.no_days", field="due_on", text=typed)
        return read_limit(f"{typed} ngày", self._desk.today, self.day.calendar)

    def set(self, limit: Limit | None) -> None:
        """Show a deadline."""
        if limit is None:
            self.day.set(None)
        elif limit.reason is not None:
            self.way.setCurrentIndex(NONE)
            self.reason.setText(limit.reason)
        elif limit.days is not None:
            self.way.setCurrentIndex(DAYS)
            self.days.setText(str(limit.days))
        else:
            self.way.setCurrentIndex(DAY)
            self.day.set(limit.due_on)

    def typed(self) -> str:
        """What stands in the field, to be typed into it again later."""
        parts = (self.day.typed(), self.days.text(), self.reason.text())
        return json.dumps([self.way.currentIndex(), *parts], ensure_ascii=False) if any(parts) else ""

    def type_in(self, text: str) -> None:
        """Fill in what was typed before; words of a quick line are the day's."""
        try:
            way, day, days, reason = json.loads(text)
        except (ValueError, TypeError):
            way, day, days, reason = DAY, text, "", ""
        self.way.setCurrentIndex(way)
        self.day.type_in(day)
        self.days.setText(days)
        self.reason.setText(reason)

    def words(self) -> str:
        """The deadline as a quick line says it."""
        way = self.way.currentIndex()
        if way == NONE:
            return self._desk.text("no deadline: {reason}", reason=self.reason.text()) if self.reason.text() else ""
        if way == DAYS:
            return self._desk.text("{days} days", days=self.days.text().strip()) if self.days.text().strip() else ""
        return self.day.typed()

    def _turn(self, way: int) -> None:
        self._ways.setCurrentIndex(way)
        part = (self.day.edit, self.days, self.reason)[way]
        self.setFocusProxy(part)
        self._tell()

    def _tell(self) -> None:
        try:
            limit = self.value()
        except Refused as error:
            self._told.setText(self._desk.sentence(error))
        else:
            day = limit.due_on if limit and limit.days else None
            about = "" if day is None else day_words.told(self._desk.words, day, self._desk.today, self.day.calendar)
            self._told.setText(about)
        self.changed.emit()


def _at_top(widget: QWidget) -> QWidget:
    inner = QWidget()
    inner.setProperty("clear", True)
    inner.setLayout(column(widget, 1))
    return inner
