"""Before a book is chosen, and after one was imported: what was done, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.ui import tokens
from tracker.ui.books import KINDS
from tracker.ui.pages.imports.fields import kind_name
from tracker.ui.widgets.basics import button, card, label, row

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from tracker.ui.books import Study
    from tracker.ui.desk import Desk

WIDEST = 620
"""Of a text in the middle of the page."""


class Waiting(QWidget):
    """A place to drop a book on."""

    file_wanted = Signal()
    go_on = Signal(str)
    """The sheet of this kind in the same file is to be imported next."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._done, self._following = "tasks", "tasks"
        self.outcome = label("", "card", wrap=True)
        self.outcome.setObjectName("outcome")
        self.outcome.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.next = button("", "import-next", lambda: self.go_on.emit(self._following))
        self.there = button("", "import-there", lambda: desk.go(self._done))
        for each in (self.outcome, self.next, self.there):
            each.hide()
        why = label(
            desk.text(
                "Drop a book of units, officials or tasks here, or choose one: .xlsx, .xls, .ods or .csv, as the office"
                " keeps it. You see first how it is read and what it would change."
            ),
            "muted",
            wrap=True,
        )
        why.setAlignment(Qt.AlignmentFlag.AlignCenter)
        why.setFixedWidth(desk.theme.px(WIDEST))
        self.choose = button(desk.text("Choose a file …"), "choose", self.file_wanted.emit)
        frame, inner = card("import-waiting")
        inner.addStretch(1)
        inner.addWidget(self.outcome)
        inner.addLayout(row(1, self.next, self.there, 1))
        inner.addSpacing(tokens.GAP)
        inner.addLayout(row(1, why, 1))
        inner.addLayout(row(1, self.choose, 1))
        inner.addStretch(2)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(frame)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """The space bar chooses a file, or goes on with what comes next."""
        super().showEvent(event)
        next(each for each in (self.next, self.there, self.choose) if not each.isHidden()).setFocus()

    def show_done(self, words: str, study: Study) -> None:
        """Say what was done, and offer the list, or the next sheet of the file."""
        desk = self._desk
        self._done = study.said.what or "tasks"
        self.outcome.setText(f"{words} · {study.said.path.name}")
        there = {str(kind) for _, kind in study.look.sheets}
        after = [kind for kind in KINDS[KINDS.index(self._done) + 1 :] if kind in there]
        self.next.setVisible(bool(after))
        if after:
            self._following = after[0]
            self.next.setText(desk.text("Go on with “{kind}” of the same file", kind=kind_name(desk, after[0])))
        self.there.setText(desk.text("Show “{kind}”", kind=kind_name(desk, self._done)))
        for each in (self.outcome, self.there):
            each.show()
        (self.next if after else self.there).setFocus()
