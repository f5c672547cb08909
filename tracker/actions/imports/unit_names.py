"""Units as books call them: by code, by name, by short name. Pure; imports domain."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tracker.domain.text import fold

if TYPE_CHECKING:
    from tracker.domain.units import Unit


class UnitNames:
    """The units of an office, to be found by what a cell calls them."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._codes: dict[str, Unit] = {}
        self._names: dict[str, list[Unit]] = {}
        for unit in units:
            self._codes[unit.code.casefold()] = unit
            for name in {_plain(text) for text in (unit.name, unit.short_name) if text}:
                self._names.setdefault(name, []).append(unit)

    def find(self, text: str) -> list[Unit]:
        """The unit with that code, else those of that name: none, one, or several that are called alike."""
        by_code = self._codes.get(text.casefold())
        return [by_code] if by_code else self._names.get(_plain(text), [])


def called(units: Iterable[Unit]) -> str:
    """Units that are called alike, each with its code, for the one who has to choose."""
    return ", ".join(f"{unit.code} {unit.name}" for unit in units)


def _plain(text: str) -> str:
    """Offices write "UBND phường" and "Ủy ban nhân dân phường" for one another."""
    return fold(text).replace("uy ban nhan dan", "ubnd").replace("hoi dong nhan dan", "hdnd")
