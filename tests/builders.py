"""Builders of the nouns that tests speak of: each makes only what matters to the case visible.

Plain records (`a_task(owner=..., due_on=...)`) come out of the air; an `Office` keeps a data folder of its own and
writes through the one write path of the store, event by event, without the checks of tracker.actions: figures and
lists are tested on any history.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracker.domain import events
from tracker.domain.deadlines import resumed_due
from tracker.domain.names import split_name
from tracker.domain.officials import Actor, Appointment, AppointmentId, Official, OfficialId, Standing
from tracker.domain.tasks import Task, TaskId, TaskState
from tracker.domain.units import Unit, UnitId
from tracker.store.calendar import working_calendar
from tracker.store.folder import create_folder

if TYPE_CHECKING:
    from tracker.domain.calendar import WorkingCalendar
    from tracker.store import Change, Store
    from tracker.store.listing import Row

TODAY = date(2026, 9, 30)
"""The day of the sample office (domain.md §8)."""
_numbers = count(1)


def day(text: str) -> date:
    """ "10/2" or "10/2/2025": a day of 2026 if no year is named."""
    found = [int(part) for part in text.split("/")]
    return date(found[2] if len(found) > 2 else 2026, found[1], found[0])


def a_unit(code: str = "VP", **fields: Any) -> Unit:
    """A unit of the present without a superior."""
    return Unit(**{"id": UnitId(next(_numbers)), "code": code, "name": f"Đơn vị {code}"} | fields)


def an_official(code: str = "CB01", name: str = "Lưu Quang Thiệu", **fields: Any) -> Official:
    """A person without a post."""
    family, given = split_name(name)
    made = {"id": OfficialId(next(_numbers)), "code": code, "name": name, "family_name": family, "given_name": given}
    return Official(**made | fields)


def an_appointment(official: OfficialId, unit: UnitId, **fields: Any) -> Appointment:
    """A main post as a member, from always until further notice."""
    made = {"id": AppointmentId(next(_numbers)), "official": official, "unit": unit, "title": "Chuyên viên"}
    return Appointment(**made | fields)


def a_task(owner: int | None = 1, due_on: date | None = date(2026, 9, 25), **fields: Any) -> Task:
    """A task assigned on 01/7/2026 by official 99 with a product and nothing else."""
    number = next(_numbers)
    made: dict[str, Any] = {
        "id": TaskId(number),
        "number": f"NV{number:04d}",
        "title": "Báo cáo kết quả",
        "owner": owner,
        "assigner": 99,
        "assigned_on": date(2026, 7, 1),
        "moved_on": date(2026, 7, 1),
        "product": "Báo cáo",
        "due_on": due_on,
        "original_due_on": due_on,
        "no_deadline_reason": None if due_on else "thường xuyên",
        "state": TaskState.ASSIGNED,
    }
    return Task(**made | fields)


def an_actor(official: int = 1, today: date = TODAY) -> Actor:
    """Someone at the office's only machine, whose clock goes on one second at each look."""
    return Actor(OfficialId(official), today, a_clock(), account="van-thu", machine="PC-01")


def a_clock(begins: datetime = datetime(2026, 9, 30, 8, tzinfo=UTC)) -> Callable[[], datetime]:
    """A machine's clock that never stands still and never goes back."""
    seconds = count()
    return lambda: begins + timedelta(seconds=next(seconds))


def chart_class(row: Row) -> str | None:
    """What was handed in before its day is not due any more: it waits for its decision."""
    return "in_time" if row.state == "submitted" and row.deadline_class == "due_soon" else row.deadline_class


def an_office(folder: Path, *units: str) -> Office:
    """A new data folder with the units named (the first is above the others) and nobody in them yet."""
    office = Office(create_folder(folder))
    for code in units or ("UBND",):
        office.add_unit(code, parent=next(iter(office.units)) if office.units else None)
    return office


