"""Rights given by name and taken back: clerk of a unit, inspector, administrator. None of them decides anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.officials import Right
from tracker.ui import wording
from tracker.ui.dialogs.frame import Dialog
from tracker.ui.widgets.basics import label
from tracker.ui.widgets.units import UnitField, places

if TYPE_CHECKING:
    from tracker.domain.officials import Actor, Grant, Official
    from tracker.store import Changes, Store
    from tracker.ui.desk import Desk


class GrantDialog(Dialog):
    """A right for a person; a clerk's for a unit with those below it."""

    def __init__(self, desk: Desk, official: Official) -> None:
        super().__init__(desk, desk.text("Give a right"), f"{official.code}  {official.name}", name="grant")
        self._official = official
        terms = {right.value: wording.beginning(desk.words.term(right)) for right in Right}
        self._right = self.choice("right", self.text("Right"), terms)
        self._about = label("", "small", wrap=True)
        self.add(self._about)
        self._unit = UnitField(desk, places(desk), placeholder=self.text("Empty: the whole office"))
        self.field("unit", self.text("For which unit, with those below it"), self._unit)
        self._why = self.line("reason", self.text("Reason or decision (may be empty)"))
        self._right.currentIndexChanged.connect(lambda _: self._tell())
        self._tell()
        self.verbs(self.text("Give the right"), self._give)
        self._right.setFocus()

    def _tell(self) -> None:
        right = Right(self._right.currentData())
        self._about.setText(meaning(self.desk, right))
        self._unit.setEnabled(right is Right.CLERK)

    def _give(self) -> None:
        self.do(self._action, self.text("{name} was given the right", name=self._official.name))

    def _action(self, store: Store, actor: Actor) -> Changes:
        from tracker.actions.rights import grant

        right = Right(self._right.currentData())
        unit = self._unit.value() if right is Right.CLERK else None
        return grant(store, actor, self._official.id, right, unit, reason=self._why.text() or None)


class RevokeDialog(Dialog):
    """One right taken back."""

    def __init__(self, desk: Desk, official: Official, given: Grant) -> None:
        super().__init__(desk, desk.text("Take a right back"), f"{official.code}  {official.name}", name="revoke")
        self._official, self._given = official, given
        self.add(label(named(desk, given), "strong", wrap=True))
        self._why = self.line("reason", self.text("Reason or decision (may be empty)"))
        self.verbs(self.text("Take it back"), self._revoke)
        self._why.setFocus()

    def _revoke(self) -> None:
        self.do(self._action, self.text("The right of {name} was taken back", name=self._official.name))

    def _action(self, store: Store, actor: Actor) -> Changes:
        from tracker.actions.rights import revoke

        right, unit = self._given.right_name, self._given.unit
        return revoke(store, actor, self._official.id, right, unit, reason=self._why.text() or None)


def named(desk: Desk, given: Grant) -> str:
    """A right with the unit it is for: "Văn thư, theo dõi nhiệm vụ (Văn phòng)"."""
    right = wording.beginning(desk.words.term(given.right_name))
    if given.right_name is not Right.CLERK:
        return right
    from tracker.store import units

    if given.unit is None:
        return desk.text("{right} (the whole office)", right=right)
    unit = units.get(desk.store, given.unit)
    return desk.text("{right} ({unit})", right=right, unit=unit.short_name or unit.name)


def meaning(desk: Desk, right: Right) -> str:
    """What a right lets its holder do."""
    said = {
        Right.CLERK: lambda: desk.text("Records for the people of the unit, and chases; decides nothing."),
        Right.INSPECTOR: lambda: desk.text("Sees everything; changes nothing of a task."),
        Right.ADMINISTRATOR: lambda: desk.text("Keeps people, units, settings, rights and passwords; decides nothing."),
    }
    return said[right]()
