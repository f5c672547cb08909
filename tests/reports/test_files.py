"""A file is whole or it is not there."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from tracker.domain.errors import Unavailable
from tracker.reports import files

PDF = b"%PDF-1.7 something %%EOF\n"
OLD = b"%PDF-1.7 the old one %%EOF\n"


def failing(error: OSError) -> object:
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


def test_a_new_file_is_written_and_an_old_one_replaced(tmp_path: Path) -> None:
    files.put(OLD, tmp_path / "a.pdf")
    files.put(PDF, tmp_path / "a.pdf")

    assert (tmp_path / "a.pdf").read_bytes() == PDF
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_a_folder_or_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unavailable) as folder:
        files.put(PDF, tmp_path)
    with pytest.raises(Unavailable) as missing:
        files.put(PDF, tmp_path / "no" / "a.pdf")

    assert (folder.value.code, folder.value.parameters["path"]) == ("report.path_is_folder", str(tmp_path))
    assert (missing.value.code, missing.value.field) == ("report.folder_missing", "out")


@pytest.mark.parametrize("step", ["_write", "_check", "_rename"])
@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "report.disk_full"),
        (OSError(errno.EIO, "Input/output error"), "report.write_failed"),
        (PermissionError(errno.EACCES, "Permission denied"), "report.open_elsewhere"),
    ],
)
def test_whatever_fails_the_old_file_stays_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: OSError, code: str
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(OLD)
    monkeypatch.setattr(files, step, failing(error))

    with pytest.raises(Unavailable) as refused:
        files.put(PDF, path)

    assert refused.value.code == code
    assert path.read_bytes() == OLD
    assert [left.name for left in tmp_path.iterdir()] == ["a.pdf"]


def test_what_does_not_read_back_is_not_put_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_write", lambda data, part: part.write_bytes(data[:10]))

    with pytest.raises(Unavailable) as refused:
        files.put(PDF, tmp_path / "a.pdf")

    assert refused.value.code == "report.write_failed"
    assert list(tmp_path.iterdir()) == []


def test_a_file_held_for_a_moment_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace, tries = Path.replace, []

    def held_twice(part: Path, path: Path) -> Path:
        tries.append(path)
        if len(tries) < 3:
            raise PermissionError(errno.EACCES, "used by another process")
        return replace(part, path)

    monkeypatch.setattr(Path, "replace", held_twice)
    monkeypatch.setattr(files, "PAUSE", 0)
    files.put(PDF, tmp_path / "a.pdf")

    assert len(tries) == 3
    assert (tmp_path / "a.pdf").read_bytes() == PDF


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="folders are closed by their mode")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(Unavailable) as refused:
            files.put(PDF, tmp_path / "a.pdf")
    finally:
        tmp_path.chmod(0o700)

    assert refused.value.code == "report.not_writable"


def test_a_folder_that_may_not_be_written_by_its_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_write", failing(PermissionError(errno.EACCES, "Permission denied")))

    with pytest.raises(Unavailable) as refused:
        files.put(PDF, tmp_path / "a.pdf")

    assert refused.value.code == "report.not_writable"
