"""The marked copy of a book: same rows and columns, faults coloured and told, ready to be corrected and read again."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook

from tests.exchange.books import HEADINGS, SAMPLES, TODAY, a_workbook, read_here, told
from tests.exchange.raw_files import an_xls
from tracker.domain.book import Problem
from tracker.domain.errors import Expected
from tracker.exchange import read, write_problems
from tracker.exchange.marking import HEADING

FAULTY = SAMPLES / "so-theo-doi-co-loi.xlsx"


def sentence(error: Expected) -> str:
    return f"{error.code}: {error.parameters.get('value', '')}"


def test_the_faults_of_the_sample_are_marked_where_they_are(tmp_path: Path) -> None:
    sheet = read(FAULTY, "tasks", today=TODAY)
    unknown = Problem(5, "G", "people.unknown", {"value": "CB99"})
    write_problems(FAULTY, tmp_path / "marked.xlsx", [*sheet.problems, unknown], sentence, sheet)

    book = load_workbook(tmp_path / "marked.xlsx")
    assert book.sheetnames == ["Đơn vị", "Cán bộ", "Nhiệm vụ"]
    marked = book["Nhiệm vụ"]
    assert marked["S4"].value == HEADING
    assert marked["S5"].value == "people.unknown: CB99"
    assert marked["S6"].value == "exchange.no_such_date: 31/02/2026\nexchange.no_such_date: 31/02/2026"
    coloured = {
        cell.coordinate for row in marked.iter_rows(min_row=5) for cell in row if cell.fill.fgColor.rgb == "FFF8CBAD"
    }
    assert coloured == {"G5", "J6", "K6", "C7", "L8", "B10", "J12", "K12", "P14", "O15", "I16"}
    book.close()


def test_the_marked_copy_is_read_as_the_book_was(tmp_path: Path) -> None:
    sheet = read(FAULTY, "tasks", today=TODAY)
    write_problems(FAULTY, tmp_path / "marked.xlsx", sheet.problems, sentence, sheet)
    again = read(tmp_path / "marked.xlsx", "tasks", today=TODAY)
    assert again.rows == sheet.rows
    assert again.problems == sheet.problems
    assert again.ignored == (HEADING,)
    # What was text stays text, and days stay days (features: "same form back").
    before, after = load_workbook(FAULTY)["Nhiệm vụ"], load_workbook(tmp_path / "marked.xlsx")["Nhiệm vụ"]
    assert [[cell.value for cell in row] for row in after.iter_rows(min_row=5, max_col=18)] == [
        [cell.value for cell in row] for row in before.iter_rows(min_row=5, max_col=18)
    ]


def test_an_old_font_stays(tmp_path: Path) -> None:
    path = SAMPLES / "nhiem-vu-tcvn3.xlsx"
    sheet = read(path, "tasks", today=TODAY)
    write_problems(path, tmp_path / "marked.xlsx", [Problem(None, None, "x")], sentence, sheet)
    marked = load_workbook(tmp_path / "marked.xlsx")["Sheet1"]
    assert (marked["C4"].font.name, marked["C4"].value[:10]) == (".VnTime", "Tham m\xadu K")
    assert marked["S3"].value == f"{HEADING}\nx:"
    assert read(tmp_path / "marked.xlsx", "tasks", today=TODAY).rows == sheet.rows


def test_other_kinds_of_file_are_marked_in_a_workbook(tmp_path: Path) -> None:
    line = [1, "=A1", "Lập kế hoạch", "CB06", "32/1/2026", "@x"]
    text = "\n".join(";".join(str(value) for value in each) for each in (HEADINGS, line))
    (tmp_path / "so.csv").write_text(text, encoding="utf-8")
    for path in (tmp_path / "so.csv", an_xls(tmp_path / "so.xls", [HEADINGS, line])):
        sheet = read_here(path)
        assert told(sheet.problems) == [(2, "E", "no_such_date")]
        write_problems(path, tmp_path / "marked.xlsx", sheet.problems, sentence, sheet)
        again = load_workbook(tmp_path / "marked.xlsx").active
        assert again["E2"].fill.fgColor.rgb == "FFF8CBAD"
        assert (again["B2"].value, again["B2"].data_type, again["F2"].value) == ("=A1", "s", "@x")


def test_a_missing_cell_is_coloured_and_warnings_are_lighter(tmp_path: Path) -> None:
    path = a_workbook(
        tmp_path / "so.xlsx",
        (
            "Sheet1",
            [
                HEADINGS,
                (1, "A1", "Lập kế hoạch", "", "25/9/2026", "x"),
                ("", "", "MỤC HAI"),
                (2, "A2", "y", "CB06", "25/9/2026", "x"),
            ],
        ),
    )
    sheet = read_here(path)
    assert told(sheet.problems) == [(2, "D", "missing"), (3, None, "section_skipped")]
    write_problems(path, tmp_path / "marked.xlsx", sheet.problems, sentence, sheet)
    marked = load_workbook(tmp_path / "marked.xlsx").active
    assert (marked["D2"].value, marked["D2"].fill.fgColor.rgb) == (None, "FFF8CBAD")
    assert marked["G3"].value == "exchange.section_skipped: "
