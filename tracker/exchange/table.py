"""Walks the lines of a table below its headings: which are records, which section headings, totals or signatures.

A record goes on with its cells read; what is wrong with them goes on as problems. Imports only tracker.domain and this
room.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tracker.domain.old_fonts import maimed_words
from tracker.exchange import cells as reading
from tracker.exchange.faults import Fault
from tracker.exchange.grids import Merge, Oddity, RawRow, letters
from tracker.exchange.headings import REQUIRED
from tracker.exchange.rows import Problem, Severity, What

if TYPE_CHECKING:
    from tracker.exchange.cells import Context, Reader
    from tracker.exchange.decoding import Decoding
    from tracker.exchange.layout import Layout

_TOTALS = re.compile(r"^(?:tong|cong|tong cong|tong so|cong don)(?: muc [ivx]+)?(?: \d+)?(?: nhiem vu)?(?: \d+)?$")
_SIGNATURES = re.compile(
    r"^(?:nguoi lap|nguoi tong hop|thu truong|ky ten|ky ghi ro|ky va ghi|noi nhan|lap bieu|tm |kt |tl |tuq |q "
    r"|xac nhan cua|phe duyet$|chu tich$|pho chu tich$|chanh van phong$|truong phong$|giam doc$|ghi chu\b"
    r"|.*\bngay .{0,6} ?thang .{0,6} ?nam\b)"
)
_NUMBERING = re.compile(r"^[(\[]?(?:\d{1,2}|[A-Za-z])[)\]]?$")
_ROMAN = re.compile(r"^(?:[IVXLC]{1,6}|[A-Z]|[a-z]|\d{1,2}(?:\.\d{1,2})+)[.)]?(?:\s|$)")
_FREE = frozenset({"title", "note", "number", "result", "comment", "cause", "remedy", "obstacle", "source_summary"})
"""Fields whose texts seldom repeat: reading them once more is cheaper than remembering them."""
_NAMES = frozenset(
    {"name", "family_name", "given_name", "owner", "owner_name", "assigner", "leader", "confirmer", "head"}
)
"""Fields that hold names of persons (`name` that of a unit in a list of units)."""
_SHOWN = 60


@dataclass
class Line:
    """One record as it is being read."""

    row: int
    values: dict[str, object] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    faulty: set[str] = field(default_factory=set)
    """Fields with a cell that could not be read: they are None, but not missing."""


@dataclass(frozen=True)
class Table:
    """A sheet's table: where its columns stand and how its cells are read."""

    layout: Layout
    decoding: Decoding
    context: Context
    merges: tuple[Merge, ...] = ()

    def column(self, name: str) -> str | None:
        """The letter of a field's column; None where the sheet has none."""
        return next((letters(column) for column, found in self.layout.fields.items() if found == name), None)

    def problem(
        self, row: int, name: str, code: str, severity: Severity = Severity.ERROR, /, **parameters: object
    ) -> Problem:
        """A problem of one cell, with its heading as the file writes it."""
        column = next((column for column, found in self.layout.fields.items() if found == name), None)
        heading = self.layout.headings.get(column, "") if column else ""
        return Problem(row, letters(column) if column else None, code, {"heading": heading, **parameters}, severity)


def lines(table: Table, rows: Iterable[RawRow]) -> Iterator[Line | Problem]:
    """The records below the headings, each with its problems; a skipped section is a problem of its own (a warning)."""
    read = _LineReader(table)
    walk = _Walk(table)
    for row, cells in _filled(table, rows):
        if row <= table.layout.header_row:
            continue
        for certain, (number, found) in walk.next(row, cells):
            yield read(number, found) if certain else _uncertain(walk, read, number, found)
    for number, found in walk.left():
        yield _uncertain(walk, read, number, found)


def _uncertain(walk: _Walk, read: _LineReader, row: int, found: RowCells) -> Line | Problem:
    if walk.section(found, row):
        return Problem(row, None, "exchange.section_skipped", {"text": walk.text(found)[:_SHOWN]}, Severity.WARNING)
    return read(row, found)


