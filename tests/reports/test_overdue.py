"""The list of overdue tasks on paper."""

from __future__ import annotations

from datetime import date

from tests.reports.builders import a_paper, the_late
from tests.reports.reading import printed
from tracker.domain.periods import parse
from tracker.figures.overdue import Band, Overdue
from tracker.figures.types import Signature
from tracker.reports import overdue


def a_list(*bands: Band) -> Overdue:
    maker = Signature(("NGƯỜI LẬP BIỂU",), "Mai Thị Thùy Ân")
    return Overdue(a_paper(), maker, "Văn phòng", parse("2026-Q3"), date(2026, 9, 30), bands)


def test_each_band_stands_above_its_tasks() -> None:
    first, second = the_late()
    text = printed(overdue.document(a_list(Band(5, 10, (first,)), Band(-1, 5, (second,))))).flowing
    assert "1 nhiệm vụ thuộc vấn đề xã hội quan tâm (quá hạn 6-10 ngày: 1; quá hạn đến 5 ngày: 1)." in text
    band, number, other, last = (
        text.index(words) for words in ("Quá hạn 6-10 ngày (1)", "(NV39)", "Quá hạn đến 5 ngày (1)", "(NV22)")
    )
    assert band < number < other < last


def test_the_oldest_band_has_no_end() -> None:
    text = printed(overdue.document(a_list(Band(30, None, the_late())))).flowing
    assert "Quá hạn trên 30 ngày (2)" in text


def test_maker_and_head_sign_side_by_side() -> None:
    sheet = printed(overdue.document(a_list(Band(5, 10, the_late()))))
    page = sheet.pages[-1]
    maker, head = page.find("NGƯỜI LẬP BIỂU"), page.find("CHÁNH VĂN PHÒNG")
    assert abs(maker.bottom - head.bottom) < 1
    assert maker.right < head.left


def test_what_was_done_about_each_is_told() -> None:
    text = printed(overdue.document(a_list(Band(5, 10, the_late())))).unspaced
    assert "23/9,28/9" in text
    assert "chưađônđốc" in text


def test_an_empty_list_is_a_whole_page_that_says_so() -> None:
    sheet = printed(overdue.document(a_list()))
    assert len(sheet.pages) == 1
    assert "Văn phòng không có nhiệm vụ quá hạn." in sheet.flowing
    assert sheet.outline == ((0, "Danh mục nhiệm vụ quá hạn", 0),)
