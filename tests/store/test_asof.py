"""The office as it had been recorded at a moment, whatever days were declared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.store.full_house import Ticking, actor, full_house
from tracker.domain.tasks import Task
from tracker.store import Store, asof, journal, tasks

NOON = datetime(2026, 10, 5, 12, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = full_house(tmp_path / "data")
    yield store
    store.close()


def note(store: Store, text: str, at: datetime, declared: date) -> None:
    with store.change(actor(clock=Ticking(at)), "task.edit", "ghi chú", on=declared) as change:
        change.save(replace(tasks.by_number(store, "VP-1"), note=text))


def test_what_was_recorded_later_is_not_seen_however_early_it_was_declared(store: Store) -> None:
    before = tasks.by_number(store, "VP-1")
    note(store, "ghi sau, khai sớm", NOON, date(2026, 7, 2))
    assert asof.record(store, "task", before.id, NOON - timedelta(minutes=1)) == before
    assert asof.record(store, "task", before.id, NOON + timedelta(minutes=1)).note == "ghi sau, khai sớm"


def test_the_moment_counts_not_its_zone(store: Store) -> None:
    note(store, "trưa", NOON, date(2026, 9, 30))
    hanoi = timezone(timedelta(hours=7))
    number = tasks.by_number(store, "VP-1").id
    assert asof.record(store, "task", number, datetime(2026, 10, 5, 18, 59, tzinfo=hanoi)).note is None
    assert asof.record(store, "task", number, datetime(2026, 10, 5, 19, 1, tzinfo=hanoi)).note == "trưa"


def test_now_is_what_is_stored_and_before_the_birth_there_is_nothing(store: Store) -> None:
    last = datetime.fromisoformat(journal.entries(store)[-1].at) + timedelta(seconds=1)
    first = datetime.fromisoformat(journal.entries(store)[0].at) - timedelta(seconds=1)
    stored = [task for number in ("VP-1", "VP-2") if (task := tasks.by_number(store, number))]
    assert asof.records(store, "task", last) == stored
    assert all(isinstance(task, Task) for task in stored)
    assert asof.records(store, "task", min(first, datetime(2000, 1, 1, tzinfo=UTC))) == []
    assert asof.record(store, "task", 99, last) is None
