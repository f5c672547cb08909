"""Later deadlines: asked for by the owner, decided by the assigner, limited by a setting (design.md §2.2). Imports
domain and store.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from tracker.actions.acting import Act, Said, acting
from tracker.domain import declared, extensions, rights, workflow
from tracker.domain.errors import Refused
from tracker.domain.events import Extension
from tracker.domain.workflow import Step
from tracker.store import settings, tasks

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.officials import Actor
    from tracker.domain.rights import Capacity
    from tracker.domain.tasks import Task, TaskId
    from tracker.store import Changes, Store


def ask(store: Store, actor: Actor, task: TaskId, due_on: date, **said: Unpack[Said]) -> Changes:
    """Ask for a later deadline, with a reason: the owner, or a clerk of the owner's unit. One request at a time."""
    with acting(store, actor, "extension.ask", said) as act:
        before, owner = act.for_owner(task)
        workflow.after(before, Step.ASK)
        act.after_assignment(before)
        request = extensions.asked(before, act.new_id(Extension), due_on, act.needs_reason(), owner, act.on)
        if open_request(store, task) is not None:
            raise Refused("extension.already_asked", number=before.number)
        act.save(request)
    return act.done


def decide(store: Store, actor: Actor, task: TaskId, *, approve: bool, **said: Unpack[Said]) -> Changes:
    """Approve or reject the open request of a task.

    The assigner decides, or in the assigner's place a head above. Once the setting `extension_limit` is reached only
    the head of the office approves another, with a basis document. Never approved under a submission: that is decided
    first.
    """
    with acting(store, actor, "extension.decide", said) as act:
        before = act.task(task)
        capacity = rights.decide(act.office(before), act.who, before, act.on)
        act.as_superior_needs_basis(capacity, before)
        after = workflow.after(before, Step.EXTEND if approve else Step.REJECT)
        assert after is before.state, "a decision about the deadline keeps the state"
        request = needs_request(store, before)
        declared.follows(act.on, request.asked_on, before.number)
        _approve(act, before, request, capacity) if approve else _reject(act, request)
    return act.done


def open_request(store: Store, task: TaskId) -> Extension | None:
    """The request that awaits its decision."""
    return extensions.undecided(tasks.events(store, Extension, task))


def needs_request(store: Store, task: Task) -> Extension:
    """The same. Raises Refused "extension.none_open"."""
    request = open_request(store, task.id)
    if request is None:
        raise Refused("extension.none_open", number=task.number)
    return request


def _approve(act: Act, task: Task, request: Extension, capacity: Capacity) -> None:
    act.after_last_move(task)
    if task.extensions >= settings.number(act.store, "extension_limit"):
        rights.exceed_extensions(act.office(task), act.who, task, capacity, act.on)
        if act.basis is None:
            raise Refused("extension.needs_basis", field="basis", number=task.number, extensions=task.extensions)
    act.save(extensions.approved(task, request, act.who, act.on, act.reason, act.basis, act.basis_on))
    act.save(workflow.extended(task, request.proposed_due_on, act.on))


def _reject(act: Act, request: Extension) -> None:
    act.save(extensions.rejected(request, act.who, act.on, act.needs_reason(), act.basis, act.basis_on))
