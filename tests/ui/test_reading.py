"""Questions put to the thread of the window: answered once, in its own thread, also when the file is held."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from threading import current_thread, main_thread

import pytest

from tracker.domain.errors import Refused, Unavailable
from tracker.store import listing
from tracker.ui import reading as reading_
from tracker.ui.reading import Reading

CYCLES = 2_000
"""More than Python leaves lying about."""


@pytest.fixture
def reading(office: Path, qapp) -> Iterator[Reading]:
    made = Reading(office)
    yield made
    made.stop()


def test_the_answer_comes_in_the_thread_of_the_window(reading: Reading, qtbot) -> None:
    heard: list[tuple[object, object]] = []
    asked: list[object] = []

    def question(store, _kept) -> int:
        asked.append(current_thread())
        return listing.newest(store)

    reading.ask("list", question, lambda value: heard.append((value, current_thread())))
    assert reading.busy
    qtbot.waitUntil(lambda: not reading.busy)
    assert heard == [(40, main_thread())]
    assert asked != [main_thread()]


def test_only_the_newest_of_a_kind_is_answered(reading: Reading, qtbot) -> None:
    heard: list[int] = []
    for number in range(20):
        reading.ask("list", lambda _store, _kept, number=number: number, heard.append)
    qtbot.waitUntil(lambda: not reading.busy)
    assert heard == [19]


def test_a_refusal_is_told_as_one(reading: Reading, qtbot) -> None:
    def question(_store, _kept) -> None:
        raise Refused("list.sort_unknown", key="colour", known=[])

    with qtbot.waitSignal(reading.refused) as refused:
        reading.ask("list", question, print)
    assert refused.args[0].code == "list.sort_unknown"


def test_a_file_that_is_held_is_asked_again(reading: Reading, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(reading_, "AGAIN_MS", 1)
    tries: list[int] = []

    def question(store, _kept) -> int:
        tries.append(1)
        if len(tries) < 3:
            raise Unavailable("store.locked", path="x")
        return listing.newest(store)

    heard: list[int] = []
    reading.ask("list", question, heard.append)
    qtbot.waitUntil(lambda: not reading.busy)
    assert heard == [40]
    assert len(tries) == 3


def test_a_file_that_stays_held_is_told(reading: Reading, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(reading_, "AGAIN_MS", 1)

    def question(_store, _kept) -> None:
        raise Unavailable("store.locked", path="x")

    with qtbot.waitSignal(reading.refused):
        reading.ask("list", question, print)
    assert not reading.busy


def test_after_the_end_nothing_is_asked(reading: Reading, qtbot) -> None:
    reading.ask("list", lambda store, _kept: listing.newest(store), lambda _: pytest.fail("answered after the end"))
    reading.stop()
    reading.ask("list", lambda store, _kept: listing.newest(store), lambda _: pytest.fail("asked after the end"))
    assert not reading.busy
    qtbot.wait(1)


def test_widgets_die_in_the_thread_of_the_window_alone(reading: Reading, qtbot) -> None:
    """A dialog that was closed is often part of a cycle; the thread that reads makes enough to have it collected."""
    died: list[object] = []

    class Cycle:
        def __init__(self) -> None:
            self.itself = self

        def __del__(self) -> None:
            died.append(current_thread())

    def question(_store, _kept) -> int:
        kept = [[number] for number in range(20_000)]
        return len([[each] for each in kept])

    reading.ask("list", question, lambda _: None)
    qtbot.waitUntil(lambda: not reading.busy)
    for _ in range(CYCLES):
        Cycle()
    reading.ask("list", question, lambda _: None)
    qtbot.waitUntil(lambda: not reading.busy)
    qtbot.waitUntil(lambda: len(died) == CYCLES, timeout=10_000)
    assert set(died) == {main_thread()}


def test_afterwards_python_collects_by_itself_again(office: Path, qapp, qtbot) -> None:
    made = Reading(office)
    made.ask("list", lambda store, _kept: listing.newest(store), lambda _: None)
    assert not gc.isenabled()
    qtbot.waitUntil(lambda: not made.busy)
    made.stop()
    assert gc.isenabled()
