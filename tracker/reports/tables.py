"""Setting tables.

Widths from content, a head repeated on every page, rows that may go over a page, one cost per row however many there
are.

A cell is wrapped and encoded once and then placed by three joined strings; texts that come again (names, dates,
symbols) are remembered with their lines. Rules are gathered and drawn once per page. Measured: several times the speed
of drawing the same strings one by one.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from tracker.reports.blocks import Align, Band, Column, Row, Table
from tracker.reports.boxes import square
from tracker.reports.fonts import BOLD, REGULAR, Fonts, MissingGlyphError
from tracker.reports.pages import MM, Pages
from tracker.reports.refusals import unprintable
from tracker.reports.widths import Cell, Demand, sampled, solve
from tracker.reports.wrap import pieces, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PADDING_X, PADDING_Y = 3.0, 2.5
LEADING = 1.15
ASCENT = 0.88
LINE = 0.5
"""Thickness of the rules."""
SHADE = 0.93
"""Grey of the head: still readable after copying."""
SMALLEST = 10.0
"""Size below which text is not made smaller to avoid cutting words (in use: 10 to 12)."""
LONGEST = 0.3
"""Part of the table's width that the longest word of a column may claim."""
BOX = 13.0
"""Room for a square to tick before the text of a cell."""
REMEMBERED = 48
"""Characters of the longest text whose lines are remembered."""
MOST_REMEMBERED = 20_000
MOVED = 10
"""A row of at most so many lines goes to the next page whole; a longer one is parted."""

Ready = tuple[tuple[str, str], ...]
"""The lines of a cell: what stands before the height, and what stands behind it."""


class Cells(dict[str, Ready]):
    """Text of one column in one style → its lines, ready to be placed at a height."""

    def __init__(self, fonts: Fonts, style: str, size: float, align: Align, left: float, width: float) -> None:
        super().__init__()
        self._widths, self._codes = fonts.widths(style), fonts.codes(style, size)
        self._scale = size / 1000
        self._left, self._width = left + PADDING_X, width - 2 * PADDING_X
        self._part = {Align.CENTRE: 0.5, Align.RIGHT: 1.0}.get(align, 0.0)

    def __missing__(self, text: str) -> Ready:
        ready = self._set(text) if text else ()
        if len(text) <= REMEMBERED and len(self) < MOST_REMEMBERED:
            self[text] = ready
        return ready

    def _set(self, text: str) -> Ready:
        codes, scale, part = self._codes, self._scale, self._part
        lines = []
        for line in wrap(text, self._width / scale + 0.01, self._widths):
            x = self._left + (self._width - line.width * scale) * part
            lines.append((f"1 0 0 1 {x:.2f} ", f" Tm ({' '.join([codes[word] for word in line.words])}) Tj"))
        return tuple(lines)


