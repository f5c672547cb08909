"""The bar above the journal: up to which entry it holds, when that was checked, and what does not hold, by name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout

from tracker.figures.called import Names
from tracker.ui import deeds, tokens
from tracker.ui.pages.journal import fields
from tracker.ui.widgets.basics import button, label, row, set_look
from tracker.ui.widgets.tables import Column, RowsModel, Table

if TYPE_CHECKING:
    from tracker.store.verify import Finding, Verification
    from tracker.ui.desk import Desk

SEEN = 5
"""Findings that are seen at once."""


class IntegrityBar(QFrame):
    """State and check of the journal."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName("integrity")
        self.words = label("", wrap=True, selectable=True)
        self.words.setObjectName("integrity-words")
        self.bar = QProgressBar()
        self.bar.setObjectName("integrity-progress")
        self.bar.setAccessibleName(desk.text("Progress of the check"))
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(desk.theme.px(160))
        self.now = button(desk.text("Check now"), "check-now", desk.integrity.check)
        self.cancel = button(desk.text("Cancel"), "cancel-check", desk.integrity.cancel)
        self.model: RowsModel[Finding] = RowsModel(
            [Column(key="what", title=desk.text("What does not hold"), width=600, text=self._told, stretch=True)]
        )
        self.table = Table(desk, "findings", desk.text("What does not hold"))
        self.table.show_rows(self.model, sortable=False)
        self._names: Names | None = None
        line = row(self.words, self.bar, self.cancel, self.now)
        line.setStretch(0, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(tokens.GAP, tokens.GRID, tokens.GRID, tokens.GRID)
        whole.addLayout(line)
        whole.addWidget(self.table)
        desk.integrity.changed.connect(self.tell)
        desk.integrity.progressed.connect(self._progress)
        desk.changed.connect(lambda _: self.tell())
        self.tell()

    def tell(self) -> None:
        """Say what is known."""
        known, text = self.desk.integrity, self.desk.text
        found = known.found
        running = known.running
        self.bar.setVisible(running)
        self.cancel.setVisible(running)
        self.now.setVisible(not running)
        findings = list(found.findings) if found is not None and not running else []
        self.table.setVisible(bool(findings))
        if running:
            self.bar.setRange(0, 0)
            self._say("info", text("Checking the journal …"))
        elif known.problem is not None:
            self._say("error", self.desk.sentence(known.problem))
        elif known.failed:
            self._say("error", text("The journal could not be checked"))
        elif found is None:
            self._say("info", text("Not checked since the program was opened."))
        elif found.whole:
            self._say("info", self._whole(found))
        else:
            self._say("error", self._broken(found))
            self._show(findings)

    def _whole(self, found: Verification) -> str:
        return self.desk.text(
            "Whole up to entry {number}, checked at {when}. {records} records and {files} files agree with it.",
            number=self.desk.words.count(found.entries),
            when=self._when(),
            records=self.desk.words.count(found.records),
            files=self.desk.words.count(found.files),
        )

    def _broken(self, found: Verification) -> str:
        return self.desk.text(
            "Does not hold in {count} places, checked at {when}. Nothing was changed; a backup of before may help.",
            count=len(found.findings),
            when=self._when(),
        )

    def _when(self) -> str:
        when = self.desk.integrity.when
        return f"{when:%H:%M}, {deeds.day(self.desk.words, when.date())}" if when is not None else ""

    def _show(self, findings: list[Finding]) -> None:
        self._names = Names(self.desk.store, self.desk.words)
        self.model.show(findings)
        px = self.desk.theme.px
        self.table.setFixedHeight(px(tokens.HEADER) + min(len(findings), SEEN) * px(tokens.ROW) + 2)

    def _told(self, finding: Finding) -> str:
        if self._names is None:
            return ""
        named = fields.name(self.desk.words, finding.kind, finding.field) if finding.field else None
        return self._names.finding(replace(finding, field=named))

    def _progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.words.setText(
            self.desk.text(
                "Checking the journal: {done} of {total} entries …",
                done=self.desk.words.count(done),
                total=self.desk.words.count(total),
            )
        )

    def _say(self, kind: str, words: str) -> None:
        set_look(self, "banner", kind)
        self.words.setText(words)
        self.words.setAccessibleName(words)
