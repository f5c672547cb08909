"""Whom a cell of a book means: a person by code or by full name, never by a unit's name. Pure; imports domain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from tracker.actions.imports.unit_names import UnitNames
from tracker.domain.text import fold

if TYPE_CHECKING:
    from tracker.domain.officials import Appointment, Official, OfficialId
    from tracker.domain.units import Unit, UnitId

_UNIT_WORDS = (
    "cac ",
    "phong ",
    "van phong",
    "trung tam ",
    "ubnd",
    "hdnd",
    "uy ban",
    "hoi dong ",
    "bo phan ",
    "cong an",
    "don vi",
    "to dan pho",
    "tram y te",
    "toan the",
    "tat ca",
)
"""Folded beginnings of what names a unit or several, and no person."""


class Match(NamedTuple):
    """The person meant, or why none is."""

    official: OfficialId | None
    code: str = ""
    """Of the problem: import.person_unknown, import.person_ambiguous, import.person_is_unit, import.code_and_name."""
    parameters: Mapping[str, object] = {}


class People:
    """The officials of the office as books call them. What repeats down a column is looked up once."""

    def __init__(
        self, officials: Iterable[Official], appointments: Iterable[Appointment] = (), units: Iterable[Unit] = ()
    ) -> None:
        self._codes: dict[str, Official] = {}
        self._names: dict[str, list[Official]] = {}
        self._given: dict[str, list[Official]] = {}
        for each in sorted(officials, key=lambda official: official.code):
            self._codes[each.code.casefold()] = each
            self._names.setdefault(fold(each.name), []).append(each)
            self._given.setdefault(fold(each.given_name), []).append(each)
        self._posts: dict[OfficialId, list[Appointment]] = {}
        for post in appointments:
            self._posts.setdefault(post.official, []).append(post)
        self._units = UnitNames(units)
        self._known: dict[tuple[str, UnitId | None], Match] = {}

    def find(self, text: str, unit: UnitId | None = None) -> Match:
        """The person that a cell names: by code, by full name where it is unique (in `unit`, if the book names it), or
        by both.
        """
        found = self._known.get((text, unit))
        if found is None:
            found = self._known[text, unit] = self._find(text, unit)
        return found

    def titled(self, text: str) -> OfficialId | None:
        """The only official whose post bears that title, as books call assigners: "Chủ tịch UBND phường"."""
        wanted = fold(text)
        found = {official for official, posts in self._posts.items() if any(fold(p.title) == wanted for p in posts)}
        return found.pop() if len(found) == 1 else None

    def _find(self, text: str, unit: UnitId | None) -> Match:
        by_code = self._codes.get(text.casefold())
        if by_code:
            return Match(by_code.id)
        named = self._preferred(self._names.get(fold(text), []), text, unit)
        if len(named) == 1:
            return Match(named[0].id)
        if named:
            return _ambiguous(text, named)
        return self._in_parts(text) or self._with_title(text) or self._nobody(text)

    def _preferred(self, found: list[Official], text: str, unit: UnitId | None) -> list[Official]:
        """Those written exactly so, and of these those of the unit, if there are any."""
        found = [each for each in found if each.name.casefold() == text.casefold()] or found
        inside = [each for each in found if unit is not None and self._serves(each, unit)]
        return inside or found

    def _serves(self, official: Official, unit: UnitId) -> bool:
        return any(post.unit == unit for post in self._posts.get(official.id, []))

    def _in_parts(self, text: str) -> Match | None:
        """Code and name in one cell: "CB06 - Hà Thị Ánh Nguyệt", "Hà Thị Ánh Nguyệt (CB06)"."""
        words = text.replace("(", " ").replace(")", " ").replace(" - ", " ").replace(",", " ").replace(":", " ").split()
        coded = [word for word in words if word.casefold() in self._codes]
        if len(coded) != 1 or len(words) == 1:
            return None
        official = self._codes[coded[0].casefold()]
        rest = " ".join(word for word in words if word is not coded[0])
        if fold(rest) != fold(official.name):
            return Match(None, "import.code_and_name", {"value": text, "person": _called(official)})
        return Match(official.id)

    def _with_title(self, text: str) -> Match | None:
        """A title before the name: "Phó Chủ tịch Tạ Thị Minh Khuê"."""
        words = fold(text).split(" ")
        for start in range(1, len(words) - 1):
            named = self._names.get(" ".join(words[start:]), [])
            title = " ".join(words[:start])
            held = [each for each in named if any(title in fold(p.title) for p in self._posts.get(each.id, []))]
            if len(held) == 1:
                return Match(held[0].id)
        return None

    def _nobody(self, text: str) -> Match:
        folded = fold(text)
        if self._units.find(text) or folded.startswith(_UNIT_WORDS):
            return Match(None, "import.person_is_unit", {"value": text})
        given = self._given.get(folded, [])
        near = [each for each in given if each.given_name.casefold() == text.casefold()] or given
        if len(near) > 1:
            return _ambiguous(text, near)
        if near:
            return Match(None, "import.only_given_name", {"value": text, "person": _called(near[0])})
        return Match(None, "import.person_unknown", {"value": text})


def _ambiguous(text: str, found: list[Official]) -> Match:
    return Match(None, "import.person_ambiguous", {"value": text, "people": ", ".join(map(_called, found))})


def _called(official: Official) -> str:
    return f"{official.code} {official.name}"
