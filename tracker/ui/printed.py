"""Printing: pages drawn by pdfium at 300 dpi in grey bands onto a printer, on a thread beside the window."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from tracker.domain.errors import Refused, Unavailable
from tracker.ui.pages.reports.sheets import Paper, Strip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

DPI, POINTS = 300, 72
BAND_BYTES = 32 * 2**20
"""The most that a band of a page takes in memory: old printers' drivers take no more."""


def pages_of(typed: str, count: int) -> list[int]:
    """The pages that were typed ("1-3, 5"), counted from 0; all for nothing typed. Raises Refused "print.pages"."""
    if not typed.strip():
        return list(range(count))
    found: list[int] = []
    together = re.sub(r"\s*[-–]\s*", "-", typed.strip())
    for part in re.split(r"[,;\s]+", together):
        match = re.fullmatch(r"(\d{1,5})(?:-(\d{1,5}))?", part)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if not 1 <= first <= last <= count:
            raise Refused("print.pages", field="pages", text=typed.strip(), count=count)
        found += range(first - 1, last)
    return found


def in_order(pages: Sequence[int], copies: int, *, collate: bool) -> list[int]:
    """The pages as they come out: copy after copy, or each page so many times."""
    return [*pages] * copies if collate else [page for page in pages for _ in range(copies)]


def printers() -> list[QPrinterInfo]:
    """The system's printers."""
    return list(QPrinterInfo.availablePrinters())


def printer(info: QPrinterInfo) -> QPrinter:
    """One of the system's printers."""
    return QPrinter(info, QPrinter.PrinterMode.HighResolution)


def print_pages(
    data: bytes,
    to: QPrinter,
    pages: Sequence[int],
    progress: Callable[[int, int], object],
    stopped: Callable[[], bool],
) -> bool:
    """Print pages in their order; whether all were. Raises Unavailable "print.failed". Not on the window's thread."""
    paper, painter = Paper(data), QPainter()
    try:
        to.setFullPage(True)
        to.setResolution(DPI)
        for done, page in enumerate(pages):
            if stopped():
                to.abort()
                return False
            progress(done, len(pages))
            _lay(to, paper.sizes[page])
            if not (to.newPage() if done else painter.begin(to)):
                raise Unavailable("print.failed", printer=to.printerName())
            _paint(painter, to, paper, page)
        progress(len(pages), len(pages))
        return True
    finally:
        if painter.isActive():
            painter.end()
        paper.close()


def bands(size: tuple[float, float], page: int, dpi: int = DPI) -> Iterator[Strip]:
    """A page in grey bands, none above the memory that a band may take."""
    width, height = (max(1, round(side * dpi / POINTS)) for side in size)
    rows = max(1, min(height, BAND_BYTES // (width + 3)))
    for top in range(0, height, rows):
        yield Strip(page, width, height, top, min(rows, height - top))


def _lay(to: QPrinter, size: tuple[float, float]) -> None:
    """The sheet lies as the page does. Raises Unavailable "print.failed" for paper that the printer does not know."""
    wide = size[0] > size[1]
    paper = QPageSize(QSizeF(min(size), max(size)), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    lies = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    to.setPageSize(paper)
    to.setPageOrientation(lies)
    if not to.pageLayout().isValid():
        raise Unavailable("print.failed", printer=to.printerName())


def _paint(painter: QPainter, to: QPrinter, paper: Paper, page: int) -> None:
    """Lay the bands of a page onto the whole sheet."""
    sheet = to.pageLayout().fullRectPixels(to.resolution())
    for band in bands(paper.sizes[page], page):
        image: QImage = paper.strip(band, grey=True)
        scale = sheet.height() / band.height
        place = QRectF(0, band.top * scale, sheet.width(), band.rows * scale)
        painter.drawImage(place, image)
