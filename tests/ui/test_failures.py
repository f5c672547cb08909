"""An error on the screen: one dialog, a log, and the window lives on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from tracker.domain.errors import Refused
from tracker.ui.window import Window


def the_message() -> QMessageBox | None:
    found = QApplication.activeModalWidget()
    return found if isinstance(found, QMessageBox) else None


def pressed_away(qtbot, told: list[str], button: str = "") -> None:
    """Read the message that comes, and press a button of it (the one in focus)."""

    def press() -> None:
        message = the_message()
        if message is None:
            QTimer.singleShot(20, press)
            return
        told.append(message.text())
        named = [each for each in message.findChildren(QPushButton) if each.text() == button]
        qtbot.mouseClick((named or message.findChildren(QPushButton))[0], Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, press)


BROKEN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer, Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from PySide6.QtTest import QTest
from PySide6.QtGui import QGuiApplication
from tracker.ui import open_window

application = QApplication([])

def broken():
    raise ZeroDivisionError("ten by nothing")

def look():
    message = QApplication.activeModalWidget()
    if not isinstance(message, QMessageBox):
        return QTimer.singleShot(50, look)
    copy = [each for each in message.findChildren(QPushButton) if "Copy" in each.text()][0]
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    QTimer.singleShot(50, after)

def after():
    window = next(each for each in application.topLevelWidgets() if each.objectName() == "window")
    assert "ten by nothing" in QGuiApplication.clipboard().text()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    QTest.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    print("lives" if window.navigation.shut else "dead")
    window.close()

QTimer.singleShot(1500, broken)
QTimer.singleShot(1600, look)
sys.exit(open_window(Path(sys.argv[1]), "en"))
"""


def test_a_bug_in_a_slot_is_told_once_logged_and_the_window_lives(office: Path) -> None:
    """In a process of its own: pytest has its own hand on what slots raise."""
    done = subprocess.run([sys.executable, "-c", BROKEN, str(office)], capture_output=True, timeout=60)
    assert (done.returncode, done.stdout.decode().strip()) == (0, "lives"), done.stderr.decode()
    assert "ZeroDivisionError" in (office / "logs" / "errors.log").read_text(encoding="utf-8")


def test_a_refusal_is_one_sentence_without_options(window: Window, qtbot) -> None:
    told: list[str] = []
    pressed_away(qtbot, told)
    window.desk.refused.emit(Refused("basis.missing", field="basis", number="NV06"))
    assert told
    assert "--" not in told[0]
    assert "NV06" in told[0]
