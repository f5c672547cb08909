"""What is done with a paper that was made: save it under a name of the rule, open it in the system's reader."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from tracker import files
from tracker.domain.errors import Expected, Refused
from tracker.reports import naming
from tracker.ui.aside import Aside
from tracker.ui.widgets.basics import button

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.ui.desk import Desk

_FOLDER = "folders/papers"
_TRIED = 99
_PROGRAMS = {".pdf": "PDF", ".docx": "Word", ".xlsx": "Excel"}


def save(desk: Desk, parent: QWidget, data: bytes, name: str, told: Callable[[Path], object]) -> None:
    """Ask where to, and save there; `told` hears the path. A target that another program holds: another name."""
    asked = ask_path(desk, parent, name)
    if asked is not None:
        save_as(desk, parent, data, asked, told)


def save_as(desk: Desk, parent: QWidget, data: bytes, path: Path, told: Callable[[Path], object]) -> None:
    """Save under a path."""
    work = Aside(parent, lambda: files.write(data, path))
    work.finished.connect(told)
    work.refused.connect(lambda error: _refused(desk, parent, data, path, told, error))
    work.start()


def ask_path(desk: Desk, parent: QWidget, name: str) -> Path | None:
    """The system's dialog for a file to save, with the name of the rule in the folder used last."""
    ending = Path(name).suffix
    program = _PROGRAMS[ending]
    title = desk.text("Save as {program}", program=program)
    found, _ = QFileDialog.getSaveFileName(parent, title, str(folder(desk) / name), f"{program} (*{ending})")
    if not found:
        return None
    path = Path(found)
    keep_folder(desk, path.parent)
    return path if path.suffix.lower() == ending else path.with_name(path.name + ending)


def ask_folder(desk: Desk, parent: QWidget) -> Path | None:
    """The system's dialog for a folder, beginning with the one used last."""
    found = QFileDialog.getExistingDirectory(parent, desk.text("Folder for the reports"), str(folder(desk)))
    if not found:
        return None
    keep_folder(desk, Path(found))
    return Path(found)


def folder(desk: Desk) -> Path:
    """Where papers were saved last; the user's documents at first."""
    from PySide6.QtCore import QStandardPaths

    kept = str(desk.personal.value(_FOLDER, ""))
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(kept) if kept and Path(kept).is_dir() else Path(documents)


def keep_folder(desk: Desk, chosen: Path) -> None:
    """Remember where papers go."""
    desk.personal.setValue(_FOLDER, str(chosen))


def open_in_reader(desk: Desk, parent: QWidget, data: bytes, name: str) -> None:
    """Open a copy in whatever program shows PDFs here; it goes when this program ends."""
    work = Aside(parent, lambda: files.write(data, free(_scratch() / name)))
    work.finished.connect(lambda path: open_path(desk, path))
    work.refused.connect(desk.refused.emit)
    work.start()


def open_path(desk: Desk, path: Path) -> None:
    """Open a file or folder by the system's program for it."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        desk.refused.emit(Refused("paper.no_reader", path=str(path)))


def _refused(
    desk: Desk, parent: QWidget, data: bytes, path: Path, told: Callable[[Path], object], error: Expected
) -> None:
    """One sentence; where another program holds the file, another name is proposed at once."""
    if error.code != "file.held":
        desk.refused.emit(error)
        return
    other = free(path)
    box = QMessageBox(
        QMessageBox.Icon.Information,
        desk.text("Ba Rõ"),
        desk.text("{path} is open in another program, so it was left as it is.", path=str(path)),
        QMessageBox.StandardButton.NoButton,
        parent,
    )
    box.setObjectName("held")
    box.setTextFormat(Qt.TextFormat.PlainText)
    later = button(desk.text("Later"), "later")
    again = button(desk.text("Save as “{name}”", name=other.name), "save-other")
    box.addButton(later, QMessageBox.ButtonRole.RejectRole)
    box.addButton(again, QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(later)
    box.finished.connect(lambda _: save_as(desk, parent, data, other, told) if box.clickedButton() is again else None)
    box.open()


def free(path: Path) -> Path:
    """The path, or the first of "name (2).pdf" … that is not taken."""
    found = path
    for taken in range(1, _TRIED):
        if not found.exists():
            break
        found = path.with_name(naming.another(path.name, taken))
    return found


@cache
def _scratch() -> Path:
    """A folder for copies that a reader shows, gone when this program ends (what a reader holds open, stays)."""
    made = Path(tempfile.mkdtemp(prefix="ba-ro-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made
