"""One's own password: it guards the choice of who acts, not the file."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from tracker.domain.errors import Expected, Refused
from tracker.ui.pages.settings.form import Form, Part
from tracker.ui.widgets.basics import button, row

if TYPE_CHECKING:
    from tracker.ui.desk import Desk


class PasswordPart(Part):
    """Set, change or take away the password of the acting person."""

    def __init__(self, desk: Desk) -> None:
        text = desk.text
        super().__init__(
            desk,
            "password",
            text("My password"),
            text(
                "Where anybody has a password, whoever works is asked for it once after each start."
                " It does not encrypt the data folder."
            ),
        )
        self.form = Form(desk, "password")
        self.old = self.form.line("old", text("Present password"), text("Empty where there is none yet."))
        self.new = self.form.line("new", text("New password"), text("At least 8 characters; a short sentence is best."))
        self.again = self.form.line("again", text("New password once more"), "")
        for each in (self.old, self.new, self.again):
            each.setEchoMode(QLineEdit.EchoMode.Password)
        self.box.addWidget(self.form)
        self.drop = button(text("Take my password away"), "drop-password", self._drop)
        self.box.addLayout(row(self.drop, 1))
        self.box.addStretch(1)
        self.reload()

    def primary(self) -> tuple[str, Callable[[], object]] | None:
        """Set it."""
        return self.text("Set the password"), self._set

    def reload(self) -> None:
        """Whether there is one."""
        self.old.setEnabled(self._has())
        self.drop.setEnabled(self._has())

    def _has(self) -> bool:
        from tracker.store import officials

        person = self.desk.person
        account = officials.account(self.desk.store, person.id) if person else None
        return bool(account and account.password_hash)

    def _set(self) -> None:
        if self.new.text() != self.again.text():
            self.form.clear_errors()
            self.form.show_error("again", Refused("password.differs", field="again"))
            return
        self._record(self.new.text(), self.text("The password was set"))

    def _drop(self) -> None:
        self._record(None, self.text("The password was taken away"))

    def _record(self, password: str | None, done: str) -> None:
        from tracker.actions.accounts import set_password

        self.form.clear_errors()
        self.banner.hide()
        actor = self.desk.actor()
        if actor is None:
            return
        try:
            self._prove()
            self.desk.act(
                lambda store, actor: set_password(store, actor, actor.official, password), done, undoable=False
            )
        except Expected as error:
            place = {"password": "new"}.get(getattr(error, "field", None) or "", self.form.place_of(error) or "")
            if place:
                self.form.show_error(place, error)
            else:
                self.show_error(error)
            return
        for each in (self.old, self.new, self.again):
            each.clear()

    def _prove(self) -> None:
        """Only who knows the present password changes it. Raises Refused "password.not_this"."""
        from tracker.actions.accounts import password_holds

        person = self.desk.person
        if person and self._has() and not password_holds(self.desk.store, person.id, self.old.text()):
            raise Refused("password.not_this", field="old")
