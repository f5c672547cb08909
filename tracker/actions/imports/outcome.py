"""What an import did, and the problems that kept it out or are only told. Imports domain and store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, NamedTuple

from tracker.actions.acting import changing
from tracker.actions.office import require_people
from tracker.domain.book import Problem, R, Row, Severity, Sheet
from tracker.domain.errors import Refused

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.officials import Actor, OfficialId
    from tracker.store import Change, Changes, Store

FROM_OLD_BOOK = "từ sổ cũ"
"""The reason of what a book tells without a reason of its own (design.md §2, "From an old book")."""


class Effect(NamedTuple):
    """What becomes of the record that one row tells of."""

    row: int
    new: bool
    verbs: tuple[str, ...] = ()
    """The actions of a task's life that the row adds, in their order."""
    owners: tuple[OfficialId, OfficialId] | None = None
    """From whom to whom a task is handed over."""
    deadlines: tuple[date, date] | None = None
    """A task's deadline before the extension, and after it."""


@dataclass(frozen=True)
class Imported:
    """What an import made of a sheet, counted in its rows."""

    made: int
    updated: int
    unchanged: int
    problems: tuple[Problem, ...]
    """Warnings, in the order of the rows."""
    changes: Changes | None
    """None where nothing was changed: everything was there already, or it was a trial run."""
    effects: tuple[Effect, ...] = ()
    """The rows that make or change something, in their order."""


class NotImported(Refused):
    """The book was refused whole: `problems` has every error and warning of every row."""

    def __init__(self, file: str, problems: tuple[Problem, ...]) -> None:
        super().__init__("import.refused", file=file, count=sum(problem.fatal for problem in problems))
        self.problems = problems


class Tally:
    """Rows counted by what became of them."""

    def __init__(self) -> None:
        self.made = 0
        self.updated = 0
        self.unchanged = 0
        self.effects: list[Effect] = []

    def count(self, effect: Effect, *, changed: bool) -> None:
        """Count one row."""
        new = effect.new
        if new or changed:
            self.effects.append(effect)
        self.made += new
        self.updated += changed and not new
        self.unchanged += not changed and not new


class Faults(Generic[R]):
    """The problems of a sheet: those found while reading it, and those found against the office."""

    def __init__(self, sheet: Sheet[R]) -> None:
        self._found = list(sheet.problems)
        self._broken = {problem.row for problem in sheet.problems if problem.fatal}

    def broken(self, row: R) -> bool:
        """Whether reading the row met an error: then its fields are not to be relied on."""
        return row.row in self._broken

    def error(self, row: R, field: str, code: str, /, **parameters: object) -> None:
        """Note what keeps the book out, at the column of the field."""
        self._found.append(Problem(row.row, _column(row, field), code, parameters))

    def warn(self, row: R, field: str, code: str, /, **parameters: object) -> None:
        """Note what is told and refuses nothing."""
        self._found.append(Problem(row.row, _column(row, field), code, parameters, Severity.WARNING))

    @property
    def all(self) -> tuple[Problem, ...]:
        """Every problem in the order of the rows."""
        return tuple(sorted(self._found, key=lambda problem: problem.row or 0))

    @property
    def fatal(self) -> bool:
        """Whether the book is kept out."""
        return any(problem.fatal for problem in self._found)


_BESIDE = {
    "original_due_on": ("deadline", "due_on"),
    "due_on": ("deadline", "original_due_on"),
    "source_number": ("source",),
    "confirmed_on": ("submitted_on", "state"),
    "submitted_on": ("state",),
    "recalled_on": ("state",),
    "paused_on": ("state",),
    "returned_on": ("state",),
    "owner": ("owner_name",),
}
"""Where a field has no column of its own: the columns it was read from."""


def _column(row: Row, field: str) -> str | None:
    return next((row.cells[name] for name in (field, *_BESIDE.get(field, ())) if name in row.cells), None)


Work = Callable[["Change", "Faults[Any]"], Callable[[], Tally]]
"""Checks all rows, noting faults, and hands back what saves them."""


def run(store: Store, actor: Actor, sheet: Sheet[Any], file: str, work: Work, *, dry_run: bool) -> Imported:
    """Import a sheet in one transaction and one action: all or nothing (design.md §2.10).

    With `dry_run` everything is done and taken back. Raises NotImported with every problem of every row, Refused
    "rights.people".
    """
    faults: Faults[Any] = Faults(sheet)
    with _unswept(), changing(store, actor, "import", _reason(file, sheet.sheet_name), dry_run=dry_run) as change:
        require_people(store, actor)
        save = work(change, faults)
        if faults.fatal:
            raise NotImported(file, faults.all)
        tally = save()
        changes = change.done
    return _imported(tally, faults, changes if changes.records and not dry_run else None)


@contextmanager
def _unswept() -> Iterator[None]:
    """Without the cyclic collector, which would go through all the rows and plans again and again."""
    import gc

    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _imported(tally: Tally, faults: Faults[Any], changes: Changes | None) -> Imported:
    effects = tuple(sorted(tally.effects, key=lambda effect: effect.row))
    return Imported(tally.made, tally.updated, tally.unchanged, faults.all, changes, effects)


def _reason(file: str, sheet: str) -> str:
    where = f"{file}, trang tính {sheet}" if sheet else file
    return f"{FROM_OLD_BOOK}: {where}"
