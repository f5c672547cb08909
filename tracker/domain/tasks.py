"""The task: what one named official answers for, until when, and in which state it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from tracker.domain.officials import OfficialId

TaskId = NewType("TaskId", int)


class TaskState(StrEnum):
    """The workflow state, stored and set by people (domain.md §2.2)."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    ASSIGNED = "assigned"
    DOING = "doing"
    SUBMITTED = "submitted"
    DONE = "done"
    REDO = "redo"
    DECLINED = "declined"
    PAUSED = "paused"
    RECALLED = "recalled"


class SourceKind(StrEnum):
    """Where the task comes from."""

    DOCUMENT = "document"
    MEETING = "meeting"
    ORAL = "oral"
    PLAN = "plan"
    PETITION = "petition"
    INSPECTION = "inspection"
    PERIODIC = "periodic"


class Urgency(StrEnum):
    """Độ khẩn: thường, khẩn, thượng khẩn, hỏa tốc."""

    NORMAL = "normal"
    URGENT = "urgent"
    VERY_URGENT = "very_urgent"
    EXPRESS = "express"


class Secrecy(StrEnum):
    """Độ mật. Top-secret tasks stay off the program (Quy chế 08-QC/TW): their title is only "(Mật)"."""

    NORMAL = "normal"
    RESTRICTED = "restricted"
    SECRET = "secret"  # noqa: S105 - a degree of secrecy, no password


UNASSIGNED = frozenset({TaskState.DRAFT, TaskState.PROPOSED})
CLOSED = frozenset({TaskState.DONE, TaskState.RECALLED})


@dataclass(frozen=True, kw_only=True)
class Task:
    """A task as it stands now. How it came to this is told by the journal and by the events (tracker.domain.events)."""

    id: TaskId
    number: str
    title: str
    source_kind: SourceKind = SourceKind.ORAL
    source_number: str | None = None
    source_on: date | None = None
    source_summary: str | None = None
    source_issuer: str | None = None
    assigner: OfficialId | None = None
    superior: str | None = None
    """Name of the superior who gave the task, where no official of the office did (the office head's own tasks)."""
    owner: OfficialId | None = None
    """The one accountable official; None only in a draft."""
    leader: OfficialId | None = None
    """Lãnh đạo phụ trách beside the owner."""
    assigned_on: date | None = None
    authority: str | None = None
    """Thẩm quyền: what the owner may decide."""
    product: str | None = None
    quantity: int = 1
    starts_on: date | None = None
    original_due_on: date | None = None
    """Frozen from the assignment on."""
    due_on: date | None = None
    no_deadline_reason: str | None = None
    deadline_days: int | None = None
    """Working days given, where the deadline was computed from them and may roll off days off."""
    draft_due_on: date | None = None
    """Hạn trình dự thảo."""
    urgency: Urgency = Urgency.NORMAL
    secrecy: Secrecy = Secrecy.NORMAL
    field: str | None = None
    complexity: str | None = None
    """Nhóm phức tạp, N1 to N5."""
    coefficient: Decimal = Decimal(1)
    """K, the conversion factor (NĐ 335/2025 Điều 13)."""
    parent: TaskId | None = None
    public_concern: bool = False
    """Vấn đề xã hội quan tâm."""
    percent: int = 0
    obstacle: str | None = None
    state: TaskState = TaskState.DRAFT
    resume_state: TaskState | None = None
    """The state before the pause, while paused."""
    paused_on: date | None = None
    submitted_on: date | None = None
    """Day of the submission that awaits its decision or was confirmed; None once it is returned."""
    confirmed_on: date | None = None
    recalled_on: date | None = None
    recall_reason: str | None = None
    moved_on: date | None = None
    """Declared day of the last event that set state, owner or deadline: the next one is never declared before it."""
    extensions: int = 0
    hand_overs: int = 0
    returns: int = 0
    chases: int = 0
    pauses: int = 0
    faults: int = 0
    """Quality faults found at confirmation (q of NĐ 335/2025)."""
    objective_cause: str | None = None
    """Document that confirms an objective cause of lateness; None where there is none."""
    changed_after_start: bool = False
    """Title or product was edited after the work began: marked in list and report."""
    note: str | None = None
    from_old_book: bool = False
    undone: bool = False
    """Its creation was undone: it leaves every count."""
    version: int = 0
