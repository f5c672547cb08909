"""A disk that fills, at any byte of any flow, or that is read-only: one sentence, nothing changed, nothing left behind,
and the same command succeeds once there is room.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.actions.books import QUARTER, a_ward
from tests.faults.small_disk import Outcome
from tests.store.full_house import actor, full_house
from tracker.cli import main as tracker
from tracker.domain.errors import Unavailable
from tracker.domain.tasks import Task, TaskState
from tracker.store import Store, journal, tasks
from tracker.store.verify import verify

ROOT = Path(__file__).resolve().parents[2]
posix = pytest.mark.skipif(sys.platform == "win32", reason="limits of files and mounts are POSIX")

FLOWS: dict[str, list[str]] = {
    "action": ["--as", "CB21", "task", "submit", "NV06", "--product-number", "9/BC", "--file", "@/out/proof.bin"],
    "export": ["export", "tasks", "@/out/book.xlsx"],
    "report": ["report", "accountability", "--unit", "UBND", "--period", "2026-Q3", "--out", "@/out/report.pdf"],
    "backup": ["backup", "@/out/backup.zip", "--replace"],
    "restore": ["restore", "@/out/kept.zip"],
}
"""Command lines on the sample office; what they write is there already, from before."""
INIT = [
    *("--data", "@/new", "init", "--code", "UBND", "--name", "UBND phường", "--place", "Hoa Sen"),
    *(
        "--superior",
        "UBND thành phố",
        "--head-code",
        "CB01",
        "--head-name",
        "Lưu Quang Thiệu",
        "--head-title",
        "Chủ tịch",
    ),
]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office, and files that stand where the flows write."""
    folder = tmp_path_factory.mktemp("sample")
    assert tracker(["demo", "--no-window", "--out", str(folder / "made")]) == 0
    (folder / "disk" / "out").mkdir(parents=True)
    shutil.move(folder / "made" / "data", folder / "disk" / "data")
    out = folder / "disk" / "out"
    for name in ("book.xlsx", "report.pdf", "backup.zip"):
        (out / name).write_bytes(b"of yesterday")
    (out / "proof.bin").write_bytes(bytes(30_000))
    assert tracker(["--data", str(folder / "disk" / "data"), "backup", str(out / "kept.zip")]) == 0
    return folder / "disk"


