"""The field of a task: type its number or words of it without accents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tracker.domain.text import fold
from tracker.ui import tokens, wording
from tracker.ui.widgets.basics import label
from tracker.ui.widgets.popups import Choice, Choices

if TYPE_CHECKING:
    from tracker.domain.tasks import TaskId
    from tracker.store.listing import Row
    from tracker.ui.desk import Desk

OFFERED = 7


class TaskField(QWidget):
    """One task, found by typing. What was chosen stands below the line."""

    changed = Signal()

    def __init__(self, desk: Desk, words: str) -> None:
        super().__init__()
        self._desk = desk
        self._row: Row | None = None
        self.edit = QLineEdit()
        self.edit.setObjectName("task-text")
        self.edit.setObjectName("task-line")
        self.edit.setAccessibleName(words)
        self.edit.setPlaceholderText(desk.text("Number or words of the task"))
        self._said = label("", "small", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(tokens.GRID)
        box.addWidget(self.edit)
        box.addWidget(self._said)
        self._list = Choices(desk, self.edit, desk.text("Tasks"))
        self._list.taken.connect(self._take)
        self.edit.textEdited.connect(self._typed)
        self.edit.installEventFilter(self)
        self.setFocusProxy(self.edit)

    def value(self) -> TaskId | None:
        """The task chosen; None for none."""
        from tracker.domain.tasks import TaskId

        return None if self._row is None else TaskId(self._row.id)

    def choose(self, task: int) -> None:
        """Choose a task by its id."""
        rows = self._desk.rows([task])
        self._show(rows[0] if rows else None)

    def _typed(self, text: str) -> None:
        from tracker.store import listing
        from tracker.store.listing import Wanted

        wanted = fold(text)
        found = listing.page(self._desk.store, Wanted(search=wanted), self._desk.today, sort="state", limit=OFFERED)
        found.sort(key=lambda row: fold(row.number) != wanted)
        if found and fold(found[0].number) == wanted:
            self._list.hide()
            self._show(found[0], keep=True)
            return
        self._show(None, keep=True)
        self._list.offer((self._choice(row) for row in found) if wanted else ())

    def _choice(self, row: Row) -> Choice:
        told = " · ".join(filter(None, (row.owner_name, wording.status(self._desk.words, row))))
        return Choice(row, f"{row.number}  {row.title}", told)

    def _take(self, row: Row) -> None:
        self._show(row)

    def _show(self, row: Row | None, *, keep: bool = False) -> None:
        """`keep`: what is being typed is not written over."""
        self._row = row
        if not keep:
            self.edit.setText(row.number if row else "")
        self._said.setText(row.title if row else "")
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Up, Down, Enter and Tab choose from the list; leaving the field shuts it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._list.press(event)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self._list.isVisible():
                event.accept()
                return True
        elif event.type() == QEvent.Type.FocusOut:
            self._list.hide()
        return super().eventFilter(watched, event)
