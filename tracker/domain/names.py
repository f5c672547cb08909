"""Vietnamese order of words and of people's names, as strings that plain binary comparison puts in order.

The keys are stored columns, so that any SQLite tool sorts as we do (design.md §3). Letters are compared first, over the
whole word, then tones: a ă â b c d đ e ê … and ngang, huyền, hỏi, ngã, sắc, nặng (domain.md §5.1).
Imports only domain.text.
"""

from __future__ import annotations

from functools import cache
from unicodedata import combining, normalize

from tracker.domain.text import squeeze

_ORDER = " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
"""Blank, punctuation, digits, letters, each weighing one printable sign from "!" on; all else comes behind as it is."""

_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
"""Huyền, hỏi, ngã, sắc, nặng; no tone is 0."""

_SHAPES = "\u0302\u0306\u031b"
"""Mũ, trăng and móc make other letters: â, ă, ơ."""


def split_name(full: str) -> tuple[str, str]:
    """(họ và tên đệm, tên): the given name is the last word; a note in brackets behind it stays with it.

    Some given names have two words (Minh Khuê): the user moves the split, so both parts are stored.
    """
    name, bracket, note = squeeze(full).partition(" (")
    family, _, given = name.rpartition(" ")
    return family, given + bracket + note


def name_key(full: str, given: str | None = None) -> str:
    """The sort key of a person: by tên, then họ, then đệm.

    `given` is the given name where its split was moved; it has to end the full name, else the last word is taken.
    """
    name = squeeze(full)
    family, last = split_name(name)
    own = squeeze(given or "")
    if own and name.endswith(f" {own}"):
        family, last = name.removesuffix(f" {own}"), own
    surname, _, middle = family.partition(" ")
    return " ".join(text_key(part) for part in (last, surname, middle))


def text_key(text: str) -> str:
    """The sort key of any text in Vietnamese order, upper and lower case alike.

    Two parts, letters and tones, with a space between them, which no weight is. So keys may be joined by spaces: they
    compare part by part.
    """
    weights = [_weight(letter) for letter in squeeze(text).casefold()]
    letters = "".join([letter for letter, _ in weights])
    tones = "".join([tone for _, tone in weights])
    return f"{letters} {tones.rstrip('0')}"


@cache
def _weight(letter: str) -> tuple[str, str]:
    """Weight and tone of one composed, lower-case letter; an accent that is no tone weighs nothing."""
    base, *marks = list(normalize("NFD", letter))
    if combining(base):
        return "", ""
    shaped = normalize("NFC", base + "".join(mark for mark in marks if mark in _SHAPES))
    tone = next((_TONES[mark] for mark in marks if mark in _TONES), "0")
    plain = shaped if shaped in _ORDER else base
    place = _ORDER.find(plain)
    return (chr(ord("!") + place) if place >= 0 else chr(max(ord(plain), 0x80))), tone
