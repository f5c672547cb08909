"""The data folder: making one, opening one, and refusing what is not ours, newer, or out of reach.

`tracker.sqlite3`, `evidence/`, `backups/`, `logs/`. A file that is not opened is left untouched.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tracker.domain.errors import Damaged, Refused, Unavailable
from tracker.store import FILE, Store, engine

FOLDERS = ("evidence", "backups", "logs")
VERSION = 2
"""Number of the last migration; how it is made stands in tracker.store.schema, which opening a file has no need of."""
NETWORK_FILE_SYSTEMS = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "sshfs", "fuse.sshfs", "9p", "afs", "davfs", "fuse.davfs2"}
)
_DRIVE_REMOTE = 4


def create_folder(folder: Path) -> Store:
    """Make a new data folder with an empty office in it: settings, calendar and journal, no unit yet.

    Raises Refused "store.exists", Unavailable "store.cannot_create".
    """
    refuse_network(folder)
    if (folder / FILE).exists():
        raise Refused("store.exists", path=str(folder / FILE))
    try:
        for name in FOLDERS:
            (folder / name).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unavailable("store.cannot_create", path=str(folder), detail=error.strerror or str(error)) from error
    _make(folder)
    return open_folder(folder)


@contextmanager
def unsynced(store: Store) -> Iterator[None]:
    """Many actions without waiting for the disk after each, then once for all.

    Only for a folder that is thrown away if its making is cut off (the sample office): a power cut would damage it.
    """
    from tracker.files import to_disk

    engine.syncing(store.connection, on=False)
    try:
        yield
    finally:
        engine.syncing(store.connection, on=True)
        to_disk(store.path)


def _make(folder: Path) -> None:
    """Make the file under another name and rename it when it is whole: one that was interrupted is never taken for an
    office.
    """
    making = folder / f".{FILE}.making"
    try:
        _discard(making)
        store = Store(folder, engine.connect(making, create=True))
        try:
            _in_transaction(store, 0)
            _fill(store)
        finally:
            store.close()
        making.rename(folder / FILE)
    except OSError as error:
        raise Unavailable("store.cannot_create", path=str(folder), detail=error.strerror or str(error)) from error
    finally:
        with suppress(OSError):
            _discard(making)


def _discard(database: Path) -> None:
    for name in (database.name, f"{database.name}-journal"):
        database.with_name(name).unlink(missing_ok=True)


def open_folder(folder: Path, *, read_only: bool = False) -> Store:
    """Open a data folder. An older file is migrated after a backup; a newer, foreign or damaged one is refused and
    left untouched.

    Raises Refused "store.missing", "store.newer"; Damaged "store.not_ours", "store.damaged"; Unavailable.
    """
    path = folder / FILE
    if not path.exists():
        raise Refused("store.missing", path=str(path))
    if not read_only:
        refuse_network(folder)
    store = Store(folder, engine.connect(path, read_only=read_only))
    try:
        with engine.guarded(path):
            _admit(store, read_only)
    except BaseException:
        store.close()
        raise
    return store


def _admit(store: Store, read_only: bool) -> None:
    version = engine.user_version(store.connection)
    if engine.application_id(store.connection) != engine.APPLICATION_ID or version < 1:
        raise Damaged("store.not_ours", path=str(store.path))
    if version > VERSION:
        raise Refused("store.newer", path=str(store.path), version=version, known=VERSION)
    if version < VERSION and not read_only:
        from tracker.store import backup

        backup.before_migration(store, version)
        _in_transaction(store, version)


def _in_transaction(store: Store, since: int) -> None:
    from tracker.store import schema

    with engine.guarded(store.path):
        store.connection.execute("BEGIN IMMEDIATE")
        try:
            schema.migrate(store.connection, since)
            store.connection.execute("COMMIT")
        except BaseException:
            engine.roll_back(store.connection)
            raise


def _fill(store: Store) -> None:
    """The first entries: the journal's random id, and the working calendar that ships with the program."""
    import secrets

    from tracker.domain.settings import Setting
    from tracker.store import calendar

    chain = secrets.token_hex(16)
    with store.change(None, "birth") as change:
        change.begin_chain(chain)
        change.save(Setting(id="chain", value=chain))
        calendar.ship(change)


# --- where a data folder must not lie ---------------------------------------------------------------------------------


def refuse_network(folder: Path) -> None:
    """Raise Refused "store.network" for a folder on a network share: UNC path, mapped drive, network file system.

    SQLite's locks do not hold there (howtocorrupt.html; reliability of shares).
    """
    if _on_network(folder):
        raise Refused("store.network", path=str(folder))


def _on_network(folder: Path) -> bool:
    if sys.platform == "win32":
        return _remote_drive(folder)
    if str(folder).startswith(("//", "\\\\")):
        return True
    return sys.platform.startswith("linux") and file_system(folder, _mounts()) in NETWORK_FILE_SYSTEMS


def file_system(folder: Path, mounts: str) -> str:
    """The file system that holds the folder, from the text of /proc/mounts; "" where none is named."""
    place = str(folder.absolute())
    best, kind = "", ""
    for line in mounts.splitlines():
        _, mounted, found, *_ = line.split(" ")
        mounted = mounted.replace("\\040", " ")
        if (place == mounted or place.startswith(mounted.rstrip("/") + "/")) and len(mounted) >= len(best):
            best, kind = mounted, found
    return kind


def _mounts() -> str:
    try:
        return Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _remote_drive(folder: Path) -> bool:
    drive = folder.absolute().drive
    if drive.startswith("\\\\"):
        return True
    if sys.platform == "win32":
        import ctypes

        return ctypes.windll.kernel32.GetDriveTypeW(drive + "\\") == _DRIVE_REMOTE
    return False
