"""The list of overdue tasks of a unit: which tasks, in which band, in which order."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import TODAY, Office, an_actor, an_office, day
from tracker.domain.errors import Refused
from tracker.domain.officials import Standing
from tracker.domain.periods import parse
from tracker.figures.overdue import Overdue, overdue

Q3 = parse("2026-Q3")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """A ward with its Văn phòng."""
    made = an_office(tmp_path, "UBND", "VP")
    made.add_official("CB01", "UBND", "Lưu Quang Thiệu", title="Chủ tịch", standing=Standing.HEAD)
    made.add_official("CB04", "VP", "Vương Đình Khoát", title="Chánh Văn phòng", standing=Standing.HEAD)
    made.add_official("CB06", "VP", "Hà Thị Ánh Nguyệt")
    return made


def listed(office: Office, unit: str = "UBND", today: date = TODAY) -> Overdue:
    return overdue(office.store, office.units[unit].id, Q3, today, an_actor(office.officials["CB06"].id, today))


def numbers(found: Overdue) -> dict[tuple[int, int | None], list[str]]:
    return {(band.over, band.up_to): [late.task.number for late in band.tasks] for band in found.bands}


def test_overdue_tasks_stand_in_their_band_and_nothing_else_does(office: Office) -> None:
    office.assign("NV01", "CB06", on=day("1/7"), due_on=day("29/9"))  # 1 working day
    office.assign("NV02", "CB04", on=day("1/7"), due_on=day("15/9"))  # 11
    office.assign("NV03", "CB01", on=day("1/7"), due_on=day("10/7"))  # far more than 30
    office.assign("NV04", "CB06", on=day("1/7"), due_on=day("30/9"))  # due today: in time
    office.assign("NV05", "CB06", on=day("1/7"), due_on=day("1/9"))  # done, late
    office.finish("NV05", day("28/9"))
    office.assign("NV06", "CB06", on=day("1/7"), due_on=None)
    office.assign("NV07", "CB06", on=day("1/7"), due_on=day("10/9"))
    office.recall("NV07", day("29/9"))
    assert numbers(listed(office)) == {
        (30, None): ["NV03"],
        (10, 30): ["NV02"],
        (5, 10): [],
        (-1, 5): ["NV01"],
    }
    assert [late.task.number for late in listed(office, "VP").tasks] == ["NV02", "NV01"]


def test_public_concern_stands_first_then_the_latest(office: Office) -> None:
    office.assign("NV01", "CB06", on=day("1/7"), due_on=day("28/9"))
    office.assign("NV02", "CB06", on=day("1/7"), due_on=day("24/9"))
    office.assign("NV03", "CB06", on=day("1/7"), due_on=day("29/9"), public_concern=True)
    assert numbers(listed(office))[-1, 5] == ["NV03", "NV02", "NV01"]


def test_a_result_that_waits_for_its_decision_is_listed_where_its_deadline_is_over(office: Office) -> None:
    office.assign("NV01", "CB06", on=day("1/7"), due_on=day("24/9"))
    office.submit("NV01", day("28/9"))
    assert [late.task.number for late in listed(office).tasks] == ["NV01"]


def test_of_a_period_that_is_over_it_is_told_as_it_was_at_its_end(office: Office) -> None:
    office.assign("NV01", "CB06", on=day("1/7"), due_on=day("24/9"))
    office.finish("NV01", day("5/10"))
    found = listed(office, today=day("20/10"))
    assert (found.seen_on, [late.task.number for late in found.tasks]) == (day("30/9"), ["NV01"])


def test_the_maker_signs_beside_the_head(office: Office) -> None:
    found = listed(office, "VP")
    assert (found.maker.lines, found.maker.name) == (("NGƯỜI LẬP BIỂU",), "Hà Thị Ánh Nguyệt")
    assert found.paper.signature.name == "Vương Đình Khoát"


def test_without_a_head_it_is_refused(office: Office) -> None:
    office.add_unit("KT", "UBND")
    with pytest.raises(Refused) as refused:
        listed(office, "KT")
    assert refused.value.code == "figures.no_head"


@settings(max_examples=25)
@given(dues=st.lists(st.integers(0, 80), min_size=1, max_size=12))
def test_every_overdue_task_is_in_just_one_band(tmp_path_factory: pytest.TempPathFactory, dues: list[int]) -> None:
    office = an_office(tmp_path_factory.mktemp("office"), "UBND")
    office.add_official("CB01", "UBND", standing=Standing.HEAD)
    office.add_official("CB06", "UBND")
    days = [date.fromordinal(day("30/9").toordinal() - back) for back in dues]
    for number, due in enumerate(days):
        office.assign(f"NV{number}", "CB06", on=day("1/7"), due_on=due)
    found = listed(office)
    expected = {f"NV{number}": office.calendar.between(due, day("30/9")) for number, due in enumerate(days)}
    expected = {number: late for number, late in expected.items() if days[int(number[2:])] < day("30/9")}
    assert sorted(late.task.number for late in found.tasks) == sorted(expected)
    for band in found.bands:
        for late in band.tasks:
            assert band.over < expected[late.task.number]
            assert band.up_to is None or expected[late.task.number] <= band.up_to
    office.close()
