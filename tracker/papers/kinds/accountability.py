"""Báo cáo trách nhiệm người đứng đầu of a unit and period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.papers.kind import Check, Drawn, Kind, Part
from tracker.reports import naming

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.officials import Actor
    from tracker.papers.asked import Asked
    from tracker.store import Store


def _draw(store: Store, asked: Asked, today: date, actor: Actor) -> Drawn:
    from tracker.figures.accountability import accountability as counted
    from tracker.reports import accountability as sheet
    from tracker.reports import identity
    from tracker.store import units

    assert asked.unit is not None
    assert asked.period is not None
    facts = counted(store, asked.unit, asked.period, today, actor, signer=asked.signer)
    document = sheet.document(facts, asked.without, dict(asked.texts))
    code = units.get(store, asked.unit).code
    name = naming.report("BC", naming.period(asked.period), code, facts.head.name)
    checks = (
        Check("identity", identity.equation(facts.counts)),
        Check("rows", str(len(facts.officials))),
        Check("annex", str(len(facts.tasks))),
    )
    return Drawn(document, name, facts.paper, sheet.subject(facts), checks)


KIND = Kind(
    "accountability",
    lambda words: words.text("Accountability report"),
    lambda words: words.text("What a unit's head answers for in a period"),
    (
        Part("overall", lambda words: words.text("Results as a whole")),
        Part("head", lambda words: words.text("What the head answers for")),
        Part("officials", lambda words: words.text("Results of each person")),
        Part("charts", lambda words: words.text("Charts")),
        Part("late", lambda words: words.text("Late tasks, who answers")),
        Part("moves", lambda words: words.text("Extensions, hand-overs, recalls")),
        Part("proposals", lambda words: words.text("Proposals"), typed=True),
        Part("annex", lambda words: words.text("Annex: all tasks")),
    ),
    _draw,
)
