"""The parts of a report: each with a name by which it can be left out, and a number that follows from what is left.

Imports nothing but the blocks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from tracker.reports.blocks import Block, Heading, para

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

F = TypeVar("F")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


@dataclass(frozen=True)
class Part(Generic[F]):
    """One part of a report over facts F: its name, its title as it is printed, and what stands in it.

    Without blocks it has no register yet: its text is typed, and left out if there is none.
    """

    key: str
    title: str
    blocks: Callable[[F], Iterator[Block]] | None = None


def numbered(
    parts: Sequence[Part[F]], facts: F, without: Collection[str], texts: Mapping[str, str] | None = None
) -> Iterator[Block]:
    """The parts that are not left out, each under its title with the number it then has.

    Neighbours of the same title stand under one heading.
    """
    number, title = 0, ""
    for part in parts:
        blocks = _typed(texts or {}, part.key) if part.blocks is None else part.blocks(facts)
        if part.key in without or (part.blocks is None and part.key not in (texts or {})):
            continue
        if part.title != title:
            title = part.title
            yield Heading(f"{_ROMAN[number]}. {title}")
            number += 1
        yield from blocks


def _typed(texts: Mapping[str, str], key: str) -> Iterator[Block]:
    """A paragraph for each line that was typed."""
    for line in texts[key].splitlines():
        if line.strip():
            yield para(line.strip(), about=key)
