"""A list of the screen as a sheet: the office's letterhead above it, the journal's state at its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.errors import Refused
from tracker.figures import paper, types
from tracker.figures.people import People
from tracker.store import units

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.domain.officials import Actor
    from tracker.domain.units import UnitId
    from tracker.store import Store


def listed(
    store: Store,
    unit: UnitId | None,
    actor: Actor,
    title: str,
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    note: str = "",
) -> types.Listed:
    """The rows as they are, under the letterhead of a unit (None: of the office). Raises Refused "unit.unknown"."""
    with store.reading():
        people = People(store)
        found = units.get(store, unit) if unit is not None else units.office(store)
        if found is None:
            raise Refused("unit.unknown", field="unit", code="–")
        return types.Listed(
            paper.letterhead(people, found, paper.REPORT),
            paper.foot(store, people, actor),
            title,
            note,
            tuple(headings),
            tuple(tuple(row) for row in rows),
        )
