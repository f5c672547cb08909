"""The kind of a unit as its name tells it: "Văn phòng HĐND và UBND" is a Văn phòng. Pure; imports domain.text and
units.
"""

from __future__ import annotations

from tracker.domain.text import fold
from tracker.domain.units import UnitKind

_BEGINNINGS = (
    ("van phong uy ban nhan dan tinh", UnitKind.PROVINCIAL_OFFICE),
    ("van phong ubnd tinh", UnitKind.PROVINCIAL_OFFICE),
    ("van phong uy ban nhan dan thanh pho", UnitKind.PROVINCIAL_OFFICE),
    ("van phong ubnd thanh pho", UnitKind.PROVINCIAL_OFFICE),
    ("van phong", UnitKind.OFFICE),
    ("trung tam phuc vu hanh chinh cong", UnitKind.SERVICE_CENTRE),
    ("trung tam hanh chinh cong", UnitKind.SERVICE_CENTRE),
    ("trung tam", UnitKind.PUBLIC_SERVICE_UNIT),
    ("truong", UnitKind.PUBLIC_SERVICE_UNIT),
    ("tram", UnitKind.PUBLIC_SERVICE_UNIT),
    ("to dan pho", UnitKind.NEIGHBOURHOOD),
    ("khu pho", UnitKind.NEIGHBOURHOOD),
    ("thon", UnitKind.NEIGHBOURHOOD),
    ("ap", UnitKind.NEIGHBOURHOOD),
    ("phong", UnitKind.DIVISION),
    ("ban", UnitKind.DIVISION),
    ("so", UnitKind.DEPARTMENT),
    ("phuong", UnitKind.WARD),
    ("xa", UnitKind.COMMUNE),
    ("dac khu", UnitKind.SPECIAL_ZONE),
    ("thi tran", UnitKind.TOWNSHIP),
    ("quan", UnitKind.DISTRICT),
    ("huyen", UnitKind.DISTRICT),
    ("thi xa", UnitKind.DISTRICT),
    ("tinh", UnitKind.PROVINCE),
    ("thanh pho", UnitKind.PROVINCE),
)
_COMMITTEES = ("uy ban nhan dan ", "ubnd ", "hoi dong nhan dan ", "hdnd ")


def kind_of(name: str) -> UnitKind:
    """The kind a name begins with; OTHER where it tells none. "Uỷ ban" is read like "Ủy ban"; phường and phòng are
    told apart by fold.
    """
    folded = fold(name)
    for committee in _COMMITTEES:
        folded = folded.removeprefix(committee)
    for beginning, kind in _BEGINNINGS:
        if folded == beginning or folded.startswith(f"{beginning} "):
            return kind
    return UnitKind.OTHER
