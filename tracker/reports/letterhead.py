"""Setting the head of a sheet (NĐ 30/2020, Phụ lục I, ô 1-5) and the head of an annex."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.reports import vietnamese
from tracker.reports.fonts import BOLD, ITALIC, REGULAR
from tracker.reports.pages import MM, Pages
from tracker.reports.wrap import wrap

if TYPE_CHECKING:
    from tracker.reports.blocks import AnnexHead, Head

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
ISSUER_COLUMN = 68 * MM
"""The left column; the right one keeps 97 mm, in which the quốc hiệu of 95.7 mm never wraps."""
GUTTER = 2 * MM
SIZE, MOTTO_SIZE, TITLE_SIZE, PLACE_SIZE = 13, 14, 14, 13.5
LEADING = 16.0
ABOUT_SIZE = 12
TO, TO_INDENT = "Kính gửi:", 40 * MM
RULE_DROP = 6.0
"""From the baseline down to a rule: clear of the marks below letters (Ọ, g, y), so that it is no underline."""
ISSUER_RULE, TITLE_RULE = 0.4, 0.4
"""Length of the rules under issuer and trích yếu as part of the line above: a third to a half."""


class PlacedHead:
    """Letterhead and title of the main part."""

    gap = 0.0

    def __init__(self, pages: Pages, block: Head) -> None:
        self._pages, self._block = pages, block
        self.lead = 60 * MM

    def paint(self) -> None:
        """Draw it at the top of the page."""
        pages = self._pages
        issuer_end = self._paint_issuer()
        nation_end = _paint_nation(pages)
        pages.y = min(issuer_end, nation_end) - 12
        if self._block.numbered:
            self._paint_number_and_day()
        if self._block.kind:
            self._paint_title()
        self._paint_addressed()

    def _paint_issuer(self) -> float:
        pages, letterhead = self._pages, self._block.letterhead
        middle = pages.left + ISSUER_COLUMN / 2
        y, longest = pages.y - SIZE * 0.9, 0.0
        for style, lines in ((REGULAR, letterhead.superior), (BOLD, letterhead.issuer)):
            longest = 0.0
            for line in _wrapped(pages, lines, style):
                longest = max(longest, pages.centred(middle, y, style, SIZE, line))
                y -= LEADING
        y += LEADING - RULE_DROP
        length = longest * ISSUER_RULE
        pages.rule(middle - length / 2, y, length)
        return y

    def _paint_number_and_day(self) -> None:
        pages, letterhead = self._pages, self._block.letterhead
        y = pages.y - SIZE * 0.9
        pages.centred(pages.left + ISSUER_COLUMN / 2, y, REGULAR, SIZE, number_line(self._block))
        text = f"{letterhead.place}, {day_words(self._block)}"
        pages.centred(_right_middle(pages), y, ITALIC, PLACE_SIZE, text)
        pages.y = self._paint_about(y) - SIZE * 0.4

    def _paint_about(self, y: float) -> float:
        """Ô 5b, under the number; the baseline of its last line."""
        if not self._block.about:
            return y
        pages = self._pages
        for line in balanced(pages, f"V/v {self._block.about}", REGULAR, ABOUT_SIZE, ISSUER_COLUMN):
            y -= LEADING
            pages.centred(pages.left + ISSUER_COLUMN / 2, y, REGULAR, ABOUT_SIZE, line)
        return y

    def _paint_addressed(self) -> None:
        """Ô 9a: one addressee behind the words, several below them."""
        pages, to = self._pages, self._block.to
        if not to:
            return
        lines = [f"{TO} {to[0]}"] if len(to) == 1 else [TO, *vietnamese.itemised(to)]
        widths, room = pages.fonts.widths(REGULAR), (pages.width - TO_INDENT) * 1000 / MOTTO_SIZE
        pages.y -= 18
        for text in lines:
            for line in wrap(text, room, widths):
                words = " ".join(line.words)
                pages.text(pages.left + TO_INDENT, pages.y - MOTTO_SIZE * 0.9, REGULAR, MOTTO_SIZE, words)
                pages.y -= LEADING + 1.5
        pages.y -= 6

    def _paint_title(self) -> None:
        pages = self._pages
        middle = (pages.left + pages.right) / 2
        pages.y -= 26 if self._block.numbered else 12
        y = pages.y - TITLE_SIZE * 0.9
        length = 0.0
        for text in (self._block.kind, self._block.subject):
            for line in balanced(pages, text, BOLD, TITLE_SIZE, pages.width * 0.86) if text else ():
                length = pages.centred(middle, y, BOLD, TITLE_SIZE, line)
                y -= LEADING + 1.5
        y += LEADING + 1.5 - RULE_DROP - 2
        rule = max(length * TITLE_RULE, 25 * MM)
        pages.rule(middle - rule / 2, y, rule)
        pages.y = y - 12


class PlacedAnnexHead:
    """Name, title and reference of an annex, centred."""

    gap = 0.0

    def __init__(self, pages: Pages, block: AnnexHead) -> None:
        self._pages, self._block = pages, block
        self.lead = 40 * MM

    def paint(self) -> None:
        """Draw it at the top of the page."""
        pages = self._pages
        middle, y = (pages.left + pages.right) / 2, pages.y - TITLE_SIZE * 0.9
        lines = (
            (BOLD, TITLE_SIZE, self._block.name),
            (BOLD, TITLE_SIZE, self._block.title),
            (ITALIC, SIZE, reference(self._block)),
        )
        for style, size, text in lines:
            for line in balanced(pages, text, style, size, pages.width):
                pages.centred(middle, y, style, size, line)
                y -= LEADING + 1.5
        pages.y = y + 2


def reference(block: AnnexHead) -> str:
    """(Kèm theo Báo cáo số 12/BC-VP ngày 30 tháng 9 năm 2026 của …), with blanks on a draft; else the line it has."""
    letterhead = block.letterhead
    if letterhead is None:
        return block.reference
    number = vietnamese.BLANK if letterhead.number is None else letterhead.number.zfill(2)
    issued = letterhead.issued_on
    day = vietnamese.blank_day(block.year) if issued is None else vietnamese.long_day(issued)
    return f"(Kèm theo Báo cáo số {number}/{letterhead.symbol} {day} của {block.unit})"


def number_line(block: Head) -> str:
    """Số: 12/BC-VP, or a blank for the number of a draft. A number below 10 takes a leading zero."""
    number = block.letterhead.number
    shown = vietnamese.BLANK if number is None else number.zfill(2)
    return f"Số: {shown}/{block.letterhead.symbol}"


def day_words(block: Head) -> str:
    """ngày 30 tháng 9 năm 2026, or blanks for the day of a draft."""
    issued = block.letterhead.issued_on
    return vietnamese.blank_day(block.year) if issued is None else vietnamese.long_day(issued)


def balanced(pages: Pages, text: str, style: str, size: float, width: float) -> list[str]:
    """A centred text in as few lines as it takes, all of them about equally long."""
    widths = pages.fonts.widths(style)
    room = width * 1000 / size
    lines = wrap(text, room, widths)
    narrower = room
    while len(lines) > 1 and len(wrap(text, narrower * 0.96, widths)) == len(lines) and narrower > room / 4:
        narrower *= 0.96
        lines = wrap(text, narrower, widths)
    return [" ".join(line.words) for line in lines]


def _paint_nation(pages: Pages) -> float:
    middle = _right_middle(pages)
    y = pages.y - SIZE * 0.9
    pages.centred(middle, y, BOLD, SIZE, NATION)
    y -= LEADING
    length = pages.centred(middle, y, BOLD, MOTTO_SIZE, MOTTO)
    y -= RULE_DROP
    pages.rule(middle - length / 2, y, length)
    return y


def _right_middle(pages: Pages) -> float:
    return (pages.left + ISSUER_COLUMN + pages.right) / 2


def _wrapped(pages: Pages, lines: tuple[str, ...], style: str) -> list[str]:
    """The lines in capitals, broken further where one is wider than its column: behind a comma if that is enough."""
    return [broken for line in lines for broken in _broken(pages, line.upper(), style)]


def _broken(pages: Pages, line: str, style: str) -> list[str]:
    width = ISSUER_COLUMN - GUTTER
    lines = balanced(pages, line, style, SIZE, width)
    before, comma, behind = line.partition(", ")
    parts = [f"{before},", behind]
    if len(lines) == 2 and comma and all(pages.fonts.width(style, SIZE, part) <= width for part in parts):
        return parts
    return lines
