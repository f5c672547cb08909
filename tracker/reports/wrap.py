"""Breaking text into lines by measured words. Pure.

Widths come in as a mapping, all lengths in one unit of the caller's.

Lines break at spaces only. A word longer than the line is cut, a document's number behind "/" or "-", any other between
characters, never before a combining mark.
Several spaces in a row stay as they are, and a line feed of the text begins a new line.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

Word = TypeVar("Word")


@dataclass(frozen=True)
class Line(Generic[Word]):
    """Words of one line, and their width with the spaces between."""

    words: tuple[Word, ...]
    width: float
    last: bool = False
    """The last line of its paragraph: not justified."""


def wrap(text: str, width: float, widths: Mapping[str, float]) -> list[Line[str]]:
    """The lines of a text for a width."""

    def shortened(word: str, room: float) -> tuple[str, str] | None:
        return cut(word, room, widths)

    return [
        line
        for paragraph in text.split("\n")
        for line in break_lines(paragraph.split(" "), width, width, widths, widths[" "], shortened)
    ]


def break_lines(
    words: Iterable[Word],
    first: float,
    width: float,
    widths: Mapping[Word, float],
    space: float,
    shortened: Callable[[Word, float], tuple[Word, Word] | None],
) -> Iterator[Line[Word]]:
    """Lines of the words: the first of one width, all others of another.

    `shortened` cuts a word that is longer than a line.
    """
    room, line, used = first, list[Word](), 0.0
    for word in words:
        length = widths[word]
        if line and used + space + length <= room:
            line.append(word)
            used += space + length
            continue
        if line:
            yield Line(tuple(line), used)
            room = width
        line, used = [word], length
        while used > room and (parts := shortened(word, room)):
            yield Line((parts[0],), widths[parts[0]])
            room, word = width, parts[1]
            line, used = [word], widths[word]
    yield Line(tuple(line), used, last=True)


def cut(word: str, width: float, widths: Mapping[str, float]) -> tuple[str, str] | None:
    """A word too long for its line: as much as fits, at least one character, and the rest; None if it cannot be cut.

    A document's number is cut behind its last "/" or "-" that fits.
    """
    whole, *rest = pieces(word)
    while rest and widths[whole + rest[0]] <= width:
        whole += rest.pop(0)
    if rest and widths[whole] <= width:
        return whole, "".join(rest)
    used = 0.0
    for place, character in enumerate(word):
        used += widths[character]
        if place and used > width and not unicodedata.combining(character):
            return word[:place], word[place:]
    return None


def pieces(word: str) -> list[str]:
    """The parts of a document's number: 2145/ UBND- KSTTHC. A date, and any other word, is one part."""
    parts = word.replace("/", "/\0").replace("-", "-\0").split("\0")
    if len(parts) == 1 or word.replace("/", "").rstrip(".,;:)").lstrip("(").isdigit():
        return [word]
    return [part for part in parts if part]
