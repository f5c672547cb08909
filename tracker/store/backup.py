"""Backups: one file with the database and all evidence, verified by replay; and the way back.

A backup is a zip of `tracker.sqlite3` (copied by SQLite's own backup, in one piece) and `evidence/…`. Restoring reads
a file from
outside: its names, sizes, schema, chain and hashes are checked in a folder of its own before the present data is put
aside.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from tracker.domain.errors import Damaged, Expected, Refused, Unavailable
from tracker.files import scratch_folder, whole_file
from tracker.store import FILE, Store, engine, journal
from tracker.store.evidence import digest
from tracker.store.folder import FOLDERS, open_folder
from tracker.store.verify import verify

if TYPE_CHECKING:
    from tracker.domain.officials import Actor

LARGEST = 20 << 30
"""Bytes a backup may unpack to."""


@dataclass(frozen=True)
class Content:
    """What a backup holds."""

    office: str
    chain: str
    entries: int
    head: str
    last_at: str
    """Recording time of the last entry, UTC."""
    tasks: int
    officials: int
    files: int


def before_migration(store: Store, version: int) -> Path:
    """Copy the database into `backups/` before its schema changes."""
    target = store.folder / "backups" / f"before-{version + 1}-{_stamp()}.sqlite3"
    with whole_file(target) as temporary:
        _copy(store, temporary)
    return target


def backup(store: Store, target: Path) -> Content:
    """Write a verified backup. The target appears when it is whole. Raises Damaged where the copy does not hold,
    Unavailable."""
    with scratch_folder() as scratch:
        copied = scratch / FILE
        _copy(store, copied)
        with whole_file(target) as temporary:
            _pack(copied, store.folder / "evidence", temporary)
        with closing(_opened(scratch)) as copy:
            return _content(copy)


def look_into(source: Path) -> Content:
    """What a backup holds, after it was verified. Raises Refused "backup.not_ours", Damaged "backup.damaged"."""
    with _unpacked(source) as folder, closing(_opened(folder)) as store:
        _hold(store)
        return _content(store)


def restore(source: Path, folder: Path, actor: Callable[[Store], Actor], reason: str | None) -> Path | None:
    """Put a backup's data in the place of the present data, which is kept aside; return where (None if there was none).

    The restore is itself an entry of the journal, naming the head it discarded; `actor` finds in the restored office
    who did it (a backup may be of another office). The caller has closed the store of `folder`.
    Raises Refused "backup.not_ours", Damaged "backup.damaged", Unavailable.
    """
    with _unpacked(source, beside=folder) as unpacked:
        with closing(_opened(unpacked)) as store:
            _hold(store)
        discarded = _head(folder)
        facts: dict[str, str | int | None] = {
            "discarded_entries": discarded[0],
            "discarded_head": discarded[1],
            "from": source.name,
        }
        with closing(open_folder(unpacked)) as store, store.change(actor(store), "restore", reason) as change:
            change.note("restore", "0", facts)
        aside = _put_aside(folder)
        try:
            unpacked.rename(folder)
        except OSError as error:
            if aside:
                aside.rename(folder)
            raise Unavailable("backup.in_use", path=str(folder), detail=error.strerror or str(error)) from error
    if aside:
        _take_along(aside / "backups", folder / "backups")
    return aside


def _take_along(backups: Path, to: Path) -> None:
    """The backups made so far stay where they are looked for; one that cannot be moved stays aside."""
    for each in backups.glob("*.zip"):
        with suppress(OSError):
            each.rename(to / each.name)


def _copy(store: Store, target: Path) -> None:
    with closing(engine.connect(target, create=True)) as copy, engine.guarded(store.path):
        engine.copy(store.connection, copy)


def _pack(database: Path, evidence: Path, target: Path) -> None:
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=6) as package:
        package.write(database, FILE)
        for file in sorted(evidence.glob("*")):
            if not file.name.endswith(".tmp"):
                package.write(file, f"evidence/{file.name}", compress_type=ZIP_STORED)


@contextmanager
def _unpacked(source: Path, beside: Path | None = None) -> Iterator[Path]:
    """The backup unpacked into a folder of its own (beside the data, so that it can be renamed into its place)."""
    if not source.is_file():
        raise Refused("backup.missing", field="file", path=str(source))
    with scratch_folder(beside.parent if beside else None) as scratch:
        try:
            _unpack(source, scratch / "data")
        except (BadZipFile, EOFError, NotImplementedError) as error:
            raise Refused("backup.not_ours", field="file", path=str(source)) from error
        except OSError as error:
            raise Unavailable("backup.no_room", path=str(source), detail=error.strerror or str(error)) from error
        yield scratch / "data"


def _unpack(source: Path, folder: Path) -> None:
    for name in FOLDERS:
        (folder / name).mkdir(parents=True)
    with ZipFile(source) as package:
        members = package.infolist()
        if not _ours([member.filename for member in members]) or sum(member.file_size for member in members) > LARGEST:
            raise Refused("backup.not_ours", field="file", path=str(source))
        for member in members:
            with package.open(member) as packed, (folder / member.filename).open("wb") as unpacked:
                shutil.copyfileobj(packed, unpacked)
    for file in (folder / "evidence").iterdir():
        if digest(file) != file.name:
            raise Damaged("backup.damaged", path=str(source), detail=file.name)


def _ours(names: list[str]) -> bool:
    return (
        FILE in names and len(set(names)) == len(names) and all(name == FILE or _evidence_name(name) for name in names)
    )


def _evidence_name(name: str) -> bool:
    digest_ = name.removeprefix("evidence/")
    return name.startswith("evidence/") and len(digest_) == 64 and set(digest_) <= set("0123456789abcdef")


def _opened(folder: Path) -> Store:
    return open_folder(folder, read_only=True)


def _hold(store: Store) -> None:
    found = verify(store).findings
    if found:
        raise Damaged(
            "backup.damaged",
            path=str(store.path),
            detail=f"{found[0].kind} {found[0].record} {found[0].field or ''}".strip(),
        )


def _content(store: Store) -> Content:
    counts = store.rows(
        "SELECT (SELECT count(*) FROM task WHERE undone = 0), (SELECT count(*) FROM official WHERE undone = 0),"
        " (SELECT count(DISTINCT sha256) FROM evidence), (SELECT coalesce(max(at), '') FROM journal),"
        " (SELECT value FROM setting WHERE id = 'chain'), coalesce((SELECT name FROM unit ORDER BY id LIMIT 1), '')"
    )[0]
    entries, head = journal.head(store)
    return Content(counts[5], counts[4], entries, head, counts[3], counts[0], counts[1], counts[2])


def _head(folder: Path) -> tuple[int, str]:
    """Number and hash of the last entry of the present data; (0, "") where there is none or it cannot be read."""
    with suppress(Expected), closing(open_folder(folder, read_only=True)) as store:
        return journal.head(store)
    return (0, "")


def _put_aside(folder: Path) -> Path | None:
    if not folder.exists():
        return None
    aside = _new(folder.with_name(f"{folder.name}-before-restore-{_stamp()}"))
    try:
        folder.rename(aside)
    except OSError as error:
        raise Unavailable("backup.in_use", path=str(folder), detail=error.strerror or str(error)) from error
    return aside


def _new(path: Path) -> Path:
    """A name not taken yet: two restores may come within one second."""
    numbered = (path.with_name(f"{path.name}-{again}") for again in count(2))
    return next(each for each in chain((path,), numbered) if not each.exists())


def _stamp() -> str:
    return datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
