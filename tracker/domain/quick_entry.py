"""A task in one line: "việc; người; hạn; sản phẩm". Pure.

It is split from the right, because a title may contain semicolons: the parts behind the last semicolon whose part is a
person, with a deadline behind it, are person, deadline and product; all before them is the title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from tracker.domain.errors import Refused
from tracker.domain.matching import Findable, meant
from tracker.domain.text import squeeze
from tracker.domain.typed_days import Limit, read_limit

if TYPE_CHECKING:
    from tracker.domain.calendar import WorkingCalendar

P = TypeVar("P", bound=Findable)

MARK = ";"
_LOOKED_AT = 6
"""Parts from the right that may be the person: no title goes on with more semicolons behind the name."""


class Entry(NamedTuple, Generic[P]):
    """A line as it is understood. What is missing is empty, what is not understood is told by a refusal."""

    title: str = ""
    who: str = ""
    """The words of the person."""
    people: Sequence[P] = ()
    """Whom they may mean: one, if it is clear."""
    when: str = ""
    """The words of the deadline."""
    limit: Limit | None = None
    product: str = ""
    person_part: int = 1
    """Which part, counted from 0, is the person's: the deadline stands behind it, then the product."""
    wrong_date: Refused | None = None

    @property
    def person(self) -> P | None:
        """The person, where it is clear who is meant."""
        return self.people[0] if len(self.people) == 1 else None

    def part_at(self, line: str, caret: int) -> str:
        """What is being typed at a place of the line: title, who, when or product."""
        at = line[:caret].count(MARK)
        return "title" if at < self.person_part else ("who", "when", "product")[min(2, at - self.person_part)]


def read(line: str, people: Sequence[P], today: date, calendar: WorkingCalendar) -> Entry[P]:
    """How a line is understood. Never raises: what is wrong stands in the entry."""
    parts = [squeeze(part) for part in line.split(MARK)]
    first = max(1, len(parts) - _LOOKED_AT)
    known = {at: _found(parts[at], people) for at in range(first, len(parts))}
    limits = {at: _limit(parts[at], today, calendar) for at in range(first, len(parts))}
    at = _person_at(parts, known, limits)
    if at is None:
        return Entry(squeeze(line))
    limit = limits.get(at + 1)
    return Entry(
        squeeze(f"{MARK} ".join(part for part in parts[:at] if part)),
        parts[at],
        known[at],
        parts[at + 1] if at + 1 < len(parts) else "",
        limit if isinstance(limit, Limit) else None,
        f"{MARK} ".join(part for part in parts[at + 2 :] if part),
        at,
        limit if isinstance(limit, Refused) else None,
    )


def bare(line: str) -> str:
    """A line of pasted minutes without its bullet or number; the columns of a sheet become parts."""
    plain = re.sub(r"^\s*(?:[-–—•*+▪·]|\(?\d{1,3}[.)/]|\(?[a-zđA-ZĐ][.)])\s+", "", line)
    return squeeze(f"{MARK} ".join(plain.rstrip("\t").split("\t")))


def compose(title: str, who: str, when: str, product: str) -> str:
    """The line of these parts, without the empty ones at its end."""
    parts = [title, who, when, product]
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    return f"{MARK} ".join(parts)


def replaced(line: str, part: int, words: str) -> str:
    """The line with other words in one of its parts, counted from 0; parts that are missing before it are empty."""
    parts = line.split(MARK)
    parts += [""] * (part + 1 - len(parts))
    parts[part] = f" {words}" if part else words
    return MARK.join(parts)


def _person_at(parts: list[str], known: dict[int, list[P]], limits: dict[int, Limit | Refused | None]) -> int | None:
    """The rightmost part that is a person and has a deadline behind it; without one the likeliest by its place."""
    if not known:
        return None
    usual = max(1, len(parts) - 3)

    def likely(at: int) -> tuple[bool, int, int, bool, int]:
        limit = limits.get(at + 1)
        fits = 2 if isinstance(limit, Limit) else 1 if known[at] and limit is None else 0
        return bool(known[at]), fits, -len(known[at]), at == usual, at

    return max(known, key=likely)


def _found(words: str, people: Sequence[P]) -> list[P]:
    return meant(people, words) if words else []


def _limit(words: str, today: date, calendar: WorkingCalendar) -> Limit | Refused | None:
    try:
        return read_limit(words, today, calendar)
    except Refused as error:
        return error
