"""The sample office, made once, and a key to sign with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.keys import Identity, a_key_file, an_identity
from tests.papers.references import sample_office
from tracker.store import Store


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = sample_office(tmp_path_factory.mktemp("sample"))
    yield store
    store.close()


@pytest.fixture(scope="session")
def identity() -> Identity:
    return an_identity()


@pytest.fixture
def key_file(identity: Identity, tmp_path: Path) -> Path:
    return a_key_file(tmp_path, identity)
