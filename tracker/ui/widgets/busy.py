"""What is being done, a bar and "Hủy": shown only for work over 0.4 s."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QProgressBar

from tracker.ui import tokens
from tracker.ui.widgets.basics import button, label, row

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.ui.desk import Desk
    from tracker.ui.worker import Job

AFTER_MS = 400


class Busy(QFrame):
    """One line. `follow` ties it to a job; without one `begin`, `tell` and `end` drive it."""

    def __init__(self, desk: Desk, words: str, cancel: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("busy")
        self.setProperty("banner", "info")
        self.words = label(words)
        self.bar = QProgressBar()
        self.bar.setObjectName("progress")
        self.bar.setAccessibleName(words)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(desk.theme.px(160))
        self.cancel = button(desk.text("Cancel"), "cancel", cancel)
        whole = row(self.words, 1, self.bar, self.cancel)
        whole.setContentsMargins(tokens.GAP, tokens.GRID, tokens.GRID, tokens.GRID)
        self.setLayout(whole)
        self._timer = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._timer.timeout.connect(self.show)
        self.hide()

    def follow(self, job: Job, told: Callable[[int, int], str] | None = None, *, words: str = "") -> None:
        """Show a job from its start to its end: `words` at first, and what `told` says is done at a step."""
        self.begin(words)
        job.progressed.connect(lambda done, total: self.tell(done, total, told(done, total) if told else ""))
        for end in (job.finished, job.refused, job.broken, job.cancelled):
            end.connect(self.end)

    def begin(self, words: str = "") -> None:
        """Work begins: how much there is, is not known yet."""
        self.tell(0, 0, words)
        self._timer.start()

    def tell(self, done: int, total: int, words: str = "") -> None:
        """So much of so much is done (0 in all: not known)."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        if words:
            self.words.setText(words)
            self.bar.setAccessibleName(words)

    def end(self, *_: object) -> None:
        """It is over, one way or the other."""
        self._timer.stop()
        self.hide()
