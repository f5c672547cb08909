"""Command lines on a disk that is full after some bytes, or read-only, each in a process of its own. POSIX only.

Three disks: one whose files may not grow beyond a size (`limit`: RLIMIT_FSIZE, works everywhere); a real one (`mount`:
a tmpfs that a ballast file leaves so much room on; the program must run where it may mount); and one that is read-only
(`sealed`: that tmpfs mounted anew, which binds root too). On the first two a command is run with more and more room
until it succeeds: doubled each time, or page by page.

Prints what each run did as a line of JSON: see `Outcome`.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

PAGE = 4096
MOST = 64 << 20
"""Bytes that are room enough for every command."""


class Outcome(NamedTuple):
    """What a command did on a disk with so much room."""

    room: int
    status: int
    told: str
    """What it said on stderr."""
    changed: list[str]
    """Files that are there, gone or other than before."""
    whole: bool
    """Whether the data verify afterwards."""
    again: int | None
    """Exit status of the same command once there is room; None where it succeeded at first or was not tried."""


class Disk:
    """A folder in which only so much can be written: `data` and `out` as in the pristine folder, and `tmp`."""

    def __init__(self, kind: str, pristine: Path, folder: Path) -> None:
        self.kind = kind
        self.pristine = pristine
        self.folder = folder
        self.ballast = folder / "ballast"
        if kind != "limit":
            subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={2 * MOST}", "tmpfs", folder], check=True)
        if kind != "sealed":
            os.environ["TMPDIR"] = str(folder / "tmp")

    def reset(self) -> None:
        """As it was before the first command."""
        for path in self.folder.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        (self.folder / "tmp").mkdir()
        shutil.copytree(self.pristine, self.folder, dirs_exist_ok=True)

    def run(self, command: list[str], room: int, *, twice: bool) -> Outcome:
        """Run a command with so much room, look at what it left, and run it again with room enough where wanted."""
        self.reset()
        before = self.files()
        if self.kind == "mount":
            self._fill(room)
        self._seal("ro")
        status, told = forked(command, room if self.kind == "limit" else None)
        self._seal("rw")
        self.ballast.unlink(missing_ok=True)
        whole = not (self.folder / "data").exists() or verifies(self.folder / "data")
        after = self.files()  # looked at once the data were opened: what SQLite could not take back, it takes back then
        changed = sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))
        again = forked(command, None)[0] if status and twice else None
        return Outcome(room, status, told, changed, whole, again)

    def files(self) -> dict[str, str]:
        """Hash of every file, by its path."""
        found = sorted(path for path in self.folder.rglob("*") if path.is_file() and path != self.ballast)
        return {str(path.relative_to(self.folder)): sha256(path.read_bytes()).hexdigest() for path in found}

    def _seal(self, how: str) -> None:
        if self.kind == "sealed":
            subprocess.run(["mount", "-o", f"remount,{how}", self.folder], check=True)

    def _fill(self, room: int) -> None:
        disk = os.statvfs(self.folder)
        with self.ballast.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, max(1, disk.f_bavail * disk.f_frsize - room))


def forked(command: list[str], limit: int | None) -> tuple[int, str]:
    """Exit status and stderr of a command line, run in a copy of this process whose files may grow up to the limit."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        os.dup2(writing, 2)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os._exit(limited(command, limit))
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        told = pipe.read()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), told


def limited(command: list[str], limit: int | None) -> int:
    """Run a command line whose files may not grow beyond a limit; the signal that would tell so is ignored."""
    import resource
    import signal

    from tracker.cli import main

    if limit is not None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        status = main(command)
        sys.stderr.flush()
        return status
    except BaseException:  # noqa: BLE001 - whatever left the command is what the test is to see
        import traceback

        traceback.print_exc()
        return 99


def verifies(folder: Path) -> bool:
    """Whether the data folder opens and holds."""
    from tracker.store.folder import open_folder
    from tracker.store.verify import verify

    if not (folder / "tracker.sqlite3").exists():
        return True
    with closing(open_folder(folder)) as store:
        return verify(store).whole


def outcomes(disk: Disk, command: list[str], floor: int, doubling: bool) -> Iterator[Outcome]:
    """The command with more and more room above the floor, up to where it succeeds."""
    if disk.kind == "sealed":
        yield disk.run(command, 0, twice=True)
        return
    room = floor
    while room <= MOST:
        found = disk.run(command, room, twice=not doubling or room in (floor, floor + PAGE))
        yield found
        if not found.status:
            return
        more = room - floor
        room = floor + (2 * more + PAGE if doubling else more + PAGE)


def main(arguments: list[str]) -> None:
    """KIND PRISTINE FOLDER STEPS COMMAND…: `@` in a word of the command is the folder, STEPS is double or page."""
    kind, pristine, folder, steps, *command = arguments
    with suppress(ImportError):  # what every run would load: loaded once, before the first fork
        import tracker.actions.work
        import tracker.cli.exchange
        import tracker.reports.accountability  # noqa: F401
    disk = Disk(kind, Path(pristine), Path(folder))
    line = [word.replace("@", folder) for word in command]
    # A disk that is full still lets a file be written anew where it has bytes; a limit on its size would not.
    sizes = [path.stat().st_size for path in Path(pristine).rglob("*.sqlite3")]
    floor = max(sizes, default=0) if kind == "limit" else 0
    for found in outcomes(disk, line, floor, steps == "double"):
        told: dict[str, Any] = found._asdict()
        print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
