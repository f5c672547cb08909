"""The dialog for printing a PDF of ours: printer, pages, copies; a way to the PDF reader beside."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QPushButton, QSpinBox, QWidget

from tracker.domain.errors import Expected
from tracker.ui import papers, printed
from tracker.ui.aside import Aside
from tracker.ui.dialogs.frame import Dialog
from tracker.ui.widgets.basics import Banner, button
from tracker.ui.widgets.busy import Busy

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from tracker.ui.desk import Desk

MOST_COPIES = 99
_PRINTER = "printing/printer"


class Printable(NamedTuple):
    """A PDF of ours that is previewed: its bytes, what it is called, and how many pages it has."""

    data: bytes
    title: str
    name: str
    """Of its file."""
    pages: int
    page: int
    """The page in view, from 0."""


class PrintDialog(Dialog):
    """Prints what is previewed. The window stays free meanwhile; printing can be cancelled between pages."""

    def __init__(self, desk: Desk, parent: QWidget, paper: Printable) -> None:
        super().__init__(desk, desk.text("Print"), paper.title, name="print", journal=False)
        self.setParent(parent, self.windowFlags())
        self._paper = paper
        self._run: PrintRun | None = None
        self._printers = {info.printerName(): info for info in printed.printers()}
        if self._printers:
            self._fill()
        else:
            self._say_none()

    def _say_none(self) -> None:
        words = self.text("This computer has no printer: save the PDF, or open it in the PDF reader.")
        self.add(Banner("warning", words, name="no-printer"))
        self.verbs(self.text("Open in the PDF reader"), self._read)

    def _fill(self) -> None:
        self.printer = self.choice("printer", self.text("Printer"), {each: each for each in self._printers})
        wanted = str(self.desk.personal.value(_PRINTER, "")) or QPrinterInfo.defaultPrinterName()
        self.printer.setCurrentIndex(max(0, self.printer.findData(wanted)))
        hint = self.text(
            "Empty: all {count} pages. Or for example 1-3, 5; page {page} is in view.",
            count=self._paper.pages,
            page=self._paper.page + 1,
        )
        self.pages = self.line("pages", self.text("Pages"), hint=hint)
        self.copies = QSpinBox()
        self.copies.setRange(1, MOST_COPIES)
        self.field("copies", self.text("Copies"), self.copies)
        self.collate = self.check("collate", self.text("Copy after copy (1, 2, 3, 1, 2, 3)"))
        self.collate.setChecked(True)
        self.busy = Busy(self.desk, self.text("Printing …"), self._cancel)
        self.add(self.busy)
        reader = button(self.text("Open in the PDF reader"), "reader", self._read)
        self._print_button: QPushButton = self.verbs(self.text("Print"), self._print, reader)

    def _print(self) -> None:
        self.clear_errors()
        try:
            pages = printed.pages_of(self.pages.text(), self._paper.pages)
            chosen = str(self.printer.currentData())
            target = printed.printer(self._printers[chosen])
        except Expected as error:
            self.show_error(error)
            return
        target.setDocName(self._paper.title)
        self.desk.personal.setValue(_PRINTER, chosen)
        order = printed.in_order(pages, self.copies.value(), collate=self.collate.isChecked())
        self._print_button.setEnabled(False)
        self.busy.begin()
        self._run = PrintRun(self, self._paper.data, target, order)
        self._run.progressed.connect(self._tell)
        self._run.work.finished.connect(self._printed)
        self._run.work.refused.connect(self._refused)
        self._run.work.start()

    def _tell(self, done: int, total: int) -> None:
        self.busy.tell(done, total, self.text("Printing page {number} of {count} …", number=done, count=total))

    def _printed(self, whole: bool) -> None:
        self._over()
        if whole:
            self.desk.said.emit(self.text("Sent to the printer: {title}", title=self._paper.title), None)
            self.accept()

    def _refused(self, error: Expected) -> None:
        self._over()
        self.show_error(error)

    def _over(self) -> None:
        self.busy.end()
        self._run = None
        self._print_button.setEnabled(True)

    def _cancel(self) -> None:
        if self._run is not None:
            self._run.stop()

    def _read(self) -> None:
        papers.open_in_reader(self.desk, self, self._paper.data, self._paper.name)

    def reject(self) -> None:
        """Close; what is being printed stops after the page it is at."""
        self._cancel()
        super().reject()


class PrintRun(QObject):
    """One run of printing beside the window."""

    progressed = Signal(int, int)

    def __init__(self, of: QObject, data: bytes, target: QPrinter, pages: list[int]) -> None:
        super().__init__()  # no child of the dialog: it has to outlive it until the thread has ended
        self._stopped = False
        tell = self.progressed.emit
        self.work = Aside(of, lambda: printed.print_pages(data, target, pages, tell, lambda: self._stopped))

    def stop(self) -> None:
        """After the page it is at, no other one is printed."""
        self._stopped = True
