"""Questions answered in a thread: the newest of a kind counts, and an older one is broken off in the engine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from threading import Event
from typing import Any

import pytest

from tests.builders import an_office, day
from tracker.domain.errors import Refused
from tracker.store import Store, listing
from tracker.store.background import Background

ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    office = an_office(tmp_path / "data")
    office.add_official("CB01", "UBND")
    office.assign("NV1", "CB01", on=day("1/9"))
    office.close()
    return tmp_path / "data"


@pytest.fixture
def answers() -> Queue[tuple[str, int, Any]]:
    return Queue()


@pytest.fixture
def reading(folder: Path, answers: Queue[tuple[str, int, Any]]) -> Iterator[Background]:
    made = Background(folder, lambda *answer: answers.put(answer))
    yield made
    made.stop()


def endless(begun: Event):
    def question(store: Store) -> None:
        begun.set()
        store.rows(ENDLESS)

    return question


def test_an_answer_names_its_question(reading: Background, answers: Queue[tuple[str, int, Any]]) -> None:
    number = reading.ask("list", listing.newest)
    assert answers.get(timeout=10) == ("list", number, 1)


def test_asked_again_the_older_question_is_broken_off(
    reading: Background, answers: Queue[tuple[str, int, Any]]
) -> None:
    begun = Event()
    reading.ask("list", endless(begun))
    assert begun.wait(10)
    newer = reading.ask("list", listing.newest)
    assert answers.get(timeout=10) == ("list", newer, 1)
    assert answers.empty()


def test_of_those_waiting_only_the_newest_is_answered(
    reading: Background, answers: Queue[tuple[str, int, Any]]
) -> None:
    begun, go_on = Event(), Event()

    def slow(_store: Store) -> str:
        begun.set()
        assert go_on.wait(10)
        return "slow"

    reading.ask("other", slow)
    assert begun.wait(10)
    numbers = [reading.ask("list", lambda _store, at=at: at) for at in range(5)]
    go_on.set()
    assert [answers.get(timeout=10)[2] for _ in range(2)] == ["slow", 4]
    assert answers.empty()
    assert numbers == sorted(numbers)


def test_what_is_urgent_goes_first_and_the_other_is_answered_after_it(
    reading: Background, answers: Queue[tuple[str, int, Any]]
) -> None:
    begun = Event()
    times: list[int] = []

    def long_at_first(store: Store) -> str:
        times.append(1)
        if len(times) == 1:
            endless(begun)(store)
        return "counted"

    reading.ask("count", long_at_first)
    assert begun.wait(10)
    reading.ask("list", listing.newest, urgent=True)
    assert [answers.get(timeout=10)[2] for _ in range(2)] == [1, "counted"]


def test_errors_are_answers_too(reading: Background, answers: Queue[tuple[str, int, Any]]) -> None:
    def refused(_store: Store) -> None:
        raise Refused("list.sort_unknown", key="colour", known=[])

    def broken(_store: Store) -> None:
        raise ZeroDivisionError

    reading.ask("list", refused)
    assert answers.get(timeout=10)[2].code == "list.sort_unknown"
    reading.ask("list", broken)
    assert isinstance(answers.get(timeout=10)[2], ZeroDivisionError)
    reading.ask("list", listing.newest)
    assert answers.get(timeout=10)[2] == 1


def test_stopping_breaks_off_what_is_under_way(reading: Background, answers: Queue[tuple[str, int, Any]]) -> None:
    begun = Event()
    reading.ask("list", endless(begun))
    assert begun.wait(10)
    reading.stop()
    assert answers.empty()
