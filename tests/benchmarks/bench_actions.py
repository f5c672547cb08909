"""One action, to a bare transaction of as many rows with the same settings of SQLite on the same disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import count, cycle
from pathlib import Path

import pytest

from tests.benchmarks.measuring import Figures, Work, ratio
from tracker.actions import work
from tracker.actions.edits import edit as edit_task
from tracker.cli.generate import LAST
from tracker.domain.officials import Actor, OfficialId
from tracker.domain.tasks import TaskId
from tracker.machine import actor_on
from tracker.store import Store, engine

AT_ONCE = 40


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Two tables with as many rows as need more than one page."""
    with closing(sqlite3.connect(tmp_path / "bare.sqlite3", isolation_level=None)) as connection:
        connection.executescript(engine.PRAGMAS)
        connection.executescript(
            "CREATE TABLE task (id INTEGER PRIMARY KEY, title TEXT, percent INTEGER);"
            "CREATE TABLE journal (seq INTEGER PRIMARY KEY, changes TEXT)"
        )
        rows = [("Báo cáo kết quả thực hiện nhiệm vụ " * 3, 0)] * 10_000
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO task (title, percent) VALUES (?, ?)", rows)
        connection.execute("COMMIT")
        yield connection


def test_edit(some: Store, bare: sqlite3.Connection, figures: Figures) -> None:
    """Two rows as well: the task and its entry in the journal."""
    cost = ratio(edit(some), rows(bare, 1), 21)
    figures.hold("an action (task edit), to a bare transaction of two rows", cost, most=2)


def test_progress(some: Store, bare: sqlite3.Connection, figures: Figures) -> None:
    """A clerk's daily work, four rows: the task, the progress told, and their entries in the journal."""
    cost = ratio(progress(some), rows(bare, 2), 21)
    figures.hold("an action of four rows (task progress), to a bare transaction of four", cost, most=2)


def edit(store: Store) -> Work:
    """Forty times an assigner changes the source of a task."""
    tasks = given(store, "assigner")
    numbers = count(1)

    def forty() -> None:
        for _ in range(AT_ONCE):
            edits = {"source_number": f"{next(numbers)}/UBND-VP"}
            task, who = next(tasks)
            edit_task(store, who, task, edits, reason="ghi lại số văn bản")  # type: ignore[arg-type]

    return forty


def given(store: Store, person: str) -> Iterator[tuple[TaskId, Actor]]:
    """Open tasks, each with its owner or assigner, round and round."""
    found = store.rows(f"SELECT id, {person} FROM task WHERE state = 'doing' ORDER BY id DESC LIMIT 500")
    return cycle([(TaskId(task), actor_on(OfficialId(who), LAST)) for task, who in found])


def progress(store: Store) -> Work:
    """Forty actions of the owners of open tasks."""
    tasks = given(store, "owner")
    percents = cycle(range(1, 100))

    def forty() -> None:
        for _ in range(AT_ONCE):
            task, who = next(tasks)
            work.progress(store, who, task, next(percents), note="đã làm việc với các hộ dân")

    return forty


def rows(connection: sqlite3.Connection, times: int) -> Work:
    """Forty transactions that change a row and add one, so many times."""
    numbers = cycle(range(1, 10_000, 37))

    def forty() -> None:
        for _ in range(AT_ONCE):
            connection.execute("BEGIN IMMEDIATE")
            for _ in range(times):
                connection.execute("UPDATE task SET percent = percent + 1 WHERE id = ?", (next(numbers),))
                connection.execute("INSERT INTO journal (changes) VALUES (?)", ('{"percent":[10,20]}' * 10,))
            connection.execute("COMMIT")

    return forty
