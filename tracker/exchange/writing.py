"""Writes rows as .xlsx, CSV or JSON with the very columns that reading knows: a round trip changes nothing.

A workbook holds text, numbers and dates, never a formula or a link; cells of CSV that a spreadsheet would run are made
harmless. Every file is written beside its place and put there whole. Imports domain, files, this room.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from tracker.domain.errors import Refused
from tracker.exchange.headings import SERIAL, TABLES
from tracker.exchange.rows import Row, What
from tracker.exchange.wire import ROWS
from tracker.files import whole_file

SHEET_NAMES = {What.UNITS: "Đơn vị", What.OFFICIALS: "Cán bộ", What.TASKS: "Nhiệm vụ"}

_ALWAYS = {
    What.UNITS: ("code", "name", "parent", "kind", "head"),
    What.OFFICIALS: ("code", "name", "title", "unit", "starts_on"),
    What.TASKS: (
        "number", "title", "source_number", "source_on", "assigner", "owner", "coordinators", "assigned_on",
        "original_due_on", "due_on", "product", "urgency", "complexity", "coefficient", "state", "submitted_on", "note",
    ),
}  # fmt: skip
"""Fields that are written even if no row has a value; any other has a column where a row has a value."""

_WIDE = frozenset({"title", "note", "source_summary", "cause", "remedy", "comment", "result", "obstacle"})
_NO_DEADLINE = "không hạn"
_UNSAID = (None, "", ())
_ELSEWHERE = frozenset({"no_deadline", "source_text"})
"""Fields that stand in the columns of others: "không hạn" as a deadline, "định kỳ" in place of a document's number."""

Plain = str | int | Decimal | date
"""What stands in a cell."""


def write(path: Path, what: str, rows: Iterable[Row]) -> None:
    """Write by the ending of the name: .xlsx, .csv or .json. Raises Refused exchange.unknown_ending."""
    writers: dict[str, Callable[[Path, str, Iterable[Row]], None]] = {
        ".xlsx": write_xlsx,
        ".csv": write_csv,
        ".json": write_json,
    }
    ending = Path(path).suffix.lower()
    if ending not in writers:
        raise Refused("exchange.unknown_ending", file=Path(path).name)
    writers[ending](path, what, rows)


def write_xlsx(path: Path, what: str, rows: Iterable[Row]) -> None:
    """One sheet with headings in its first row, dates as dates, ready for the printer.

    Raises Refused exchange.text_too_long, Unavailable file.held, file.not_written.
    """
    listed = list(rows)
    kind = What(what)
    names = _columns(kind, listed)
    with whole_file(Path(path)) as temporary, workbook(temporary) as book:
        sheet = book.add_worksheet(SHEET_NAMES[kind])
        _head(book, sheet, kind, names)
        put = cell_writer(book, sheet, Path(path).name)
        for number, row in enumerate(listed, start=1):
            put(number, 0, number)
            for column, name in enumerate(names, start=1):
                if (value := cell(row, name)) is not None:
                    put(number, column, value)
        sheet.autofilter(0, 0, max(len(listed), 1), len(names))


def write_csv(path: Path, what: str, rows: Iterable[Row]) -> None:
    """UTF-8 with its mark, commas, dates as dd/mm/yyyy."""
    import csv

    from tracker.exchange.neutral import neutralised

    listed = list(rows)
    kind = What(what)
    names = _columns(kind, listed)
    with whole_file(Path(path)) as temporary, temporary.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([SERIAL[0], *(TABLES[kind][name][0] for name in names)])
        for number, row in enumerate(listed, start=1):
            writer.writerow([number, *(neutralised(_text(cell(row, name))) for name in names)])


