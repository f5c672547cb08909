"""The sample office, made once, and what its papers are of."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tracker.sample import office as sample
from tracker.store import Store
from tracker.store.folder import create_folder


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("sample")
    store = create_folder(folder / "data")
    store.connection.execute("PRAGMA synchronous = OFF")  # no power is cut here
    (folder / "files").mkdir()
    sample.make(store, folder / "files", lambda _done, _total: None)
    yield store
    store.close()
