"""The life of a task as steps, each with its day: what a book tells becomes the records that actions would have made.

Pure; imports domain. Every step saves the task once, so that the moves that figures are read from have every step.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.actions.imports.outcome import FROM_OLD_BOOK
from tracker.domain import workflow
from tracker.domain.events import (
    CauseKind,
    Decline,
    DeclineDecision,
    EventId,
    Explanation,
    Extension,
    ExtensionDecision,
    HandOver,
    Pause,
    Progress,
    Submission,
    SubmissionDecision,
)
from tracker.domain.records import changed
from tracker.domain.tasks import Task, TaskState
from tracker.domain.workflow import Step

if TYPE_CHECKING:
    from tracker.actions.imports.told import Told
    from tracker.domain.calendar import WorkingCalendar
    from tracker.domain.officials import OfficialId

NEW = EventId(0)
"""The id of an event that is not saved yet."""


class Saved(NamedTuple):
    """One step: the task after it, and the events that tell of it (id `NEW` where they are new)."""

    on: date
    verb: str
    task: Task | None
    """None where the task stays as it is."""
    events: tuple[Any, ...] = ()


class Life:
    """A task led from step to step."""

    def __init__(self, task: Task, told: Told, today: date, by: OfficialId) -> None:
        self.task = task
        self.steps: list[Saved] = []
        self._told = told
        self._today = today
        self._by = told.assigner or by
        """Who decides where the record must name someone: the assigner, else who imports."""
        decides = told.confirmer or told.assigner
        self._confirmer = None if decides == told.owner else decides
        """Nobody confirms an own task (rule 3): a book that has it so does not say who did."""

    @property
    def _owner(self) -> OfficialId:
        assert self.task.owner is not None
        return self.task.owner

    def add(self, on: date, verb: str, task: Task, *events: Any) -> None:
        """Go on by one step."""
        self.task = task
        self.steps.append(Saved(on, verb, task, events))

    def extend(self, due_on: date, on: date) -> None:
        """A later deadline that the book has beside the first: one approved extension."""
        before = self.task.due_on
        assert before is not None
        extension = Extension(
            id=NEW,
            task=self.task.id,
            asked_on=on,
            asked_by=self._owner,
            proposed_due_on=due_on,
            due_before=before,
            reason=FROM_OLD_BOOK,
            decided_on=on,
            decided_by=None if self._told.assigner == self._owner else self._told.assigner,
            decision=ExtensionDecision.APPROVED,
            decision_reason=FROM_OLD_BOOK,
        )
        self.add(on, "extension.decide", workflow.extended(self.task, due_on, on), extension)

    def start(self, on: date) -> None:
        """Work began."""
        self.add(on, "task.start", workflow.moved(self.task, Step.START, on))

    def progress(self, percent: int, on: date) -> None:
        """So much is done."""
        note = self._told.row.obstacle
        report = Progress(
            id=NEW, task=self.task.id, reported_on=on, reported_by=self._owner, percent=percent, note=note
        )
        self.add(on, "task.progress", workflow.progressed(self.task, percent, on), report)

    def submit(self, on: date) -> None:
        """The result was handed in and awaits its decision."""
        self.add(on, "task.submit", workflow.submitted(self.task, on), self._submission(on))

    def finish(self, on: date, confirmed_on: date) -> None:
        """The result was handed in and confirmed; on one day that is one move of the task."""
        submission = self._confirmed(self._submission(on), confirmed_on)
        task = workflow.submitted(self.task, on)
        if on == confirmed_on:
            self.task = task
            self.steps.append(Saved(on, "task.submit", None, (submission,)))
            self._confirm(confirmed_on)
        else:
            self.add(on, "task.submit", task)
            self._confirm(confirmed_on, submission)

    def confirm(self, submission: Submission, on: date) -> None:
        """A result that awaited its decision was confirmed."""
        self._confirm(on, self._confirmed(submission, on))

    def return_(self, on: date, submission: Submission | None = None, handed_in: date | None = None) -> None:
        """A result, handed in before or now, was returned."""
        if submission is None:
            handed_in = handed_in or on
            submission = self._submission(handed_in)
            self.add(handed_in, "task.submit", workflow.submitted(self.task, handed_in))
        returned = changed(
            submission,
            decided_on=on,
            decided_by=self._confirmer,
            decision=SubmissionDecision.RETURNED,
            reason=self._reason,
        )
        self.add(on, "task.return", workflow.returned(self.task, on), returned)

    def pause(self, on: date) -> None:
        """The clock stands still."""
        pause = Pause(
            id=NEW,
            task=self.task.id,
            paused_on=on,
            paused_by=self._by,
            reason=self._reason,
            due_before=self.task.due_on,
        )
        self.add(on, "task.pause", workflow.paused(self.task, on), pause)

    def resume(self, pause: Pause, on: date, calendar: WorkingCalendar) -> None:
        """Work goes on."""
        task = workflow.resumed(self.task, on, calendar)
        pause = changed(pause, resumed_on=on, resumed_by=self._by, due_after=task.due_on)
        self.add(on, "task.resume", task, pause)

    def recall(self, on: date) -> None:
        """The task was taken back."""
        self.add(on, "task.recall", workflow.recalled(self.task, on, self._reason))

    def decline(self, on: date) -> None:
        """The owner refused it, and the assigner has not answered."""
        decline = Decline(id=NEW, task=self.task.id, declined_on=on, declined_by=self._owner, reason=self._reason)
        self.add(on, "task.decline", workflow.moved(self.task, Step.DECLINE, on), decline)

    def insist(self, decline: Decline, on: date) -> None:
        """The assigner insisted: the owner went on with it."""
        decline = changed(
            decline,
            decided_on=on,
            decided_by=self._by,
            decision=DeclineDecision.INSISTED,
            decision_reason=FROM_OLD_BOOK,
        )
        self.add(on, "task.insist", workflow.moved(self.task, Step.INSIST, on), decline)

    def hand_over(self, to: OfficialId, on: date, decline: Decline | None = None) -> None:
        """The book names another owner than before."""
        given = HandOver(
            id=NEW,
            task=self.task.id,
            handed_on=on,
            from_owner=self._owner,
            to_owner=to,
            handed_by=self._by,
            reason=FROM_OLD_BOOK,
        )
        events: tuple[Any, ...] = (given,)
        if decline is not None:
            answer = {"decided_on": on, "decided_by": self._by, "decision": DeclineDecision.HANDED_OVER}
            events = (changed(decline, **answer, decision_reason=FROM_OLD_BOOK), given)
        self.add(on, "task.hand_over", workflow.handed_over(self.task, to, on), *events)

    def explain(self, on: date) -> None:
        """The cause of a lateness as the book has it; the document of an objective cause makes it accepted."""
        row = self._told.row
        objective = row.objective_cause is not None
        kind = row.cause_kind or (CauseKind.OBJECTIVE if objective else CauseKind.SUBJECTIVE)
        explanation = Explanation(
            id=NEW,
            task=self.task.id,
            explained_on=on,
            explained_by=self._owner,
            cause=kind,
            text=row.cause or row.objective_cause or FROM_OLD_BOOK,
            remedy=row.remedy,
            obstacle=row.obstacle,
            accepted=True if objective else None,
            accepted_by=self._confirmer if objective else None,
            accepted_on=on if objective else None,
            document=row.objective_cause,
        )
        self.steps.append(Saved(on, "lateness.explain", None, (explanation,)))

    @property
    def _reason(self) -> str:
        return self._told.row.state_reason or FROM_OLD_BOOK

    def _submission(self, on: date) -> Submission:
        row = self._told.row
        return Submission(
            id=NEW,
            task=self.task.id,
            submitted_on=on,
            submitted_by=self._owner,
            product_number=row.product_number,
            product_on=row.product_on,
            note=row.result,
        )

    def _confirmed(self, submission: Submission, on: date) -> Submission:
        row = self._told.row
        return changed(
            submission,
            decided_on=on,
            decided_by=self._confirmer,
            decision=SubmissionDecision.CONFIRMED,
            reason=row.comment,
            faults=row.faults or 0,
            objective_cause=row.objective_cause,
        )

    def _confirm(self, on: date, *events: Any) -> None:
        row = self._told.row
        self.add(on, "task.confirm", workflow.confirmed(self.task, on, row.faults or 0, row.objective_cause), *events)

    def begin(self, assigned: Task) -> None:
        """From the assignment to where the book has the task (design.md §2, "From an old book")."""
        told, row = self._told, self._told.row
        day = told.assigned_on
        self.add(day, "task.assign", assigned)
        if told.due_on is not None and told.original_due_on is not None and told.due_on != told.original_due_on:
            self.extend(told.due_on, day)
        until = told.submitted_on or told.happened_on
        if told.state is TaskState.DOING or (row.percent and told.state is not TaskState.DONE):
            self.start(row.starts_on if row.starts_on and day <= row.starts_on <= until else day)
        if row.percent and told.state is not TaskState.DONE:
            self.progress(row.percent, until)
        self.arrive()
        if row.cause_kind or row.cause or row.objective_cause:
            self.explain(max(until, told.happened_on))

    def arrive(self) -> None:
        """The last steps to the state that the book has, from a state of work."""
        told = self._told
        match told.state, told.submitted_on:
            case TaskState.DONE, date() as handed_in:
                self.finish(handed_in, told.happened_on)
            case TaskState.SUBMITTED, date() as handed_in:
                self.submit(handed_in)
            case TaskState.REDO, _:
                self.return_(told.happened_on, handed_in=told.submitted_on)
            case TaskState.PAUSED, _:
                self.pause(told.happened_on)
            case TaskState.RECALLED, _:
                self.recall(told.happened_on)
            case TaskState.DECLINED, _:
                self.decline(told.happened_on)
