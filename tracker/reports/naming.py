"""What files of reports are called, by rule: BC_quy3-2026_VP_Vuong-Dinh-Khoat.pdf. Plain letters that any disk takes.

Pure; imports domain.text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.domain.text import fold

if TYPE_CHECKING:
    from tracker.domain.periods import Period

LONGEST = 60
"""Characters of one part: a whole path has to stay below what Windows takes."""


def report(kind: str, *parts: str) -> str:
    """Letters of the kind of report, then its parts, of which empty ones fall away."""
    return "_".join(plain for part in (kind, *parts) if (plain := safe(part))) + ".pdf"


def period(of: Period) -> str:
    """quy3-2026, thang9-2026, nam2026; any other span by its days."""
    typed = str(of)
    if ".." in typed:
        return typed.replace("..", "-den-")
    year, _, part = typed.partition("-")
    if not part:
        return f"nam{year}"
    return f"quy{part[1]}-{year}" if part.startswith("Q") else f"thang{int(part)}-{year}"


def safe(text: str) -> str:
    """Plain letters, figures and hyphens: "Vương Đình Khoát" → "Vuong-Dinh-Khoat"."""
    letters = "".join(_plain(letter) if letter.isalnum() else "-" for letter in text)
    return re.sub("-+", "-", letters).strip("-")[:LONGEST].strip("-")


def _plain(letter: str) -> str:
    """The letter without its marks, as large as it was; a hyphen for one that is no letter of ours."""
    bare = fold(letter)
    if not (bare.isascii() and bare.isalnum()):
        return "-"
    return bare.upper() if letter.isupper() else bare


def another(name: str, taken: int) -> str:
    """The name to be tried after `taken` others: "BC_VP (2).pdf"."""
    stem, dot, ending = name.rpartition(".")
    return f"{stem} ({taken + 1}){dot}{ending}"
