"""The head of a unit's sheet, drawn as the reports print it (NĐ 30/2020, ô 1-4 and 7)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from tracker.reports.wrap import wrap
from tracker.resource import resource
from tracker.ui import tokens

if TYPE_CHECKING:
    from tracker.domain.units import Unit
    from tracker.figures.people import People
    from tracker.figures.types import Letterhead
    from tracker.ui.desk import Desk

NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
LEFT, MIDDLE = 0.42, 0.71
"""Share of the width for the issuer's column, and where the middle of the nation's column is."""
LINE = 18
RULE = 0.4
"""Length of the rules as part of the line above."""


class SheetHead(QWidget):
    """Paper is white in every theme."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._head: Letterhead | None = None
        self.setObjectName("sheet-head")
        self.setAccessibleName(desk.text("Head of a sheet as it will be printed"))
        self.setFixedHeight(desk.theme.px(150))

    def show_unit(self, people: People, unit: Unit) -> None:
        """Draw the head of a report of this unit."""
        from tracker.figures.paper import REPORT, letterhead

        self._head = letterhead(people, unit, REPORT)
        self.setAccessibleDescription(", ".join((*self._head.superior, *self._head.issuer, self._head.symbol)))
        self._fit(self._head)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's
        """Only now its width is known, at which lines break."""
        super().resizeEvent(event)
        if self._head is not None:
            self._fit(self._head)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's
        """The two columns, the rules, number and day."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._desk.theme.colours.line)))
        painter.setBrush(QColor(tokens.LIGHT.surface))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.setPen(QColor(tokens.LIGHT.text))
        if self._head is not None:
            self._columns(painter, self._head)

    def _columns(self, painter: QPainter, head: Letterhead) -> None:
        left, right = self.width() * LEFT / 2, self.width() * MIDDLE
        top = self._desk.theme.px(tokens.PADDING)
        y, wide = top, 0.0
        for bold, line in self._issuer(head):
            wide = self._line(painter, left, y, line, bold=bold)
            y += self._desk.theme.px(LINE)
        self._rule(painter, left, y, wide * RULE)
        number = y + self._desk.theme.px(tokens.GRID * 2)
        self._line(painter, left, number, f"Số:      /{head.symbol}")
        self._line(painter, right, top, NATION[0], bold=True)
        wide = self._line(painter, right, top + self._desk.theme.px(LINE), NATION[1], bold=True)
        self._rule(painter, right, top + self._desk.theme.px(2 * LINE), wide)
        day = f"{head.place}, ngày      tháng      năm {self._desk.today.year}"
        self._line(painter, right, max(number, top + self._desk.theme.px(3 * LINE)), day, italic=True)

    def _fit(self, head: Letterhead) -> None:
        """As high as its lines need at this width."""
        lines = max(len(self._issuer(head)), len(NATION) + 1) + 2
        self.setFixedHeight(self._desk.theme.px(2 * tokens.PADDING + lines * LINE))

    def _issuer(self, head: Letterhead) -> list[tuple[bool, str]]:
        """The lines of the left column and whether they are bold: in capitals, broken where the column ends."""
        return [
            (bold, " ".join(part.words))
            for bold, lines in ((False, head.superior), (True, head.issuer))
            for line in lines
            for part in wrap(line.upper(), self._room(), _Widths(self._font(bold=bold)))
        ]

    def _line(
        self, painter: QPainter, middle: float, y: float, text: str, *, bold: bool = False, italic: bool = False
    ) -> float:
        """A centred line, cut where the column ends; how wide it is."""
        font = self._font(bold=bold, italic=italic)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        room = self._room()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        box = QRectF(middle - room / 2, y, room, metrics.height())
        whole = Qt.TextFlag.TextDontClip  # the marks below Ộ and ị reach over the line's height
        painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | whole, shown)
        return metrics.horizontalAdvance(shown)

    def _font(self, *, bold: bool = False, italic: bool = False) -> QFont:
        """The type of papers, smaller where the quốc hiệu would not fit."""
        font = QFont(_papers_font())
        font.setPixelSize(self._desk.theme.px(tokens.BODY))
        font.setBold(True)
        wide = QFontMetricsF(font).horizontalAdvance(NATION[0])
        if wide > self._room():
            font.setPixelSize(max(tokens.SIGN - 3, int(font.pixelSize() * self._room() / wide)))
        font.setBold(bold)
        font.setItalic(italic)
        return font

    def _room(self) -> float:
        """The width of a column."""
        return self.width() * min(LEFT, 2 * (1 - MIDDLE)) - tokens.GAP

    def _rule(self, painter: QPainter, middle: float, y: float, width: float) -> None:
        painter.drawLine(round(middle - width / 2), round(y) + 2, round(middle + width / 2), round(y) + 2)


class _Widths(dict[str, float]):
    """How wide words are in a font."""

    def __init__(self, font: QFont) -> None:
        super().__init__()
        self._metrics = QFontMetricsF(font)

    def __missing__(self, word: str) -> float:
        return self._metrics.horizontalAdvance(word)


@cache
def _papers_font() -> str:
    """The family that papers are printed in, loaded from the program's own files: few machines have it installed."""
    loaded = [QFontDatabase.addApplicationFont(str(face)) for face in resource("fonts").glob("LiberationSerif-*.ttf")]
    families = QFontDatabase.applicationFontFamilies(loaded[0])
    return families[0] if families else "Times New Roman"
