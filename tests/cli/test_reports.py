"""`report KIND`: parts left out, texts from files, Word and Excel beside the PDF, one file for each."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest

from tests.cli.conftest import Run
from tracker.papers.kinds import KINDS

TYPED = KINDS["quarterly"].typed[0].key


@pytest.fixture
def report(line: Run, made_sample: Path) -> Run:
    """A report of the sample office's quarter."""

    def run(kind: str, *more: object):
        return line("--data", made_sample, "report", kind, "--period", "2026-Q3", *more)

    return run


def text_of(paper: Path) -> str:
    with pypdfium2.PdfDocument(paper) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_parts_are_left_out(report: Run, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    told = report("accountability", "--unit", "VP", "--out", out, "--without", "annex", "--without", "late")
    assert (told.status, told.out.splitlines()) == (0, [str(out)])
    assert "V. GIA HẠN" in text_of(out)
    assert "NHIỆM VỤ CHẬM" not in text_of(out)
    assert "Phụ lục" not in text_of(out)


def test_a_part_that_there_is_not_is_told_with_those_there_are(report: Run, tmp_path: Path) -> None:
    told = report("accountability", "--unit", "VP", "--out", tmp_path / "a.pdf", "--without", "charts2")
    assert told.status == 2
    assert "overall" in told.err
    assert list(tmp_path.iterdir()) == []


def test_word_and_excel_stand_beside_the_pdf(report: Run, tmp_path: Path) -> None:
    told = report("official", "--unit", "VP", "--official", "CB06", "--out", tmp_path, "--docx", "--xlsx")
    stem = "TD_quy3-2026_CB06_Ha-Thi-Anh-Nguyet"
    assert told.out.splitlines() == [str(tmp_path / f"{stem}.{form}") for form in ("pdf", "docx", "xlsx")]
    with ZipFile(tmp_path / f"{stem}.docx") as word:
        assert "Hà Thị Ánh Nguyệt" in word.read("word/document.xml").decode()
    assert ZipFile(tmp_path / f"{stem}.xlsx").testzip() is None


def test_one_file_for_each_unit_and_why_there_is_none(report: Run, tmp_path: Path) -> None:
    told = report("overdue", "--unit", "UBND", "--all", "--out", tmp_path / "all")
    assert told.status == 0
    assert [Path(path).name for path in told.out.splitlines()] == [
        f"QH_quy3-2026_{code}.pdf" for code in ("UBND", "VP", "KTHTDT", "VHXH", "TTPVHCC", "TRUNGKHE")
    ]
    assert told.err == ""
    assert len(list((tmp_path / "all").iterdir())) == 6


def test_one_file_for_each_official_of_the_unit(report: Run, tmp_path: Path) -> None:
    told = report("official", "--unit", "VP", "--all", "--out", tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(Path(path).name for path in told.out.splitlines())
    assert all("_CB" in path.name for path in tmp_path.iterdir())
    assert len(list(tmp_path.iterdir())) > 3


def test_all_into_a_file_is_refused(report: Run, tmp_path: Path) -> None:
    told = report("overdue", "--unit", "UBND", "--all", "--out", tmp_path / "a.pdf")
    assert told.status == 1
    assert list(tmp_path.iterdir()) == []


def test_a_character_that_cannot_be_printed_is_refused_or_boxed(line: Run, sample_data: Path, tmp_path: Path) -> None:
    def office(*words: object):
        return line("--data", sample_data, *words)

    assert (
        office("--as", "CB04", "task", "edit", "NV39", "--title", "Tổng hợp ý kiến 漢", "--reason", "thử").status == 0
    )
    wanted = ("report", "overdue", "--unit", "VP", "--period", "2026-Q3", "--out", tmp_path / "a.pdf")
    told = office(*wanted)
    assert (told.status, "NV39" in told.err) == (1, True)
    assert list(tmp_path.glob("*.pdf")) == []
    assert office(*wanted, "--boxed").status == 0
    assert "Tổng hợp ý kiến □" in text_of(tmp_path / "a.pdf")


def test_kept_issued_printed_again_and_checked(line: Run, sample_data: Path, tmp_path: Path) -> None:
    def office(*words: object):
        return line("--data", sample_data, *words)

    draft = office("report", "keep", "accountability", "--unit", "VP", "--period", "2026-Q3").last
    assert office("report", "keep", "accountability", "--unit", "VP").status == 2
    told = office("report", "issue", draft, "--number", "12", "--date", "2026-09-30", "--out", tmp_path / "a.pdf")
    assert (told.status, told.last) == (0, str(tmp_path / "a.pdf"))
    assert "12/BC-VP" in office("report", "kept").out
    assert office("report", "reprint", draft, "--out", tmp_path / "b.pdf").status == 0
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    assert office("report", "check", tmp_path / "b.pdf").status == 0
    (tmp_path / "b.pdf").write_bytes((tmp_path / "a.pdf").read_bytes() + b"x")
    told = office("report", "check", tmp_path / "b.pdf")
    assert (told.status, "12/BC-VP" in told.out) == (3, True)
    assert office("report", "check", "ABC").status == 3
    assert office("report", "issue", draft, "--number", "13", "--out", tmp_path / "c.pdf").status == 1
    assert office("journal", "verify").status == 0


def test_nothing_kept_is_said(line: Run, made_sample: Path) -> None:
    assert "No report was kept yet" in line("--data", made_sample, "report", "kept").err


def test_a_part_without_a_register_is_typed_from_a_file(report: Run, tmp_path: Path) -> None:
    (tmp_path / "h.txt").write_text("Hai phòng <b>chưa</b> phối hợp & báo cáo.", encoding="utf-8")
    out = tmp_path / "a.pdf"
    told = report("quarterly", "--unit", "VP", "--out", out, "--text", f"{TYPED}={tmp_path / 'h.txt'}")
    assert told.status == 0
    assert "Hai phòng <b>chưa</b> phối hợp & báo cáo." in " ".join(text_of(out).split())


@pytest.mark.parametrize("named", [f"{TYPED}=gone.txt", f"{TYPED}=latin.txt", "annex=h.txt", TYPED])
def test_a_text_that_cannot_be_read_is_refused(
    named: str, report: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "latin.txt").write_bytes("Tr\xec".encode("latin-1"))
    (tmp_path / "h.txt").write_text("Hai phòng", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    told = report("quarterly", "--unit", "VP", "--out", tmp_path / "a.pdf", "--text", named)
    assert (told.status, told.out) == (1, "")
    assert len(told.err.strip().splitlines()) == 1
    assert named.partition("=")[2] in told.err
    assert not (tmp_path / "a.pdf").exists()


def test_a_run_that_is_stopped_leaves_no_file(report: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*given: object) -> None:
        (folder,) = (each for each in given if isinstance(each, Path))
        (folder / "BC.pdf").write_bytes(b"%PDF")
        raise KeyboardInterrupt

    monkeypatch.setattr("tracker.papers.making.make_all", stopped)
    told = report("overdue", "--unit", "UBND", "--all", "--out", tmp_path / "all")
    assert told.status == 1
    assert list((tmp_path / "all").iterdir()) == []


def test_a_folder_that_cannot_be_is_named(report: Run, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    told = report("overdue", "--unit", "UBND", "--all", "--out", tmp_path / "taken")
    assert (told.status, told.out) == (1, "")
    assert f"{tmp_path / 'taken'} cannot be written" in told.err
