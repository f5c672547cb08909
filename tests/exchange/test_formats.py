""".xls and .ods are read like .xlsx, and a file is known by its content, whatever its name says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.exchange.books import HEADINGS, SAMPLES, read_here
from tests.exchange.raw_files import a_package, an_ods, an_xls, row_xml, sheet_xml
from tracker.domain.old_fonts import Encoding

LINES = [
    ["SỔ THEO DÕI NHIỆM VỤ"],
    [],
    [*HEADINGS, "Hệ số K"],
    [1, "NV01", "Lập kế hoạch", "Hà Thị Ánh Nguyệt", "25/9/2026", "Kế hoạch", 1.5],
    [2, "NV02", "Lập dự toán", "CB13", 46310, "Dự toán", 56],
]
READ = [
    (4, "NV01", "Hà Thị Ánh Nguyệt", date(2026, 9, 25), "1.5"),
    (5, "NV02", "CB13", date(2026, 10, 15), "56"),
]


def found(path: Path) -> list[tuple[object, ...]]:
    sheet = read_here(path)
    assert sheet.problems == ()
    return [(row.row, row.number, row.owner, row.due_on, str(row.coefficient)) for row in sheet.rows]


def test_a_workbook_of_excel_97(tmp_path: Path) -> None:
    assert found(an_xls(tmp_path / "so.xls", LINES)) == READ


def test_an_opendocument_sheet(tmp_path: Path) -> None:
    lines = [*LINES[:4], [2, "NV02", "Lập dự toán", "CB13", date(2026, 10, 15), "Dự toán", 56]]
    path = an_ods(tmp_path / "so.ods", lines)
    assert found(path) == READ
    assert read_here(path).sheet_name == "Sổ"


@pytest.mark.parametrize("name", ["so.xlsx", "so.ods", "so", "so.xls.bak"])
def test_the_name_does_not_matter(tmp_path: Path, name: str) -> None:
    assert found(an_xls(tmp_path / name, LINES)) == READ
    (tmp_path / name).write_bytes((SAMPLES / "nhiem-vu-tcvn3.xlsx").read_bytes())
    assert read_here(tmp_path / name).encoding is Encoding.TCVN3


def test_texts_in_runs_and_without_places(tmp_path: Path) -> None:
    """Other programs leave out the places of cells, put texts into the cells and split them into runs."""
    rich = '<row r="2"><c/><c t="inlineStr"><is><r><t>NV</t></r><r><t>01</t></r><rPh><t>x</t></rPh></is></c>'
    rich += (
        "".join(f'<c t="str"><v>{text}</v></c>' for text in ("Lập kế hoạch", "CB06", "25/9/2026", "Kế hoạch"))
        + "</row>"
    )
    path = a_package(tmp_path / "so.xlsx", {"xl/worksheets/sheet1.xml": sheet_xml(row_xml(1, *HEADINGS) + rich)})
    (row,) = read_here(path).rows
    assert (row.number, row.title, row.due_on) == ("NV01", "Lập kế hoạch", date(2026, 9, 25))


def test_styles_that_cannot_be_read_are_done_without(tmp_path: Path) -> None:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    styles = f'<styleSheet xmlns="{main}"><fills count="1"><fill><gibberish/></fill></fills></styleSheet>'
    texts = "".join(f'<c t="str"><v>{text}</v></c>' for text in ("A1", "Lập kế hoạch", "CB06"))
    day = f'<row r="2"><c/>{texts}<c s="9"><v>46290</v></c><c t="str"><v>Kế hoạch</v></c></row>'
    parts = {"xl/styles.xml": styles, "xl/worksheets/sheet1.xml": sheet_xml(row_xml(1, *HEADINGS) + day)}
    (row,) = read_here(a_package(tmp_path / "so.xlsx", parts)).rows
    assert row.due_on == date(2026, 9, 25)


def test_the_calendar_of_1904(tmp_path: Path) -> None:
    from openpyxl import Workbook
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active.append(list(HEADINGS))
    book.active.append([1, "A1", "Lập kế hoạch", "CB06", date(2026, 9, 25), "Kế hoạch"])
    book.active.append([2, "A2", "Lập dự toán", "CB06", 44828, "Dự toán"])
    book.save(tmp_path / "so.xlsx")
    book.close()
    assert [row.due_on for row in read_here(tmp_path / "so.xlsx").rows] == [date(2026, 9, 25)] * 2
