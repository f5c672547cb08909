"""F2 in the list: the cell under the cursor is typed anew; a reason is asked for where the rules want one.

Owner and deadline are never typed over: their dialogs open. What is refused is not lost: it stands in a dialog with
what is wrong, and a task that somebody else changed meanwhile is shown as theirs beside yours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.actions.edits import edit
from tracker.domain.errors import Expected, Refused
from tracker.domain.tasks import Task, TaskId
from tracker.domain.typed_numbers import read_factor, read_whole
from tracker.store import tasks
from tracker.ui.dialogs.deed import Deed, Fact, shown

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tracker.ui.desk import Desk

INPLACE = ("title", "product", "quantity", "coefficient")
"""Columns that are typed over in their place."""
LEADS_ON = {
    "owner": ("hand_over",),
    "due": ("extension", "ask"),
    "status": ("submit", "confirm", "resume", "start"),
    "percent": ("progress",),
    "submitted": ("submit",),
}
"""Columns of what has a way of its own → the ways (tracker.ui.pages.tasks.verbs), the first that applies."""


def typed_over(desk: Desk, parent: QWidget, before: Task, key: str, text: str) -> None:
    """Record what was typed into a cell; where that is refused, or needs a reason, a dialog goes on with it."""
    if text.strip() == told(desk, before, key):
        return
    try:
        value = _value(key, text)
        changes = desk.act(
            lambda store, actor: edit(store, actor, before.id, _edits(key, value), version=before.version),
            desk.text("{number} was changed", number=before.number),
        )
    except Expected as error:
        dialog = shown(CellEdit(desk, before, key, text), parent)
        if not (isinstance(error, Refused) and error.code == "reason.missing"):
            dialog.stands(error)
    else:
        if changes is None:
            shown(CellEdit(desk, before, key, text), parent)


def told(desk: Desk, task: Task, key: str) -> str:
    """What a field says, as it is typed."""
    value = getattr(task, key)
    if value is None:
        return ""
    return str(value) if isinstance(value, str | int) else desk.words.show(value)


class CellEdit(Deed):
    """One field of a task with the reason for changing it."""

    def __init__(self, desk: Desk, before: Task, key: str, text: str) -> None:
        super().__init__(desk, before.id, desk.text("Edit the task"), name="cell-edit")
        self._key, self._before = key, before
        self._names = {
            "title": self.text("Task"),
            "product": self.text("Product"),
            "quantity": self.text("Quantity"),
            "coefficient": self.text("Coefficient"),
        }
        self.facts(Fact(self.text("Up to now"), told(desk, before, key) or "–"))
        self.new = self.lines(key, self._names[key], height=60)
        self.new.setPlainText(text)
        self._why = self.reason(self.text("Reason (needed once the work has begun)"))
        self.verbs(self.text("Save"), self._record)
        self._why.setFocus()

    def stands(self, error: Expected) -> None:
        """Tell what is wrong. What somebody else wrote meanwhile is shown, and may be written over knowingly."""
        if isinstance(error, Refused) and error.code == "task.changed_meanwhile":
            now = tasks.get(self.desk.store, self._before.id)
            theirs = told(self.desk, now, self._key) or "–"
            self.hint(self.text("Now it says: {theirs}. Save again to put yours in its place.", theirs=theirs))
            self._before = now
        self.show_error(error)

    def _record(self) -> None:
        self.clear_errors()
        before, key = self._before, self._key
        reason = self._why.toPlainText().strip() or None
        try:
            edits = _edits(key, _value(key, self.new.toPlainText()))
            changes = self.desk.act(
                lambda store, actor: edit(store, actor, before.id, edits, version=before.version, reason=reason),
                self.text("{number} was changed", number=before.number),
            )
        except Expected as error:
            self.stands(error)
        else:
            if changes is not None:
                self.drop_draft()
                self.accept()


def record_of(desk: Desk, task: int) -> Task:
    """The task as it stands when the editor opens: its version tells whether somebody else was faster."""
    return tasks.get(desk.store, TaskId(task))


def _edits(key: str, value: object) -> Any:
    return {key: value}


def _value(key: str, text: str) -> object:
    """What was typed as the field wants it. Raises Refused for a number that is none."""
    plain = text.strip()
    if key in ("quantity", "coefficient"):
        found = read_whole(plain) if key == "quantity" else read_factor(plain)
        if found is None:
            raise Refused("cell.no_number", field=key, text=plain)
        return found
    return plain or None if key == "product" else plain
