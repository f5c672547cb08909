"""Handing a task over to another owner: from, to, day, reason, basis (design.md §2.1). Imports domain and store."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Unpack

from tracker.actions.acting import Act, Said, acting
from tracker.actions.coordination import take_off
from tracker.actions.decisions import end_decline
from tracker.domain import rights, workflow
from tracker.domain.errors import Refused
from tracker.domain.events import DeclineDecision, HandOver
from tracker.domain.fields import Field, line
from tracker.domain.tasks import TaskState
from tracker.domain.workflow import Step
from tracker.store import tasks

if TYPE_CHECKING:
    from tracker.domain.officials import Actor, OfficialId
    from tracker.domain.tasks import Task, TaskId
    from tracker.store import Changes, Store


def hand_over(
    store: Store, actor: Actor, task: TaskId, to: OfficialId, *, superior: str | None = None, **said: Unpack[Said]
) -> Changes:
    """Hand a task over, with a reason. `superior` names who decided so where the new owner is the head of the
    office.
    """
    with acting(store, actor, "task.hand_over", said) as act:
        _hand_over(act, act.task(task), to, line(superior, Field.SUPERIOR))
    return act.done


def hand_over_all(
    store: Store, actor: Actor, owner: OfficialId, to: OfficialId, *, superior: str | None = None, **said: Unpack[Said]
) -> Changes:
    """Hand over all open tasks of an official who leaves: all of them in one action, or none."""
    with acting(store, actor, "task.hand_over", said) as act:
        found = tasks.open_of(store, owner)
        if not found:
            raise Refused("hand_over.none", field="owner", code=act.official(owner).code)
        for task in found:
            _hand_over(act, task, to, line(superior, Field.SUPERIOR))
    return act.done


def _hand_over(act: Act, before: Task, to: OfficialId, superior: str | None) -> None:
    workflow.after(before, Step.HAND_OVER)
    assert before.owner is not None, "only a draft has no owner"
    new = act.official(to)
    if to == before.owner:
        raise Refused("hand_over.same_owner", field="to", number=before.number, code=new.code)
    where = act.office(before, to)
    act.as_superior_needs_basis(rights.hand_over(where, act.who, before, to, act.on), before)
    act.serves(to, where, "to")
    act.after_last_move(before)
    reason = act.needs_reason()
    after = _answering_to(act, workflow.handed_over(before, to, act.on), where.is_office_head(to, act.on), superior)
    act.save(after)
    act.save(
        HandOver(
            id=act.new_id(HandOver),
            task=before.id,
            handed_on=act.on,
            from_owner=before.owner,
            to_owner=to,
            handed_by=act.who,
            reason=reason,
            basis=act.basis,
            basis_on=act.basis_on,
        )
    )
    if before.state is TaskState.DECLINED:
        end_decline(act, before, DeclineDecision.HANDED_OVER, reason)
    take_off(act, after, to)


def _answering_to(act: Act, task: Task, to_head: bool, superior: str | None) -> Task:
    """The task with an assigner other than its new owner: who hands it to its assigner takes the assigner's place."""
    if to_head:
        if not (superior or task.superior):
            raise Refused("rights.head_needs_superior", field="superior")
        return replace(task, assigner=None, superior=superior or task.superior)
    if task.assigner == task.owner:
        return replace(task, assigner=act.who)
    return task
