"""The tree of units on a day: who heads what, how many people, which figures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import TODAY, Office, day
from tracker.domain.officials import Standing
from tracker.domain.periods import parse
from tracker.figures.tree import tree
from tracker.store.folder import create_folder

Q3 = parse("2026-Q3")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = Office(create_folder(tmp_path))
    made.add_unit("UBND", valid_from=day("1/7/2025"))
    made.add_unit("VP", "UBND", valid_from=day("1/7/2025"))
    made.add_unit("TO", "VP", valid_from=day("1/9"))
    made.add_unit("VHXH", "UBND", valid_from=day("1/7/2025"))
    made.add_unit("QUAN", valid_to=day("30/6/2025"))
    made.add_official("CB01", "UBND", "Lưu Quang Thiệu", standing=Standing.HEAD)
    made.add_official("CB04", "VP", "Vương Đình Khoát", standing=Standing.HEAD, ends_on=day("31/8"))
    made.add_official("CB05", "VP", "Ngô Thị Bích Đào", standing=Standing.DEPUTY)
    made.add_official("CB06", "TO", "Hà Thị Ánh Nguyệt")
    return made


def test_the_tree_of_a_day(office: Office) -> None:
    found = tree(office.store, TODAY, Q3, TODAY)
    assert [(each.unit.code, each.depth, each.people) for each in found] == [
        ("UBND", 0, 3),
        ("VP", 1, 2),
        ("TO", 2, 1),
        ("VHXH", 1, 0),
    ]
    assert [each.head and each.head.code for each in found] == ["CB01", None, None, None]
    assert [each.code for each in found[1].deputies] == ["CB05"]


def test_another_day_has_another_tree(office: Office) -> None:
    found = tree(office.store, day("20/8"), Q3, TODAY)
    assert [each.unit.code for each in found] == ["UBND", "VP", "VHXH"]
    assert found[1].head is not None
    assert found[1].head.code == "CB04"
    assert [each.unit.code for each in tree(office.store, day("1/1/2025"), Q3, TODAY)] == ["QUAN"]


def test_the_figures_are_those_of_the_report_whatever_day_the_tree_is_of(office: Office) -> None:
    office.assign("NV1", "CB06", day("5/9"), day("20/9"))
    office.assign("NV2", "CB01", day("5/9"), day("20/9"))
    for on in (TODAY, day("20/8")):
        found = {each.unit.code: each.counts for each in tree(office.store, on, Q3, TODAY)}
        assert (found["UBND"].total, found["VP"].total, found["VHXH"].total) == (2, 1, 0)


def test_a_unit_whose_superior_is_gone_stands_at_the_top(office: Office) -> None:
    with office.store.change(office.actor, "unit.edit") as change:
        change.save(replace(office.units["VP"], valid_to=day("1/9")))
    found = tree(office.store, TODAY, Q3, TODAY)
    assert [(each.unit.code, each.depth) for each in found] == [("UBND", 0), ("VHXH", 1), ("TO", 0)]
