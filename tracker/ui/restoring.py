"""A backup takes the place of the data while no window has them open; then the window opens again.

The restore is verified once more and journaled in the restored office, in the name of whoever acts here where that
office knows the person, else of its head.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QMessageBox, QProgressDialog, QWidget

from tracker import machine
from tracker.domain.errors import Expected, Refused
from tracker.ui.aside import Aside

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.domain.officials import Actor, Official
    from tracker.store import Store
    from tracker.ui.desk import Desk
    from tracker.words import Words


def restore_and_reopen(desk: Desk, source: Path, reason: str | None) -> None:
    """Close the window, restore, and have the window opened again over what is there then."""
    folder, words, code = desk.store.folder, desk.words, desk.person.code if desk.person else None
    desk.after_closing = lambda: _restore(folder, source, words, code, reason)
    window = desk.parent()
    if isinstance(window, QWidget):
        window.close()


def _restore(folder: Path, source: Path, words: Words, code: str | None, reason: str | None) -> None:
    from tracker.store.backup import restore

    # No window is open meanwhile, and yet the program goes on.
    QApplication.setQuitOnLastWindowClosed(False)
    shown = QProgressDialog(words.text("Restoring the backup …"), "", 0, 0)
    shown.setObjectName("restoring")
    shown.setWindowTitle(words.text("Ba Rõ"))
    shown.setCancelButton(None)
    shown.setMinimumDuration(0)
    shown.show()
    loop = QEventLoop()
    work = Aside(shown, lambda: restore(source, folder, restorer(code), reason))
    told: list[str] = []
    work.finished.connect(lambda aside: told.append(_done(words, aside)))
    work.refused.connect(lambda error: told.append(_kept(words, error)))
    for end in (work.finished, work.refused, work.broken):
        end.connect(loop.quit)
    work.start()
    loop.exec()
    shown.close()
    _tell(words, told)
    QApplication.setQuitOnLastWindowClosed(True)


def restorer(code: str | None) -> Callable[[Store], Actor]:
    """Who restores, as the restored office knows them: the official of that code, else its head."""

    def found(restored: Store) -> Actor:
        from tracker.store import officials, settings

        known = [each for each in officials.every(restored) if each.code == code]
        who = known[0] if known else _head(restored)
        return machine.actor_on(who.id, settings.sample_day(restored) or machine.today())

    return found


def _head(store: Store) -> Official:
    """The head of the office. Raises Refused "session.no_head"."""
    from tracker.store import officials

    head = officials.head_of_office(store, machine.today())
    if head is None:
        raise Refused("session.no_head", path=str(store.folder))
    return head


def _done(words: Words, aside: Path | None) -> str:
    if aside is None:
        return words.text("The backup was restored.")
    return words.text("The backup was restored. The data that was here is kept in {path}.", path=str(aside))


def _kept(words: Words, error: Expected) -> str:
    sentence = words.sentence(error)
    return words.text("Nothing was restored, the data here is as it was. {why}", why=sentence)


def _tell(words: Words, told: list[str]) -> None:
    from PySide6.QtCore import Qt

    if told:
        box = QMessageBox(QMessageBox.Icon.Information, words.text("Ba Rõ"), told[0])
        box.setObjectName("restored")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.addButton(words.text("Close"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()
