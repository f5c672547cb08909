"""The field of a person: type part of the name without accents, see post, unit and open tasks; recent ones first.

Only people with a valid appointment on the day are offered. The list stands beside the field and never rewrites what is
being typed.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tracker.domain.errors import Expected, Refused
from tracker.domain.matching import matching, meant, searched
from tracker.ui import tokens
from tracker.ui.widgets.basics import label, set_role
from tracker.ui.widgets.popups import Choice, Choices

if TYPE_CHECKING:
    from tracker.domain.officials import OfficialId
    from tracker.ui.desk import Desk

__all__ = ["Candidate", "PersonField", "candidates", "choice", "matching", "meant", "remember"]

OFFERED, RECENT, NAMED = 50, 5, 7
"""People in the list at most; those chosen last that stand first; names in a sentence at most."""


class Candidate(NamedTuple):
    """Somebody who can be chosen."""

    id: OfficialId
    code: str
    name: str
    post: str
    unit: str
    open: int
    folded: str


def candidates(desk: Desk, also: Collection[OfficialId] = ()) -> list[Candidate]:
    """Everybody who holds a post today (and `also` these), in Vietnamese order of names, recent choices first."""
    if "people" not in desk.kept:
        desk.kept["people"] = _everybody(desk)
    everybody: list[tuple[Candidate, bool]] = desk.kept["people"]  # type: ignore[assignment]  # as kept above
    found = [each for each, serves in everybody if serves or each.id in also]
    recent = _recent(desk)
    return sorted(found, key=lambda each: recent.index(each.code) if each.code in recent else len(recent))


def _everybody(desk: Desk) -> list[tuple[Candidate, bool]]:
    """All officials, and whether each holds a post today."""
    from tracker.store import listing, officials, units

    known = {unit.id: unit.short_name or unit.name for unit in units.every(desk.store)}
    posts = {}
    for post in officials.appointments(desk.store):
        if post.valid_on(desk.today) and (post.official not in posts or post.main):
            posts[post.official] = post
    open_tasks = listing.open_by_owner(desk.store)
    found = []
    for each in officials.every(desk.store):
        held = posts.get(each.id)
        title, unit = ("", "") if held is None else (held.title, known.get(held.unit, ""))
        folded = searched(each.name, each.code, title, unit)
        person = Candidate(each.id, each.code, each.name, title, unit, open_tasks.get(each.id, 0), folded)
        found.append((person, held is not None))
    return found


def choice(desk: Desk, person: Candidate) -> Choice:
    """A person as a line of a list: the name, and what tells it from others."""
    told = desk.text("{count} open", count=person.open)
    return Choice(person, person.name, f"{person.post} · {person.unit} · {told}")


def remember(desk: Desk, person: Candidate) -> None:
    """This person stands first from now on."""
    recent = [person.code, *(code for code in _recent(desk) if code != person.code)]
    desk.personal.setValue("people/recent", recent[:RECENT])


def _recent(desk: Desk) -> list[str]:
    kept = desk.personal.value("people/recent", [])
    return [kept] if isinstance(kept, str) else [str(each) for each in kept or []]  # type: ignore[attr-defined]


class PersonField(QWidget):
    """One official, found by typing."""

    changed = Signal()

    def __init__(
        self,
        desk: Desk,
        *,
        words: str = "",
        placeholder: str = "",
        also: Collection[OfficialId] = (),
        free: bool = False,
    ) -> None:
        """`also`: people who are offered though they hold no post; `free`: other words ("các phòng") are kept as they
        are."""
        super().__init__()
        self._desk, self._also, self._free = desk, also, free
        self._known: list[Candidate] | None = None
        self._chosen: Candidate | None = None
        self.edit = QLineEdit()
        self.edit.setObjectName("person-text")
        self.edit.setPlaceholderText(placeholder or desk.text("Part of the name, code or unit"))
        self._said = label("", "small", wrap=True)  # a long post must not widen what the field stands in
        self._said.setObjectName("said")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(tokens.GRID)
        box.addWidget(self.edit)
        box.addWidget(self._said)
        self._list = Choices(desk, self.edit, desk.text("People"))
        self._list.taken.connect(self._take)
        self.edit.textEdited.connect(self._typed)
        self.edit.installEventFilter(self)
        self.setFocusProxy(self.edit)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # else a label's access key passes it over
        self.setAccessibleName(words)
        desk.changed.connect(self._forget)
        desk.turned.connect(self._forget)
        self._tell()

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """The name is that of the line, too."""
        super().setAccessibleName(name)
        self.edit.setAccessibleName(name)

    def value(self) -> OfficialId | None:
        """The official chosen, or the only one whom the typed words mean; None for an empty field.

        Raises Refused "official.unknown", "person.several".
        """
        person = self._person()
        return None if person is None else person.id

    def chosen(self) -> Candidate | None:
        """Who was chosen, or is meant beyond doubt, with post and unit."""
        try:
            return self._person()
        except Expected:
            return None

    def set(self, official: OfficialId | None) -> None:
        """Choose an official."""
        self._show(next((each for each in self._people if each.id == official), None))

    def typed(self) -> str:
        """What stands in the field, to be typed into it again later: with the code of whoever was chosen."""
        return f"{self._chosen.name} ({self._chosen.code})" if self._chosen else self.edit.text().strip()

    def type_in(self, text: str) -> None:
        """Fill in what was typed before; whoever is meant beyond doubt is chosen."""
        self._chosen = None
        self.edit.setText(text)
        self._show(person) if (person := self.chosen()) else self._tell()

    @property
    def _people(self) -> list[Candidate]:
        if self._known is None:
            self._known = candidates(self._desk, self._also)
        return self._known

    def _forget(self) -> None:
        self._known = None

    def _person(self) -> Candidate | None:
        typed = self.edit.text().strip()
        if self._chosen is not None or not typed:
            return self._chosen
        found = meant(self._people, typed)
        field = self.objectName() or "owner"
        if not found:
            raise Refused("person.nobody", field=field, name=typed)
        if len(found) > 1:
            raise Refused("person.several", field=field, name=typed, people=_names(found))
        return found[0]

    def _typed(self, text: str) -> None:
        self._chosen = None
        self._offer(text)
        self._tell()

    def _offer(self, text: str) -> None:
        self._list.offer(choice(self._desk, each) for each in matching(self._people, text)[:OFFERED])

    def _take(self, person: Candidate) -> None:
        remember(self._desk, person)
        self._show(person)

    def _show(self, person: Candidate | None) -> None:
        self._chosen = person
        self._list.hide()
        self.edit.setText(person.name if person else "")
        self._tell()

    def _tell(self, *, left: bool = False) -> None:
        """What stands below; that nobody is meant is said when the field is left, not while it is typed into."""
        told, role = "", "small"
        try:
            person = self._person()
        except Expected as error:
            if self._free and error.code == "person.nobody":
                told = self._desk.text("kept as it is written") if left else ""
            else:
                told, role = (self._desk.sentence(error), "error") if left else ("", "small")
        else:
            told = "" if person is None else self._about(person)
        self._said.setText(told)
        self._said.setVisible(bool(told))
        set_role(self._said, role)
        self.changed.emit()

    def _about(self, person: Candidate) -> str:
        told = self._desk.text("{count} open tasks", count=person.open)
        return " · ".join(part for part in (person.post, person.unit, told) if part)

    def _left(self) -> None:
        """Whoever is meant beyond doubt stands there in full."""
        self._list.hide()
        person = self.chosen()
        if person is not None and self._chosen is None:
            self._show(person)
        else:
            self._tell(left=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Up, Down, Enter and Tab choose from the list; leaving the field shuts it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down and not event.modifiers() and not self._list.isVisible():
                self._offer(self.edit.text() if self._chosen is None else "")
                return True
            return self._list.press(event)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self._list.isVisible():
                event.accept()  # shuts the list first, not what stands around the field
                return True
        elif event.type() == QEvent.Type.FocusOut:
            self._left()
        return super().eventFilter(watched, event)


def _names(people: list[Candidate]) -> list[str]:
    """The names, with the unit where one stands twice."""
    names = [each.name for each in people[:NAMED]]
    return [
        f"{each.name} ({each.unit or each.code})" if names.count(each.name) > 1 else each.name
        for each in people[:NAMED]
    ]
