"""The four faces of Liberation Serif inside one document: width and code of a word, each worked out once.

Long tables repeat their words (names, dates, symbols), so measuring and encoding by word and remembering is what makes
a row cheap. Imports reportlab, domain.text and tracker.resource.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from tracker.domain.text import nfc
from tracker.resource import resource

if TYPE_CHECKING:
    from collections.abc import Container

    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

REGULAR, BOLD, ITALIC, BOLD_ITALIC = "Regular", "Bold", "Italic", "BoldItalic"

NO_BREAK = "\N{NO-BREAK SPACE}"
"""Holds two words of our own texts on one line. User text has none.

It is a plain space since the border (design.md §2.8).
"""

BOX = "\N{WHITE SQUARE}"
"""Stands for a character that no font here has, where somebody said that it may."""

BOXES = "\N{OBJECT REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}"
"""Characters whose very glyph is a box or says that a character was lost."""

ESCAPED = tuple(
    "\\" + chr(code) if chr(code) in "()\\" else chr(code) if 32 <= code < 127 else f"\\{code:03o}"
    for code in range(256)
)
"""Each byte as it is written inside a PDF string."""


BLANKS = {ord(blank): " " for blank in (NO_BREAK, "\t", "\n")}
"""What stands for a space inside a word: our own no-break spaces, and breaks where a text has to stay on one line."""


class MissingGlyphError(Exception):
    """A character that the fonts cannot print. Turned into a refusal that names the record by whoever knows it."""

    def __init__(self, character: str, text: str) -> None:
        super().__init__(character)
        self.character = character
        self.text = text


def style_of(*, bold: bool, italic: bool) -> str:
    """The face for these two properties."""
    return (BOLD_ITALIC if italic else BOLD) if bold else (ITALIC if italic else REGULAR)


class Widths(dict[str, float]):
    """Word → its width in thousandths of the size.

    Spaces and words alike; unknown characters count as the font's default.
    """

    def __init__(self, font: TTFont, *, boxed: bool = False) -> None:
        super().__init__()
        self._boxed = boxed
        self._characters = font.face.charWidths
        self._default = font.face.defaultWidth

    def __missing__(self, word: str) -> float:
        characters, default = self._characters, self._default
        text = printable(word, characters)
        if self._boxed:
            text = in_boxes(text, characters)
        width = float(sum([characters.get(ord(character), default) for character in text]))
        self[word] = width
        return width


class Codes(dict[str, str]):
    """Word → what stands between the brackets of a PDF string in one face and size, font changes included.

    A document uses few characters, so nearly all lie in the font's first subset and a code is the plain escaped bytes.
    A word with characters of a later subset closes the string, changes the font, and opens it again: words are joined
    all the same.
    """

    def __init__(self, font: TTFont, size: float, document: object, *, boxed: bool = False) -> None:
        super().__init__()
        self._font, self._size, self._document, self._boxed = font, size, document, boxed
        self._glyphs = font.face.charToGlyph

    def __missing__(self, word: str) -> str:
        text = printable(word, self._glyphs)
        if self._boxed:
            text = in_boxes(text, self._glyphs)
        for character in text:
            if ord(character) not in self._glyphs or character in BOXES:
                raise MissingGlyphError(character, word)
        parts = self._font.splitString(text, self._document)
        code = "".join([self._part(subset, data) for subset, data in parts])
        self[word] = code
        return code

    def _part(self, subset: int, data: bytes) -> str:
        escaped = "".join([ESCAPED[byte] for byte in data])
        if subset == 0:
            return escaped
        return f") Tj {self._name(subset)} ({escaped}) Tj {self._name(0)} ("

    def _name(self, subset: int) -> str:
        return f"{self._font.getSubsetInternalName(subset, self._document)} {self._size:g} Tf"

    @property
    def font(self) -> str:
        """The operator that chooses this face and size."""
        return self._name(0)


class Fonts:
    """The faces of one document, with what has been measured and encoded for it."""

    def __init__(self, canvas: Canvas, *, boxed: bool = False) -> None:
        self._document, self._boxed = canvas._doc, boxed
        self._fonts: dict[str, TTFont] = {}
        self._widths: dict[str, Widths] = {}
        self._codes: dict[tuple[str, float], Codes] = {}

    def widths(self, style: str) -> Widths:
        """Widths of words in this face."""
        if style not in self._widths:
            self._widths[style] = Widths(self._font(style), boxed=self._boxed)
        return self._widths[style]

    def codes(self, style: str, size: float) -> Codes:
        """Codes of words in this face and size."""
        key = (style, size)
        if key not in self._codes:
            self._codes[key] = Codes(self._font(style), size, self._document, boxed=self._boxed)
        return self._codes[key]

    def width(self, style: str, size: float, text: str) -> float:
        """Width of a text on one line, in points."""
        widths = self.widths(style)
        words = text.split(" ")
        return (sum([widths[word] for word in words]) + widths[" "] * (len(words) - 1)) * size / 1000

    def _font(self, style: str) -> TTFont:
        if style not in self._fonts:
            self._fonts[style] = registered(style)
        return self._fonts[style]


def registered(style: str) -> TTFont:
    """The face as reportlab knows it.

    Read from its file once in a process, embedded in each document by what that one uses.
    """
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    name = f"LiberationSerif-{style}"
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, str(resource(f"fonts/{name}.ttf"))))
    return pdfmetrics.getFont(name)


def printable(word: str, glyphs: Container[int]) -> str:
    """The word as it is drawn: NFC, every blank as a space, format characters left out unless the font has them.

    A format character (word joiner, direction mark) shows nothing, so one without a glyph is nothing that misses.
    """
    if word.isascii() and word.isprintable():
        return word
    text = nfc(word.translate(BLANKS))
    if all(ord(character) in glyphs for character in text):
        return text
    return "".join(_visible(character) for character in text if ord(character) in glyphs or not _is_format(character))


def in_boxes(text: str, glyphs: Container[int]) -> str:
    """The text with a box for each character that the font does not have."""
    return "".join(each if ord(each) in glyphs and each not in BOXES else BOX for each in text)


def _visible(character: str) -> str:
    return " " if unicodedata.category(character) in ("Zs", "Zl", "Zp") else character


def _is_format(character: str) -> bool:
    return unicodedata.category(character) == "Cf"


def named(character: str) -> str:
    """U+1F600 GRINNING FACE: for the sentence that refuses a character."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()
