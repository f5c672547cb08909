"""The plain rows that an office's book of any format becomes, and the problems found in them. Pure.

A row holds what one line of a book says, each cell already typed: a date is a `date`, a state is a `TaskState`. It
knows nothing of the office: an owner is the text of the cell, code or name, and is resolved where the rows are applied
(tracker.actions.imports).

None has one meaning in every row: the book says nothing (no such column, or an empty cell). A cell that is wrong is
None too, and has a `Problem` of severity error; a sheet with errors is never applied, but its rows are all there so
that whoever resolves persons and units can name the other faults in the same pass.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from tracker.domain.errors import Refused

if TYPE_CHECKING:
    from tracker.domain.events import CauseKind
    from tracker.domain.officials import Employment, Standing
    from tracker.domain.old_fonts import Encoding
    from tracker.domain.tasks import Secrecy, SourceKind, TaskState, Urgency
    from tracker.domain.units import UnitKind

LONGEST_TEXT = 5_000
"""Characters that one cell may hold; more is refused by row. An A4 page has about 3,000."""


class What(StrEnum):
    """What a sheet lists: the word of the command line."""

    UNITS = "units"
    OFFICIALS = "officials"
    TASKS = "tasks"


class Severity(StrEnum):
    """An error keeps the whole file out; a warning is shown and nothing more."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Problem:
    """One thing wrong with one place of a file.

    `row` is the worksheet's own row number and `column` its letter; None where the whole row or the whole sheet is
    meant. `code` and `parameters` become a sentence like those of `Refused`.
    """

    row: int | None
    column: str | None
    code: str
    parameters: Mapping[str, object] = field(default_factory=dict)
    severity: Severity = Severity.ERROR

    @property
    def fatal(self) -> bool:
        """Whether this problem keeps the file out."""
        return self.severity is Severity.ERROR

    def refusal(self, file: str) -> Refused:
        """The problem as a refusal that names file, row and column, for tracker.words to put into a sentence."""
        parameters: dict[str, Any] = {"file": file, "row": self.row, "column": self.column, **self.parameters}
        return Refused(self.code, **parameters)


@dataclass(frozen=True, kw_only=True)
class UnitRow:
    """A unit as a list of units has it. `parent`, `successor`: code or name; `head`: code or name of a person."""

    row: int = 0
    cells: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    """Field → letter of the column it was read from."""
    code: str = ""
    name: str = ""
    short_name: str | None = None
    parent: str | None = None
    superior: str | None = None
    """Name of the body above, first line of the letterhead, where it is not a unit of the office."""
    kind: UnitKind | None = None
    head: str | None = None
    symbol: str | None = None
    issuing_name: str | None = None
    """May hold line breaks: the lines of the letterhead."""
    place: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    successor: str | None = None


