"""`task start`, `submit`, `confirm` and the rest: one verb, one action. (`add` and `edit` are in adding.py.)"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.cli.options import Command, Given, Option, day, line, long_text, path, whole
from tracker.cli.said import NUMBER, SAID, coordinator, person, said

if TYPE_CHECKING:
    from tracker.cli.session import Session
    from tracker.domain.tasks import TaskId
    from tracker.store import Changes


def propose(session: Session, given: Given) -> None:
    """Put a draft forward."""
    from tracker.actions import tasks

    told(session, tasks.propose(session.store, session.actor, task_id(session, given), **said(given)))


def assign(session: Session, given: Given) -> None:
    """Assign a draft or a proposal."""
    from tracker.actions import tasks

    told(session, tasks.assign(session.store, session.actor, task_id(session, given), **said(given)))


def refuse(session: Session, given: Given) -> None:
    """Send a proposal back: it becomes a draft again."""
    from tracker.actions import tasks

    told(session, tasks.refuse(session.store, session.actor, task_id(session, given), **said(given)))


def start(session: Session, given: Given) -> None:
    """The owner begins."""
    from tracker.actions import work

    told(session, work.start(session.store, session.actor, task_id(session, given), **said(given)))


def progress(session: Session, given: Given) -> None:
    """The owner reports progress."""
    from tracker.actions import work

    done = work.progress(
        session.store,
        session.actor,
        task_id(session, given),
        given.percent,
        note=given.note,
        obstacle=given.obstacle,
        **said(given),
    )
    told(session, done)


def submit(session: Session, given: Given) -> None:
    """The owner hands in the result."""
    from tracker.actions import work

    done = work.submit(
        session.store,
        session.actor,
        task_id(session, given),
        product_number=given.product_number,
        product_on=given.product_on,
        files=given.file,
        note=given.note,
        **said(given),
    )
    told(session, done)


def add_evidence(session: Session, given: Given) -> None:
    """File evidence beside a submission."""
    from tracker.actions import work

    done = work.add_evidence(
        session.store, session.actor, task_id(session, given), given.file, dated_on=given.dated_on, **said(given)
    )
    told(session, done)


def decline(session: Session, given: Given) -> None:
    """The owner declines, or asks for the task to go to another."""
    from tracker.actions import work

    told(session, work.decline(session.store, session.actor, task_id(session, given), **said(given)))


def explain(session: Session, given: Given) -> None:
    """Explain a lateness."""
    from tracker.actions import work
    from tracker.domain.events import CauseKind

    done = work.explain(
        session.store,
        session.actor,
        task_id(session, given),
        CauseKind(given.cause),
        given.text,
        remedy=given.remedy,
        obstacle=given.obstacle,
        coordinator=person(session.store, given.coordinator, "coordinator") if given.coordinator else None,
        **said(given),
    )
    told(session, done)


def decide_explanation(session: Session, given: Given) -> None:
    """The assigner accepts the newest explanation, or does not."""
    from tracker.actions import decisions

    done = decisions.accept(
        session.store,
        session.actor,
        task_id(session, given),
        accepted=given.accept,
        document=given.document,
        document_on=given.document_on,
        **said(given),
    )
    told(session, done)


def answer(session: Session, given: Given) -> None:
    """A co-ordinator's part."""
    from tracker.actions import work

    who = coordinator(session.store, given.as_coordinator)
    told(session, work.answer(session.store, session.actor, task_id(session, given), who, given.text, **said(given)))


def confirm(session: Session, given: Given) -> None:
    """The assigner confirms the result."""
    from tracker.actions import decisions

    done = decisions.confirm(
        session.store,
        session.actor,
        task_id(session, given),
        faults=given.faults or 0,
        objective_cause=given.objective_cause,
        **said(given),
    )
    told(session, done)


def return_(session: Session, given: Given) -> None:
    """The assigner returns a result, or insists after a declining."""
    from tracker.actions import decisions

    told(session, decisions.return_(session.store, session.actor, task_id(session, given), **said(given)))


def pause(session: Session, given: Given) -> None:
    """The clock stops."""
    from tracker.actions import decisions

    told(session, decisions.pause(session.store, session.actor, task_id(session, given), **said(given)))


def resume(session: Session, given: Given) -> None:
    """The clock runs again."""
    from tracker.actions import decisions

    told(session, decisions.resume(session.store, session.actor, task_id(session, given), **said(given)))


def recall(session: Session, given: Given) -> None:
    """The task is taken back."""
    from tracker.actions import tasks

    told(session, tasks.recall(session.store, session.actor, task_id(session, given), **said(given)))


def chase(session: Session, given: Given) -> None:
    """Đôn đốc."""
    from tracker.actions import chases

    told(session, chases.chase(session.store, session.actor, task_id(session, given), **said(given)))


def ask_extension(session: Session, given: Given) -> None:
    """Ask for a later deadline."""
    from tracker.actions import extensions

    told(session, extensions.ask(session.store, session.actor, task_id(session, given), given.due_on, **said(given)))


def decide_extension(session: Session, given: Given) -> None:
    """Approve or reject the open request."""
    from tracker.actions import extensions

    done = extensions.decide(
        session.store, session.actor, task_id(session, given), approve=given.approve, **said(given)
    )
    told(session, done)


def hand_over(session: Session, given: Given) -> None:
    """Give one task, or all open tasks of a person, to another."""
    from tracker.actions import hand_overs

    to = person(session.store, given.to, "to")
    more: dict[str, Any] = {"superior": given.superior, **said(given)}
    if given.all_of:
        owner = person(session.store, given.all_of, "all_of")
        done = hand_overs.hand_over_all(session.store, session.actor, owner, to, **more)
    else:
        done = hand_overs.hand_over(session.store, session.actor, task_id(session, given), to, **more)
    told(session, done)


