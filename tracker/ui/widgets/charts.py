"""Charts of pyqtgraph in our colours: what they have in common, and a line of rates by month; see `bars` for bars.

Loaded after the first paint, once pyqtgraph is there (`tracker.ui.pages.today_charts` has a thread import it). The
keyboard walks through the marks (arrows, Home, End), Enter opens; the mouse zooms nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from tracker.ui import tokens
from tracker.ui.widgets.tables import plain_tip

if TYPE_CHECKING:
    from decimal import Decimal

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QStyleOptionGraphicsItem

    from tracker.ui.theme import Theme


class Mark(NamedTuple):
    """What mouse and keyboard open."""

    bar: int
    """Which bar or point."""
    part: int
    """Which of its parts."""
    box: QRectF
    """Its place on the widget."""
    words: str


class Chart(pg.GraphicsView):  # type: ignore[misc]  # pyqtgraph has no types
    """What the charts have in common: our ground and fonts, no menu, no zoom, marks that mouse and keyboard open.

    A bare view of pyqtgraph: its PlotWidget makes a hidden form of sixty widgets, and the window would wait for it.
    """

    opened = Signal(int, int)
    """A mark was opened: which bar or point, and which of its parts."""

    def __init__(self, theme: Theme, name: str, words: str) -> None:
        super().__init__()
        self.theme, self._words = theme, words
        self.here = -1
        """The mark with the keyboard; -1 for none."""
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContentsMargins(0, 0, 0, 0)
        self.axes: dict[str, pg.AxisItem] = {}
        self._fill_view()
        over = _OverAll(self)
        over.setZValue(1)
        self.scene().addItem(over)
        self.look()
        theme.changed.connect(self.look)

    def _fill_view(self) -> None:
        """Put in what pyqtgraph draws."""

    def draw(self, painter: QPainter) -> None:
        """Paint the rest, in the pixels of the widget."""
        raise NotImplementedError

    def look(self) -> None:
        """Take the colours and fonts of the theme."""
        self.setBackground(self.theme.colours.surface)
        for axis in self.axes.values():
            axis.setTextPen(self.theme.muted)
            axis.setPen(QPen(QColor(self.theme.colours.line)))
            axis.setStyle(tickFont=self.theme.small, tickLength=0)
        self.viewport().update()

    # --- marks --------------------------------------------------------------------------------------------------------

    def marks(self) -> list[Mark]:
        """All marks, in the order of the keyboard."""
        raise NotImplementedError

    def mark_at(self, place: QPointF) -> int:
        """The mark at a place of the widget; -1 for none."""
        return next((at for at, mark in enumerate(self.marks()) if mark.box.contains(place)), -1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Name what is under the mouse."""
        at = self.mark_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if at >= 0 else Qt.CursorShape.ArrowCursor)
        if at >= 0:
            QToolTip.showText(event.globalPosition().toPoint(), plain_tip(self.marks()[at].words), self)
        else:
            QToolTip.hideText()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Put the cursor on a mark."""
        self.setFocus()
        self._walk(self.mark_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open the mark that was pressed."""
        at = self.mark_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and at >= 0 and at == self.here:
            self._open()

    def wheelEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """The page scrolls; a chart does not zoom."""
        event.ignore()  # type: ignore[attr-defined]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Walk through the marks, and open one."""
        key, last = Qt.Key(event.key()), len(self.marks()) - 1
        steps = {
            Qt.Key.Key_Right: self.here + 1,
            Qt.Key.Key_Left: self.here - 1,
            Qt.Key.Key_Down: self._beyond(1),
            Qt.Key.Key_Up: self._beyond(-1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if key in steps and last >= 0:
            self._walk(max(0, min(last, steps[key])))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open()
        else:
            QWidget.keyPressEvent(self, event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """The keyboard begins at the first mark."""
        super().focusInEvent(event)
        self._walk(max(self.here, 0) if self.marks() else -1)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """The ring goes with the keyboard."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _beyond(self, step: int) -> int:
        """The first mark of the next bar, or of the one before."""
        marks = self.marks()
        if not 0 <= self.here < len(marks):
            return 0
        bars = [mark.bar for mark in marks]
        wanted = [bar for bar in dict.fromkeys(bars) if (bar - bars[self.here]) * step > 0]
        return bars.index(wanted[0 if step > 0 else -1]) if wanted else self.here

    def _walk(self, at: int) -> None:
        marks = self.marks()
        self.here = at if 0 <= at < len(marks) else -1
        self.setAccessibleDescription(marks[self.here].words if self.here >= 0 else "")
        self.viewport().update()

    def _open(self) -> None:
        marks = self.marks()
        if 0 <= self.here < len(marks):
            self.opened.emit(marks[self.here].bar, marks[self.here].part)

    def ring(self, painter: QPainter) -> None:
        """The ring around the mark with the keyboard, painted on the widget."""
        marks = self.marks()
        if self.hasFocus() and 0 <= self.here < len(marks):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.theme.accent, 2))
            painter.drawRoundedRect(marks[self.here].box.adjusted(-3, -3, 3, 3), 3, 3)


class LineChart(Chart):
    """A rate by month, in per cent. A month without a rate leaves a gap."""

    def __init__(self, theme: Theme, name: str, words: str) -> None:
        self.points: list[tuple[str, float | None, str]] = []
        super().__init__(theme, name, words)

    def _fill_view(self) -> None:
        self._box = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0)
        self._line = pg.PlotCurveItem(connect="finite", antialias=True)
        self._box.addItem(self._line)
        self.axes = {side: pg.AxisItem(side) for side in ("left", "bottom")}
        self.axes["left"].setGrid(60)
        layout = pg.GraphicsLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for item, row, column in ((self.axes["left"], 0, 0), (self._box, 0, 1), (self.axes["bottom"], 1, 1)):
            layout.addItem(item, row, column)
        for axis in self.axes.values():
            axis.linkToView(self._box)
        self.setCentralItem(layout)

    def show_points(self, points: Sequence[tuple[str, Decimal | None, str]]) -> None:
        """(name of the month, rate from 0 to 1, its sentence), the oldest first."""
        self.points = [(name, None if rate is None else float(rate) * 100, words) for name, rate, words in points]
        known = [rate for _, rate, _ in self.points if rate is not None]
        low = max(0, int(min(known, default=60) // 20) * 20 - (20 if known and min(known) % 20 < 5 else 0))
        self._box.setYRange(low - (100 - low) * 0.1, 100 + (100 - low) * 0.3, padding=0)
        self._box.setXRange(-0.4, max(len(points) - 0.6, 0.6), padding=0)
        self.axes["bottom"].setTicks([[(at, name) for at, (name, *_) in enumerate(self.points)]])
        step = 20 if low >= 40 else 50
        self.axes["left"].setTicks([[(rate, f"{rate} %") for rate in range(100, low - 1, -step)]])
        rates = [float("nan") if rate is None else rate for _, rate, _ in self.points]
        self._line.setData(list(range(len(rates))), rates)
        self.look()

    def look(self) -> None:
        """The line in the accent."""
        super().look()
        pen = QPen(self.theme.accent, 2)
        pen.setCosmetic(True)
        self._line.setPen(pen)

    def marks(self) -> list[Mark]:
        """The points of the months that have a rate."""
        found = []
        for at, (_, rate, words) in enumerate(self.points):
            if rate is not None:
                place = self.place(at, rate)
                found.append(Mark(at, 0, QRectF(place.x() - 9, place.y() - 9, 18, 18), words))
        return found

    def place(self, at: int, rate: float) -> QPointF:
        """Where a point lies on the widget."""
        return QPointF(self.mapFromScene(self._box.mapViewToScene(pg.Point(at, rate))))

    def draw(self, painter: QPainter) -> None:
        """Paint the points, and the rate of the last one."""
        painter.setPen(QPen(self.theme.accent, 2))
        painter.setBrush(QColor(self.theme.colours.surface))
        known = [(at, rate) for at, (_, rate, _) in enumerate(self.points) if rate is not None]
        for at, rate in known:
            painter.drawEllipse(self.place(at, rate), 4, 4)
        if known:
            place = self.place(*known[-1])
            painter.setFont(self.theme.font(tokens.SMALL, bold=True))
            painter.setPen(self.theme.text)
            falls = len(known) > 1 and known[-2][1] > known[-1][1]
            box = QRectF(0, place.y() + (8 if falls else -24), min(place.x() + 18, self.viewport().width()), 16)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{round(known[-1][1])} %"
            )
        self.ring(painter)


class _OverAll(pg.GraphicsObject):  # type: ignore[misc]
    """An item that lets its chart paint in the pixels of the widget: hatches and text keep their size."""

    def __init__(self, chart: Chart) -> None:
        super().__init__()
        self._chart = chart
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        """All that is in view."""
        return QRectF(self._chart.mapToScene(self._chart.viewport().rect()).boundingRect())

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:  # noqa: ARG002
        """Hand the painter over, without the scale of the chart."""
        painter.save()
        painter.resetTransform()
        painter.setClipping(False)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._chart.draw(painter)
        painter.restore()
