"""Officials with dated appointments, the rights given by name, and who acts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from tracker.domain.units import UnitId

OfficialId = NewType("OfficialId", int)
AppointmentId = NewType("AppointmentId", int)
GrantId = NewType("GrantId", int)


class Standing(StrEnum):
    """What an appointment makes of an official in a unit."""

    HEAD = "head"
    DEPUTY = "deputy"
    MEMBER = "member"


class Employment(StrEnum):
    """Kind of employment: elected officer, civil servant, public employee, contract worker."""

    ELECTED = "elected"
    CIVIL_SERVANT = "civil_servant"
    PUBLIC_EMPLOYEE = "public_employee"
    CONTRACT = "contract"


class Right(StrEnum):
    """Rights granted by name by the head of the office; none of them decides anything (design.md §2)."""

    CLERK = "clerk"
    INSPECTOR = "inspector"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, kw_only=True)
class Official:
    """One named person. The code is the key; names may repeat."""

    id: OfficialId
    code: str
    name: str
    family_name: str
    """Họ và tên đệm, as the user may move the split."""
    given_name: str
    undone: bool = False
    version: int = 0


@dataclass(frozen=True, kw_only=True)
class Appointment:
    """A post in a unit. `starts_on` None holds from always; `ends_on` is the last day, None until further notice."""

    id: AppointmentId
    official: OfficialId
    unit: UnitId
    title: str
    standing: Standing = Standing.MEMBER
    leader: bool = False
    """Lãnh đạo, quản lý: decides which formula of evaluation applies."""
    employment: Employment = Employment.CIVIL_SERVANT
    field: str | None = None
    """The field a deputy is in charge of; None where fields are not set."""
    main: bool = True
    starts_on: date | None = None
    ends_on: date | None = None
    decision_number: str | None = None
    decision_on: date | None = None
    undone: bool = False
    version: int = 0

    def valid_on(self, day: date) -> bool:
        """Whether the post is held on that day."""
        return (self.starts_on is None or self.starts_on <= day) and (self.ends_on is None or day <= self.ends_on)


@dataclass(frozen=True, kw_only=True)
class Grant:
    """A right given by name. It holds from the journal entry that grants it to the one that revokes it."""

    id: GrantId
    official: OfficialId
    right_name: Right
    unit: UnitId | None = None
    """The unit (with those below) for which a clerk records; None for the whole office."""
    revoked: bool = False
    undone: bool = False
    version: int = 0


@dataclass(frozen=True, kw_only=True)
class Account:
    """An official's password, as an argon2 hash. It guards the dialog, not the file (reliability: whoever holds the
    file may write it)."""

    id: OfficialId
    password_hash: str | None
    undone: bool = False
    version: int = 0


@dataclass(frozen=True)
class Actor:
    """Who acts, for which day, at which machine. Passed to every action; nothing below reads a clock."""

    official: OfficialId
    today: date
    """The day the rules see and that is recorded as the day of what happened."""
    clock: Callable[[], datetime]
    """The machine's clock in UTC: the recording time, whatever day is declared."""
    account: str
    """The Windows account."""
    machine: str


def main_unit_on(appointments: Iterable[Appointment], day: date) -> UnitId | None:
    """The unit an official belongs to on a day: that of the main appointment, after its end the last one.

    Before the first appointment it is the first one's unit, so that older tasks of a new book have a place (design.md
    §2, Who may).
    None without any appointment.
    """
    chain = sorted((a for a in appointments if a.main and not a.undone), key=lambda a: (a.starts_on or date.min, a.id))
    if not chain:
        return None
    begun = [a for a in chain if a.starts_on is None or a.starts_on <= day]
    return (begun[-1] if begun else chain[0]).unit
