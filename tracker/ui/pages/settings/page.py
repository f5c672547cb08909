"""The page: its parts in a list at the left, the chosen one beside it. A part is made when it is first chosen."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QScrollArea, QStackedWidget, QWidget

from tracker.ui import tokens
from tracker.ui.access import give_keys
from tracker.ui.pages import Page

if TYPE_CHECKING:
    from tracker.ui.desk import Desk
    from tracker.ui.pages.settings.form import Part

PARTS = {
    "office": "office:OfficePart",
    "calendar": "calendar:CalendarPart",
    "limits": "limits:LimitsPart",
    "reminders": "personal:RemindersPart",
    "look": "personal:LookPart",
    "data": "data:DataPart",
    "backups": "backups:BackupsPart",
    "password": "password:PasswordPart",
}
"""Name of a part → where its class is."""
LIST = 226


class SettingsPage(Page):
    """Settings of the office (journaled) and of this person at this computer."""

    guide = "thiet-lap"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._parts: dict[str, Part] = {}
        self.list = QListWidget()
        self.list.setObjectName("settings-parts")
        self.list.setProperty("places", True)
        self.list.setAccessibleName(self.text("Parts of the settings"))
        self.list.setFixedWidth(desk.theme.px(LIST))
        for name, words in _names(desk).items():
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setSizeHint(QSize(0, desk.theme.px(tokens.FIELD)))
            self.list.addItem(item)
        self.stack = QStackedWidget()
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(tokens.MARGIN)
        box.addWidget(self.list)
        box.addWidget(self.stack, 1)
        self.list.currentItemChanged.connect(self._chosen)
        self.list.setCurrentRow(0)
        QShortcut(QKeySequence("Ctrl+S"), self, self._save)

    def heading(self) -> str:
        """The title of the page."""
        return self.text("Settings")

    def note(self) -> str:
        """The office."""
        from tracker.store import units

        office = units.office(self.desk.store)
        return office.name if office else ""

    def primary(self) -> tuple[str, Callable[[], object]] | None:
        """That of the part in view."""
        return self.part.primary()

    def reload(self) -> None:
        """All parts that were looked at read anew."""
        for part in self._parts.values():
            part.reload()

    def show_what(self, **what: object) -> None:
        """Show a part: `part` of PARTS."""
        part = what.get("part")
        if part in PARTS:
            self.list.setCurrentRow(list(PARTS).index(part))
            self.stale = False
            self.reload()

    def here(self) -> dict[str, object]:
        """The part in view."""
        return {"part": self.list.currentItem().data(Qt.ItemDataRole.UserRole)}

    def panes(self) -> list[QWidget]:
        """The list and the part."""
        return [self.list, self.part]

    @property
    def part(self) -> Part:
        """The part in view."""
        return self._part(self.list.currentItem().data(Qt.ItemDataRole.UserRole))

    def _part(self, name: str) -> Part:
        if name not in self._parts:
            module, _, cls = PARTS[name].partition(":")
            part: Part = getattr(import_module(f"tracker.ui.pages.settings.{module}"), cls)(self.desk)
            part.noted.connect(self.noted.emit)
            self._parts[name] = part
            scroll = QScrollArea()
            scroll.setObjectName(f"scroll-{name}")
            scroll.setAccessibleName(part.accessibleName())
            scroll.setWidgetResizable(True)
            scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            scroll.setWidget(part)
            scroll.viewport().setAutoFillBackground(False)
            part.setAutoFillBackground(False)
            self.stack.addWidget(scroll)
        return self._parts[name]

    def _chosen(self) -> None:
        part = self.part
        at = list(self._parts.values()).index(part)
        self.stack.setCurrentIndex(at)
        give_keys(self)
        self.noted.emit()

    def _save(self) -> None:
        deed = self.part.primary()
        if deed is not None:
            deed[1]()


def _names(desk: Desk) -> dict[str, str]:
    """What the parts are called, in the order of PARTS."""
    return {
        "office": desk.text("Letterhead and signers"),
        "calendar": desk.text("Working calendar"),
        "limits": desk.text("Limits"),
        "reminders": desk.text("Reminders"),
        "look": desk.text("Look and language"),
        "data": desk.text("Data"),
        "backups": desk.text("Backups"),
        "password": desk.text("My password"),
    }
