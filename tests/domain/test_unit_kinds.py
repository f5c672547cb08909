"""The kind of a unit, told by its name."""

import pytest

from tracker.domain.unit_kinds import kind_of
from tracker.domain.units import UnitKind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ủy ban nhân dân phường Bạch Liên", UnitKind.WARD),
        ("Uỷ ban nhân dân xã Yên Hòa", UnitKind.COMMUNE),
        ("UBND quận Long Biên", UnitKind.DISTRICT),
        ("Văn phòng", UnitKind.OFFICE),
        ("Văn phòng HĐND và UBND", UnitKind.OFFICE),
        ("Văn phòng Ủy ban nhân dân tỉnh", UnitKind.PROVINCIAL_OFFICE),
        ("Phòng Kinh tế, Hạ tầng và Đô thị", UnitKind.DIVISION),
        ("Trung tâm Phục vụ hành chính công", UnitKind.SERVICE_CENTRE),
        ("Trường Tiểu học Bạch Liên", UnitKind.PUBLIC_SERVICE_UNIT),
        ("Sở Nội vụ", UnitKind.DEPARTMENT),
        ("Tổ dân phố số 5", UnitKind.NEIGHBOURHOOD),
        ("Đặc khu Phú Quốc", UnitKind.SPECIAL_ZONE),
        ("Thị trấn Cổ", UnitKind.TOWNSHIP),
        ("Xã", UnitKind.COMMUNE),
        ("Phòngx", UnitKind.OTHER),
        ("Công đoàn", UnitKind.OTHER),
    ],
)
def test_kinds(name: str, kind: UnitKind) -> None:
    assert kind_of(name) is kind
