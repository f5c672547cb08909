"""Python's collector of cycles, kept in the window's thread.

It runs in whichever thread makes the object that is one too many. In a thread that reads it would take apart dialogs
that were closed: widgets of Qt, which may only die in the window's thread. (Seen: both waiting for one another for
ever.)
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 1_000


class Rubbish(QObject):
    """While any of these is at work, cycles are collected by its timer alone."""

    _at_work, _frozen = 0, False

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._over = False
        Rubbish._at_work += 1
        gc.disable()
        if not Rubbish._frozen:
            Rubbish._frozen = True
            gc.freeze()  # what the start made stays: the window waits the less for a look at all the rest
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect what the collector itself would have by now."""
        ages = enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
        due = [age for age, (count, most) in ages if count > most]
        if due:
            gc.collect(due[-1])

    def stop(self) -> None:
        """No other thread is left: Python may collect by itself again."""
        if not self._over:
            self._over = True
            self._timer.stop()
            Rubbish._at_work -= 1
            if not Rubbish._at_work:
                gc.enable()
