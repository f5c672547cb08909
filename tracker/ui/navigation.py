"""The navigation at the left: the pages, the saved views with their counts, shut to a strip of icons by Ctrl+B."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QLabel, QVBoxLayout, QWidget

from tracker.ui import tokens
from tracker.ui.theme import elided

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QPaintEvent

    from tracker.ui.desk import Desk
    from tracker.ui.theme import Theme

PLACES = ("today", "tasks", "officials", "units", "reports", "journal", "settings")
"""The pages in their order: Alt+1 … Alt+7."""


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


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
        self._name.setTextFormat(Qt.TextFormat.PlainText)
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
            gone = self._views.pop(key)
            self._group.removeButton(gone)
            gone.setParent(None)
            gone.deleteLater()
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
        for button in self._buttons.values():
            button.shut = shut
            button.measure()
            button.setToolTip(button.accessibleName() if shut else "")
            button.update()
        for view in self._views.values():
            view.measure()
            view.setVisible(not shut)

    def _page(self, page: str) -> _Button:
        button = _Button(self, self._desk.theme, f"nav-{page}", page_name(self._desk, page), icon=page)
        what = {"view": "period"} if page == "tasks" else {}
        button.clicked.connect(lambda: self.chosen.emit(page, what))
        self._group.addButton(button)
        self._buttons[page] = button
        return button

    def _add_view(self, view: str, words: str) -> None:
        button = _Button(self, self._desk.theme, f"view-{view}", words)
        button.clicked.connect(lambda: self.chosen.emit("tasks", {"view": view}))
        self._group.addButton(button)
        self._views[view] = button
        self._below.addWidget(button)

    def _draw(self) -> None:
        for key, button in {**self._buttons, **self._views}.items():
            count = self._counts.get(key)
            told = "" if count is None else self._desk.words.count(count)
            button.tell(told, urgent=key == "overdue" and bool(count))


class _Button(QAbstractButton):
    """A page or a saved view: its icon, its name, and at the right the number of its tasks. Painted by itself: one
    paint for all states, and names that stand in one line whatever the style does.
    """

    def __init__(self, parent: QWidget, theme: Theme, name: str, words: str, *, icon: str = "") -> None:
        super().__init__(parent)
        self._theme, self._icon, self._count, self._urgent = theme, icon, "", False
        self.shut = False
        self.setObjectName(name)
        self.setAccessibleName(words)
        self._words = words
        self.setText(words.replace("&", "&&"))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.measure()

    def tell(self, count: str, *, urgent: bool) -> None:
        """Show how many tasks there are; in the colour of what is overdue where that is so."""
        self._count, self._urgent = count, urgent
        self.setAccessibleDescription(self._count)
        self.update()

    def measure(self) -> None:
        """The height that the size of type asks for."""
        self.setFixedHeight(self._theme.px(tokens.FIELD + tokens.GRID if self._icon else tokens.ROW))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's
        """Ground and edge of the place where the user is, icon, name, count."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter)
        here, box, side = self.isChecked(), self.rect(), theme.px(tokens.ICON)
        if self._icon:
            ink = theme.colours.accent if here else theme.colours.muted
            left = (self.width() - side) // 2 if self.shut else tokens.GAP + 2
            theme.icon(self._icon, ink).paint(painter, left, (self.height() - side) // 2, side, side)
        if self.shut:
            return
        painter.setFont(theme.font(tokens.SMALL, bold=self._urgent))
        painter.setPen(QColor(theme.colours.overdue.ink) if self._urgent else theme.muted)
        painter.drawText(box.adjusted(0, 0, -tokens.GAP, 0), _RIGHT, self._count)
        counted = painter.fontMetrics().horizontalAdvance(self._count) + 2 * tokens.GAP
        painter.setFont(theme.bold if here and self._icon else theme.body if self._icon else theme.small)
        painter.setPen(theme.text if here or self._icon else theme.muted)
        room = box.adjusted(side + 2 * tokens.GAP - 2, 0, -counted, 0)
        painter.drawText(room, _LEFT, elided(painter.fontMetrics(), self._words, room.width()))

    def _ground(self, painter: QPainter) -> None:
        colours, box = self._theme.colours, self.rect().adjusted(1, 1, -1, -1)
        radius = tokens.FIELD_RADIUS
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(QColor(colours.accent_tint if self.isChecked() else colours.line_soft))
            painter.drawRoundedRect(box, radius, radius)
        if self.isChecked():
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(0, 4, 3, self.height() - 8, 1.5, 1.5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRoundedRect(box, radius, radius)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """The ground under the mouse."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """No ground any more."""
        super().leaveEvent(event)
        self.update()


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
