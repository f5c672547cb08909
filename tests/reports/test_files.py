"""A file is whole or it is not there."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from tests.reports.builders import a_foot
from tests.reports.reading import read
from tracker.domain.errors import Refused, Unavailable
from tracker.reports import pdf
from tracker.reports.blocks import Document, Section, para


def a_document(text: str = "Nội dung") -> Document:
    return Document("Thử", "Thử", "Thử", (Section((para(text),)),), a_foot())


def test_a_new_file_is_written_and_an_old_one_replaced(tmp_path: Path) -> None:
    pdf.write(a_document("trước"), tmp_path / "a.pdf")
    pdf.write(a_document("sau"), tmp_path / "a.pdf")

    assert "sau" in read(tmp_path / "a.pdf").whole
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        pdf.write(a_document(), tmp_path)

    assert refused.value.code == "file.is_folder"
    assert refused.value.parameters["path"] == str(tmp_path)


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        OSError(errno.EIO, "Input/output error"),
        PermissionError(errno.EACCES, "Permission denied"),
    ],
)
@pytest.mark.parametrize("step", ["write_bytes", "read_bytes", "replace"])
def test_whatever_fails_the_old_file_stays_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: OSError
) -> None:
    path = tmp_path / "a.pdf"
    path.write_text("the old one", encoding="utf-8")

    def fail(*_: object) -> None:
        raise error

    with monkeypatch.context() as patched:
        patched.setattr(Path, step, fail)
        with pytest.raises(Unavailable) as refused:
            pdf.write(a_document(), path)

    assert refused.value.parameters["path"] == str(path)
    assert path.read_text(encoding="utf-8") == "the old one"
    assert [left.name for left in tmp_path.iterdir()] == ["a.pdf"]


def test_what_does_not_read_back_is_not_put_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(Path, "read_bytes", lambda path: b"%PDF-1.7 half")
        with pytest.raises(Unavailable):
            pdf.write(a_document(), tmp_path / "a.pdf")

    assert list(tmp_path.iterdir()) == []
