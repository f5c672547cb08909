"""A file that another program holds open, as Windows refuses to replace it: tried again for a while, then told in one
sentence; the old file stays as it is.
"""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from tracker import files
from tracker.cli import main as tracker
from tracker.domain.errors import Unavailable

SHARING_VIOLATION, ACCESS_DENIED, LOCK_VIOLATION = 32, 5, 33
OLD = b"of yesterday"
Hold = Callable[[int | None, int], list[float]]


@pytest.fixture
def hold(monkeypatch: pytest.MonkeyPatch) -> Hold:
    """Have the target held for so many tries (None: for ever); gives the seconds that were waited."""

    def held(times: int | None, winerror: int) -> list[float]:
        tries = iter(range(1_000))
        replace = Path.replace

        def refusing(self: Path, target: Path) -> Path:
            if times is None or next(tries) < times:
                error = PermissionError(errno.EACCES, "The process cannot access the file")
                error.winerror = winerror  # type: ignore[attr-defined,unused-ignore]
                raise error
            return replace(self, target)

        waited: list[float] = []
        monkeypatch.setattr(Path, "replace", refusing)
        monkeypatch.setattr(files, "sleep", waited.append)
        return waited

    return held


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office."""
    folder = tmp_path_factory.mktemp("office")
    assert tracker(["demo", "--no-window", "--out", str(folder)]) == 0
    return folder / "data"


@pytest.mark.parametrize("winerror", [ACCESS_DENIED, SHARING_VIOLATION, LOCK_VIOLATION])
@pytest.mark.parametrize("times", range(8))
def test_a_file_that_is_let_go_in_time_is_replaced(tmp_path: Path, hold: Hold, times: int, winerror: int) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(OLD)
    waited = hold(times, winerror)
    with files.whole_file(target) as temporary:
        temporary.write_bytes(b"of today")
    assert target.read_bytes() == b"of today"
    assert len(waited) == times
    assert sum(waited) < 3
    assert [path.name for path in tmp_path.iterdir()] == ["report.pdf"]


def test_a_file_that_is_held_for_ever_stays_as_it_is(tmp_path: Path, hold: Hold) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(OLD)
    waited = hold(None, SHARING_VIOLATION)
    with pytest.raises(Unavailable) as refused, files.whole_file(target) as temporary:
        temporary.write_bytes(b"of today")
    assert refused.value.code == "file.held"
    assert 2 < sum(waited) < 3
    assert target.read_bytes() == OLD
    assert [path.name for path in tmp_path.iterdir()] == ["report.pdf"]


def test_a_folder_without_rights_is_not_tried_again(tmp_path: Path, hold: Hold) -> None:
    """What Windows does not call a sharing violation does not go away by waiting."""
    waited = hold(None, 1314)
    with pytest.raises(Unavailable) as refused, files.whole_file(tmp_path / "report.pdf") as temporary:
        temporary.write_bytes(b"of today")
    assert refused.value.code == "file.not_written"
    assert not waited


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("report.pdf", ["report", "accountability", "--unit", "UBND", "--period", "2026-Q3", "--out"]),
        ("life.pdf", ["report", "task-history", "--task", "NV10", "--out"]),
        ("book.xlsx", ["export", "tasks"]),
        ("book.csv", ["export", "tasks"]),
        ("book.json", ["export", "tasks"]),
        ("backup.zip", ["backup", "--replace"]),
    ],
)
def test_whatever_is_written_over_a_file_that_is_open(
    tmp_path: Path, office: Path, hold: Hold, capsys: pytest.CaptureFixture[str], name: str, command: list[str]
) -> None:
    target = tmp_path / name
    target.write_bytes(OLD)
    hold(None, SHARING_VIOLATION)
    assert tracker(["--data", str(office), "--lang", "en", *command, str(target)]) == 1
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 1
    assert f"{target} is open in another program" in told[0]
    assert target.read_bytes() == OLD
    assert [path.name for path in tmp_path.iterdir()] == [name]
