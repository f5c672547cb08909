"""What can be done with a unit. Who may is decided by the actions; a refusal is told in the dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from tracker.ui.pages.records import RecordDeeds

if TYPE_CHECKING:
    from tracker.domain.units import Unit
    from tracker.ui.pages.units.rows import Line


class Deeds(RecordDeeds["Line"]):
    """The deeds for one page; each opens its dialog over it."""

    def menu(self, line: Line) -> QMenu:
        """All deeds for a unit."""
        text, menu = self._desk.text, QMenu(self._page)
        menu.setObjectName("deeds")
        self._deed(menu, "add-below", text("Add a unit below …"), lambda: self.add(line.branch.unit))
        self._deed(menu, "correct", text("Correct …"), lambda: self.correct(line))
        self._deed(menu, "place", text("Move in the tree …"), lambda: self.place(line))
        menu.addSeparator()
        self._deed(menu, "end", text("End, with its successor …"), lambda: self.end(line))
        return menu

    def add(self, below: Unit | None = None) -> None:
        """A new unit."""
        from tracker.ui.dialogs.units import UnitDialog

        self._open(UnitDialog(self._desk, below=below))

    def correct(self, line: Line) -> None:
        """What was said wrongly of a unit."""
        from tracker.ui.dialogs.units import UnitDialog

        self._open(UnitDialog(self._desk, line.branch.unit))

    def place(self, line: Line) -> None:
        """Another unit above."""
        from tracker.ui.dialogs.units import PlaceUnitDialog

        self._open(PlaceUnitDialog(self._desk, line.branch.unit))

    def end(self, line: Line) -> None:
        """The last day of a unit."""
        from tracker.ui.dialogs.units import EndUnitDialog

        self._open(EndUnitDialog(self._desk, line.branch.unit, line.branch.people))
