"""Workload by desk, months as sheets, extracts of the journal."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import TODAY, Office, an_actor, an_office, day
from tracker.domain.deadlines import DeadlineClass
from tracker.domain.officials import Standing
from tracker.domain.periods import Period, parse
from tracker.domain.settings import CalendarDay
from tracker.figures.called import Names
from tracker.figures.journal_extract import Extract, extract
from tracker.figures.month_sheet import MonthSheets, month_sheets
from tracker.figures.workload import Workload, workload
from tracker.words import Words

Q3 = parse("2026-Q3")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """A ward with its Văn phòng (head CB04, CB06)."""
    made = an_office(tmp_path, "UBND", "VP")
    made.add_official("CB01", "UBND", "Lưu Quang Thiệu", title="Chủ tịch", standing=Standing.HEAD)
    made.add_official("CB04", "VP", "Vương Đình Khoát", title="Chánh Văn phòng", standing=Standing.HEAD)
    made.add_official("CB06", "VP", "Hà Thị Ánh Nguyệt")
    return made


def actor_of(office: Office):
    return an_actor(office.officials["CB06"].id)


# --- khối lượng -------------------------------------------------------------------------------------------------------


def loads(office: Office, unit: str = "UBND", today: date = TODAY) -> Workload:
    return workload(office.store, office.units[unit].id, Q3, today, actor_of(office))


def test_each_desk_tells_how_its_open_tasks_stand(office: Office) -> None:
    for number, due in (("NV1", day("24/9")), ("NV2", day("1/10")), ("NV3", day("30/11")), ("NV4", None)):
        office.assign(number, "CB06", on=day("1/7"), due_on=due)
    office.assign("NV5", "CB06", on=day("1/7"), due_on=day("24/9"))
    office.submit("NV5", day("23/9"))
    office.assign("NV6", "CB06", on=day("1/7"), due_on=day("24/9"))
    office.pause("NV6", day("20/9"))
    office.assign("NV7", "CB06", on=day("1/7"), due_on=day("24/9"))
    office.finish("NV7", day("20/9"))
    desks = {desk.official.code: desk for desk in loads(office).desks}
    assert desks["CB06"].heaps == {
        "overdue": 1,
        "due_soon": 1,
        "in_time": 1,
        "no_deadline": 1,
        "awaiting": 1,
        "paused": 1,
    }
    assert [code for code, desk in desks.items() if not desk.open] == ["CB01", "CB04"]


def test_tasks_weigh_their_coefficient_times_their_quantity(office: Office) -> None:
    office.assign("NV1", "CB06", on=day("1/7"), due_on=day("24/9"), coefficient=Decimal("1.5"), quantity=4)
    office.assign("NV2", "CB06", on=day("1/7"), due_on=day("30/11"))
    (desk,) = [desk for desk in loads(office).desks if desk.official.code == "CB06"]
    assert (desk.weight, desk.weight_overdue) == (Decimal(7), Decimal(6))
    assert desk.heaps[DeadlineClass.OVERDUE] == 1


def test_who_left_and_still_answers_for_something_stays_in_the_list(office: Office) -> None:
    office.assign("NV1", "CB06", on=day("1/7"), due_on=day("30/11"))
    (post,) = [each for each in _posts(office) if each.official == office.officials["CB06"].id]
    with office.store.change(office.actor, "appointment.end") as change:
        change.save(replace(post, ends_on=day("1/9")))
    assert [desk.official.code for desk in loads(office, "VP").desks if desk.open] == ["CB06"]
    office.hand_over("NV1", "CB04", on=day("2/9"))
    assert [desk.official.code for desk in loads(office, "VP").desks] == ["CB04"]


def _posts(office: Office):
    from tracker.store import officials

    return officials.appointments(office.store)


@settings(max_examples=25)
@given(st.lists(st.tuples(st.sampled_from(("CB01", "CB04", "CB06")), st.integers(0, 4)), max_size=10))
def test_the_desks_add_up_to_what_is_open(
    tmp_path_factory: pytest.TempPathFactory, tasks: list[tuple[str, int]]
) -> None:
    made = an_office(tmp_path_factory.mktemp("office"), "UBND", "VP")
    for code, unit in (("CB01", "UBND"), ("CB04", "VP"), ("CB06", "VP")):
        made.add_official(code, unit, standing=Standing.MEMBER if code == "CB06" else Standing.HEAD)
    for number, (owner, fate) in enumerate(tasks):
        name = f"NV{number}"
        made.assign(name, owner, on=day("1/7"), due_on=day("25/9") if number % 2 else None)
        if fate == 1:
            made.finish(name, day("28/9"))
        if fate == 2:
            made.submit(name, day("28/9"))
        if fate == 3:
            made.recall(name, day("28/9"))
    assert sum(desk.open for desk in loads(made).desks) == sum(fate not in (1, 3) for _, fate in tasks)
    made.close()


# --- lịch -------------------------------------------------------------------------------------------------------------


def months_of(office: Office, period: Period) -> MonthSheets:
    return month_sheets(office.store, office.units["UBND"].id, period, TODAY, actor_of(office))


def test_tasks_stand_on_the_day_they_are_due_now(office: Office) -> None:
    office.assign("NV1", "CB06", on=day("1/7"), due_on=day("15/9"))
    office.assign("NV2", "CB06", on=day("1/7"), due_on=day("10/9"))
    office.extend("NV2", day("15/9"), on=day("8/9"))
    office.assign("NV3", "CB06", on=day("1/7"), due_on=day("15/9"))
    office.recall("NV3", day("10/9"))
    (month,) = months_of(office, parse("2026-09")).months
    assert {found.on: [task.number for task in found.tasks] for found in month.days if found.tasks} == {
        day("15/9"): ["NV1", "NV2"]
    }
    assert len(month.days) == 30
    assert [len(week) for week in month.weeks] == [7] * 5
    assert month.weeks[0][0] is None
    assert month.weeks[0][1] is not None
    assert month.weeks[0][1].on == day("1/9")


def test_days_off_and_made_up_are_named(office: Office) -> None:
    with office.store.change(office.actor, "calendar.set") as change:
        change.save(CalendarDay(id="2026-09-16", working=False, name="Nghỉ chung"))
        change.save(CalendarDay(id="2026-09-19", working=True, name="Làm bù"))
    (month,) = months_of(office, parse("2026-09")).months
    named = {found.on: (found.working, found.called) for found in month.days if found.called}
    assert named[day("16/9")] == (False, "Nghỉ chung")
    assert named[day("19/9")] == (True, "Làm bù")


def test_every_month_that_the_period_touches_has_a_sheet(office: Office) -> None:
    assert [month.first.month for month in months_of(office, Q3).months] == [7, 8, 9]
    over = months_of(office, Period(day("20/12"), day("5/1/2027"))).months
    assert [str(month.first) for month in over] == ["2026-12-01", "2027-01-01"]


# --- sổ nhật ký -------------------------------------------------------------------------------------------------------


def told(office: Office, period: Period, **more: object) -> Extract:
    names = Names(office.store, Words("vi"))
    return extract(office.store, names, period, TODAY, actor_of(office), **more)  # type: ignore[arg-type]


def test_what_was_declared_or_recorded_in_the_period_stands_in_order(office: Office) -> None:
    """The tests' clock stands on 30/9/2026: everything was recorded on that day."""
    office.assign("NV1", "CB06", on=day("1/7"), due_on=day("24/9"))
    office.chase("NV1", day("25/9"), reason="đã quá hạn")
    july = told(office, parse("2026-07"))
    assert [(line.declared_on, line.what, line.records) for line in july.lines] == [
        (day("1/7"), "Giao việc", "nhiệm vụ NV1")
    ]
    september = told(office, parse("2026-09"))
    assert [line.what for line in september.lines][-2:] == ["Giao việc", "Đôn đốc"]
    assert september.lines[-1].reason == "đã quá hạn"
    assert [line.number for line in september.lines] == sorted(line.number for line in september.lines)
    assert told(office, parse("2026-Q1")).lines == ()


