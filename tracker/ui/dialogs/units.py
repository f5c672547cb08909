"""A unit of the office: added, corrected, moved in the tree, ended with its successor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.errors import Refused
from tracker.domain.units import UnitKind
from tracker.ui import wording
from tracker.ui.dialogs.frame import Dialog
from tracker.ui.dialogs.posts import ask_decision
from tracker.ui.widgets.basics import label
from tracker.ui.widgets.units import UnitField, places

if TYPE_CHECKING:
    from tracker.actions.units import UnitFields
    from tracker.domain.officials import Actor
    from tracker.domain.units import Unit
    from tracker.store import Changes, Store
    from tracker.ui.desk import Desk

DECISION = "15/NQ-HĐND"
"""The number of a decision on units, as an example."""
BY_NAME = ""
"""The kind that the name tells."""


class UnitDialog(Dialog):
    """What is said of a unit."""

    def __init__(self, desk: Desk, unit: Unit | None = None, *, below: Unit | None = None) -> None:
        """`below`: the unit above a new one."""
        title = desk.text("Add a unit") if unit is None else desk.text("Correct a unit")
        about = "" if unit is None else f"{unit.code}  {unit.name}"
        super().__init__(desk, title, about, name="unit", draft="unit" if unit is None else "")
        self._unit = unit
        self._code = self.line("code", self.text("Code (required)"), placeholder=self.text("for example VP"))
        self._name = self.line("name", self.text("Name of the unit (required)"))
        with self.beside():
            self._short = self.line("short_name", self.text("Short name"))
            self._kind = self.choice("kind", self.text("Kind"), _kinds(desk, new=unit is None))
        if unit is None:
            self._parent = UnitField(desk, places(desk), placeholder=self.text("Empty: the office itself"))
            self.field("parent", self.text("Unit above"), self._parent)
            self._parent.set(below.id if below is not None else None)
        with self.beside():
            self._symbol = self.line(
                "symbol", self.text("Letters of its documents"), placeholder=self.text("VP in 12/BC-VP")
            )
            self._place = self.line("place", self.text("Place before the date"))
        self._issuing = self.line("issuing_name", self.text("Name in the letterhead, where it differs"))
        self._superior = self.line("superior", self.text("Body above that is not in this office"))
        self._from = self.day("valid_from", self.text("From day"))
        if unit is not None:
            self._show(unit)
            self._why = self.line("reason", self.text("Reason or decision (may be empty)"))
        self.verbs(self.text("Add") if unit is None else self.text("Save"), self._save)
        self._code.setFocus()

    def _show(self, unit: Unit) -> None:
        self._code.setText(unit.code)
        self._name.setText(unit.name)
        self._short.setText(unit.short_name or "")
        self._kind.setCurrentIndex(self._kind.findData(unit.kind.value))
        self._symbol.setText(unit.symbol or "")
        self._place.setText(unit.place or "")
        self._issuing.setText(unit.issuing_name or "")
        self._superior.setText(unit.superior or "")
        self._from.set(unit.valid_from)

    def _save(self) -> None:
        name = self._name.text().strip()
        if self._unit is None:
            self.do(self._add, self.text("{name} was added", name=name))
        else:
            self.do(self._edit, self.text("{name} was corrected", name=name))

    def _told(self) -> UnitFields:
        told: UnitFields = {
            "short_name": self._short.text() or None,
            "symbol": self._symbol.text() or None,
            "place": self._place.text() or None,
            "issuing_name": self._issuing.text() or None,
            "superior": self._superior.text() or None,
            "valid_from": self.day_of("valid_from"),
        }
        if self._kind.currentData() != BY_NAME:
            told["kind"] = UnitKind(self._kind.currentData())
        return told

    def _add(self, store: Store, actor: Actor) -> Changes:
        from tracker.actions.units import add_unit

        told = self._told()
        parent = self._parent.value()
        if parent is not None:
            told["parent"] = parent
        return add_unit(store, actor, self._code.text(), self._name.text(), told)

    def _edit(self, store: Store, actor: Actor) -> Changes:
        from tracker.actions.units import edit_unit

        assert self._unit is not None
        fields: UnitFields = {**self._told(), "code": self._code.text(), "name": self._name.text()}
        reason = self._why.text() or None
        return edit_unit(store, actor, self._unit.id, fields, version=self._unit.version, reason=reason)


class PlaceUnitDialog(Dialog):
    """Another unit above."""

    def __init__(self, desk: Desk, unit: Unit) -> None:
        super().__init__(desk, desk.text("Move a unit in the tree"), f"{unit.code}  {unit.name}", name="place-unit")
        self._unit = unit
        self._parent = UnitField(desk, places(desk, without=(unit.id,)))
        self.field("parent", self.text("New unit above (required)"), self._parent)
        self._parent.set(unit.parent)
        ask_decision(self, DECISION)
        self._why = self.line("reason", self.text("Reason (may be empty)"))
        self.verbs(self.text("Move the unit"), self._move)
        self._parent.setFocus()

    def _move(self) -> None:
        self.do(self._action, self.text("{name} was moved", name=self._unit.name))

    def _action(self, store: Store, actor: Actor) -> Changes:
        from tracker.actions.units import edit_unit

        return edit_unit(
            store,
            actor,
            self._unit.id,
            {"parent": self._parent.needed()},
            version=self._unit.version,
            reason=self._why.text() or None,
            basis=self.typed_in("basis"),
            basis_on=self.day_of("basis_date"),
        )


class EndUnitDialog(Dialog):
    """The last day of a unit, and who goes on with its work."""

    def __init__(self, desk: Desk, unit: Unit, people: int = 0) -> None:
        super().__init__(desk, desk.text("End a unit"), f"{unit.code}  {unit.name}", name="end-unit")
        self._unit = unit
        last = self.day("valid_to", self.text("Last day (required)"))
        last.set(unit.valid_to or desk.today)
        self._successor = UnitField(
            desk, places(desk, without=(unit.id,)), placeholder=self.text("Empty: none, or several")
        )
        self.field("successor", self.text("Unit that goes on with its work"), self._successor)
        self._successor.set(unit.successor)
        ask_decision(self, DECISION)
        self._why = self.line("reason", self.text("Reason (may be empty)"))
        if people:
            told = self.text(
                "{count} people have their main post here or below: move them by their decisions.", count=people
            )
            self.add(label(told, "warning", wrap=True))
        self.verbs(self.text("End the unit"), self._end)
        last.setFocus()

    def _end(self) -> None:
        self.do(self._action, self.text("{name} was ended", name=self._unit.name))

    def _action(self, store: Store, actor: Actor) -> Changes:
        from tracker.actions.units import edit_unit

        last = self.day_of("valid_to")
        if last is None:
            raise Refused("unit.needs_last_day", field="valid_to")
        return edit_unit(
            store,
            actor,
            self._unit.id,
            {"valid_to": last, "successor": self._successor.value()},
            version=self._unit.version,
            reason=self._why.text() or None,
            basis=self.typed_in("basis"),
            basis_on=self.day_of("basis_date"),
        )


def _kinds(desk: Desk, *, new: bool) -> dict[str, str]:
    """The kinds in words; a new unit's is told by its name until another is chosen."""
    kinds = {kind.value: wording.beginning(desk.words.term(kind)) for kind in UnitKind}
    return {BY_NAME: desk.text("As the name tells"), **kinds} if new else kinds
