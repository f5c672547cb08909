"""Text typed with the old Vietnamese fonts: TCVN3 (.VnTime, ABC) and VNI (VNI-Times) into Unicode.

Imports domain.syllables. In both encodings a letter is one or two signs of Latin-1 that only the font shows as
Vietnamese (tables: domain.md §5.4). Nothing is converted silently: whoever calls shows some rows as read, and asks
where `Guess.clear` is false.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from unicodedata import normalize

from tracker.domain.syllables import has_vowel, is_syllable, without_tone


class Encoding(StrEnum):
    """What the signs of a text stand for."""

    UNICODE = "unicode"
    TCVN3 = "tcvn3"
    VNI = "vni"


@dataclass(frozen=True)
class Guess:
    """The encoding that some texts are most likely in."""

    encoding: Encoding
    clear: bool
    """Whether no other one comes near; if not, a person decides."""
    scores: Mapping[Encoding, float]
    """For each encoding the share, from 0 to 1, of the words with accents that are Vietnamese when read so."""


def from_tcvn3(text: str) -> str:
    """Text of a .Vn font in Unicode; what is Unicode already comes back as it is.

    The font has no capitals with a tone: "CéNG HßA" typed with caps lock becomes "CỘNG HÒA". Cells in a font that shows
    all letters as capitals (`capital_font`) are to be put in upper case by the caller.
    """
    if text.isascii() or _is_unicode(text):
        return text
    converted = text.translate(_tcvn3())
    return _with_capitals(text, converted)


def from_vni(text: str) -> str:
    """Text of a VNI font in Unicode; what is Unicode already comes back as it is."""
    if text.isascii() or _is_unicode(text):
        return text
    pairs, singles = _vni()
    converted: list[str] = []
    position = 0
    while position < len(text):
        pair = pairs.get(text[position : position + 2])
        converted.append(pair or singles.get(text[position], text[position]))
        position += 2 if pair else 1
    return "".join(converted)


def font_encoding(font: str | None) -> Encoding | None:
    """The encoding that a font's name tells; None where it tells nothing, as all Unicode fonts do."""
    name = (font or "").strip().lower()
    if name.startswith(".vn"):
        return Encoding.TCVN3
    return Encoding.VNI if name.startswith(("vni-", "vni ")) else None


def capital_font(font: str | None) -> bool:
    """Whether a font shows small letters as capitals: .VnTimeH, .VnArialH and their like."""
    return font_encoding(font) is Encoding.TCVN3 and (font or "").strip().lower().endswith("h")


def guess(texts: Iterable[str]) -> Guess:
    """The encoding of the texts of a column or a sheet, by how many of their words are Vietnamese when read in each.

    Only words with accents tell; without any the answer is Unicode. A few foreign accents (Hélène) raise no doubt. Ask
    about a whole sheet: a single short word may be Vietnamese in every reading.
    """
    words = [word for text in texts if not text.isascii() for word in _words(text) if not word.isascii()]
    readings = {Encoding.UNICODE: _reads_unicode, Encoding.TCVN3: _reads_tcvn3, Encoding.VNI: _reads_vni}
    if not words:
        return Guess(Encoding.UNICODE, True, dict.fromkeys(Encoding, 0.0))
    scores = {encoding: sum(map(reads, words)) / len(words) for encoding, reads in readings.items()}
    best = max(scores, key=lambda encoding: scores[encoding])
    second = max(score for encoding, score in scores.items() if encoding is not best)
    if best is Encoding.UNICODE and (scores[best] >= 0.9 or (second < 0.3 and len(words) < 10)):
        return Guess(best, True, scores)
    return Guess(best, scores[best] >= 0.7 and scores[best] - second >= 0.2, scores)


def maimed_words(text: str) -> list[str]:
    """Words of a converted TCVN3 text that have lost their ư: "đờng" for đường, "th" for thư.

    In TCVN3 ư is the soft hyphen, which some programs drop. Not all losses show ("tham mu"), so one such word makes the
    whole file doubtful: warn, and ask for the original.
    """
    return [word for word in _words(text) if _lost_horn(word)]


def _is_unicode(text: str) -> bool:
    """Whether the text has a Vietnamese letter that no old font has a sign for."""
    return any(letter in _beyond_latin() for letter in text)


