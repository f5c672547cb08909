"""People pasted out of a sheet, or typed one a line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.actions.books import found_ward
from tests.builders import TODAY, an_actor
from tracker.actions import undo
from tracker.actions.imports import Imported, NotImported, read_pasted, take_pasted
from tracker.store import Store, officials, units
from tracker.store.folder import create_folder
from tracker.store.verify import verify

LIST = """STT\tHọ và tên\tMã\tChức vụ\tĐơn vị\tTừ ngày
1\tLưu Quang Thiệu\tCB01\tChủ tịch\tUBND phường Bạch Liên\t
2\tNgô Thị Bích Đào\tCB04\tChánh Văn phòng\tVăn phòng HĐND và UBND\t01/7/2025
3\tĐoàn Văn Ước\tCB09\tCông chức\tvăn phòng hđnd và ubnd\t
"""


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Store]:
    store = create_folder(tmp_path / "data")
    found_ward(store)
    yield store
    assert verify(store).whole
    store.close()


def take(store: Store, text: str, *, dry_run: bool = False) -> Imported:
    return take_pasted(store, an_actor(), read_pasted(store, text, TODAY), dry_run=dry_run)


def names(store: Store) -> dict[str, str]:
    return {each.code: each.name for each in officials.every(store)}


def test_a_block_with_headings_in_any_order(office: Store) -> None:
    done = take(office, LIST)
    assert (done.made, done.updated + done.unchanged) == (2, 1)
    assert names(office) == {"CB01": "Lưu Quang Thiệu", "CB04": "Ngô Thị Bích Đào", "CB09": "Đoàn Văn Ước"}
    made = units.by_code(office, "VPHVU")
    assert (made.name, made.parent) == ("Văn phòng HĐND và UBND", units.office(office).id)
    (post,) = officials.appointments(office, officials.by_code(office, "CB04").id)
    assert (post.unit, post.title, post.starts_on) == (made.id, "Chánh Văn phòng", date(2025, 7, 1))


def test_it_is_one_action_that_is_undone_whole(office: Store) -> None:
    done = take(office, LIST)
    undo.undo(office, an_actor(), done.changes.action)
    assert names(office) == {"CB01": "Lưu Quang Thiệu"}
    assert [unit.code for unit in units.every(office)] == ["UBND"]


def test_a_trial_changes_nothing(office: Store) -> None:
    done = take(office, LIST, dry_run=True)
    assert (done.made, done.changes) == (2, None)
    assert names(office) == {"CB01": "Lưu Quang Thiệu"}
    assert len(units.every(office)) == 1


def test_names_alone_get_the_next_codes_and_the_office(office: Store) -> None:
    take(office, "Hà Thị Ánh Nguyệt\nBùi Khắc Điềm\n\nLưu Quang Thiệu\n")
    assert names(office) == {"CB01": "Lưu Quang Thiệu", "CB02": "Hà Thị Ánh Nguyệt", "CB03": "Bùi Khắc Điềm"}
    (post,) = officials.appointments(office, officials.by_code(office, "CB03").id)
    assert post.unit == units.office(office).id


@pytest.mark.parametrize(
    "line",
    [
        "CB07\tHà Thị Ánh Nguyệt\tCông chức\tUBND",
        "1\tCB07\tHà Thị Ánh Nguyệt\tCông chức\tUBND",
        "CB07; Hà Thị Ánh Nguyệt; Công chức; UBND",
    ],
)
def test_columns_without_headings_are_told_by_their_look(office: Store, line: str) -> None:
    (row,) = read_pasted(office, line, TODAY).people
    assert (row.code, row.name, row.title, row.unit) == ("CB07", "Hà Thị Ánh Nguyệt", "Công chức", "UBND")


def test_a_name_without_a_code_before_a_title(office: Store) -> None:
    (row,) = read_pasted(office, "Hà Thị Ánh Nguyệt\tCông chức\tPhòng Kinh tế", TODAY).people
    assert (row.code, row.title, row.unit) == ("CB02", "Công chức", "PKT")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("CB07\tHà Thị Ánh Nguyệt\nCB07\tBùi Khắc Điềm", [(2, "A", "exchange.code_of_two")]),
        ("CB07\tHà Thị Ánh Nguyệt\nCB08\t\tCông chức", [(2, "B", "exchange.missing")]),
        ("CB07\tA B\tCông chức\tUBND\t31/02/2026", [(1, "E", "exchange.not_a_date")]),
    ],
)
def test_what_is_wrong_is_told_by_row_and_nothing_is_taken(
    office: Store, text: str, told: list[tuple[int, str, str]]
) -> None:
    pasted = read_pasted(office, text, TODAY)
    assert [(problem.row, problem.column, problem.code) for problem in pasted.problems] == told
    with pytest.raises(NotImported):
        take_pasted(office, an_actor(), pasted)
    assert names(office) == {"CB01": "Lưu Quang Thiệu"}


def test_an_empty_text_is_nobody(office: Store) -> None:
    assert read_pasted(office, " \n\t\n", TODAY).people == ()
