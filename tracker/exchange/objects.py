"""Reads our own JSON: an array of objects, each with the names of fields.

Runs only in the child. Imports only this room.
The first row is the names, the n-th object the row n + 1: then it is a sheet like any other.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from tracker.exchange.faults import Fault
from tracker.exchange.grids import MOST_COLUMNS, Cell, Grid, Oddity, RawRow


def grids(path: Path) -> list[Grid]:
    """The file as one sheet without a name."""
    try:
        records = json.loads(path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise Fault("exchange.truncated") from error
    if not isinstance(records, list) or not all(isinstance(record, dict) for record in records):
        raise Fault("exchange.not_a_workbook")
    names = list(dict.fromkeys(name for record in records for name in record))
    if len(names) > MOST_COLUMNS:
        raise Fault("exchange.too_many_cells")
    columns = {name: column for column, name in enumerate(names, start=1)}

    def read() -> Iterator[RawRow]:
        yield 1, [(column, name, 0) for name, column in columns.items()]
        for number, record in enumerate(records, start=2):
            cells: list[Cell] = [
                (columns[name], _value(value), 0) for name, value in record.items() if value not in (None, "", [])
            ]
            if cells:
                yield number, cells

    return [Grid(name="", rows=read)]


def _value(value: object) -> object:
    """A value as a cell has it: a list of texts in one text, each closed by a semicolon."""
    if isinstance(value, list):
        return (
            "".join(f"{piece}; " for piece in value).strip()
            if all(isinstance(piece, str) for piece in value)
            else Oddity.ERROR
        )
    return value if isinstance(value, str | int | float) else Oddity.ERROR
