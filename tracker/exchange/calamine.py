"""Reads .xls and .ods with python-calamine. Runs only in the child, since calamine can end the whole process.

Imports only tracker.domain and this room.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from tracker.exchange.faults import Fault
from tracker.exchange.grids import MOST_CELLS, Grid, Merge, Oddity, RawRow

_ERRORS = frozenset({"#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#GETTING_DATA"})


def grids(path: Path) -> list[Grid]:
    """The sheets of a workbook, in its order."""
    from python_calamine import PasswordError, SheetTypeEnum, SheetVisibleEnum, load_workbook

    try:
        book = load_workbook(BytesIO(path.read_bytes()))  # told by its content, not by its name
    except PasswordError as error:
        raise Fault("exchange.encrypted") from error
    return [
        Grid(
            name=sheet.name,
            rows=_reader(book, sheet.name),
            visible=sheet.visible == SheetVisibleEnum.Visible,
            merges=_merges(book, sheet.name),
        )
        for sheet in book.sheets_metadata
        if sheet.typ == SheetTypeEnum.WorkSheet
    ]


def _merges(book: Any, name: str) -> Callable[[], list[Merge]]:
    def read() -> list[Merge]:
        ranges = book.get_sheet_by_name(name).merged_cell_ranges or []
        return [Merge(top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in ranges]

    return read


def _reader(book: Any, name: str) -> Callable[[], Iterator[RawRow]]:
    def read() -> Iterator[RawRow]:
        sheet = book.get_sheet_by_name(name)
        if sheet.total_height * sheet.total_width > MOST_CELLS:
            raise Fault("exchange.too_many_cells")
        for number, row in enumerate(sheet.to_python(skip_empty_area=False), start=1):
            cells = [(column, _value(value), 0) for column, value in enumerate(row, start=1) if value not in ("", None)]
            if cells:
                yield number, cells

    return read


def _value(value: object) -> object:
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    return Oddity.ERROR if isinstance(value, str) and value in _ERRORS else value
