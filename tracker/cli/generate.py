"""A generated office of any size, for trying out and for measuring: same seed, same records.

Written through the store's one write path like everything, but in few transactions and without the checks of
tracker.actions: a hundred thousand tasks with their histories take about a minute. Every life is one that the rules
allow. The words are data (resources/sample/words.toml).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from tracker.domain.events import (
    Extension,
    ExtensionDecision,
    HandOver,
    Pause,
    Progress,
    Submission,
    SubmissionDecision,
)
from tracker.domain.numbers import task_number, task_series
from tracker.domain.officials import Appointment, Official, OfficialId, Standing
from tracker.domain.tasks import SourceKind, Task, TaskId, TaskState, Urgency
from tracker.domain.units import Unit, UnitId, UnitKind
from tracker.machine import actor_on
from tracker.sample.office import mark, read

if TYPE_CHECKING:
    from tracker.domain.calendar import WorkingCalendar
    from tracker.domain.officials import Actor
    from tracker.store import Change, Store

LAST = date(2026, 9, 30)
"""The last day that is generated: the office's own day."""
A_YEAR = 10_000
"""Tasks of a year, from which on an office grows older instead of busier."""
YEARS = 10.0
AT_ONCE = 5_000
"""Tasks of one transaction: what waits to be written stays below 100 MB."""
LASTING = 0.075
"""Share of tasks that stay open for good: standing work, forgotten ones. With ten years in the file a tenth of all
tasks touches a quarter."""
EACH = 40
"""Tasks of a person in a year."""
TEAM = 10
"""Officials of a unit, its head first."""

E = TypeVar("E")


class Person(NamedTuple):
    """An official, and the place of the unit in the list of teams."""

    id: OfficialId
    team: int


@dataclass
class _Making:
    """What all lives of an office are made from."""

    random: Random
    calendar: WorkingCalendar
    words: dict[str, list[str]]
    last: date
    teams: list[list[Person]] = field(default_factory=list)
    symbols: list[str] = field(default_factory=list)
    numbers: dict[tuple[str, int], int] = field(default_factory=dict)
    """Last number of each series, by symbol and year."""

    def word(self, kind: str) -> str:
        """A word of a kind, by chance."""
        return self.random.choice(self.words[kind])

    def below(self, number: int) -> int:
        """A whole number from 0, below this one, by chance."""
        return int(self.random.random() * number)

    def chance(self, share: float) -> bool:
        """True in that share of all cases."""
        return self.random.random() < share


def make(store: Store, count: int, report: Callable[[int, int], None], *, seed: int = 1, last: date = LAST) -> date:
    """Found an office, fill it with `count` tasks, mark it as a sample; return its own day."""
    from tracker.actions import office

    head = actor_on(OfficialId(1), last)
    office.found_office(
        store,
        head,
        code="UBND",
        name="Ủy ban nhân dân phường Hoa Sen",
        place="Hoa Sen",
        superior="Ủy ban nhân dân thành phố Hồng Lam",
        head_code="CB001",
        head_name="Lương Quang Khải",
        head_title="Chủ tịch UBND phường",
    )
    fill(store, head, count, seed=seed, last=last, report=report)
    return mark(store, head, last)


