"""`init`, `backup`, `restore`."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_an_office_is_made_once(office: Run) -> None:
    assert office("unit", "list", "--json").json[0]["head"] == "CB01"
    again = office(
        *("init", "--code", "X", "--name", "X", "--place", "X", "--superior", "X"),
        *("--head-code", "X", "--head-name", "X", "--head-title", "X"),
    )
    assert again.status == 1
    assert [unit["code"] for unit in office("unit", "list", "--json").json] == ["UBND"]


def test_a_name_that_is_refused_leaves_no_office_behind(line: Run, data: Path) -> None:
    told = line(
        *("--data", data, "init", "--code", " ", "--name", "Ủy ban", "--place", "X", "--superior", "X"),
        *("--head-code", "CB01", "--head-name", "Lưu Quang Thiệu", "--head-title", "Chủ tịch"),
    )
    assert told.status == 1
    assert not (data / "tracker.sqlite3").exists()


def test_a_backup_is_described_and_not_written_over(at_sample: Run, tmp_path: Path) -> None:
    target = tmp_path / "saved.zip"
    told = at_sample("backup", target)
    assert told.status == 0
    assert "Tasks            40" in told.out
    assert zipfile.is_zipfile(target)
    assert at_sample("backup", target).status == 1
    assert at_sample("backup", target, "--replace").status == 0


def test_looking_into_a_backup_changes_nothing(at_sample: Run, sample_data: Path, tmp_path: Path) -> None:
    at_sample("backup", tmp_path / "saved.zip")
    before = (sample_data / "tracker.sqlite3").read_bytes()
    assert at_sample("restore", tmp_path / "saved.zip", "--look").status == 0
    assert (sample_data / "tracker.sqlite3").read_bytes() == before


def test_a_restore_keeps_what_was_there_aside_and_is_recorded(at_sample: Run, tmp_path: Path) -> None:
    at_sample("backup", tmp_path / "saved.zip")
    assert at_sample("--as", "CB01", "task", "chase", "NV06", "--reason", "Lần 3").status == 0
    told = at_sample("restore", tmp_path / "saved.zip", "--reason", "Thử phục hồi")
    assert told.status == 0, told.err
    assert at_sample("task", "show", "NV06", "--json").json["chases"] == 2
    last = at_sample("journal", "list", "--json", "--limit", "1").json[0]
    assert (last["verb"], last["reason"], last["actor"]) == ("restore", "Thử phục hồi", "CB01")
    assert at_sample("journal", "verify").status == 0
    (aside,) = tmp_path.glob("sample-before-restore-*")
    assert (aside / "tracker.sqlite3").exists()


def test_only_whoever_may_change_settings_restores(at_sample: Run, tmp_path: Path) -> None:
    at_sample("backup", tmp_path / "saved.zip")
    told = at_sample("--as", "CB12", "restore", tmp_path / "saved.zip")
    assert told.status == 1
    assert not list(tmp_path.glob("sample-before-restore-*"))


def test_a_backup_is_restored_where_there_is_nothing(at_sample: Run, line: Run, tmp_path: Path) -> None:
    at_sample("backup", tmp_path / "saved.zip")
    other = tmp_path / "other"
    assert line("--data", other, "restore", tmp_path / "saved.zip").status == 0
    assert len(line("--data", other, "official", "list", "--json").json) == 25


def test_who_restored_is_named_as_the_restored_office_knows_them(
    at_sample: Run, office: Run, line: Run, data: Path, tmp_path: Path
) -> None:
    """In the sample CB01 is somebody else than in the office that it is restored over."""
    at_sample("backup", tmp_path / "saved.zip")
    told = office("restore", tmp_path / "saved.zip")
    assert told.status == 0, told.err
    (entry,) = line("--data", data, "journal", "list", "--verb", "restore", "--json").json
    assert (entry["actor"], entry["declared_on"]) == ("CB01", "2026-09-30")


def test_damaged_data_are_replaced_by_a_backup(at_sample: Run, sample_data: Path, tmp_path: Path) -> None:
    at_sample("backup", tmp_path / "saved.zip")
    (sample_data / "tracker.sqlite3").write_bytes(b"no database" * 500)
    told = at_sample("restore", tmp_path / "saved.zip")
    assert told.status == 0, told.err
    assert "tracker.sqlite3" in told.err
    assert at_sample("journal", "verify").status == 0


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04 cut off"])
def test_what_is_no_backup_changes_nothing(at_sample: Run, sample_data: Path, tmp_path: Path, content: bytes) -> None:
    wrong = tmp_path / "wrong.zip"
    wrong.write_bytes(content)
    before = (sample_data / "tracker.sqlite3").read_bytes()
    assert at_sample("restore", wrong).status == 1
    assert (sample_data / "tracker.sqlite3").read_bytes() == before
