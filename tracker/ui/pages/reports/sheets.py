"""Our own PDFs as pictures: pdfium draws strips of pages and reads their text, on a thread of its own.

Only what this program drew is opened here. pdfium knows no threads: every call in the program takes one lock, and none
is made on the thread of the window.
"""

from __future__ import annotations

import atexit
import ctypes
from array import array
from threading import Condition, Lock
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage

from tracker.domain.text import fold
from tracker.ui.aside import Beside

if TYPE_CHECKING:
    from collections.abc import Sequence

_PDFIUM = Lock()
KEPT_OPEN = 4
"""Pages that stay parsed, so that the strips of one page cost one parsing."""


class Strip(NamedTuple):
    """A part of a page as it is shown: the page in pixels, and from which row on how many."""

    page: int
    width: int
    height: int
    top: int
    rows: int


class Box(NamedTuple):
    """A place on a page, in points from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


class Hit(NamedTuple):
    """Words that were found: the page, and the boxes around them (two where a line ends between)."""

    page: int
    boxes: tuple[Box, ...]


class Paper:
    """One open PDF. Every method takes pdfium's lock; not for the thread of the window."""

    def __init__(self, data: bytes) -> None:
        import pypdfium2

        with _PDFIUM:
            self._pdf = pypdfium2.PdfDocument(data)
            self.sizes = [self._pdf.get_page_size(page) for page in range(len(self._pdf))]
            """Width and height of each page in points."""
        self._open: dict[int, Any] = {}
        self._texts: dict[int, tuple[str, array[int]]] = {}

    def close(self) -> None:
        """Let it go."""
        with _PDFIUM:
            for page in self._open.values():
                page.close()
            self._open.clear()
            self._pdf.close()

    def strip(self, wanted: Strip, *, grey: bool = False) -> QImage:
        """The picture of a strip, in colour for the screen or grey for a printer."""
        import pypdfium2.raw as raw

        kind = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB32
        image = QImage(wanted.width, wanted.rows, kind)
        image.fill(0xFFFFFFFF)
        memory = (ctypes.c_ubyte * image.sizeInBytes()).from_buffer(image.bits())
        with _PDFIUM:
            page = self._page(wanted.page)
            bitmap = raw.FPDFBitmap_CreateEx(
                wanted.width,
                wanted.rows,
                raw.FPDFBitmap_Gray if grey else raw.FPDFBitmap_BGRx,
                memory,
                image.bytesPerLine(),
            )
            flags = raw.FPDF_GRAYSCALE if grey else 0
            raw.FPDF_RenderPageBitmap(bitmap, page, 0, -wanted.top, wanted.width, wanted.height, 0, flags)
            raw.FPDFBitmap_Destroy(bitmap)
        return image

    def hits(self, page: int, words: str) -> list[Hit]:
        """Where the words stand on a page, without regard to accents, case and ends of lines."""
        import pypdfium2.raw as raw

        wanted = fold(words)
        if not wanted:
            return []
        height = self.sizes[page][1]
        with _PDFIUM:
            known = self._texts.get(page)
            if known is not None and wanted not in known[0]:
                return []
            text = raw.FPDFText_LoadPage(self._page(page))
            try:
                folded, places = self._texts[page] = known or _folded(text, raw)
                found = []
                at = folded.find(wanted)
                while at >= 0:
                    first, last = places[at], places[at + len(wanted) - 1]
                    found.append(Hit(page, _boxes(text, first, last - first + 1, height, raw)))
                    at = folded.find(wanted, at + len(wanted))
                return found
            finally:
                raw.FPDFText_ClosePage(text)

    def _page(self, number: int) -> Any:
        if number not in self._open:
            while len(self._open) >= KEPT_OPEN:
                self._open.pop(next(iter(self._open))).close()
            self._open[number] = self._pdf[number]
        return self._open[number].raw


def _folded(text: Any, raw: Any) -> tuple[str, array[int]]:
    """The text of a page as it is searched, and for each of its letters the place on the page."""
    letters: list[str] = []
    places = array("i")
    for place in range(raw.FPDFText_CountChars(text)):
        letter = chr(raw.FPDFText_GetUnicode(text, place))
        if letter.isspace() or letter == "\0":
            if letters and letters[-1] != " ":
                letters.append(" ")
                places.append(place)
            continue
        for bare in fold(letter):
            letters.append(bare)
            places.append(place)
    return "".join(letters), places


def _boxes(text: Any, first: int, count: int, height: float, raw: Any) -> tuple[Box, ...]:
    left, top, right, bottom = (ctypes.c_double() for _ in range(4))
    found = []
    for number in range(raw.FPDFText_CountRects(text, first, count)):
        raw.FPDFText_GetRect(text, number, left, top, right, bottom)
        found.append(Box(left.value, height - top.value, right.value, height - bottom.value))
    return tuple(found)


class Sheets(Beside):
    """A PDF whose pages are drawn and searched beside the window: what is wanted first comes first."""

    opened = Signal(object)
    """Width and height of every page in points."""
    drawn = Signal(object, object)
    """A `Strip` and its picture."""
    found = Signal(str, object, bool)
    """The words searched for, all hits so far, and whether every page was read."""

    def __init__(self, data: bytes) -> None:
        super().__init__("pdfium")
        self._data = data
        self._news = Condition()
        self._wanted: list[Strip] = []
        self._search, self._over = "", False
        self._next, self._hits = 0, list[Hit]()

    def start(self) -> None:
        """Begin: `opened` comes first."""
        self.begin()

    def want(self, strips: Sequence[Strip]) -> None:
        """From now on these strips are wanted, in their order, and no others."""
        with self._news:
            self._wanted = list(strips)
            self._news.notify()

    def search(self, words: str) -> None:
        """Look for words on all pages, whenever no strip is wanted; "" ends it."""
        with self._news:
            self._search, self._next, self._hits = words, 0, []
            self._news.notify()

    def close(self) -> None:
        """Nothing comes any more; the thread ends by itself, as soon as pdfium is through with its strip."""
        with self._news:
            self._over = True
            self._news.notify()

    def ended(self) -> None:
        """Close it and wait for the thread: not for the window while it works."""
        self.close()
        self.wait()

    def run(self) -> None:
        """Draw and search until it is closed."""
        paper = Paper(self._data)
        atexit.register(self.ended)  # before pdfium's own: it must not end while a strip is drawn
        try:
            self.opened.emit(list(paper.sizes))
            while True:
                with self._news:
                    self._news.wait_for(lambda: self._over or self._wanted or self._search)
                    if self._over:
                        return
                    strip = self._wanted.pop(0) if self._wanted else None
                    words, page = self._search, self._next
                if strip is not None:
                    self._tell_strip(strip, paper)
                else:
                    self._look(words, page, paper)
        finally:
            paper.close()
            atexit.unregister(self.ended)

    def _tell_strip(self, strip: Strip, paper: Paper) -> None:
        image = paper.strip(strip)
        if not self._over:
            self.drawn.emit(strip, image)

    def _look(self, words: str, page: int, paper: Paper) -> None:
        """Search one page."""
        hits = paper.hits(page, words) if page < len(paper.sizes) else []
        with self._news:
            if self._search != words or self._next != page:
                return
            self._hits += hits
            self._next += 1
            whole = self._next >= len(paper.sizes)
            if whole:
                self._search = ""
            told = list(self._hits)
        if hits or whole:
            self.found.emit(words, told, whole)
