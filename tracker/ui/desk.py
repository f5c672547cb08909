"""What every page works with: the open office, the day, the words, who acts, the unit and period in view.

Pages ask it for facts of the store, act through it, and hear from it what changed. The unit holds for all pages, the
period only for what belongs to a period: today's duties do not depend on it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from PySide6.QtCore import QObject, QSettings, Signal

from tracker.domain.errors import Expected

if TYPE_CHECKING:
    from tracker.domain.officials import Actor, Official
    from tracker.domain.periods import Period
    from tracker.domain.units import UnitId
    from tracker.store import Store, listing
    from tracker.store.listing import Row, Wanted
    from tracker.store.today import Looker
    from tracker.store.writing import Changes
    from tracker.ui.integrity import Integrity
    from tracker.ui.reading import Reading
    from tracker.ui.theme import Theme
    from tracker.ui.views import Asked
    from tracker.words import Words

Action = Callable[["Store", "Actor"], "Changes"]
"""An action of tracker.actions with everything said but the store and who acts."""


class Unit(NamedTuple):
    """A unit of the picker: where it stands in the tree is told by its depth."""

    id: UnitId
    name: str
    depth: int


class Desk(QObject):
    """The office as this window sees it. One for the whole window; pages keep nothing that it knows."""

    changed = Signal(object)
    """Something was written, by this window or another program: its `Changes`; None where too much to name was."""
    turned = Signal()
    """Unit, period, day or acting person are others now: whatever is shown is read anew."""
    went = Signal(str, object)
    """A page asks for another one: its name, and what it shall show there (a mapping)."""
    said = Signal(str, object)
    """A toast: its words, and the number of the action that it can undo (None: none)."""
    refused = Signal(object)
    """An expected error of an action that no dialog tells: the window shows it."""
    views_kept = Signal()
    """The views that this person saved are others now."""

    def __init__(
        self,
        store: Store,
        words: Words,
        theme: Theme,
        personal: QSettings,
        today: date,
        *,
        fixed_day: bool = False,
        acting: str | None = None,
    ) -> None:
        super().__init__()
        self.store, self.words, self.theme, self.personal, self.today = store, words, theme, personal, today
        self.fixed_day = fixed_day
        """The day is that of the sample office, or one that was given, and never turns."""
        self._given = acting
        self.ask_person: Callable[[], bool] = lambda: False
        """Ask who acts; whether somebody was chosen. Set by the window."""
        self.after_closing: Callable[[], object] | None = None
        """What is done once the window has closed and let go of the data; then it opens anew."""
        self.unit: UnitId | None = None
        self._period: Period | None = None
        self._picked = False
        self._person: Official | None = None
        self._proved = False
        self.wrong_passwords = 0
        """Tries in a row that were wrong: the next one has to wait the longer."""
        self._rows: listing.Seen | None = None
        self.kept: dict[str, object] = {}
        """What several fields and pages work out of the store alike; forgotten with every change."""
        self._reading: Reading | None = None
        self._integrity: Integrity | None = None
        self.changed.connect(self._forget)
        self.turned.connect(self._forget)
        store.listen(self.changed.emit)

    def text(self, english: str, /, **parameters: object) -> str:
        """A text in the language of the window, its places filled."""
        return self.words.text(english, **parameters)

    # --- who acts -----------------------------------------------------------------------------------------------------

    @property
    def code(self) -> str:
        """The code of the acting person, known before anything of that person is read; "" until one is chosen."""
        if self._person is not None:
            return self._person.code
        return self._given or str(self.personal.value(self._person_key(), ""))

    @property
    def looker(self) -> Looker | None:
        """The acting person as one who looks at the facts of today; None until one is chosen."""
        from tracker.store.today import looker

        return looker(self.store, self.code, self.today) if self.code else None

    @property
    def person(self) -> Official | None:
        """The acting person: named by `--as`, or chosen once on this account; None until then: nothing is written."""
        if self._person is None:
            code = self.code
            if code:
                from tracker.store import officials

                try:
                    self._person = officials.by_code(self.store, code)
                except Expected:
                    self._given = None
        return self._person

    def act_as(self, official: Official) -> None:
        """From now on this person acts, also after the next start."""
        self.personal.setValue(self._person_key(), official.code)
        self._given, self._person, self._proved = official.code, official, True
        self.begin_with_own_unit()
        self.turned.emit()

    def begin_with_own_unit(self) -> None:
        """Whoever heads a unit, or is its clerk, begins with it in view; the office's with everybody."""
        looker = self.looker
        if looker is not None and looker.leads:
            self.unit = looker.unit

    def actor(self) -> Actor | None:
        """Who acts on today's day; asks where nobody was chosen, or once for the password where the office uses them.

        None: the question was left unanswered.
        """
        if not self._known() and not self.ask_person():
            return None
        return self.acting_now()

    def acting_now(self) -> Actor | None:
        """Who acts on today's day, as far as it is known without a question."""
        return self.would_act() if self._known() else None

    def would_act(self) -> Actor | None:
        """Who is chosen to act on today's day: what they may do is shown before any password is asked for."""
        from tracker.machine import actor_on

        return actor_on(self.person.id, self.today) if self.person else None

    def act(self, action: Action, done: str = "", *, undoable: bool = True) -> Changes | None:
        """Do one action; `done` is then told in a toast with "Hoàn tác". None: nobody wanted to act.

        Raises Expected as the action does: a dialog shows it at its field.
        """
        actor = self.actor()
        if actor is None:
            return None
        changes = action(self.store, actor)
        if done:
            self.said.emit(done, changes.action if undoable else None)
        return changes

    def attempt(self, action: Action, done: str = "", *, undoable: bool = True) -> Changes | None:
        """Do one action that no dialog stands around: a refusal is shown by the window. None: nothing was done."""
        try:
            return self.act(action, done, undoable=undoable)
        except Expected as error:
            self.refused.emit(error)
            return None

    def undo(self, action: int, reason: str | None = None) -> None:
        """Append the compensating change of an action, and say so."""
        from tracker.actions.undo import undo

        self.attempt(lambda store, actor: undo(store, actor, action, reason=reason), self.text("It was undone"))

    def _known(self) -> bool:
        """Whether it is known who acts: whoever is only remembered, or named by `--as`, proves it by the password."""
        from tracker.store import officials

        return self.person is not None and (self._proved or not officials.any_password(self.store))

    def recent(self, key: str) -> list[str]:
        """What was chosen last of what `personal` keeps under a key, the newest first."""
        kept = self.personal.value(key, [])
        # Qt gives a list of one back as its text, an empty one as nothing.
        return [kept] if isinstance(kept, str) else [str(each) for each in kept or []]  # type: ignore[attr-defined]

    def remember(self, key: str, choice: str, most: int) -> None:
        """Put a choice first among those chosen last, and keep so many of them."""
        self.personal.setValue(key, [choice, *(each for each in self.recent(key) if each != choice)][:most])

    def own(self, name: str) -> str:
        """The key in `personal` of what this person keeps of this office: a draft, columns, a view."""
        return self.office_key(f"{self.person.code if self.person else '-'}/{name}")

    def _person_key(self) -> str:
        return self.office_key("person")

    def office_key(self, name: str) -> str:
        """The key of a personal setting that belongs to this office alone."""
        return f"office-{crc32(str(self.store.folder.resolve()).encode()):08x}/{name}"

    # --- what is in view ----------------------------------------------------------------------------------------------

    @property
    def sample(self) -> bool:
        """Whether the office is the sample: every page says so."""
        from tracker.store import settings

        return bool(settings.value(self.store, "sample"))

    @property
    def period(self) -> Period:
        """The period in view; the quarter of today until another one is picked."""
        if self._period is None:
            from tracker.domain.periods import around

            self._period = around(self.today, 3)
        return self._period

    def choose_period(self, period: Period | None) -> None:
        """Another period; None follows the current quarter again."""
        self._period, self._picked = period, period is not None
        self.turned.emit()

    def choose_unit(self, unit: UnitId | None) -> None:
        """Another unit, with those below it; None: the whole office."""
        self.unit = unit
        self.turned.emit()

    def turn_to(self, day: date) -> None:
        """Another day has begun."""
        self.today = day
        if not self._picked:
            self._period = None
        self.turned.emit()

    def go(self, page: str, **what: object) -> None:
        """Ask for another page: `go("tasks", view="overdue")`, `go("tasks", task=12)`."""
        self.went.emit(page, what)

    def unit_name(self) -> str:
        """What the unit in view is called; the office's name where everybody is in view."""
        from tracker.store.today import unit_name

        return unit_name(self.store, self.unit)

    def units(self) -> list[Unit]:
        """The units of today as a tree, each followed by those below it."""
        from tracker.store import units

        there = [unit for unit in units.every(self.store) if unit.valid_on(self.today)]
        known = {unit.id for unit in there}

        def below(parent: UnitId | None, depth: int) -> list[Unit]:
            children = [unit for unit in there if (unit.parent if unit.parent in known else None) == parent]
            return [each for unit in children for each in (Unit(unit.id, unit.name, depth), *below(unit.id, depth + 1))]

        return below(None, 0)

    # --- lists of tasks -----------------------------------------------------------------------------------------------

    def count(self, view: str) -> int:
        """How many tasks a view has."""
        from tracker.ui import views

        return views.count(self.store, self.asked(view))

    def asked(self, view: str, search: str = "", sort: str | None = None, filters: Wanted | None = None) -> Asked:
        """A list as it is seen now: of the unit, the period and the day in view."""
        from tracker.store.listing import Wanted
        from tracker.ui.views import Asked

        narrowed = (filters or Wanted())._replace(search=_folded(search))
        return Asked(view, self.unit, self.period, self.today, narrowed, sort)

    @property
    def reading(self) -> Reading:
        """Whom long questions are put to: a thread answers, and the window never waits."""
        if self._reading is None:
            from tracker.ui.reading import Reading

            self._reading = Reading(self.store.folder)
            self._reading.refused.connect(self.refused)
        return self._reading

    @property
    def integrity(self) -> Integrity:
        """What is known of the journal: whether it holds, and up to which entry."""
        if self._integrity is None:
            from tracker.ui.integrity import Integrity

            self._integrity = Integrity(self)
        return self._integrity

    def stop(self) -> None:
        """The window closes: nothing is asked any more, and what runs in the background ends."""
        from tracker.ui.worker import Job

        if self._reading is not None:
            self._reading.stop()
        for job in self.findChildren(Job):
            job.stop()

    def rows(self, ids: Sequence[int]) -> list[Row]:
        """The rows of some tasks, in the order given."""
        from tracker.store import listing

        with self.store.reading():
            if self._rows is None:
                self._rows = listing.Seen(self.store, self.today)
            return self._rows.listed(ids)

    def wanted(self, view: str, search: str = "") -> Wanted:
        """The filters of a view, with the words searched for and the unit in view."""
        from tracker.ui import views

        return views.wanted(self.store, self.asked(view, search))

    def clear(self, ids: Sequence[int]) -> dict[int, tuple[bool, ...]]:
        """The six dots of some tasks."""
        from tracker.domain.clarity import clear
        from tracker.store import many

        return {task: tuple(clear(facts)) for task, facts in many.facts(self.store, ids).items()}

    def sentence(self, error: Expected) -> str:
        """What a person is told of an expected error: fields by their names on the screen, not by options."""
        from tracker.ui.wording import without_options

        return without_options(self.words, self.words.sentence(error))

    def owners(self) -> frozenset[int] | None:
        """The officials of the unit in view; None: everybody."""
        if self.unit is None:
            return None
        from tracker.store import listing

        return listing.owners_of(self.store, self.unit, self.today)

    def _forget(self) -> None:
        self._rows = None
        self.kept.clear()


def _folded(text: str) -> str:
    if not text:
        return ""
    from tracker.domain.text import fold

    return fold(text)
