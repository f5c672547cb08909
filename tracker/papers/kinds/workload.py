"""Khối lượng nhiệm vụ đang mở of a unit, by official."""

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
    from tracker.figures.workload import workload as counted
    from tracker.reports import workload as sheet
    from tracker.store import units

    assert asked.unit is not None
    assert asked.period is not None
    facts = counted(store, asked.unit, asked.period, today, actor, signer=asked.signer)
    name = naming.report("KL", naming.period(asked.period), units.get(store, asked.unit).code)
    checks = (Check("rows", str(len(facts.desks))),)
    return Drawn(sheet.document(facts, asked.without), name, facts.paper, sheet.subject(facts), checks)


KIND = Kind(
    "workload",
    lambda words: words.text("Workload"),
    lambda words: words.text("Open tasks of each person, plain and weighted"),
    (Part("charts", lambda words: words.text("Charts")),),
    _draw,
)
