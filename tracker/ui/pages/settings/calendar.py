"""The working calendar by year: days off and make-up days, and whether an official plan has fixed the year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from tracker.domain.errors import Refused
from tracker.ui import tokens, wording
from tracker.ui.dialogs.frame import Dialog
from tracker.ui.pages.settings.form import Part
from tracker.ui.widgets.basics import button, card, label, row
from tracker.ui.widgets.tables import Column, RowsModel, Table

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from tracker.domain.settings import CalendarDay, CalendarYear
    from tracker.ui.desk import Desk

YEAR = 110
NARROW = 640


class CalendarPart(Part):
    """Every deadline is counted with these days."""

    def __init__(self, desk: Desk) -> None:
        text = desk.text
        super().__init__(
            desk,
            "calendar",
            text("Working calendar"),
            text(
                "Monday to Friday are working days, without the days off and with the make-up days below."
                " Deadlines already set stay as they are; days left and days late follow the calendar."
            ),
        )
        self.year = QComboBox()
        self.year.setObjectName("year")
        self.year.setAccessibleName(text("Year"))
        self.year.setFixedWidth(desk.theme.px(YEAR))
        self.said = label("", "muted", wrap=True)
        self.mark = button("", "mark-year", self._mark_year)
        self.box.addLayout(row(self.year, self.said, self.mark))
        self.model: RowsModel[CalendarDay] = RowsModel(_columns(desk))
        self.table = Table(desk, "calendar-days", text("Days off and make-up days"))
        self.table.show_rows(self.model)
        self.table.entered_row.connect(lambda _: self._change())
        self.table.setMinimumHeight(desk.theme.px(6 * tokens.ROW + tokens.HEADER))
        frame, inside = card(margin=2)
        inside.addWidget(self.table)
        self.box.addWidget(frame, 1)
        self.edit = button(text("Change …"), "change-day", self._change)
        self.remove = button(text("Follows the week again"), "remove-day", self._remove)
        self.box.addLayout(row(self.edit, self.remove, 1))
        self._fill_years()
        self.year.currentIndexChanged.connect(self.reload)
        self.reload()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Where there is little room the occasions need it more than the documents."""
        super().resizeEvent(event)
        self.table.setColumnHidden(len(self.model.columns) - 1, self.width() < self.desk.theme.px(NARROW))

    def primary(self) -> tuple[str, Callable[[], object]] | None:
        """Another day."""
        return self.text("Add a day"), self._add

    def reload(self) -> None:
        """The year in view."""
        from tracker.store.calendar import days

        at = self.table.currentIndex().row()
        self.model.show(days(self.desk.store, self._year()))
        self.table.select(max(0, min(at, len(self.model.rows) - 1)))
        for each in (self.edit, self.remove):
            each.setEnabled(bool(self.model.rows))
        self._tell()

    def _tell(self) -> None:
        known = self._known()
        counts = {
            "off": sum(not day.working for day in self.model.rows),
            "make_up": sum(day.working for day in self.model.rows),
        }
        told = self.text("{off} days off, {make_up} make-up days.", **counts)
        confirmed = known is not None and known.confirmed
        state = (
            self.text("Fixed by {document}.", document=known.document)
            if known is not None and confirmed and known.document
            else self.text("Confirmed.")
            if confirmed
            else self.text("Not confirmed yet: made by rule, no official plan.")
        )
        self.said.setText(f"{told} {state}")
        self.mark.setText(self.text("Not confirmed after all") if confirmed else self.text("Mark as confirmed …"))
        self.mark.setAccessibleName(self.mark.text())

    def _year(self) -> int:
        return int(self.year.currentData())

    def _known(self) -> CalendarYear | None:
        from tracker.store.calendar import years

        return next((each for each in years(self.desk.store) if each.id == self._year()), None)

    def _fill_years(self) -> None:
        from tracker.store.calendar import years

        this = self.desk.today.year
        known = {each.id for each in years(self.desk.store)} | {this, this + 1}
        for year in range(min(known), max(known) + 1):
            self.year.addItem(str(year), year)
        self.year.setCurrentIndex(self.year.findData(this))

    # --- deeds --------------------------------------------------------------------------------------------------------

    def _chosen(self) -> CalendarDay | None:
        return self.model.at(self.table.currentIndex().row())

    def _add(self) -> None:
        DayDialog(self.desk).exec()

    def _change(self) -> None:
        day = self._chosen()
        if day is not None:
            DayDialog(self.desk, day).exec()

    def _remove(self) -> None:
        from tracker.actions.office import set_day

        day = self._chosen()
        if day is not None:
            self.desk.attempt(
                lambda store, actor: set_day(store, actor, date.fromisoformat(day.id), working=None),
                self.text("{day} follows the week again", day=date.fromisoformat(day.id)),
            )

    def _mark_year(self) -> None:
        from tracker.actions.office import set_year

        known, year = self._known(), self._year()
        if known is None or not known.confirmed:
            YearDialog(self.desk, year).exec()
            return
        self.desk.attempt(
            lambda store, actor: set_year(store, actor, year, confirmed=False),
            self.text("{year} counts as not confirmed", year=year),
        )


