"""Six clears (6 rõ, QĐ 2179/QĐ-TTg of 06/10/2025): the dots of a task. Fewer than six is shown, never refused
(design.md §2).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tracker.domain.tasks import Task


class Facts(NamedTuple):
    """What the dots of a task are told by: all that a list reads of it for them."""

    owner: int | None
    title: str
    due_on: str | None
    no_deadline_reason: str | None
    assigner: int | None
    superior: str | None
    product: str | None
    authority: str | None


class Clarity(NamedTuple):
    """Which of the six are clear, in the order in which they are named."""

    people: bool
    """Rõ người: there is an owner."""
    work: bool
    """Rõ việc: there is a title."""
    time: bool
    """Rõ thời gian: a deadline, or the reason for none."""
    responsibility: bool
    """Rõ trách nhiệm: an assigner (or superior) other than the owner."""
    product: bool
    """Rõ sản phẩm."""
    authority: bool
    """Rõ thẩm quyền: what the owner may decide."""

    @property
    def dots(self) -> int:
        """How many of the six are clear."""
        return sum(self)


def clear(task: Task | Facts) -> Clarity:
    """The six dots of a task."""
    return Clarity(
        people=task.owner is not None,
        work=bool(task.title),
        time=task.due_on is not None or bool(task.no_deadline_reason),
        responsibility=_answered_to(task),
        product=bool(task.product),
        authority=bool(task.authority),
    )


def _answered_to(task: Task | Facts) -> bool:
    if task.assigner is None:
        return bool(task.superior)
    return task.assigner != task.owner
