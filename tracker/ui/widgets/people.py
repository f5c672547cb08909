"""The field of a person: type part of the name without accents, see post, unit and open tasks; recent ones first.

Only people with a valid appointment on the day are offered. The list stands beside the field and never rewrites what is
being typed.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.errors import Expected, Refused
from tracker.domain.matching import matching, meant, searched
from tracker.ui.widgets.listed import FoundField
from tracker.ui.widgets.popups import Choice

if TYPE_CHECKING:
    from tracker.domain.officials import OfficialId
    from tracker.ui.desk import Desk

__all__ = ["Candidate", "PersonField", "candidates", "choice", "matching", "meant", "remember"]

RECENT, NAMED = 5, 7
"""Those chosen last that stand first; names in a sentence at most."""


_RECENT = "people/recent"


class Candidate(NamedTuple):
    """Somebody who can be chosen."""

    id: OfficialId
    code: str
    name: str
    post: str
    unit: str
    open: int
    folded: str


def candidates(desk: Desk, also: Collection[OfficialId] = ()) -> list[Candidate]:
    """Everybody who holds a post today (and `also` these), in Vietnamese order of names, recent choices first."""
    if "people" not in desk.kept:
        desk.kept["people"] = _everybody(desk)
    everybody: list[tuple[Candidate, bool]] = desk.kept["people"]  # type: ignore[assignment]  # as kept above
    found = [each for each, serves in everybody if serves or each.id in also]
    recent = desk.recent(_RECENT)
    return sorted(found, key=lambda each: recent.index(each.code) if each.code in recent else len(recent))


def _everybody(desk: Desk) -> list[tuple[Candidate, bool]]:
    """All officials, and whether each holds a post today."""
    from tracker.store import officials, units, workload

    known = {unit.id: unit.short_name or unit.name for unit in units.every(desk.store)}
    posts = {}
    for post in officials.appointments(desk.store):
        if post.valid_on(desk.today) and (post.official not in posts or post.main):
            posts[post.official] = post
    open_tasks = workload.open_by_owner(desk.store)
    found = []
    for each in officials.every(desk.store):
        held = posts.get(each.id)
        title, unit = ("", "") if held is None else (held.title, known.get(held.unit, ""))
        folded = searched(each.name, each.code, title, unit)
        person = Candidate(each.id, each.code, each.name, title, unit, open_tasks.get(each.id, 0), folded)
        found.append((person, held is not None))
    return found


def choice(desk: Desk, person: Candidate) -> Choice:
    """A person as a line of a list: the name, and what tells it from others."""
    told = desk.text("{count} open", count=person.open)
    return Choice(person, person.name, f"{person.post} · {person.unit} · {told}")


def remember(desk: Desk, person: Candidate) -> None:
    """This person stands first from now on."""
    desk.remember(_RECENT, person.code, RECENT)


class PersonField(FoundField[Candidate]):
    """One official, found by typing."""

    def __init__(
        self,
        desk: Desk,
        *,
        words: str = "",
        placeholder: str = "",
        also: Collection[OfficialId] = (),
        free: bool = False,
    ) -> None:
        """`also`: people who are offered though they hold no post; `free`: other words ("các phòng") are kept as they
        are."""
        shown = placeholder or desk.text("Part of the name, code or unit")
        super().__init__(desk, "person-text", placeholder=shown, offered=desk.text("People"))
        self._also, self._free = also, free
        self._people: list[Candidate] | None = None
        self.setAccessibleName(words)
        desk.changed.connect(self._forget)
        desk.turned.connect(self._forget)
        self._tell()

    def value(self) -> OfficialId | None:
        """The official chosen, or the only one whom the typed words mean; None for an empty field.

        Raises Refused "person.nobody", "person.several".
        """
        person = self._meant()
        return None if person is None else person.id

    def set(self, official: OfficialId | None) -> None:
        """Choose an official."""
        self._show(next((each for each in self._known() if each.id == official), None))

    def typed(self) -> str:
        """What stands in the field, to be typed into it again later: with the code of whoever was chosen."""
        return f"{self._chosen.name} ({self._chosen.code})" if self._chosen else self.edit.text().strip()

    def type_in(self, text: str) -> None:
        """Fill in what was typed before; whoever is meant beyond doubt is chosen."""
        self._chosen = None
        self.edit.setText(text)
        self._show(person) if (person := self.chosen()) else self._tell()

    def _forget(self) -> None:
        self._people = None

    def _known(self) -> list[Candidate]:
        if self._people is None:
            self._people = candidates(self._desk, self._also)
        return self._people

    def _choice(self, each: Candidate) -> Choice:
        return choice(self._desk, each)

    def _about(self, each: Candidate) -> str:
        told = self._desk.text("{count} open tasks", count=each.open)
        return " · ".join(part for part in (each.post, each.unit, told) if part)

    def _refusal(self, typed: str, found: list[Candidate]) -> Refused:
        field = self.objectName() or "owner"
        if not found:
            return Refused("person.nobody", field=field, name=typed)
        return Refused("person.several", field=field, name=typed, people=_names(found))

    def _problem(self, error: Expected, *, left: bool) -> tuple[str, str]:
        if self._free and error.code == "person.nobody":
            return self._desk.text("kept as it is written") if left else "", "small"
        return super()._problem(error, left=left)

    def _take(self, each: Candidate) -> None:
        remember(self._desk, each)
        super()._take(each)


def _names(people: list[Candidate]) -> list[str]:
    """The names, with the unit where one stands twice."""
    names = [each.name for each in people[:NAMED]]
    return [
        f"{each.name} ({each.unit or each.code})" if names.count(each.name) > 1 else each.name
        for each in people[:NAMED]
    ]
