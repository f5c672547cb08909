"""Finding people by what is typed."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.matching import matching, meant, searched


class Somebody(NamedTuple):
    code: str
    name: str
    folded: str


def somebody(code: str, name: str, post: str = "Chuyên viên", unit: str = "VP") -> Somebody:
    return Somebody(code, name, searched(name, code, post, unit))


PEOPLE = [
    somebody("CB06", "Hà Thị Ánh Nguyệt", "Chuyên viên tổng hợp"),
    somebody("CB15", "Thân Đức Anh", unit="KTHTĐT"),
    somebody("CB21", "Chử Đức Toàn", "Giám đốc", "TTPVHCC"),
    somebody("CB23", "Triệu Ngọc Ánh", unit="TTPVHCC"),
    somebody("CB24", "Lê Văn An"),
    somebody("CB25", "Lê Văn An", unit="VHXH"),
]


def names(found: list[Somebody]) -> list[str]:
    return [each.name for each in found]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("toan", "Chử Đức Toàn"),
        ("duc toan", "Chử Đức Toàn"),
        ("giam doc", "Chử Đức Toàn"),
        ("cb21", "Chử Đức Toàn"),
        ("ttpvhcc giám", "Chử Đức Toàn"),
        ("Ánh", "Triệu Ngọc Ánh"),
        ("anh", "Thân Đức Anh"),
        ("nguyệt", "Hà Thị Ánh Nguyệt"),
    ],
)
def test_the_likeliest_is_first(typed: str, first: str) -> None:
    assert names(matching(PEOPLE, typed))[0] == first


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("toan", ["Chử Đức Toàn"]),
        ("Ánh", ["Triệu Ngọc Ánh"]),
        ("Lê Văn An (CB25)", ["Lê Văn An"]),
        ("le van an cb24", ["Lê Văn An"]),
        ("CB15", ["Thân Đức Anh"]),
        ("không có ai", []),
    ],
)
def test_who_leaves_no_doubt_is_meant(typed: str, who: list[str]) -> None:
    assert names(meant(PEOPLE, typed)) == who


def test_two_of_one_name_are_never_taken_for_one() -> None:
    assert len(meant(PEOPLE, "Lê Văn An")) == 2
    assert [each.code for each in meant(PEOPLE, "Lê Văn An CB25")] == ["CB25"]


def test_without_accents_several_may_be_meant() -> None:
    assert len(meant(PEOPLE, "anh")) == 3


@given(st.sampled_from(PEOPLE))
def test_name_and_code_always_mean_the_person(person: Somebody) -> None:
    assert meant(PEOPLE, f"{person.name} ({person.code})") == [person]
    assert meant(PEOPLE, person.code) == [person]


@given(st.text())
def test_whoever_is_meant_is_among_those_found(typed: str) -> None:
    assert set(meant(PEOPLE, typed)) <= set(matching(PEOPLE, typed))
