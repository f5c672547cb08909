"""The kinds of report there are, and how each is made from a copy of the data. No Qt: the child process works here.

Another kind is another entry of `KINDS`, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.errors import Expected, Refused
from tracker.reports import naming

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from tracker.domain.officials import Actor, OfficialId
    from tracker.domain.periods import Period
    from tracker.domain.tasks import TaskId
    from tracker.domain.units import Unit, UnitId
    from tracker.figures.types import Paper
    from tracker.reports.blocks import Document
    from tracker.store import Store
    from tracker.words import Words

Progress = Callable[[int, int], None]
Told = Callable[["Words"], str]
STEPS = 3
"""Copying the data, counting, setting the pages."""


class Asked(NamedTuple):
    """What was chosen for a report. A unit and period, or a task."""

    kind: str
    unit: UnitId | None = None
    period: Period | None = None
    task: TaskId | None = None
    signer: OfficialId | None = None
    without: tuple[str, ...] = ()
    """Names of the parts that are left out."""


class Check(NamedTuple):
    """Something that held when the report was made: its name, and the figures that say so."""

    code: str
    figures: str = ""


class Drawn(NamedTuple):
    """A report in blocks, and what is told beside it."""

    document: Document
    name: str
    """Of its file, by the rule."""
    paper: Paper
    subject: str
    checks: tuple[Check, ...]


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


@dataclass(frozen=True)
class Kind:
    """One kind of report."""

    key: str
    title: Told
    line: Told
    """One line: what it says and of whom."""
    parts: tuple[tuple[str, Told], ...]
    """What can be left out: its name in the drawing, and its words."""
    draw: Callable[[Store, Asked, date, Actor], Drawn]
    of_task: bool = False
    """It tells of one task, and not of a unit and period."""


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


# --- the kinds --------------------------------------------------------------------------------------------------------


def _accountability(store: Store, asked: Asked, today: date, actor: Actor) -> Drawn:
    from tracker.figures.accountability import accountability as counted
    from tracker.reports import accountability as sheet
    from tracker.reports import identity
    from tracker.store import units

    assert asked.unit is not None
    assert asked.period is not None
    facts = counted(store, asked.unit, asked.period, today, actor, signer=asked.signer)
    document = sheet.document(facts, asked.without)
    code = units.get(store, asked.unit).code
    name = naming.report("BC", naming.period(asked.period), code, facts.head.name)
    checks = (
        Check("identity", identity.equation(facts.counts)),
        Check("rows", str(len(facts.officials))),
        Check("annex", str(len(facts.tasks))),
    )
    return Drawn(document, name, facts.paper, sheet.subject(facts), checks)


def _task_history(store: Store, asked: Asked, today: date, actor: Actor) -> Drawn:
    from tracker.figures.history import task_history as told
    from tracker.reports import task_history as sheet

    assert asked.task is not None
    facts = told(store, asked.task, today, actor, signer=asked.signer)
    document = sheet.document(facts, asked.without)
    name = naming.report("LL", facts.task.number, facts.task.owner.name)
    subject = f"{facts.task.number}. {facts.task.title}"
    return Drawn(document, name, facts.paper, subject, (Check("entries", str(len(facts.entries))),))


_ALL: Sequence[Kind] = (
    Kind(
        "accountability",
        lambda words: words.text("Accountability report"),
        lambda words: words.text("What a unit's head answers for in a period"),
        (
            ("overall", lambda words: words.text("Results as a whole")),
            ("officials", lambda words: words.text("Results of each person")),
            ("late", lambda words: words.text("Late tasks, who answers")),
            ("moves", lambda words: words.text("Extensions and hand-overs")),
            ("annex", lambda words: words.text("Annex: all tasks")),
        ),
        _accountability,
    ),
    Kind(
        "task-history",
        lambda words: words.text("Life of a task"),
        lambda words: words.text("Everything that happened to one task, from the journal"),
        (
            ("facts", lambda words: words.text("What is known of it")),
            ("custody", lambda words: words.text("Who had it")),
            ("deadlines", lambda words: words.text("Its deadlines")),
            ("results", lambda words: words.text("Its results")),
            ("company", lambda words: words.text("Co-ordination, chases, explanations")),
            ("journal", lambda words: words.text("Its entries in the journal")),
        ),
        _task_history,
        of_task=True,
    ),
)
KINDS = {kind.key: kind for kind in _ALL}
