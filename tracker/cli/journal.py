"""`journal verify`, `journal list`, `journal undo`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.cli import DAMAGED, DONE
from tracker.cli.options import Command, Given, Option, long_text, period, whole
from tracker.figures.called import VERBS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.cli.session import Session
    from tracker.store.journal import Entry

NAMED = 3
"""Records that the last line of a failed verification names; all stand above it."""


def verify(session: Session, _given: Given) -> int:
    """Check everything and print what was checked; status 3 and the records by name if anything does not hold."""
    from tracker.figures.called import Names
    from tracker.store.verify import verify as check

    found = session.progress("Verifying the journal", lambda report: check(session.store, report))
    session.say("Journal entries recomputed and replayed: {count}", count=found.entries)
    session.say("Records compared: {count}", count=found.records)
    session.say("Evidence files compared: {count}", count=found.files)
    session.say("Last entry: {number}, {hash}", number=found.entries, hash=found.head)
    if found.whole:
        session.say("Everything holds.")
        return DONE
    names = Names(session.store, session.words)
    for finding in found.findings:
        session.print(names.finding(finding))
    records = list(dict.fromkeys(names.exact(finding.kind, finding.record) for finding in found.findings))
    session.tell(
        "Does not hold in {count} places: {records}",
        count=len(found.findings),
        records=", ".join(records[:NAMED]) + (" …" if len(records) > NAMED else ""),
    )
    return DAMAGED


def list_(session: Session, given: Given) -> None:
    """Print the journal, one line per action, or its entries as JSON."""
    from tracker.cli import tables
    from tracker.figures.called import Names

    names = Names(session.store, session.words)
    entries = list(_selected(session, given))
    if given.json:
        tables.show_json([as_json(names, entry) for entry in _last(entries, given.limit)])
        return
    actions: dict[int, list[Entry]] = {}
    for entry in entries:
        actions.setdefault(entry.action, []).append(entry)
    headings = ("Action", "Day", "Recorded", "Who", "What", "Records", "Reason")
    rows = (_row(session, names, action) for action in _last(list(actions.values()), given.limit))
    tables.show([session.text(heading) for heading in headings], rows, give=6)


def _last(found: list[Any], limit: int | None) -> list[Any]:
    return found if limit is None else found[max(0, len(found) - limit) :]


def _selected(session: Session, given: Given) -> Iterator[Entry]:
    from tracker.cli.records import entries_of_task
    from tracker.store import journal, officials

    official = officials.by_code(session.store, given.official).id if given.official else None
    if given.task:
        found = iter(entries_of_task(session.store, given.task))
    elif given.action is not None:
        found = iter(journal.of_action(session.store, given.action))
    else:
        head = journal.head(session.store)[0]
        rows: Iterator[Any] = (row for batch in journal.batches(session.store, head) for row in batch)
        found = (journal.Entry(*row) for row in rows)
    for entry in found:
        mine = official is None or official in (entry.actor, entry.behalf)
        if mine and _in_period(entry, given.period) and (not given.verb or entry.verb in given.verb):
            yield entry


def _in_period(entry: Entry, period: Any) -> bool:
    """Whether the declared or the recorded day lies in the period."""
    if period is None:
        return True
    first, last = period.first.isoformat(), period.last.isoformat()
    return bool(first <= entry.declared_on <= last or first <= entry.at[:10] <= last)


def as_json(names: Any, entry: Entry) -> dict[str, object]:
    return {
        **entry._asdict(),
        "actor": names.code(entry.actor),
        "behalf": names.code(entry.behalf),
        "changes": entry.change,
    }


def _row(session: Session, names: Any, entries: list[Entry]) -> tuple[str, ...]:
    told = [entry for entry in entries if entry.verb != "clock.backwards"] or entries
    main = told[0]
    return (
        str(main.action),
        _days(session, [entry.declared_on for entry in told]),
        local_time(session, main.at),
        names.who(main),
        names.verbs(entry.verb for entry in told),
        names.records(told),
        main.reason or "",
    )


def _days(session: Session, days: list[str]) -> str:
    """The declared day; of an action that tells of several days the first and the last."""
    from datetime import date

    first, last = (session.day(date.fromisoformat(day)) for day in (min(days), max(days)))
    return first if first == last else f"{first} – {last}"


def local_time(session: Session, at: str) -> str:
    """A recording time at this machine's place: day and hour."""
    from datetime import datetime

    local = datetime.fromisoformat(at).astimezone()
    return f"{session.day(local.date())} {local:%H:%M}"


def undo(session: Session, given: Given) -> None:
    """Append the compensating change of a whole action."""
    from tracker.actions import undo as actions

    done = actions.undo(session.store, session.actor, given.action, reason=given.reason)
    session.say("Action {action} is undone; its undoing is action {number}.", action=given.action, number=done.action)


COMMANDS = (
    Command(
        "journal verify",
        "Recompute and replay the journal and compare every record, evidence file and the schema with it",
        verify,
    ),
    Command(
        "journal list",
        "What was done, when, by whom: one line per action",
        list_,
        Option("--task", "Only the life of this task", value="NUMBER"),
        Option("--action", "Only the action with this number", whole, value="N"),
        Option("--official", "Only what this official did, or had recorded for them", value="CODE"),
        Option("--period", "Only what was declared or recorded in this period", period, value="PERIOD"),
        Option("--verb", "Only this kind of action", choices=VERBS, many=True),
        Option("--limit", "Only the last so many", whole, value="N"),
        Option("--json", "Every entry with all its fields, as JSON", flag=True),
        exclusive=("--task --action",),
    ),
    Command(
        "journal undo",
        "Undo a whole action: its compensating change is appended, nothing is taken out",
        undo,
        Option("ACTION", "Number of the action, as journal list shows it", whole, required=True),
        Option("--reason", "Why it is undone", long_text),
    ),
)
