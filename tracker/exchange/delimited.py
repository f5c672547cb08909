"""Reads CSV and other delimited text, in Unicode or in the bytes of an old font.

Runs only in the child. Imports only tracker.domain and this room. The separator is the one under which headings are
found; rows are counted as a spreadsheet counts them.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path

from tracker.domain.old_fonts import Encoding, guess
from tracker.domain.text import nfc
from tracker.exchange import layout
from tracker.exchange.faults import Fault
from tracker.exchange.grids import MOST_CELLS, MOST_COLUMNS, Grid, RawRow
from tracker.exchange.neutral import restored
from tracker.exchange.rows import What

_SEPARATORS = (";", ",", "\t", "|")
_SAMPLE = 200_000
"""Characters from which encoding and separator are told."""
_HEADING = 200
"""Characters that a heading may have."""
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def grids(path: Path, what: What | None, wanted: Encoding | None) -> list[Grid]:
    """The file as one sheet without a name. `what` None: whatever it lists."""
    content = decoded(path.read_bytes(), wanted)
    if "\0" in content:
        raise Fault("exchange.not_a_workbook")
    csv.field_size_limit(len(content) + 1)
    separator = _separator(content, [what] if what else list(What))
    return [Grid(name="", rows=_reader(content, separator))]


def decoded(content: bytes, wanted: Encoding | None) -> str:
    """The text of a file: by its mark, as UTF-8 or UTF-16, as Windows' Vietnamese, or an old font's bytes as they are.

    Raises Fault exchange.encoding_unclear.
    """
    for mark, codec in _MARKS:
        if content.startswith(mark):
            return _strictly(content[len(mark) :], codec)
    codecs = ("utf-8", "utf-16-le", "utf-16-be") if b"\0" in content[:_SAMPLE] else ("utf-8",)
    for codec in reversed(codecs):
        try:
            text = content.decode(codec)
        except UnicodeDecodeError:
            continue
        if "\0" not in text[:_SAMPLE]:
            return text
    return _one_byte(content, wanted)


def _strictly(content: bytes, codec: str) -> str:
    try:
        return content.decode(codec)
    except UnicodeDecodeError as error:
        raise Fault("exchange.truncated") from error


def _one_byte(content: bytes, wanted: Encoding | None) -> str:
    """Text with one byte a letter: an old font's bytes, or Windows-1258 where those make Vietnamese."""
    if b"\0" in content:
        raise Fault("exchange.not_a_workbook")
    plain = content.decode("latin-1")
    if wanted in (Encoding.TCVN3, Encoding.VNI):
        return plain
    windows = nfc(content.decode("cp1258", errors="replace"))
    if wanted is Encoding.UNICODE:
        return windows
    old = guess(plain[:_SAMPLE].splitlines())
    if old.clear and old.encoding is not Encoding.UNICODE:
        return plain
    new = guess(windows[:_SAMPLE].splitlines())
    if new.clear and new.encoding is Encoding.UNICODE:
        return windows
    raise Fault("exchange.encoding_unclear")


def _separator(content: str, kinds: list[What]) -> str:
    """The separator under which most headings are found; where none are found, the one that occurs most."""
    sample = content[:_SAMPLE]

    def merit(separator: str) -> tuple[bool, int, int]:
        rows = []
        for number, cells in _reader(sample, separator)():
            rows.append((number, {column: str(value)[:_HEADING] for column, value, _ in cells}))
            if len(rows) == layout.LAST_HEADING_ROW + 5:
                break
        found = (layout.find(kind, rows) for kind in kinds)
        fits, fields = max((near.weight for near in found if near), default=(False, 0))
        return fits, fields, sample.count(separator)

    return max(_SEPARATORS, key=merit)


def _records(content: str, separator: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(io.StringIO(content, newline=""), delimiter=separator)
    except csv.Error as error:
        raise Fault("exchange.truncated") from error


def _reader(content: str, separator: str) -> Callable[[], Iterator[RawRow]]:
    def read() -> Iterator[RawRow]:
        seen = 0
        for number, record in enumerate(_records(content, separator), start=1):
            seen += len(record)
            if seen > MOST_CELLS or len(record) > MOST_COLUMNS:
                raise Fault("exchange.too_many_cells")
            cells: list[tuple[int, object, int]] = [
                (column, restored(text), 0)
                for column, text in enumerate(record, start=1)
                if text and not text.isspace()
            ]
            if cells:
                yield number, cells

    return read
