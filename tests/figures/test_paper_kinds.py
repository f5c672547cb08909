"""Slips, work lists and letters that urge: what each tells of whom."""

from datetime import date
from pathlib import Path

import pytest

from tests.builders import TODAY, Office, an_actor, an_office, day
from tracker.domain.officials import Standing
from tracker.domain.periods import Period, parse
from tracker.figures.chase import Chasing, chasing
from tracker.figures.slip import Slip, slip
from tracker.figures.work_list import Deed, WorkLists, work_lists

WEEK = Period(day("28/9"), day("4/10"))


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """A ward with its Văn phòng (head CB04, CB06) and a division (CB12)."""
    made = an_office(tmp_path, "UBND", "VP", "KT")
    made.add_official("CB01", "UBND", "Lưu Quang Thiệu", title="Chủ tịch", standing=Standing.HEAD)
    made.add_official("CB04", "VP", "Vương Đình Khoát", title="Chánh Văn phòng", standing=Standing.HEAD)
    made.add_official("CB06", "VP", "Hà Thị Ánh Nguyệt", title="Chuyên viên")
    made.add_official("CB12", "KT", "Bùi Khắc Điềm", title="Công chức địa chính")
    return made


def actor_of(office: Office, code: str = "CB06", today: date = TODAY):
    return an_actor(office.officials[code].id, today)


# --- phiếu giao việc --------------------------------------------------------------------------------------------------


def slip_of(office: Office, number: str) -> Slip:
    return slip(office.store, office.task(number).id, TODAY, actor_of(office))


def test_a_slip_is_signed_by_who_gives_and_who_takes(office: Office) -> None:
    office.assign("NV01", "CB06", on=day("1/9"), due_on=day("25/9"), assigner=office.officials["CB04"].id)
    found = slip_of(office, "NV01")
    assert (found.takes.lines, found.takes.name) == (("NGƯỜI NHẬN VIỆC", "CHUYÊN VIÊN"), "Hà Thị Ánh Nguyệt")
    assert (found.gives.lines, found.gives.name) == (("NGƯỜI GIAO VIỆC", "CHÁNH VĂN PHÒNG"), "Vương Đình Khoát")
    assert found.paper.letterhead.symbol == "PGV-VP"


def test_what_is_not_clear_is_said(office: Office) -> None:
    office.assign("NV01", "CB06", on=day("1/9"), due_on=day("25/9"), product="", assigner=office.officials["CB04"].id)
    six = slip_of(office, "NV01").six
    assert (six.people, six.time, six.product) == (True, True, False)


def test_a_body_above_gives_where_nobody_here_does(office: Office) -> None:
    office.assign("NV01", "CB06", on=day("1/9"), assigner=None, superior="Ủy ban nhân dân thành phố")
    assert slip_of(office, "NV01").gives.name == "Ủy ban nhân dân thành phố"


def test_fields_of_the_office_stand_to_be_ticked(office: Office) -> None:
    office.assign("NV01", "CB06", on=day("1/9"), field="đất đai")
    office.assign("NV02", "CB06", on=day("1/9"), field="nội vụ")
    found = slip_of(office, "NV01")
    assert (found.field, set(found.fields)) == ("đất đai", {"đất đai", "nội vụ"})


# --- việc phải làm ----------------------------------------------------------------------------------------------------


def lists_of(office: Office, who: str | None = "CB06", unit: str = "VP") -> WorkLists:
    official = office.officials[who].id if who else None
    return work_lists(office.store, office.units[unit].id, WEEK, TODAY, actor_of(office), official=official)


def test_own_open_tasks_stand_in_the_order_of_their_deadlines(office: Office) -> None:
    office.assign("NV01", "CB06", on=day("1/9"), due_on=day("30/10"))
    office.assign("NV02", "CB06", on=day("1/9"), due_on=day("1/10"))
    office.assign("NV03", "CB06", on=day("1/9"), due_on=day("10/9"))
    office.assign("NV04", "CB06", on=day("1/9"), due_on=None)
    office.assign("NV05", "CB06", on=day("1/9"), due_on=day("1/10"))
    office.finish("NV05", day("29/9"))
    office.assign("NV06", "CB06", on=day("1/9"), due_on=day("1/10"))
    office.submit("NV06", day("29/9"))
    office.assign("NV07", "CB06", on=day("1/9"), due_on=day("1/10"))
    office.hand_over("NV07", "CB04", on=day("29/9"))
    (found,) = lists_of(office).lists
    assert [todo.task.number for todo in found.todos] == ["NV03", "NV02", "NV01", "NV04"]
    assert {todo.deed for todo in found.todos} == {Deed.OWN}


