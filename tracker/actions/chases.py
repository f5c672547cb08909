"""Chasing a task (đôn đốc): by its assigner or the office's Văn phòng; counted, and decides nothing. Imports domain
and store.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Unpack

from tracker.actions.acting import Said, acting
from tracker.domain import rights, workflow
from tracker.domain.events import Chase
from tracker.domain.workflow import Step

if TYPE_CHECKING:
    from tracker.domain.officials import Actor
    from tracker.domain.tasks import TaskId
    from tracker.store import Changes, Store


def chase(store: Store, actor: Actor, task: TaskId, **said: Unpack[Said]) -> Changes:
    """Chase a task, with a reason."""
    with acting(store, actor, "task.chase", said) as act:
        before = act.task(task)
        rights.chase(act.office(before), act.who, before, act.on)
        workflow.after(before, Step.CHASE)
        act.after_assignment(before)
        chased = Chase(
            id=act.new_id(Chase), task=before.id, chased_on=act.on, chased_by=act.who, reason=act.needs_reason()
        )
        act.save(replace(before, chases=before.chases + 1))
        act.save(chased)
    return act.done
