"""Many tasks of one document or one meeting: pasted minutes, a preview, all of them or none."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.ui.hands import write_here
from tests.ui.pages.tasks.test_assign import CTRL, many, press, verb
from tracker.actions.undo import undo
from tracker.domain.tasks import SourceKind, TaskState
from tracker.machine import actor_on
from tracker.store import officials, tasks
from tracker.ui.desk import Desk
from tracker.ui.pages.tasks.assign.many import Many
from tracker.ui.pages.tasks.assign.panel import AssignPanel
from tracker.ui.window import Window

MINUTES = """1. Lập kế hoạch cải cách hành chính; nguyet; 9/10; Kế hoạch
2. Rà soát thủ tục; niêm yết công khai; toan; cuối tháng 10

- Kiểm kê đất công ích; diem; 8/10; Báo cáo
Báo cáo thu ngân sách\tyen\t15/10\tBáo cáo"""


@pytest.fixture
def panel(opened: AssignPanel, qtbot) -> AssignPanel:
    """The panel with a text of several lines pasted into its line."""
    QGuiApplication.clipboard().setText(MINUTES)
    press(qtbot, Qt.Key.Key_V, CTRL)
    assert opened.mode == "many"
    return opened


def view(panel: AssignPanel) -> Many:
    assert panel.many is not None
    return panel.many


def settle(panel: AssignPanel, qtbot) -> None:
    qtbot.waitUntil(lambda: view(panel).settled)


def test_pasted_minutes_are_told_line_by_line(panel: AssignPanel) -> None:
    rows = view(panel).rows
    assert [(row.number, row.title, row.owner, row.due) for row in rows] == [
        (1, "Lập kế hoạch cải cách hành chính", "Hà Thị Ánh Nguyệt", "09/10/2026"),
        (2, "Rà soát thủ tục; niêm yết công khai", "Chử Đức Toàn", "31/10/2026"),
        (4, "Kiểm kê đất công ích", "Bùi Khắc Điềm", "08/10/2026"),
        (5, "Báo cáo thu ngân sách", "Phùng Thị Yến", "15/10/2026"),
    ]
    assert [bool(row.problems) for row in rows] == [False, True, False, False], "the second has no product"
    assert verb(panel) == "Còn 1 dòng cần sửa"


def test_the_cursor_goes_to_the_line_that_is_wrong(panel: AssignPanel, desk: Desk, qtbot) -> None:
    before = many(desk)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert many(desk) == before, "all or none"
    assert view(panel).text.hasFocus()
    assert view(panel).text.textCursor().blockNumber() == 1
    problem = view(panel).findChild(QLabel, "problem")
    assert problem is not None
    assert "Sản phẩm" in problem.text() or "sản phẩm" in problem.text()
    assert view(panel).table.chosen_rows() == [1]


def test_all_are_given_in_one_action_with_one_source(panel: AssignPanel, desk: Desk, qtbot) -> None:
    before = many(desk)
    fields = view(panel).fields
    box = fields["source_kind"]
    box.setCurrentIndex(box.findData("meeting"))  # type: ignore[attr-defined]
    for key, text in (("source_number", "15/TB-UBND"), ("source_on", "29/9"), ("product", "Danh muc")):
        fields[key].setFocus()
        QApplication.processEvents()
        write_here(text)
    press(qtbot, Qt.Key.Key_Escape)  # the list of products
    settle(panel, qtbot)
    assert verb(panel) == "Giao 4 việc"
    with qtbot.waitSignal(desk.said) as said:
        press(qtbot, Qt.Key.Key_Return, CTRL)
    made = sorted(tasks.every(desk.store), key=lambda task: task.id)[-4:]
    assert many(desk) == before + 4
    assert [task.product for task in made] == ["Kế hoạch", "Danh muc", "Báo cáo", "Báo cáo"]
    assert {task.state for task in made} == {TaskState.ASSIGNED}
    assert {(task.source_kind, task.source_number, task.source_on) for task in made} == {
        (SourceKind.MEETING, "15/TB-UBND", date(2026, 9, 29))
    }
    words, action = said.args
    assert words.splitlines()[0] == "Đã ghi 4 việc"
    assert "ngày nghỉ" in words, "31/10 is a Saturday"
    assert desk.person is not None
    undo(desk.store, actor_on(desk.person.id, desk.today), action)
    assert many(desk) == before


def test_a_common_deadline_holds_for_lines_without_one(panel: AssignPanel, qtbot) -> None:
    view(panel).text.setPlainText("Một; toan;; Báo cáo\nHai; diem; 8/10; Báo cáo\nBa; yen; 32/10; Báo cáo")
    view(panel).fields["due_on"].setFocus()
    write_here("20/10")
    settle(panel, qtbot)
    assert [row.due for row in view(panel).rows] == ["20/10/2026", "08/10/2026", "32/10"]
    assert [bool(row.problems) for row in view(panel).rows] == [False, False, True], "a slip is not covered up"


def test_what_is_wrong_with_the_source_is_told_at_its_field(panel: AssignPanel, desk: Desk, qtbot) -> None:
    before = many(desk)
    view(panel).text.setPlainText("Một; toan; 9/10; Báo cáo")
    view(panel).fields["source_on"].setFocus()
    write_here("40/13")
    settle(panel, qtbot)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert many(desk) == before
    assert view(panel).summary.isVisible()
    assert view(panel).text.toPlainText() == "Một; toan; 9/10; Báo cáo"


def test_enter_on_a_row_goes_to_its_line(panel: AssignPanel, qtbot) -> None:
    table = view(panel).table
    table.setFocus()
    table.select(2)
    press(qtbot, Qt.Key.Key_Return)
    assert view(panel).text.hasFocus()
    assert view(panel).text.textCursor().blockNumber() == 3


def test_esc_leads_back_and_the_text_stays(panel: AssignPanel, qtbot) -> None:
    press(qtbot, Qt.Key.Key_Escape)
    assert panel.mode == "line"
    way = panel.findChild(QPushButton, "to-many")
    assert way is not None
    qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
    assert view(panel).text.toPlainText() == MINUTES


def test_after_a_crash_the_minutes_are_offered(panel: AssignPanel, desk: Desk, window: Window, qtbot) -> None:
    panel.keep()
    panel.setParent(None)
    again = AssignPanel(desk, window.page("tasks"))
    again.open()
    take = again.findChild(QPushButton, "take")
    assert take is not None
    qtbot.mouseClick(take, Qt.MouseButton.LeftButton)
    assert again.mode == "many"
    assert view(again).text.toPlainText() == MINUTES
    qtbot.waitUntil(lambda: len(view(again).rows) == 4)


def test_a_proposal_among_them_is_said(window: Window, desk: Desk, qtbot) -> None:
    desk.act_as(officials.by_code(desk.store, "CB04"))
    qtbot.waitActive(window)
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    panel = window.findChild(AssignPanel)
    assert panel is not None
    QGuiApplication.clipboard().setText("Một; nguyet; 9/10; Báo cáo\nHai; toan; 9/10; Báo cáo")
    press(qtbot, Qt.Key.Key_V, CTRL)
    assert verb(panel) == "Giao 1 việc, đề xuất 1 việc"


def test_five_hundred_lines_do_not_stop_the_keyboard(panel: AssignPanel, qtbot) -> None:
    text = "\n".join(f"Việc số {number}; toan; 9/10; Báo cáo" for number in range(600))
    view(panel).text.setPlainText(text)
    settle(panel, qtbot)
    assert len(view(panel).rows) == 500


def test_what_they_share_may_change_while_the_lines_are_read(panel: AssignPanel, qtbot) -> None:
    view(panel).fields["source_number"].setFocus()
    view(panel).text.setPlainText("\n".join(f"Việc số {number}; toan; 9/10; Báo cáo" for number in range(600)))
    qtbot.waitUntil(lambda: view(panel)._reading is not None)  # not read through in one go
    write_here("15/TB-UBND")
    settle(panel, qtbot)
    assert {row.new.source_number for row in view(panel).rows} == {"15/TB-UBND"}


def test_odd_text_is_text(panel: AssignPanel, qtbot) -> None:
    view(panel).text.setPlainText("<b>đậm</b>; toan; 9/10; <i>x</i>\n" + "x" * 10_000 + "\n\u202eabc; \U0001f600")
    settle(panel, qtbot)
    panel.grab()
    assert view(panel).rows[0].title == "<b>đậm</b>"


def test_a_day_off_is_pointed_out_and_refuses_nothing(panel: AssignPanel, qtbot) -> None:
    view(panel).text.setPlainText("Một; toan; 4/10; Báo cáo")
    settle(panel, qtbot)
    assert "ngày nghỉ" in view(panel).rows[0].warnings[0]
    assert verb(panel) == "Giao 1 việc"
