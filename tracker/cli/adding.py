"""`task add` and `task edit`: what a person says of a task."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from tracker.cli.options import Command, Given, Option, Usage, day, factor, line, long_text, whole
from tracker.cli.said import NUMBER, SAID, coordinator, person, said

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.cli.session import Session
    from tracker.domain.new_task import NewCoordinator
    from tracker.store import Store

SYNONYMS = {"thuong": "normal", "khan": "urgent", "thuong khan": "very_urgent", "hoa toc": "express"}
"""Độ khẩn as a clerk writes it, accents ignored."""
PEOPLE = ("owner", "assigner", "leader")
PLAIN = (
    *("number", "title", "product", "superior", "due_on", "deadline_days", "no_deadline_reason", "source_kind"),
    *(
        "source_number",
        "source_on",
        "source_summary",
        "source_issuer",
        "authority",
        "quantity",
        "starts_on",
        "draft_due_on",
    ),
    *("urgency", "secrecy", "field", "complexity", "coefficient", "public_concern", "note"),
)
"""Options whose value is that of the field with the same name."""
EMPTY: dict[str, object] = {
    **dict.fromkeys(
        ("product", "source_number", "source_on", "source_summary", "source_issuer", "authority", "leader")
    ),
    **dict.fromkeys(("draft_due_on", "field", "complexity", "parent", "note")),
    "coordinators": (),
    "public_concern": False,
}
"""What `--clear` makes of a field."""


def add(session: Session, given: Given) -> None:
    """Add a task and print its number on the last line."""
    from tracker.actions import tasks
    from tracker.domain.new_task import NewTask

    action = tasks.draft if given.draft else tasks.add
    done = action(session.store, session.actor, NewTask(**_fields(session.store, given)), **said(given))
    task = tasks.made(session.store, done)
    for notice in tasks.notices(session.store, task):
        session.note(session.words.sentence(notice))
    session.say(
        "{title}: {state}; action {action} of the journal.", title=task.title, state=task.state, action=done.action
    )
    session.print(task.number)


def edit(session: Session, given: Given) -> None:
    """Change what was said of a task; never its owner, deadline or state."""
    from tracker.actions import edits
    from tracker.cli.verbs import task_id, told

    fields = _fields(session.store, given)
    fields |= {name: EMPTY[name] for name in given.clear}
    fields.pop("number", None)
    if not fields:
        raise Usage("usage.nothing_to_edit")
    told(session, edits.edit(session.store, session.actor, task_id(session, given), fields, **said(given)))  # type: ignore[arg-type]


def _fields(store: Store, given: Given) -> dict[str, Any]:
    """The fields that were given, as the actions want them."""
    from tracker.store import tasks

    found: dict[str, Any] = given.only(*PLAIN)
    found |= {name: person(store, code, name) for name, code in given.only(*PEOPLE).items()}
    if given.coordinators:
        found["coordinators"] = tuple(_coordinator(store, text) for text in given.coordinators)
    if given.parent:
        found["parent"] = tasks.by_number(store, given.parent).id
    return found


def _coordinator(store: Store, text: str) -> NewCoordinator:
    from tracker.domain.new_task import NewCoordinator

    found = coordinator(store, text)
    return NewCoordinator(name=found) if isinstance(found, str) else NewCoordinator(official=found)


def one_of(enum: str) -> Callable[[str], StrEnum]:
    """A reader of an enum of tracker.domain.tasks: its value, or the Vietnamese word."""

    def read(text: str) -> StrEnum:
        from tracker.domain import tasks
        from tracker.domain.text import fold

        kind: type[StrEnum] = getattr(tasks, enum)
        value = SYNONYMS.get(fold(text), text.replace("-", "_").lower())
        if value not in list(kind):
            raise Usage("usage.choice", text=text, choices=", ".join(kind))
        return kind(value)

    return read


_SAID_OF_A_TASK = (
    Option("--product", "What must come out of it", line),
    Option(
        "--coordinator",
        "Who works along: a code, or words as “các phòng”; may be repeated",
        key="coordinators",
        value="CODE",
        many=True,
    ),
    Option("--source", "Number of the document it comes from", key="source_number", value="NUMBER"),
    Option("--source-date", "Date of that document", day, key="source_on", value="DATE"),
    Option("--source-kind", "Kind of source", one_of("SourceKind"), value="KIND"),
    Option("--source-summary", "Subject of that document", long_text),
    Option("--source-issuer", "Who issued that document"),
    Option("--urgency", "normal, urgent, very_urgent or express", one_of("Urgency"), value="URGENCY"),
    Option("--secrecy", "normal, restricted or secret", one_of("Secrecy"), value="SECRECY"),
    Option("--authority", "What the owner may decide"),
    Option("--field", "Field of work"),
    Option("--leader", "Who leads beside the owner", value="CODE"),
    Option("--complexity", "Group of complexity", choices=("N1", "N2", "N3", "N4", "N5")),
    Option("--coefficient", "Conversion factor K", factor, value="K"),
    Option("--quantity", "How many products", whole, value="N"),
    Option("--draft-due", "When the draft must be shown", day, key="draft_due_on", value="DATE"),
    Option("--parent", "The task above it", value="NUMBER"),
    Option("--public-concern", "The public takes an interest", flag=True),
    Option("--note", "A note", long_text),
    Option("--owner", "Who answers for it", value="CODE"),
    Option("--due", "The deadline", day, key="due_on", value="DATE"),
    Option("--days", "The deadline in working days from the assignment", whole, key="deadline_days", value="N"),
    Option("--no-deadline", "Why it has no deadline", key="no_deadline_reason", value="REASON"),
    Option("--assigner", "Who assigns, if not the one who acts", value="CODE"),
    Option("--superior", "The superior who assigns, where no official of the office does", value="NAME"),
    Option("--start", "Day on which the work begins", day, key="starts_on", value="DATE"),
)
_EXCLUSIVE = ("--due --days --no-deadline", "--assigner --superior")

COMMANDS = (
    Command(
        "task add",
        "Add a task: assigned at once where the actor may, else a proposal; prints its number on the last line",
        add,
        Option("--title", "What is to be done", required=True),
        *_SAID_OF_A_TASK,
        Option("--number", "A number of its own, if not the next of the series"),
        Option("--draft", "Only a draft", flag=True),
        *SAID,
        exclusive=_EXCLUSIVE,
    ),
    Command(
        "task edit",
        "Change what was said of a task (owner, deadline and state only of a draft)",
        edit,
        NUMBER,
        Option("--title", "What is to be done"),
        *_SAID_OF_A_TASK,
        Option("--clear", "Empty this field; may be repeated", choices=EMPTY, many=True),
        *SAID,
        exclusive=_EXCLUSIVE,
    ),
)
