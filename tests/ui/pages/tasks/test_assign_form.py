"""The full form behind Tab: everything that can be said of a task, by keyboard."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from tests.ui.hands import write, write_here
from tests.ui.pages.tasks.test_assign import CTRL, newest, press, verb
from tracker.domain.events import Coordination
from tracker.domain.tasks import SourceKind, TaskState, Urgency
from tracker.store import officials, tasks
from tracker.ui.desk import Desk
from tracker.ui.pages.tasks.assign.panel import AssignPanel
from tracker.ui.window import Window
from tracker.words import Words

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def panel(opened: AssignPanel, qtbot) -> AssignPanel:
    """The form, opened by Ctrl+N and Tab over a line."""
    write_here("Lập báo cáo; toan; 9/10")
    press(qtbot, Qt.Key.Key_Tab)
    assert opened.mode == "form"
    return opened


def into(panel: AssignPanel, key: str, text: str) -> None:
    """Type into a field."""
    field = panel.form.fields[key]
    field.setFocus()
    line = field.focusProxy() or field
    if isinstance(line, QLineEdit):
        line.selectAll()
    write(line, text)
    QApplication.processEvents()


def choose(panel: AssignPanel, key: str, value: str) -> None:
    box = panel.form.fields[key]
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(value))


def test_tab_brings_what_the_line_said_and_goes_to_what_is_missing(panel: AssignPanel) -> None:
    assert panel.form.typed() == {
        "title": "Lập báo cáo",
        "owner": "Chử Đức Toàn (CB21)",
        "due_on": '[0, "9/10", "", ""]',
    }
    assert panel.form.fields["product"].hasFocus()
    assert verb(panel) == "Giao cho Chử Đức Toàn, hạn 09/10"


def test_everything_can_be_said(panel: AssignPanel, desk: Desk, qtbot) -> None:
    into(panel, "product", "Báo cáo")
    into(panel, "authority", "ký thừa lệnh")
    into(panel, "leader", "CB02")
    into(panel, "source_number", "45/KH-UBND")
    into(panel, "source_on", "25/9")
    into(panel, "source_issuer", "UBND thành phố")
    into(panel, "source_summary", "Kế hoạch kiểm tra")
    into(panel, "field", "Cải cách hành chính")
    into(panel, "coefficient", "1,5")
    into(panel, "quantity", "3")
    into(panel, "starts_on", "1/10")
    into(panel, "draft_due_on", "7/10")
    into(panel, "note", "gấp")
    choose(panel, "urgency", "express")
    choose(panel, "complexity", "N3")
    choose(panel, "source_kind", "plan")
    panel.form.fields["public_concern"].setFocus()
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    task = newest(desk)
    assert task.state is TaskState.ASSIGNED
    assert (task.title, task.product, task.authority) == ("Lập báo cáo", "Báo cáo", "ký thừa lệnh")
    assert (task.source_number, task.source_on) == ("45/KH-UBND", date(2026, 9, 25))
    assert (task.source_issuer, task.source_summary) == ("UBND thành phố", "Kế hoạch kiểm tra")
    assert (task.source_kind, task.urgency, task.complexity) == (SourceKind.PLAN, Urgency.EXPRESS, "N3")
    assert (task.coefficient, task.quantity, task.public_concern) == (Decimal("1.5"), 3, True)
    assert (task.starts_on, task.draft_due_on, task.note) == (date(2026, 10, 1), date(2026, 10, 7), "gấp")
    assert task.leader == officials.by_code(desk.store, "CB02").id
    assert panel.form.typed() == {}, "Ctrl+Enter takes the next"
    assert not panel.isHidden()


def test_co_ordinators_are_people_or_words_each_with_part_and_date(panel: AssignPanel, desk: Desk, qtbot) -> None:
    into(panel, "product", "Báo cáo")
    panel.form.fields["coordinators"].setFocus()
    press(qtbot, Qt.Key.Key_Space)
    write_here("bich dao")
    press(qtbot, Qt.Key.Key_Tab)
    write_here("số liệu")
    press(qtbot, Qt.Key.Key_Tab)
    write_here("7/10")
    press(qtbot, Qt.Key.Key_Tab)
    panel.form.fields["coordinators"].setFocus()
    press(qtbot, Qt.Key.Key_Space)
    write_here("các phòng")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    found = tasks.events(desk.store, Coordination, newest(desk).id)
    assert [(each.name, each.part, each.due_on) for each in found] == [
        ("Ngô Thị Bích Đào", "số liệu", date(2026, 10, 7)),
        ("các phòng", None, None),
    ]
    assert found[0].official == officials.by_code(desk.store, "CB05").id


def test_all_that_is_missing_is_told_beside_the_fields_and_on_top(panel: AssignPanel, desk: Desk, qtbot) -> None:
    before = len(tasks.every(desk.store))
    into(panel, "title", " ")
    into(panel, "quantity", "ba")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert len(tasks.every(desk.store)) == before
    summary = panel.form.summary
    assert summary.isVisible()
    ways = [way for way in summary.findChildren(QPushButton) if way.isVisible()]
    assert [way.objectName() for way in ways] == ["to-title", "to-product", "to-quantity"]
    for key in ("title", "product", "quantity"):
        wrong = panel.form.findChild(QLabel, f"{key}-wrong")
        assert wrong is not None
        assert wrong.isVisible()
        assert wrong.text()
    assert text_in(panel, "owner") == "Chử Đức Toàn", "nothing typed is lost"
    qtbot.mouseClick(ways[-1], Qt.MouseButton.LeftButton)
    assert panel.form.fields["quantity"].hasFocus()


def text_in(panel: AssignPanel, key: str) -> str:
    line = panel.form.fields[key].focusProxy()
    assert isinstance(line, QLineEdit)
    return line.text()


def test_ctrl_s_keeps_a_draft_that_lacks_nearly_everything(panel: AssignPanel, desk: Desk, qtbot) -> None:
    press(qtbot, Qt.Key.Key_S, CTRL)
    task = newest(desk)
    assert (task.state, task.title, task.product) == (TaskState.DRAFT, "Lập báo cáo", None)


def test_esc_leads_back_to_the_line_and_the_form_keeps_the_rest(panel: AssignPanel, desk: Desk, qtbot) -> None:
    into(panel, "product", "Báo cáo")
    into(panel, "authority", "ký thừa lệnh")
    into(panel, "title", "Lập báo cáo; số liệu")
    press(qtbot, Qt.Key.Key_Escape)
    assert panel.mode == "line"
    assert panel.quick.line.text() == "Lập báo cáo; số liệu; Chử Đức Toàn (CB21); 09/10/2026; Báo cáo" or (
        panel.quick.line.text() == "Lập báo cáo; số liệu; Chử Đức Toàn (CB21); 9/10; Báo cáo"
    )
    press(qtbot, Qt.Key.Key_Return)
    assert (newest(desk).title, newest(desk).authority) == ("Lập báo cáo; số liệu", "ký thừa lệnh")


def test_a_clerk_records_what_another_assigned(window: Window, desk: Desk, qtbot) -> None:
    desk.act_as(officials.by_code(desk.store, "CB08"))
    qtbot.waitActive(window)
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    panel = window.findChild(AssignPanel)
    assert panel is not None
    write_here("Lập báo cáo; toan; 9/10; Báo cáo")
    assert verb(panel).startswith("Đề xuất giao cho")
    press(qtbot, Qt.Key.Key_Tab)
    into(panel, "assigner", "CB01")
    assert verb(panel).startswith("Đề xuất"), "not without a document"
    into(panel, "source_number", "12/TB-UBND")
    into(panel, "source_on", "29/9")
    assert verb(panel) == "Giao cho Chử Đức Toàn, hạn 09/10"
    assert panel.form.giver.text() == "Lưu Quang Thiệu, Chủ tịch UBND phường; ghi thay theo văn bản"
    into(panel, "on", "29/9")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    task = newest(desk)
    assert (task.state, task.assigned_on) == (TaskState.ASSIGNED, date(2026, 9, 29))
    assert task.assigner == officials.by_code(desk.store, "CB01").id


def test_the_head_s_own_task_comes_from_the_superior(window: Window, desk: Desk, qtbot) -> None:
    desk.act_as(officials.by_code(desk.store, "CB08"))
    qtbot.waitActive(window)
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    panel = window.findChild(AssignPanel)
    assert panel is not None
    write_here("Báo cáo giải trình; CB01; 9/10; Báo cáo")
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert panel.form.summary.isVisible()
    into(panel, "superior", "Nguyễn Trung Kiên, Chủ tịch UBND thành phố")
    into(panel, "source_number", "12/TB-UBND")
    into(panel, "source_on", "29/9")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    task = newest(desk)
    assert (task.state, task.superior) == (TaskState.ASSIGNED, "Nguyễn Trung Kiên, Chủ tịch UBND thành phố")


@pytest.mark.parametrize(("way", "typed", "due"), [(1, "10", date(2026, 10, 14)), (2, "thường xuyên", None)])
def test_a_deadline_is_told_in_three_ways(panel: AssignPanel, desk: Desk, qtbot, way: int, typed: str, due) -> None:
    into(panel, "product", "Báo cáo")
    choice = panel.form.findChild(QComboBox, "deadline-way")
    assert choice is not None
    choice.setFocus()
    for _ in range(way):
        press(qtbot, Qt.Key.Key_Down)
    into(panel, "due_on", typed)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert newest(desk).title == "Lập báo cáo"
    assert newest(desk).due_on == due


def test_tab_goes_through_every_field_and_stays_in_the_form(panel: AssignPanel, qtbot) -> None:
    panel.form.fields["title"].setFocus()
    seen: list[QWidget] = []
    while (here := QApplication.focusWidget()) not in seen:
        assert here is not None
        assert panel.isAncestorOf(here)
        seen.append(here)
        press(qtbot, Qt.Key.Key_Tab)
        assert len(seen) < 100
    for key in panel.form.fields:
        field = panel.form.fields[key]
        assert any(here is field or field.isAncestorOf(here) for here in seen), key
    assert panel.findChild(QPushButton, "give") in seen


def test_every_control_has_a_name(panel: AssignPanel) -> None:
    panel.form.fields["coordinators"].add()  # type: ignore[attr-defined]
    kinds = (QLineEdit, QComboBox, QAbstractButton)
    controls = [each for kind in kinds for each in panel.findChildren(kind) if not each.objectName().startswith("qt_")]
    assert [each.objectName() for each in controls if not each.accessibleName()] == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_two_fields_have_one_access_key(panel: AssignPanel, desk: Desk, language: str, qtbot) -> None:
    desk.words = Words(language)
    page = QWidget()
    qtbot.addWidget(page)
    again = AssignPanel(desk, page)
    page.show()
    again.open()
    again.expand()
    told = [each.text() for kind in (QLabel, QAbstractButton) for each in again.findChildren(kind)]
    keys = [found.group(1).lower() for text in told if (found := re.search(r"&([^&\s])", text))]
    assert sorted(keys) == sorted(set(keys))
    assert len(keys) >= 15
    assert all(key.isascii() for key in keys)
    assert "z" not in keys, "Vietnamese keyboards switch by Alt+Z"


def test_an_access_key_leads_to_its_field(panel: AssignPanel, qtbot) -> None:
    press(qtbot, Qt.Key.Key_N, ALT)
    focus = QApplication.focusWidget()
    assert focus is panel.form.fields["owner"].focusProxy()


def test_after_a_crash_the_form_is_offered(panel: AssignPanel, desk: Desk, qtbot) -> None:
    into(panel, "authority", "ký thừa lệnh")
    panel.form.fields["coordinators"].setFocus()
    press(qtbot, Qt.Key.Key_Space)
    write_here("các phòng")
    typed = panel.typed()
    panel.keep()
    page = QWidget()
    qtbot.addWidget(page)
    again = AssignPanel(desk, page)
    page.show()
    again.open()
    take = again.findChild(QPushButton, "take")
    assert take is not None
    qtbot.mouseClick(take, Qt.MouseButton.LeftButton)
    assert again.typed() == typed
    assert again.mode == "form"
