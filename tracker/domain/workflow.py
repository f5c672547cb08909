"""The states of a task and the steps between them: the paragraph "States" of design.md §2. Pure.

`after` says which state a step leads to, or refuses it. The other functions give the task as it is after a step; each
that sets state, owner or deadline also sets `moved_on`, before which the next event is never declared.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from tracker.domain.errors import Refused
from tracker.domain.records import changed
from tracker.domain.tasks import Task, TaskState

if TYPE_CHECKING:
    from tracker.domain.calendar import WorkingCalendar
    from tracker.domain.officials import OfficialId


class Step(StrEnum):
    """What moves a task, or happens to it where it stands."""

    PROPOSE = "propose"
    ASSIGN = "assign"
    REFUSE = "refuse"
    """A proposal goes back to its author."""
    START = "start"
    PROGRESS = "progress"
    SUBMIT = "submit"
    CONFIRM = "confirm"
    RETURN = "return"
    DECLINE = "decline"
    INSIST = "insist"
    HAND_OVER = "hand_over"
    PAUSE = "pause"
    RESUME = "resume"
    RECALL = "recall"
    ASK = "ask"
    """Ask for an extension."""
    EXTEND = "extend"
    """Approve an extension: never under a submission, or punctuality would be judged by a deadline set afterwards."""
    REJECT = "reject"
    """Reject an extension."""
    CHASE = "chase"
    ANSWER = "answer"
    EXPLAIN = "explain"
    FILE = "file"
    """File evidence."""
    EDIT = "edit"


_S = TaskState
_AT_WORK = frozenset({_S.ASSIGNED, _S.DOING, _S.REDO})
_HELD = _AT_WORK | {_S.SUBMITTED, _S.DECLINED, _S.PAUSED}
_UNASSIGNED = frozenset({_S.DRAFT, _S.PROPOSED})

FROM: dict[Step, frozenset[TaskState]] = {
    Step.PROPOSE: frozenset({_S.DRAFT}),
    Step.ASSIGN: _UNASSIGNED,
    Step.REFUSE: frozenset({_S.PROPOSED}),
    Step.START: frozenset({_S.ASSIGNED, _S.REDO}),
    Step.PROGRESS: _AT_WORK,
    Step.SUBMIT: _AT_WORK,
    Step.CONFIRM: frozenset({_S.SUBMITTED}),
    Step.RETURN: frozenset({_S.SUBMITTED}),
    Step.DECLINE: _AT_WORK,
    Step.INSIST: frozenset({_S.DECLINED}),
    Step.HAND_OVER: _HELD,
    Step.PAUSE: _AT_WORK,
    Step.RESUME: frozenset({_S.PAUSED}),
    Step.RECALL: _HELD | _UNASSIGNED,
    Step.ASK: _AT_WORK | {_S.PAUSED},
    Step.EXTEND: _HELD - {_S.SUBMITTED},
    Step.REJECT: _HELD,
    Step.CHASE: _HELD,
    Step.ANSWER: _HELD,
    Step.EXPLAIN: _HELD | {_S.DONE},
    Step.FILE: _HELD | {_S.DONE},
    Step.EDIT: _HELD | _UNASSIGNED,
}
"""The states in which a step may be made."""

_TO: dict[Step, TaskState] = {
    Step.PROPOSE: _S.PROPOSED,
    Step.ASSIGN: _S.ASSIGNED,
    Step.REFUSE: _S.DRAFT,
    Step.START: _S.DOING,
    Step.PROGRESS: _S.DOING,
    Step.SUBMIT: _S.SUBMITTED,
    Step.CONFIRM: _S.DONE,
    Step.RETURN: _S.REDO,
    Step.DECLINE: _S.DECLINED,
    Step.INSIST: _S.ASSIGNED,
    Step.PAUSE: _S.PAUSED,
    Step.RECALL: _S.RECALLED,
}
"""Where a step leads; one that stands not here keeps the state (RESUME and HAND_OVER: see `after`)."""


def after(task: Task, step: Step) -> TaskState:
    """The state a step leads to. Raises Refused "task.state" where the task's state does not allow it."""
    if task.state not in FROM[step]:
        raise Refused("task.state", number=task.number, state=task.state, step=step)
    if step is Step.RESUME:
        return task.resume_state or TaskState.ASSIGNED
    if step is Step.HAND_OVER and task.state is TaskState.DECLINED:
        return TaskState.ASSIGNED
    return _TO.get(step, task.state)


def started(task: Task) -> bool:
    """Whether work on the task has begun or been decided on: then an edit needs a reason and is marked."""
    return task.state not in (TaskState.DRAFT, TaskState.PROPOSED, TaskState.ASSIGNED)


# --- the task after a step --------------------------------------------------------------------------------------------


def moved(task: Task, step: Step, on: date) -> Task:
    """The task after a step that only sets its state."""
    return changed(task, state=after(task, step), moved_on=on)


def progressed(task: Task, percent: int, on: date) -> Task:
    """After a report of progress; the first one makes an assigned or returned task doing."""
    state = after(task, Step.PROGRESS)
    return changed(task, state=state, percent=percent, moved_on=task.moved_on if state is task.state else on)


def submitted(task: Task, on: date) -> Task:
    """After a result was handed in."""
    return changed(moved(task, Step.SUBMIT, on), submitted_on=on)


def confirmed(task: Task, on: date, faults: int, objective_cause: str | None) -> Task:
    """After the result was confirmed."""
    cause = objective_cause or task.objective_cause
    return changed(moved(task, Step.CONFIRM, on), confirmed_on=on, percent=100, faults=faults, objective_cause=cause)


def returned(task: Task, on: date) -> Task:
    """After the result was returned: its submission does not count."""
    return changed(moved(task, Step.RETURN, on), submitted_on=None, returns=task.returns + 1)


def handed_over(task: Task, to: OfficialId, on: date) -> Task:
    """After another official became its owner."""
    return changed(moved(task, Step.HAND_OVER, on), owner=to, hand_overs=task.hand_overs + 1)


def paused(task: Task, on: date) -> Task:
    """While it is paused."""
    return changed(moved(task, Step.PAUSE, on), resume_state=task.state, paused_on=on, pauses=task.pauses + 1)


def resumed(task: Task, on: date, calendar: WorkingCalendar) -> Task:
    """After a pause: as it was, the deadline moved by the working days paused up to it (design.md §2.2)."""
    from tracker.domain.deadlines import resumed_due

    due_on = task.due_on
    if due_on is not None and task.paused_on is not None:
        due_on = resumed_due(calendar, due_on, task.paused_on, on)
    return changed(moved(task, Step.RESUME, on), due_on=due_on, resume_state=None, paused_on=None)


def recalled(task: Task, on: date, reason: str) -> Task:
    """After it was taken back: it stays in the file and leaves the statistics."""
    return changed(
        moved(task, Step.RECALL, on), recalled_on=on, recall_reason=reason, resume_state=None, paused_on=None
    )


def extended(task: Task, due_on: date, on: date) -> Task:
    """After a later deadline was approved; the first deadline stays (design.md §2.2)."""
    after(task, Step.EXTEND)
    return changed(task, due_on=due_on, extensions=task.extensions + 1, moved_on=on)
