"""Long work in a child process: verify, import, reports. The window stays free; progress comes by pipe; cancel ends it.

The child is `python -m tracker.ui.jobs`, our own code over the same data folder. What goes to and fro is pickled, one
length-prefixed message after the other: nothing from outside comes near it.
"""

from __future__ import annotations

import pickle
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from tracker.ui.channel import messages

if TYPE_CHECKING:
    from tracker.ui.desk import Desk

_ROOT = Path(__file__).resolve().parents[2]


class Job(QObject):
    """One piece of long work. It ends with exactly one of `finished`, `refused`, `broken` or `cancelled`."""

    progressed = Signal(int, int)
    """Done, and in all."""
    finished = Signal(object)
    """The result."""
    refused = Signal(object)
    """An expected error."""
    broken = Signal(str)
    """The child died or made an error: its words. They are raised, too, as the bug it is, and so logged and shown."""
    cancelled = Signal()

    def __init__(self, desk: Desk, name: str, /, **arguments: Any) -> None:
        super().__init__(desk)
        self.name = name
        self._order = pickle.dumps((name, str(desk.store.folder), desk.words.language, desk.today, arguments))
        self._buffer = b""
        self._over = False
        self._process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONIOENCODING", "utf-8")
        self._process.setProcessEnvironment(environment)
        self._process.setWorkingDirectory(str(_ROOT))
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._failed)

    def start(self) -> Job:
        """Begin; the job itself is given back."""
        self._process.start(sys.executable, ["-X", "utf8", "-m", "tracker.ui.jobs"])
        self._process.write(self._order)
        self._process.closeWriteChannel()
        self._order = b""  # a list that is printed may be long
        return self

    def cancel(self) -> None:
        """End the child; what it had not finished leaves no trace."""
        if not self._over:
            self._over = True
            self._process.kill()
            self._process.waitForFinished(2000)
            self.cancelled.emit()

    def stop(self) -> None:
        """The window closes: cancel, and leave no child behind that has told its result but has not gone yet."""
        self.cancel()
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(2000)

    @property
    def running(self) -> bool:
        """Whether it has not ended yet."""
        return not self._over

    def _read(self) -> None:
        self._buffer += bytes(self._process.readAllStandardOutput().data())
        found, self._buffer = messages(self._buffer)
        for kind, value in found:
            self._hear(kind, value)

    def _hear(self, kind: str, value: Any) -> None:
        if self._over:
            return
        if kind == "progress":
            self.progressed.emit(*value)
            return
        if kind == "broken":
            self._break(str(value))
        self._over = True
        (self.finished if kind == "done" else self.refused).emit(value)

    def _ended(self) -> None:
        self.deleteLater()  # the desk, its parent, stays as long as the window
        self._read()
        if not self._over:
            self._break(bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace"))

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and not self._over:
            self.deleteLater()
            self._break(self._process.errorString())

    def _break(self, details: str) -> NoReturn:
        self._over = True
        self.broken.emit(details)
        raise RuntimeError(details)
