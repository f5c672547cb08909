"""`import` and `export` from the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

SAMPLES = Path(__file__).parents[1] / "samples"
BOOK = SAMPLES / "so-theo-doi-q3-2026.xlsx"


@pytest.fixture
def peopled(office: Run) -> Run:
    """An office with the units and officials of the sample book."""
    for what in ("units", "officials"):
        assert office("--today", "2026-09-30", "import", what, BOOK).status == 0
    return office


def test_a_trial_changes_nothing(peopled: Run) -> None:
    told = peopled("--today", "2026-09-30", "import", "tasks", BOOK, "--dry-run")
    assert told.out == "Only tried, nothing changed: 40 new, 0 to change, 0 as they are.\n"
    assert peopled("task", "list", "--json").json == []


def test_the_second_time_nothing_is_new(peopled: Run) -> None:
    assert "40 new" in peopled("--today", "2026-09-30", "import", "tasks", BOOK).out
    assert "0 new, 0 changed, 40 as they were" in peopled("--today", "2026-09-30", "import", "tasks", BOOK).out


def test_an_old_font_is_told_with_three_rows_as_read(peopled: Run) -> None:
    told = peopled("--today", "2026-09-30", "import", "tasks", SAMPLES / "nhiem-vu-tcvn3.xlsx")
    assert told.status == 0
    assert "TCVN3" in told.err
    assert sum("→" in line for line in told.err.splitlines()) == 3
    assert peopled("task", "show", "NV01", "--json").json["title"].startswith("Tham mưu Kế hoạch cải cách hành chính")


def test_every_fault_is_told_by_row_and_nothing_is_changed(peopled: Run, tmp_path: Path) -> None:
    marked = tmp_path / "marked.xlsx"
    book = SAMPLES / "so-theo-doi-co-loi.xlsx"
    told = peopled("--today", "2026-09-30", "import", "tasks", book, "--problems", marked)
    assert (told.status, told.out) == (1, "")
    for row in (5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16):
        assert f"row {row}," in told.err
    assert marked.exists()
    assert peopled("task", "list", "--json").json == []


def test_what_is_no_workbook_is_named(peopled: Run, tmp_path: Path) -> None:
    wrong = tmp_path / "sổ.xlsx"
    wrong.write_bytes(b"PK\x03\x04 cut off")
    told = peopled("import", "tasks", wrong)
    assert told.status == 1
    assert "sổ.xlsx" in told.err


def test_several_sheets_that_fit_ask_for_one(peopled: Run) -> None:
    assert peopled("--today", "2026-09-30", "import", "tasks", BOOK, "--sheet", "Cán bộ").status == 1
    assert peopled("--today", "2026-09-30", "import", "tasks", BOOK, "--sheet", "Nhiệm vụ").status == 0


@pytest.mark.parametrize("ending", ["xlsx", "csv", "json"])
@pytest.mark.parametrize("what", ["units", "officials", "tasks"])
def test_what_is_exported_reads_back_to_no_change(at_sample: Run, tmp_path: Path, what: str, ending: str) -> None:
    book = tmp_path / f"{what}.{ending}"
    written = at_sample("export", what, book)
    assert written.status == 0, written.err
    told = at_sample("import", what, book)
    assert told.status == 0, told.err
    rows = written.out.split()[1]
    assert f"0 new, 0 changed, {rows} as they were" in told.out


def test_an_export_takes_the_filters_of_the_list(at_sample: Run, tmp_path: Path) -> None:
    book = tmp_path / "late.json"
    told = at_sample("export", "tasks", book, "--class", "overdue")
    assert told.out.startswith("Written: 3 rows")
    told = at_sample("export", "officials", tmp_path / "vp.csv", "--unit", "VP")
    assert told.out.startswith("Written: 6 rows")


def test_only_those_who_may_import(at_sample: Run, tmp_path: Path) -> None:
    at_sample("export", "tasks", tmp_path / "book.xlsx")
    told = at_sample("--as", "CB12", "import", "tasks", tmp_path / "book.xlsx")
    assert told.status == 1
