"""What is written is read back unchanged, as .xlsx, CSV and JSON, whatever the texts; nothing written is ever run."""

from __future__ import annotations

import csv
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.exchange.books import SAMPLES, TODAY, read_here
from tracker.domain.book import OfficialRow, TaskRow, UnitRow
from tracker.domain.errors import Refused
from tracker.domain.events import CauseKind
from tracker.domain.officials import Employment, Standing
from tracker.domain.tasks import Secrecy, SourceKind, TaskState, Urgency
from tracker.domain.text import nfc, squeeze
from tracker.domain.units import UnitKind
from tracker.exchange import read, write
from tracker.exchange.neutral import neutralised, restored

ENDINGS = (".xlsx", ".csv", ".json")
SIGNS = "aăâbcdđeêghiklmnoôơpqrstuưvxyzÀẢÃÁẠỆ  0123456789.,;:-–/()'\"=+@#%&<>_x\\|!?„→²"
RUN = (
    "=1+1",
    "+84 912",
    "-5 %",
    "@SUM(A1)",
    "＝1",
    "'=quoted",
    "http://a.vn/x",
    "=cmd|' /C calc'!A0",
    "_x0041_",
    "''-a",
    "- gạch đầu dòng",
)

words = (
    st.one_of(st.text(SIGNS, min_size=1, max_size=40), st.sampled_from(RUN))
    .map(squeeze)
    .filter(lambda text: text.strip("-–—") != "")
)
paragraphs = st.lists(words, min_size=1, max_size=3).map("\n".join)
plain = st.from_regex(r"[A-ZĐ]{1,4}[0-9]{1,4}", fullmatch=True)
names = st.sampled_from(["CB06", "Hà Thị Ánh Nguyệt", "Ông Ích Khiêm", "Bùi Khắc Điềm", "VP"])
days = st.dates(date(2000, 1, 1), date(2026, 9, 30))
later = st.dates(date(2026, 10, 1), date(2050, 12, 31))


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def rows_of(kind: type, /, **fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Rows with these fields; none is forgotten."""
    assert set(fixed) == {field.name for field in fields(kind)} - {"row", "cells"}
    return st.builds(kind, **fixed)


units = rows_of(
    UnitRow,
    code=plain,
    name=words,
    short_name=maybe(words),
    parent=maybe(plain),
    superior=maybe(words),
    kind=maybe(st.sampled_from(UnitKind)),
    head=maybe(names),
    symbol=maybe(words),
    issuing_name=maybe(paragraphs),
    place=maybe(words),
    valid_from=maybe(days),
    valid_to=maybe(later),
    successor=maybe(plain),
)
officials = rows_of(
    OfficialRow,
    code=plain,
    name=words,
    family_name=maybe(words),
    given_name=maybe(words),
    title=words,
    unit=plain,
    standing=maybe(st.sampled_from(Standing)),
    leader=maybe(st.booleans()),
    employment=maybe(st.sampled_from(Employment)),
    field=maybe(words),
    starts_on=maybe(days),
    ends_on=maybe(later),
    decision_number=maybe(st.sampled_from(["15/QĐ-UBND", "QĐ số 7", "08-QĐ/TU"])),
    decision_on=maybe(days),
    main=maybe(st.booleans()),
    note=maybe(paragraphs),
)
CLOSED = (TaskState.DONE, TaskState.SUBMITTED)
raw_tasks = rows_of(
    TaskRow,
    number=maybe(plain),
    title=words,
    source_kind=st.sampled_from(SourceKind),
    source_number=maybe(st.sampled_from(["118/KH-UBND", "2145/UBND-KSTTHC", "PA-0172", "28/2026/QH16"])),
    source_on=maybe(days),
    source_text=maybe(st.sampled_from(["định kỳ", "giao miệng tại giao ban 20/7"])),
    source_summary=maybe(words),
    source_issuer=maybe(words),
    assigner=maybe(names),
    superior=maybe(words),
    owner=names,
    owner_name=maybe(names),
    unit=maybe(words),
    leader=maybe(names),
    coordinators=st.lists(
        st.sampled_from(["CB22", "các phòng", "Phòng Kinh tế, Hạ tầng và Đô thị", "Công an phường", "a, b"]), max_size=3
    ).map(tuple),
    authority=maybe(words),
    product=words,
    quantity=maybe(st.integers(0, 10**6)),
    assigned_on=maybe(st.just(date(2026, 9, 1))),
    starts_on=maybe(days),
    original_due_on=later,
    due_on=later,
    no_deadline=st.booleans(),
    no_deadline_reason=maybe(words),
    deadline_days=maybe(st.integers(1, 500)),
    draft_due_on=maybe(later),
    urgency=maybe(st.sampled_from(Urgency)),
    secrecy=maybe(st.sampled_from(Secrecy)),
    field=maybe(words),
    complexity=maybe(st.sampled_from(["N1", "N5"])),
    coefficient=maybe(st.decimals("0.001", "99999", places=3)),
    parent=maybe(plain),
    public_concern=maybe(st.booleans()),
    percent=maybe(st.integers(0, 100)),
    obstacle=maybe(paragraphs),
    state=st.sampled_from(TaskState),
    submitted_on=st.dates(date(2026, 9, 1), TODAY),
    confirmed_on=maybe(st.just(TODAY)),
    recalled_on=maybe(st.just(TODAY)),
    paused_on=maybe(st.just(TODAY)),
    returned_on=maybe(st.just(TODAY)),
    state_reason=maybe(paragraphs),
    result=maybe(paragraphs),
    product_number=maybe(words),
    product_on=maybe(days),
    cause_kind=maybe(st.sampled_from(CauseKind)),
    cause=maybe(words),
    objective_cause=maybe(words),
    remedy=maybe(paragraphs),
    confirmer=maybe(names),
    comment=maybe(paragraphs),
    faults=maybe(st.integers(0, 9)),
    extensions=maybe(st.integers(0, 9)),
    returns=maybe(st.integers(0, 9)),
    chases=maybe(st.integers(0, 9)),
    hand_overs=maybe(st.integers(0, 9)),
    note=maybe(paragraphs),
)


def as_an_office_has_it(row: TaskRow) -> TaskRow:
    """The row without what contradicts itself: an office holds no such task."""
    if row.source_number:
        row = replace(row, source_text=None)
    elif row.source_kind is SourceKind.DOCUMENT:
        row = replace(row, source_kind=SourceKind.ORAL)
    if row.no_deadline:
        row = replace(
            row,
            original_due_on=None,
            due_on=None,
            deadline_days=None,
            no_deadline_reason=row.no_deadline_reason or "không hạn",
        )
    if row.state in (TaskState.ASSIGNED, TaskState.DOING):
        row = replace(row, submitted_on=None)
    if row.cause_kind is None:
        row = replace(row, cause=None)
    return row


tasks = raw_tasks.map(as_an_office_has_it)


def without_place(rows: Any) -> list[Any]:
    return [replace(row, row=0) for row in rows]


def distinct(rows: list[Any], key: str) -> list[Any]:
    """An office has each key once."""
    kept = {getattr(row, key) or index: row for index, row in enumerate(rows)}
    return list(kept.values())


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(
    ("what", "kind", "key"), [("units", units, "code"), ("officials", officials, "code"), ("tasks", tasks, "number")]
)
def test_every_row_comes_back(tmp_path: Path, what: str, kind: st.SearchStrategy[Any], key: str, ending: str) -> None:
    path = tmp_path / f"x{ending}"

    @settings(max_examples=30, suppress_health_check=list(HealthCheck))
    @given(st.lists(kind, min_size=1, max_size=6))
    def check(rows: list[Any]) -> None:
        rows = distinct(rows, key)
        write(path, what, rows)
        sheet = read_here(path, what, encoding="unicode")
        assert without_place(sheet.rows) == rows
        assert [problem for problem in sheet.problems if problem.fatal] == []

    check()


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("what", ["units", "officials", "tasks"])
def test_the_sample_book_comes_back(tmp_path: Path, what: str, ending: str) -> None:
    book = read_here(SAMPLES / "so-theo-doi-q3-2026.xlsx", what)
    path = tmp_path / f"x{ending}"
    write(path, what, book.rows)
    again = read(path, what, today=TODAY)
    assert without_place(again.rows) == without_place(book.rows)
    assert again.problems == ()


def test_a_workbook_holds_no_formula_and_no_link(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = tmp_path / "x.xlsx"
    rows = [
        TaskRow(number=f"A{n}", title=text, owner="CB06", product="=1+1", original_due_on=TODAY, due_on=TODAY)
        for n, text in enumerate(RUN)
    ]
    write(path, "tasks", rows)
    with ZipFile(path) as archive:
        content = b"".join(archive.read(name) for name in archive.namelist())
    assert b"<f>" not in content
    assert b"<hyperlink" not in content
    book = load_workbook(path)
    assert {cell.data_type for row in book.active.iter_rows(min_row=2) for cell in row} <= {"s", "n", "d"}
    assert [cell.value for cell in book.active["C"][1:]] == list(RUN)
    book.close()


@given(st.text("'=+-@\t\r\n ＝\u00a0a1", max_size=12) | st.text(max_size=30))
def test_neutral_cells_are_harmless_and_come_back(text: str) -> None:
    written = neutralised(text)
    assert restored(written) == text
    assert not written.startswith("\n")
    for line in written.split("\n"):
        assert not line.lstrip(" \u00a0\u3000\u200b").startswith(
            ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
        )


def test_no_cell_of_a_csv_would_be_run(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    rows = [
        TaskRow(
            number="A1", title=text, owner="CB06", product="x", original_due_on=TODAY, due_on=TODAY, note="một\n=2+2"
        )
        for text in RUN
    ]
    write(path, "tasks", rows)
    content = path.read_text(encoding="utf-8-sig")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        cells = [line for record in csv.reader(file) for cell in record for line in cell.split("\n")]
    assert not [cell for cell in cells if cell.lstrip(" \u00a0").startswith(("=", "+", "-", "@", "\t", "＝"))]
    assert content.count("'=1+1") == 1


def test_csv_writes_days_and_decimals_as_the_office_does(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    write(
        path,
        "tasks",
        [
            TaskRow(
                number="A1",
                title="x",
                owner="CB06",
                product="y",
                original_due_on=date(2026, 9, 5),
                due_on=date(2026, 9, 5),
                coefficient=Decimal("1.5"),
            )
        ],
    )
    assert "05/09/2026" in path.read_text(encoding="utf-8-sig")
    assert '"1,5"' in path.read_text(encoding="utf-8-sig")


def test_an_unknown_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"exchange\.unknown_ending"):
        write(tmp_path / "x.pdf", "tasks", [])
    assert list(tmp_path.iterdir()) == []


def test_a_text_too_long_for_excel_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    row = TaskRow(number="A1", title="a" * 40_000, owner="CB06")
    with pytest.raises(Refused) as refused:
        write(tmp_path / "x.xlsx", "tasks", [row])
    assert (refused.value.code, refused.value.parameters) == ("exchange.text_too_long", {"file": "x.xlsx", "row": 2})
    assert list(tmp_path.iterdir()) == []


def test_texts_are_composed_already() -> None:
    """The strategies above make only what an office can hold."""
    assert all(nfc(text) == text for text in RUN)
