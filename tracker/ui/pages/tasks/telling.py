"""A task's life in the words of the detail: its facts, and each step as a headline with what was said to it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.clarity import clear
from tracker.ui import deeds, wording

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.figures.task_life import Step, TaskLife
    from tracker.figures.types import HistoryEntry, Value
    from tracker.words import Words


class Fact(NamedTuple):
    """A line of the two-column grid."""

    name: str
    value: str
    strong: bool = False


class Told(NamedTuple):
    """A step of the timeline."""

    day: str
    headline: str
    notes: list[str]
    undone: bool


def facts(words: Words, life: TaskLife, today: date) -> list[Fact]:
    """What is known of a task, what is empty left out."""
    task, text = life.task, words.text
    owner = ", ".join(part for part in (life.owner.name, life.owner.title) if part) if life.owner else ""
    found = [
        Fact(text("Answerable"), owner or text("nobody yet"), strong=True),
        Fact(text("Given by"), _given(words, life, today)),
        Fact(text("Working along"), _along(words, life)),
        Fact(text("First deadline") if task.assigned_on else text("Due"), _first(words, life)),
        Fact(text("Present deadline"), _present(words, life)),
        Fact(text("Product"), _product(words, life)),
        Fact(text("Based on"), source(words, life, today)),
        Fact(text("Authority"), task.authority or ""),
        Fact(text("Progress"), text("{percent} %", percent=task.percent) if 0 < task.percent < 100 else ""),
        Fact(text("Obstacle"), task.obstacle or ""),
        Fact(text("Leader"), life.leader),
        Fact(text("Urgency"), "" if task.urgency == "normal" else words.term(task.urgency)),
        Fact(text("Secrecy"), "" if task.secrecy == "normal" else words.term(task.secrecy)),
        Fact(text("Recalled because"), task.recall_reason or ""),
        Fact(text("Note"), task.note or ""),
    ]
    return [fact for fact in found if fact.value]


def _given(words: Words, life: TaskLife, today: date) -> str:
    if life.task.assigned_on is None:
        return words.text("not assigned yet; written down by {name}", name=life.author)
    return f"{life.assigner}, {_short(life.task.assigned_on, today)}"


def _along(words: Words, life: TaskLife) -> str:
    return "\n".join(_answered(words, each.name, bool(each.answered_on)) for each in life.coordinators)


def _answered(words: Words, name: str, answered: bool) -> str:
    return words.text("{name}: answered", name=name) if answered else words.text("{name}: not answered yet", name=name)


def _first(words: Words, life: TaskLife) -> str:
    first = life.task.original_due_on or (life.task.due_on if life.task.assigned_on is None else None)
    if first is not None:
        return wording.long(words, first)
    return words.text("none: {reason}", reason=life.task.no_deadline_reason or "–")


def _present(words: Words, life: TaskLife) -> str:
    task, text = life.task, words.text
    if task.due_on is None or task.assigned_on is None:
        return ""
    day = wording.long(words, task.due_on)
    changed = task.extensions + (task.pauses if task.due_on != task.original_due_on else 0)
    if not changed:
        return text("{day}, never changed", day=day)
    parts = [text("{day}, changed {count}×", day=day, count=changed)]
    if task.pauses:
        parts.append(text("{pauses} of them by a pause", pauses=task.pauses) if task.extensions else text("by a pause"))
    return ", ".join(parts)


def _product(words: Words, life: TaskLife) -> str:
    task = life.task
    if task.product and task.quantity > 1:
        return words.text("{product} ({count} of them)", product=task.product, count=task.quantity)
    return task.product or ""


def source(words: Words, life: TaskLife, today: date) -> str:
    """The document a task comes from; the kind of source where there is none."""
    task = life.task
    day = _short(task.source_on, today) if task.source_on else ""
    source = task.source_number or wording.beginning(words.term(task.source_kind))
    return ", ".join(part for part in (source, day) if part)


def missing(words: Words, life: TaskLife) -> str:
    """Which of the six clears are missing, in words."""
    names = (
        words.text("who answers"),
        words.text("what is to be done"),
        words.text("the deadline"),
        words.text("who assigned"),
        words.text("the product"),
        words.text("the authority"),
    )
    gone = [name for name, there in zip(names, clear(life.task), strict=True) if not there]
    return words.text("missing: {names}", names=gone) if gone else words.text("all clear")


# --- steps ------------------------------------------------------------------------------------------------------------


def steps(words: Words, life: TaskLife, today: date) -> list[Told]:
    """What happened, by the days it happened on; of one day in the order it was recorded."""
    chased, found = 0, []
    for step in sorted(life.steps, key=lambda step: step.entry.declared_on):
        if step.entry.action == "undo":
            continue
        chased += step.entry.action == "task.chase" and not step.undone
        headline = _headline(words, step.entry, today, chased)
        notes = _notes(words, step, today)
        found.append(Told(_short(step.entry.declared_on, today), headline, notes, step.undone))
    return found


def _headline(words: Words, entry: HistoryEntry, today: date, chased: int) -> str:
    new = _new(entry)
    text = words.text
    if entry.action == "task.progress" and "percent" in new:
        return text("Progress {percent} %", percent=new["percent"])
    if entry.action == "task.chase":
        return text("Chased, no. {count}", count=chased)
    if entry.action == "task.submit" and new.get("product_number"):
        return text("Result submitted: {number}", number=new["product_number"])
    if entry.action == "extension.ask" and isinstance(new.get("proposed_due_on"), date):
        return text("Extension asked until {day}", day=_day(new["proposed_due_on"], today))
    if entry.action == "extension.decide":
        if isinstance(new.get("due_on"), date):
            return text("Extended until {day}", day=_day(new["due_on"], today))
        return text("Extension refused")
    if entry.action == "task.resume" and isinstance(new.get("due_on"), date):
        return text("Resumed, deadline now {day}", day=_day(new["due_on"], today))
    if entry.action == "lateness.accept":
        return text("Explanation accepted") if new.get("accepted") else text("Explanation not accepted")
    return deeds.deed(words, entry.action)


def _notes(words: Words, step: Step, today: date) -> list[str]:
    """Who, and what was said."""
    entry, new = step.entry, _new(step.entry)
    found = [_who(words, entry)]
    told = ("note", "text", "remedy", "answer", "obstacle")
    found += [_plain(words, name, new[name]) for name in told if new.get(name)]
    if entry.reason:
        found.append(words.text("“{text}”", text=entry.reason))
    if entry.basis:
        found.append(words.text("by {document}", document=entry.basis))
    if step.apart:
        found.append(
            words.text(
                "declared for {day} / recorded {at}",
                day=_short(entry.declared_on, today),
                at=deeds.moment(words, entry.recorded_at),
            )
        )
    if step.undone:
        found.append(words.text("undone later"))
    return found


def _plain(words: Words, name: str, said: Value) -> str:
    if name in ("note", "text", "answer"):
        return words.text("“{text}”", text=said)
    return f"{deeds.field(words, name)}: {said}"


def _who(words: Words, entry: HistoryEntry) -> str:
    """Who did it; from whom to whom, where a task changed hands."""
    new = _new(entry)
    old = next((change.old for change in entry.changes if change.field == "owner"), None)
    giver = new.get("assigner") or new.get("superior") or entry.actor
    if entry.action == "task.hand_over" and old:
        return words.text("{old} → {new}, by {name}", old=old, new=new.get("owner"), name=entry.actor)
    if entry.action in ("task.assign", "import") and new.get("owner"):
        if giver == entry.actor:
            return f"{giver} → {new['owner']}"
        return words.text("{old} → {new}, recorded by {name}", old=giver, new=new["owner"], name=entry.actor)
    return deeds.who(words, entry.actor, entry.on_behalf_of)


def changes(words: Words, entry: HistoryEntry) -> Iterable[str]:
    """The fields that an entry of the journal changed: name, old → new."""
    for change in entry.changes:
        name, new = deeds.field(words, change.field), deeds.value(words, change.field, change.new)
        if change.old is None:
            yield f"{name}: {new}"
        else:
            yield f"{name}: {deeds.value(words, change.field, change.old)} → {new}"


def _new(entry: HistoryEntry) -> dict[str, Value]:
    return {change.field: change.new for change in entry.changes}


def _day(day: Value, today: date) -> str:
    assert isinstance(day, date)
    return _short(day, today)


def _short(day: date, today: date) -> str:
    return wording.short(day.isoformat(), today)
