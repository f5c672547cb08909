"""What cannot be read is refused with one clear sentence: the file, and row, column and rule where there are any."""

from __future__ import annotations

import string
from pathlib import Path

import pytest

from tests.exchange.books import HEADINGS, SAMPLES, TODAY, a_task_book, a_workbook, read_here, told
from tests.exchange.raw_files import a_package, an_ods, an_ole, row_xml, sheet_xml
from tracker.domain.book import LONGEST_TEXT, Problem
from tracker.domain.errors import Expected, Refused
from tracker.exchange import read
from tracker.words import Words, sentences

GOOD = (1, "A1", "Lập kế hoạch", "CB06", "25/9/2026", "Kế hoạch")


def refusal(path: Path, **wanted: object) -> Refused:
    with pytest.raises(Refused) as refused:
        read(path, "tasks", today=TODAY, **wanted)  # type: ignore[arg-type]
    assert_worded(refused.value)
    return refused.value


def assert_worded(error: Expected) -> None:
    """It has a sentence, and every place in it is filled."""
    assert error.code in sentences()
    told_of = Words("en").sentence(error)
    assert "{" not in told_of
    assert str(error.parameters.get("file", "")) in told_of


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


# The whole file


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert refusal(tmp_path / "so.xlsx").code == "exchange.not_found"
    assert refusal(tmp_path).code == "exchange.not_found"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("so.xlsx", b"", "empty_file"),
        ("so.csv", b"", "empty_file"),
        ("so.csv", b"\r\n\r\n", "empty_file"),
        ("so.xlsx", b"%PDF-1.7 and so on", "not_a_workbook"),
        ("so.xls", b"<html><table><tr><td>STT</td></tr></table></html>", "not_a_workbook"),
        ("so.docx", b"STT,x", "not_a_workbook"),
        ("so.csv", bytes(range(256)) * 5, "not_a_workbook"),
        ("so.xlsx", an_ole("EncryptedPackage", b"x"), "encrypted"),
        ("so.xlsx", an_ole("WordDocument", b"x"), "not_a_workbook"),
        ("so.xls", an_ole("Workbook", b"x" * 100), "unreadable"),
        ("so.csv", b"STT,b\r\n1,2\r\n", "no_headings"),
        ("so.csv", "STT;Nội dung;Người thực hiện;Hạn\n".encode(), "no_rows"),
        ("so.json", b"[1, 2]", "not_a_workbook"),
        ("so.json", b'[{"title": ', "truncated"),
        ("so.json", b"[" * 100_000, "truncated"),
    ],
)
def test_a_file_that_is_no_book(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    refused = refusal(written(tmp_path / name, content))
    assert refused.code == f"exchange.{code}"
    assert refused.parameters["file"] == name


def test_a_workbook_that_was_cut_off(tmp_path: Path) -> None:
    whole = (SAMPLES / "so-theo-doi-q3-2026.xlsx").read_bytes()
    for part in (1, 2, 3):
        assert refusal(written(tmp_path / "so.xlsx", whole[: len(whole) * part // 4])).code == "exchange.truncated"


def test_an_encrypted_opendocument_sheet(tmp_path: Path) -> None:
    path = an_ods(tmp_path / "so.ods", [GOOD], manifest="<manifest><encryption-data/></manifest>")
    assert refusal(path).code == "exchange.encrypted"


def test_a_document_of_word(tmp_path: Path) -> None:
    from zipfile import ZipFile

    with ZipFile(tmp_path / "so.xlsx", "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<document/>")
    assert refusal(tmp_path / "so.xlsx").code == "exchange.not_a_workbook"


def test_an_empty_workbook(tmp_path: Path) -> None:
    assert refusal(a_workbook(tmp_path / "so.xlsx", ("Sheet1", []))).code == "exchange.empty_file"


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"]
)
@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY x SYSTEM "file:///etc/passwd">',
        '<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">',
        '<!ENTITY % p SYSTEM "http://a.vn/x">%p;',
    ],
)
def test_entities(tmp_path: Path, part: str, declared: str) -> None:
    from tests.exchange.raw_files import PARTS

    root = PARTS[part].split(" ")[0].strip("<")
    changed = {part: f"<?xml version='1.0'?><!DOCTYPE {root} [{declared}]>{PARTS[part]}"}
    changed.setdefault("xl/worksheets/sheet1.xml", sheet_xml(row_xml(1, *HEADINGS) + row_xml(2, *map(str, GOOD))))
    assert refusal(a_package(tmp_path / "so.xlsx", changed)).code == "exchange.entities"


def test_a_sheet_that_is_not_there() -> None:
    refused = refusal(SAMPLES / "so-theo-doi-q3-2026.xlsx", sheet="Quý IV")
    assert refused.code == "exchange.no_such_sheet"
    assert "Nhiệm vụ" in str(refused.parameters["sheets"])


# One cell


def faults(path: Path) -> list[tuple[int | None, str | None, str]]:
    sheet = read_here(path)
    for problem in sheet.problems:
        assert_worded(problem.refusal("so.xlsx"))
    return told(sheet.problems)


def test_a_formula_counts_with_its_result_only(tmp_path: Path) -> None:
    cells = '<c t="str"><f>"Lập"&amp;" kế hoạch"</f><v>Lập kế hoạch</v></c><c t="inlineStr"><is><t>CB06</t></is></c>'
    start = '<row r="2"><c><f>A1+1</f></c><c t="inlineStr"><is><t>A1</t></is></c>'
    with_result = f'{start}{cells}<c><f>TODAY()</f><v>46290</v></c><c t="str"><v>x</v></c></row>'
    without = with_result.replace('r="2"', 'r="3"').replace("<v>46290</v>", "").replace(">A1</t>", ">A2</t>")
    broken = (
        with_result.replace('r="2"', 'r="4"')
        .replace("<c><f>TODAY()</f><v>46290</v>", '<c t="e"><f>TODAY()</f><v>#REF!</v>')
        .replace(">A1</t>", ">A3</t>")
    )
    path = a_package(
        tmp_path / "so.xlsx",
        {"xl/worksheets/sheet1.xml": sheet_xml(row_xml(1, *HEADINGS) + with_result + without + broken)},
    )
    sheet = read_here(path)
    assert (sheet.rows[0].title, str(sheet.rows[0].due_on)) == ("Lập kế hoạch", "2026-09-25")
    assert faults(path) == [(3, "E", "formula_without_result"), (4, "E", "cell_error")]


def test_a_cell_of_ten_thousand_characters(tmp_path: Path) -> None:
    path = a_task_book(
        tmp_path / "so.xlsx", (1, "A1", "x" * 10_000, *GOOD[3:]), (2, "A2", "x" * LONGEST_TEXT, *GOOD[3:])
    )
    assert faults(path) == [(2, "C", "too_long")]


@pytest.mark.parametrize("sign", ["_x0007_", "_x0000_", "_x001F_", "\x85", "\x9b"])
def test_control_characters(tmp_path: Path, sign: str) -> None:
    row = row_xml(2, "1", "A1", f"Lập{sign}kế hoạch", *GOOD[3:])
    path = a_package(tmp_path / "so.xlsx", {"xl/worksheets/sheet1.xml": sheet_xml(row_xml(1, *HEADINGS) + row)})
    assert faults(path) == [(2, "C", "control_characters")]


def test_a_carriage_return_of_excel_is_a_line_break(tmp_path: Path) -> None:
    row = row_xml(2, "1", "A1", "Lập_x000D_\nkế hoạch", *GOOD[3:])
    path = a_package(tmp_path / "so.xlsx", {"xl/worksheets/sheet1.xml": sheet_xml(row_xml(1, *HEADINGS) + row)})
    assert read_here(path).rows[0].title == "Lập kế hoạch"


ROW = {
    "Mã": "A1",
    "Nội dung": "Lập kế hoạch",
    "Người thực hiện": "CB06",
    "Hạn ban đầu": "25/9/2026",
    "Hạn hiện tại": "25/9/2026",
    "Sản phẩm": "Kế hoạch",
    "Ngày giao": "1/9/2026",
    "Tình trạng": "Đang thực hiện",
    "Ngày hoàn thành": "",
    "Ngày xác nhận": "",
    "Tiến độ (%)": "",
    "Loại nguồn": "",
    "Độ mật": "",
    "Nhóm phức tạp": "",
    "Xã hội quan tâm": "",
    "Loại nguyên nhân": "",
    "Số lượng": "",
}


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"Nội dung": ""}, "missing"),
        ({"Người thực hiện": ""}, "missing"),
        ({"Sản phẩm": ""}, "missing"),
        ({"Hạn ban đầu": "", "Hạn hiện tại": ""}, "missing"),
        ({"Ngày giao": "31/6/2026"}, "no_such_date"),
        ({"Ngày giao": "13/13/2026"}, "no_such_date"),
        ({"Ngày giao": "hôm qua"}, "not_a_date"),
        ({"Ngày giao": "25/9"}, "not_a_date"),
        ({"Ngày giao": "1/10/2026", "Hạn ban đầu": "5/10/2026", "Hạn hiện tại": "5/10/2026"}, "after_today"),
        ({"Hạn hiện tại": "sớm"}, "not_a_deadline"),
        ({"Hạn hiện tại": "không hạn"}, "deadline_and_none"),
        ({"Hạn hiện tại": "31/8/2026"}, "due_before_assigned"),
        ({"Tình trạng": "xong rồi"}, "unknown_state"),
        ({"Tình trạng": "Đã hoàn thành"}, "done_without_day"),
        ({"Tình trạng": "Chờ xác nhận"}, "done_without_day"),
        ({"Tình trạng": "Hoàn thành", "Ngày hoàn thành": "31/8/2026"}, "event_before_assigned"),
        (
            {"Tình trạng": "Hoàn thành", "Ngày hoàn thành": "20/9/2026", "Ngày xác nhận": "19/9/2026"},
            "confirmed_before_submitted",
        ),
        ({"Tiến độ (%)": "120 %"}, "not_percent"),
        ({"Loại nguồn": "trời ơi"}, "unknown_source_kind"),
        ({"Độ mật": "rất mật"}, "unknown_secrecy"),
        ({"Nhóm phức tạp": "N7"}, "not_a_group"),
        ({"Xã hội quan tâm": "có lẽ"}, "not_yes_or_no"),
        ({"Loại nguyên nhân": "trời mưa"}, "unknown_cause"),
        ({"Số lượng": "vài"}, "not_whole"),
    ],
)
def test_one_fault_is_one_problem_at_its_place(tmp_path: Path, changed: dict[str, str], code: str) -> None:
    values = {**ROW, **changed}
    path = a_task_book(
        tmp_path / "so.xlsx", tuple(ROW.values()), tuple({**values, "Mã": "A2"}.values()), headings=tuple(ROW)
    )
    column = string.ascii_uppercase[list(ROW).index(list(changed)[-1])]
    # A missing day of completion is told of the column it must be filled into; two empty deadlines of the present one.
    column = string.ascii_uppercase[list(ROW).index("Ngày hoàn thành")] if code == "done_without_day" else column
    expected = "G" if code == "after_today" else column
    assert faults(path) == [(3, expected, code)]


