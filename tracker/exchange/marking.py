"""A copy of a foreign file in which its problems are marked, to be corrected and read again.

Rows and columns stand where they stood, so the numbers of the messages hold; what was text stays text, dates stay
dates, old fonts stay. Formulas become their results. The messages stand in a column of their own behind the last one.
Imports tracker.domain, tracker.files and this room.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracker.exchange import reading
from tracker.exchange.grids import RawRow, column_of
from tracker.exchange.writing import workbook
from tracker.files import whole_file

if TYPE_CHECKING:
    from tracker.domain.errors import Expected
    from tracker.exchange.rows import Problem, Sheet

HEADING = "Lỗi cần sửa"
_ERROR, _WARNING = "#F8CBAD", "#FFE699"
_WIDEST = 60


def write_problems(
    source: Path, target: Path, problems: Iterable[Problem], sentence: Callable[[Expected], str], sheet: Sheet[Any]
) -> None:
    """Write a copy of `source` to `target` (.xlsx), the problems of `sheet` marked and told by `sentence`.

    Raises Refused and Unavailable as `read` does, Unavailable file.held, file.not_written.
    """
    marks = _Marks(list(problems), lambda problem: sentence(problem.refusal(source.name)), sheet)
    with whole_file(Path(target)) as temporary, workbook(temporary) as book:
        for name, fonts, rows in reading.cells(Path(source), sheet.encoding):
            found = marks if name == sheet.sheet_name else None
            _write_sheet(book, book.add_worksheet(_sheet_name(book, name)), fonts, rows, found)


@dataclass(frozen=True)
class _Marks:
    problems: list[Problem]
    tell: Callable[[Problem], str]
    sheet: Sheet[Any]

    def colours(self) -> dict[tuple[int, int], str]:
        """Row and column → colour; an error covers a warning."""
        placed = [problem for problem in self.problems if problem.row and problem.column]
        placed.sort(key=lambda problem: problem.fatal)
        return {
            (problem.row or 0, column_of(problem.column or "")): _ERROR if problem.fatal else _WARNING
            for problem in placed
        }

    def messages(self) -> dict[int, str]:
        """Row → what is wrong there; what concerns no row stands beside the headings."""
        found: dict[int, list[str]] = {}
        for problem in self.problems:
            found.setdefault(problem.row or self.sheet.header_row, []).append(self.tell(problem))
        return {row: "\n".join(texts) for row, texts in found.items()}


def _write_sheet(book: Any, sheet: Any, fonts: dict[int, str], rows: Iterator[RawRow], marks: _Marks | None) -> None:
    colours = marks.colours() if marks else {}
    look = _looks(book)
    widths: dict[int, int] = {}
    for row, cells in rows:
        present = {column for column, _, _ in cells}
        for column, value, style in cells:
            widths[column] = min(max(widths.get(column, 8), len(str(value)) + 1), _WIDEST if len(cells) > 1 else 8)
            _put(
                sheet,
                row - 1,
                column - 1,
                value,
                look(fonts.get(style, ""), colours.get((row, column), ""), isinstance(value, date)),
            )
        for marked, colour in colours.items():
            if marked[0] == row and marked[1] not in present:
                sheet.write_blank(row - 1, marked[1] - 1, None, look("", colour, False))
    for column, width in widths.items():
        sheet.set_column(column - 1, column - 1, width)
    if marks:
        _write_messages(sheet, marks, max(widths, default=0), look)


def _write_messages(sheet: Any, marks: _Marks, column: int, look: Callable[[str, str, bool], Any]) -> None:
    sheet.set_column(column, column, 80)
    messages = marks.messages()
    heading = messages.pop(marks.sheet.header_row, "")
    sheet.write_string(marks.sheet.header_row - 1, column, f"{HEADING}\n{heading}".strip(), look("", _WARNING, False))
    for row, text in messages.items():
        sheet.write_string(row - 1, column, text, look("", "", False))
    sheet.freeze_panes(marks.sheet.header_row, 0)


def _looks(book: Any) -> Callable[[str, str, bool], Any]:
    @cache
    def look(font: str, colour: str, dated: bool) -> Any:
        wanted: dict[str, object] = {"text_wrap": True, "valign": "top"}
        wanted |= {"font_name": font} if font else {}
        wanted |= {"bg_color": colour} if colour else {}
        wanted |= {"num_format": "dd/mm/yyyy"} if dated else {}
        return book.add_format(wanted)

    return look


def _put(sheet: Any, row: int, column: int, value: object, look: Any) -> None:
    if isinstance(value, date):
        sheet.write_datetime(row, column, value, look)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        sheet.write_number(row, column, value, look)
    else:
        sheet.write_string(row, column, str(value)[:32_767], look)


def _sheet_name(book: Any, name: str) -> str | None:
    """A name that Excel allows: up to 31 characters, none of its signs, none twice."""
    allowed = "".join(letter for letter in name if letter not in "[]:*?/\\").strip("' ")[:31]
    taken: Sequence[Any] = book.worksheets()
    return allowed if allowed and all(other.name.lower() != allowed.lower() for other in taken) else None
