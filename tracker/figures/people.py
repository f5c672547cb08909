"""Names, titles and units of officials as papers print them, read once for a whole sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.officials import Appointment, OfficialId, Standing, main_unit_on
from tracker.figures.types import Person
from tracker.store import officials, units

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.officials import Official
    from tracker.domain.units import Unit, UnitId
    from tracker.store import Store

_RANK = {Standing.HEAD: 0, Standing.DEPUTY: 1, Standing.MEMBER: 2}


class People:
    """All officials and units of the office."""

    def __init__(self, store: Store) -> None:
        self.units: dict[UnitId, Unit] = {unit.id: unit for unit in units.every(store)}
        found = officials.every(store)
        self._officials: dict[int, Official] = {official.id: official for official in found}
        self._order: dict[int, int] = {official.id: at for at, official in enumerate(found)}
        self._posts: dict[int, list[Appointment]] = {}
        for post in officials.appointments(store):
            self._posts.setdefault(post.official, []).append(post)

    def everybody(self) -> list[OfficialId]:
        """All officials of the office, past ones too."""
        return [official.id for official in self._officials.values()]

    def name(self, official: int | None) -> str:
        """The full name; "" for nobody."""
        found = self._officials.get(official) if official is not None else None
        return found.name if found else ""

    def person(self, official: int, day: date, unit: int | None = None) -> Person:
        """The official with the title held on a day, that in the unit where one is named; nobody's names are empty."""
        found = self._officials.get(official)
        if found is None:
            return Person("", "", "")
        post = self.post(official, day, unit)
        return Person(found.code, found.name, post.title if post else "")

    def post(self, official: int, day: date, unit: int | None = None) -> Appointment | None:
        """The post that counts on a day: one that is held rather than ended, the main one rather than another."""
        posts = [post for post in self._posts.get(official, []) if unit is None or post.unit == unit]
        begun = [post for post in posts if post.starts_on is None or post.starts_on <= day]
        ranked = sorted(begun or posts, key=lambda post: (post.valid_on(day), post.main, str(post.starts_on or "")))
        return ranked[-1] if ranked else None

    def serves(self, official: OfficialId, day: date) -> bool:
        """Whether the official holds any post on a day."""
        return any(post.valid_on(day) for post in self._posts.get(official, []))

    def unit(self, official: int, day: date) -> UnitId | None:
        """The unit the official belongs to on a day."""
        return main_unit_on(self._posts.get(official, []), day)

    def unit_name(self, unit: int | None) -> str:
        """The short name of a unit, its name where it has none; "" for none."""
        found = self.units.get(unit) if unit is not None else None  # type: ignore[call-overload]
        return (found.short_name or found.name) if found else ""

    def head(self, unit: UnitId, day: date) -> OfficialId | None:
        """Who heads the unit on a day; None where nobody does."""
        heads = [
            post
            for posts in self._posts.values()
            for post in posts
            if post.unit == unit and post.standing is Standing.HEAD and post.valid_on(day)
        ]
        return min(heads, key=lambda post: (not post.main, post.id)).official if heads else None

    def rank(self, official: int, unit: int | None, day: date) -> tuple[int, int]:
        """The order in a list of the unit: head, deputies, members, each by name."""
        post = self.post(official, day, unit)
        return (_RANK[post.standing] if post else len(_RANK), self._order.get(official, 0))
