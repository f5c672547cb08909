"""What the journal's verbs, fields and values are called on the screen, and who did something as one line."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from enum import StrEnum

    from tracker.words import Words

    Said = Callable[[Words], str]

_DEEDS: Mapping[str, Said] = {
    "birth": lambda words: words.text("Journal begun"),
    "init": lambda words: words.text("Office set up"),
    "unit.add": lambda words: words.text("Unit added"),
    "unit.edit": lambda words: words.text("Unit changed"),
    "official.add": lambda words: words.text("Official added"),
    "official.edit": lambda words: words.text("Official changed"),
    "appointment.add": lambda words: words.text("Appointment added"),
    "appointment.edit": lambda words: words.text("Appointment changed"),
    "appointment.end": lambda words: words.text("Appointment ended"),
    "right.grant": lambda words: words.text("Right granted"),
    "right.revoke": lambda words: words.text("Right revoked"),
    "account.set": lambda words: words.text("Password set"),
    "setting.set": lambda words: words.text("Setting changed"),
    "calendar.set": lambda words: words.text("Calendar changed"),
    "task.draft": lambda words: words.text("Drafted"),
    "task.propose": lambda words: words.text("Proposed"),
    "task.assign": lambda words: words.text("Task assigned"),
    "task.refuse": lambda words: words.text("Proposal refused"),
    "task.start": lambda words: words.text("Work begun"),
    "task.progress": lambda words: words.text("Progress reported"),
    "task.submit": lambda words: words.text("Result submitted"),
    "task.confirm": lambda words: words.text("Result confirmed"),
    "task.return": lambda words: words.text("Result returned"),
    "task.decline": lambda words: words.text("Task declined"),
    "task.insist": lambda words: words.text("Declining refused"),
    "task.hand_over": lambda words: words.text("Handed over"),
    "task.pause": lambda words: words.text("Task paused"),
    "task.resume": lambda words: words.text("Task resumed"),
    "task.recall": lambda words: words.text("Task recalled"),
    "task.chase": lambda words: words.text("Chased"),
    "task.edit": lambda words: words.text("Edited"),
    "extension.ask": lambda words: words.text("Extension asked"),
    "extension.decide": lambda words: words.text("Extension decided"),
    "coordination.answer": lambda words: words.text("Co-ordinator answered"),
    "lateness.explain": lambda words: words.text("Lateness explained"),
    "lateness.accept": lambda words: words.text("Explanation decided"),
    "evidence.add": lambda words: words.text("Evidence filed"),
    "import": lambda words: words.text("Imported"),
    "paper.form": lambda words: words.text("Signers and recipients changed"),
    "report.keep": lambda words: words.text("Report kept"),
    "report.issue": lambda words: words.text("Report issued"),
    "undo": lambda words: words.text("Undone"),
    "restore": lambda words: words.text("Restored from a backup"),
    "clock.backwards": lambda words: words.text("Machine's clock ran backwards"),
}
"""Written out each, so that a test finds every one of them translated."""

_FIELDS: Mapping[str, Said] = {
    "number": lambda words: words.text("Number"),
    "title": lambda words: words.text("Task"),
    "state": lambda words: words.text("Status"),
    "owner": lambda words: words.text("Answerable"),
    "assigner": lambda words: words.text("Assigned by"),
    "superior": lambda words: words.text("Superior who assigns"),
    "leader": lambda words: words.text("Leader in charge"),
    "authority": lambda words: words.text("Authority"),
    "product": lambda words: words.text("Product"),
    "quantity": lambda words: words.text("Quantity"),
    "assigned_on": lambda words: words.text("Assigned on"),
    "starts_on": lambda words: words.text("Begins on"),
    "original_due_on": lambda words: words.text("First deadline"),
    "due_on": lambda words: words.text("Present deadline"),
    "deadline_days": lambda words: words.text("Working days given"),
    "draft_due_on": lambda words: words.text("Draft due on"),
    "no_deadline_reason": lambda words: words.text("Reason for no deadline"),
    "source_kind": lambda words: words.text("Kind of source"),
    "source_number": lambda words: words.text("Source document"),
    "source_on": lambda words: words.text("Date of the source document"),
    "source_summary": lambda words: words.text("Summary of the document"),
    "source_issuer": lambda words: words.text("Issued by"),
    "urgency": lambda words: words.text("Urgency"),
    "secrecy": lambda words: words.text("Secrecy"),
    "field": lambda words: words.text("Field of work"),
    "complexity": lambda words: words.text("Group of complexity"),
    "coefficient": lambda words: words.text("Coefficient K"),
    "parent": lambda words: words.text("Task above"),
    "public_concern": lambda words: words.text("Public concern"),
    "percent": lambda words: words.text("Progress (%)"),
    "obstacle": lambda words: words.text("Obstacle"),
    "submitted_on": lambda words: words.text("Submitted on"),
    "faults": lambda words: words.text("Faults in quality"),
    "objective_cause": lambda words: words.text("Document on the objective cause"),
    "changed_after_start": lambda words: words.text("Changed after the start"),
    "note": lambda words: words.text("Note"),
    "coordinator": lambda words: words.text("Co-ordinator"),
    "coordinator_due_on": lambda words: words.text("Co-ordinator's date"),
    "part": lambda words: words.text("Part of the work"),
    "answer": lambda words: words.text("Answer"),
    "product_number": lambda words: words.text("Product number"),
    "product_on": lambda words: words.text("Date of the product"),
    "decision": lambda words: words.text("Decision"),
    "decision_reason": lambda words: words.text("Reason of the decision"),
    "proposed_due_on": lambda words: words.text("Deadline asked for"),
    "cause": lambda words: words.text("Cause"),
    "text": lambda words: words.text("Explanation"),
    "remedy": lambda words: words.text("Remedy"),
    "accepted": lambda words: words.text("Accepted"),
    "document": lambda words: words.text("Confirming document"),
    "document_on": lambda words: words.text("Date of that document"),
    "file": lambda words: words.text("File"),
    "dated_on": lambda words: words.text("Date of the evidence"),
}
"""Names of the fields that a history tells (tracker.figures.history.TOLD)."""


def deed(words: Words, verb: str) -> str:
    """What was done, for a verb of the journal; a verb of a later program by its own name."""
    return _DEEDS[verb](words) if verb in _DEEDS else verb


def field(words: Words, name: str) -> str:
    """What a field is called; one of a later program by its own name."""
    return _FIELDS[name](words) if name in _FIELDS else name


def value(words: Words, name: str, shown: object) -> str:
    """A value of a field: codes in words, days as people write them, nothing as a dash."""
    if isinstance(shown, str):
        return next((words.term(kind(shown)) for kind in _kinds(name) if shown in set(kind)), shown)
    if isinstance(shown, date) and not isinstance(shown, datetime):
        return day(words, shown)
    return words.show(shown)


def day(words: Words, shown: date) -> str:
    """A day in full: 05/3/2026."""
    from tracker.domain.dates import show_date

    return show_date(shown) if words.language == "vi" else shown.isoformat()


def moment(words: Words, at: datetime) -> str:
    """A recording time at this machine's place: day and hour."""
    local = at.astimezone()
    return f"{day(words, local.date())} {local:%H:%M}"


def who(words: Words, actor: str, behalf: str) -> str:
    """Who did something, and for whom it was recorded ("ghi thay")."""
    if not behalf:
        return actor
    return words.text("{clerk}, recorded for {official}", clerk=actor, official=behalf)


def _kinds(name: str) -> tuple[type[StrEnum], ...]:
    """The enums that the codes of a field come from."""
    from tracker.domain import events, tasks

    found: dict[str, tuple[type[StrEnum], ...]] = {
        "state": (tasks.TaskState,),
        "source_kind": (tasks.SourceKind,),
        "urgency": (tasks.Urgency,),
        "secrecy": (tasks.Secrecy,),
        "cause": (events.CauseKind,),
        "decision": (events.ExtensionDecision, events.SubmissionDecision, events.DeclineDecision),
    }
    return found.get(name, ())
