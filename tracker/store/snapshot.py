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
            copied = Store(store.folder, target)
            copied.path = path
            yield copied
