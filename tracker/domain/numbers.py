"""Numbers of documents and of tasks: reading, writing, putting in order. Imports domain.dates, errors and text.

A document is called by its number and symbol (NĐ 30/2020, Phụ lục I and III): `Số: 05/BC-UBND`. A task has its own
number out of a series by unit and year: `VP-2026-001`.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tracker.domain.errors import Refused
from tracker.domain.text import fold, squeeze

DOCUMENT_SYMBOLS = {
    "nghị quyết": "NQ",
    "quyết định": "QĐ",
    "chỉ thị": "CT",
    "quy chế": "QC",
    "quy định": "QyĐ",
    "thông cáo": "TC",
    "thông báo": "TB",
    "hướng dẫn": "HD",
    "chương trình": "CTr",
    "kế hoạch": "KH",
    "phương án": "PA",
    "đề án": "ĐA",
    "dự án": "DA",
    "báo cáo": "BC",
    "biên bản": "BB",
    "tờ trình": "TTr",
    "kết luận": "KL",
    "hợp đồng": "HĐ",
    "công điện": "CĐ",
    "giấy mời": "GM",
    "phiếu gửi": "PG",
    "phiếu chuyển": "PC",
    "phiếu báo": "PB",
}
"""Kind of document → letters of its symbol (NĐ 30/2020, Phụ lục III). A công văn has none."""


class DocumentNumber(NamedTuple):
    """Number and symbol of a document: 45 and "BC-UBND", 2145 and "UBND-KSTTHC", 28 and "2026/QH16"."""

    number: int
    symbol: str
    suffix: str = ""
    """A letter behind the number, given where a number was inserted: 45a/BC-UBND."""
    by: str = "/"
    """The sign between number and symbol; the Party writes 08-QC/TW."""

    def __str__(self) -> str:
        """05/BC-UBND: a number below 10 takes a leading zero."""
        return f"{self.number:02d}{self.suffix}{self.by}{self.symbol}"

    @property
    def kind(self) -> str | None:
        """The kind of document, if its letters are known: "báo cáo"; None for a công văn."""
        letters = self.symbol.replace("/", "-").split("-")
        return next((name for name, symbol in DOCUMENT_SYMBOLS.items() if symbol in letters), None)


def document_number(number: int | None, kind: str | None, issuer: str) -> str:
    """A number line as it is printed: "Số: 05/BC-VP". Without a number its place stays blank, to be filled in by hand.

    `kind` is a name out of DOCUMENT_SYMBOLS or letters of one's own, None for a công văn; `issuer` the unit's letters.
    """
    letters = DOCUMENT_SYMBOLS.get(kind.lower(), kind) if kind else None
    symbol = f"{letters}-{issuer}" if letters else issuer
    return f"Số: {DocumentNumber(number, symbol)}" if number is not None else f"Số:      /{symbol}"


def parse_document(text: str) -> DocumentNumber:
    """Number and symbol out of "Số: 45/BC-UBND", "05/BC-VP", "2145/UBND-KSTTHC", "28/2026/QH16", "08-QC/TW".

    Raises Refused document.unreadable.
    """
    import re

    typed = _without_label(squeeze(text))
    found = re.fullmatch(r"([0-9]{1,6})([a-z]?)\s?([/-])\s?([^\W_](?:[\w.&]|\s?[/-]\s?)*)", typed)
    if found is None or not any(letter.isalpha() for letter in found[4]):
        raise Refused("document.unreadable", text=text)
    return DocumentNumber(int(found[1]), found[4].replace(" ", ""), found[2], found[3])


def split_document(text: str, today: date | None = None) -> tuple[str | None, date | None]:
    """Number and date out of what an office writes into one cell: "118/KH-UBND, 02/7", "118/KH-UBND ngày 02/7/2026".

    The number stays as written, without "Số". Words that are no document number ("giao miệng tại giao ban 20/7") give
    (None, None). `today` lends its year to a date without one; where there is no year at all, the date is None.
    Raises Refused date.impossible, date.unreadable for a number with a date that cannot be read.
    """
    import re

    typed = _without_label(squeeze(text))
    found = re.match(r"[0-9]{1,6}[a-z]?\s?[/-]\s?[^\W_](?:[\w.&/-]*[^\W_])?", typed)
    if found is None or not any(letter.isalpha() for letter in found[0]):
        return None, None
    rest = typed[found.end() :].strip(" ,;()-")
    return found[0], _document_date(rest, today)


def task_number(unit_symbol: str, year: int, n: int) -> str:
    """The n-th task of a unit in a year: "VP-2026-001".

    Plain letters, so that it may stand in a file name and be typed anywhere.
    """
    return f"{_plain(unit_symbol)}-{year:04d}-{n:03d}"


def task_series(unit_symbol: str, year: int) -> str:
    """The name of the series that `task_number` counts in: units whose letters fold to the same share one."""
    return f"task/{_plain(unit_symbol)}/{year:04d}"


def number_key(text: str) -> str:
    """A sort key under which NV2 < NV10 by plain binary comparison; upper and lower case alike."""
    import re

    return re.sub("[0-9]+", lambda digits: _digits_key(digits[0]), squeeze(text).casefold())


def _digits_key(digits: str) -> str:
    """Digits behind their count, which compares rightly at any length: 8 is "18", 10 is "210", nine digits "90…"."""
    worth = digits.lstrip("0")
    nines, rest = divmod(len(worth), 9)
    return f"{'9' * nines}{rest}{worth}"


def _plain(symbol: str) -> str:
    """Capital letters and digits only, "NV" where nothing is left."""
    return "".join(letter for letter in fold(symbol).upper() if letter.isascii() and letter.isalnum()) or "NV"


def _without_label(text: str) -> str:
    """The text without "Số" or "Số:" before it."""
    start = text[:2].lower()
    return text[2:].lstrip(" :.") if start == "số" and text[2:3] in (" ", ":", ".") else text


def _document_date(rest: str, today: date | None) -> date | None:
    """The date behind a number; None where nothing or no date stands there."""
    import re

    from tracker.domain.dates import read_date

    if not rest or not (rest[0].isdecimal() or rest.lower().startswith("ngày ")):
        return None
    if today is None and re.fullmatch(r"(?:ngày )?[0-9]{1,2} ?[/.-] ?[0-9]{1,2}", rest.lower()):
        return None
    return read_date(rest, today)
