"""What a person says of a task: writing it down, the rules it must meet beyond a draft, and its deadline. Pure.

A draft may lack anything but its title; an assigned task has an owner, a product and a deadline (or the reason for
none).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, TypedDict

from tracker.domain.errors import Refused
from tracker.domain.fields import LONGEST_TEXT, Field, line, lines, needed
from tracker.domain.records import changed
from tracker.domain.tasks import Secrecy, SourceKind, Task, TaskId, TaskState, Urgency

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tracker.domain.calendar import WorkingCalendar
    from tracker.domain.officials import OfficialId
    from tracker.domain.rights import Assignment

SECRET_TITLE = "(Mật)"  # noqa: S105 - no password
"""All that is kept of a secret task's title (Quy chế 08-QC/TW: such content stays off the program)."""
COMPLEXITIES = ("N1", "N2", "N3", "N4", "N5")
MOST = 100_000
"""The largest quantity and coefficient that is no slip of the keyboard."""


@dataclass(frozen=True, kw_only=True)
class NewCoordinator:
    """A co-ordinator as typed: an official, or words kept as written ("các phòng"), with own part and date."""

    official: OfficialId | None = None
    name: str | None = None
    """None for an official: the official's name is taken."""
    part: str | None = None
    due_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class NewTask:
    """A task as typed, not yet written down. None: not said. One of `due_on`, `deadline_days`, `no_deadline_reason`
    beyond a draft.
    """

    title: str
    number: str | None = None
    """None: the next number of the series of the owner's unit in the year."""
    owner: OfficialId | None = None
    assigner: OfficialId | None = None
    superior: str | None = None
    due_on: date | None = None
    deadline_days: int | None = None
    """"5 ngày làm việc": the deadline is computed from the day of assignment and rolls off days off."""
    no_deadline_reason: str | None = None
    product: str | None = None
    coordinators: tuple[NewCoordinator, ...] = ()
    source_kind: SourceKind | None = None
    """None: a document where a number is given, else an oral order."""
    source_number: str | None = None
    source_on: date | None = None
    source_summary: str | None = None
    source_issuer: str | None = None
    leader: OfficialId | None = None
    authority: str | None = None
    quantity: int = 1
    starts_on: date | None = None
    draft_due_on: date | None = None
    urgency: Urgency = Urgency.NORMAL
    secrecy: Secrecy = Secrecy.NORMAL
    field: str | None = None
    complexity: str | None = None
    coefficient: Decimal = Decimal(1)
    parent: TaskId | None = None
    public_concern: bool = False
    note: str | None = None


class TaskEdits(TypedDict, total=False):
    """Fields to change: one that is absent stays, None empties it. The second part may only be changed in a draft."""

    title: str
    product: str | None
    source_kind: SourceKind
    source_number: str | None
    source_on: date | None
    source_summary: str | None
    source_issuer: str | None
    leader: OfficialId | None
    authority: str | None
    quantity: int
    draft_due_on: date | None
    urgency: Urgency
    secrecy: Secrecy
    field: str | None
    complexity: str | None
    coefficient: Decimal
    parent: TaskId | None
    public_concern: bool
    note: str | None
    coordinators: tuple[NewCoordinator, ...]

    owner: OfficialId | None
    assigner: OfficialId | None
    superior: str | None
    due_on: date | None
    deadline_days: int | None
    no_deadline_reason: str | None
    starts_on: date | None


DRAFT_ONLY = frozenset({"owner", "assigner", "superior", "due_on", "deadline_days", "no_deadline_reason", "starts_on"})
"""Fields that an edit never changes beyond a draft: owner, deadline and state have ways of their own (design.md §2)."""


def written(new: NewTask, id_: TaskId, number: str, authority: str) -> Task:
    """The draft that was typed. `authority` is the office's default. Raises Refused "text.…", "task.…"."""
    given = {name: value for name, value in vars(new).items() if name not in ("coordinators", "source_kind", "number")}
    kind = new.source_kind or (SourceKind.DOCUMENT if new.source_number else SourceKind.ORAL)
    return cleaned(Task(id=id_, number=number, source_kind=kind, **{**given, "authority": new.authority or authority}))


