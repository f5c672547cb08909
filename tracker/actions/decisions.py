"""What the assigner decides, or in the assigner's place a head above: never the owner, never a clerk (design.md §2.3,
"Who may").

About the office head's own task a deputy or clerk of the office records the superior's decision, with its document.
Imports domain and store.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Unpack

from tracker.actions.acting import Act, Said, acting
from tracker.domain import declared, rights, workflow
from tracker.domain.errors import Refused
from tracker.domain.events import (
    CauseKind,
    Decline,
    DeclineDecision,
    Explanation,
    Pause,
    Submission,
    SubmissionDecision,
)
from tracker.domain.fields import Field, line
from tracker.domain.tasks import TaskState
from tracker.domain.workflow import Step
from tracker.store import tasks

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.events import EventId
    from tracker.domain.officials import Actor
    from tracker.domain.tasks import Task, TaskId
    from tracker.store import Changes, Store


def confirm(
    store: Store,
    actor: Actor,
    task: TaskId,
    *,
    faults: int = 0,
    objective_cause: str | None = None,
    **said: Unpack[Said],
) -> Changes:
    """Confirm the result that was handed in: the task is done.

    `faults` are those of quality (q of NĐ 335/2025); `objective_cause` is the document that confirms an objective
    cause of lateness.
    """
    with acting(store, actor, "task.confirm", said) as act:
        before = _decided(act, task)
        cause = line(objective_cause, Field.OBJECTIVE_CAUSE)
        after = workflow.confirmed(before, act.on, faults, cause)
        act.after_last_move(before)
        if faults < 0:
            raise Refused("confirm.faults", field="faults", number=before.number, faults=faults)
        act.save(after)
        _decide_submission(act, before, SubmissionDecision.CONFIRMED, faults, cause)
    return act.done


def return_(store: Store, actor: Actor, task: TaskId, **said: Unpack[Said]) -> Changes:
    """Return a result, with a reason: it is to be redone, and the return is counted. A declined task is insisted on."""
    with acting(store, actor, "task.return", said) as act:
        before = _decided(act, task)
        if before.state is TaskState.DECLINED:
            act.as_verb("task.insist")
            _insist(act, before)
        else:
            after = workflow.returned(before, act.on)
            act.after_last_move(before)
            act.needs_reason()
            act.save(after)
            _decide_submission(act, before, SubmissionDecision.RETURNED, 0, None)
    return act.done


def pause(store: Store, actor: Actor, task: TaskId, **said: Unpack[Said]) -> Changes:
    """Pause a task, with a reason: its days do not count, and resuming moves the deadline (design.md §2.2)."""
    with acting(store, actor, "task.pause", said) as act:
        before = _decided(act, task)
        after = workflow.paused(before, act.on)
        act.after_last_move(before)
        paused = Pause(
            id=act.new_id(Pause),
            task=before.id,
            paused_on=act.on,
            paused_by=act.who,
            reason=act.needs_reason(),
            due_before=before.due_on,
            basis=act.basis,
            basis_on=act.basis_on,
        )
        act.save(after)
        act.save(paused)
    return act.done


def resume(store: Store, actor: Actor, task: TaskId, **said: Unpack[Said]) -> Changes:
    """Go on with a paused task, in the state it was paused in."""
    with acting(store, actor, "task.resume", said) as act:
        before = _decided(act, task)
        after = workflow.resumed(before, act.on, act.calendar())
        act.after_last_move(before)
        act.save(after)
        paused = tasks.last_event(act.store, Pause, before.id)
        if paused is not None:
            act.save(
                replace(paused, resumed_on=act.on, resumed_by=act.who, due_before=before.due_on, due_after=after.due_on)
            )
    return act.done


def accept(
    store: Store,
    actor: Actor,
    task: TaskId,
    explanation: EventId | None = None,
    *,
    accepted: bool = True,
    document: str | None = None,
    document_on: date | None = None,
    **said: Unpack[Said],
) -> Changes:
    """Accept the explanation of a lateness or not; None: the newest one.

    An objective cause is accepted with the document that confirms it, and the task then bears it (NĐ 335/2025).
    """
    with acting(store, actor, "lateness.accept", said) as act:
        before = _decided(act, task)
        workflow.after(before, Step.EXPLAIN)
        told = _explanation(act, before, explanation)
        declared.follows(act.on, told.explained_on, before.number)
        declared.issued(document_on, actor.today, "document_on")
        proof = line(document, Field.DOCUMENT)
        objective = accepted and told.cause is CauseKind.OBJECTIVE
        if objective and proof is None:
            raise Refused("explanation.needs_document", field="document", number=before.number)
        if objective:
            act.save(replace(before, objective_cause=proof))
        act.save(
            replace(
                told,
                accepted=accepted,
                accepted_by=act.who,
                accepted_on=act.on,
                document=proof,
                document_on=document_on,
            )
        )
    return act.done


# --- helpers ----------------------------------------------------------------------------------------------------------


def _decided(act: Act, task: TaskId) -> Task:
    """The task, if the actor may decide about it."""
    before = act.task(task)
    act.as_superior_needs_basis(rights.decide(act.office(before), act.who, before, act.on), before)
    return before


def _decide_submission(
    act: Act, task: Task, decision: SubmissionDecision, faults: int, objective_cause: str | None
) -> None:
    submitted = tasks.last_event(act.store, Submission, task.id)
    if submitted is None or submitted.decision is not None:
        return
    act.save(
        replace(
            submitted,
            decided_on=act.on,
            decided_by=act.who,
            decision=decision,
            reason=act.reason,
            faults=faults,
            objective_cause=objective_cause,
            basis=act.basis,
            basis_on=act.basis_on,
        )
    )


def _insist(act: Act, task: Task) -> None:
    after = workflow.moved(task, Step.INSIST, act.on)
    act.after_last_move(task)
    reason = act.needs_reason()
    act.save(after)
    end_decline(act, task, DeclineDecision.INSISTED, reason)


def end_decline(act: Act, task: Task, decision: DeclineDecision, reason: str) -> None:
    """Write down what became of a declined task."""
    declined = tasks.last_event(act.store, Decline, task.id)
    if declined is not None and declined.decision is None:
        act.save(replace(declined, decided_on=act.on, decided_by=act.who, decision=decision, decision_reason=reason))


def _explanation(act: Act, task: Task, wanted: EventId | None) -> Explanation:
    for told in reversed(tasks.events(act.store, Explanation, task.id)):
        if wanted in (None, told.id):
            return told
    raise Refused("explanation.none", field="explanation", number=task.number)
