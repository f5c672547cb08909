"""Opens a foreign file in the child and chooses the sheet in it that is meant, its encoding and its headings.

Runs only in the child. Imports only tracker.domain and this room. Every call into a library that parses is guarded: a
damaged file can make it raise anything.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.exchange import archive, cells, decoding, layout
from tracker.exchange.faults import Fault
from tracker.exchange.grids import Grid, Merge, Oddity, RawRow
from tracker.exchange.headings import REQUIRED, TABLES
from tracker.exchange.rows import LONGEST_TEXT, What

if TYPE_CHECKING:
    from tracker.domain.old_fonts import Encoding
    from tracker.exchange.decoding import Decoding
    from tracker.exchange.layout import Layout, TextRow

_MOST_SHEETS = 200
_MOST_HEADINGS = 200
FIRST_ROWS = 200
"""Rows from which headings, encoding and the meaning of ambiguous headings are told."""


@dataclass(frozen=True)
class Order:
    """What to read."""

    path: Path
    what: What
    sheet: str | None
    encoding: Encoding | None
    today: date
    header_row: int | None = None
    """The row of the headings as a person said it; like `fields` only where the sheet is named."""
    fields: Mapping[int, str] | None = None
    """Column → field as a person said it: columns that are not there are not read."""


@dataclass(frozen=True)
class Found:
    grid: Grid
    first: list[RawRow]
    decoding: Decoding
    layout: Layout


def open_file(path: Path, what: What | None, wanted: Encoding | None) -> list[Grid]:
    """The sheets of a file. The libraries are loaded only for the kind of file they read."""
    container = archive.recognise(path)
    if container is archive.Container.TEXT:
        from tracker.exchange import delimited

        return delimited.grids(path, what, wanted)
    if container is archive.Container.JSON:
        from tracker.exchange import objects

        return objects.grids(path)
    with _foreign():
        if container is archive.Container.XLSX:
            from tracker.exchange import xlsx

            return xlsx.grids(path)
        from tracker.exchange import calamine

        return calamine.grids(path)


def choose(order: Order, grids: list[Grid]) -> Found:
    """The one sheet whose headings fit, or the one that was named."""
    if order.sheet is not None:
        return _named(order, grids, order.sheet)
    looked = [(grid, *look(order, grid)) for grid in visible(grids)]
    fitting = [found for found in looked if _is_of_kind(order.what, *found)]
    if len(fitting) > 1:
        raise Fault("exchange.several_sheets", sheets=", ".join(grid.name for grid, *_ in fitting))
    if not fitting:
        if any(not decoded.clear for _, _, decoded, _ in looked):
            raise Fault("exchange.encoding_unclear")
        if not any(first for _, first, _, _ in looked):
            raise Fault("exchange.empty_file")
        raise _no_headings(order.what, [near for *_, near in looked])
    return _certain(*fitting[0])


def visible(grids: list[Grid]) -> list[Grid]:
    """The sheets that are looked at: the hidden ones only where all are. Raises Fault for too many."""
    found = [grid for grid in grids if grid.visible] or grids
    if len(found) > _MOST_SHEETS:
        raise Fault("exchange.too_many_sheets", limit=_MOST_SHEETS)
    return found


def _named(order: Order, grids: list[Grid], name: str) -> Found:
    same = [grid for grid in grids if grid.name == name] or [
        grid for grid in grids if cells.normal(grid.name) == cells.normal(name)
    ]
    if not same:
        raise Fault("exchange.no_such_sheet", sheet=name, sheets=", ".join(grid.name for grid in grids))
    first, decoded, near = look(order, same[0])
    if near is None or not near.fits:
        raise _no_headings(order.what, [near])
    return _certain(same[0], first, decoded, near)


def _certain(grid: Grid, first: list[RawRow], decoded: Decoding, near: Layout | None) -> Found:
    assert near is not None
    if not decoded.clear:
        raise Fault("exchange.encoding_unclear", sheet=grid.name)
    return Found(grid, first, decoded, near)


def look(order: Order, grid: Grid) -> tuple[list[RawRow], Decoding, Layout | None]:
    """The first rows of a sheet, its encoding and the headings found in it."""
    first = list(islice(safely(grid), FIRST_ROWS))
    decoded = decoding.decide(grid, first, order.encoding)
    texts, merges = texts_of(first, decoded), upper_merges(grid, first)
    if order.sheet is not None and (order.header_row is not None or order.fields is not None):
        return first, decoded, layout.told(order.what, texts, merges, order.header_row, order.fields)
    return first, decoded, layout.find(order.what, texts, merges)


def upper_merges(grid: Grid, first: list[RawRow]) -> list[Merge]:
    return [merge for merge in merges_of(grid) if merge.top <= layout.LAST_HEADING_ROW] if first else []


def merges_of(grid: Grid) -> list[Merge]:
    with _foreign():
        return grid.merges()


def texts_of(rows: list[RawRow], decoded: Decoding) -> list[TextRow]:
    return [
        (
            number,
            {
                column: text
                for column, value, style in found
                if column <= _MOST_HEADINGS and (text := _text(value, style, decoded))
            },
        )
        for number, found in rows
    ]


def _text(value: object, style: int, decoded: Decoding) -> str:
    if isinstance(value, Oddity) or (isinstance(value, str) and len(value) > LONGEST_TEXT):
        return ""
    return cells.as_text(decoded.text(value, style) if isinstance(value, str) else value)


def _is_of_kind(what: What, grid: Grid, first: list[RawRow], decoded: Decoding, near: Layout | None) -> bool:
    """Whether the headings fit, and fit no other kind of sheet better: a list of officials has codes and units too."""
    if near is None or not near.fits:
        return False
    texts, merges = texts_of(first, decoded), upper_merges(grid, first)
    others = (layout.find(other, texts, merges) for other in What if other is not what)
    return all(other is None or other.weight <= near.weight for other in others)


def _no_headings(what: What, near: list[Layout | None]) -> Fault:
    """Names the headings that were looked for, and those of them that were missing where some were there."""
    best = max((found for found in near if found), key=lambda found: found.weight, default=None)
    groups = REQUIRED[what]
    if best:
        groups = tuple(group for group in groups if not set(best.fields.values()).intersection(group))
    wanted = "; ".join(" / ".join(TABLES[what][group[0]][:4]) for group in groups)
    return Fault("exchange.no_headings", wanted=wanted)


def safely(grid: Grid) -> Iterator[RawRow]:
    """The rows of a grid; what the library stumbles over is the file's fault."""
    with _foreign():
        source = grid.rows()
    while True:
        with _foreign():
            row = next(source, None)
        if row is None:
            return
        yield row


@contextmanager
def _foreign() -> Iterator[None]:
    """Around every call into a library that parses: a damaged file can make it raise anything."""
    try:
        yield
    except (Fault, MemoryError):
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise Fault("exchange.truncated") from error
    except RecursionError as error:
        raise Fault("exchange.bomb") from error
    except Exception as error:
        hostile = any(type(each).__module__.startswith("defusedxml") for each in (error, error.__cause__))
        raise Fault("exchange.entities" if hostile else "exchange.unreadable") from error
    except BaseException as error:
        if type(error).__module__ != "pyo3_runtime":
            raise
        raise Fault("exchange.unreadable") from error  # a panic in Rust is no Exception