class PlacedTable:
    """A table measured for the width of the page."""

    gap = 6.0

    def __init__(self, pages: Pages, block: Table) -> None:
        self._block, self._pages = block, pages
        self._size, self._widths = measured(pages, block)
        self._leading = self._size * LEADING
        self._edges = _edges(pages.left, self._widths)
        self._head = _Head(pages, block.columns, self._edges, self._size)
        self._plain = self._cells(REGULAR)
        self._strong = self._cells(BOLD)
        self._band = Cells(pages.fonts, BOLD, self._size, Align.LEFT, pages.left, pages.width)
        self._texts: list[str] = []
        self._rules: list[str] = []
        self._column_top = 0.0

    @property
    def lead(self) -> float:
        """The head and the first row, or as much of it as may stand alone; a band stays with the row below it."""
        first = (
            self._block.rows[:2] if self._block.rows and isinstance(self._block.rows[0], Band) else self._block.rows[:1]
        )
        return self._head.height + sum(self._height(min(_most(self._lines(row)), MOVED)) for row in first)

    def paint(self) -> None:
        """Draw it, over as many pages as it takes."""
        self._begin()
        for number, row in enumerate(self._block.rows):
            if isinstance(row, Band):
                self._paint_band(row, number)
            else:
                self._paint_row(row, self._kept(number))
        self._end()

    def _kept(self, number: int) -> float:
        """Height that what follows the table needs below this row: the last one waits for it, with the band above it.

        Where there is nothing else on the page, nothing waits.
        """
        rows = self._block.rows
        first = len(rows) - 2 if isinstance(rows[-2:][0], Band) else len(rows) - 1
        return self._pages.keep if number == first > 0 else 0.0

    def _cells(self, style: str) -> list[Cells]:
        fonts, edges = self._pages.fonts, self._edges
        return [
            Cells(fonts, style, self._size, column.align, left + _boxed(column), right - left - _boxed(column))
            for column, left, right in zip(self._block.columns, edges, edges[1:], strict=False)
        ]

    def _lines(self, row: Row | Band) -> list[Ready]:
        """The cells of a row as lines. Raises Refused, naming the row, for a character that cannot be printed."""
        try:
            if isinstance(row, Band):
                return [self._band[row.text]]
            cells = self._strong if row.strong else self._plain
            return [column[text] for column, text in zip(cells, row.cells, strict=True)]
        except MissingGlyphError as missing:
            about = row.text if isinstance(row, Band) else row.about
            raise unprintable(missing, about or self._block.about) from missing

    def _height(self, lines: int) -> float:
        return max(lines, 1) * self._leading + 2 * PADDING_Y

    def _capacity(self) -> int:
        """Lines for which the page still has room."""
        return int((self._pages.room - 2 * PADDING_Y + 0.01) / self._leading)

    def _paint_row(self, row: Row, kept: float) -> None:
        cells = self._lines(row)
        most = _most(cells)
        if kept and most <= MOVED and self._height(most) + kept > self._pages.room:
            self._turn()
        if most > self._capacity() and (most <= MOVED or self._capacity() < 3):
            self._turn()
        parted = most > self._capacity()
        self._put_boxes(most, parted)
        while most > self._capacity():
            share = max(self._capacity(), 1)
            self._place([cell[:share] for cell in cells], share, row.strong, parted)
            cells = [cell[share:] for cell in cells]
            most -= share
            self._turn()
        self._place(cells, most, row.strong, parted)

    def _put_boxes(self, most: int, parted: bool) -> None:
        """The squares to tick, each beside the first line of its cell or, where it has none, of the row."""
        drop = 0.0 if parted else (max(most, 1) - 1) * self._leading / 2
        y = self._pages.y - PADDING_Y - drop - self._size * ASCENT
        side = self._size * 0.85
        for column, left, right in zip(self._block.columns, self._edges, self._edges[1:], strict=False):
            if column.box:
                x = (left + right - side) / 2 if column.align is Align.CENTRE else left + PADDING_X
                self._rules.append(square(x, y - 0.5, side))

    def _place(self, cells: Sequence[Ready], most: int, strong: bool, parted: bool) -> None:
        """Put the lines on the page and the rule below them.

        Short cells stand in the middle of the row unless it is parted.
        """
        pages, step = self._pages, self._leading / 2
        first = pages.y - PADDING_Y - self._size * ASCENT
        heights = [f"{first - number * step:.2f}" for number in range(2 * max(most, 1))]
        out = self._texts
        if strong:
            out.append(pages.fonts.codes(BOLD, self._size).font)
        for cell in cells:
            at = 0 if parted or self._block.raised else most - len(cell)
            for before, behind in cell:
                out.append(before + heights[at] + behind)
                at += 2
        if strong:
            out.append(pages.fonts.codes(REGULAR, self._size).font)
        pages.y -= self._height(most)
        self._rules.append(f"{pages.left:.2f} {pages.y:.2f} m {pages.right:.2f} {pages.y:.2f} l")

    def _paint_band(self, band: Band, number: int) -> None:
        following = self._block.rows[number + 1 : number + 2]
        needed = sum(self._height(min(_most(self._lines(row)), MOVED)) for row in (band, *following))
        if needed + self._kept(number) > self._pages.room:
            self._turn()
        self._close_columns()
        top = self._pages.y
        lines = self._lines(band)
        self._place(lines, _most(lines), strong=True, parted=False)
        for x in (self._pages.left, self._pages.right):
            self._rules.append(f"{x:.2f} {top:.2f} m {x:.2f} {self._pages.y:.2f} l")
        self._column_top = self._pages.y

    def _begin(self) -> None:
        self._head.paint(self._pages)
        self._column_top = self._pages.y
        self._texts, self._rules = [self._pages.fonts.codes(REGULAR, self._size).font], []

    def _end(self) -> None:
        self._close_columns()
        self._pages.put(f"{LINE} w {' '.join(self._rules)} S")
        self._pages.put(f"BT {' '.join(self._texts)} ET")

    def _turn(self) -> None:
        self._end()
        self._pages.turn()
        self._begin()

    def _close_columns(self) -> None:
        """Draw the column rules down to here."""
        top, bottom = self._column_top, self._pages.y
        if top > bottom:
            self._rules.extend(f"{x:.2f} {top:.2f} m {x:.2f} {bottom:.2f} l" for x in self._edges)


