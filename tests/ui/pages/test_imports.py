"""The Import page as a clerk uses it: drop a book, see what is wrong, correct how it is read, import, undo."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit, QPushButton

from tests.exchange.books import a_task_book
from tracker.store import Store, officials, tasks
from tracker.store.verify import verify
from tracker.ui.desk import Desk
from tracker.ui.pages.imports.page import ImportPage
from tracker.ui.widgets.tables import Table
from tracker.ui.window import Window

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
FAULTY = SAMPLES / "so-theo-doi-co-loi.xlsx"
OLD_FONT = SAMPLES / "nhiem-vu-tcvn3.xlsx"
HEADINGS = ("STT", "Mã", "Nội dung nhiệm vụ", "Người chịu trách nhiệm", "Hạn", "Sản phẩm", "Ngày giao")
LINE = (1, "MOI01", "Lập danh sách hộ cần hỗ trợ", "CB06", "25/11/2026", "Danh sách", "30/9/2026")
PATIENCE = 30_000


@pytest.fixture
def page(window: Window, desk: Desk) -> ImportPage:
    desk.go("import")
    found = window.current
    assert isinstance(found, ImportPage)
    return found


def drop(page: ImportPage, path: Path) -> None:
    """A file from the desktop."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    middle, buttons = page.rect().center(), Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(middle), Qt.DropAction.CopyAction, data, buttons, none)
    QApplication.sendEvent(page, enter)
    if enter.isAccepted():
        QApplication.sendEvent(page, QDropEvent(QPointF(middle), Qt.DropAction.CopyAction, data, buttons, none))


def study(qtbot, page: ImportPage, path: Path) -> None:
    with qtbot.waitSignal(page.studied, timeout=PATIENCE):
        drop(page, path)


def choose(qtbot, combo: QComboBox, words: str) -> None:
    """Type the beginning of a choice, as with the keyboard."""
    combo.setFocus()
    combo.showPopup()
    view = combo.view()
    at = next(at for at in range(combo.count()) if combo.itemText(at).startswith(words))
    view.setCurrentIndex(combo.model().index(at, 0))
    qtbot.keyClick(view, Qt.Key.Key_Return)


def primary(window: Window) -> QPushButton:
    return window.findChild(QPushButton, "primary")


def test_a_faulty_book_is_told_row_by_row_and_changes_nothing(qtbot, page: ImportPage, window: Window, store: Store):
    before = tasks.by_number(store, "NV01")
    study(qtbot, page, FAULTY)
    assert page.study.errors == 14
    assert primary(window).text() == "Chọn tệp…"
    problems = page.findChild(Table, "import-problems")
    qtbot.waitUntil(problems.isVisible)
    problems.setFocus()
    qtbot.keyClick(problems, Qt.Key.Key_Home)
    problems.select(1)
    assert problems.model().index(1, 1).data() == "6"
    qtbot.keyClick(problems, Qt.Key.Key_Return)
    assert page.preview.hasFocus()
    assert page.preview.currentIndex().data() == "31/02/2026"
    assert page.preview.letter == "J"
    assert tasks.by_number(store, "NV01") == before


def test_an_old_font_is_shown_before_and_after(qtbot, page: ImportPage):
    study(qtbot, page, OLD_FONT)
    encoding = page.findChild(QComboBox, "import-encoding")
    assert encoding.currentText() == "Tự nhận: TCVN3 (ABC)"
    assert page.study.look.examples[0] == ("sæ theo dâi nhiÖm vô", "SỔ THEO DÕI NHIỆM VỤ")
    assert page.findings.tabs.tabText(page.findings.tabs.currentIndex()) == "Bảng mã (3)"
    with qtbot.waitSignal(page.studied, timeout=PATIENCE):
        choose(qtbot, encoding, "Unicode")
    assert page.study.look.examples == ()
    assert any("nhiÖm vô" in text for row in page.study.rows for text in row.texts.values()) or page.study.refused


def test_a_good_book_is_imported_and_the_toast_undoes_it(
    qtbot, page: ImportPage, window: Window, store: Store, tmp_path: Path
):
    study(qtbot, page, a_task_book(tmp_path / "so.xlsx", LINE, headings=HEADINGS))
    assert page.findings.sum.text() == "1 mới · 0 đổi · 0 giữ nguyên"
    assert primary(window).text() == "Nhập 1 dòng"
    assert not tasks.exists(store, "MOI01")
    qtbot.mouseClick(primary(window), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tasks.exists(store, "MOI01"), timeout=PATIENCE)
    toast_undo = window.findChild(QPushButton, "undo")
    qtbot.waitUntil(toast_undo.isVisible, timeout=PATIENCE)
    assert page.waiting.outcome.text().startswith("Đã nhập: 1 mới, 0 đổi, 0 giữ nguyên")
    qtbot.mouseClick(toast_undo, Qt.MouseButton.LeftButton)
    assert not tasks.exists(store, "MOI01") or tasks.by_number(store, "MOI01").undone
    assert verify(store).whole


