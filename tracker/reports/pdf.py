"""From a document of blocks to the bytes of a PDF file: sections, pages, what stays together with what."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, Protocol

from tracker.reports.blocks import (
    AnnexHead,
    Block,
    Boxes,
    Chart,
    Closing,
    Document,
    Head,
    Heading,
    Para,
    Seal,
    Section,
    Signatures,
    Table,
)
from tracker.reports.boxes import PlacedBoxes
from tracker.reports.charts import PlacedChart
from tracker.reports.closing import PlacedClosing, PlacedSignatures
from tracker.reports.fonts import MissingGlyphError
from tracker.reports.letterhead import PlacedAnnexHead, PlacedHead
from tracker.reports.pages import Pages
from tracker.reports.paragraphs import PlacedHeading, PlacedPara
from tracker.reports.refusals import unprintable
from tracker.reports.seal import PlacedSeal
from tracker.reports.tables import PlacedTable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path


class Placed(Protocol):
    """A block measured for the width of its page."""

    @property
    def gap(self) -> float:
        """Space before it, except at the top of a page."""

    @property
    def lead(self) -> float:
        """The least height it needs to begin on a page."""

    def paint(self) -> None:
        """Draw it, over as many pages as it takes."""


def write(document: Document, path: Path) -> None:
    """Draw the document into a file. Raises Refused report.glyph_missing; others: see `tracker.files.write`."""
    from tracker import files

    files.write(draw(document), path)


def draw(document: Document, *, boxed: bool = False) -> bytes:
    """The document as a PDF file. Equal documents give equal bytes.

    Raises Refused: report.glyph_missing, naming the record and the character, unless such a one may be a box.
    """
    target = BytesIO()
    try:
        pages = Pages(target, document, boxed=boxed)
        for section in document.sections:
            _draw_section(pages, section, document.title)
        pages.close()
    except MissingGlyphError as missing:
        raise unprintable(missing, document.title) from missing
    return target.getvalue()


def _draw_section(pages: Pages, section: Section, title: str) -> None:
    pages.open(landscape=section.landscape)
    if section.bookmark:
        pages.bookmark(section.bookmark, 0)
    placed = [_PLACED[type(block)](pages, block) for block in section.blocks]
    for number, block in enumerate(section.blocks):
        try:
            _draw_block(pages, section.blocks, placed, number)
        except MissingGlyphError as missing:
            raise unprintable(missing, getattr(block, "about", "") or title) from missing


def _draw_block(pages: Pages, blocks: Sequence[Block], placed: Sequence[Placed], number: int) -> None:
    """Draw one block, on the next page if it and what must follow it do not fit here."""
    block = placed[number]
    if not pages.fresh and block.gap + _needed(blocks, placed, number) > pages.room:
        pages.turn()
    if not pages.fresh:
        pages.y -= block.gap
    following = blocks[number + 1 : number + 2]
    kept = following and isinstance(following[0], Closing | Signatures)
    pages.keep = placed[number + 1].gap + placed[number + 1].lead if kept else 0.0
    block.paint()


def _needed(blocks: Sequence[Block], placed: Sequence[Placed], number: int) -> float:
    """The least height of a block; a heading takes the beginning of what it heads with it."""
    needed = placed[number].lead
    while isinstance(blocks[number], Heading) and number + 1 < len(blocks):
        number += 1
        needed += placed[number].gap + placed[number].lead
    return needed


_PLACED: Mapping[type[Block], Callable[[Pages, Any], Placed]] = {
    Para: PlacedPara,
    Heading: PlacedHeading,
    Table: PlacedTable,
    Head: PlacedHead,
    AnnexHead: PlacedAnnexHead,
    Closing: PlacedClosing,
    Signatures: PlacedSignatures,
    Boxes: PlacedBoxes,
    Chart: PlacedChart,
    Seal: PlacedSeal,
}
"""What sets each kind of block."""
