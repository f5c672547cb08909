"""Text as it enters and as it is searched: composed (NFC), on one line, folded. Imports nothing of ours.

Every text passes `nfc` or `squeeze` at the border (design.md §2.8). What comes from an old font is converted first
(tracker.domain.old_fonts), though neither function harms it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from unicodedata import category, normalize


def nfc(text: str) -> str:
    """Composed, without invisible characters: NBSP becomes a space, zero-width and control characters go.

    Line breaks and tabs stay; CR LF and a lone CR become LF. Lone surrogates go too: no file could hold them.
    """
    if not text.isprintable():
        text = "".join(map(_cleaned, text.replace("\r\n", "\n")))
    return normalize("NFC", text)


def squeeze(text: str) -> str:
    """`nfc` on one line, each run of blanks as one space, none at the ends."""
    return " ".join(nfc(text).split())


def fold(text: str) -> str:
    """The text as it is searched: lower case, no marks, đ as d, blanks collapsed. "Đường Trãi" → "duong trai".

    Fold what is typed into a search in the same way. Spellings that differ only in the place of the tone (hòa, hoà)
    meet; y and i do not (lý, lí).
    """
    lowered = nfc(text).lower()
    bare = lowered if lowered.isascii() else lowered.translate(_BARE)
    return " ".join(bare.split())


def finder(words: str) -> Callable[[str], bool]:
    """Whether a text has these words, accents and case ignored: an eighth of the cost of folding each text.

    For texts as they are stored (`nfc`); letters of other alphabets than ours have to be as they are.
    """
    folded = fold(words)
    pattern = re.compile(
        "".join(f"[{_MARKED[letter]}]" if letter in _MARKED else re.escape(letter) for letter in folded)
    )
    return lambda text: pattern.search(text.lower()) is not None


@cache
def _cleaned(letter: str) -> str:
    """What stays of one character."""
    if letter == "\r":
        return "\n"
    if letter == "\N{NO-BREAK SPACE}":
        return " "
    dropped = category(letter) in ("Cc", "Cs") and letter not in "\n\t"
    return "" if dropped or letter in "\u200b\u200c\u200d\ufeff" else letter


class _Bare(dict[int, str]):
    """Each character without its marks, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        parts = normalize("NFD", chr(code).replace("đ", "d"))
        self[code] = normalize("NFC", "".join(part for part in parts if category(part) not in ("Mn", "Me")))
        return self[code]


_BARE = _Bare()
_LETTERS = "àáạảãâầấậẩẫăằắặẳẵèéẹẻẽêềếệểễìíịỉĩòóọỏõôồốộổỗơờớợởỡùúụủũưừứựửữỳýỵỷỹđ"
_MARKED = {bare: bare + "".join(letter for letter in _LETTERS if letter.translate(_BARE) == bare) for bare in "aeiouyd"}
"""Letter without marks → all that it is the bare form of."""