class _Head:
    """The head of a table: one row of titles, or two where columns are grouped."""

    def __init__(self, pages: Pages, columns: Sequence[Column], edges: Sequence[float], size: float) -> None:
        self._edges, self._size, self._leading = edges, size, size * LEADING
        self._font = pages.fonts.codes(BOLD, size)
        self._cells = list(_head_cells(pages, columns, edges, size))
        groups = [lines for _, _, lines, level in self._cells if level == 1]
        below = [lines for _, _, lines, level in self._cells if level == 2]
        alone = [lines for _, _, lines, level in self._cells if level == 0]
        self._upper = self._row(groups)
        self.height = max(self._upper + self._row(below), self._row(alone))

    def paint(self, pages: Pages) -> None:
        """Draw it at the present height."""
        top, bottom = pages.y, pages.y - self.height
        split = top - self._upper
        width = pages.right - pages.left
        pages.put(f"{SHADE} g {pages.left:.2f} {bottom:.2f} {width:.2f} {self.height:.2f} re f 0 g")
        rules: list[str] = []
        texts: list[str] = [self._font.font]
        for left, right, lines, level in self._cells:
            upper, lower = (split if level == 2 else top), (split if level == 1 else bottom)
            rules.append(f"{left:.2f} {lower:.2f} {right - left:.2f} {upper - lower:.2f} re")
            texts.extend(self._centred(lines, upper, lower))
        pages.put(f"{LINE} w {' '.join(rules)} S BT {' '.join(texts)} ET")
        pages.y = bottom

    def _centred(self, lines: Ready, upper: float, lower: float) -> Iterator[str]:
        y = (upper + lower + len(lines) * self._leading) / 2 - self._size * ASCENT
        for before, behind in lines:
            yield f"{before}{y:.2f}{behind}"
            y -= self._leading

    def _row(self, cells: Sequence[Ready]) -> float:
        return max((len(lines) * self._leading + 2 * PADDING_Y for lines in cells), default=0.0)


def _head_cells(
    pages: Pages, columns: Sequence[Column], edges: Sequence[float], size: float
) -> Iterator[tuple[float, float, Ready, int]]:
    """Left, right, lines and level of each cell: 0 over the whole height, 1 a group, 2 below a group."""
    places = list(zip(columns, edges, edges[1:], strict=False))
    for group, members in groupby(places, key=lambda place: place[0].group):
        inside = list(members)
        if group:
            left, right = inside[0][1], inside[-1][2]
            yield left, right, _head_lines(pages, group, left, right, size), 1
        for column, left, right in inside:
            yield left, right, _head_lines(pages, column.title, left, right, size), 2 if group else 0


