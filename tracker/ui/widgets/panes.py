"""List and detail side by side; with little room the detail is a drawer over the list, opened and shut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from tracker.ui import tokens
from tracker.ui.widgets.basics import label, scrolling

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from tracker.ui.desk import Desk


class Panes(QWidget):
    """The list with the detail of what is selected in it."""

    turned = Signal()
    """The detail is a drawer now, or stands beside the list again."""

    def __init__(self, desk: Desk, main: QWidget, aside: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self.main, self.aside = main, aside
        self.narrow = False
        self._drawn = False
        self.setProperty("clear", True)
        for each in (main, aside):
            each.setParent(self)

    @property
    def shows_aside(self) -> bool:
        """Whether the detail is seen."""
        return not self.narrow or self._drawn

    def draw(self, *, out: bool) -> bool:
        """Pull the drawer out, or push it in; whether anything moved."""
        moved = self.narrow and self._drawn != out
        self._drawn = out
        self._arrange()
        return moved

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Whatever there is."""
        return QSize(900, 500)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Both find their places anew."""
        super().resizeEvent(event)
        narrow = self.window().width() <= self._desk.theme.px(tokens.NARROW)
        turned, self.narrow = narrow != self.narrow, narrow
        self._arrange()
        if turned:
            self.turned.emit()

    def _arrange(self) -> None:
        room, detail = self.rect(), min(self._desk.theme.px(tokens.DETAIL), self.width())
        beside = 0 if self.narrow else detail + tokens.GAP
        self.main.setGeometry(QRect(0, 0, room.width() - beside, room.height()))
        self.aside.setGeometry(QRect(room.width() - detail, 0, detail, room.height()))
        self.aside.setVisible(self.shows_aside)
        if self.narrow:
            self.aside.raise_()


class DetailCard(QFrame):
    """The detail of what is selected: lines that stay, and below them a column that scrolls.

    Whoever fills it adds the scrolling part to `_whole` last: Tab goes as it is added.
    """

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName(name)
        self.setProperty("card", True)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(tokens.PADDING, tokens.GAP, 2, tokens.GAP)
        self._whole.setSpacing(tokens.GRID * 2)
        inner = QWidget()
        inner.setProperty("clear", True)
        self._body = QVBoxLayout(inner)
        self._body.setContentsMargins(0, 0, tokens.PADDING - 2, 0)
        self._body.setSpacing(tokens.GRID * 2)
        self._scroll = scrolling(inner)

    def _section(self, words: str) -> QLabel:
        """A heading within what scrolls."""
        title = label(words, "strong")
        title.setContentsMargins(0, tokens.GRID * 2, 0, 0)
        self._body.addWidget(title)
        return title
