"""Reading our own PDF back with pypdfium2: what stands where on which page."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as raw

from tracker.reports import pdf

if TYPE_CHECKING:
    from tracker.reports.blocks import Document

MM = 72 / 25.4


@dataclass(frozen=True)
class Text:
    """One drawn string and its box in millimetres from the lower left corner of the page."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    font: str
    size: float


@dataclass(frozen=True)
class Stroke:
    """The box of a path in millimetres."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True)
class Page:
    width: float
    height: float
    texts: tuple[Text, ...]
    strokes: tuple[Stroke, ...]
    images: int
    links: int
    whole: str
    """The text layer as a reader copies it."""

    @property
    def content(self) -> str:
        """The text layer without page number and foot."""
        lines = [line for line in self.whole.split("\n") if not line.startswith("In ngày")]
        return "\n".join(lines[1:] if lines and lines[0].isdigit() else lines)

    def find(self, text: str) -> Text:
        """The one drawn string that contains the text."""
        found = [drawn for drawn in self.texts if text in drawn.text]
        assert len(found) == 1, f"{text!r}: {len(found)} times"
        return found[0]


@dataclass(frozen=True)
class Sheet:
    pages: tuple[Page, ...]
    outline: tuple[tuple[int, str, int], ...]
    """Level, title, page from 0."""
    information: dict[str, str]
    fonts: dict[str, bool]
    """Name → embedded."""

    @property
    def whole(self) -> str:
        return "\n".join(page.whole for page in self.pages)

    @property
    def flowing(self) -> str:
        """All text without page numbers and feet, every break as one space: sentences are found however they fell."""
        return " ".join(" ".join(page.content for page in self.pages).split())

    @property
    def unspaced(self) -> str:
        """All drawn characters in the order of drawing, without blanks."""
        return "".join("".join(text.text.split()) for page in self.pages for text in page.texts)


def printed(document: Document) -> Sheet:
    """The document drawn and read back."""
    return read(pdf.draw(document))


def read(source: Path | bytes) -> Sheet:
    """Everything the tests ask of a file."""
    document = pypdfium2.PdfDocument(source)
    try:
        fonts: dict[str, bool] = {}
        pages = tuple(_page(document[number], fonts) for number in range(len(document)))
        outline = tuple((entry.level, entry.get_title(), entry.get_dest().get_index()) for entry in document.get_toc())
        return Sheet(pages, outline, document.get_metadata_dict(), fonts)
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage, fonts: dict[str, bool]) -> Page:
    layer = page.get_textpage()
    texts, strokes, images = [], [], 0
    for part in page.get_objects():
        left, bottom, right, top = (edge / MM for edge in part.get_bounds())
        if part.type == raw.FPDF_PAGEOBJ_TEXT:
            font = raw.FPDFTextObj_GetFont(part.raw)
            name = _font_name(font)
            fonts[name] = bool(raw.FPDFFont_GetIsEmbedded(font))
            texts.append(Text(_text(part.raw, layer.raw), left, bottom, right, top, name, _size(part.raw)))
        elif part.type == raw.FPDF_PAGEOBJ_PATH:
            strokes.append(Stroke(left, bottom, right, top))
        elif part.type == raw.FPDF_PAGEOBJ_IMAGE:
            images += 1
    whole = layer.get_text_range().replace("\r\n", "\n")
    width, height = (edge / MM for edge in page.get_size())
    return Page(width, height, tuple(texts), tuple(strokes), images, raw.FPDFPage_GetAnnotCount(page.raw), whole)


def _text(part: object, layer: object) -> str:
    length = raw.FPDFTextObj_GetText(part, layer, None, 0)
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFTextObj_GetText(part, layer, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length)
    return buffer.raw[: length - 2].decode("utf-16-le")


def _font_name(font: object) -> str:
    length = raw.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFFont_GetBaseFontName(font, buffer, length)
    return buffer.value.decode()


def _size(part: object) -> float:
    size = ctypes.c_float()
    raw.FPDFTextObj_GetFontSize(part, size)
    return size.value
