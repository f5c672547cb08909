"""The sample office, made once, and a key to sign with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.keys import Identity, a_key_file, an_identity
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


@pytest.fixture(scope="session")
def identity() -> Identity:
    return an_identity()


@pytest.fixture
def key_file(identity: Identity, tmp_path: Path) -> Path:
    return a_key_file(tmp_path, identity)
