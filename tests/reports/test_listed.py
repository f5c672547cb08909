"""Any list on paper: landscape, its title and note, headings on every page, the journal's state at the foot."""

from __future__ import annotations

import pytest

from tests.reports.builders import a_foot, a_letterhead
from tests.reports.reading import printed
from tracker.domain.errors import Refused
from tracker.figures.types import Listed
from tracker.reports import listed


def a_list(*rows: tuple[str, ...], title: str = "Nhiệm vụ quá hạn", note: str = "người: Chử Đức Toàn") -> Listed:
    return Listed(a_letterhead(), a_foot(), title, note, ("Số", "Nhiệm vụ", "Hạn"), rows)


def test_title_note_day_and_number_of_rows() -> None:
    sheet = printed(listed.document(a_list(("NV06", "Khắc phục tồn tại", "18/9"))))

    page = sheet.pages[0]
    assert page.width > page.height
    assert "NHIỆM VỤ QUÁ HẠN" in page.whole
    assert "(người: Chử Đức Toàn; số liệu ngày 30/9/2026; 1 dòng)" in page.whole
    assert "Khắc phục tồn tại" in page.whole
    assert "Sổ nhật ký đến mục 1.284" in page.whole
    assert "Số:" not in page.whole, "a list is no document with a number"


def test_headings_stand_on_every_page_and_rows_are_counted() -> None:
    sheet = printed(listed.document(a_list(*((f"NV{n:03}", f"Việc thứ {n}", "18/9") for n in range(1, 121)))))

    assert len(sheet.pages) > 3
    assert all("Nhiệm vụ" in page.whole for page in sheet.pages)
    assert "NV120" in sheet.pages[-1].whole
    assert "120 dòng" in sheet.pages[0].whole


def test_an_empty_list_says_so() -> None:
    assert "không có dòng nào" in printed(listed.document(a_list())).pages[0].whole


def test_what_cannot_be_printed_is_named_by_its_row() -> None:
    with pytest.raises(Refused, match="dòng 2") as refused:
        printed(listed.document(a_list(("NV01", "Việc một", ""), ("NV02", "Việc \U0001f600", ""))))
    assert refused.value.code == "report.glyph_missing"
