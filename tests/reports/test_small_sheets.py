"""Slips, work lists, letters, workload, months and extracts on paper: the words that only they have."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from tests.reports.builders import DAO, KHOAT, NGUYET, a_letterhead, a_paper, a_task, the_late, the_task
from tests.reports.reading import printed
from tracker.domain.clarity import Clarity
from tracker.domain.periods import Period, parse
from tracker.figures.chase import Chasing, Letter
from tracker.figures.history import CALLED, TOLD
from tracker.figures.journal_extract import Extract, Line
from tracker.figures.month_sheet import Day, Month, MonthSheets
from tracker.figures.slip import Slip
from tracker.figures.types import Change, Coordinator, Signature
from tracker.figures.work_list import Deed, ToDo, WorkList, WorkLists
from tracker.figures.workload import Desk, Workload
from tracker.reports import chase, journal_extract, labels, month_sheet, slip, work_list, workload

SEEN = date(2026, 9, 30)
MAKER = Signature(("NGƯỜI LẬP BIỂU",), "Mai Thị Thùy Ân")


# --- phiếu giao việc --------------------------------------------------------------------------------------------------


def a_slip(**changes: object) -> Slip:
    given = Slip(
        paper=a_paper(letterhead=a_letterhead(symbol="PGV-VP")),
        task=the_task("NV39"),
        seen_on=SEEN,
        six=Clarity(*[True] * 6),
        summary="Chuẩn bị kỳ họp",
        leader=DAO.name,
        draft_due_on=date(2026, 9, 18),
        quantity=2,
        authority="theo chức vụ",
        urgency="urgent",
        field="Nội vụ",
        fields=("Đất đai", "Nội vụ"),
        coordinators=(Coordinator("Nguyễn Thị Sao Mai", "số liệu", date(2026, 9, 21)), Coordinator("các phòng")),
        note="",
        takes=Signature(("NGƯỜI NHẬN VIỆC",), NGUYET.name),
        gives=Signature(("NGƯỜI GIAO VIỆC",), KHOAT.name),
    )
    return replace(given, **changes)  # type: ignore[arg-type]


def test_a_slip_tells_the_six_clears_and_both_sign() -> None:
    sheet = printed(slip.document(a_slip()))
    text = sheet.flowing
    for words in (
        "Rõ người Hà Thị Ánh Nguyệt",
        "hạn ban đầu 22/9/2026",
        "trình dự thảo trước 18/9/2026",
        "lãnh đạo phụ trách: Ngô Thị Bích Đào",
        "Nguyễn Thị Sao Mai – số liệu, hạn 21/9/2026, các phòng",
        "số lượng 2",
        "Rõ thẩm quyền theo chức vụ",
    ):
        assert words in text, words
    page = sheet.pages[-1]
    takes, gives = page.find("NGƯỜI NHẬN VIỆC"), page.find("NGƯỜI GIAO VIỆC")
    assert takes.right < gives.left
    assert "(chưa rõ)" not in text


def test_what_is_not_clear_is_said() -> None:
    text = printed(slip.document(a_slip(six=Clarity(True, True, True, True, False, True)))).flowing
    assert text.count("(chưa rõ)") == 1
    assert "Rõ sản phẩm" in text.split("(chưa rõ)")[0].splitlines()[-1]


def test_the_field_and_the_urgency_of_the_task_are_ticked() -> None:
    (blocks,) = (section.blocks for section in slip.document(a_slip()).sections)
    boxes = [dict(block.items) for block in blocks if isinstance(block, slip.Boxes)]
    assert boxes[0] == {"Đất đai": False, "Nội vụ": True}
    assert [name for name, ticked in boxes[1].items() if ticked] == ["khẩn"]


# --- việc phải làm ----------------------------------------------------------------------------------------------------


def test_things_to_do_stand_by_day_with_a_square_each() -> None:
    todos = (
        ToDo(Deed.OWN, the_task("NV39"), date(2026, 9, 22)),
        ToDo(Deed.PART, a_task("NV70"), date(2026, 10, 1), "số liệu"),
        ToDo(Deed.OWN, a_task("NV71"), date(2026, 10, 30)),
        ToDo(Deed.CONFIRM, a_task("NV72"), None),
        ToDo(Deed.OWN, a_task("NV73"), None),
    )
    week = Period(date(2026, 9, 28), date(2026, 10, 4))
    lists = (WorkList(NGUYET, "Văn phòng", todos), WorkList(DAO, "Văn phòng", ()))
    sheet = printed(work_list.document(WorkLists(a_paper(), MAKER, "Văn phòng", week, SEEN, lists)))
    text = sheet.flowing
    bands = ("Đã quá hạn", "Thứ Năm, 01/10", "Hạn sau kỳ này", "Chờ quyết định", "Không có hạn")
    places = [text.index(band) for band in bands]
    assert places == sorted(places)
    assert "Phối hợp:" in text
    assert "phần việc: số liệu" in text
    assert "Xét kết quả:" in text
    assert [title for _, title, _ in sheet.outline] == [NGUYET.name, DAO.name]
    assert "Không có việc phải làm trong kỳ." in sheet.pages[-1].content


# --- đôn đốc ----------------------------------------------------------------------------------------------------------


def letters(*to: Letter) -> Chasing:
    paper = a_paper(letterhead=a_letterhead(symbol="VP"))
    return Chasing(paper, "Văn phòng", SEEN, date(2026, 10, 5), "Chánh Văn phòng", to)


def test_a_letter_is_a_cong_van_to_one_person() -> None:
    sheet = printed(chase.document(letters(Letter(NGUYET, "Văn phòng", the_late()[:1], ()))))
    text = sheet.flowing
    for words in (
        "/VP Bạch Liên",
        "V/v đôn đốc thực hiện nhiệm vụ quá hạn",
        "Kính gửi: Hà Thị Ánh Nguyệt",
        "chịu trách nhiệm 1 nhiệm vụ đã quá hạn",
        "(NV39)",
        "2 lần (23/9, 28/9)",
        "trước ngày 05/10/2026",
        "- Như trên;",
    ):
        assert words in text, words
    assert "BC-VP" not in text


def test_letters_follow_one_another_each_from_page_one() -> None:
    late = the_late()
    sheet = printed(chase.document(letters(Letter(NGUYET, "VP", late[:1], ()), Letter(DAO, "VP", late[1:], ()))))
    assert [title for _, title, _ in sheet.outline] == [NGUYET.name, DAO.name]
    assert all("Kính gửi" in page.whole for page in sheet.pages)


def test_where_nobody_is_late_a_page_says_so() -> None:
    assert "không có cá nhân phải đôn đốc" in printed(chase.document(letters())).flowing


# --- khối lượng -------------------------------------------------------------------------------------------------------


def test_desks_stand_with_their_heaps_and_weights_above_the_sum() -> None:
    empty = dict.fromkeys(("overdue", "due_soon", "in_time", "no_deadline", "awaiting", "paused"), 0)
    desks = (
        Desk(KHOAT, "Văn phòng", empty | {"overdue": 1, "in_time": 2}, Decimal("7.5"), Decimal("1.5")),
        Desk(NGUYET, "Văn phòng", empty),
    )
    facts = Workload(a_paper(), MAKER, "Văn phòng", parse("2026-Q3"), SEEN, desks)
    sheet = printed(workload.document(facts))
    text = sheet.flowing
    assert f"{KHOAT.name}, {KHOAT.title} 3 1 - 2 - - - 7,5 1,5" in text
    assert "Cộng 3 1 - 2 - - - 7,5 1,5" in text
    assert [title for _, title, _ in sheet.outline] == ["Khối lượng nhiệm vụ", "Biểu đồ"]
    assert len(printed(workload.document(facts, ("charts",))).outline) == 1


# --- lịch -------------------------------------------------------------------------------------------------------------


def test_a_month_shows_its_deadlines_and_days_off() -> None:
    def day(on: int, *, working: bool = True, called: str = "", number: str = "") -> Day:
        return Day(date(2026, 9, on), working, called, (a_task(number),) if number else ())

    first = (None, day(1, working=False, called="Quốc khánh"), *(day(on) for on in range(2, 7)))
    second = (day(7, number="NV70"), *(day(on) for on in range(8, 13)), day(13, called="Làm bù"))
    month = Month(date(2026, 9, 1), (first, second))
    facts = MonthSheets(a_paper(), MAKER, "Văn phòng", parse("2026-09"), SEEN, (month,))
    text = printed(month_sheet.document(facts)).flowing
    for words in ("Tháng 9 năm 2026", "1 - nghỉ", "13 - làm bù", "NV70", "01/9 Quốc khánh", "13/9 Làm bù (làm bù)"):
        assert words in text, words


# --- sổ nhật ký -------------------------------------------------------------------------------------------------------


def test_an_action_is_a_row_and_a_long_one_says_how_much_more() -> None:
    changes = tuple(Change("note", None, f"ghi chú {number}") for number in range(15))
    line = Line(
        number=1203,
        last=1217,
        declared_on=date(2026, 9, 25),
        recorded_at=datetime(2026, 9, 25, 2, 30, tzinfo=UTC),
        who="Mai Thị Thùy Ân, ghi thay Vương Đình Khoát",
        what="Sửa",
        records="nhiệm vụ NV39",
        changes=changes,
        reason="gõ nhầm",
        basis="15/QĐ-UBND",
        undone_by=7,
    )
    text = printed(journal_extract.document(Extract(a_paper(), MAKER, parse("2026-09"), "NV39", (line,)))).flowing
    for words in ("1.203 - 1.217", "09:30", "Sửa, đã hoàn tác", "ghi chú 11", "và 3 thay đổi nữa", "căn cứ 15/QĐ-UBND"):
        assert words in text, words
    assert "ghi chú 12" not in text


def test_an_extract_of_nothing_is_a_full_page() -> None:
    sheet = printed(journal_extract.document(Extract(a_paper(), MAKER, parse("2026-09"), "", ())))
    assert "Không có mục nào" in sheet.flowing


def test_every_field_that_is_told_has_a_name_on_paper() -> None:
    called = {CALLED.get((kind, name), name) for kind, names in TOLD.items() for name in names}
    assert called <= set(labels.FIELDS)
