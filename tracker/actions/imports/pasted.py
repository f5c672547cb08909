"""A list of people as somebody pastes it: copied out of a sheet, or one name a line. Imports domain and store.

Codes that are not given continue those of the office; units that the office lacks are made below it. It goes through
the same checks as a book, as one action: all or nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.actions.acting import changing
from tracker.actions.imports.officials import import_officials
from tracker.actions.imports.unit_names import UnitNames
from tracker.actions.imports.units import import_units
from tracker.domain.book import OfficialRow, Problem, R, Sheet, UnitRow
from tracker.domain.dates import read_date
from tracker.domain.errors import Refused
from tracker.domain.old_fonts import Encoding
from tracker.domain.text import fold, squeeze
from tracker.store import officials, units

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from tracker.actions.imports.outcome import Imported
    from tracker.domain.officials import Actor
    from tracker.store import Store

SOURCE = "danh sách dán vào"
"""What the entries name in the place of a file."""
HEADINGS: Mapping[str, str] = {
    "code": "Mã",
    "name": "Họ và tên",
    "title": "Chức vụ",
    "unit": "Đơn vị",
    "starts_on": "Từ ngày",
}
"""The columns in the order in which they are taken where no headings are pasted."""
_CODE = re.compile(r"[A-Za-zĐđ]{0,6}[-.]?\d{1,6}")
_KEYS = {
    "ma": "code",
    "ho": "name",
    "ten": "name",
    "chuc": "title",
    "don vi": "unit",
    "phong": "unit",
    "tu ngay": "starts_on",
    "ngay": "starts_on",
}
"""Words that headings begin with."""


@dataclass(frozen=True)
class Pasted:
    """What a pasted text says."""

    people: tuple[OfficialRow, ...]
    units: tuple[UnitRow, ...]
    """Units it names that the office has not."""
    problems: tuple[Problem, ...]


def read_pasted(store: Store, text: str, today: date) -> Pasted:
    """The people of a pasted text; each line is a row, the first one 1."""
    return _Reading(store, today).read(text)


def take_pasted(store: Store, actor: Actor, pasted: Pasted, *, dry_run: bool = False) -> Imported:
    """Record them, and the units they name, as one action. Raises NotImported, Refused "rights.people"."""
    with changing(store, actor, "import", SOURCE, dry_run=dry_run) as change:
        if pasted.units:
            import_units(store, actor, _sheet(pasted.units, ()), file=SOURCE)
        done = import_officials(store, actor, _sheet(pasted.people, pasted.problems), file=SOURCE)
    return replace(done, changes=None if dry_run else change.done)


def _sheet(rows: tuple[R, ...], problems: tuple[Problem, ...]) -> Sheet[R]:
    return Sheet(
        rows=rows,
        problems=problems,
        encoding=Encoding.UNICODE,
        converted_examples=(),
        sheet_name="",
        header_row=0,
        columns={},
    )


class _Reading:
    """One text on its way to rows."""

    def __init__(self, store: Store, today: date) -> None:
        self._today = today
        there = units.every(store)
        self._names, self._office = UnitNames(there), units.office(store)
        self._unit_codes = {unit.code.casefold() for unit in there}
        known = officials.every(store)
        self._codes = {fold(each.name): each.code for each in known}
        self._free = _Codes([each.code for each in known])
        self._new: dict[str, UnitRow] = {}
        self._people: list[OfficialRow] = []
        self._problems: list[Problem] = []

    def read(self, text: str) -> Pasted:
        lines = [(at, cells) for at, line in enumerate(text.splitlines(), 1) if any(cells := _cells(line))]
        fields = _headings(lines[0][1]) if lines else []
        if fields:
            del lines[0]
        else:
            fields = _by_place([cells for _, cells in lines])
        taken = {row_code for _, cells in lines if (row_code := _at(cells, fields, "code"))}
        for at, cells in lines:
            self._line(at, {name: _at(cells, fields, name) for name in HEADINGS}, fields, taken)
        return Pasted(tuple(self._people), tuple(self._new.values()), tuple(self._problems))

    def _line(self, at: int, said: dict[str, str], fields: list[str], taken: set[str]) -> None:
        cells = {name: chr(65 + place) for place, name in enumerate(fields) if name}
        if not said["name"]:
            self._wrong(at, cells, "name", "exchange.missing", missing=HEADINGS["name"])
            return
        code = said["code"] or self._codes.get(fold(said["name"])) or self._free.next(taken)
        other = next((each for each in self._people if each.code.casefold() == code.casefold()), None)
        if other is not None and fold(other.name) != fold(said["name"]):
            self._wrong(at, cells, "code", "exchange.code_of_two", value=code, first=other.row, name=other.name)
            return
        self._people.append(
            OfficialRow(
                row=at,
                cells=cells,
                code=code,
                name=said["name"],
                title=said["title"],
                unit=self._unit(at, said["unit"]),
                starts_on=self._day(at, cells, said["starts_on"]),
            )
        )

    def _unit(self, at: int, named: str) -> str | None:
        """The code or name of the unit; one that the office lacks is made, below the office."""
        if not named:
            return self._office.code if self._office else None
        if self._names.find(named):
            return named
        key = fold(named)
        if key not in self._new:
            code = self._unit_code(named)
            parent = self._office.code if self._office else None
            self._new[key] = UnitRow(row=at, code=code, name=named[:1].upper() + named[1:], parent=parent)
        return self._new[key].code

    def _unit_code(self, name: str) -> str:
        """Its capitals: "Phòng Văn hóa - Xã hội" is PVHXH; with a number behind where that is taken."""
        short = "".join(word[0] for word in re.findall(r"[a-z0-9]+", fold(name)))[:10].upper() or "DV"
        code, number = short, 1
        while code.casefold() in self._unit_codes:
            number += 1
            code = f"{short}{number}"
        self._unit_codes.add(code.casefold())
        return code

    def _day(self, at: int, cells: dict[str, str], typed: str) -> date | None:
        if not typed:
            return None
        try:
            return read_date(typed, self._today)
        except Refused:
            self._wrong(at, cells, "starts_on", "exchange.not_a_date", value=typed)
            return None

    def _wrong(self, at: int, cells: dict[str, str], column: str, code: str, /, **parameters: object) -> None:
        self._problems.append(Problem(at, cells.get(column), code, {"heading": HEADINGS[column], **parameters}))


class _Codes:
    """The next free codes: CB24 after CB23; "CB" where the office's codes have no number."""

    def __init__(self, codes: Iterable[str]) -> None:
        self._used = {code.casefold() for code in codes}
        found = [match for code in codes if (match := re.fullmatch(r"(\D*)(\d+)", code))]
        self._prefix = found[0][1] if found else "CB"
        self._width = len(found[0][2]) if found else 2
        self._last = max((int(match[2]) for match in found if match[1] == self._prefix), default=0)

    def next(self, taken: set[str]) -> str:
        """One that nobody has, here or in the list."""
        besides = {code.casefold() for code in taken}
        while True:
            self._last += 1
            code = f"{self._prefix}{self._last:0{self._width}d}"
            if code.casefold() not in self._used | besides:
                return code


