"""Rows pasted into the list: read from sheets and from lines, shown with what is wrong, recorded together or not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from tests.ui.task_hands import dialog, part, settled
from tracker.store import listing, tasks
from tracker.store.calendar import working_calendar
from tracker.store.listing import Wanted
from tracker.ui.desk import Desk
from tracker.ui.pages.tasks import pasted
from tracker.ui.pages.tasks.page import TasksPage
from tracker.ui.widgets.people import candidates

CTRL = Qt.KeyboardModifier.ControlModifier


def rows(desk: Desk, text: str) -> list[pasted.Row]:
    return pasted.rows_of(desk, text, candidates(desk), working_calendar(desk.store))


def count(desk: Desk) -> int:
    return listing.count(desk.store, Wanted(), desk.today)


def paste(page: TasksPage, text: str, qtbot) -> object:
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(page.list.table, Qt.Key.Key_V, CTRL)
    return dialog(qtbot)


GOOD = ("Rà soát hộ nghèo", "Đặng Thị Nhàn", "15/10", "Danh sách")


@pytest.mark.parametrize(
    "text",
    [
        "Rà soát hộ nghèo; Đặng Thị Nhàn; 15/10; Danh sách",
        "Rà soát hộ nghèo\tĐặng Thị Nhàn\t15/10\tDanh sách",
        "1\tRà soát hộ nghèo\tĐặng Thị Nhàn\t15/10\tDanh sách",
        "STT\tNội dung\tNgười\tHạn\tSản phẩm\n1.\tRà soát hộ nghèo\tĐặng Thị Nhàn\t15/10\tDanh sách",
        '"Rà soát\nhộ nghèo"\tĐặng Thị Nhàn\t15/10\tDanh sách',
        "\n\nRà soát hộ nghèo; Đặng Thị Nhàn; 15/10; Danh sách\n\n",
    ],
)
def test_rows_are_read_from_sheets_and_lines(desk: Desk, text: str) -> None:
    found = rows(desk, text)
    assert [row.words for row in found] == [GOOD]
    assert found[0].problems == ()
    assert found[0].new.due_on is not None
    assert found[0].new.due_on.isoformat() == "2026-10-15"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Họp; Nguyễn Không Có; 15/10; Biên bản", "Nguyễn Không Có"),
        ("Họp; Đặng Thị Nhàn; 32/13; Biên bản", "32/13"),
        ("Họp; Đặng Thị Nhàn; 15/10", "sản phẩm"),
        ("Họp", "người"),
    ],
)
def test_what_is_wrong_is_told(desk: Desk, line: str, told: str) -> None:
    (row,) = rows(desk, line)
    assert told.lower() in " ".join(row.problems).lower()


def test_odd_input_is_text(desk: Desk) -> None:
    odd = "\u202e<b>x</b>\x00 😀" + "a" * 3000
    (row,) = rows(desk, f"{odd}; Đặng Thị Nhàn; 15/10; P")
    assert row.problems, "far too long a title is refused, not cut"


def test_fifty_rows_are_given_at_once_and_undone_at_once(page: TasksPage, desk: Desk, qtbot) -> None:
    before = count(desk)
    text = "\n".join(f"Việc số {n}\tĐặng Thị Nhàn\t{n % 28 + 1}/11\tBáo cáo {n}" for n in range(50))
    form = paste(page, text, qtbot)
    verb = part(form, "verb")
    assert isinstance(verb, QPushButton)
    assert verb.accessibleName() == "Giao 50 việc"
    said: list[tuple[str, int]] = []
    desk.said.connect(lambda words, action: said.append((words, action)))
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    settled(page, qtbot)
    assert count(desk) == before + 50
    assert tasks.get(desk.store, listing.newest(desk.store)).product == "Báo cáo 49"
    desk.undo(said[0][1])
    settled(page, qtbot)
    assert len([row for row in listing.page(desk.store, Wanted(), desk.today) if row.title.startswith("Việc số")]) in (
        0,
        50,
    )
    assert not [
        row
        for row in listing.page(desk.store, Wanted(), desk.today)
        if row.title.startswith("Việc số") and row.state != "recalled"
    ]


def test_one_wrong_row_keeps_all_back_until_it_is_put_right(page: TasksPage, desk: Desk, qtbot) -> None:
    before = count(desk)
    text = "Việc một; Đặng Thị Nhàn; 15/10; A\nViệc hai; Đặng Thị Nhàn; 15/10\nViệc ba; Đặng Thị Nhàn; 16/10; C"
    form = paste(page, text, qtbot)
    verb = part(form, "verb")
    assert isinstance(verb, QPushButton)
    assert not verb.isEnabled()
    assert verb.accessibleName() == "1 dòng chưa đạt"
    assert form.table.currentIndex().row() == 1, "the cursor is on what is wrong"  # type: ignore[attr-defined]
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    assert count(desk) == before
    qtbot.keyClick(form.table, Qt.Key.Key_Return)  # type: ignore[attr-defined]
    line = part(form, "line")
    assert line.hasFocus()
    qtbot.keyClick(line, Qt.Key.Key_End)
    qtbot.keyClicks(line, "; B")
    assert verb.accessibleName() == "Giao 3 việc"
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    settled(page, qtbot)
    assert count(desk) == before + 3


def test_a_row_is_left_out_by_delete(page: TasksPage, desk: Desk, qtbot) -> None:
    before = count(desk)
    form = paste(page, "Việc một; Đặng Thị Nhàn; 15/10; A\nViệc hai; ai đó; 15/10; B", qtbot)
    form.table.setFocus()  # type: ignore[attr-defined]
    qtbot.keyClick(form.table, Qt.Key.Key_Delete)  # type: ignore[attr-defined]
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    settled(page, qtbot)
    assert count(desk) == before + 1


def test_nothing_to_paste_is_said(page: TasksPage, desk: Desk, qtbot) -> None:
    QGuiApplication.clipboard().setText(" \n ")
    with qtbot.waitSignal(desk.said) as said:
        qtbot.keyClick(page.list.table, Qt.Key.Key_V, CTRL)
    assert "bộ nhớ tạm" in said.args[0]
