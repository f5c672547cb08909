"""`demo`: the sample office in a folder, its reports beside it, every path printed."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from tests.cli.conftest import Run
from tracker.cli import demo
from tracker.sample import office as sample


def text_of(paper: Path) -> str:
    document = pypdfium2.PdfDocument(paper)
    try:
        pages = []
        for page in document:
            text = page.get_textpage()
            pages.append(text.get_text_range())
            text.close()
            page.close()
        return "\n".join(pages)
    finally:
        document.close()


def test_everything_is_made_and_every_path_printed(line: Run, tmp_path: Path) -> None:
    out = tmp_path / "thử"
    told = line("demo", "--out", out, "--no-window")
    assert (told.status, told.err) == (0, "")
    first, *paths = told.out.splitlines()
    assert first == "Sample data, sample day 2026-09-30."
    assert {path.name for path in map(Path, paths)} == {path.name for path in out.iterdir()}
    assert Path(paths[0]) == out / "data"
    papers = [Path(path) for path in paths[1:]]
    assert len(papers) == 8
    for paper in papers:
        assert "DỮ LIỆU MẪU" in text_of(paper), paper
    assert line("--data", out / "data", "journal", "verify").status == 0


def test_a_second_time_only_prints_anew(line: Run, tmp_path: Path) -> None:
    line("demo", "--out", tmp_path / "d", "--no-window")
    before = {path.name: path.read_bytes() for path in (tmp_path / "d").glob("*.pdf")}
    told = line("demo", "--out", tmp_path / "d", "--no-window")
    assert told.out.startswith("The sample office is there already")
    assert {path.name: path.read_bytes() for path in (tmp_path / "d").glob("*.pdf")} == before


def test_without_a_folder_it_goes_below_the_current_one(
    line: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert line("demo", "--tasks", "30", "--no-window").status == 0
    assert len(line("--data", "ba-ro-demo/data", "task", "list", "--json").json) == 30


def test_a_generated_office_has_its_reports_too(line: Run, tmp_path: Path) -> None:
    told = line("demo", "--out", tmp_path / "d", "--tasks", "120", "--no-window")
    assert told.status == 0, told.err
    assert len(list((tmp_path / "d").glob("*.pdf"))) == 3


def test_without_a_screen_it_ends_after_its_reports(line: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "has_display", lambda: False)
    told = line("demo", "--out", tmp_path / "d", "--tasks", "5")
    assert (told.status, told.err) == (0, "")


def test_a_real_office_is_never_taken_for_a_sample(office: Run, line: Run, data: Path) -> None:
    del office
    told = line("demo", "--out", data.parent, "--no-window")
    assert told.status == 1
    assert told.err.startswith("--out: ")
    assert not list(data.parent.glob("*.pdf"))


def test_one_that_was_interrupted_is_made_anew(line: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(sample._Lives, "confirm", broken)
        patched.setitem(sample._DO, "confirm", broken)
        assert line("demo", "--out", tmp_path / "d", "--no-window").status == 1
    assert list((tmp_path / "d").iterdir()) == []
    assert line("demo", "--out", tmp_path / "d", "--no-window").status == 0


@pytest.mark.parametrize("tasks", ["0", "-5", "1000001"])
def test_how_many_tasks(line: Run, tmp_path: Path, tasks: str) -> None:
    told = line("demo", "--out", tmp_path / "d", "--tasks", tasks)
    assert told.status == 2
    assert told.err.startswith("--tasks: ")


def test_a_file_in_the_way_is_named(line: Run, tmp_path: Path) -> None:
    (tmp_path / "d").write_text("a file")
    told = line("demo", "--out", tmp_path / "d", "--no-window")
    assert told.status == 1
    assert str(tmp_path / "d") in told.err
