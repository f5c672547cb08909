"""Makes foreign books for the tests, and reads them as the child does, without starting one."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font

from tracker.domain.book import Problem, Sheet, What
from tracker.exchange import reader, reading

TODAY = date(2026, 9, 30)
SAMPLES = Path(__file__).resolve().parents[1] / "samples"
Lines = Sequence[Sequence[object]]

HEADINGS = ("STT", "Mã", "Nội dung nhiệm vụ", "Người chịu trách nhiệm", "Hạn", "Sản phẩm")
"""The least that a book of tasks has."""


def a_workbook(path: Path, *sheets: tuple[str, Lines], font: str | None = None, merged: Iterable[str] = ()) -> Path:
    """A workbook with these sheets; `merged` ranges are of the first one."""
    book = Workbook()
    del book[book.sheetnames[0]]
    for name, lines in sheets:
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append([None if value == "" else value for value in line])
        if font:
            for row in sheet.iter_rows():
                for cell in row:
                    cell.font = Font(name=font)
    for each in merged:
        book.worksheets[0].merge_cells(each)
    book.save(path)
    book.close()
    return path


def a_task_book(path: Path, *lines: Sequence[object], headings: Sequence[object] = HEADINGS) -> Path:
    """A workbook with the headings in its first row and these lines below."""
    return a_workbook(path, ("Sheet1", [headings, *lines]))


def read_here(path: Path, what: str = "tasks", **wanted: object) -> Sheet[Any]:
    """What `read` gives, in this process: fast, for files that are not hostile. Raises Fault instead of Refused."""
    order: Mapping[str, object] = {
        "path": str(path),
        "what": what,
        "sheet": None,
        "encoding": "auto",
        "today": TODAY.isoformat(),
        **wanted,
    }
    answer = io.StringIO()
    reader.answer(order, answer)
    return reading.take(What(what), iter(answer.getvalue().encode().splitlines(keepends=True)))


def told(problems: Iterable[Problem]) -> list[tuple[int | None, str | None, str]]:
    """Row, column and code without its room."""
    return [(problem.row, problem.column, problem.code.removeprefix("exchange.")) for problem in problems]
