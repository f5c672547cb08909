"""The password of an official: set or taken away by the head of the office or an administrator, or by oneself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from tracker.domain.errors import Refused
from tracker.ui.dialogs.frame import Dialog
from tracker.ui.widgets.basics import label

if TYPE_CHECKING:
    from tracker.domain.officials import Actor, Official
    from tracker.store import Changes, Store
    from tracker.ui.desk import Desk


class PasswordDialog(Dialog):
    """A new password, typed twice."""

    def __init__(self, desk: Desk, official: Official) -> None:
        super().__init__(desk, desk.text("Set a password"), f"{official.code}  {official.name}", name="set-password")
        self._official = official
        self.add(
            label(
                self.text(
                    "Where anybody has a password, whoever works is asked for it once after each start."
                    " It does not encrypt the data folder."
                ),
                "muted",
                wrap=True,
            )
        )
        hint = self.text("At least 8 characters; a short sentence is best.")
        self._new = self.line("password", self.text("New password"), hint=hint)
        self._again = self.line("again", self.text("New password once more"))
        for each in (self._new, self._again):
            each.setEchoMode(QLineEdit.EchoMode.Password)
        self.verbs(self.text("Set the password"), self._set)
        self._new.setFocus()

    def _set(self) -> None:
        if self._new.text() != self._again.text():
            self.clear_errors()
            self.show_error(Refused("password.differs", field="again"))
            return
        self.do(self._action, self.text("The password was set"), undoable=False)

    def _action(self, store: Store, actor: Actor) -> Changes:
        from tracker.actions.accounts import set_password

        return set_password(store, actor, self._official.id, self._new.text())


class NoPasswordDialog(Dialog):
    """A password taken away."""

    def __init__(self, desk: Desk, official: Official) -> None:
        about = f"{official.code}  {official.name}"
        super().__init__(desk, desk.text("Take a password away"), about, name="drop-password")
        self._official = official
        self._why = self.line("reason", self.text("Reason (may be empty)"))
        self.verbs(self.text("Take it away"), self._drop)
        self._why.setFocus()

    def _drop(self) -> None:
        self.do(self._action, self.text("The password was taken away"), undoable=False)

    def _action(self, store: Store, actor: Actor) -> Changes:
        from tracker.actions.accounts import set_password

        return set_password(store, actor, self._official.id, None, reason=self._why.text() or None)
