"""The field of files: chosen or dropped, each named in a line, taken out again before anything is filed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from tracker.ui import tokens
from tracker.ui.widgets.basics import emptied, icon_button, link, row
from tracker.ui.widgets.prose import Prose

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from tracker.ui.desk import Desk


def dropped_files(data: QMimeData) -> list[Path]:
    """The local files of a drop; folders are left out."""
    found = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in found if path.is_file()]


class FilesField(QWidget):
    """Any number of files, none twice."""

    changed = Signal()

    def __init__(self, desk: Desk, files: Sequence[Path] = ()) -> None:
        super().__init__()
        self._desk = desk
        self._files: list[Path] = []
        self.setAcceptDrops(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(tokens.GRID)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        whole.addLayout(self._lines)
        self.choose = link(desk.text("Choose files… (or drop them here)"), "choose-files", self._ask)
        whole.addWidget(self.choose)
        self.setFocusProxy(self.choose)
        self.add(files)

    def files(self) -> list[Path]:
        """The files, in the order they were added."""
        return list(self._files)

    def add(self, files: Sequence[Path]) -> None:
        """Add files that are not there yet."""
        self._files += [path for path in dict.fromkeys(files) if path not in self._files]
        self._show()

    def _take_out(self, path: Path) -> None:
        self._files.remove(path)
        self._show()
        self.choose.setFocus()

    def _show(self) -> None:
        emptied(self._lines)
        for at, path in enumerate(self._files):
            words = self._desk.text("Take {name} out", name=path.name)
            out = icon_button(
                self._desk.theme.icon("close"),
                words,
                f"out-{at}",
                partial(self._take_out, path),
            )
            name = Prose(self._desk, path.name, most=2)
            name.setToolTip("")
            self._lines.addLayout(row(name, out))
        self.changed.emit()

    def _ask(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(self, self._desk.text("Files that prove it"))
        self.add([Path(each) for each in chosen])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Files are taken."""
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Add what was dropped."""
        self.add(dropped_files(event.mimeData()))
        event.acceptProposedAction()
