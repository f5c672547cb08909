"""Modules loaded by a thread: imported in the window's own, they would let it stand still for as long as they take."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from threading import Thread

from PySide6.QtCore import QObject, QTimer

LOOK_EVERY_MS = 5


class Loading(QObject):
    """Imports modules one after the other; whoever waits for them is called in the window's thread.

    The thread knows no QObject: one that emits while its window is being closed brings the program down. The window
    looks whether the thread has ended instead.
    """

    def __init__(self, parent: QObject, modules: tuple[str, ...], then: Callable[[], object]) -> None:
        super().__init__(parent)
        self._then = then
        self._thread = Thread(target=_load, args=(modules,), daemon=True, name="loading")
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin."""
        self._thread.start()
        self._timer.start()

    def _look(self) -> None:
        if not self._thread.is_alive():
            self._timer.stop()
            self._then()


def _load(modules: tuple[str, ...]) -> None:
    for name in modules:
        import_module(name)
