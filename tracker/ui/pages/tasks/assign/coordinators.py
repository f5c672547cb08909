"""Who works along: any number of officials, or words as "các phòng", each with own part and date."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from tracker.domain.errors import Expected
from tracker.domain.new_task import NewCoordinator
from tracker.ui import tokens
from tracker.ui.widgets.basics import icon_button, link
from tracker.ui.widgets.dates import DateField
from tracker.ui.widgets.people import PersonField

if TYPE_CHECKING:
    from tracker.ui.desk import Desk


class Coordinators(QWidget):
    """Rows of person, part and date; none until one is added."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: list[CoordinatorRow] = []
        self._add = link(desk.text("Add a co-&ordinator"), "add-coordinator", self._added)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(tokens.GRID * 2)
        self._box.addWidget(self._add)
        self.setFocusProxy(self._add)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def value(self) -> tuple[NewCoordinator, ...]:
        """Those who were named. Raises Refused for a name that may be several, or a date that is none."""
        return tuple(found for each in self._rows if (found := each.value()) is not None)

    def typed(self) -> str:
        """What stands in the rows, to be typed into them again later."""
        rows = [row for each in self._rows if any(row := each.typed())]
        return json.dumps(rows, ensure_ascii=False) if rows else ""

    def type_in(self, text: str) -> None:
        """Fill in what was typed before."""
        for each in list(self._rows):
            self._gone(each)
        for row in json.loads(text) if text else []:
            self.add().type_in(row)

    def add(self) -> CoordinatorRow:
        """One more row."""
        made = CoordinatorRow(self._desk, len(self._rows) + 1)
        made.changed.connect(self.changed)
        made.gone.connect(lambda: self._gone(made))
        self._rows.append(made)
        self._box.insertWidget(len(self._rows) - 1, made)
        made.show()  # now: the cursor goes there before the layout would show it
        return made

    def _added(self) -> None:
        self.add().who.setFocus()
        self.changed.emit()

    def _gone(self, row: CoordinatorRow) -> None:
        self._rows.remove(row)
        self._box.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._add.setFocus()
        self.changed.emit()


class CoordinatorRow(QWidget):
    """One who works along."""

    changed = Signal()
    gone = Signal()

    def __init__(self, desk: Desk, number: int) -> None:
        super().__init__()
        text = desk.text
        self.setProperty("clear", True)
        words = {"number": number}
        self.who = PersonField(desk, placeholder=text("person, or “all divisions”"), free=True)
        self.who.setObjectName(f"coordinator-{number}")
        self.who.setAccessibleName(text("Co-ordinator {number}", **words))
        self.part, self.due = QLineEdit(), DateField(desk, placeholder=text("own date"))
        self.part.setObjectName(f"part-{number}")
        self.part.setPlaceholderText(text("own part of the work"))
        self.part.setAccessibleName(text("Part of co-ordinator {number}", **words))
        self.due.setAccessibleName(text("Date of co-ordinator {number}", **words))
        away = icon_button(
            desk.theme.icon("close"), text("Take co-ordinator {number} off", **words), "gone", self.gone.emit
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(tokens.GRID * 2)
        grid.setVerticalSpacing(tokens.GRID * 2)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.who, 0, 0, 1, 2, top)
        grid.addWidget(self.part, 1, 0, top)
        grid.addWidget(self.due, 1, 1, top)
        grid.addWidget(away, 0, 2, top)
        for at in (0, 1):
            grid.setColumnStretch(at, 1)
        self.who.changed.connect(self.changed)
        self.part.textChanged.connect(lambda _: self.changed.emit())
        self.due.changed.connect(self.changed)

    def value(self) -> NewCoordinator | None:
        """Who works along; None for an empty row."""
        part, due = self.part.text().strip() or None, self.due.value()
        try:
            official = self.who.value()
        except Expected as error:
            if error.code != "person.nobody":
                raise
            return NewCoordinator(name=self.who.typed(), part=part, due_on=due)
        return None if official is None else NewCoordinator(official=official, part=part, due_on=due)

    def typed(self) -> list[str]:
        """What stands in the row."""
        return [self.who.typed(), self.part.text(), self.due.typed()]

    def type_in(self, row: list[str]) -> None:
        """Fill in what was typed before."""
        who, part, due = row
        self.who.type_in(who)
        self.part.setText(part)
        self.due.type_in(due)
