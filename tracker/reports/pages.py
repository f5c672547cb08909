"""Pages of a sheet.

Paper, margins, page numbers, foot lines, bookmarks, and the few strokes that everything else is drawn with.

The only module that makes a reportlab canvas. Lengths are points, y grows upwards; measurements of NĐ 30/2020 are in
millimetres. The file is not tagged: the free edition of reportlab writes no structure tree; the outline leads to the
headings instead.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from tracker.reports import vietnamese
from tracker.reports.fonts import BOLD, REGULAR, Fonts, registered
from tracker.reports.foot import code_of, grouped

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from reportlab.pdfgen.canvas import Canvas

    from tracker.figures.types import Foot
    from tracker.reports.blocks import Document

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
TOP, BOTTOM, LEFT, RIGHT = 20 * MM, 20 * MM, 30 * MM, 15 * MM
NUMBER_SIZE, NUMBER_PLACE = 13, 12 * MM
"""The page number: size, and its baseline below the paper's upper edge, in the middle of the margin."""
FOOT_SIZE, FOOT_PLACE, FOOT_LEADING = 8.5, 11 * MM, 10.5
RULE = 0.6
"""Thickness of a rule: vector lines of 0.5 to 0.75 pt, never underscores."""


class Pages:
    """The pages of one document while they are drawn. `y` is the height at which the next block begins."""

    def __init__(self, target: IO[bytes], document: Document, *, boxed: bool = False) -> None:
        self.canvas = _canvas(target, document)
        self.fonts = Fonts(self.canvas, boxed=boxed)
        self._foot = document.foot
        self._number = 0
        self._outlined = 0
        self._size = A4
        self.y = 0.0
        self.keep = 0.0
        """Height that what follows needs on the page where the block being drawn ends."""

    @property
    def left(self) -> float:
        """The left edge of the text."""
        return LEFT

    @property
    def right(self) -> float:
        """The right edge of the text."""
        return self._size[0] - RIGHT

    @property
    def width(self) -> float:
        """The width of the text."""
        return self.right - self.left

    @property
    def top(self) -> float:
        """The upper edge of the text."""
        return self._size[1] - TOP

    @property
    def room(self) -> float:
        """What is left of the page."""
        return self.y - BOTTOM

    @property
    def height(self) -> float:
        """The height of an empty page's text."""
        return self.top - BOTTOM

    @property
    def fresh(self) -> bool:
        """True if nothing stands on the page yet."""
        return self.y >= self.top

    def open(self, *, landscape: bool) -> None:
        """Begin a section on a new page; its numbers begin at 1, and the first is not shown."""
        if self._number:
            self._finish()
        self._size = (A4[1], A4[0]) if landscape else A4
        self.canvas.setPageSize(self._size)
        self._number = 1
        self.y = self.top

    def turn(self) -> None:
        """Go on to the next page of the section."""
        self._finish()
        self._number += 1
        self.y = self.top
        number = str(self._number)
        place = self._size[0] / 2 - self.fonts.width(REGULAR, NUMBER_SIZE, number) / 2
        self.text(place, self._size[1] - NUMBER_PLACE, REGULAR, NUMBER_SIZE, number)

    def close(self) -> None:
        """Finish the last page and the file."""
        self._finish()
        self.canvas.save()

    def put(self, operators: str) -> None:
        """Add operators of the page description language."""
        self.canvas.addLiteral(operators)

    def text(self, x: float, y: float, style: str, size: float, text: str) -> None:
        """One line of text with its baseline beginning at (x, y). Raises MissingGlyphError."""
        codes = self.fonts.codes(style, size)
        code = " ".join([codes[word] for word in text.split(" ")])
        self.put(f"BT {codes.font} 1 0 0 1 {x:.2f} {y:.2f} Tm ({code}) Tj ET")

    def centred(self, middle: float, y: float, style: str, size: float, text: str) -> float:
        """One line of text around `middle`; returns its width."""
        width = self.fonts.width(style, size, text)
        self.text(middle - width / 2, y, style, size, text)
        return width

    def rule(self, x: float, y: float, width: float) -> None:
        """A horizontal rule."""
        self.put(f"{RULE} w {x:.2f} {y:.2f} m {x + width:.2f} {y:.2f} l S")

    def bookmark(self, title: str, level: int) -> None:
        """An entry of the outline that leads to the present height."""
        self._outlined += 1
        key = f"place{self._outlined}"
        self.canvas.bookmarkPage(key, fit="XYZ", left=0, top=self.y)
        self.canvas.addOutlineEntry(title, key, level)

    def _finish(self) -> None:
        self._draw_foot()
        self.canvas.showPage()

    def _draw_foot(self) -> None:
        y = FOOT_PLACE
        mark = MARK if self._foot.sample else ""
        mark_width = self.fonts.width(BOLD, FOOT_SIZE, mark)
        self.put("0.25 g")
        for line in foot_lines(self._foot, self.width - mark_width - 12, self.fonts):
            self.text(self.left, y, REGULAR, FOOT_SIZE, line)
            y -= FOOT_LEADING
        self.put("0 g")
        if mark:
            self.text(self.right - mark_width, FOOT_PLACE, BOLD, FOOT_SIZE, mark)


MARK = "DỮ LIỆU MẪU"


def foot_lines(foot: Foot, width: float, fonts: Fonts) -> list[str]:
    """The foot in one line, or in two where a long name would run into the mark."""
    printed = f"In ngày {vietnamese.day(foot.printed_on)}, người in: {foot.printed_by}."
    state = f"Sổ nhật ký đến mục {vietnamese.whole(foot.journal_number)}, mã {grouped(code_of(foot.journal_hash))}"
    line = f"{printed} {state}"
    return [line] if fonts.width(REGULAR, FOOT_SIZE, line) <= width else [printed, state]


def _canvas(target: IO[bytes], document: Document) -> Canvas:
    """A canvas whose bytes depend on nothing but what is drawn.

    No clock, no random id, no standard font that would not be embedded.
    """
    from reportlab import rl_config
    from reportlab.pdfbase.pdfdoc import XMP
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0
    rl_config.trustedHosts, rl_config.trustedSchemes = [], []
    canvas = Canvas(
        target,
        pagesize=A4,
        invariant=1,
        pageCompression=1,
        pdfVersion=(1, 7),
        initialFontName=registered(REGULAR).fontName,
        lang="vi-VN",
    )
    canvas.setTitle(document.title)
    canvas.setAuthor(document.author)
    canvas.setSubject(document.subject)
    canvas.setCreator("Ba Rõ")
    canvas.setProducer("Ba Rõ")
    canvas.setDateFormatter(_midnight(document.foot.printed_on))
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()
    canvas._doc.Catalog.Metadata = XMP(creator=lambda _: _packet(document).encode("utf-8"))
    return canvas


def _packet(document: Document) -> str:
    """What the file says of itself, as programs that keep archives read it (XMP, ISO 16684-1)."""
    from xml.sax.saxutils import escape

    title, author, subject = (escape(text) for text in (document.title, document.author, document.subject))
    made = f"{document.foot.printed_on.isoformat()}T00:00:00+07:00"
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>vi-VN</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>Ba Rõ</xmp:CreatorTool>
<xmp:CreateDate>{made}</xmp:CreateDate>
<pdf:Producer>Ba Rõ</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def _midnight(day: date) -> Callable[..., str]:
    """Reportlab asks with the six numbers of its own clock: the file says the day of the sheet instead."""
    return lambda *_: f"D:{day:%Y%m%d}000000+07'00'"
