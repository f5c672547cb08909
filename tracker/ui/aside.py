"""Short work that may wait for a disk or a printer, on a thread beside the window. Longer work is a `Job`."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, Signal

from tracker.domain.errors import Expected


class Aside(QObject):
    """One piece of work on a thread. It ends with exactly one of `finished`, `refused` or `broken`."""

    finished = Signal(object)
    """What the work gave back."""
    refused = Signal(object)
    """An expected error."""
    broken = Signal(object)
    """Any other exception; where nobody listens to it, it is raised on the thread of the window as the bug it is."""

    def __init__(self, parent: QObject, work: Callable[[], Any]) -> None:
        super().__init__(parent)
        self._work = work
        self._thread = Thread(target=self._run, name="aside", daemon=True)
        self.broken.connect(self._raise)

    def start(self) -> Aside:
        """Begin; it is given back."""
        self._thread.start()
        return self

    @property
    def running(self) -> bool:
        """Whether the thread has not ended yet."""
        return self._thread.is_alive()

    def wait(self) -> None:
        """Until the thread has ended."""
        self._thread.join()

    def _run(self) -> None:
        try:
            result = self._work()
        except Expected as error:
            self.refused.emit(error)
        except Exception as error:  # noqa: BLE001 - goes to the window, which logs and shows it
            self.broken.emit(error)
        else:
            self.finished.emit(result)

    def _raise(self, error: BaseException) -> None:
        raise error
