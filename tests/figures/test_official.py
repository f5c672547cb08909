"""The sheet of one official: what was owned and co-ordinated in a period, in whose hands when, what it adds up to."""

from datetime import date
from pathlib import Path

import pytest

from tests.builders import TODAY, Office, an_actor, an_office, day
from tracker.domain.errors import Refused
from tracker.domain.officials import Standing
from tracker.domain.periods import parse
from tracker.figures.official import OfficialSheet, sheets

Q3 = parse("2026-Q3")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """A ward with its Văn phòng (head CB04, CB05, CB06) and a division (CB12)."""
    made = an_office(tmp_path, "UBND", "VP", "KT")
    made.add_official("CB01", "UBND", "Lưu Quang Thiệu", standing=Standing.HEAD)
    made.add_official("CB04", "VP", "Vương Đình Khoát", standing=Standing.HEAD)
    made.add_official("CB05", "VP", "Ngô Thị Bích Đào", standing=Standing.DEPUTY)
    made.add_official("CB06", "VP", "Hà Thị Ánh Nguyệt")
    made.add_official("CB12", "KT", "Bùi Khắc Điềm")
    return made


def told(office: Office, who: str | None, unit: str = "VP", today: date = TODAY) -> tuple[OfficialSheet, ...]:
    actor = an_actor(office.officials["CB05"].id, today)
    official = office.officials[who].id if who else None
    return sheets(office.store, office.units[unit].id, Q3, today, actor, official=official)


def of(office: Office, who: str, unit: str = "VP") -> OfficialSheet:
    (found,) = told(office, who, unit)
    return found


def test_what_was_owned_stands_with_what_became_of_it(office: Office) -> None:
    office.assign("NV01", "CB06", on=day("1/7"), due_on=day("31/7"))
    office.finish("NV01", day("30/7"))
    office.assign("NV02", "CB06", on=day("2/7"), due_on=day("25/9"))
    office.assign("NV03", "CB06", on=day("3/7"), due_on=day("25/9"))
    office.recall("NV03", day("10/7"))
    office.assign("NV04", "CB06", on=day("6/7"), due_on=day("14/8"))
    office.hand_over("NV04", "CB05", on=day("17/8"))
    office.assign("NV05", "CB04", on=day("6/7"), due_on=day("14/8"))
    found = of(office, "CB06")

    assert [(owned.task.number, owned.fate) for owned in found.owned] == [
        ("NV01", ""),
        ("NV02", ""),
        ("NV03", "recalled"),
        ("NV04", "handed_over"),
    ]
    counts = found.counts
    assert (counts.assigned, counts.recalled, counts.handed_over, counts.total) == (4, 1, 1, 2)
    assert (counts.done_early, counts.doing_overdue) == (1, 1)
    heir = of(office, "CB05")
    assert [(owned.task.number, owned.fate) for owned in heir.owned] == [("NV04", "")]
    assert (heir.counts.received, heir.counts.doing_overdue) == (1, 1)


def test_in_whose_hands_it_was_when(office: Office) -> None:
    office.assign("NV01", "CB06", on=day("1/7"), due_on=day("31/7"))
    office.hand_over("NV01", "CB05", on=day("5/8"))
    (owned,) = of(office, "CB05").owned
    assert [(held.owner.name, held.from_on, held.to_on) for held in owned.custody] == [
        ("Hà Thị Ánh Nguyệt", day("1/7"), day("4/8")),
        ("Ngô Thị Bích Đào", day("5/8"), None),
    ]


def test_what_was_worked_along_on_stands_with_what_was_asked_and_answered(office: Office) -> None:
    office.assign("NV01", "CB12", on=day("1/7"), due_on=day("25/9"))
    office.coordinate("NV01", "Hà Thị Ánh Nguyệt", "CB06", part="số liệu", due_on=day("1/9"))
    office.assign("NV02", "CB12", on=day("1/4"), due_on=day("30/4"))
    office.coordinate("NV02", "Hà Thị Ánh Nguyệt", "CB06")
    office.finish("NV02", day("29/4"))
    office.assign("NV03", "CB12", on=day("5/10"), due_on=day("30/10"))
    office.coordinate("NV03", "Hà Thị Ánh Nguyệt", "CB06")
    found = of(office, "CB06")
    assert [(each.task.number, each.part.part, each.part.due_on) for each in found.coordinated] == [
        ("NV01", "số liệu", day("1/9"))
    ]
    assert (found.owned, found.counts.total) == ((), 0)


def test_without_an_official_each_who_had_a_task_has_a_sheet(office: Office) -> None:
    office.assign("NV01", "CB06", on=day("1/7"), due_on=day("25/9"))
    office.assign("NV02", "CB12", on=day("1/7"), due_on=day("25/9"))
    office.assign("NV03", "CB04", on=day("1/7"), due_on=day("25/9"))
    assert [found.official.name for found in told(office, None)] == ["Vương Đình Khoát", "Hà Thị Ánh Nguyệt"]
    everybody = told(office, None, "UBND")
    assert sorted(found.official.name for found in everybody) == [
        "Bùi Khắc Điềm",
        "Hà Thị Ánh Nguyệt",
        "Vương Đình Khoát",
    ]
    assert sum(found.counts.total for found in everybody) == 3


def test_where_nobody_had_a_task_it_is_the_heads_empty_sheet(office: Office) -> None:
    (found,) = told(office, None)
    assert (found.official.name, found.owned, found.coordinated) == ("Vương Đình Khoát", (), ())


def test_without_a_head_it_is_refused(office: Office) -> None:
    with pytest.raises(Refused) as refused:
        told(office, None, "KT")
    assert refused.value.code == "figures.no_head"


def test_the_official_signs_beside_the_head_and_the_maker_beside_a_heads_own_sheet(office: Office) -> None:
    office.assign("NV01", "CB06", on=day("1/7"), due_on=day("25/9"))
    office.assign("NV02", "CB04", on=day("1/7"), due_on=day("25/9"))
    assert of(office, "CB06").beside.name == "Hà Thị Ánh Nguyệt"
    assert (of(office, "CB04").beside.lines, of(office, "CB04").beside.name) == (
        ("NGƯỜI LẬP BIỂU",),
        "Ngô Thị Bích Đào",
    )
