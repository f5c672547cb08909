"""Giving a task in one line, in the window, by keyboard alone."""

from __future__ import annotations

import json
import unicodedata
from datetime import date
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from tests.ui.hands import write_here
from tracker.domain.tasks import Task, TaskState
from tracker.store import officials, tasks
from tracker.ui.desk import Desk
from tracker.ui.pages.tasks.assign import open_assign
from tracker.ui.pages.tasks.assign.line import Line
from tracker.ui.pages.tasks.assign.panel import AssignPanel
from tracker.ui.pages.tasks.assign.telling import Fact
from tracker.ui.window import Window

CTRL = Qt.KeyboardModifier.ControlModifier


def press(qtbot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key for whatever has the cursor."""
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def newest(desk: Desk) -> Task:
    return max(tasks.every(desk.store), key=lambda task: task.id)


def many(desk: Desk) -> int:
    return len(tasks.every(desk.store))


def fact(panel: QWidget, name: str) -> str:
    found = panel.findChild(Fact, name)
    assert found is not None
    return found.told


def verb(panel: QWidget) -> str:
    found = panel.findChild(QPushButton, "give")
    assert found is not None
    return found.text().replace("&", "")


@pytest.fixture
def panel(opened: AssignPanel) -> AssignPanel:
    """The panel as Ctrl+N opens it."""
    return opened


def test_a_task_is_given_by_typing_one_line(panel: AssignPanel, desk: Desk, window: Window, qtbot) -> None:
    before = many(desk)
    write_here("Lập báo cáo khắc phục; toan; 9/10; Báo cáo")
    assert verb(panel) == "Giao cho Chử Đức Toàn, hạn 09/10"
    press(qtbot, Qt.Key.Key_Return)
    assert many(desk) == before + 1
    task = newest(desk)
    assert (task.title, task.product, task.due_on) == ("Lập báo cáo khắc phục", "Báo cáo", date(2026, 10, 9))
    assert task.owner == officials.by_code(desk.store, "CB21").id
    assert (task.state, task.original_due_on) == (TaskState.ASSIGNED, date(2026, 10, 9))
    assert panel.isHidden()
    assert window.top.title.text() == "Nhiệm vụ"


def test_what_is_typed_is_told_back_as_it_is_understood(panel: AssignPanel) -> None:
    write_here("Rà soát; tổng hợp; toan; 4/10")
    assert fact(panel, "what") == "Rà soát; tổng hợp"
    assert fact(panel, "who") == "Chử Đức Toàn Giám đốc · Trung tâm PVHCC · 2 việc đang mở"
    assert fact(panel, "when") == "Chủ nhật, 04/10/2026 - còn 2 ngày làm việc"
    assert fact(panel, "giver") == "Lưu Quang Thiệu, giao ngay với tư cách Chủ tịch UBND phường"
    warned = panel.findChild(QWidget, "warned")
    assert warned is not None
    assert "ngày nghỉ" in warned.text()  # type: ignore[attr-defined]


def test_without_a_product_enter_asks_for_it_and_offers_the_last_ones(panel: AssignPanel, desk: Desk, qtbot) -> None:
    write_here("Lập báo cáo; toan; +5")
    press(qtbot, Qt.Key.Key_Return)
    assert panel.quick.product.hasFocus()
    offered = panel.quick.product._list
    assert offered.isVisible()
    assert offered.count() == 5
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    product = tasks.recent_products(desk.store)[0]
    assert panel.quick.product.text() == product
    press(qtbot, Qt.Key.Key_Return)
    assert newest(desk).title == "Lập báo cáo"
    assert newest(desk).product == product


def test_ctrl_enter_gives_it_and_takes_the_next(panel: AssignPanel, desk: Desk, qtbot) -> None:
    before = many(desk)
    for name in ("Một", "Hai"):
        write_here(f"{name}; toan; 9/10; Báo cáo")
        press(qtbot, Qt.Key.Key_Return, CTRL)
        assert panel.quick.line.hasFocus()
        assert panel.quick.line.text() == ""
    assert many(desk) == before + 2


def test_ctrl_enter_asks_for_the_product_and_then_takes_the_next(panel: AssignPanel, desk: Desk, qtbot) -> None:
    write_here("Một; toan; 9/10")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    write_here("Kế hoạch")
    press(qtbot, Qt.Key.Key_Return)
    assert newest(desk).product == "Kế hoạch"
    assert not panel.isHidden()
    assert panel.quick.line.hasFocus()


def test_enter_says_what_is_missing_and_keeps_what_was_typed(panel: AssignPanel, desk: Desk, qtbot) -> None:
    before = many(desk)
    write_here("Lập báo cáo; không có ai; 32/10")
    press(qtbot, Qt.Key.Key_Return)
    assert many(desk) == before
    assert panel.quick.line.text() == "Lập báo cáo; không có ai; 32/10"
    assert panel.quick.line.hasFocus()
    assert "không có ai" in fact(panel, "who")
    assert "32/10" in fact(panel, "when")
    assert not panel.findChild(QWidget, "refused").isVisible(), "each is told in its place"  # type: ignore[union-attr]


def test_where_several_are_meant_one_is_chosen_from_the_list(panel: AssignPanel, desk: Desk, qtbot) -> None:
    write_here("Lập báo cáo; an")
    assert panel.quick.line.list.isVisible()
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Tab)
    assert panel.quick.line.text() == "Lập báo cáo; Võ Thị Hoài Ân"
    write_here("; 9/10; Báo cáo")
    press(qtbot, Qt.Key.Key_Return)
    assert newest(desk).owner == officials.by_code(desk.store, "CB20").id


def test_whoever_may_not_assign_proposes(desk: Desk, window: Window, qtbot) -> None:
    desk.act_as(officials.by_code(desk.store, "CB20"))
    panel = open_assign(desk, window.page("tasks"))
    desk.go("tasks", assign=True)
    qtbot.waitActive(window)
    write_here("Lập báo cáo; toan; 9/10; Báo cáo")
    assert verb(panel) == "Đề xuất giao cho Chử Đức Toàn, hạn 09/10"
    assert fact(panel, "giver").startswith("đề xuất, vì bạn không có quyền giao cho người này; người quyết định: ")
    assert "Lưu Quang Thiệu" in fact(panel, "giver") or "người khác" in fact(panel, "giver")
    press(qtbot, Qt.Key.Key_Return)
    assert newest(desk).state is TaskState.PROPOSED


def test_nobody_assigns_to_oneself(panel: AssignPanel, desk: Desk, qtbot) -> None:
    before = many(desk)
    write_here("Tự giao; thieu; 9/10; Báo cáo")
    press(qtbot, Qt.Key.Key_Return)
    assert many(desk) == before
    assert not panel.isHidden()


def test_working_days_and_no_deadline_are_understood(panel: AssignPanel, desk: Desk, qtbot) -> None:
    write_here("Một; toan; 10 ngày; Báo cáo")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert (newest(desk).deadline_days, newest(desk).due_on) == (10, date(2026, 10, 14))
    write_here("Hai; toan; không hạn: việc thường xuyên; Sổ theo dõi")
    assert verb(panel) == "Giao cho Chử Đức Toàn, không hạn"
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert (newest(desk).due_on, newest(desk).no_deadline_reason) == (None, "việc thường xuyên")


def test_the_dots_fill_as_things_become_clear(panel: AssignPanel) -> None:
    clears = panel.findChild(QWidget, "clears")
    assert clears is not None
    counts = []
    for part in ("Lập báo cáo", "; toan", "; 9/10", "; Báo cáo"):
        write_here(part)
        counts.append(clears.accessibleName()[0])
    assert counts == ["2", "4", "5", "6"], "the authority follows from the post"


def test_a_day_off_is_told_after_it_was_saved(panel: AssignPanel, desk: Desk, qtbot) -> None:
    with qtbot.waitSignal(desk.said) as said:
        write_here("Lập báo cáo; toan; 4/10; Báo cáo")
        press(qtbot, Qt.Key.Key_Return)
    words, action = said.args
    assert "ngày nghỉ" in words
    assert action is not None, "it can be undone"


def test_esc_shuts_it_and_what_was_typed_is_there_again(panel: AssignPanel, window: Window, qtbot) -> None:
    write_here("Lập báo cáo")
    press(qtbot, Qt.Key.Key_Escape)
    assert panel.isHidden()
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    assert not panel.isHidden()
    assert panel.quick.line.text() == "Lập báo cáo"


def test_after_a_crash_the_draft_is_offered(panel: AssignPanel, desk: Desk, qtbot) -> None:
    write_here("Lập báo cáo; toan; 9/10")
    panel.quick.product.set("Kế hoạch")
    panel.keep()
    page = QWidget()
    qtbot.addWidget(page)
    again = AssignPanel(desk, page)
    page.show()
    again.open()
    assert again.quick.line.text() == "", "it is not filled in by itself"
    take = again.findChild(QPushButton, "take")
    assert take is not None
    assert take.isVisible()
    qtbot.mouseClick(take, Qt.MouseButton.LeftButton)
    assert (again.quick.line.text(), again.quick.product.text()) == ("Lập báo cáo; toan; 9/10", "Kế hoạch")


def test_an_offered_draft_leaves_the_cursor_where_one_types(window: Window, desk: Desk, qtbot) -> None:
    desk.personal.setValue(desk.own("drafts/assign"), json.dumps({"line": "Lập báo cáo", "mode": "line"}))
    qtbot.waitActive(window)
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), Line))
    assert window.isActiveWindow()
    assert window.findChild(AssignPanel).findChild(QPushButton, "take").isVisible()  # type: ignore[union-attr]


def test_what_was_given_leaves_no_draft(panel: AssignPanel, desk: Desk, qtbot) -> None:
    write_here("Lập báo cáo; toan; 9/10; Báo cáo")
    panel.keep()
    assert json.loads(str(desk.personal.value(desk.own("drafts/assign"))))["line"].startswith("Lập")
    press(qtbot, Qt.Key.Key_Return)
    assert desk.personal.value(desk.own("drafts/assign")) is None


def test_the_page_below_stays_in_view(panel: AssignPanel, window: Window) -> None:
    page = window.current
    assert panel.geometry().width() == page.width()
    below = page.layout()
    assert below is not None
    assert below.geometry().top() >= panel.geometry().bottom()


@pytest.mark.parametrize(
    "typed", ["x" * 10_000, "<b>đậm</b>; <img src=x>; 9/10", "\u202eabc; \U0001f600; +1", ";;;;;;;;"]
)
def test_odd_text_is_text(panel: AssignPanel, typed: str, qtbot) -> None:
    panel.quick.line.insert(typed)
    panel.grab()
    press(qtbot, Qt.Key.Key_Return)
    assert not panel.isHidden()


PER_SECOND = 4
"""Keys a second of an unhurried clerk."""


def telex(text: str) -> int:
    """The keys that an office types for a text: each mark, hook and tone of a Vietnamese letter is one more."""
    return sum(1 for sign in unicodedata.normalize("NFD", text.replace("đ", "dd").replace("Đ", "DD")))


def test_a_task_is_given_within_fifteen_seconds_by_keyboard_alone(window: Window, desk: Desk, qtbot) -> None:
    qtbot.waitActive(window)
    before, began = many(desk), perf_counter()
    line = "Lập báo cáo khắc phục; toan; 9/10; Báo cáo"
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), Line))
    write_here(line)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: many(desk) == before + 1)
    keys = 2 + telex(line) + 1
    assert keys / PER_SECOND + (perf_counter() - began) < 15
