"""The office's own books: its units, officials and tasks as rows that an import reads back to what there is.

A row tells of a task what stands in the office, not how it came to this: that is told by its history. Imports domain
and store.
"""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING, Any, TypeVar

from tracker.domain.book import OfficialRow, TaskRow, UnitRow
from tracker.domain.events import Coordination, Decline, Explanation, Pause, Submission, SubmissionDecision
from tracker.domain.names import split_name
from tracker.domain.officials import Standing
from tracker.domain.tasks import Task, TaskState
from tracker.store import officials as stored_officials
from tracker.store import tasks as stored_tasks
from tracker.store import units as stored_units

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.officials import Appointment, Official, OfficialId
    from tracker.domain.tasks import TaskId
    from tracker.domain.units import UnitId
    from tracker.store import Store

E = TypeVar("E")
ALIKE = (
    *("number", "title", "source_kind", "source_number", "source_on", "source_summary", "source_issuer", "superior"),
    *("authority", "product", "quantity", "assigned_on", "starts_on", "original_due_on", "due_on", "draft_due_on"),
    *("urgency", "secrecy", "field", "complexity", "coefficient", "public_concern", "percent", "obstacle", "state"),
    *("submitted_on", "confirmed_on", "recalled_on", "objective_cause", "faults", "extensions", "returns", "chases"),
    *("hand_overs", "note"),
)
"""Fields of a task that a book tells in the same words."""


def units(store: Store, today: date) -> list[UnitRow]:
    """The list of units, each with its head of today (or the one it awaits)."""
    every = stored_units.every(store)
    codes = {unit.id: unit.code for unit in every}
    people = {official.id: official.code for official in stored_officials.every(store)}
    heads = {
        post.unit: people[post.official]
        for post in stored_officials.appointments(store)
        if post.standing is Standing.HEAD and post.valid_on(today)
    }
    named = ("code", "name", "short_name", "superior", "kind", "symbol", "issuing_name", "place", "valid_from")
    return [
        UnitRow(
            **{name: getattr(unit, name) for name in (*named, "valid_to")},
            parent=None if unit.parent is None else codes[unit.parent],
            successor=None if unit.successor is None else codes[unit.successor],
            head=heads.get(unit.id, unit.awaited_head),
        )
        for unit in every
    ]


def officials(store: Store, within: Container[UnitId] | None = None) -> list[OfficialRow]:
    """The list of officials in order of their names, a row for each post; of all units, or of those given."""
    codes = {unit.id: unit.code for unit in stored_units.every(store)}
    posts: dict[OfficialId, list[Appointment]] = {}
    for post in stored_officials.appointments(store):
        posts.setdefault(post.official, []).append(post)
    return [
        _official(official, post, codes)
        for official in stored_officials.every(store)
        for post in posts.get(official.id, ())
        if within is None or post.unit in within
    ]


def _official(official: Official, post: Appointment, codes: dict[UnitId, str]) -> OfficialRow:
    moved = (official.family_name, official.given_name) != split_name(official.name)
    named = ("title", "standing", "leader", "employment", "field", "starts_on", "ends_on", "decision_number")
    return OfficialRow(
        code=official.code,
        name=official.name,
        family_name=official.family_name if moved else None,
        given_name=official.given_name if moved else None,
        unit=codes[post.unit],
        **{name: getattr(post, name) for name in (*named, "decision_on", "main")},
    )


def tasks(store: Store, wanted: Container[TaskId] | None = None) -> list[TaskRow]:
    """The book of tasks in order of their numbers; some of them only where their ids are given."""
    every = stored_tasks.every(store)
    telling = _Telling(store, every)
    return [telling.row(task) for task in every if wanted is None or task.id in wanted]


class _Telling:
    """What the rows of tasks are told with: people's codes, and the events of all tasks."""

    def __init__(self, store: Store, every: list[Task]) -> None:
        self._store = store
        self._numbers = {task.id: task.number for task in every}
        self._people = {official.id: official.code for official in stored_officials.every(store)}
        self._coordination = self._events(Coordination)
        self._submissions = self._events(Submission)
        self._explanations = self._events(Explanation)
        self._pauses = self._events(Pause)
        self._declines = self._events(Decline)

    def _events(self, kind: type[E]) -> dict[TaskId, list[E]]:
        return stored_tasks.all_events(self._store, kind)

    def row(self, task: Task) -> TaskRow:
        """One task as a line of a book."""
        told: dict[str, Any] = {name: getattr(task, name) for name in ALIKE}
        told |= {name: self._code(getattr(task, name)) for name in ("owner", "assigner", "leader")}
        told |= {"parent": self._numbers.get(task.parent) if task.parent is not None else None}
        told |= {"coordinators": tuple(self._coordinators(task)), "deadline_days": task.deadline_days}
        if task.no_deadline_reason is not None and task.due_on is None:
            told |= {"no_deadline": True, "no_deadline_reason": task.no_deadline_reason}
        return TaskRow(**told | self._result(task) | self._cause(task) | self._stopped(task))

    def _code(self, official: OfficialId | None) -> str | None:
        return None if official is None else self._people[official]

    def _coordinators(self, task: Task) -> list[str]:
        present = [each for each in self._coordination.get(task.id, ()) if not each.removed]
        return [self._code(each.official) or each.name for each in present]

    def _result(self, task: Task) -> dict[str, Any]:
        """The submission that counts; of a returned task the last one, with the day and reason of its return."""
        submissions = self._submissions.get(task.id)
        if not submissions or task.state not in (TaskState.SUBMITTED, TaskState.DONE, TaskState.REDO):
            return {}
        last = submissions[-1]
        told = {"submitted_on": last.submitted_on, "product_number": last.product_number, "product_on": last.product_on}
        if last.decision is SubmissionDecision.RETURNED:
            return told | {"returned_on": last.decided_on, "state_reason": last.reason}
        return told | {"confirmer": self._code(last.decided_by), "comment": last.reason}

    def _cause(self, task: Task) -> dict[str, Any]:
        explanations = self._explanations.get(task.id)
        if not explanations:
            return {}
        last = explanations[-1]
        return {"cause_kind": last.cause, "cause": last.text, "remedy": last.remedy}

    def _stopped(self, task: Task) -> dict[str, Any]:
        if task.state is TaskState.RECALLED:
            return {"state_reason": task.recall_reason}
        if task.state is TaskState.PAUSED and (pauses := self._pauses.get(task.id)):
            return {"paused_on": pauses[-1].paused_on, "state_reason": pauses[-1].reason}
        if task.state is TaskState.DECLINED and (declines := self._declines.get(task.id)):
            return {"state_reason": declines[-1].reason}
        return {}