def _columns(desk: Desk) -> list[Column[CalendarDay]]:
    text = desk.text
    return [
        Column(
            key="day",
            title=text("Day"),
            width=190,
            text=lambda each: wording.long(desk.words, date.fromisoformat(each.id)),
            sort=lambda each: each.id,
        ),
        Column(
            key="kind",
            title=text("Kind"),
            width=100,
            text=lambda each: text("make-up day") if each.working else text("day off"),
            look="strong",
        ),
        Column(key="name", title=text("Occasion"), width=220, text=lambda each: each.name, stretch=True),
        Column(key="document", title=text("Document"), width=220, text=lambda each: each.document or "", look="muted"),
    ]


class DayDialog(Dialog):
    """A day off or a make-up day."""

    def __init__(self, desk: Desk, known: CalendarDay | None = None) -> None:
        text = desk.text
        title = text("Change a day of the calendar") if known else text("Add a day to the calendar")
        super().__init__(desk, title, name="calendar-day", draft="" if known else "calendar-day")
        self.on = self.day("day", text("Day"))
        self.kind = self.choice(
            "working", text("Kind"), {"off": text("day off"), "make-up": text("make-up working day")}
        )
        self.name: QLineEdit = self.line("name", text("Occasion"), placeholder=text("Quốc khánh, làm bù …"))
        self.document: QLineEdit = self.line("document", text("Document"), hint=text("By which the day was fixed."))
        self.verbs(text("Record the day"), self._record)
        if known is not None:
            self.on.set(date.fromisoformat(known.id))
            self.on.edit.setReadOnly(True)
            self.kind.setCurrentIndex(int(known.working))
            self.name.setText(known.name)
            self.document.setText(known.document or "")

    def _record(self) -> None:
        from tracker.actions.office import set_day

        try:
            day = self.day_of("day")
            if day is None:
                raise Refused("calendar.no_day", field="day")
        except Refused as error:
            self.show_error(error)
            return
        self.do(
            lambda store, actor: set_day(
                store,
                actor,
                day,
                working=self.kind.currentData() == "make-up",
                name=self.name.text(),
                document=self.document.text() or None,
            ),
            self.text("{day} was recorded in the calendar", day=day),
        )


class YearDialog(Dialog):
    """A year that an official plan has fixed."""

    def __init__(self, desk: Desk, year: int) -> None:
        text = desk.text
        super().__init__(desk, text("Confirm the calendar of {year}", year=year), name="calendar-year")
        self._year = year
        self.document = self.line(
            "document", text("Document"), hint=text("The plan or notice that fixes the days off of the year.")
        )
        self.sure: QCheckBox = self.check("sure", text("I compared the days in the list with the document."))
        verb = self.verbs(text("Confirm the year"), self._record)
        verb.setEnabled(False)
        self.sure.toggled.connect(verb.setEnabled)
        self.document.setFocus()

    def _record(self) -> None:
        from tracker.actions.office import set_year

        self.do(
            lambda store, actor: set_year(
                store, actor, self._year, confirmed=True, document=self.document.text() or None
            ),
            self.text("The calendar of {year} is confirmed", year=self._year),
        )
