"""What stands on a sheet, as plain data: sections of blocks. Says nothing about how a block is set.

Imports figures' types only.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from tracker.figures.types import Foot, Letterhead, Signature


class Align(StrEnum):
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFY = "justify"


@dataclass(frozen=True)
class Run:
    """A stretch of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class Head:
    """The letterhead and the title: kind of document ("BÁO CÁO") and its trích yếu ("" for none)."""

    letterhead: Letterhead
    kind: str
    subject: str
    year: int
    """The year printed where the day of issue is left blank."""
    numbered: bool = True
    """Whether number and day stand below the letterhead: a list of the screen has neither."""
    about: str = ""
    """Ô 5b: what a công văn is about ("V/v …"), under its number; a công văn has no kind and no subject."""
    to: tuple[str, ...] = ()
    """Ô 9a: whom it is addressed to ("Kính gửi"), one line each."""


@dataclass(frozen=True)
class AnnexHead:
    """The head of an annex: "Phụ lục 01", its title, and what it belongs to."""

    name: str
    title: str
    reference: str
    """The line below the title; of an annex of a report it is made of what follows."""
    letterhead: Letterhead | None = None
    """Of the report that it belongs to: "(Kèm theo Báo cáo số …)"."""
    unit: str = ""
    year: int = 0


@dataclass(frozen=True)
class Heading:
    """A heading, kept with what follows it, and a bookmark of the file."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Para:
    """A paragraph. Made by `para`."""

    runs: tuple[Run, ...]
    align: Align = Align.JUSTIFY
    size: float = 14
    indent: bool = True
    """First line indented by 1.27 cm."""
    about: str = ""
    """The record this text belongs to: named if a character of it cannot be printed."""


@dataclass(frozen=True)
class Column:
    """A column of a table; its width follows from its content."""

    title: str
    align: Align = Align.LEFT
    group: str = ""
    """Neighbours with the same group stand under one common head."""
    firm: bool = False
    """Words here (numbers, dates) are never cut: where words do not fit, other columns give way."""
    numbers: bool = False
    """Numbers of documents stand here: one that does not fit is broken after "/" or "-"."""
    at_least: float = 0
    """Millimetres that this column gets in any case."""
    box: bool = False
    """Each cell shows a drawn square to tick: before its text, or in the middle of a centred column without texts."""


@dataclass(frozen=True)
class Row:
    cells: Sequence[str]
    strong: bool = False
    """Bold: a total."""
    about: str = ""


@dataclass(frozen=True)
class Band:
    """A row of one cell across the whole table: names the group of the rows below it."""

    text: str


@dataclass(frozen=True)
class Table:
    columns: tuple[Column, ...]
    rows: Sequence[Row | Band]
    size: float = 11
    about: str = ""
    raised: bool = False
    """Cells begin at the top of their row instead of standing in its middle."""


@dataclass(frozen=True)
class Closing:
    """Signature block and nơi nhận, kept together with at least two lines of the text before them."""

    signature: Signature
    recipients: tuple[str, ...]


@dataclass(frozen=True)
class Signatures:
    """Two who sign side by side: who made the list and the head, or who gives a task and who takes it."""

    left: Signature
    right: Signature


@dataclass(frozen=True)
class Boxes:
    """Choices in a row or several, each with a drawn square, ticked or to be ticked by hand."""

    items: tuple[tuple[str, bool], ...]
    about: str = ""


class Fill(StrEnum):
    """How an area of a chart is filled, so that grey print and colour-blind eyes lose nothing (screens.md §2)."""

    SOLID = "solid"
    """Overdue."""
    HATCHED = "hatched"
    """Due soon."""
    OUTLINE = "outline"
    """In time."""
    DOTTED = "dotted"
    """Done in time."""
    CROSSED = "crossed"
    """Done late."""
    WHITE = "white"
    """No deadline."""
    GREY = "grey"
    """Where there is no class: a rate, a period."""


@dataclass(frozen=True)
class Series:
    """One figure for each label of a chart. None: there is no figure, which is said instead of a bar."""

    name: str
    values: tuple[int | Decimal | None, ...]
    fill: Fill


@dataclass(frozen=True)
class Chart:
    """Bars, drawn as vectors. Several series stand on one another if they are parts of one, else side by side."""

    title: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    stacked: bool = True
    upright: bool = False
    """Columns instead of bars to the right: for periods in their order."""
    percent: bool = False
    """Figures are rates from 0 to 1."""
    about: str = ""


@dataclass(frozen=True)
class Seal:
    """The QR code of an issued report: its text, and the lines beside it for who has no camera."""

    text: str
    lines: tuple[str, ...]


Block = Head | AnnexHead | Heading | Para | Table | Closing | Signatures | Boxes | Chart | Seal


@dataclass(frozen=True)
class Section:
    """A main part or an annex: begins on a new page, with page numbers of its own."""

    blocks: Sequence[Block]
    landscape: bool = False
    bookmark: str = ""


@dataclass(frozen=True)
class Document:
    title: str
    author: str
    subject: str
    sections: tuple[Section, ...]
    foot: Foot


def para(
    *parts: str | Run,
    align: Align = Align.JUSTIFY,
    size: float = 14,
    indent: bool = True,
    about: str = "",
) -> Para:
    """A paragraph of plain texts and styled runs. Every character of a text is printed as it is: there is no markup."""
    runs = tuple(part if isinstance(part, Run) else Run(part) for part in parts)
    return Para(runs, align, size, indent, about)
