"""Books for tests of imports: rows written as a clerk would, and the ward of domain.md §8 to take them over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from tests.builders import TODAY, an_actor, day
from tracker.actions.imports import import_officials, import_units
from tracker.actions.office import found_office
from tracker.domain.book import OfficialRow, Problem, Sheet, TaskRow, UnitRow
from tracker.domain.old_fonts import Encoding
from tracker.exchange import read
from tracker.store import Store
from tracker.store.folder import create_folder

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
QUARTER = SAMPLES / "so-theo-doi-q3-2026.xlsx"
OLD_FONT = SAMPLES / "nhiem-vu-tcvn3.xlsx"
FAULTY = SAMPLES / "so-theo-doi-co-loi.xlsx"
TWO_DEADLINES = {"number": "A", "title": "B", "original_due_on": "C", "due_on": "D", "state": "E", "submitted_on": "F"}
"""Columns of a book that keeps the first deadline beside the present one."""


@cache
def the_units() -> Sheet[UnitRow]:
    """The list of units of the sample book, read once for all tests."""
    return read(QUARTER, "units", "Đơn vị", today=TODAY)


@cache
def the_officials() -> Sheet[OfficialRow]:
    """The list of officials of the sample book."""
    return read(QUARTER, "officials", "Cán bộ", today=TODAY)


@cache
def the_tasks(book: Path = QUARTER) -> Sheet[TaskRow]:
    """The tasks of a sample book."""
    return read(book, "tasks", today=TODAY)


@contextmanager
def a_ward(folder: Path) -> Iterator[Store]:
    """The ward of domain.md §8: founded with its head CB01, its units and officials taken over from the sample book."""
    store = create_folder(folder)
    try:
        store.connection.execute("PRAGMA synchronous = OFF")  # no power is cut here
        found_ward(store)
        import_units(store, an_actor(), the_units(), file=QUARTER.name)
        import_officials(store, an_actor(), the_officials(), file=QUARTER.name)
        yield store
    finally:
        store.close()


def found_ward(store: Store) -> None:
    """The ward as `init` makes it: one unit and its head."""
    found_office(
        store,
        an_actor(),
        code="UBND",
        name="UBND phường Bạch Liên",
        place="Bạch Liên",
        superior="UBND thành phố Hồng Lam",
        head_code="CB01",
        head_name="Lưu Quang Thiệu",
        head_title="Chủ tịch",
    )


def a_sheet(rows: Iterable[Any], problems: Iterable[Problem] = ()) -> Sheet[Any]:
    """A sheet with these rows, read without a fault."""
    return Sheet(
        rows=tuple(rows),
        problems=tuple(problems),
        encoding=Encoding.UNICODE,
        converted_examples=(),
        sheet_name="Sổ",
        header_row=1,
        columns={},
    )


def task_row(number: str | None = "NV01", row: int = 2, **said: Any) -> TaskRow:
    """A task that CB04 (head of VP) gave CB06 on 01/7/2026, due on 25/9/2026."""
    made: dict[str, Any] = {
        "title": "Báo cáo kết quả",
        "assigner": "CB04",
        "owner": "CB06",
        "assigned_on": day("1/7"),
        "original_due_on": day("25/9"),
        "due_on": day("25/9"),
        "product": "Báo cáo",
        "cells": TWO_DEADLINES,
    }
    if "due_on" in said and "original_due_on" not in said and said["due_on"] is None:
        made["original_due_on"] = None
    return TaskRow(number=number, row=row, **made | said)


def unit_row(code: str, name: str | None = None, row: int = 2, **said: Any) -> UnitRow:
    """A unit with nothing but its code and name."""
    return UnitRow(row=row, code=code, name=name or f"Phòng {code}", **said)


def official_row(code: str, name: str = "Nguyễn Văn Minh", row: int = 2, **said: Any) -> OfficialRow:
    """A member of VP."""
    return OfficialRow(row=row, code=code, name=name, **{"title": "Chuyên viên", "unit": "VP"} | said)
