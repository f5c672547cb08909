"""The line above the list of people: what it is, search, who left, and the list as a sheet of Excel or on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox

from tracker.ui.pages.records import RecordsHead

if TYPE_CHECKING:
    from tracker.ui.desk import Desk


class Head(RecordsHead):
    """Name and count at the left, the tools at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, search=220)
        self.gone = QCheckBox(desk.text("No longer serving"))
        self.gone.setObjectName("gone")
        self.gone.setAccessibleName(desk.text("No longer serving"))
        self._lay_out(self.gone)

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
