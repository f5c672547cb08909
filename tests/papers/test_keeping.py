"""Reports that were kept, issued, printed again, and held against the data."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import TODAY, an_actor
from tests.keys import PASSWORD
from tests.papers.test_kinds import asked, drawn
from tests.reports.reading import read
from tracker.actions.edits import edit
from tracker.domain.errors import Damaged, Refused
from tracker.domain.kept import KeptReport
from tracker.domain.officials import Actor
from tracker.papers import keeping
from tracker.papers.checking import Verdict, check_file, check_text
from tracker.papers.kinds import KINDS
from tracker.papers.signing import KeyFile, sign
from tracker.papers.telling import sentence
from tracker.reports import foot
from tracker.reports import kept as content
from tracker.store import Store, evidence, kept, officials, tasks
from tracker.store.folder import open_folder
from tracker.store.verify import verify
from tracker.words import Words


@pytest.fixture
def store(sample_store: Store, tmp_path: Path) -> Iterator[Store]:
    """A copy of the sample office, to be changed."""
    shutil.copytree(sample_store.folder, tmp_path / "data")
    found = open_folder(tmp_path / "data")
    yield found
    found.close()


def who(store: Store, code: str = "CB01") -> Actor:
    return an_actor(officials.by_code(store, code).id, TODAY)


def kept_report(store: Store, kind: str = "accountability") -> KeptReport:
    return keeping.keep(store, asked(store, kind, "VP", "NV39"), TODAY, who(store))


def issued(store: Store, kind: str = "accountability", number: str = "12") -> KeptReport:
    return keeping.issue(store, who(store), kept_report(store, kind).id, number)


def saved(data: bytes, folder: Path) -> Path:
    path = folder / "paper.pdf"
    path.write_bytes(data)
    return path


# --- content ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_comes_back_from_its_bytes(sample_store: Store, kind: str) -> None:
    document = drawn(sample_store, kind).document
    data = content.to_bytes(document)
    assert content.from_bytes(data) == document
    assert content.to_bytes(content.from_bytes(data)) == data


@given(st.binary(max_size=200))
def test_other_bytes_are_no_document(data: bytes) -> None:
    with pytest.raises(ValueError, match="document"):
        content.from_bytes(data)


# --- kept, issued, printed again --------------------------------------------------------------------------------------


def test_a_draft_leaves_number_and_day_blank_and_stands_still(store: Store) -> None:
    report = kept_report(store)
    before = keeping.paper(store, report)
    task = tasks.by_number(store, "NV39")
    edit(store, who(store, "CB04"), task.id, {"title": "Việc khác"}, reason="thử")
    assert keeping.paper(store, report) == before
    text = read(before).flowing
    assert "Số: /BC-VP" in text
    assert "Việc khác" not in text


@pytest.mark.parametrize("kind", ["accountability", "chase", "assignment-slip", "quarterly"])
def test_issued_it_bears_number_and_day_everywhere_and_the_seal_at_its_end(store: Store, kind: str) -> None:
    report = issued(store, kind)
    sheet = read(keeping.paper(store, report))
    assert f"Số: 12/{report.symbol}" in sheet.pages[0].whole
    assert "ngày 30 tháng 9 năm 2026" in sheet.pages[0].whole
    if "Phụ lục" in sheet.flowing:
        assert f"(Kèm theo Báo cáo số 12/{report.symbol} ngày 30 tháng 9 năm 2026" in sheet.flowing
    with pypdfium2.PdfDocument(keeping.paper(store, report)) as pdf:
        (code,) = zxingcpp.read_barcodes(pdf[len(pdf) - 1].render(scale=3).to_pil())
    period = "" if kind == "assignment-slip" else "2026-Q3"
    assert code.text == f"BARO1|{kept.called(report)}|VP|{period}|{report.entries}|{report.head}"


def test_every_copy_is_the_same_bytes_whatever_happened_since(store: Store) -> None:
    report = issued(store)
    first = keeping.paper(store, report)
    edit(store, who(store, "CB04"), tasks.by_number(store, "NV39").id, {"title": "Việc khác"}, reason="thử")
    assert keeping.paper(store, kept.get(store, report.id)) == first
    assert verify(store).whole


def test_issued_letters_count_as_chases(store: Store) -> None:
    before = tasks.by_number(store, "NV39").chases
    issued(store, "chase")
    assert tasks.by_number(store, "NV39").chases == before + 1


def test_nothing_is_issued_where_the_number_is_refused(store: Store) -> None:
    issued(store, number="12")
    draft = kept_report(store)
    with pytest.raises(Refused):
        keeping.issue(store, who(store), draft.id, "12")
    assert not kept.get(store, draft.id).issued


def test_a_lost_paper_is_told(store: Store) -> None:
    report = issued(store)
    assert report.paper is not None
    evidence.place(store.folder, report.paper).unlink()
    with pytest.raises(Damaged):
        keeping.paper(store, report)
    assert [(found.kind, found.field) for found in verify(store).findings] == [("kept_report", "paper")]


# --- held against the data --------------------------------------------------------------------------------------------


def test_the_very_file_agrees(store: Store, tmp_path: Path) -> None:
    report = issued(store)
    found = check_file(store, saved(keeping.paper(store, report), tmp_path))
    assert (found.verdict, found.agrees, found.report) == (Verdict.SAME, True, "12/BC-VP")


def test_something_behind_it_that_is_no_signature_does_not(store: Store, tmp_path: Path) -> None:
    found = check_file(store, saved(keeping.paper(store, issued(store)) + b"more", tmp_path))
    assert (found.verdict, found.agrees) == (Verdict.LONGER, False)


def test_another_file_with_the_same_pages_agrees(store: Store, tmp_path: Path) -> None:
    report = issued(store)
    with pypdfium2.PdfDocument(keeping.paper(store, report)) as pdf:
        pdf.save(tmp_path / "again.pdf")
    found = check_file(store, tmp_path / "again.pdf")
    assert (found.verdict, found.agrees) == (Verdict.COPY, True)


def test_pages_that_were_changed_are_named(store: Store, tmp_path: Path) -> None:
    """The same number and day on what was counted later: the pages that tell of the task differ."""
    report = issued(store)
    task = tasks.by_number(store, "NV39")
    edit(store, who(store, "CB04"), task.id, {"title": "Việc đã sửa lén"}, reason="thử")
    document = drawn(store, "accountability", "VP").document
    forged = content.issued(document, "12", TODAY, keeping.seal(store, report))
    from tracker.reports import pdf

    found = check_file(store, saved(pdf.draw(forged), tmp_path))
    assert (found.verdict, found.agrees) == (Verdict.PAGES, False)
    sheets = [read(data).pages for data in (keeping.paper(store, report), pdf.draw(forged))]
    differ = [str(at + 1) for at, (one, other) in enumerate(zip(*sheets, strict=True)) if one.whole != other.whole]
    assert set(differ) <= set(found.details)
    assert differ


def test_a_paper_of_the_data_as_they_were_agrees_by_its_foot(store: Store, tmp_path: Path) -> None:
    from tracker.reports import pdf

    path = saved(pdf.draw(drawn(store, "overdue", "VP").document), tmp_path)
    found = check_file(store, path)
    assert (found.verdict, found.agrees, found.entries) == (Verdict.STATE, True, 609)


def test_a_paper_of_other_data_does_not(store: Store, tmp_path: Path) -> None:
    from tracker.reports import pdf

    document = drawn(store, "overdue", "VP").document
    other = replace(document, foot=replace(document.foot, journal_hash="f" * 64))
    found = check_file(store, saved(pdf.draw(other), tmp_path))
    assert (found.verdict, found.agrees) == (Verdict.NO_ENTRY, False)


def test_what_is_no_paper_of_ours_is_told(store: Store, tmp_path: Path) -> None:
    empty = pypdfium2.PdfDocument.new()
    empty.new_page(200, 200)
    empty.save(tmp_path / "x.pdf")
    empty.close()
    assert check_file(store, tmp_path / "x.pdf").verdict is Verdict.NOTHING
    (tmp_path / "y.pdf").write_bytes(b"%PDF-1.7 nothing")
    with pytest.raises(Refused) as refused:
        check_file(store, tmp_path / "y.pdf")
    assert refused.value.code == "exchange.not_a_pdf"


@pytest.mark.parametrize("typed", [str.lower, lambda code: code.replace(" ", ""), lambda code: code.replace(" ", "-")])
def test_the_code_as_somebody_types_it(store: Store, typed) -> None:
    report = issued(store)
    found = check_text(store, typed(foot.grouped(foot.code_of(report.head))))
    assert (found.verdict, found.agrees, found.report) == (Verdict.STATE, True, "12/BC-VP")


def test_a_mistyped_group_is_named(store: Store) -> None:
    report = issued(store)
    groups = foot.groups(foot.code_of(report.head))
    groups[3] = "ZZZ" if groups[3] != "ZZZ" else "XXX"
    found = check_text(store, " ".join(groups))
    assert (found.verdict, found.details, found.agrees) == (Verdict.MISTYPED, ("4",), False)
    assert check_text(store, "không phải mã").details == ()


def test_the_seal_agrees_and_each_part_that_was_changed_is_named(store: Store) -> None:
    report = issued(store)
    text = keeping.seal(store, report).text
    assert check_text(store, text).verdict is Verdict.SEAL
    parts = text.split("|")
    for at, name in ((2, "unit"), (3, "period"), (4, "entry"), (5, "hash")):
        changed = "|".join([*parts[:at], "x", *parts[at + 1 :]])
        found = check_text(store, changed)
        assert (found.verdict, found.details) == (Verdict.OTHER_SEAL, (name,))
    assert check_text(store, "BARO1|99/BC-VP|VP|2026-Q3|1|x").verdict is Verdict.OTHER_SEAL


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_answer_is_a_sentence(store: Store, language: str) -> None:
    found = check_text(store, "BARO1|99/BC-VP|VP|2026-Q3|1|x")
    for verdict in Verdict:
        for details in ((), ("2",)):
            told = sentence(Words(language), replace(found, verdict=verdict, details=details, report="12/BC-VP"))
            assert told.endswith(".")
            assert "{" not in told


@given(st.text(alphabet="0123456789abcdef", min_size=64, max_size=64))
def test_every_hash_begins_with_the_digits_of_its_code(sha256: str) -> None:
    prefix = foot.prefix_of(foot.code_of(sha256))
    assert sha256.startswith(prefix)
    assert len(prefix) == 20


def test_a_signed_copy_agrees(store: Store, key_file: Path, tmp_path: Path) -> None:
    report = issued(store)
    signed = sign(keeping.paper(store, report), KeyFile(key_file, PASSWORD))
    found = check_file(store, saved(signed, tmp_path))
    assert (found.verdict, found.agrees) == (Verdict.SIGNED, True)
