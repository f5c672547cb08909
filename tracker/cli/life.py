"""One task with all that belongs to it, as `task show` prints it and gives it as JSON."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from tracker.cli.records import entries_of_task
from tracker.domain import events
from tracker.domain.errors import Refused

if TYPE_CHECKING:
    from tracker.cli.session import Session
    from tracker.domain.deadlines import DeadlineClass, Lateness
    from tracker.domain.tasks import Task

E = TypeVar("E")


class Life:
    """A task with its events, and how it stands today; or all of it as it had been recorded by a moment."""

    def __init__(self, session: Session, number: str, recorded_by: datetime | None = None) -> None:
        from tracker.figures.called import Names
        from tracker.store import tasks

        self.session = session
        self.names = Names(session.store, session.words)
        self.recorded_by = recorded_by
        self.task: Task = self._known(tasks.by_number(session.store, number))
        self.entries = [each for each in entries_of_task(session.store, self.task.number) if self._knows(each.at)]
        self.coordinators = [each for each in self.events(events.Coordination) if not each.removed]
        self.deadline_class, self.lateness = self._standing()

    def events(self, kind: type[E]) -> list[E]:
        """The events of one kind, in order."""
        from tracker.store import asof, tasks
        from tracker.store.tables import kind_of

        if self.recorded_by is None:
            return tasks.events(self.session.store, kind, self.task.id)
        known = asof.records(self.session.store, kind_of(kind), self.recorded_by)
        return [each for each in known if each.task == self.task.id and not each.undone]

    def _known(self, task: Task) -> Task:
        from tracker.store import asof

        if self.recorded_by is None:
            return task
        known: Task | None = asof.record(self.session.store, "task", task.id, self.recorded_by)
        if known is None:
            raise Refused("task.not_recorded_yet", field="recorded_by", number=task.number)
        return known

    def _knows(self, at: str) -> bool:
        return self.recorded_by is None or datetime.fromisoformat(at) <= self.recorded_by

    def unit(self) -> str | None:
        """Code of the unit to which the owner belongs today; None without an owner."""
        from tracker.domain.officials import main_unit_on
        from tracker.store import officials, units

        if self.task.owner is None:
            return None
        posts = officials.appointments(self.session.store, self.task.owner)
        found = main_unit_on(posts, self.session.today)
        return None if found is None else units.get(self.session.store, found).code

    def _standing(self) -> tuple[DeadlineClass | None, Lateness]:
        from tracker.domain.deadlines import classify, lateness, soon_on
        from tracker.store import settings
        from tracker.store.calendar import working_calendar

        task, today = self.task, self.session.today
        calendar = working_calendar(self.session.store)
        soon = settings.number(self.session.store, "due_soon_days")
        pauses = [(pause.paused_on, pause.resumed_on) for pause in self.events(events.Pause)]
        found = classify(task.state, task.due_on, task.submitted_on, today, lambda day: soon_on(calendar, day, soon))
        return found, lateness(calendar, task.state, task.due_on, task.submitted_on, today, pauses)


def as_json(life: Life) -> dict[str, Any]:
    """The task with the keys of `task list`, its other fields, and its lists (design.md §4)."""
    return {**_facts(life), **_more(life), **_lists(life)}


def _facts(life: Life) -> dict[str, Any]:
    task, names = life.task, life.names
    return {
        "number": task.number,
        "title": task.title,
        "owner": names.code(task.owner),
        "owner_name": names.official(task.owner) or None,
        "unit": life.unit(),
        "assigner": names.code(task.assigner) or task.superior,
        "coordinators": [names.code(each.official) or each.name for each in life.coordinators],
        **{name: plain(getattr(task, name)) for name in ("assigned_on", "original_due_on", "due_on", "state")},
        "class": plain(life.deadline_class),
        "days_late": life.lateness.days,
        "working_days_late": life.lateness.working_days,
        **{name: plain(getattr(task, name)) for name in _LISTED},
    }


_LISTED = (
    *("submitted_on", "confirmed_on", "extensions", "hand_overs", "returns", "coefficient", "quantity", "product"),
)
_MORE = (
    *("recalled_on", "recall_reason", "undone", "superior", "authority", "source_kind", "source_number", "source_on"),
    *("source_summary", "source_issuer", "starts_on", "no_deadline_reason", "deadline_days", "draft_due_on", "urgency"),
    *("secrecy", "field", "complexity", "public_concern", "percent", "obstacle", "paused_on", "chases", "pauses"),
    *("faults", "objective_cause", "changed_after_start", "from_old_book", "note", "version"),
)


def _more(life: Life) -> dict[str, Any]:
    found = {name: plain(getattr(life.task, name)) for name in _MORE}
    return found | {"leader": life.names.code(life.task.leader)}


def _lists(life: Life) -> dict[str, Any]:
    from tracker.cli.journal import as_json as entry

    code = life.names.code
    return {
        "extension_list": [
            _dict(each, "asked_on", "proposed_due_on", "reason", "decided_on", "decision", "due_before", "basis")
            | {"decided_by": code(each.decided_by), "decision_reason": each.decision_reason}
            for each in life.events(events.Extension)
        ],
        "hand_over_list": [
            {"on": plain(each.handed_on), "from": code(each.from_owner), "to": code(each.to_owner)}
            | {"by": code(each.handed_by), "reason": each.reason, "basis": each.basis}
            for each in life.events(events.HandOver)
        ],
        "submission_list": [
            {"on": plain(each.submitted_on), "by": code(each.submitted_by)}
            | _dict(each, "product_number", "product_on", "note", "decided_on", "decision", "reason", "faults")
            | {"decided_by": code(each.decided_by)}
            for each in life.events(events.Submission)
        ],
        "decline_list": [
            {"from": plain(each.declined_on), "to": plain(each.decided_on)} | _dict(each, "reason", "decision")
            for each in life.events(events.Decline)
        ],
        "pause_list": [
            {"from": plain(each.paused_on), "to": plain(each.resumed_on)}
            | _dict(each, "reason", "basis", "due_before", "due_after")
            for each in life.events(events.Pause)
        ],
        "chase_list": [
            {"on": plain(each.chased_on), "by": code(each.chased_by), "reason": each.reason}
            for each in life.events(events.Chase)
        ],
        "progress_list": [
            {"on": plain(each.reported_on), "by": code(each.reported_by)} | _dict(each, "percent", "note")
            for each in life.events(events.Progress)
        ],
        "coordination_list": [
            {"official": code(each.official), "name": each.name}
            | _dict(each, "part", "due_on", "answered_on", "answer")
            for each in life.coordinators
        ],
        "explanation_list": [
            {"on": plain(each.explained_on), "by": code(each.explained_by)}
            | _dict(each, "cause", "text", "remedy", "obstacle", "accepted", "accepted_on", "document", "document_on")
            for each in life.events(events.Explanation)
        ],
        "evidence": [
            _dict(each, "name", "sha256", "size", "dated_on", "filed_on") | {"filed_by": code(each.filed_by)}
            for each in life.events(events.Evidence)
        ],
        "journal": [entry(life.names, each) for each in life.entries],
    }


def _dict(record: object, *names: str) -> dict[str, Any]:
    return {name: plain(getattr(record, name)) for name in names}


def plain(value: Any) -> Any:
    """A field's value as JSON has it: days as ISO text, a factor as a number."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value
