"""What the assigner does beside deciding: put forward, chase, pause, resume, hand over, recall."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tracker.domain import workflow
from tracker.domain.errors import Expected, Refused
from tracker.domain.tasks import UNASSIGNED, TaskId
from tracker.ui.dialogs.deed import Deed, Fact, shown
from tracker.ui.widgets.basics import link, literal
from tracker.ui.widgets.people import PersonField

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from tracker.domain.calendar import WorkingCalendar
    from tracker.domain.officials import OfficialId
    from tracker.ui.desk import Desk


def propose(desk: Desk, _parent: QWidget, task: TaskId) -> None:
    """Put a draft forward, at once."""
    from tracker.actions import tasks as actions

    desk.attempt(lambda store, actor: actions.propose(store, actor, task), desk.text("The draft was put forward"))


def chase(desk: Desk, parent: QWidget, task: TaskId) -> Deed:
    """Ask what to chase it with."""
    return shown(Chase(desk, task), parent)


def pause(desk: Desk, parent: QWidget, task: TaskId) -> Deed:
    """Ask why it is paused."""
    return shown(Pause(desk, task), parent)


def resume(desk: Desk, parent: QWidget, task: TaskId) -> Deed:
    """Show what resuming makes of the deadline."""
    return shown(Resume(desk, task), parent)


def recall(desk: Desk, parent: QWidget, task: TaskId) -> Deed:
    """Ask why it is taken back."""
    return shown(Recall(desk, task), parent)


def hand_over(desk: Desk, parent: QWidget, task: TaskId) -> Deed:
    """Ask to whom, and why."""
    return shown(HandOver(desk, task), parent)


class Chase(Deed):
    """Đôn đốc: counted, and decides nothing."""

    def __init__(self, desk: Desk, task: TaskId) -> None:
        super().__init__(desk, task, desk.text("Chase the task"), name="chase")
        self.facts(
            Fact(self.text("Answerable"), self.name_of(self.task.owner)),
            *due_facts(self),
            Fact(self.text("Chased so far"), self.text("{count} times", count=self.task.chases), self._last()),
        )
        self.reason(self.text("What is to be said to the owner (obligatory)"))
        self.more()
        self.verbs(self.text("Chase, no. {count}", count=self.task.chases + 1), self._chase)

    def _last(self) -> str:
        from tracker.domain.events import Chase as Chased
        from tracker.store import tasks

        last = tasks.last_event(self.desk.store, Chased, self.task.id)
        return self.text("last on {day}", day=self.short(last.chased_on)) if last else ""

    def _chase(self) -> None:
        from tracker.actions import chases

        self.do(
            lambda store, actor: chases.chase(store, actor, self.task.id, **self.said()),
            self.text("{number} was chased", number=self.task.number),
        )


class Pause(Deed):
    """Stop the clock."""

    def __init__(self, desk: Desk, task: TaskId) -> None:
        super().__init__(desk, task, desk.text("Pause the task"), name="pause")
        self.facts(Fact(self.text("Answerable"), self.name_of(self.task.owner)), *due_facts(self))
        if self.task.due_on is not None and self.task.due_on >= desk.today:
            self.hint(self.text("When it is resumed, the deadline moves by the working days paused up to it."))
        elif self.task.due_on is not None:
            self.hint(self.text("The deadline is over and stays; days paused do not count as late."))
        self.reason(self.text("Reason (obligatory)"))
        self.more()
        self.verbs(self.text("Pause from today"), self._pause)

    def _pause(self) -> None:
        from tracker.actions import decisions

        self.do(
            lambda store, actor: decisions.pause(store, actor, self.task.id, **self.said()),
            self.text("{number} is paused", number=self.task.number),
        )


class Resume(Deed):
    """Let the clock run again."""

    def __init__(self, desk: Desk, task: TaskId) -> None:
        super().__init__(desk, task, desk.text("Resume the task"), name="resume")
        from tracker.store.calendar import working_calendar

        calendar = working_calendar(desk.store)
        due_on = workflow.resumed(self.task, desk.today, calendar).due_on
        since = self.task.paused_on or desk.today
        self.facts(
            Fact(self.text("Paused since"), self.full(since), self._paused(calendar, since)),
            *due_facts(self),
            *([Fact(self.text("Deadline afterwards"), self.full(due_on), self._moved(due_on))] if due_on else []),
        )
        self.lines("reason", self.text("Note (may be left empty)")).setFocus()
        self.more()
        verb = self.text("Resume, deadline {day}", day=self.short(due_on)) if due_on else self.text("Resume")
        self.verbs(verb, self._resume)

    def _paused(self, calendar: WorkingCalendar, since: date) -> str:
        days = calendar.between(since - timedelta(days=1), self.desk.today - timedelta(days=1))
        return self.text("{days} working days so far", days=days)

    def _moved(self, due_on: date) -> str:
        if due_on == self.task.due_on:
            return self.text("as before")
        return self.text("moved by the working days paused")

    def _resume(self) -> None:
        from tracker.actions import decisions

        self.do(
            lambda store, actor: decisions.resume(store, actor, self.task.id, **self.said()),
            self.text("{number} goes on", number=self.task.number),
        )


class Recall(Deed):
    """Take the task back."""

    def __init__(self, desk: Desk, task: TaskId) -> None:
        super().__init__(desk, task, desk.text("Recall the task"), name="recall")
        self.facts(Fact(self.text("Answerable"), self.name_of(self.task.owner) or "–"), *due_facts(self))
        if self.task.state in UNASSIGNED:
            self.hint(self.text("It was not assigned yet. It stays in the journal and leaves the lists."))
        else:
            self.hint(
                self.text(
                    "A recalled task stays in the journal and in the statistics of recalls; it cannot be taken up "
                    "again, only undone."
                )
            )
        self.reason(self.text("Reason (obligatory)"))
        self.more()
        self.verbs(self.text("Recall {number}", number=self.task.number), self._recall)

    def _recall(self) -> None:
        from tracker.actions import tasks as actions

        self.do(
            lambda store, actor: actions.recall(store, actor, self.task.id, **self.said()),
            self.text("{number} was recalled", number=self.task.number),
        )


class HandOver(Deed):
    """Another owner: from, to, day, reason, basis."""

    def __init__(self, desk: Desk, task: TaskId) -> None:
        super().__init__(desk, task, desk.text("Hand the task over"), name="hand_over")
        owner = self.name_of(self.task.owner)
        self.facts(Fact(self.text("Answerable until now"), owner), *due_facts(self))
        self.reason(self.text("Reason (obligatory)"))
        self._to = PersonField(desk, words=self.text("To whom (obligatory)"))
        self.field("to", self.text("To whom (obligatory)"), self._to)
        self._superior = self.line("superior", self.text("Superior who decided so (for the head of the office)"))
        self._to.changed.connect(self._tell)
        self.hint(
            self.text("The deadline stays. Days after it that {owner} held the task stay with {owner}.", owner=owner)
        )
        self.more()
        self._whole_desk(owner)
        self.verbs("", self._hand_over)
        self._tell()

    def _whole_desk(self, owner: str) -> None:
        """The way to all open tasks of who leaves."""
        from tracker.store import tasks

        assert self.task.owner is not None, "only a draft has no owner"
        count = len(tasks.open_of(self.desk.store, self.task.owner))
        if count > 1:
            words = self.text("{owner} leaves: hand over all {count} open tasks…", owner=owner, count=count)
            self.add(link(literal(words), "whole-desk", self._all))

    def _all(self) -> None:
        from tracker.ui.dialogs.whole_desk import open_whole_desk

        assert self.task.owner is not None, "only a draft has no owner"
        parent = self.parentWidget()
        self.reject()
        open_whole_desk(self.desk, parent, self.task.owner)

    def _tell(self) -> None:
        """The verb with its result; the superior is asked for only where the office's head gets the task."""
        person = self._to.chosen()
        words = self.text("Hand over to {name}", name=person.name) if person else self.text("Hand over")
        self.tell_verb(words)
        to_head = person is not None and is_office_head(self.desk, person.id)
        self.show_field("superior", shown=to_head)

    def _hand_over(self) -> None:
        from tracker.actions import hand_overs

        person = self._to.chosen()
        self.do(
            lambda store, actor: hand_overs.hand_over(
                store,
                actor,
                self.task.id,
                named_person(self._to),
                superior=self.typed_in("superior"),
                **self.said(),
            ),
            self.text("{number} was handed over to {name}", number=self.task.number, name=person and person.name),
        )


def named_person(field: PersonField) -> OfficialId:
    """Whom a field names. Raises Refused where it is nobody."""
    found = field.value()
    if found is None:
        raise Refused("person.missing", field=field.objectName())
    return found


def is_office_head(desk: Desk, official: OfficialId) -> bool:
    """Whether somebody heads the office today."""
    from tracker.store import office

    try:
        return office.view(desk.store, official).is_office_head(official, desk.today)
    except Expected:
        return False


def due_facts(dialog: Deed) -> list[Fact]:
    """Both deadlines, or the reason for none."""
    task, text = dialog.task, dialog.text
    if task.due_on is None:
        return [Fact(text("Due"), text("none: {reason}", reason=task.no_deadline_reason or "–"))]
    name = text("Due") if task.assigned_on is None else text("Present deadline")
    now = Fact(name, dialog.full(task.due_on), dialog.left(task.due_on))
    if task.original_due_on in (None, task.due_on):
        return [now]
    changed = text("changed {count}×", count=task.extensions + task.pauses)
    return [Fact(text("First deadline"), dialog.full(task.original_due_on), changed), now]