def _words(text: str) -> list[str]:
    """The words of a text in any encoding, where letters may look like signs."""
    return text.translate(_SEPARATORS).split()


_ASCII_SIGNS = (*range(0x21, 0x41), *range(0x5B, 0x61), *range(0x7B, 0x80))
_SEPARATORS = dict.fromkeys((*_ASCII_SIGNS, 0xA0, *range(0x2010, 0x2028), *range(0x2190, 0x2200)), " ")
"""ASCII signs and digits, dashes, curly quotes, arrows. Not the signs of Latin-1: they are letters of TCVN3."""


@cache
def _reads_unicode(word: str) -> bool:
    return is_syllable(word) or _is_unicode(word)


@cache
def _reads_tcvn3(word: str) -> bool:
    known = all(letter.isascii() or ord(letter) in _tcvn3() for letter in word)
    return known and is_syllable(from_tcvn3(word))


@cache
def _reads_vni(word: str) -> bool:
    return not _is_unicode(word) and is_syllable(from_vni(word))


def _lost_horn(word: str) -> bool:
    if not (word.islower() or word.istitle()):
        return False
    toneless, _ = without_tone(word.lower())
    bare_horn = toneless.endswith(("ơng", "ơc")) and not toneless.endswith(("ương", "ươc"))
    return bare_horn or (len(word) > 1 and not has_vowel(word) and is_syllable(word + "ư"))


def _with_capitals(text: str, converted: str) -> str:
    """Put in upper case what was typed with caps lock, told by capitals beside a small accented letter.

    A text without any plain small letter is then put in upper case whole ("X·" in it is XÃ).
    """
    pieces = zip(text.split(" "), converted.split(" "), strict=True)
    typed = [_caps_lock(before, after) for before, after in pieces]
    if not any(typed):
        return converted
    if not _has_small(text):
        return converted.upper()
    return " ".join(word.upper() if caps else word for word, caps in zip(converted.split(" "), typed, strict=True))


def _caps_lock(before: str, after: str) -> bool:
    """Whether a word was typed with caps lock: CéNG, HßA, NGHÞ, but not X· (Xã)."""
    if _has_small(before) or before.isascii():
        return False
    small = next((place for place, letter in enumerate(after) if letter.islower()), len(after))
    capitals = sum(letter.isupper() for letter in after)
    return small < len(after) and (capitals > 1 or any(letter.isupper() for letter in after[small:]))


def _has_small(text: str) -> bool:
    return any("a" <= letter <= "z" for letter in text)


@cache
def _beyond_latin() -> frozenset[str]:
    """Vietnamese letters outside Latin-1."""
    lower = "".join(_TCVN3.values()) + "ị"
    return frozenset(letter for letter in lower + lower.upper() if ord(letter) > 0xFF)


@cache
def _tcvn3() -> dict[int, str]:
    return {first + place: letter for first, letters in _TCVN3.items() for place, letter in enumerate(letters)}


_TCVN3 = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}
"""First code of a run → its letters."""

_VNI_SINGLES = dict(zip("ôöñæóòî", "ơưđỉĩịỵ", strict=True))
_VNI_TONES = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_VNI_HATS = dict(zip("âáàåãä", ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"), strict=True))
_VNI_BREVES = dict(zip("êéèúüë", ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"), strict=True))


@cache
def _vni() -> tuple[dict[str, str], dict[str, str]]:
    """(letter and mark → letter, sign → letter), in both cases; the mark may be small behind a capital."""
    pairs: dict[str, str] = {}
    for bases, marks, shape in (
        ("aeouyôö", _VNI_TONES, ""),
        ("aeo", _VNI_HATS, "\u0302"),
        ("a", _VNI_BREVES, "\u0306"),
    ):
        for base in bases:
            for mark, tone in marks.items():
                letter = normalize("NFC", _VNI_SINGLES.get(base, base) + shape + tone)
                pairs |= {base + mark: letter, base.upper() + mark: letter.upper()}
                pairs |= {base + mark.upper(): letter, base.upper() + mark.upper(): letter.upper()}
    singles = _VNI_SINGLES | {sign.upper(): letter.upper() for sign, letter in _VNI_SINGLES.items()}
    return pairs, singles
