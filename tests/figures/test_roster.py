"""The list of people: who stands in it, what lies on each desk, and the figures in one pass as one by one."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tests.builders import TODAY, Office, day
from tracker.domain.officials import Standing
from tracker.domain.periods import parse
from tracker.domain.tasks import TaskState
from tracker.figures import counts
from tracker.figures.roster import Member, roster
from tracker.store import listing
from tracker.store.folder import create_folder

Q3 = parse("2026-Q3")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = Office(create_folder(tmp_path))
    made.add_unit("UBND")
    made.add_unit("VP", "UBND", short_name="Văn phòng")
    made.add_unit("VHXH", "UBND")
    made.add_official("CB01", "UBND", "Lưu Quang Thiệu", standing=Standing.HEAD)
    made.add_official("CB04", "VP", "Vương Đình Khoát", standing=Standing.HEAD)
    made.add_official("CB06", "VP", "Hà Thị Ánh Nguyệt")
    made.add_official("CB18", "VHXH", "Đặng Thị Nhàn")
    return made


def members(office: Office, unit: str | None = None) -> dict[str, Member]:
    found = roster(office.store, office.units[unit].id if unit else None, Q3, TODAY)
    return {each.official.code: each for each in found}


def test_people_stand_in_vietnamese_order_with_their_units(office: Office) -> None:
    assert list(members(office)) == ["CB04", "CB06", "CB18", "CB01"]
    assert list(members(office, "VP")) == ["CB04", "CB06"]
    assert members(office)["CB06"].unit_name == "Văn phòng"


def test_a_desk_weighs_coefficient_times_quantity(office: Office) -> None:
    office.assign("NV1", "CB06", day("1/9"), day("25/9"), coefficient=Decimal("1.5"), quantity=2)
    office.assign("NV2", "CB06", day("1/9"), day("25/10"), coefficient=Decimal(8))
    office.assign("NV3", "CB06", day("1/9"), day("25/10"))
    office.finish("NV3", day("20/9"))
    office.assign("NV4", "CB06", day("1/9"), day("20/9"))
    office.pause("NV4", day("10/9"))
    load = members(office)["CB06"].load
    assert (load.open, load.overdue) == (3, 1), "what is done lies there no more, what is paused does"
    assert (load.weight, load.weight_overdue) == (Decimal("12.0"), Decimal("3.0"))
    assert members(office)["CB04"].load.open == 0


def test_who_left_is_told_from_who_serves_and_who_is_not_appointed_yet(office: Office) -> None:
    office.add_official("CB30", None, "Cao Bá Hiển")
    office.add_official("CB31", "VP", "Cao Bá Quát", ends_on=day("29/9"))
    office.add_official("CB32", "VP", "Cao Bá Nhạ", starts_on=day("15/10"))
    found = members(office)
    assert {code for code, each in found.items() if each.left} == {"CB31"}
    assert found["CB30"].unit is None
    assert (found["CB31"].unit_name, found["CB31"].title) == ("Văn phòng", "Chuyên viên")


def _life(office: Office) -> None:
    """Tasks that go from hand to hand, and an official who changes unit with open tasks."""
    office.assign("NV1", "CB06", day("1/6"), day("25/6"))
    office.assign("NV2", "CB06", day("1/7"), day("25/7"))
    office.finish("NV2", day("20/7"))
    office.hand_over("NV1", "CB18", day("5/8"))
    office.assign("NV3", "CB18", day("1/8"), day("25/8"))
    office.appoint("CB18", "VP", starts_on=day("15/8"))
    office.hand_over("NV3", "CB06", day("1/9"))
    office.submit("NV1", day("10/9"))
    office.assign("NV4", "CB01", day("1/8"))
    office.recall("NV4", day("2/8"))


def test_the_figures_of_all_in_one_pass_are_those_of_each(office: Office) -> None:
    _life(office)
    everybody = counts.of_officials(office.store, Q3, TODAY)
    for official in office.officials.values():
        alone = counts.of_official(office.store, official.id, Q3, TODAY)
        assert everybody.get(official.id, counts.as_counts(counts.Counter())) == alone
    whole = counts.of_units(office.store, Q3, TODAY)
    for unit in office.units.values():
        assert whole[unit.id] == counts.of_unit(office.store, unit.id, Q3, TODAY)
    assert members(office)["CB18"].counts == everybody[office.officials["CB18"].id]
    assert everybody[office.officials["CB18"].id].handed_over == 1


def test_a_unit_that_ended_counts_no_longer_above(office: Office) -> None:
    _life(office)
    ended = replace(office.units["VP"], valid_to=day("31/8"))
    with office.store.change(office.actor, "unit.edit") as change:
        change.save(ended)
    whole = counts.of_units(office.store, Q3, TODAY)
    for unit in office.units.values():
        assert whole[unit.id] == counts.of_unit(office.store, unit.id, Q3, TODAY)


def test_overdue_on_a_desk_is_overdue_in_the_list(office: Office) -> None:
    _life(office)
    office.assign("NV9", "CB04", day("1/8"), day("29/9"), state=TaskState.DOING)
    for code, each in members(office).items():
        wanted = listing.Wanted(classes=("overdue",), owner=office.officials[code].id)
        assert each.load.overdue == listing.count(office.store, wanted, TODAY)
