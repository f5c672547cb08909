"""The navigation at the left: the pages, the saved views with their counts, shut to a strip of icons by Ctrl+B."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from tracker.ui import tokens
from tracker.ui.theme import BY_TAB, ICON_ONLY, MIDDLE, RIGHT, TEXT_BESIDE_ICON

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from tracker.ui.desk import Desk
    from tracker.ui.theme import Theme

PLACES = ("today", "tasks", "officials", "units", "reports", "journal", "settings")
"""The pages in their order: Alt+1 … Alt+7."""


class Navigation(QFrame):
    """Buttons to the pages and to the saved views."""

    chosen = Signal(str, object)
    """A page, and what it shall show (a mapping)."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("navigation")
        self.setAccessibleName(desk.text("Navigation"))
        self.shut = False
        self._counts: dict[str, int] = {}
        self._group = QButtonGroup(self)
        self._buttons: dict[str, _Button] = {}
        self._views: dict[str, _Button] = {}
        self._own: dict[str, str] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.GRID * 2, tokens.GAP, tokens.GRID * 2, tokens.GAP)
        column.setSpacing(2)
        self._name = QLabel("Ba Rõ", self)
        self._name.setProperty("role", "name")
        self._name.setContentsMargins(tokens.GAP, 0, 0, tokens.GAP)
        column.addWidget(self._name)
        for page in PLACES:
            if page == "settings":
                column.addStretch(1)
            column.addWidget(self._page(page))
            if page == "tasks":
                self._below = QVBoxLayout()
                self._below.setSpacing(0)
                column.addLayout(self._below)
                for view, words in view_names(desk).items():
                    self._add_view(view, words)
        self.fit(shut=False)
        desk.theme.changed.connect(self._draw)
        self._draw()

    def mark(self, page: str, view: str | None = None) -> None:
        """Show where the user is."""
        button = self._views.get(view or "") or self._buttons.get(page)
        self._group.setExclusive(False)
        for each in self._group.buttons():
            each.setChecked(each is button)
        self._group.setExclusive(button is not None)

    def count(self, counts: dict[str, int]) -> None:
        """The number of tasks of each view, and of all ("tasks")."""
        self._counts.update(counts)
        self._draw()

    def show_own_views(self, names: dict[str, str]) -> None:
        """The views that this person saved: key → name."""
        for key in self._own:
            self._views.pop(key).deleteLater()
        self._own = names
        for key, name in names.items():
            self._add_view(key, name)
        self.fit(shut=self.shut)
        self._draw()

    def fit(self, *, shut: bool) -> None:
        """A strip of icons, or icons with words."""
        self.shut = shut
        self.setFixedWidth(tokens.NAV_SHUT if shut else self._desk.theme.px(tokens.NAV))
        self._name.setText("BR" if shut else "Ba Rõ")
        self._name.setContentsMargins(0 if shut else tokens.GAP, 0, 0, tokens.GAP)
        for page, button in self._buttons.items():
            button.setProperty("toolButtonStyle", ICON_ONLY if shut else TEXT_BESIDE_ICON)
            button.setToolTip(page_name(self._desk, page) if shut else "")
        for view in self._views.values():
            view.setVisible(not shut)

    def _page(self, page: str) -> _Button:
        button = _Button(self, f"nav-{page}", page_name(self._desk, page))
        button.setIconSize(QSize(tokens.ICON, tokens.ICON))
        what = {"view": "period"} if page == "tasks" else {}
        button.clicked.connect(lambda: self.chosen.emit(page, what))
        self._group.addButton(button)
        self._buttons[page] = button
        return button

    def _add_view(self, view: str, words: str) -> None:
        button = _Button(self, f"view-{view}", words)
        button.setProperty("view", True)
        button.clicked.connect(lambda: self.chosen.emit("tasks", {"view": view}))
        self._group.addButton(button)
        self._views[view] = button
        self._below.addWidget(button)

    def _draw(self) -> None:
        theme = self._desk.theme
        for page, button in self._buttons.items():
            button.setIcon(theme.icon(page, theme.colours.muted))
        for key, button in {**self._buttons, **self._views}.items():
            urgent = key == "overdue" and bool(self._counts.get(key))
            button.tell(self._counts.get(key), theme, urgent=urgent)


class _Button(QToolButton):
    """A page or a saved view: its name, and at the right the number of its tasks."""

    def __init__(self, parent: QWidget, name: str, words: str) -> None:
        super().__init__(parent)
        self._words = words
        self._count = ""
        self._font, self._ink = self.font(), QColor()
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setText(words)
        self.setProperty("nav", True)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("focusPolicy", BY_TAB)

    def tell(self, count: int | None, theme: Theme, *, urgent: bool) -> None:
        """Show how many tasks there are; in the colour of what is overdue where that is so."""
        self._count = "" if count is None else f"{count:,}".replace(",", ".")
        self._font = theme.font(tokens.SMALL, bold=urgent)
        self._ink = QColor(theme.colours.overdue.ink) if urgent else theme.muted
        self.setAccessibleDescription(self._count)
        self._cut()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The count over the button that the style paints."""
        super().paintEvent(event)
        if self._count and self.width() > 2 * tokens.NAV_SHUT:
            painter = QPainter(self)
            painter.setFont(self._font)
            painter.setPen(self._ink)
            painter.drawText(self.rect().adjusted(0, 0, -tokens.GAP, 0), RIGHT | MIDDLE, self._count)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Cut the name before the count."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        """Shorten a name that would run into its count: only views that a person named have one so long."""
        room = self.width() - 2 * (tokens.ICON + tokens.GAP) - tokens.GAP
        metrics = self.fontMetrics()
        if self.width() < 2 * tokens.NAV_SHUT or metrics.horizontalAdvance(self._words) <= room:
            words = self._words
        else:
            from PySide6.QtCore import Qt

            words = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        if words != self.text():
            self.setText(words)
            self.setToolTip(self._words if words != self._words else "")


def page_name(desk: Desk, page: str) -> str:
    """What a page is called in the navigation."""
    names = {
        "today": desk.text("Today"),
        "tasks": desk.text("Tasks"),
        "officials": desk.text("Officials"),
        "units": desk.text("Units"),
        "reports": desk.text("Reports"),
        "journal": desk.text("Journal"),
        "settings": desk.text("Settings"),
    }
    return names[page]


def view_names(desk: Desk) -> dict[str, str]:
    """The views that are shipped, in their order: key → name."""
    return {
        "overdue": desk.text("Overdue"),
        "week": desk.text("Due in 7 days"),
        "awaiting": desk.text("Awaiting confirmation"),
        "no_deadline": desk.text("No deadline"),
        "concern": desk.text("Public concern"),
        "changed": desk.text("Deadline changed twice"),
    }
