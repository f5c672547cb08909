"""The field of a unit: type part of its name or code without accents; units as of a day, in the order of the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.errors import Refused
from tracker.domain.matching import searched
from tracker.ui.widgets.listed import FoundField
from tracker.ui.widgets.popups import Choice

if TYPE_CHECKING:
    from collections.abc import Collection

    from tracker.domain.units import UnitId
    from tracker.ui.desk import Desk

NAMED = 5
"""Names in a sentence at most."""


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


class UnitField(FoundField[Place]):
    """One unit, found by typing."""

    def __init__(self, desk: Desk, places: list[Place], *, placeholder: str = "") -> None:
        shown = placeholder or desk.text("Part of the name or code of a unit")
        super().__init__(desk, "unit-text", placeholder=shown, offered=desk.text("Units"))
        self._places = places
        self._tell()

    def value(self) -> UnitId | None:
        """The unit chosen, or the only one that the typed words mean; None for an empty field.

        Raises Refused "unit.nothing", "unit.several".
        """
        place = self._meant()
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

    def _known(self) -> list[Place]:
        return self._places

    def _choice(self, each: Place) -> Choice:
        return Choice(each, each.name, self._about(each))

    def _about(self, each: Place) -> str:
        return " · ".join(part for part in (each.code, each.above) if part)

    def _refusal(self, typed: str, found: list[Place]) -> Refused:
        field = self.objectName() or "unit"
        if not found:
            return Refused("unit.nothing", field=field, name=typed)
        return Refused("unit.several", field=field, name=typed, units=[each.name for each in found[:NAMED]])
