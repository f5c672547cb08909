"""Results of a unit by the units below it, beside those of other periods."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import TODAY, Office, an_actor, an_office, day
from tracker.domain.officials import Standing
from tracker.domain.periods import parse
from tracker.figures.district import District, district
from tracker.figures.quarterly import Quarterly, quarterly
from tracker.reports import identity

Q3 = parse("2026-Q3")


def a_tree(folder: Path) -> Office:
    """An office; VP with a team below it; KT without a head."""
    made = an_office(folder, "UBND", "VP", "KT")
    made.add_unit("TO", "VP", name="Tổ tổng hợp")
    made.add_official("CB01", "UBND", "Lưu Quang Thiệu", standing=Standing.HEAD)
    made.add_official("CB04", "VP", "Vương Đình Khoát", standing=Standing.HEAD)
    made.add_official("CB06", "TO", "Hà Thị Ánh Nguyệt", standing=Standing.HEAD)
    made.add_official("CB12", "KT", "Bùi Khắc Điềm")
    return made


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return a_tree(tmp_path)


def told(office: Office, unit: str = "UBND") -> Quarterly:
    return quarterly(office.store, office.units[unit].id, Q3, TODAY, an_actor(office.officials["CB01"].id))


def side_by_side(office: Office) -> District:
    return district(office.store, office.units["UBND"].id, Q3, TODAY, an_actor(office.officials["CB01"].id))


def test_units_are_rolled_up_with_what_is_below_them(office: Office) -> None:
    for number, owner in enumerate(("CB01", "CB04", "CB06", "CB06", "CB12")):
        office.assign(f"NV{number}", owner, on=day("1/7"), due_on=day("25/9"))
    office.finish("NV3", day("20/9"))
    rows = told(office).units
    assert [(row.unit, row.head, row.own, row.counts.total) for row in rows] == [
        ("Đơn vị UBND", "Lưu Quang Thiệu", True, 1),
        ("Đơn vị VP", "Vương Đình Khoát", False, 3),
        ("Đơn vị KT", "", False, 1),
    ]
    assert (rows[1].counts.done_early, rows[1].counts.doing_overdue) == (1, 2)


def test_the_units_own_people_are_left_out_where_they_had_nothing(office: Office) -> None:
    office.assign("NV1", "CB04", on=day("1/7"), due_on=day("25/9"))
    assert [row.unit for row in told(office).units] == ["Đơn vị VP", "Đơn vị KT"]
    assert [row.unit for row in told(office, "TO").units] == ["Tổ tổng hợp"]


def test_the_quarter_before_and_that_of_last_year_stand_beside(office: Office) -> None:
    office.assign("NV1", "CB04", on=day("1/8/2025"), due_on=day("25/8/2025"))
    office.finish("NV1", day("25/8/2025"))
    office.assign("NV2", "CB04", on=day("1/5"), due_on=day("25/5"))
    (before, earlier), (year, same) = told(office).compared
    assert (str(before), str(year)) == ("2026-Q2", "2025-Q3")
    assert earlier is not None
    assert same is not None
    assert (earlier.total, same.total, same.done_on_time) == (1, 1, 1)


def test_of_a_quarter_without_records_nothing_is_known(office: Office) -> None:
    office.assign("NV2", "CB04", on=day("1/5"), due_on=day("25/5"))
    assert [counts is None for _, counts in told(office).compared] == [False, True]


def test_each_unit_with_a_head_has_a_page(office: Office) -> None:
    office.assign("NV1", "CB06", on=day("1/7"), due_on=day("25/9"))
    office.assign("NV2", "CB12", on=day("1/7"), due_on=day("25/9"))
    found = side_by_side(office)
    assert [head.head.name for head in found.heads] == ["Lưu Quang Thiệu", "Vương Đình Khoát"]
    assert [head.counts.total for head in found.heads] == [2, 1]
    assert found.maker.name == "Lưu Quang Thiệu"


@settings(max_examples=25)
@given(st.lists(st.tuples(st.sampled_from(("CB01", "CB04", "CB06", "CB12")), st.integers(0, 3)), max_size=8))
def test_the_units_add_up_to_the_whole(tmp_path_factory: pytest.TempPathFactory, tasks: list[tuple[str, int]]) -> None:
    office = a_tree(tmp_path_factory.mktemp("office"))
    for number, (owner, fate) in enumerate(tasks):
        name = f"NV{number}"
        office.assign(name, owner, on=day("1/6") if fate == 3 else day("1/7"), due_on=day("25/9"))
        if fate == 1:
            office.hand_over(name, "CB04" if owner != "CB04" else "CB12", on=day("3/8"))
        if fate == 2:
            office.finish(name, day("28/9"))
    for found in (told(office), side_by_side(office)):
        identity.require_units(found.base, found.units)
    assert sum(row.counts.total for row in told(office).units) == len(tasks)
    office.close()
