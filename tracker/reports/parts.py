"""The parts of a report: each with a name by which it can be left out, and a number that follows from what is left.

Imports nothing but the blocks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from tracker.reports.blocks import Block, Heading

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

F = TypeVar("F")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


@dataclass(frozen=True)
class Part(Generic[F]):
    """One part of a report over facts F: its name, its title as it is printed, and what stands in it."""

    key: str
    title: str
    blocks: Callable[[F], Iterator[Block]]


def numbered(parts: Sequence[Part[F]], facts: F, without: Collection[str]) -> Iterator[Block]:
    """The parts that are not left out, each under its title with the number it then has."""
    for number, part in zip(_ROMAN, (part for part in parts if part.key not in without), strict=False):
        yield Heading(f"{number}. {part.title}")
        yield from part.blocks(facts)
