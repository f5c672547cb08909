"""The filters of the journal: a dialog to set them, and what each is called on its chip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from tracker.domain.errors import Expected
from tracker.figures.called import VERBS
from tracker.store.journal_list import Wanted
from tracker.ui import deeds
from tracker.ui.dialogs.frame import Dialog
from tracker.ui.widgets.basics import button
from tracker.ui.widgets.people import PersonField
from tracker.ui.widgets.tasks import TaskField

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from tracker.domain.officials import Official
    from tracker.ui.desk import Desk
    from tracker.ui.widgets.dates import DateField

ASIDE = frozenset({"birth", "clock.backwards"})
"""Verbs that nobody looks for."""


class FilterDialog(Dialog):
    """Who, what, which task, and when."""

    chosen = Signal(object)
    """The filters (`Wanted`)."""

    def __init__(self, desk: Desk, parent: QWidget, wanted: Wanted) -> None:
        super().__init__(desk, desk.text("Filter the journal"), name="journal-filter", journal=False)
        self.setParent(parent, self.windowFlags())
        self._before = wanted
        text = self.text
        everyone = {each.id for each in _everyone(desk)}
        self.official = PersonField(desk, placeholder=text("Anybody"), also=everyone)
        self.field("official", text("Done or recorded for"), self.official)
        self.official.set(wanted.official)  # type: ignore[arg-type]
        self.task = TaskField(desk, text("Task"))
        self.field("task", text("Task"), self.task)
        if wanted.task is not None:
            self.task.choose(wanted.task)
        verbs = {"": text("Any")} | {each: deeds.deed(desk.words, each) for each in VERBS if each not in ASIDE}
        self.verb = self.choice("verb", text("What was done"), dict(sorted(verbs.items(), key=_first_empty)))
        self.verb.setCurrentIndex(max(0, self.verb.findData(wanted.verb or "")))
        with self.beside():
            self.recorded_from = self._day("recorded_from", text("Recorded from"), wanted.recorded_from)
            self.recorded_to = self._day("recorded_to", text("Recorded to"), wanted.recorded_to)
        with self.beside():
            self.declared_from = self._day("declared_from", text("Declared from"), wanted.declared_from)
            self.declared_to = self._day("declared_to", text("Declared to"), wanted.declared_to)
        none = button(text("All entries"), "no-filter", self._none)
        self.verbs(text("Filter"), self._choose, none, later=text("Close"))

    def _day(self, key: str, words: str, day: date | None) -> DateField:
        made = self.day(key, words, placeholder=self.text("day/month"))
        made.set(day)
        return made

    def _choose(self) -> None:
        self.clear_errors()
        try:
            wanted = Wanted(
                official=self.official.value(),
                verb=self.verb.currentData() or None,
                task=self.task.value(),
                recorded_from=self.day_of("recorded_from"),
                recorded_to=self.day_of("recorded_to"),
                declared_from=self.day_of("declared_from"),
                declared_to=self.day_of("declared_to"),
                search=self._before.search,
            )
        except Expected as error:
            self.show_error(error)
            return
        self.chosen.emit(wanted)
        self.accept()

    def _none(self) -> None:
        self.chosen.emit(Wanted(search=self._before.search))
        self.accept()


def chips(desk: Desk, wanted: Wanted) -> dict[str, str]:
    """The filters that are set: field of `Wanted` → its words."""
    from tracker.domain.dates import show_date

    text, found = desk.text, {}
    if wanted.official is not None:
        name = next((each.name for each in _everyone(desk) if each.id == wanted.official), str(wanted.official))
        found["official"] = text("who: {name}", name=name)
    if wanted.task is not None:
        row = next(iter(desk.rows([wanted.task])), None)
        found["task"] = text("task: {number}", number=row.number if row else wanted.task)
    if wanted.verb is not None:
        found["verb"] = text("what: {verb}", verb=deeds.deed(desk.words, wanted.verb))
    if wanted.recorded_from is not None:
        found["recorded_from"] = text("recorded from {day}", day=show_date(wanted.recorded_from))
    if wanted.recorded_to is not None:
        found["recorded_to"] = text("recorded to {day}", day=show_date(wanted.recorded_to))
    if wanted.declared_from is not None:
        found["declared_from"] = text("declared from {day}", day=show_date(wanted.declared_from))
    if wanted.declared_to is not None:
        found["declared_to"] = text("declared to {day}", day=show_date(wanted.declared_to))
    return found


def _everyone(desk: Desk) -> list[Official]:
    from tracker.store import officials

    return officials.every(desk.store)


def _first_empty(choice: tuple[str, str]) -> tuple[bool, str]:
    from tracker.domain.text import fold

    return bool(choice[0]), fold(choice[1])
