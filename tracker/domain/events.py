"""What happens to a task: extensions, hand-overs, submissions, pauses and the rest, one record each.

`…_on` is the declared day; when it was recorded stands in the journal. `basis` is the number of a document,
`basis_on` its date.
An `undone` record stays in the file and leaves every list.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from tracker.domain.officials import OfficialId
    from tracker.domain.tasks import TaskId

EventId = NewType("EventId", int)


class ExtensionDecision(StrEnum):
    APPROVED = "approved"
    REJECTED = "rejected"


class SubmissionDecision(StrEnum):
    CONFIRMED = "confirmed"
    RETURNED = "returned"


class DeclineDecision(StrEnum):
    """The assigner insists, or gives the task to another."""

    INSISTED = "insisted"
    HANDED_OVER = "handed_over"


class CauseKind(StrEnum):
    """Cause of a lateness: the owner's, an objective one, or a named co-ordinator's."""

    SUBJECTIVE = "subjective"
    OBJECTIVE = "objective"
    COORDINATION = "coordination"


@dataclass(frozen=True, kw_only=True)
class Coordination:
    """A co-ordinator with own part and date. `official` None: kept as written in `name` ("các phòng")."""

    id: EventId
    task: TaskId
    name: str
    official: OfficialId | None = None
    part: str | None = None
    due_on: date | None = None
    answered_on: date | None = None
    answer: str | None = None
    removed: bool = False
    undone: bool = False
    version: int = 0


@dataclass(frozen=True, kw_only=True)
class Progress:
    id: EventId
    task: TaskId
    reported_on: date
    reported_by: OfficialId
    percent: int
    note: str | None = None
    undone: bool = False
    version: int = 0


@dataclass(frozen=True, kw_only=True)
class Submission:
    """A result handed in. A returned one does not count for punctuality (design.md §2.3)."""

    id: EventId
    task: TaskId
    submitted_on: date
    submitted_by: OfficialId
    product_number: str | None = None
    product_on: date | None = None
    note: str | None = None
    decided_on: date | None = None
    decided_by: OfficialId | None = None
    decision: SubmissionDecision | None = None
    reason: str | None = None
    faults: int = 0
    objective_cause: str | None = None
    basis: str | None = None
    basis_on: date | None = None
    undone: bool = False
    version: int = 0


@dataclass(frozen=True, kw_only=True)
class Extension:
    """A request for a later deadline and its decision. `due_before` is the deadline when it was decided (asked, while
    open)."""

    id: EventId
    task: TaskId
    asked_on: date
    asked_by: OfficialId | None
    proposed_due_on: date
    due_before: date
    reason: str
    decided_on: date | None = None
    decided_by: OfficialId | None = None
    decision: ExtensionDecision | None = None
    decision_reason: str | None = None
    basis: str | None = None
    basis_on: date | None = None
    undone: bool = False
    version: int = 0


@dataclass(frozen=True, kw_only=True)
class HandOver:
    id: EventId
    task: TaskId
    handed_on: date
    from_owner: OfficialId
    to_owner: OfficialId
    handed_by: OfficialId
    reason: str
    basis: str | None = None
    basis_on: date | None = None
    undone: bool = False
    version: int = 0


@dataclass(frozen=True, kw_only=True)
class Pause:
    """A pause; resuming moves the deadline by the working days paused up to it (design.md §2.2)."""

    id: EventId
    task: TaskId
    paused_on: date
    paused_by: OfficialId
    reason: str
    resumed_on: date | None = None
    resumed_by: OfficialId | None = None
    due_before: date | None = None
    due_after: date | None = None
    basis: str | None = None
    basis_on: date | None = None
    undone: bool = False
    version: int = 0


@dataclass(frozen=True, kw_only=True)
class Decline:
    id: EventId
    task: TaskId
    declined_on: date
    declined_by: OfficialId
    reason: str
    decided_on: date | None = None
    decided_by: OfficialId | None = None
    decision: DeclineDecision | None = None
    decision_reason: str | None = None
    undone: bool = False
    version: int = 0


@dataclass(frozen=True, kw_only=True)
class Chase:
    id: EventId
    task: TaskId
    chased_on: date
    chased_by: OfficialId
    reason: str
    undone: bool = False
    version: int = 0


@dataclass(frozen=True, kw_only=True)
class Explanation:
    """Why a task is late, and the remedy. Accepted or not by the assigner; an objective cause with the confirming
    document."""

    id: EventId
    task: TaskId
    explained_on: date
    explained_by: OfficialId
    cause: CauseKind
    text: str
    coordination: EventId | None = None
    """The co-ordination that is charged with the lateness, where the cause lies there."""
    remedy: str | None = None
    obstacle: str | None = None
    accepted: bool | None = None
    accepted_by: OfficialId | None = None
    accepted_on: date | None = None
    document: str | None = None
    document_on: date | None = None
    undone: bool = False
    version: int = 0


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """A file kept by its content hash, with two dates: of the proof, and of its filing."""

    id: EventId
    task: TaskId
    submission: EventId | None
    sha256: str
    name: str
    size: int
    dated_on: date
    filed_on: date
    filed_by: OfficialId
    undone: bool = False
    version: int = 0


OF_A_TASK = (
    Coordination,
    Progress,
    Submission,
    Extension,
    HandOver,
    Pause,
    Decline,
    Chase,
    Explanation,
    Evidence,
)
"""Every kind of event."""
