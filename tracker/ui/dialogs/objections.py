"""What the assigner decides about what an owner objects: declined tasks, explanations of a lateness."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.events import CauseKind, Decline, Explanation
from tracker.store import tasks
from tracker.ui import deeds
from tracker.ui.dialogs.deciding import Decision
from tracker.ui.dialogs.deed import Deed, Fact, shown
from tracker.ui.dialogs.managing import due_facts

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from tracker.domain.tasks import TaskId
    from tracker.ui.desk import Desk


def declined(desk: Desk, parent: QWidget, task: TaskId) -> Deed:
    """Decide on a declined task."""
    return shown(Declined(desk, task), parent)


def explanation(desk: Desk, parent: QWidget, task: TaskId) -> Deed:
    """Decide on the newest explanation."""
    return shown(LatenessExplained(desk, task), parent)


# --- declined tasks ---------------------------------------------------------------------------------------------------


class Declined(Decision):
    """Insist on it, or hand it over."""

    def __init__(self, desk: Desk, task: TaskId) -> None:
        super().__init__(desk, task, desk.text("Decide on the declined task"), name="declined")
        last = tasks.last_event(desk.store, Decline, task)
        self.facts(
            Fact(self.text("Answerable"), self.name_of(self.task.owner)),
            *due_facts(self),
            Fact(self.text("Declined on"), self.full(last.declined_on if last else None)),
        )
        if last is not None:
            self.quote(self.name_of(last.declined_by), last.reason)
        self.reason(self.text("Reason (obligatory)"))
        self.fold_unless_superior()
        self.answers(self.text("Insist"), self._insist, self.text("Hand over…"), self._hand_over)

    def _insist(self) -> None:
        from tracker.actions import decisions

        self.do(
            lambda store, actor: decisions.return_(store, actor, self.task.id, **self.said()),
            self.text("{number}: the task stands", number=self.task.number),
        )

    def _hand_over(self) -> None:
        from tracker.ui.dialogs.managing import HandOver

        self.follow = shown(HandOver(self.desk, self.task.id), self.parentWidget())
        self.reject()


# --- explanations -----------------------------------------------------------------------------------------------------


class LatenessExplained(Decision):
    """Accept why it was late, or not."""

    def __init__(self, desk: Desk, task: TaskId) -> None:
        super().__init__(desk, task, desk.text("Decide on the explanation"), name="explanation")
        found = tasks.last_event(desk.store, Explanation, task)
        assert found is not None, "there is none to decide on"
        self._told = found
        self.facts(
            Fact(self.text("Answerable"), self.name_of(self.task.owner)),
            *due_facts(self),
            Fact(self.text("Cause"), deeds.value(desk.words, "cause", found.cause.value), self._whose()),
        )
        told = self.text("{name} explains on {day}", name=self.name_of(found.explained_by), day=self._day())
        self.quote(told, found.text)
        if found.remedy:
            self.quote(self.text("Remedy"), found.remedy)
        if found.accepted is not None:
            self.hint(self._before(found.accepted_on))
        self.reason(self.text("Note (may be left empty)"))
        if found.cause is CauseKind.OBJECTIVE:
            with self.beside():
                self.line("document", self.text("Document that confirms it (obligatory to accept)"))
                self.day("document_on", self.text("Its date"))
        self.fold_unless_superior()
        self.answers(self.text("Accept"), lambda: self._decide(accepted=True), self.text("Do not accept"), self._reject)

    def _whose(self) -> str:
        from tracker.actions.coordination import present

        parts = {part.id: part.name for part in present(self.desk.store, self.task.id)}
        return parts.get(self._told.coordination, "") if self._told.coordination is not None else ""

    def _day(self) -> str:
        return self.short(self._told.explained_on)

    def _before(self, on: date | None) -> str:
        day = self.short(on)
        if self._told.accepted:
            return self.text("It was accepted on {day}; another decision takes the place of that one.", day=day)
        return self.text("It was not accepted on {day}; another decision takes the place of that one.", day=day)

    def _reject(self) -> None:
        self._decide(accepted=False)

    def _decide(self, *, accepted: bool) -> None:
        from tracker.actions import decisions

        number = self.task.number
        done = (
            self.text("{number}: the explanation was accepted", number=number)
            if accepted
            else self.text("{number}: the explanation was not accepted", number=number)
        )
        self.do(
            lambda store, actor: decisions.accept(
                store,
                actor,
                self.task.id,
                self._told.id,
                accepted=accepted,
                document=self.typed_in("document"),
                document_on=self.day_of("document_on") if "document_on" in self._fields else None,
                **self.said(),
            ),
            done,
        )
