"""Lý lịch nhiệm vụ: the life of one task as its journal and its events tell it, up to today."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tracker.domain import events
from tracker.figures import paper, types
from tracker.figures.lives import Lives
from tracker.figures.people import People
from tracker.figures.recorded import recorded_at
from tracker.store import many, paper_forms, settings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.domain.officials import Actor, OfficialId
    from tracker.domain.tasks import Task, TaskId
    from tracker.domain.units import Unit
    from tracker.figures.types import Value
    from tracker.store import Store
    from tracker.store.journal import Entry

SYMBOL = "LL"
"""Letters of the sheet's number: NĐ 30/2020 knows no type of this name, an office may change them by hand."""
PROGRAM = "chương trình"
"""Who writes what no person does."""

TOLD: dict[str, tuple[str, ...]] = {
    "task": (
        *("number", "title", "state", "owner", "assigner", "superior", "leader", "authority", "product", "quantity"),
        *("assigned_on", "starts_on", "original_due_on", "due_on", "deadline_days", "draft_due_on"),
        *("no_deadline_reason", "source_kind", "source_number", "source_on", "source_summary", "source_issuer"),
        *("urgency", "secrecy", "field", "complexity", "coefficient", "parent", "public_concern", "percent"),
        *("obstacle", "submitted_on", "faults", "objective_cause", "changed_after_start", "note"),
    ),
    "coordination": ("name", "part", "due_on", "answer"),
    "progress": ("note",),
    "submission": ("product_number", "product_on", "decision"),
    "extension": ("proposed_due_on", "decision", "decision_reason"),
    "decline": ("decision",),
    "explanation": ("cause", "text", "remedy", "accepted", "document", "document_on"),
    "evidence": ("name", "dated_on"),
    "unit": (
        *("name", "short_name", "parent", "superior", "symbol", "issuing_name", "awaited_head"),
        *("valid_from", "valid_to", "successor"),
    ),
    "official": ("name",),
    "appointment": (
        *("official", "title", "unit", "standing", "leader", "field", "starts_on", "ends_on"),
        *("decision_number", "decision_on"),
    ),
    "right_granted": ("official", "right_name", "unit", "revoked"),
    "setting": ("value",),
    "calendar_day": ("name", "working", "document"),
    "calendar_year": ("confirmed", "document"),
    "kept_report": ("number", "issued_on"),
}
"""The fields whose changes a history tells, by kind of record: what else an entry holds follows from these."""
_USUAL: dict[str, Any] = {"quantity": 1, "coefficient": "1", "urgency": "normal", "secrecy": "normal"}
"""Values that go without saying when a task is made."""
CALLED = {
    ("coordination", "name"): "coordinator",
    ("coordination", "due_on"): "coordinator_due_on",
    ("evidence", "name"): "file",
    ("unit", "name"): "unit_name",
    ("unit", "parent"): "unit_above",
    ("unit", "superior"): "superior_body",
    ("official", "name"): "full_name",
    ("appointment", "official"): "person",
    ("appointment", "title"): "post",
    ("appointment", "leader"): "leads",
    ("appointment", "starts_on"): "held_from_on",
    ("right_granted", "official"): "person",
    ("calendar_day", "name"): "day_off",
    ("calendar_day", "document"): "ruling",
    ("calendar_year", "document"): "ruling",
    ("kept_report", "number"): "report_number",
}
"""Fields that a history calls otherwise, because those of the task have the same name."""
_PEOPLE = frozenset({"owner", "assigner", "leader", "person"})
_UNITS = frozenset({"unit", "unit_above", "successor"})
_ANSWERS = frozenset({"public_concern", "changed_after_start", "accepted", "leads", "revoked", "working", "confirmed"})


