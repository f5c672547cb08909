"""The row below everything in the panel: the keys, the ways to the other views, the verb that says what it will do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tracker.ui import tokens
from tracker.ui.widgets.basics import button, label, link

if TYPE_CHECKING:
    from tracker.ui.desk import Desk

LINE, FORM, MANY = "line", "form", "many"
"""The three views of the panel."""


class Foot(QWidget):
    """The buttons."""

    wanted = Signal()
    """The verb."""
    next_wanted = Signal()
    """The verb, and then the next task."""
    draft_wanted = Signal()
    asked = Signal(str)
    """Another view."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        text = desk.text
        self._desk = desk
        self.setProperty("clear", True)
        self.keys = label("", "small")
        self._ways = {
            MANY: link(text("Man&y tasks …"), "to-many", lambda: self.asked.emit(MANY)),
            FORM: link(text("Full form"), "to-form", lambda: self.asked.emit(FORM)),
            LINE: link(text("One line"), "to-line", lambda: self.asked.emit(LINE)),
        }
        self._draft = button(text("Save as dra&ft"), "draft", self.draft_wanted.emit, tip="Ctrl+S")
        self._next = button(text("Assign and next"), "next", self.next_wanted.emit, tip="Ctrl+Enter")
        self._verb = button("", "give", self.wanted.emit, primary=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.GAP - tokens.GRID)
        row.addWidget(self.keys)
        row.addStretch(1)
        for each in (*self._ways.values(), self._draft, self._next, self._verb):
            row.addWidget(each)

    def show_mode(self, mode: str) -> None:
        """The buttons of a view: from the line to the others, from the others to the line."""
        for way, widget in self._ways.items():
            widget.setVisible((way == LINE) != (mode == LINE))
        self._draft.setVisible(mode == FORM)
        self._next.setVisible(mode == FORM)
        self.keys.setText(self._told(mode))

    def tell_verb(self, words: str) -> None:
        """What the verb will do; & stands before the letter of its key."""
        self._verb.setText(words)
        self._verb.setAccessibleName(words.replace("&", ""))

    def _told(self, mode: str) -> str:
        text = self._desk.text
        if mode == LINE:
            return text("Enter assigns · Ctrl+Enter assigns and takes the next · Tab opens the form")
        if mode == MANY:
            return text("Ctrl+Enter assigns them all · Esc leads back")
        return text("Ctrl+S keeps a draft · Ctrl+Enter assigns and takes the next · Esc leads back")