def fill(
    store: Store,
    actor: Actor,
    count: int,
    *,
    seed: int = 1,
    last: date = LAST,
    years: float | None = None,
    report: Callable[[int, int], None] | None = None,
) -> None:
    """Add units, people and `count` tasks up to the day `last` to an office that has its head, who records it all."""
    from tracker.store.calendar import working_calendar

    span = round(365.25 * (years or min(YEARS, max(1.0, count / A_YEAR))))
    making = _Making(Random(seed), working_calendar(store), read("words.toml"), last)  # noqa: S311 - nothing secret
    with store.change(actor, "import", REASON) as change:
        _people(making, change, round(count / EACH / span * 365.25), last - timedelta(days=span + 31))
    for start in range(0, count, AT_ONCE):
        end = min(start + AT_ONCE, count)
        with store.change(actor, "import", REASON) as change:
            for place in range(start, end):
                day = last - timedelta(days=span - span * place // count)
                _Life(making, change, min(making.calendar.roll(day), last)).live()
            _keep_series(making, change) if end == count else None
        if report:
            report(end, count)


REASON = "dữ liệu mẫu"


# --- people -----------------------------------------------------------------------------------------------------------


def _people(making: _Making, change: Change, wanted: int, since: date) -> None:
    """Units of ten officials each, the first one the office's Văn phòng."""
    for number in range(max(2, round(wanted / TEAM))):
        unit = Unit(
            id=UnitId(change.new_id(Unit)),
            code=f"P{number + 1:02d}",
            name=f"Phòng Chuyên môn số {number + 1}",
            kind=UnitKind.DIVISION if number else UnitKind.OFFICE,
            parent=UnitId(1),
        )
        change.save(unit)
        making.symbols.append(unit.code)
        making.teams.append([_official(making, change, unit.id, place, since) for place in range(TEAM)])


def _official(making: _Making, change: Change, unit: UnitId, place: int, since: date) -> Person:
    number = OfficialId(change.new_id(Official))
    family, given = f"{making.word('families')} {making.word('middles')}", making.word("given")
    person = Official(id=number, code=f"CB{number:03d}", name=f"{family} {given}", family_name=family, given_name=given)
    standing, title = _POSTS.get(place, (Standing.MEMBER, "Chuyên viên"))
    post: Any = {"unit": unit, "title": title, "standing": standing, "leader": place in _POSTS, "starts_on": since}
    change.save(person)
    change.save(Appointment(id=change.new_id(Appointment), official=number, **post))  # type: ignore[arg-type]
    return Person(number, len(making.teams))


_POSTS = {0: (Standing.HEAD, "Trưởng phòng"), 1: (Standing.DEPUTY, "Phó Trưởng phòng")}


def _keep_series(making: _Making, change: Change) -> None:
    """The next task added by hand takes the next number."""
    from tracker.domain.settings import NumberSeries

    for (symbol, year), last in sorted(making.numbers.items()):
        change.save(NumberSeries(id=task_series(symbol, year), last=last))


# --- tasks ------------------------------------------------------------------------------------------------------------


class _Life:
    """One task from its assignment to the office's own day."""

    def __init__(self, making: _Making, change: Change, day: date) -> None:
        self.making = making
        self.change = change
        self.day = day
        self.team = making.random.choice(making.teams)
        self.assigner = self.team[0].id
        self.task: Task
        self.submission: Submission

    def live(self) -> None:
        """Assign it and let things happen to it, each on its own day, up to the last day."""
        self._assign()
        fate = self.making.random.random()
        if fate < LASTING:
            self._lasting()
        elif fate >= LASTING + 0.03:
            self._worked()
        elif self._later(1, 10):
            self._recall()

    def _lasting(self) -> None:
        """Standing work: begun, reported on, perhaps paused, never finished."""
        if self._later(1, 10):
            self._progress(10 + self.making.below(80))
        if self.making.chance(0.15) and self._later(5, 60):
            self._pause()

    def _worked(self) -> None:
        """Ordinary work: now and then handed over, extended or returned; submitted early or late, and confirmed."""
        making = self.making
        if making.chance(0.03) and self._later(1, 8):
            self._hand_over()
        if making.chance(0.25) and self._later(1, 8):
            self._progress(10 * making.below(10))
        if making.chance(0.06):
            self._extend()
        due = self.task.due_on or self.day + timedelta(days=30)
        if self._until(due + timedelta(days=1 + making.below(20) if making.chance(0.18) else -making.below(6))):
            self._submit()
            self._decided()

    def _decided(self) -> None:
        if self.making.chance(0.05) and self._later(1, 4):
            self._decide(SubmissionDecision.RETURNED)
            if not self._later(1, 10):
                return
            self._submit()
        if self._later(0, 4):
            self._decide(SubmissionDecision.CONFIRMED)

    # --- days ---

    def _later(self, least: int, most: int) -> bool:
        """Go on by some days; False where that is after the last day."""
        return self._until(self.day + timedelta(days=least + self.making.below(most - least + 1)))

    def _until(self, day: date) -> bool:
        """Go on to a day, or the working day after it; False where that is after the last day."""
        day = self.making.calendar.roll(max(day, self.day))
        if day > self.making.last:
            return False
        self.day = day
        return True

    # --- what happens ---

    def _assign(self) -> None:
        making, day = self.making, self.day
        owner = self.team[1 + making.below(TEAM - 1)]
        symbol = making.symbols[owner.team]
        due = None
        if not making.chance(0.03):
            due = making.calendar.roll(day + timedelta(days=5 + int(making.random.random() ** 2 * 75)))
        documented = making.chance(0.8)
        task = Task(
            id=TaskId(self.change.new_id(Task)),
            number=self._number(symbol),
            title=self._title(),
            source_kind=SourceKind.DOCUMENT if documented else SourceKind.ORAL,
            source_number=f"{1 + making.below(3000)}/UBND-{symbol}" if documented else None,
            source_on=day if documented else None,
            assigner=self.assigner,
            owner=owner.id,
            assigned_on=day,
            authority="theo chức vụ",
            product=making.word("products"),
            original_due_on=due,
            due_on=due,
            no_deadline_reason=None if due else "Nhiệm vụ thường xuyên",
            urgency=Urgency.URGENT if making.chance(0.1) else Urgency.NORMAL,
            field=making.word("fields"),
            complexity=f"N{1 + making.below(5)}",
            state=TaskState.ASSIGNED,
            moved_on=day,
        )
        self.task = self._heading("task.assign", self.assigner).save(task)

    def _number(self, symbol: str) -> str:
        numbers, series = self.making.numbers, (symbol, self.day.year)
        numbers[series] = numbers.get(series, 0) + 1
        return task_number(symbol, self.day.year, numbers[series])

    def _title(self) -> str:
        making, month = self.making, self.day.month
        place = making.word("places").format(n=1 + making.below(90), m=month, q=(month + 2) // 3)
        return f"{making.word('verbs')} {making.word('objects')} {place} năm {self.day.year}"

    def _progress(self, percent: int) -> None:
        begun = {"state": TaskState.DOING, "moved_on": self.day} if self.task.state is TaskState.ASSIGNED else {}
        told = {"reported_on": self.day, "reported_by": self.task.owner, "percent": percent}
        self._event("task.progress", self.task.owner, Progress, told, percent=percent, **begun)

    def _hand_over(self) -> None:
        task = self.task
        to = self.making.random.choice([person.id for person in self.team[1:] if person.id != task.owner])
        told = {
            "handed_on": self.day,
            "from_owner": task.owner,
            "to_owner": to,
            "handed_by": self.assigner,
            "reason": self.making.word("reasons"),
        }
        after = {"owner": to, "hand_overs": task.hand_overs + 1, "moved_on": self.day}
        self._event("task.hand_over", self.assigner, HandOver, told, **after)

    def _extend(self) -> None:
        """Asked a few days before the deadline, approved the next working day."""
        due = self.task.due_on
        if due is None or not self._until(due - timedelta(days=4)):
            return
        asked = self.day
        if not self._later(1, 1):
            return
        proposed = self.making.calendar.roll(due + timedelta(days=7 + self.making.below(14)))
        told = {
            "asked_on": asked,
            "asked_by": self.task.owner,
            "proposed_due_on": proposed,
            "due_before": due,
            "reason": self.making.word("reasons"),
            "decided_on": self.day,
            "decided_by": self.assigner,
            "decision": ExtensionDecision.APPROVED,
        }
        after = {"due_on": proposed, "extensions": self.task.extensions + 1, "moved_on": self.day}
        self._event("extension.decide", self.assigner, Extension, told, **after)

    def _submit(self) -> None:
        symbol = self.making.symbols[self.team[0].team]
        told = {
            "submitted_on": self.day,
            "submitted_by": self.task.owner,
            "product_number": f"{1 + self.making.below(900)}/BC-{symbol}",
            "product_on": self.day,
        }
        after = {"state": TaskState.SUBMITTED, "submitted_on": self.day, "moved_on": self.day}
        self.submission = self._event("task.submit", self.task.owner, Submission, told, **after)

    def _decide(self, decision: SubmissionDecision) -> None:
        returned = decision is SubmissionDecision.RETURNED
        heading = self._heading("task.return" if returned else "task.confirm", self.assigner)
        reason = "Thiếu số liệu" if returned else None
        decided = {"decided_on": self.day, "decided_by": self.assigner, "decision": decision, "reason": reason}
        heading.save(replace(self.submission, **decided))  # type: ignore[arg-type]
        after: dict[str, Any] = {"state": TaskState.DONE, "confirmed_on": self.day, "percent": 100}
        if returned:
            after = {"state": TaskState.REDO, "submitted_on": None, "returns": self.task.returns + 1}
        self.task = heading.save(replace(self.task, **after, moved_on=self.day))

    def _pause(self) -> None:
        task = self.task
        told = {"paused_on": self.day, "paused_by": self.assigner, "reason": "Chờ hướng dẫn của cấp trên"}
        after = {"state": TaskState.PAUSED, "resume_state": task.state, "paused_on": self.day, "pauses": 1}
        self._event("task.pause", self.assigner, Pause, told, **after, moved_on=self.day)

    def _recall(self) -> None:
        after = {"state": TaskState.RECALLED, "recalled_on": self.day, "recall_reason": "Trùng nhiệm vụ khác"}
        heading = self._heading("task.recall", self.assigner)
        self.task = heading.save(replace(self.task, **after, moved_on=self.day))  # type: ignore[arg-type]

    # --- writing ---

    def _event(self, verb: str, actor: OfficialId | None, kind: type[E], told: dict[str, Any], /, **after: Any) -> E:
        """Save an event, and the task as it is after it."""
        heading = self._heading(verb, actor)
        event: Any = kind
        saved: E = heading.save(event(id=self.change.new_id(kind), task=self.task.id, **told))
        self.task = heading.save(replace(self.task, **after))
        return saved

    def _heading(self, verb: str, actor: OfficialId | None) -> Change:
        return self.change.on(self.day, verb=verb, actor=actor, reason=None)
