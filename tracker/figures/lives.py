"""What papers tell of tasks: rows, custody, extensions and the rest, as everything stood at the end of a day.

All records of all tasks are read at once when `Lives` is made; afterwards nothing is asked of the store. What happened
later than the day seen is left out, decisions included.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.domain import events
from tracker.domain.custody import Held, held, split
from tracker.domain.dates import show_date
from tracker.domain.deadlines import Lateness, classify, judged_on, lateness, soon_on
from tracker.figures import recorded, types
from tracker.figures.belonging import Belonging
from tracker.figures.journeys import Place
from tracker.store import many, settings, standing
from tracker.store.calendar import working_calendar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.domain.deadlines import Paused
    from tracker.domain.tasks import Task
    from tracker.figures.people import People
    from tracker.store import Store
    from tracker.store.standing import Move

KINDS: tuple[type[Any], ...] = (
    events.Coordination,
    events.Submission,
    events.Extension,
    events.HandOver,
    events.Pause,
    events.Decline,
    events.Chase,
    events.Explanation,
    events.Progress,
)
_DAY = timedelta(days=1)


class Seen(NamedTuple):
    """How a task stood at the end of the day."""

    state: str
    owner: int
    due_on: date | None
    submitted_on: date | None
    closed_on: date | None
    """Day of the confirmation or recall; None while it was open."""


class Lives:
    """Some tasks with all that happened to them up to a day."""

    def __init__(self, store: Store, people: People, tasks: Iterable[int], on: date) -> None:
        self.people, self.on = people, on
        self.tasks = many.records(store, tasks)
        self.calendar = working_calendar(store)
        self._events = {kind: many.events(store, kind, self.tasks) for kind in KINDS}
        self._moves = standing.moves(store, self.tasks)
        self._belonging = Belonging(standing.main_posts(store))
        self._soon_days = settings.number(store, "due_soon_days")
        self._late_records, self.old_books = recorded.apart(store, self.tasks, self.calendar, on)

    # --- a task on the day --------------------------------------------------------------------------------------------

    def seen(self, task: int) -> Seen:
        """How the task stood; a draft or proposal as it stands."""
        record, moves = self.tasks[task], self.moves(task)
        if not moves:
            return Seen(record.state, record.owner or 0, record.due_on, record.submitted_on, None)
        last = moves[-1]
        closed_on = {"done": record.confirmed_on, "recalled": record.recalled_on}.get(last.state)
        return Seen(last.state, last.owner, _date(last.due_on), _date(last.submitted_on), closed_on)

    def moves(self, task: int) -> list[Move]:
        """The moves of the task up to the day."""
        day = self.on.isoformat()
        return [move for move in self._moves.get(task, []) if move.day <= day]

    def lateness(self, task: int) -> Lateness:
        """How late the task was."""
        seen = self.seen(task)
        return lateness(self.calendar, seen.state, seen.due_on, seen.submitted_on, self.on, self.paused(task))

    def deadline_class(self, task: int) -> str | None:
        """The class the task had."""
        seen = self.seen(task)
        found = classify(seen.state, seen.due_on, seen.submitted_on, self.on, self._soon)
        return found and found.value

    def paused(self, task: int) -> list[Paused]:
        """The pauses up to the day."""
        return [(pause.paused_on, pause.resumed_on) for pause in self._of(events.Pause, task, "paused_on")]

    def row(self, task: int) -> types.TaskRow:
        """The task as lists and annexes show it."""
        record, seen, late = self.tasks[task], self.seen(task), self.lateness(task)
        day = seen.closed_on or self.on
        return types.TaskRow(
            number=record.number,
            title=record.title,
            owner=self.people.person(seen.owner, day),
            assigner=self.people.name(record.assigner) or record.superior or "",
            assigned_on=record.assigned_on,
            product=record.product or "",
            state=seen.state,
            deadline_class=self.deadline_class(task),
            original_due_on=record.original_due_on,
            due_on=seen.due_on,
            unit=self.people.unit_name(self._belonging.unit(seen.owner, day.isoformat())),
            no_deadline_reason=record.no_deadline_reason or "",
            source_kind=record.source_kind.value,
            source_number=record.source_number or "",
            source_on=record.source_on,
            coordinators=tuple(each.name for each in self._coordinations(task)),
            submitted_on=seen.submitted_on,
            confirmed_on=seen.closed_on if seen.state == "done" else None,
            recalled_on=seen.closed_on if seen.state == "recalled" else None,
            percent=self._percent(record, seen),
            product_number=self._product_number(task, seen),
            days_late=late.days,
            working_days_late=late.working_days,
            causes=self.explanations(task),
            public_concern=record.public_concern,
            changed_after_start=record.changed_after_start,
            late_records=self._late_records.get(task, ()),
            recall_reason=(record.recall_reason or "") if seen.state == "recalled" else "",
            **self._counted(task),
        )

    def _counted(self, task: int) -> dict[str, int]:
        """How often it was extended, paused, handed over, returned, chased."""
        approved = [each for each in self.extensions(task) if each.decision == events.ExtensionDecision.APPROVED]
        returned = [each for each in self.submissions(task) if each.decision == events.SubmissionDecision.RETURNED]
        return {
            "extensions": len(approved),
            "pauses": len(self._of(events.Pause, task, "paused_on")),
            "hand_overs": len(self.hand_overs(task)),
            "returns": len(returned),
            "chases": len(self.chases(task)),
        }

    def _percent(self, record: Task, seen: Seen) -> int | None:
        reported = self._of(events.Progress, record.id, "reported_on")
        if seen.state == "done":
            return 100
        return reported[-1].percent if reported else record.percent

    def _product_number(self, task: int, seen: Seen) -> str:
        counting = [each for each in self.submissions(task) if each.on == seen.submitted_on]
        return counting[-1].product_number if counting else ""

    # --- who held it --------------------------------------------------------------------------------------------------

    def custody(self, task: int) -> tuple[types.Custody, ...]:
        """Every owner in order, with the days they held it and those after the deadline."""
        seen = self.seen(task)
        stretches = held([(date.fromisoformat(move.day), move.owner) for move in self.moves(task)], seen.closed_on)
        parts = self._split(task, stretches, seen)
        return tuple(self._custody(task, each, part) for each, part in zip(stretches, parts, strict=True))

    def places(self, task: int) -> list[tuple[Held[Place], Lateness]]:
        """Every official while in a unit who held it, with the days after the deadline that each did."""
        seen, moves = self.seen(task), self.moves(task)
        stretches = held(self._whereabouts(moves, (seen.closed_on or self.on).isoformat()), seen.closed_on)
        return list(zip(stretches, self._split(task, stretches, seen), strict=True))

    def holder(self, task: int, day: date) -> Place:
        """Who held it at the end of a day, in which unit."""
        on = day.isoformat()
        moves = [move for move in self._moves.get(task, []) if move.day <= on] or self._moves[task][:1]
        return Place(moves[-1].owner, self._belonging.unit(moves[-1].owner, on))

    def _whereabouts(self, moves: list[Move], end: str) -> list[tuple[date, Place]]:
        ends = [*(move.day for move in moves[1:]), end]
        return [
            (date.fromisoformat(day), Place(move.owner, self._belonging.unit(move.owner, day)))
            for move, until in zip(moves, ends, strict=False)
            for day in (move.day, *self._belonging.changes(move.owner, move.day, until))
        ]

    def _split(self, task: int, stretches: list[Any], seen: Seen) -> list[Lateness]:
        if seen.state == "recalled":
            return [Lateness(0, 0)] * len(stretches)
        until = judged_on(seen.state, seen.submitted_on, self.on)
        return split(self.calendar, stretches, seen.due_on, until, self.paused(task))

    def _custody(self, task: int, stretch: Held[int], part: Lateness) -> types.Custody:
        came = [
            each
            for each in self.hand_overs(task)
            if (each.handed_on, each.to_owner) == (stretch.from_on, stretch.owner)
        ]
        last = min(stretch.to_on or self.on, self.on)
        return types.Custody(
            owner=self.people.person(stretch.owner, stretch.from_on),
            unit=self.people.unit_name(self._belonging.unit(stretch.owner, stretch.from_on.isoformat())),
            from_on=stretch.from_on,
            to_on=stretch.to_on,
            working_days=self.calendar.between(stretch.from_on - _DAY, last),
            working_days_late=part.working_days,
            reason=came[-1].reason if came else "",
            basis=basis(came[-1]) if came else "",
        )

    # --- events -------------------------------------------------------------------------------------------------------

    def hand_overs(self, task: int) -> list[events.HandOver]:
        """The changes of owner."""
        return self._of(events.HandOver, task, "handed_on")

    def extensions(self, task: int) -> tuple[types.Extension, ...]:
        """What was asked for, and what had been decided by the day."""
        return tuple(self.extension(each) for each in self._of(events.Extension, task, "asked_on"))

    def extension(self, each: events.Extension) -> types.Extension:
        """One request as it stood."""
        decided = self._by(each.decided_on)
        return types.Extension(
            asked_on=each.asked_on,
            due_before=each.due_before,
            proposed_due_on=each.proposed_due_on,
            reason=each.reason,
            decided_on=each.decided_on if decided else None,
            decision=each.decision.value if decided and each.decision else None,
            decided_by=(self.people.name(each.decided_by) or None) if decided else None,
            decision_reason=(each.decision_reason or "") if decided else "",
            basis=basis(each) if decided else "",
        )

    def submissions(self, task: int) -> tuple[types.Submission, ...]:
        """The results handed in, with the decisions made by the day."""
        return tuple(self._submission(each) for each in self._of(events.Submission, task, "submitted_on"))

    def _submission(self, each: events.Submission) -> types.Submission:
        decided = self._by(each.decided_on)
        return types.Submission(
            on=each.submitted_on,
            product_number=each.product_number or "",
            product_on=each.product_on,
            decided_on=each.decided_on if decided else None,
            decision=each.decision.value if decided and each.decision else None,
            decided_by=(self.people.name(each.decided_by) or None) if decided else None,
            reason=(each.reason or "") if decided else "",
        )

    def pauses(self, task: int) -> tuple[types.Stretch, ...]:
        """The pauses, and what resuming made of the deadline."""
        return tuple(self._pause(each) for each in self._of(events.Pause, task, "paused_on"))

    def _pause(self, each: events.Pause) -> types.Stretch:
        moved = self._by(each.resumed_on) and each.due_before != each.due_after
        return types.Stretch(
            from_on=each.paused_on,
            to_on=each.resumed_on if self._by(each.resumed_on) else None,
            reason=each.reason,
            basis=basis(each),
            due_before=each.due_before if moved else None,
            due_after=each.due_after if moved else None,
        )

    def declines(self, task: int) -> tuple[types.Stretch, ...]:
        """The owner's refusals, until they were decided."""
        return tuple(
            types.Stretch(each.declined_on, each.decided_on if self._by(each.decided_on) else None, each.reason)
            for each in self._of(events.Decline, task, "declined_on")
        )

    def chases(self, task: int) -> tuple[types.Chase, ...]:
        """Each đôn đốc."""
        return tuple(
            types.Chase(each.chased_on, self.people.name(each.chased_by), each.reason)
            for each in self._of(events.Chase, task, "chased_on")
        )

    def coordinators(self, task: int) -> tuple[types.Coordinator, ...]:
        """Who works along, with the answers given by the day."""
        return tuple(self._coordinator(each) for each in self._coordinations(task))

    def part(self, task: int, official: int) -> types.Coordinator | None:
        """What an official does of somebody else's task; None for who does not work along on it."""
        found = [each for each in self._coordinations(task) if each.official == official]
        return self._coordinator(found[0]) if found else None

    def _coordinator(self, each: events.Coordination) -> types.Coordinator:
        unit = self.people.unit_name(self.people.unit(each.official, self.on)) if each.official is not None else ""
        answered = self._by(each.answered_on)
        return types.Coordinator(
            name=f"{each.name} ({unit})" if unit else each.name,
            part=each.part or "",
            due_on=each.due_on,
            answered_on=each.answered_on if answered else None,
            answer=(each.answer or "") if answered else "",
        )

    def explanations(self, task: int) -> tuple[types.Explanation, ...]:
        """Why it is late, as explained by the day."""
        return tuple(self._explanation(each) for each in self._of(events.Explanation, task, "explained_on"))

    def _explanation(self, each: events.Explanation) -> types.Explanation:
        accepted = self._by(each.accepted_on)
        confirmed = accepted and each.accepted and each.cause is events.CauseKind.OBJECTIVE
        return types.Explanation(
            cause=each.cause.value,
            text=each.text,
            remedy=each.remedy or "",
            explained_on=each.explained_on,
            explained_by=self.people.name(each.explained_by),
            accepted=each.accepted if accepted else None,
            confirmed_by=self.people.name(each.accepted_by) if confirmed else "",
            document=document(each.document, each.document_on) if accepted else "",
        )

    def _coordinations(self, task: int) -> list[events.Coordination]:
        return [each for each in self._events[events.Coordination].get(task, []) if not each.removed]

    def _of(self, kind: type[Any], task: int, day: str) -> list[Any]:
        """The events of a kind that happened by the day."""
        return [each for each in self._events[kind].get(task, []) if getattr(each, day) <= self.on]

    def _by(self, day: date | None) -> bool:
        return day is not None and day <= self.on

    def _soon(self, day: date) -> date:
        return soon_on(self.calendar, day, self._soon_days)


def basis(event: Any) -> str:
    """The basis document of an event."""
    return document(event.basis, event.basis_on)


def document(number: str | None, on: date | None) -> str:
    """Number and date of a document as one text."""
    return f"{number} ngày {show_date(on)}" if number and on else number or ""


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
