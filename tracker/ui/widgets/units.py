"""The field of a unit: type part of its name or code without accents; units as of a day, in the order of the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tracker.domain.errors import Expected, Refused
from tracker.domain.matching import matching, meant, searched
from tracker.ui import tokens
from tracker.ui.widgets.basics import label, set_role
from tracker.ui.widgets.popups import Choice, Choices

if TYPE_CHECKING:
    from collections.abc import Collection

    from tracker.domain.units import UnitId
    from tracker.ui.desk import Desk

OFFERED, NAMED = 50, 5


class Place(NamedTuple):
    """A unit that can be chosen."""

    id: UnitId
    code: str
    name: str
    above: str
    folded: str


def places(desk: Desk, *, ended: bool = False, without: Collection[UnitId] = ()) -> list[Place]:
    """The units of today in the order of the tree, those that ended behind them if wanted."""
    from tracker.store import units

    every = {unit.id: unit for unit in units.every(desk.store)}
    order = [unit.id for unit in desk.units()]
    if ended:
        order += [unit for unit in every if unit not in set(order)]
    return [
        Place(
            unit.id,
            unit.code,
            unit.name,
            every[unit.parent].short_name or every[unit.parent].name if unit.parent in every else "",
            searched(unit.name, unit.short_name or "", unit.code),
        )
        for unit in (every[each] for each in order if each not in without)
    ]


class UnitField(QWidget):
    """One unit, found by typing."""

    changed = Signal()

    def __init__(self, desk: Desk, places: list[Place], *, placeholder: str = "") -> None:
        super().__init__()
        self._desk, self._places = desk, places
        self._chosen: Place | None = None
        self.edit = QLineEdit()
        self.edit.setObjectName("unit-text")
        self.edit.setPlaceholderText(placeholder or desk.text("Part of the name or code of a unit"))
        self._said = label("", "small")
        self._said.setObjectName("said")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(tokens.GRID)
        box.addWidget(self.edit)
        box.addWidget(self._said)
        self._list = Choices(desk, self.edit, desk.text("Units"))
        self._list.taken.connect(self._show)
        self.edit.textEdited.connect(self._typed)
        self.edit.installEventFilter(self)
        self.setFocusProxy(self.edit)
        self._tell()

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """The name is that of the line, too."""
        super().setAccessibleName(name)
        self.edit.setAccessibleName(name)

    def value(self) -> UnitId | None:
        """The unit chosen, or the only one that the typed words mean; None for an empty field.

        Raises Refused "unit.nothing", "unit.several".
        """
        place = self._place()
        return None if place is None else place.id

    def needed(self) -> UnitId:
        """The unit. Raises Refused "unit.none" for an empty field, else as `value`."""
        found = self.value()
        if found is None:
            raise Refused("unit.none", field=self.objectName() or "unit")
        return found

    def set(self, unit: UnitId | None) -> None:
        """Choose a unit."""
        self._show(next((each for each in self._places if each.id == unit), None))

    def _place(self) -> Place | None:
        typed = self.edit.text().strip()
        if self._chosen is not None or not typed:
            return self._chosen
        found = meant(self._places, typed)
        field = self.objectName() or "unit"
        if not found:
            raise Refused("unit.nothing", field=field, name=typed)
        if len(found) > 1:
            raise Refused("unit.several", field=field, name=typed, units=[each.name for each in found[:NAMED]])
        return found[0]

    def _typed(self, text: str) -> None:
        self._chosen = None
        self._offer(text)
        self._tell()

    def _offer(self, text: str) -> None:
        self._list.offer(_choice(each) for each in matching(self._places, text)[:OFFERED])

    def _show(self, place: Place | None) -> None:
        self._chosen = place
        self._list.hide()
        self.edit.setText(place.name if place else "")
        self._tell()

    def _tell(self, *, left: bool = False) -> None:
        told, role = "", "small"
        try:
            place = self._place()
        except Expected as error:
            told, role = (self._desk.sentence(error), "error") if left else ("", "small")
        else:
            told = "" if place is None else _about(place)
        self._said.setText(told)
        self._said.setVisible(bool(told))
        set_role(self._said, role)
        self.changed.emit()

    def _left(self) -> None:
        self._list.hide()
        try:
            place = self._place()
        except Expected:
            place = None
        if place is not None and self._chosen is None:
            self._show(place)
        else:
            self._tell(left=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Up, Down, Enter and Tab choose from the list; leaving the field shuts it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down and not event.modifiers() and not self._list.isVisible():
                self._offer(self.edit.text() if self._chosen is None else "")
                return True
            return self._list.press(event)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self._list.isVisible():
                event.accept()
                return True
        elif event.type() == QEvent.Type.FocusOut:
            self._left()
        return super().eventFilter(watched, event)


def _choice(place: Place) -> Choice:
    return Choice(place, place.name, " · ".join(part for part in (place.code, place.above) if part))


def _about(place: Place) -> str:
    return " · ".join(part for part in (place.code, place.above) if part)
