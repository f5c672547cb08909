"""Setting the seal of an issued report: a QR code drawn as vectors, and beside it the same in words.

The encoder is reportlab's own. Error correction M: a crease or a stamp over a tenth of it does no harm.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from tracker.reports.fonts import REGULAR
from tracker.reports.pages import MM, Pages
from tracker.reports.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.reports.blocks import Seal

SIDE = 30 * MM
"""With its quiet zone: the modules of the longest text are 0.4 mm, which a telephone reads from a copy."""
QUIET = 4
"""Modules that stay white around the code (ISO/IEC 18004)."""
SIZE, LEADING = 9, 11.0


class PlacedSeal:
    """The code at the left, its words at the right, never parted."""

    gap = 10.0
    lead = SIDE

    def __init__(self, pages: Pages, block: Seal) -> None:
        self._pages, self._block = pages, block

    def paint(self) -> None:
        """Draw code and words from the same height."""
        pages = self._pages
        rows = modules(self._block.text)
        side = SIDE / (len(rows) + 2 * QUIET)
        left, top = pages.left + QUIET * side, pages.y - QUIET * side
        pages.put(" ".join(_squares(rows, left, top, side)) + " f")
        y = pages.y - SIDE / 2 + LEADING * len(self._lines()) / 2 - SIZE
        for line in self._lines():
            pages.text(pages.left + SIDE + 3 * MM, y, REGULAR, SIZE, line)
            y -= LEADING
        pages.y -= SIDE

    def _lines(self) -> list[str]:
        widths = self._pages.fonts.widths(REGULAR)
        room = (self._pages.width - SIDE - 3 * MM) * 1000 / SIZE
        return [" ".join(line.words) for text in self._block.lines for line in wrap(text, room, widths)]


def modules(text: str) -> list[list[bool]]:
    """The dark modules of a QR code of the text, row by row."""
    from reportlab.graphics.barcode.qrencoder import QR8bitByte, QRCode, QRErrorCorrectLevel

    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(QR8bitByte(text))
    code.make()
    count = range(code.getModuleCount())
    return [[bool(code.isDark(row, column)) for column in count] for row in count]


def _squares(rows: Sequence[Sequence[bool]], left: float, top: float, side: float) -> Iterator[str]:
    """Neighbours in a row are one rectangle: no hair line between them."""
    for number, row in enumerate(rows, start=1):
        at = 0
        for dark, same in groupby(row):
            count = len(list(same))
            if dark:
                yield f"{left + at * side:.3f} {top - number * side:.3f} {count * side:.3f} {side:.3f} re"
            at += count
