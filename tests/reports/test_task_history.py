"""The life of one task on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from tests.reports.builders import HASH, a_history, a_task
from tests.reports.reading import Sheet, printed, read
from tracker.figures.types import Change, OldBook
from tracker.reports import task_history

if TYPE_CHECKING:
    from pathlib import Path


def test_facts_of_the_task(history: Sheet) -> None:
    text = history.flowing
    for line in (
        "NV39. Tổng hợp ý kiến, kiến nghị cử tri trước kỳ họp",
        "Nguồn giao 29/KH-HĐND, 11/9/2026",
        "Người chịu trách nhiệm Hà Thị Ánh Nguyệt, Chuyên viên tổng hợp, VP",
        "Thẩm quyền theo chức vụ",
        "Hạn ban đầu 22/9/2026",
        "Hệ số K, số lượng K = 8; 1 sản phẩm",
        "Ngày chậm 6 ngày làm việc (8 ngày)",
    ):
        assert line in text, line
    assert "Độ mật" not in text


def test_who_held_it_how_long(history: Sheet) -> None:
    assert "Mai Thị Thùy Ân, Văn thư - lưu trữ, VP 14/9/2026 22/9/2026 7 -" in history.flowing
    assert "Hà Thị Ánh Nguyệt, Chuyên viên tổng hợp, VP 23/9/2026 nay 6 6 đi công tác" in history.flowing


def test_deadlines_results_and_company(history: Sheet) -> None:
    text = history.unspaced
    for cell in (
        "không đồng ý ngày 21/9/2026 (Vương Đình Khoát); lý do: cần cho kỳ họp",
        "chờ văn bản của Thường trực HĐND",
        "21/9/2026 → 22/9/2026",
        "đang đi tập huấn",
        "trả lại ngày 24/9/2026, Vương Đình Khoát",
        "bao-cao-kien-nghi-cu-tri.pdf",
        HASH[:16],
        "Nguyễn Thị Sao Mai (Phòng Văn hóa - Xã hội)",
        "Đôn đốc ngày 23/9/2026, Vương Đình Khoát: quá hạn.",
    ):
        assert cell.replace(" ", "") in text, cell
    assert HASH not in text


def test_the_journal_tells_who_declared_when_and_what_changed(history: Sheet) -> None:
    text = history.unspaced
    for cell in (
        "Mai Thị Thùy Ân (ghi thay Vương Đình Khoát)",
        "08:30 ngày 29/9/2026",
        "tình trạng: Chờ xác nhận → Trả lại, thực hiện lại",
        "người chịu trách nhiệm: Mai Thị Thùy Ân → Hà Thị Ánh Nguyệt",
        "hạn hiện tại: 22/9/2026",
    ):
        assert cell.replace(" ", "") in text, cell


def test_a_young_task_says_what_there_is_not() -> None:
    facts = a_history(
        task=a_task(state="assigned", deadline_class="in_time", submitted_on=None, confirmed_on=None),
        extensions=(), pauses=(), declines=(), submissions=(), chases=(), coordinators=(), evidence=(), entries=(),
    )  # fmt: skip
    text = printed(task_history.document(facts)).flowing

    for sentence in ("Không có đề nghị gia hạn.", "Chưa trình kết quả.", "Không có phối hợp.", "Chưa đôn đốc."):
        assert sentence in text, sentence
    assert "Tạm dừng" not in text


def test_a_task_from_an_old_book_says_when_it_was_recorded() -> None:
    book = OldBook(1, datetime(2026, 7, 6, 2, 0, tzinfo=UTC))

    text = printed(task_history.document(a_history(old_book=book))).flowing
    assert "Nhập từ sổ cũ, ghi lúc 09:00 ngày 06/7/2026." in text


def test_a_change_without_an_old_value_and_one_to_nothing() -> None:
    entry = replace(
        a_history().entries[0],
        changes=(Change("due_on", date(2026, 9, 22), None), Change("public_concern", False, True)),
    )
    text = printed(task_history.document(a_history(entries=(entry,)))).unspaced

    assert "hạnhiệntại:22/9/2026→(trống)" in text
    assert "xãhộiquantâm:không→có" in text


def test_the_file_is_put_in_place(tmp_path: Path) -> None:
    task_history.draw(a_history(), tmp_path / "nv39.pdf")

    sheet = read(tmp_path / "nv39.pdf")
    assert sheet.information["Title"] == "Lý lịch nhiệm vụ NV39"
    assert sheet.outline[0][1] == "Lý lịch nhiệm vụ NV39"
