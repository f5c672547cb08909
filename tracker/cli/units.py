"""`unit list`: the tree of units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.cli.options import Command, Given, Option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.cli.session import Session
    from tracker.domain.officials import Official
    from tracker.domain.units import Unit, UnitId


def list_(session: Session, given: Given) -> None:
    """Print the units, each under the one above it."""
    from tracker.cli import tables
    from tracker.store import units

    every = units.every(session.store)
    heads = _heads(session)
    if given.json:
        codes = {unit.id: unit.code for unit in every}
        tables.show_json([_json(unit, codes, heads.get(unit.id)) for unit, _ in _tree(every)])
        return
    headings = [session.text(heading) for heading in ("Code", "Unit", "Kind", "Head", "From", "To")]
    rows = [
        (
            unit.code,
            "  " * depth + unit.name,
            session.term(unit.kind),
            _head_name(session, unit, heads.get(unit.id)),
            session.day(unit.valid_from),
            session.day(unit.valid_to),
        )
        for unit, depth in _tree(every)
    ]
    tables.show(headings, rows, give=1)


def _tree(every: list[Unit]) -> Iterator[tuple[Unit, int]]:
    """The units with their depth, each behind the one above it."""
    below: dict[UnitId | None, list[Unit]] = {}
    for unit in every:
        below.setdefault(unit.parent, []).append(unit)

    def walk(parent: UnitId | None, depth: int) -> Iterator[tuple[Unit, int]]:
        for unit in below.pop(parent, []):
            yield unit, depth
            yield from walk(unit.id, depth + 1)

    yield from walk(None, 0)


def _heads(session: Session) -> dict[UnitId, Official]:
    """Who heads each unit today."""
    from tracker.domain.officials import Standing
    from tracker.store import officials

    people = {official.id: official for official in officials.every(session.store)}
    return {
        post.unit: people[post.official]
        for post in officials.appointments(session.store)
        if post.standing is Standing.HEAD and post.valid_on(session.today)
    }


def _head_name(session: Session, unit: Unit, head: Official | None) -> str:
    if head:
        return f"{head.name} ({head.code})"
    return session.text("{head} (awaited)", head=unit.awaited_head) if unit.awaited_head else ""


def _json(unit: Unit, codes: dict[UnitId, str], head: Official | None) -> dict[str, object]:
    return {
        "code": unit.code,
        "name": unit.name,
        "parent": codes.get(unit.parent) if unit.parent is not None else None,
        "kind": unit.kind.value,
        "head": head.code if head else None,
        "head_name": head.name if head else None,
        "awaited_head": unit.awaited_head,
        "superior": unit.superior,
        "place": unit.place,
        "valid_from": unit.valid_from.isoformat() if unit.valid_from else None,
        "valid_to": unit.valid_to.isoformat() if unit.valid_to else None,
    }


COMMANDS = (
    Command(
        "unit list",
        "The units of the office, each under the one above it",
        list_,
        Option("--json", "As JSON", flag=True),
    ),
)
