"""Đối chiếu: a PDF file, the text of a seal or a typed code, held against the data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFileDialog, QWidget

from tracker.papers.telling import sentence
from tracker.ui.dialogs.frame import Dialog
from tracker.ui.widgets.basics import Banner, button, row
from tracker.ui.widgets.busy import Busy
from tracker.ui.worker import Job

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from tracker.papers.checking import Found
    from tracker.ui.desk import Desk


class Checking(Dialog):
    """Type or drop, and read the answer."""

    guide = "bao-cao"

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(
            desk,
            desk.text("Does a paper agree with the data?"),
            desk.text(
                "The code stands behind “mã” at the foot of every page; an issued report has a seal on its last."
            ),
            name="checking",
            journal=False,
        )
        self.setParent(parent, self.windowFlags())
        self.setAcceptDrops(True)
        self._job: Job | None = None
        self.code = self.line("code", self.text("Code or text of the seal"))
        self.choose = button(self.text("Choose a PDF file … (or drop it here)"), "choose-paper", self._choose)
        line = QWidget()
        line.setLayout(row(self.choose, 1))
        self.add(line)
        self.busy = Busy(desk, self.text("Reading the file …"), self._cancel)
        self.add(self.busy)
        self.answer = Banner("info", "", name="answer")
        self.add(self.answer)
        self.verbs(self.text("Check the paper"), self._check, later=self.text("Close"))
        self.code.textChanged.connect(lambda: self.answer.tell(""))
        self.code.setFocus()

    def _check(self) -> None:
        text = self.code.text().strip()
        if text:
            self._start("check_text", text=text)
        else:
            self._choose()

    def _choose(self) -> None:
        found, _ = QFileDialog.getOpenFileName(self, self.text("Paper to be checked"), "", "PDF (*.pdf)")
        if found:
            self.look_at(Path(found))

    def look_at(self, path: Path) -> None:
        """Check a file."""
        self._start("check_file", path=path)

    def _start(self, name: str, **told: Any) -> None:
        self.clear_errors()
        self.answer.tell("")
        self._cancel()
        self._job = job = Job(self.desk, name, **told)
        job.finished.connect(self._show)
        job.refused.connect(self.show_error)
        self.busy.follow(job)
        job.start()

    def _show(self, found: Found) -> None:
        self.answer.tell(sentence(self.desk.words, found), "info" if found.agrees else "error")
        self._fit()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """One file."""
        from tracker.ui.widgets.files import dropped_files

        if len(dropped_files(event.mimeData())) == 1:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Check it."""
        from tracker.ui.widgets.files import dropped_files

        self.look_at(dropped_files(event.mimeData())[0])
        event.acceptProposedAction()

    def done(self, result: int) -> None:
        """Close: nobody waits for an answer any more."""
        self._cancel()
        super().done(result)
