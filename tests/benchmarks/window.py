"""What benchmarks of the window share: a desk over an office, without a screen; a table that shows a constant."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractTableModel, QElapsedTimer, QModelIndex, QObject, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication, QTableView

from tracker.cli.generate import LAST
from tracker.ui import tokens
from tracker.ui.desk import Desk
from tracker.ui.theme import Theme
from tracker.words import Words

if TYPE_CHECKING:
    from tracker.store import Store


def application() -> QApplication:
    """The one application of the process."""
    found = QApplication.instance() or QApplication([])
    assert isinstance(found, QApplication)
    return found


def a_desk(store: Store, folder: Path) -> Desk:
    """The office as a window sees it on its last day, in Vietnamese."""
    settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    return Desk(store, Words("vi"), Theme(application(), "light"), settings, LAST, fixed_day=True)


class Constant(QAbstractTableModel):
    """So many rows and columns of one text: the least that a model in Python can do."""

    def __init__(self, rows: int, columns: int) -> None:
        super().__init__()
        self._rows, self._columns = rows, columns

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else self._columns

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return "Khảo sát mức độ hài lòng" if role == Qt.ItemDataRole.DisplayRole else None


def plain_table(rows: int, columns: int) -> QTableView:
    """A table of Qt over a constant, with rows of our height."""
    table = QTableView()
    table.setModel(Constant(rows, columns))
    table.model().setParent(table)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(tokens.ROW)
    return table


class Heartbeat(QObject):
    """Beats every millisecond and remembers the longest time between two beats: how long the window did nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=1)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Begin anew."""
        self.longest = 0.0
        self._clock.start()
        self._timer.start()

    def stop(self) -> float:
        """The longest time between two beats, in milliseconds."""
        self._beat()
        self._timer.stop()
        return self.longest

    def _beat(self) -> None:
        self.longest = max(self.longest, self._clock.nsecsElapsed() / 1e6)
        self._clock.restart()
