"""What is typed for the parts of a report that have no register, by kind, unit and period: kept while it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from tracker.ui import drafts, tokens
from tracker.ui.widgets.basics import emptied, label

if TYPE_CHECKING:
    from collections.abc import Collection

    from tracker.papers.kind import Kind
    from tracker.ui.desk import Desk

LINES = 4


class Texts(QWidget):
    """A field for each typed part that is not left out."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._key = drafts.key_of(desk, "report-texts")
        self._typed: dict[str, str] = {name: str(text) for name, text in drafts.kept(desk, self._key).items()}
        self._about = ""
        self._fields: dict[str, QPlainTextEdit] = {}
        self._timer = QTimer(self, singleShot=True, interval=drafts.EVERY_MS)
        self._timer.timeout.connect(lambda: drafts.keep(desk, self._key, self._typed))
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(tokens.GRID)

    def show_of(self, kind: Kind, without: Collection[str]) -> None:
        """The fields of a kind, with what was typed for the unit and period in view."""
        self._about = f"{kind.key}/{self._desk.unit or ''}/{self._desk.period}"
        emptied(self._box)
        self._fields = {}
        for part in kind.typed:
            if part.key not in without:
                self._add(part.key, part.told(self._desk.words))
        self.setVisible(bool(self._fields))

    def told(self) -> tuple[tuple[str, str], ...]:
        """Name of the part, text: those in which something stands."""
        found = ((part, field.toPlainText().strip()) for part, field in self._fields.items())
        return tuple((part, text) for part, text in found if text)

    def _add(self, part: str, words: str) -> None:
        field = QPlainTextEdit(self._typed.get(f"{self._about}/{part}", ""))
        field.setObjectName(f"text-{part}")
        field.setAccessibleName(words)
        field.setTabChangesFocus(True)
        field.setFixedHeight(LINES * field.fontMetrics().lineSpacing() + 2 * tokens.GAP)
        field.textChanged.connect(lambda: self._type(part, field.toPlainText()))
        above = label(words, "muted")
        above.setBuddy(field)
        self._box.addWidget(above)
        self._box.addWidget(field)
        self._fields[part] = field

    def _type(self, part: str, text: str) -> None:
        name = f"{self._about}/{part}"
        self._typed.pop(name, None)
        if text:
            self._typed[name] = text
        self._timer.start()
        self.changed.emit()
