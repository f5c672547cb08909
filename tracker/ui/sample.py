"""Removing the sample office in one click: asked once, the folder goes while no window has it open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from tracker.domain.errors import Expected

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.ui.desk import Desk
    from tracker.words import Words


def remove_sample(desk: Desk) -> bool:
    """Ask, then close the window, remove the sample's folder and begin anew; whether it was wanted.

    An office that is no sample is never removed (tracker.sample.making).
    """
    if not _sure(desk):
        return False
    folder, words = desk.store.folder, desk.words
    desk.after_closing = lambda: _remove(folder, words)
    window = desk.parent()
    if isinstance(window, QWidget):
        window.close()
    return True


def _sure(desk: Desk) -> bool:
    text, parent = desk.text, desk.parent()
    words = text(
        "Everything in the sample goes, also what you tried in it: {folder}. Then the program begins with your own"
        " office.",
        folder=str(desk.store.folder),
    )
    box = QMessageBox(
        QMessageBox.Icon.Question,
        text("Ba Rõ"),
        words,
        QMessageBox.StandardButton.NoButton,
        parent if isinstance(parent, QWidget) else None,
    )
    box.setObjectName("remove-sample")
    box.setTextFormat(Qt.TextFormat.PlainText)
    remove = box.addButton(text("Remove the sample"), QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton(text("Keep it"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.exec()
    return box.clickedButton() is remove


def _remove(folder: Path, words: Words) -> None:
    from tracker.sample.making import remove_sample as remove

    try:
        remove(folder)
    except Expected as error:
        box = QMessageBox(QMessageBox.Icon.Warning, words.text("Ba Rõ"), words.sentence(error))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.addButton(words.text("Close"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()
