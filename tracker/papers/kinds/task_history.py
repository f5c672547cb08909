"""Lý lịch nhiệm vụ: the life of one task, from the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.papers.asked import Choice
from tracker.papers.kind import Check, Drawn, Kind, Part
from tracker.reports import naming

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.officials import Actor
    from tracker.papers.asked import Asked
    from tracker.store import Store


def _draw(store: Store, asked: Asked, today: date, actor: Actor) -> Drawn:
    from tracker.figures.history import task_history as told
    from tracker.reports import task_history as sheet

    assert asked.task is not None
    facts = told(store, asked.task, today, actor, signer=asked.signer)
    document = sheet.document(facts, asked.without)
    name = naming.report("LL", facts.task.number, facts.task.owner.name)
    subject = f"{facts.task.number}. {facts.task.title}"
    return Drawn(document, name, facts.paper, subject, (Check("entries", str(len(facts.entries))),))


KIND = Kind(
    "task-history",
    lambda words: words.text("Life of a task"),
    lambda words: words.text("Everything that happened to one task, from the journal"),
    (
        Part("facts", lambda words: words.text("What is known of it")),
        Part("custody", lambda words: words.text("Who had it")),
        Part("deadlines", lambda words: words.text("Its deadlines")),
        Part("results", lambda words: words.text("Its results")),
        Part("company", lambda words: words.text("Co-ordination, chases, explanations")),
        Part("journal", lambda words: words.text("Its entries in the journal")),
    ),
    _draw,
    needs=(Choice.TASK,),
    every=None,
)
