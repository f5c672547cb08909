"""The clerk's round by keyboard alone: typed down the columns as in Excel, checked, previewed, recorded as one."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from tests.ui.hands import write_here
from tracker.actions import rounds, work
from tracker.actions import tasks as actions
from tracker.domain.new_task import NewTask
from tracker.domain.tasks import TaskState
from tracker.machine import actor_on
from tracker.store import Store, journal, officials, tasks
from tracker.store.verify import verify
from tracker.ui.desk import Desk
from tracker.ui.pages.round.model import COLUMNS, NUMBER, RoundModel
from tracker.ui.pages.round.page import RoundPage
from tracker.ui.pages.round.preview import RoundPreview
from tracker.ui.pages.round.sheet import Sheet
from tracker.ui.pages.round.typed import DAY, NOTE, PERCENT, PRODUCT, STATE, read_percent, read_state
from tracker.ui.printing import PreviewDialog
from tracker.ui.window import Window

CLERK = "CB08"
NO, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
Key = Qt.Key


@pytest.fixture
def page(qtbot, window: Window, desk: Desk, store: Store) -> Iterator[RoundPage]:
    """The round of the clerk of the whole office, who has no task."""
    desk.act_as(officials.by_code(store, CLERK))
    with qtbot.waitActive(window):
        window.activateWindow()
    desk.go("round")
    found = window.current
    assert isinstance(found, RoundPage)
    qtbot.waitUntil(found.sheet.hasFocus)
    yield found
    assert verify(store).whole


@pytest.fixture
def sheet(page: RoundPage) -> Sheet:
    return page.sheet


@pytest.fixture
def model(page: RoundPage) -> RoundModel:
    return page.model


def press(qtbot, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO, times: int = 1) -> None:
    for _ in range(times):
        qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


def at(sheet: Sheet, row: int, key: str) -> None:
    """Put the cursor there by keyboard: it is where the sheet has it."""
    sheet.go_to(row, COLUMNS.index(key))


def column(model: RoundModel, key: str, rows: int) -> list[str]:
    return [model.text(row, key) for row in range(rows)]


def test_a_long_number_is_read_to_its_end(page: RoundPage, sheet: Sheet, desk: Desk, store: Store, qtbot):
    owner = officials.by_code(store, "CB21").id
    new = NewTask(title="Lập báo cáo", owner=owner, product="Báo cáo", no_deadline_reason="thường xuyên")
    clerk = actor_on(officials.by_code(store, "CB01").id, desk.today)
    number = actions.made(store, desk.act(lambda to, _: actions.add(to, clerk, new))).number
    assert len(number) > len("NV06") + 4
    qtbot.waitUntil(lambda: number in [row.number for row in page.model.rows])
    assert sheet.columnWidth(COLUMNS.index(NUMBER)) > sheet.fontMetrics().horizontalAdvance(number)


def test_all_open_tasks_of_the_clerks_units_stand_there_by_person(page: RoundPage, model: RoundModel, store: Store):
    owners = [row.owner for row in model.rows]
    assert len(model.rows) == 12
    assert owners == sorted(owners, key=lambda owner: owners.index(owner)), "a person's tasks stand together"
    assert {row.state for row in model.rows} <= set(rounds.OPEN)
    assert page.note() == "12 việc · 8 người"
    assert COLUMNS[page.sheet.currentIndex().column()] == STATE


def test_columns_are_typed_down_with_enter(qtbot, page: RoundPage, sheet: Sheet, model: RoundModel):
    at(sheet, 0, PERCENT)
    for text in ("10", "20 %", "35"):
        write_here(text)
        press(qtbot, Key.Key_Return)
    assert column(model, PERCENT, 4) == ["10", "20", "35", ""]
    assert sheet.currentIndex().row() == 3
    press(qtbot, Key.Key_Return, SHIFT)
    assert sheet.currentIndex().row() == 2
    assert page.findChild(QLabel, "round-count").text() == "Đã gõ 3 việc, 0 việc phải sửa"


def test_tab_goes_right_and_into_the_row_below(qtbot, sheet: Sheet, model: RoundModel):
    at(sheet, 0, STATE)
    write_here("d")
    press(qtbot, Key.Key_Tab)
    write_here("60")
    press(qtbot, Key.Key_Tab)
    write_here("chờ số liệu")
    press(qtbot, Key.Key_Tab, times=3)
    assert (model.text(0, STATE), model.text(0, PERCENT), model.text(0, NOTE)) == ("đang làm", "60", "chờ số liệu")
    assert (sheet.currentIndex().row(), COLUMNS[sheet.currentIndex().column()]) == (1, STATE)
    press(qtbot, Key.Key_Backtab)
    assert (sheet.currentIndex().row(), COLUMNS[sheet.currentIndex().column()]) == (0, DAY)


def test_arrows_leave_a_cell_that_is_typed_but_not_one_opened_by_f2(qtbot, sheet: Sheet, model: RoundModel):
    at(sheet, 0, PERCENT)
    write_here("4")
    press(qtbot, Key.Key_Down)
    assert model.text(0, PERCENT) == "4"
    assert sheet.currentIndex().row() == 1
    press(qtbot, Key.Key_Up)
    press(qtbot, Key.Key_F2)
    press(qtbot, Key.Key_Left)
    write_here("1")
    press(qtbot, Key.Key_Return)
    assert model.text(0, PERCENT) == "14"


def test_escape_leaves_a_cell_as_it_was(qtbot, sheet: Sheet, model: RoundModel):
    at(sheet, 0, NOTE)
    write_here("xong")
    press(qtbot, Key.Key_Escape)
    assert model.text(0, NOTE) == ""


def test_delete_clears_and_ctrl_z_takes_back(qtbot, sheet: Sheet, model: RoundModel, store: Store):
    head = journal.head(store)
    at(sheet, 0, PERCENT)
    write_here("40")
    press(qtbot, Key.Key_Return)
    at(sheet, 0, PERCENT)
    press(qtbot, Key.Key_Delete)
    assert model.text(0, PERCENT) == ""
    press(qtbot, Key.Key_Z, CTRL)
    assert model.text(0, PERCENT) == "40"
    press(qtbot, Key.Key_Z, CTRL)
    assert model.cells == {}
    press(qtbot, Key.Key_Y, CTRL)
    assert model.text(0, PERCENT) == "40"
    assert journal.head(store) == head, "the window's undo was not meant"


def test_ctrl_d_fills_down(qtbot, sheet: Sheet, model: RoundModel):
    at(sheet, 0, PERCENT)
    write_here("55")
    press(qtbot, Key.Key_Return)
    press(qtbot, Key.Key_D, CTRL)
    assert column(model, PERCENT, 3) == ["55", "55", ""]
    at(sheet, 1, PERCENT)
    press(qtbot, Key.Key_Down, SHIFT, times=3)
    press(qtbot, Key.Key_D, CTRL)
    assert column(model, PERCENT, 6) == ["55"] * 5 + [""]


def test_a_block_is_pasted_from_excel_and_copied_back(qtbot, sheet: Sheet, model: RoundModel):
    QGuiApplication.clipboard().setText("d\t30\tđang lấy ý kiến\r\nt\t\t\t41/BC-VP\t29/9\r\n")
    at(sheet, 2, STATE)
    press(qtbot, Key.Key_V, CTRL)
    assert [model.text(2, key) for key in (STATE, PERCENT, NOTE)] == ["đang làm", "30", "đang lấy ý kiến"]
    assert [model.text(3, key) for key in (STATE, PRODUCT, DAY)] == ["trình kết quả", "41/BC-VP", "29/09/2026"]
    at(sheet, 2, STATE)
    press(qtbot, Key.Key_Right, SHIFT, times=2)
    press(qtbot, Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "đang làm\t30\tđang lấy ý kiến"
    press(qtbot, Key.Key_Z, CTRL)
    assert model.cells == {}, "a paste is one step"


def test_a_pasted_block_never_overwrites_what_is_not_typed(qtbot, sheet: Sheet, model: RoundModel):
    titles = [row.title for row in model.rows]
    QGuiApplication.clipboard().setText("x\ty\tz\tw\td\t5")
    at(sheet, 0, "number")
    press(qtbot, Key.Key_V, CTRL)
    assert [row.title for row in model.rows] == titles
    assert (model.text(0, STATE), model.text(0, PERCENT)) == ("đang làm", "5")


def test_the_letters_of_an_input_method_open_the_cell(qtbot, sheet: Sheet, model: RoundModel):
    at(sheet, 0, NOTE)
    write_here("đã gửi ở xã")
    press(qtbot, Key.Key_Return)
    assert model.text(0, NOTE) == "đã gửi ở xã"


@pytest.mark.parametrize(
    ("cells", "wrong", "words"),
    [
        ({PERCENT: "130"}, PERCENT, "0 đến 100"),
        ({STATE: "zz"}, STATE, "gõ d"),
        ({PRODUCT: "12/BC"}, PRODUCT, "trình kết quả"),
        ({STATE: "t"}, STATE, "số văn bản"),
        ({STATE: "k"}, NOTE, "lý do"),
        ({NOTE: "x", DAY: "31/2"}, DAY, "31/2"),
        ({DAY: "29/9"}, DAY, "Chỉ có ngày"),
    ],
)
def test_a_fault_is_told_in_the_row_and_keeps_the_round_back(
    qtbot, page: RoundPage, sheet: Sheet, model: RoundModel, cells: dict[str, str], wrong: str, words: str
):
    for key, text in cells.items():
        at(sheet, 4, key)
        write_here(text)
        press(qtbot, Key.Key_Return)
    assert model.fault(model.task(4), wrong) is not None
    assert words in model.shown(4, "says")
    at(sheet, 0, STATE)
    press(qtbot, Key.Key_Return, CTRL)
    assert QApplication.activeModalWidget() is None
    assert (sheet.currentIndex().row(), COLUMNS[sheet.currentIndex().column()]) == (4, wrong)
    assert words in page.findChild(QLabel, "round-says").text()


def test_what_only_the_rules_know_is_told_as_typed(qtbot, sheet: Sheet, model: RoundModel):
    """Before the day of the task's last move nothing can have happened."""
    at(sheet, 0, PERCENT)
    write_here("90")
    press(qtbot, Key.Key_Tab, times=3)
    write_here("1/1/2026")
    press(qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: model.wrong(model.task(0)) is not None)
    assert model.reading(model.task(0)).faults == {}