def task_id(session: Session, given: Given) -> TaskId:
    """The task whose number was given."""
    from tracker.store import tasks

    return tasks.by_number(session.store, given.number).id


def told(session: Session, done: Changes) -> None:
    """Say what each changed task has become."""
    from tracker.actions import tasks as actions
    from tracker.store import tasks

    for kind, number in done.records:
        if kind == "task":
            task = tasks.get(session.store, number)  # type: ignore[arg-type]
            for notice in actions.notices(session.store, task):
                session.note(session.words.sentence(notice))
            session.say(
                "{number}: {state}; deadline {due}; action {action} of the journal.",
                number=task.number,
                state=task.state,
                due=task.due_on or session.text("none"),
                action=done.action,
            )
    if all(kind != "task" for kind, _ in done.records):
        session.say("Recorded; action {action} of the journal.", action=done.action)


_FILES = Option("--file", "A file that proves it; may be repeated", path, value="FILE", many=True, key="file")
_NOTE = Option("--note", "A note", long_text)
_OBSTACLE = Option("--obstacle", "What stands in the way", long_text)

COMMANDS = (
    Command("task propose", "Put a draft forward for approval", propose, NUMBER, *SAID),
    Command("task assign", "Assign a draft or a proposal", assign, NUMBER, *SAID),
    Command("task refuse", "Refuse a proposal: it is a draft again", refuse, NUMBER, *SAID),
    Command("task start", "The owner begins", start, NUMBER, *SAID),
    Command(
        "task progress",
        "The owner reports progress",
        progress,
        NUMBER,
        Option("--percent", "How much is done, 0 to 100", whole, value="P", required=True),
        _NOTE,
        _OBSTACLE,
        *SAID,
    ),
    Command(
        "task submit",
        "The owner hands in the result: number of the product, or a file",
        submit,
        NUMBER,
        Option("--product-number", "Number of the product", line, value="X"),
        Option("--product-date", "Date of the product", day, value="DATE", key="product_on"),
        _FILES,
        _NOTE,
        *SAID,
    ),
    Command(
        "task add-evidence",
        "File evidence",
        add_evidence,
        NUMBER,
        Option(
            "--file",
            "A file that proves it; may be repeated",
            path,
            value="FILE",
            many=True,
            required=True,
            key="file",
        ),
        Option("--dated", "Day of the proof, if not the day of filing", day, value="DATE", key="dated_on"),
        *SAID,
    ),
    Command(
        "task confirm",
        "The assigner confirms the result",
        confirm,
        NUMBER,
        Option("--faults", "Number of faults in quality", whole, value="N"),
        Option("--objective-cause", "Document that confirms an objective cause of lateness", line, value="DOC"),
        *SAID,
    ),
    Command("task return", "The assigner returns a result, or insists after a declining", return_, NUMBER, *SAID),
    Command("task decline", "The owner declines", decline, NUMBER, *SAID),
    Command(
        "task ask-extension",
        "The owner asks for a later deadline",
        ask_extension,
        NUMBER,
        Option("--due", "The proposed deadline", day, value="DATE", required=True, key="due_on"),
        *SAID,
    ),
    Command(
        "task decide-extension",
        "The assigner decides the open request for a later deadline",
        decide_extension,
        NUMBER,
        Option("--approve", "The deadline moves", flag=True),
        Option("--reject", "The deadline stays", flag=True),
        *SAID,
        exclusive=("!--approve --reject",),
    ),
    Command(
        "task hand-over",
        "Give a task, or all open tasks of a person, to another owner",
        hand_over,
        Option("NUMBER", "Number of the task"),
        Option("--all-of", "All open tasks of this official", value="CODE"),
        Option("--to", "The new owner", value="CODE", required=True),
        Option("--superior", "The superior who assigns, where the new owner heads the office", line, value="NAME"),
        *SAID,
        exclusive=("!NUMBER --all-of",),
    ),
    Command("task chase", "Press for the result", chase, NUMBER, *SAID),
    Command("task pause", "Stop the clock", pause, NUMBER, *SAID),
    Command(
        "task resume", "Let the clock run again; the deadline moves by the working days paused", resume, NUMBER, *SAID
    ),
    Command("task recall", "Take the task back; it stays in the journal", recall, NUMBER, *SAID),
    Command(
        "task answer",
        "Record a co-ordinator's part",
        answer,
        NUMBER,
        Option("--as-coordinator", "The co-ordinator", value="CODE", required=True),
        Option("--text", "The answer", long_text, required=True),
        *SAID,
    ),
    Command(
        "task explain",
        "Explain a lateness",
        explain,
        NUMBER,
        Option("--cause", "Kind of cause", choices=("subjective", "objective", "coordination"), required=True),
        Option("--text", "The explanation", long_text, required=True),
        Option("--remedy", "What is done about it", long_text),
        _OBSTACLE,
        Option("--coordinator", "The co-ordinator with whom the cause lies", value="CODE"),
        *SAID,
    ),
    Command(
        "task decide-explanation",
        "The assigner accepts the newest explanation, or does not",
        decide_explanation,
        NUMBER,
        Option("--accept", "It is accepted", flag=True),
        Option("--reject", "It is not accepted", flag=True),
        Option("--document", "Document that confirms an objective cause", line, value="DOC"),
        Option("--document-date", "Date of that document", day, value="DATE", key="document_on"),
        *SAID,
        exclusive=("!--accept --reject",),
    ),
)
