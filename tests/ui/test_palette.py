"""Ctrl+K: from a few letters to a task, a person, a page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from tests.ui.hands import ids
from tracker.domain.text import fold
from tracker.ui.desk import Desk
from tracker.ui.palette import Palette
from tracker.ui.window import Window


@pytest.fixture
def palette(desk: Desk, window: Window, qtbot) -> Palette:
    made = Palette(desk, window)
    qtbot.addWidget(made)
    made.show()
    return made


def typed(palette: Palette, text: str, qtbot) -> list[str]:
    """The titles offered for what was typed by keyboard."""
    palette.edit.clear()
    qtbot.keyClicks(palette.edit, text)
    qtbot.waitUntil(lambda: not palette.asking)
    return [each.title for each in palette._found]


def gone(desk: Desk) -> list[tuple[str, dict[str, object]]]:
    """Where the window is sent from now on."""
    asked: list[tuple[str, dict[str, object]]] = []
    desk.went.disconnect()
    desk.went.connect(lambda page, what: asked.append((page, what)))
    return asked


def test_ctrl_k_opens_it_over_the_window(window: Window, qtbot) -> None:
    seen: list[str] = []

    def look() -> None:
        top = QApplication.activeModalWidget()
        assert isinstance(top, Palette)
        seen.extend(each.title for each in top._found)
        qtbot.keyClick(top.edit, Qt.Key.Key_Escape)

    QTimer.singleShot(0, look)
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert seen[:2] == ["Hôm nay", "Nhiệm vụ"]


def test_a_number_leads_to_its_task(desk: Desk, palette: Palette, qtbot) -> None:
    asked = gone(desk)
    assert typed(palette, "nv06", qtbot)[0].startswith("NV06 ")
    qtbot.keyClick(palette.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(asked))
    (page, what) = asked[0]
    assert page == "tasks"
    assert desk.rows([what["task"]])[0].number == "NV06"  # type: ignore[list-item]


def test_a_name_is_found_without_accents(desk: Desk, palette: Palette, qtbot) -> None:
    assert typed(palette, "duc toan", qtbot)[0] == "Chử Đức Toàn"
    assert any(title.startswith("NV06 ") for title in typed(palette, "duc toan", qtbot)), "and what he answers for"


@pytest.mark.parametrize(
    ("words", "page", "what"),
    [
        ("nhat ky", "journal", {}),
        ("qua han", "tasks", {"view": "overdue"}),
        ("ngay lam bu", "settings", {"part": "calendar"}),
        ("bao cao trach nhiem", "reports", {"kind": "accountability"}),
    ],
)
def test_pages_views_commands_and_reports(
    desk: Desk, palette: Palette, qtbot, words: str, page: str, what: dict[str, object]
) -> None:
    asked = gone(desk)
    typed(palette, words, qtbot)
    qtbot.keyClick(palette.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [(page, what)]


def test_what_was_recalled_is_one_command_away(desk: Desk, palette: Palette, qtbot) -> None:
    asked = gone(desk)
    typed(palette, "da thu hoi", qtbot)
    qtbot.keyClick(palette.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(asked))
    page, what = asked[0]
    assert page == "tasks"
    recalled = [row.number for row in desk.rows(list(what["ids"]))]
    assert recalled == [row.number for row in desk.rows(ids(desk, "all")) if row.state == "recalled"] != []


def test_a_word_in_brackets_is_found(palette: Palette, qtbot) -> None:
    assert typed(palette, "vong ghi", qtbot)[:1] == ["Ghi thay theo lượt (vòng ghi)"]


def test_arrows_choose_and_the_last_five_stand_on_top(desk: Desk, window: Window, qtbot) -> None:
    gone(desk)
    titles = ["Nhật ký", "Đơn vị", "Chử Đức Toàn", "Báo cáo", "Thiết lập", "Cán bộ"]
    for title in titles:
        palette = Palette(desk, window)
        qtbot.addWidget(palette)
        palette.show()
        found = typed(palette, fold(title), qtbot)
        for _ in range(found.index(title)):
            qtbot.keyClick(palette.edit, Qt.Key.Key_Down)
        qtbot.keyClick(palette.edit, Qt.Key.Key_Return)
    last = Palette(desk, window)
    qtbot.addWidget(last)
    assert [each.title for each in last._found[:6]] == [*reversed(titles[1:]), "Hôm nay"]


def test_enter_right_after_typing_takes_what_was_typed(desk: Desk, palette: Palette, qtbot) -> None:
    asked = gone(desk)
    qtbot.keyClicks(palette.edit, "thiet lap")
    qtbot.keyClick(palette.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked[0][0] == "settings"


@pytest.mark.parametrize("odd", ["%", "_", "'; DROP TABLE task; --", "\N{RIGHT-TO-LEFT MARK}", "x" * 10_000, "😀"])
def test_odd_input_finds_nothing_and_harms_nothing(palette: Palette, qtbot, odd: str) -> None:
    said: Callable[[], bool] = palette.nothing.isVisible
    palette.edit.setText(odd + " zzzz")
    qtbot.waitUntil(lambda: not palette.asking)
    assert said()
    qtbot.keyClick(palette.edit, Qt.Key.Key_Return)
    assert palette.isVisible()
