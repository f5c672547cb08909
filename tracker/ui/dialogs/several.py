"""One thing done to several tasks: a preview that says of each whether it can be, one reason, each its own action.

Never for confirming, returning or deciding: those are weighed one by one. What one task refuses is named, and the
others go on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tracker.actions.allowed import Verb
from tracker.domain.errors import Expected
from tracker.domain.tasks import TaskId
from tracker.ui import tokens, wording
from tracker.ui.dialogs.deed import shown
from tracker.ui.dialogs.frame import Dialog
from tracker.ui.widgets.prose import Prose
from tracker.ui.widgets.tables import Column, RowsModel, Table, number_width

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tracker.domain.officials import Actor
    from tracker.store import Store
    from tracker.store.listing import Row
    from tracker.store.writing import Changes
    from tracker.ui.desk import Desk

    One = Callable[[Store, Actor, TaskId], Changes]

MOST_ROWS, LEAST_ROWS = 8, 3


class Try(NamedTuple):
    """A task of the preview: what stands in its way, or what came of it."""

    row: Row
    said: str
    stopped: bool


def chase_several(desk: Desk, parent: QWidget, ids: Sequence[int]) -> Several:
    """Chase several tasks with one reason."""
    return shown(Chases(desk, ids), parent)


def recall_several(desk: Desk, parent: QWidget, ids: Sequence[int]) -> Several:
    """Recall several tasks with one reason."""
    return shown(Recalls(desk, ids), parent)


def hand_over_several(desk: Desk, parent: QWidget, ids: Sequence[int]) -> Several:
    """Hand several tasks over to one person."""
    return shown(HandOvers(desk, ids), parent)


def edit_several(desk: Desk, parent: QWidget, ids: Sequence[int]) -> Several:
    """Change field of work, urgency and co-ordinators of several tasks."""
    from tracker.ui.dialogs.edit_several import EditSeveral

    return shown(EditSeveral(desk, ids), parent)


def approve_all(desk: Desk, parent: QWidget, ids: Sequence[int]) -> Several:
    """Approve proposals, each as the same action does it."""
    return shown(Approvals(desk, ids), parent)


class Several(Dialog):
    """The preview and what is asked once for all."""

    verb: Verb

    def __init__(self, desk: Desk, title: str, ids: Sequence[int], *, name: str) -> None:
        super().__init__(desk, title, desk.text("{count} tasks are chosen", count=len(ids)), name=name)
        self._tries = self._looked(ids)
        self._table = Table(desk, f"{name}-tasks", self.text("Tasks"))
        self._model: RowsModel[Try] = RowsModel(_columns(desk, self._tries))
        self._table.show_rows(self._model, sortable=False)
        rows = min(MOST_ROWS, max(LEAST_ROWS, len(ids)))
        self._table.setFixedHeight(desk.theme.px(tokens.HEADER) + rows * desk.theme.px(tokens.ROW) + 2)
        self._model.show(self._tries)
        self._table.current_row.connect(lambda _: self._tell())
        self.add(self._table)
        self._sum = Prose(desk, "", "small")
        self._sum.setObjectName("sum")
        self.add(self._sum)
        self.ask_once()
        self._verb_button = self.verbs("", self._all)
        self._tell()

    # --- what a kind says ---------------------------------------------------------------------------------------------

    def ask_once(self) -> None:
        """The fields that hold for all."""

    def words(self, count: int) -> str:
        """The verb for so many tasks."""
        raise NotImplementedError

    def one(self) -> One:
        """The action for each, with what was typed. Raises Refused for what cannot be."""
        raise NotImplementedError

    def told(self, count: int) -> str:
        """What was done."""
        raise NotImplementedError

    # --- doing --------------------------------------------------------------------------------------------------------

    def _looked(self, ids: Sequence[int]) -> list[Try]:
        from tracker.actions import allowed

        found, actor = [], self.desk.would_act()
        for row in self.desk.rows(list(ids)):
            refusal = None if actor is None else allowed.refusal(self.desk.store, actor, TaskId(row.id), self.verb)
            found.append(Try(row, self.desk.sentence(refusal) if refusal else "", refusal is not None))
        return found

    def _tell(self) -> None:
        possible = [each for each in self._tries if not each.stopped]
        stopped = [each for each in self._tries if each.stopped]
        at = self._table.currentIndex().row()
        shown = self._tries[at] if 0 <= at < len(self._tries) and self._tries[at].stopped else None
        self._sum.tell(
            self.text("{count} of them left out. {why}", count=len(stopped), why=(shown or stopped[0]).said)
            if stopped
            else self.text("Each becomes an action of its own in the journal.")
        )
        self.tell_verb(self.words(len(possible)))
        self._verb_button.setEnabled(bool(possible))

    def _all(self) -> None:
        """Do it to each; those that refuse stay, with the reason."""
        self.clear_errors()
        possible = [each for each in self._tries if not each.stopped]
        try:
            deed = self.one()
            refused = [stopped for each in possible if (stopped := self._try(deed, each)) is not None]
        except Expected as error:
            self.show_error(error)
            return
        count = len(possible) - len(refused)
        if count:
            self.desk.said.emit(self.told(count), None)
        if not refused:
            self.drop_draft()
            self.accept()
            return
        self._tries = [Try(each.row, self.desk.sentence(error), stopped=True) for each, error in refused]
        self._model.show(self._tries)
        self._tell()
        self.show_error(refused[0][1])

    def _try(self, deed: One, each: Try) -> tuple[Try, Expected] | None:
        try:
            self.desk.act(lambda store, actor: deed(store, actor, TaskId(each.row.id)))
        except Expected as error:
            return each, error
        return None

    def _reason(self) -> str | None:
        return self.typed_in("reason")


class Chases(Several):
    """Đôn đốc several."""

    verb = Verb.CHASE

    def __init__(self, desk: Desk, ids: Sequence[int]) -> None:
        super().__init__(desk, desk.text("Chase several tasks"), ids, name="chases")

    def ask_once(self) -> None:
        """The reason."""
        self.lines("reason", self.text("What is to be said to the owner (obligatory)")).setFocus()

    def words(self, count: int) -> str:
        """Chase so many."""
        return self.text("Chase {count} tasks", count=count)

    def one(self) -> One:
        """Chase one."""
        from tracker.actions.chases import chase

        reason = self._reason()
        return lambda store, actor, task: chase(store, actor, task, reason=reason)

    def told(self, count: int) -> str:
        """So many were chased."""
        return self.text("{count} tasks were chased", count=count)


class Recalls(Several):
    """Take several back."""

    verb = Verb.RECALL

    def __init__(self, desk: Desk, ids: Sequence[int]) -> None:
        super().__init__(desk, desk.text("Recall several tasks"), ids, name="recalls")

    def ask_once(self) -> None:
        """The reason."""
        self.lines("reason", self.text("Reason (obligatory)")).setFocus()

    def words(self, count: int) -> str:
        """Recall so many."""
        return self.text("Recall {count} tasks", count=count)

    def one(self) -> One:
        """Recall one."""
        from tracker.actions.tasks import recall

        reason = self._reason()
        return lambda store, actor, task: recall(store, actor, task, reason=reason)

    def told(self, count: int) -> str:
        """So many were recalled."""
        return self.text("{count} tasks were recalled", count=count)


class HandOvers(Several):
    """Hand several over to one person."""

    verb = Verb.HAND_OVER

    def __init__(self, desk: Desk, ids: Sequence[int]) -> None:
        super().__init__(desk, desk.text("Hand several tasks over"), ids, name="hand-overs")

    def ask_once(self) -> None:
        """To whom, and why."""
        from tracker.ui.widgets.people import PersonField

        words = self.text("To whom (obligatory)")
        self._to = PersonField(self.desk, words=words)
        self.field("to", words, self._to)
        self.lines("reason", self.text("Reason (obligatory)"))
        self._to.setFocus()

    def words(self, count: int) -> str:
        """Hand over so many."""
        return self.text("Hand over {count} tasks", count=count)

    def one(self) -> One:
        """Hand one over."""
        from tracker.actions.hand_overs import hand_over
        from tracker.ui.dialogs.managing import named_person

        to, reason = named_person(self._to), self._reason()
        return lambda store, actor, task: hand_over(store, actor, task, to, reason=reason)

    def told(self, count: int) -> str:
        """So many were handed over."""
        return self.text("{count} tasks were handed over", count=count)


class Approvals(Several):
    """Approve all proposals that wait."""

    verb = Verb.ASSIGN

    def __init__(self, desk: Desk, ids: Sequence[int]) -> None:
        super().__init__(desk, desk.text("Approve all proposals"), ids, name="approvals")

    def words(self, count: int) -> str:
        """Approve so many."""
        return self.text("Approve {count} proposals", count=count)

    def one(self) -> One:
        """Approve one."""
        from tracker.actions.tasks import assign

        return assign

    def told(self, count: int) -> str:
        """So many were approved."""
        return self.text("{count} proposals were approved", count=count)


def _columns(desk: Desk, tries: Sequence[Try]) -> list[Column[Try]]:
    """What stands in the way has a column of its own only where something does."""
    text, room = desk.text, number_width(desk.theme, [each.row.number for each in tries])
    found: list[Column[Try]] = [
        Column(key="number", title=text("No."), width=room, text=lambda each: each.row.number, look="muted"),
        Column(key="title", title=text("Task"), width=140, text=lambda each: each.row.title, stretch=True),
        Column(
            key="owner", title=text("Answerable"), width=142, text=lambda each: each.row.owner_name or "", look="strong"
        ),
        Column(key="due", title=text("Due"), width=58, text=lambda each: wording.short(each.row.due_on, desk.today)),
    ]
    if any(each.stopped for each in tries):
        state = Column[Try](key="said", title=text("Now"), width=76, text=lambda each: _now(desk, each), look="muted")
        found.append(state)
    return found


def _now(desk: Desk, each: Try) -> str:
    return desk.text("left out") if each.stopped else desk.text("possible")