def _cells(line: str) -> list[str]:
    """A line's cells: by tabs, as sheets copy; else by semicolons."""
    return [squeeze(cell) for cell in line.split("\t" if "\t" in line else ";")]


def _headings(cells: list[str]) -> list[str]:
    """The fields of a line of headings; empty where it is none."""
    fields: list[str] = []
    for cell in cells:
        plain = fold(cell)
        found = next((name for word, name in _KEYS.items() if re.match(rf"{word}\b", plain)), "")
        fields.append(found if found not in fields else "")
    plain_cells = [fold(cell) for cell in cells]
    is_name = any(re.fullmatch(r"ho(?: va|,)? ?ten.*|ten can bo|ten", cell) for cell in plain_cells)
    return fields if is_name else []


def _by_place(lines: list[list[str]]) -> list[str]:
    """The fields of lines without headings: a running number is left out, a column of codes is told by its look."""
    width = max((len(cells) for cells in lines), default=0)
    columns = [[cells[at] for cells in lines if at < len(cells) and cells[at]] for at in range(width)]
    numbered = bool(columns and width > 1 and columns[0]) and all(cell.strip(".").isdecimal() for cell in columns[0])
    start = 1 if numbered else 0
    coded = width > start + 1 and bool(columns[start]) and all(_CODE.fullmatch(cell) for cell in columns[start])
    names = list(HEADINGS) if coded else list(HEADINGS)[1:]
    return [""] * start + names


def _at(cells: list[str], fields: list[str], name: str) -> str:
    place = fields.index(name) if name in fields else -1
    return cells[place] if 0 <= place < len(cells) else ""
