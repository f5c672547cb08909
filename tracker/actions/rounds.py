"""The clerk's round: what many owners told a clerk, recorded at once. Each entry is an action of the owner's work, done
"ghi thay"; all of them are one action of the journal, or none is recorded. Imports domain and store.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tracker.actions import work
from tracker.actions.acting import changing
from tracker.domain.errors import Refused
from tracker.domain.workflow import Step
from tracker.store import office, officials, tasks

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tracker.actions.acting import Said
    from tracker.domain.officials import Actor, OfficialId
    from tracker.domain.tasks import TaskId
    from tracker.store import Changes, Store

STEPS = (Step.START, Step.SUBMIT, Step.DECLINE)
"""What a round can do to a task besides telling how far it is."""
OPEN = ("assigned", "doing", "redo")
"""States of the tasks that are gone through: those that are worked on."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What is told of one task. None: nothing is said of it."""

    task: TaskId
    step: Step | None = None
    """One of STEPS; None: only percent and note are told."""
    percent: int | None = None
    note: str | None = None
    """With a submission its note, with a refusal its reason; on a day long past also why it is told so late."""
    product_number: str | None = None
    on: date | None = None
    """The day it happened; None: today."""


def owners(store: Store, actor: Actor) -> frozenset[OfficialId]:
    """Those whose work the actor may record: the officials of the units where the actor is clerk, and the actor."""
    everybody = [each.id for each in officials.every(store) if not each.undone]
    where = office.view(store, actor.official, *everybody)

    def recorded_by(owner: OfficialId) -> bool:
        return owner == actor.official or where.is_clerk(actor.official, where.unit_of(owner, actor.today))

    return frozenset(filter(recorded_by, everybody))


def record(store: Store, actor: Actor, entries: Sequence[Entry], reason: str | None = None) -> Changes:
    """Record all entries as one action.

    Raises Refused "round.refused" with the task and why; then nothing is recorded. Refused "round.empty".
    """
    if not entries:
        raise Refused("round.empty")
    with store.change(actor, "round", reason) as change:
        for entry in entries:
            try:
                _record(store, actor, entry)
            except Refused as refused:
                number = tasks.get(store, entry.task).number
                raise Refused("round.refused", number=number, task=entry.task, why=refused) from refused
    return change.done


def refusal(store: Store, actor: Actor, entry: Entry) -> Refused | None:
    """What stands in the way of an entry; None where nothing does. It is tried and taken back."""
    try:
        with changing(store, actor, "round", dry_run=True):
            _record(store, actor, entry)
    except Refused as refused:
        return refused
    return None


def _record(store: Store, actor: Actor, entry: Entry) -> None:
    """The actions that an entry comes to."""
    said: Said = {"on": entry.on}
    if entry.on is not None and entry.on < actor.today:
        said["reason"] = entry.note
    if entry.product_number is not None and entry.step is not Step.SUBMIT:
        raise Refused("round.product_alone", field="product_number")
    if entry.step is Step.DECLINE:
        work.decline(store, actor, entry.task, on=entry.on, reason=entry.note)
    elif entry.step is Step.SUBMIT:
        if entry.percent is not None:
            work.progress(store, actor, entry.task, entry.percent, **said)
        told: dict[str, Any] = {"product_number": entry.product_number, "note": entry.note}
        work.submit(store, actor, entry.task, **told, **said)
    elif entry.percent is not None or entry.note is not None:
        percent = tasks.get(store, entry.task).percent if entry.percent is None else entry.percent
        work.progress(store, actor, entry.task, percent, note=entry.note, **said)
    else:
        work.start(store, actor, entry.task, **said)
