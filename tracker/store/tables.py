"""Which record lives in which table, and how its fields become columns.

A column is a field of the record with the same name, or *derived*: computed from the record at every write (search
and sort keys, so
that any SQLite tool can open the file). Both are journaled alike, so `verify` covers every column of every table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from tracker.store.standing import NEVER

if TYPE_CHECKING:
    from _typeshed import DataclassInstance as Record
else:
    Record = object

R = TypeVar("R", bound="Record")
Scalar = str | int | None
"""What a column holds: text, whole numbers, nothing. No floats: they have no canonical text."""
Row = tuple[Scalar, ...]


class Table:
    """One kind of record. Its converters are made once, when the kind is first used."""

    def __init__(self, kind: str, record: type[Any], derive: Mapping[str, Callable[[Any], Scalar]]) -> None:
        self.kind = kind
        self.record = record
        self.names = tuple(field.name for field in fields(record))
        self.derive = tuple(derive.items())
        self.columns = self.names + tuple(derive)
        self.in_order = tuple(sorted((name, place) for place, name in enumerate(self.columns)))
        """Columns with their places, in the order of canonical JSON."""
        self.version_at = self.names.index("version")
        readers = [_reader(field.type, record) for field in fields(record)]
        self._read = tuple(zip(self.names, readers, strict=True))
        self._write = tuple((place, _WRITERS.get(read, str.__str__)) for place, read in enumerate(readers) if read)
        self._values = attrgetter(*self.names)
        marks = ", ".join("?" * len(self.columns))
        self.insert = f"INSERT INTO {kind} ({', '.join(self.columns)}) VALUES ({marks})"
        self.select = f"SELECT {', '.join(self.columns)} FROM {kind}"
        self.select_record = f"SELECT {', '.join(self.names)} FROM {kind}"

    def row(self, record: Record) -> Row:
        """The record as its table's row, derived columns behind."""
        values = list(self._values(record))
        for place, write in self._write:
            if values[place] is not None:
                values[place] = write(values[place])
        return (*values, *(derived(record) for _, derived in self.derive))

    def update(self, places: tuple[int, ...]) -> str:
        """The statement that changes the columns at these places. Naming the others too would write every index anew:
        a third of what an action costs.
        """
        return f"UPDATE {self.kind} SET {', '.join(f'{self.columns[place]} = ?' for place in places)} WHERE id = ?"

    def of(self, row: Row) -> Any:
        """The record of a row."""
        values = zip(self._read, row[: len(self._read)], strict=True)
        return self.record(
            **{name: value if read is None or value is None else read(value) for (name, read), value in values}
        )


_WRITERS: dict[Any, Callable[[Any], Scalar]] = {
    date.fromisoformat: date.isoformat,
    bool: int,
    Decimal: lambda value: format(value.normalize(), "f"),
}
"""How a field becomes a column, by how it is read back; all others are enums, whose value is their text."""


def _reader(annotation: Any, record: type[Any]) -> Callable[[Any], Any] | None:
    """How a column becomes the field's type; None where it is that already. Annotations are text (`from __future__
    import annotations`)."""
    name = str(annotation).removesuffix(" | None")
    known: dict[str, Callable[[Any], Any]] = {"date": date.fromisoformat, "bool": bool, "Decimal": Decimal}
    if name in known:
        return known[name]
    kind = getattr(_module(record), name, None)
    return kind if isinstance(kind, type) and issubclass(kind, StrEnum) else None


def _module(record: type[Any]) -> Any:
    import sys

    return sys.modules[record.__module__]


def _searched(*names: str) -> Callable[[Any], Scalar]:
    return lambda record: _folded(" ".join(value for name in names if (value := getattr(record, name))))


@lru_cache(maxsize=64)
def _folded(text: str) -> str:
    """Cached, because a task is saved several times in a row with the same words."""
    from tracker.domain.text import fold

    return fold(text)


def _closed_on(task: Any) -> Scalar:
    return str(task.confirmed_on or task.recalled_on or NEVER)


def _number_key(task: Any) -> Scalar:
    return _key_of_number(task.number)


@lru_cache(maxsize=64)
def _key_of_number(number: str) -> str:
    from tracker.domain.numbers import number_key

    return number_key(number)


def _name_key(official: Any) -> Scalar:
    from tracker.domain.names import name_key

    return name_key(f"{official.family_name} {official.given_name}", official.given_name)


_DERIVED: dict[str, dict[str, Callable[[Any], Scalar]]] = {
    "unit": {"search": _searched("code", "name", "short_name")},
    "official": {"name_key": _name_key, "search": _searched("code", "name")},
    "task": {
        "number_key": _number_key,
        "closed_on": _closed_on,
        "search": _searched("number", "title", "product", "source_number", "note"),
    },
}

KINDS = (
    "setting",
    "calendar_day",
    "calendar_year",
    "number_series",
    "undone_action",
    "unit",
    "official",
    "account",
    "appointment",
    "right_granted",
    "paper_form",
    "kept_report",
    "task",
    "coordination",
    "progress",
    "submission",
    "extension",
    "hand_over",
    "pause",
    "decline",
    "chase",
    "explanation",
    "evidence",
)
"""Every journaled table, a table behind those it refers to."""

REBUILT = ("task_move",)
"""Tables made again from the journal and compared (tracker.store.moves)."""

_made: dict[str, Table] = {}


def table(kind: str) -> Table:
    """The table of a kind of record. Raises KeyError for a kind that has none."""
    found = _made.get(kind)
    if found is None:
        found = _made[kind] = Table(kind, _record_class(kind), _DERIVED.get(kind, {}))
    return found


def kind_of(record: type[Any]) -> str:
    """The kind of a record class: its name in lower case, words joined by `_`."""
    name = record.__name__
    kind = _kinds.get(name)
    if kind is None:
        kind = _kinds[name] = _snake(name)
    return kind


_kinds = {"Grant": "right_granted"}


def _snake(name: str) -> str:
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).removeprefix("_")


def _record_class(kind: str) -> type[Any]:
    """The dataclass of a kind. Imported here, so that a command loads only the records it touches."""
    if kind not in KINDS:
        raise KeyError(kind)
    module = _HOMES.get(kind, "events")
    home = __import__(f"tracker.domain.{module}", fromlist=[module])
    names = {
        kind_of(value): value
        for value in vars(home).values()
        if isinstance(value, type) and value.__module__ == home.__name__
    }
    found: type[Any] = names[kind]
    return found


_HOMES = {
    "setting": "settings",
    "calendar_day": "settings",
    "calendar_year": "settings",
    "number_series": "settings",
    "undone_action": "settings",
    "unit": "units",
    "official": "officials",
    "account": "officials",
    "appointment": "officials",
    "right_granted": "officials",
    "task": "tasks",
    "paper_form": "kept",
    "kept_report": "kept",
}
