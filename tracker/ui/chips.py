"""Painting what recurs: the chip of a deadline class with its sign, the badge of a count, the six dots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from tracker.ui import tokens

if TYPE_CHECKING:
    from tracker.ui.theme import Theme

DOT, STEP = 7, 10
"""Width of one of the six dots, and from one to the next, at 100 %."""
_BADGE = 16


def chip(
    painter: QPainter, theme: Theme, left: float, middle: float, width: float, look: str | None, word: str
) -> None:
    """The chip of a class (None: of a state, with a dash), no wider than `width`; `middle` is its vertical centre."""
    ink = theme.colours.of_class(look)
    grid, side, height = theme.px(tokens.GRID), theme.px(tokens.SIGN), theme.px(tokens.CHIP)
    text_at = side + 3 * grid
    box = QRectF(left, middle - height / 2, min(width, chip_width(theme, word)), height)
    painter.setPen(QPen(QColor(ink.ink)) if theme.high_contrast else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ink.tint))
    painter.drawRoundedRect(box, tokens.CHIP_RADIUS, tokens.CHIP_RADIUS)
    sign(painter, QRectF(left + 2 * grid - 1, middle - side / 2, side, side), look, ink)
    painter.setFont(theme.small)
    painter.setPen(QColor(ink.ink))
    room = box.adjusted(text_at, 0, -grid, 0)
    shown = theme.small_metrics.elidedText(word, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def chip_width(theme: Theme, word: str) -> int:
    """How wide a chip is that shows its whole word."""
    return theme.small_metrics.horizontalAdvance(word) + theme.px(tokens.SIGN) + 5 * theme.px(tokens.GRID)


def sign(painter: QPainter, box: QRectF, look: str | None, ink: tokens.Ink) -> None:
    """The sign of a class: told apart by its shape alone."""
    colour, tint = QColor(ink.ink), QColor(ink.tint)
    thick = 1.6 * box.width() / tokens.SIGN
    stroke = QPen(colour, thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    inside = QPen(tint, thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    x, y, side = box.x(), box.y(), box.width()

    def at(across: float, down: float) -> QPointF:
        return QPointF(x + across * side, y + down * side)

    def lines(pen: QPen, *points: QPointF) -> None:
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(list(points)))

    shape = tokens.SHAPES.get(look or "")
    filled = shape in ("triangle", "tick")
    painter.setPen(Qt.PenStyle.NoPen if shape == "tick" else stroke)
    painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
    if shape == "triangle":
        painter.drawPolygon(QPolygonF([at(0.5, 0.1), at(0.95, 0.9), at(0.05, 0.9)]))
        lines(inside, at(0.5, 0.4), at(0.5, 0.6))
        lines(inside, at(0.5, 0.79), at(0.5, 0.8))
    elif shape == "square":
        painter.drawRect(box.adjusted(1, 1, -1, -1))
        lines(stroke, at(0.28, 0.52), at(0.45, 0.68), at(0.74, 0.34))
    elif shape is None:
        lines(stroke, at(0.1, 0.5), at(0.9, 0.5))
    else:
        painter.drawEllipse(box if filled else box.adjusted(1, 1, -1, -1))
        if shape == "tick":
            lines(inside, at(0.28, 0.52), at(0.44, 0.68), at(0.72, 0.36))
        elif shape == "clock":
            lines(stroke, at(0.5, 0.3), at(0.5, 0.52), at(0.66, 0.6))


def badge(painter: QPainter, theme: Theme, left: float, middle: float, count: int) -> None:
    """How often a deadline was changed, as a number in a round field."""
    look = theme.colours.done_late
    height = theme.px(_BADGE)
    box = QRectF(left, middle - height / 2, height + theme.px(6) * (len(str(count)) - 1), height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.tint))
    painter.drawRoundedRect(box, height / 2, height / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QColor(look.ink))
    font = QFont(theme.small)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(count))


def dots(painter: QPainter, theme: Theme, left: float, middle: float, clear: tuple[bool, ...]) -> None:
    """The six clears: a filled dot for each that is clear, an empty one where something is missing."""
    side, step = theme.px(DOT), theme.px(STEP)
    painter.setPen(QPen(theme.muted, 1.2 * side / DOT))
    for place, filled in enumerate(clear):
        painter.setBrush(theme.muted if filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(left + place * step, middle - side / 2, side, side).adjusted(0.6, 0.6, -0.6, -0.6))
