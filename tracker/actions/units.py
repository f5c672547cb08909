"""Units: adding one, changing or ending it. The head of the office, an administrator, or a clerk of the office.
Imports domain and store.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypedDict, Unpack

from tracker.actions.acting import Act, Said, acting
from tracker.domain import rights
from tracker.domain.errors import Refused
from tracker.domain.fields import Field, line, lines, needed
from tracker.domain.kept import PaperForm
from tracker.domain.unit_kinds import kind_of
from tracker.domain.units import Unit, UnitId, UnitKind
from tracker.store import paper_forms, records, units

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.officials import Actor, OfficialId
    from tracker.store import Changes, Store


class PaperFields(TypedDict, total=False):
    """What may be said of the papers of a unit and kind: what is absent or None follows from letterhead and rules."""

    signer: OfficialId | None
    signing: str | None
    recipients: str | None
    superior: str | None
    issuer: str | None
    symbol: str | None


class UnitFields(TypedDict, total=False):
    """What may be said of a unit: a field that is absent stays as it is, None empties it."""

    code: str
    name: str
    short_name: str | None
    kind: UnitKind
    """Absent in a new unit: told by the name."""
    parent: UnitId | None
    """Absent in a new unit: the office."""
    superior: str | None
    symbol: str | None
    issuing_name: str | None
    place: str | None
    awaited_head: str | None
    valid_from: date | None
    valid_to: date | None
    successor: UnitId | None


def form_papers(
    store: Store, actor: Actor, unit: UnitId, report: str, fields: PaperFields, **said: Unpack[Said]
) -> Changes:
    """Head and foot of the papers of a unit and kind ("" for all kinds); all of it is said anew.

    Raises Refused "rights.people", "text.too_long".
    """
    with acting(store, actor, "paper.form", said) as act:
        rights.keep_people(act.office(), act.who, act.on)
        before = paper_forms.stored(store, unit).get(report)
        blank = PaperForm(id=act.new_id(PaperForm), unit=unit, report=report) if before is None else before
        act.save(
            replace(
                blank,
                signer=fields.get("signer"),
                signing=lines(fields.get("signing"), Field.POST),
                recipients=lines(fields.get("recipients"), Field.NOTE),
                superior=lines(fields.get("superior"), Field.SUPERIOR),
                issuer=lines(fields.get("issuer"), Field.NAME),
                symbol=line(fields.get("symbol"), Field.CODE),
                undone=False,
            )
        )
    return act.done


def add_unit(store: Store, actor: Actor, code: str, name: str, fields: UnitFields, **said: Unpack[Said]) -> Changes:
    """Add a unit, below the office where no parent is named. Raises Refused "unit.exists", "unit.circle",
    "unit.ends_before_begin".
    """
    with acting(store, actor, "unit.add", said) as act:
        rights.keep_people(act.office(), act.who, act.on)
        office = units.office(store)
        called = needed(line(name, Field.NAME), Field.NAME)
        told: UnitFields = {"parent": office.id if office else None, "kind": kind_of(called), **fields}
        told |= {"code": code, "name": called}
        old = records.bearer(store, Unit, needed(line(code, Field.CODE), Field.CODE))
        if old is not None and not old.undone:
            raise Refused("unit.exists", field="code", code=old.code)
        blank = Unit(id=act.new_id(Unit) if old is None else old.id, code="", name="")
        act.save(_checked(act, replace(blank, version=old.version if old else 0, **told)))
    return act.done


def edit_unit(
    store: Store, actor: Actor, unit: UnitId, fields: UnitFields, *, version: int | None = None, **said: Unpack[Said]
) -> Changes:
    """Change fields of a unit; `valid_to` ends it. Raises Refused as `add_unit`, and "unit.changed_meanwhile" for an
    old `version`.
    """
    with acting(store, actor, "unit.edit", said) as act:
        rights.keep_people(act.office(), act.who, act.on)
        before = units.get(store, unit)
        if version is not None and before.version != version:
            raise Refused("unit.changed_meanwhile", code=before.code)
        after = _checked(act, replace(before, **fields))
        other = records.bearer(store, Unit, after.code)
        if other is not None and other.id != unit:
            raise Refused("unit.exists", field="code", code=after.code)
        act.save(after)
    return act.done


def _checked(act: Act, unit: Unit) -> Unit:
    """The unit with its texts cleaned, its days in order, and not below itself."""
    if unit.valid_from is not None and unit.valid_to is not None and unit.valid_to < unit.valid_from:
        raise Refused(
            "unit.ends_before_begin", field="valid_to", code=unit.code, first=unit.valid_from, last=unit.valid_to
        )
    if unit.successor is not None:
        units.get(act.store, unit.successor)
    _no_circle(act.store, unit)
    return replace(
        unit,
        code=needed(line(unit.code, Field.CODE), Field.CODE),
        name=needed(line(unit.name, Field.NAME), Field.NAME),
        short_name=line(unit.short_name, Field.NAME),
        superior=lines(unit.superior, Field.SUPERIOR),
        symbol=line(unit.symbol, Field.CODE),
        issuing_name=lines(unit.issuing_name, Field.NAME),
        place=line(unit.place, Field.NAME),
        awaited_head=line(unit.awaited_head, Field.NAME),
    )


def _no_circle(store: Store, unit: Unit) -> None:
    above = unit.parent
    while above is not None:
        if above == unit.id:
            raise Refused("unit.circle", field="parent", code=unit.code)
        above = units.get(store, above).parent