class Office:
    """An office under test: its store, and its units, officials and tasks by code and number."""

    def __init__(self, store: Store) -> None:
        self.store = store
        store.connection.execute("PRAGMA synchronous = OFF")  # no power is cut here
        self.units: dict[str, Unit] = {}
        self.officials: dict[str, Official] = {}
        self.actor = an_actor()

    @property
    def calendar(self) -> WorkingCalendar:
        return working_calendar(self.store)

    def add_unit(self, code: str, parent: str | None = None, **fields: Any) -> Unit:
        above = self.units[parent].id if parent else None
        with self._change("unit.add") as change:
            unit = change.save(a_unit(code, id=change.new_id(Unit), parent=above, **fields))
        self.units[code] = unit
        return unit

    def add_official(self, code: str, unit: str | None, name: str | None = None, **post: Any) -> Official:
        """A person with a main post in the unit (fields of the appointment behind), or with none."""
        with self._change("official.add") as change:
            official = change.save(an_official(code, name or f"Nguyễn Văn {code}", id=change.new_id(Official)))
        self.officials[code] = official
        if unit:
            self.appoint(code, unit, **post)
        return official

    def appoint(self, code: str, unit: str, starts_on: date | None = None, **post: Any) -> Appointment:
        with self._change("appointment.add") as change:
            made = {"id": change.new_id(Appointment), "starts_on": starts_on, "standing": Standing.MEMBER} | post
            return change.save(an_appointment(self.officials[code].id, self.units[unit].id, **made))

    def assign(self, number: str, owner: str, on: date, due_on: date | None = None, **fields: Any) -> Task:
        """A task given to an owner, by whoever comes first among the officials."""
        made = {
            "owner": self.officials[owner].id,
            "assigner": next(iter(self.officials.values())).id,
            "assigned_on": on,
            "moved_on": on,
            "due_on": due_on,
        } | fields
        with self._change("task.assign", on) as change:
            return change.save(a_task(id=TaskId(change.new_id(Task)), number=number, **made))

    def draft(self, number: str, state: TaskState = TaskState.DRAFT, **fields: Any) -> Task:
        """A draft or a proposal."""
        made = {"assigned_on": None, "moved_on": None, "state": state, "owner": None, "assigner": None} | fields
        with self._change("task.draft") as change:
            return change.save(a_task(id=TaskId(change.new_id(Task)), number=number, **made))

    def start(self, number: str, on: date) -> Task:
        return self._move("task.start", number, on, state=TaskState.DOING)

    def decline(self, number: str, on: date) -> Task:
        task = self.task(number)
        with self._change("task.decline", on) as change:
            made = {"id": change.new_id(events.Decline), "task": task.id, "declined_on": on, "declined_by": task.owner}
            change.save(events.Decline(**made, reason="không đúng lĩnh vực"))
            return change.save(replace(task, state=TaskState.DECLINED, moved_on=on))

    def submit(self, number: str, on: date, **fields: Any) -> Task:
        task = self.task(number)
        with self._change("task.submit", on) as change:
            made = {"id": change.new_id(events.Submission), "task": task.id, "submitted_by": task.owner}
            made |= {"submitted_on": on, "product_number": "12/BC-VP"}
            change.save(events.Submission(**made | fields))
            return change.save(replace(task, state=TaskState.SUBMITTED, submitted_on=on, moved_on=on))

    def confirm(self, number: str, on: date) -> Task:
        task, submission = self.task(number), self._last(events.Submission, number)
        decided = {"decided_on": on, "decided_by": task.assigner, "decision": events.SubmissionDecision.CONFIRMED}
        with self._change("task.confirm", on) as change:
            change.save(replace(submission, **decided))
            return change.save(replace(task, state=TaskState.DONE, confirmed_on=on, moved_on=on, percent=100))

    def finish(self, number: str, on: date) -> Task:
        """Submitted and confirmed on one day."""
        self.submit(number, on)
        return self.confirm(number, on)

    def return_(self, number: str, on: date, reason: str = "thiếu số liệu") -> Task:
        task, submission = self.task(number), self._last(events.Submission, number)
        decided = {"decided_on": on, "decided_by": task.assigner, "decision": events.SubmissionDecision.RETURNED}
        with self._change("task.return", on, reason) as change:
            change.save(replace(submission, **decided, reason=reason))
            task = replace(task, state=TaskState.REDO, submitted_on=None, moved_on=on, returns=task.returns + 1)
            return change.save(task)

    def extend(self, number: str, due_on: date, on: date, reason: str = "chờ ý kiến cấp trên") -> Task:
        """An extension asked for and approved on one day."""
        task = self.task(number)
        with self._change("extension.decide", on, reason) as change:
            made = {"id": change.new_id(events.Extension), "task": task.id, "asked_on": on, "asked_by": task.owner}
            made |= {"proposed_due_on": due_on, "due_before": task.due_on, "reason": reason}
            made |= {"decided_on": on, "decided_by": task.assigner, "decision": events.ExtensionDecision.APPROVED}
            change.save(events.Extension(**made, decision_reason="đồng ý"))
            return change.save(replace(task, due_on=due_on, moved_on=on, extensions=task.extensions + 1))

    def hand_over(self, number: str, to: str, on: date, reason: str = "chuyển công tác") -> Task:
        task, owner = self.task(number), self.officials[to].id
        with self._change("task.hand_over", on, reason) as change:
            made = {"id": change.new_id(events.HandOver), "task": task.id, "handed_on": on, "handed_by": task.assigner}
            made |= {"from_owner": task.owner, "to_owner": owner, "reason": reason}
            change.save(events.HandOver(**made, basis="15/QĐ-UBND"))
            state = TaskState.ASSIGNED if task.state == TaskState.DECLINED else task.state
            return change.save(replace(task, owner=owner, state=state, moved_on=on, hand_overs=task.hand_overs + 1))

    def pause(self, number: str, on: date, reason: str = "chờ hướng dẫn") -> Task:
        task = self.task(number)
        with self._change("task.pause", on, reason) as change:
            made = {"id": change.new_id(events.Pause), "task": task.id, "paused_on": on, "paused_by": task.assigner}
            change.save(events.Pause(**made, reason=reason, due_before=task.due_on))
            paused = {"state": TaskState.PAUSED, "resume_state": task.state, "paused_on": on, "moved_on": on}
            return change.save(replace(task, **paused, pauses=task.pauses + 1))

    def resume(self, number: str, on: date) -> Task:
        task, pause = self.task(number), self._last(events.Pause, number)
        due_on = task.due_on and resumed_due(self.calendar, task.due_on, pause.paused_on, on)
        with self._change("task.resume", on) as change:
            change.save(replace(pause, resumed_on=on, resumed_by=task.assigner, due_after=due_on))
            resumed = {"state": task.resume_state, "resume_state": None, "paused_on": None, "moved_on": on}
            return change.save(replace(task, **resumed, due_on=due_on))

    def recall(self, number: str, on: date, reason: str = "không còn cần") -> Task:
        return self._move("task.recall", number, on, state=TaskState.RECALLED, recalled_on=on, recall_reason=reason)

    def chase(self, number: str, on: date, reason: str = "sắp đến hạn") -> Task:
        task = self.task(number)
        with self._change("task.chase", on, reason) as change:
            made = {"id": change.new_id(events.Chase), "task": task.id, "chased_on": on, "chased_by": task.assigner}
            change.save(events.Chase(**made, reason=reason))
            return change.save(replace(task, chases=task.chases + 1))

    def coordinate(self, number: str, name: str, code: str | None = None, **fields: Any) -> events.Coordination:
        task, official = self.task(number), self.officials[code].id if code else None
        with self._change("task.edit") as change:
            made = {"id": change.new_id(events.Coordination), "task": task.id, "name": name, "official": official}
            return change.save(events.Coordination(**made | fields))

    def undo_creation(self, number: str) -> Task:
        """The task as an undone creation leaves it (design.md §2.5)."""
        return self._move("undo", number, TODAY, state=TaskState.RECALLED, recalled_on=TODAY, undone=True)

    def task(self, number: str) -> Task:
        from tracker.store import tasks

        return tasks.by_number(self.store, number)

    def close(self) -> None:
        self.store.close()

    def _last(self, kind: type[Any], number: str) -> Any:
        from tracker.store import tasks

        return tasks.last_event(self.store, kind, self.task(number).id)

    def _move(self, verb: str, number: str, on: date, **fields: Any) -> Task:
        task = self.task(number)
        with self._change(verb, on) as change:
            return change.save(replace(task, moved_on=on, **fields))

    def _change(self, verb: str, on: date | None = None, reason: str | None = None) -> AbstractContextManager[Change]:
        return self.store.change(self.actor, verb, reason, on=on)
