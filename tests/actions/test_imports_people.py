"""Whom a cell of a book means."""

from __future__ import annotations

import pytest

from tests.builders import a_unit, an_appointment, an_official
from tracker.actions.imports.people import People
from tracker.domain.officials import OfficialId
from tracker.domain.units import UnitId

VP = a_unit("VP", id=UnitId(2), name="Văn phòng HĐND và UBND")
VHXH = a_unit("VHXH", id=UnitId(4), name="Phòng Văn hóa - Xã hội")
PEOPLE = [
    an_official("CB02", "Tạ Thị Minh Khuê", id=OfficialId(2)),
    an_official("CB06", "Hà Thị Ánh Nguyệt", id=OfficialId(6)),
    an_official("CB08", "Mai Thị Thùy Ân", id=OfficialId(8)),
    an_official("CB15", "Thân Đức Anh", id=OfficialId(15)),
    an_official("CB20", "Võ Thị Hoài Ân", id=OfficialId(20)),
    an_official("CB31", "Nguyễn Văn Minh", id=OfficialId(31)),
    an_official("CB32", "Nguyễn Văn Minh", id=OfficialId(32)),
    an_official("CB33", "Nguyễn Văn Mình", id=OfficialId(33)),
]
POSTS = [
    an_appointment(OfficialId(2), UnitId(1), title="Phó Chủ tịch UBND phường"),
    an_appointment(OfficialId(31), VP.id, title="Chuyên viên"),
    an_appointment(OfficialId(32), VHXH.id, title="Chuyên viên"),
]
people = People(PEOPLE, POSTS, [VP, VHXH])


@pytest.mark.parametrize(
    ("text", "official"),
    [
        ("CB06", 6),
        ("cb06", 6),
        ("Hà Thị Ánh Nguyệt", 6),
        ("HÀ THỊ ÁNH NGUYỆT", 6),
        ("Ha Thi Anh Nguyet", 6),
        ("CB06 - Hà Thị Ánh Nguyệt", 6),
        ("Hà Thị Ánh Nguyệt (CB06)", 6),
        ("CB06: Hà Thị Ánh Nguyệt", 6),
        ("Phó Chủ tịch Tạ Thị Minh Khuê", 2),
        ("Nguyễn Văn Mình", 33),
    ],
)
def test_a_person_is_found_by_code_by_full_name_or_by_both(text: str, official: int) -> None:
    assert people.find(text).official == official


@pytest.mark.parametrize(
    ("text", "code", "named"),
    [
        ("CB99", "import.person_unknown", {"value": "CB99"}),
        ("Nguyễn Thị Không Có", "import.person_unknown", {"value": "Nguyễn Thị Không Có"}),
        ("Nguyễn Văn Minh", "import.person_ambiguous", {"people": "CB31 Nguyễn Văn Minh, CB32 Nguyễn Văn Minh"}),
        ("Ân", "import.person_ambiguous", {"people": "CB08 Mai Thị Thùy Ân, CB20 Võ Thị Hoài Ân"}),
        (
            "an",
            "import.person_ambiguous",
            {"people": "CB08 Mai Thị Thùy Ân, CB20 Võ Thị Hoài Ân"},
        ),
        ("Nguyệt", "import.only_given_name", {"person": "CB06 Hà Thị Ánh Nguyệt"}),
        ("Anh", "import.only_given_name", {"person": "CB15 Thân Đức Anh"}),
        ("CB06 Mai Thị Thùy Ân", "import.code_and_name", {"person": "CB06 Hà Thị Ánh Nguyệt"}),
        ("VP", "import.person_is_unit", {"value": "VP"}),
        ("Phòng Văn hóa - Xã hội", "import.person_is_unit", {}),
        ("văn phòng hđnd và ubnd", "import.person_is_unit", {}),
        ("các phòng", "import.person_is_unit", {}),
        ("UBND thành phố", "import.person_is_unit", {}),
        ("Trưởng phòng Mai Thị Thùy Ân", "import.person_unknown", {}),
    ],
)
def test_whoever_is_not_one_named_person_is_told_why(text: str, code: str, named: dict[str, str]) -> None:
    match = people.find(text)
    assert (match.official, match.code) == (None, code)
    assert match.parameters.items() >= named.items()


def test_the_unit_beside_a_name_tells_two_of_one_name_apart() -> None:
    assert people.find("Nguyễn Văn Minh", VP.id).official == 31
    assert people.find("Nguyễn Văn Minh", VHXH.id).official == 32
    assert people.find("Nguyễn Văn Mình", VHXH.id).official == 33, "the name as written comes before the unit"


def test_a_title_that_one_person_bears_names_that_person() -> None:
    assert people.titled("phó chủ tịch UBND phường") == 2
    assert people.titled("Chuyên viên") is None
    assert people.titled("Chủ tịch") is None
