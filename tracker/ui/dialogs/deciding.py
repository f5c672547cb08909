"""What the assigner decides about what was handed in or asked for: proposals, results, later deadlines.

One dialog holds both answers, as the decider weighs them: the refusal beside the verb with its result. A decision is
undone by the rules of the journal only; the dialog says so.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from tracker.actions import allowed
from tracker.actions.allowed import Verb
from tracker.domain.events import Extension, Submission
from tracker.domain.tasks import TaskState
from tracker.store import settings, tasks
from tracker.ui.dialogs.deed import Deed, Fact, shown
from tracker.ui.dialogs.managing import due_facts
from tracker.ui.widgets.basics import Banner, button, link, literal
from tracker.ui.widgets.numbers import NumberField

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton, QWidget

    from tracker.domain.calendar import WorkingCalendar
    from tracker.domain.tasks import TaskId
    from tracker.ui.desk import Desk


def proposal(desk: Desk, parent: QWidget, task: TaskId) -> Deed:
    """Decide on a draft or proposal."""
    return shown(Proposal(desk, task), parent)


def refuse(desk: Desk, parent: QWidget, task: TaskId) -> Deed:
    """Decide on a proposal, meaning to send it back."""
    return shown(Sending(desk, task), parent)


def confirm(desk: Desk, parent: QWidget, task: TaskId) -> Deed:
    """Decide on a result."""
    return shown(Result(desk, task), parent)


def return_(desk: Desk, parent: QWidget, task: TaskId) -> Deed:
    """Decide on a result, meaning to return it."""
    return shown(Returning(desk, task), parent)


def extension(desk: Desk, parent: QWidget, task: TaskId) -> Deed:
    """Decide on a request for a later deadline."""
    return shown(ExtensionRequest(desk, task), parent)


class Decision(Deed):
    """A deed with two answers."""

    against: ClassVar[bool] = False
    """Opened by who means to refuse: the refusal is the verb then, and what Ctrl+Enter presses."""

    def refusal(self, verb: Verb) -> str:
        """Why the acting person may not give an answer; "" where nothing stands in the way."""
        actor = self.desk.would_act()
        found = None if actor is None else allowed.refusal(self.desk.store, actor, self.task.id, verb)
        return "" if found is None else self.desk.sentence(found)

    def answers(
        self, verb: str, deed: Callable[[], object], no: str, refuse: Callable[[], object]
    ) -> tuple[QPushButton, QPushButton]:
        """The refusal and the verb; what can be undone is told above them."""
        self.hint(
            self.text(
                "Undone today by you, as long as nothing rests on it; later only by the head of the office, with a "
                "reason."
            )
        )
        if self.against:
            other = button(verb, "approve", deed)
            return self.verbs(no, refuse, other), other
        other = button(no, "refuse", refuse)
        return other, self.verbs(verb, deed, other)

    def block(self, verb: QPushButton, why: str) -> None:
        """An answer that cannot be given: it is greyed, and said why."""
        if why:
            verb.setEnabled(False)
            self.body.insertWidget(0, Banner("warning", why, name="blocked"))

    def as_superior(self) -> bool:
        """Whether the acting person only records what a superior decided: then the document is obligatory."""
        from tracker.domain import rights
        from tracker.store import office

        person = self.desk.person
        if person is None:
            return False
        where = office.view(self.desk.store, person.id, self.task.owner, self.task.assigner)
        return self.task.assigner is None or rights.superior_decides(where, self.task, self.desk.today)

    def fold_unless_superior(self, basis: str = "", *, opened: bool = False) -> None:
        """Day and document, open where the document is obligatory."""
        superior = self.as_superior()
        words = self.text("Document of the superior's decision, its number (obligatory)") if superior else basis
        self.more(opened=superior or opened, basis=words)


# --- proposals --------------------------------------------------------------------------------------------------------


class Proposal(Decision):
    """Assign it, or send it back to its author."""

    def __init__(self, desk: Desk, task: TaskId) -> None:
        proposed = tasks.get(desk.store, task).state is TaskState.PROPOSED
        title = desk.text("Decide on the proposal") if proposed else desk.text("Assign the draft")
        super().__init__(desk, task, title, name="proposal")
        from tracker.actions.tasks import author

        owner = self.name_of(self.task.owner)
        self.facts(
            Fact(self.text("Will answer"), owner or "–"),
            *due_facts(self),
            Fact(self.text("Product"), self.task.product or "–"),
            Fact(self.text("Proposed by"), self.name_of(author(desk.store, task)) or "–"),
            *([Fact(self.text("Assigner named"), self.name_of(self.task.assigner))] if self.task.assigner else []),
        )
        if self.task.note:
            self.quote(self.text("Note"), self.task.note)
        self.reason(self.text("Reason (obligatory when it is sent back)"))
        self.fold_unless_superior()
        self._refuse_button, self._assign_button = self.answers(
            self._words(owner), self._assign, self.text("Send back"), self._refuse
        )
        self._refuse_button.setVisible(not self.refusal(Verb.REFUSE))
        self.block(self._assign_button, self.refusal(Verb.ASSIGN))

    def as_superior(self) -> bool:
        """What a superior gave is recorded from the document."""
        return self.task.superior is not None

    def _words(self, owner: str) -> str:
        if self.task.due_on is None:
            return self.text("Assign to {name}", name=owner)
        return self.text("Assign to {name}, deadline {day}", name=owner, day=self.short(self.task.due_on))

    def _assign(self) -> None:
        from tracker.actions import tasks as actions

        self.do(
            lambda store, actor: actions.assign(store, actor, self.task.id, **self.said()),
            self.text("{number} was assigned to {name}", number=self.task.number, name=self.name_of(self.task.owner)),
        )

    def _refuse(self) -> None:
        from tracker.actions import tasks as actions

        self.do(
            lambda store, actor: actions.refuse(store, actor, self.task.id, **self.said()),
            self.text("{number} was sent back", number=self.task.number),
        )


class Sending(Proposal):
    """A proposal that is to be sent back."""

    against = True


# --- results ----------------------------------------------------------------------------------------------------------


class Result(Decision):
    """Confirm the result, or return it."""

    def __init__(self, desk: Desk, task: TaskId) -> None:
        super().__init__(desk, task, desk.text("Decide on the result"), name="result")
        self._submission = tasks.last_event(desk.store, Submission, task)
        self._late = self._days_late()
        self.facts(
            Fact(self.text("Answerable"), self.name_of(self.task.owner)),
            *due_facts(self)[:1],
            Fact(self.text("Submitted on"), self.full(self.task.submitted_on), self._judged()),
            Fact(self.text("Product"), self._product()),
        )
        if self._submission is not None and self._submission.note:
            self.quote(self.name_of(self._submission.submitted_by), self._submission.note)
        self._files()
        self.reason(self.text("Reason (obligatory when it is returned)"))
        self._faults = NumberField(0, 99, 0)
        with self.beside():
            self.field("faults", self.text("Faults in quality"), self._faults)
            if self._late:
                self.line("objective_cause", self.text("Document on an objective cause"))
        self.fold_unless_superior()
        self.answers(self._words(), self._confirm, self.text("Return"), self._return)

    def _days_late(self) -> int:
        from tracker.store import listing

        return listing.one(self.desk.store, self.task.id, self.desk.today).working_days_late

    def _judged(self) -> str:
        submitted, due_on = self.task.submitted_on, self.task.due_on
        if submitted is None or due_on is None:
            return ""
        if self._late or submitted > due_on:
            return self.text("{days} working days late", days=self._late)
        return self.text("on the day") if submitted == due_on else self.text("before the deadline")

    def _product(self) -> str:
        given = self._submission
        number = given.product_number if given else None
        if number is None:
            return self.task.product or "–"
        if given is not None and given.product_on is not None:
            return self.text("{number} of {day}", number=number, day=self.full(given.product_on))
        return number

    def _files(self) -> None:
        from tracker.domain.events import Evidence
        from tracker.ui.evidence import open_evidence

        given = self._submission
        for each in tasks.events(self.desk.store, Evidence, self.task.id):
            if given is None or each.submission == given.id:
                self.add(
                    link(literal(each.name[:80]), f"file-{each.id}", partial(open_evidence, self.desk, self, each))
                )

    def _words(self) -> str:
        if self.task.due_on is None:
            return self.text("Confirm: done")
        return (
            self.text("Confirm, {days} days late", days=self._late)
            if self._late
            else self.text("Confirm: done in time")
        )

    def _confirm(self) -> None:
        from tracker.actions import decisions

        self.do(
            lambda store, actor: decisions.confirm(
                store,
                actor,
                self.task.id,
                faults=self._faults.value(),
                objective_cause=self.typed_in("objective_cause"),
                **self.said(),
            ),
            self.text("{number} is done", number=self.task.number),
        )

    def _return(self) -> None:
        from tracker.actions import decisions

        self.do(
            lambda store, actor: decisions.return_(store, actor, self.task.id, **self.said()),
            self.text("{number} was returned", number=self.task.number),
        )


class Returning(Result):
    """A result that is to be returned."""

    against = True


# --- extensions -------------------------------------------------------------------------------------------------------


class ExtensionRequest(Decision):
    """Approve a later deadline, or not."""

    def __init__(self, desk: Desk, task: TaskId) -> None:
        super().__init__(desk, task, desk.text("Decide on the extension"), name="extension")
        from tracker.store.calendar import working_calendar

        asked = tasks.events(desk.store, Extension, task)
        self._request = next(each for each in asked if each.decision is None)
        self._calendar: WorkingCalendar = working_calendar(desk.store)
        number, limit = self.task.extensions, settings.number(desk.store, "extension_limit")
        self.facts(
            Fact(self.text("First deadline"), self.full(self.task.original_due_on), self._changed(number)),
            Fact(self.text("Present deadline"), self.full(self.task.due_on), self._left()),
            Fact(self.text("Asked for"), self.full(self._request.proposed_due_on), self._longer(number)),
        )
        asker = self.name_of(self._request.asked_by)
        told = self.text("{name} asks on {day}", name=asker, day=self.short(self._request.asked_on))
        self.quote(told, self._request.reason)
        self.reason(self.text("Reason (obligatory when it is refused)"))
        over = number >= limit
        words = self.text("Basis document, its number (obligatory: extended {count}× already)", count=number)
        self.fold_unless_superior(words if over else "", opened=over)
        day = self.short(self._request.proposed_due_on)
        _, approve = self.answers(
            self.text("Approve until {day}", day=day), self._approve, self.text("Do not approve"), self._reject
        )
        self.block(approve, self.refusal(Verb.EXTEND))

    def _changed(self, number: int) -> str:
        return self.text("extended {count}×", count=number) if number else self.text("never changed")

    def _left(self) -> str:
        return self.left(self.task.due_on) if self.task.due_on else ""

    def _longer(self, number: int) -> str:
        days = self._calendar.between(self.task.due_on or self.desk.today, self._request.proposed_due_on)
        return self.text("{days} working days more; extension no. {count}", days=days, count=number + 1)

    def _approve(self) -> None:
        self._decide(
            approve=True,
            done=self.text(
                "{number}: extended until {day}",
                number=self.task.number,
                day=self.short(self._request.proposed_due_on),
            ),
        )

    def _reject(self) -> None:
        self._decide(approve=False, done=self.text("{number}: not extended", number=self.task.number))

    def _decide(self, *, approve: bool, done: str) -> None:
        from tracker.actions import extensions

        self.do(
            lambda store, actor: extensions.decide(store, actor, self.task.id, approve=approve, **self.said()), done
        )
