"""A program that records the progress of tasks, again and again, and tells each entry once it was acknowledged.

`python -m tests.faults.writer FOLDER SEED ACTIONS`; `python -m tests.faults.writer FOLDER SEED kill CYCLES` instead
starts such programs and ends each by SIGKILL at some moment (POSIX).
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random
from time import perf_counter

from tracker.actions import work
from tracker.cli.generate import LAST
from tracker.domain.officials import OfficialId
from tracker.domain.tasks import TaskId
from tracker.machine import actor_on
from tracker.store import Store, journal
from tracker.store.folder import open_folder
from tracker.store.verify import verify

VERIFY_EACH = 25


def record(folder: Path, chance: Random, actions: int | None, tell: Callable[[int], object]) -> None:
    """So many actions (None: for ever) of whoever owns a task that is being done; the entry of each is told."""
    with closing(open_folder(folder)) as store:
        tasks = store.rows("SELECT id, owner FROM task WHERE state IN ('assigned', 'doing') ORDER BY id")
        done = 0
        while actions is None or done < actions:
            task, owner = chance.choice(tasks)
            who = actor_on(OfficialId(owner), LAST)
            work.progress(store, who, TaskId(task), chance.randrange(100), note=f"lần {done}")
            done += 1
            tell(journal.head(store)[0])


def kill_again_and_again(folder: Path, chance: Random, cycles: int) -> dict[str, int]:
    """What came of so many killed programs."""
    found = {"cycles": 0, "acknowledged": 0, "lost": 0, "damaged": 0, "unfinished": 0}
    for cycle in range(cycles):
        last = killed(folder, chance, chance.random() * 0.02)
        found["cycles"] += 1
        found["acknowledged"] += last > 0
        found["unfinished"] += (folder / "tracker.sqlite3-journal").exists()
        with closing(open_folder(folder)) as store:
            found["lost"] += journal.head(store)[0] < last
            if cycle % VERIFY_EACH == 0 or cycle == cycles - 1:
                found["damaged"] += not verify(store).whole
    return found


def killed(folder: Path, chance: Random, after: float) -> int:
    """Start a program and end it so many seconds after its first action; the last entry it told."""
    seed = chance.random()
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        record(folder, Random(seed), None, lambda seq: os.write(writing, b"%d\n" % seq))
    os.close(writing)
    told = os.read(reading, 100)
    end = perf_counter() + after
    while perf_counter() < end:
        pass  # sleeping is not exact enough to hit every moment of a commit
    os.kill(child, 9)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as pipe:
        told += pipe.read()
    return int(told.rpartition(b"\n")[0].rpartition(b"\n")[2] or 0)


def office(folder: Path, tasks: int = 150) -> Store:
    """An office with people and tasks to write about."""
    from tracker.cli import generate
    from tracker.store.folder import create_folder

    store = create_folder(folder)
    store.connection.execute("PRAGMA synchronous = OFF")  # only while it is made
    generate.make(store, tasks, lambda _done, _total: None)
    store.connection.execute("PRAGMA synchronous = EXTRA")
    return store


if __name__ == "__main__":
    place, seed = Path(sys.argv[1]), int(sys.argv[2])
    if sys.argv[3] == "kill":
        print(json.dumps(kill_again_and_again(place, Random(seed), int(sys.argv[4]))))
    else:
        record(place, Random(seed), int(sys.argv[3]), lambda seq: print(seq, flush=True))
