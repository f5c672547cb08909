"""The office itself: founding it, its settings and its working calendar. Imports domain and store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Unpack

from tracker.actions.acting import Act, Said, acting
from tracker.domain import rights
from tracker.domain.defaults import DEFAULTS
from tracker.domain.errors import Refused
from tracker.domain.fields import Field, line, lines, needed
from tracker.domain.names import split_name
from tracker.domain.officials import Appointment, AppointmentId, Official, OfficialId, Standing
from tracker.domain.settings import CalendarDay, CalendarYear
from tracker.domain.units import Unit, UnitId
from tracker.store import office, records, settings, units

if TYPE_CHECKING:
    from tracker.domain.officials import Actor
    from tracker.domain.units import UnitKind
    from tracker.store import Changes, Store

NUMBERS = frozenset(
    {
        "extension_limit",
        "due_soon_days",
        "declared_gap_days",
        "no_deadline_flag_days",
        "not_updated_days",
        "escalation_chases",
        "chase_answer_days",
    }
)
"""Settings that are whole numbers."""
DAYS = frozenset({"covered_from", "sample_day"})
FIXED = frozenset({"chain"})
"""Settings that nobody changes: the journal's random id is as old as the journal."""
MOST = 10_000


def found_office(
    store: Store,
    actor: Actor,
    *,
    code: str,
    name: str,
    head_code: str,
    head_name: str,
    head_title: str,
    place: str | None = None,
    superior: str | None = None,
    kind: UnitKind | None = None,
    symbol: str | None = None,
    short_name: str | None = None,
    **said: Unpack[Said],
) -> Changes:
    """Make the office and its head, who holds the post from always and acts here: the actor's own official is not
    looked at.

    `superior` is the body above, first line of the letterhead. Raises Refused "office.exists".
    """
    from tracker.domain.unit_kinds import kind_of

    head = OfficialId(1)
    with acting(store, replace(actor, official=head), "init", said) as act:
        if units.every(store):
            raise Refused("office.exists")
        called = needed(line(name, Field.NAME), Field.NAME)
        unit = Unit(
            id=UnitId(1),
            code=needed(line(code, Field.CODE), Field.CODE),
            name=called,
            short_name=line(short_name, Field.NAME),
            kind=kind or kind_of(called),
            superior=lines(superior, Field.SUPERIOR),
            symbol=line(symbol, Field.CODE),
            place=line(place, Field.NAME),
        )
        person = needed(line(head_name, Field.NAME), Field.NAME)
        family, given = split_name(person)
        act.save(unit)
        act.save(
            Official(
                id=head,
                code=needed(line(head_code, Field.CODE), Field.CODE),
                name=person,
                family_name=family,
                given_name=given,
            )
        )
        act.save(
            Appointment(
                id=AppointmentId(1),
                official=head,
                unit=unit.id,
                title=needed(line(head_title, Field.POST), Field.POST),
                standing=Standing.HEAD,
                leader=True,
            )
        )
    return act.done


def set_setting(store: Store, actor: Actor, name: str, value: str, **said: Unpack[Said]) -> Changes:
    """Change a setting. Raises Refused "setting.unknown", "setting.number"."""
    with acting(store, actor, "setting.set", said) as act:
        _keeps_settings(act)
        if name not in DEFAULTS or name in FIXED:
            raise Refused("setting.unknown", field="name", name=name)
        text = line(value, Field.VALUE) or ""
        if name in NUMBERS and not (text.isascii() and text.isdigit() and int(text) <= MOST):
            raise Refused("setting.number", field="value", name=name, value=text, most=MOST)
        if name in DAYS and text:
            _iso(text)
        act.save(replace(settings.record(store, name), value=text, undone=False))
    return act.done


def set_day(
    store: Store,
    actor: Actor,
    day: date,
    *,
    working: bool | None,
    name: str = "",
    document: str | None = None,
    **said: Unpack[Said],
) -> Changes:
    """Make a day a day off (False) or a make-up working day (True); None makes it follow the week again.

    Deadlines already computed stay as they are.
    """
    with acting(store, actor, "calendar.set", said) as act:
        _keeps_settings(act)
        before = records.find(store, CalendarDay, day.isoformat())
        if working is None and (before is None or before.undone):
            raise Refused("calendar.nothing_set", field="day", day=day)
        if working is not None and working == (day.weekday() < 5):
            raise Refused("calendar.follows_week", field="working", day=day)
        called = line(name, Field.NAME) or (before.name if before else "")
        made = before or CalendarDay(id=day.isoformat(), working=bool(working), name=called)
        if working is None:
            act.save(replace(made, undone=True))
        else:
            stated = line(document, Field.DOCUMENT)
            act.save(replace(made, working=working, name=called, document=stated, undone=False))
    return act.done


def set_year(
    store: Store, actor: Actor, year: int, *, confirmed: bool, document: str | None = None, **said: Unpack[Said]
) -> Changes:
    """Mark a year of the calendar as fixed by an official plan, or as made by rule only."""
    with acting(store, actor, "calendar.set", said) as act:
        _keeps_settings(act)
        made = records.find(store, CalendarYear, year) or CalendarYear(id=year, confirmed=confirmed)
        act.save(replace(made, confirmed=confirmed, document=line(document, Field.DOCUMENT), undone=False))
    return act.done


def require_people(store: Store, actor: Actor) -> None:
    """Units, officials, import, letterheads. Raises Refused "rights.people"."""
    rights.keep_people(office.view(store, actor.official), actor.official, actor.today)


def require_settings(store: Store, actor: Actor) -> None:
    """Settings, calendar, rights, restore. Raises Refused "rights.settings"."""
    rights.keep_settings(office.view(store, actor.official), actor.official, actor.today)


def _keeps_settings(act: Act) -> None:
    rights.keep_settings(act.office(), act.who, act.on)


def _iso(text: str) -> None:
    try:
        date.fromisoformat(text)
    except ValueError:
        raise Refused("date.impossible", field="value", text=text) from None
