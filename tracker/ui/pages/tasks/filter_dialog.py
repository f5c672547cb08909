"""Lọc: the conditions of the list, set together. Nothing is written to the office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QGridLayout, QSpinBox, QWidget

from tracker.domain.deadlines import DeadlineClass
from tracker.domain.errors import Expected
from tracker.domain.officials import OfficialId
from tracker.domain.tasks import TaskState
from tracker.store import listing
from tracker.store.listing import Wanted
from tracker.ui import tokens, wording
from tracker.ui.dialogs.frame import Dialog
from tracker.ui.widgets.basics import button
from tracker.ui.widgets.people import PersonField

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tracker.ui.desk import Desk
    from tracker.ui.widgets.dates import DateField

_MOST = 999


class FilterDialog(Dialog):
    """The filters of the list. `chosen` has them once the dialog was accepted."""

    def __init__(self, desk: Desk, filters: Wanted) -> None:
        super().__init__(desk, desk.text("Filter the list"), name="filter-dialog", journal=False)
        self.chosen = filters
        self._people(filters)
        self.classes = self._several("classes", self.text("Status"), DeadlineClass, filters.classes)
        self._days(filters)
        self.states = self._several("states", self.text("State"), TaskState, filters.states)
        with self.beside():
            self.field_of_work = self.choice("task_field", self.text("Field of work"), self._fields_of_work(filters))
            self.extensions = self._count(
                "extensions", self.text("Deadline changed at least"), self.text(" times"), filters.extensions
            )
        self.field_of_work.setCurrentIndex(max(0, self.field_of_work.findData(*filters.fields[:1] or (None,))))
        self.concern = self.check("concern", self.text("Only what the public takes an interest in"))
        self.concern.setChecked(filters.public_concern)
        self.verbs(
            self.text("Filter"), self._take, button(self.text("Clear all"), "clear-all", self._clear),
            later=self.text("Cancel"),
        )  # fmt: skip

    def _people(self, filters: Wanted) -> None:
        known = [OfficialId(each) for each in (filters.owner, filters.assigner) if each is not None]
        with self.beside():
            self.owner = PersonField(self.desk, also=known)
            self.field("owner", self.text("Answerable"), self.owner)
            self.assigner = PersonField(self.desk, also=known)
            self.field("assigner", self.text("Assigned by"), self.assigner)
        for field, official in ((self.owner, filters.owner), (self.assigner, filters.assigner)):
            field.set(None if official is None else OfficialId(official))

    def _days(self, filters: Wanted) -> None:
        text = self.text
        with self.beside():
            self.due_from = self._day("due_from", text("Deadline from"), filters.due_from)
            self.due_to = self._day("due_to", text("Deadline until"), filters.due_to)
        with self.beside():
            self.late = self._count("late", text("Late by at least"), text(" working days"), filters.late)
            self.since = self._day("since", text("Updated since"), filters.since, future=False)

    def _day(self, key: str, words: str, day: str | None, *, future: bool = True) -> DateField:
        from datetime import date

        made = self.day(key, words, ahead=future, placeholder=self.text("day/month/year"))
        made.set(date.fromisoformat(day) if day else None)
        return made

    def _count(self, key: str, words: str, unit: str, count: int) -> QSpinBox:
        made = QSpinBox()
        made.setRange(0, _MOST)
        made.setSuffix(unit)
        made.setSpecialValueText(self.text("any"))
        made.setValue(count)
        made.lineEdit().setTextMargins(tokens.GRID * 2, 0, 0, 0)
        self.field(key, words, made)
        return made

    def _several(
        self, key: str, words: str, choices: Iterable[DeadlineClass | TaskState], chosen: Iterable[str]
    ) -> list[QCheckBox]:
        """Boxes for a few choices, two beside each other; none ticked lets all through."""
        whole, boxes, had = QWidget(), [], set(chosen)
        grid = QGridLayout(whole)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(tokens.GRID)
        for at, each in enumerate(choices):
            term = self.desk.words.term(each)
            box = QCheckBox(wording.beginning(term))
            box.setObjectName(f"{key}-{each.value}")
            box.setAccessibleName(f"{words}: {term}")
            box.setProperty("value", each.value)
            box.setChecked(each.value in had)
            grid.addWidget(box, at // 2, at % 2)
            boxes.append(box)
        whole.setFocusProxy(boxes[0])
        self.field(key, words, whole)
        return boxes

    def _fields_of_work(self, filters: Wanted) -> dict[str, str]:
        known = dict.fromkeys([*listing.fields(self.desk.store), *filters.fields])
        return {_ANY: self.text("any"), **{name: name for name in known if name}, "": self.text("no field")}

    def _clear(self) -> None:
        self.chosen = Wanted(tasks=self.chosen.tasks)
        self.accept()

    def _take(self) -> None:
        self.clear_errors()
        try:
            self.chosen = self._said()
        except Expected as error:
            self.show_error(error)
        else:
            self.accept()

    def _said(self) -> Wanted:
        """The filters as they are set. Raises Refused for a day or a person that is none."""
        work = str(self.field_of_work.currentData())
        return Wanted(
            tasks=self.chosen.tasks,
            owner=self.owner.value(),
            assigner=self.assigner.value(),
            classes=_ticked(self.classes),
            states=_ticked(self.states),
            fields=() if work == _ANY else (work,),
            due_from=_iso(self.day_of("due_from")),
            due_to=_iso(self.day_of("due_to")),
            late=self.late.value(),
            since=_iso(self.day_of("since")),
            extensions=self.extensions.value(),
            public_concern=self.concern.isChecked(),
        )


_ANY = "\0"
"""No field of work is called so."""


def _ticked(boxes: Iterable[QCheckBox]) -> tuple[str, ...]:
    return tuple(str(box.property("value")) for box in boxes if box.isChecked())


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