def cleaned(task: Task) -> Task:
    """The task with its texts cleaned and its values checked: by whatever door they came in."""
    secret = task.secrecy is Secrecy.SECRET
    if task.quantity < 1 or task.quantity > MOST:
        raise Refused("task.quantity", field="quantity", quantity=task.quantity, most=MOST)
    if not task.coefficient.is_finite() or task.coefficient <= 0 or task.coefficient > MOST:
        raise Refused("task.coefficient", field="coefficient", coefficient=str(task.coefficient), most=MOST)
    if task.complexity is not None and task.complexity not in COMPLEXITIES:
        raise Refused("task.complexity", field="complexity", complexity=task.complexity)
    if task.deadline_days is not None and not 1 <= task.deadline_days <= MOST:
        raise Refused("task.deadline_days", field="deadline_days", days=task.deadline_days, most=MOST)
    return changed(
        task,
        title=SECRET_TITLE if secret else needed(line(task.title, Field.TITLE), Field.TITLE),
        product=line(task.product, Field.PRODUCT),
        authority=line(task.authority, Field.AUTHORITY),
        source_number=line(task.source_number, Field.SOURCE_NUMBER),
        source_summary=None if secret else line(task.source_summary, Field.SOURCE_SUMMARY, LONGEST_TEXT),
        source_issuer=line(task.source_issuer, Field.SOURCE_ISSUER),
        superior=line(task.superior, Field.SUPERIOR),
        no_deadline_reason=line(task.no_deadline_reason, Field.NO_DEADLINE_REASON),
        field=line(task.field, Field.TASK_FIELD),
        note=lines(task.note, Field.NOTE),
    )


def complete(task: Task) -> None:
    """What a task needs beyond a draft: an owner, a product, and one deadline or the reason for none.

    Raises Refused "task.needs_owner", "task.needs_product", "task.needs_deadline", "task.two_deadlines".
    """
    for refusal in lacking(task):
        raise refusal


def lacking(task: Task) -> Iterator[Refused]:
    """Each of the things that `complete` asks for and that is not there."""
    if task.owner is None:
        yield Refused("task.needs_owner", field="owner", number=task.number)
    if not task.product:
        yield Refused("task.needs_product", field="product", number=task.number)
    ways = [
        task.due_on is not None and task.deadline_days is None,
        task.deadline_days is not None,
        bool(task.no_deadline_reason),
    ]
    if not any(ways):
        yield Refused("task.needs_deadline", field="due_on", number=task.number)
    if sum(ways) > 1:
        yield Refused("task.two_deadlines", field="due_on", number=task.number)


def scheduled(task: Task, on: date, calendar: Callable[[], WorkingCalendar]) -> Task:
    """The task with its deadline as reckoned from a day: computed from working days, or as given.

    Raises Refused "task.due_before_assignment", "task.day_after_due".
    """
    if task.deadline_days is not None:
        from tracker.domain.deadlines import computed_due

        task = replace(task, due_on=computed_due(calendar(), on, task.deadline_days))
    if task.due_on is not None and task.due_on < on:
        raise Refused("task.due_before_assignment", field="due_on", number=task.number, due_on=task.due_on, on=on)
    _in_order(task)
    return task


def _in_order(task: Task) -> None:
    for day, name in ((task.draft_due_on, "draft_due_on"), (task.starts_on, "starts_on")):
        if day is not None and task.due_on is not None and day > task.due_on:
            raise Refused("task.day_after_due", field=name, number=task.number, day=day, due_on=task.due_on)


def assigned(task: Task, by: Assignment, on: date, calendar: Callable[[], WorkingCalendar]) -> Task:
    """The task as it is from its assignment on: the first deadline is frozen (design.md §2.2)."""
    complete(task)
    task = scheduled(task, on, calendar)
    return replace(
        task,
        assigner=by.assigner,
        superior=by.superior,
        state=TaskState.ASSIGNED,
        assigned_on=on,
        original_due_on=task.due_on,
        moved_on=on,
    )


def edited(task: Task, edits: TaskEdits, on: date, calendar: Callable[[], WorkingCalendar]) -> Task:
    """The task with fields changed. A deadline given in a draft takes the place of the other ways to tell one.

    Raises Refused "task.edit_never" for owner and deadline beyond a draft, and those of `cleaned`, `scheduled`,
    `complete`.
    """
    values: dict[str, object] = {name: value for name, value in edits.items() if name != "coordinators"}
    if task.state is not TaskState.DRAFT:
        for name in sorted(DRAFT_ONLY & values.keys()):
            raise Refused("task.edit_never", field=name, number=task.number)
        after = cleaned(changed(task, **values))
        if not after.product:
            raise Refused("task.needs_product", field="product", number=task.number)
        _in_order(after)
        return after
    if any(values.get(name) is not None for name in _DEADLINES):
        values = dict.fromkeys(_DEADLINES) | values
    after = cleaned(changed(task, **values))
    return scheduled(after, on, calendar)


_DEADLINES = ("due_on", "deadline_days", "no_deadline_reason")
