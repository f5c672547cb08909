"""Who signs the papers of a unit, with which lines, and to whom they go: for all kinds of report, or one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from tracker.papers.kinds import KINDS
from tracker.store import paper_forms
from tracker.ui.pages.settings.form import CONTROL, Form
from tracker.ui.widgets.people import PersonField

if TYPE_CHECKING:
    from tracker.actions.units import PaperFields
    from tracker.domain.kept import PaperForm
    from tracker.domain.officials import OfficialId
    from tracker.ui.desk import Desk


FIELDS = {
    "signing": "signing",
    "recipients": "recipients",
    "form-superior": "superior",
    "issuer": "issuer",
    "form-symbol": "symbol",
}
"""Field of the form → field of the record."""


class SigningForm(Form):
    """The fields of one unit and kind; what is empty follows from the rules, and is shown behind the cursor."""

    other = Signal()
    """Another kind was chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "signing")
        text = desk.words.text
        self.kind = QComboBox()
        self.kind.setObjectName("form-kind")
        self.kind.setAccessibleName(text("Kind of report"))
        self.kind.setFixedWidth(desk.theme.px(CONTROL))
        self.kind.addItem(text("All kinds"), paper_forms.ALL)
        for key, kind in KINDS.items():
            self.kind.addItem(kind.title(desk.words), key)
        self.add_row(
            text("Kind of report"), text("A kind without fields of its own takes those of all kinds."), self.kind
        )
        self.signer = PersonField(desk, words=text("Signer"), placeholder=text("The head of the unit"))
        self.signer.setObjectName("form-signer")
        self.signer.setFixedWidth(desk.theme.px(CONTROL))
        self.add_row(text("Signer"), text("Who signs where nobody else is chosen for a report."), self.signer)
        self.lines(
            "signing",
            text("Lines above the name"),
            text("As “TM. ỦY BAN NHÂN DÂN”, “KT. CHỦ TỊCH”, “TL. CHỦ TỊCH”, one each. Empty: by the signer's post."),
        )
        self.lines(
            "recipients", text("Recipients"), text("One a line, without dash. Empty: the unit above and the archive.")
        )
        self.lines("form-superior", text("Body above, for this kind"), text("Empty: as in the letterhead of the unit."))
        self.lines("issuer", text("Issuer, for this kind"), text("Empty: as in the letterhead of the unit."))
        self.line("form-symbol", text("Symbol, for this kind"), text("As BC-HĐND. Empty: by the kind and the unit."))
        self._signer: OfficialId | None = None
        self.kind.activated.connect(lambda _: self.other.emit())

    @property
    def report(self) -> str:
        """Key of the kind that is chosen; "" for all."""
        return str(self.kind.currentData())

    def show_form(self, form: PaperForm | None) -> None:
        """What is stored of the unit and kind."""
        stands = form is not None and not form.undone
        self._signer = form.signer if form is not None and stands else None
        self.signer.set(self._signer)
        self.forget()
        self.show_stored({key: str(getattr(form, name) or "") if stands else "" for key, name in FIELDS.items()})

    def fields(self) -> PaperFields:
        """What is said now. Raises Refused for a signer who cannot be found."""
        typed: dict[str, Any] = {name: self.typed()[key] for key, name in FIELDS.items()}
        return {"signer": self.signer.value(), **typed}  # type: ignore[typeddict-item]  # all of them are texts

    def is_changed(self) -> bool:
        """Whether anything else is said now. Raises Refused for a signer who cannot be found."""
        return bool(self.unsaved()) or self.signer.value() != self._signer
