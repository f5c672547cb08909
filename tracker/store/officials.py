"""Officials, their appointments, rights and accounts as stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.errors import Refused
from tracker.domain.text import fold
from tracker.store.tables import Scalar, table

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.officials import Account, Appointment, Grant, Official, OfficialId
    from tracker.domain.units import UnitId
    from tracker.store import Store


def by_code(store: Store, code: str) -> Official:
    """The official with that code, case ignored. Raises Refused "official.unknown"."""
    found = _where(store, "code = ? COLLATE NOCASE", (code,))
    if not found:
        raise Refused("official.unknown", field="official", code=code)
    return found[0]


def get(store: Store, official: OfficialId) -> Official:
    """The official with that id. Raises Refused "official.unknown"."""
    found = _where(store, "id = ?", (official,))
    if not found:
        raise Refused("official.unknown", field="official", code=str(official))
    return found[0]


def every(store: Store) -> list[Official]:
    """All officials in Vietnamese order of their names."""
    return _where(store, "TRUE")


def named(store: Store, name: str) -> list[Official]:
    """The officials with that full name, accents and case ignored; several where names repeat."""
    wanted = fold(name)
    found = [official for official in every(store) if fold(official.name) == wanted]
    exact = [official for official in found if official.name.casefold() == name.casefold()]
    return exact or found


def head_of_office(store: Store, day: date) -> Official | None:
    """Who heads the unit that the office began with: on the day, else whoever did so last; None where nobody ever."""
    from tracker.domain.officials import Standing
    from tracker.store import units

    office = units.office(store)
    heads = [post for post in appointments_in(store, office.id) if post.standing is Standing.HEAD] if office else []
    there = [post for post in heads if post.valid_on(day)] or heads
    return get(store, there[-1].official) if there else None


def appointments(store: Store, official: OfficialId | None = None) -> list[Appointment]:
    """Appointments of one official, or of all, in order of their id."""
    of = table("appointment")
    where, parameters = ("official = ?", (official,)) if official is not None else ("TRUE", ())
    return [
        of.of(row) for row in store.rows(f"{of.select_record} WHERE undone = 0 AND {where} ORDER BY id", parameters)
    ]


def appointments_in(store: Store, unit: UnitId) -> list[Appointment]:
    """Appointments in a unit, in order of their id."""
    of = table("appointment")
    sql = f"{of.select_record} WHERE undone = 0 AND unit = ? ORDER BY id"
    return [of.of(row) for row in store.rows(sql, (unit,))]


def grants(store: Store, official: OfficialId | None = None) -> list[Grant]:
    """Rights in force (granted and not revoked) of one official, or of all."""
    of = table("right_granted")
    where, parameters = ("official = ?", (official,)) if official is not None else ("TRUE", ())
    sql = f"{of.select_record} WHERE undone = 0 AND revoked = 0 AND {where} ORDER BY id"
    return [of.of(row) for row in store.rows(sql, parameters)]


def account(store: Store, official: OfficialId) -> Account | None:
    """The official's account; None where there is none."""
    of = table("account")
    found = store.rows(f"{of.select_record} WHERE undone = 0 AND id = ?", (official,))
    return of.of(found[0]) if found else None


def any_password(store: Store) -> bool:
    """Whether any account has a password: then every command asks for one."""
    return bool(store.rows("SELECT 1 FROM account WHERE undone = 0 AND password_hash IS NOT NULL LIMIT 1"))


def with_password(store: Store) -> frozenset[OfficialId]:
    """The officials whose accounts have a password."""
    return frozenset(
        official for (official,) in store.rows("SELECT id FROM account WHERE undone = 0 AND password_hash IS NOT NULL")
    )


def _where(store: Store, where: str, parameters: tuple[Scalar, ...] = ()) -> list[Official]:
    of = table("official")
    return [
        of.of(row)
        for row in store.rows(f"{of.select_record} WHERE undone = 0 AND {where} ORDER BY name_key, id", parameters)
    ]
