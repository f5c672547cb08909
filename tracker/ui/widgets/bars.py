"""Lying bars whose parts open their rows, and what their fills mean.

The classes also differ by their fill, so that a chart reads in grey: overdue solid, due soon hatched, in time tinted,
without a deadline empty.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from tracker.ui import chips, tokens
from tracker.ui.theme import elided
from tracker.ui.widgets.charts import Chart, Mark

if TYPE_CHECKING:
    from tracker.ui.theme import Theme

_PATTERNS = {
    "overdue": Qt.BrushStyle.SolidPattern,
    "due_soon": Qt.BrushStyle.BDiagPattern,
    "in_time": Qt.BrushStyle.NoBrush,
    "no_deadline": Qt.BrushStyle.NoBrush,
}
_STEP, _THICK = 30, 14
"""Height of a bar with its room, and of the bar alone."""


class Part(NamedTuple):
    """A part of a bar: the class whose fill it has, how many tasks, and its sentence for tooltip and screen reader."""

    look: str
    tasks: int
    words: str


class Bar(NamedTuple):
    """One bar: what stands before it, and its parts."""

    name: str
    parts: tuple[Part, ...]
    sum: str
    """How many tasks in all, as it stands behind the bar."""
    together: bool = False
    """Several taken together: where it is longer than all others it is cut, with a mark that says so."""

    @property
    def total(self) -> int:
        """All its parts."""
        return sum(part.tasks for part in self.parts)


class BarChart(Chart):
    """Lying bars, each with its name before it and its sum behind it."""

    def __init__(self, theme: Theme, name: str, words: str, *, names: int) -> None:
        self.bars: list[Bar] = []
        self._most = 1
        """What the longest bar stands for."""
        self._names = names
        super().__init__(theme, name, words)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show other bars."""
        self.bars = list(bars)
        alone = max((bar.total for bar in bars if not bar.together), default=0)
        self._most = alone or max((bar.total for bar in bars), default=0) or 1
        self.here = min(self.here, len(self.marks()) - 1)
        self.setMinimumHeight(self.theme.px(_STEP - 8) * max(len(bars), 1))
        self.updateGeometry()
        self.viewport().update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as its bars."""
        return QSize(200, self.theme.px(_STEP) * max(len(self.bars), 1))

    def marks(self) -> list[Mark]:
        """The parts that have tasks, bar by bar."""
        return [
            Mark(bar, part, box, self.bars[bar].parts[part].words)
            for bar in range(len(self.bars))
            for part, box in self.boxes(bar)
        ]

    def line(self, bar: int) -> QRectF:
        """The place of a bar with its name and its sum."""
        step = min(self.theme.px(_STEP), self.viewport().height() / max(len(self.bars), 1))
        return QRectF(0, bar * step, self.viewport().width(), step)

    def boxes(self, bar: int) -> list[tuple[int, QRectF]]:
        """The places of a bar's parts that have tasks."""
        line, left = self.line(bar), float(self.theme.px(self._names))
        room = line.width() - left - self.theme.px(48)
        thick = min(self.theme.px(_THICK), line.height() - 6)
        found = []
        scale = room / max(self._most, self.bars[bar].total)
        for at, part in enumerate(self.bars[bar].parts):
            if part.tasks:
                width = max(scale * part.tasks, 4.0)
                found.append((at, QRectF(left, line.center().y() - thick / 2, width - 1.5, thick)))
                left += width
        return found

    def _cut(self, painter: QPainter, box: QRectF) -> None:
        """Two slanting gaps: the bar is longer than it is drawn."""
        painter.setPen(QPen(self.theme.surface, 3))
        for aside in (-8, 0):
            foot = QPointF(box.center().x() + aside, box.bottom() + 1)
            painter.drawLine(foot, QPointF(foot.x() + 6, box.top() - 1))

    def draw(self, painter: QPainter) -> None:
        """Paint all bars."""
        theme = self.theme
        for at, bar in enumerate(self.bars):
            line, boxes = self.line(at), self.boxes(at)
            names = QRectF(0, line.top(), theme.px(self._names) - tokens.GAP + tokens.GRID, line.height())
            painter.setFont(theme.small)
            painter.setPen(theme.text)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(names, right, elided(theme.small_metrics, bar.name, int(names.width())))
            for part, box in boxes:
                fill(painter, theme, box, bar.parts[part].look)
            if bar.total > self._most:
                self._cut(painter, max((box for _, box in boxes), key=QRectF.width))
            end = boxes[-1][1].right() if boxes else theme.px(self._names)
            painter.setFont(theme.font(tokens.SMALL, bold=True))
            painter.setPen(theme.text)
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(end + tokens.GRID * 2, line.top(), theme.px(48), line.height()), left, bar.sum)
        self.ring(painter)


def fill(painter: QPainter, theme: Theme, box: QRectF, look: str) -> None:
    """A part of a bar in the fill of its class: told apart without colour."""
    ink = theme.colours.of_class(look)
    painter.setPen(QPen(QColor(ink.ink), 1))
    painter.setBrush(QColor(theme.colours.surface if look == "no_deadline" else ink.tint))
    painter.drawRect(box)
    pattern = _PATTERNS[look]
    if pattern is not Qt.BrushStyle.NoBrush:
        painter.fillRect(box, QBrush(QColor(ink.ink), pattern))


class Legend(QWidget):
    """What the fills of a chart mean: a field of each fill, and the sign and word of its class."""

    def __init__(self, theme: Theme, entries: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._theme, self._entries = theme, list(entries)
        self.setAccessibleName(", ".join(word for _, word in entries))
        self.setMinimumHeight(theme.px(20))

    def paintEvent(self, event: object) -> None:  # noqa: N802, ARG002 - Qt's name
        """All entries in one line, at the right."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.small)
        metrics = theme.small_metrics
        sign, gap = theme.px(tokens.SIGN), tokens.GRID
        left = (
            self.width() - sum(metrics.horizontalAdvance(word) + sign + 4 * gap for _, word in self._entries) + 2 * gap
        )
        for look, word in self._entries:
            middle = self.height() / 2
            chips.sign(painter, QRectF(left, middle - sign / 2, sign, sign), look, theme.colours.of_class(look))
            painter.setPen(theme.muted)
            width = metrics.horizontalAdvance(word)
            box = QRectF(left + sign + gap, 0, width + 2, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, word)
            left += width + sign + 4 * gap
