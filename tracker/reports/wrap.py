"""Breaking text into lines by measured words. Pure: widths come in as a mapping, all lengths in one unit of the caller's.

Lines break at spaces only; a word longer than the line is cut between characters (never before a combining mark). Several spaces in a row
stay as they are, and a line feed of the text begins a new line.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """Words of one line, and their width with the spaces between."""

    words: tuple[str, ...]
    width: float
    last: bool = False
    """The last line of its paragraph: not justified."""


def wrap(text: str, width: float, widths: Mapping[str, float], first: float | None = None) -> list[Line]:
    """The lines of a text for a width; `first` is the width of the first line where it differs (an indent)."""
    lines: list[Line] = []
    for paragraph in text.split("\n"):
        lines.extend(_wrap_paragraph(paragraph.split(" "), width, widths, width if first is None or lines else first))
    return lines


def fits(text: str, width: float, widths: Mapping[str, float]) -> bool:
    """Whether the text stands on one line."""
    words = text.split(" ")
    return "\n" not in text and sum([widths[word] for word in words]) + widths[" "] * (len(words) - 1) <= width


def _wrap_paragraph(words: Sequence[str], width: float, widths: Mapping[str, float], first: float) -> Iterator[Line]:
    space = widths[" "]
    room = first
    line: list[str] = []
    used = 0.0
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
        while used > room and len(line[0]) > 1:
            head, tail = cut(line[0], room, widths)
            if not tail:
                break
            yield Line((head,), widths[head])
            room = width
            line, used = [tail], widths[tail]
    yield Line(tuple(line), used, last=True)


def cut(word: str, width: float, widths: Mapping[str, float]) -> tuple[str, str]:
    """A word too long for its line: as many characters as fit, at least one, and the rest."""
    used = 0.0
    for place, character in enumerate(word):
        used += widths[character]
        if place and used > width and not unicodedata.combining(character):
            return word[:place], word[place:]
    return word, ""
