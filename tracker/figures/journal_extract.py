"""Trích sổ nhật ký: actions declared or recorded within a period, of everybody or one person, of all or one task."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from tracker.figures import paper
from tracker.figures.history import changes_of
from tracker.figures.lives import document
from tracker.figures.people import People
from tracker.figures.recorded import recorded_at
from tracker.figures.types import Signature
from tracker.store import journal_list, paper_forms, units

if TYPE_CHECKING:
    from tracker.domain.officials import Actor, OfficialId
    from tracker.domain.periods import Period
    from tracker.domain.tasks import TaskId
    from tracker.figures.called import Names
    from tracker.figures.types import Change, Paper
    from tracker.store import Store
    from tracker.store.journal_list import Action

AT_ONCE = 500
"""Actions read in one go."""


@dataclass(frozen=True)
class Line:
    """One action."""

    number: int
    """Of its first entry."""
    last: int
    declared_on: date
    recorded_at: datetime
    """UTC."""
    who: str
    what: str
    records: str
    changes: tuple[Change, ...]
    """What is told of each record (`history.TOLD`); of the journal's birth nothing: that is the law's calendar."""
    reason: str
    basis: str
    undone_by: int | None


@dataclass(frozen=True)
class Extract:
    """What the extract says."""

    paper: Paper
    maker: Signature
    period: Period
    of: str
    """Whose actions, or of which task; "" for all."""
    lines: tuple[Line, ...]
    """The oldest first."""


def extract(
    store: Store,
    names: Names,
    period: Period,
    today: date,
    actor: Actor,
    *,
    official: OfficialId | None = None,
    task: TaskId | None = None,
    signer: OfficialId | None = None,
) -> Extract:
    """The extract under the office's letterhead. Raises Refused "figures.no_head"."""
    with store.reading():
        people = People(store)
        office = units.office(store)
        assert office is not None
        wanted = journal_list.Wanted(official=official, task=task, within=(period.first, period.last))
        lines = [_line(store, people, names, action) for action in _actions(store, wanted)]
        of = (people.name(official), names.of("task", str(task)) if task is not None else "")
        foot = paper.foot(store, people, actor)
        form = paper_forms.form(store, office.id, "journal")
        sheet = paper.paper(foot, people, office, today, form=form, symbol="TNK", signer=signer)
        maker = Signature(("NGƯỜI LẬP BIỂU",), people.name(actor.official))
        return Extract(sheet, maker, period, ", ".join(filter(None, of)), tuple(reversed(lines)))


def _actions(store: Store, wanted: journal_list.Wanted) -> list[Action]:
    """All of them, the newest first."""
    found: list[Action] = []
    below: int | None = None
    while True:
        page = journal_list.page(store, wanted, below, AT_ONCE)
        found += page.actions
        below = page.below
        if below is None:
            return found


def _line(store: Store, people: People, names: Names, action: Action) -> Line:
    first = action.entries[0]
    return Line(
        number=first.seq,
        last=action.last,
        declared_on=date.fromisoformat(first.declared_on),
        recorded_at=recorded_at(first.at),
        who=names.who(first),
        what=names.verbs(entry.verb for entry in action.entries),
        records=names.records(action.entries, action.records),
        changes=tuple(
            change for entry in action.entries if entry.verb != "birth" for change in changes_of(store, people, entry)
        ),
        reason=first.reason or "",
        basis=document(first.basis, date.fromisoformat(first.basis_on) if first.basis_on else None),
        undone_by=action.undone_by,
    )
