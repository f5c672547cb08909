"""What the page of units reads, and what stands behind its numbers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.matching import searched
from tracker.ui.pages import records

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.periods import Period
    from tracker.domain.units import UnitId
    from tracker.figures.tree import Branch
    from tracker.store import Store
    from tracker.ui.desk import Desk


class Asked(NamedTuple):
    """What the tree depends on."""

    unit: UnitId | None
    """Only this one and those below it."""
    on: date
    period: Period
    today: date


class Line(NamedTuple):
    """A row of the tree."""

    branch: Branch
    depth: int
    below: int
    """How many units stand below it."""

    @property
    def id(self) -> UnitId:
        """The unit."""
        return self.branch.unit.id

    @property
    def name(self) -> str:
        """Its name."""
        return self.branch.unit.name


def read(store: Store, asked: Asked) -> list[Line]:
    """The tree of a day, or the part of it that is in view."""
    from tracker.figures.tree import tree

    branches = tree(store, asked.on, asked.period, asked.today)
    if asked.unit is None:
        return _lines(branches)
    at = next((at for at, branch in enumerate(branches) if branch.unit.id == asked.unit), None)
    return [] if at is None else _lines(branches[at : at + 1 + _below(branches, at)])


def _lines(branches: list[Branch]) -> list[Line]:
    top = branches[0].depth if branches else 0
    return [Line(branch, branch.depth - top, _below(branches, at)) for at, branch in enumerate(branches)]


def _below(branches: list[Branch], at: int) -> int:
    """How many of the branches behind a place stand below it."""
    found = 0
    for branch in branches[at + 1 :]:
        if branch.depth <= branches[at].depth:
            break
        found += 1
    return found


def shown(lines: list[Line], folded: Iterable[UnitId], typed: str) -> list[Line]:
    """The rows that are seen: not those below a folded unit; with words typed those that have them, and all above."""
    if typed.strip():
        return _found(lines, typed)
    seen: list[Line] = []
    shut, hidden = set(folded), 0
    for line in lines:
        if hidden:
            hidden -= 1
            continue
        seen.append(line)
        if line.id in shut:
            hidden = line.below
    return seen


def _found(lines: list[Line], typed: str) -> list[Line]:
    words = searched(typed).split()
    kept: set[int] = set()
    path: list[int] = []
    for at, line in enumerate(lines):
        del path[line.depth :]
        path.append(at)
        unit = line.branch.unit
        head = line.branch.head.name if line.branch.head else ""
        text = searched(unit.name, unit.short_name or "", unit.code, head)
        if all(f" {word}" in f" {text}" for word in words):
            kept.update(path)
    return [line for at, line in enumerate(lines) if at in kept]


def open_figure(desk: Desk, line: Line, figure: str) -> None:
    """Go to the tasks behind a figure of a unit."""
    unit = line.branch.unit
    records.open_figure(desk, unit.short_name or unit.name, figure, unit=unit.id)


def open_people(desk: Desk, unit: UnitId | None, official: int | None = None) -> None:
    """Go to the people of a unit, or to one of them."""
    if official is not None:
        desk.go("officials", official=official)
        return
    desk.choose_unit(unit)
    desk.go("officials")
