"""Ký số: the paper of an issued report with a signature behind it, by a key file or a token."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from tracker.papers.signing import KeyFile, Token
from tracker.ui import papers
from tracker.ui.dialogs.frame import Dialog
from tracker.ui.widgets.basics import button, label, row
from tracker.ui.widgets.busy import Busy
from tracker.ui.worker import Job

if TYPE_CHECKING:
    from tracker.domain.kept import KeptReport
    from tracker.ui.desk import Desk

KEY_FILE, TOKEN = "key", "token"


class Signing(Dialog):
    """Choose the key, type its secret, save the signed copy: what was issued stays as it is."""

    guide = "bao-cao"

    def __init__(self, desk: Desk, parent: QWidget, report: KeptReport) -> None:
        super().__init__(desk, desk.text("Sign"), report.title, name="signing-paper", journal=False)
        self.setParent(parent, self.windowFlags())
        self._report = report
        self._job: Job | None = None
        kinds = {KEY_FILE: self.text("A key file (.p12, .pfx)"), TOKEN: self.text("A USB token or card")}
        self.kind = self.choice("kind", self.text("The key is"), kinds)
        self.path = QLineEdit()
        line = QWidget()
        line.setLayout(row(self.path, button(self.text("Choose …"), "choose-key", self._choose)))
        self.field("key", self.text("Key file, or library (.dll) of the token"), line)
        self.path.setObjectName("key-path")
        self.path.setAccessibleName(self.text("Key file, or library (.dll) of the token"))
        self.secret = self.line("pin", self.text("Password or PIN"), hint=self.text("It is kept nowhere."))
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.busy = Busy(desk, self.text("Signing …"), self._cancel)
        self.add(self.busy)
        self.said = label("", wrap=True, selectable=True)
        self.add(self.said)
        self.verbs(self.text("Sign and save …"), self._sign, later=self.text("Close"))

    def typed(self) -> dict[str, str]:
        """Nothing is kept as a draft: a secret least of all."""
        return {}

    def _choose(self) -> None:
        found, _ = QFileDialog.getOpenFileName(self, self.text("Key file, or library (.dll) of the token"))
        if found:
            self.path.setText(found)

    def _sign(self) -> None:
        self.clear_errors()
        path, secret = Path(self.path.text().strip()), self.secret.text()
        key = KeyFile(path, secret) if self.kind.currentData() == KEY_FILE else Token(path, secret)
        self._job = job = Job(self.desk, "sign_paper", report=self._report.id, key=key)
        job.finished.connect(self._signed)
        job.refused.connect(self.show_error)
        self.busy.follow(job)
        job.start()

    def _signed(self, data: bytes) -> None:
        stem = self._report.name.removesuffix(".pdf")
        papers.save(self.desk, self, data, f"{stem}_da-ky.pdf", self._saved)

    def _saved(self, path: Path) -> None:
        self.said.setText(self.text("Saved: {path}", path=str(path)))

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def done(self, result: int) -> None:
        """Close, and forget the secret."""
        self._cancel()
        self.secret.clear()
        super().done(result)
