"""The life of one task: every entry of the journal that tells of it, in words and names."""

from decimal import Decimal
from pathlib import Path

import pytest

from tests.builders import Office, an_actor, an_office, day
from tracker.domain.officials import Standing
from tracker.domain.tasks import TaskState
from tracker.figures.history import CALLED, TOLD, task_history
from tracker.figures.types import Change, TaskHistory
from tracker.reports import task_history as sheet


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = an_office(tmp_path, "UBND", "VP", "KTHTĐT")
    made.add_official("CB01", "UBND", "Lưu Quang Thiệu", standing=Standing.HEAD, title="Chủ tịch UBND phường")
    made.add_official("CB06", "VP", "Hà Thị Ánh Nguyệt")
    made.add_official("CB12", "KTHTĐT", "Bùi Khắc Điềm")
    return made


def history(office: Office, number: str = "NV01") -> TaskHistory:
    found = task_history(office.store, office.task(number).id, day("30/9"), an_actor(office.officials["CB06"].id))
    assert sheet.document(found).sections
    return found


def test_a_whole_life_is_told_entry_by_entry(office: Office) -> None:
    office.assign("NV01", "CB06", on=day("1/7"), due_on=day("31/7"), title="Lập kế hoạch")
    office.extend("NV01", day("14/8"), on=day("30/7"))
    office.hand_over("NV01", "CB12", on=day("5/8"), reason="đi công tác")
    office.pause("NV01", on=day("6/8"))
    office.resume("NV01", on=day("10/8"))
    office.finish("NV01", on=day("20/8"))
    found = history(office)

    assert [entry.action for entry in found.entries] == [
        "task.assign",
        "extension.decide",
        "task.hand_over",
        "task.pause",
        "task.resume",
        "task.submit",
        "task.confirm",
    ]
    assert [entry.number for entry in found.entries] == sorted(entry.number for entry in found.entries)
    assert {entry.actor for entry in found.entries} == {"Lưu Quang Thiệu"}
    assigned, extended, handed_over, *_ = found.entries
    assert Change("title", None, "Lập kế hoạch") in assigned.changes
    assert Change("owner", None, "Hà Thị Ánh Nguyệt") in assigned.changes
    assert Change("due_on", day("31/7"), day("14/8")) in extended.changes
    assert handed_over.changes == (Change("owner", "Hà Thị Ánh Nguyệt", "Bùi Khắc Điềm"),)
    assert (handed_over.reason, handed_over.declared_on) == ("đi công tác", day("5/8"))


def test_lists_stand_beside_the_entries(office: Office) -> None:
    """Due on Friday 14/8; paused from Thursday 6/8 to Monday 10/8, that is two working days: due on Tuesday 18/8."""
    office.assign("NV01", "CB06", on=day("1/7"), due_on=day("14/8"), coefficient=Decimal(8))
    office.hand_over("NV01", "CB12", on=day("5/8"))
    office.pause("NV01", on=day("6/8"))
    office.resume("NV01", on=day("10/8"))
    office.submit("NV01", on=day("20/8"))
    office.return_("NV01", on=day("21/8"))
    office.decline("NV01", on=day("24/8"))
    office.chase("NV01", on=day("25/8"))
    found = history(office)
    assert [(held.owner.name, held.to_on) for held in found.custody] == [
        ("Hà Thị Ánh Nguyệt", day("4/8")),
        ("Bùi Khắc Điềm", None),
    ]
    (pause,) = found.pauses
    assert (pause.from_on, pause.to_on, pause.due_before, pause.due_after) == (
        day("6/8"),
        day("10/8"),
        day("14/8"),
        day("18/8"),
    )
    assert [each.decision for each in found.submissions] == ["returned"]
    assert [each.from_on for each in found.declines] == [day("24/8")]
    assert [each.on for each in found.chases] == [day("25/8")]
    assert (found.coefficient, found.authority, found.task.state) == (8, "theo chức vụ", "declined")
    assert found.task.working_days_late == found.custody[1].working_days_late > 0


def test_a_draft_has_a_history_too(office: Office) -> None:
    office.draft("NV01", title="Dự thảo")
    found = history(office)
    assert (found.task.state, found.task.assigned_on, found.custody) == ("draft", None, ())
    office.draft("NV02", TaskState.PROPOSED, owner=office.officials["CB06"].id)
    assert history(office, "NV02").task.owner.name == "Hà Thị Ánh Nguyệt"


def test_the_sheet_is_signed_by_the_nearest_head(office: Office) -> None:
    office.assign("NV01", "CB06", on=day("1/7"))
    assert history(office).paper.signature.name == "Lưu Quang Thiệu"
    office.add_official("CB04", "VP", "Vương Đình Khoát", standing=Standing.HEAD, title="Chánh Văn phòng")
    found = history(office).paper
    assert (found.signature.name, found.letterhead.symbol) == ("Vương Đình Khoát", "LL-VP")


def test_what_is_told_has_its_word_on_paper() -> None:
    from tracker.reports import labels

    told = {CALLED.get((kind, name), name) for kind, names in TOLD.items() for name in names}
    assert told <= set(labels.FIELDS)
