"""Any span of days as the period: typed as days are typed everywhere."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tracker.ui.desk import Desk
from tracker.ui.dialogs.days import DaysDialog
from tracker.ui.window import Window


def test_other_days_are_typed_as_everywhere(desk: Desk, window: Window, qtbot) -> None:
    window.open("officials", {})
    told: list[str] = []

    def type_days() -> None:
        dialog = QApplication.activeModalWidget()
        if not (isinstance(dialog, DaysDialog) and dialog.isActiveWindow()):
            QTimer.singleShot(20, type_days)
            return
        qtbot.keyClicks(dialog.first.edit, "15/8")
        dialog.last.edit.clear()
        qtbot.keyClick(dialog.last.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        told.extend(each.text() for each in dialog.findChildren(QLabel) if each.isVisible())
        qtbot.keyClicks(dialog.last.edit, "10/8")
        qtbot.mouseClick(dialog.findChild(QPushButton, "verb"), Qt.MouseButton.LeftButton)
        told.extend(each.text() for each in dialog.findChildren(QLabel) if each.isVisible())
        dialog.last.edit.selectAll()
        qtbot.keyClicks(dialog.last.edit, "20/9")
        qtbot.keyClick(dialog.last.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    QTimer.singleShot(0, type_days)
    window.top.period.setFocus()
    qtbot.keyClick(window.top.period, Qt.Key.Key_End)
    assert "Chưa ghi ngày nào: hãy nhập dạng ngày/tháng/năm." in told
    assert any("ghi ngày sớm hơn trước" in each for each in told), told
    assert (desk.period.first, desk.period.last) == (date(2026, 8, 15), date(2026, 9, 20))
    assert "15/8/2026" in window.top.period.currentText()


def test_cancelled_the_period_stays(desk: Desk, window: Window, qtbot) -> None:
    window.open("officials", {})
    before = desk.period

    def leave() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, DaysDialog) and dialog.isActiveWindow():
            qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        else:
            QTimer.singleShot(20, leave)

    QTimer.singleShot(0, leave)
    window.top.period.setFocus()
    qtbot.keyClick(window.top.period, Qt.Key.Key_End)
    assert desk.period == before
    assert window.top.period.currentText() == "Quý III/2026"
