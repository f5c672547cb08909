"""Waiting until a window has come to rest: nothing works for it, nothing moves on it. For pictures and tests."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tracker.ui.window import Window
from tracker.ui.worker import Job

STILL_MS, LONGEST_MS = 120, 15_000
"""Nothing has changed for so long; and after so long what is there is taken."""


def still(widget: QWidget) -> None:
    """Wait until no child process works, nothing is asked of the store, and two pictures are the same."""
    window = widget.window()
    clock = QElapsedTimer()
    clock.start()
    before = b""
    while clock.elapsed() < LONGEST_MS:
        wait(STILL_MS)
        if working():
            continue
        image = window.grab().toImage()
        now = bytes(image.constBits())
        if now == before:
            return
        before = now


def working() -> bool:
    """Whether a child process of a window still runs, or its thread still reads."""
    return any(
        window.desk.reading.busy or any(job.running for job in window.desk.findChildren(Job))
        for window in QApplication.topLevelWidgets()
        if isinstance(window, Window)
    )


def wait(milliseconds: int) -> None:
    """Let the window go on for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def until(over: Callable[[], bool]) -> None:
    """Let the window go on until something is so, or for as long as one waits at most."""
    clock = QElapsedTimer()
    clock.start()
    while not over() and clock.elapsed() < LONGEST_MS:
        wait(STILL_MS)
