"""The decisions that wait for the acting person, one after the other: decide, or "Để sau" to the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tracker.figures.duties import Waiting, waiting_for
from tracker.ui.dialogs.deciding import ExtensionRequest, Proposal, Result
from tracker.ui.dialogs.deed import Deed, shown
from tracker.ui.dialogs.objections import Declined
from tracker.ui.widgets.basics import link

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tracker.domain.tasks import TaskId
    from tracker.ui.desk import Desk

KINDS: Mapping[str, Callable[[Desk, TaskId], Deed]] = {
    "proposals": Proposal,
    "submissions": Result,
    "extensions": ExtensionRequest,
    "declined": Declined,
}
"""Kind of decision (of figures.duties.Waiting) → its dialog."""


def open_queue(desk: Desk, parent: QWidget, kind: str) -> Queue | None:
    """Begin with the decision that has waited longest; None where none waits or nobody acts."""
    actor = desk.actor()
    if actor is None:
        return None
    queue = Queue(desk, parent, kind)
    if not queue.tasks:
        desk.said.emit(desk.text("No decision of this kind waits for you"), None)
        return None
    queue.go_on()
    return queue


class Queue(QObject):
    """A walk through the decisions of one kind."""

    ended = Signal()

    def __init__(self, desk: Desk, parent: QWidget, kind: str) -> None:
        super().__init__(parent.window())
        self._desk, self._parent, self._kind = desk, parent, kind
        self.tasks = self._waiting()
        self._at = 0
        self.dialog: Deed | None = None

    def go_on(self) -> None:
        """The next that still waits; what others have decided meanwhile is passed over."""
        still = set(self._waiting())
        while self._at < len(self.tasks) and self.tasks[self._at] not in still:
            self._at += 1
        if self._at >= len(self.tasks):
            self._end()
            return
        self._show(self.tasks[self._at])
        self._at += 1

    def _show(self, task: TaskId) -> None:
        dialog = KINDS[self._kind](self._desk, task)
        dialog.tell_place(self._desk.text("{number} of {count}", number=self._at + 1, count=len(self.tasks)))
        if len(self.tasks) > 1:
            dialog.add_way(link(self._desk.text("Stop here"), "stop", lambda: self._stop(dialog)))
        if self._kind == "proposals" and len(self.tasks) - self._at > 1:
            words = self._desk.text("Approve all {count} proposals…", count=len(self.tasks) - self._at)
            dialog.add(link(words, "approve-all", lambda: self._approve_all(dialog)))
        self.dialog = dialog
        dialog.finished.connect(lambda _: self._went_on(dialog))
        shown(dialog, self._parent)

    def _went_on(self, dialog: Deed) -> None:
        """After a decision or "Để sau"; where the answer is given in another dialog, after that."""
        if self.dialog is not dialog:
            return
        if dialog.follow is not None:
            self.dialog = follow = dialog.follow
            follow.finished.connect(lambda _: self._went_on(follow))
            return
        self.dialog = None
        self.go_on()

    def _stop(self, dialog: Deed) -> None:
        self._at = len(self.tasks)
        dialog.reject()

    def _approve_all(self, dialog: Deed) -> None:
        from tracker.ui.dialogs.several import approve_all

        still = set(self._waiting())
        rest = [task for task in self.tasks[self._at - 1 :] if task in still]
        self._at = len(self.tasks)
        dialog.reject()
        approve_all(self._desk, self._parent, rest)

    def _waiting(self) -> list[TaskId]:
        person = self._desk.person
        if person is None:
            return []
        found: Waiting = waiting_for(self._desk.store, person.id, self._desk.today)
        waiting: list[TaskId] = getattr(found, self._kind)
        return waiting

    def _end(self) -> None:
        self.ended.emit()
        self.deleteLater()
