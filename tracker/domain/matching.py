"""Finding a person by part of the name, the code, the post or the unit, accents left out. Pure; imports domain.text.

A name without accents means many: what was typed with accents comes first, and whoever is meant has to be the only one.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Protocol, TypeVar

from tracker.domain.text import fold, squeeze


class Findable(Protocol):
    """Somebody who can be found."""

    @property
    def code(self) -> str:
        """The key of the person."""

    @property
    def name(self) -> str:
        """The full name."""

    @property
    def folded(self) -> str:
        """Name, code, post and unit as `searched` makes them."""


P = TypeVar("P", bound=Findable)


@lru_cache(maxsize=8192)
def searched(*texts: str) -> str:
    """Texts as they are searched: folded, signs taken for blanks."""
    return " ".join(_words(" ".join(texts)))


def matching(people: Iterable[P], typed: str) -> list[P]:
    """Those who have every word typed as the beginning of a word, the likeliest first, else in the order given.

    The likeliest: whose given name it is with its accents, then without, then whose name has the words.
    """
    words = _words(typed)
    found = [each for each in people if _has(each.folded, words)]
    return sorted(found, key=lambda each: _rank(each, typed, words)) if words else found


def meant(people: Iterable[P], typed: str) -> list[P]:
    """Whom the words mean: one person, if they leave no doubt; else all who may be meant.

    No doubt: the code or full name, the only one found, or the only one whose given name it is (with its accents, if it
    was typed with any).
    """
    found = matching(people, typed)
    plain = searched(typed)
    for sure in (
        [each for each in found if searched(each.code) == plain or _same(each.name, typed)],
        [each for each in found if searched(each.name) in (plain, _without_code(plain, each))],
        found,
        [each for each in found if _given_name(each, typed)],
    ):
        if len(sure) == 1:
            return sure
    return found


def _given_name(each: Findable, typed: str) -> bool:
    """Whether it is the given name: "anh" is that of Anh and of Ánh, "ánh" only of the one."""
    given = each.name.rpartition(" ")[2]
    return searched(given) == searched(typed) if typed.isascii() else _same(given, typed)


def _rank(each: Findable, typed: str, words: list[str]) -> int:
    given = each.name.rpartition(" ")[2]
    name = searched(each.name)
    tests = (
        _same(given, typed) or _same(each.name, typed) or searched(each.code) == " ".join(words),
        searched(given) == " ".join(words),
        not typed.isascii() and squeeze(typed).casefold() in each.name.casefold(),
        _has(searched(given), words),
        all(word in name.split() for word in words),
        _has(name, words),
    )
    return next((rank for rank, holds in enumerate(tests) if holds), len(tests))


def _has(text: str, words: list[str]) -> bool:
    return all(f" {word}" in f" {text}" for word in words)


def _same(one: str, other: str) -> bool:
    return squeeze(one).casefold() == squeeze(other).casefold()


def _without_code(plain: str, each: Findable) -> str:
    """ "lê văn an (CB07)" is the name and, to tell two of that name apart, the code."""
    code = searched(each.code)
    return plain.removesuffix(code).rstrip() if plain.endswith(f" {code}") else plain


def _words(text: str) -> list[str]:
    return "".join(letter if letter.isalnum() else " " for letter in fold(text)).split()
