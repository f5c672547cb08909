"""The parts of Hôm nay that paint themselves: the tile of a fact, a day of the strip, the list of what is urgent."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyledItemDelegate,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from tracker.store.today import STRIP
from tracker.ui import tokens
from tracker.ui.chips import chip, chip_width
from tracker.ui.theme import elided

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from tracker.store.today import Facts, Urgent
    from tracker.ui.desk import Desk
    from tracker.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Tile(QPushButton):
    """One fact: a number, what it counts, and one line that names the worst case. A click opens what is counted."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.number = self.words = self.detail = self._ink = self._means = ""
        self.setObjectName(name)
        self.setProperty("tile", "fact")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def tell(self, number: str, words: str, detail: str, ink: str) -> None:
        """Show another number; without an ink it is quiet."""
        self.number, self.words, self.detail, self._ink = number, words, detail, ink
        self.setAccessibleName(f"{words}: {number}. {detail}")
        self._tip(self._means)
        self.update()

    def explain(self, means: str) -> None:
        """What the number counts, told on hover and by a screen reader."""
        self._means = means
        self.setAccessibleDescription(means)
        self._tip(means)

    def _tip(self, *lines: str) -> None:
        told = "<br>".join(_escaped(line) for line in lines if line)
        self.setToolTip(f"<span>{told}</span>" if told else "")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """The card, the number beside its words, the line below."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground(painter, theme, self, theme.colours.surface, tokens.CARD_RADIUS)
        left, room = tokens.PADDING, self.width() - 2 * tokens.PADDING
        font = theme.font(tokens.FACT if len(self.number) < 4 else tokens.FACT - 8, bold=True)
        painter.setFont(font)
        painter.setPen(QColor(self._ink or theme.colours.muted))
        top = QRect(left, px(8), room, px(52))
        painter.drawText(top, _LEFT, self.number)
        beside = painter.fontMetrics().horizontalAdvance(self.number) + tokens.GAP
        painter.setFont(theme.bold)
        painter.setPen(theme.text)
        painter.drawText(top.adjusted(beside, 0, tokens.GAP, 0), _LEFT | Qt.TextFlag.TextWordWrap, self.words)
        painter.setFont(theme.small)
        painter.setPen(theme.muted)
        line = elided(theme.small_metrics, self.detail, room)
        painter.drawText(QRect(left, px(62), room, px(24)), _LEFT, line)
        if line != self.detail:
            self._tip(self.detail, self._means)


class DayTile(QPushButton):
    """A day of the strip: its weekday, its date, how many tasks are due. A click opens them; one without is shut."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._weekday = self._day = self._off = ""
        self._count, self._today, self._soon = 0, False, False
        self.setObjectName(name)
        self.setProperty("tile", "day")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def tell(self, weekday: str, day: str, count: int, off: str, *, today: bool, soon: bool) -> None:
        """Show another day; `off` is what a day off is called, empty where the office works."""
        self._weekday, self._day, self._count, self._off = weekday, day, count, off
        self._today, self._soon = today, soon
        self.setEnabled(count > 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Three lines in a frame; a day off on grey, today in its frame."""
        theme, px, colours = self._theme, self._theme.px, self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paper = colours.due_soon.tint if self._soon and self._today else colours.surface
        ground(painter, theme, self, colours.line_soft if self._off else paper, tokens.FIELD_RADIUS, strong=self._today)
        third = self.height() // 3
        self._line(painter, 0, third, self._weekday, tokens.SMALL, colours.muted)
        self._line(painter, third - px(4), third, self._day, tokens.BODY, colours.muted if self._off else colours.text)
        box = (2 * third - px(4), self.height() - 2 * third)
        if self._count:
            ink = colours.due_soon.ink if self._soon else colours.in_time.ink
            self._line(painter, *box, str(self._count), tokens.CARD + 3, ink, bold=True)
        elif self._off:
            self._line(painter, *box, self._off, tokens.SMALL, colours.muted)

    def _line(
        self, painter: QPainter, top: int, height: int, text: str, size: int, ink: str, *, bold: bool = False
    ) -> None:
        painter.setFont(self._theme.font(size, bold=bold))
        painter.setPen(QColor(ink))
        painter.drawText(QRect(0, top, self.width(), height), Qt.AlignmentFlag.AlignCenter, text)


def ground(
    painter: QPainter, theme: Theme, button: QPushButton, paper: str, radius: int, *, strong: bool = False
) -> None:
    """The rounded ground of a tile with its border: that of the accent under the mouse, wider with the keyboard."""
    focus = button.hasFocus()
    width = 2.0 if focus or strong else 1.0
    path = QPainterPath()
    path.addRoundedRect(QRectF(button.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), radius, radius)
    painter.fillPath(path, QColor(paper))
    accent = focus or strong or (button.isEnabled() and button.underMouse())
    painter.strokePath(path, QPen(theme.accent if accent else QColor(theme.colours.line), width))


def _escaped(text: str) -> str:
    from html import escape

    return escape(text)


class Strip(QFrame):
    """A tile a day; a click opens what is due on it."""

    opened = Signal(date)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("strip-card")
        self.setProperty("card", True)
        self.count = label("", "muted")
        self.days = [DayTile(desk.theme, f"day-{at}") for at in range(STRIP)]
        tiles = QGridLayout()
        tiles.setContentsMargins(tokens.PADDING, 0, tokens.PADDING, 0)
        tiles.setSpacing(tokens.GRID + 2)
        for after, tile in enumerate(self.days):
            tiles.addWidget(tile, 0, after)
            tile.clicked.connect(partial(self._open, after))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, tokens.GAP, 0, tokens.GAP)
        column.addLayout(headed(desk.text("Due in the next two weeks"), self.count))
        column.addLayout(tiles)

    def tell(self, found: Facts, soon: date) -> None:
        """Show other facts; until which day anything is due soon."""
        text, names = self._desk.text, self._weekdays()
        for after, tile in enumerate(self.days):
            day = self._desk.today + timedelta(after)
            count, off = found.days.get(day.isoformat(), 0), day.isoformat() in found.days_off
            told = text("off") if off else ""
            near = count > 0 and day <= soon
            tile.tell(names[day.weekday()], short(day), count, told, today=after == 0, soon=near)
            tile.setAccessibleName(text("{day}: {count} tasks due", day=day, count=count))
        self.count.setText(text("{count} tasks", count=self._desk.words.count(sum(found.days.values()))))

    def _open(self, after: int) -> None:
        self.opened.emit(self._desk.today + timedelta(after))

    def _weekdays(self) -> tuple[str, ...]:
        text = self._desk.text
        return (text("Mon"), text("Tue"), text("Wed"), text("Thu"), text("Fri"), text("Sat"), text("Sun"))


class UrgentList(QTableView):
    """What is to be dealt with now: class, who answers, task, deadline. Enter or a double click opens the task."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.tasks: list[Urgent] = []
        self.rows = QStandardItemModel(self)
        self.setObjectName("urgent")
        self.setAccessibleName(desk.text("To be dealt with now"))
        self.setShowGrid(False)
        for name, value in (
            ("selectionBehavior", 1),
            ("selectionMode", 1),
            ("editTriggers", 0),
            ("tabKeyNavigation", 0),
        ):
            self.setProperty(name, value)
        self.setCornerButtonEnabled(False)
        self.setModel(self.rows)
        self.setItemDelegate(_Painter(self, desk))
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(_LEFT)
        self.doubleClicked.connect(lambda index: self._open(index.row()))
        self._prepare()
        desk.theme.changed.connect(self._prepare)

    def show_rows(self, found: Facts, today: date) -> None:
        """Show other tasks."""
        self.tasks = found.urgent
        px, theme = self._desk.theme.px, self._desk.theme
        wide = [chip_width(theme, self.status(task)) + 3 * tokens.GRID for task in found.urgent]
        dates = [theme.body_metrics.horizontalAdvance(day_words(task.due_on, today)) for task in found.urgent]
        self.horizontalHeader().resizeSection(0, max([px(120), *wide]) + tokens.GAP)
        self.horizontalHeader().resizeSection(3, max([px(40), *dates]) + 2 * tokens.GAP)
        self.rows.removeRows(0, self.rows.rowCount())
        for task in found.urgent:
            cells = self.cells(task, today)
            self.rows.appendRow([QStandardItem(text) for text in cells])
            for column in range(len(cells)):
                at = self.rows.index(self.rows.rowCount() - 1, column)
                self.rows.setData(at, ", ".join(cells), Qt.ItemDataRole.AccessibleTextRole)

    def headings(self) -> list[str]:
        """What stands above the cells, on paper too."""
        text = self._desk.text
        return [text("Status"), text("Answerable"), text("Task"), text("Due")]

    def cells(self, task: Urgent, today: date) -> tuple[str, ...]:
        """A row as it is read, copied and printed."""
        return self.status(task), task.owner, task.title, day_words(task.due_on, today)

    def status(self, task: Urgent) -> str:
        """What its chip says, as in every list (`tracker.ui.wording.status`)."""
        text = self._desk.text
        if task.state == "submitted":
            if task.late is None:
                return text("Awaits confirmation")
            return text("Awaits confirmation, {days} days late", days=task.late)
        return text("Due soon") if task.late is None else text("Overdue by {days} days", days=task.late)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter opens the task, Ctrl+C copies its row."""
        from PySide6.QtGui import QGuiApplication, QKeySequence

        row = self.currentIndex().row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self._open(row)
        elif event.matches(QKeySequence.StandardKey.Copy) and row >= 0:
            cells = [self.rows.item(row, at).text() for at in range(4)]
            QGuiApplication.clipboard().setText("\t".join(cells))
        else:
            super().keyPressEvent(event)

    def _open(self, row: int) -> None:
        self._desk.go("tasks", task=self.tasks[row].id)

    def _prepare(self) -> None:
        """Headings, heights and widths."""
        px, head = self._desk.theme.px, self.horizontalHeader()
        self.rows.setHorizontalHeaderLabels(self.headings())
        self.verticalHeader().setDefaultSectionSize(px(tokens.ROW))
        head.setFixedHeight(px(tokens.HEADER))
        head.resizeSection(1, px(158))
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)


class _Painter(QStyledItemDelegate):
    """Paints the cells of the list."""

    def __init__(self, view: UrgentList, desk: Desk) -> None:
        super().__init__(view)
        self._view, self._theme = view, desk.theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One cell: ground, line below, chip or text."""
        theme, box = self._theme, option.rect
        row, column = index.row(), index.column()
        if self._view.currentIndex().row() == row and self._view.hasFocus():
            painter.fillRect(box, theme.selection)
        painter.setPen(theme.row_line)
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        inner = box.adjusted(tokens.GAP - 2, 0, -tokens.GRID, -1)
        task = self._view.tasks[row]
        if column == 0:
            look = "due_soon" if task.late is None else "overdue"
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            chip(painter, theme, inner.left(), box.center().y() + 0.5, inner.width(), look, self._view.status(task))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            return
        strong = column == 1
        painter.setFont(theme.bold if strong else theme.body)
        painter.setPen(theme.text)
        line = (task.owner, task.title[:500].replace("\n", " "), index.data())[column - 1]
        metrics = theme.bold_metrics if strong else theme.body_metrics
        painter.drawText(inner, _LEFT, elided(metrics, line, inner.width()))


def label(text: str, role: str, *, wrap: bool = False) -> QLabel:
    """As that of `widgets.basics`, which the first paint does without."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    return made


def headed(title: str, *rest: QWidget) -> QHBoxLayout:
    """The first line of a card: its title at the left, whatever else at the right."""
    line = QHBoxLayout()
    line.setContentsMargins(tokens.PADDING, 0, tokens.PADDING - tokens.GRID, 0)
    line.addWidget(label(title, "card"))
    line.addStretch(1)
    for each in rest:
        line.addWidget(each)
    return line


def short(day: date) -> str:
    """30/9, 05/10, 12/02: as `domain.dates.show_date`, which the first paint does without."""
    return f"{day.day:02d}/{day.month:02d}" if day.month < 3 else f"{day.day:02d}/{day.month}"


def day_words(iso: str, today: date) -> str:
    """A deadline in a list: with its year where that is not this one."""
    day = date.fromisoformat(iso)
    return short(day) if day.year == today.year else f"{short(day)}/{day.year}"
