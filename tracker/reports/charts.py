"""Setting charts: bars as vectors with their figures beside them, told apart by fill so that grey print loses nothing.

A bar chart goes on over pages like a table; columns stay together. Where there is no figure, that is said in words.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from tracker.reports import charted
from tracker.reports.blocks import Chart, Fill
from tracker.reports.fonts import BOLD, REGULAR
from tracker.reports.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.reports.pages import Pages

TITLE_SIZE, SIZE, LEADING = 12, 10.5, 13.0
BAR, APART = 10.0, 4.0
"""Height of a bar, space between two labels."""
MARK, BESIDE, BETWEEN = 10.0, 4.0, 14.0
"""A mark of the legend, space to its name, space to the next mark."""
LABELS = 0.42
"""Part of the width that the labels may take."""
FIGURES = 74.0
"""Room for the figure behind a bar, or for the words that there is none."""
HIGH, COLUMN = 110.0, 26.0
"""Height of the longest column, and its width at most."""
STEP = 3.2
"""Distance of hatches and dots."""
ASCENT = 0.88


class PlacedChart:
    """A chart measured for the width of the page."""

    gap = 10.0

    def __init__(self, pages: Pages, block: Chart) -> None:
        self._pages, self._block = pages, block
        self._legend = list(_legend(pages, block)) if len(block.series) > 1 else []
        self._head = LEADING * (1 + len(self._legend)) + 4
        self._most = _most(block)
        self._labels = [_wrapped(pages, label, pages.width * LABELS) for label in block.labels]

    @property
    def lead(self) -> float:
        """Title and legend with the first bars, or with all columns."""
        if self._block.upright:
            return self._head + HIGH + 4 * LEADING
        return self._head + sum(self._height(place) for place in range(min(2, len(self._labels))))

    def paint(self) -> None:
        """Draw it, over as many pages as it takes."""
        self._paint_head()
        if self._block.upright:
            self._paint_columns()
        else:
            self._paint_bars()

    # --- bars to the right --------------------------------------------------------------------------------------------

    def _paint_bars(self) -> None:
        pages = self._pages
        widest = max((pages.fonts.width(REGULAR, SIZE, line) for lines in self._labels for line in lines), default=0.0)
        axis = pages.left + widest + BESIDE
        scale = (pages.right - FIGURES - axis) / self._most
        for place, lines in enumerate(self._labels):
            if pages.room < self._height(place):
                pages.turn()
                self._paint_head()
            self._paint_label(lines, axis, self._height(place))
            top = pages.y - (self._height(place) - BAR * self._bars()) / 2
            for x, y, value, fill, words in self._row(place, axis, top, scale):
                pages.put(filled(fill, x, y, float(value or 0) * scale, BAR - 2))
                if words:
                    end = x + float(value or 0) * scale + BESIDE
                    pages.text(end, y + 1.5, REGULAR, SIZE, words)
            pages.put(f"0.6 w {axis:.2f} {pages.y:.2f} m {axis:.2f} {pages.y - self._height(place):.2f} l S")
            pages.y -= self._height(place)

    def _row(
        self, place: int, axis: float, top: float, scale: float
    ) -> Iterator[tuple[float, float, int | Decimal | None, Fill, str]]:
        """Where each bar of a label begins, how long it is, how it is filled, and what is said behind it."""
        values = [(series.values[place], series.fill) for series in self._block.series]
        if not self._block.stacked:
            for number, (value, fill) in enumerate(values, start=1):
                yield axis, top - number * BAR + 1, value, fill, charted.shown(value, self._block)
            return
        known = [value for value, _ in values if value is not None]
        total = charted.shown(sum(known) if known else None, self._block)
        x, y = axis, top - BAR + 1
        for number, (value, fill) in enumerate(values, start=1):
            yield x, y, value, fill, total if number == len(values) else ""
            x += float(value or 0) * scale

    def _bars(self) -> int:
        return 1 if self._block.stacked else len(self._block.series)

    def _height(self, place: int) -> float:
        return max(LEADING * len(self._labels[place]), BAR * self._bars()) + APART

    def _paint_label(self, lines: Sequence[str], axis: float, height: float) -> None:
        pages = self._pages
        y = pages.y - (height - LEADING * len(lines)) / 2 - SIZE * ASCENT
        for line in lines:
            width = pages.fonts.width(REGULAR, SIZE, line)
            pages.text(axis - BESIDE - width, y, REGULAR, SIZE, line)
            y -= LEADING

    # --- columns ------------------------------------------------------------------------------------------------------

    def _paint_columns(self) -> None:
        pages, block = self._pages, self._block
        foot = pages.y - LEADING - HIGH
        room = pages.width / max(len(block.labels), 1)
        wide = min(COLUMN, room / (len(block.series) + 1))
        for place, label in enumerate(block.labels):
            middle = pages.left + room * (place + 0.5)
            x = middle - wide * len(block.series) / 2
            for series in block.series:
                self._paint_column(series.values[place], series.fill, x, foot, wide)
                x += wide
            y = foot - LEADING
            for line in _wrapped(pages, label, room - BESIDE):
                pages.centred(middle, y, REGULAR, SIZE, line)
                y -= LEADING
        pages.rule(pages.left, foot, pages.width)
        lines = max((len(_wrapped(pages, label, room - BESIDE)) for label in block.labels), default=0)
        pages.y = foot - LEADING * (lines + 0.5)

    def _paint_column(self, value: int | Decimal | None, fill: Fill, x: float, foot: float, wide: float) -> None:
        pages = self._pages
        height = float(value or 0) * HIGH / self._most
        pages.put(filled(fill, x + 2, foot, wide - 4, height))
        words = charted.shown(value, self._block)
        for number, line in enumerate(reversed(_wrapped(pages, words, max(wide, FIGURES)))):
            pages.centred(x + wide / 2, foot + height + 3 + number * LEADING, REGULAR, SIZE, line)

    # --- above both ---------------------------------------------------------------------------------------------------

    def _paint_head(self) -> None:
        pages = self._pages
        for line in _wrapped(pages, self._block.title, pages.width, BOLD, TITLE_SIZE)[:1]:
            pages.text(pages.left, pages.y - TITLE_SIZE * ASCENT, BOLD, TITLE_SIZE, line)
        pages.y -= LEADING + 2
        for row in self._legend:
            for x, fill, name in row:
                pages.put(filled(fill, pages.left + x, pages.y - MARK, MARK, MARK - 2))
                pages.text(pages.left + x + MARK + BESIDE, pages.y - MARK + 1.5, REGULAR, SIZE, name)
            pages.y -= LEADING
        pages.y -= 2


def filled(fill: Fill, x: float, y: float, width: float, height: float) -> str:
    """Operators that draw an area as its fill says; nothing for an area that is none."""
    if width <= 0 or height <= 0:
        return ""
    area = f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re"
    line = 0.9 if fill is Fill.OUTLINE else 0.5
    border = f"{line} w {area} S"
    if fill in _GREYS:
        return f"{_GREYS[fill]} g {area} f 0 g {border}"
    inside = " ".join(_INSIDE[fill](x, y, width, height)) if fill in _INSIDE else ""
    return f"q {area} W n 0.45 w {inside} Q {border}" if inside else border


def _hatches(x: float, y: float, width: float, height: float) -> Iterator[str]:
    yield from _strokes(x, y, width, height, rising=True)
    yield "S"


def _crosses(x: float, y: float, width: float, height: float) -> Iterator[str]:
    yield from _strokes(x, y, width, height, rising=True)
    yield from _strokes(x, y, width, height, rising=False)
    yield "S"


def _strokes(x: float, y: float, width: float, height: float, *, rising: bool) -> Iterator[str]:
    lower, upper = (y, y + height) if rising else (y + height, y)
    for number in range(int((width + height) / STEP) + 1):
        at = x - height + number * STEP
        yield f"{at:.2f} {lower:.2f} m {at + height:.2f} {upper:.2f} l"


def _dots(x: float, y: float, width: float, height: float) -> Iterator[str]:
    for row in range(int(height / STEP) + 1):
        for column in range(int(width / STEP) + 1):
            yield f"{x + 1 + column * STEP:.2f} {y + 1 + row * STEP:.2f} 0.9 0.9 re"
    yield "f"


_GREYS = {Fill.SOLID: "0.25", Fill.GREY: "0.75"}
_INSIDE = {Fill.HATCHED: _hatches, Fill.CROSSED: _crosses, Fill.DOTTED: _dots}


def _most(block: Chart) -> float:
    """What the longest bar stands for; a rate stands on the whole."""
    if block.percent:
        return 1.0
    by_label = zip(*(series.values for series in block.series), strict=True)
    together = [[float(value) for value in values if value is not None] for values in by_label]
    return max((sum(each) if block.stacked else max(each) for each in together if each), default=0.0) or 1.0


def _legend(pages: Pages, block: Chart) -> Iterator[list[tuple[float, Fill, str]]]:
    """The marks in as many rows as they take."""
    row: list[tuple[float, Fill, str]] = []
    x = 0.0
    for series in block.series:
        width = MARK + BESIDE + pages.fonts.width(REGULAR, SIZE, series.name)
        if row and x + width > pages.width:
            yield row
            row, x = [], 0.0
        row.append((x, series.fill, series.name))
        x += width + BETWEEN
    yield row


def _wrapped(pages: Pages, text: str, room: float, style: str = REGULAR, size: float = SIZE) -> list[str]:
    lines = wrap(text, room * 1000 / size, pages.fonts.widths(style))
    return [" ".join(line.words) for line in lines]
