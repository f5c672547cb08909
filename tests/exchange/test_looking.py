"""A file looked into before it is read, and read as a person says: other headings, other meanings of columns."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.exchange.books import SAMPLES, TODAY, a_task_book, a_workbook
from tracker.domain.book import What
from tracker.domain.errors import Refused
from tracker.domain.old_fonts import Encoding
from tracker.exchange import look, read

ODD = ("STT", "Mã", "Việc phải làm", "Ai", "Hạn", "Sản phẩm", "Riêng")
LINE = (1, "A1", "Lập kế hoạch", "CB06", "25/9/2026", "Kế hoạch", "x")


def test_a_look_tells_sheets_headings_and_the_first_rows() -> None:
    found = look(SAMPLES / "so-theo-doi-q3-2026.xlsx", "tasks", today=TODAY)
    assert found.sheets == (("Đơn vị", What.UNITS), ("Cán bộ", What.OFFICIALS), ("Nhiệm vụ", What.TASKS))
    assert (found.sheet_name, found.header_row, found.fits, found.clear) == ("Nhiệm vụ", 4, True, True)
    assert found.headings["B"] == "Mã"
    assert found.fields["G"] == "owner"
    assert found.texts[5]["B"] == "NV01"
    assert max(found.texts) == 4 + 15


def test_a_row_far_down_is_shown_when_asked_for() -> None:
    found = look(SAMPLES / "so-theo-doi-q3-2026.xlsx", "tasks", today=TODAY, rows=[44])
    assert found.texts[44]["B"] == "NV40"
    assert 30 not in found.texts


def test_an_old_font_is_told_with_examples() -> None:
    found = look(SAMPLES / "nhiem-vu-tcvn3.xlsx", "tasks", today=TODAY)
    assert found.encoding is Encoding.TCVN3
    assert found.examples[0] == ("sæ theo dâi nhiÖm vô", "SỔ THEO DÕI NHIỆM VỤ")
    plain = look(SAMPLES / "nhiem-vu-tcvn3.xlsx", "tasks", encoding="unicode", today=TODAY)
    assert plain.examples == ()
    assert "sæ theo dâi nhiÖm vô" in {text for row in plain.texts.values() for text in row.values()}


def test_headings_that_do_not_fit_are_shown_and_not_refused(tmp_path: Path) -> None:
    path = a_task_book(tmp_path / "so.xlsx", LINE, headings=ODD)
    found = look(path, "tasks", today=TODAY)
    assert (found.fits, found.header_row) == (False, 1)
    assert found.headings["D"] == "Ai"
    assert "D" not in found.fields
    with pytest.raises(Refused) as refused:
        read(path, "tasks", today=TODAY)
    assert refused.value.code == "exchange.no_headings"


def test_columns_are_read_as_a_person_says(tmp_path: Path) -> None:
    path = a_task_book(tmp_path / "so.xlsx", LINE, headings=ODD)
    said = {"B": "number", "C": "title", "D": "owner", "E": "deadline", "F": "product", "G": "note"}
    sheet = read(path, "tasks", "Sheet1", today=TODAY, fields=said)
    (row,) = sheet.rows
    assert (row.number, row.title, row.owner, row.note) == ("A1", "Lập kế hoạch", "CB06", "x")
    assert row.due_on == date(2026, 9, 25)
    assert sheet.ignored == ("STT",)
    assert dict(sheet.columns) == {name: letter for letter, name in said.items()}


def test_a_column_that_is_left_out_by_a_person_is_not_read(tmp_path: Path) -> None:
    path = a_task_book(tmp_path / "so.xlsx", LINE[:6], headings=("STT", "Mã", "Nội dung", "Chủ trì", "Hạn", "Sản phẩm"))
    fields = {letter: name for letter, name in look(path, "tasks", today=TODAY).fields.items() if name != "number"}
    sheet = read(path, "tasks", "Sheet1", today=TODAY, fields=fields)
    assert sheet.rows[0].number is None
    assert sheet.ignored == ("Mã",)


def test_a_mapping_without_a_needed_column_is_refused_by_name(tmp_path: Path) -> None:
    path = a_task_book(tmp_path / "so.xlsx", LINE, headings=ODD)
    with pytest.raises(Refused) as refused:
        read(path, "tasks", "Sheet1", today=TODAY, fields={"C": "title", "E": "deadline"})
    assert refused.value.code == "exchange.no_headings"
    assert "Người chịu trách nhiệm" in str(refused.value.parameters["wanted"])


def test_the_row_of_the_headings_is_the_one_that_was_said(tmp_path: Path) -> None:
    """Two rows look like headings; the upper one is an old table's."""
    headings = ("STT", "Mã", "Nội dung nhiệm vụ", "Người chịu trách nhiệm", "Hạn", "Sản phẩm")
    old = (1, "C1", "Việc cũ của năm trước", "CB01", "01/9/2026", "Báo cáo")
    path = a_workbook(tmp_path / "so.xlsx", ("Sheet1", [headings, old, [], headings, LINE[:6]]))
    assert [row.number for row in read(path, "tasks", today=TODAY).rows] == ["C1", "A1"]
    assert [row.number for row in read(path, "tasks", "Sheet1", today=TODAY, header_row=4).rows] == ["A1"]
    assert look(path, "tasks", "Sheet1", today=TODAY, header_row=4).header_row == 4


def test_a_row_without_cells_is_no_row_of_headings(tmp_path: Path) -> None:
    path = a_task_book(tmp_path / "so.xlsx", LINE[:6])
    assert look(path, "tasks", "Sheet1", today=TODAY, header_row=9).fits is False
    with pytest.raises(Refused, match="no_headings"):
        read(path, "tasks", "Sheet1", today=TODAY, header_row=9)


def test_what_cannot_be_opened_is_refused_at_once(tmp_path: Path) -> None:
    (tmp_path / "so.xlsx").write_bytes(b"%PDF-1.7")
    with pytest.raises(Refused) as refused:
        look(tmp_path / "so.xlsx", "tasks", today=TODAY)
    assert refused.value.code == "exchange.not_a_workbook"
    assert refused.value.parameters["file"] == "so.xlsx"
