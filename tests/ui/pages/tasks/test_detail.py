"""The detail of a task: what it tells, which verbs it offers to whom, evidence, sections, any text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QToolButton, QWidget

from tests.ui.deed_hands import actor, be, be_assigner, be_owner, child, no_dialog, open_dialog, task, texts
from tests.ui.hands import write_here
from tracker.actions import chases, edits, extensions, work
from tracker.domain.events import Evidence
from tracker.domain.tasks import TaskState
from tracker.store import tasks
from tracker.ui import evidence as on_screen
from tracker.ui.desk import Desk
from tracker.ui.pages.tasks.detail import TaskDetail
from tracker.ui.pages.tasks.menu import task_menu
from tracker.ui.pages.tasks.page import TasksPage
from tracker.ui.pages.tasks.verbs import install_shortcuts
from tracker.ui.widgets.prose import Prose


@pytest.fixture
def detail(desk: Desk, qtbot) -> TaskDetail:
    made = TaskDetail(desk)
    qtbot.addWidget(made)
    made.resize(desk.theme.px(340), 700)
    made.show()
    qtbot.waitExposed(made)
    return made


def show(detail: TaskDetail, number: str) -> None:
    detail.show_task(task(detail.desk, number).id)


def buttons(detail: TaskDetail) -> list[str]:
    return [each.objectName() for each in detail.verbs.findChildren(QPushButton)]


def menu(detail: TaskDetail) -> list[str]:
    more = detail.verbs.findChild(QToolButton, "more")
    return [action.objectName() for action in more.menu().actions() if not action.isSeparator()] if more else []


# --- what it tells ----------------------------------------------------------------------------------------------------


def test_it_names_the_person_and_both_deadlines(detail: TaskDetail) -> None:
    show(detail, "NV10")
    told = texts(detail)
    assert "Lã Thị Hồng Vân, Phó Trưởng phòng" in told
    assert "21/8/2026, thứ Sáu" in told
    assert "11/9/2026, thứ Sáu, đã đổi 1 lần" in told
    assert "Quách Mạnh Ý (Phòng KT, HT và ĐT): đã trả lời" in told
    assert "đủ 6 rõ" in told
    assert "Gia hạn đến 11/9" in told, "the timeline tells it too"


def test_what_is_missing_is_said_in_words(detail: TaskDetail, desk: Desk) -> None:
    of = task(desk, "NV13")
    edits.edit(desk.store, actor(desk, of.assigner), of.id, {"authority": None}, reason="sửa")
    show(detail, "NV13")
    assert child(detail, Prose, "clears").text() == "còn thiếu: thẩm quyền"


def test_nothing_chosen_says_so(detail: TaskDetail) -> None:
    detail.show_task(None)
    assert texts(detail) == "Chọn một nhiệm vụ để xem ai chịu trách nhiệm và diễn biến."


def test_a_change_is_shown_at_once(detail: TaskDetail, desk: Desk, qtbot) -> None:
    show(detail, "NV06")
    before = task(desk, "NV06").chases
    chases.chase(desk.store, actor(desk, desk.person.id if desk.person else None), task(desk, "NV06").id, reason="gấp")
    qtbot.waitUntil(lambda: f"Đôn đốc lần {before + 1}" in texts(detail))


def test_a_clerks_entry_names_both(detail: TaskDetail, desk: Desk) -> None:
    from tracker.store import officials

    clerk = officials.by_code(desk.store, "CB08")
    of = task(desk, "NV25")
    work.start(desk.store, actor(desk, clerk.id), of.id)
    show(detail, "NV25")
    assert f"{clerk.name} (ghi thay Vương Đình Khoát)" in texts(detail)


def test_a_day_far_from_its_recording_is_marked(detail: TaskDetail, desk: Desk) -> None:
    """In a real office; the sample says of itself that it is one instead."""
    desk.store.connection.execute("UPDATE setting SET value = '' WHERE id = 'sample'")
    show(detail, "NV10")
    assert "khai ngày 20/7 / ghi lúc" in texts(detail)


# --- verbs ------------------------------------------------------------------------------------------------------------


def test_the_assigner_is_offered_to_decide_what_waits(detail: TaskDetail, desk: Desk) -> None:
    of = task(desk, "NV15")
    extensions.ask(desk.store, actor(desk, of.owner), of.id, date(2026, 11, 13), reason="ngập")
    be_assigner(desk, "NV15")
    show(detail, "NV15")
    assert buttons(detail)[0] == "extension"
    assert child(detail, QPushButton, "extension").property("primary") is True
    assert len([each for each in detail.verbs.findChildren(QPushButton) if each.property("primary")]) == 1


def test_the_owner_is_offered_the_work_and_no_decision(detail: TaskDetail, desk: Desk) -> None:
    be_owner(desk, "NV13")
    show(detail, "NV13")
    offered = {*buttons(detail), *menu(detail)}
    assert {"submit", "progress", "ask", "decline", "file"} <= offered
    assert not offered & {"confirm", "return", "extension", "pause", "recall", "hand_over", "edit"}


def test_who_has_nothing_to_do_with_it_is_offered_nothing(detail: TaskDetail, desk: Desk) -> None:
    be(desk, "CB07")
    show(detail, "NV13")
    assert [*buttons(detail), *menu(detail)] == []
    assert not detail.verbs.isVisible()


def test_another_acting_person_has_other_verbs_at_once(detail: TaskDetail, desk: Desk, qtbot) -> None:
    be(desk, "CB07")
    show(detail, "NV13")
    be_owner(desk, "NV13")
    qtbot.waitUntil(lambda: buttons(detail)[:1] == ["submit"])


def test_a_button_opens_its_dialog(detail: TaskDetail, desk: Desk, qtbot) -> None:
    be_owner(desk, "NV13")
    show(detail, "NV13")
    qtbot.mouseClick(child(detail, QPushButton, "submit"), Qt.MouseButton.LeftButton)
    dialog = open_dialog(qtbot)
    assert dialog.objectName() == "submit"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(no_dialog)


def test_the_context_menu_offers_the_same_with_keys(desk: Desk, qtbot) -> None:
    be_owner(desk, "NV13")
    parent = QWidget()
    qtbot.addWidget(parent)
    made = task_menu(desk, parent, [task(desk, "NV13").id])
    assert "Trình kết quả…\tCtrl+D" in [action.text() for action in made.actions()]
    several = task_menu(desk, parent, [task(desk, "NV13").id, task(desk, "NV06").id])
    assert [action.objectName() for action in several.actions()] == ["chase", "hand_over", "edit", "recall"]
    assert isinstance(several, QMenu)


@pytest.mark.parametrize(
    ("key", "modifier", "dialog"),
    [
        (Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier, "hand_over"),
        (Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier, "extension"),
        (Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier, "chase"),
        (Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier, "pause"),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "recall"),
    ],
)
def test_keys_of_the_assigner(page: TasksPage, desk: Desk, qtbot, key, modifier, dialog: str) -> None:
    of = task(desk, "NV15")
    extensions.ask(desk.store, actor(desk, of.owner), of.id, date(2026, 11, 13), reason="ngập")
    be_assigner(desk, "NV15")
    page.show_task(of.id)
    qtbot.waitUntil(lambda: page.list.current() == of.id and page.detail.task == of.id)
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)
    opened = open_dialog(qtbot)
    assert opened.objectName() == dialog
    assert "NV15" in texts(opened)
    qtbot.keyClick(opened, Qt.Key.Key_Escape)
    qtbot.waitUntil(no_dialog)


@pytest.mark.parametrize(
    ("become", "number", "dialog"), [(be_owner, "NV13", "submit"), (be_assigner, "NV17", "result")]
)
def test_ctrl_d_submits_for_the_owner_and_decides_for_the_assigner(
    page: TasksPage, desk: Desk, qtbot, become, number: str, dialog: str
) -> None:
    become(desk, number)
    page.show_task(task(desk, number).id)
    qtbot.waitUntil(lambda: page.list.current() == task(desk, number).id)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    opened = open_dialog(qtbot)
    assert opened.objectName() == dialog
    qtbot.keyClick(opened, Qt.Key.Key_Escape)
    qtbot.waitUntil(no_dialog)


def test_delete_in_a_text_field_deletes_a_letter(page: TasksPage, desk: Desk, qtbot) -> None:
    page.head.search.setFocus()
    write_here("NV")
    qtbot.keyClick(page.head.search, Qt.Key.Key_Home)
    qtbot.keyClick(page.head.search, Qt.Key.Key_Delete)
    assert page.head.search.text() == "V"
    assert no_dialog()


def test_keys_without_a_task_do_nothing(desk: Desk, qtbot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    install_shortcuts(parent, desk, lambda: None)
    qtbot.keyClick(parent, Qt.Key.Key_Delete)
    assert no_dialog()


# --- sections ---------------------------------------------------------------------------------------------------------


def test_a_section_opens_shuts_and_stays_so(detail: TaskDetail, desk: Desk, qtbot) -> None:
    show(detail, "NV10")
    assert "38 ngày làm việc" not in texts(detail)
    head = child(detail, QToolButton, "custody")
    head.setFocus()
    qtbot.keyClick(head, Qt.Key.Key_Space)
    assert "20/7 đến 11/9: 38 ngày làm việc" in texts(detail)
    again = TaskDetail(desk)
    qtbot.addWidget(again)
    again.show()
    show(again, "NV10")
    assert "20/7 đến 11/9: 38 ngày làm việc" in texts(again)


def test_the_journal_tells_old_and_new(detail: TaskDetail, qtbot) -> None:
    show(detail, "NV10")
    qtbot.mouseClick(child(detail, QToolButton, "entries"), Qt.MouseButton.LeftButton)
    told = texts(detail)
    assert "Hạn hiện tại: 21/8/2026 → 11/9/2026" in told


# --- evidence ---------------------------------------------------------------------------------------------------------


def test_files_dropped_onto_it_are_filed(detail: TaskDetail, desk: Desk, qtbot, tmp_path: Path) -> None:
    be_owner(desk, "NV13")
    show(detail, "NV13")
    paths = [tmp_path / "biên bản.pdf", tmp_path / "ảnh.jpg"]
    for path in paths:
        path.write_bytes(path.name.encode())
    drop(detail, paths)
    filed = tasks.events(desk.store, Evidence, task(desk, "NV13").id)
    assert [each.name for each in filed[-2:]] == ["biên bản.pdf", "ảnh.jpg"]
    qtbot.waitUntil(lambda: any(each.text() == "ảnh.jpg" for each in detail.findChildren(QPushButton)))


def test_files_of_who_may_not_are_refused(detail: TaskDetail, desk: Desk, qtbot, tmp_path: Path) -> None:
    be(desk, "CB07")
    show(detail, "NV13")
    path = tmp_path / "biên bản.pdf"
    path.write_bytes(b"x")
    with qtbot.waitSignal(desk.refused) as refused:
        drop(detail, [path])
    assert refused.args[0].code == "rights.owner_works"


def drop(detail: TaskDetail, paths: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(detail, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(detail, QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, left, none))


def test_a_file_is_opened_as_a_copy_that_cannot_be_written_to(
    detail: TaskDetail, desk: Desk, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    show(detail, "NV10")
    [first, *_] = tasks.events(desk.store, Evidence, task(desk, "NV10").id)
    qtbot.mouseClick(child(detail, QPushButton, f"file-{first.id}"), Qt.MouseButton.LeftButton)
    [url] = opened
    path = Path(url.toLocalFile())
    assert path.name == first.name
    assert path.stat().st_mode & 0o333 == 0, "nobody writes or runs it"
    assert not path.is_relative_to(desk.store.folder)


def test_a_program_is_never_opened(detail: TaskDetail, desk: Desk, qtbot, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: pytest.fail(f"opened {url}"))
    saved = tmp_path / "saved.exe"
    monkeypatch.setattr(on_screen.QFileDialog, "getSaveFileName", lambda *_: (str(saved), ""))
    of = task(desk, "NV13")
    path = tmp_path / "báo cáo.pdf.exe"
    path.write_bytes(b"MZ")
    work.add_evidence(desk.store, actor(desk, of.owner), of.id, [path])
    show(detail, "NV13")
    [*_, filed] = tasks.events(desk.store, Evidence, of.id)
    qtbot.mouseClick(child(detail, QPushButton, f"file-{filed.id}"), Qt.MouseButton.LeftButton)
    assert saved.read_bytes() == b"MZ"


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("báo cáo.pdf", "báo cáo.pdf"),
        ("../../etc/passwd", "_._etc_passwd"),
        ("a\u202efdp.exe", "a_fdp.exe"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
        ("...", "minh-chung"),
        ("a\0b.txt", "a_b.txt"),
    ],
)
def test_names_are_made_harmless(name: str, plain: str) -> None:
    assert on_screen.plain_name(name) == plain


def test_a_file_that_was_changed_outside_is_not_shown(detail: TaskDetail, desk: Desk, qtbot, monkeypatch) -> None:
    from tracker.store.evidence import place

    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: pytest.fail(f"opened {url}"))
    [first, *_] = tasks.events(desk.store, Evidence, task(desk, "NV10").id)
    place(desk.store.folder, first.sha256).write_bytes(b"something else")
    show(detail, "NV10")
    with qtbot.waitSignal(desk.refused) as refused:
        qtbot.mouseClick(child(detail, QPushButton, f"file-{first.id}"), Qt.MouseButton.LeftButton)
    assert refused.args[0].code == "evidence.altered"


# --- any text ---------------------------------------------------------------------------------------------------------

ODD = {
    "ten thousand letters": "x" * 450,
    "words": "dài " * 110,
    "html": "<b>đậm</b> <img src='file:///etc/passwd'> & <script>",
    "right to left": "abc \u202e fdp \u200f אבג",
    "emoji": "🏛️👩‍💼 xong 👍🏽",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_any_title_is_plain_text_within_its_width(detail: TaskDetail, desk: Desk, text: str) -> None:
    of = task(desk, "NV13")
    edits.edit(desk.store, actor(desk, of.assigner), of.id, {"title": text, "note": text * 8}, reason="sửa")
    show(detail, "NV13")
    title = child(detail, Prose, "title")
    assert title.text() == task(desk, "NV13").title
    assert title.textFormat() is Qt.TextFormat.PlainText
    right = detail.mapToGlobal(QPoint(detail.width(), 0)).x()
    for each in detail.findChildren(QLabel):
        assert not each.isVisible() or each.mapToGlobal(QPoint(each.width(), 0)).x() <= right


def test_long_text_is_folded_until_it_is_asked_for(desk: Desk, qtbot) -> None:
    prose = Prose(desk, "rất dài " * 1250, most=4)
    qtbot.addWidget(prose)
    prose.resize(300, 80)
    prose.show()
    folded = prose.heightForWidth(300)
    assert folded <= 5 * prose.fontMetrics().lineSpacing()
    assert prose.is_cut()
    prose.setFocus()
    qtbot.keyClick(prose, Qt.Key.Key_Return)
    assert prose.heightForWidth(300) > 20 * folded
    qtbot.mouseClick(prose, Qt.MouseButton.LeftButton)
    assert prose.heightForWidth(300) == folded


def test_the_states_that_have_no_verbs(detail: TaskDetail, desk: Desk) -> None:
    show(detail, "NV37")
    assert task(desk, "NV37").state is TaskState.RECALLED
    assert [*buttons(detail), *menu(detail)] == []


def test_the_timeline_follows_the_days_not_the_recording(detail: TaskDetail, desk: Desk) -> None:
    of = task(desk, "NV15")
    extensions.ask(desk.store, actor(desk, of.owner), of.id, date(2026, 11, 13), reason="ngập", on=date(2026, 9, 28))
    show(detail, "NV15")
    told = texts(detail)
    assert told.index("Xin gia hạn đến 13/11") < told.index("Cập nhật 20 %"), "28/9 before 29/9"


def test_before_anybody_acts_the_state_says_what_can_be_done_and_the_first_deed_asks_who(
    detail: TaskDetail, desk: Desk, qtbot
) -> None:
    desk.personal.clear()
    desk._given = desk._person = None
    desk.ask_person = lambda: be(desk, "CB01") is None
    show(detail, "NV13")
    assert {"submit", "pause"} <= {*buttons(detail), *menu(detail)}
    qtbot.mouseClick(detail.verbs.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert desk.person is not None
    assert desk.person.code == "CB01"


def test_a_renamed_official_is_called_by_the_new_name(detail: TaskDetail, desk: Desk, qtbot) -> None:
    from tracker.actions import people

    show(detail, "NV13")
    of = task(desk, "NV13")
    assert of.owner is not None
    people.edit_official(desk.store, actor(desk, 1), of.owner, name="Phùng Thị Hải Yến", given_name="Yến")
    qtbot.waitUntil(lambda: "Phùng Thị Hải Yến" in texts(detail))
