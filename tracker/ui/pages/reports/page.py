"""Báo cáo: a report is chosen at the left, its very PDF stands in the middle, what holds of it at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from tracker.papers.asked import Choice
from tracker.papers.kinds import KINDS
from tracker.papers.made import STEPS, Format
from tracker.ui import papers, tokens
from tracker.ui.pages import Page
from tracker.ui.pages.reports.choosing import Choosing
from tracker.ui.pages.reports.preview import Preview
from tracker.ui.pages.reports.told import Told
from tracker.ui.widgets.basics import Banner, button, column, empty, row
from tracker.ui.widgets.busy import Busy
from tracker.ui.worker import Job

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from tracker.domain.errors import Expected
    from tracker.papers.asked import Asked
    from tracker.papers.made import Made
    from tracker.ui.desk import Desk

RENEW_AFTER_MS = 350
"""Choices that follow one another this fast make one preview."""
CHOOSING, TOLD = 252, 232
NARROW = 1060
"""Width of the page below which what is told stands below what is chosen."""


class ReportsPage(Page):
    """The page of reports."""

    of_period = True
    guide: ClassVar[str] = "bao-cao"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.made: Made | None = None
        self._job: Job | None = None
        self._shown: tuple[Asked, object] | None = None
        self._narrow: bool | None = None
        self._timer = QTimer(self, singleShot=True, interval=RENEW_AFTER_MS)
        self._timer.timeout.connect(self._renew)
        self.choosing, self.preview, self.told = Choosing(desk), Preview(desk), Told(desk)
        self.busy = Busy(desk, self.text("Copying the data …"), self._give_up)
        self.boxed = button(self.text("Print □ in its place"), "boxed", self.choosing.allow_boxes)
        self.banner = Banner("error", "", self.boxed, name="report-error")
        self._saving: list[QAction] = []
        self._lay_out()
        self.choosing.changed.connect(self._choose)
        self.preview.loaded.connect(self._loaded)
        self.told.issue.connect(self.keeping)
        self._choose()

    # --- what the window asks -----------------------------------------------------------------------------------------

    def heading(self) -> str:
        """Báo cáo."""
        return self.text("Reports")

    def note(self) -> str:
        """Of the kind that is chosen."""
        return KINDS[self.choosing.kind].title(self.desk.words)

    def primary(self) -> tuple[str, Callable[[], object]] | None:
        """Printing is what a report is for, once there is one."""
        return (self.text("Print …"), self.print_list) if self.made is not None else None

    def reload(self) -> None:
        """Another unit, period, day or person, or other data: make it anew."""
        self._shown = None
        self.choosing.tell()

    def changed(self, changes: object) -> None:  # noqa: ARG002 - whatever was written may stand in the report
        """Data were written: the report follows."""
        self._shown = None
        self._choose()

    def show_what(self, **what: Any) -> None:
        """`kind=…`, and for the life of a task `task=…`."""
        if what.get("kind") in KINDS:
            self.choosing.show_kind(str(what["kind"]))
        if "task" in what:
            self.choosing.show_kind("task-history")
            self.choosing.task.choose(int(what["task"]))

    def find_here(self) -> None:
        """Ctrl+F: search the preview."""
        self.preview.look_for()

    def print_list(self) -> None:
        """Ctrl+P: print the report."""
        if self.made is not None and self.preview.count:
            from tracker.ui.dialogs.printer import Printable, PrintDialog

            made, preview = self.made, self.preview
            PrintDialog(
                self.desk, self, Printable(made.data, made.title, made.name, preview.count, preview.pages.page)
            ).open()

    def stop(self) -> None:
        """The window closes: nothing is made any more."""
        self._timer.stop()

    def panes(self) -> list[QWidget]:
        """Choices, pages, deeds."""
        return [self.choosing, self.preview, self._deeds]

    # --- making it ----------------------------------------------------------------------------------------------------

    def _choose(self) -> None:
        """Something was chosen: the old preview stays until the new one is there."""
        every = KINDS[self.choosing.kind].every
        self.all.setVisible(every is not None)
        self.all.setText(self.text("For each official …") if every is Choice.OFFICIAL else self.text("For all units …"))
        self.all.setAccessibleName(self.all.text())
        self.noted.emit()
        self._timer.start()

    def _renew(self) -> None:
        if not self.isVisible():
            return
        asked = self.choosing.asked()
        if asked is None:
            if Choice.TASK in KINDS[self.choosing.kind].needs:
                self._show_nothing()
            return
        wanted = (asked, self.desk.person)
        if wanted == self._shown:
            return
        actor = self.desk.acting_now()
        if actor is None:
            self._stack.setCurrentWidget(self._nobody)
            return
        self._shown = wanted
        self._cancel()
        self.banner.hide()
        self._job = job = Job(self.desk, "report", asked=asked, actor=actor)
        job.finished.connect(self._made)
        job.refused.connect(self._refused)
        self.busy.follow(job, self._step)
        job.start()

    def _show_nothing(self) -> None:
        """A task is still to be chosen."""
        self._give_up()
        self._stack.setCurrentWidget(self._missing)
        self._have(None)

    def _step(self, done: int, _total: int) -> str:
        told = (
            self.text("Copying the data …"),
            self.text("Counting …"),
            self.text("Setting the pages …"),
        )
        return told[min(done, STEPS - 1)]

    def _made(self, made: Made) -> None:
        self._have(made)
        self._stack.setCurrentWidget(self.preview)
        self.preview.show_pdf(made.data)

    def _loaded(self) -> None:
        if self.made is not None:
            self.told.show_made(self.made, self.preview.count)

    def _refused(self, error: Expected) -> None:
        """The old preview is of something else: it goes."""
        self._have(None)
        self._stack.setCurrentWidget(self._none)
        self.boxed.setVisible(error.code == "report.glyph_missing")
        self.banner.tell(self.desk.sentence(error))

    def _have(self, made: Made | None) -> None:
        self.made = made
        for each in (self.save, self.reader):
            each.setEnabled(made is not None)
        for action in self._saving:
            action.setEnabled(made is not None)
        self.told.setVisible(made is not None)
        if made is None:
            self.told.clear()
        self.noted.emit()

    def _give_up(self) -> None:
        self._cancel()
        self._shown = None

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """What was chosen while it was not seen is made now."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._renew)

    # --- deeds --------------------------------------------------------------------------------------------------------

    def _save(self) -> None:
        if self.made is not None:
            papers.save(self.desk, self, self.made.data, self.made.name, self._saved)

    def _save_as(self, form: Format) -> None:
        """What is shown in another format, made anew of the data as they are now."""
        actor = self.desk.acting_now()
        asked = self.choosing.asked()
        if asked is None or actor is None:
            return
        job = Job(self.desk, "report", asked=asked, actor=actor, form=form)
        job.finished.connect(lambda made: papers.save(self.desk, self, made.data, made.name, self._saved))
        job.refused.connect(self.desk.refused.emit)
        self.busy.follow(job, self._step)
        job.start()

    def _saved(self, path: Path) -> None:
        self.desk.said.emit(self.text("Saved: {path}", path=str(path)), None)

    def _read(self) -> None:
        if self.made is not None:
            papers.open_in_reader(self.desk, self, self.made.data, self.made.name)

    def _all(self) -> None:
        from tracker.ui.pages.reports.every import EveryReport

        asked, actor = self.choosing.asked(), self.desk.actor()
        if asked is not None and actor is not None:
            EveryReport(self.desk, self, asked, actor).open()

    # --- looks --------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        px = self.desk.theme.px
        self.all = button(self.text("For all units …"), "all-units", self._all)
        self.reader = button(self.text("Open in the PDF reader"), "reader", self._read)
        self.save = button(self.text("Save as PDF …"), "save", self._save, tip="Ctrl+S")
        self.others = button(self.text("More …"), "others")
        self.others.setMenu(self._more())
        QShortcut(QKeySequence("Ctrl+S"), self, self._save, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._deeds = QWidget()
        self._deeds.setLayout(row(self.all, 1, self.reader, self.others, self.save))
        self._missing = empty(self.text("Choose the task whose life is to be told."))
        self._none = empty(self.text("Nothing can be shown until this is put right."))
        choose = button(self.text("Choose who acts here"), "choose-person", self.desk.actor)
        self._nobody = empty(self.text("A report says at its foot who printed it: nobody is chosen yet."), choose)
        self._stack = QStackedWidget()
        for each in (self.preview, self._missing, self._none, self._nobody):
            self._stack.addWidget(each)
        self.choosing.setFixedWidth(px(CHOOSING))
        self.told.hide()
        self._right = column(self.told, spacing=tokens.GAP)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(tokens.GAP)
        whole.addWidget(self.choosing)
        middle = QVBoxLayout()
        middle.setSpacing(tokens.GAP)
        middle.addWidget(self.banner)
        middle.addWidget(self.busy)
        middle.addWidget(self._stack, 1)
        middle.addWidget(self._deeds)
        whole.addLayout(middle, 1)
        whole.addLayout(self._right)

    def _more(self) -> QMenu:
        menu = QMenu(self)
        for words, form in (
            (self.text("Save as Word, to be edited …"), Format.WORD),
            (self.text("Save its tables as Excel …"), Format.EXCEL),
        ):
            action = QAction(words, menu)
            action.triggered.connect(lambda _=False, form=form: self._save_as(form))
            menu.addAction(action)
            self._saving.append(action)
        menu.addSeparator()
        menu.addAction(self.text("Drafts and issued reports …"), self.keeping)
        menu.addAction(self.text("Does a paper agree with the data? …"), self.checking)
        return menu

    def keeping(self) -> None:
        """Keep what is previewed, or issue what was kept."""
        from tracker.ui.pages.reports.keeping import Keeping

        actor = self.desk.actor()
        if actor is not None:
            asked = self.choosing.asked() if self.made is not None else None
            title = self.made.title if self.made is not None else ""
            Keeping(self.desk, self, asked, title, actor).open()

    def checking(self) -> None:
        """Hold a paper against the data."""
        from tracker.ui.pages.reports.checking import Checking

        Checking(self.desk, self).open()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """With little room what is told stands below what is chosen."""
        super().resizeEvent(event)
        narrow = self.width() < self.desk.theme.px(NARROW)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        if narrow:
            self._right.removeWidget(self.told)
            self.told.setMinimumWidth(0)
            self.told.setMaximumWidth(self.desk.theme.px(CHOOSING))
            self.choosing.add_below(self.told)
        else:
            self.told.setFixedWidth(self.desk.theme.px(TOLD))
            self._right.addWidget(self.told)
