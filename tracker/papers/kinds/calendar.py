"""Lịch nhiệm vụ: the months of a period with deadlines and days off."""

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
    from tracker.figures.month_sheet import month_sheets
    from tracker.reports import month_sheet as sheet
    from tracker.store import units

    assert asked.unit is not None
    assert asked.period is not None
    facts = month_sheets(store, asked.unit, asked.period, today, actor, signer=asked.signer)
    name = naming.report("LICH", naming.period(asked.period), units.get(store, asked.unit).code)
    due = sum(len(day.tasks) for month in facts.months for day in month.days)
    return Drawn(sheet.document(facts), name, facts.paper, sheet.subject(facts), (Check("due", str(due)),))


KIND = Kind(
    "calendar",
    lambda words: words.text("Calendar of deadlines"),
    lambda words: words.text("Each month as a sheet, with deadlines and days off"),
    (),
    _draw,
)
