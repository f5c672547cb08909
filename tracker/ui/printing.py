"""Ctrl+P: any list as it stands becomes a PDF in our layout, shown before it is printed or saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from tracker.reports import naming
from tracker.ui import papers, tokens
from tracker.ui.pages.reports.preview import Preview
from tracker.ui.widgets.basics import Banner, button, label, row
from tracker.ui.widgets.busy import Busy
from tracker.ui.worker import Job

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QShowEvent

    from tracker.domain.errors import Expected
    from tracker.ui.desk import Desk

SIZE = (980, 720)


def print_table(
    desk: Desk, parent: QWidget, title: str, headings: Sequence[str], rows: Sequence[Sequence[str]], note: str = ""
) -> PreviewDialog | None:
    """Show a list as the PDF it will be on paper, to print or save it. None: nobody wanted to say who prints.

    `title` names the list ("Nhiệm vụ quá hạn"), `note` what it was filtered by ("người: …; tìm: …").
    """
    actor = desk.actor()
    if actor is None:
        return None
    job = Job(
        desk,
        "listed",
        unit=desk.unit,
        actor=actor,
        title=title,
        headings=list(headings),
        rows=[tuple(cells) for cells in rows],
        note=note,
    )
    name = naming.report("DS", title, desk.today.isoformat())
    dialog = PreviewDialog(desk, parent, title, name, job)
    dialog.open()
    return dialog


class PreviewDialog(QDialog):
    """A PDF that a job makes: its pages, and what can be done with it."""

    def __init__(self, desk: Desk, parent: QWidget, title: str, name: str, job: Job) -> None:
        super().__init__(parent.window())
        self.desk, self.name, self._job = desk, name, job
        self.setObjectName("paper")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.preview = Preview(desk)
        self.busy = Busy(desk, desk.text("Setting the pages …"), self.reject)
        self.banner = Banner("info", "")
        self._lay_out(title)
        job.finished.connect(self._made)
        job.refused.connect(self._refused)
        self.busy.follow(job)
        job.start()

    def done(self, result: int) -> None:
        """Close: what is still being made is given up."""
        if self._job.running:
            self._job.cancel()
        self.preview.close_pdf()
        super().done(result)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """As large as a page asks for, within the window."""
        parent = self.parentWidget()
        room = parent.size() if parent is not None else self.size()
        px, edge = self.desk.theme.px, 2 * tokens.MARGIN
        self.resize(min(px(SIZE[0]), room.width() - edge), min(px(SIZE[1]), room.height() - edge))
        super().showEvent(event)

    def _lay_out(self, title: str) -> None:
        text = self.desk.text
        self.reader = button(text("Open in the PDF reader"), "reader", self._read)
        self.save = button(text("Save as PDF …"), "save", self._save)
        self.print = button(text("Print …"), "print", self._print, primary=True)
        close = button(text("Close"), "close", self.reject)
        for each in (self.reader, self.save, self.print):
            each.setEnabled(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(tokens.MARGIN, tokens.GAP, tokens.MARGIN, tokens.GAP)
        whole.setSpacing(tokens.GAP)
        whole.addWidget(label(title, "card"))
        whole.addWidget(self.banner)
        whole.addWidget(self.busy)
        whole.addWidget(self.preview, 1)
        whole.addLayout(row(close, 1, self.reader, self.save, self.print))

    def _made(self, data: bytes) -> None:
        self.preview.show_pdf(data)
        for each in (self.reader, self.save, self.print):
            each.setEnabled(True)
        self.preview.pages.setFocus()

    def _refused(self, error: Expected) -> None:
        self.banner.tell(self.desk.sentence(error), "error")

    def _save(self) -> None:
        papers.save(self.desk, self, self.preview.data, self.name, self._saved)

    def _saved(self, path: Path) -> None:
        self.banner.tell(self.desk.text("Saved: {path}", path=str(path)), "info")

    def _read(self) -> None:
        papers.open_in_reader(self.desk, self, self.preview.data, self.name)

    def _print(self) -> None:
        from tracker.ui.dialogs.printer import Printable, PrintDialog

        preview = self.preview
        PrintDialog(
            self.desk, self, Printable(preview.data, self.windowTitle(), self.name, preview.count, preview.pages.page)
        ).open()
