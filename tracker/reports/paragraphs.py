"""Setting paragraphs and headings.

Justified lines in several styles, split over pages without a lone first or last line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.reports.blocks import Align, Heading, Para, Run
from tracker.reports.fonts import NO_BREAK, REGULAR, Fonts, style_of
from tracker.reports.pages import MM, Pages
from tracker.reports.wrap import Line, break_lines, cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

INDENT = 12.7 * MM
LEADING = 1.27
"""Distance of baselines in sizes; the rule allows single to one and a half."""
ASCENT = 0.9
"""Height of a line's box above its baseline, in sizes."""
GAP = 6.0
"""Space before a paragraph (NĐ 30: at least 6 pt between paragraphs)."""
HEADING_GAP = 10.0
HEADING_SIZE = 14
FEWEST = 2
"""Lines of a paragraph that never stand alone at the end or the beginning of a page."""
LOOSEST = 1.2
"""A line is justified unless a space would grow by more than this many sizes."""

Piece = tuple[str, str]
"""Style and text."""
Word = tuple[Piece, ...]
"""Pieces without a space between them."""


class WordWidths(dict[Word, float]):
    """Word of styled pieces → its width in thousandths of the size."""

    def __init__(self, fonts: Fonts) -> None:
        super().__init__()
        self._fonts = fonts

    def __missing__(self, word: Word) -> float:
        width = sum(self._fonts.widths(style)[text] for style, text in word)
        self[word] = width
        return width


class PlacedPara:
    """A paragraph measured for the width of the page."""

    def __init__(self, pages: Pages, block: Para) -> None:
        self._pages, self._block = pages, block
        self._indent = INDENT if block.indent else 0.0
        self._leading = block.size * LEADING
        self._lines = _lines(pages, block, self._indent)
        self._left = len(self._lines)

    gap = GAP

    @property
    def lead(self) -> float:
        """What it needs to begin on a page: two lines, or three if only one would be left over."""
        lines = len(self._lines)
        return self._leading * (lines if lines <= FEWEST + 1 else FEWEST)

    def paint(self) -> None:
        """Draw it, over as many pages as it takes; two lines at least stay together with what follows."""
        while self._left:
            drawn = self._share()
            for _ in range(drawn):
                self._paint_next()
            if self._left:
                self._pages.turn()

    def _share(self) -> int:
        """How many of the lines left stand on this page."""
        pages = self._pages
        capacity = int((pages.room + 0.01) / self._leading)
        if capacity >= self._left and self._left * self._leading + pages.keep <= pages.room + 0.01:
            return self._left
        share = min(capacity, self._left - FEWEST) if self._left > 1 else 0
        if share < FEWEST and not pages.fresh:
            return 0
        return share if share >= 1 else min(self._left, max(capacity, 1))

    def _paint_next(self) -> None:
        pages, number = self._pages, len(self._lines) - self._left
        line = self._lines[number]
        baseline = pages.y - self._block.size * ASCENT
        inset = self._indent if number == 0 else 0.0
        paint_line(pages, line, pages.left + inset, baseline, pages.width - inset, self._block)
        pages.y -= self._leading
        self._left -= 1


class PlacedHeading(PlacedPara):
    """A heading: bold, indented like a paragraph, never parted, and an entry of the outline."""

    gap = HEADING_GAP

    def __init__(self, pages: Pages, block: Heading) -> None:
        italic = block.level > 2
        super().__init__(pages, Para((Run(block.text, bold=True, italic=italic),), Align.LEFT, HEADING_SIZE))
        self._heading = block

    @property
    def lead(self) -> float:
        """Its whole height."""
        return self._leading * len(self._lines)

    def paint(self) -> None:
        """Draw it whole."""
        self._pages.bookmark(self._heading.text, self._heading.level)
        while self._left:
            self._paint_next()


def paint_line(pages: Pages, line: Line[Word], x: float, baseline: float, width: float, block: Para) -> None:
    """One line of styled words, aligned as its paragraph says."""
    used = line.width * block.size / 1000
    spread = 0.0
    if block.align is Align.JUSTIFY and not line.last:
        spread = _spread(line, width - used, block.size)
    elif block.align is Align.CENTRE:
        x += (width - used) / 2
    elif block.align is Align.RIGHT:
        x += width - used
    shown = [_shown(pages, style, text, block.size) for style, text in _segments(line.words)]
    pages.put(f"BT {spread:.3f} Tw 1 0 0 1 {x:.2f} {baseline:.2f} Tm {' '.join(shown)} 0 Tw ET")


def _shown(pages: Pages, style: str, text: str, size: float) -> str:
    codes = pages.fonts.codes(style, size)
    return f"{codes.font} ({' '.join([codes[word] for word in text.split(' ')])}) Tj"


def _spread(line: Line[Word], missing: float, size: float) -> float:
    """Points by which each space of the line grows."""
    inside = sum(text.count(NO_BREAK) for word in line.words for _, text in word)
    spaces = len(line.words) - 1 + inside
    spread = missing / spaces if spaces else 0.0
    return spread if spread <= size * LOOSEST else 0.0


def _segments(words: Sequence[Word]) -> Iterator[Piece]:
    """The line as few texts as possible, one for each change of style; a space belongs to the word before it."""
    style, text = "", ""
    for number, word in enumerate(words):
        for place, (piece_style, piece) in enumerate(word):
            before = " " if number and not place else ""
            if style and piece_style != style:
                yield style, text + before
                text, before = "", ""
            style, text = piece_style, text + before + piece
    yield style, text


def _lines(pages: Pages, block: Para, indent: float) -> list[Line[Word]]:
    """The paragraph's lines; a line feed inside it begins a new line without an indent."""
    fonts, scale = pages.fonts, 1000 / block.size
    width, space = pages.width * scale, fonts.widths(REGULAR)[" "]
    widths = WordWidths(fonts)

    def shortened(word: Word, room: float) -> tuple[Word, Word] | None:
        (style, text), *others = word
        parts = None if others else cut(text, room, fonts.widths(style))
        return None if parts is None else (((style, parts[0]),), ((style, parts[1]),))

    lines: list[Line[Word]] = []
    for runs in _paragraphs(block.runs):
        first = width if lines else width - indent * scale
        lines.extend(break_lines(_words(runs), first, width, widths, space, shortened))
    return lines


def _paragraphs(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """The runs, parted at line feeds."""
    current: list[Run] = []
    for run in runs:
        head, *others = run.text.split("\n")
        current.append(Run(head, run.bold, run.italic))
        for other in others:
            yield current
            current = [Run(other, run.bold, run.italic)]
    yield current


def _words(runs: Sequence[Run]) -> list[Word]:
    """The words of styled runs. Where two runs meet without a space, their pieces make one word."""
    words: list[Word] = []
    for number, run in enumerate(runs):
        style = style_of(bold=run.bold, italic=run.italic)
        head, *others = (((style, text),) for text in run.text.split(" "))
        if number and words:
            words[-1] = _met(words[-1], head)
        else:
            words.append(head)
        words.extend(others)
    return words


def _met(before: Word, after: Word) -> Word:
    """Two pieces that stand side by side; empty ones (a run ended or began with a space) say nothing."""
    return tuple(piece for piece in before + after if piece[1]) or before
