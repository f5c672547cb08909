"""The strip of Hôm nay: the next two weeks day by day, with what is due on each."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from tracker.store.today import STRIP
from tracker.ui import tokens
from tracker.ui.pages.today_parts import DayTile, headed, short
from tracker.ui.widgets.basics import label

if TYPE_CHECKING:
    from tracker.store.today import Facts
    from tracker.ui.desk import Desk


class Strip(QFrame):
    """A tile a day; a click opens what is due on it."""

    opened = Signal(date)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("strip-card")
        self.setProperty("card", True)
        self.count = label("", "muted")
        self.days = [DayTile(desk.theme, f"day-{at}") for at in range(STRIP)]
        tiles = QGridLayout()
        tiles.setContentsMargins(tokens.PADDING, 0, tokens.PADDING, 0)
        tiles.setSpacing(tokens.GRID + 2)
        for after, tile in enumerate(self.days):
            tiles.addWidget(tile, 0, after)
            tile.clicked.connect(partial(self._open, after))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, tokens.GAP, 0, tokens.GAP)
        column.addLayout(headed(desk.text("Due in the next two weeks"), self.count))
        column.addLayout(tiles)

    def tell(self, found: Facts, soon: date) -> None:
        """Show other facts; until which day anything is due soon."""
        text, names = self._desk.text, self._weekdays()
        for after, tile in enumerate(self.days):
            day = self._desk.today + timedelta(after)
            count, off = found.days.get(day.isoformat(), 0), day.isoformat() in found.days_off
            told = text("off") if off else ""
            near = count > 0 and day <= soon
            tile.tell(names[day.weekday()], short(day), count, told, today=after == 0, soon=near)
            tile.setAccessibleName(text("{day}: {count} tasks due", day=day, count=count))
        self.count.setText(text("{count} tasks", count=self._desk.words.count(sum(found.days.values()))))

    def _open(self, after: int) -> None:
        self.opened.emit(self._desk.today + timedelta(after))

    def _weekdays(self) -> tuple[str, ...]:
        text = self._desk.text
        return (text("Mon"), text("Tue"), text("Wed"), text("Thu"), text("Fri"), text("Sat"), text("Sun"))
