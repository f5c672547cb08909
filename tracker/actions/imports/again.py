"""A task that the office knows already, told by a book once more (design.md §2, "From an old book").

Empty fields are filled; progress, submission, completion and what else the book tells anew are added as steps; a later
present deadline becomes an extension, another owner a hand-over. Where the book is behind the program the program is
kept and the row told of; a changed first deadline, or what would undo a confirmation, is an error. Imports domain and
store.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from tracker.actions.imports.filling import filling
from tracker.actions.imports.life import Life
from tracker.domain.events import Decline, Explanation, HandOver, Pause, Submission, SubmissionDecision
from tracker.domain.new_task import SECRET_TITLE
from tracker.domain.records import changed
from tracker.domain.tasks import UNASSIGNED, Secrecy, Task, TaskId, TaskState
from tracker.domain.text import fold
from tracker.store import many

if TYPE_CHECKING:
    from tracker.actions.imports.outcome import Faults
    from tracker.actions.imports.told import Told
    from tracker.domain.book import TaskRow
    from tracker.domain.calendar import WorkingCalendar
    from tracker.domain.officials import OfficialId
    from tracker.store import Store

E = TypeVar("E")
_S = TaskState
_AT_WORK = frozenset({_S.ASSIGNED, _S.DOING, _S.REDO})
_HANDED_IN = frozenset({_S.SUBMITTED, _S.DONE, _S.REDO})


class Past:
    """The events of the tasks that a book tells once more, read when first asked for."""

    def __init__(self, store: Store, tasks: Iterable[TaskId]) -> None:
        self._store = store
        self._tasks = list(tasks)
        self._found: dict[type[Any], dict[int, list[Any]]] = {}

    def of(self, kind: type[E], task: TaskId) -> list[E]:
        """The events of a kind of one task, in the order they were recorded."""
        if kind not in self._found:
            self._found[kind] = many.events(self._store, kind, self._tasks)
        return self._found[kind].get(task, [])


class Again:
    """One row held against the task it tells of."""

    def __init__(
        self,
        told: Told,
        task: Task,
        past: Past,
        calendar: WorkingCalendar,
        today: date,
        by: OfficialId,
        authority: str,
        faults: Faults[TaskRow],
    ) -> None:
        self.life = Life(task, told, today, by)
        self._told = told
        self._row = told.row
        self._before = task
        self._past = past
        self._calendar = calendar
        self._today = today
        self._authority = authority
        self._faults = faults

    def steps(self) -> Life:
        """The life of the task with the steps that the row adds; none where it says nothing new."""
        before = self._before
        if self._is_another():
            self._error("number", "import.number_taken", title=before.title, day=before.assigned_on)
        elif before.state is _S.RECALLED:
            self._recalled()
        elif before.state in UNASSIGNED:
            self._was_unassigned()
        elif before.state is _S.DONE:
            if self._confirmation_stands():
                self._fill()
                self._explain()
        else:
            self._under_way()
        return self.life

    def _is_another(self) -> bool:
        """Whether the number is that of another task, as where an office counts from 1 again each quarter."""
        row, before = self._row, self._before
        days = row.assigned_on, before.assigned_on
        named_otherwise = before.title != SECRET_TITLE and fold(row.title) != fold(before.title)
        return named_otherwise and None not in days and days[0] != days[1]

    # --- by what the task is ---

    def _recalled(self) -> None:
        """Recalled is for ever."""
        if self._says_state and self._told.state is not _S.RECALLED:
            self._warn("state", "import.state_kept", value=self._told.state, kept=_S.RECALLED)

    def _was_unassigned(self) -> None:
        """A draft or proposal of the program that the book has assigned."""
        if self._told.state in UNASSIGNED:
            self._fill()
            return
        task = changed(self._before, **filling(self._told, self._before, self._authority))
        told = self._told
        self.life.begin(
            changed(
                task,
                owner=told.owner,
                assigner=told.assigner,
                superior=told.superior,
                state=_S.ASSIGNED,
                assigned_on=told.assigned_on,
                moved_on=told.assigned_on,
                original_due_on=told.original_due_on,
                due_on=told.original_due_on,
                no_deadline_reason=told.no_deadline_reason,
                from_old_book=True,
            )
        )

    def _confirmation_stands(self) -> bool:
        """Nothing in a book undoes a confirmation."""
        before, told, row = self._before, self._told, self._row
        if self._says_state and told.state is not _S.DONE:
            self._error("state", "import.undoes_confirmation", value=told.state, day=before.confirmed_on)
        elif row.submitted_on is not None and row.submitted_on != before.submitted_on:
            self._error("submitted_on", "import.other_completion", value=row.submitted_on, kept=before.submitted_on)
        elif row.confirmed_on is not None and row.confirmed_on != before.confirmed_on:
            self._error("confirmed_on", "import.other_completion", value=row.confirmed_on, kept=before.confirmed_on)
        elif told.owner != before.owner and not self._former(told.owner):
            self._error("owner", "import.done_stays", value=row.owner, day=before.confirmed_on)
        elif self._first_deadline_kept() and self._later():
            self._error("due_on", "import.done_stays", value=told.due_on, day=before.confirmed_on)
        else:
            return True
        return False

    def _under_way(self) -> None:
        if not self._first_deadline_kept():
            return
        arrival = self._arrival()
        early = self._early(arrival)
        self._fill()
        self._fill_deadline(early)
        if self._later():
            self._extend(early)
        if self._told.owner is not None and self._told.owner != self._before.owner:
            self._hand_over(self._told.owner, early)
        if arrival is not None:
            arrival()
        self._explain()

    # --- the deadline ---

    def _first_deadline_kept(self) -> bool:
        before, told = self._before, self._told
        first = told.due_on if self._one_deadline else told.original_due_on
        if before.original_due_on is None:
            kept = before.no_deadline_reason is None or first is None
        elif first is None:
            kept = not self._row.no_deadline
        elif self._row.deadline_days is not None and self._row.deadline_days == before.deadline_days:
            kept = True  # the calendar may have changed since
        elif self._one_deadline:
            kept = first >= before.original_due_on or first == before.due_on
        else:
            kept = first == before.original_due_on
        if not kept:
            value, was = first or told.no_deadline_reason, before.original_due_on or before.no_deadline_reason
            self._error("original_due_on", "import.first_deadline", value=value, kept=was)
        return kept

    @property
    def _one_deadline(self) -> bool:
        """Whether the book has one column of deadlines: what stands there is the present one."""
        return "original_due_on" not in self._row.cells

    def _later(self) -> bool:
        due_on, present = self._told.due_on, self._before.due_on
        if due_on is None or present is None or due_on == present:
            return False
        if self._row.deadline_days is not None and self._row.due_on is None:
            return False
        if due_on < present:
            self._warn("due_on", "import.kept", value=due_on, kept=present)
        return due_on > present

    def _extend(self, on: date) -> None:
        assert self._told.due_on is not None
        if self._before.state is _S.SUBMITTED:
            self._error("due_on", "import.extends_submitted", day=self._before.submitted_on)
        elif self._after_last_move("due_on", on):
            self.life.extend(self._told.due_on, on)

    def _fill_deadline(self, on: date) -> None:
        """A first book without deadlines, a second one with them."""
        task, told = self.life.task, self._told
        if task.due_on is None and task.no_deadline_reason is None and told.due_on is not None:
            filled = {"original_due_on": told.original_due_on, "due_on": told.due_on, "moved_on": on}
            if self._after_last_move("due_on", on):
                self.life.add(on, "import", changed(task, **filled))

    # --- the owner ---

    def _hand_over(self, to: OfficialId, on: date) -> None:
        if self._former(to):
            self._warn("owner", "import.owner_kept", value=self._row.owner)
        elif self._after_last_move("owner", on):
            declined = self._last(Decline) if self._before.state is _S.DECLINED else None
            self.life.hand_over(to, on, declined)

    def _former(self, official: OfficialId | None) -> bool:
        """Whether the task went from that official to another in the program: then the book is behind."""
        return any(each.from_owner == official for each in self._past.of(HandOver, self._before.id))

    # --- the state ---

    @property
    def _says_state(self) -> bool:
        row = self._row
        days = (row.submitted_on, row.confirmed_on, row.recalled_on, row.paused_on, row.returned_on)
        return row.state is not None or any(day is not None for day in days)

    def _arrival(self) -> Callable[[], None] | None:
        """What brings the task to the state that the book has; None where it is there, or further."""
        state, was = self._told.state, self._before.state
        if self._says_state and state is not was and state in _HANDED_IN:
            return self._handed_in()
        if state in (_S.DOING, _S.ASSIGNED) and (was in _AT_WORK or state is was):
            return self._working()
        if self._says_state and state is not was:
            return self._stopped()
        if state is _S.SUBMITTED and self._row.submitted_on not in (None, self._before.submitted_on):
            self._warn("submitted_on", "import.kept", value=self._row.submitted_on, kept=self._before.submitted_on)
        return None

    def _handed_in(self) -> Callable[[], None] | None:
        """The book has a result that the program has not, or its decision."""
        told, before = self._told, self._before
        if before.state is _S.SUBMITTED:
            return self._decided()
        day = told.submitted_on
        returned = [each for each in self._past.of(Submission, before.id) if each.decision is _RETURNED]
        if returned and (told.state is _S.REDO or any(each.submitted_on == day for each in returned)):
            self._behind()
            return None
        if day is None or not self._after_last_move("submitted_on", day):
            return None

        def arrive() -> None:
            self._back_to_work(day)
            self.life.arrive()

        return arrive

    def _decided(self) -> Callable[[], None] | None:
        """A result that awaited its decision got one."""
        told, submission = self._told, self._last(Submission)
        assert submission is not None
        handed_in = submission.submitted_on
        if told.submitted_on != handed_in and self._row.submitted_on is not None:
            self._warn("submitted_on", "import.kept", value=self._row.submitted_on, kept=handed_in)
        if told.state is _S.DONE:
            return lambda: self.life.confirm(submission, max(told.happened_on, handed_in))
        if told.state is _S.REDO and self._after_last_move("returned_on", told.happened_on):
            return lambda: self.life.return_(told.happened_on, submission)
        return None

    def _working(self) -> Callable[[], None] | None:
        """Work began or went on. A start without a day of its own is declared for the first day it can have been."""
        before, percent = self._before, self._row.percent or 0
        begins = before.state is _S.ASSIGNED and self._told.state is _S.DOING
        reports = percent > before.percent and before.state in _AT_WORK
        if not begins and not reports:
            if self._says_state and before.state is not self._told.state:
                self._behind()
            return None
        if reports and not self._after_last_move("percent", self._today):
            return None

        def arrive() -> None:
            if begins:
                self.life.start(before.moved_on or self._today)
            if reports:
                self.life.progress(percent, self._today)

        return arrive

    def _stopped(self) -> Callable[[], None] | None:
        """Paused, recalled or refused; or the program is further than the book."""
        state, before, day = self._told.state, self._before, self._told.happened_on
        at_work = before.state in _AT_WORK
        anew = (
            state is _S.RECALLED
            or (state is _S.PAUSED and at_work and not before.pauses)
            or (state is _S.DECLINED and at_work and not self._past.of(Decline, before.id))
        )
        if not anew:
            self._behind()
        return self.life.arrive if anew and self._after_last_move("state", day) else None

    def _behind(self) -> None:
        self._warn("state", "import.state_kept", value=self._told.state, kept=self._before.state)

    def _back_to_work(self, on: date) -> None:
        if self.life.task.state is _S.PAUSED and (pause := self._last(Pause)) is not None:
            self.life.resume(pause, on, self._calendar)
        elif self.life.task.state is _S.DECLINED and (decline := self._last(Decline)) is not None:
            self.life.insist(decline, on)

    def _early(self, arrival: Callable[[], None] | None) -> date:
        """The day of what has no day of its own: today, or that of the step that it comes before."""
        told = self._told
        if arrival is None or told.state not in (*_HANDED_IN, _S.PAUSED, _S.RECALLED, _S.DECLINED):
            return self._today
        return min(self._today, told.happened_on, told.submitted_on or told.happened_on)

    def _after_last_move(self, field: str, day: date) -> bool:
        """Nothing is declared before what it follows (design.md §2.7)."""
        before = self._before.moved_on
        if before is not None and day < before:
            self._error(field, "import.before_event", day=day, before=before)
            return False
        return True

    # --- fields and the rest ---

    def _fill(self) -> None:
        self._tell_kept()
        values = filling(self._told, self._before, self._authority)
        if values:
            self.life.add(self._today, "import", changed(self.life.task, **values))

    def _tell_kept(self) -> None:
        """Title, product, assigner and day of assignment that differ stay as the program has them."""
        row, before = self._row, self._before
        pairs = {name: (getattr(row, name), getattr(before, name)) for name in ("title", "product", "assigned_on")}
        if Secrecy.SECRET in (before.secrecy, row.secrecy):
            del pairs["title"]
        for name, (value, kept) in pairs.items():
            if value and kept and value != kept:
                self._warn(name, "import.kept", value=value, kept=kept)
        if self._told.assigner and before.assigner and self._told.assigner != before.assigner:
            self._warn("assigner", "import.assigner_kept", value=row.assigner)

    def _explain(self) -> None:
        row = self._row
        if (row.cause_kind or row.cause or row.objective_cause) and not self._past.of(Explanation, self._before.id):
            self.life.explain(self._today)

    def _last(self, kind: type[E]) -> E | None:
        found = self._past.of(kind, self._before.id)
        return found[-1] if found else None

    def _error(self, field: str, code: str, /, **parameters: object) -> None:
        self._faults.error(self._row, field, code, number=self._before.number, **parameters)

    def _warn(self, field: str, code: str, /, **parameters: object) -> None:
        self._faults.warn(self._row, field, code, number=self._before.number, **parameters)


_RETURNED = SubmissionDecision.RETURNED
