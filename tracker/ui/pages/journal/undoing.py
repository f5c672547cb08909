"""Undoing an action from the journal: what it did, the reason where one is needed, and what undoing means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.actions.undo import undo
from tracker.ui.dialogs.frame import Dialog
from tracker.ui.widgets.basics import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tracker.ui.desk import Desk
    from tracker.ui.pages.journal.lines import Line


class UndoDialog(Dialog):
    """Undo one action as a whole."""

    def __init__(self, desk: Desk, parent: QWidget, line: Line) -> None:
        title = desk.text("Undo action {number}", number=line.number)
        super().__init__(desk, title, f"{line.what} · {line.about} · {line.who}", name="undo-action")
        self.setParent(parent, self.windowFlags())
        self._line = line
        told = self.text("What it changed gets its old values back. The action and its undoing stay in the journal.")
        self.add(label(told, wrap=True))
        hint = self.text("Needed for what somebody else did, or on another day")
        self.reason = self.lines("reason", self.text("Reason"), hint=hint)
        self.verbs(self.text("Undo"), self._undo)
        self.reason.setFocus()

    def _undo(self) -> None:
        reason, number = self.reason.toPlainText().strip() or None, self._line.number
        self.do(
            lambda store, actor: undo(store, actor, number, reason=reason), self.text("It was undone"), undoable=False
        )