@dataclass(frozen=True, kw_only=True)
class OfficialRow:
    """One appointment of one official: who has several posts has several rows with the same code."""

    row: int = 0
    cells: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    code: str = ""
    name: str = ""
    family_name: str | None = None
    given_name: str | None = None
    """Both only where the book has columns of their own for them: how the name is split."""
    title: str = ""
    unit: str | None = None
    """Code or name of the unit."""
    standing: Standing | None = None
    leader: bool | None = None
    employment: Employment | None = None
    field: str | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    decision_number: str | None = None
    decision_on: date | None = None
    main: bool | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class TaskRow:
    """A task as a book has it.

    Deadlines: a book with one deadline column gives it as both `original_due_on` and `due_on`. `no_deadline` is true
    where the book says so ("không hạn", "thường xuyên"), with its words in `no_deadline_reason`. `deadline_days` holds
    "5 ngày làm việc": then both dates are None and are to be computed from `assigned_on` by the calendar.
    """

    row: int = 0
    cells: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    number: str | None = None
    title: str = ""
    source_kind: SourceKind | None = None
    """As a column says, or as the words of the document column tell ("định kỳ", "giao miệng …")."""
    source_number: str | None = None
    source_on: date | None = None
    source_text: str | None = None
    """What stands in the document column where it is no number: "định kỳ", "giao miệng tại giao ban 20/7"."""
    source_summary: str | None = None
    source_issuer: str | None = None
    assigner: str | None = None
    superior: str | None = None
    owner: str | None = None
    """Code or name as written. None is always reported."""
    owner_name: str | None = None
    """The name, where the book has columns for code and name both."""
    unit: str | None = None
    """Đơn vị chủ trì as written: the owner's unit."""
    leader: str | None = None
    coordinators: tuple[str, ...] = ()
    authority: str | None = None
    product: str | None = None
    quantity: int | None = None
    assigned_on: date | None = None
    starts_on: date | None = None
    original_due_on: date | None = None
    due_on: date | None = None
    no_deadline: bool = False
    no_deadline_reason: str | None = None
    deadline_days: int | None = None
    draft_due_on: date | None = None
    urgency: Urgency | None = None
    secrecy: Secrecy | None = None
    field: str | None = None
    complexity: str | None = None
    """N1 to N5."""
    coefficient: Decimal | None = None
    parent: str | None = None
    """Number of the task above."""
    public_concern: bool | None = None
    percent: int | None = None
    obstacle: str | None = None
    state: TaskState | None = None
    submitted_on: date | None = None
    """The book's day of completion."""
    confirmed_on: date | None = None
    recalled_on: date | None = None
    paused_on: date | None = None
    returned_on: date | None = None
    state_reason: str | None = None
    """Why it was recalled, paused, returned or declined, where the book has a column for it."""
    result: str | None = None
    """Kết quả thực hiện, in words."""
    product_number: str | None = None
    """Số văn bản kết quả."""
    product_on: date | None = None
    cause_kind: CauseKind | None = None
    cause: str | None = None
    """Nguyên nhân chậm, as written."""
    objective_cause: str | None = None
    """The document that confirms an objective cause."""
    remedy: str | None = None
    confirmer: str | None = None
    comment: str | None = None
    """Nhận xét of the confirmer."""
    faults: int | None = None
    extensions: int | None = None
    returns: int | None = None
    chases: int | None = None
    hand_overs: int | None = None
    """The four counts are what a book (or our own export) says; they make no records."""
    note: str | None = None


Row = UnitRow | OfficialRow | TaskRow
R = TypeVar("R", UnitRow, OfficialRow, TaskRow)


@dataclass(frozen=True, kw_only=True)
class Sheet(Generic[R]):
    """What was read from one worksheet."""

    rows: tuple[R, ...]
    problems: tuple[Problem, ...]
    """In the order of the rows."""
    encoding: Encoding
    """The encoding the text was in; with mixed fonts the old one that was converted."""
    converted_examples: tuple[tuple[str, str], ...]
    """Up to three rows, before and after the conversion; empty where nothing was converted."""
    sheet_name: str
    """Empty for CSV."""
    header_row: int
    """The worksheet's row of the headings (the lowest of them where they have several rows)."""
    columns: Mapping[str, str]
    """Field → letter of its column."""
    ignored: tuple[str, ...] = ()
    """Headings that no field was found for."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the file out."""
        return tuple(problem for problem in self.problems if problem.fatal)


@dataclass(frozen=True, kw_only=True)
class Look:
    """What a file looks like before it is read, so that a person can settle what is not clear or was taken wrongly."""

    sheet_name: str
    """The sheet that was named, that fits, or comes nearest. Empty for CSV."""
    sheets: tuple[tuple[str, What | None], ...]
    """Every sheet, with the kind that its headings fit."""
    header_row: int
    """0 where nothing looks like headings."""
    headings: Mapping[str, str]
    """Letter of a column → heading as written."""
    fields: Mapping[str, str]
    """Letter of a column → the field it is taken for ("serial": the running number)."""
    fits: bool
    """Whether every column is there that this kind of sheet needs."""
    encoding: Encoding
    clear: bool
    """Whether the encoding is certain; if not, it is to be said."""
    examples: tuple[tuple[str, str], ...]
    """Up to three rows, before and after the conversion."""
    texts: Mapping[int, Mapping[str, str]]
    """Row → letter → what the cell shows: the first rows, and those that were asked for."""
