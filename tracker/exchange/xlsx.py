"""Reads .xlsx: openpyxl opens it (parts, sheets, styles), texts and cells are taken from their XML here.

Runs only in the child. The cells are taken here because openpyxl's own rows cannot tell a formula without a result
from an empty cell, fill gaps of a million rows, and take three times as long; the texts, because openpyxl drops the
sign that tells "_x0041_" from an A so put. Both are parsed by the C parser of the standard library and not by
defusedxml, whose Python parser alone takes as long again: a part with a document type is refused before, and without
one there are no entities. Imports only this room.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import IO, Any
from warnings import catch_warnings, simplefilter
from xml.etree.ElementTree import Element, iterparse
from xml.parsers import expat
from zipfile import ZipFile

from tracker.exchange.faults import Fault
from tracker.exchange.grids import (
    MOST_BLANK_ROWS,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    Grid,
    Merge,
    Oddity,
    RawRow,
    column_of,
)

_NAMESPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ROW, _DATA = f"{_NAMESPACE}row", f"{_NAMESPACE}sheetData"
_SHARED, _RUN, _TEXT = f"{_NAMESPACE}si", f"{_NAMESPACE}r", f"{_NAMESPACE}t"
_VALUE, _FORMULA, _INLINE = f"{_NAMESPACE}v", f"{_NAMESPACE}f", f"{_NAMESPACE}is"
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell\s+ref=[\"']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})[\"']")
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_MOST_MERGES = 100_000


def grids(path: Path) -> list[Grid]:
    """The sheets of a workbook, in its order."""
    reader = _opened(path)
    book = reader.wb
    fonts = {style: _font_name(book, array) for style, array in enumerate(book._cell_styles)}
    formats = {style: _number_format(book, array.numFmtId) for style, array in enumerate(book._cell_styles)}
    percents = frozenset(style for style, shown in formats.items() if "%" in shown)
    day_zero = date(1904, 1, 1) if book.epoch.year == 1904 else date(1899, 12, 30)
    value_of = _valuer(book, reader.shared_strings)
    return [
        Grid(
            name=sheet.name,
            rows=_rows(reader.archive, part.target, value_of),
            visible=sheet.state == "visible",
            merges=_merges(reader.archive, part.target),
            fonts=fonts,
            percents=percents,
            day_zero=day_zero,
        )
        for sheet, part in reader.parser.find_sheets()
        if part.target in reader.valid_files and "chartsheet" not in part.Type
    ]


def _opened(path: Path) -> Any:
    """openpyxl's reader with the workbook, its styles and texts. Parts that say nothing of cells are not opened.

    Styles that openpyxl cannot read, as some exporters write them, are done without: days are then bare numbers.
    """
    from openpyxl.reader.excel import ExcelReader
    from openpyxl.styles.stylesheet import apply_stylesheet
    from openpyxl.xml.constants import ARC_STYLE, SHARED_STRINGS

    reader: Any = ExcelReader(BytesIO(path.read_bytes()), read_only=True, data_only=True, keep_links=False)
    reader.read_manifest()
    if part := reader.package.find(SHARED_STRINGS):
        reader.shared_strings = _strings(reader.archive, part.PartName[1:])
    with catch_warnings():
        simplefilter("ignore")  # openpyxl warns of what it would not write again
        reader.read_workbook()
        with suppress(TypeError, AttributeError, KeyError, IndexError, ValueError):
            _refuse_entities_in(reader.archive, ARC_STYLE)
            apply_stylesheet(reader.archive, reader.wb)
    return reader


def _strings(archive: ZipFile, part: str) -> list[str]:
    """The shared texts: all runs of each, without the readings that stand over them (rPh)."""
    _refuse_entities_in(archive, part)
    texts: list[str] = []
    with archive.open(part) as source:
        for _, element in iterparse(source):  # noqa: S314 - see above
            if element.tag == _SHARED:
                texts.append(_unescaped("".join(_runs(element))))
                element.clear()
    return texts


def _runs(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag == _RUN:
            yield child.findtext(_TEXT) or ""


def _font_name(book: Any, array: Any) -> str:
    fonts = book._fonts
    return (fonts[array.fontId].name if array.fontId < len(fonts) else "") or ""


def _number_format(book: Any, number: int) -> str:
    from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE

    if number < BUILTIN_FORMATS_MAX_SIZE:
        return str(BUILTIN_FORMATS.get(number, ""))
    own: list[str] = book._number_formats
    return own[number - BUILTIN_FORMATS_MAX_SIZE] if number - BUILTIN_FORMATS_MAX_SIZE < len(own) else ""


def _merges(archive: ZipFile, part: str) -> Callable[[], list[Merge]]:
    """Merged ranges stand behind the cells, so they are looked up in the text of the part, before it is parsed."""

    @lru_cache(maxsize=1)
    def read() -> list[Merge]:
        content = archive.read(part)
        found = []
        for match in _MERGE.finditer(content, max(content.rfind(b"sheetData>"), 0)):
            left, top, right, bottom = match.groups()
            found.append(Merge(int(top), column_of(left.decode()), int(bottom), column_of(right.decode())))
            if len(found) > _MOST_MERGES:
                raise Fault("exchange.bomb")
        return found

    return read


def _rows(archive: ZipFile, part: str, value_of: Callable[[Any, str, int], object]) -> Callable[[], Iterator[RawRow]]:
    def read() -> Iterator[RawRow]:
        _refuse_entities_in(archive, part)
        row_number = cells_seen = rows_seen = blank = 0
        with archive.open(part) as source:
            for _, element in iterparse(source):  # noqa: S314 - see above
                if element.tag == _ROW:
                    row_number = int(float(element.get("r") or row_number + 1))
                    cells = _cells(element, value_of)
                    rows_seen += 1
                    cells_seen += len(element)
                    element.clear()
                    if cells_seen > MOST_CELLS or rows_seen > MOST_ROWS or row_number > MOST_ROWS:
                        raise Fault("exchange.too_many_cells")
                    blank = 0 if cells else blank + 1
                    if cells:
                        yield row_number, cells
                    elif blank > MOST_BLANK_ROWS:
                        return
                elif element.tag == _DATA:
                    return

    return read


def _refuse_entities_in(archive: ZipFile, part: str) -> None:
    with archive.open(part) as source:
        _refuse_entities(source)


def _refuse_entities(source: IO[bytes]) -> None:
    """A part that declares a document type could declare entities in it: no spreadsheet writes one.

    Reads up to the first element, behind which no declaration can stand. Raises Fault exchange.entities.
    """
    begun = False

    def start(*_: object) -> None:
        nonlocal begun
        begun = True

    def declared(*_: object) -> None:
        raise Fault("exchange.entities")

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.StartDoctypeDeclHandler = start, declared
    while not begun and (chunk := source.read(4096)):
        parser.Parse(chunk)


def _cells(row: Element, value_of: Callable[[Any, str, int], object]) -> list[Cell]:
    cells: list[Cell] = []
    column = 0
    for element in row:
        get = element.get
        place = get("r")
        column = column_of(place.rstrip("0123456789")) if place else column + 1
        if len(element):
            style = int(get("s") or 0)
            value = value_of(element, get("t", "n"), style)
            if value is not None and column <= MOST_COLUMNS:
                cells.append((column, value, style))
    return cells


def _valuer(book: Any, strings: list[str]) -> Callable[[Any, str, int], object]:
    """How the value of a cell's element is read: by its type and, for numbers, by the format of its style."""
    from openpyxl.utils.datetime import from_ISO8601

    number = _number_reader(book)
    numbers: dict[tuple[str, int], object] = {}

    def value_of(element: Any, kind: str, style: int) -> object:
        last = element[-1]
        text = last.text if last.tag == _VALUE else element.findtext(_VALUE)
        if not text:
            return _without_value(element, kind)
        if kind == "s":
            return strings[int(text)] or None
        if kind == "n":
            key = text, style
            if key not in numbers:
                numbers[key] = number(text, style)
            return numbers[key]
        return of_rare_kind[kind](text) if kind in of_rare_kind else Oddity.ERROR

    of_rare_kind: dict[str, Callable[[str], object]] = {"str": _unescaped, "b": "1".__eq__, "d": from_ISO8601}
    return value_of


def _without_value(element: Any, kind: str) -> object:
    """A cell that holds its text in itself, or a formula of which the program that wrote it kept no result."""
    if kind == "inlineStr":
        inline = element.find(_INLINE)
        return None if inline is None else _unescaped("".join(_runs(inline))) or None
    return Oddity.NO_RESULT if element.find(_FORMULA) is not None and kind != "str" else None


def _number_reader(book: Any) -> Callable[[str, int], object]:
    from openpyxl.utils.datetime import from_excel

    dates, spans, epoch = book._date_formats, book._timedelta_formats, book.epoch

    def number(text: str, style: int) -> object:
        value = float(text)
        if style in dates:
            try:
                return from_excel(value, epoch, timedelta=style in spans)
            except (OverflowError, ValueError):
                return Oddity.ERROR
        return int(value) if value.is_integer() and abs(value) < 1e15 else value

    return number


def _unescaped(text: str) -> str:
    """Excel writes characters that XML cannot hold as _x0007_ (and a real "_x0007_" as _x005F_x0007_)."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text
