"""All units under one head side by side, with a page for each head."""

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
    from tracker.figures.district import district as counted
    from tracker.reports import district as sheet
    from tracker.reports import identity
    from tracker.store import units

    assert asked.unit is not None
    assert asked.period is not None
    facts = counted(store, asked.unit, asked.period, today, actor, signer=asked.signer)
    name = naming.report("TH", naming.period(asked.period), units.get(store, asked.unit).code)
    checks = (Check("identity", identity.equation(facts.base.counts)), Check("units", str(len(facts.units))))
    return Drawn(sheet.document(facts, asked.without), name, facts.base.paper, sheet.subject(facts), checks)


KIND = Kind(
    "district",
    lambda words: words.text("Units side by side"),
    lambda words: words.text("All units under one head, and what each of their heads answers for"),
    (
        Part("charts", lambda words: words.text("Charts")),
        Part("heads", lambda words: words.text("A page for each head")),
    ),
    _draw,
)
