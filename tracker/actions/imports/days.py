"""The days of a task as a book tells them, and those that it leaves out (design.md §2, "From an old book"). Pure."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tracker.domain.deadlines import computed_due
from tracker.domain.tasks import TaskState

if TYPE_CHECKING:
    from tracker.actions.imports.outcome import Faults
    from tracker.domain.book import TaskRow
    from tracker.domain.calendar import WorkingCalendar


def state_of(row: TaskRow) -> TaskState:
    """The state as the book has it, else as its days tell it."""
    state = row.state
    if state is None:
        days = (row.submitted_on or row.confirmed_on, row.recalled_on, row.paused_on, row.returned_on)
        found = (TaskState.DONE, TaskState.RECALLED, TaskState.PAUSED, TaskState.REDO)
        state = next((state for day, state in zip(days, found, strict=True) if day), TaskState.ASSIGNED)
    return TaskState.DOING if state is TaskState.ASSIGNED and row.percent else state


class Days:
    """Settles the days of rows; what cannot have happened so is a problem of the row."""

    def __init__(self, today: date, calendar: WorkingCalendar, faults: Faults[TaskRow]) -> None:
        self._today = today
        self._calendar = calendar
        self._faults = faults
        self._years: set[int] = set()

    def assigned_on(self, row: TaskRow) -> date:
        """As the book has it, else the start, else the document's date, else the day of the import (design.md §2)."""
        if row.assigned_on is not None:
            return row.assigned_on
        told = next((day for day in (row.starts_on, row.source_on) if day is not None and day <= self._today), None)
        if told is not None:
            return told
        events = (row.submitted_on, row.confirmed_on, row.recalled_on, row.paused_on, row.returned_on)
        day = min([self._today, *(event for event in events if event is not None)])
        self._faults.warn(row, "assigned_on", "import.no_assignment_day", day=day)
        return day

    def deadlines(self, row: TaskRow, assigned_on: date) -> tuple[date | None, date | None]:
        """The first deadline and the present one."""
        if row.deadline_days is not None:
            computed = computed_due(self._calendar, assigned_on, row.deadline_days)
            return computed, row.due_on or computed
        first = row.original_due_on or row.due_on
        present = row.due_on or first
        known = row.assigned_on or row.starts_on or row.source_on
        if first is None or present is None or known is None:
            return first, present
        if first < assigned_on:
            self._faults.error(row, "original_due_on", "import.due_before_assigned", due=first, assigned=assigned_on)
        elif present < assigned_on:
            self._faults.error(row, "due_on", "import.due_before_assigned", due=present, assigned=assigned_on)
        return first, present

    def events(self, row: TaskRow, state: TaskState, assigned_on: date) -> tuple[date | None, date]:
        """Day of the submission, and of what came after it."""
        submitted = row.submitted_on
        if state is TaskState.DONE:
            submitted = submitted or row.confirmed_on
            happened = row.confirmed_on or submitted
        elif state is TaskState.REDO:
            happened = row.returned_on or self._today
            submitted = min(submitted or happened, happened)
        else:
            happened = _HAPPENED[state](row) if state in _HAPPENED else None
        if state in (TaskState.DONE, TaskState.SUBMITTED) and submitted is None:
            self._faults.error(row, "submitted_on", "import.no_completion_day")
        after = self._after(row, "assigned_on", assigned_on, None)
        if state in (TaskState.DONE, TaskState.SUBMITTED, TaskState.REDO):
            after = self._after(row, "submitted_on", submitted, after)
        if state is not TaskState.DONE or row.confirmed_on is not None:
            self._after(row, _COLUMN.get(state, "state"), happened, after)
        return submitted, happened or self._today

    def day_off(self, row: TaskRow, due_on: date | None) -> None:
        """A fixed deadline on a day off is kept and told of; so is a year whose days off nobody has confirmed."""
        if due_on is None:
            return
        if row.deadline_days is None and not self._calendar.is_working(due_on):
            self._faults.warn(row, "due_on", "import.due_on_day_off", due=due_on)
        if due_on.year not in self._years and not self._calendar.confirmed(due_on.year):
            self._years.add(due_on.year)
            self._faults.warn(row, "due_on", "import.year_unconfirmed", year=str(due_on.year))

    def _after(self, row: TaskRow, field: str, day: date | None, before: date | None) -> date | None:
        """Nothing is declared before what it follows, nor after today (design.md §2.7)."""
        if day is not None and day > self._today:
            self._faults.error(row, field, "import.after_today", day=day, today=self._today)
        elif day is not None and before is not None and day < before:
            self._faults.error(row, field, "import.before_event", day=day, before=before)
        return day or before


_HAPPENED = {
    TaskState.RECALLED: lambda row: row.recalled_on,
    TaskState.PAUSED: lambda row: row.paused_on,
}
_COLUMN = {
    TaskState.DONE: "confirmed_on",
    TaskState.RECALLED: "recalled_on",
    TaskState.PAUSED: "paused_on",
    TaskState.REDO: "returned_on",
}
