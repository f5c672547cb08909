"""The states of a task, by the paragraph "States" of design.md §2, state by state."""

from __future__ import annotations

from datetime import date

import pytest

from tests.builders import a_task
from tracker.domain import workflow
from tracker.domain.calendar import WorkingCalendar
from tracker.domain.errors import Refused
from tracker.domain.tasks import TaskState
from tracker.domain.workflow import Step

DAY = date(2026, 7, 15)
LEADS_TO = {
    "draft": {"propose": "proposed", "assign": "assigned", "recall": "recalled"},
    "proposed": {"assign": "assigned", "refuse": "draft", "recall": "recalled"},
    "assigned": {
        "start": "doing",
        "progress": "doing",
        "submit": "submitted",
        "decline": "declined",
        "pause": "paused",
        "recall": "recalled",
    },
    "doing": {
        "progress": "doing",
        "submit": "submitted",
        "decline": "declined",
        "pause": "paused",
        "recall": "recalled",
    },
    "redo": {
        "start": "doing",
        "progress": "doing",
        "submit": "submitted",
        "decline": "declined",
        "pause": "paused",
        "recall": "recalled",
    },
    "submitted": {"confirm": "done", "return": "redo", "recall": "recalled"},
    "declined": {"insist": "assigned", "hand_over": "assigned", "recall": "recalled"},
    "paused": {"resume": "redo", "recall": "recalled"},
    "done": {},
    "recalled": {},
}
"""State → step → state; the paused task was returned for redo before. What keeps the state stands in KEEPS."""
HELD = {"assigned", "doing", "redo", "submitted", "declined", "paused"}
KEEPS = {
    "hand_over": HELD - {"declined"},
    "ask": {"assigned", "doing", "redo", "paused"},
    "extend": HELD - {"submitted"},
    "reject": HELD,
    "chase": HELD,
    "answer": HELD,
    "explain": HELD | {"done"},
    "file": HELD | {"done"},
    "edit": HELD | {"draft", "proposed"},
}


@pytest.mark.parametrize("step", Step)
@pytest.mark.parametrize("state", TaskState)
def test_where_a_step_leads(state: TaskState, step: Step) -> None:
    task = a_task(state=state, resume_state=TaskState.REDO if state is TaskState.PAUSED else None)
    expected = LEADS_TO[state].get(step) or (state if state in KEEPS.get(step, ()) else None)
    if expected is None:
        with pytest.raises(Refused, match=r"task\.state"):
            workflow.after(task, step)
    else:
        assert workflow.after(task, step) == expected


@pytest.mark.parametrize("state", TaskState)
def test_when_work_has_begun(state: TaskState) -> None:
    assert workflow.started(a_task(state=state)) == (state not in ("draft", "proposed", "assigned"))


def test_only_the_first_progress_moves() -> None:
    first = workflow.progressed(a_task(), 10, DAY)
    again = workflow.progressed(first, 20, date(2026, 7, 20))
    assert (first.state, first.moved_on, again.percent, again.moved_on) == (TaskState.DOING, DAY, 20, DAY)


def test_a_pause_keeps_what_it_interrupts() -> None:
    task = a_task(state=TaskState.REDO, due_on=date(2026, 7, 31))
    paused = workflow.paused(task, DAY)
    resumed = workflow.resumed(paused, date(2026, 7, 17), WorkingCalendar({}))
    assert (paused.state, paused.resume_state, paused.paused_on, paused.pauses) == ("paused", "redo", DAY, 1)
    assert (resumed.state, resumed.resume_state, resumed.paused_on) == ("redo", None, None)
    assert (resumed.due_on, resumed.original_due_on) == (date(2026, 8, 4), date(2026, 7, 31))


def test_a_pause_of_a_task_without_deadline_gives_it_none() -> None:
    task = a_task(due_on=None, state=TaskState.DOING)
    assert workflow.resumed(workflow.paused(task, DAY), DAY, WorkingCalendar({})).due_on is None


def test_a_recalled_task_keeps_its_reason() -> None:
    recalled = workflow.recalled(a_task(state=TaskState.DOING), DAY, "không còn cần")
    assert (recalled.state, recalled.recalled_on, recalled.recall_reason) == ("recalled", DAY, "không còn cần")


def test_confirming_keeps_an_objective_cause_accepted_before() -> None:
    task = a_task(state=TaskState.SUBMITTED, submitted_on=DAY, objective_cause="5/XN")
    assert workflow.confirmed(task, DAY, 1, None).objective_cause == "5/XN"
    assert workflow.confirmed(task, DAY, 1, "6/XN").objective_cause == "6/XN"
