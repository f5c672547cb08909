"""Editing what a task says: never its owner, deadline or state, which have ways of their own (design.md §2, "Who
may").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from tracker.actions.acting import Act, Said, acting
from tracker.actions.coordination import coordinate, take_off
from tracker.actions.tasks import author
from tracker.domain import new_task, rights, workflow
from tracker.domain.errors import Refused
from tracker.domain.records import changed
from tracker.domain.tasks import UNASSIGNED, Task, TaskId
from tracker.domain.workflow import Step

if TYPE_CHECKING:
    from tracker.domain.new_task import TaskEdits
    from tracker.domain.officials import Actor, OfficialId
    from tracker.store import Changes, Store


def edit(
    store: Store, actor: Actor, task: TaskId, edits: TaskEdits, *, version: int | None = None, **said: Unpack[Said]
) -> Changes:
    """Change fields of a task; in a draft also owner, assigner and deadline.

    Once work has begun a reason is needed, and a changed title or product is marked in list and report. `version` is
    the one that the form was filled from: Raises Refused "task.changed_meanwhile" where it is no longer that.
    """
    with acting(store, actor, "task.edit", said) as act:
        before = act.task(task)
        act.on_behalf(_editor(act, before))
        workflow.after(before, Step.EDIT)
        if version is not None and before.version != version:
            raise Refused("task.changed_meanwhile", number=before.number)
        act.after_assignment(before)
        if workflow.started(before):
            act.needs_reason()
        after = _edited(act, before, edits)
        saved = act.save(after)
        changed = "coordinators" in edits and coordinate(act, saved, edits["coordinators"])
        if saved.owner is not None and saved.owner != before.owner:
            take_off(act, saved, saved.owner)
        if saved == before and not changed:
            raise Refused("task.nothing_edited", number=before.number)
    return act.done


def _editor(act: Act, task: Task) -> OfficialId:
    where = act.office(task)
    if task.state in UNASSIGNED:
        return rights.edit_unassigned(where, act.who, task, author(act.store, task.id), act.on)
    return rights.edit(where, act.who, task, act.on)


def _edited(act: Act, before: Task, edits: TaskEdits) -> Task:
    after = new_task.edited(before, edits, act.on, act.calendar)
    known = (None, before.leader, before.owner, before.assigner)
    for official in (after.leader, after.owner, after.assigner):
        if official is not None and official not in known:
            act.official(official)
    if after.parent != before.parent:
        _no_circle(act, after)
    marked = workflow.started(before) and (after.title, after.product) != (before.title, before.product)
    return changed(after, changed_after_start=before.changed_after_start or marked)


def _no_circle(act: Act, task: Task) -> None:
    """A task is never below itself."""
    above = task.parent
    while above is not None:
        if above == task.id:
            raise Refused("task.below_itself", field="parent", number=task.number)
        above = act.task(above).parent
