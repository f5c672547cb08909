"""Lists and calendars that stand beside a field while it is typed into: never over it, never with the cursor.

A list is filled by its field and asked with the keys that the field does not need itself: Up, Down, Enter, Tab, Esc.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from tracker.ui import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from tracker.ui.desk import Desk
    from tracker.ui.theme import Theme

SHOWN = 7
"""Choices that are seen at once (features.md §4.15); the rest is found by typing."""
WIDTH = 460
"""The narrowest list."""
_MORE = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Choice(NamedTuple):
    """One line of a list."""

    value: Any
    main: str
    """What is read first."""
    more: str = ""
    """What tells it from others, quieter."""


def beside(anchor: QWidget, size: QSize) -> QRect:
    """Where a popup of that size stands: below the field, or above it where there is no room, within the screen."""
    corner = anchor.mapToGlobal(QPoint(0, 0))
    screen = (QGuiApplication.screenAt(corner) or anchor.screen()).availableGeometry()
    gap = tokens.GRID // 2
    under, over = corner.y() + anchor.height() + gap, corner.y() - gap
    room_under, room_over = screen.bottom() + 1 - under, over - screen.top()
    below = size.height() <= room_under or room_under >= room_over
    height = min(size.height(), room_under if below else room_over)
    width = min(size.width(), screen.width())
    left = max(screen.left(), min(corner.x(), screen.right() + 1 - width))
    return QRect(left, under if below else over - height, width, height)


class Choices(QListWidget):
    """A list beside a field. The field keeps the cursor; a click or Enter takes a line."""

    taken = Signal(object)
    """The value of the line that was taken."""

    def __init__(self, desk: Desk, anchor: QWidget, words: str) -> None:
        super().__init__(anchor)
        self._anchor = anchor
        self._theme = desk.theme
        self._values: list[Any] = []
        self.setObjectName("choices")
        self.setAccessibleName(words)
        self.setProperty("popup", True)
        self.setWindowFlags(Qt.WindowType.ToolTip)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setItemDelegate(_Lines(desk.theme, self))
        self.itemClicked.connect(lambda item: self._take(item))
        self.hide()

    def offer(self, choices: Iterable[Choice], at: int = 0) -> None:
        """Show these, the cursor on one of them (-1: on none); nothing to show shuts the list."""
        self.clear()
        self._values = []
        for choice in choices:
            self._values.append(choice.value)
            item = QListWidgetItem(choice.main, self)
            item.setData(_MORE, choice.more)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{choice.main}, {choice.more}" if choice.more else None)
        if not self.count():
            self.hide()
            return
        self.setCurrentRow(at)
        self._place()
        if not self.isVisible():
            self._anchor.window().installEventFilter(self)
            self.show()

    def press(self, event: QKeyEvent) -> bool:
        """Let the list have a key of its field; whether it was one for it. Tab takes the line and goes on."""
        if not self.isVisible():
            return False
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers:
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.setCurrentRow(max(0, self.currentRow() + step) % self.count() if step > 0 else self._above())
            return True
        if key == Qt.Key.Key_Escape:
            self.hide()
            return True
        item = self.currentItem()
        if key not in (*_ENTER, Qt.Key.Key_Tab) or item is None:
            return False
        self._take(item)
        return key != Qt.Key.Key_Tab

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing to watch any more."""
        self._anchor.window().removeEventFilter(self)
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """A list goes where its window goes."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._place()
        elif event.type() in (QEvent.Type.WindowDeactivate, QEvent.Type.Hide):
            self.hide()
        return super().eventFilter(watched, event)

    def _above(self) -> int:
        return self.currentRow() - 1 if self.currentRow() > 0 else self.count() - 1

    def _take(self, item: QListWidgetItem) -> None:
        value = self._values[self.row(item)]
        self.hide()
        self.taken.emit(value)

    def _place(self) -> None:
        rows = min(self.count(), SHOWN)
        width = max(self._theme.px(WIDTH), self._anchor.width())
        size = QSize(width, rows * self._theme.px(tokens.ROW) + 2 * self.frameWidth() + 2)
        self.setGeometry(beside(self._anchor, size))


class _Lines(QStyledItemDelegate):
    """Name in bold, what tells it from others behind it."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802, ARG002 - Qt's name
        """One row."""
        return QSize(0, self._theme.px(tokens.ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One line."""
        theme = self._theme
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.selection)
        inner = box.adjusted(tokens.GAP - 2, 0, -tokens.GAP, 0)
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        main, more = str(index.data()), str(index.data(_MORE) or "")
        metrics = theme.bold_metrics if more else theme.body_metrics
        painter.setFont(theme.bold if more else theme.body)
        painter.setPen(theme.text)
        shown = metrics.elidedText(main, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, side, shown)
        inner.setLeft(inner.left() + metrics.horizontalAdvance(shown) + tokens.GAP)
        painter.setFont(theme.small)
        painter.setPen(theme.muted)
        painter.drawText(
            inner, side, theme.small_metrics.elidedText(more, Qt.TextElideMode.ElideRight, max(0, inner.width()))
        )
        painter.restore()
