"""Báo cáo kết quả thực hiện nhiệm vụ of a unit and period."""

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
    from tracker.figures.quarterly import quarterly as counted
    from tracker.reports import identity
    from tracker.reports import quarterly as sheet
    from tracker.store import units

    assert asked.unit is not None
    assert asked.period is not None
    facts = counted(store, asked.unit, asked.period, today, actor, signer=asked.signer)
    name = naming.report("KQ", naming.period(asked.period), units.get(store, asked.unit).code)
    checks = (
        Check("identity", identity.equation(facts.base.counts)),
        Check("units", str(len(facts.units))),
        Check("rows", str(len(facts.base.officials))),
        Check("annex", str(len(facts.base.tasks))),
    )
    document = sheet.document(facts, asked.without, dict(asked.texts))
    return Drawn(document, name, facts.base.paper, sheet.subject(facts), checks)


KIND = Kind(
    "quarterly",
    lambda words: words.text("Results report"),
    lambda words: words.text("What a unit did in a quarter, beside the one before and that of last year"),
    (
        Part("overall", lambda words: words.text("Results as a whole")),
        Part("units", lambda words: words.text("Results of each unit and person")),
        Part("charts", lambda words: words.text("Charts")),
        Part("late", lambda words: words.text("Late tasks, who answers")),
        Part("shortcomings", lambda words: words.text("Shortcomings, remedied or not"), typed=True),
        Part("petitions", lambda words: words.text("Petitions, feedback, satisfaction"), typed=True),
        Part("next", lambda words: words.text("Main tasks of the next period"), typed=True),
        Part("proposals", lambda words: words.text("Proposals"), typed=True),
        Part("annex", lambda words: words.text("Annex: all tasks")),
    ),
    _draw,
)
