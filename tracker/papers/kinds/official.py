"""Phiếu theo dõi nhiệm vụ of one official and period, or of each who had a task in the unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.papers.asked import Choice
from tracker.papers.kind import Check, Drawn, Kind, Part
from tracker.reports import identity, naming

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.officials import Actor
    from tracker.papers.asked import Asked
    from tracker.store import Store


def _draw(store: Store, asked: Asked, today: date, actor: Actor) -> Drawn:
    from tracker.figures.official import sheets
    from tracker.reports import official as sheet
    from tracker.store import units

    assert asked.unit is not None
    assert asked.period is not None
    facts = sheets(store, asked.unit, asked.period, today, actor, official=asked.official, signer=asked.signer)
    one = facts[0].official
    whose = (units.get(store, asked.unit).code,) if asked.official is None else (one.code, one.name)
    name = naming.report("TD", naming.period(asked.period), *whose)
    own = identity.equation(facts[0].counts)
    check = Check("identity", own) if len(facts) == 1 else Check("sums", str(len(facts)))
    return Drawn(sheet.document(facts, asked.without), name, facts[0].paper, sheet.subject(facts[0]), (check,))


KIND = Kind(
    "official",
    lambda words: words.text("Tasks of an official"),
    lambda words: words.text("What each person answered for in a period, and in whose hands it was when"),
    (
        Part("totals", lambda words: words.text("Totals")),
        Part("owned", lambda words: words.text("Tasks answered for")),
        Part("coordinated", lambda words: words.text("Tasks worked along on")),
    ),
    _draw,
    takes=(Choice.OFFICIAL,),
    every=Choice.OFFICIAL,
)
