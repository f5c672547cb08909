"""A foreign sheet as rows of bare cells, whatever file it came from. Imports only tracker.domain and this room's rows.

A cell is its column (1 = A), its value as the file has it and the number of its style; empty cells do not occur.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cache

Cell = tuple[int, object, int]
RawRow = tuple[int, list[Cell]]

MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384
MOST_CELLS = 10_000_000
MOST_BLANK_ROWS = 20_000
"""Rows without a value behind which a sheet is taken to have ended: many are formatted down to their last row."""


class Oddity(Enum):
    """What may stand in a cell besides a value."""

    NO_RESULT = "formula without a stored result"
    ERROR = "an error of the spreadsheet, as #REF!"


@dataclass(frozen=True)
class Merge:
    """A merged range: its corners, rows and columns counted from 1, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Grid:
    """One sheet. `rows` starts reading anew each time it is called; rows without a cell do not occur."""

    name: str
    rows: Callable[[], Iterator[RawRow]]
    visible: bool = True
    merges: Callable[[], list[Merge]] = list
    fonts: Mapping[int, str] = field(default_factory=dict)
    """Style → name of its font; empty where the file tells no fonts."""
    percents: frozenset[int] = frozenset()
    """Styles that show a fraction as per cent."""
    day_zero: date = date(1899, 12, 30)
    """The day that the serial number 0 stands for."""


@cache
def letters(column: int) -> str:
    """The letter of a column: 1 → A, 27 → AA."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


@cache
def column_of(letter: str) -> int:
    """The number of a column: A → 1, AA → 27."""
    number = 0
    for sign in letter:
        number = number * 26 + ord(sign) - 64
    return number
