"""The line above the list of people: what it is, search, who left, and the list as a sheet of Excel or on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QMenu, QWidget

from tracker.ui import tokens
from tracker.ui.widgets.basics import icon_button, label
from tracker.ui.widgets.search import SearchField

if TYPE_CHECKING:
    from tracker.ui.desk import Desk


class Head(QWidget):
    """Name and count at the left, the tools at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("clear", True)
        self._name, self._count = label("", "card"), label("", "muted")
        self._count.setObjectName("list-count")
        self.search = SearchField(desk, width=220)
        self.search.addAction(desk.theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.gone = QCheckBox(desk.text("No longer serving"))
        self.gone.setObjectName("gone")
        self.gone.setAccessibleName(desk.text("No longer serving"))
        self._menu = QMenu(self)
        self._menu.setObjectName("sheet-menu")
        self.import_ = self._menu.addAction(desk.text("Import a list from Excel …"))
        self.export = self._menu.addAction(desk.text("Export to Excel …"))
        self.print = self._menu.addAction(desk.text("Print this list (Ctrl+P)"))
        for action, name in ((self.import_, "import"), (self.export, "export"), (self.print, "print")):
            action.setObjectName(name)
        self.sheet = icon_button(desk.theme.icon("sheet"), desk.text("Excel and print"), "sheet", self._open)
        line = QHBoxLayout(self)
        line.setContentsMargins(tokens.GAP - 2, 0, tokens.GRID, 0)
        line.setSpacing(tokens.GAP - tokens.GRID)
        for each in (self._name, self._count):
            line.addWidget(each)
        line.addStretch(1)
        for tool in (self.gone, self.search, self.sheet):
            line.addWidget(tool)

    def name(self) -> str:
        """What the list is."""
        return self._desk.text("No longer serving") if self.gone.isChecked() else self._desk.text("Serving today")

    def print_name(self) -> str:
        """What it is called on paper."""
        text = self._desk.text
        return (
            text("List of officials no longer serving") if self.gone.isChecked() else text("List of officials serving")
        )

    def note(self) -> str:
        """By what it is filtered."""
        parts = []
        if self._desk.unit is not None:
            from tracker.store import units

            parts.append(self._desk.text("Unit: {unit}", unit=units.get(self._desk.store, self._desk.unit).name))
        parts.append(self._desk.text("Period: {period}", period=self._desk.period.name(self._desk.words.language)))
        if self.search.text():
            parts.append(self._desk.text("Searched: {words}", words=self.search.text()))
        return "; ".join(parts)

    def tell(self, shown: int, left: int) -> None:
        """How many rows there are, and how many left the office."""
        self._name.setText(self.name())
        self._count.setText(self._desk.text("{count} people", count=shown))
        self.gone.setText(self._desk.text("No longer serving ({count})", count=left))
        self.gone.setVisible(left > 0 or self.gone.isChecked())

    def _open(self) -> None:
        self._menu.popup(self.sheet.mapToGlobal(QPoint(0, self.sheet.height())))
