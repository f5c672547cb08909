"""Fields of every kind of record in words, and their stored values as people read them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from tracker.domain import officials, units
from tracker.domain.errors import Expected
from tracker.ui import deeds

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tracker.figures.called import Names
    from tracker.store import Store
    from tracker.words import Words

    Said = Callable[[Words], str]

HIDDEN = frozenset(
    {"id", "version", "task", "search", "name_key", "number_key", "family_name", "given_name", "moved_on"}
    | {"closed_on", "submission", "coordination"}
)
"""What follows from other fields, or says nothing to people."""
_USUAL: dict[str, Any] = {"quantity": 1, "coefficient": "1", "urgency": "normal", "secrecy": "normal", "percent": 0}
_PEOPLE = frozenset({"owner", "assigner", "from_owner", "to_owner", "official"})
_ANSWERS = frozenset(
    {"public_concern", "changed_after_start", "accepted", "undone", "removed", "main", "working", "confirmed"}
    | {"revoked", "from_old_book"}
)
_UNITS = frozenset({("unit", "parent"), ("unit", "successor"), ("appointment", "unit"), ("right_granted", "unit")})
_SECRET = frozenset({"password_hash"})

_OF_KIND: Mapping[tuple[str, str], Said] = {
    ("unit", "parent"): lambda words: words.text("Unit above"),
    ("unit", "kind"): lambda words: words.text("Kind of unit"),
    ("unit", "superior"): lambda words: words.text("Superior body"),
    ("unit", "successor"): lambda words: words.text("Successor"),
    ("official", "name"): lambda words: words.text("Name"),
    ("unit", "name"): lambda words: words.text("Full name"),
    ("appointment", "title"): lambda words: words.text("Post"),
    ("appointment", "leader"): lambda words: words.text("Leader's post"),
    ("coordination", "name"): lambda words: words.text("Co-ordinator"),
    ("coordination", "official"): lambda words: words.text("Co-ordinator"),
    ("coordination", "due_on"): lambda words: words.text("Co-ordinator's date"),
    ("evidence", "name"): lambda words: words.text("File"),
    ("calendar_day", "name"): lambda words: words.text("Called"),
    ("calendar_day", "document"): lambda words: words.text("Document"),
    ("calendar_year", "document"): lambda words: words.text("Document"),
    ("setting", "value"): lambda words: words.text("Value"),
    ("number_series", "last"): lambda words: words.text("Last number given"),
    ("paper_form", "superior"): lambda words: words.text("Superior body"),
    ("paper_form", "symbol"): lambda words: words.text("Symbol"),
    ("kept_report", "title"): lambda words: words.text("Report"),
    ("kept_report", "number"): lambda words: words.text("Number of the report"),
    ("kept_report", "name"): lambda words: words.text("File"),
    ("kept_report", "symbol"): lambda words: words.text("Symbol"),
    ("kept_report", "document"): lambda words: words.text("SHA-256 of the content"),
    ("kept_report", "paper"): lambda words: words.text("SHA-256 of the paper"),
    ("clock", "text"): lambda words: words.text("Hour before"),
}
_FIELDS: Mapping[str, Said] = {
    "code": lambda words: words.text("Code"),
    "name": lambda words: words.text("Name"),
    "short_name": lambda words: words.text("Short name"),
    "symbol": lambda words: words.text("Symbol on documents"),
    "issuing_name": lambda words: words.text("Name on documents"),
    "place": lambda words: words.text("Place name"),
    "awaited_head": lambda words: words.text("Head awaited"),
    "valid_from": lambda words: words.text("Valid from"),
    "valid_to": lambda words: words.text("Valid to"),
    "unit": lambda words: words.text("Unit"),
    "official": lambda words: words.text("Official"),
    "standing": lambda words: words.text("Standing"),
    "employment": lambda words: words.text("Employment"),
    "main": lambda words: words.text("Main post"),
    "starts_on": lambda words: words.text("From"),
    "ends_on": lambda words: words.text("To"),
    "decision_number": lambda words: words.text("Decision number"),
    "decision_on": lambda words: words.text("Date of the decision"),
    "right_name": lambda words: words.text("Right"),
    "revoked": lambda words: words.text("Revoked"),
    "password_hash": lambda words: words.text("Password"),
    "working": lambda words: words.text("Working day"),
    "confirmed": lambda words: words.text("Confirmed"),
    "undone": lambda words: words.text("Undone"),
    "undone_by": lambda words: words.text("Undone by action"),
    "removed": lambda words: words.text("Removed"),
    "from_old_book": lambda words: words.text("From an old book"),
    "reason": lambda words: words.text("Reason"),
    "basis": lambda words: words.text("Basis document"),
    "basis_on": lambda words: words.text("Date of the basis"),
    "confirmed_on": lambda words: words.text("Confirmed on"),
    "recalled_on": lambda words: words.text("Recalled on"),
    "recall_reason": lambda words: words.text("Reason of recalling"),
    "paused_on": lambda words: words.text("Paused on"),
    "paused_by": lambda words: words.text("Paused by"),
    "resumed_on": lambda words: words.text("Resumed on"),
    "resumed_by": lambda words: words.text("Resumed by"),
    "resume_state": lambda words: words.text("Status before the pause"),
    "due_before": lambda words: words.text("Deadline before"),
    "due_after": lambda words: words.text("Deadline after"),
    "decided_on": lambda words: words.text("Decided on"),
    "decided_by": lambda words: words.text("Decided by"),
    "asked_on": lambda words: words.text("Asked on"),
    "asked_by": lambda words: words.text("Asked by"),
    "answered_on": lambda words: words.text("Answered on"),
    "submitted_by": lambda words: words.text("Submitted by"),
    "from_owner": lambda words: words.text("Handed over by"),
    "to_owner": lambda words: words.text("Handed over to"),
    "handed_on": lambda words: words.text("Handed over on"),
    "handed_by": lambda words: words.text("Hand-over decided by"),
    "reported_on": lambda words: words.text("Reported on"),
    "reported_by": lambda words: words.text("Reported by"),
    "chased_on": lambda words: words.text("Chased on"),
    "chased_by": lambda words: words.text("Chased by"),
    "declined_on": lambda words: words.text("Declined on"),
    "declined_by": lambda words: words.text("Declined by"),
    "explained_on": lambda words: words.text("Explained on"),
    "explained_by": lambda words: words.text("Explained by"),
    "accepted_on": lambda words: words.text("Examined on"),
    "accepted_by": lambda words: words.text("Examined by"),
    "confirmed_by": lambda words: words.text("Confirmed by"),
    "filed_on": lambda words: words.text("Filed on"),
    "filed_by": lambda words: words.text("Filed by"),
    "extensions": lambda words: words.text("Extensions so far"),
    "hand_overs": lambda words: words.text("Hand-overs so far"),
    "returns": lambda words: words.text("Returns so far"),
    "chases": lambda words: words.text("Chases so far"),
    "pauses": lambda words: words.text("Pauses so far"),
    "report": lambda words: words.text("Kind of report"),
    "signer": lambda words: words.text("Signer"),
    "issuer": lambda words: words.text("Issuer"),
    "signing": lambda words: words.text("Lines above the name"),
    "recipients": lambda words: words.text("Recipients"),
    "choices": lambda words: words.text("What was chosen"),
    "entries": lambda words: words.text("Journal up to entry"),
    "head": lambda words: words.text("Hash of that entry"),
    "chased": lambda words: words.text("Tasks urged"),
    "kept_on": lambda words: words.text("Kept on"),
    "kept_by": lambda words: words.text("Kept by"),
    "issued_on": lambda words: words.text("Issued on"),
    "issued_by": lambda words: words.text("Number given by"),
    "sha256": lambda words: words.text("SHA-256 of the file"),
    "size": lambda words: words.text("Size in bytes"),
}


def name(words: Words, kind: str, field: str) -> str:
    """What a field of a kind of record is called."""
    said = _OF_KIND.get((kind, field)) or _FIELDS.get(field)
    return said(words) if said else deeds.field(words, field)


def goes_without_saying(field: str, value: Any) -> bool:
    """Whether a value of a new record says nothing: empty, or what it usually is."""
    return value in (None, "", 0) or value == _USUAL.get(field)


def value(store: Store, words: Words, names: Names, kind: str, field: str, stored: Any) -> str:
    """A stored value as people read it: names for ids, dates, yes and no; a password never."""
    if stored is None or stored == "":
        return words.text("(empty)")
    if field in _SECRET:
        return words.text("(not shown)")
    if isinstance(stored, int):
        return _number(store, words, names, kind, field, stored)
    if isinstance(stored, str) and (field.endswith("_on") or field in ("valid_from", "valid_to", *_DUE)):
        return _day(words, stored)
    term = _TERMS.get((kind, field))
    if term is not None and stored in set(term):
        return words.term(term(stored))
    return deeds.value(words, "state" if field == "resume_state" else field, stored)


_DUE = ("due_before", "due_after")
_TERMS: dict[tuple[str, str], Any] = {
    ("unit", "kind"): units.UnitKind,
    ("appointment", "standing"): officials.Standing,
    ("appointment", "employment"): officials.Employment,
    ("right_granted", "right_name"): officials.Right,
}


def _day(words: Words, stored: str) -> str:
    try:
        return deeds.day(words, date.fromisoformat(stored))
    except ValueError:
        return stored


def _number(store: Store, words: Words, names: Names, kind: str, field: str, stored: int) -> str:
    if field in _PEOPLE or (field.endswith("_by") and field != "undone_by") or (kind, field) == ("task", "leader"):
        return names.official(stored) or str(stored)
    if (kind, field) in _UNITS:
        return names.of("unit", str(stored))
    if (kind, field) == ("task", "parent"):
        return _task(store, stored)
    if field in _ANSWERS or (kind, field) == ("appointment", "leader"):
        return words.show(bool(stored))
    return str(stored)


def _task(store: Store, stored: int) -> str:
    from tracker.domain.tasks import TaskId
    from tracker.store import tasks

    try:
        return tasks.get(store, TaskId(stored)).number
    except Expected:
        return str(stored)
