"""The three samples give what a careful clerk reads in them; every expected value was written out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.exchange.books import SAMPLES, TODAY, told
from tracker.domain.book import OfficialRow, Sheet, TaskRow, UnitRow
from tracker.domain.errors import Refused
from tracker.domain.old_fonts import Encoding
from tracker.domain.tasks import SourceKind, TaskState, Urgency
from tracker.domain.units import UnitKind
from tracker.exchange import read

BOOK = SAMPLES / "so-theo-doi-q3-2026.xlsx"
OLD_FONT = SAMPLES / "nhiem-vu-tcvn3.xlsx"
FAULTY = SAMPLES / "so-theo-doi-co-loi.xlsx"

N1, N2, N3, N4, N5 = (Decimal(k) for k in (1, 8, 16, 56, 90))


def day(text: str) -> date:
    """23/9 of the sample's year."""
    number, month = text.split("/")
    return date(2026, int(month), int(number))


# Number, document or words, its day, assigner, owner, co-ordinators, given, both deadlines, K, state, completed.
TASKS = """
NV01|118/KH-UBND|2/7|CB04|CB06|CB22|3/7|25/9|25/9|8|done|23/9
NV02|2145/UBND-KSTTHC|6/7|CB21|CB22|CB07|7/7|24/7|24/7|8|done|22/7
NV03|36/PC-UBND|8/7|CB10|CB12|CB09|9/7|31/7|31/7|16|done|7/8
NV04|định kỳ||CB04|CB09||1/7|10/7|10/7|8|done|9/7
NV05|131/KH-UBND|15/7|CB04|CB05|CB04|16/7|28/8|28/8|16|done|26/8
NV06|09/KL-UBND|27/8|CB01|CB21|CB05|28/8|18/9|18/9|16|doing|
NV07|102/KH-UBND|1/7|CB04|CB08|các phòng|2/7|17/7|17/7|1|done|16/7
NV08|140/KH-UBND|3/8|CB21|CB22|CB23,CB24|4/8|22/9|22/9|16|done|21/9
NV09|2290/UBND-KSTTHC|10/7|CB21|CB23|CB07|13/7|14/8|14/8|16|done|14/8
NV10|133/KH-UBND|17/7|CB10|CB11|CB14|20/7|21/8|11/9|56|done|10/9
NV11|2377/UBND-ĐT|22/7|CB10|CB14|CB12|23/7|5/8|5/8|16|done|12/8
NV12|2980/STC-NS|4/9|CB10|CB13|CB06|7/9|25/9|25/9|16|done|24/9
NV13|3011/STC-NS|10/8|CB10|CB13|các phòng|11/8|15/10|15/10|56|doing|
NV14|định kỳ||CB16|CB18|CB13|3/9|11/9|11/9|8|done|10/9
NV15|165/KH-UBND|11/9|CB16|CB18|tổ dân phố|14/9|30/10|30/10|56|doing|
NV16|139/KH-UBND|31/7|CB16|CB19|CB06|3/8|28/8|28/8|16|done|28/8
NV17|150/KH-UBND|21/8|CB16|CB20|Trạm Y tế|24/8|23/9|23/9|16|submitted|22/9
NV18|2101/UBND-GD|3/7|CB16|CB20|tổ dân phố|6/7|24/7|24/7|8|done|23/7
NV19|2260/UBND-TP|9/7|CB04|CB07|CB23|13/7|3/9|3/9|8|done|3/9
NV20|95/KH-UBND|26/6|CB04|CB07|CB08|1/7|30/9|30/9|56|doing|
NV21|2340/UBND-VP|17/7|CB04|CB08|CB22|20/7|31/7|31/7|1|done|30/7
NV22|141/KH-UBND|3/8|CB04|CB06|CB04|3/8|28/8|28/8|16|done|4/9
NV23|144/KH-UBND|7/8|CB04|CB05|CB06|10/8|11/9|11/9|16|done|10/9
NV24|148/KH-UBND|14/8|CB01|CB04|các phòng|17/8|30/9|30/9|56|doing|
NV25|168/TB-UBND|21/9|CB01|CB04|các phòng|21/9|5/10|5/10|56|assigned|
NV26|2420/UBND-NNMT|31/7|CB10|CB12|CB10|3/8|25/9|25/9|56|doing|
NV27|PA-0172||CB10|CB15|CB14|10/8|14/8|14/8|8|done|13/8
NV28|PA-0181||CB16|CB19|Công an phường|17/8|24/8|24/8|8|done|22/8
NV29|PA-0203||CB10|CB15||14/9|18/9|18/9|1|done|17/9
NV30|12/TB-UBND|17/7|CB04|CB09|CB12|20/7|18/9|18/9|56|done|17/9
NV31|41/QĐ-UBND|21/8|CB01|CB04||24/8|23/10|23/10|56|doing|
NV32|30/KH-HĐND|25/9|CB04|CB06|các phòng|28/9|27/11|27/11|56|assigned|
NV33|110/KH-UBND|30/6|CB01|CB21|CB08|6/7|31/7|31/7|8|done|29/7
NV34|88/CTr-UBND|15/6|CB01|CB21|CB23,CB24|1/7|30/9|30/9|56|doing|
NV35|27/KL-UBND|8/7|CB10|CB11|CB13|8/7|không hạn|không hạn|16|doing|
NV36|2310/UBND-NV|14/7|CB04|CB05|CB18|15/7|không hạn|không hạn|90|paused|
NV37|giao miệng tại giao ban 20/7||CB21|CB24||20/7|7/8|7/8|1|recalled|
NV38|2401/UBND-ĐT|24/7|CB10|CB14|CB15|27/7|21/8|21/8|16|done|28/8
NV39|29/KH-HĐND|11/9|CB04|CB06|các phòng|14/9|22/9|22/9|8|redo|
NV40|3102/UBND-NC|24/9|CB01|CB04|các phòng|24/9|28/9|28/9|56|done|28/9
""".strip().splitlines()


