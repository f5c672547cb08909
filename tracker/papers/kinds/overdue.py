"""Danh mục nhiệm vụ quá hạn of a unit, by age."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.papers.kind import Check, Drawn, Kind
from tracker.reports import naming

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.officials import Actor
    from tracker.papers.asked import Asked
    from tracker.store import Store


def _draw(store: Store, asked: Asked, today: date, actor: Actor) -> Drawn:
    from tracker.figures.overdue import overdue as counted
    from tracker.reports import overdue as sheet
    from tracker.store import units

    assert asked.unit is not None
    assert asked.period is not None
    facts = counted(store, asked.unit, asked.period, today, actor, signer=asked.signer)
    name = naming.report("QH", naming.period(asked.period), units.get(store, asked.unit).code)
    return Drawn(
        sheet.document(facts), name, facts.paper, sheet.subject(facts), (Check("listed", str(len(facts.tasks))),)
    )


KIND = Kind(
    "overdue",
    lambda words: words.text("Overdue tasks"),
    lambda words: words.text("What is overdue at the end of a period, by how long it has been so"),
    (),
    _draw,
)