def test_registers_are_told_field_by_field_with_names_for_their_ids(tmp_path: Path) -> None:
    made = an_office(tmp_path, "UBND", "VP")
    made.add_official("CB04", "VP", "Vương Đình Khoát", title="Chánh Văn phòng", standing=Standing.HEAD)
    names = Names(made.store, Words("vi"))
    actor = an_actor(made.officials["CB04"].id)
    lines = extract(made.store, names, parse("2026-09"), TODAY, actor, signer=made.officials["CB04"].id).lines
    told_of = [(change.field, change.new) for line in lines for change in line.changes]
    assert ("unit_above", made.units["UBND"].name) in told_of
    assert ("person", "Vương Đình Khoát") in told_of
    assert ("post", "Chánh Văn phòng") in told_of
    assert ("unit", made.units["VP"].name) in told_of
    assert ("standing", Standing.HEAD) in told_of


def test_a_changed_register_is_told_before_and_after(office: Office) -> None:
    unit = office.units["VP"]
    with office._change("unit.edit", TODAY) as change:
        change.save(replace(unit, name="Văn phòng UBND", valid_to=day("31/12")))
    (line,) = [line for line in told(office, parse("2026-09")).lines if line.what == "Sửa đơn vị"]
    assert {(each.field, each.old, each.new) for each in line.changes} == {
        ("unit_name", unit.name, "Văn phòng UBND"),
        ("valid_to", None, day("31/12")),
    }


def test_of_one_task_or_person(office: Office) -> None:
    for number in ("NV1", "NV2"):
        office.assign(number, "CB06", on=day("1/7"), due_on=day("24/9"))
    found = told(office, parse("2026-07"), task=office.task("NV2").id)
    assert (found.of, [line.records for line in found.lines]) == ("nhiệm vụ NV2", ["nhiệm vụ NV2"])
    nobody = told(office, Q3, official=office.officials["CB04"].id)
    assert (nobody.of, nobody.lines) == ("Vương Đình Khoát", ())