@pytest.fixture(scope="module")
def ward(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with people and no task yet, and the book of its tasks."""
    folder = tmp_path_factory.mktemp("ward")
    with a_ward(folder / "data"):
        pass
    (folder / "out").mkdir()
    shutil.copy(QUARTER, folder / "out" / "book.xlsx")
    return folder


IMPORT = ["--data", "@/data", "--today", "2026-09-30", "import", "tasks", "@/out/book.xlsx", "--sheet", "Nhiệm vụ"]
NAMESPACE = ("unshare", "--mount", "--map-root-user")
"""A mount that only the programs started by this one see; no rights of root are needed where the kernel allows it."""


def may_mount() -> bool:
    if sys.platform == "win32" or not shutil.which("unshare"):
        return False
    mount = [*NAMESPACE, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return subprocess.run(mount, capture_output=True).returncode == 0


@pytest.fixture
def disks(tmp_path: Path, pytestconfig: pytest.Config) -> Disks:
    """Disks of every size: real ones where one may be mounted, else files that may not grow; with --long both, page by
    page.
    """
    long = pytestconfig.getoption("--long")
    kinds = ["mount"] * may_mount()
    return Disks(tmp_path, [*kinds, "limit"] if long or not kinds else kinds, "page" if long else "double")


class Disks:
    def __init__(self, folder: Path, kinds: list[str], steps: str) -> None:
        self.folder = folder
        self.kinds = kinds
        self.steps = steps

    def hold(self, pristine: Path, command: list[str]) -> None:
        """A command on disks with more and more room, up to where it succeeds."""
        for kind in self.kinds:
            (self.folder / kind).mkdir()
            hold(run(kind, pristine, self.folder / kind, self.steps, command))


def run(kind: str, pristine: Path, disk: Path, steps: str, command: list[str]) -> list[Outcome]:
    """What a command does on disks of that kind."""
    program = [sys.executable, "-m", "tests.faults.small_disk", kind, str(pristine), str(disk), steps]
    words = [*(() if kind == "limit" else NAMESPACE), *program, *command]
    speaking = os.environ | {"TRACKER_LANG": "en"}
    done = subprocess.run(words, cwd=ROOT, capture_output=True, encoding="utf-8", env=speaking)
    assert done.returncode == 0, done.stderr
    return [Outcome(**json.loads(line)) for line in done.stdout.splitlines()]


@posix
@pytest.mark.parametrize("flow", FLOWS)
def test_a_full_disk(flow: str, sample: Path, disks: Disks) -> None:
    disks.hold(sample, ["--data", "@/data", *FLOWS[flow]])


@posix
def test_an_import_on_a_full_disk(ward: Path, disks: Disks) -> None:
    disks.hold(ward, IMPORT)


@posix
def test_an_office_founded_on_a_full_disk(tmp_path: Path, disks: Disks) -> None:
    (tmp_path / "pristine").mkdir()
    disks.hold(tmp_path / "pristine", INIT)


sealing = pytest.mark.skipif(not may_mount(), reason="no disk can be mounted here")


@sealing
@pytest.mark.parametrize("flow", FLOWS)
def test_a_read_only_disk(flow: str, sample: Path, tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (found,) = run("sealed", sample, tmp_path / "disk", "double", ["--data", "@/data", *FLOWS[flow]])
    assert_refused(found)
    assert found.changed == []
    assert found.again == 0


@sealing
@pytest.mark.parametrize("flow", ["import", "init"])
def test_nothing_is_begun_on_a_read_only_disk(flow: str, ward: Path, tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (found,) = run("sealed", ward, tmp_path / "disk", "double", IMPORT if flow == "import" else INIT)
    assert_refused(found)
    assert found.changed == []
    assert found.again == 0


@sealing
@pytest.mark.parametrize("command", ["task list", "journal verify", "figures --unit UBND --period 2026-Q3"])
def test_what_only_reads_reads_from_a_read_only_disk(command: str, sample: Path, tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (found,) = run("sealed", sample, tmp_path / "disk", "double", ["--data", "@/data", *command.split()])
    assert (found.status, found.told, found.changed) == (0, "", [])


def hold(found: list[Outcome]) -> None:
    """Every refusal is one sentence that changed nothing; with room the command succeeds."""
    refused = [each for each in found if each.status]
    print(f"{len(refused)} disks too small, {len(found) - len(refused)} with room")
    assert [each for each in refused if each.again == 0]
    assert len(refused) < len(found)
    for each in refused:
        assert_refused(each)
    assert all(each.whole and each.again is None for each in found if not each.status)


def assert_refused(found: Outcome) -> None:
    lines = [line for line in found.told.splitlines() if not line.startswith(("Worksheet", "Columns", "(told only)"))]
    assert found.status == 1, found
    assert len(lines) == 1, found
    assert "error" not in lines[0].lower(), found
    assert any(
        word in lines[0] for word in ("full", "disk", "room", "written", "unpacked", "read-only", "cannot be")
    ), found
    # A file of evidence without a record harms nothing: it is there for the next try.
    assert [name for name in found.changed if not name.startswith("data/evidence/")] == [], found
    assert not any(name.endswith(".tmp") for name in found.changed), found
    assert found.whole, found
    assert found.again in (0, None), found


# --- the store alone, at every page -----------------------------------------------------------------------------------


def edit(store: Store) -> None:
    with store.change(actor(), "task.edit") as change:
        change.save(replace(tasks.by_number(store, "VP-1"), note="đã sửa " * 2_000))


def take_over(store: Store) -> None:
    with store.change(actor(), "import") as change:
        for _ in range(200):
            key: Any = change.new_id(Task)
            change.save(Task(id=key, number=f"NV{key}", title="Nhiệm vụ " * 9, state=TaskState.DRAFT))


def refusal(work: Callable[[Store], None], store: Store, pages: int) -> str | None:
    """The code with which work is refused in a database of so many pages; None where it was done."""
    store.connection.execute(f"PRAGMA max_page_count = {pages}")
    try:
        work(store)
    except Unavailable as refused:
        return refused.code
    return None


@pytest.mark.parametrize("work", [edit, take_over])
def test_a_database_that_may_not_grow(tmp_path: Path, work: Callable[[Store], None]) -> None:
    """From no page to spare up to as many as are needed: each refusal leaves all as it was, and the store usable."""
    with closing(full_house(tmp_path / "data")) as store:
        head, pages = journal.head(store), store.rows("PRAGMA page_count")[0][0]
        refusals = 0
        while code := refusal(work, store, pages + refusals):
            refusals += 1
            assert code == "store.disk_full"
            assert journal.head(store) == head
            assert store.rows("PRAGMA page_count")[0][0] == pages
        assert refusals > 3
        assert journal.head(store)[0] > head[0]
        assert verify(store).whole
