"""A copy of the file to read from at leisure: a reader of the file itself makes every commit wait (design.md §3)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tracker.store import FILE, Store, engine


@contextmanager
def snapshot(store: Store) -> Iterator[Store]:
    """The store as it is now, copied in one piece into a temporary file that goes with the block.

    Raises Unavailable.
    """
    with TemporaryDirectory(prefix="ba-ro-") as folder:
        path = Path(folder) / FILE
        with closing(engine.connect(path, create=True)) as target:
            target.execute("PRAGMA synchronous = OFF")  # a lost copy is no loss
            with engine.guarded(store.path):
                engine.copy(store.connection, target)
            yield _copied(store.folder, target, path)


@contextmanager
def another_reader(folder: Path, path: Path) -> Iterator[Store]:
    """A snapshot that another process made of the store in `folder`, read by this one."""
    with closing(engine.connect(path)) as connection:
        yield _copied(folder, connection, path)


def _copied(folder: Path, connection: engine.Connection, path: Path) -> Store:
    copied = Store(folder, connection)
    copied.path = path
    return copied
