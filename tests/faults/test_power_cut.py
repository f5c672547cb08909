"""Cut the power while saving: nothing that was acknowledged is lost, and what comes back verifies.

The negative control runs the same cuts with `synchronous=OFF`, and must find losses: else the rig would prove nothing.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any, cast

import pytest

from tests.faults.power import Disk, LoggedConnection, images
from tests.store.full_house import actor, full_house
from tracker.domain.errors import Damaged
from tracker.domain.events import Chase, EventId
from tracker.domain.officials import OfficialId
from tracker.domain.tasks import Task, TaskId, TaskState
from tracker.store import FILE, Store, journal, tasks
from tracker.store.folder import FOLDERS, open_folder
from tracker.store.verify import verify

QUICK, LONG = 600, 100_000


def work(store: Store, disk: Disk, actions: int) -> None:
    """Real actions, each acknowledged when its block is left: edits, events, and an import of forty tasks in one."""
    for number in range(actions):
        with store.change(actor(), "task.edit") as change:
            if number % 5 == 4:
                for _ in range(40):
                    key = TaskId(change.new_id(Task))
                    change.save(Task(id=key, number=f"NV{key}", title="Nhiệm vụ " * 9, state=TaskState.DRAFT))
            else:
                change.save(replace(tasks.by_number(store, "VP-1"), note=f"lần {number}", percent=number))
                change.save(
                    Chase(
                        id=EventId(change.new_id(Chase)),
                        task=TaskId(1),
                        chased_on=date(2026, 9, 1),
                        chased_by=OfficialId(1),
                        reason="nhắc",
                    )
                )
        disk.acknowledged.append((len(disk.calls), journal.head(store)[0]))


def recorded(folder: Path, synchronous: str, actions: int) -> tuple[dict[str, bytes], Disk]:
    full_house(folder).close()
    start = {str(folder / FILE): (folder / FILE).read_bytes()}
    disk = Disk()
    connection = LoggedConnection(folder / FILE, disk, synchronous)
    work(Store(folder, cast("Any", connection)), disk, actions)
    connection.close()
    return start, disk


def outcome(folder: Path, last: int, files: dict[str, bytes]) -> str:
    """One of "whole", "lost" (an acknowledged entry is missing) or "damaged"."""
    for old in folder.glob("tracker.sqlite3*"):
        old.unlink()
    for path, content in files.items():
        (folder / Path(path).name).write_bytes(content)
    try:
        with closing(open_folder(folder)) as store:
            if journal.head(store)[0] < last:
                return "lost"
            return "whole" if verify(store, files=False).whole else "damaged"
    except Damaged:
        return "damaged"


def cut(tmp_path: Path, synchronous: str, actions: int, most: int) -> list[str]:
    start, disk = recorded(tmp_path / "data", synchronous, actions)
    target = tmp_path / "after"
    for name in FOLDERS:
        (target / name).mkdir(parents=True)
    found = list(images(start, disk, Random(2026)))
    chosen = found if len(found) <= most else Random(7).sample(found, most)
    return [outcome(target, last, files) for last, files in chosen]


def test_no_acknowledged_action_is_lost_and_nothing_is_damaged(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    long = pytestconfig.getoption("--long")
    found = cut(tmp_path, "EXTRA", 200 if long else 12, LONG if long else QUICK)
    print(f"{len(found)} disks after a cut: {found.count('whole')} whole")
    assert len(found) >= (20_000 if long else 500)
    assert found.count("whole") == len(found)


def test_the_rig_finds_what_is_lost_without_syncs(tmp_path: Path) -> None:
    """Negative control: without fsync the same cuts lose or damage."""
    found = cut(tmp_path, "OFF", 12, 300)
    assert found.count("lost") > len(found) // 5
    assert found.count("damaged") > len(found) // 20
