"""The field of a person: type part of the name without accents, see post, unit and open tasks; recent ones first.

Only people with a valid appointment on the day are offered. The list stands below the field and never rewrites what is
being typed.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from tracker.domain.errors import Refused
from tracker.domain.text import fold
from tracker.ui import tokens
from tracker.ui.widgets.basics import label, set_role

if TYPE_CHECKING:
    from tracker.domain.officials import OfficialId
    from tracker.ui.desk import Desk

SHOWN, RECENT = 7, 5


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
    from tracker.store import listing, officials, units

    known = {unit.id: unit.short_name or unit.name for unit in units.every(desk.store)}
    posts = {}
    for post in officials.appointments(desk.store):
        if post.valid_on(desk.today) and (post.official not in posts or post.main):
            posts[post.official] = post
    open_tasks = listing.open_by_owner(desk.store)
    found = []
    for each in officials.every(desk.store):
        if each.id in posts or each.id in also:
            held = posts.get(each.id)
            title, unit = ("", "") if held is None else (held.title, known.get(held.unit, ""))
            folded = fold(f"{each.name} {each.code} {title} {unit}")
            found.append(Candidate(each.id, each.code, each.name, title, unit, open_tasks.get(each.id, 0), folded))
    recent = _recent(desk)
    return sorted(found, key=lambda each: recent.index(each.code) if each.code in recent else len(recent))


def matching(people: list[Candidate], typed: str) -> list[Candidate]:
    """Those whose name, code, post or unit has every word typed, each as the beginning of a word; name hits first."""
    words = fold(typed).split()
    found = [each for each in people if all(f" {word}" in f" {each.folded}" for word in words)]
    return sorted(found, key=lambda each: not all(f" {word}" in f" {fold(each.name)}" for word in words))


def _recent(desk: Desk) -> list[str]:
    kept = desk.personal.value("people/recent", [])
    return [kept] if isinstance(kept, str) else [str(each) for each in kept or []]  # type: ignore[attr-defined]


class PersonField(QWidget):
    """One official, found by typing."""

    changed = Signal()

    def __init__(self, desk: Desk, *, words: str = "", placeholder: str = "") -> None:
        super().__init__()
        self._desk = desk
        self._people = candidates(desk)
        self._chosen: Candidate | None = None
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(placeholder or desk.text("Part of the name, code or unit"))
        self._said = label("", "small")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(tokens.GRID)
        box.addWidget(self.edit)
        box.addWidget(self._said)
        self._list = QListWidget(self)
        self._list.setProperty("popup", True)
        self._list.setWindowFlags(Qt.WindowType.ToolTip)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(desk.text("People"))
        self._list.itemClicked.connect(lambda item: self._take(item.data(Qt.ItemDataRole.UserRole)))
        self._list.hide()
        self.edit.textEdited.connect(self._typed)
        self.edit.installEventFilter(self)
        self.setFocusProxy(self.edit)
        self.setAccessibleName(words)
        self._tell()

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """The name is that of the line, too."""
        super().setAccessibleName(name)
        self.edit.setAccessibleName(name)

    def value(self) -> OfficialId | None:
        """The official chosen, or the only one whom the typed words mean; None for an empty field.

        Raises Refused "official.unknown", "official.several".
        """
        if self._chosen is not None:
            return self._chosen.id
        typed = self.edit.text().strip()
        if not typed:
            return None
        found = matching(self._people, typed)
        exact = [each for each in found if fold(each.name) == fold(typed) or fold(each.code) == fold(typed)]
        if len(exact or found) == 1:
            return (exact or found)[0].id
        if not found:
            raise Refused("official.unknown", field="owner", code=typed)
        raise Refused("person.several", field="owner", name=typed, people=[each.name for each in found[:SHOWN]])

    def chosen(self) -> Candidate | None:
        """Who was chosen, with post and unit."""
        return self._chosen

    def set(self, official: OfficialId | None) -> None:
        """Choose an official."""
        self._take(next((each for each in self._people if each.id == official), None))

    def _typed(self, text: str) -> None:
        self._chosen = None
        self._offer(matching(self._people, text)[:SHOWN] if text.strip() else self._people[:SHOWN])
        self._tell()

    def _offer(self, people: list[Candidate]) -> None:
        self._list.clear()
        for each in people:
            told = self._desk.text("{count} open", count=each.open)
            item = QListWidgetItem(f"{each.name}   {each.post} · {each.unit} · {told}")
            item.setData(Qt.ItemDataRole.UserRole, each)
            self._list.addItem(item)
        if not people:
            self._list.hide()
            return
        self._list.setCurrentRow(0)
        height = self._list.sizeHintForRow(0) * len(people) + 2 * tokens.GRID
        self._list.setGeometry(
            *self.edit.mapToGlobal(QPoint(0, self.edit.height())).toTuple(), max(380, self.width()), height
        )
        self._list.show()

    def _take(self, person: Candidate | None) -> None:
        self._chosen = person
        self._list.hide()
        self.edit.setText(person.name if person else "")
        if person:
            recent = [person.code, *(code for code in _recent(self._desk) if code != person.code)]
            self._desk.personal.setValue("people/recent", recent[:RECENT])
        self._tell()

    def _tell(self) -> None:
        person = self._chosen
        if person:
            told = self._desk.text("{count} open tasks", count=person.open)
            self._said.setText(f"{person.post}, {person.unit} · {told}")
        else:
            self._said.setText("")
        set_role(self._said, "small")
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Up, Down, Enter and Tab choose from the list; leaving the field shuts it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if event.type() == QEvent.Type.FocusOut:
            self._list.hide()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        shown, key = self._list.isVisible(), event.key()
        if key == Qt.Key.Key_Down and not shown:
            self._offer(matching(self._people, self.edit.text())[:SHOWN])
            return True
        if not shown:
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self._list.setCurrentRow((self._list.currentRow() + step) % self._list.count())
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab) and self._list.currentRow() >= 0:
            self._take(self._list.currentItem().data(Qt.ItemDataRole.UserRole))
            return key != Qt.Key.Key_Tab
        if key == Qt.Key.Key_Escape:
            self._list.hide()
            return True
        return False