def test_a_column_is_read_as_another_field_and_that_is_remembered(
    qtbot, page: ImportPage, window: Window, store: Store, tmp_path: Path
):
    headings = ("STT", "Mã", "Việc phải làm", "Ai", "Hạn", "Sản phẩm", "Ngày giao")
    study(qtbot, page, a_task_book(tmp_path / "thang-9.xlsx", LINE, headings=headings))
    assert page.study.refused.code == "exchange.no_headings"
    assert page.banner.isVisible()
    field = page.findChild(QComboBox, "import-field")
    page.preview.go_to(2, "C")
    with qtbot.waitSignal(page.studied, timeout=PATIENCE):
        choose(qtbot, field, "Nội dung nhiệm vụ")
    page.preview.go_to(2, "D")
    with qtbot.waitSignal(page.studied, timeout=PATIENCE):
        choose(qtbot, field, "Người chịu trách nhiệm")
    assert page.study.ready
    qtbot.mouseClick(primary(window), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tasks.exists(store, "MOI01"), timeout=PATIENCE)
    qtbot.waitUntil(page.waiting.outcome.isVisible, timeout=PATIENCE)
    second = (2, "MOI02", "Rà soát hộ nghèo", "CB07", "27/11/2026", "Báo cáo", "30/9/2026")
    study(qtbot, page, a_task_book(tmp_path / "thang-10.xlsx", second, headings=headings))
    assert page.study.remembered
    assert page.study.ready


def test_the_row_of_the_headings_is_corrected_by_keyboard(qtbot, page: ImportPage, tmp_path: Path):
    path = a_task_book(tmp_path / "so.xlsx", LINE, (), HEADINGS, (2, "MOI02", *LINE[2:]), headings=HEADINGS)
    study(qtbot, page, path)
    assert page.study.look.header_row == 1
    row = page.findChild(QLineEdit, "import-header")
    row.selectAll()
    with qtbot.waitSignal(page.studied, timeout=PATIENCE):
        qtbot.keyClicks(row, "4")
        qtbot.keyClick(row, Qt.Key.Key_Return)
    assert page.study.look.header_row == 4
    assert page.study.made == 1


def test_moves_and_hand_overs_are_named_before_they_happen(qtbot, page: ImportPage, store: Store, tmp_path: Path):
    """The sample's NV13 goes to another person in the book."""
    task = tasks.by_number(store, "NV13")
    owner = officials.get(store, task.owner).name
    line = (1, "NV13", task.title, "CB11", "15/10/2026", "Dự toán", task.assigned_on)
    study(qtbot, page, a_task_book(tmp_path / "so.xlsx", line, headings=HEADINGS))
    told = " ".join(line.words for line in page.study.changes)
    assert owner in told
    assert "chuyển giao" in told.casefold()
    assert tasks.by_number(store, "NV13") == task


def test_a_marked_copy_is_saved(qtbot, page: ImportPage, tmp_path: Path, monkeypatch):
    target = tmp_path / "loi.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    study(qtbot, page, FAULTY)
    qtbot.mouseClick(page.findChild(QPushButton, "mark"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(target.exists, timeout=PATIENCE)
    qtbot.waitUntil(page.banner.isVisible, timeout=PATIENCE)
    assert "loi.xlsx" in page.banner.words.text()


def test_a_file_that_changed_since_is_not_imported(
    qtbot, page: ImportPage, window: Window, store: Store, tmp_path: Path
):
    path = a_task_book(tmp_path / "so.xlsx", LINE, headings=HEADINGS)
    study(qtbot, page, path)
    a_task_book(path, (1, "KHAC", *LINE[2:]), headings=HEADINGS)
    qtbot.mouseClick(primary(window), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.banner.isVisible, timeout=PATIENCE)
    assert "đã thay đổi sau khi xem" in page.banner.words.text()
    assert not tasks.exists(store, "MOI01")


def test_what_is_no_book_is_refused_in_place(qtbot, page: ImportPage, tmp_path: Path):
    path = tmp_path / "so.xlsx"
    path.write_bytes(b"%PDF-1.7")
    drop(page, path)
    qtbot.waitUntil(page.banner.isVisible, timeout=PATIENCE)
    assert page.banner.words.text().startswith("so.xlsx")


def test_another_kind_of_file_is_not_taken(page: ImportPage, tmp_path: Path):
    (tmp_path / "x.pdf").write_bytes(b"%PDF")
    drop(page, tmp_path / "x.pdf")
    assert page.note() == ""


def test_a_file_of_three_sheets_is_gone_through_in_order(qtbot, page: ImportPage, window: Window, desk: Desk):
    desk.go("import", what="officials", path=str(SAMPLES / "so-theo-doi-q3-2026.xlsx"))
    qtbot.waitUntil(lambda: page.study is not None, timeout=PATIENCE)
    assert page.study.said.what == "officials"
    assert page.study.look.sheet_name == "Cán bộ"
    with qtbot.waitSignal(page.studied, timeout=PATIENCE):
        choose(qtbot, page.findChild(QComboBox, "import-kind"), "Nhiệm vụ")
    assert page.study.look.sheet_name == "Nhiệm vụ"


def test_the_sheet_picked_is_read_as_what_it_lists(qtbot, page: ImportPage, window: Window, desk: Desk):
    desk.go("import", what="officials", path=str(SAMPLES / "so-theo-doi-q3-2026.xlsx"))
    qtbot.waitUntil(lambda: page.study is not None, timeout=PATIENCE)
    with qtbot.waitSignal(page.studied, timeout=PATIENCE):
        choose(qtbot, page.findChild(QComboBox, "import-sheet"), "Nhiệm vụ")
    assert page.study.said.what == "tasks"
    assert page.banner.isHidden(), "its columns are not missed in a list of officials"


def test_the_text_of_a_cell_is_copied(qtbot, page: ImportPage):
    study(qtbot, page, FAULTY)
    page.preview.go_to(5, "G")
    qtbot.keyClick(page.preview, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "CB99"
