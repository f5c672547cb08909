"""The units of the office as a tree on a day: head, deputies, people, and the figures of a period.

Everything is read once for all of them. Imports domain and store.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.officials import Standing
from tracker.figures import counts as counted
from tracker.store import officials, units

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tracker.domain.officials import Appointment, Official, OfficialId
    from tracker.domain.periods import Period
    from tracker.domain.units import Unit, UnitId
    from tracker.figures.types import Counts
    from tracker.store import Store


class Branch(NamedTuple):
    """One unit of the tree."""

    unit: Unit
    depth: int
    head: Official | None
    """Who heads it on the day of the tree."""
    deputies: tuple[Official, ...]
    people: int
    """Officials whose main post is here or below on the day of the tree."""
    counts: Counts
    """Of the unit with those below it, as reports count them: by the tree of the period's end, or of today."""


def tree(store: Store, on: date, period: Period, today: date) -> list[Branch]:
    """The units that exist on a day, each followed by those below it. Raises Refused "figures.identity"."""
    with store.reading():
        there = [unit for unit in units.every(store) if unit.valid_on(on)]
        people = {each.id: each for each in officials.every(store)}
        held = [post for post in officials.appointments(store) if post.valid_on(on)]
        figures = counted.of_units(store, period, today)
        walked = list(_walk(there))
        own = Counter(post.unit for post in held if post.main)
        return [
            Branch(
                unit,
                depth,
                _heads(held, people, unit.id),
                _deputies(held, people, unit.id),
                sum(own[each.id] for each in _with_below(walked, at)),
                figures[unit.id],
            )
            for at, (unit, depth) in enumerate(walked)
        ]


def _walk(there: list[Unit]) -> Iterator[tuple[Unit, int]]:
    """The units with their depth; one whose superior is not there stands at the top."""
    known = {unit.id for unit in there}
    below: dict[UnitId | None, list[Unit]] = {}
    for unit in there:
        below.setdefault(unit.parent if unit.parent in known else None, []).append(unit)

    def walk(parent: UnitId | None, depth: int) -> Iterator[tuple[Unit, int]]:
        for unit in below.pop(parent, []):
            yield unit, depth
            yield from walk(unit.id, depth + 1)

    yield from walk(None, 0)


def _with_below(walked: list[tuple[Unit, int]], at: int) -> Iterator[Unit]:
    """The unit at a place of the walk and those below it, which follow it."""
    unit, depth = walked[at]
    yield unit
    for other, deep in walked[at + 1 :]:
        if deep <= depth:
            return
        yield other


def _heads(held: list[Appointment], people: dict[OfficialId, Official], unit: UnitId) -> Official | None:
    heads = [post for post in held if post.unit == unit and post.standing is Standing.HEAD]
    return people.get(min(heads, key=lambda post: (not post.main, post.id)).official) if heads else None


def _deputies(held: list[Appointment], people: dict[OfficialId, Official], unit: UnitId) -> tuple[Official, ...]:
    found = {post.official for post in held if post.unit == unit and post.standing is Standing.DEPUTY}
    return tuple(each for number, each in people.items() if number in found)
