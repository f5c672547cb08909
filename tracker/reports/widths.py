"""Column widths from content. Pure arithmetic; every length in points.

A row is as high as its highest cell, so widths are good when the rows are low together. Every column starts with its
longest unbreakable piece; what is left is handed out in steps, each to the column where a point of width lowers the
rows of a sample most. A row's height is smoothed (a high power of its cells' lines), so that widening one of two cells
that are equally high already counts; then width is moved between columns as long as that saves whole lines. The sample
has at most `SAMPLE` rows, evenly taken: the cost does not grow with the table.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import ceil, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SAMPLE = 48
"""Rows looked at when widths are chosen."""
STEPS = 120
"""The finest part of the total width that is handed out."""
LEAPS = (1, 2, 4, 8, 16)
"""Steps tried at once: a little more width often saves nothing before a word moves up."""
WORTH = 0.02
"""Lines that a step has to save: for less, width is rather shared evenly."""
HIGHEST = 200
"""Lines counted of one cell: longer ones are over pages anyhow."""

Cell = tuple[float, ...]
"""The widths of a cell's words."""


@dataclass(frozen=True)
class Demand:
    """What a column asks for, padding included."""

    least: float
    """Its longest unbreakable piece: narrower, and a word would be cut."""
    most: float
    """Its longest cell on one line: wider is of no use."""
    firm: bool = False
    """Its `least` is kept if at all possible (numbers, dates)."""
    cells: Sequence[Cell] = ()
    """Its cells in the rows of the sample."""
    padding: float = 0.0
    space: float = 0.0
    """Width of the space between two words."""
    counted: dict[float, list[int]] = field(default_factory=dict, compare=False)
    """Lines of the cells for widths asked for before."""

    def lines(self, width: float) -> list[int]:
        """How many lines each cell of the sample takes in a column of this width."""
        known = self.counted.get(width)
        if known is None:
            room = max(width - self.padding, 1.0)
            known = self.counted[width] = [_lines(cell, room, self.space) for cell in self.cells]
        return known


def solve(demands: Sequence[Demand], total: float) -> list[float]:
    """Widths that add up to `total`.

    Where even the longest words do not fit, the widest of the columns that may give way do.
    """
    if sum(demand.least for demand in demands) >= total:
        return _squeezed(demands, total)
    most = [demand.most for demand in demands]
    if sum(most) <= total:
        share = total / sum(most)
        return [width * share for width in most]
    return _moved(demands, _spread(demands, _handed_out(demands, total), total), total / STEPS)


def sampled(number: int) -> range:
    """The places of the rows looked at, of so many."""
    return range(0, number, max(ceil(number / SAMPLE), 1))


def _lines(cell: Cell, room: float, space: float) -> int:
    """Lines of the words in a room, a word too long for it taking as many as its length."""
    lines, used = 1, -space
    for word in cell:
        used += space + word
        if used > room:
            lines += used > word
            used = word
            if word > room:
                lines += int(word / room)
                used = word % room
    return min(lines, HIGHEST)


def _handed_out(demands: Sequence[Demand], total: float) -> list[float]:
    """From the least on, step by step where it lowers the rows most for its width; the first of equals."""
    widths, step = [demand.least for demand in demands], total / STEPS
    rows = [sum(lines) for lines in zip(*_powers(demands, widths), strict=True)]
    left = total - sum(widths)
    while found := max(_gains(demands, widths, rows, left, step), default=None):
        place, width = -found[1], found[2]
        if found[0] * step < WORTH:
            break
        old, new = (demands[place].lines(at) for at in (widths[place], width))
        rows = [row - before**8 + after**8 for row, before, after in zip(rows, old, new, strict=True)]
        left -= width - widths[place]
        widths[place] = width
    return widths


def _gains(
    demands: Sequence[Demand], widths: Sequence[float], rows: Sequence[float], left: float, step: float
) -> Iterator[tuple[float, int, float]]:
    """Gain per point, place (negative: the first is the greatest) and width of each column made wider."""
    roots = [sqrt(sqrt(sqrt(row))) for row in rows]
    for place, demand in enumerate(demands):
        now = demand.lines(widths[place])
        tried: list[int] = now
        for leap in LEAPS:
            more = min(leap * step, demand.most - widths[place])
            if not 0 < more <= left:
                break
            lines = demand.lines(widths[place] + more)
            if lines != tried:
                tried = lines
                gain = sum(
                    [
                        root - sqrt(sqrt(sqrt(row - before**8 + after**8)))
                        for root, row, before, after in zip(roots, rows, now, lines, strict=True)
                        if before != after
                    ]
                )
                yield gain / more, -place, widths[place] + more


def _spread(demands: Sequence[Demand], widths: list[float], total: float) -> list[float]:
    """Share what is left by what each column lacks for its longest cell."""
    lacks = [max(demand.most - width, 0.0) for demand, width in zip(demands, widths, strict=True)]
    share = (total - sum(widths)) / (sum(lacks) or 1.0)
    return [width + lack * share for width, lack in zip(widths, lacks, strict=True)]


def _moved(demands: Sequence[Demand], widths: list[float], step: float) -> list[float]:
    """Move width from column to column, the widest leap first, while that saves lines of the sample."""
    for leap in (step * number for number in reversed(LEAPS)):
        for place in range(len(demands)):
            widths = _given(demands, widths, place, leap)
    return widths


def _given(demands: Sequence[Demand], widths: list[float], place: int, leap: float) -> list[float]:
    """The widths after giving a column some of that of another one, the one whose loss raises the rows least."""
    columns = [demand.lines(width) for demand, width in zip(demands, widths, strict=True)]
    fewest, wider = _height(columns), demands[place].lines(widths[place] + leap)
    if wider == columns[place] or _height([*columns[:place], wider, *columns[place + 1 :]]) == fewest:
        return widths
    columns[place] = wider
    giver = None
    for other, demand in enumerate(demands):
        if other == place or widths[other] - leap < demand.least:
            continue
        height = _height([*columns[:other], demand.lines(widths[other] - leap), *columns[other + 1 :]])
        if height < fewest:
            giver, fewest = other, height
    if giver is None:
        return widths
    moves = {place: leap, giver: -leap}
    return [width + moves.get(number, 0.0) for number, width in enumerate(widths)]


def _height(columns: Sequence[list[int]]) -> int:
    """Lines of the whole sample: each row is as high as its highest cell."""
    return sum(map(max, zip(*columns, strict=True)))


def _powers(demands: Sequence[Demand], widths: Sequence[float]) -> list[list[int]]:
    return [[lines**8 for lines in demand.lines(width)] for demand, width in zip(demands, widths, strict=True)]


def _squeezed(demands: Sequence[Demand], total: float) -> list[float]:
    """Firm columns keep their least; the others are cut down to a common ceiling."""
    firm = sum(demand.least for demand in demands if demand.firm)
    soft = [demand.least for demand in demands if not demand.firm]
    if not soft or firm >= total * 0.8:
        return [demand.least * total / sum(demand.least for demand in demands) for demand in demands]
    ceiling = _ceiling(soft, total - firm)
    return [demand.least if demand.firm else min(demand.least, ceiling) for demand in demands]


def _ceiling(lengths: Sequence[float], total: float) -> float:
    """The ceiling under which the lengths add up to the total."""
    left = total
    for done, length in enumerate(sorted(lengths)):
        share = left / (len(lengths) - done)
        if length > share:
            return share
        left -= length
    return max(lengths)
