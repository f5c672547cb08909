"""Setting the signature block and nơi nhận (NĐ 30/2020, ô 7-9): side by side, never parted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.reports.fonts import BOLD, BOLD_ITALIC, REGULAR
from tracker.reports.letterhead import balanced
from tracker.reports.pages import MM, Pages
from tracker.reports.wrap import wrap

if TYPE_CHECKING:
    from tracker.reports.blocks import Closing

SIZE, LEADING = 14, 17.0
SIGNING_SPACE = 28 * MM
"""Room for signature and stamp: 25 to 30 mm."""
LABEL_SIZE, LIST_SIZE, LIST_LEADING = 12, 11, 13.5


class PlacedClosing:
    """Signer on the right half, recipients on the left."""

    gap = 14.0

    def __init__(self, pages: Pages, block: Closing) -> None:
        self._pages = pages
        self._half = pages.width / 2
        self._lines = [line for text in block.signature.lines for line in balanced(pages, text, BOLD, SIZE, self._half)]
        self._name = balanced(pages, block.signature.name, BOLD, SIZE, self._half)
        self._recipients = _recipients(pages, block.recipients, self._half - 6 * MM)
        signed = LEADING * (len(self._lines) + len(self._name)) + SIGNING_SPACE
        listed = LABEL_SIZE * 1.3 + LIST_LEADING * len(self._recipients) if self._recipients else 0.0
        self.lead = max(signed, listed)

    def paint(self) -> None:
        """Draw both blocks from the same height."""
        self._paint_recipients()
        pages = self._pages
        middle, y = pages.right - self._half / 2, pages.y - SIZE * 0.9
        for line in self._lines:
            pages.centred(middle, y, BOLD, SIZE, line)
            y -= LEADING
        y -= SIGNING_SPACE
        for line in self._name:
            pages.centred(middle, y, BOLD, SIZE, line)
            y -= LEADING
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


def recipient_lines(recipients: tuple[str, ...]) -> list[str]:
    """One recipient per line with a dash before and a semicolon behind, a full stop behind the last."""
    last = len(recipients) - 1
    return [f"- {recipient}{'.' if number == last else ';'}" for number, recipient in enumerate(recipients)]


def _recipients(pages: Pages, recipients: tuple[str, ...], width: float) -> list[str]:
    widths, room = pages.fonts.widths(REGULAR), width * 1000 / LIST_SIZE
    lines = recipient_lines(recipients)
    return [" ".join(line.words) for text in lines for line in wrap(text, room, widths)]
