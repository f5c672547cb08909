"""Công văn đôn đốc to each late official of a unit, or to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.papers.asked import Choice
from tracker.papers.kind import Check, Drawn, Kind
from tracker.reports import naming

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.officials import Actor
    from tracker.papers.asked import Asked
    from tracker.store import Store


def _draw(store: Store, asked: Asked, today: date, actor: Actor) -> Drawn:
    from tracker.figures.chase import chasing
    from tracker.reports import chase as sheet
    from tracker.store import units

    assert asked.unit is not None
    assert asked.period is not None
    facts = chasing(store, asked.unit, asked.period, today, actor, official=asked.official, signer=asked.signer)
    to = facts.letters[0].to if asked.official is not None and facts.letters else None
    whose = (to.code, to.name) if to else ()
    name = naming.report("DD", naming.period(asked.period), units.get(store, asked.unit).code, *whose)
    checks = (Check("letters", str(len(facts.letters))),)
    return Drawn(sheet.document(facts), name, facts.paper, sheet.subject(facts), checks, facts.tasks)


KIND = Kind(
    "chase",
    lambda words: words.text("Letters that urge"),
    lambda words: words.text("A letter to each person who is late, with the tasks that are"),
    (),
    _draw,
    takes=(Choice.OFFICIAL,),
)
