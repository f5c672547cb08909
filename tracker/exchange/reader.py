"""The child process that opens foreign files: `python -m tracker.exchange.reader`.

Imports only tracker.domain and this room. It limits itself before it touches the file, reads its one order as JSON from
stdin and answers with JSON lines on stdout: first the sheet, then rows and problems as they are met (rows as texts
where only a look was ordered), at last {"end": true}. A refusal is {"refused": …}. Whatever else happens to it, the
program that started it lives on: an answer without its end is a file that cannot be read.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from tracker.domain.old_fonts import Encoding
from tracker.exchange import cells, choosing, decoding, limits, rules, table, wire
from tracker.exchange.choosing import Order
from tracker.exchange.faults import Fault
from tracker.exchange.grids import column_of, letters
from tracker.exchange.rows import Problem, What

if TYPE_CHECKING:
    from tracker.exchange.choosing import Found
    from tracker.exchange.grids import Grid


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
        if given["what"] == "pages":
            from tracker.exchange.pages import pages

            stream.writelines(wire.encode({"page": page}) + "\n" for page in pages(path))
            stream.write(wire.encode({"end": True}) + "\n")
        elif given["what"] is None:
            _copy(choosing.open_file(path, None, wanted), stream)
        else:
            order = _order(path, given, wanted)
            _answer(order, stream) if given.get("rows") is None else _survey(order, given["rows"], stream)
    except Fault as fault:
        stream.write(wire.encode({"refused": fault.code, "parameters": fault.parameters}) + "\n")
    except MemoryError:
        stream.write(wire.encode({"refused": "exchange.too_much_memory", "parameters": {}}) + "\n")


def _order(path: Path, given: Mapping[str, Any], wanted: Encoding | None) -> Order:
    fields = given.get("fields")
    said = None if fields is None else {column_of(letter): name for letter, name in fields.items()}
    today = date.fromisoformat(given["today"])
    return Order(path, What(given["what"]), given["sheet"], wanted, today, given.get("header_row"), said)


def _survey(order: Order, rows: list[int], stream: TextIO) -> None:
    from tracker.exchange import survey

    stream.writelines(wire.encode(record) + "\n" for record in survey.records(order, rows))
    stream.write(wire.encode({"end": True}) + "\n")


def spare_imports() -> None:
    """openpyxl loads numpy and Pillow only because they are there: 100 ms, and more memory than the limit leaves."""
    sys.modules.update({"numpy": None, "PIL": None})  # type: ignore[dict-item]
    os.environ["OPENPYXL_LXML"] = "False"  # then defusedxml reads every part


def _answer(order: Order, stream: TextIO) -> None:
    found = choosing.choose(order, choosing.open_file(order.path, order.what, order.encoding))
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


def _lines(order: Order, found: Found) -> Iterator[table.Line | Problem]:
    context = cells.Context(order.today, found.grid.day_zero, found.grid.percents)
    below = table.Table(found.layout, found.decoding, context, tuple(choosing.merges_of(found.grid)))
    return rules.rows(below, table.lines(below, choosing.safely(found.grid)))


def _copy(grids: list[Grid], stream: TextIO) -> None:
    """Every cell as it is, for a marked copy."""
    for grid in grids:
        fonts = {str(style): font for style, font in grid.fonts.items()}
        stream.write(wire.encode({"sheet": grid.name, "fonts": fonts}) + "\n")
        stream.writelines(wire.encode({"raw": wire.raw_row(row)}) + "\n" for row in choosing.safely(grid))
        stream.write(wire.encode({"raw": None}) + "\n")
    stream.write(wire.encode({"end": True}) + "\n")


if __name__ == "__main__":
    main()