def test_a_part_of_somebody_elses_task_stands_until_it_is_answered(office: Office) -> None:
    for number in ("NV01", "NV02", "NV03"):
        office.assign(number, "CB12", on=day("1/9"), due_on=day("30/10"))
    office.coordinate("NV01", "Hà Thị Ánh Nguyệt", "CB06", part="số liệu", due_on=day("2/10"))
    office.coordinate("NV02", "Hà Thị Ánh Nguyệt", "CB06", part="số liệu", answered_on=day("29/9"), answer="đã gửi")
    office.coordinate("NV03", "Hà Thị Ánh Nguyệt", "CB06")
    (found,) = lists_of(office).lists
    assert [(todo.deed, todo.task.number, todo.part, todo.due_on) for todo in found.todos] == [
        (Deed.PART, "NV01", "số liệu", day("2/10"))
    ]


def test_decisions_that_wait_stand_last(office: Office) -> None:
    office.assign("NV01", "CB06", on=day("1/9"), due_on=day("1/10"), assigner=office.officials["CB04"].id)
    office.submit("NV01", day("29/9"))
    office.assign("NV02", "CB04", on=day("1/9"), due_on=day("1/10"), assigner=office.officials["CB01"].id)
    (found,) = lists_of(office, "CB04").lists
    assert [(todo.deed, todo.task.number) for todo in found.todos] == [(Deed.OWN, "NV02"), (Deed.CONFIRM, "NV01")]


def test_everybody_of_the_unit_with_something_to_do_has_a_list(office: Office) -> None:
    office.assign("NV01", "CB06", on=day("1/9"), due_on=day("1/10"))
    office.assign("NV02", "CB12", on=day("1/9"), due_on=day("1/10"))
    assert [each.official.code for each in lists_of(office, None).lists] == ["CB06"]
    assert [each.official.code for each in lists_of(office, None, "UBND").lists] == ["CB06", "CB12"]


def test_where_nobody_has_anything_it_is_the_heads_empty_list(office: Office) -> None:
    (found,) = lists_of(office, None).lists
    assert (found.official.code, found.todos) == ("CB04", ())


# --- đôn đốc ----------------------------------------------------------------------------------------------------------


def letters_of(office: Office, unit: str = "UBND", **more: object) -> Chasing:
    return chasing(office.store, office.units[unit].id, parse("2026-Q3"), TODAY, actor_of(office), **more)  # type: ignore[arg-type]


def test_each_late_owner_gets_one_letter_and_the_signer_none(office: Office) -> None:
    office.assign("NV01", "CB06", on=day("1/9"), due_on=day("24/9"))
    office.assign("NV02", "CB06", on=day("1/9"), due_on=day("10/9"))
    office.assign("NV03", "CB12", on=day("1/9"), due_on=day("24/9"))
    office.assign("NV04", "CB01", on=day("1/9"), due_on=day("24/9"))
    office.assign("NV05", "CB04", on=day("1/9"), due_on=day("30/9"))
    found = letters_of(office)
    assert {letter.to.code: [late.task.number for late in letter.tasks] for letter in found.letters} == {
        "CB06": ["NV02", "NV01"],
        "CB12": ["NV03"],
    }
    assert set(found.tasks) == {office.task(number).id for number in ("NV01", "NV02", "NV03")}
    assert letters_of(office, "VP").signed_by == "Chánh Văn phòng"


def test_the_letter_has_a_symbol_without_type_letters_and_asks_for_an_answer_by_a_day(office: Office) -> None:
    """Three working days after Wednesday 30/9/2026."""
    found = letters_of(office)
    assert found.paper.letterhead.symbol == "UBND"
    assert found.answer_on == day("5/10")
    assert found.letters == ()


def test_a_letter_to_one_of_them(office: Office) -> None:
    for number, owner in (("NV01", "CB06"), ("NV02", "CB12")):
        office.assign(number, owner, on=day("1/9"), due_on=day("24/9"))
    (letter,) = letters_of(office, official=office.officials["CB12"].id).letters
    assert letter.to.code == "CB12"