def expected(line: str) -> tuple[object, ...]:
    number, source, source_on, assigner, owner, helpers, given, first, present, factor, state, completed = line.split(
        "|"
    )
    worded = source in ("định kỳ", "giao miệng tại giao ban 20/7")
    none = first == "không hạn"
    return (
        number,
        None if worded else source,
        source if worded else None,
        day(source_on) if source_on else None,
        assigner,
        owner,
        tuple(helpers.split(",")) if helpers else (),
        day(given),
        (None, None, True) if none else (day(first), day(present), False),
        Decimal(factor),
        TaskState(state),
        day(completed) if completed else None,
    )


def told_by(row: TaskRow) -> tuple[object, ...]:
    return (
        row.number,
        row.source_number,
        row.source_text,
        row.source_on,
        row.assigner,
        row.owner,
        row.coordinators,
        row.assigned_on,
        (row.original_due_on, row.due_on, row.no_deadline),
        row.coefficient,
        row.state,
        row.submitted_on,
    )


@pytest.fixture(scope="module")
def tasks() -> Sheet[TaskRow]:
    return read(BOOK, "tasks", today=TODAY)


def test_each_task_of_the_book_is_read_as_it_stands(tasks: Sheet[TaskRow]) -> None:
    assert [told_by(row) for row in tasks.rows] == [expected(line) for line in TASKS]
    assert tasks.problems == ()
    assert tasks.ignored == ()
    assert (tasks.sheet_name, tasks.header_row, tasks.encoding) == ("Nhiệm vụ", 4, Encoding.UNICODE)


def test_the_other_columns_of_the_book_are_read(tasks: Sheet[TaskRow]) -> None:
    row = tasks.rows[10]
    assert row.row == 15
    assert row.title == "Lập hồ sơ xử lý công trình xây dựng sai phép tại phố Bến Sen"
    assert row.product == "Hồ sơ, dự thảo quyết định"
    assert row.urgency is Urgency.VERY_URGENT
    assert row.complexity == "N3"
    assert row.note == "hoàn thành 12/8, chậm, xã hội quan tâm"
    assert row.cells["title"] == "C"
    assert {row.urgency for row in tasks.rows} == set(Urgency)


def test_words_in_place_of_a_document_tell_the_kind_of_source(tasks: Sheet[TaskRow]) -> None:
    kinds = {row.number: row.source_kind for row in tasks.rows}
    assert kinds["NV04"] is SourceKind.PERIODIC
    assert kinds["NV37"] is SourceKind.ORAL
    assert kinds["NV01"] is SourceKind.DOCUMENT
    assert kinds["NV27"] is SourceKind.DOCUMENT


