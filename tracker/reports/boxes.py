"""Squares to be ticked, drawn as strokes: no font is asked for a box, and none is in the text layer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.reports.fonts import REGULAR
from tracker.reports.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.reports.blocks import Boxes
    from tracker.reports.pages import Pages

SIZE, LEADING = 14, 18.0
SIDE, BEHIND, BETWEEN = 9.5, 5.0, 16.0
"""Side of a square, space to its words, space to the next square."""


def square(x: float, y: float, side: float = SIDE) -> str:
    """A path of a square with its lower left corner at (x, y), to be stroked."""
    return f"{x:.2f} {y:.2f} {side:.2f} {side:.2f} re"


def tick(x: float, y: float, side: float = SIDE) -> str:
    """A path of a tick inside such a square, to be stroked."""
    steps = ((0.18, 0.52), (0.42, 0.22), (0.86, 0.84))
    points = [f"{x + across * side:.2f} {y + up * side:.2f}" for across, up in steps]
    return f"{points[0]} m {points[1]} l {points[2]} l"


class PlacedBoxes:
    """Choices side by side, in as many lines as they take."""

    gap = 6.0

    def __init__(self, pages: Pages, block: Boxes) -> None:
        self._pages = pages
        self._lines = list(_in_lines(pages, block.items))
        self.lead = LEADING * min(len(self._lines), 2)

    def paint(self) -> None:
        """Draw them, over as many pages as they take."""
        pages = self._pages
        for line in self._lines:
            if pages.room < LEADING:
                pages.turn()
            baseline = pages.y - SIZE * 0.9
            for x, text, ticked in line:
                if ticked is not None:
                    mark = f" {tick(pages.left + x, baseline)}" if ticked else ""
                    pages.put(f"0.7 w {square(pages.left + x, baseline)}{mark} S")
                pages.text(pages.left + x + SIDE + BEHIND, baseline, REGULAR, SIZE, text)
            pages.y -= LEADING


Put = tuple[float, str, bool | None]
"""Where, which words, and whether ticked; None for a line that goes on."""


def _in_lines(pages: Pages, items: Sequence[tuple[str, bool]]) -> Iterator[list[Put]]:
    widths, scale = pages.fonts.widths(REGULAR), SIZE / 1000
    line: list[Put] = []
    x = 0.0
    for text, ticked in items:
        found = wrap(text, (pages.width - SIDE - BEHIND) / scale, widths)
        width = SIDE + BEHIND + found[0].width * scale
        if line and (x + width > pages.width or len(found) > 1):
            yield line
            line, x = [], 0.0
        line.append((x, " ".join(found[0].words), ticked))
        x += width + BETWEEN
        for more in found[1:]:
            yield line
            line, x = [(0.0, " ".join(more.words), None)], pages.width
    if line:
        yield line