RowCells = dict[str, tuple[object, int]]
"""Field → value and style of its cell, decoded; only fields that have a column, and only cells that hold something."""


class _Walk:
    """Tells records from other lines. Lines that may be either wait: behind the last record they are signatures."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._required = REQUIRED[table.layout.what]
        self._fields = table.layout.fields
        self._has_serial = "serial" in self._fields.values()
        self._waiting: list[tuple[int, RowCells]] = []
        self._behind_the_end: list[tuple[int, RowCells]] = []
        self._ending = False
        """A totals row or a signature was passed: from here on only a full line is a record."""
        self._wide = {row for merge in table.merges if merge.right > merge.left for row in (merge.top,)}

    def next(self, row: int, cells: RawRow) -> Iterator[tuple[bool, tuple[int, RowCells]]]:
        """The lines that are certain now that this one is here: (is a record for sure, line)."""
        found = self._cells(cells)
        if self._is_plain_record(found):
            self._ending = False
            if self._waiting or self._behind_the_end:
                yield from self._release()
            yield True, (row, found)
            return
        if not found or self._not_a_line(found):
            return
        if self._is_record(found):
            self._ending = False
            yield from self._release()
            yield True, (row, found)
        else:
            (self._behind_the_end if self._ending else self._waiting).append((row, found))

    def _release(self) -> Iterator[tuple[bool, tuple[int, RowCells]]]:
        yield from ((False, line) for line in (*self._waiting, *self._behind_the_end))
        self._waiting.clear()
        self._behind_the_end.clear()

    def left(self) -> list[tuple[int, RowCells]]:
        """The uncertain lines behind the last record, those behind a totals row or a signature left out."""
        return self._waiting

    def _cells(self, cells: RawRow) -> RowCells:
        _, bare = cells
        fields, plain, decode = self._fields, self._table.decoding.plain, self._table.decoding.text
        found: RowCells = {}
        for column, value, style in bare:
            name = fields.get(column)
            if name is None:
                continue
            if isinstance(value, str):
                if not plain:
                    value = decode(value, style)
                if not value.strip():
                    continue
            found[name] = (value, style)
        return found

    def _is_plain_record(self, found: RowCells) -> bool:
        """Nearly every line: numbered, every required cell there, a text no column number could be."""
        return (
            _is_number(found.get("serial"))
            and all(any(name in found for name in group) for group in self._required)
            and any(len(str(found[name][0])) > 4 for name in ("title", "name") if name in found)
        )

    def _is_record(self, found: RowCells) -> bool:
        full = all(any(name in found for name in group) for group in self._required)
        numbered = _is_number(found.get("serial"))
        if full and not self._ending and (numbered or not self._is_signature(found, all)):
            return True
        mapped = len(found) - ("serial" in found)
        if not numbered and self._is_signature(found, any):
            self._ending = True
            return False
        if self._ending:
            return (numbered and mapped >= 2) or mapped >= 4
        return (numbered and mapped >= 1) or mapped >= 3

    def _not_a_line(self, found: RowCells) -> bool:
        """The headings once more, the numbers of the columns, or a line of totals."""
        texts = [reading.as_text(value) for value, _ in found.values() if not isinstance(value, Oddity)]
        if len(texts) >= 3 and all(_NUMBERING.match(text) for text in texts) and len(set(texts)) == len(texts):
            return True
        if self._repeats_headings(found):
            return True
        first = reading.normal(texts[0]) if texts else ""
        second = reading.normal(texts[1]) if len(texts) > 1 and _ROMAN.match(texts[0] + " ") else first
        if not (_TOTALS.match(first) or _TOTALS.match(second)) or _is_number(found.get("serial")):
            return False
        self._ending = True
        return True

    def _repeats_headings(self, found: RowCells) -> bool:
        same = 0
        for column, name in self._fields.items():
            if name in found:
                text = found[name][0]
                if not isinstance(text, str) or reading.normal(text) != reading.normal(
                    self._table.layout.headings[column]
                ):
                    return False
                same += 1
        return same >= 2

    def _is_signature(self, found: RowCells, judge: Callable[[Iterable[bool]], bool]) -> bool:
        texts = [value for value, _ in found.values() if isinstance(value, str)]
        return (
            len(found) <= 4
            and bool(texts)
            and judge(bool(_SIGNATURES.match(reading.normal(text[:_SHOWN]))) for text in texts)
        )

    def section(self, found: RowCells, row: int) -> bool:
        """Whether a line between records is the heading of a section and not a record with cells missing."""
        names = [name for name in found if name != "serial"]
        if len(names) > 1 or _is_number(found.get("serial")):
            return False
        text = self.text(found)
        lonely = not names or (names[0] not in {"title", "name"} and "serial" not in found)
        return lonely or self._has_serial or row in self._wide or text == text.upper() or bool(_ROMAN.match(text))

    def text(self, found: RowCells) -> str:
        """The text of a line, for the message that it was left out."""
        return " ".join(reading.as_text(value) for value, _ in found.values())


def _is_number(cell: tuple[object, int] | None) -> bool:
    if cell is None:
        return False
    value = cell[0]
    return isinstance(value, int | float) or (isinstance(value, str) and value.strip(" .").isdecimal())


def _filled(table: Table, rows: Iterable[RawRow]) -> Iterator[tuple[int, RawRow]]:
    """The rows, with the cells that a range merged downwards leaves empty filled from its top."""
    tall = [merge for merge in table.merges if merge.bottom > merge.top and merge.left == merge.right]
    if not tall:
        for row in rows:
            yield row[0], row
        return
    starts: dict[int, list[Merge]] = {}
    for merge in tall:
        starts.setdefault(merge.top, []).append(merge)
    open_ranges: dict[int, tuple[int, tuple[int, object, int]]] = {}
    for number, cells in rows:
        present = {column for column, _, _ in cells}
        open_ranges = {column: held for column, held in open_ranges.items() if held[0] >= number}
        added = [held[1] for column, held in open_ranges.items() if column not in present]
        for merge in starts.get(number, ()):
            open_ranges.update({column: (merge.bottom, cell) for cell in cells if (column := cell[0]) == merge.left})
        yield number, (number, cells + added if added else cells)


class _LineReader:
    """Reads the cells of a record. What repeats down a column (owners, days, states) is read once."""

    def __init__(self, table: Table) -> None:
        self._table = table
        what = table.layout.what
        self._readers: Mapping[str, Reader] = {
            name: reading.reader(what, name) for name in table.layout.fields.values() if name != "serial"
        }
        self._known: dict[str, dict[str, object]] = {name: {} for name in self._readers if name not in _FREE}
        self._old = not table.decoding.plain

    def __call__(self, row: int, cells: RowCells) -> Line:
        line = Line(row)
        values, context, known = line.values, self._table.context, self._known
        for name, (value, style) in cells.items():
            if name == "serial":
                continue
            memory = known.get(name)
            try:
                if memory is None or type(value) is not str:
                    found = self._readers[name](value, context, style)
                elif (found := memory.get(value, memory)) is memory:
                    found = memory[value] = self._readers[name](value, context, style)
            except Fault as fault:
                line.faulty.add(name)
                line.problems.append(self._table.problem(row, name, fault.code, **fault.parameters))
                continue
            if found is not None:
                values[name] = found
                if self._old and isinstance(found, str):
                    self._mend(line, name, found)
        return line

    def _mend(self, line: Line, name: str, text: str) -> None:
        """What an old font cannot write: a capital with a tone (ánh for Ánh); and what programs lose of it, the ư."""
        if name in _NAMES and (name != "name" or self._table.layout.what is not What.UNITS):
            line.values[name] = capitalised(text)
        if maimed := maimed_words(text):
            shown = ", ".join(maimed)[:_SHOWN]
            line.problems.append(
                self._table.problem(line.row, name, "exchange.letters_lost", Severity.WARNING, value=shown)
            )


def capitalised(name: str) -> str:
    """A name with a capital at each word, if most words have one: what is no name ("các phòng") stays."""
    words = name.split(" ")
    if 2 * sum(word[:1].isupper() for word in words) < len(words):
        return name
    return " ".join(word[:1].upper() + word[1:] for word in words)
