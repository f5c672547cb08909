"""The child process that opens foreign files: `python -m tracker.exchange.reader`.

Imports only tracker.domain and this room. It limits itself before it touches the file, reads its one order as JSON from
stdin and answers with JSON lines on stdout: first the sheet, then rows and problems as they are met, at last {"end":
true}. A refusal is {"refused": …}. Whatever else happens to it, the program that started it lives on: an answer without
its end is a file that cannot be read.
"""

from __future__ import annotations

import gc
import os
import sys
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from io import TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from tracker.domain.old_fonts import Encoding
from tracker.exchange import archive, cells, decoding, layout, limits, rules, table, wire
from tracker.exchange.faults import Fault
from tracker.exchange.grids import Grid, Merge, Oddity, RawRow, letters
from tracker.exchange.headings import REQUIRED, TABLES
from tracker.exchange.rows import LONGEST_TEXT, Problem, What

if TYPE_CHECKING:
    from tracker.exchange.decoding import Decoding
    from tracker.exchange.layout import Layout, TextRow

_MOST_SHEETS = 200
_MOST_HEADINGS = 200
_FIRST_ROWS = 200
"""Rows from which headings, encoding and the meaning of ambiguous headings are told."""


@dataclass(frozen=True)
class Order:
    """What to read."""

    path: Path
    what: What
    sheet: str | None
    encoding: Encoding | None
    today: date


@dataclass(frozen=True)
class _Found:
    grid: Grid
    first: list[RawRow]
    decoding: Decoding
    layout: Layout


def main() -> None:
    """Limit the process, then read the order and the file."""
    given = wire.decode(sys.stdin.buffer.read())
    limits.restrict(given["seconds"])
    gc.disable()  # trees of XML have no cycles: collecting takes a quarter of the time and finds nothing
    spare_imports()
    with TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="\n") as stream:
        answer(given, stream)


def answer(given: Mapping[str, Any], stream: TextIO) -> None:
    """Answer one order, with the sheet or with the reason why there is none."""
    wanted = None if given["encoding"] == "auto" else Encoding(given["encoding"])
    path = Path(given["path"])
    try:
        if given["what"] is None:
            _copy(_open(path, None, wanted), stream)
        else:
            today = date.fromisoformat(given["today"])
            _answer(Order(path, What(given["what"]), given["sheet"], wanted, today), stream)
    except Fault as fault:
        stream.write(wire.encode({"refused": fault.code, "parameters": fault.parameters}) + "\n")
    except MemoryError:
        stream.write(wire.encode({"refused": "exchange.too_much_memory", "parameters": {}}) + "\n")


def spare_imports() -> None:
    """openpyxl loads numpy and Pillow only because they are there: 100 ms, and more memory than the limit leaves."""
    sys.modules.update({"numpy": None, "PIL": None})  # type: ignore[dict-item]
    os.environ["OPENPYXL_LXML"] = "False"  # then defusedxml reads every part


def _answer(order: Order, stream: TextIO) -> None:
    found = _choose(order, _open(order.path, order.what, order.encoding))
    columns = {name: letters(column) for column, name in found.layout.fields.items()}
    head = {
        "sheet": found.grid.name,
        "header_row": found.layout.header_row,
        "columns": columns,
        "ignored": found.layout.ignored,
        "encoding": found.decoding.encoding,
        "examples": decoding.examples(found.decoding, found.first) if not found.decoding.plain else (),
    }
    stream.write(wire.encode(head) + "\n")
    count = 0
    for line in _lines(order, found):
        if isinstance(line, Problem):
            stream.write(wire.encode(wire.problem_record(line)) + "\n")
            continue
        count += 1
        stream.write(wire.encode({"row": line.row, **line.values}) + "\n")
        stream.writelines(wire.encode(wire.problem_record(problem)) + "\n" for problem in line.problems)
    if count == 0:
        raise Fault("exchange.no_rows", sheet=found.grid.name)
    stream.write(wire.encode({"end": True}) + "\n")


def _lines(order: Order, found: _Found) -> Iterator[table.Line | Problem]:
    context = cells.Context(order.today, found.grid.day_zero, found.grid.percents)
    below = table.Table(found.layout, found.decoding, context, tuple(_merges(found.grid)))
    return rules.rows(below, table.lines(below, _safely(found.grid)))


def _safely(grid: Grid) -> Iterator[RawRow]:
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


def _copy(grids: list[Grid], stream: TextIO) -> None:
    """Every cell as it is, for a marked copy."""
    for grid in grids:
        fonts = {str(style): font for style, font in grid.fonts.items()}
        stream.write(wire.encode({"sheet": grid.name, "fonts": fonts}) + "\n")
        stream.writelines(wire.encode({"raw": wire.raw_row(row)}) + "\n" for row in _safely(grid))
        stream.write(wire.encode({"raw": None}) + "\n")
    stream.write(wire.encode({"end": True}) + "\n")


def _open(path: Path, what: What | None, wanted: Encoding | None) -> list[Grid]:
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


def _choose(order: Order, grids: list[Grid]) -> _Found:
    """The one sheet whose headings fit, or the one that was named."""
    if order.sheet is not None:
        return _named(order, grids, order.sheet)
    visible = [grid for grid in grids if grid.visible] or grids
    if len(visible) > _MOST_SHEETS:
        raise Fault("exchange.too_many_sheets", limit=_MOST_SHEETS)
    looked = [(grid, *_look(order, grid)) for grid in visible]
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


def _named(order: Order, grids: list[Grid], name: str) -> _Found:
    same = [grid for grid in grids if grid.name == name] or [
        grid for grid in grids if cells.normal(grid.name) == cells.normal(name)
    ]
    if not same:
        raise Fault("exchange.no_such_sheet", sheet=name, sheets=", ".join(grid.name for grid in grids))
    first, decoded, near = _look(order, same[0])
    if near is None or not near.fits:
        raise _no_headings(order.what, [near])
    return _certain(same[0], first, decoded, near)


def _certain(grid: Grid, first: list[RawRow], decoded: Decoding, near: Layout | None) -> _Found:
    assert near is not None
    if not decoded.clear:
        raise Fault("exchange.encoding_unclear", sheet=grid.name)
    return _Found(grid, first, decoded, near)


def _look(order: Order, grid: Grid) -> tuple[list[RawRow], Decoding, Layout | None]:
    """The first rows of a sheet, its encoding and the headings found in it."""
    first = list(islice(_safely(grid), _FIRST_ROWS))
    decoded = decoding.decide(grid, first, order.encoding)
    return first, decoded, layout.find(order.what, _texts(first, decoded), _upper_merges(grid, first))


def _upper_merges(grid: Grid, first: list[RawRow]) -> list[Merge]:
    return [merge for merge in _merges(grid) if merge.top <= layout.LAST_HEADING_ROW] if first else []


def _merges(grid: Grid) -> list[Merge]:
    with _foreign():
        return grid.merges()


def _texts(rows: list[RawRow], decoded: Decoding) -> list[TextRow]:
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
    texts, merges = _texts(first, decoded), _upper_merges(grid, first)
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


if __name__ == "__main__":
    main()
