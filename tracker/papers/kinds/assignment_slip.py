"""Phiếu giao việc of one task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.papers.asked import Choice
from tracker.papers.kind import Drawn, Kind
from tracker.reports import naming

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.officials import Actor
    from tracker.papers.asked import Asked
    from tracker.store import Store


def _draw(store: Store, asked: Asked, today: date, actor: Actor) -> Drawn:
    from tracker.figures.slip import slip
    from tracker.reports import slip as sheet

    assert asked.task is not None
    facts = slip(store, asked.task, today, actor, signer=asked.signer)
    name = naming.report("PGV", facts.task.number, facts.task.owner.name)
    return Drawn(sheet.document(facts), name, facts.paper, f"{facts.task.number}. {facts.task.title}")


KIND = Kind(
    "assignment-slip",
    lambda words: words.text("Assignment slip"),
    lambda words: words.text("What somebody is given to do, in six clears, for both to sign"),
    (),
    _draw,
    needs=(Choice.TASK,),
    every=None,
)
