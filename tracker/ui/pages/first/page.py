"""The first steps in the window, once there is an office: people, days off, tasks. Each can be come back to."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.domain.dates import show_date
from tracker.ui import tokens
from tracker.ui.access import give_keys
from tracker.ui.pages import Page
from tracker.ui.pages.first.beginning import later
from tracker.ui.pages.first.people import PeopleStep
from tracker.ui.pages.first.steps import Step, Steps
from tracker.ui.widgets.basics import button, card, label, link, row

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QShowEvent

    from tracker.domain.settings import CalendarDay
    from tracker.ui.desk import Desk


class FirstRunPage(Page):
    """Four steps on one page; what each made stands in it."""

    guide = "bat-dau"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        office = Step(desk.words, 1, "step-office", self.text("Office and head"), "")
        office.why.hide()
        office.set_open(to_do=False, skippable=False)
        self.steps = {"office": office}
        for number, name, title, why in later(desk.words):
            self.steps[name] = Step(desk.words, number, f"step-{name}", title, why)
        self.people = PeopleStep(desk)
        self.steps["people"].add(self.people)
        self._calendar()
        self._tasks()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(Steps(desk.theme, list(self.steps.values()), self._beside()))
        self.reload()

    def heading(self) -> str:
        """The title of the page."""
        return self.text("Begin with Ba Rõ")

    def primary(self) -> tuple[str, Callable[[], object]] | None:
        """Leave the first steps."""
        return self.text("Begin to work"), lambda: self.desk.go("today")

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """The list of people is what comes next."""
        super().showEvent(event)
        give_keys(self)
        self.people.field.setFocus()

    def reload(self) -> None:
        """What each step has made so far."""
        from tracker.store import officials, units

        desk, store = self.desk, self.desk.store
        there = units.every(store)
        count = len(officials.every(store))
        head = self.text("{office} · {head}", office=there[0].name, head=_head(desk)) if there else ""
        self.steps["office"].show_made(head)
        counts = {"people": count, "units": len(there)}
        told = self.text("{people} people in {units} units", **counts) if count > 1 else ""
        self.steps["people"].show_made(told)
        self._show_year()
        tasks = desk.count("all")
        self.steps["tasks"].show_made(self.text("{count} tasks", count=tasks) if tasks else "")

    def stop(self) -> None:
        """The window closes: a list just typed is not tried any more."""
        self.people.stop()

    # --- the year -----------------------------------------------------------------------------------------------------

    def _calendar(self) -> None:
        step = self.steps["calendar"]
        self.days = label("", wrap=True)
        self.days.setObjectName("days")
        step.add(self.days)
        self.confirm = button("", "confirm-year", self._confirm)
        change = link(self.text("Change days …"), "change-days", lambda: self.desk.go("settings", part="calendar"))
        step.inner.addLayout(row(self.confirm, change, 1))

    def _show_year(self) -> None:
        from tracker.store import calendar

        year = self.desk.today.year
        days = calendar.days(self.desk.store, year)
        known = next((each for each in calendar.years(self.desk.store) if each.id == year), None)
        confirmed = known is not None and known.confirmed
        off = [day for day in days if not day.working]
        counts = {"off": len(off), "make_up": len(days) - len(off), "year": year}
        made = self.text("{year}: {off} days off and {make_up} make-up days, as officially fixed", **counts)
        self.steps["calendar"].show_made(made if confirmed else "")
        self.days.setText("  ·  ".join(self._named(days)))
        self.confirm.setText(self.text("Confirm the calendar of {year}", year=year))
        self.confirm.setVisible(not confirmed)

    def _named(self, days: list[CalendarDay]) -> list[str]:
        """Days off by their names, those of one feast together; make-up days behind them."""
        found: list[tuple[date, date, str]] = []
        for day in sorted(days, key=lambda each: (each.working, each.id)):
            found = _joined(found, day)
        return [f"{_span(first, last)} {name}" for first, last, name in found]

    def _confirm(self) -> None:
        from tracker.ui.pages.settings.calendar import YearDialog

        YearDialog(self.desk, self.desk.today.year).exec()

    # --- tasks --------------------------------------------------------------------------------------------------------

    def _tasks(self) -> None:
        step = self.steps["tasks"]
        book = button(self.text("Take over a book …"), "tasks-book", lambda: self.desk.go("import", what="tasks"))
        first = link(self.text("Assign the first task"), "tasks-assign", lambda: self.desk.go("tasks", assign=True))
        step.inner.addLayout(row(book, first, 1))

    def _beside(self) -> QWidget:
        text = self.text
        frame, inner = card("beside")
        why = text("Each stands under Settings, Officials and Tasks too, whenever it is wanted.")
        stays = text("Your data stay on this computer: no account, no network.")
        inner.addWidget(label(text("No step has to be done now"), "card"))
        inner.addWidget(label(why, "muted", wrap=True))
        inner.addWidget(label(stays, "small", wrap=True))
        where = label(str(self.desk.store.folder), "small", wrap=True, selectable=True)
        inner.addWidget(where, 0, Qt.AlignmentFlag.AlignTop)
        inner.setSpacing(tokens.GRID * 2)
        return frame


def _joined(found: list[tuple[date, date, str]], day: CalendarDay) -> list[tuple[date, date, str]]:
    """The days so far with one more: that of the feast before goes on, where it follows it and is of its kind."""
    from datetime import date, timedelta

    on = date.fromisoformat(day.id)
    if found and not day.working:
        first, last, name = found[-1]
        if on == last + timedelta(days=1) and name.split()[-1] == day.name.split()[-1]:
            return [*found[:-1], (first, on, day.name if len(day.name) < len(name) else name)]
    return [*found, (on, on, day.name)]


def _span(first: date, last: date) -> str:
    """ "16-20/02", "30/4"."""
    end = show_date(last)[:-5]
    if first == last:
        return end
    return f"{first.day:02d}-{end}" if first.month == last.month else f"{show_date(first)[:-5]}-{end}"


def _head(desk: Desk) -> str:
    """The head of the office with the title, as of today; empty where there is none."""
    from tracker.domain.officials import Standing
    from tracker.store import officials, units

    office = units.office(desk.store)
    held = officials.appointments_in(desk.store, office.id) if office is not None else []
    heads = [post for post in held if post.standing is Standing.HEAD and post.valid_on(desk.today)]
    return ", ".join(f"{officials.get(desk.store, post.official).name}, {post.title}" for post in heads[:1])
