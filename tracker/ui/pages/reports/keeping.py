"""Dự thảo và phát hành: what is previewed is kept as it is, and a draft gets its number and day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from tracker.papers.made import Format
from tracker.papers.making import named
from tracker.store import kept
from tracker.ui import papers, tokens
from tracker.ui.dialogs.frame import Dialog
from tracker.ui.widgets.basics import button, label, row
from tracker.ui.widgets.busy import Busy
from tracker.ui.widgets.tables import Column, RowsModel, Table
from tracker.ui.worker import Job

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.domain.errors import Expected
    from tracker.domain.kept import KeptReport
    from tracker.domain.officials import Actor
    from tracker.papers.asked import Asked
    from tracker.ui.desk import Desk

WIDE = 760
SHOWN = 6
"""Rows that are seen at once."""


class Keeping(Dialog):
    """The reports that were kept, the newest first; the one that is chosen is issued, opened, saved."""

    at_most = WIDE
    guide = "bao-cao"

    def __init__(self, desk: Desk, parent: QWidget, asked: Asked | None, title: str, actor: Actor) -> None:
        super().__init__(desk, desk.text("Drafts and issued reports"), title, name="keeping")
        self.setParent(parent, self.windowFlags())
        self._asked, self._actor = asked, actor
        self.keep = button(self.text("Keep what is previewed as a draft"), "keep", self._keep)
        self.keep.setEnabled(asked is not None)
        self.busy = Busy(desk, self.text("Setting the pages …"), self._cancel)
        self._job: Job | None = None
        line = QWidget()
        line.setLayout(row(self.keep, 1))
        self.add(line)
        self.add(self.busy)
        self.table = Table(desk, "kept", self.text("Drafts and issued reports"))
        self.table.setFixedHeight(desk.theme.px(tokens.HEADER + SHOWN * tokens.ROW))
        self.model: RowsModel[KeptReport] = RowsModel(self._columns())
        self.table.show_rows(self.model, sortable=False)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._tell())
        self.add(self.table)
        with self.beside():
            self.number = self.line(
                "number", self.text("Number of the report"), hint=self.text("As the register of documents gives it.")
            )
            self.on = self.day("date", self.text("Day"))
        self.reason = self.line("reason", self.text("Reason, for a day that is past"))
        self.said = label("", wrap=True, selectable=True)
        self.add(self.said)
        self.open_paper = button(self.text("Open in the PDF reader"), "open-paper", self._open)
        self.save = button(self.text("Save as PDF …"), "save-paper", self._save)
        self.sign = button(self.text("Sign …"), "sign", self._sign)
        self.issue = self.verbs(
            self.text("Issue"), self._issue, self.open_paper, self.sign, self.save, later=self.text("Close")
        )
        self._show()

    def chosen(self) -> KeptReport | None:
        """The row with the cursor."""
        at = self.table.currentIndex().row()
        return self.model.rows[at] if 0 <= at < len(self.model.rows) else None

    def _columns(self) -> tuple[Column[KeptReport], ...]:
        words = self.desk.words
        return (
            Column(key="id", title=self.text("Draft"), width=70, text=lambda each: str(each.id)),
            Column(
                key="number",
                title=self.text("Issued as"),
                width=120,
                text=lambda each: kept.called(each) if each.issued else "",
                look="strong",
            ),
            Column(
                key="issued",
                title=self.text("Issued on"),
                width=110,
                text=lambda each: words.show(each.issued_on) if each.issued_on else "",
            ),
            Column(key="title", title=self.text("Report"), width=280, text=lambda each: each.title, stretch=True),
        )

    def _show(self, chosen: int | None = None) -> None:
        rows = kept.every(self.desk.store)
        self.model.show(tuple(rows))
        at = next((at for at, each in enumerate(rows) if each.id == chosen), 0)
        if rows:
            self.table.setCurrentIndex(self.model.index(at, 0))
        self._tell()

    def _tell(self) -> None:
        """What can be done to the one that is chosen."""
        report = self.chosen()
        for each in (self.open_paper, self.save):
            each.setEnabled(report is not None)
        self.sign.setEnabled(report is not None and report.issued)
        draft = report is not None and not report.issued
        self.issue.setEnabled(draft)
        for field in (self.number, self.on, self.reason):
            field.setEnabled(draft)

    def _keep(self) -> None:
        self._start("keep_report", self._was_kept, asked=self._asked, actor=self._actor)

    def _was_kept(self, report: KeptReport) -> None:
        self._written(report)
        self.said.setText(self.text("Draft {number} was kept: it does not change any more.", number=report.id))
        self.number.setFocus()

    def _issue(self) -> None:
        from tracker.domain.errors import Refused

        report = self.chosen()
        if report is None:
            return
        try:
            day = self.day_of("date") or self.desk.today
        except Refused as error:
            self.show_error(error)
            return
        told: dict[str, Any] = {"number": self.number.text(), "on": day, "reason": self.typed_in("reason")}
        self._start("issue_report", self._was_issued, report=report.id, actor=self._actor, **told)

    def _was_issued(self, report: KeptReport) -> None:
        self._written(report)
        self.number.clear()
        self.said.setText(self.text("{report} was issued.", report=kept.called(report)))

    def _written(self, report: KeptReport) -> None:
        self.desk.changed.emit(None)
        self._show(report.id)

    def _start(self, name: str, done: Any, **told: Any) -> None:
        self.clear_errors()
        self._job = job = Job(self.desk, name, **told)
        job.finished.connect(done)
        job.refused.connect(self._refused)
        self.busy.follow(job)
        job.start()

    def _refused(self, error: Expected) -> None:
        self.show_error(error)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _open(self) -> None:
        self._paper(lambda data, report: papers.open_in_reader(self.desk, self, data, report.name))

    def _save(self) -> None:
        self._paper(
            lambda data, report: papers.save(self.desk, self, data, named(report.name, Format.PDF), self._saved)
        )

    def _sign(self) -> None:
        """A signed copy; without the extra, how to get it."""
        from tracker.papers import signing
        from tracker.ui.pages.reports.signing import Signing

        report = self.chosen()
        self.clear_errors()
        if not signing.installed():
            self.show_error(signing.not_installed())
        elif report is not None:
            Signing(self.desk, self, report).open()

    def _saved(self, path: Path) -> None:
        self.said.setText(self.text("Saved: {path}", path=str(path)))

    def _paper(self, deed: Any) -> None:
        """The paper of the one that is chosen, drawn or read by a child process."""
        report = self.chosen()
        if report is not None:
            self._start("paper", lambda data: deed(data, report), report=report.id)

    def done(self, result: int) -> None:
        """Close; what is still being written is written as a whole or not at all."""
        self._cancel()
        super().done(result)
