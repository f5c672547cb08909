"""What the report of a head says, read back from paper. Expected figures are written out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from tests.reports.builders import (
    KHOAT,
    a_task,
    an_accountability,
    an_extension,
    many_tasks,
    the_late,
    the_officials,
    the_task,
    the_tasks,
)
from tests.reports.reading import Sheet, printed, read
from tracker.domain.periods import Period
from tracker.figures.types import Coordinator, Counts, Custody, FieldRow, LateTask, OfficialRow, Person
from tracker.reports import accountability, tables
from tracker.reports.blocks import Table
from tracker.reports.pages import Pages

if TYPE_CHECKING:
    from pathlib import Path


def test_the_opening_line_names_head_unit_period_and_day(report: Sheet) -> None:
    assert (
        "Văn phòng HĐND và UBND phường Bạch Liên báo cáo trách nhiệm của Chánh Văn phòng Vương Đình Khoát đối với "
        "nhiệm vụ được giao trong quý III năm 2026 (từ ngày 01/7/2026 đến ngày 30/9/2026), số liệu tính đến hết ngày "
        "30/9/2026." in report.flowing
    )


def test_a_free_span_of_days_is_named_once() -> None:
    facts = an_accountability(period=Period(date(2026, 7, 2), date(2026, 9, 30)), previous_period=None, previous=None)
    sheet = printed(accountability.document(facts))

    assert "trong từ ngày 02/7/2026 đến ngày 30/9/2026, số liệu" in sheet.flowing


def test_the_identity_stands_as_table_and_equation(report: Sheet) -> None:
    assert "Quý III/2026 0 17 0 0 0 17" in report.flowing
    assert "Quý II/2026 2 12 0 0 1 13" in report.flowing
    assert "Quý III/2026 7 2 1 0 0 5 1 0 1 81,8 %" in report.flowing
    assert "Quý II/2026 6 4 2 0 0 0 1 0 0 76,9 %" in report.flowing
    assert "0 + 17 + 0 − 0 − 0 = 17 = (7 + 2 + 1 + 0) + 0 + (5 + 1 + 0) + 1." in report.flowing
    assert "(7 + 2) / (7 + 2 + 1 + 1 + 0) = 81,8 %. Nhiệm vụ không hạn không tính vào tỷ lệ." in report.flowing


def test_a_period_before_without_figures_says_so() -> None:
    sheet = printed(accountability.document(an_accountability(previous=None)))

    assert "Quý II năm 2026: chưa có số liệu." in sheet.flowing


def test_officials_with_counts_lateness_and_the_internal_moves(report: Sheet) -> None:
    text = report.flowing
    assert "3 Hà Thị Ánh Nguyệt, Chuyên viên tổng hợp - 5 - 1 - 4 - 1 2" in text
    assert "3 Hà Thị Ánh Nguyệt 1 - 1 - - 1 1 - - 8 33,3" in text
    assert "Trong đó nội bộ 1 1" in text
    assert "Cộng - 17 - - - 17 1 1 2" in text
    assert "Cộng 7 2 1 - - 5 1 - 1 8 81,8" in text


def test_officials_of_several_units_stand_under_their_units() -> None:
    first, *others = the_officials()
    sheet = printed(accountability.document(an_accountability(officials=(replace(first, unit="Lãnh đạo"), *others))))

    assert "Lãnh đạo 1 Vương Đình Khoát" in sheet.flowing
    assert "VP 2 Ngô Thị Bích Đào" in sheet.flowing


def test_results_by_field_where_they_are_given() -> None:
    fields = (
        FieldRow("Tổng hợp", Counts(assigned=10, total=10, done_early=7, done_on_time=2, done_late=1)),
        FieldRow("", Counts(assigned=7, total=7, doing_in_time=5, doing_overdue=1, paused=1)),
    )
    sheet = printed(accountability.document(an_accountability(fields=fields)))

    assert "Tổng hợp 10 7 2 1 - - - - - - -" in sheet.flowing
    assert "(chưa phân lĩnh vực) 7 - - - - - 5 1 - 1 -" in sheet.flowing


def test_a_late_task_tells_person_days_deadlines_cause_coordination_and_chases(report: Sheet) -> None:
    text = report.flowing
    for sentence in (
        "1. Tổng hợp ý kiến, kiến nghị cử tri trước kỳ họp (NV39; 29/KH-HĐND, 11/9/2026).",
        "Người chịu trách nhiệm: Hà Thị Ánh Nguyệt, Chuyên viên tổng hợp.",
        "Hạn ban đầu 22/9/2026, hạn hiện tại 22/9/2026 (chưa đổi).",
        "Trình ngày 22/9/2026, bị trả lại ngày 24/9/2026: thiếu số liệu của hai phòng.",
        "Chưa hoàn thành, quá hạn 6 ngày làm việc (8 ngày).",
        (
            "Số ngày làm việc chậm chia theo người giữ: Mai Thị Thùy Ân 0 ngày (giữ từ 14/9/2026); "
            "Hà Thị Ánh Nguyệt 6 ngày (giữ từ 23/9/2026)."
        ),
        (
            "Nguyên nhân do phối hợp: Phòng Văn hóa - Xã hội gửi số liệu chậm (giải trình ngày 25/9/2026 của "
            "Hà Thị Ánh Nguyệt, người giao chưa xét)."
        ),
        (
            "trả lời chậm ngày 28/9/2026: đã gửi bảng tổng hợp; Phòng Kinh tế, Hạ tầng và Đô thị, hạn 21/9/2026, "
            "chưa trả lời."
        ),
        "Đã đôn đốc 2 lần (ngày 23/9/2026, 28/9/2026).",
        "Vấn đề xã hội quan tâm.",
        "Đã hoàn thành, trình ngày 04/9/2026, chậm 2 ngày làm việc (7 ngày).",
        (
            "Nguyên nhân chủ quan: chưa chủ động lấy ý kiến các phòng; khắc phục: gửi dự thảo trước 5 ngày làm việc "
            "(giải trình ngày 07/9/2026 của Hà Thị Ánh Nguyệt, người giao chấp nhận)."
        ),
    ):
        assert sentence in text, sentence


def test_a_late_task_without_explanation_or_chase_says_so() -> None:
    task = replace(the_task("NV39"), causes=(), extensions=2, pauses=1)
    late = LateTask(task, (Custody(KHOAT, "VP", date(2026, 9, 14), None, 12, 6),))
    text = printed(accountability.document(an_accountability(late=(late,)))).flowing

    assert "Chưa có giải trình nguyên nhân. Chưa đôn đốc." in text
    assert "(gia hạn 2 lần, tạm dừng 1 lần)" in text
    assert "chia theo người giữ" not in text


def test_extensions_and_hand_overs(report: Sheet) -> None:
    text = report.unspaced
    for cell in (
        "hạn trúng ngày nghỉ lễ Quốc khánh (đề nghị ngày 28/8/2026)",
        "đồng ý ngày 28/8/2026 (Vương Đình Khoát); căn cứ 2260/UBND-TP",
        "đúng lĩnh vực phụ trách; căn cứ 12/TB-VP",
    ):
        assert cell.replace(" ", "") in text


def test_an_undecided_extension_is_told_as_such() -> None:
    rows = an_accountability().extensions
    asked = replace(rows[0], extension=an_extension(decision=None, decided_on=None, decided_by=None))

    assert "chưa quyết định" in printed(accountability.document(an_accountability(extensions=(asked,)))).flowing


def test_every_task_stands_in_the_annex_with_its_cells(report: Sheet) -> None:
    annex = "".join(
        "".join("".join(text.text.split()) for text in page.texts) for page in report.pages if page.width > page.height
    )
    for task in the_tasks():
        mark = "*" if task.number == "NV24" else ""
        assert f"{task.title.replace(' ', '')}{mark}({task.number})" in annex
        assert task.product.replace(" ", "") in annex
    assert "03/9(1lần)" in annex
    assert "Chủquan:chưachủđộnglấyýkiếncácphòng;gửidựthảotrước5ngàylàmviệc(đượcchấpnhận)" in annex


def test_names_and_dates_are_not_cut_inside(report: Sheet) -> None:
    drawn = [text.text for page in report.pages for text in page.texts]
    for name in ("Nguyệt", "Khoát", "14/9"):
        assert any(name in text.split(" ") for text in drawn), name


def test_what_was_declared_late_and_what_came_from_an_old_book(report: Sheet) -> None:
    assert "Dòng 8 (NV22): xác nhận hoàn thành khai ngày 04/9/2026, ghi lúc 14:05 ngày 14/9/2026." in report.flowing
    assert "5 nhiệm vụ nhập từ sổ cũ, ghi ngày 06/7/2026." in report.flowing


def test_since_when_the_records_are_whole_is_said_where_that_lies_within_the_period() -> None:
    words = "Sổ theo dõi có số liệu đầy đủ từ ngày 15/8/2026"
    assert words in printed(accountability.document(an_accountability(covered_from=date(2026, 8, 15)))).flowing
    assert words not in printed(accountability.document(an_accountability())).flowing


def test_a_unit_without_tasks_gets_a_full_page_that_says_so(empty_report: Sheet) -> None:
    text = empty_report.flowing
    for sentence in (
        "Trong quý III năm 2026 đơn vị không có nhiệm vụ phải theo dõi.",
        "0 + 0 + 0 − 0 − 0 = 0 = (0 + 0 + 0 + 0) + 0 + (0 + 0 + 0) + 0.",
        "Tỷ lệ đúng hạn: không có nhiệm vụ để tính.",
        "Không có cá nhân được giao nhiệm vụ trong kỳ.",
        "Không có nhiệm vụ chậm.",
        "Không có đề nghị gia hạn; không có nhiệm vụ chuyển giao, thu hồi.",
        "Nơi nhận:",
    ):
        assert sentence in text, sentence
    assert "Phụ lục" not in text
    assert all(page.height > page.width for page in empty_report.pages)


def test_one_task_and_an_unknown_year() -> None:
    task = a_task(assigned_on=date(1990, 1, 5), original_due_on=date(2099, 12, 31), due_on=date(2099, 12, 31))
    counts = Counts(assigned=1, total=1, done_early=1, on_time_rate=Decimal(1))
    officials = (OfficialRow(KHOAT, "VP", counts),)
    facts = an_accountability(counts=counts, officials=officials, internal=an_accountability().internal, tasks=(task,))
    sheet = printed(accountability.document(replace(facts, internal=type(facts.internal)(), late=())))

    assert "05/01/1990" in sheet.whole
    assert "31/12/2099" in sheet.whole


def test_two_hundred_officials() -> None:
    one = Counts(assigned=1, total=1, doing_in_time=1)
    officials = tuple(
        OfficialRow(Person(f"CB{number}", f"Nguyễn Thị Thu Phương Anh {number}", "Chuyên viên"), "VP", one)
        for number in range(200)
    )
    facts = replace(many_tasks(200), officials=officials)
    sheet = printed(accountability.document(facts))

    assert "Nguyễn Thị Thu Phương Anh 199" in sheet.flowing
    assert "Cộng - 200 - - - 200 - - -" in sheet.flowing


@pytest.mark.parametrize("number", [1, 97])
def test_every_row_of_a_long_annex_is_there_once_and_in_order(number: int) -> None:
    sheet = printed(accountability.document(many_tasks(number)))
    drawn = "".join(sheet.unspaced)

    places = [drawn.find(f"({row}/VP/2026)") for row in range(1, number + 1)]
    assert -1 not in places
    assert places == sorted(places)
    assert drawn.count("/VP/2026)") == number


def test_the_file_is_put_in_place(tmp_path: Path) -> None:
    accountability.draw(an_accountability(late=the_late()), tmp_path / "báo cáo.pdf")

    assert "BÁO CÁO" in read(tmp_path / "báo cáo.pdf").whole
    assert [path.name for path in tmp_path.iterdir()] == ["báo cáo.pdf"]


def test_recording_times_are_local() -> None:
    books = tuple(
        replace(book, recorded_at=datetime(2026, 7, 5, 18, 0, tzinfo=UTC)) for book in an_accountability().old_books
    )

    assert "ghi ngày 06/7/2026" in printed(accountability.document(an_accountability(old_books=books))).flowing


def test_a_co_ordinator_asked_for_nothing_of_his_own_is_only_named() -> None:
    facts = an_accountability()
    asked = (
        Coordinator("Vương Đình Khoát (Văn phòng)"),
        Coordinator("các phòng"),
        Coordinator("Cao Bá Hiển", "số liệu"),
        Coordinator("Đỗ Thị Ái", answered_on=date(2026, 9, 3)),
    )
    late = (replace(facts.late[0], coordinators=asked), *facts.late[1:])

    told = printed(accountability.document(replace(facts, late=late))).flowing

    assert (
        "Phối hợp: Vương Đình Khoát (Văn phòng); các phòng; Cao Bá Hiển (số liệu), chưa trả lời; "
        "Đỗ Thị Ái, trả lời ngày 03/9/2026."
    ) in told


def test_the_name_of_the_period_stays_on_one_line_in_both_tables(report: Sheet) -> None:
    drawn = [text for text in report.pages[0].texts if "III/2026" in text.text]

    assert len(drawn) == 2
    assert all(text.text.startswith("Quý") for text in drawn)


def test_a_period_that_has_not_begun_says_so() -> None:
    facts = an_accountability()

    early = printed(accountability.document(replace(facts, seen_on=date(2026, 6, 30)))).flowing

    assert "Kỳ này chưa bắt đầu: số liệu dưới đây là nhiệm vụ chuyển sang, như ngày 30/6/2026." in early
    assert "Kỳ này chưa bắt đầu" not in printed(accountability.document(facts)).flowing


def test_the_titles_of_the_annex_get_a_fifth_of_its_width() -> None:
    document = accountability.document(many_tasks(40))
    pages = Pages(BytesIO(), document)
    pages.open(landscape=True)
    (table,) = (block for block in document.sections[1].blocks if isinstance(block, Table))

    _, widths = tables.measured(pages, table)

    assert table.columns[1].title.startswith("Nội dung nhiệm vụ")
    assert widths[1] >= 0.2 * sum(widths)
