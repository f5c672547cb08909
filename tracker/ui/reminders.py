"""Quiet reminders: one line in the window at the start of a working day, and a message beside the clock.

Once a day for each person; whoever wants none switches them off in the settings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QSystemTrayIcon

from tracker.ui.widgets.basics import Banner, button, icon_button

if TYPE_CHECKING:
    from tracker.figures.reminding import Reminder
    from tracker.ui.desk import Desk
    from tracker.ui.window import Window

_BANNER, _TRAY = "remind/window", "remind/tray"
SHOWN_MS = 60_000
"""How long the sign beside the clock stays after a message."""


def wanted(desk: Desk) -> bool:
    """Whether the window reminds this person."""
    return desk.personal.value(_BANNER, defaultValue=True, type=bool) is True


def want(desk: Desk, on: bool) -> None:
    """Remind in the window from now on, or no more."""
    desk.personal.setValue(_BANNER, on)


def wanted_in_tray(desk: Desk) -> bool:
    """Whether the system tells it too."""
    return desk.personal.value(_TRAY, defaultValue=True, type=bool) is True


def want_in_tray(desk: Desk, on: bool) -> None:
    """Tell it beside the clock from now on, or no more."""
    desk.personal.setValue(_TRAY, on)


class Reminders(QObject):
    """Looks when the window is up, when another day begins, and when another person acts."""

    def __init__(self, desk: Desk, window: Window) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self.banner: Banner | None = None
        self._tray: QSystemTrayIcon | None = None
        desk.turned.connect(self.look)
        window.stack.currentChanged.connect(self._make_room)
        QTimer.singleShot(0, self.look)

    def look(self) -> None:
        """Tell what is to be told, if this person was not told today."""
        desk = self._desk
        if desk.person is None or not (wanted(desk) or wanted_in_tray(desk)) or self._told():
            return
        from tracker.figures.reminding import reminder

        found = reminder(desk.store, desk.person.id, desk.today)
        self.close()
        desk.personal.setValue(self._key(), desk.today.isoformat())
        if found is not None and found.anything:
            self._tell(sentence(desk, found))

    def close(self) -> None:
        """Take the line away."""
        if self.banner is not None:
            self.banner.hide()
            self.banner.deleteLater()
            self.banner = None

    def _tell(self, words: str) -> None:
        if wanted(self._desk):
            self._show(words)
        if wanted_in_tray(self._desk) and QSystemTrayIcon.isSystemTrayAvailable():
            self._message(words)

    def _show(self, words: str) -> None:
        text = self._desk.text
        close = icon_button(self._desk.theme.icon("close"), text("Close until tomorrow"), "close-reminder", self.close)
        see = button(text("Show"), "see-reminder", self._see)
        self.banner = Banner("info", words, see, close, name="reminder")
        self._window.banners.addWidget(self.banner)
        self._make_room()

    def _make_room(self) -> None:
        """The line stands on the first page; other pages need the room for rows."""
        if self.banner is not None:
            self.banner.setVisible(self._window.current.objectName() == "page-today")

    def _see(self) -> None:
        self.close()
        self._desk.go("today")

    def _message(self, words: str) -> None:
        tray = self._tray or QSystemTrayIcon(self._window.windowIcon(), self)
        self._tray = tray
        tray.setToolTip(self._desk.text("Ba Rõ"))
        tray.messageClicked.connect(self._to_front)
        tray.activated.connect(lambda _: self._to_front())
        tray.show()
        tray.showMessage(self._desk.text("Ba Rõ"), words, tray.icon())
        QTimer.singleShot(SHOWN_MS, tray.hide)

    def _to_front(self) -> None:
        from tracker.ui.instance import bring_to_front

        bring_to_front(self._window)

    def _told(self) -> bool:
        return str(self._desk.personal.value(self._key(), "")) == self._desk.today.isoformat()

    def _key(self) -> str:
        return self._desk.own("reminded")


def sentence(desk: Desk, found: Reminder) -> str:
    """What is told, in one line; what is nothing is left out."""
    text = desk.text
    parts = [
        text("{count} due today", count=found.today) if found.today else "",
        text("{count} due in the next working days", count=found.soon) if found.soon else "",
        text("{count} newly overdue ({all} in all)", count=found.fresh, all=found.overdue) if found.fresh else "",
        text("{count} waiting for your decision", count=found.decisions) if found.decisions else "",
        text("{count} returned to you", count=found.returned) if found.returned else "",
    ]
    return text("Today: {parts}.", parts=[part for part in parts if part])
