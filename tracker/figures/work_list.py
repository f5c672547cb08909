"""What a person has to do in a period: own tasks that are late or due, parts to deliver, decisions to make."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tracker.domain.officials import OfficialId
from tracker.domain.tasks import TaskState
from tracker.figures.gathered import gather
from tracker.figures.journeys import Place
from tracker.figures.lives import Lives
from tracker.store import many, waiting

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.officials import Actor
    from tracker.domain.periods import Period
    from tracker.domain.units import UnitId
    from tracker.figures.gathered import Gathered
    from tracker.figures.types import Paper, Person, Signature, TaskRow
    from tracker.store import Store

AT_WORK = frozenset({TaskState.ASSIGNED, TaskState.DOING, TaskState.REDO, TaskState.DECLINED})
"""States in which the owner still has something to do, or to hear."""


class Deed(StrEnum):
    """What is to be done."""

    OWN = "own"
    PART = "part"
    """One's part of somebody else's task."""
    CONFIRM = "confirm"
    EXTEND = "extend"
    APPROVE = "approve"
    ANSWER = "answer"
    """Decide what becomes of a declined task."""


@dataclass(frozen=True)
class ToDo:
    """One thing to do."""

    deed: Deed
    task: TaskRow
    due_on: date | None
    part: str = ""


@dataclass(frozen=True)
class WorkList:
    """One person's."""

    official: Person
    unit: str
    todos: tuple[ToDo, ...]
    """The most urgent first; what has no day last."""


@dataclass(frozen=True)
class WorkLists:
    """What the sheets say."""

    paper: Paper
    maker: Signature
    unit_name: str
    period: Period
    seen_on: date
    lists: tuple[WorkList, ...]


def work_lists(
    store: Store,
    unit: UnitId,
    period: Period,
    today: date,
    actor: Actor,
    *,
    official: OfficialId | None = None,
    signer: OfficialId | None = None,
) -> WorkLists:
    """What an official has to do by the end of a period, or each of a unit and those below it who has anything.

    Decisions are those that wait today. Where nobody has anything it is the head's empty list. Raises Refused
    "figures.no_head", "figures.identity".
    """
    with store.reading():
        told = gather(store, unit, period, today, actor)
        wanted = [official] if official is not None else _people(told)
        found = [_list(store, told, each) for each in wanted]
        if official is None:
            found = [each for each in found if each.todos] or [_list(store, told, told.head_id(signer))]
        return WorkLists(told.paper("work-list", signer), told.maker(), told.unit.name, period, told.on, tuple(found))


def _people(told: Gathered) -> list[OfficialId]:
    """Who belongs to the unit or one below it: the unit itself first, in each head, deputies, members."""
    places = [Place(each, told.people.unit(each, told.on)) for each in told.people.everybody()]
    return [OfficialId(place.owner) for place in sorted(filter(told.inside, places), key=told.order)]


def _list(store: Store, told: Gathered, official: OfficialId) -> WorkList:
    own = [task for task, row in told.rows.items() if _owned(told, task, official) and row.state in AT_WORK]
    beside = many.coordinated(store, official)
    waits = waiting.of(store, official, told.today)
    decisions = [
        (deed, task)
        for deed, tasks in (
            (Deed.CONFIRM, waits.submissions),
            (Deed.EXTEND, waits.extensions),
            (Deed.APPROVE, waits.proposals),
            (Deed.ANSWER, waits.declined),
        )
        for task in tasks
    ]
    lives = Lives(store, told.people, {*beside, *(task for _, task in decisions)}, told.on)
    todos = [
        *(ToDo(Deed.OWN, told.rows[task], told.rows[task].due_on) for task in own),
        *_parts(lives, official, beside),
        *(ToDo(deed, lives.row(task), None) for deed, task in decisions if task in lives.tasks),
    ]
    todos.sort(key=lambda todo: (todo.due_on is None, todo.due_on or told.on, todo.task.number))
    at = told.people.unit(official, told.on)
    return WorkList(told.people.person(official, told.on), told.people.unit_name(at), tuple(todos))


def _owned(told: Gathered, task: int, official: int) -> bool:
    return told.lives.holder(task, told.on).owner == official


def _parts(lives: Lives, official: OfficialId, tasks: list[int]) -> list[ToDo]:
    """Parts that were asked for and not answered, of tasks that are still open."""
    found = []
    for task in tasks:
        part = lives.part(task, official) if task in lives.tasks else None
        asked = part is not None and part.answered_on is None and (part.due_on is not None or part.part)
        if part is not None and asked and lives.seen(task).state not in ("done", "recalled", "draft", "proposed"):
            found.append(ToDo(Deed.PART, lives.row(task), part.due_on, part.part))
    return found
