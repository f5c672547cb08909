"""One unit: its facts, who leads it, the figures of the period, its people, the units below, what became of it."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from tracker.domain.officials import Standing
from tracker.ui import deeds, tokens, wording
from tracker.ui.pages.records import RecordDetail, newest_first
from tracker.ui.widgets.basics import button, emptied, label, link, literal, row
from tracker.ui.widgets.timeline import Step, Timeline

if TYPE_CHECKING:
    from tracker.domain.officials import Appointment, Official
    from tracker.domain.units import Unit, UnitId
    from tracker.store import Store
    from tracker.store.journal import Entry
    from tracker.ui.desk import Desk
    from tracker.ui.pages.units.rows import Line

SHOWN = 12
"""People and units that are named; the rest is one click away."""


class Facts(NamedTuple):
    """What is read for one unit."""

    units: dict[int, Unit]
    posts: list[Appointment]
    """Those held in the very unit on the day, head first, then deputies, then by name."""
    heads: list[Appointment]
    """All posts of heads, the newest first."""
    people: dict[int, Official]
    entries: list[Entry]


def facts(store: Store, unit: UnitId, on: date) -> Facts:
    """Read them."""
    from tracker.store import journal, officials, units

    with store.reading():
        people: dict[int, Official] = {each.id: each for each in officials.every(store)}
        order = {number: at for at, number in enumerate(people)}
        held = officials.appointments_in(store, unit)
        now = [post for post in held if post.valid_on(on)]
        heads = [post for post in held if post.standing is Standing.HEAD]
        return Facts(
            {each.id: each for each in units.every(store)},
            sorted(now, key=lambda post: (_RANK[post.standing], order[post.official])),
            newest_first(heads),
            people,
            journal.of_record(store, "unit", unit),
        )


_RANK = {Standing.HEAD: 0, Standing.DEPUTY: 1, Standing.MEMBER: 2}


class UnitDetail(RecordDetail):
    """The pane at the right."""

    corrected = Signal()
    asked_people = Signal()
    """All people of the unit are asked for."""
    asked_person = Signal(int)
    asked_unit = Signal(int)
    """Another unit of the tree is asked for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "unit-detail")
        self.line: Line | None = None
        self._head(button(desk.text("Correct …"), "correct-unit", self.corrected.emit))
        self._sections()
        self._whole.addWidget(self._scroll, 1)
        self.show_unit(None, desk.today)

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_unit(self, line: Line | None, on: date) -> None:
        """Show a unit as of a day; None: none is selected."""
        self.line = line
        self._show_parts(shown=line is not None)
        if line is None:
            self._tell_nothing(self.desk.text("No unit is selected."))
            return
        unit = line.branch.unit
        found = facts(self.desk.store, unit.id, on)
        self._name.setText(unit.name)
        self._about.setText(f"{unit.code} · {self.desk.words.term(unit.kind)}")
        self._tell_facts(unit, found)
        self._tell_figures(line.branch.counts)
        self._tell_people(line, found)
        self._tell_below(line, found, on)
        self._timeline.show_steps(_steps(self.desk, found))

    def _tell_facts(self, unit: Unit, found: Facts) -> None:
        text = self.desk.text
        above = found.units.get(unit.parent or 0)
        after = found.units.get(unit.successor or 0)
        told = (
            (text("Short name"), unit.short_name),
            (text("Unit above"), above.name if above else unit.superior),
            (text("Letters of its documents"), unit.symbol),
            (text("Name in the letterhead"), unit.issuing_name),
            (text("Place before the date"), unit.place),
            (text("From day"), unit.valid_from and wording.day(self.desk.words, unit.valid_from)),
            (text("Last day"), unit.valid_to and wording.day(self.desk.words, unit.valid_to)),
            (text("Goes on in"), after and after.name),
        )
        emptied(self._facts)
        for at, (words, value) in enumerate((words, value) for words, value in told if value):
            self._facts.addWidget(label(words, "muted"), at, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(label(str(value), wrap=True, selectable=True), at, 1)

    def _tell_people(self, line: Line, found: Facts) -> None:
        text = self.desk.text
        self._people_title.setText(text("In this unit ({count})", count=len(found.posts)))
        emptied(self._people)
        for post in found.posts[:SHOWN]:
            self._people.addWidget(self._person(post, found))
        if not found.posts:
            awaited = line.branch.unit.awaited_head
            words = text("The head {head} is awaited.", head=awaited) if awaited else text("Nobody holds a post here.")
            self._people.addWidget(label(words, "muted", wrap=True))
        if line.branch.people > len(found.posts[:SHOWN]):
            words = text("All {count} people, with the units below", count=line.branch.people)
            self._people.addWidget(link(words, "all-people", self.asked_people.emit))

    def _person(self, post: Appointment, found: Facts) -> QWidget:
        official = found.people[post.official]
        way = link(literal(official.name), f"person-{official.code}", lambda: self.asked_person.emit(official.id))
        way.setAccessibleName(f"{official.name}, {post.title}")
        room = self._room - self.desk.theme.body_metrics.horizontalAdvance(official.name)
        told = self.desk.theme.small_metrics.elidedText(post.title, Qt.TextElideMode.ElideRight, room)
        return _two(way, label(told, "small"))

    def _tell_below(self, line: Line, found: Facts, on: date) -> None:
        unit = line.branch.unit
        below = [each for each in found.units.values() if each.parent == unit.id and each.valid_on(on)]
        self._below_title.setVisible(bool(below))
        self._below_title.setText(self.desk.text("Units below ({count})", count=len(below)))
        emptied(self._below)
        for each in below[:SHOWN]:
            words = self.desk.theme.body_metrics.elidedText(each.name, Qt.TextElideMode.ElideRight, self._room)
            way = link(literal(words), f"unit-{each.code}", partial(self.asked_unit.emit, each.id))
            way.setAccessibleName(each.name)
            self._below.addWidget(way)

    @property
    def _room(self) -> int:
        """The room of a line in pixels."""
        return self.desk.theme.px(tokens.DETAIL) - 2 * tokens.PADDING - 4 * tokens.GRID

    # --- putting it together ------------------------------------------------------------------------------------------

    def _sections(self) -> None:
        text = self.desk.text
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(tokens.GAP)
        self._facts.setVerticalSpacing(tokens.GRID)
        self._facts.setColumnStretch(1, 1)
        self._body.addLayout(self._facts)
        self._people_title = self._section("")
        self._people = self._links()
        self._figures("unit-counts")
        self._below_title = self._section("")
        self._below = self._links()
        self._section(text("What became of it"))
        self._timeline = Timeline(self.desk, "unit-history", text("What became of it"))
        self._body.addWidget(self._timeline)
        self._body.addStretch(1)

    def _links(self) -> QVBoxLayout:
        made = QVBoxLayout()
        made.setSpacing(0)
        self._body.addLayout(made)
        return made


def _two(first: QWidget, second: QWidget) -> QWidget:
    """Two widgets on one line, as one."""
    whole = QWidget()
    whole.setProperty("clear", True)
    line = row(first, second, 1, spacing=tokens.GRID)
    whole.setLayout(line)
    return whole


def _steps(desk: Desk, found: Facts) -> list[Step]:
    """Heads by their terms, and what the journal tells of the unit, the newest first."""
    steps: list[tuple[str, Step]] = []
    for post in found.heads:
        first = str(post.starts_on or "")
        day = wording.day(desk.words, post.starts_on) if post.starts_on else "…"
        steps.append((first, Step(day, _headed(desk, post, found), post.title, post.valid_on(desk.today))))
    for entry in found.entries:
        day = wording.day(desk.words, date.fromisoformat(entry.declared_on))
        steps.append((entry.declared_on, Step(day, deeds.deed(desk.words, entry.verb), _by(entry, found))))
    return [step for _, step in sorted(steps, key=lambda pair: pair[0], reverse=True)]


def _headed(desk: Desk, post: Appointment, found: Facts) -> str:
    name = found.people[post.official].name
    if post.ends_on is None:
        return desk.text("{name} heads it", name=name)
    return desk.text("{name} heads it to {day}", name=name, day=wording.day(desk.words, post.ends_on))


def _by(entry: Entry, found: Facts) -> str:
    """Who, why, by which document."""
    actor = found.people.get(entry.actor or 0)
    return " · ".join(part for part in (actor.name if actor else "", entry.basis or "", entry.reason or "") if part)
