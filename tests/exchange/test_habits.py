"""Books of other offices: other order, other headings, other habits; each invented for one way of keeping a book."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from unicodedata import normalize

import pytest

from tests.exchange.books import HEADINGS, SAMPLES, a_task_book, a_workbook, read_here, told
from tracker.domain.events import CauseKind
from tracker.domain.officials import Employment, Standing
from tracker.domain.tasks import SourceKind, TaskState, Urgency
from tracker.exchange.faults import Fault


def test_headings_in_another_order_under_other_names_below_a_letterhead(tmp_path: Path) -> None:
    path = a_workbook(
        tmp_path / "so.xlsx",
        (
            "Theo dõi 2026",
            [
                ["UBND XÃ TRUNG KHÊ", "", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
                ["VĂN PHÒNG", "", "", "Độc lập - Tự do - Hạnh phúc"],
                [],
                ["BẢNG TỔNG HỢP NHIỆM VỤ ĐƯỢC GIAO"],
                ["(Từ ngày 01/7/2026 đến ngày 30/9/2026)"],
                [],
                [
                    "TT",
                    "Thời hạn hoàn thành",
                    "Cán bộ thực hiện",
                    "Nội dung công việc",
                    "Kết quả đầu ra",
                    "Trạng thái",
                    "Ngày hoàn thành",
                    "Ngày giao việc",
                ],
                [
                    1,
                    "25/9/26",
                    "Hà Thị Ánh Nguyệt",
                    "Lập kế hoạch cải cách hành chính",
                    "Kế hoạch",
                    "Hoàn thành đúng hạn",
                    "23/9/26",
                    "3/7/26",
                ],
                [
                    2,
                    date(2026, 10, 15),
                    "đ/c Phùng Thị Yến",
                    "Lập dự toán năm 2027",
                    "Dự toán",
                    "Đang triển khai",
                    "",
                    "11-8-2026",
                ],
                ["Cộng", "", "", "2 nhiệm vụ"],
                [],
                ["", "", "", "Trung Khê, ngày 30 tháng 9 năm 2026"],
                ["", "NGƯỜI LẬP BIỂU", "", "CHỦ TỊCH"],
                ["", "(Ký, ghi rõ họ tên)", "", "(Ký tên, đóng dấu)"],
                ["", "Hà Thị Ánh Nguyệt", "", "Lương Văn Tráng"],
            ],
        ),
        merged=["A4:H4", "A5:H5"],
    )
    sheet = read_here(path)
    assert sheet.header_row == 7
    assert sheet.problems == ()
    first, second = sheet.rows
    assert (first.title, first.owner, first.product) == (
        "Lập kế hoạch cải cách hành chính",
        "Hà Thị Ánh Nguyệt",
        "Kế hoạch",
    )
    assert (first.original_due_on, first.due_on, first.submitted_on) == (
        date(2026, 9, 25),
        date(2026, 9, 25),
        date(2026, 9, 23),
    )
    assert (first.state, first.assigned_on) == (TaskState.DONE, date(2026, 7, 3))
    assert (second.owner, second.due_on, second.state) == ("Phùng Thị Yến", date(2026, 10, 15), TaskState.DOING)
    assert second.row == 9


def test_headings_of_two_rows_with_merged_groups(tmp_path: Path) -> None:
    path = a_workbook(
        tmp_path / "so.xlsx",
        (
            "Sheet1",
            [
                ["SỔ THEO DÕI"],
                [
                    "STT",
                    "Văn bản giao",
                    "",
                    "",
                    "Nội dung nhiệm vụ",
                    "Phân công thực hiện",
                    "",
                    "Thời hạn",
                    "",
                    "Kết quả thực hiện",
                    "",
                    "Sản phẩm",
                ],
                [
                    "",
                    "Số, ký hiệu",
                    "Ngày",
                    "Trích yếu",
                    "",
                    "Chủ trì",
                    "Phối hợp",
                    "Ban đầu",
                    "Gia hạn",
                    "Tình trạng",
                    "Ngày hoàn thành",
                    "",
                ],
                ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)", "(11)", "(12)"],
                [
                    1,
                    "133/KH-UBND",
                    "17/7/2026",
                    "Quản lý đô thị",
                    "Xây dựng quy chế phối hợp",
                    "CB11",
                    "CB14; Công an phường",
                    "21/8/2026",
                    "11/9/2026",
                    "Đã hoàn thành",
                    "10/9/2026",
                    "Quy chế",
                ],
                [
                    2,
                    "định kỳ",
                    "",
                    "",
                    "Báo cáo tháng",
                    "CB09",
                    "",
                    "10/9/2026",
                    "",
                    "Đã hoàn thành",
                    "9/9/2026",
                    "Báo cáo",
                ],
            ],
        ),
        merged=["A1:L1", "A2:A3", "B2:D2", "E2:E3", "F2:G2", "H2:I2", "J2:K2", "L2:L3"],
    )
    sheet = read_here(path)
    assert sheet.problems == ()
    assert sheet.header_row == 3
    first, second = sheet.rows
    assert (first.source_number, first.source_on, first.source_summary) == (
        "133/KH-UBND",
        date(2026, 7, 17),
        "Quản lý đô thị",
    )
    assert (first.owner, first.coordinators) == ("CB11", ("CB14", "Công an phường"))
    assert (first.original_due_on, first.due_on) == (date(2026, 8, 21), date(2026, 9, 11))
    assert (second.source_text, second.source_kind) == ("định kỳ", SourceKind.PERIODIC)
    assert (second.original_due_on, second.due_on) == (date(2026, 9, 10), date(2026, 9, 10))


def test_groups_without_merged_cells_reach_to_the_next_heading(tmp_path: Path) -> None:
    """As CSV has them: merged cells are gone, the group stands over its first column."""
    path = tmp_path / "so.csv"
    path.write_text(
        "STT;Nội dung;Thời hạn;;Người thực hiện;Sản phẩm\n;;Ban đầu;Gia hạn;;\n"
        "1;Rà soát hộ nghèo;1/9/2026;5/9/2026;CB18;Danh sách\n",
        encoding="utf-8",
    )
    (row,) = read_here(path).rows
    assert (row.original_due_on, row.due_on, row.owner) == (date(2026, 9, 1), date(2026, 9, 5), "CB18")


def test_number_and_day_of_the_document_in_one_column(tmp_path: Path) -> None:
    headings = (*HEADINGS, "Số, ngày văn bản")
    line = ("Việc được giao", "CB06", "25/9/2026", "Báo cáo")
    path = a_task_book(
        tmp_path / "so.xlsx",
        (1, "A1", *line, "118/KH-UBND ngày 02/7/2026"),
        (2, "A2", *line, "118/KH-UBND, 02/7/2026"),
        (3, "A3", *line, "Số 2145/UBND-KSTTHC (06/7/2026)"),
        (4, "A4", *line, "giao miệng tại giao ban 20/7"),
        (5, "A5", *line, "Công văn số 36/PC-UBND ngày 8 tháng 7 năm 2026 của UBND thành phố"),
        (6, "A6", *line, "118/KH-UBND"),
        (7, "A7", *line, "118/KH-UBND ngày 31/2/2026"),
        headings=headings,
    )
    sheet = read_here(path)
    found = [(row.source_number, row.source_on, row.source_text) for row in sheet.rows]
    assert found[:6] == [
        ("118/KH-UBND", date(2026, 7, 2), None),
        ("118/KH-UBND", date(2026, 7, 2), None),
        ("2145/UBND-KSTTHC", date(2026, 7, 6), None),
        (None, None, "giao miệng tại giao ban 20/7"),
        ("36/PC-UBND", date(2026, 7, 8), None),
        ("118/KH-UBND", None, None),
    ]
    assert sheet.rows[4].source_summary == "Công văn số 36/PC-UBND ngày 8 tháng 7 năm 2026 của UBND thành phố"
    assert sheet.rows[0].source_summary is None
    assert told(sheet.problems) == [(8, "G", "not_a_document_date")]


def test_sections_totals_blank_rows_and_headings_once_more(tmp_path: Path) -> None:
    path = a_task_book(
        tmp_path / "so.xlsx",
        ("I", "", "VĂN PHÒNG"),
        (1, "A1", "Lập kế hoạch", "CB06", "25/9/2026", "Kế hoạch"),
        (),
        ("", "", "Tổng cộng: 1", "", "", ""),
        ("II. PHÒNG KINH TẾ",),
        HEADINGS,
        (1, "A2", "Lập dự toán", "CB13", "15/10/2026", "Dự toán"),
        ("", "", "Cộng"),
        ("Ghi chú: số liệu đến ngày 30/9/2026",),
    )
    sheet = read_here(path)
    assert [row.number for row in sheet.rows] == ["A1", "A2"]
    assert told(sheet.problems) == [(2, None, "section_skipped"), (6, None, "section_skipped")]
    assert not sheet.errors


def test_a_numbered_line_without_owner_is_a_fault_and_no_section(tmp_path: Path) -> None:
    path = a_task_book(
        tmp_path / "so.xlsx", (1, "", "Lập kế hoạch"), (2, "A2", "Lập dự toán", "CB13", "15/10/2026", "Dự toán")
    )
    sheet = read_here(path)
    assert told(sheet.problems) == [(2, "D", "missing"), (2, "E", "missing"), (2, "F", "missing")]


def test_a_last_line_with_only_a_title_is_not_lost(tmp_path: Path) -> None:
    headings = ("Nội dung", "Người thực hiện", "Hạn", "Sản phẩm")
    path = a_task_book(
        tmp_path / "so.xlsx",
        ("Lập dự toán", "CB13", "15/10/2026", "Dự toán"),
        ("Lập kế hoạch quý IV",),
        headings=headings,
    )
    assert told(read_here(path).problems) == [(3, "B", "missing"), (3, "C", "missing"), (3, "D", "missing")]


def test_a_title_with_a_day_in_it_is_no_signature(tmp_path: Path) -> None:
    headings = ("Nội dung", "Người thực hiện", "Hạn", "Sản phẩm")
    path = a_task_book(
        tmp_path / "so.xlsx",
        ("Báo cáo số liệu đến ngày 30 tháng 9 năm 2026", "CB13", "15/10/2026", "Báo cáo"),
        ("Người lập báo cáo phải ký", "CB13", "15/10/2026", "Báo cáo"),
        headings=headings,
    )
    assert len(read_here(path).rows) == 2


def test_cells_merged_downwards_hold_for_each_row(tmp_path: Path) -> None:
    path = a_workbook(
        tmp_path / "so.xlsx",
        (
            "Sheet1",
            [
                (*HEADINGS, "Người giao"),
                [1, "A1", "Lập kế hoạch", "CB06", "25/9/2026", "Kế hoạch", "CB04"],
                [2, "A2", "Lập báo cáo", "CB09", "26/9/2026", "Báo cáo", ""],
                [3, "A3", "Lập dự toán", "CB13", "27/9/2026", "Dự toán", "CB10"],
            ],
        ),
        merged=["G2:G3"],
    )
    assert [row.assigner for row in read_here(path).rows] == ["CB04", "CB04", "CB10"]


def test_decomposed_text_nbsp_and_stray_blanks(tmp_path: Path) -> None:
    headings = [normalize("NFD", heading).upper() + "\u00a0" for heading in HEADINGS]
    path = a_task_book(
        tmp_path / "so.xlsx",
        (1, " NV01\u00a0", normalize("NFD", "  Lập   kế hoạch\u200b "), "\u00a0CB06", "\u00a003/9/2026 ", "Kế\nhoạch"),
        headings=headings,
    )
    (row,) = read_here(path).rows
    assert (row.number, row.title, row.owner, row.due_on, row.product) == (
        "NV01",
        "Lập kế hoạch",
        "CB06",
        date(2026, 9, 3),
        "Kế hoạch",
    )


def test_a_percentage_column_and_a_cause_in_words(tmp_path: Path) -> None:
    headings = (*HEADINGS, "Tiến độ (%)", "Nguyên nhân chậm", "Vướng mắc", "Xã hội quan tâm")
    path = a_task_book(
        tmp_path / "so.xlsx",
        (
            1,
            "A1",
            "Số hóa sổ hộ tịch",
            "CB07",
            "30/9/2026",
            "Biên bản",
            88,
            "Do bão, nguyên nhân khách quan",
            "Thiếu máy quét",
            "x",
        ),
        (2, "A2", "Số hóa hồ sơ đất", "CB12", "30/9/2026", "Biên bản", "74,2 %", "", "", ""),
        (3, "A3", "Số hóa sổ khai sinh", "CB12", "30/9/2026", "Biên bản", 0.5, "", "", "không"),
        headings=headings,
    )
    sheet = read_here(path)
    assert [row.percent for row in sheet.rows] == [88, 74, 50]
    assert (sheet.rows[0].cause_kind, sheet.rows[0].obstacle, sheet.rows[0].public_concern) == (
        CauseKind.OBJECTIVE,
        "Thiếu máy quét",
        True,
    )
    assert sheet.rows[2].public_concern is False


@pytest.mark.parametrize(
    ("heading", "value", "field", "meaning"),
    [
        ("Tiến độ", "25/9/2026", "due_on", date(2026, 9, 25)),
        ("Tiến độ thực hiện", "Đang thực hiện", "state", TaskState.DOING),
        ("Tiến độ", "45%", "percent", 45),
        ("Kết quả thực hiện", "Đã hoàn thành", "state", TaskState.DONE),
        ("Kết quả thực hiện", "Đã ban hành Kế hoạch 118", "result", "Đã ban hành Kế hoạch 118"),
        ("Nhóm", "N3", "complexity", "N3"),
        ("Nhóm", "Cải cách hành chính", "field", "Cải cách hành chính"),
    ],
)
def test_an_ambiguous_heading_means_what_stands_below_it(
    tmp_path: Path, heading: str, value: str, field: str, meaning: object
) -> None:
    deadline = () if field == "due_on" else ("Hạn ban đầu",)
    headings = ("STT", "Nội dung", "Người thực hiện", "Sản phẩm", heading, *deadline, "Ngày hoàn thành")
    line = (1, "Lập kế hoạch", "CB06", "Kế hoạch", value, *(["20/9/2026"] if deadline else []), "18/9/2026")
    (row,) = read_here(a_task_book(tmp_path / "so.xlsx", line, headings=headings)).rows
    assert getattr(row, field) == meaning


def test_time_of_completion_is_the_deadline_unless_there_is_one(tmp_path: Path) -> None:
    line = (1, "Lập kế hoạch", "CB06", "Kế hoạch", "20/9/2026")
    plan = a_task_book(
        tmp_path / "a.xlsx", line, headings=("STT", "Nội dung", "Người thực hiện", "Sản phẩm", "Thời gian hoàn thành")
    )
    book = a_task_book(
        tmp_path / "b.xlsx",
        (*line, "25/9/2026"),
        headings=("STT", "Nội dung", "Người thực hiện", "Sản phẩm", "Thời gian hoàn thành", "Hạn ban đầu"),
    )
    assert read_here(plan).rows[0].due_on == date(2026, 9, 20)
    (row,) = read_here(book).rows
    assert (row.due_on, row.submitted_on, row.state) == (date(2026, 9, 25), date(2026, 9, 20), TaskState.DONE)


@pytest.mark.parametrize(
    ("written", "due", "days", "reason"),
    [
        ("không hạn", None, None, "không hạn"),
        ("Thường xuyên", None, None, "Thường xuyên"),
        ("Không xác định thời hạn", None, None, "Không xác định thời hạn"),
        ("5 ngày làm việc", None, 5, None),
        ("trước ngày 15/9/2026", date(2026, 9, 14), None, None),
        ("Chậm nhất ngày 15/9/2026", date(2026, 9, 15), None, None),
        (46280, date(2026, 9, 15), None, None),
        ("15.9.2026", date(2026, 9, 15), None, None),
        ("2026-09-15", date(2026, 9, 15), None, None),
        ("15/9/2026 17:00", date(2026, 9, 15), None, None),
    ],
)
def test_deadlines_as_they_are_written(
    tmp_path: Path, written: object, due: date | None, days: int | None, reason: str | None
) -> None:
    (row,) = read_here(a_task_book(tmp_path / "so.xlsx", (1, "A1", "Lập kế hoạch", "CB06", written, "Kế hoạch"))).rows
    assert (row.due_on, row.deadline_days, row.no_deadline_reason) == (due, days, reason)
    assert row.no_deadline is (reason is not None)


def test_a_class_in_place_of_a_state_is_told_and_judged_by_the_day(tmp_path: Path) -> None:
    headings = (*HEADINGS, "Tình trạng", "Ngày hoàn thành")
    path = a_task_book(
        tmp_path / "so.xlsx",
        (1, "A1", "Lập kế hoạch", "CB06", "25/9/2026", "Kế hoạch", "Quá hạn", "27/9/2026"),
        (2, "A2", "Lập báo cáo", "CB06", "25/9/2026", "Báo cáo", "Quá hạn", ""),
        headings=headings,
    )
    sheet = read_here(path)
    assert [row.state for row in sheet.rows] == [TaskState.DONE, TaskState.DOING]
    assert told(sheet.problems) == [(2, "G", "state_by_day"), (3, "G", "state_open")]
    assert not sheet.errors


def test_codes_and_names_of_owners_in_two_columns(tmp_path: Path) -> None:
    headings = ("TT", "Nội dung", "Mã cán bộ", "Họ và tên", "Đơn vị", "Hạn xử lý", "Sản phẩm")
    path = a_task_book(
        tmp_path / "so.xlsx",
        (1, "Lập kế hoạch", "CB06", "Hà Thị Ánh Nguyệt", "VP", "25/9/2026", "Kế hoạch"),
        headings=headings,
    )
    (row,) = read_here(path).rows
    assert (row.owner, row.owner_name, row.unit) == ("CB06", "Hà Thị Ánh Nguyệt", "VP")


def test_officials_with_family_and_given_name_apart(tmp_path: Path) -> None:
    path = a_workbook(
        tmp_path / "cb.xlsx",
        (
            "DS",
            [
                ["DANH SÁCH CÁN BỘ, CÔNG CHỨC"],
                [
                    "STT",
                    "Mã CBCC",
                    "Họ và tên đệm",
                    "Tên",
                    "Chức danh",
                    "Phòng ban",
                    "Ngày bổ nhiệm",
                    "Số QĐ",
                    "Đối tượng",
                    "Vai trò",
                    "Lãnh đạo, quản lý",
                ],
                [
                    1,
                    "CB02",
                    "Tạ Thị",
                    "Minh Khuê",
                    "Phó Chủ tịch",
                    "UBND",
                    "1/7/2025",
                    "15/QĐ-UBND ngày 30/6/2025",
                    "Cán bộ",
                    "cấp phó",
                    "x",
                ],
                [2, "CB06", "Hà Thị Ánh", "Nguyệt", "Chuyên viên", "VP", "", "", "Công chức", "", ""],
                [3, "CB06", "Hà Thị Ánh", "Nguyệt", "Kiêm nhiệm văn thư", "VP", "", "", "", "", ""],
            ],
        ),
    )
    sheet = read_here(path, "officials")
    assert sheet.problems == ()
    first, second, third = sheet.rows
    assert (first.name, first.family_name, first.given_name) == ("Tạ Thị Minh Khuê", "Tạ Thị", "Minh Khuê")
    assert (first.decision_number, first.decision_on) == ("15/QĐ-UBND", date(2025, 6, 30))
    assert (first.standing, first.employment, first.leader) == (Standing.DEPUTY, Employment.ELECTED, True)
    assert (second.code, third.title) == ("CB06", "Kiêm nhiệm văn thư")


def test_one_code_for_two_names_is_refused(tmp_path: Path) -> None:
    path = a_workbook(
        tmp_path / "cb.xlsx",
        (
            "DS",
            [
                ["Mã", "Họ và tên", "Chức vụ", "Đơn vị"],
                ["CB1", "Lê Văn An", "Chuyên viên", "VP"],
                ["CB1", "Lê Văn Ân", "Chuyên viên", "VP"],
                ["CB2", "Vũ Ý", "", "VP"],
            ],
        ),
    )
    sheet = read_here(path, "officials")
    # An and Ân are two names, though they fold to the same.
    assert told(sheet.problems) == [(3, "A", "code_of_two"), (4, "C", "no_title")]


def test_the_kind_of_sheet_is_told_by_its_headings() -> None:
    book = SAMPLES / "so-theo-doi-q3-2026.xlsx"
    assert [read_here(book, what).sheet_name for what in ("units", "officials", "tasks")] == [
        "Đơn vị",
        "Cán bộ",
        "Nhiệm vụ",
    ]


def test_several_fitting_sheets_are_named(tmp_path: Path) -> None:
    line = [1, "A1", "Lập kế hoạch", "CB06", "25/9/2026", "Kế hoạch"]
    path = a_workbook(
        tmp_path / "so.xlsx", ("Quý II", [HEADINGS, line]), ("Quý III", [HEADINGS, line]), ("Khác", [["x"]])
    )
    with pytest.raises(Fault) as fault:
        read_here(path)
    assert (fault.value.code, fault.value.parameters) == ("exchange.several_sheets", {"sheets": "Quý II, Quý III"})
    assert read_here(path, sheet="quy iii").sheet_name == "Quý III"
    with pytest.raises(Fault, match=r"exchange\.no_such_sheet"):
        read_here(path, sheet="Quý IV")


def test_a_hidden_sheet_is_read_only_by_name(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    line = [1, "A1", "Lập kế hoạch", "CB06", "25/9/2026", "Kế hoạch"]
    path = a_workbook(tmp_path / "so.xlsx", ("Quý II", [HEADINGS, line]), ("Quý III", [HEADINGS, line]))
    book = load_workbook(path)
    book["Quý II"].sheet_state = "hidden"
    book.save(path)
    book.close()
    assert read_here(path).sheet_name == "Quý III"
    assert read_here(path, sheet="Quý II").sheet_name == "Quý II"


def test_headings_below_row_20_are_not_looked_for(tmp_path: Path) -> None:
    line = [1, "A1", "Lập kế hoạch", "CB06", "25/9/2026", "Kế hoạch"]
    in_time = a_workbook(tmp_path / "a.xlsx", ("Sheet1", [*[["x"]] * 19, HEADINGS, line]))
    too_late = a_workbook(tmp_path / "b.xlsx", ("Sheet1", [*[["x"]] * 20, HEADINGS, line]))
    assert read_here(in_time).header_row == 20
    with pytest.raises(Fault) as fault:
        read_here(too_late)
    assert fault.value.code == "exchange.no_headings"
    assert "Nội dung nhiệm vụ" in str(fault.value.parameters["wanted"])


def test_a_book_without_products_is_told_so_once(tmp_path: Path) -> None:
    path = a_task_book(
        tmp_path / "so.xlsx",
        (1, "Lập kế hoạch", "CB06", "25/9/2026"),
        (2, "Lập dự toán", "CB06", "25/9/2026"),
        headings=("STT", "Nội dung", "Người thực hiện", "Hạn"),
    )
    assert told(read_here(path).problems) == [(1, None, "no_product_column")]


def test_words_of_urgency_and_decimal_factors(tmp_path: Path) -> None:
    headings = (*HEADINGS, "Mức độ khẩn", "Hệ số K", "Số lượng")
    line = ("Lập kế hoạch", "CB06", "25/9/2026", "Kế hoạch")
    path = a_task_book(
        tmp_path / "so.xlsx",
        (1, "A1", *line, "HỎA TỐC", "1,5", "02 văn bản"),
        (2, "A2", *line, "Thượng  khẩn", 2.25, 3),
        (3, "A3", *line, "", "16", "1.200"),
        (4, "A4", *line, "vừa vừa", "-2", "vài"),
        headings=headings,
    )
    sheet = read_here(path)
    assert [row.urgency for row in sheet.rows[:3]] == [Urgency.EXPRESS, Urgency.VERY_URGENT, None]
    assert [row.coefficient for row in sheet.rows[:3]] == [Decimal("1.5"), Decimal("2.25"), Decimal(16)]
    assert [row.quantity for row in sheet.rows[:3]] == [2, 3, 1200]
    assert told(sheet.problems) == [(5, "G", "unknown_urgency"), (5, "H", "not_a_number"), (5, "I", "not_whole")]
