"""A power cut, simulated: every write since the last sync of its file may be lost, kept, or torn at 512 bytes.

`kill -9` cannot show a missing fsync, because the page cache survives it. Here a VFS logs what SQLite writes, syncs
and deletes while
the store works through it; `images` then makes the disks that a cut at any of these calls can leave behind.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import apsw

from tracker.store import engine

SECTOR = 512
NAME = "logged"


@dataclass
class Call:
    """One call that changes the disk. `data` None with `size` is a truncation."""

    what: str
    path: str
    offset: int = 0
    data: bytes = b""
    size: int = 0


@dataclass
class Disk:
    """What SQLite asked of the disk, in order, with the marks of what was acknowledged in between."""

    calls: list[Call] = field(default_factory=list)
    acknowledged: list[tuple[int, int]] = field(default_factory=list)
    """(number of calls made, last journal entry that was acknowledged by then)."""


class LoggedVFS(apsw.VFS):
    """The system's own VFS, with a log."""

    def __init__(self, disk: Disk) -> None:
        self.disk = disk
        super().__init__(NAME, "")

    def xOpen(self, name: Any, flags: list[int]) -> LoggedFile:  # noqa: N802 - SQLite's names
        return LoggedFile(self.disk, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802
        self.disk.calls.append(Call("delete" if syncdir else "unlink", filename))
        super().xDelete(filename, syncdir)


class LoggedFile(apsw.VFSFile):
    """A file whose writes, truncations and syncs are logged."""

    def __init__(self, disk: Disk, name: Any, flags: list[int]) -> None:
        self.disk = disk
        self.path = name.filename() if isinstance(name, apsw.URIFilename) else str(name)
        super().__init__("", name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        self.disk.calls.append(Call("write", self.path, offset, bytes(data)))
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:  # noqa: N802
        self.disk.calls.append(Call("truncate", self.path, size=newsize))
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:  # noqa: N802
        self.disk.calls.append(Call("sync", self.path))
        super().xSync(flags)


class LoggedConnection:
    """As much of sqlite3.Connection as the store uses, over apsw and the logging VFS."""

    def __init__(self, path: Path, disk: Disk, synchronous: str) -> None:
        self._vfs = LoggedVFS(disk)
        self._connection = apsw.Connection(str(path), vfs=NAME)
        list(self._connection.execute(engine.PRAGMAS.replace("synchronous = EXTRA", f"synchronous = {synchronous}")))

    def execute(self, sql: str, parameters: Any = ()) -> Any:
        return _Cursor(self._connection.execute(sql, parameters))

    def executemany(self, sql: str, rows: Any) -> Any:
        return self._connection.executemany(sql, rows)

    @property
    def in_transaction(self) -> bool:
        return self._connection.in_transaction

    def close(self) -> None:
        self._connection.close()
        self._vfs.unregister()


class _Cursor:
    def __init__(self, cursor: Any) -> None:
        self._cursor = cursor

    def fetchall(self) -> list[Any]:
        return list(self._cursor)

    def fetchone(self) -> Any:
        return next(self._cursor, None)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._cursor)


@dataclass
class _File:
    durable: bytearray | None
    """Content that survives; None: the file is not there."""
    pending: list[Call] = field(default_factory=list)


Image = tuple[int, dict[str, bytes]]
"""Last journal entry that was acknowledged at the cut, and the files by path."""


def images(start: dict[str, bytes], disk: Disk, random: Random, variants: int = 3) -> Iterator[Image]:
    """The disks that a cut after each call can leave: nothing unsynced kept, all of it, or part of it with one write
    torn."""
    files = {path: _File(bytearray(content)) for path, content in start.items()}
    acknowledged = dict(disk.acknowledged)
    last = 0
    for number, call in enumerate(disk.calls, 1):
        _apply(files, call)
        last = acknowledged.get(number, last)
        for variant in range(variants):
            yield (
                last,
                {
                    path: content
                    for path, file in files.items()
                    if (content := _after(file, variant, random)) is not None
                },
            )


def _apply(files: dict[str, _File], call: Call) -> None:
    file = files.setdefault(call.path, _File(None))
    if call.what == "sync":
        file.durable, file.pending = bytearray(_with(file, file.pending) or b""), []
    elif call.what in ("delete", "unlink"):
        # A deletion whose folder is not synced may come back; SQLite asks for the sync with `synchronous=EXTRA`.
        if call.what == "delete":
            file.durable, file.pending = None, []
        else:
            file.pending.append(call)
    else:
        file.pending.append(call)


def _after(file: _File, variant: int, random: Random) -> bytes | None:
    if variant == 0 or not file.pending:
        return None if file.durable is None else bytes(file.durable)
    if variant == 1:
        return _with(file, file.pending)
    kept = [call for call in file.pending if random.random() < 0.5]
    if kept and kept[-1].what == "write":
        torn = kept[-1]
        length = random.randrange(0, len(torn.data) + 1, SECTOR) if len(torn.data) > SECTOR else len(torn.data)
        kept[-1] = Call("write", torn.path, torn.offset, torn.data[:length])
    return _with(file, kept)


def _with(file: _File, calls: list[Call]) -> bytes | None:
    content = None if file.durable is None else bytearray(file.durable)
    for call in calls:
        if call.what == "unlink":
            content = None
            continue
        content = bytearray() if content is None else content
        if call.what == "truncate":
            del content[call.size :]
        else:
            content.extend(bytes(max(0, call.offset + len(call.data) - len(content))))
            content[call.offset : call.offset + len(call.data)] = call.data
    return None if content is None else bytes(content)
