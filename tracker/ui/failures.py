"""Errors on the screen: expected ones as one sentence, bugs in one dialog with "Sao chép chi tiết"."""

from __future__ import annotations

import sys
import traceback
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from tracker.domain.errors import Expected

if TYPE_CHECKING:
    from tracker.ui.desk import Desk


class Failures(QObject):
    """What happens to an exception that nobody caught in a slot."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._showing = False
        before, sys.excepthook = sys.excepthook, self._caught
        window.destroyed.connect(lambda: setattr(sys, "excepthook", before))
        desk.refused.connect(self.refused)

    def refused(self, error: Expected) -> None:
        """Tell an expected error: what, where, which rule, what now."""
        self._box(self._desk.sentence(error), QMessageBox.Icon.Information).exec()

    def bug(self, error: BaseException) -> None:
        """Log a bug and show one dialog; a second one while it is open is only logged."""
        from tracker.failure import log

        place = log(error, ["window"], self._desk.store.folder)
        if self._showing:
            return
        self._showing = True
        QTimer.singleShot(0, self, lambda: self._show_bug(error, place))

    def _show_bug(self, error: BaseException, place: str) -> None:
        words = self._desk.text(
            "The program made an error. What was recorded before stays; what was not yet said to be done is not done."
            " Please go on, or copy the details for whoever looks after the program. Log: {place}",
            place=place,
        )
        box = self._box(words, QMessageBox.Icon.Warning)
        copy = box.addButton(self._desk.text("Copy details"), QMessageBox.ButtonRole.ActionRole)
        box.exec()
        if box.clickedButton() is copy:
            QGuiApplication.clipboard().setText("".join(traceback.format_exception(error)))
        self._showing = False

    def _box(self, words: str, icon: QMessageBox.Icon) -> QMessageBox:
        box = QMessageBox(icon, self._desk.text("Ba Rõ"), words, QMessageBox.StandardButton.NoButton, self._window)
        box.setObjectName("message")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.addButton(self._desk.text("Close"), QMessageBox.ButtonRole.AcceptRole)
        return box

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        elif isinstance(error, Expected):
            self.refused(error)
        else:
            self.bug(error)
