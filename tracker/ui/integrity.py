"""Whether the journal holds: checked by a child process, known to the status bar and the page of the journal alike."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tracker import machine
from tracker.ui.worker import Job

if TYPE_CHECKING:
    from tracker.domain.errors import Expected
    from tracker.store.verify import Verification
    from tracker.ui.desk import Desk


class Integrity(QObject):
    """The last check, and the one under way."""

    changed = Signal()
    """A check began, ended, or was given up."""
    progressed = Signal(int, int)
    """Entries done, and in all."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._job: Job | None = None
        self.found: Verification | None = None
        """What the last check found; None while nothing was checked, or where it could not be."""
        self.when: datetime | None = None
        """The hour at which it ended, at this place."""
        self.problem: Expected | None = None
        """Why the last check could not be made."""
        self.failed = False
        """The child process made an error."""

    @property
    def running(self) -> bool:
        """Whether a check is under way."""
        return self._job is not None

    def check(self) -> None:
        """Check everything, unless that is being done."""
        if self._job is not None:
            return
        self._job = job = Job(self._desk, "verify")
        job.progressed.connect(self.progressed)
        job.finished.connect(lambda found: self._over(found=found))
        job.refused.connect(lambda error: self._over(problem=error))
        job.broken.connect(lambda _: self._over(failed=True))
        job.cancelled.connect(self._given_up)
        job.start()
        self.changed.emit()

    def cancel(self) -> None:
        """Give up the check under way; what was known before stays."""
        if self._job is not None:
            self._job.cancel()

    def _over(
        self, *, found: Verification | None = None, problem: Expected | None = None, failed: bool = False
    ) -> None:
        self._job = None
        self.found, self.problem, self.failed = found, problem, failed
        self.when = machine.clock().astimezone()
        self.changed.emit()

    def _given_up(self) -> None:
        self._job = None
        self.changed.emit()
