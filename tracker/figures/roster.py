"""The people of the office as a list: post, unit, what lies open on their desks, their figures of a period, rights.

Everything is read once for all of them. Imports domain and store.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tracker.figures import counts as counted
from tracker.figures.people import People
from tracker.figures.types import Counts
from tracker.store import officials, units, workload

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tracker.domain.officials import Appointment, Grant, Official
    from tracker.domain.periods import Period
    from tracker.domain.units import UnitId
    from tracker.store import Store

H = TypeVar("H", "Appointment", "Grant")
NOTHING = Counts()


class Load(NamedTuple):
    """What lies open on a desk. Tasks weigh their conversion factor K times their quantity (giao quy đổi)."""

    open: int = 0
    overdue: int = 0
    weight: Decimal = Decimal(0)
    weight_overdue: Decimal = Decimal(0)


class Member(NamedTuple):
    """One official of the list."""

    official: Official
    post: Appointment | None
    """The main post of the day, else the last one; None for who was never appointed."""
    unit: UnitId | None
    """The unit the official belongs to."""
    unit_name: str
    left: bool
    """Held posts, and holds none any more nor is to begin one."""
    load: Load
    counts: Counts
    """Of the period, in whatever unit the tasks were held."""
    grants: tuple[Grant, ...]

    @property
    def title(self) -> str:
        """The title of the post; "" for none."""
        return self.post.title if self.post is not None else ""


def roster(store: Store, unit: UnitId | None, period: Period, today: date) -> list[Member]:
    """The officials who belong today to a unit or one below it (None: everybody), in order of their names.

    Raises Refused "figures.identity".
    """
    with store.reading():
        people, loads = People(store), loads_on(store, today)
        figures = counted.of_officials(store, period, today)
        inside = units.subtree(store, unit, today) if unit is not None else None
        posts, granted = _by_official(officials.appointments(store)), _by_official(officials.grants(store))
        found = []
        for each in officials.every(store):
            belongs = people.unit(each.id, today)
            if inside is None or belongs in inside:
                found.append(
                    Member(
                        each,
                        people.post(each.id, today),
                        belongs,
                        people.unit_name(belongs),
                        has_left(posts[each.id], today),
                        loads.get(each.id, Load()),
                        figures.get(each.id, NOTHING),
                        tuple(granted[each.id]),
                    )
                )
    return found


def loads_on(store: Store, today: date) -> dict[int, Load]:
    """What lies open on each desk that has anything."""
    found: dict[int, Load] = {}
    for pile in workload.piles(store, today):
        weight = Decimal(pile.coefficient) * pile.quantity * pile.tasks
        before = found.get(pile.owner, Load())
        found[pile.owner] = Load(
            before.open + pile.tasks,
            before.overdue + (pile.tasks if pile.overdue else 0),
            before.weight + weight,
            before.weight_overdue + (weight if pile.overdue else 0),
        )
    return found


def has_left(posts: Sequence[Appointment], today: date) -> bool:
    """Whether all posts of an official are over."""
    return bool(posts) and all(post.ends_on is not None and post.ends_on < today for post in posts)


def _by_official(found: Sequence[H]) -> defaultdict[int, list[H]]:
    made: defaultdict[int, list[H]] = defaultdict(list)
    for each in found:
        made[each.official].append(each)
    return made
