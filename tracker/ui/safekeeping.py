"""The automatic backup: once a day, by a child process, after the journal was checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from tracker import machine
from tracker.ui.worker import Job

if TYPE_CHECKING:
    from tracker.domain.errors import Expected
    from tracker.ui.status import Status
    from tracker.ui.window import Window

AFTER_MS = 20_000
"""After the start: first the window, then the check of the journal, then this."""


class Safekeeping(QObject):
    """Sees to the backup of the day."""

    def __init__(self, window: Window, status: Status) -> None:
        super().__init__(window)
        self._desk, self._status = window.desk, status
        self._job: Job | None = None
        self._day = ""
        window.closing.connect(self.stop)
        window.desk.turned.connect(self.look)
        self._first = QTimer(self, singleShot=True)  # its own: a window that closed before wants no backup any more
        self._first.timeout.connect(self.look)
        self._first.start(AFTER_MS)

    @property
    def busy(self) -> bool:
        """Whether it is being made now."""
        return self._job is not None and self._job.running

    def look(self) -> None:
        """Make today's backup, once. The sample office needs none."""
        day = machine.today()
        if self._desk.sample or self._day == day.isoformat() or self.busy:
            return
        self._day = day.isoformat()
        self._job = Job(self._desk, "daily_backup", day=day)
        self._job.finished.connect(self._made)
        self._job.refused.connect(self._tell)
        self._job.start()

    def stop(self) -> None:
        """The window closes: an unfinished backup leaves no file."""
        self._first.stop()
        if self._job is not None:
            self._job.cancel()

    def _made(self, path: object) -> None:
        if path is not None:
            self._status.tell()

    def _tell(self, error: Expected) -> None:
        why = self._desk.sentence(error)
        self._desk.said.emit(self._desk.text("Today's automatic backup was not made. {why}", why=why), None)