def test_an_unfinished_row_is_told_of_all_its_faults(tmp_path: Path) -> None:
    values = {**ROW, "Nội dung": "", "Tình trạng": "?", "Ngày giao": "32/1/2026"}
    path = a_task_book(tmp_path / "so.xlsx", tuple(values.values()), headings=tuple(ROW))
    assert [code for _, _, code in faults(path)] == ["no_such_date", "unknown_state", "missing"]


def test_a_draft_needs_only_a_title(tmp_path: Path) -> None:
    path = a_task_book(
        tmp_path / "so.xlsx", (1, "", "Lập kế hoạch", "", "", "", "Dự thảo giao"), headings=(*HEADINGS, "Tình trạng")
    )
    assert faults(path) == []


def test_every_code_of_a_problem_has_its_sentence() -> None:
    """Codes of faults are not found by the test of words: they become refusals only here."""
    import re

    import tracker.exchange

    folder = Path(tracker.exchange.__file__).parent
    codes = {
        code
        for file in folder.glob("*.py")
        for code in re.findall(r'"(exchange\.\w+)"', file.read_text(encoding="utf-8"))
    }
    assert codes - set(sentences()) == set()


def test_a_problem_becomes_a_refusal_that_names_its_place() -> None:
    refused = Problem(7, "C", "exchange.missing", {"heading": "Nội dung", "missing": "Nội dung nhiệm vụ"}).refusal(
        "so.xlsx"
    )
    sentence = Words("en").sentence(refused)
    assert sentence.startswith("so.xlsx, row 7, column C “Nội dung”: ")
