"""Units of an office: a tree with valid dates, today's kinds and the historic district ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

UnitId = NewType("UnitId", int)


class UnitKind(StrEnum):
    """Kinds of unit (Luật Tổ chức chính quyền địa phương 2025; historic kinds ended on 01/7/2025)."""

    PROVINCE = "province"
    DEPARTMENT = "department"
    PROVINCIAL_OFFICE = "provincial_office"
    DISTRICT = "district"
    COMMUNE = "commune"
    WARD = "ward"
    SPECIAL_ZONE = "special_zone"
    TOWNSHIP = "township"
    OFFICE = "office"
    DIVISION = "division"
    SERVICE_CENTRE = "service_centre"
    PUBLIC_SERVICE_UNIT = "public_service_unit"
    NEIGHBOURHOOD = "neighbourhood"
    OTHER = "other"


HISTORIC_KINDS = frozenset({UnitKind.DISTRICT, UnitKind.TOWNSHIP})


@dataclass(frozen=True, kw_only=True)
class Unit:
    """One unit. `valid_from` None means from always, `valid_to` None means until further notice (last day included)."""

    id: UnitId
    code: str
    name: str
    short_name: str | None = None
    kind: UnitKind = UnitKind.OTHER
    parent: UnitId | None = None
    superior: str | None = None
    """Name of the body above, where it is not a unit of this office: first line of the letterhead."""
    symbol: str | None = None
    """Letters behind the type of a document: `VP` in 12/BC-VP. None: the code."""
    issuing_name: str | None = None
    """Name as it stands in the letterhead, its own line break included. None: the name."""
    place: str | None = None
    """Địa danh before the date. None: that of the unit above."""
    awaited_head: str | None = None
    """Code or name of a head that a list of units gave before the officials' list named the person."""
    valid_from: date | None = None
    valid_to: date | None = None
    successor: UnitId | None = None
    undone: bool = False
    version: int = 0

    def valid_on(self, day: date) -> bool:
        """Whether the unit exists on that day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)
