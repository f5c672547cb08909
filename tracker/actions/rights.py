"""Rights given by name, and taken back (design.md §2, "Who may"): clerk, inspector, administrator. Imports domain and
store.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Unpack

from tracker.actions.acting import Said, acting
from tracker.domain import rights
from tracker.domain.errors import Refused
from tracker.domain.officials import Grant, Right
from tracker.store import officials, units

if TYPE_CHECKING:
    from tracker.domain.officials import Actor, OfficialId
    from tracker.domain.units import UnitId
    from tracker.store import Changes, Store


def grant(
    store: Store, actor: Actor, official: OfficialId, right: Right, unit: UnitId | None = None, **said: Unpack[Said]
) -> Changes:
    """Give an official a right: as a clerk for a unit and those below it (None: the whole office), else for the
    office.
    """
    with acting(store, actor, "right.grant", said) as act:
        rights.keep_settings(act.office(), act.who, act.on)
        code = act.official(official).code
        if unit is not None and right is not Right.CLERK:
            raise Refused("right.for_office", field="unit", right=right)
        if unit is not None:
            units.get(store, unit)
        if _held(store, official, right, unit) is not None:
            raise Refused("right.held", field="right", code=code, right=right)
        act.save(Grant(id=act.new_id(Grant), official=official, right_name=right, unit=unit))
    return act.done


def revoke(
    store: Store, actor: Actor, official: OfficialId, right: Right, unit: UnitId | None = None, **said: Unpack[Said]
) -> Changes:
    """Take a right back: for the unit it was given for, or, where none is named, for every unit."""
    with acting(store, actor, "right.revoke", said) as act:
        rights.keep_settings(act.office(), act.who, act.on)
        code = act.official(official).code
        held = [each for each in officials.grants(store, official) if each.right_name is right]
        found = [each for each in held if unit is None or each.unit == unit]
        if not found:
            raise Refused("right.not_held", field="right", code=code, right=right)
        for each in found:
            act.save(replace(each, revoked=True))
    return act.done


def _held(store: Store, official: OfficialId, right: Right, unit: UnitId | None) -> Grant | None:
    return next((g for g in officials.grants(store, official) if g.right_name is right and g.unit == unit), None)
