"""Letterhead and signers of each unit, with the head of the sheet as it will be printed while one types."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QFrame

from tracker.domain.errors import Expected
from tracker.ui.pages.settings.form import Form, Part, beside
from tracker.ui.pages.settings.sheet import SheetHead
from tracker.ui.pages.settings.signing import SigningForm
from tracker.ui.widgets.basics import card, label, link

if TYPE_CHECKING:
    from tracker.actions.units import UnitFields
    from tracker.domain.units import Unit, UnitId
    from tracker.figures.people import People
    from tracker.ui.desk import Desk

UNIT = 340


class OfficePart(Part):
    """Facts of a unit as its papers show them."""

    def __init__(self, desk: Desk) -> None:
        text = desk.text
        super().__init__(
            desk,
            "office",
            text("Letterhead and signers"),
            text("What stands at the head and the foot of every paper of a unit. Changes go into the journal."),
        )
        self._stored: Unit | None = None
        """The unit as it was read last."""
        self._people: People | None = None
        self.unit = QComboBox()
        self.unit.setObjectName("unit")
        self.unit.setAccessibleName(text("Unit"))
        self.unit.setFixedWidth(desk.theme.px(UNIT))
        for each in desk.units():
            self.unit.addItem("    " * each.depth + each.name, each.id)
        self.unit.setCurrentIndex(max(0, self.unit.findData(desk.unit)))
        self.unit.currentIndexChanged.connect(self._other)
        self.box.addLayout(beside(text("Unit"), text("Each unit has a letterhead of its own."), self.unit))
        self.head = SheetHead(desk)
        self.box.addWidget(self.head)
        self.form = self._form()
        self.box.addWidget(self.form)
        self.signing = SigningForm(desk)
        self.signing.other.connect(self._show_form)
        self.box.addWidget(self.signing)
        self.box.addWidget(self._signers())
        self.box.addStretch(1)
        self.reload()

    def _form(self) -> Form:
        text, form = self.desk.text, Form(self.desk, "letterhead")
        form.lines("name", text("Full name"), text("As the decision on its founding has it."))
        form.line("short_name", text("Short name"), text("In lists and tables, where room is scarce."))
        form.lines("superior", text("Body above"), text("First line of the letterhead. Empty: the unit above."))
        form.lines(
            "issuing_name", text("Name in the letterhead"), text("With its own line break. Empty: the full name.")
        )
        form.line("symbol", text("Letters of its documents"), text("As “VP” in 12/BC-VP. Empty: the code of the unit."))
        form.line("place", text("Place before the date"), text("Empty: that of the unit above."))
        form.changed = self._draw
        return form

    def _signers(self) -> QFrame:
        frame, box = card("signers")
        box.addWidget(label(self.text("Signers"), "card"))
        self.signed = label("", wrap=True)
        box.addWidget(self.signed)
        box.addWidget(
            label(self.text("The head signs; a deputy for the head (KT.), others by order (TL.)."), "small", wrap=True)
        )
        box.addWidget(link(self.text("Change posts under Officials"), "to-officials", self._to_officials))
        return frame

    def primary(self) -> tuple[str, Callable[[], object]] | None:
        """Record what was changed."""
        return self.text("Record the changes"), self.save

    def reload(self) -> None:
        """The unit as it is stored."""
        from tracker.figures.people import People
        from tracker.store import units

        chosen: UnitId | None = self.unit.currentData()
        if chosen is None:
            return
        self._people, unit = People(self.desk.store), units.get(self.desk.store, chosen)
        self._stored = unit
        self.form.show_stored({key: str(getattr(unit, key) or "") for key in self.form.typed()})
        self._draw()
        self._show_form()
        self._tell_signers(unit)

    def _show_form(self) -> None:
        """Signer, lines and recipients as they are stored for the kind that is chosen."""
        from tracker.store import paper_forms

        if self._stored is not None:
            self.signing.show_form(paper_forms.stored(self.desk.store, self._stored.id).get(self.signing.report))

    def save(self) -> None:
        """Record the fields that were changed."""
        self.form.clear_errors()
        self.signing.clear_errors()
        self.banner.hide()
        unit, fields = self._stored, self._changed()
        try:
            formed = self.signing.is_changed()
        except Expected as error:
            self.show_error(error)
            return
        if unit is None or not (fields or formed):
            self.desk.said.emit(self.text("Nothing was changed."), None)
            return
        if formed:
            self._save_form(unit)
        if fields:
            self._save_letterhead(unit, fields)

    def _save_form(self, unit: Unit) -> None:
        from tracker.actions.units import form_papers

        fields, report = self.signing.fields(), self.signing.report
        try:
            self.desk.act(
                lambda store, actor: form_papers(store, actor, unit.id, report, fields),
                self.text("Signers and recipients were recorded"),
            )
        except Expected as error:
            self.show_error(error)
            return
        self._show_form()

    def _save_letterhead(self, unit: Unit, fields: UnitFields) -> None:
        from tracker.actions.units import edit_unit

        try:
            self.desk.act(
                lambda store, actor: edit_unit(store, actor, unit.id, fields, version=unit.version),
                self.text("The letterhead was recorded"),
            )
        except Expected as error:
            place = self.form.place_of(error)
            if place:
                self.form.show_error(place, error)
            else:
                self.show_error(error)
                self.reload()  # what others changed meanwhile; what is typed here stays

    def _changed(self) -> UnitFields:
        # The form's fields are some of a unit's.
        return {key: value.strip() or None for key, value in self.form.unsaved().items()}  # type: ignore[return-value]

    def _other(self) -> None:
        """Another unit: what was typed for the one before is given up."""
        self.form.clear_errors()
        self.form.forget()
        self.reload()

    def _draw(self) -> None:
        """The head of a sheet with what is typed now."""
        if self._stored is not None and self._people is not None:
            self.head.show_unit(self._people, replace(self._stored, **self._changed()))

    def _tell_signers(self, unit: Unit) -> None:
        from tracker.domain.officials import Standing
        from tracker.store import officials

        store, today = self.desk.store, self.desk.today
        names = {each.id: each.name for each in officials.every(store)}
        posts = [
            post
            for post in officials.appointments_in(store, unit.id)
            if post.standing is not Standing.MEMBER and post.valid_on(today)
        ]
        posts.sort(key=lambda post: post.standing is not Standing.HEAD)
        told = "\n".join(f"{names.get(post.official, '')} · {post.title}" for post in posts)
        self.signed.setText(told or self.text("Nobody heads this unit today: its reports cannot be signed."))

    def _to_officials(self) -> None:
        self.desk.go("officials", unit=self.unit.currentData())
