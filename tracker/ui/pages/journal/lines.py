"""What the page of the journal shows, as plain values: an action as a line, and what it changed field by field.

Made on the thread that reads; no Qt.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.figures.called import Names
from tracker.store import journal_list
from tracker.ui import deeds
from tracker.ui.pages.journal import fields

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.store import Store
    from tracker.store.journal import Entry
    from tracker.store.journal_list import Action, Wanted
    from tracker.words import Words

PAGE = 100
"""Actions that are read at once."""
PARTS = 30
"""Entries of an action that the detail shows at once."""
VERBS = 3
_ASIDE = "clock.backwards"


class Line(NamedTuple):
    """An action of the list."""

    number: int
    recorded: datetime
    """At this place."""
    days: tuple[str, str] | None
    """The declared days, from … to, in ISO; None where it is that of the recording, empty where there are many."""
    who: str
    what: str
    about: str
    reason: str
    undone_by: int | None
    entry: int
    """Number of its last entry."""


class Read(NamedTuple):
    """Some actions, and where the next ones begin."""

    lines: list[Line]
    below: int | None
    """The next ones are of entries below this one; None: there are none."""


class Changed(NamedTuple):
    """A field of a record, before and after; `old` is None where the record was made."""

    field: str
    old: str | None
    new: str


class Part(NamedTuple):
    """What one entry changed."""

    number: int
    about: str
    changes: list[Changed]
    previous: str
    hash: str


class Detail(NamedTuple):
    """An action with what it changed."""

    line: Line
    account: str
    machine: str
    declared: str
    """The declared day or days, whatever that of the recording."""
    basis: str
    task: int | None
    """The first task that it changed."""
    parts: list[Part]
    size: int
    """Entries in all."""


def read_page(store: Store, words: Words, wanted: Wanted, below: int | None, limit: int = PAGE) -> Read:
    """The next actions of entries below one, newest first."""
    names = Names(store, words)
    page = journal_list.page(store, wanted, below, limit)
    return Read([_line(words, names, action) for action in page.actions], page.below)


def further(known: Sequence[Line], found: Sequence[Line]) -> list[Line]:
    """What was found below the lines that are known: a long action may be met by two pages."""
    last = known[-1].number if known else None
    return [line for line in found if last is None or line.number < last]


def read_detail(store: Store, words: Words, number: int, parts: int = PARTS) -> Detail | None:
    """An action with its first entries; None where there is none of that number."""
    action = journal_list.action(store, number)
    if action is None:
        return None
    names = Names(store, words)
    entries = journal_list.entries(store, number, 0, parts)
    first = _told(action.entries)[0]
    return Detail(
        line=_line(words, names, action),
        account=first.account,
        machine=first.machine,
        declared=_days(words, action),
        basis=", ".join(part for part in (first.basis, _day(words, first.basis_on)) if part),
        task=_task(store, entries),
        parts=[_part(store, words, names, entry) for entry in entries],
        size=action.size,
    )


def _line(words: Words, names: Names, action: Action) -> Line:
    told = _told(action.entries)
    main = told[0]
    recorded = datetime.fromisoformat(main.at).astimezone()
    day = recorded.date().isoformat()
    verbs = list(dict.fromkeys(deeds.deed(words, entry.verb) for entry in told))
    return Line(
        number=action.number,
        recorded=recorded,
        days=None if action.days == (day, day) else action.days or ("", ""),
        who=names.who(main),
        what=", ".join(verbs[:VERBS]) + (", …" if len(verbs) > VERBS else ""),
        about=names.records(told, action.records) if action.records is not None else _many(words, names, action),
        reason=main.reason or "",
        undone_by=action.undone_by,
        entry=action.last,
    )


def _many(words: Words, names: Names, action: Action) -> str:
    """An import of a whole book: what it began with, and how many entries it wrote."""
    first = names.records(_told(action.entries)[:1])
    return words.text("{first} and more ({count} entries)", first=first, count=action.size)


def _told(entries: list[Entry]) -> list[Entry]:
    """Without the program's own remark on the machine's clock, unless that is all."""
    return [entry for entry in entries if entry.verb != _ASIDE] or entries


def _days(words: Words, action: Action) -> str:
    if action.days is None:
        return words.text("several days")
    first, last = (_day(words, day) for day in action.days)
    return first if first == last else f"{first} – {last}"


def _day(words: Words, day: str | None) -> str:
    return deeds.day(words, date.fromisoformat(day)) if day else ""


def _task(store: Store, entries: list[Entry]) -> int | None:
    """The first task of the entries, or that of their first event."""
    from tracker.store import many

    for entry in entries:
        task = int(entry.record) if entry.kind == "task" else many.task_of(store, entry.kind, entry.record)
        if task is not None:
            return task
    return None


def _part(store: Store, words: Words, names: Names, entry: Entry) -> Part:
    found: list[Changed] = []

    def shown(name: str, stored: Any) -> str:
        return fields.value(store, words, names, entry.kind, name, stored)

    for name, change in entry.change.items():
        if name in fields.HIDDEN:
            continue
        called = fields.name(words, entry.kind, name)
        if isinstance(change, list):
            old, new = change
            found.append(Changed(called, shown(name, old), shown(name, new)))
        elif not fields.goes_without_saying(name, change):
            found.append(Changed(called, None, shown(name, change)))
    return Part(entry.seq, names.of(entry.kind, entry.record), found, entry.previous, entry.hash)
