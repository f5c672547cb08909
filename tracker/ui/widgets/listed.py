"""Fields beside which a list stands while they are typed into: the line, the list, and what is meant, told below.

The list never rewrites what is being typed. PersonField, UnitField and TaskField say what is offered and what it means.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tracker.domain.errors import Expected
from tracker.domain.matching import Findable, matching, meant
from tracker.ui import tokens
from tracker.ui.widgets.basics import label, set_role
from tracker.ui.widgets.popups import Choice, Choices

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.errors import Refused
    from tracker.ui.desk import Desk

F = TypeVar("F", bound=Findable)

OFFERED = 50
"""Choices in the list at most; the rest is found by typing."""


class ListedField(QWidget):
    """A line with a list beside it, and words below."""

    changed = Signal()

    def __init__(self, desk: Desk, name: str, *, placeholder: str, offered: str) -> None:
        """`name`: the object name of the line; `offered`: what the list is, for whoever hears it."""
        super().__init__()
        self._desk = desk
        self.edit = QLineEdit()
        self.edit.setObjectName(name)
        self.edit.setPlaceholderText(placeholder)
        self._said = label("", "small", wrap=True)  # long words must not widen what the field stands in
        self._said.setObjectName("said")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(tokens.GRID)
        box.addWidget(self.edit)
        box.addWidget(self._said)
        self._list = Choices(desk, self.edit, offered)
        self.edit.textEdited.connect(self._typed)
        self.edit.installEventFilter(self)
        self.setFocusProxy(self.edit)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # else a label's access key passes it over

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """The name is that of the line, too."""
        super().setAccessibleName(name)
        self.edit.setAccessibleName(name)

    def _typed(self, text: str) -> None:
        """Something was typed."""
        raise NotImplementedError

    def _offer_again(self) -> None:
        """Down was pressed while the list is shut."""
        raise NotImplementedError

    def _left(self) -> None:
        """The cursor has gone elsewhere."""
        self._list.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Up, Down, Enter and Tab choose from the list; leaving the field shuts it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down and not event.modifiers() and not self._list.isVisible():
                self._offer_again()
                return True
            return self._list.press(event)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self._list.isVisible():
                event.accept()  # shuts the list first, not what stands around the field
                return True
        elif event.type() == QEvent.Type.FocusOut:
            self._left()
        return super().eventFilter(watched, event)


class FoundField(ListedField, Generic[F]):
    """One of those known, found by typing part of a name or code: whoever is meant beyond doubt need not be chosen."""

    def __init__(self, desk: Desk, name: str, *, placeholder: str, offered: str) -> None:
        super().__init__(desk, name, placeholder=placeholder, offered=offered)
        self._chosen: F | None = None
        self._list.taken.connect(self._take)

    def chosen(self) -> F | None:
        """What was chosen, or is meant beyond doubt."""
        try:
            return self._meant()
        except Expected:
            return None

    # --- what is found ------------------------------------------------------------------------------------------------

    def _known(self) -> Sequence[F]:
        """All that can be chosen, in the order in which it is offered."""
        raise NotImplementedError

    def _choice(self, each: F) -> Choice:
        """As a line of the list."""
        raise NotImplementedError

    def _about(self, each: F) -> str:
        """What is told below of the one that is meant."""
        raise NotImplementedError

    def _refusal(self, typed: str, found: list[F]) -> Refused:
        """What is wrong with words that mean nothing or several."""
        raise NotImplementedError

    def _problem(self, error: Expected, *, left: bool) -> tuple[str, str]:
        """What is told below of words that are refused, and how it looks: nothing while they are typed."""
        return (self._desk.sentence(error), "error") if left else ("", "small")

    # --- choosing -----------------------------------------------------------------------------------------------------

    def _meant(self) -> F | None:
        """The one chosen, or the only one whom the typed words mean; None for an empty field. Raises `_refusal`."""
        typed = self.edit.text().strip()
        if self._chosen is not None or not typed:
            return self._chosen
        found = meant(self._known(), typed)
        if len(found) != 1:
            raise self._refusal(typed, found)
        return found[0]

    def _typed(self, text: str) -> None:
        self._chosen = None
        self._offer(text)
        self._tell()

    def _offer_again(self) -> None:
        self._offer(self.edit.text() if self._chosen is None else "")

    def _offer(self, text: str) -> None:
        self._list.offer(self._choice(each) for each in matching(self._known(), text)[:OFFERED])

    def _take(self, each: F) -> None:
        self._show(each)

    def _show(self, each: F | None) -> None:
        self._chosen = each
        self._list.hide()
        self.edit.setText(each.name if each else "")
        self._tell()

    def _tell(self, *, left: bool = False) -> None:
        """What stands below; that nothing is meant is said when the field is left, not while it is typed into."""
        told, role = "", "small"
        try:
            each = self._meant()
        except Expected as error:
            told, role = self._problem(error, left=left)
        else:
            told = "" if each is None else self._about(each)
        self._said.setText(told)
        self._said.setVisible(bool(told))
        set_role(self._said, role)
        self.changed.emit()

    def _left(self) -> None:
        """Whoever is meant beyond doubt stands there in full."""
        super()._left()
        each = self.chosen()
        if each is not None and self._chosen is None:
            self._show(each)
        else:
            self._tell(left=True)
