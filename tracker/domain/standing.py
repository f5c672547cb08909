"""What each official is in the office on a day: head, deputy or member of a unit, and which rights they were given by
name.

Standing comes from the appointment valid on the day, rights hold from their grant to their revocation whatever day is
declared (design.md §2, "Who may"). Pure; imports domain.officials, tasks, text and units.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from tracker.domain.officials import Appointment, Grant, OfficialId, Right, Standing, main_unit_on
from tracker.domain.units import UnitId, UnitKind

OFFICE_KINDS = frozenset({UnitKind.OFFICE, UnitKind.PROVINCIAL_OFFICE})
"""Kinds of unit that are a Văn phòng."""


class Place(NamedTuple):
    """Where a unit stands in the tree, and its kind."""

    parent: UnitId | None
    kind: UnitKind


class Office:
    """The office as rights see it: its tree, and posts and rights of the officials concerned (no others are asked
    for).
    """

    def __init__(
        self,
        root: UnitId | None,
        units: Mapping[UnitId, Place],
        posts: Mapping[OfficialId, Sequence[Appointment]],
        grants: Mapping[OfficialId, Sequence[Grant]],
    ) -> None:
        self.root = root
        """The unit the office began with: its head is the head of the office."""
        self._units = units
        self._posts = posts
        self._grants = grants

    def line(self, unit: UnitId | None) -> list[UnitId]:
        """The unit and those above it, the office last."""
        found: list[UnitId] = []
        while unit is not None and unit not in found:
            found.append(unit)
            unit = self._units[unit].parent
        return found if self.root is None or self.root in found else [*found, self.root]

    def unit_of(self, official: OfficialId, day: date) -> UnitId | None:
        """The unit an official belongs to on a day (main appointment, after its end the last one)."""
        return main_unit_on(self._posts[official], day)

    def posts_on(self, official: OfficialId, day: date) -> list[Appointment]:
        """The posts an official holds on a day."""
        return [post for post in self._posts[official] if post.valid_on(day)]

    def serves(self, official: OfficialId, day: date) -> bool:
        """Whether an official holds any post on a day."""
        return bool(self.posts_on(official, day))

    def stands(self, official: OfficialId, standing: Standing, unit: UnitId | None, day: date) -> bool:
        """Whether an official holds that standing in that very unit on a day."""
        return any(post.standing is standing and post.unit == unit for post in self.posts_on(official, day))

    def heads_line(self, official: OfficialId, unit: UnitId | None, day: date) -> bool:
        """Whether an official heads the unit, or one above it, on a day."""
        return any(self.stands(official, Standing.HEAD, above, day) for above in self.line(unit))

    def is_office_head(self, official: OfficialId | None, day: date) -> bool:
        """Whether an official is the head of the office on a day."""
        return official is not None and self.stands(official, Standing.HEAD, self.root, day)

    def has(self, official: OfficialId, right: Right) -> bool:
        """Whether an official was given a right, for whatever unit."""
        return any(grant.right_name is right for grant in self._grants[official])

    def is_clerk(self, official: OfficialId, unit: UnitId | None) -> bool:
        """Whether an official is a clerk of the unit: granted for it, for one above it, or for the whole office."""
        units = {None, *self.line(unit)}
        return any(grant.right_name is Right.CLERK and grant.unit in units for grant in self._grants[official])

    @property
    def central_units(self) -> list[UnitId]:
        """The office's Văn phòng: of that kind and directly below the office, or the office itself."""
        return [
            unit
            for unit, place in self._units.items()
            if place.kind in OFFICE_KINDS and (unit == self.root or place.parent == self.root)
        ]
