"""The pages of a PDF as small pictures in a column: where one is, and the way to another page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tracker.ui import tokens
from tracker.ui.pages.reports.sheets import Strip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from tracker.ui.desk import Desk

SIDE = 72
"""The longer side of a small page at 100 %."""
FINER = 4
"""A page is drawn so many times larger and shrunk: drawn small, every rule is a whole dot and tables are black."""
_NOTHING = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class _Pages(QAbstractListModel):
    """Pages by their numbers; the delegate paints their pictures."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.sizes: list[tuple[float, float]] = []

    def rowCount(self, parent: Index = _NOTHING) -> int:  # noqa: N802 - Qt's name
        """All pages."""
        return 0 if parent.isValid() else len(self.sizes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The number of the page, as a screen reader says it."""
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._desk.text("Page {number} of {count}", number=index.row() + 1, count=len(self.sizes))
        return str(index.row() + 1) if role == Qt.ItemDataRole.DisplayRole else None

    def show(self, sizes: Sequence[tuple[float, float]]) -> None:
        """The pages of another PDF."""
        self.beginResetModel()
        self.sizes = list(sizes)
        self.endResetModel()


class Thumbnails(QListView):
    """The small pages. `wanted` asks for the pictures of those in view."""

    wanted = Signal(object)
    chosen = Signal(int)
    """The user went to this page."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.images: dict[int, QImage] = {}
        self._drawn: set[int] = set()
        self._pages = _Pages(desk)
        self.setObjectName("thumbnails")
        self.setAccessibleName(desk.text("Pages"))
        self.setModel(self._pages)
        self.setItemDelegate(_Painter(desk, self, self._pages))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setFixedWidth(desk.theme.px(SIDE) + 2 * tokens.GAP + tokens.GRID)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.ask())

    def show_sizes(self, sizes: Sequence[tuple[float, float]]) -> None:
        """Another PDF: what is not drawn yet keeps its old picture where it has one."""
        row = self.currentIndex().row()
        self.images = {page: image for page, image in self.images.items() if page < len(sizes)}
        self._drawn.clear()
        self._pages.show(sizes)
        self.mark(max(0, min(row, len(sizes) - 1)))
        self.ask()

    def bring(self, page: int, image: QImage) -> None:
        """The picture of a page."""
        image.setDevicePixelRatio(self.devicePixelRatioF())
        smooth = Qt.TransformationMode.SmoothTransformation
        self.images[page] = image.scaledToWidth(max(1, image.width() // FINER), smooth)
        self._drawn.add(page)
        self.update(self._pages.index(page, 0))

    def mark(self, page: int) -> None:
        """The page that is in view beside."""
        index = self._pages.index(page, 0)
        if index != self.currentIndex():
            blocked = self.blockSignals(True)
            self.setCurrentIndex(index)
            self.blockSignals(blocked)
            self.scrollTo(index)
            self.viewport().update()

    def strip(self, page: int) -> Strip:
        """The picture of a page as it is asked for."""
        width, height = self._pages.sizes[page]
        shrunk = FINER * self._desk.theme.px(SIDE) * self.devicePixelRatioF() / max(width, height)
        width, height = max(1, round(width * shrunk)), max(1, round(height * shrunk))
        return Strip(page, width, height, 0, height)

    def ask(self) -> None:
        """Ask for what is in view and not drawn."""
        if not self._pages.sizes or not self.isVisible():
            self.wanted.emit([])
            return
        high = self.sizeHintForRow(0)
        first = self.verticalScrollBar().value() // high
        last = min(len(self._pages.sizes), first + self.viewport().height() // high + 2)
        self.wanted.emit([self.strip(page) for page in range(first, last) if page not in self._drawn])

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """A click or a key."""
        super().currentChanged(current, previous)
        if current.isValid() and not self.signalsBlocked():
            self.chosen.emit(current.row())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """More or fewer of them are in view."""
        super().resizeEvent(event)
        self.ask()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """They are seen now."""
        super().showEvent(event)
        self.ask()


class _Painter(QStyledItemDelegate):
    """A small page and its number."""

    def __init__(self, desk: Desk, list_: Thumbnails, pages: _Pages) -> None:
        super().__init__(list_)
        self._desk, self._list, self._pages = desk, list_, pages

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002 - Qt's
        """All are of one size."""
        side = self._desk.theme.px(SIDE)
        return QSize(side, side + self._desk.theme.px(tokens.CHIP) + tokens.GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The picture, framed by the accent where it is the page in view, and its number below."""
        theme, page = self._desk.theme, index.row()
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        place: QRect = option.rect
        width, height = self._pages.sizes[page]
        side = theme.px(SIDE)
        shrunk = side / max(width, height)
        box = QRect(0, 0, round(width * shrunk), round(height * shrunk))
        box.moveCenter(place.center())
        box.moveBottom(place.top() + tokens.GRID + side)
        painter.fillRect(box, Qt.GlobalColor.white)
        image = self._list.images.get(page)
        if image is not None:
            painter.drawImage(box, image)
        painter.setPen(QColor(theme.colours.accent if here else theme.colours.line))
        painter.drawRect(box.adjusted(-1, -1, 0, 0))
        if here:
            painter.drawRect(box.adjusted(-2, -2, 1, 1))
        painter.setFont(theme.small)
        painter.setPen(theme.accent if here else theme.muted)
        below = QRect(place.left(), place.top() + tokens.GRID + side, place.width(), theme.px(tokens.CHIP))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(page + 1))
