"""Many tasks as lines of one text: what each means, with what all of them share. No Qt; nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.domain import quick_entry
from tracker.domain.records import changed
from tracker.domain.typed_days import limit_fields
from tracker.ui import day_words
from tracker.ui.pages.tasks.assign.meaning import meaning

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.calendar import WorkingCalendar
    from tracker.domain.new_task import NewTask
    from tracker.domain.quick_entry import Entry
    from tracker.domain.typed_days import Limit
    from tracker.ui.desk import Desk
    from tracker.ui.pages.tasks.assign.form import Typed
    from tracker.ui.widgets.people import Candidate

MOST = 500
"""Lines of one text: more are an import."""


class Shared(NamedTuple):
    """What the tasks have in common."""

    typed: Typed
    """Source, assigner, day; its title and owner mean nothing."""
    limit: Limit | None
    product: str | None


class Understood(NamedTuple):
    """One line as it is understood."""

    number: int
    """Which line of the text, from 1."""
    title: str
    owner: str
    due: str
    product: str
    new: NewTask
    at_once: bool
    """Assigned at once; else a proposal."""
    problems: tuple[str, ...]
    warnings: tuple[str, ...]
    """What is worth a second look and refuses nothing: a deadline on a day off."""


def numbered(text: str) -> list[tuple[int, str]]:
    """The lines that say something, with their numbers, without bullets; no more than can be taken."""
    lines = ((number, quick_entry.bare(line)) for number, line in enumerate(text.split("\n"), start=1))
    return [(number, line) for number, line in lines if line][:MOST]


def understood(
    desk: Desk, number: int, line: str, shared: Shared, people: Sequence[Candidate], calendar: WorkingCalendar
) -> Understood:
    """What a line means: what it does not say itself is what all have in common."""
    entry = quick_entry.read(line, people, desk.today, calendar)
    limit = entry.limit or (shared.limit if not entry.when else None)
    new = changed(
        shared.typed.new,
        title=entry.title,
        owner=entry.person.id if entry.person else None,
        product=entry.product or shared.product,
        **limit_fields(limit),
    )
    meant = meaning(desk, new, shared.typed.said)
    found = [desk.sentence(problem) for problem in meant.problems if not told(entry, problem.field)]
    due = desk.words.show(meant.due_on) if meant.due_on else new.no_deadline_reason or entry.when
    return Understood(
        number,
        entry.title,
        entry.person.name if entry.person else entry.who,
        due,
        new.product or "",
        new,
        meant.at_once,
        (*unclear(desk, entry), *found),
        tuple(day_words.warnings(desk.words, limit.due_on, desk.today, calendar)) if limit and limit.due_on else (),
    )


def unclear(desk: Desk, entry: Entry[Candidate]) -> list[str]:
    """Words of a line that leave open who or when is meant."""
    found = []
    if entry.who and entry.person is None:
        names = [f"{each.name} ({each.unit})" for each in entry.people[:4]]
        found.append(
            desk.text("“{name}” may be {people}", name=entry.who, people=names)
            if names
            else desk.text("nobody in office is found by “{name}”", name=entry.who)
        )
    if entry.wrong_date is not None:
        found.append(desk.sentence(entry.wrong_date))
    return found


def told(entry: Entry[Candidate], field: str | None) -> bool:
    """Whether what is wrong with a field is told by `unclear` already."""
    return (field == "owner" and bool(entry.who) and entry.person is None) or (
        field == "due_on" and entry.wrong_date is not None
    )
