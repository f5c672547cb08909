"""The field of a task: type its number or words of it without accents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.text import fold
from tracker.ui import wording
from tracker.ui.widgets.listed import ListedField
from tracker.ui.widgets.popups import Choice

if TYPE_CHECKING:
    from tracker.domain.tasks import TaskId
    from tracker.store.listing import Row
    from tracker.ui.desk import Desk

OFFERED = 7


class TaskField(ListedField):
    """One task, found by typing. What was chosen stands below the line."""

    def __init__(self, desk: Desk, words: str) -> None:
        super().__init__(
            desk, "task-line", placeholder=desk.text("Number or words of the task"), offered=desk.text("Tasks")
        )
        self._row: Row | None = None
        self.setAccessibleName(words)
        self._list.taken.connect(self._show)

    def value(self) -> TaskId | None:
        """The task chosen; None for none."""
        from tracker.domain.tasks import TaskId

        return None if self._row is None else TaskId(self._row.id)

    def choose(self, task: int) -> None:
        """Choose a task by its id."""
        rows = self._desk.rows([task])
        self._show(rows[0] if rows else None)

    def _typed(self, text: str) -> None:
        wanted = fold(text)
        found = self._found(wanted)
        if found and fold(found[0].number) == wanted:
            self._list.hide()
            self._show(found[0], keep=True)
            return
        self._show(None, keep=True)
        self._offer(found)

    def _offer_again(self) -> None:
        self._offer(self._found(fold(self.edit.text())))

    def _found(self, wanted: str) -> list[Row]:
        """The tasks with these words, the one with this number first; none for no words."""
        from tracker.store import listing

        if not wanted:
            return []
        asked = listing.Wanted(search=wanted)
        found = listing.page(self._desk.store, asked, self._desk.today, sort="state", limit=OFFERED)
        return sorted(found, key=lambda row: fold(row.number) != wanted)

    def _offer(self, rows: list[Row]) -> None:
        self._list.offer(self._choice(row) for row in rows)

    def _choice(self, row: Row) -> Choice:
        told = " · ".join(filter(None, (row.owner_name, wording.status(self._desk.words, row))))
        return Choice(row, f"{row.number}  {row.title}", told)

    def _show(self, row: Row | None, *, keep: bool = False) -> None:
        """`keep`: what is being typed is not written over."""
        self._row = row
        if not keep:
            self.edit.setText(row.number if row else "")
        self._said.setText(row.title if row else "")
        self.changed.emit()