def _head_lines(pages: Pages, text: str, left: float, right: float, size: float) -> Ready:
    return Cells(pages.fonts, BOLD, size, Align.CENTRE, left, right - left)[text]


def _boxed(column: Column) -> float:
    """The room that a square to tick takes beside the text."""
    return BOX if column.box else 0.0


def _most(cells: Sequence[Ready]) -> int:
    return max(map(len, cells), default=0)


def _edges(left: float, widths: Sequence[float]) -> list[float]:
    edges = [left]
    for width in widths:
        edges.append(edges[-1] + width)
    return edges


def measured(pages: Pages, block: Table) -> tuple[float, list[float]]:
    """The size of the text and the widths of the columns: smaller text rather than words cut apart, down to a limit."""
    size = block.size
    demands = _demands(pages, block, size)
    while sum(demand.least for demand in demands) > pages.width and size - 0.5 >= SMALLEST:
        size -= 0.5
        demands = _demands(pages, block, size)
    return size, solve(demands, pages.width)


def _demands(pages: Pages, block: Table, size: float) -> list[Demand]:
    rows = [row for row in block.rows if isinstance(row, Row)]
    plain = _columns(block, [row for row in rows if not row.strong])
    strong = _columns(block, [row for row in rows if row.strong])
    looked_at = [rows[place] for place in sampled(len(rows))]
    return [
        _demand(pages, column, cells, bold, size, _sample(pages, place, looked_at, column.title, size))
        for place, (column, cells, bold) in enumerate(zip(block.columns, plain, strong, strict=True))
    ]


def _columns(block: Table, rows: Sequence[Row]) -> Sequence[Sequence[str]]:
    """The cells of the rows, column by column."""
    return tuple(zip(*[row.cells for row in rows], strict=True)) if rows else ((),) * len(block.columns)


def _sample(pages: Pages, place: int, rows: Sequence[Row], title: str, size: float) -> list[Cell]:
    """The title and the cells of one column in some rows, as widths of their words in points."""
    regular, bold, scale = pages.fonts.widths(REGULAR), pages.fonts.widths(BOLD), size / 1000
    cells = [(title, bold), *[(row.cells[place], bold if row.strong else regular) for row in rows]]
    return [tuple([widths[word] * scale for word in _words(text)]) for text, widths in cells]


def _demand(
    pages: Pages, column: Column, plain: Sequence[str], strong: Sequence[str], size: float, cells: Sequence[Cell]
) -> Demand:
    """What a column asks for, from all its cells and its title: every distinct word is measured once."""
    regular, bold = set(plain), set(strong)
    padding = 2 * PADDING_X + 0.5 + _boxed(column)
    piece = max(_longest(pages, regular, REGULAR, column), _longest(pages, bold, BOLD, column))
    longest = piece * size / 1000 + padding
    if not column.firm:
        longest = min(longest, pages.width * LONGEST)
    title = _longest(pages, {column.title}, BOLD, column) * size / 1000 + padding
    least = max(longest, title, column.at_least * MM)
    bold.add(column.title)
    widest = max(_longest_text(pages, regular, REGULAR, size), _longest_text(pages, bold, BOLD, size)) + padding
    space = pages.fonts.widths(REGULAR)[" "] * size / 1000
    return Demand(least, max(widest, least), column.firm, cells, padding, space)


def _longest(pages: Pages, texts: set[str], style: str, column: Column) -> float:
    """The longest piece that is not broken, in thousandths of the size: a word, or a part of a document's number."""
    widths = pages.fonts.widths(style)
    words = {word for text in texts for word in _words(text)}
    if column.numbers:
        words = {piece for word in words for piece in pieces(word)}
    return max((widths[word] for word in words), default=0.0)


def _words(text: str) -> list[str]:
    return text.replace("\n", " ").split(" ")


def _longest_text(pages: Pages, texts: set[str], style: str, size: float) -> float:
    """Width of the text with the most characters on one line, in points."""
    longest = max(texts, key=lambda text: (len(text), text), default="")
    return pages.fonts.width(style, size, longest)
