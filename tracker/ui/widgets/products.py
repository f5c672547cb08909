"""The field of a product: the ones used last are offered, and others of late by typing; nothing is taken by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from tracker.domain.text import fold
from tracker.ui.widgets.popups import Choice, Choices

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from tracker.ui.desk import Desk

OFFERED = 5
"""Products that are offered."""


class ProductField(QLineEdit):
    """One line with the five products used last behind Down, or at once where the field asks for them itself."""

    changed = Signal()

    def __init__(self, desk: Desk, *, words: str = "") -> None:
        super().__init__()
        self._desk = desk
        self.setAccessibleName(words)
        self.setPlaceholderText(desk.text("what has to be handed in: a report, a plan, a list …"))
        self._list = Choices(desk, self, desk.text("Products used last"))
        self._list.taken.connect(self._take)
        self.textEdited.connect(self._typed)
        self.textChanged.connect(lambda _: self.changed.emit())

    def value(self) -> str | None:
        """The product; None where nothing is said."""
        return self.text().strip() or None

    def set(self, product: str | None) -> None:
        """Show a product."""
        self._list.hide()
        self.setText(product or "")

    def ask(self) -> None:
        """Put the cursor here and offer what was used last."""
        self.setFocus()
        self.offer()

    def offer(self) -> None:
        """Show the products used last that have the words typed."""
        self._list.offer((Choice(product, product) for product in recent(self._desk, self.text())), at=-1)

    def _typed(self, text: str) -> None:
        if text.strip():
            self.offer()
        else:
            self._list.hide()

    def _take(self, product: str) -> None:
        self.setText(product)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Down offers; in the list the keys walk and take."""
        if event.key() == Qt.Key.Key_Down and not event.modifiers() and not self._list.isVisible():
            self.offer()
        elif not self._list.press(event):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Leaving the field shuts the list."""
        self._list.hide()
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        """Esc shuts the list first, not what stands around the field; Tab takes its line."""
        if isinstance(event, QKeyEvent) and self._list.isVisible():
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab:
                self._list.press(event)
        return super().event(event)


def recent(desk: Desk, typed: str = "") -> list[str]:
    """The products used last that have all words typed, the newest first; not the very one that stands there."""
    from tracker.store import tasks

    words = fold(typed).split()
    found = [product for product in tasks.recent_products(desk.store) if all(word in fold(product) for word in words)]
    return [product for product in found if product != typed.strip()][:OFFERED]
