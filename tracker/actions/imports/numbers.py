"""Which task a row tells of, and the numbers of those that bring none. Imports domain and store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tracker.domain.new_task import SECRET_TITLE
from tracker.domain.numbers import task_number, task_series
from tracker.domain.officials import main_unit_on
from tracker.domain.settings import NumberSeries
from tracker.domain.tasks import Secrecy, Task, TaskId
from tracker.domain.text import fold
from tracker.store import bulk, many

if TYPE_CHECKING:
    from tracker.actions.imports.outcome import Faults
    from tracker.actions.imports.told import Told
    from tracker.domain.book import TaskRow
    from tracker.domain.officials import Appointment, OfficialId
    from tracker.domain.units import Unit, UnitId
    from tracker.store import Change, Store

Likeness = tuple[str, int | None, str, str]
"""By what a row without a number is known: folded title, owner, document, day (of assignment, else of the deadline)."""


class Numbers:
    """The tasks of the office by number, and those of the book beside them."""

    def __init__(self, store: Store, faults: Faults[TaskRow]) -> None:
        self._store = store
        self._faults = faults
        self._ids = bulk.task_numbers(store)

    def known(self, rows: Iterable[Told]) -> dict[int, Task]:
        """Worksheet row → the task that it tells of, for the rows whose task is there already."""
        found: dict[int, TaskId] = {}
        seen: dict[str, int] = {}
        bare: list[Told] = []
        for told in rows:
            row = told.row
            if row.number is None:
                bare.append(told)
                continue
            number = row.number.casefold()
            first = seen.setdefault(number, row.row)
            if first != row.row:
                self._faults.error(row, "number", "import.number_twice", value=row.number, first=first)
            elif number in self._ids:
                found[row.row] = self._ids[number]
        if bare:
            found |= self._alike(bare, set(found.values()))
        tasks = many.records(self._store, found.values())
        return {row: tasks[task] for row, task in found.items()}

    def ids(self, rows: Iterable[Told], known: Mapping[int, Task], new_id: Callable[[], TaskId]) -> dict[int, TaskId]:
        """Worksheet row → the id of its task, new or known."""
        found: dict[int, TaskId] = {}
        for told in rows:
            row = told.row
            before = known.get(row.row)
            found[row.row] = task = new_id() if before is None else before.id
            if row.number is not None:
                self._ids[row.number.casefold()] = task
        return found

    def parent(self, row: TaskRow) -> TaskId | None:
        """The task above, in the book or in the office."""
        if row.parent is None:
            return None
        found = self._ids.get(row.parent.casefold())
        if found is None:
            self._faults.error(row, "parent", "import.parent_unknown", value=row.parent)
        return found

    def no_circle(self, rows: Sequence[Told], ids: Mapping[int, TaskId]) -> None:
        """A task is never below itself."""
        told_above = [told for told in rows if told.parent is not None]
        if not told_above:
            return
        above = bulk.task_parents(self._store)
        above |= {ids[told.row.row]: told.parent for told in told_above if told.parent is not None}
        for told in told_above:
            start = ids[told.row.row]
            seen: set[TaskId] = set()
            at: TaskId | None = start
            while at is not None and at not in seen:
                seen.add(at)
                at = above.get(at)
            if at == start:
                self._faults.error(told.row, "parent", "import.parent_circle", value=told.row.parent)

    def _alike(self, rows: Iterable[Told], taken: set[TaskId]) -> dict[int, TaskId]:
        """Tasks of the same title, owner and document, given on the same day (without that day: due on the same)."""
        by_assignment: dict[Likeness, list[TaskId]] = {}
        by_deadline: dict[Likeness, list[TaskId]] = {}
        for task, title, owner, document, due, assigned in bulk.task_titles(self._store):
            if task not in taken:
                same = fold(title), owner, fold(document or "")
                by_assignment.setdefault((*same, assigned or ""), []).append(task)
                by_deadline.setdefault((*same, due or ""), []).append(task)
        found: dict[int, TaskId] = {}
        seen: dict[tuple[bool, Likeness], int] = {}
        for told in rows:
            likeness, dated = _likeness(told), told.row.assigned_on is not None
            first = seen.setdefault((dated, likeness), told.row.row)
            alike = (by_assignment if dated else by_deadline).get(likeness, [])
            if first != told.row.row:
                self._faults.error(told.row, "title", "import.row_twice", first=first)
            elif len(alike) > 1:
                self._faults.error(told.row, "title", "import.several_alike", count=len(alike))
            elif alike:
                found[told.row.row] = alike[0]
        return found


def _likeness(told: Told) -> Likeness:
    row = told.row
    title = SECRET_TITLE if row.secrecy is Secrecy.SECRET else row.title
    day = row.assigned_on or told.original_due_on
    return fold(title), told.owner, fold(row.source_number or ""), day.isoformat() if day else ""


class Series:
    """Numbers for new tasks out of the series of their owners' units (design.md §4, `task add`)."""

    def __init__(
        self,
        store: Store,
        change: Change,
        units: Iterable[Unit],
        posts: Mapping[OfficialId, Sequence[Appointment]],
        by: OfficialId,
    ) -> None:
        self._store = store
        self._change = change
        self._units = {unit.id: unit for unit in units}
        self._posts = posts
        self._by = by
        self._series: dict[str, NumberSeries] = {}
        self._changed: set[str] = set()
        self._taken: set[str] = set()

    def next(self, task: Task) -> str:
        """The next free number of the unit of the task's owner (of who imports, for a draft without one)."""
        if not self._taken:
            self._series = {series.id: series for series in bulk.everything(self._store, NumberSeries)}
            self._taken = set(bulk.task_numbers(self._store)) | {""}
        day = task.assigned_on or task.moved_on or date.min
        symbol = self._symbol(task.owner or self._by, day)
        name = task_series(symbol, day.year)
        series = self._series.get(name) or NumberSeries(id=name, last=0)
        number = ""
        while number.casefold() in self._taken:
            series = replace(series, last=series.last + 1)
            number = task_number(symbol, day.year, series.last)
        self._taken.add(number.casefold())
        self._series[name] = series
        self._changed.add(name)
        return number

    def save(self) -> None:
        """Save how far the series went."""
        for name in sorted(self._changed):
            self._change.save(self._series[name])

    def _symbol(self, official: OfficialId, day: date) -> str:
        unit: UnitId | None = main_unit_on(self._posts.get(official, ()), day)
        if unit is None:
            return ""
        return self._units[unit].symbol or self._units[unit].code
