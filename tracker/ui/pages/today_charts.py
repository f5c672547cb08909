"""The charts of Hôm nay: who has how much, how old what is overdue is, how much was done in time.

They come after the first paint: a thread imports pyqtgraph, then one chart a step is made, so that the window never
waits. Each can be seen as a table of the same numbers, for the screen reader and for Ctrl+C; its rows open as the bars
do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedLayout, QWidget

from tracker.figures.today import Load, Month, loads
from tracker.store.today import BANDS, UNDER_WAY
from tracker.ui import tokens
from tracker.ui.loading import Loading
from tracker.ui.widgets.basics import card, icon_button, label
from tracker.ui.widgets.tables import Column, RowsModel, Table
from tracker.ui.worker import Job

if TYPE_CHECKING:
    from tracker.store.today import Day, Facts
    from tracker.ui.desk import Desk
    from tracker.ui.widgets.bars import Bar
    from tracker.ui.widgets.charts import Chart, LineChart

WAIT_MS = 150
"""How long the charts keep out of the way of what the window still does."""
STEP_MS = 15
"""Between the making of two charts: the window paints and hears in between."""
QUIET_MS = 400
"""How long nothing must change before the rates of the months are counted: a child process reads them."""
Open = Callable[[list[int], str], None]
WHOLE = -1
"""All parts of a bar."""


class Line(NamedTuple):
    """A row of the table beside a chart: what the chart shows at one place."""

    cells: tuple[str, ...]
    bar: int
    part: int


class Charts(QWidget):
    """The three charts."""

    ready = Signal()
    """All are made and filled."""

    def __init__(self, desk: Desk, open_: Open, day: Day, facts: Facts) -> None:
        super().__init__()
        self._desk, self._open = desk, open_
        self._day, self._facts = day, facts
        self._loads: list[Load] = []
        self._months: tuple[Month, ...] = ()
        self._job: Job | None = None
        self._over = False
        self._again = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._again.timeout.connect(self._count)
        self.setProperty("clear", True)
        self.cards = {
            "load": Card(desk, "load", desk.text("Open tasks by official")),
            "ageing": Card(desk, "ageing", desk.text("Overdue by working days")),
            "months": Card(desk, "months", desk.text("Done on time by month")),
        }
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(tokens.GAP)
        grid.addWidget(self.cards["load"].frame, 0, 0, 1, 2)
        grid.addWidget(self.cards["ageing"].frame, 1, 0)
        grid.addWidget(self.cards["months"].frame, 1, 1)
        grid.setRowStretch(0, 3)
        grid.setRowStretch(1, 2)
        grid.setColumnStretch(0, 7)
        grid.setColumnStretch(1, 8)
        self._loading = Loading(self, ("pyqtgraph", "tracker.ui.widgets.bars"), self._begin)

    def start(self) -> None:
        """Have pyqtgraph imported, once the window has all it needs itself; the charts follow."""
        QTimer.singleShot(WAIT_MS, self._loading.start)

    def stop(self) -> None:
        """The window closes: nothing is made or counted any more."""
        self._over = True
        self._again.stop()
        self._give_up()

    def show_day(self, day: Day, facts: Facts, *, again: bool) -> None:
        """Show the numbers of another day, of another unit, or after a change."""
        self._day, self._facts = day, facts
        if self.cards["months"].chart is None:
            return
        found = loads(day)
        if again or found != self._loads:
            self._fill(found)
            self._again.start()

    # --- making -------------------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        made = (self._make_load, self._make_ageing, self._make_months)
        steps = [*made, lambda: self._fill(loads(self._day)), self._again.start]

        def step() -> None:
            if self._over:
                return
            steps.pop(0)()
            if steps:
                QTimer.singleShot(STEP_MS, step)

        step()

    def _make_load(self) -> None:
        from tracker.ui.widgets.bars import BarChart, Legend

        text, made = self._desk.text, self.cards["load"]
        made.put(BarChart(self._desk.theme, "chart-load", made.words, names=128), self._open_load)
        entries = [(look, self._class(look)) for look in UNDER_WAY]
        made.below(Legend(self._desk.theme, entries))
        made.columns([text("Official"), *(word for _, word in entries), text("In all")])

    def _make_ageing(self) -> None:
        from tracker.ui.widgets.bars import BarChart

        made = self.cards["ageing"]
        made.put(BarChart(self._desk.theme, "chart-ageing", made.words, names=94), self._open_band)
        made.columns([self._desk.text("Working days late"), self._desk.text("Tasks")])

    def _make_months(self) -> None:
        from tracker.ui.widgets.charts import LineChart

        text, made = self._desk.text, self.cards["months"]
        made.put(LineChart(self._desk.theme, "chart-months", made.words), self._open_month)
        made.columns([text("Month"), text("Rate"), text("In time"), text("Counted")])

    def _class(self, look: str) -> str:
        text = self._desk.text
        return {
            "overdue": text("Overdue"),
            "due_soon": text("Due soon"),
            "in_time": text("In time"),
            "no_deadline": text("No deadline"),
        }[look]

    # --- filling ------------------------------------------------------------------------------------------------------

    def _fill(self, found: list[Load]) -> None:
        from tracker.ui.widgets.bars import Bar, Part

        text, grouped = self._desk.text, self._desk.words.count
        self._loads = found
        bars, lines = [], []
        for at, load in enumerate(found):
            name = load.name or text("{count} others", count=len(load.officials))
            parts = [Part(look, count, self._told(name, look, count)) for look, count in load.counts.items()]
            bars.append(Bar(name, tuple(parts), grouped(load.total), together=not load.name))
            lines.append(Line((name, *(grouped(part.tasks) for part in parts), grouped(load.total)), at, WHOLE))
        self.cards["load"].show_bars(bars, lines)
        names = self._band_names()
        counts = list(zip(names, self._facts.bands, strict=True))
        self.cards["ageing"].show_bars(
            [
                Bar(name, (Part("overdue", n, text("{days}: {count} tasks", days=name, count=n)),), grouped(n))
                for name, n in counts
            ],
            [Line((name, grouped(count)), at, 0) for at, (name, count) in enumerate(counts)],
        )

    def _told(self, name: str, look: str, count: int) -> str:
        return self._desk.text("{name}: {count} tasks, {status}", name=name, count=count, status=self._class(look))

    def _band_names(self) -> list[str]:
        text, (first, second, third) = self._desk.text, BANDS
        return [
            text("{least}-{most} days", least=1, most=first),
            text("{least}-{most} days", least=first + 1, most=second),
            text("{least}-{most} days", least=second + 1, most=third),
            text("over {days} days", days=third),
        ]

    def _count(self) -> None:
        """Have the rates counted by a child process: they read whole months."""
        self._give_up()
        looker = self._desk.looker
        own = looker is not None and not looker.leads
        self._job = Job(
            self._desk, "months", unit=None if own else self._desk.unit, official=looker.id if looker and own else None
        )
        self._job.finished.connect(self._counted)
        self._job.start()

    def _give_up(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _counted(self, months: tuple[Month, ...]) -> None:
        text, words = self._desk.text, self._desk.words
        self._months = months
        points, lines = [], []
        for at, month in enumerate(months):
            name = text("M{month}", month=month.first.month)
            rate = text("{percent} %", percent=round(month.rate * 100)) if month.rate is not None else words.show(None)
            told = text(
                "Month {month}: {rate}, {kept} of {count} tasks in time",
                month=f"{month.first.month}/{month.first.year}",
                rate=rate,
                kept=month.kept,
                count=month.of,
            )
            points.append((name, month.rate, told))
            lines.append(
                Line(
                    (f"{month.first.month}/{month.first.year}", rate, words.count(month.kept), words.count(month.of)),
                    at,
                    0,
                )
            )
        made = self.cards["months"]
        chart: LineChart = made.chart  # type: ignore[assignment]  # `_make_months` put one in
        chart.show_points(points)
        made.model.show(lines)
        made.tell_empty(none=not any(month.of for month in months))
        self.ready.emit()

    # --- opening ------------------------------------------------------------------------------------------------------

    def _open_load(self, bar: int, part: int) -> None:
        load = self._loads[bar]
        name = load.name or self._desk.text("{count} others", count=len(load.officials))
        looks = UNDER_WAY if part == WHOLE else (UNDER_WAY[part],)
        words = self._desk.text("open tasks") if part == WHOLE else self._class(looks[0])
        tasks = [task for look in looks for task in self._day.of_owners(load.officials, look)]
        self._open(tasks, f"{name}: {words}")

    def _open_band(self, bar: int, _part: int) -> None:
        least = (0, *(days + 1 for days in BANDS))[bar]
        most = (*BANDS, None)[bar]
        self._open(self._day.overdue(least, most), self._desk.text("Overdue: {days}", days=self._band_names()[bar]))

    def _open_month(self, point: int, _part: int) -> None:
        month = self._months[point]
        when = f"{month.first.month}/{month.first.year}"
        self._open(list(month.tasks), self._desk.text("Counted for the rate of {month}", month=when))


class Card:
    """A card with a chart, and a button that shows its numbers as a table instead."""

    def __init__(self, desk: Desk, name: str, words: str) -> None:
        self._desk, self.name, self.words = desk, name, words
        self.frame, column = card(f"card-{name}", margin=tokens.GAP, spacing=tokens.GRID)
        column.setContentsMargins(tokens.PADDING, tokens.GAP, tokens.GAP, tokens.GAP)
        self.chart: Chart | None = None
        self.model: RowsModel[Line] = RowsModel([])
        self._head, self._column = QHBoxLayout(), column
        self._head.addWidget(label(words, "card"), 1)
        column.addLayout(self._head)
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)
        self._empty = label(desk.text("nothing to show"), "muted", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(self._empty)
        self._empty.setText("")

    def put(self, chart: Chart, deed: Callable[[int, int], None]) -> None:
        """Put the chart in, and what a mark opens."""
        self.chart, self._deed = chart, deed
        chart.opened.connect(deed)
        self.table = Table(self._desk, f"table-{self.name}", self.words)
        self.table.entered_row.connect(self._enter)
        self.toggle = icon_button(
            self._desk.theme.icon("list"),
            self._desk.text("The same numbers as a table"),
            f"numbers-{self.name}",
            self._turn,
        )
        self.toggle.setCheckable(True)
        self._head.addWidget(self.toggle)
        self._stack.addWidget(chart)
        self._stack.addWidget(self.table)
        self._stack.setCurrentWidget(chart)

    def below(self, legend: QWidget) -> None:
        """What stands below the chart."""
        self._column.addWidget(legend)

    def columns(self, titles: Sequence[str]) -> None:
        """The headings of the table."""
        made = [
            Column[Line](
                key=str(at),
                title=title,
                width=70,
                text=lambda line, at=at: line.cells[at],  # type: ignore[misc]  # the place is its own
                look="right" if at else "strong",
                stretch=at == 0,
            )
            for at, title in enumerate(titles)
        ]
        self.model = RowsModel(made)
        self.table.show_rows(self.model, sortable=False)

    def show_bars(self, bars: list[Bar], lines: list[Line]) -> None:
        """Show other numbers."""
        self.chart.show_bars(bars)  # type: ignore[union-attr]  # a BarChart: `put` came before
        self.model.show(lines)
        self.tell_empty(none=not any(bar.total for bar in bars))

    def tell_empty(self, *, none: bool) -> None:
        """Say that there is nothing, in words, or show what there is."""
        self.toggle.setVisible(not none)
        self._empty.setText(self._desk.text("nothing to show") if none else "")
        if none:
            self._stack.setCurrentWidget(self._empty)
        else:
            self._turn()

    def _turn(self) -> None:
        shown: QWidget | None = self.table if self.toggle.isChecked() else self.chart
        assert shown is not None
        self._stack.setCurrentWidget(shown)

    def _enter(self, row: int) -> None:
        line = self.model.rows[row]
        self._deed(line.bar, line.part)
