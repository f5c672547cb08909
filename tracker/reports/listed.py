"""Any list of the screen on paper, landscape: its title, what it shows, its rows as they stand.

Imports figures' types; the engine is loaded when the list is drawn.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.reports import vietnamese
from tracker.reports.blocks import Align, Block, Column, Document, Head, Para, Row, Run, Section, Table, para

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tracker.figures.types import Listed

SIZE = 11
_COUNTED = re.compile(r"[−+-]?[\d.,]+(\s?%)?|[-–]")
_SHORT = re.compile(r"[\d/.:,()×→\s-]*\d[\d/.:,()×→\s-]*(\(\d+ lần\))?|[-–]")
"""A date, an hour, two dates with an arrow between: never broken, in the middle of the column."""


def draw(facts: Listed, path: Path) -> None:
    """Draw the list into one PDF file. Raises Refused report.glyph_missing; Unavailable: see `pdf.write`."""
    from tracker.reports import pdf

    pdf.write(document(facts), path)


def document(facts: Listed) -> Document:
    """The whole list as blocks."""
    return Document(
        title=facts.title,
        author=" ".join(facts.letterhead.issuer),
        subject=facts.note,
        sections=(Section(tuple(_blocks(facts)), landscape=True, bookmark=facts.title),),
        foot=facts.foot,
    )


def _blocks(facts: Listed) -> Iterator[Block]:
    yield Head(facts.letterhead, facts.title.upper(), "", facts.foot.printed_on.year, numbered=False)
    yield _shown(facts)
    if facts.rows:
        yield Table(tuple(_columns(facts)), tuple(_rows(facts)), size=SIZE, about=facts.title)


def _shown(facts: Listed) -> Para:
    """Day and number of rows under the title, and what the list was filtered by."""
    number = f"{vietnamese.whole(len(facts.rows))} dòng" if facts.rows else "không có dòng nào"
    day = f"số liệu ngày {vietnamese.day(facts.foot.printed_on)}"
    words = vietnamese.joined(facts.note, day, number)
    return para(Run(f"({words})", italic=True), align=Align.CENTRE, size=13, indent=False, about=facts.title)


def _columns(facts: Listed) -> Iterator[Column]:
    yield Column("TT", Align.CENTRE, firm=True)
    for title, cells in zip(facts.headings, _cells(facts), strict=True):
        yield _column(title, [cell for cell in cells if cell])


def _cells(facts: Listed) -> Sequence[Sequence[str]]:
    return tuple(zip(*facts.rows, strict=True))


def _column(title: str, cells: Sequence[str]) -> Column:
    """Figures to the right, dates in the middle, words to the left."""
    if cells and all(map(_COUNTED.fullmatch, cells)):
        return Column(title, Align.RIGHT, firm=True)
    if cells and all(map(_SHORT.fullmatch, cells)):
        return Column(title, Align.CENTRE, firm=True)
    return Column(title, numbers=True)


def _rows(facts: Listed) -> Iterator[Row]:
    for number, cells in enumerate(facts.rows, start=1):
        yield Row((str(number), *cells), about=f"{facts.title}, dòng {number}")
