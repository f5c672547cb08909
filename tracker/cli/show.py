"""`task show`: one task with its whole history."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from tracker.cli import tables
from tracker.cli.life import Life, as_json
from tracker.cli.options import Command, Given, Option
from tracker.cli.options import day as iso_day
from tracker.cli.said import NUMBER
from tracker.domain import events
from tracker.domain.tasks import Secrecy
from tracker.figures.called import VERBS

if TYPE_CHECKING:
    from tracker.cli.session import Session


def show(session: Session, given: Given) -> None:
    """Print the record, its events and its journal."""
    life = Life(session, given.number, _end_of(given.recorded_by))
    if given.json:
        tables.show_json(as_json(life))
        return
    session.header()
    tables.show_facts((session.text(name), value) for name, value in _facts(life))
    for heading, lines in _lists(life):
        if lines:
            session.print()
            session.print(session.text(heading))
            for line in lines:
                session.print(f"  {line}")


def _end_of(day: date | None) -> datetime | None:
    """The end of a day on this machine."""
    if day is None:
        return None
    return datetime.combine(min(max(day, _EARLIEST), _LATEST), time.max).astimezone()


_EARLIEST, _LATEST = date(1971, 1, 1), date(2999, 12, 31)
"""No journal is older or younger; Windows knows its time zone for no other years."""


def _facts(life: Life) -> list[tuple[str, str]]:
    task, session, names = life.task, life.session, life.names
    source = " ".join(filter(None, [task.source_number, session.day(task.source_on), task.source_summary]))
    return [
        ("Task", f"{task.number}  {task.title}"),
        ("Who answers for it", _person(life, task.owner)),
        ("Assigned by", _person(life, task.assigner) or task.superior or ""),
        ("Assigned on", session.day(task.assigned_on)),
        ("Source", f"{session.term(task.source_kind)}  {source}".strip()),
        ("Co-ordinators", ", ".join(each.name for each in life.coordinators)),
        ("First deadline", session.day(task.original_due_on) or task.no_deadline_reason or ""),
        ("Present deadline", _due(life)),
        ("State", session.term(task.state)),
        ("Against the deadline", _class(life)),
        ("Product", task.product or ""),
        ("Authority", task.authority or ""),
        ("Urgency", session.term(task.urgency)),
        ("Secrecy", "" if task.secrecy is Secrecy.NORMAL else session.term(task.secrecy)),
        ("Field", task.field or ""),
        ("Coefficient K", session.words.show(task.coefficient)),
        ("Quantity", str(task.quantity)),
        ("Progress", f"{task.percent} %"),
        ("Obstacle", task.obstacle or ""),
        ("Leader in charge", names.official(task.leader)),
        ("Public concern", session.words.show(True) if task.public_concern else ""),
        ("Objective cause", task.objective_cause or ""),
        ("Recalled on", session.day(task.recalled_on)),
        ("Note", task.note or ""),
        ("Six clears", _clears(life)),
    ]


def _person(life: Life, number: Any) -> str:
    return f"{life.names.official(number)} ({life.names.code(number)})" if number is not None else ""


def _due(life: Life) -> str:
    task, session = life.task, life.session
    day = session.day(task.due_on) or session.text("no deadline")
    changes = session.text("extensions: {extensions}, pauses: {pauses}", extensions=task.extensions, pauses=task.pauses)
    return f"{day}  ({changes})" if task.extensions or task.pauses else day


def _class(life: Life) -> str:
    session = life.session
    found = session.term(life.deadline_class)
    if not life.lateness.days:
        return found
    days, working = life.lateness
    late = session.text("late: {days} days, {working} working days", days=days, working=working)
    return f"{found} ({late})"


def _clears(life: Life) -> str:
    from tracker.domain.clarity import clear

    return f"{clear(life.task).dots}/6"


def _lists(life: Life) -> list[tuple[str, list[str]]]:
    return [
        ("Progress entries", [_progress(life, each) for each in life.events(events.Progress)]),
        ("Submissions", [_submission(life, each) for each in life.events(events.Submission)]),
        ("Extensions", [_extension(life, each) for each in life.events(events.Extension)]),
        ("Hand-overs", [_hand_over(life, each) for each in life.events(events.HandOver)]),
        ("Pauses", [_span(life, each.paused_on, each.resumed_on, each.reason) for each in life.events(events.Pause)]),
        (
            "Declinings",
            [_span(life, each.declined_on, each.decided_on, each.reason) for each in life.events(events.Decline)],
        ),
        ("Chases", [_chase(life, each) for each in life.events(events.Chase)]),
        ("Co-ordinators' parts", [_part(life, each) for each in life.coordinators if each.part or each.answer]),
        ("Explanations", [_explanation(life, each) for each in life.events(events.Explanation)]),
        ("Evidence", [_evidence(life, each) for each in life.events(events.Evidence)]),
        ("Journal", _journal(life)),
    ]


def _progress(life: Life, each: events.Progress) -> str:
    return _joined(life.session.day(each.reported_on), f"{each.percent} %", each.note)


def _submission(life: Life, each: events.Submission) -> str:
    session = life.session
    decided = f"{session.term(each.decision)} {session.day(each.decided_on)}" if each.decision else ""
    return _joined(session.day(each.submitted_on), each.product_number, decided, each.reason)


def _extension(life: Life, each: events.Extension) -> str:
    session = life.session
    days = f"{session.day(each.due_before)} → {session.day(each.proposed_due_on)}"
    decided = f"{session.term(each.decision)} {session.day(each.decided_on)}" if each.decision else ""
    who = life.names.official(each.decided_by)
    return _joined(session.day(each.asked_on), days, each.reason, decided, who, each.decision_reason, each.basis)


def _hand_over(life: Life, each: events.HandOver) -> str:
    people = f"{life.names.official(each.from_owner)} → {life.names.official(each.to_owner)}"
    return _joined(life.session.day(each.handed_on), people, each.reason, each.basis)


def _span(life: Life, begun: date, ended: date | None, reason: str) -> str:
    return _joined(f"{life.session.day(begun)} – {life.session.day(ended) or '…'}", reason)


def _chase(life: Life, each: events.Chase) -> str:
    return _joined(life.session.day(each.chased_on), life.names.official(each.chased_by), each.reason)


def _part(life: Life, each: events.Coordination) -> str:
    return _joined(each.name, each.part, life.session.day(each.answered_on), each.answer)


def _explanation(life: Life, each: events.Explanation) -> str:
    session = life.session
    accepted = {None: "", True: session.text("accepted"), False: session.text("not accepted")}[each.accepted]
    return _joined(
        session.day(each.explained_on), session.term(each.cause), each.text, each.remedy, accepted, each.document
    )


def _evidence(life: Life, each: events.Evidence) -> str:
    days = life.session.text("dated {dated}, filed {filed}", dated=each.dated_on, filed=each.filed_on)
    return _joined(each.name, days, f"SHA-256 {each.sha256[:12]}…")


def _journal(life: Life) -> list[str]:
    """One line per event of the journal: an action may hold several events of one task."""
    from tracker.cli.journal import local_time

    seen: dict[tuple[object, ...], str] = {}
    for entry in life.entries:
        key = (entry.action, entry.verb, entry.declared_on)
        day = life.session.day(date.fromisoformat(entry.declared_on))
        recorded = life.session.text("recorded {at}", at=local_time(life.session, entry.at))
        verb = life.session.text(VERBS.get(entry.verb, entry.verb))
        seen.setdefault(key, _joined(f"{entry.action}", day, verb, life.names.who(entry), recorded))
    return list(seen.values())


def _joined(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)


COMMANDS = (
    Command(
        "task show",
        "One task with its whole history",
        show,
        NUMBER,
        Option("--recorded-by", "As it had been recorded by the end of that day", iso_day, value="DATE"),
        Option("--json", "As JSON", flag=True),
    ),
)