def write_json(path: Path, what: str, rows: Iterable[Row]) -> None:
    """An array of objects with the fields' names; what a row does not say is left out, or null where it is usual."""
    import json

    kind = What(what)
    unsaid = {field.name: field.default for field in fields(ROWS[kind]) if field.name not in ("row", "cells")}
    listed = [
        {
            name: _json(getattr(row, name))
            for name, nothing in unsaid.items()
            if name in _ALWAYS[kind] or getattr(row, name) != nothing
        }
        for row in rows
    ]
    with whole_file(Path(path)) as temporary:
        temporary.write_text(json.dumps(listed, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def cell(row: Row, name: str) -> Plain | None:
    """What the column of that field shows for a row: the word of a state, co-ordinators in one text."""
    value = getattr(row, name)
    if name in ("original_due_on", "due_on") and value is None and getattr(row, "no_deadline", False):
        return _NO_DEADLINE
    if name == "source_number" and value is None:
        value = getattr(row, "source_text", None)
    if isinstance(value, StrEnum):
        return _word(value)
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, tuple):
        return _joined(value)
    shown: Plain | None = value if value != "" else None
    return shown


@contextmanager
def workbook(path: Path) -> Iterator[Any]:
    """A new workbook at that path, written when the block ends. Text never becomes a formula, a link or a number.

    It is packed in memory: a zip file on a disk that fills complains on stderr once more when it is forgotten.
    """
    from io import BytesIO

    from xlsxwriter import Workbook

    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    packed = BytesIO()
    book = Workbook(packed, options)
    try:
        yield book
        book.close()
        path.write_bytes(packed.getbuffer())
    finally:
        book.fileclosed = 1  # or it would write itself once more when it is forgotten


def cell_writer(book: Any, sheet: Any, file: str, **look: object) -> Callable[[int, int, Plain], None]:
    """Writes one cell by the kind of its value: (row, column from 0, value)."""
    plain = book.add_format({"text_wrap": True, "valign": "top", **look})
    dated = book.add_format({"num_format": "dd/mm/yyyy", "valign": "top", "align": "left", **look})

    def put(row: int, column: int, value: Plain) -> None:
        if isinstance(value, date):
            failed = sheet.write_datetime(row, column, value, dated)
        elif isinstance(value, str):
            failed = sheet.write_string(row, column, value, plain)
        else:
            failed = sheet.write_number(row, column, float(value), plain)
        if failed:
            raise Refused("exchange.text_too_long", file=file, row=row + 1)

    return put


def _head(book: Any, sheet: Any, what: What, names: Sequence[str]) -> None:
    """The headings, how wide the columns are, and how it is printed: landscape, as wide as a page, headings on each."""
    look = book.add_format(
        {"bold": True, "text_wrap": True, "align": "center", "valign": "vcenter", "border": 1, "bg_color": "#E7E6E6"}
    )
    sheet.write_string(0, 0, SERIAL[0], look)
    sheet.set_column(0, 0, 5)
    for column, name in enumerate(names, start=1):
        sheet.write_string(0, column, TABLES[what][name][0], look)
        sheet.set_column(column, column, 45 if name in _WIDE else 24 if name in ("name", "product") else 14)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.8, right=0.6, top=0.8, bottom=0.8)
    sheet.set_footer("&C&P/&N")


def _names(what: What) -> list[str]:
    return [field.name for field in fields(ROWS[what]) if field.name != "cells"]


def _columns(what: What, rows: list[Row]) -> list[str]:
    """The fields that get a column, in the order of the row's fields."""
    written = [name for name in _names(what) if name in TABLES[what] and name not in _ELSEWHERE]
    always = _ALWAYS[what]
    return [name for name in written if name in always or any(getattr(row, name) not in _UNSAID for row in rows)]


def _word(value: StrEnum) -> str:
    """Our own word for a state or a kind: the first that reading knows for it."""
    return _words()[type(value), value]


@lru_cache(maxsize=1)
def _words() -> dict[tuple[type, str], str]:
    from tracker.exchange import values

    return {(type(meaning), meaning): words[0] for table in values.TABLES for meaning, words in table.items()}


def _joined(pieces: tuple[str, ...]) -> str | None:
    """Co-ordinators in one cell, to be taken apart as they were: a piece with a comma needs a semicolon."""
    from tracker.exchange.cells import split_people

    if not pieces:
        return None
    text = "; ".join(pieces)
    return text if split_people(text) == list(pieces) else f"{text};"


def _text(value: Plain | None) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return str(value).replace(".", ",") if isinstance(value, Decimal) else str(value)


def _json(value: object) -> object:
    """The value as JSON has it."""
    if value == "":
        return None
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    return list(value) if isinstance(value, tuple) else value