def task_history(
    store: Store, task: TaskId, today: date, actor: Actor, *, signer: OfficialId | None = None
) -> types.TaskHistory:
    """Everything that happened to a task, as a draft of the actor's. Raises Refused "task.unknown"."""
    from tracker.store import tasks

    with store.reading():
        record = tasks.get(store, task)
        people = People(store)
        lives = Lives(store, people, [task], today)
        unit = unit_of(people, lives, record, signer)
        return types.TaskHistory(
            paper=paper.paper(
                paper.foot(store, people, actor),
                people,
                unit,
                today,
                form=paper_forms.form(store, unit.id, "task-history"),
                symbol=SYMBOL,
                signer=signer or signer_of(people, unit, today, actor),
            ),
            task=lives.row(task),
            seen_on=today,
            authority=record.authority or settings.value(store, "default_authority"),
            urgency=record.urgency.value,
            field=record.field or "",
            coefficient=record.coefficient,
            quantity=record.quantity,
            custody=lives.custody(task),
            entries=_entries(store, people, many.history(store, task)),
            extensions=lives.extensions(task),
            pauses=lives.pauses(task),
            declines=lives.declines(task),
            submissions=lives.submissions(task),
            chases=lives.chases(task),
            coordinators=lives.coordinators(task),
            evidence=_evidence(store, task, today),
            secrecy=record.secrecy.value,
            old_book=next(iter(lives.old_books), None),
        )


def unit_of(people: People, lives: Lives, record: Task, signer: OfficialId | None) -> Unit:
    """The unit whose sheet it is: the owner's, or the nearest above it that somebody heads."""
    concerned = record.owner if record.owner is not None else record.assigner
    at = people.unit(concerned, lives.on) if concerned is not None else None
    first = unit = people.units[at] if at is not None else next(iter(people.units.values()))
    while signer is None and people.head(unit.id, lives.on) is None and unit.parent in people.units:
        unit = people.units[unit.parent]
    return unit if signer is not None or people.head(unit.id, lives.on) is not None else first


def signer_of(people: People, unit: Unit, day: date, actor: Actor) -> OfficialId | None:
    """Nobody special where the unit has a head, else whoever prints it."""
    return None if people.head(unit.id, day) is not None else actor.official


def _evidence(store: Store, task: int, on: date) -> tuple[types.Evidence, ...]:
    filed = many.events(store, events.Evidence, [task]).get(task, [])
    return tuple(
        types.Evidence(each.name, each.sha256, each.dated_on, each.filed_on) for each in filed if each.filed_on <= on
    )


def _entries(store: Store, people: People, rows: Iterable[Entry]) -> tuple[types.HistoryEntry, ...]:
    return tuple(told(store, people, group) for group in events_of(rows))


def events_of(rows: Iterable[Entry]) -> list[list[Entry]]:
    """The entries of one event taken together: a hand-over of a whole desk and an import put many into one action."""
    together: dict[tuple[Any, ...], list[Entry]] = {}
    for row in rows:
        key = (row.action, row.verb, row.declared_on, row.actor, row.behalf)
        together.setdefault(key, []).append(row)
    return list(together.values())


def told(store: Store, people: People, rows: list[Entry]) -> types.HistoryEntry:
    """The entries of one event as one line of a history."""
    first = rows[0]
    changes = [change for row in rows for change in changes_of(store, people, row)]
    return types.HistoryEntry(
        number=first.seq,
        declared_on=date.fromisoformat(first.declared_on),
        recorded_at=recorded_at(first.at),
        actor=people.name(first.actor) or PROGRAM,
        action=first.verb,
        on_behalf_of=people.name(first.behalf),
        reason=first.reason or "",
        basis=_basis(first),
        changes=tuple(changes),
    )


def _basis(row: Entry) -> str:
    from tracker.figures.lives import document

    return document(row.basis, date.fromisoformat(row.basis_on) if row.basis_on else None)


def changes_of(store: Store, people: People, row: Entry) -> Iterable[types.Change]:
    """The told fields of an entry in their order; at creation those that say something."""
    change = row.change
    for name in TOLD.get(row.kind, ()):
        found, called = change.get(name), CALLED.get((row.kind, name), name)
        if isinstance(found, list):
            old, new = (_value(store, people, called, each) for each in found)
            yield types.Change(called, old, new)
        elif found and found != _USUAL.get(name):
            yield types.Change(called, None, _value(store, people, called, found))


def _value(store: Store, people: People, called: str, stored: Any) -> Value:
    """A stored value as paper takes it: names for ids, dates, decimals, yes and no."""
    if stored is None:
        return None
    if called in _PEOPLE:
        return people.name(stored)
    if called in _UNITS:
        return people.units[stored].name
    if called in _ANSWERS:
        return bool(stored)
    if called == "coefficient":
        return Decimal(stored)
    if called == "parent":
        from tracker.store import tasks

        return tasks.get(store, stored).number
    return date.fromisoformat(stored) if called.endswith("_on") or called in ("valid_from", "valid_to") else stored
