"""Short work that may wait for a disk or a printer, on a thread beside the window. Longer work is a `Job`."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from tracker.domain.errors import Expected
from tracker.ui.rubbish import Rubbish


class Beside(QObject):
    """A thread beside the window, as an object of Qt: it lives until the thread has ended, and dies in the window's."""

    _ended = Signal()
    _living: set[Beside] = set()  # noqa: RUF012 - all that live: whoever began one may be gone before it ends

    def __init__(self, name: str) -> None:
        super().__init__()
        self._rubbish: Rubbish | None = None
        self._thread = Thread(target=self._whole, name=name, daemon=True)
        self._ended.connect(self._bury)

    def begin(self) -> None:
        """Start the thread."""
        Beside._living.add(self)
        self._rubbish = Rubbish(self)
        self._thread.start()

    @property
    def running(self) -> bool:
        """Whether the thread has not ended yet."""
        return self._thread.is_alive()

    def wait(self) -> None:
        """Until the thread has ended."""
        if self._thread.is_alive():
            self._thread.join()

    def run(self) -> None:
        """What the thread does."""
        raise NotImplementedError

    def _whole(self) -> None:
        try:
            self.run()
        finally:
            self._ended.emit()

    def _bury(self) -> None:
        if self._rubbish is not None:
            self._rubbish.stop()
        QTimer.singleShot(0, lambda: Beside._living.discard(self))


class Aside(Beside):
    """One piece of work on a thread. It ends with exactly one of `finished`, `refused` or `broken`.

    Nothing is told any more where the widget for which it is done is gone.
    """

    finished = Signal(object)
    """What the work gave back."""
    refused = Signal(object)
    """An expected error."""
    broken = Signal(object)
    """Any other exception; it is raised on the thread of the window, too, as the bug it is."""
    _over = Signal(str, object)

    def __init__(self, of: QObject, work: Callable[[], Any]) -> None:
        super().__init__("aside")
        self._of, self._work = of, work
        self._over.connect(self._tell)

    def start(self) -> Aside:
        """Begin; it is given back."""
        self.begin()
        return self

    def run(self) -> None:
        """Do the work."""
        try:
            result = self._work()
        except Expected as error:
            self._over.emit("refused", error)
        except Exception as error:  # noqa: BLE001 - goes to the window, which logs and shows it
            self._over.emit("broken", error)
        else:
            self._over.emit("finished", result)

    def _tell(self, how: str, value: Any) -> None:
        if isValid(self._of):
            getattr(self, how).emit(value)
        if how == "broken":
            raise value
