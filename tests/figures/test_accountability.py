"""The accountability report of a head: what it says of a quarter that is told here."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.builders import Office, a_task, an_actor, day
from tracker.domain.errors import Refused
from tracker.domain.kept import PaperForm, PaperFormId
from tracker.domain.officials import Standing
from tracker.domain.periods import parse
from tracker.domain.settings import Setting
from tracker.domain.tasks import Task, TaskId
from tracker.domain.units import UnitKind
from tracker.figures import gathered
from tracker.figures.accountability import UNIT_CHANGED, accountability
from tracker.figures.types import Accountability, Internal, Paper
from tracker.reports import identity
from tracker.store import Change
from tracker.store.folder import create_folder

Q3 = parse("2026-Q3")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """A ward with its Văn phòng (head CB04, deputy CB05, CB06) and a division (CB12)."""
    ward = {"name": "Ủy ban nhân dân phường Bạch Liên", "kind": UnitKind.WARD, "place": "Bạch Liên"}
    made = Office(create_folder(tmp_path))
    made.add_unit("UBND", **ward, superior="Ủy ban nhân dân thành phố Hồng Lam")
    made.add_unit("VP", "UBND", name="Văn phòng HĐND và UBND phường Bạch Liên", short_name="Văn phòng")
    made.add_unit("KTHTĐT", "UBND", name="Phòng Kinh tế, Hạ tầng và Đô thị")
    made.add_official("CB01", "UBND", "Lưu Quang Thiệu", title="Chủ tịch UBND phường", standing=Standing.HEAD)
    made.add_official("CB02", "UBND", "Tạ Thị Minh Khuê", title="Phó Chủ tịch UBND phường", standing=Standing.DEPUTY)
    made.add_official("CB04", "VP", "Vương Đình Khoát", title="Chánh Văn phòng", standing=Standing.HEAD)
    made.add_official("CB05", "VP", "Ngô Thị Bích Đào", title="Phó Chánh Văn phòng", standing=Standing.DEPUTY)
    made.add_official("CB06", "VP", "Hà Thị Ánh Nguyệt", title="Chuyên viên tổng hợp")
    made.add_official("CB12", "KTHTĐT", "Bùi Khắc Điềm", title="Công chức địa chính - xây dựng")
    return made


def report(office: Office, unit: str = "VP", today: date = date(2026, 9, 30), **more: object) -> Accountability:
    actor = an_actor(office.officials["CB06"].id, today)
    found = accountability(office.store, office.units[unit].id, Q3, today, actor, **more)  # type: ignore[arg-type]
    identity.require(found)
    return found


def test_the_sheet_bears_the_letterhead_of_the_unit(office: Office) -> None:
    sheet = report(office).paper
    assert sheet.letterhead.superior == ("Ủy ban nhân dân phường Bạch Liên",)
    assert sheet.letterhead.issuer == ("Văn phòng HĐND và UBND phường Bạch Liên",)
    assert (sheet.letterhead.place, sheet.letterhead.symbol) == ("Bạch Liên", "BC-VP")
    assert (sheet.letterhead.number, sheet.letterhead.issued_on) == (None, None)
    assert (sheet.signature.lines, sheet.signature.name) == (("CHÁNH VĂN PHÒNG",), "Vương Đình Khoát")
    assert (sheet.foot.printed_on, sheet.foot.printed_by, sheet.foot.sample) == (
        day("30/9"),
        "Hà Thị Ánh Nguyệt",
        False,
    )
    assert (sheet.foot.journal_number, len(sheet.foot.journal_hash)) == (last_entry(office), 64)
    assert report(office, "UBND").paper.letterhead.superior == ("Ủy ban nhân dân thành phố Hồng Lam",)


def last_entry(office: Office) -> int:
    return int(office.store.rows("SELECT max(seq) FROM journal")[0][0])


@pytest.mark.parametrize(
    ("unit", "signer", "lines"),
    [
        ("UBND", None, ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        ("UBND", "CB02", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        ("UBND", "CB04", ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
        ("VP", "CB05", ("KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG")),
    ],
)
def test_who_signs_does_so_by_the_formula(
    office: Office, unit: str, signer: str | None, lines: tuple[str, ...]
) -> None:
    found = report(office, unit, signer=office.officials[signer].id if signer else None)
    assert found.paper.signature.lines == lines
    assert found.head.title == {"UBND": "Chủ tịch UBND phường", "VP": "Chánh Văn phòng"}[unit]


def test_a_unit_has_its_own_signer_lines_and_recipients_for_a_kind(office: Office) -> None:
    unit, deputy = office.units["UBND"].id, office.officials["CB02"].id
    lines = "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"

    def say(number: int, kind: str, **fields: object) -> None:
        with office.store.change(an_actor(), "paper.form") as change:
            change.save(PaperForm(id=PaperFormId(number), unit=unit, report=kind, **fields))  # type: ignore[arg-type]

    say(1, "", recipients="Thường trực HĐND\nLưu: VT")
    say(2, "accountability", signer=deputy, signing=lines)
    sheet = report(office, "UBND").paper
    assert (sheet.signature.lines, sheet.signature.name) == (tuple(lines.split("\n")), "Tạ Thị Minh Khuê")
    assert sheet.recipients == ("Thường trực HĐND", "Lưu: VT")
    named = report(office, "UBND", signer=office.officials["CB01"].id).paper
    assert named.signature.lines == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "another signer signs as who he is"
    assert report(office).paper.signature.lines == ("CHÁNH VĂN PHÒNG",)
    say(3, "overdue", superior="Hội đồng nhân dân", issuer="Ban chỉ đạo\nphường", symbol="DM-BCĐ")
    other = paper_of(office, "overdue").letterhead
    assert (other.superior, other.issuer) == (("Hội đồng nhân dân",), ("Ban chỉ đạo", "phường"))
    assert (other.symbol, sheet.letterhead.symbol) == ("DM-BCĐ", "BC-UBND")


def paper_of(office: Office, kind: str) -> Paper:
    actor = an_actor(office.officials["CB06"].id)
    return gathered.gather(office.store, office.units["UBND"].id, Q3, day("30/9"), actor).paper(kind, None)


def test_a_vacant_post_is_refused_unless_a_signer_is_named(office: Office) -> None:
    with pytest.raises(Refused) as refused:
        report(office, "KTHTĐT")
    assert refused.value.code == "figures.no_head"
    assert report(office, "KTHTĐT", signer=office.officials["CB12"].id).head.name == "Bùi Khắc Điềm"


def test_a_head_appointed_later_signs_as_head_where_there_was_none(office: Office) -> None:
    office.add_official("CB90", None)
    office.appoint("CB90", "KTHTĐT", starts_on=date(2027, 1, 4), standing=Standing.HEAD, title="Trưởng phòng")
    found = report(office, "KTHTĐT", signer=office.officials["CB90"].id)
    assert found.paper.signature.lines == ("TRƯỞNG PHÒNG",)


def test_rows_stand_head_first_and_share_what_happened(office: Office) -> None:
    """NV01 was due on Friday 31/7 and handed over on Wednesday 5/8: two working days fall to who had it before."""
    office.assign("NV01", "CB06", on=day("1/7"), due_on=day("31/7"))
    office.assign("NV02", "CB04", on=day("1/7"), due_on=day("25/9"))
    office.extend("NV01", day("31/7"), on=day("20/7"))
    office.submit("NV01", day("3/8"))
    office.return_("NV01", day("4/8"))
    office.hand_over("NV01", "CB05", on=day("5/8"))
    office.chase("NV01", day("6/8"))
    found = report(office)
    rows = {row.official.name: row for row in found.officials}

    assert list(rows) == ["Vương Đình Khoát", "Ngô Thị Bích Đào", "Hà Thị Ánh Nguyệt"]
    late = {name: (row.days_late, row.working_days_late) for name, row in rows.items()}
    assert late == {
        "Vương Đình Khoát": (5, 3),
        "Ngô Thị Bích Đào": (57, office.calendar.between(day("4/8"), day("30/9"))),
        "Hà Thị Ánh Nguyệt": (4, 2),
    }
    owner, heir = rows["Hà Thị Ánh Nguyệt"], rows["Ngô Thị Bích Đào"]
    assert (owner.extensions, owner.returns, owner.chases) == (1, 1, 0)
    assert (heir.extensions, heir.returns, heir.chases) == (0, 0, 1)
    assert found.internal == Internal(received=1, handed_over=1, handed_over_overdue=1)


def test_a_late_task_is_told_with_everybody_who_held_it(office: Office) -> None:
    office.assign("NV01", "CB06", on=day("1/7"), due_on=day("31/7"))
    office.hand_over("NV01", "CB05", on=day("5/8"), reason="đi công tác")
    office.coordinate("NV01", "Bùi Khắc Điềm", "CB12", part="số liệu", due_on=day("1/8"))
    (late,) = report(office).late

    assert (late.task.number, late.task.deadline_class, late.task.days_late) == ("NV01", "overdue", 61)
    assert [(held.owner.name, held.from_on, held.to_on) for held in late.custody] == [
        ("Hà Thị Ánh Nguyệt", day("1/7"), day("4/8")),
        ("Ngô Thị Bích Đào", day("5/8"), None),
    ]
    assert sum(held.working_days_late for held in late.custody) == late.task.working_days_late
    assert (late.custody[1].reason, late.custody[1].basis) == ("đi công tác", "15/QĐ-UBND")
    assert late.coordinators[0].name == "Bùi Khắc Điềm (Phòng Kinh tế, Hạ tầng và Đô thị)"


def test_the_annex_has_the_total_and_the_rest_stands_apart(office: Office) -> None:
    office.assign("NV02", "CB06", on=day("1/7"))
    office.assign("NV10", "CB06", on=day("1/7"))
    office.assign("NV03", "CB06", on=day("1/7"))
    office.assign("NV04", "CB06", on=day("1/7"), due_on=day("10/7"))
    office.recall("NV03", day("2/7"))
    office.hand_over("NV04", "CB12", on=day("15/7"), reason="đúng lĩnh vực")
    found = report(office)
    assert [task.number for task in found.tasks] == ["NV02", "NV10"]
    assert [task.number for task in found.recalled] == ["NV03"]
    (gone,) = found.hand_overs
    assert (gone.number, gone.direction, gone.overdue, gone.reason) == ("NV04", "out", True, "đúng lĩnh vực")
    assert (gone.from_name, gone.to_name, gone.by) == ("Hà Thị Ánh Nguyệt", "Bùi Khắc Điềm", "Lưu Quang Thiệu")


def test_a_task_that_goes_with_its_owner_is_told_among_the_hand_overs(office: Office) -> None:
    office.assign("NV01", "CB06", on=day("1/7"))
    office.appoint("CB06", "KTHTĐT", starts_on=day("1/8"), title="Chuyên viên")
    (way,) = report(office).hand_overs
    assert (way.on, way.direction, way.reason) == (day("1/8"), "out", UNIT_CHANGED)
    (came,) = report(office, "KTHTĐT", signer=office.officials["CB12"].id).hand_overs
    assert came.direction == "in"
    assert [row.unit for row in report(office, "UBND").officials] == ["Văn phòng", "Phòng Kinh tế, Hạ tầng và Đô thị"]


def test_extensions_of_the_period_are_told_as_they_stood(office: Office) -> None:
    office.assign("NV01", "CB06", on=day("1/7"), due_on=day("31/7"))
    office.extend("NV01", day("14/8"), on=day("30/7"))
    office.extend("NV01", day("30/10"), on=day("5/10"))
    (row,) = report(office, today=day("9/10")).extensions
    assert (row.owner, row.original_due_on) == ("Hà Thị Ánh Nguyệt", day("31/7"))
    assert (row.extension.due_before, row.extension.proposed_due_on, row.extension.decision) == (
        day("31/7"),
        day("14/8"),
        "approved",
    )
    (task,) = report(office, today=day("9/10")).tasks
    assert (task.due_on, task.extensions, task.deadline_class) == (day("14/8"), 1, "overdue")


def test_the_period_before_stands_beside(office: Office) -> None:
    office.assign("NV01", "CB06", on=day("1/5"), due_on=day("1/6"))
    office.finish("NV01", day("1/6"))
    found = report(office)
    assert found.previous_period == parse("2026-Q2")
    assert found.previous is not None
    assert (found.previous.total, found.previous.on_time_rate) == (1, Decimal("1.0000"))
    beside = report(office, "KTHTĐT", signer=office.officials["CB12"].id).previous
    assert beside is not None
    assert beside.total == 0, "records there are, and they say that there was nothing"


@pytest.mark.parametrize(("covered", "known"), [("", False), ("2026-07-01", False), ("2026-06-30", True)])
def test_a_period_before_the_first_day_covered_has_no_figures(office: Office, covered: str, known: bool) -> None:
    """The earliest assignment is in the quarter itself; the setting says otherwise."""
    office.assign("NV01", "CB06", on=day("1/7"), due_on=day("31/7"))
    with office.store.change(an_actor(), "setting.set") as change:
        change.save(Setting(id="covered_from", value=covered))
    found = report(office)
    assert found.previous_period == parse("2026-Q2")
    assert (found.previous is not None) == known


@pytest.mark.parametrize(("covered", "told"), [("", None), ("2026-07-01", None), ("2026-08-15", day("15/8"))])
def test_records_that_begin_within_the_period_are_told(office: Office, covered: str, told: date | None) -> None:
    with office.store.change(an_actor(), "setting.set") as change:
        change.save(Setting(id="covered_from", value=covered))
    assert report(office).covered_from == told


def test_what_the_head_answers_for_directly_and_directs(office: Office) -> None:
    head, deputy = office.officials["CB04"].id, office.officials["CB05"].id
    office.assign("NV01", "CB04", on=day("1/7"), due_on=day("25/9"), assigner=office.officials["CB01"].id)
    office.assign("NV02", "CB06", on=day("1/7"), due_on=day("25/9"), assigner=head)
    office.finish("NV02", day("25/9"))
    office.assign("NV03", "CB06", on=day("1/7"), due_on=day("25/9"), assigner=head, leader=deputy)
    office.assign("NV04", "CB06", on=day("1/7"), due_on=day("25/9"), assigner=deputy, leader=head)
    office.assign("NV05", "CB12", on=day("1/7"), due_on=day("25/9"), assigner=head)
    found = report(office)
    assert (found.own.total, found.own.doing_overdue) == (1, 1)
    assert (found.directed.total, found.directed.done_on_time, found.directed.doing_overdue) == (2, 1, 1)
    assert found.counts.total == 4


def test_what_was_recalled_is_told_with_its_reason(office: Office) -> None:
    office.assign("NV01", "CB06", on=day("1/7"))
    office.recall("NV01", day("10/7"), reason="trùng nhiệm vụ")
    (task,) = report(office).recalled
    assert (task.number, task.recalled_on, task.recall_reason) == ("NV01", day("10/7"), "trùng nhiệm vụ")


def test_fields_are_told_where_the_office_has_them(office: Office) -> None:
    office.assign("NV01", "CB06", on=day("1/7"))
    assert report(office).fields == ()
    office.assign("NV02", "CB06", on=day("1/7"), field="đất đai")
    assert [row.field for row in report(office).fields] == ["đất đai", ""]


def test_days_declared_far_from_their_recording_are_marked(office: Office) -> None:
    """The clock of the tests stands on 30/9/2026; three working days before it are near enough."""
    office.assign("NV01", "CB06", on=day("1/7"))
    office.start("NV01", on=day("25/9"))
    (task,) = report(office).tasks
    assert [(record.what, record.declared_on) for record in task.late_records] == [("task.assign", day("1/7"))]
    assert task.late_records[0].recorded_at.date() == day("30/9")


def test_what_an_import_brought_is_told_in_one_line(office: Office) -> None:
    with office.store.change(office.actor, "import", "từ sổ cũ: so.xlsx") as change:
        for number in ("NV01", "NV02"):
            imported(office, change, number)
    office.start("NV01", on=day("29/9"))
    found = report(office)
    assert [book.tasks for book in found.old_books] == [2]
    assert not any(task.late_records for task in found.tasks)


def imported(office: Office, change: Change, number: str) -> None:
    on = change.on(day("1/7"), verb="task.assign")
    owner = office.officials["CB06"].id
    on.save(a_task(owner, id=TaskId(on.new_id(Task)), number=number, assigner=owner, from_old_book=True))


def test_the_sample_office_says_so_instead(office: Office) -> None:
    with office.store.change(office.actor, "setting.set") as change:
        change.save(Setting(id="sample", value="1"))
    office.assign("NV01", "CB06", on=day("1/7"))
    found = report(office)
    assert found.paper.foot.sample
    assert found.tasks[0].late_records == ()


def test_a_sheet_of_many_tasks_is_read_from_a_copy(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.assign("NV01", "CB06", on=day("1/7"))
    direct = report(office)
    monkeypatch.setattr(gathered, "MANY", 0)
    read: list[str] = []
    office.store.connection.set_trace_callback(read.append)
    copied = report(office)
    office.store.connection.set_trace_callback(None)
    assert copied == direct
    assert not any("FROM extension" in sql for sql in read)
