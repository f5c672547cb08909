"""Evidence on the screen: filing it, and looking at it with the system's viewer without ever running it.

A file is opened from a copy in a temporary folder that bears its real name and cannot be written to, once its content
was compared with its hash. Only kinds that a viewer shows are opened; of any other a copy can be saved.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from tracker.domain.errors import Expected, Refused, Unavailable

if TYPE_CHECKING:
    from tracker.domain.events import Evidence
    from tracker.domain.tasks import TaskId
    from tracker.store import Store
    from tracker.store.writing import Changes
    from tracker.ui.desk import Desk

SHOWN = frozenset(
    [
        ".pdf",
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".bmp",
        ".tif",
        ".tiff",
        ".webp",
        ".heic",
        ".txt",
        ".csv",
        ".rtf",
        ".doc",
        ".docx",
        ".xls",
        ".xlsx",
        ".ppt",
        ".pptx",
        ".odt",
        ".ods",
        ".odp",
        ".xps",
        ".eml",
        ".msg",
        ".mp3",
        ".mp4",
        ".m4a",
        ".wav",
        ".avi",
        ".mov",
        ".zip",
        ".7z",
    ]
)
"""Endings that a viewer shows: whatever is not here could be a program."""
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\u202a-\u202e\u2066-\u2069]')
"""What no system takes in a name, and signs that turn the direction of reading (a "fdp.exe" that reads "exe.pdf")."""
LONGEST_NAME = 120


def open_evidence(desk: Desk, parent: QWidget, evidence: Evidence) -> None:
    """Show a file in the system's viewer; a copy is offered where its kind is none that is only looked at."""
    try:
        if Path(plain_name(evidence.name)).suffix.lower() in SHOWN:
            path = copied(desk.store, evidence, Path(_folder(parent).path()))
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        else:
            _save_a_copy(desk, parent, evidence)
    except Expected as error:
        desk.refused.emit(error)


def copied(store: Store, evidence: Evidence, folder: Path) -> Path:
    """A read-only copy of a filed file under its real name. Raises Damaged, Unavailable."""
    from tracker.store.evidence import check, place

    damage = check(store.folder, evidence.sha256)
    if damage is not None:
        raise damage
    target = folder / evidence.sha256[:12] / plain_name(evidence.name)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.exists():
            shutil.copyfile(place(store.folder, evidence.sha256), target)
            target.chmod(stat.S_IRUSR)
    except OSError as error:
        raise Unavailable("evidence.unreadable", path=str(target), detail=error.strerror or str(error)) from error
    return target


def plain_name(name: str) -> str:
    """A name as every system takes it, its end kept."""
    clean = _FORBIDDEN.sub("_", name).strip(" .") or "minh-chung"
    stem, end = os.path.splitext(clean)  # noqa: PTH122 - a name, no path
    return stem[: LONGEST_NAME - len(end)].rstrip(" .") + end[:20]


def file_at_once(desk: Desk, task: TaskId, files: Sequence[Path]) -> Changes | None:
    """File evidence of today; the toast takes it back."""
    from tracker.actions.work import add_evidence

    words = desk.text("{name} filed", name=files[0].name)
    if len(files) > 1:
        words = desk.text("{count} files filed", count=len(files))
    return desk.attempt(lambda store, actor: add_evidence(store, actor, task, files), words)


def _save_a_copy(desk: Desk, parent: QWidget, evidence: Evidence) -> None:
    title = desk.text("This kind of file is not opened here; save a copy")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, plain_name(evidence.name))
    if not chosen:
        return
    target = Path(chosen)
    copy = copied(desk.store, evidence, Path(_folder(parent).path()))
    try:
        shutil.copyfile(copy, target)
    except OSError as error:
        raise Refused("evidence.not_saved", path=str(target), detail=error.strerror or str(error)) from error
    desk.said.emit(desk.text("Saved: {path}", path=str(target)), None)


def _folder(parent: QWidget) -> QTemporaryDir:
    """The folder for copies: one a window, gone with it."""
    window = parent.window()
    if not isinstance(getattr(window, "evidence_folder", None), QTemporaryDir):
        window.evidence_folder = QTemporaryDir()  # type: ignore[attr-defined]  # ours, on any window
    found: QTemporaryDir = window.evidence_folder  # type: ignore[attr-defined]  # as put there
    return found
