"""Which encoding the text of a sheet is in, and its conversion to Unicode.

Runs only in the child. Imports only tracker.domain. The font of a cell decides for that cell; all other cells share
one decision, by the score of a sample. An explicit encoding decides for all. Nothing is converted that holds a letter
no old font can have made.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tracker.domain.old_fonts import Encoding, capital_font, font_encoding, from_tcvn3, from_vni, guess

if TYPE_CHECKING:
    from tracker.exchange.grids import Grid, RawRow

_SAMPLE = 400
_EXAMPLE_LENGTH = 100


@dataclass(frozen=True)
class Decoding:
    """How the texts of one sheet become Unicode."""

    rest: Encoding
    """The encoding of every cell whose font does not tell it."""
    clear: bool = True
    """Whether `rest` is certain; if not, the sheet must not be read without asking."""
    by_style: Mapping[int, Encoding] = field(default_factory=dict)
    capitals: frozenset[int] = frozenset()
    """Styles whose font shows small letters as capitals (.VnTimeH)."""

    @property
    def plain(self) -> bool:
        """Whether nothing is converted at all."""
        return self.rest is Encoding.UNICODE and not self.by_style

    @property
    def encoding(self) -> Encoding:
        """The one encoding to name to the user: the old one, where there is one."""
        return next(
            (found for found in (self.rest, *self.by_style.values()) if found is not Encoding.UNICODE), Encoding.UNICODE
        )

    def text(self, text: str, style: int) -> str:
        """The Unicode text of a cell."""
        encoding = self.by_style.get(style, self.rest)
        if encoding is Encoding.UNICODE:
            return text
        converted = from_tcvn3(text) if encoding is Encoding.TCVN3 else from_vni(text)
        as_capitals = style in self.capitals and (converted != text or text.isascii())
        return converted.upper() if as_capitals else converted


def decide(grid: Grid, rows: Iterable[RawRow], wanted: Encoding | None) -> Decoding:
    """The decoding of a sheet, from its first rows. `wanted` is what the user said, None for automatic."""
    capitals = frozenset(style for style, font in grid.fonts.items() if capital_font(font))
    if wanted is not None:
        return Decoding(rest=wanted, capitals=capitals if wanted is not Encoding.UNICODE else frozenset())
    named = {style: font_encoding(font) for style, font in grid.fonts.items()}
    by_style = {style: found for style, found in named.items() if found is not None and found is not Encoding.UNICODE}
    in_old_fonts, others, used = _samples(rows, by_style)
    if not used or _is_unicode(in_old_fonts):
        by_style = {}  # no cell has an old font, or what was typed in it later is Unicode all the same
        others |= in_old_fonts
    if not others:
        return Decoding(rest=Encoding.UNICODE, by_style=by_style, capitals=capitals)
    found = guess(others)
    return Decoding(rest=found.encoding, clear=found.clear, by_style=by_style, capitals=capitals)


def _samples(rows: Iterable[RawRow], by_style: Mapping[int, Encoding]) -> tuple[dict[str, None], dict[str, None], bool]:
    """Texts with accents in old fonts and in other fonts, and whether any cell has an old font."""
    old, other, used = dict[str, None](), dict[str, None](), False
    for _, cells in rows:
        for _, value, style in cells:
            used |= style in by_style
            if isinstance(value, str) and not value.isascii():
                sample = old if style in by_style else other
                if len(sample) < _SAMPLE:
                    sample[value] = None
    return old, other, used


def _is_unicode(texts: Iterable[str]) -> bool:
    found = guess(texts)
    return found.clear and found.encoding is Encoding.UNICODE and any(found.scores.values())


def examples(decoding: Decoding, rows: Iterable[RawRow]) -> tuple[tuple[str, str], ...]:
    """Up to three rows before and after their conversion, for the user to judge it by."""
    shown = []
    for _, cells in rows:
        texts = [(value, decoding.text(value, style)) for _, value, style in cells if isinstance(value, str)]
        if any(before != after for before, after in texts):
            before, after = (" | ".join(side)[:_EXAMPLE_LENGTH] for side in zip(*texts, strict=True))
            shown.append((before, after))
        if len(shown) == 3:
            break
    return tuple(shown)
