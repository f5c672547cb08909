"""The navigation at the left: the pages, the saved views with their counts, shut to a strip of icons by Ctrl+B."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from tracker.ui import tokens

if TYPE_CHECKING:
    from tracker.ui.desk import Desk

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
        self._buttons: dict[str, QToolButton] = {}
        self._views: dict[str, _ViewButton] = {}
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
        button: QToolButton | None = self._views.get(view or "") or self._buttons.get(page)
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
        width = tokens.NAV_SHUT if shut else self._desk.theme.px(tokens.NAV)
        self.setFixedWidth(width)
        self._name.setText("BR" if shut else "Ba Rõ")
        self._name.setContentsMargins(0 if shut else tokens.GAP, 0, 0, tokens.GAP)
        for page, button in self._buttons.items():
            style = Qt.ToolButtonStyle.ToolButtonIconOnly if shut else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
            button.setToolButtonStyle(style)
            button.setToolTip(page_name(self._desk, page) if shut else "")
        for button in self._views.values():
            button.setVisible(not shut)

    def _page(self, page: str) -> QToolButton:
        button = _button(self, f"nav-{page}", page_name(self._desk, page))
        button.setIconSize(QSize(tokens.ICON, tokens.ICON))
        button.clicked.connect(lambda: self.chosen.emit(page, {}))
        self._group.addButton(button)
        self._buttons[page] = button
        return button

    def _add_view(self, view: str, words: str) -> None:
        button = _ViewButton(self, f"view-{view}", words)
        button.clicked.connect(lambda: self.chosen.emit("tasks", {"view": view}))
        self._group.addButton(button)
        self._views[view] = button
        self._below.addWidget(button)

    def _draw(self) -> None:
        colours = self._desk.theme.colours
        for page, button in self._buttons.items():
            button.setIcon(self._desk.theme.icon(page, colours.muted))
        for view, label in self._views.items():
            urgent = view == "overdue" and bool(self._counts.get(view))
            label.tell(self._counts.get(view), colours.overdue.ink if urgent else colours.muted)


class _ViewButton(QToolButton):
    """A saved view: its name, and at the right the number of its tasks."""

    def __init__(self, parent: QWidget, name: str, words: str) -> None:
        super().__init__(parent)
        _prepare(self, name, words)
        self.setProperty("view", True)
        self._words = words
        self._count = QLabel(self)
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._count.setTextFormat(Qt.TextFormat.PlainText)

    def tell(self, count: int | None, colour: str) -> None:
        """Show how many tasks the view has."""
        text = "" if count is None else f"{count:,}".replace(",", ".")
        if text != self._count.text():
            self._count.setText(text)
            self.setAccessibleDescription(text)
        self._count.setStyleSheet(f"color: {colour}; background: transparent; font-size: {tokens.SMALL}px;")

    def resizeEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Keep the count at the right edge, and cut the words before it."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        room = self.fontMetrics().horizontalAdvance("0.000") + tokens.GAP
        self._count.setGeometry(self.width() - room - tokens.GAP, 0, room, self.height())
        indent = tokens.ICON + tokens.GAP
        space = self.width() - room - indent - tokens.GAP
        words = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, space)
        self.setText(words)
        self.setToolTip(self._words if words != self._words else "")
        self.setStyleSheet(f"padding-left: {indent}px;")


def _button(parent: QWidget, name: str, words: str) -> QToolButton:
    button = QToolButton(parent)
    _prepare(button, name, words)
    button.setText(words)
    return button


def _prepare(button: QToolButton, name: str, words: str) -> None:
    button.setObjectName(name)
    button.setAccessibleName(words)
    button.setProperty("nav", True)
    button.setCheckable(True)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)


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
