"""What is on a sheet beside its content: letterhead, signature, recipients, foot (NĐ 30/2020, ô 1-9; domain.md §3)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.domain.errors import Refused
from tracker.domain.officials import Standing
from tracker.domain.units import UnitKind
from tracker.figures.types import Foot, Letterhead, Paper, Signature
from tracker.store import journal, settings

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.kept import PaperForm
    from tracker.domain.officials import Actor, OfficialId
    from tracker.domain.units import Unit, UnitId
    from tracker.figures.people import People
    from tracker.store import Store

COMMITTEES = frozenset(
    {
        UnitKind.PROVINCE,
        UnitKind.DISTRICT,
        UnitKind.COMMUNE,
        UnitKind.WARD,
        UnitKind.SPECIAL_ZONE,
        UnitKind.TOWNSHIP,
    }
)
"""Kinds of unit that a people's committee leads: it signs as a body (TM.)."""
REPORT, LETTER = "BC", ""
"""Type letters of a sheet's symbol; a công văn has none (NĐ 30/2020)."""


def paper(
    foot: Foot,
    people: People,
    unit: Unit,
    day: date,
    *,
    form: PaperForm,
    symbol: str = REPORT,
    signer: OfficialId | None = None,
) -> Paper:
    """The sheet of a unit as a draft: number and day stay blank; `form`: how the unit wants this kind of paper.

    Raises Refused "figures.no_head".
    """
    signed = signature(people, unit, day, signer if signer is not None else form.signer)
    if form.signing is not None and signer in (None, form.signer):
        signed = replace(signed, lines=_lines(form.signing))
    return Paper(
        letterhead=_formed(letterhead(people, unit, symbol), form),
        signature=signed,
        recipients=_lines(form.recipients) if form.recipients else recipients(people, unit),
        foot=foot,
        unit=unit.code,
    )


def letterhead(people: People, unit: Unit, symbol: str) -> Letterhead:
    """The unit under the body above it: as the unit has it, else the unit it belongs to."""
    above = people.units.get(unit.parent) if unit.parent is not None else None
    superior = unit.superior or (above and (above.issuing_name or above.name)) or ""
    return Letterhead(
        superior=_lines(superior),
        issuer=_lines(unit.issuing_name or unit.name),
        place=_place(people, unit),
        symbol="-".join(part for part in (symbol, unit.symbol or unit.code) if part),
    )


def _formed(given: Letterhead, form: PaperForm) -> Letterhead:
    """The letterhead with what the unit wants otherwise for this kind of paper."""
    return replace(
        given,
        superior=_lines(form.superior) if form.superior else given.superior,
        issuer=_lines(form.issuer) if form.issuer else given.issuer,
        symbol=form.symbol or given.symbol,
    )


def signature(people: People, unit: Unit, day: date, signer: OfficialId | None = None) -> Signature:
    """The block of who signs: the head, a deputy for the head (KT.), anybody else by the head's order (TL.)."""
    head = people.head(unit.id, day)
    who = signer if signer is not None else head
    if who is None:
        raise Refused("figures.no_head", field="signer", name=unit.name, day=day)
    own = people.post(who, day, unit.id) or people.post(who, day)
    title = _spoken(own.title if own else "")
    head_title = _spoken(people.person(head, day, unit.id).title) if head is not None else title.removeprefix("PHÓ ")
    standing = own.standing if own else None
    is_head = who == head or (head is None and standing is Standing.HEAD)
    return Signature(_signing_lines(unit, is_head, standing, title, head_title), people.name(who))


def recipients(people: People, unit: Unit) -> tuple[str, ...]:
    """Nơi nhận: the body above, those who work by the report, and the archive."""
    above = people.units.get(unit.parent) if unit.parent is not None else None
    superior = above.name if above else unit.superior
    own = unit.short_name or unit.name
    return (*((f"{superior} (để báo cáo)",) if superior else ()), f"Lãnh đạo {own}", "Lưu: VT")


def foot(store: Store, people: People, actor: Actor) -> Foot:
    """Which data the paper shows, and who printed it."""
    number, digest = journal.head(store)
    sample = bool(settings.value(store, "sample"))
    return Foot(actor.today, people.name(actor.official), number, digest, sample)


def head_of(people: People, unit: Unit, day: date, signer: OfficialId | None) -> OfficialId:
    """The head whose report it is; who signs, where the post is vacant. Raises Refused "figures.no_head"."""
    found = people.head(unit.id, day)
    if found is None and signer is None:
        raise Refused("figures.no_head", field="signer", name=unit.name, day=day)
    return found if found is not None else signer  # type: ignore[return-value]


def _signing_lines(
    unit: Unit, is_head: bool, standing: Standing | None, title: str, head_title: str
) -> tuple[str, ...]:
    body = ("TM. ỦY BAN NHÂN DÂN",) if unit.kind in COMMITTEES else ()
    if is_head:
        return (*body, title)
    if standing is Standing.DEPUTY:
        return (*body, f"KT. {head_title}", title)
    return (f"TL. {head_title}", title)


def _spoken(title: str) -> str:
    """The title as it is signed: "Chủ tịch UBND phường" signs as CHỦ TỊCH."""
    upper = title.upper()
    ends = [at for mark in (" UBND", " ỦY BAN NHÂN DÂN", " UỶ BAN NHÂN DÂN") if (at := upper.find(mark)) > 0]
    return upper[: min(ends)] if ends else upper


def _lines(name: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in name.splitlines() if line.strip())


def _place(people: People, unit: Unit) -> str:
    """The địa danh of the unit or of the nearest one above it that has one."""
    seen: set[UnitId] = set()
    at: Unit | None = unit
    while at is not None and at.id not in seen:
        if at.place:
            return at.place
        seen.add(at.id)
        at = people.units.get(at.parent) if at.parent is not None else None
    return ""
