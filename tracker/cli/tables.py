"""Tables and JSON on the terminal: columns in line, as wide as the terminal allows; whole texts in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence


def show(headings: Sequence[str], rows: Iterable[Sequence[str]], *, give: int | None = None) -> None:
    """Print rows under headings. On a terminal the column `give` is shortened until a row fits; in a pipe nothing is
    cut.
    """
    lines = [[str(heading) for heading in headings], *([_one_line(cell) for cell in row] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    if give is not None and sys.stdout.isatty():
        widths[give] = _fitting(widths, give)
    lines.insert(1, ["\N{BOX DRAWINGS LIGHT HORIZONTAL}" * width for width in widths])
    sys.stdout.write("".join(f"{_line(line, widths)}\n" for line in lines))


def show_facts(facts: Iterable[tuple[str, str]]) -> None:
    """Print names and values under each other; empty values are left out."""
    found = [(name, value) for name, value in facts if value]
    width = max((len(name) for name, _ in found), default=0)
    for name, value in found:
        print(f"{name:{width}}  {value}")


def show_json(value: object) -> None:
    """Print a value as JSON: an array with one object per line, an object with indents."""
    import json

    encode = json.JSONEncoder(ensure_ascii=False).encode
    if isinstance(value, list):
        sys.stdout.write("[" + ",\n ".join(map(encode, value)) + "]\n")
    else:
        print(json.dumps(value, ensure_ascii=False, indent=2))


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(_cut(cell, width).ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()


def _cut(cell: str, width: int) -> str:
    return cell if len(cell) <= width else cell[: width - 1] + "…"


def _fitting(widths: Sequence[int], give: int) -> int:
    from shutil import get_terminal_size

    others = sum(widths) - widths[give] + 2 * (len(widths) - 1)
    return max(16, min(widths[give], get_terminal_size((120, 24)).columns - others))


def _one_line(cell: str) -> str:
    return " ".join(cell.split()) if "\n" in cell or "\t" in cell else cell
