"""Everything that a report of a unit and period is told from, read at once: counts, rows and lives are of one state."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from tracker.figures import counts, journeys, paper, types
from tracker.figures.lives import Lives
from tracker.figures.people import People
from tracker.store import paper_forms, settings, units
from tracker.store.snapshot import snapshot

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from tracker.domain.officials import Actor, OfficialId
    from tracker.domain.periods import Period
    from tracker.domain.units import UnitId
    from tracker.figures.counts import Sheet
    from tracker.figures.journeys import Place
    from tracker.store import Store

MANY = 2_000
"""Tasks whose records are read in less than the 300 ms for which a reader may keep a commit waiting (design.md §3)."""


def gather(store: Store, unit: UnitId, period: Period, today: date, actor: Actor, *compared: Period) -> Gathered:
    """What a report of a unit, with the units below it, is told from; from a copy where there is much to read.

    `compared`: other periods whose counts are told beside.

    Raises Refused "figures.identity", "figures.rows".
    """
    with store.reading():
        sheet = counts.sheet(store, unit, period, today)
        if len(sheet.journeys) <= MANY:
            return Gathered(store, unit, period, today, actor, sheet, compared)
    with snapshot(store) as copied:
        return Gathered(copied, unit, period, today, actor, counts.sheet(copied, unit, period, today), compared)


class Gathered:
    """Everything is read when it is made; the rest is computed."""

    def __init__(
        self,
        store: Store,
        unit: UnitId,
        period: Period,
        today: date,
        actor: Actor,
        sheet: Sheet,
        compared: Sequence[Period] = (),
    ) -> None:
        self.period, self.today, self.actor, self.sheet = period, today, actor, sheet
        self.on = journeys.seen_on(period, today)
        self.unit = units.get(store, unit)
        self.tree = units.subtree(store, unit, self.on)
        self.children = units.children(store, unit, self.on)
        self._below = {child: units.subtree(store, child, self.on) for child in self.children}
        self.people = People(store)
        self.lives = Lives(store, self.people, (journey.task for journey in sheet.journeys), self.on)
        self.foot = paper.foot(store, self.people, actor)
        self._forms = paper_forms.stored(store, unit)
        begun = settings.day(store, "covered_from")
        self.covered_from = begun if begun is not None and begun > period.first else None
        """Where the records are not whole for all of the period: since when they are."""
        self.compared = {other: self._counted(store, other) for other in compared}

    def _counted(self, store: Store, other: Period) -> types.Counts | None:
        """The counts of another period; None for one before the first day of which there are records."""
        begun = settings.covered_from(store)
        return counts.of_unit(store, self.unit.id, other, self.today) if begun and begun <= other.last else None

    def own(self, official: int) -> types.Counts:
        """The counts of an official while in the unit or one below it."""
        return counts.of_journeys(self.sheet.journeys, lambda place: place.owner == official and self.inside(place))

    def directed(self, official: int) -> types.Counts:
        """The counts of what others answer for in the unit under somebody who leads it, or gave it without a leader."""
        records = self.lives.tasks
        under = {task for task, each in records.items() if (each.leader or each.assigner) == official}
        journeys = [each for each in self.sheet.journeys if each.task in under and each.end.owner != official]
        return counts.of_journeys(journeys, self.inside)

    def unit_rows(self) -> tuple[types.UnitRow, ...]:
        """The unit's own people, where they had anything, then each unit right below it with those below that one."""
        own = counts.of_journeys(self.sheet.journeys, lambda place: place.unit == self.unit.id)
        rows = [self._unit_row(child, self._tally(tree)) for child, tree in self._below.items()]
        if own != types.Counts() or not rows:
            rows.insert(0, self._unit_row(self.unit.id, own, own=True))
        return tuple(rows)

    def _tally(self, tree: Collection[UnitId]) -> types.Counts:
        return counts.of_journeys(self.sheet.journeys, lambda place: place.unit in tree)

    def _unit_row(self, unit: UnitId, found: types.Counts, *, own: bool = False) -> types.UnitRow:
        head = self.people.name(self.people.head(unit, self.on))
        return types.UnitRow(self.people.unit_name(unit), head, found, own)

    @cached_property
    def rows(self) -> dict[int, types.TaskRow]:
        """The rows of the annex and the recalled ones in the order of the tasks' numbers."""
        told = self.sheet.total | self.sheet.recalled
        return {task: self.lives.row(task) for task in self.lives.tasks if task in told}

    def of(self, wanted: Collection[int]) -> tuple[types.TaskRow, ...]:
        """The rows of some tasks, in the order of their numbers."""
        return tuple(row for task, row in self.rows.items() if task in wanted)

    def late(self, task: int) -> types.LateTask:
        """A task with all that is told of a late one."""
        return types.LateTask(
            task=self.rows[task],
            custody=self.lives.custody(task),
            extensions=self.lives.extensions(task),
            submissions=self.lives.submissions(task),
            coordinators=self.lives.coordinators(task),
            chases=self.lives.chases(task),
        )

    def head(self, signer: OfficialId | None) -> types.Person:
        """Whose report it is. Raises Refused "figures.no_head" where the post is vacant and no signer is named."""
        return self.people.person(self.head_id(signer), self.on, self.unit.id)

    def head_id(self, signer: OfficialId | None) -> OfficialId:
        """The head; who signs, where the post is vacant. Raises Refused "figures.no_head"."""
        return paper.head_of(self.people, self.unit, self.on, signer)

    def paper(self, report: str, signer: OfficialId | None, symbol: str = paper.REPORT) -> types.Paper:
        """The sheet of the unit for a kind of report, as a draft. Raises Refused "figures.no_head"."""
        form = paper_forms.resolved(self._forms, self.unit.id, report)
        return paper.paper(self.foot, self.people, self.unit, self.on, form=form, symbol=symbol, signer=signer)

    def maker(self) -> types.Signature:
        """Who made the list: signs beside the head."""
        return types.Signature(("NGƯỜI LẬP BIỂU",), self.people.name(self.actor.official))

    def order(self, place: Place) -> tuple[int, int, tuple[int, int]]:
        """The unit itself first, then those below it; head, deputies and members in each."""
        below = 0 if place.unit == self.unit.id else 1
        return (below, place.unit or 0, self.people.rank(place.owner, place.unit, self.on))

    def inside(self, place: Place) -> bool:
        """Whether the place lies in the unit or one below it."""
        return place.unit in self.tree
