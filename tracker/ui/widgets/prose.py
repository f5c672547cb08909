"""User text of any length on a narrow ground: wraps anywhere it must, and long text is folded until it is asked for.

A QLabel breaks between words only: a word of 10,000 letters would make its window as wide. This one paints its text
itself, so that no text can widen what it stands in; for a screen reader it is the label it looks like.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QStyle, QStyleOptionFocusRect

if TYPE_CHECKING:
    from tracker.ui.desk import Desk

SEPARATOR = "\u2028"
"""A line break inside one paragraph of Qt's text layout."""


class Prose(QLabel):
    """Plain text that wraps. With `most` lines, what is longer is cut; Enter, Space or a click shows it whole."""

    def __init__(self, desk: Desk, text: str = "", role: str = "", *, most: int = 0) -> None:
        super().__init__()
        self._desk = desk
        self._most = most
        self._open = False
        self._laid: dict[int, tuple[QTextLayout, int, bool]] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setWordWrap(True)  # a label without it takes back that its height follows from its width
        if role:
            self.setProperty("role", role)
        self.tell(text)

    def tell(self, text: str) -> None:
        """Other words."""
        self.setText(text)
        self.setAccessibleName(text)
        self._open = False
        self._forget()

    def is_cut(self) -> bool:
        """Whether there is more than is shown."""
        return self._layout(self.width())[2]

    def toggle(self) -> None:
        """Show it whole, or folded again."""
        if self._open or self.is_cut():
            self._open = not self._open
            self._forget()

    # --- size ---------------------------------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """As high as its lines."""
        return self._layout(width)[1]

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One line as wide as the text, or as wide as it is now."""
        wide = min(self.fontMetrics().horizontalAdvance(self.text()[:200]) + 2, 4000)
        width = min(wide, self.width()) if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else wide
        return QSize(wide, self.heightForWidth(max(width, 1)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """No text makes its surroundings wider."""
        return QSize(0, self.fontMetrics().height())

    # --- painting -----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's
        """The lines, and the focus where there is more to show."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        layout, _, cut = self._layout(self.width())
        self._take_focus(cut=cut or self._open)
        layout.draw(painter, QPointF(0, 0))
        if self.hasFocus():
            option = QStyleOptionFocusRect()
            option.initFrom(self)
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, self)
        painter.end()

    def _layout(self, width: int) -> tuple[QTextLayout, int, bool]:
        """The text laid out for a width, its height, and whether it was cut. A layout asks for several widths."""
        if width not in self._laid:
            self._laid[width] = self._made(max(width, 1))
        return self._laid[width]

    def _made(self, width: int) -> tuple[QTextLayout, int, bool]:
        layout = self._broken(self.text().replace("\r\n", "\n").replace("\n", SEPARATOR), width)
        cut = bool(self._most) and not self._open and layout.lineCount() > self._most
        if cut:
            layout = self._broken(self._cut(layout, width), width)
        height = sum(layout.lineAt(at).height() for at in range(layout.lineCount()))
        return layout, ceil(height), cut

    def _cut(self, layout: QTextLayout, width: int) -> str:
        """The text up to its last line that is shown, with the way to the rest at its end."""
        last = layout.lineAt(self._most - 1).textStart()
        rest = layout.text()[last : last + 400].replace(SEPARATOR, " ")
        more = self._desk.text("… more")
        room = max(0, width - self.fontMetrics().horizontalAdvance(more) - 2)
        shown = self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, room).removesuffix("…")
        return layout.text()[:last] + shown.rstrip() + more

    def _broken(self, text: str, width: int) -> QTextLayout:
        layout = QTextLayout(text, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        top = 0.0
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout

    # --- showing more -------------------------------------------------------------------------------------------------

    def _take_focus(self, *, cut: bool) -> None:
        wanted = Qt.FocusPolicy.TabFocus if cut else Qt.FocusPolicy.NoFocus
        if self.focusPolicy() != wanted:
            self.setFocusPolicy(wanted)
            if cut:
                self.setCursor(Qt.CursorShape.PointingHandCursor)
            else:
                self.unsetCursor()

    def _forget(self) -> None:
        self._laid.clear()
        self.updateGeometry()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click shows more or less."""
        if event.button() == Qt.MouseButton.LeftButton and QRect(QPointF(0, 0).toPoint(), self.size()).contains(
            event.position().toPoint()
        ):
            self.toggle()
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter and Space show more or less."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.toggle()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Copy the text."""
        menu = QMenu(self)
        menu.addAction(self._desk.text("Copy"), lambda: QGuiApplication.clipboard().setText(self.text()))
        menu.popup(event.globalPos())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Another font breaks the lines elsewhere."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._forget()
        super().changeEvent(event)
