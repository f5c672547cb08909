"""What all actions share: the heading they are told, the days they may be declared for, the office they are judged by.

    with acting(store, actor, "task.start", said) as act:
        task = act.task(number)
        act.on_behalf(rights.work(act.office(task), actor.official, task, act.on))
        act.after_last_move(task)
        act.save(workflow.moved(task, Step.START, act.on))
    return act.done

Everything is read inside the transaction, under the write lock: what was checked is what is changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar

from tracker.domain import declared, rights
from tracker.domain.errors import Refused
from tracker.domain.fields import LONGEST_TEXT, Field, line
from tracker.domain.rights import Capacity
from tracker.store import office, officials, settings, tasks
from tracker.store.calendar import working_calendar

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.calendar import WorkingCalendar
    from tracker.domain.officials import Actor, Official, OfficialId
    from tracker.domain.standing import Office
    from tracker.domain.tasks import Task, TaskId
    from tracker.store import Change, Changes, Store

R = TypeVar("R")


class Said(TypedDict, total=False):
    """What every action may be told besides."""

    on: date | None
    """The day it happened; None: the actor's today."""
    reason: str | None
    basis: str | None
    """Number of the document it rests on."""
    basis_on: date | None


class Act:
    """One action under way: who acts, for which day, why, and the change it is written through."""

    def __init__(self, store: Store, actor: Actor, said: Said) -> None:
        self.store = store
        self.actor = actor
        self.who = actor.official
        self.on = said.get("on") or actor.today
        self.reason = line(said.get("reason"), Field.REASON, LONGEST_TEXT)
        self.basis = line(said.get("basis"), Field.BASIS)
        self.basis_on = said.get("basis_on")
        self.change: Change

    def begin(self, change: Change) -> None:
        """Check the heading, now that the transaction is open."""
        self.change = change
        self.check()

    def check(self) -> None:
        """Check the heading. Raises Refused as `acting` tells."""
        declared.not_future(self.on, self.actor.today)
        declared.issued(self.basis_on, self.actor.today, "basis_date")
        if self.basis_on is not None and self.basis is None:
            raise Refused("basis.number_missing", field="basis")
        if self.on < self.actor.today:
            gap = settings.number(self.store, "declared_gap_days")
            declared.explained(self.on, self.actor.today, self.reason, gap, self.calendar)

    @property
    def done(self) -> Changes:
        """What was changed."""
        return self.change.done

    # --- reading ---

    def task(self, task: TaskId) -> Task:
        """The task as it stands. Raises Refused "task.unknown"."""
        return tasks.get(self.store, task)

    def official(self, official: OfficialId) -> Official:
        """An official. Raises Refused "official.unknown"."""
        return officials.get(self.store, official)

    def office(self, task: Task | None = None, *people: OfficialId | None) -> Office:
        """The office as far as it concerns the actor, the task's owner and assigner, and these people."""
        concerned = (task.owner, task.assigner) if task else ()
        return office.view(self.store, self.who, *concerned, *people)

    def calendar(self) -> WorkingCalendar:
        """The working calendar."""
        return working_calendar(self.store)

    # --- checking ---

    def after_last_move(self, task: Task) -> None:
        """An event that sets state, owner or deadline is never declared before the last one that did."""
        declared.follows(self.on, task.moved_on, task.number)

    def after_assignment(self, task: Task) -> None:
        """Any other event is never declared before the assignment."""
        declared.follows(self.on, task.assigned_on, task.number)

    def needs_reason(self) -> str:
        """The reason. Raises Refused "reason.missing"."""
        if self.reason is None:
            raise Refused("reason.missing", field="reason")
        return self.reason

    def needs_basis(self, number: str) -> str:
        """The document behind it, with its date. Raises Refused "basis.missing"."""
        if self.basis is None or self.basis_on is None:
            raise Refused("basis.missing", field="basis", number=number)
        return self.basis

    def as_superior_needs_basis(self, capacity: Capacity, task: Task) -> None:
        """A superior's decision is recorded from its document, never taken (design.md §2, "Who may")."""
        if capacity is Capacity.SUPERIOR:
            self.needs_basis(task.number)

    def works_on(self, task: Task, where: Office) -> OfficialId:
        """The task's owner, for whom the actor may work. Raises Refused "task.needs_owner", "rights.owner_works"."""
        if task.owner is None:
            raise Refused("task.needs_owner", field="owner", number=task.number)
        return rights.work(where, self.who, task, self.on)

    def serves(self, official: OfficialId, where: Office, field: str) -> None:
        """The official holds a post on the day. Raises Refused "official.no_post"."""
        if not where.serves(official, self.on):
            named = self.official(official)
            raise Refused("official.no_post", field=field, code=named.code, name=named.name, day=self.on)

    # --- writing ---

    def on_behalf(self, official: OfficialId) -> None:
        """From here on the entries name the one for whom it is done too, where that is not the actor."""
        self.change = self.change.on(self.on, behalf=None if official == self.who else official)

    def for_owner(self, task: TaskId) -> tuple[Task, OfficialId]:
        """The task and its owner, for whom the actor works from here on. Raises Refused as `works_on` does."""
        before = self.task(task)
        owner = self.works_on(before, self.office(before))
        self.on_behalf(owner)
        return before, owner

    def as_verb(self, verb: str) -> None:
        """From here on the entries have another verb than the action was opened with."""
        self.change = self.change.on(self.on, verb=verb)

    def save(self, record: R) -> R:
        """Save a record; it is returned with its new version."""
        return self.change.save(record)

    def new_id(self, kind: type[Any]) -> Any:
        """The next id of a kind of record."""
        return self.change.new_id(kind)

    def next_number(self, series: str) -> int:
        """The next number of a series."""
        from tracker.store.series import next_number

        return next_number(self.store, self.change, series)


@contextmanager
def acting(store: Store, actor: Actor, verb: str, said: Said) -> Iterator[Act]:
    """Open an action: its transaction and its heading. Raises Refused for a day, a basis or a reason that cannot be."""
    act = Act(store, actor, said)
    with store.change(actor, verb, act.reason, on=act.on, basis=act.basis, basis_on=act.basis_on) as change:
        act.begin(change)
        yield act


@contextmanager
def changing(store: Store, actor: Actor, verb: str, reason: str | None = None, *, dry_run: bool) -> Iterator[Change]:
    """A change of the store; with `dry_run` it is only tried: everything is checked, then taken back."""
    try:
        with store.change(actor, verb, reason) as change:
            yield change
            if dry_run:
                raise _Tried
    except _Tried:
        pass


class _Tried(Exception):  # noqa: N818 - no error: it takes back what was only tried
    pass
