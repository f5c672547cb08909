"""The data folder: making one, opening one, and refusing what is not ours, newer, or out of reach.

`tracker.sqlite3`, `evidence/`, `backups/`, `logs/`. A file that is not opened is left untouched.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tracker.domain.errors import Damaged, Refused, Unavailable
from tracker.store import engine
from tracker.store.store import FILE, Store

FOLDERS = ("evidence", "backups", "logs")


def create_folder(folder: Path) -> Store:
    """Make a new data folder with an empty office in it: settings, calendar and journal, no unit yet.

    Raises Refused "store.exists", Unavailable "store.cannot_create".
    """
    from tracker.store import place

    place.refuse_network(folder)
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
        from tracker.store import place

        place.refuse_network(folder)
    store = Store(folder, engine.connect(path, read_only=read_only))
    try:
        with engine.guarded(path):
            _admit(store, read_only)
    except BaseException:
        store.close()
        raise
    return store


def _admit(store: Store, read_only: bool) -> None:
    from tracker.store import schema_version

    version = engine.user_version(store.connection)
    if engine.application_id(store.connection) != engine.APPLICATION_ID or version < 1:
        raise Damaged("store.not_ours", path=str(store.path))
    if version > schema_version.VERSION:
        raise Refused("store.newer", path=str(store.path), version=version, known=schema_version.VERSION)
    if version < schema_version.VERSION and not read_only:
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
