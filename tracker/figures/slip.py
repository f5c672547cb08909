"""Phiếu giao việc: what somebody is given to do, made clear in six ways, for both to sign."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.clarity import Clarity, clear
from tracker.figures import paper
from tracker.figures.history import signer_of, unit_of
from tracker.figures.lives import Lives
from tracker.figures.people import People
from tracker.figures.types import Signature
from tracker.store import listing, paper_forms, settings

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.officials import Actor, OfficialId
    from tracker.domain.tasks import Task, TaskId
    from tracker.figures.types import Coordinator, Paper, TaskRow
    from tracker.store import Store

SYMBOL = "PGV"


@dataclass(frozen=True)
class Slip:
    """What the slip says."""

    paper: Paper
    task: TaskRow
    seen_on: date
    six: Clarity
    summary: str
    """Trích yếu of the document that gave the task."""
    leader: str
    draft_due_on: date | None
    quantity: int | None
    authority: str
    urgency: str
    field: str
    fields: tuple[str, ...]
    """The fields of work that the office has, to tick one."""
    coordinators: tuple[Coordinator, ...]
    note: str
    takes: Signature
    gives: Signature


def slip(store: Store, task: TaskId, today: date, actor: Actor, *, signer: OfficialId | None = None) -> Slip:
    """The slip of a task, of a draft too. `signer` gives it, if not its assigner. Raises Refused "task.unknown"."""
    from tracker.store import tasks

    with store.reading():
        record = tasks.get(store, task)
        people = People(store)
        lives = Lives(store, people, [task], today)
        unit = unit_of(people, lives, record, signer)
        foot = paper.foot(store, people, actor)
        who = signer or signer_of(people, unit, today, actor)
        form = paper_forms.form(store, unit.id, "assignment-slip")
        return Slip(
            paper=paper.paper(foot, people, unit, today, form=form, symbol=SYMBOL, signer=who),
            task=lives.row(task),
            seen_on=today,
            six=clear(record),
            summary=record.source_summary or "",
            leader=people.name(record.leader),
            draft_due_on=record.draft_due_on,
            quantity=record.quantity,
            authority=record.authority or settings.value(store, "default_authority"),
            urgency=record.urgency.value,
            field=record.field or "",
            fields=tuple(listing.fields(store)),
            coordinators=lives.coordinators(task),
            note=record.note or "",
            takes=_signature("NGƯỜI NHẬN VIỆC", people, record.owner, today),
            gives=_gives(people, record, signer, today),
        )


def _gives(people: People, record: Task, signer: OfficialId | None, day: date) -> Signature:
    """Who gives it: the assigner, or the body above that did."""
    giver = signer if signer is not None else record.assigner
    if giver is None:
        return Signature(("NGƯỜI GIAO VIỆC",), record.superior or "")
    return _signature("NGƯỜI GIAO VIỆC", people, giver, day)


def _signature(role: str, people: People, official: int | None, day: date) -> Signature:
    title = people.person(official, day).title.upper() if official is not None else ""
    return Signature((role, title) if title else (role,), people.name(official))
