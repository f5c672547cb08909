"""The pages of a PDF below one another, as sharp as the screen: drawn strip by strip, only what is seen.

What is not drawn yet shows what stood there before (an older picture, the page's thumbnail, white paper).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea

from tracker.ui import tokens
from tracker.ui.pages.reports.sheets import Box, Hit, Strip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtGui import QResizeEvent

    from tracker.ui.desk import Desk

WIDTH, PAGE = "width", "page"
"""Zooms that follow the room there is: a page as wide as it, a page as a whole."""
LEAST, MOST, STEP = 0.1, 4.0, 1.2
INCH, POINTS = 96, 72
STRIP_PIXELS = 1_000_000
"""Pixels of a strip: one is drawn in a few hundredths of a second."""
KEPT_BYTES = 96 * 2**20
"""Pictures that are kept; those that were not seen for longest go first."""


class PageView(QAbstractScrollArea):
    """The pages. `wanted` asks for strips; whoever draws them brings them by `bring`."""

    wanted = Signal(object)
    """The strips that are needed now, the most urgent first."""
    turned = Signal(int)
    """Another page is in view."""
    zoomed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("pages")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.zoom: str | float = WIDTH
        self.sizes: list[tuple[float, float]] = []
        self.page = 0
        self._tops: list[int] = []
        self._hits: dict[int, list[Hit]] = {}
        self._hit: Hit | None = None
        self._kept: OrderedDict[Strip, QImage] = OrderedDict()
        self._fresh: set[Strip] = set()
        self.thumbnail: Callable[[int], QImage | None] = lambda _page: None
        """A small picture of a page, where there is one."""
        self.verticalScrollBar().valueChanged.connect(lambda _: self._seen())
        self.verticalScrollBar().setSingleStep(desk.theme.px(40))

    # --- what is shown ------------------------------------------------------------------------------------------------

    def show_sizes(self, sizes: Sequence[tuple[float, float]]) -> None:
        """Another PDF, at the place where the one before was being read."""
        place = self._place()
        self.sizes = list(sizes)
        self._fresh.clear()
        self.mark([], None)
        self._lay_out(place)

    def bring(self, strip: Strip, image: QImage) -> None:
        """A strip that was wanted."""
        self._kept[strip] = image
        self._kept.move_to_end(strip)
        self._fresh.add(strip)
        while sum(each.sizeInBytes() for each in self._kept.values()) > KEPT_BYTES and len(self._kept) > 1:
            old, _ = self._kept.popitem(last=False)
            self._fresh.discard(old)
        self.viewport().update()

    def mark(self, hits: Sequence[Hit], current: Hit | None) -> None:
        """Show what was found; one of it is the current one."""
        self._hits = {}
        for hit in hits:
            self._hits.setdefault(hit.page, []).append(hit)
        self._hit = current
        self.viewport().update()

    def show_hit(self, hit: Hit) -> None:
        """Bring a place into view."""
        self._hit = hit
        box, room = hit.boxes[0] if hit.boxes else Box(0, 0, 0, 0), self.viewport().height()
        at = self._tops[hit.page] + int(box.top * self.scale(hit.page))
        if not self._top() <= at <= self._top() + room * 0.8:
            self.verticalScrollBar().setValue(at - room // 3)
        self.viewport().update()

    def go_to(self, page: int) -> None:
        """Show the beginning of a page."""
        if self._tops:
            self.verticalScrollBar().setValue(self._tops[max(0, min(page, len(self._tops) - 1))] - tokens.GAP)

    # --- zoom ---------------------------------------------------------------------------------------------------------

    def scale(self, page: int) -> float:
        """Logical pixels to a point of a page. A zoom that follows the room fits each page into it."""
        return self.factor(page) * INCH / POINTS

    def factor(self, page: int | None = None) -> float:
        """The zoom of a page (the one in view) as a number: 1 for the size of the paper."""
        if not isinstance(self.zoom, str) or not self.sizes:
            return self.zoom if not isinstance(self.zoom, str) else 1.0
        width, height = self.sizes[min(self.page if page is None else page, len(self.sizes) - 1)]
        across = (self._room_across() - 2 * tokens.GAP) / width
        down = (self.viewport().height() - 2 * tokens.GAP) / height
        wanted = across if self.zoom == WIDTH else min(across, down)
        return min(max(wanted * POINTS / INCH, LEAST), MOST)

    def set_zoom(self, zoom: str | float) -> None:
        """Another zoom, the place in view kept."""
        place = self._place()
        self.zoom = zoom if isinstance(zoom, str) else min(max(zoom, LEAST), MOST)
        self._lay_out(place)
        self.zoomed.emit()

    def step_zoom(self, steps: int) -> None:
        """Nearer or farther by so many steps."""
        self.set_zoom(self.factor() * STEP**steps)

    # --- Qt -----------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The pages that are in view."""
        painter = QPainter(self.viewport())
        colours = self._desk.theme.colours
        painter.fillRect(event.rect(), QColor(colours.bg))
        for page in self._pages_in_view():
            box = self._box(page)
            painter.fillRect(box, Qt.GlobalColor.white)
            small = self.thumbnail(page)
            strips = list(self._strips(page))
            if small is not None and any(strip not in self._kept for strip in strips):
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(box, small)
            self._paint_strips(painter, strips, box)
            self._paint_hits(painter, page, box)
            painter.setPen(QColor(colours.line))
            painter.drawRect(box.adjusted(-1, -1, 0, 0))
        if self.hasFocus():
            painter.setPen(QColor(colours.accent))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The same place in another room."""
        super().resizeEvent(event)
        self._lay_out(self._place())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl and the wheel zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Paging by keys: screens by Page Down and Space, pages with Ctrl, Home and End, Ctrl and + - 0."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        bar = self.verticalScrollBar()
        deeds: dict[tuple[int, bool], Callable[[], object]] = {
            (Qt.Key.Key_PageDown, True): lambda: self.go_to(self.page + 1),
            (Qt.Key.Key_PageUp, True): lambda: self.go_to(self.page - 1),
            (Qt.Key.Key_PageDown, False): lambda: bar.setValue(bar.value() + bar.pageStep()),
            (Qt.Key.Key_PageUp, False): lambda: bar.setValue(bar.value() - bar.pageStep()),
            (Qt.Key.Key_Space, False): lambda: bar.setValue(bar.value() + bar.pageStep()),
            (Qt.Key.Key_Down, False): lambda: bar.setValue(bar.value() + bar.singleStep()),
            (Qt.Key.Key_Up, False): lambda: bar.setValue(bar.value() - bar.singleStep()),
            (Qt.Key.Key_Home, False): lambda: bar.setValue(0),
            (Qt.Key.Key_End, False): lambda: bar.setValue(bar.maximum()),
            (Qt.Key.Key_Plus, True): lambda: self.step_zoom(1),
            (Qt.Key.Key_Equal, True): lambda: self.step_zoom(1),
            (Qt.Key.Key_Minus, True): lambda: self.step_zoom(-1),
            (Qt.Key.Key_0, True): lambda: self.set_zoom(WIDTH),
        }
        deed = deeds.get((event.key(), control))
        if deed is None:
            super().keyPressEvent(event)
            return
        deed()
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """A screen of another sharpness needs other pictures."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._kept.clear()
            self._fresh.clear()
            self._ask()
        return super().viewportEvent(event)

    # --- where things are ---------------------------------------------------------------------------------------------

    def _room_across(self) -> int:
        """The width there is, as if the bar were always shown: else a page as wide as the room would flicker."""
        bar = self.verticalScrollBar()
        return self.viewport().width() - (0 if bar.isVisible() else bar.sizeHint().width())

    def _top(self) -> int:
        return self.verticalScrollBar().value()

    def _place(self) -> tuple[int, float]:
        """The page at the upper edge, and how far down in it, in points."""
        if not self._tops:
            return 0, 0.0
        page = max(0, bisect_right(self._tops, self._top() + tokens.GAP) - 1)
        return page, (self._top() + tokens.GAP - self._tops[page]) / self.scale(page)

    def _lay_out(self, place: tuple[int, float]) -> None:
        top, widest, self._tops = tokens.GAP, 0, []
        for page, (width, height) in enumerate(self.sizes):
            scale = self.scale(page)
            self._tops.append(top)
            top += ceil(height * scale) + tokens.GAP
            widest = max(widest, int(width * scale) + 2 * tokens.GAP)
        room = self.viewport().size()
        for bar, whole, there in (
            (self.verticalScrollBar(), top, room.height()),
            (self.horizontalScrollBar(), widest, room.width()),
        ):
            bar.setPageStep(there)
            bar.setRange(0, max(0, whole - there))
        if self.sizes:
            page, down = min(place[0], len(self.sizes) - 1), place[1]
            self.verticalScrollBar().setValue(self._tops[page] - tokens.GAP + round(down * self.scale(page)))
        self._seen()

    def _seen(self) -> None:
        """What is in view has changed."""
        if self._tops:
            middle = self._top() + self.viewport().height() // 3
            page = max(0, bisect_right(self._tops, middle) - 1)
            if page != self.page:
                self.page = page
                self.turned.emit(page)
        self._ask()
        self.viewport().update()

    def _ask(self) -> None:
        """What is in view first, then the rest of the pages beside it."""
        room = self.viewport().rect()
        inside: list[Strip] = []
        beside: list[Strip] = []
        for page in self._pages_in_view():
            box = self._box(page)
            for strip in self._strips(page):
                place = QRect(box.left(), box.top() + self._logical(strip.top), box.width(), self._logical(strip.rows))
                if strip not in self._fresh:
                    (inside if place.intersects(room) else beside).append(strip)
        self.wanted.emit([*inside, *beside[:4]])

    def _pages_in_view(self) -> Iterator[int]:
        top, bottom = self._top(), self._top() + self.viewport().height()
        first = max(0, bisect_right(self._tops, top) - 1)
        for page in range(first, len(self._tops)):
            if self._tops[page] > bottom:
                return
            yield page

    def _box(self, page: int) -> QRect:
        """Where a page stands in the viewport."""
        width, height = self._pixels(page)
        width, height = self._logical(width), self._logical(height)
        room, over = self.viewport().width(), self.horizontalScrollBar()
        left = (room - width) // 2 if not over.maximum() else tokens.GAP - over.value()
        return QRect(left, self._tops[page] - self._top(), width, height)

    def _pixels(self, page: int) -> tuple[int, int]:
        """Size of a page in pixels of the screen."""
        ratio, scale = self.devicePixelRatioF(), self.scale(page)
        width, height = self.sizes[page]
        return max(1, round(width * scale * ratio)), max(1, round(height * scale * ratio))

    def _logical(self, pixels: int) -> int:
        return round(pixels / self.devicePixelRatioF())

    def _strips(self, page: int) -> Iterator[Strip]:
        width, height = self._pixels(page)
        rows = max(1, min(height, STRIP_PIXELS // width))
        for top in range(0, height, rows):
            yield Strip(page, width, height, top, min(rows, height - top))

    def _paint_strips(self, painter: QPainter, strips: Sequence[Strip], box: QRect) -> None:
        """In pixels of the screen: strips that were scaled once more would be blurred and have seams."""
        ratio = self.devicePixelRatioF()
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        left, top = round(box.left() * ratio), round(box.top() * ratio)
        for strip in strips:
            if strip in self._kept:
                painter.drawImage(QPoint(left, top + strip.top), self._kept[strip])
        painter.restore()

    def _paint_hits(self, painter: QPainter, page: int, box: QRect) -> None:
        scale = self.scale(page)
        for hit in self._hits.get(page, ()):
            colour = QColor(tokens.LIGHT.due_soon.ink)
            colour.setAlpha(150 if hit == self._hit else 60)
            for found in hit.boxes:
                place = QRectF(
                    box.left() + found.left * scale,
                    box.top() + found.top * scale,
                    (found.right - found.left) * scale,
                    (found.bottom - found.top) * scale,
                )
                painter.fillRect(place.adjusted(-1, -1, 1, 1), colour)
