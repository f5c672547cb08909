"""The generated office: any size, same seed same records, lives that the rules allow."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tracker.cli import generate
from tracker.domain.periods import parse
from tracker.figures import counts
from tracker.store import Store, units
from tracker.store.folder import create_folder
from tracker.store.tables import KINDS
from tracker.store.verify import verify


def made(folder: Path, count: int, seed: int = 1) -> Store:
    store = create_folder(folder)
    store.connection.execute("PRAGMA synchronous = OFF")  # no power is cut here
    generate.make(store, count, lambda _done, _total: None, seed=seed)
    return store


@pytest.fixture
def store(tmp_path: Path) -> Any:
    found = made(tmp_path / "data", 300)
    yield found
    found.close()


def records(store: Store) -> dict[str, list[Any]]:
    """All records but the journal's random id."""
    return {kind: store.rows(f"SELECT * FROM {kind} WHERE CAST(id AS TEXT) <> 'chain' ORDER BY id") for kind in KINDS}


def test_same_seed_same_records(store: Store, tmp_path: Path) -> None:
    again, other = made(tmp_path / "again", 300), made(tmp_path / "other", 300, seed=2)
    try:
        assert records(again) == records(store)
        assert records(other)["task"] != records(store)["task"]
    finally:
        again.close()
        other.close()


def test_everything_holds(store: Store) -> None:
    assert verify(store).whole
    assert store.rows("SELECT count(*) FROM task") == [(300,)]


def test_the_figures_add_up(store: Store) -> None:
    office = units.office(store)
    assert office is not None
    found = counts.of_unit(store, office.id, parse("2026-Q3"), generate.LAST)
    assert found.adds_up
    assert found.total > 50
    assert found.done_late > 0


def test_no_event_before_the_one_it_follows_nor_after_the_last_day(store: Store) -> None:
    moves = store.rows("SELECT task, day FROM task_move ORDER BY task, seq")
    assert moves == sorted(moves)
    assert max(day for _, day in moves) <= generate.LAST.isoformat()


def test_the_next_task_takes_the_next_number(store: Store) -> None:
    from tracker.domain.numbers import task_series

    (last,) = store.rows("SELECT max(number) FROM task WHERE number LIKE 'P01-2026-%'")[0]
    (counted,) = store.rows("SELECT last FROM number_series WHERE id = ?", (task_series("P01", 2026),))[0]
    assert int(last.rpartition("-")[2]) == counted


def test_one_task_is_an_office_too(tmp_path: Path) -> None:
    store = made(tmp_path / "one", 1)
    try:
        assert verify(store).whole
    finally:
        store.close()
