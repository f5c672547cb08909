"""Thiết lập: what is changed there is recorded, refused or remembered as it should be."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QPushButton

from tracker.store import journal, officials, paper_forms, settings, units
from tracker.store.backup import look_into
from tracker.store.calendar import days, working_calendar, years
from tracker.ui.desk import Desk
from tracker.ui.dialogs.frame import Dialog
from tracker.ui.pages.settings.backups import RestoreDialog
from tracker.ui.pages.settings.page import PARTS, SettingsPage
from tracker.ui.window import Window

PASSWORD = "mot cau du dai"


@pytest.fixture
def page(window: Window) -> SettingsPage:
    window.open("settings", {})
    found = window.current
    assert isinstance(found, SettingsPage)
    return found


def shown(window: Window, part: str) -> object:
    window.open("settings", {"part": part})
    page = window.current
    assert isinstance(page, SettingsPage)
    return page.part


def press(window: Window, qtbot) -> None:
    qtbot.mouseClick(window.top.primary, Qt.MouseButton.LeftButton)


def retype(field: QLineEdit | QPlainTextEdit, text: str, qtbot) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def ctrl_enter(dialog: Dialog, qtbot) -> None:
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    qtbot.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def in_dialog(qtbot, deed) -> None:
    """Do something in the dialog that opens next."""

    def act() -> None:
        top = QApplication.activeModalWidget()
        assert isinstance(top, Dialog)
        try:
            deed(top)
        finally:
            if top.isVisible():
                top.reject()

    QTimer.singleShot(0, act)


def test_the_parts_stand_in_a_list_and_arrows_change_them(page: SettingsPage, qtbot) -> None:
    page.list.setFocus()
    seen = [page.part.objectName()]
    for _ in range(len(PARTS) - 1):
        qtbot.keyClick(page.list, Qt.Key.Key_Down)
        seen.append(page.part.objectName())
    assert seen == [f"settings-{name}" for name in PARTS]


# Limits


def test_a_limit_is_recorded_in_the_journal(window: Window, desk: Desk, qtbot) -> None:
    part = shown(window, "limits")
    retype(part.findChild(QLineEdit, "due_soon_days"), "5", qtbot)
    press(window, qtbot)
    assert settings.number(desk.store, "due_soon_days") == 5
    last = journal.entries(desk.store)[-1]
    assert (last.verb, last.record) == ("setting.set", "due_soon_days")


def test_what_is_no_number_is_refused_at_its_field_and_stays_typed(window: Window, desk: Desk, qtbot) -> None:
    part = shown(window, "limits")
    field = part.findChild(QLineEdit, "extension_limit")
    retype(field, "nhieu", qtbot)
    press(window, qtbot)
    assert settings.value(desk.store, "extension_limit") == "1"
    assert field.property("wrong")
    assert field.text() == "nhieu"
    window.desk.turned.emit()
    assert field.text() == "nhieu", "reading anew keeps what is typed"


def test_who_may_not_change_limits_is_told_so(window: Window, desk: Desk, qtbot) -> None:
    desk.act_as(officials.by_code(desk.store, "CB07"))
    part = shown(window, "limits")
    retype(part.findChild(QLineEdit, "due_soon_days"), "5", qtbot)
    press(window, qtbot)
    assert settings.number(desk.store, "due_soon_days") == 3


# Letterhead


def test_the_letterhead_is_recorded_and_drawn_while_one_types(window: Window, desk: Desk, qtbot) -> None:
    part = shown(window, "office")
    retype(part.findChild(QLineEdit, "symbol"), "UBND", qtbot)
    assert "BC-UBND" in part.head.accessibleDescription()
    qtbot.keyClick(part, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    office = units.office(desk.store)
    assert office is not None
    assert office.symbol == "UBND"


def test_a_long_name_breaks_into_lines_that_the_letterhead_has_room_for(window: Window, desk: Desk, qtbot) -> None:
    office = shown(window, "office")
    before = office.head.height()
    retype(office.findChild(QPlainTextEdit, "issuing_name"), "Trung tam Phuc vu hanh chinh cong " * 4, qtbot)
    qtbot.waitUntil(lambda: office.head.height() > before)


def test_another_unit_has_its_own(window: Window, desk: Desk, qtbot) -> None:
    part = shown(window, "office")
    part.unit.setFocus()
    qtbot.keyClick(part.unit, Qt.Key.Key_Down)
    unit = units.get(desk.store, part.unit.currentData())
    assert part.findChild(QPlainTextEdit, "name").toPlainText() == unit.name
    assert unit.name != units.office(desk.store).name
    assert part.signed.text(), "the head of the unit is named"


def test_signers_and_recipients_are_kept_by_kind_and_stand_on_the_paper(window: Window, desk: Desk, qtbot) -> None:
    part = shown(window, "office")
    form = part.signing
    form.kind.setFocus()
    at = form.kind.findData("overdue")
    for _ in range(at):
        qtbot.keyClick(form.kind, Qt.Key.Key_Down)
    qtbot.keyClicks(form.signer.edit, "ta thi minh khue")
    field = part.findChild(QPlainTextEdit, "signing")
    qtbot.keyClicks(field, "TM. UY BAN")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClicks(field, "KT. CHU TICH")
    qtbot.keyClicks(part.findChild(QPlainTextEdit, "recipients"), "Cac phong")
    qtbot.keyClick(part, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    office = units.office(desk.store)
    assert office is not None
    stored = paper_forms.stored(desk.store, office.id)["overdue"]
    assert stored.signer == officials.by_code(desk.store, "CB02").id
    assert (stored.signing, stored.recipients) == ("TM. UY BAN\nKT. CHU TICH", "Cac phong")

    for _ in range(at):
        qtbot.keyClick(form.kind, Qt.Key.Key_Up)
    assert (field.toPlainText(), form.signer.edit.text()) == ("", ""), "all kinds have nothing of their own"


# Calendar


def test_a_day_off_is_added_and_taken_back(window: Window, desk: Desk, qtbot) -> None:
    part = shown(window, "calendar")

    def fill(dialog: Dialog) -> None:
        retype(dialog.on.edit, "12/10/2026", qtbot)
        retype(dialog.findChild(QLineEdit, "name"), "Mat dien", qtbot)
        ctrl_enter(dialog, qtbot)

    in_dialog(qtbot, fill)
    press(window, qtbot)
    assert not working_calendar(desk.store).is_working(date(2026, 10, 12))
    at = [each.id for each in part.model.rows].index("2026-10-12")
    part.table.select(at)
    qtbot.mouseClick(part.remove, Qt.MouseButton.LeftButton)
    assert working_calendar(desk.store).is_working(date(2026, 10, 12))
    assert "2026-10-12" not in [each.id for each in days(desk.store, 2026)]


def test_a_day_that_follows_the_week_anyway_is_refused_in_the_dialog(window: Window, desk: Desk, qtbot) -> None:
    shown(window, "calendar")
    told: list[str] = []

    def fill(dialog: Dialog) -> None:
        retype(dialog.on.edit, "11/10/2026", qtbot)
        ctrl_enter(dialog, qtbot)
        told.append(dialog._banner.words.text())

    before = journal.head(desk.store)
    in_dialog(qtbot, fill)
    press(window, qtbot)
    assert told[0]
    assert journal.head(desk.store) == before


def test_a_year_is_confirmed_with_its_document(window: Window, desk: Desk, qtbot) -> None:
    part = shown(window, "calendar")
    part.year.setCurrentIndex(part.year.findData(2027))

    def fill(dialog: Dialog) -> None:
        assert not dialog._verb.isEnabled(), "nobody confirms what they did not compare"
        retype(dialog.findChild(QLineEdit, "document"), "TB 100/TB-BNV", qtbot)
        qtbot.keyClick(dialog.sure, Qt.Key.Key_Space)
        qtbot.mouseClick(dialog._verb, Qt.MouseButton.LeftButton)

    in_dialog(qtbot, fill)
    qtbot.mouseClick(part.mark, Qt.MouseButton.LeftButton)
    found = {each.id: each for each in years(desk.store)}[2027]
    assert (found.confirmed, found.document) == (True, "TB 100/TB-BNV")
    assert "TB 100/TB-BNV" in part.said.text()


# Look


def test_theme_and_size_change_at_once_and_are_remembered(window: Window, desk: Desk, qtbot) -> None:
    part = shown(window, "look")
    theme = part.findChild(QComboBox, "theme")
    theme.setFocus()
    qtbot.keyClick(theme, Qt.Key.Key_End)
    assert desk.theme.dark
    size = part.findChild(QComboBox, "text_size")
    size.setFocus()
    qtbot.keyClick(size, Qt.Key.Key_End)
    assert desk.theme.px(100) == 150
    assert window.top.height() == desk.theme.px(34), "the frame follows"
    assert (desk.personal.value("theme"), int(str(desk.personal.value("text_size")))) == ("dark", 150)
    desk.theme.choose("light", 100)


def test_compact_rows_are_lower_at_once(window: Window, desk: Desk, qtbot) -> None:
    table = shown(window, "calendar").table
    part = shown(window, "look")
    assert table.verticalHeader().defaultSectionSize() == 30
    part.compact.setFocus()
    qtbot.keyClick(part.compact, Qt.Key.Key_Space)
    assert table.verticalHeader().defaultSectionSize() == 28
    desk.theme.pack(compact=False)


def test_another_language_comes_with_the_next_start(window: Window, desk: Desk, qtbot) -> None:
    part = shown(window, "look")
    language = part.findChild(QComboBox, "language")
    assert not part.restart.isVisible()
    language.setFocus()
    qtbot.keyClick(language, Qt.Key.Key_End)
    assert part.restart.isVisible()
    assert desk.personal.value("language") == "en"


# Data, password


def test_the_data_folder_is_told_with_its_size(window: Window, desk: Desk, qtbot) -> None:
    (desk.store.folder / "backups").mkdir(exist_ok=True)
    (desk.store.folder / "backups" / "large.zip").write_bytes(b"\0" * 60_000_000)
    part = shown(window, "data")
    told = [fact.text() for fact in part.facts]
    assert told[0] == str(desk.store.folder)
    assert told[2] == str(journal.head(desk.store)[0])
    qtbot.waitUntil(lambda: bool(part.facts[1].text()), timeout=10_000)
    amount, unit = part.facts[1].text().split()
    assert unit == "MB"
    assert 57 < float(amount.replace(",", ".")) < 70


def test_a_password_is_set_by_typing_it_twice_and_taken_away_by_who_knows_it(window: Window, desk: Desk, qtbot) -> None:
    part = shown(window, "password")
    retype(part.new, PASSWORD, qtbot)
    retype(part.again, PASSWORD + "x", qtbot)
    press(window, qtbot)
    assert not officials.any_password(desk.store)
    retype(part.again, PASSWORD, qtbot)
    press(window, qtbot)
    assert officials.any_password(desk.store)
    assert part.new.text() == ""
    qtbot.mouseClick(part.drop, Qt.MouseButton.LeftButton)
    assert officials.any_password(desk.store), "not without the present one"
    retype(part.old, PASSWORD, qtbot)
    qtbot.mouseClick(part.drop, Qt.MouseButton.LeftButton)
    assert not officials.any_password(desk.store)


# Backups


def test_a_backup_is_written_and_listed(window: Window, desk: Desk, qtbot) -> None:
    part = shown(window, "backups")
    press(window, qtbot)
    qtbot.waitUntil(lambda: len(part.model.rows) == 1, timeout=20_000)
    made = part.model.rows[0]
    assert not made.automatic
    assert look_into(made.path).entries == journal.head(desk.store)[0]
    assert window.statusBar().findChild(QPushButton, "status-backup").text().startswith("Sao lưu: ")


def test_looking_into_a_backup_shows_what_it_holds_beside_what_is_here(window: Window, desk: Desk, qtbot) -> None:
    from tracker.store.backup import backup

    backup(desk.store, desk.store.folder / "backups" / "sao-luu-1.zip")
    part = shown(window, "backups")
    told: list[str] = []

    def look() -> None:
        top = QApplication.activeModalWidget()
        if isinstance(top, RestoreDialog):
            told.extend(each.text() for each in top.findChildren(type(window.top.title)))
            top.reject()

    timer = QTimer(interval=20)
    timer.timeout.connect(look)
    timer.start()
    qtbot.mouseClick(part.open, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    timer.stop()
    assert any("40 nhiệm vụ, 25 cán bộ" in each for each in told)


def test_what_is_no_backup_is_refused_in_place(window: Window, desk: Desk, qtbot) -> None:
    odd = desk.store.folder / "backups" / "sao-luu-2.zip"
    odd.write_bytes(b"not a zip")
    part = shown(window, "backups")
    qtbot.mouseClick(part.open, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(part.banner.isVisible, timeout=20_000)
    assert "sao-luu-2.zip" in part.banner.words.text()


def test_restoring_closes_the_window_and_puts_the_backup_in_place(
    window: Window, desk: Desk, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tracker.actions.office import set_setting
    from tracker.store.backup import backup
    from tracker.store.folder import open_folder
    from tracker.ui import restoring

    kept = tmp_path / "b.zip"
    content = backup(desk.store, kept)
    desk.act(lambda store, actor: set_setting(store, actor, "due_soon_days", "7"))
    dialog = RestoreDialog(desk, kept, content)
    qtbot.addWidget(dialog)
    dialog.show()
    retype(dialog.reason, "thu khoi phuc", qtbot)
    ctrl_enter(dialog, qtbot)
    assert not window.isVisible()
    told: list[str] = []
    monkeypatch.setattr(restoring, "_tell", lambda _, words: told.extend(words))
    folder = desk.store.folder
    desk.store.close()
    assert desk.after_closing is not None
    desk.after_closing()
    restored = open_folder(folder)
    assert settings.number(restored, "due_soon_days") == 3
    last = journal.entries(restored)[-1]
    assert (last.verb, last.reason) == ("restore", "thu khoi phuc")
    restored.close()
    assert told[0].startswith("Đã khôi phục. Dữ liệu trước đó được giữ ở ")
    assert [path for path in folder.parent.iterdir() if "before-restore" in path.name]
    shutil.rmtree(folder.parent / folder.name)


def test_who_may_not_restore_is_refused_before_anything_closes(
    window: Window, desk: Desk, qtbot, tmp_path: Path
) -> None:
    from tracker.store.backup import backup

    content = backup(desk.store, tmp_path / "b.zip")
    desk.act_as(officials.by_code(desk.store, "CB07"))
    dialog = RestoreDialog(desk, tmp_path / "b.zip", content)
    qtbot.addWidget(dialog)
    dialog.show()
    ctrl_enter(dialog, qtbot)
    assert dialog.isVisible()
    assert window.isVisible()
    assert desk.after_closing is None
