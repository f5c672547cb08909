"""Trích sổ nhật ký of a period, a person, a task."""

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
    from tracker.figures.called import Names
    from tracker.figures.journal_extract import extract
    from tracker.reports import journal_extract as sheet
    from tracker.words import Words

    assert asked.period is not None
    names = Names(store, Words("vi"))
    facts = extract(
        store, names, asked.period, today, actor, official=asked.official, task=asked.task, signer=asked.signer
    )
    name = naming.report("NK", naming.period(asked.period), facts.of)
    return Drawn(
        sheet.document(facts), name, facts.paper, sheet.subject(facts), (Check("actions", str(len(facts.lines))),)
    )


KIND = Kind(
    "journal",
    lambda words: words.text("Extract of the journal"),
    lambda words: words.text("What was declared or recorded in a period, by anybody or one person, of all or one task"),
    (),
    _draw,
    needs=(Choice.PERIOD,),
    takes=(Choice.OFFICIAL, Choice.TASK),
    every=None,
)
