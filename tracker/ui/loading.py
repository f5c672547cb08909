"""Modules loaded by a thread: imported in the window's own, they would let it stand still for as long as they take."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from threading import Thread

from PySide6.QtCore import QObject, Signal


class Loading(QObject):
    """Imports modules one after the other; whoever waits for them is called in the window's thread."""

    _loaded = Signal()

    def __init__(self, parent: QObject, modules: tuple[str, ...], then: Callable[[], object]) -> None:
        super().__init__(parent)
        self._modules, self._then = modules, then
        self._loaded.connect(self._call)

    def start(self) -> None:
        """Begin."""
        Thread(target=self._load, daemon=True, name="loading").start()

    def _load(self) -> None:
        for name in self._modules:
            import_module(name)
        with suppress(RuntimeError):  # the window was closed meanwhile: nobody waits any more
            self._loaded.emit()

    def _call(self) -> None:
        self._then()
