"""Pasted rows as tasks: "việc; người; hạn; sản phẩm" in columns of a sheet or with semicolons. No Qt.

Each row is judged by the checks that a typed task meets; nothing is written.
"""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain import quick_entry
from tracker.domain.errors import Refused
from tracker.domain.matching import meant
from tracker.domain.new_task import NewTask
from tracker.domain.quick_entry import Entry
from tracker.domain.text import fold, squeeze
from tracker.domain.typed_days import limit_fields, read_limit
from tracker.ui.pages.tasks.assign.lines import told, unclear
from tracker.ui.pages.tasks.assign.meaning import meaning

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.calendar import WorkingCalendar
    from tracker.ui.desk import Desk
    from tracker.ui.widgets.people import Candidate

MOST = 500
"""Rows of one paste: more are an import."""
_HEADINGS = ("viec", "nhiem vu", "noi dung", "cong viec", "noi dung cong viec", "ten nhiem vu", "task", "title")


class Row(NamedTuple):
    """One pasted row: its words, what they mean, and what is wrong with it."""

    words: tuple[str, str, str, str]
    """Work, person, deadline, product, as they were written."""
    new: NewTask
    problems: tuple[str, ...]

    @property
    def line(self) -> str:
        """The row as one would type it."""
        return quick_entry.compose(*self.words)


def rows_of(desk: Desk, text: str, people: Sequence[Candidate], calendar: WorkingCalendar) -> list[Row]:
    """The rows of a text from the clipboard; headings and a column of running numbers are left out."""
    sheet = [cells for cells in _cells(text) if any(cells)]
    if sheet and fold(sheet[0][0 if len(sheet[0]) < 2 or not _is_running(sheet[0][0]) else 1]) in _HEADINGS:
        del sheet[0]
    return [_row(desk, cells, people, calendar) for cells in sheet[:MOST]]


def row_of(desk: Desk, line: str, people: Sequence[Candidate], calendar: WorkingCalendar) -> Row:
    """A row as it is typed in one line."""
    return _judged(desk, quick_entry.read(line, people, desk.today, calendar))


def _cells(text: str) -> list[list[str]]:
    if "\t" not in text:
        return [[squeeze(line)] for line in text.splitlines()]
    # A sheet puts a cell of several lines into quotation marks.
    found = csv.reader(StringIO(text), delimiter="\t")
    return [[squeeze(cell) for cell in cells] for cells in found]


def _is_running(cell: str) -> bool:
    """A running number, or its heading."""
    return cell.strip(".").isdigit() or fold(cell) in ("tt", "stt", "so tt", "no", "no.")


def _row(desk: Desk, cells: list[str], people: Sequence[Candidate], calendar: WorkingCalendar) -> Row:
    if len(cells) == 1:
        return row_of(desk, cells[0], people, calendar)
    if len(cells) > 2 and _is_running(cells[0]):
        cells = cells[1:]
    title, who, when, *rest = [*cells, "", "", ""]
    return _judged(desk, _entry(desk, title, who, when, rest[0], people, calendar))


def _entry(
    desk: Desk, title: str, who: str, when: str, product: str, people: Sequence[Candidate], calendar: WorkingCalendar
) -> Entry[Candidate]:
    found = meant(people, who) if who else []
    try:
        return Entry(title, who, found, when, read_limit(when, desk.today, calendar), product)
    except Refused as problem:
        return Entry(title, who, found, when, None, product, wrong_date=problem)


def _judged(desk: Desk, entry: Entry[Candidate]) -> Row:
    """The row with what the rules say of it."""
    owner = entry.person.id if entry.person else None
    new = NewTask(title=entry.title, owner=owner, product=entry.product or None, **limit_fields(entry.limit))
    problems = [desk.sentence(problem) for problem in meaning(desk, new).problems if not told(entry, problem.field)]
    return Row((entry.title, entry.who, entry.when, entry.product), new, (*unclear(desk, entry), *problems))
