"""The folder of the sample office: made whole or not at all, removed whole, and never anything but a sample."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.actions.books import found_ward
from tracker.domain.errors import Refused
from tracker.sample.making import make_folder, make_sample, remove_sample
from tracker.store import FILE, settings, tasks
from tracker.store.folder import create_folder, open_folder


def told(*_: object) -> None:
    """Nobody looks at the progress."""


def test_the_sample_is_made_beside_what_lies_in_the_folder(tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / "logs").mkdir(parents=True)
    (data / "logs" / "old.log").write_text("kept")
    make_sample(data, told)
    store = open_folder(data)
    assert settings.value(store, "sample")
    assert tasks.exists(store, "NV01")
    store.close()
    assert (data / "logs" / "old.log").read_text() == "kept"
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_one_that_breaks_leaves_nothing(tmp_path: Path) -> None:
    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make_folder(tmp_path / "data", broken)
    assert list(tmp_path.iterdir()) == []


def test_an_office_that_is_there_is_not_replaced(tmp_path: Path) -> None:
    create_folder(tmp_path / "data").close()
    with pytest.raises(Refused, match=r"store\.exists"):
        make_sample(tmp_path / "data", told)


def test_the_sample_is_removed_with_its_folder(tmp_path: Path) -> None:
    make_sample(tmp_path / "data", told)
    remove_sample(tmp_path / "data")
    assert list(tmp_path.iterdir()) == []


def test_what_else_lies_in_the_folder_stays(tmp_path: Path) -> None:
    make_sample(tmp_path / "data", told)
    (tmp_path / "data" / "ghi-chú.txt").write_text("mine")
    remove_sample(tmp_path / "data")
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["ghi-chú.txt"]


def test_a_real_office_is_never_removed(tmp_path: Path) -> None:
    store = create_folder(tmp_path / "data")
    found_ward(store)
    store.close()
    with pytest.raises(Refused, match=r"sample\.none"):
        remove_sample(tmp_path / "data")
    assert (tmp_path / "data" / FILE).exists()
