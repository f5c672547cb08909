"""What a kind of report is: its names, what it is of, its parts, and how it is drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tracker.papers.asked import Choice

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.officials import Actor
    from tracker.domain.tasks import TaskId
    from tracker.figures.types import Paper
    from tracker.papers.asked import Asked
    from tracker.reports.blocks import Document
    from tracker.store import Store
    from tracker.words import Words

Told = Callable[["Words"], str]


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
    checks: tuple[Check, ...] = ()
    chased: tuple[TaskId, ...] = ()
    """Tasks whose owners it urges: issued, it counts as their đôn đốc."""


class Part(NamedTuple):
    """A part of a report that can be left out."""

    key: str
    told: Told
    typed: bool = False
    """It has no register yet: its text is typed, and without a text it is left out."""


@dataclass(frozen=True)
class Kind:
    """One kind of report."""

    key: str
    title: Told
    line: Told
    """One line: what it says and of whom."""
    parts: tuple[Part, ...]
    """In the order of the sheet."""
    draw: Callable[[Store, Asked, date, Actor], Drawn]
    needs: tuple[Choice, ...] = (Choice.UNIT, Choice.PERIOD)
    takes: tuple[Choice, ...] = ()
    """What may be chosen besides, to narrow it."""
    every: Choice | None = Choice.UNIT
    """What a run over all goes through: units, or the officials of the unit; None where there is no such run."""

    @property
    def choices(self) -> tuple[Choice, ...]:
        """All that may be chosen."""
        return (*self.needs, *self.takes)

    @property
    def typed(self) -> tuple[Part, ...]:
        """The parts whose text is typed."""
        return tuple(part for part in self.parts if part.typed)
