"""`task list` from process start, to a bare Python that runs the query."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.benchmarks.measuring import ROOT, Figures, process, ratio
from tracker.sample.making import make_sample
from tracker.store import Store

BARE = """
import sqlite3
rows = sqlite3.connect({file!r}).execute(
    "SELECT t.number, t.title, o.name, t.due_on, t.state FROM task t LEFT JOIN official o ON o.id = t.owner"
    " ORDER BY t.number_key LIMIT {limit}"
)
for row in rows:
    print(*row)
"""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office of forty tasks."""
    folder = tmp_path_factory.mktemp("sample")
    make_sample(folder / "data", lambda _done, _total: None)
    return folder / "data"


def test_sample(sample: Path, figures: Figures) -> None:
    figures.hold("task list of the sample, from process start", started(sample), most=5)


def test_many(many: Store, tmp_path: Path, figures: Figures) -> None:
    """The first page of a big office costs a process hardly more."""
    shutil.copytree(many.folder, tmp_path / "data")
    figures.hold("task list --limit 50 of 100,000, from process start", started(tmp_path / "data", 50), most=5)


def started(folder: Path, limit: int | None = None) -> float:
    ours = [sys.executable, ROOT / "main.py", "--data", folder, "task", "list"]
    ours += [] if limit is None else ["--limit", str(limit)]
    bare = [sys.executable, "-c", BARE.format(file=str(folder / "tracker.sqlite3"), limit=limit or -1)]
    return ratio(lambda: process(ours), lambda: process(bare), 15)
