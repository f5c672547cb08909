"""Danh sách việc phải làm of one official and period, or of each of a unit."""

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
    from tracker.figures.work_list import work_lists
    from tracker.reports import work_list as sheet
    from tracker.store import units

    assert asked.unit is not None
    assert asked.period is not None
    facts = work_lists(store, asked.unit, asked.period, today, actor, official=asked.official, signer=asked.signer)
    one = facts.lists[0].official
    whose = (units.get(store, asked.unit).code,) if asked.official is None else (one.code, one.name)
    name = naming.report("VIEC", naming.period(asked.period), *whose)
    todos = sum(len(each.todos) for each in facts.lists)
    return Drawn(sheet.document(facts), name, facts.paper, sheet.subject(facts), (Check("todos", str(todos)),))


KIND = Kind(
    "work-list",
    lambda words: words.text("Work list"),
    lambda words: words.text("What each person has to do by the end of a period, to tick off"),
    (),
    _draw,
    takes=(Choice.OFFICIAL,),
    every=Choice.OFFICIAL,
)
