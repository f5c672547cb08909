"""Asking for a later deadline and deciding it (design.md §2.2). The first deadline never changes. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tracker.domain.errors import Refused
from tracker.domain.events import EventId, Extension, ExtensionDecision

if TYPE_CHECKING:
    from tracker.domain.officials import OfficialId
    from tracker.domain.tasks import Task


def undecided(requests: Iterable[Extension]) -> Extension | None:
    """The one of a task's requests that awaits its decision; None where all were decided."""
    return next((each for each in requests if each.decision is None), None)


def asked(task: Task, id_: EventId, due_on: date, reason: str, by: OfficialId, on: date) -> Extension:
    """A request for a later deadline. Raises Refused "extension.no_deadline", "extension.not_later",
    "extension.in_past".
    """
    if task.due_on is None:
        raise Refused("extension.no_deadline", field="due_on", number=task.number)
    _later(task, due_on)
    if due_on < on:
        raise Refused("extension.in_past", field="due_on", number=task.number, proposed=due_on, on=on)
    return Extension(
        id=id_, task=task.id, asked_on=on, asked_by=by, proposed_due_on=due_on, due_before=task.due_on, reason=reason
    )


def approved(
    task: Task,
    request: Extension,
    by: OfficialId,
    on: date,
    reason: str | None,
    basis: str | None,
    basis_on: date | None,
) -> Extension:
    """The request approved, against the deadline of today. Raises Refused "extension.not_later" where a pause has
    passed it meanwhile.
    """
    _later(task, request.proposed_due_on)
    return replace(
        request,
        due_before=task.due_on or request.due_before,
        decided_on=on,
        decided_by=by,
        decision=ExtensionDecision.APPROVED,
        decision_reason=reason,
        basis=basis,
        basis_on=basis_on,
    )


def rejected(
    request: Extension, by: OfficialId, on: date, reason: str, basis: str | None, basis_on: date | None
) -> Extension:
    """The request rejected."""
    return replace(
        request,
        decided_on=on,
        decided_by=by,
        decision=ExtensionDecision.REJECTED,
        decision_reason=reason,
        basis=basis,
        basis_on=basis_on,
    )


def _later(task: Task, due_on: date) -> None:
    if task.due_on is not None and due_on <= task.due_on:
        raise Refused("extension.not_later", field="due_on", number=task.number, proposed=due_on, due_on=task.due_on)
