"""Rows on their way from the child to the program: one JSON object per line, never pickled.

Imports only tracker.domain and this room. The child is not trusted: a field or a value that a row cannot have makes the
whole answer unreadable.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from tracker.domain.events import CauseKind
from tracker.domain.officials import Employment, Standing
from tracker.domain.tasks import Secrecy, SourceKind, TaskState, Urgency
from tracker.domain.units import UnitKind
from tracker.exchange.grids import Oddity, RawRow
from tracker.exchange.rows import OfficialRow, Problem, Severity, TaskRow, UnitRow, What

ROWS: Mapping[What, type[UnitRow | OfficialRow | TaskRow]] = {
    What.UNITS: UnitRow,
    What.OFFICIALS: OfficialRow,
    What.TASKS: TaskRow,
}

_ENUMS: Mapping[tuple[What, str], type[Enum]] = {
    (What.UNITS, "kind"): UnitKind,
    (What.OFFICIALS, "standing"): Standing,
    (What.OFFICIALS, "employment"): Employment,
    (What.TASKS, "source_kind"): SourceKind,
    (What.TASKS, "urgency"): Urgency,
    (What.TASKS, "secrecy"): Secrecy,
    (What.TASKS, "state"): TaskState,
    (What.TASKS, "cause_kind"): CauseKind,
}


def encode(record: object) -> str:
    """One line of JSON."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"), default=_plain)


def decode(line: str | bytes) -> Any:
    """What `encode` wrote. Raises ValueError for anything else."""
    return json.loads(line)


def problem_record(problem: Problem) -> dict[str, object]:
    """A problem as JSON; a date among its parameters keeps its kind."""
    said = {name: {"date": value} if isinstance(value, date) else value for name, value in problem.parameters.items()}
    return {"problem": [problem.row, problem.column, problem.code, said, problem.severity]}


def problem_of(record: Any) -> Problem:
    """The problem that `problem_record` wrote."""
    row, column, code, said, severity = record
    parameters = {
        name: date.fromisoformat(value["date"]) if isinstance(value, dict) else value for name, value in said.items()
    }
    return Problem(row, column, str(code), parameters, Severity(severity))


def raw_row(row: RawRow) -> list[object]:
    """A bare row as JSON: days keep their kind, whatever else is no text or number becomes text."""
    number, cells = row
    return [number, [(column, _bare(value), style) for column, value, style in cells]]


def raw_row_of(record: Any) -> RawRow:
    """The row that `raw_row` wrote."""
    number, cells = record
    return number, [(column, _of_bare(value), style) for column, value, style in cells]


def _bare(value: object) -> object:
    if isinstance(value, date):
        return {"date": value.strftime("%Y-%m-%d")}
    if isinstance(value, Oddity):
        return "#N/A" if value is Oddity.ERROR else "="
    return value if isinstance(value, str | int | float) else str(value)


def _of_bare(value: Any) -> object:
    return date.fromisoformat(value["date"]) if isinstance(value, dict) else value


class RowMaker:
    """Makes rows of one kind out of their JSON objects."""

    def __init__(self, what: What, cells: Mapping[str, str]) -> None:
        self._type = ROWS[what]
        self._cells = cells
        self._convert = {
            field.name: _converter(what, field.name, str(field.type))
            for field in fields(self._type)
            if field.name != "cells"
        }

    def __call__(self, record: Mapping[str, Any]) -> Any:
        """The row. Raises KeyError, TypeError, ValueError where the object is none."""
        convert = self._convert
        return self._type(cells=self._cells, **{name: convert[name](value) for name, value in record.items()})


def _converter(what: What, name: str, kind: str) -> Callable[[Any], Any]:
    if (what, name) in _ENUMS:
        return _remembering(_ENUMS[what, name])
    if kind.startswith("date"):
        return _remembering(date.fromisoformat)
    if kind.startswith("Decimal"):
        return _remembering(Decimal)
    if kind.startswith("tuple"):
        return lambda value: tuple(map(str, value))
    wanted = {"str": str, "int": int, "bool": bool}[kind.split(" ")[0]]

    def same(value: Any) -> Any:
        if type(value) is not wanted:
            raise TypeError(name)
        return value

    return same


def _remembering(make: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """The few days, states and factors of a book are made once each."""
    known: dict[str, Any] = {}

    def convert(value: Any) -> Any:
        if value not in known:
            known[value] = make(value)
        return known[value]

    return convert


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(type(value).__name__)
