"""Who acts: asked at the first action, found by typing, proved by a password where the office uses them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QPushButton

from tracker.actions import accounts
from tracker.machine import actor_on
from tracker.store import Store, officials
from tracker.ui.desk import Desk
from tracker.ui.dialogs.person import PersonDialog, choose_person
from tracker.words import Words

TODAY = date(2026, 9, 30)


@pytest.fixture
def nobody(store: Store, theme, tmp_path) -> Desk:
    """The sample office on an account where nobody was chosen yet."""
    personal = QSettings(str(tmp_path / "new.ini"), QSettings.Format.IniFormat)
    return Desk(store, Words("vi"), theme, personal, TODAY, fixed_day=True)


@pytest.fixture
def shown(qtbot) -> Callable[[Desk], PersonDialog]:
    def show(desk: Desk) -> PersonDialog:
        dialog = PersonDialog(desk)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
        return dialog

    return show


def search(dialog: PersonDialog) -> QLineEdit:
    return dialog.findChild(QLineEdit, "person")


def verb(dialog: PersonDialog) -> QPushButton:
    return dialog.findChild(QPushButton, "verb")


def with_password(store: Store, code: str, password: str) -> None:
    who = officials.by_code(store, code).id
    accounts.set_password(store, actor_on(who, TODAY), who, password)


def test_the_name_is_typed_without_accents_and_chosen_by_the_keyboard(nobody: Desk, shown, qtbot) -> None:
    dialog = shown(nobody)
    qtbot.keyClicks(search(dialog), "bich dao")
    assert verb(dialog).accessibleName() == "Làm việc với tên Ngô Thị Bích Đào"
    qtbot.keyClick(search(dialog), Qt.Key.Key_Return)
    assert nobody.person is None, "Enter goes to the button and does not press it"
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert nobody.person is not None
    assert nobody.person.code == "CB05"
    assert not dialog.isVisible()


def test_it_is_remembered_on_this_account(nobody: Desk, store: Store, theme, shown, qtbot) -> None:
    dialog = shown(nobody)
    qtbot.keyClicks(search(dialog), "CB21")
    qtbot.mouseClick(verb(dialog), Qt.MouseButton.LeftButton)
    again = Desk(store, Words("vi"), theme, nobody.personal, TODAY)
    assert again.person is not None
    assert again.person.name == "Chử Đức Toàn"


def test_arrows_in_the_search_move_in_the_list(nobody: Desk, shown, qtbot) -> None:
    dialog = shown(nobody)
    first = dialog.chosen()
    qtbot.keyClick(search(dialog), Qt.Key.Key_Down)
    assert dialog.chosen() != first
    qtbot.keyClick(search(dialog), Qt.Key.Key_Up)
    assert dialog.chosen() == first


def test_nobody_found_nobody_chosen(nobody: Desk, shown, qtbot) -> None:
    dialog = shown(nobody)
    qtbot.keyClicks(search(dialog), "khong ai ca")
    assert not verb(dialog).isEnabled()
    assert verb(dialog).accessibleName() == "Không có ai khớp"
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert nobody.person is None


def test_later_chooses_nobody(nobody: Desk, qtbot) -> None:
    def later() -> None:
        dialog = QApplication.activeModalWidget()
        qtbot.mouseClick(dialog.findChild(QPushButton, "later"), Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, later)
    assert not choose_person(nobody)
    assert nobody.person is None


def test_the_right_password_lets_in(desk: Desk, store: Store, shown, qtbot) -> None:
    with_password(store, "CB01", "song hong mua lu")
    dialog = shown(desk)
    field = dialog.findChild(QLineEdit, "password")
    assert field.hasFocus() or dialog.focusWidget() is field, "the person is known, only the proof is missing"
    assert field.echoMode() is QLineEdit.EchoMode.Password
    qtbot.keyClicks(field, "song hong mua lu")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert desk.wrong_passwords == 0


def test_a_wrong_password_waits_longer_each_time(nobody: Desk, store: Store, shown, qtbot) -> None:
    with_password(store, "CB01", "song hong mua lu")
    dialog = shown(nobody)
    qtbot.keyClicks(search(dialog), "CB01")
    field = dialog.findChild(QLineEdit, "password")
    qtbot.keyClicks(field, "khong phai")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: verb(dialog).accessibleName() == "Thử lại sau 1 giây")
    assert not verb(dialog).isEnabled()
    qtbot.waitUntil(verb(dialog).isEnabled)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: verb(dialog).accessibleName() == "Thử lại sau 2 giây")
    assert nobody.person is None


def test_who_has_no_password_is_told_who_sets_one(nobody: Desk, store: Store, shown, qtbot) -> None:
    with_password(store, "CB01", "song hong mua lu")
    dialog = shown(nobody)
    qtbot.keyClicks(search(dialog), "CB05")
    qtbot.mouseClick(verb(dialog), Qt.MouseButton.LeftButton)
    assert "Ngô Thị Bích Đào chưa có mật khẩu" in dialog.findChild(QFrame, "error").words.text()
    assert nobody.person is None


def test_the_first_action_asks_for_the_password_of_who_is_only_remembered(
    desk: Desk, store: Store, theme, qtbot
) -> None:
    again = Desk(store, Words("vi"), theme, desk.personal, TODAY, fixed_day=True)
    assert again.actor() is not None, "remembered, and the office uses no passwords"
    with_password(store, "CB01", "song hong mua lu")
    asked = []
    again.ask_person = lambda: bool(asked.append(True))
    assert again.actor() is None
    assert asked == [True]
    assert desk.actor() is not None, "who was chosen in this run of the program is not asked again"
