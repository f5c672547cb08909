"""Officials and their dated appointments. The head of the office, an administrator, or a clerk of the office. Imports
domain and store.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypedDict, Unpack

from tracker.actions.acting import Act, Said, acting
from tracker.domain import declared, rights
from tracker.domain.errors import Refused
from tracker.domain.fields import Field, line, needed
from tracker.domain.names import split_name
from tracker.domain.officials import (
    Appointment,
    AppointmentId,
    Employment,
    Official,
    OfficialId,
    Standing,
    main_unit_on,
)
from tracker.store import officials, records, units

if TYPE_CHECKING:
    from tracker.domain.officials import Actor
    from tracker.domain.units import UnitId
    from tracker.store import Changes, Store


class AppointmentFields(TypedDict, total=False):
    """What may be said of an appointment besides official, unit and title; one that is absent stays as it is."""

    title: str
    standing: Standing
    leader: bool
    """Absent in a new appointment: heads and deputies are leaders."""
    employment: Employment
    field: str | None
    main: bool
    """Absent in a new appointment: main where no other main one holds at its start."""
    starts_on: date | None
    ends_on: date | None
    decision_number: str | None
    decision_on: date | None


def add_official(
    store: Store, actor: Actor, code: str, name: str, *, given_name: str | None = None, **said: Unpack[Said]
) -> Changes:
    """Add a person, who holds no post yet. `given_name` moves the split of the name. Raises Refused
    "official.exists".
    """
    with acting(store, actor, "official.add", said) as act:
        rights.keep_people(act.office(), act.who, act.on)
        told = needed(line(code, Field.CODE), Field.CODE)
        old = records.bearer(store, Official, told)
        if old is not None and not old.undone:
            raise Refused("official.exists", field="code", code=old.code, name=old.name)
        blank = Official(
            id=act.new_id(Official) if old is None else old.id, code=told, name="", family_name="", given_name=""
        )
        act.save(replace(_named(blank, name, given_name), version=old.version if old else 0))
    return act.done


def edit_official(
    store: Store,
    actor: Actor,
    official: OfficialId,
    *,
    code: str | None = None,
    name: str | None = None,
    given_name: str | None = None,
    **said: Unpack[Said],
) -> Changes:
    """Change the code or the name of a person, or where the name is split."""
    with acting(store, actor, "official.edit", said) as act:
        rights.keep_people(act.office(), act.who, act.on)
        before = act.official(official)
        told = needed(line(code, Field.CODE), Field.CODE) if code is not None else before.code
        other = records.bearer(store, Official, told)
        if other is not None and other.id != official:
            raise Refused("official.exists", field="code", code=told, name=other.name)
        act.save(replace(_named(before, name or before.name, given_name), code=told))
    return act.done


def appoint(
    store: Store,
    actor: Actor,
    official: OfficialId,
    unit: UnitId,
    title: str,
    fields: AppointmentFields,
    **said: Unpack[Said],
) -> Changes:
    """Appoint an official to a post in a unit, from `starts_on` (None: from always) to `ends_on` (None: until further
    notice).

    Raises Refused "appointment.second_head", "appointment.twice", "appointment.ends_before_start".
    """
    with acting(store, actor, "appointment.add", said) as act:
        rights.keep_people(act.office(), act.who, act.on)
        _appoint(act, official, unit, title, fields)
    return act.done


def edit_appointment(
    store: Store, actor: Actor, appointment: AppointmentId, fields: AppointmentFields, **said: Unpack[Said]
) -> Changes:
    """Correct what was said of an appointment."""
    with acting(store, actor, "appointment.edit", said) as act:
        rights.keep_people(act.office(), act.who, act.on)
        before = _appointment(store, appointment)
        act.save(_checked(act, replace(before, **fields)))
    return act.done


def end_appointment(
    store: Store, actor: Actor, appointment: AppointmentId, ends_on: date, **said: Unpack[Said]
) -> Changes:
    """End an appointment; `ends_on` is its last day. Open tasks stay with their owner until they are handed over."""
    with acting(store, actor, "appointment.end", said) as act:
        rights.keep_people(act.office(), act.who, act.on)
        act.save(_checked(act, replace(_appointment(store, appointment), ends_on=ends_on)))
    return act.done


def move(
    store: Store,
    actor: Actor,
    official: OfficialId,
    unit: UnitId,
    title: str,
    starts_on: date,
    fields: AppointmentFields,
    **said: Unpack[Said],
) -> Changes:
    """Move an official to another unit or post: the main appointment ends the day before `starts_on`, a new main one
    begins.
    """
    with acting(store, actor, "appointment.add", said) as act:
        rights.keep_people(act.office(), act.who, act.on)
        for post in officials.appointments(store, official):
            if post.main and post.valid_on(starts_on):
                act.save(_checked(act, replace(post, ends_on=starts_on - timedelta(days=1))))
        _appoint(act, official, unit, title, {**fields, "starts_on": starts_on, "main": True})
    return act.done


# --- helpers ----------------------------------------------------------------------------------------------------------


def _named(official: Official, name: str, given_name: str | None) -> Official:
    full = needed(line(name, Field.NAME), Field.NAME)
    family, given = split_name(full)
    own = line(given_name, Field.NAME)
    if own is not None:
        if full != own and not full.endswith(f" {own}"):
            raise Refused("official.given_name", field="given_name", name=full, given=own)
        family, given = full.removesuffix(own).strip(), own
    return replace(official, name=full, family_name=family, given_name=given)


def _appoint(act: Act, official: OfficialId, unit: UnitId, title: str, fields: AppointmentFields) -> None:
    act.official(official)
    units.get(act.store, unit)
    standing = fields.get("standing", Standing.MEMBER)
    held = officials.appointments(act.store, official)
    begins = fields.get("starts_on") or date.min
    told: AppointmentFields = {
        "leader": standing is not Standing.MEMBER,
        "main": not any(post.main and post.valid_on(begins) for post in held),
        **fields,
        "title": title,
    }
    blank = Appointment(id=act.new_id(Appointment), official=official, unit=unit, title="")
    act.save(_checked(act, replace(blank, **told)))


def _appointment(store: Store, appointment: AppointmentId) -> Appointment:
    found = records.find(store, Appointment, appointment)
    if found is None or found.undone:
        raise Refused("appointment.unknown", field="appointment", number=appointment)
    return found


def _checked(act: Act, post: Appointment) -> Appointment:
    """The appointment with its texts cleaned and its days in order, neither held twice nor a second head's."""
    if post.starts_on is not None and post.ends_on is not None and post.ends_on < post.starts_on:
        raise Refused("appointment.ends_before_start", field="ends_on", first=post.starts_on, last=post.ends_on)
    declared.issued(post.decision_on, act.actor.today, "decision_on")
    cleaned = replace(
        post,
        title=needed(line(post.title, Field.POST), Field.POST),
        field=line(post.field, Field.TASK_FIELD),
        decision_number=line(post.decision_number, Field.DOCUMENT),
    )
    for other in officials.appointments(act.store):
        if other.id != post.id and other.unit == post.unit and _overlap(other, post):
            _not_beside(act, cleaned, other)
    return cleaned


def _not_beside(act: Act, post: Appointment, other: Appointment) -> None:
    if other.official == post.official and other.title.casefold() == post.title.casefold():
        raise Refused("appointment.twice", field="title", code=act.official(post.official).code, title=post.title)
    if other.official != post.official and other.standing is post.standing is Standing.HEAD:
        head = act.official(other.official)
        raise Refused("appointment.second_head", field="standing", code=head.code, name=head.name)


def _overlap(one: Appointment, other: Appointment) -> bool:
    first = max(one.starts_on or date.min, other.starts_on or date.min)
    return first <= min(one.ends_on or date.max, other.ends_on or date.max)


def unit_on(store: Store, official: OfficialId, day: date) -> UnitId | None:
    """The unit an official belongs to on a day."""
    return main_unit_on(officials.appointments(store, official), day)
