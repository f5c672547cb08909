"""Phiếu theo dõi of one official for a period: every task owned and co-ordinated, in whose hands it was when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.errors import Refused
from tracker.figures import counts, journeys
from tracker.figures.gathered import gather
from tracker.figures.lives import Lives
from tracker.figures.types import Signature
from tracker.store import many, officials

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.officials import Actor, OfficialId
    from tracker.domain.periods import Period
    from tracker.domain.units import UnitId
    from tracker.figures.gathered import Gathered
    from tracker.figures.types import Coordinator, Counts, Custody, Paper, Person, TaskRow
    from tracker.store import Store


@dataclass(frozen=True)
class Owned:
    """A task that the official answered for within the period."""

    task: TaskRow
    custody: tuple[Custody, ...]
    fate: str = ""
    """"recalled", "handed_over"; "" for one of the total."""


@dataclass(frozen=True)
class Coordinated:
    """A task of somebody else that the official works along on, with what was asked and answered."""

    task: TaskRow
    part: Coordinator


@dataclass(frozen=True)
class OfficialSheet:
    """What the sheet says."""

    paper: Paper
    official: Person
    unit_name: str
    period: Period
    seen_on: date
    counts: Counts
    """Of the official while in the unit or one below it."""
    owned: tuple[Owned, ...]
    coordinated: tuple[Coordinated, ...]
    beside: Signature
    """The official's own beside the head's; who made the sheet beside a head's own sheet."""


def sheets(
    store: Store,
    unit: UnitId,
    period: Period,
    today: date,
    actor: Actor,
    *,
    official: OfficialId | None = None,
    signer: OfficialId | None = None,
) -> tuple[OfficialSheet, ...]:
    """The sheet of an official, or of each who had any task in the unit or one below it, in the order of the unit.

    Where nobody had any it is the head's. Raises Refused "figures.no_head", "figures.identity".
    """
    with store.reading():
        told = gather(store, unit, period, today, actor)
        wanted = [official] if official is not None else _owners(told) or [told.head_id(signer)]
        beside = {each: many.coordinated(store, each) for each in wanted}
        lives = Lives(store, told.people, {task for tasks in beside.values() for task in tasks}, told.on)
        return tuple(_sheet(told, each, _coordinated(lives, told, each, beside[each]), signer) for each in wanted)


def owners(store: Store, unit: UnitId, period: Period, today: date) -> list[tuple[OfficialId, str]]:
    """Who had any task in a unit or one below it within a period, with their names, in the order of their codes."""
    found = {place.owner for place in counts.sheet(store, unit, period, today).rows}
    return [(each.id, each.name) for each in officials.every(store) if each.id in found]


def _owners(told: Gathered) -> list[int]:
    places = sorted(told.sheet.rows, key=told.order)
    return list(dict.fromkeys(place.owner for place in places))


def _sheet(
    told: Gathered, official: int, coordinated: tuple[Coordinated, ...], signer: OfficialId | None
) -> OfficialSheet:
    person = told.people.person(official, told.on)
    signs = signer if signer is not None else told.head_id(signer)
    own = Signature(("NGƯỜI ĐƯỢC THEO DÕI",), person.name)
    return OfficialSheet(
        paper=told.paper("official", signer),
        official=person,
        unit_name=told.unit.name,
        period=told.period,
        seen_on=told.on,
        counts=_counts(told, official),
        owned=_owned(told, official),
        coordinated=coordinated,
        beside=told.maker() if official == signs else own,
    )


def _counts(told: Gathered, official: int) -> Counts:
    found = told.own(official)
    if not found.adds_up:
        name = told.people.name(official)
        raise Refused("figures.identity", name=name, came=found.came, total=found.total, became=found.became)
    return found


def _owned(told: Gathered, official: int) -> tuple[Owned, ...]:
    """The tasks of the total, then those that were recalled or went to somebody else."""
    inside = _inside(told, official)
    fates = {
        "handed_over": counts.members_of(told.sheet.journeys, inside, "handed_over"),
        journeys.RECALLED: counts.members_of(told.sheet.journeys, inside, journeys.RECALLED),
        "": counts.members_of(told.sheet.journeys, inside, "total"),
    }
    fate = {task: name for name, tasks in fates.items() for task in tasks}
    order = ("", journeys.RECALLED, "handed_over")
    tasks = sorted((task for task in told.lives.tasks if task in fate), key=lambda task: order.index(fate[task]))
    return tuple(Owned(told.lives.row(task), told.lives.custody(task), fate[task]) for task in tasks)


def _inside(told: Gathered, official: int) -> counts.Inside:
    return lambda place: place.owner == official and told.inside(place)


def _coordinated(lives: Lives, told: Gathered, official: int, tasks: list[int]) -> tuple[Coordinated, ...]:
    """What was open in the period: assigned by its end, and not closed before it began."""
    found = []
    for task in lives.tasks:
        record, seen = lives.tasks[task], lives.seen(task)
        if task not in tasks or record.assigned_on is None or record.assigned_on > told.on:
            continue
        if seen.closed_on is not None and seen.closed_on < told.period.first:
            continue
        part = lives.part(task, official)
        if part is not None and seen.state not in ("draft", "proposed"):
            found.append(Coordinated(lives.row(task), part))
    return tuple(found)