def test_no_deadline_keeps_the_words_of_the_book(tasks: Sheet[TaskRow]) -> None:
    assert {row.no_deadline_reason for row in tasks.rows if row.no_deadline} == {"không hạn"}


def test_the_units_of_the_book() -> None:
    sheet: Sheet[UnitRow] = read(BOOK, "units", today=TODAY)
    found = [(row.code, row.name, row.parent, row.kind, row.head) for row in sheet.rows]
    assert found == [
        ("UBND", "Ủy ban nhân dân phường Bạch Liên", None, UnitKind.WARD, "CB01"),
        ("VP", "Văn phòng HĐND và UBND phường Bạch Liên", "UBND", UnitKind.OFFICE, "CB04"),
        ("KTHTĐT", "Phòng Kinh tế, Hạ tầng và Đô thị", "UBND", UnitKind.DIVISION, "CB10"),
        ("VHXH", "Phòng Văn hóa - Xã hội", "UBND", UnitKind.DIVISION, "CB16"),
        ("TTPVHCC", "Trung tâm Phục vụ hành chính công", "UBND", UnitKind.SERVICE_CENTRE, "CB21"),
        ("TRUNGKHE", "Ủy ban nhân dân xã Trung Khê", None, UnitKind.COMMUNE, "CB25"),
    ]
    assert sheet.problems == ()


def test_the_officials_of_the_book() -> None:
    sheet: Sheet[OfficialRow] = read(BOOK, "officials", today=TODAY)
    assert [row.code for row in sheet.rows] == [f"CB{n:02d}" for n in range(1, 26)]
    assert {row.starts_on for row in sheet.rows} == {date(2025, 7, 1)}
    eighth = sheet.rows[7]
    assert (eighth.name, eighth.title, eighth.unit) == ("Mai Thị Thùy Ân", "Văn thư - lưu trữ", "VP")
    assert sheet.problems == ()


def test_the_old_font_gives_the_same_tasks(tasks: Sheet[TaskRow]) -> None:
    old: Sheet[TaskRow] = read(OLD_FONT, "tasks", today=TODAY)
    # The two books differ in their rows' numbers only: the old one has one title line less.
    assert [replace(row, row=0) for row in old.rows] == [replace(row, row=0) for row in tasks.rows[:20]]
    assert old.encoding is Encoding.TCVN3
    assert old.problems == ()
    assert ("sæ theo dâi nhiÖm vô", "SỔ THEO DÕI NHIỆM VỤ") in old.converted_examples
    assert len(old.converted_examples) == 3


FAULTS = [
    (6, "J", "no_such_date"),
    (6, "K", "no_such_date"),
    (7, "C", "missing"),
    (8, "L", "missing"),
    (10, "B", "duplicate_number"),
    (12, "J", "due_before_assigned"),
    (12, "K", "due_before_assigned"),
    (14, "P", "unknown_state"),
    (15, "O", "not_a_number"),
    (16, "I", "no_such_date"),
]


def test_each_fault_is_named_by_row_column_and_rule() -> None:
    sheet: Sheet[TaskRow] = read(FAULTY, "tasks", today=TODAY)
    assert told(sheet.problems) == FAULTS
    assert all(problem.fatal for problem in sheet.problems)
    # Persons are resolved by the office: their faults are still there to be named.
    assert [row.owner for row in sheet.rows if row.row in (5, 11, 13)] == ["CB99", "các phòng", "Ân"]


def test_a_faulty_cell_is_repeated_in_its_message() -> None:
    sheet: Sheet[TaskRow] = read(FAULTY, "tasks", today=TODAY)
    said = {(problem.row, problem.column): problem.parameters for problem in sheet.problems}
    assert said[6, "J"]["value"] == "31/02/2026"
    assert said[14, "P"] == {"heading": "Tình trạng", "value": "xong rồi"}
    assert said[10, "B"]["first"] == 9


def test_a_sheet_of_another_kind_is_not_taken() -> None:
    with pytest.raises(Refused) as refused:
        read(OLD_FONT, "officials", today=TODAY)
    assert refused.value.code == "exchange.no_headings"
    assert refused.value.parameters["file"] == "nhiem-vu-tcvn3.xlsx"
