"""A report for every unit, or every official, in one run: into a folder, one file each, whole files or none."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from tracker import files
from tracker.domain.errors import Refused, Unavailable
from tracker.papers.asked import Choice
from tracker.papers.kinds import KINDS
from tracker.papers.making import placed
from tracker.ui import papers, tokens
from tracker.ui.aside import Aside
from tracker.ui.dialogs.frame import Dialog
from tracker.ui.widgets.basics import button, label, row
from tracker.ui.widgets.busy import Busy
from tracker.ui.widgets.tables import Column, RowsModel, Table
from tracker.ui.worker import Job

if TYPE_CHECKING:
    from tracker.domain.errors import Expected
    from tracker.domain.officials import Actor
    from tracker.papers.asked import Asked
    from tracker.papers.made import Filed
    from tracker.ui.desk import Desk

SHOWN = 7
"""Rows of the result that are seen at once."""


class EveryReport(Dialog):
    """Choose the folder, run, see who has a file and who has none, and why."""

    def __init__(self, desk: Desk, parent: QWidget, asked: Asked, actor: Actor) -> None:
        kind = KINDS[asked.kind]
        people = kind.every is Choice.OFFICIAL
        title = desk.text("Reports of each official") if people else desk.text("Reports of all units")
        assert asked.period is not None
        about = f"{kind.title(desk.words)} · {asked.period.name(desk.words.language)}"
        super().__init__(desk, title, about, name="every-report", journal=False)
        self.setParent(parent, self.windowFlags())
        self._asked, self._actor, self._of_units = asked, actor, not people
        self._job: Job | None = None
        self._left_behind = ExitStack()
        self.folder = QLineEdit(str(papers.folder(desk)))
        choose = button(self.text("Choose …"), "choose-folder", self._choose)
        line = QWidget()
        line.setLayout(row(self.folder, choose))
        self.field("folder", self.text("Folder for the reports"), line)
        self.folder.setObjectName("folder-line")
        self.folder.setAccessibleName(self.text("Folder for the reports"))
        if not people:
            self.every_kind = self.check("every-kind", self.text("Every kind of report, not only this one"))
        self.busy = Busy(desk, self.text("Making the reports …"), self._cancel)
        self.add(self.busy)
        self.said = label("", wrap=True, selectable=True)
        self.said.setObjectName("said")
        self.add(self.said)
        self.table = Table(desk, "filed", self.text("The reports"))
        self.table.setFixedHeight(desk.theme.px(tokens.HEADER + SHOWN * tokens.ROW))
        self._model: RowsModel[Filed] = RowsModel(self._columns(self.text("Official") if people else self.text("Unit")))
        self.table.show_rows(self._model, sortable=False)
        self.table.hide()
        self.add(self.table)
        self.open_folder = button(self.text("Open the folder"), "open-folder", self._open)
        self.open_folder.hide()
        self.run = self.verbs(self.text("Make the reports"), self._run, self.open_folder, later=self.text("Close"))

    def _columns(self, whose: str) -> tuple[Column[Filed], ...]:
        return (
            Column(key="whose", title=whose, width=190, text=lambda filed: filed.whose, look="strong"),
            Column(key="file", title=self.text("File"), width=280, text=self._told, stretch=True),
        )

    def _told(self, filed: Filed) -> str:
        return filed.name if filed.error is None else self.desk.sentence(filed.error)

    def _choose(self) -> None:
        found = papers.ask_folder(self.desk, self)
        if found is not None:
            self.folder.setText(str(found))

    def _run(self) -> None:
        self.clear_errors()
        folder = Path(self.folder.text().strip())
        if not folder.is_absolute() or not folder.is_dir():
            self.show_error(Refused("reports.no_folder", field="folder", path=str(folder)))
            return
        try:
            scratch = self._left_behind.enter_context(files.scratch_folder(folder))
        except Unavailable as error:
            self.show_error(error)
            return
        papers.keep_folder(self.desk, folder)
        self._folder = folder
        self.run.setEnabled(False)
        told = {"asked": self._asked, "actor": self._actor, "folder": scratch, "kinds": self._kinds()}
        self._job = Job(self.desk, "reports", **told)
        self._job.finished.connect(lambda filed: self._made(filed, scratch))
        self._job.refused.connect(self._refused)
        self._job.broken.connect(lambda _: self._over())
        self._job.cancelled.connect(self._cancelled)
        self.busy.follow(self._job, self._step)
        self._job.start()

    def _kinds(self) -> tuple[str, ...]:
        """Every kind that there is of each unit, or only the one that was chosen."""
        every = self._of_units and self.every_kind.isChecked()
        return tuple(key for key, kind in KINDS.items() if kind.every is Choice.UNIT) if every else ()

    def _step(self, done: int, total: int) -> str:
        return self.text("Report {number} of {count} …", number=min(done + 1, total), count=total)

    def _made(self, filed: tuple[Filed, ...], scratch: Path) -> None:
        """All are whole now: they take their places at once."""
        folder = self._folder
        work = Aside(self, lambda: placed(filed, scratch, lambda name: papers.free(folder / name)))
        work.finished.connect(self._show)
        work.refused.connect(self._refused)
        work.start()

    def _show(self, filed: tuple[Filed, ...]) -> None:
        self._over()
        self._model.show(filed)
        self.table.show()
        self.open_folder.show()
        made = sum(each.error is None for each in filed)
        self._say(self.text("{count} reports are in {folder}.", count=made, folder=str(self._folder)))

    def _refused(self, error: Expected) -> None:
        self._over()
        self.show_error(error)

    def _cancelled(self) -> None:
        self._over()
        self._say(self.text("Cancelled: no report was saved."))

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setAccessibleName(words)
        self._fit()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _open(self) -> None:
        papers.open_path(self.desk, self._folder)

    def done(self, result: int) -> None:
        """Close: what is still being made is given up, and leaves nothing."""
        self._cancel()
        super().done(result)

    def _over(self) -> None:
        """The run ended, however it did: nothing of it is left over, and another one may begin."""
        self._left_behind.close()
        self.run.setEnabled(True)
