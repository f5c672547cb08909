"""Setting the signature block and nơi nhận (NĐ 30/2020, ô 7-9): side by side, never parted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.reports import vietnamese
from tracker.reports.fonts import BOLD, BOLD_ITALIC, REGULAR
from tracker.reports.letterhead import balanced
from tracker.reports.pages import MM, Pages
from tracker.reports.wrap import wrap

if TYPE_CHECKING:
    from tracker.figures.types import Signature
    from tracker.reports.blocks import Closing, Signatures

SIZE, LEADING = 14, 17.0
SIGNING_SPACE = 28 * MM
"""Room for signature and stamp: 25 to 30 mm."""
LABEL_SIZE, LIST_SIZE, LIST_LEADING = 12, 11, 13.5


class PlacedSignatures:
    """Two signature blocks side by side, each in its half."""

    gap = 14.0

    def __init__(self, pages: Pages, block: Signatures) -> None:
        self._pages = pages
        half = pages.width / 2
        self._blocks = [_Signing(pages, signature, half) for signature in (block.left, block.right)]
        self.lead = max(each.height for each in self._blocks)

    def paint(self) -> None:
        """Draw both from the same height, the names on one line."""
        pages = self._pages
        for place, each in enumerate(self._blocks):
            each.paint(pages.left + pages.width * (0.25 + 0.5 * place), self.lead)
        pages.y -= self.lead


class _Signing:
    """The lines of who signs, room to sign, and the name."""

    def __init__(self, pages: Pages, signature: Signature, width: float) -> None:
        self._pages = pages
        self._lines = [line for text in signature.lines for line in balanced(pages, text, BOLD, SIZE, width)]
        self._name = balanced(pages, signature.name, BOLD, SIZE, width)
        self.height = LEADING * (len(self._lines) + len(self._name)) + SIGNING_SPACE

    def paint(self, middle: float, height: float) -> None:
        """Draw it around `middle` from the present height, the name at the foot of `height`."""
        pages = self._pages
        top = pages.y - SIZE * 0.9
        for number, line in enumerate(self._lines):
            pages.centred(middle, top - number * LEADING, BOLD, SIZE, line)
        first = top - height + LEADING * len(self._name)
        for number, line in enumerate(self._name):
            pages.centred(middle, first - number * LEADING, BOLD, SIZE, line)


class PlacedClosing:
    """Signer on the right half, recipients on the left."""

    gap = 14.0

    def __init__(self, pages: Pages, block: Closing) -> None:
        self._pages = pages
        self._half = pages.width / 2
        self._signing = _Signing(pages, block.signature, self._half)
        self._recipients = _recipients(pages, block.recipients, self._half - 6 * MM)
        listed = LABEL_SIZE * 1.3 + LIST_LEADING * len(self._recipients) if self._recipients else 0.0
        self.lead = max(self._signing.height, listed)

    def paint(self) -> None:
        """Draw both blocks from the same height."""
        self._paint_recipients()
        pages = self._pages
        self._signing.paint(pages.right - self._half / 2, self._signing.height)
        pages.y -= self.lead

    def _paint_recipients(self) -> None:
        if not self._recipients:
            return
        pages = self._pages
        y = pages.y - SIZE * 0.9
        pages.text(pages.left, y, BOLD_ITALIC, LABEL_SIZE, "Nơi nhận:")
        for line in self._recipients:
            y -= LIST_LEADING
            pages.text(pages.left, y, REGULAR, LIST_SIZE, line)


def _recipients(pages: Pages, recipients: tuple[str, ...], width: float) -> list[str]:
    widths, room = pages.fonts.widths(REGULAR), width * 1000 / LIST_SIZE
    lines = vietnamese.itemised(recipients)
    return [" ".join(line.words) for text in lines for line in wrap(text, room, widths)]
