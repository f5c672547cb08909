"""Công văn đôn đốc: to each official of a unit who is late, with the tasks that are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.officials import OfficialId
from tracker.domain.tasks import TaskId
from tracker.figures import paper
from tracker.figures.gathered import gather
from tracker.figures.overdue import late_tasks
from tracker.store import settings
from tracker.store.calendar import working_calendar

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.officials import Actor
    from tracker.domain.periods import Period
    from tracker.domain.units import UnitId
    from tracker.figures.gathered import Gathered
    from tracker.figures.types import LateTask, Paper, Person
    from tracker.store import Store


@dataclass(frozen=True)
class Letter:
    """To one official."""

    to: Person
    unit: str
    tasks: tuple[LateTask, ...]
    """Those of public concern first, then the latest."""
    ids: tuple[TaskId, ...]


@dataclass(frozen=True)
class Chasing:
    """What the letters say."""

    paper: Paper
    unit_name: str
    seen_on: date
    answer_on: date
    """By when a result or an explanation is asked for."""
    signed_by: str
    """Title of who signs, as in a sentence."""
    letters: tuple[Letter, ...]

    @property
    def tasks(self) -> tuple[TaskId, ...]:
        """All tasks that are urged."""
        return tuple(task for letter in self.letters for task in letter.ids)


def chasing(
    store: Store,
    unit: UnitId,
    period: Period,
    today: date,
    actor: Actor,
    *,
    official: OfficialId | None = None,
    signer: OfficialId | None = None,
) -> Chasing:
    """The letters to the late owners of a unit, with the units below it, or to one of them; nobody writes to himself.

    The answer is asked for so many working days after today as the setting `chase_answer_days` says. Raises Refused
    "figures.no_head", "figures.identity".
    """
    told = gather(store, unit, period, today, actor)
    head = told.head_id(signer)
    signs = signer if signer is not None else head
    late: dict[int, list[int]] = {}
    for task in late_tasks(told):
        late.setdefault(told.lives.holder(task, told.on).owner, []).append(task)
    wanted = [owner for owner in _in_order(told) if owner in late and owner != signs and official in (None, owner)]
    return Chasing(
        paper=told.paper("chase", signer, paper.LETTER),
        unit_name=told.unit.name,
        seen_on=told.on,
        answer_on=working_calendar(store).add(today, settings.number(store, "chase_answer_days")),
        signed_by=told.people.person(signs, told.on, told.unit.id).title or told.people.person(signs, told.on).title,
        letters=tuple(_letter(told, owner, late[owner]) for owner in wanted),
    )


def _in_order(told: Gathered) -> list[int]:
    return list(dict.fromkeys(place.owner for place in sorted(told.sheet.rows, key=told.order)))


def _letter(told: Gathered, owner: int, tasks: list[int]) -> Letter:
    rows = told.rows
    tasks = sorted(tasks, key=lambda task: (not rows[task].public_concern, -rows[task].working_days_late))
    return Letter(
        to=told.people.person(owner, told.on),
        unit=told.people.unit_name(told.people.unit(OfficialId(owner), told.on)),
        tasks=tuple(told.late(task) for task in tasks),
        ids=tuple(map(TaskId, tasks)),
    )
