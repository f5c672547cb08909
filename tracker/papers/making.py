"""A report as a file, from a copy of the data; or those of all units in one run."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.errors import Expected, Refused
from tracker.papers.kind import Check
from tracker.papers.kinds import KINDS

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from tracker.domain.officials import Actor
    from tracker.domain.units import Unit
    from tracker.papers.asked import Asked
    from tracker.store import Store

Progress = Callable[[int, int], None]
STEPS = 3
"""Copying the data, counting, setting the pages."""


class Made(NamedTuple):
    """A report as a file, and what is told beside it."""

    data: bytes
    name: str
    title: str
    subject: str
    signature: tuple[str, ...]
    """Lines of the signature, the name last."""
    symbol: str
    journal: int
    """Number of the journal's entry up to which the report knows everything."""
    checks: tuple[Check, ...]


class Filed(NamedTuple):
    """What became of a unit in a run over all: a file's name, or why there is none."""

    unit: str
    name: str = ""
    error: Expected | None = None


def make(store: Store, asked: Asked, today: date, actor: Actor, progress: Progress) -> Made:
    """A report as PDF, from a copy of the data in one piece.

    Raises Refused "figures.no_head", "report.identity", "report.glyph_missing"; Unavailable.
    """
    from tracker.reports import pdf
    from tracker.store.snapshot import snapshot

    progress(0, STEPS)
    with snapshot(store) as copied:
        progress(1, STEPS)
        drawn = KINDS[asked.kind].draw(copied, asked, today, actor)
    progress(2, STEPS)
    data = pdf.draw(drawn.document)
    signature = drawn.paper.signature
    return Made(
        data,
        drawn.name,
        drawn.document.title,
        drawn.subject,
        (*signature.lines, signature.name),
        drawn.paper.letterhead.symbol,
        drawn.paper.foot.journal_number,
        (*drawn.checks, Check("glyphs")),
    )


def make_all(
    store: Store, asked: Asked, today: date, actor: Actor, folder: Path, progress: Progress
) -> tuple[Filed, ...]:
    """The report of every unit there is, one file each into a folder; of one that has no head it is said instead.

    All are of the same state of the data. Raises Unavailable where the folder cannot be written to.
    """
    from tracker.reports import pdf
    from tracker.store.snapshot import snapshot

    with snapshot(store) as copied:
        there = _units(copied, today)
        filed: list[Filed] = []
        for unit in there:
            progress(len(filed), len(there))
            try:
                drawn = KINDS[asked.kind].draw(copied, asked._replace(unit=unit.id, signer=None), today, actor)
                pdf.write(drawn.document, folder / drawn.name)
                filed.append(Filed(unit.short_name or unit.name, drawn.name))
            except Refused as error:
                filed.append(Filed(unit.short_name or unit.name, error=error))
        progress(len(there), len(there))
        return tuple(filed)


def _units(store: Store, day: date) -> list[Unit]:
    from tracker.store import units

    return [unit for unit in units.every(store) if unit.valid_on(day)]
