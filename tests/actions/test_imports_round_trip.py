"""What the office writes out and takes over again: nothing changes, and a new office comes to the same figures."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.actions.books import TWO_DEADLINES, a_sheet, a_ward, the_tasks
from tests.actions.test_imports_tasks import rows
from tests.builders import TODAY, an_actor
from tracker.actions import hand_overs
from tracker.actions.imports import Imported, import_officials, import_tasks, import_units
from tracker.domain.book import TaskRow
from tracker.domain.periods import parse
from tracker.exchange import read, write
from tracker.figures import books, counts
from tracker.figures.types import Counts
from tracker.store import Store, journal, officials, tasks, units

QUARTER_III = parse("2026-Q3")


@pytest.fixture(scope="module")
def ward(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with a_ward(tmp_path_factory.mktemp("ward") / "data") as store:
        yield store


class TakenBackError(Exception):
    """Ends what was only tried."""


@contextmanager
def tried(store: Store) -> Iterator[None]:
    """What is changed inside is taken back."""
    with suppress(TakenBackError), store.change(an_actor(), "test"):
        yield
        raise TakenBackError


def take_over(store: Store, *found: TaskRow) -> Imported:
    return import_tasks(store, an_actor(), a_sheet(found), file="so.xlsx")


def written_out(store: Store) -> list[TaskRow]:
    """The book of tasks as a file of it would be read."""
    return [replace(row, row=n, cells=TWO_DEADLINES) for n, row in enumerate(books.tasks(store), start=2)]


def figures(store: Store) -> dict[str, Counts]:
    return {unit.code: counts.of_unit(store, unit.id, QUARTER_III, TODAY) for unit in units.every(store)}


@settings(max_examples=60)
@given(found=st.lists(rows(), min_size=1, max_size=4))
def test_a_book_written_out_changes_nothing_and_makes_the_same_office(ward: Store, found: list[TaskRow]) -> None:
    book = [replace(row, row=n, number=f"NV{n:02}") for n, row in enumerate(found, start=2)]
    with tried(ward):
        take_over(ward, *book)
        out, was, known = written_out(ward), figures(ward), tasks.every(ward)
        before = journal.head(ward)
        again = take_over(ward, *out)
        assert again.unchanged == len(book)
        assert journal.head(ward) == before
    with tried(ward):
        take_over(ward, *out)
        assert figures(ward) == was
        assert [replace(task, id=0, version=0) for task in tasks.every(ward)] == [
            replace(task, id=0, version=0) for task in known
        ]


@pytest.mark.parametrize("ending", ["xlsx", "csv", "json"])
def test_a_file_of_the_sample_book_changes_nothing(ward: Store, tmp_path: Path, ending: str) -> None:
    makers: dict[str, Any] = {"units": import_units, "officials": import_officials, "tasks": import_tasks}
    with tried(ward):
        import_tasks(ward, an_actor(), the_tasks(), file="so.xlsx")
        handed_over = tasks.by_number(ward, "NV13")
        to = officials.by_code(ward, "CB12").id
        hand_overs.hand_over(ward, an_actor(), handed_over.id, to, reason="nghỉ phép")
        before = journal.head(ward)
        out = {"units": books.units(ward, TODAY), "officials": books.officials(ward), "tasks": books.tasks(ward)}
        for what, found in out.items():
            path = tmp_path / f"{what}.{ending}"
            write(path, what, found)
            sheet: Any = read(path, what, today=TODAY)  # type: ignore[call-overload]  # each of its three words
            done = makers[what](ward, an_actor(), sheet, file=path.name)
            assert (done.unchanged, done.problems) == (len(found), ()), what
        assert journal.head(ward) == before


def test_a_file_of_the_sample_book_makes_the_same_figures_in_a_new_office(ward: Store, tmp_path: Path) -> None:
    with tried(ward):
        import_tasks(ward, an_actor(), the_tasks(), file="so.xlsx")
        was = figures(ward)
        write(tmp_path / "so.xlsx", "tasks", books.tasks(ward))
    with tried(ward):
        import_tasks(ward, an_actor(), read(tmp_path / "so.xlsx", "tasks", today=TODAY), file="so.xlsx")
        assert figures(ward) == was
        assert was["UBND"].total == 39
