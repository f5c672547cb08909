"""What the tests of the command line share: running a line in this process, an empty office, the sample office."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tracker.cli import main
from tracker.sample import office as sample
from tracker.store.folder import create_folder


class Result(NamedTuple):
    """What one command line did."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def last(self) -> str:
        """The last line of the result."""
        return self.out.splitlines()[-1]


Run = Callable[..., Result]


@pytest.fixture(scope="session")
def made_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office, made once."""
    folder = tmp_path_factory.mktemp("sample")
    store = create_folder(folder / "data")
    store.connection.execute("PRAGMA synchronous = OFF")  # no power is cut here
    try:
        (folder / "files").mkdir()
        sample.make(store, folder / "files", lambda _done, _total: None)
    finally:
        store.close()
    return folder / "data"


@pytest.fixture
def sample_data(made_sample: Path, tmp_path: Path) -> Path:
    """A copy of the sample office, to be changed."""
    return Path(shutil.copytree(made_sample, tmp_path / "sample"))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Where an office may be made."""
    return tmp_path / "data"


@pytest.fixture
def line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """Run a command line in this process."""
    monkeypatch.setenv("TRACKER_LANG", "en")

    def run(*arguments: object) -> Result:
        capsys.readouterr()
        status = main([str(argument) for argument in arguments])
        told = capsys.readouterr()
        return Result(status, told.out, told.err)

    return run  # type: ignore[return-value]


@pytest.fixture
def office(line: Run, data: Path) -> Run:
    """Command lines on an office of one person, CB01, who heads it."""
    line(
        *("--data", data, "init", "--code", "UBND", "--name", "Ủy ban nhân dân phường Bạch Liên"),
        *("--place", "Bạch Liên", "--superior", "Ủy ban nhân dân thành phố Hồng Lam"),
        *("--head-code", "CB01", "--head-name", "Lưu Quang Thiệu", "--head-title", "Chủ tịch UBND phường"),
    )
    return lambda *arguments: line("--data", data, *arguments)


@pytest.fixture
def at_sample(line: Run, sample_data: Path) -> Run:
    """Command lines on a sample office of their own."""
    return lambda *arguments: line("--data", sample_data, *arguments)
