"""The month: the tasks of the list on the days on which they are due, days off shaded. Nothing is dragged."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.dates import show_date
from tracker.store.listing import Wanted
from tracker.ui import chips, tokens, views, wording
from tracker.ui.widgets.basics import button, icon_button, label, row
from tracker.ui.widgets.tables import draw_line, heading, plain_grid, plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPainter

    from tracker.store.listing import Row
    from tracker.ui.desk import Desk
    from tracker.ui.views import Asked

Index = QModelIndex | QPersistentModelIndex
_NOTHING = QModelIndex()
WEEKS, DAYS = 6, 7
SHOWN = 3
"""Tasks of a day that are named; the rest is counted."""


class Day:
    """A day of the sheet: its tasks, and what the calendar says of it."""

    def __init__(self, day: date, *, working: bool, name: str) -> None:
        self.day, self.working, self.name = day, working, name
        self.tasks: list[int] = []
        self.rows: list[Row] = []


class MonthModel(QAbstractTableModel):
    """Six weeks as rows, Monday first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.first = desk.today.replace(day=1)
        self.days: list[Day] = []

    @property
    def begins(self) -> date:
        """The Monday at the beginning of the sheet."""
        return self.first - timedelta(days=self.first.weekday())

    @property
    def ends(self) -> date:
        """The last day of the sheet."""
        return self.begins + timedelta(days=WEEKS * DAYS - 1)

    def show(self, due: list[tuple[str, int]]) -> None:
        """Show the tasks of the sheet."""
        from tracker.store import calendar

        working = calendar.working_calendar(self._desk.store)
        names = {each.id: each.name for year in {self.begins.year, self.ends.year} for each in _named(self._desk, year)}
        self.beginResetModel()
        days = [self.begins + timedelta(days=at) for at in range(WEEKS * DAYS)]
        self.days = [Day(day, working=working.is_working(day), name=names.get(day.isoformat(), "")) for day in days]
        by_day = {each.day.isoformat(): each for each in self.days}
        for day, task in due:
            by_day[day].tasks.append(task)
        self._read()
        self.endResetModel()

    def _read(self) -> None:
        """The rows of the tasks that are named, all at once."""
        named = [task for each in self.days for task in each.tasks[:SHOWN]]
        rows = {row.id: row for row in self._desk.rows(named)}
        for each in self.days:
            each.rows = [rows[task] for task in each.tasks[:SHOWN]]

    def at(self, index: Index) -> Day | None:
        """The day of a cell."""
        place = index.row() * DAYS + index.column()
        return self.days[place] if index.isValid() and place < len(self.days) else None

    def place(self, day: date) -> QModelIndex:
        """The cell of a day; of none where it is not on the sheet."""
        at = (day - self.begins).days
        return self.index(at // DAYS, at % DAYS) if 0 <= at < WEEKS * DAYS else QModelIndex()

    def rowCount(self, parent: Index = _NOTHING) -> int:  # noqa: N802 - Qt's name
        """Six weeks."""
        return 0 if parent.isValid() else WEEKS

    def columnCount(self, parent: Index = _NOTHING) -> int:  # noqa: N802 - Qt's name
        """Seven days."""
        return 0 if parent.isValid() else DAYS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for the screen reader and the tooltip; what is seen the delegate paints."""
        day = self.at(index)
        if day is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(day.day.day)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._said(day)) if day.tasks or day.name else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(day)
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The days of the week."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        return heading(role, wording.weekday(self._desk.words, self.begins + timedelta(days=section)))

    def _said(self, day: Day) -> str:
        parts = [wording.long(self._desk.words, day.day)]
        if not day.working:
            parts.append(day.name or self._desk.text("a day off"))
        parts.append(self._desk.text("{count} tasks due", count=len(day.tasks)))
        parts += [f"{each.number} {each.title}" for each in day.rows]
        return ", ".join(parts)


class DayDelegate(QStyledItemDelegate):
    """Paints a day: its number, its first tasks with the sign of their class, how many more there are."""

    def __init__(self, desk: Desk, model: MonthModel) -> None:
        super().__init__(model)
        self._desk, self._model = desk, model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One day."""
        day, theme, box = self._model.at(index), self._desk.theme, option.rect
        if day is None:
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.selection)
        elif not day.working:
            painter.fillRect(box, QColor(theme.colours.bg))
        painter.setPen(theme.row_line)
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.drawLine(box.topRight(), box.bottomRight())
        self._head(painter, box, day)
        self._tasks(painter, box, day)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(1, 1, -2, -2))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002 - Qt's
        """As the grid gives it."""
        return QSize(0, 0)

    def _head(self, painter: QPainter, box: QRect, day: Day) -> None:
        theme = self._desk.theme
        line = QRect(box.left() + tokens.GRID + 2, box.top() + 2, box.width() - 3 * tokens.GRID, self._step())
        today, here = day.day == self._desk.today, day.day.month == self._model.first.month
        number = str(day.day.day) if day.day.day > 1 else show_date(day.day)[:-5]
        colour = theme.accent if today else theme.text if here else theme.muted
        draw_line(painter, theme, line, number, colour, strong=today)
        if day.name:
            room = line.adjusted(theme.px(30), 0, 0, 0)
            draw_line(painter, theme, room, day.name, theme.muted, small=True, side=Qt.AlignmentFlag.AlignRight)

    def _tasks(self, painter: QPainter, box: QRect, day: Day) -> None:
        """As many as there is room for; the last line counts those that are not named."""
        theme, step = self._desk.theme, self._step()
        lines = max(0, (box.height() - step - tokens.GRID) // step)
        named = day.rows[: lines if len(day.tasks) <= lines else max(0, lines - 1)]
        top = box.top() + step + 2
        for at, each in enumerate(named):
            y = top + at * step
            ink = theme.colours.of_class(each.deadline_class)
            painter.setRenderHint(painter.RenderHint.Antialiasing)
            side = theme.px(tokens.SIGN)
            sign = QRect(box.left() + tokens.GRID + 2, y + (step - side) // 2, side, side)
            chips.sign(painter, sign.toRectF(), each.deadline_class, ink)
            painter.setRenderHint(painter.RenderHint.Antialiasing, on=False)
            self._small(painter, box, y, each.title, theme.text, side + tokens.GRID)
        more = len(day.tasks) - len(named)
        if more and lines:
            words = self._desk.text("+ {count} tasks", count=more) if named else _count(self._desk, more)
            self._small(painter, box, top + len(named) * step, words, theme.muted, 0)

    def _small(self, painter: QPainter, box: QRect, y: int, words: str, colour: QColor, indent: int) -> None:
        theme, left = self._desk.theme, box.left() + tokens.GRID + 2 + indent
        room = QRect(left, y, box.right() - left - tokens.GRID, self._step())
        draw_line(painter, theme, room, words, colour, small=True)

    def _step(self) -> int:
        return self._desk.theme.small_metrics.height() + 1


class Month(QWidget):
    """A month with its days; arrow keys lead from day to day, Page Up and Down from month to month."""

    chosen = Signal()
    entered = Signal()
    asked_menu = Signal(QPoint)
    turned = Signal()
    """Another month is wanted."""
    opened = Signal(str)
    """The tasks of a day are wanted as a list: the day, ISO."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.model = MonthModel(desk)
        self.setObjectName("month")
        self._name = label("", "strong")
        self._count = label("", "muted")
        icon = desk.theme.icon
        back = icon_button(icon("left"), desk.text("The month before (Page Up)"), "month-before", lambda: self.turn(-1))
        on = icon_button(icon("right"), desk.text("The month after (Page Down)"), "month-after", lambda: self.turn(1))
        now = button(desk.text("Today"), "month-today", self.go_to_today)
        self.grid = _Grid(desk, self)
        self.grid.setModel(self.model)
        self.grid.setItemDelegate(DayDelegate(desk, self.model))
        self.grid.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit())
        self.grid.doubleClicked.connect(lambda _: self.enter())
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(
            lambda at: self.asked_menu.emit(self.grid.viewport().mapToGlobal(at))
        )
        self.setFocusProxy(self.grid)
        box, head = QVBoxLayout(self), row(back, self._name, on, self._count, 1, now)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(tokens.GRID)
        head.setContentsMargins(tokens.GAP - 2, 0, tokens.GAP, 0)
        box.addLayout(head)
        box.addWidget(self.grid, 1)

    def question(self, asked: Asked) -> Any:
        """What the thread is asked for: what is due on the days of the sheet."""
        sheet = Wanted(due_from=self.model.begins.isoformat(), due_to=self.model.ends.isoformat())
        narrowed = asked._replace(filters=views.narrowed(asked.filters, sheet), sort=None)
        return lambda store, kept: views.due_days(store, narrowed, kept)

    def show_answer(self, due: list[tuple[str, int]]) -> None:
        """Show what was found; the cursor stays on its day."""
        day = self.day()
        self.model.show(due)
        first = self.model.first
        here = sum(day.startswith(f"{first:%Y-%m}") for day, _ in due)
        self._name.setText(self._desk.text("Month {month}/{year}", month=first.month, year=first.year))
        self._count.setText(self._desk.text("{count} tasks due", count=here))
        wanted = day if day is not None and self.model.place(day).isValid() else None
        self._go(wanted or (self._desk.today if self._desk.today.month == first.month else first))

    def day(self) -> date | None:
        """The day with the cursor."""
        found = self.model.at(self.grid.currentIndex())
        return found.day if found else None

    def current(self) -> int | None:
        """The first task of the day with the cursor."""
        found = self.model.at(self.grid.currentIndex())
        return found.tasks[0] if found and found.tasks else None

    def selected(self) -> list[int]:
        """The tasks of the day with the cursor."""
        found = self.model.at(self.grid.currentIndex())
        return list(found.tasks) if found else []

    def select(self, task: int) -> bool:
        """Put the cursor on the day of a task; whether the sheet has it."""
        for each in self.model.days:
            if task in each.tasks:
                self._go(each.day)
                return True
        return False

    def take_focus(self) -> None:
        """The cursor goes to its day."""
        self.grid.setFocus()

    def turn(self, months: int) -> None:
        """Another month, the cursor on the same day of it."""
        index = self.model.first.year * 12 + self.model.first.month - 1 + months
        self.model.first = date(index // 12, index % 12 + 1, 1)
        self.turned.emit()

    def go_to_today(self) -> None:
        """The month of today, the cursor on it."""
        self.model.first = self._desk.today.replace(day=1)
        self.turned.emit()

    def enter(self) -> None:
        """The tasks of the day as a list; the one there is, at once."""
        day = self.day()
        if day is None or not self.selected():
            return
        if len(self.selected()) == 1:
            self.entered.emit()
        else:
            self.opened.emit(day.isoformat())

    def _go(self, day: date) -> None:
        place = self.model.place(day)
        self.grid.setCurrentIndex(place)


class _Grid(QTableView):
    """The sheet."""

    def __init__(self, desk: Desk, month: Month) -> None:
        super().__init__()
        self._month = month
        self.setObjectName("month-grid")
        self.setAccessibleName(desk.text("Month"))
        plain_grid(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setMinimumSectionSize(desk.theme.px(tokens.FIELD))
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionsClickable(False)
        head.setFixedHeight(desk.theme.px(tokens.HEADER))

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Letters mean nothing here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter goes in, Page Up and Down turn the leaf."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._month.enter()
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._month.turn(-1 if key == Qt.Key.Key_PageUp else 1)
        else:
            super().keyPressEvent(event)


def _named(desk: Desk, year: int) -> list[Any]:
    from tracker.store import calendar

    return [each for each in calendar.days(desk.store, year) if not each.working]


def _count(desk: Desk, count: int) -> str:
    return desk.text("{count} tasks", count=count)
