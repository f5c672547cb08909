"""The first run: an office set up in a window of its own, people pasted, the year; or the sample, and it goes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QPlainTextEdit, QPushButton, QWidget

from tests.ui.hands import write
from tracker import machine
from tracker.store import FILE, officials, settings, units
from tracker.store.folder import open_folder
from tracker.store.verify import verify
from tracker.ui import open_window
from tracker.ui.afterwards import complete
from tracker.ui.desk import Desk
from tracker.ui.pages.first.beginning import Beginning
from tracker.ui.pages.first.form import guesses
from tracker.ui.pages.first.page import FirstRunPage
from tracker.ui.theme import Theme
from tracker.ui.window import Window
from tracker.words import Words

TODAY = date(2026, 9, 30)
TYPED = {
    "name": "Ủy ban nhân dân phường Bạch Liên",
    "superior": "UBND thành phố Hồng Lam",
    "head_name": "Lưu Quang Thiệu",
}
"""What has to be typed; the rest is guessed from the name."""
PEOPLE = "Ngô Thị Bích Đào\tChánh Văn phòng\tVăn phòng HĐND và UBND\nĐoàn Văn Ước\tCông chức\tVăn phòng HĐND và UBND"


def child(of: QWidget, kind: type[QWidget], name: str) -> QWidget:
    found = of.findChild(kind, name)
    assert found is not None, name
    return found


def type_office(window: QWidget, **typed: str) -> None:
    for name, text in (TYPED | typed).items():
        field = child(window, QLineEdit, name)
        field.setFocus()
        field.selectAll()
        write(field, text)


@pytest.fixture
def beginning(qtbot, theme: Theme, tmp_path: Path) -> Beginning:
    window = Beginning(theme, Words("vi"), tmp_path / "data", TODAY)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def test_the_office_is_set_up_from_three_lines(qtbot, beginning: Beginning, tmp_path: Path):
    type_office(beginning)
    qtbot.keyClick(beginning, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert beginning.begun.code == "CB01"
    assert not beginning.isVisible()
    store = open_folder(tmp_path / "data")
    office = units.office(store)
    assert (office.code, office.name, office.place) == ("UBND", TYPED["name"], "Bạch Liên")
    assert office.superior == TYPED["superior"]
    (post,) = officials.appointments(store, officials.by_code(store, "CB01").id)
    assert post.title == "Chủ tịch"
    assert verify(store).whole
    store.close()


def test_an_empty_field_is_told_beside_it_and_nothing_is_made(qtbot, beginning: Beginning, tmp_path: Path):
    type_office(beginning, superior=" ")
    qtbot.mouseClick(child(beginning, QPushButton, "found"), Qt.MouseButton.LeftButton)
    superior = child(beginning, QLineEdit, "superior")
    assert superior.hasFocus()
    assert "cấp trên" in beginning.form._errors["superior"].text()
    assert child(beginning, QLineEdit, "name").text() == TYPED["name"]
    assert beginning.begun is None
    assert not (tmp_path / "data" / FILE).exists()


def test_what_the_office_refuses_leaves_no_half_office(qtbot, beginning: Beginning, tmp_path: Path):
    type_office(beginning)
    child(beginning, QLineEdit, "place").setText("a" * 1_001)
    button = child(beginning, QPushButton, "found")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert beginning.form.banner.isVisible()
    assert not (tmp_path / "data" / FILE).exists()
    child(beginning, QLineEdit, "place").setText("Bạch Liên")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert beginning.begun is not None


@pytest.mark.parametrize(
    ("name", "code", "place", "title"),
    [
        ("Ủy ban nhân dân xã Trung Khê", "UBND", "Trung Khê", "Chủ tịch"),
        ("UBND phường Bạch Liên", "UBND", "Bạch Liên", "Chủ tịch"),
        ("UBND phuong Bach Lien", "UBND", "Bach Lien", "Chủ tịch"),
        ("Ủy ban nhân dân thành phố Hồng Lam", "UBND", "Hồng Lam", "Chủ tịch"),
        ("Văn phòng cơ quan Đảng ủy", "VPCQDU", "", ""),
        ("Sở Nội vụ", "SNV", "", ""),
        ("", "", "", ""),
    ],
)
def test_what_a_name_tells(name: str, code: str, place: str, title: str):
    assert guesses(name) == {"code": code, "place": place, "head_title": title}


def test_the_sample_is_made_and_opens_on_today(qtbot, beginning: Beginning, tmp_path: Path):
    qtbot.mouseClick(child(beginning, QPushButton, "sample"), Qt.MouseButton.LeftButton)
    assert not child(beginning, QPushButton, "found").isEnabled()
    qtbot.waitUntil(lambda: beginning.begun is not None, timeout=30_000)
    assert beginning.begun.page == "today"
    store = open_folder(tmp_path / "data")
    assert settings.value(store, "sample")
    store.close()


# --- in the window ----------------------------------------------------------------------------------------------------


@pytest.fixture
def page(qtbot, beginning: Beginning, theme: Theme, tmp_path: Path) -> Iterator[FirstRunPage]:
    """The steps after the office was set up, in the real window."""
    type_office(beginning)
    qtbot.mouseClick(child(beginning, QPushButton, "found"), Qt.MouseButton.LeftButton)
    store = open_folder(tmp_path / "data")
    own = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    desk = Desk(store, Words("vi"), theme, own, TODAY, fixed_day=True)
    beginning.begun.act_on(desk)
    window = Window(desk, beginning.begun.page)
    qtbot.addWidget(window)
    window.show()
    complete(window)
    qtbot.waitExposed(window)
    assert isinstance(window.current, FirstRunPage)
    yield window.current
    window.close()
    store.close()


def paste(qtbot, page: FirstRunPage, text: str) -> None:
    field = child(page, QPlainTextEdit, "people-pasted")
    QGuiApplication.clipboard().setText(text)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_the_head_acts_without_being_asked(page: FirstRunPage):
    assert page.desk.person.name == TYPED["head_name"]
    assert TYPED["head_name"] in page.steps["office"].made.text()


def test_people_are_pasted_told_back_added_and_undone(qtbot, page: FirstRunPage):
    take = child(page, QPushButton, "people-take")
    assert not take.isEnabled()
    paste(qtbot, page, PEOPLE)
    qtbot.waitUntil(take.isEnabled)
    assert "2 dòng mới" in page.people.told.text()
    assert "Văn phòng HĐND và UBND" in page.people.told.text()
    assert len(officials.every(page.desk.store)) == 1
    qtbot.mouseClick(take, Qt.MouseButton.LeftButton)
    assert page.steps["people"].made.text().endswith("3 cán bộ ở 2 đơn vị")
    assert page.people.field.toPlainText() == ""
    qtbot.mouseClick(child(page.window(), QPushButton, "undo"), Qt.MouseButton.LeftButton)
    assert len([each for each in officials.every(page.desk.store) if not each.undone]) == 1
    assert verify(page.desk.store).whole


def test_a_list_just_typed_is_not_tried_once_the_window_has_closed(qtbot, page: FirstRunPage):
    paste(qtbot, page, "CB07\tHà Thị Ánh Nguyệt")
    pause = page.people.findChild(QTimer)
    assert pause.isActive()
    page.window().close()
    assert not pause.isActive(), "the file is closed, too"


def test_a_list_with_a_fault_names_it_and_is_not_taken(qtbot, page: FirstRunPage):
    paste(qtbot, page, "CB07\tHà Thị Ánh Nguyệt\nCB07\tBùi Khắc Điềm")
    qtbot.waitUntil(lambda: page.people.told.text() != "")
    assert "dòng 2" in page.people.told.text()
    assert not child(page, QPushButton, "people-take").isEnabled()


def test_the_year_and_the_other_steps_can_be_skipped_and_shown_again(qtbot, page: FirstRunPage):
    assert "Năm 2026: 15 ngày nghỉ, 2 ngày làm bù" in page.steps["calendar"].made.text()
    assert "16-20/02 Tết Nguyên đán" in page.days.text()
    skip = child(page, QPushButton, "step-calendar-skip")
    qtbot.mouseClick(skip, Qt.MouseButton.LeftButton)
    assert not page.days.isVisible()
    qtbot.mouseClick(skip, Qt.MouseButton.LeftButton)
    assert page.days.isVisible()


def test_a_step_leads_to_the_import(qtbot, page: FirstRunPage):
    qtbot.mouseClick(child(page, QPushButton, "tasks-book"), Qt.MouseButton.LeftButton)
    assert page.window().current.heading() == "Nhập sổ"


# --- from process start to the end ------------------------------------------------------------------------------------


def when(found: Callable[[], bool], deed: Callable[[], object], until: float) -> None:
    """Do it as soon as that is so, while the program runs its own event loop."""
    if found():
        deed()
    elif time.monotonic() < until:
        QTimer.singleShot(20, lambda: when(found, deed, until))
    else:
        QApplication.closeAllWindows()


def shown(kind: type[QWidget]) -> QWidget | None:
    return next((each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()), None)


@pytest.fixture
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "personal_folder", lambda: tmp_path)


@pytest.mark.usefixtures("theme", "own_state")
def test_a_start_without_data_ends_in_the_window_of_the_new_office(tmp_path: Path):
    seen: list[object] = []
    until = time.monotonic() + 60

    def fill() -> None:
        window = shown(Beginning)
        type_office(window)
        child(window, QPushButton, "found").click()
        when(lambda: shown(Window) is not None, look, until)

    def look() -> None:
        window = shown(Window)
        seen.extend((type(window.current).__name__, window.desk.person.code))
        window.close()

    when(lambda: shown(Beginning) is not None and QApplication.activeWindow() is not None, fill, until)
    assert open_window(tmp_path / "data", "vi", today=TODAY) == 0
    assert seen == ["FirstRunPage", "CB01"]


@pytest.mark.usefixtures("theme", "own_state")
def test_a_start_that_is_left_makes_nothing(tmp_path: Path):
    when(lambda: shown(Beginning) is not None, lambda: shown(Beginning).close(), time.monotonic() + 60)
    assert open_window(tmp_path / "data", "vi") == 0
    assert not (tmp_path / "data").exists()


@pytest.mark.usefixtures("theme", "own_state")
def test_the_sample_goes_in_one_click_and_the_program_begins_anew(office: Path):
    """`office` is a copy of the sample."""
    from tracker.ui.sample import remove_sample

    until = time.monotonic() + 60
    anew: list[bool] = []

    def remove() -> None:
        when(lambda: shown(QMessageBox) is not None, agree, until)
        remove_sample(shown(Window).desk)

    def agree() -> None:
        box = shown(QMessageBox)
        next(each for each in box.buttons() if each.text() == "Xóa dữ liệu mẫu").click()
        when(lambda: shown(Beginning) is not None, leave, until)

    def leave() -> None:
        anew.append(True)
        shown(Beginning).close()

    when(lambda: shown(Window) is not None and shown(Window).desk.parent() is not None, remove, until)
    assert open_window(office, "vi", acting="CB01") == 0
    assert anew == [True]
    assert not (office / FILE).exists()
