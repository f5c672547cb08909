"""Every deed of a task's life, done in its dialog by keyboard and mouse."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from tests.ui.deed_hands import (
    actor,
    be,
    be_assigner,
    be_owner,
    child,
    ctrl_enter,
    no_dialog,
    open_dialog,
    press,
    task,
    texts,
    write,
)
from tests.ui.hands import write_here
from tracker.actions import extensions, work
from tracker.domain.events import CauseKind, Chase, Coordination, Evidence, Explanation, Extension, HandOver, Submission
from tracker.domain.tasks import TaskState
from tracker.store import journal, officials, tasks
from tracker.ui.desk import Desk
from tracker.ui.pages.tasks import verbs
from tracker.ui.widgets.dates import DateField
from tracker.ui.window import Window

ASKED_UNTIL = date(2026, 11, 13)


@pytest.fixture
def begin(window: Window, desk: Desk, qtbot):
    """Begin a deed as its button does, and give back its dialog."""

    def begun(name: str, number: str):
        verbs.begin(desk, window, task(desk, number).id, [verbs.named(name)])
        return open_dialog(qtbot)

    return begun


def asked(desk: Desk, number: str) -> None:
    of = task(desk, number)
    extensions.ask(desk.store, actor(desk, of.owner), of.id, ASKED_UNTIL, reason="Ba tổ dân phố bị ngập")


def last(desk: Desk, kind, number: str):
    found = tasks.last_event(desk.store, kind, task(desk, number).id)
    assert found is not None
    return found


# --- deciding ---------------------------------------------------------------------------------------------------------


def test_an_extension_is_approved_by_the_keyboard_alone(begin, desk: Desk, qtbot) -> None:
    asked(desk, "NV15")
    be_assigner(desk, "NV15")
    dialog = begin("extension", "NV15")
    assert isinstance(QApplication.focusWidget(), QPlainTextEdit), "the reason has the cursor"
    assert "“Ba tổ dân phố bị ngập”" in texts(dialog)
    assert child(dialog, QPushButton, "verb").accessibleName() == "Duyệt đến 13/11"
    write_here("Đồng ý do ngập úng")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert task(desk, "NV15").extensions == 0, "Enter never presses the verb"
    ctrl_enter(qtbot)
    qtbot.waitUntil(no_dialog)
    assert (task(desk, "NV15").due_on, task(desk, "NV15").extensions) == (ASKED_UNTIL, 1)
    assert last(desk, Extension, "NV15").decision_reason.startswith("Đồng ý do ngập úng")


def test_a_refusal_needs_a_reason_and_nothing_typed_is_lost(begin, desk: Desk, qtbot) -> None:
    asked(desk, "NV15")
    be_assigner(desk, "NV15")
    dialog = begin("extension", "NV15")
    press(qtbot, dialog, "more")
    write(qtbot, dialog, "basis", "12/TB-UBND")
    press(qtbot, dialog, "refuse")
    assert dialog.isVisible()
    assert "Lý do" in texts(dialog)
    assert QApplication.focusWidget() is child(dialog, QPlainTextEdit, "reason")
    write_here("Chưa đủ căn cứ")
    press(qtbot, dialog, "refuse")
    qtbot.waitUntil(no_dialog)
    decided = last(desk, Extension, "NV15")
    assert (decided.decision.value, decided.decision_reason, decided.basis) == (
        "rejected",
        "Chưa đủ căn cứ",
        "12/TB-UBND",
    )
    assert task(desk, "NV15").extensions == 0


def test_a_second_extension_is_the_heads_and_says_so(begin, desk: Desk, qtbot) -> None:
    asked(desk, "NV15")
    be_assigner(desk, "NV15")
    of = task(desk, "NV15")
    extensions.decide(desk.store, actor(desk, of.assigner), of.id, approve=True)
    extensions.ask(desk.store, actor(desk, of.owner), of.id, date(2026, 12, 1), reason="thêm")
    dialog = begin("extension", "NV15")
    assert not child(dialog, QPushButton, "verb").isEnabled()
    assert child(dialog, QPushButton, "refuse").isEnabled()
    assert "người đứng đầu cơ quan" in texts(dialog)


def test_a_result_is_confirmed_with_its_faults(begin, desk: Desk, qtbot) -> None:
    be_assigner(desk, "NV17")
    dialog = begin("confirm", "NV17")
    write(qtbot, dialog, "faults", "2")
    ctrl_enter(qtbot)
    qtbot.waitUntil(no_dialog)
    assert (task(desk, "NV17").state, task(desk, "NV17").faults) == (TaskState.DONE, 2)


def test_a_result_is_returned_with_a_reason(begin, desk: Desk, qtbot) -> None:
    """Who opened it by "Trả lại…" returns by Ctrl+Enter; the other answer stands beside it."""
    be_assigner(desk, "NV17")
    dialog = begin("return", "NV17")
    assert child(dialog, QPushButton, "verb").accessibleName() == "Trả lại"
    assert child(dialog, QPushButton, "approve").isEnabled()
    ctrl_enter(qtbot)
    assert task(desk, "NV17").state is TaskState.SUBMITTED, "not without a reason"
    write(qtbot, dialog, "reason", "Thiếu biên bản")
    ctrl_enter(qtbot)
    qtbot.waitUntil(no_dialog)
    assert task(desk, "NV17").state is TaskState.REDO
    assert last(desk, Submission, "NV17").reason == "Thiếu biên bản"


def test_a_result_opened_to_be_confirmed_can_be_returned_too(begin, desk: Desk, qtbot) -> None:
    be_assigner(desk, "NV17")
    dialog = begin("confirm", "NV17")
    write(qtbot, dialog, "reason", "Thiếu biên bản")
    press(qtbot, dialog, "refuse")
    qtbot.waitUntil(no_dialog)
    assert task(desk, "NV17").returns == 1


def test_a_declined_task_is_insisted_on_or_handed_over(begin, desk: Desk, qtbot) -> None:
    of = task(desk, "NV13")
    work.decline(desk.store, actor(desk, of.owner), of.id, reason="Quá tải")
    be_assigner(desk, "NV13")
    dialog = begin("insist", "NV13")
    assert "“Quá tải”" in texts(dialog)
    press(qtbot, dialog, "refuse")
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert open_dialog(qtbot).objectName() == "hand_over"
    qtbot.keyClick(open_dialog(qtbot), Qt.Key.Key_Escape)
    dialog = begin("insist", "NV13")
    write(qtbot, dialog, "reason", "Vẫn giao")
    ctrl_enter(qtbot)
    qtbot.waitUntil(no_dialog)
    assert task(desk, "NV13").state is TaskState.ASSIGNED


def test_an_objective_cause_is_accepted_with_its_document(begin, desk: Desk, qtbot) -> None:
    of = task(desk, "NV26")
    work.explain(desk.store, actor(desk, of.owner), of.id, CauseKind.OBJECTIVE, "Mưa lũ", remedy="Đo khi nước rút")
    be_assigner(desk, "NV26")
    dialog = begin("accept", "NV26")
    ctrl_enter(qtbot)
    assert dialog.isVisible(), "without the document it is refused"
    write(qtbot, dialog, "document", "31/TB-BCH")
    ctrl_enter(qtbot)
    qtbot.waitUntil(no_dialog)
    assert last(desk, Explanation, "NV26").accepted
    assert task(desk, "NV26").objective_cause == "31/TB-BCH"


# --- the owner's work -------------------------------------------------------------------------------------------------


def test_work_begins_at_once_and_the_toast_takes_it_back(window: Window, desk: Desk, qtbot) -> None:
    be_owner(desk, "NV25")
    verbs.begin(desk, window, task(desk, "NV25").id, [verbs.named("start")])
    assert task(desk, "NV25").state is TaskState.DOING
    toast = child(window, QPushButton, "undo")
    qtbot.mouseClick(toast, Qt.MouseButton.LeftButton)
    assert task(desk, "NV25").state is TaskState.ASSIGNED


def test_progress_is_typed_over_the_last_one(begin, desk: Desk, qtbot) -> None:
    be_owner(desk, "NV13")
    dialog = begin("progress", "NV13")
    write_here("80")
    assert child(dialog, QPushButton, "verb").accessibleName() == "Báo 80 %"
    write(qtbot, dialog, "obstacle", "Chờ số liệu thuế")
    ctrl_enter(qtbot)
    qtbot.waitUntil(no_dialog)
    assert (task(desk, "NV13").percent, task(desk, "NV13").obstacle) == (80, "Chờ số liệu thuế")


def test_a_result_is_submitted_for_another_day(begin, desk: Desk, qtbot) -> None:
    be_owner(desk, "NV13")
    dialog = begin("submit", "NV13")
    ctrl_enter(qtbot)
    assert dialog.isVisible(), "neither number nor file"
    write(qtbot, dialog, "product_number", "88/TTr-KT")
    press(qtbot, dialog, "more")
    write(qtbot, dialog, "date", "29/9")
    ctrl_enter(qtbot)
    qtbot.waitUntil(no_dialog)
    submitted = last(desk, Submission, "NV13")
    assert (submitted.product_number, submitted.submitted_on) == ("88/TTr-KT", date(2026, 9, 29))


def test_a_day_in_the_future_is_refused_at_its_field(begin, desk: Desk, qtbot) -> None:
    be_owner(desk, "NV13")
    dialog = begin("submit", "NV13")
    write(qtbot, dialog, "product_number", "88/TTr-KT")
    press(qtbot, dialog, "more")
    write(qtbot, dialog, "date", "3/10/2026")
    ctrl_enter(qtbot)
    assert dialog.isVisible()
    assert QApplication.focusWidget() is child(dialog, DateField, "date").edit
    assert task(desk, "NV13").state is TaskState.DOING


def test_an_extension_is_asked_for_with_what_the_calendar_says(begin, desk: Desk, qtbot) -> None:
    be_owner(desk, "NV13")
    dialog = begin("ask", "NV13")
    write_here("Chờ hướng dẫn của Sở Tài chính")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    write_here("+20")
    assert "28/10/2026" in texts(dialog)
    assert child(dialog, QPushButton, "verb").accessibleName() == "Xin gia hạn đến 28/10"
    ctrl_enter(qtbot)
    qtbot.waitUntil(no_dialog)
    assert last(desk, Extension, "NV13").proposed_due_on == date(2026, 10, 28)


def test_a_date_that_is_none_is_told_on_top_and_once_beside_the_field(begin, desk: Desk, qtbot) -> None:
    be_owner(desk, "NV13")
    dialog = begin("ask", "NV13")
    write_here("Chờ hướng dẫn")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    write_here("31/9")
    ctrl_enter(qtbot)
    told = [each for each in dialog.findChildren(QLabel) if each.isVisible() and "31/9" in each.text()]
    assert dialog.isVisible()
    assert len(told) == 2, [each.text() for each in told]


def test_a_lateness_is_explained(begin, desk: Desk, qtbot) -> None:
    be_owner(desk, "NV26")
    dialog = begin("explain", "NV26")
    combo = child(dialog, QComboBox, "cause")
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    write(qtbot, dialog, "text", "Mưa lũ từ 20/9")
    write(qtbot, dialog, "remedy", "Đo khi nước rút")
    ctrl_enter(qtbot)
    qtbot.waitUntil(no_dialog)
    told = last(desk, Explanation, "NV26")
    assert (told.cause, told.text, told.remedy) == (CauseKind.OBJECTIVE, "Mưa lũ từ 20/9", "Đo khi nước rút")


def test_a_task_is_declined(begin, desk: Desk, qtbot) -> None:
    be_owner(desk, "NV25")
    begin("decline", "NV25")
    write_here("Trùng lịch thanh tra")
    ctrl_enter(qtbot)
    qtbot.waitUntil(no_dialog)
    assert task(desk, "NV25").state is TaskState.DECLINED


def test_a_co_ordinator_answers(begin, desk: Desk, qtbot) -> None:
    [part] = tasks.events(desk.store, Coordination, task(desk, "NV06").id)
    assert part.official is not None
    desk.act_as(officials.get(desk.store, part.official))
    begin("answer", "NV06")
    write_here("Đã kiểm tra lại ngày 28/9")
    ctrl_enter(qtbot)
    qtbot.waitUntil(no_dialog)
    assert last(desk, Coordination, "NV06").answer == "Đã kiểm tra lại ngày 28/9"


# --- the assigner -----------------------------------------------------------------------------------------------------


def test_a_task_is_chased(begin, desk: Desk, qtbot) -> None:
    before = task(desk, "NV06").chases
    dialog = begin("chase", "NV06")
    assert child(dialog, QPushButton, "verb").accessibleName() == f"Đôn đốc lần {before + 1}"
    write_here("Báo cáo trước 02/10")
    ctrl_enter(qtbot)
    qtbot.waitUntil(no_dialog)
    assert task(desk, "NV06").chases == before + 1
    assert last(desk, Chase, "NV06").reason == "Báo cáo trước 02/10"


def test_a_task_is_paused_and_resumed_with_the_deadline_it_gets(begin, desk: Desk, qtbot) -> None:
    be_assigner(desk, "NV13")
    begin("pause", "NV13")
    write_here("Chờ hướng dẫn")
    ctrl_enter(qtbot)
    qtbot.waitUntil(no_dialog)
    assert task(desk, "NV13").state is TaskState.PAUSED
    desk.today = date(2026, 10, 7)
    dialog = begin("resume", "NV13")
    assert child(dialog, QPushButton, "verb").accessibleName() == "Tiếp tục, hạn 22/10", "five working days later"
    ctrl_enter(qtbot)
    qtbot.waitUntil(no_dialog)
    assert task(desk, "NV13").due_on == date(2026, 10, 22)


def test_a_task_is_handed_over_to_whom_was_typed(begin, desk: Desk, qtbot) -> None:
    be_assigner(desk, "NV13")
    dialog = begin("hand_over", "NV13")
    write_here("Cân đối lại công việc")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    write_here("bui khac diem")
    assert child(dialog, QPushButton, "verb").accessibleName() == "Chuyển cho Bùi Khắc Điềm"
    ctrl_enter(qtbot)
    qtbot.waitUntil(no_dialog)
    handed = last(desk, HandOver, "NV13")
    assert officials.get(desk.store, handed.to_owner).name == "Bùi Khắc Điềm"
    assert handed.reason == "Cân đối lại công việc"


def test_nobody_named_is_told_at_the_field(begin, desk: Desk, qtbot) -> None:
    be_assigner(desk, "NV13")
    dialog = begin("hand_over", "NV13")
    write(qtbot, dialog, "reason", "Cân đối")
    ctrl_enter(qtbot)
    assert dialog.isVisible()
    assert "Chưa ghi chuyển cho ai" in texts(dialog)


def test_a_whole_desk_goes_in_one_action(begin, desk: Desk, qtbot) -> None:
    owner = task(desk, "NV39").owner
    assert owner is not None
    count = len(tasks.open_of(desk.store, owner))
    dialog = begin("hand_over", "NV39")
    press(qtbot, dialog, "whole-desk")
    qtbot.waitUntil(lambda: not dialog.isVisible())
    dialog = open_dialog(qtbot)
    assert dialog.objectName() == "whole-desk"
    write_here("Nghỉ hưu từ 01/10")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    write_here("vuong dinh khoat")
    before = journal.head(desk.store)[0]
    ctrl_enter(qtbot)
    qtbot.waitUntil(no_dialog)
    assert tasks.open_of(desk.store, owner) == []
    entries = journal.entries(desk.store, "seq > ?", (before,))
    assert len({entry.action for entry in entries}) == 1
    assert len({entry.record for entry in entries if entry.kind == "hand_over"}) == count


def test_a_task_is_recalled(begin, desk: Desk, qtbot) -> None:
    be_assigner(desk, "NV13")
    begin("recall", "NV13")
    ctrl_enter(qtbot)
    assert task(desk, "NV13").state is TaskState.DOING, "not without a reason"
    write_here("Giao nhầm")
    ctrl_enter(qtbot)
    qtbot.waitUntil(no_dialog)
    assert task(desk, "NV13").recall_reason == "Giao nhầm"


# --- what all have in common ------------------------------------------------------------------------------------------


def test_later_keeps_what_was_typed(begin, desk: Desk, qtbot) -> None:
    be_assigner(desk, "NV13")
    dialog = begin("recall", "NV13")
    write_here("Giao nhầm")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(no_dialog)
    dialog = begin("recall", "NV13")
    assert child(dialog, QPlainTextEdit, "reason").toPlainText() == "Giao nhầm"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_what_was_typed_waits_for_nobody_else_at_this_machine(begin, desk: Desk, qtbot) -> None:
    for code, found in (("CB10", ""), ("CB01", ""), ("CB10", "Giao nhầm")):
        be(desk, code)
        dialog = begin("recall", "NV13")
        reason = child(dialog, QPlainTextEdit, "reason")
        assert reason.toPlainText() == found
        if code == "CB10" and not found:
            write_here("Giao nhầm")
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        qtbot.waitUntil(no_dialog)


def test_who_may_not_is_told_why_instead_of_a_dialog(desk: Desk, qtbot) -> None:
    be(desk, "CB07")
    parent = QWidget()
    qtbot.addWidget(parent)
    with qtbot.waitSignal(desk.refused) as refused:
        verbs.begin(desk, parent, task(desk, "NV13").id, [verbs.named("recall")])
    assert refused.args[0].code == "rights.assigner_decides"
    assert no_dialog()


def test_evidence_has_its_own_date(begin, desk: Desk, qtbot, tmp_path) -> None:
    from tracker.ui.widgets.files import FilesField

    be_owner(desk, "NV13")
    dialog = begin("file", "NV13")
    ctrl_enter(qtbot)
    assert dialog.isVisible(), "no file, nothing to file"
    path = tmp_path / "biên bản.pdf"
    path.write_bytes(b"%PDF-1.4")
    child(dialog, FilesField, "files").add([path])
    write(qtbot, dialog, "dated_on", "25/9")
    ctrl_enter(qtbot)
    qtbot.waitUntil(no_dialog)
    filed = last(desk, Evidence, "NV13")
    assert (filed.name, filed.dated_on, filed.filed_on) == ("biên bản.pdf", date(2026, 9, 25), desk.today)


def test_a_decision_recorded_for_the_superior_needs_the_document(begin, desk: Desk, qtbot) -> None:
    """The head's own task: a deputy only records what the superior decided."""
    from tracker.actions import tasks as actions
    from tracker.domain.new_task import NewTask

    head, deputy = officials.by_code(desk.store, "CB01"), officials.by_code(desk.store, "CB02")
    new = NewTask(
        title="Báo cáo thành phố",
        owner=head.id,
        product="Báo cáo",
        due_on=date(2026, 10, 20),
        superior="Chủ tịch UBND thành phố",
        source_number="5/KH-UBND",
        source_on=date(2026, 9, 1),
    )
    number = actions.made(desk.store, actions.add(desk.store, actor(desk, deputy.id), new)).number
    work.submit(desk.store, actor(desk, head.id), task(desk, number).id, product_number="1/BC")
    desk.act_as(deputy)
    dialog = begin("confirm", number)
    assert child(dialog, QLineEdit, "basis").isVisible(), "it is not folded away where it is obligatory"
    ctrl_enter(qtbot)
    assert dialog.isVisible(), "without the superior's document it is refused"
    write(qtbot, dialog, "basis", "77/TB-UBND")
    write(qtbot, dialog, "basis_date", "30/9")
    ctrl_enter(qtbot)
    qtbot.waitUntil(no_dialog)
    assert task(desk, number).state is TaskState.DONE