# --- recording --------------------------------------------------------------------------------------------------------


def confirm(qtbot, seen: list[RoundPreview], keys: tuple[Qt.Key, Qt.KeyboardModifier] = (Key.Key_Return, CTRL)) -> None:
    """Once the preview is there: look at it, and press its key."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        if not (isinstance(dialog, RoundPreview) and dialog.isActiveWindow()):
            QTimer.singleShot(20, act)
            return
        seen.append(dialog)
        qtbot.keyClick(dialog, *keys)
        if dialog.isVisible():
            dialog.reject()

    QTimer.singleShot(20, act)


def test_a_round_is_previewed_recorded_as_one_action_and_undone(
    qtbot, page: RoundPage, sheet: Sheet, model: RoundModel, store: Store, window: Window
):
    first, second = model.task(0), model.task(1)
    before = tasks.get(store, first).percent
    at(sheet, 0, PERCENT)
    write_here("77")
    press(qtbot, Key.Key_Return)
    at(sheet, 1, STATE)
    write_here("t")
    press(qtbot, Key.Key_Tab, times=3)
    write_here("41/BC-VP")
    press(qtbot, Key.Key_Return)
    seen: list[RoundPreview] = []
    confirm(qtbot, seen)
    press(qtbot, Key.Key_Return, CTRL)
    lines = [seen[0].table.model().rows[line] for line in range(2)]
    assert all(line.behalf for line in lines)
    assert [line.says for line in lines] == ["Làm được 77 %", "Trình kết quả, 41/BC-VP"]
    assert tasks.get(store, first).percent == 77
    assert tasks.get(store, second).state is TaskState.SUBMITTED
    assert model.cells == {}
    assert model.row_of(second) is None, "a submitted task is not gone through any more"
    entries = journal.of_action(store, journal.entries(store)[-1].action)
    assert {entry.actor for entry in entries} == {officials.by_code(store, CLERK).id}
    assert {entry.behalf for entry in entries} == {tasks.get(store, each).owner for each in (first, second)}
    qtbot.mouseClick(window.findChild(QPushButton, "undo"), Qt.MouseButton.LeftButton)
    assert tasks.get(store, first).percent == before
    assert tasks.get(store, second).state is not TaskState.SUBMITTED


def test_enter_alone_records_nothing(qtbot, sheet: Sheet, model: RoundModel, store: Store):
    head = journal.head(store)
    at(sheet, 0, PERCENT)
    write_here("77")
    press(qtbot, Key.Key_Return)
    seen: list[RoundPreview] = []
    confirm(qtbot, seen, (Key.Key_Return, NO))
    press(qtbot, Key.Key_Return, CTRL)
    assert seen
    assert journal.head(store) == head
    assert model.text(0, PERCENT) == "77"


def test_a_row_that_is_refused_when_recorded_keeps_all_of_it(
    qtbot, page: RoundPage, sheet: Sheet, model: RoundModel, store: Store
):
    """Somebody else submits the second task while the preview is open."""
    at(sheet, 0, PERCENT)
    write_here("77")
    press(qtbot, Key.Key_Return)
    write_here("88")
    press(qtbot, Key.Key_Return)
    first, second = model.task(0), tasks.get(store, model.task(1))
    before, told = tasks.get(store, first).percent, []

    def act() -> None:
        if not isinstance(QApplication.activeWindow(), RoundPreview):
            QTimer.singleShot(20, act)
            return
        work.submit(store, actor_on(second.owner, page.desk.today), second.id, product_number="1/BC")
        dialog = QApplication.activeModalWidget()
        qtbot.keyClick(dialog, Key.Key_Return, CTRL)
        told.append(dialog._banner.words.text())
        dialog.reject()

    QTimer.singleShot(20, act)
    press(qtbot, Key.Key_Return, CTRL)
    assert second.number in told[0]
    assert tasks.get(store, first).percent == before
    assert {model.cells[task][PERCENT] for task in (first, second.id)} == {"77", "88"}
    assert model.wrong(second.id) is not None


def test_every_row_down_the_column_with_three_keys_each(qtbot, page: RoundPage, sheet: Sheet, model: RoundModel, store):
    """Forty tasks in five minutes are seven seconds a task: a round of per cents takes three keys a row."""
    count, keys = len(model.rows), 0
    at(sheet, 0, PERCENT)
    for _ in range(count):
        write_here("95")
        press(qtbot, Key.Key_Return)
        keys += 3
    seen: list[RoundPreview] = []
    confirm(qtbot, seen)
    press(qtbot, Key.Key_Return, CTRL)
    assert keys == 3 * count
    assert {tasks.get(store, row.id).percent for row in model.rows} == {95}


# --- what is kept -----------------------------------------------------------------------------------------------------


def test_what_was_typed_survives_a_crash(qtbot, page: RoundPage, sheet: Sheet, model: RoundModel, desk: Desk):
    at(sheet, 0, NOTE)
    write_here("chưa ghi")
    press(qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: not page._keep.isActive(), timeout=5_000)
    anew = RoundPage(desk)
    qtbot.addWidget(anew)
    anew.show()
    assert anew.model.text(0, NOTE) == "chưa ghi"
    assert anew.banner.isVisible()
    qtbot.mouseClick(anew.findChild(QPushButton, "round-drop"), Qt.MouseButton.LeftButton)
    assert anew.model.cells == {}


def test_what_is_typed_stays_with_its_task_when_the_list_changes(
    qtbot, page: RoundPage, sheet: Sheet, model: RoundModel, store: Store
):
    gone, kept = tasks.get(store, model.task(0)), model.task(3)
    at(sheet, 3, PERCENT)
    write_here("66")
    press(qtbot, Key.Key_Return)
    work.submit(store, actor_on(gone.owner, page.desk.today), gone.id, product_number="1/BC")
    assert model.row_of(gone.id) is None
    assert model.text(model.row_of(kept), PERCENT) == "66"


def test_a_filter_hides_rows_and_loses_nothing(qtbot, page: RoundPage, sheet: Sheet, model: RoundModel):
    at(sheet, 0, PERCENT)
    write_here("66")
    press(qtbot, Key.Key_Return)
    hidden = model.task(0)
    press(qtbot, Key.Key_F, CTRL)
    assert page.findChild(QLineEdit, "round-search").hasFocus()
    write_here("phung thi yen")
    qtbot.waitUntil(lambda: len(model.rows) == 1)
    assert model.rows[0].owner_name == "Phùng Thị Yến"
    seen: list[RoundPreview] = []
    confirm(qtbot, seen, (Key.Key_Escape, NO))
    press(qtbot, Key.Key_Return)
    press(qtbot, Key.Key_Return, CTRL)
    assert [line.number for line in seen[0].table.model().rows] == [model.rows[model.row_of(hidden)].number]


def test_who_is_no_clerk_goes_through_the_own_tasks(qtbot, window: Window, desk: Desk, store: Store):
    desk.act_as(officials.by_code(store, "CB06"))
    desk.go("round")
    owners = {row.owner for row in window.current.model.rows}
    assert owners <= {"CB06"}


def test_an_empty_round_says_why(qtbot, window: Window, desk: Desk, store: Store):
    desk.act_as(officials.by_code(store, "CB01"))
    desk.go("round")
    assert window.current.model.rows == []
    told = window.current.findChild(QLabel, "empty")
    assert told.isVisible()
    assert "ghi thay" in told.text()


@pytest.mark.parametrize(
    ("text", "step"), [("d", "start"), ("đang làm", "start"), ("Trình", "submit"), ("x", "submit"), ("K", "decline")]
)
def test_how_a_status_is_typed(text: str, step: str):
    assert read_state(text) == step


@pytest.mark.parametrize(("text", "percent"), [("0", 0), ("100%", 100), ("7 %", 7)])
def test_how_a_percent_is_typed(text: str, percent: int):
    assert read_percent(text) == percent


def test_ctrl_p_shows_the_sheet_on_paper_with_what_is_typed(page: RoundPage, sheet: Sheet, window: Window, qtbot):
    at(sheet, 0, NOTE)
    write_here("gap vuong mac")
    press(qtbot, Key.Key_Return)
    press(qtbot, Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PreviewDialog))
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, PreviewDialog)
    qtbot.waitUntil(lambda: shown.preview.data[:4] == b"%PDF", timeout=20_000)
    assert "gap vuong mac" in pypdfium2.PdfDocument(shown.preview.data)[0].get_textpage().get_text_range()
    shown.reject()
