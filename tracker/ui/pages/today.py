"""Hôm nay: what is overdue, what is due, what waits for me. The first page; its way to the first paint is measured.

Facts, list and strip are read and painted at once; the charts come in an idle step afterwards (`today_charts`). Tiles
and days paint themselves instead of holding labels.
The facts follow the unit and the day, never the period. Heads, deputies and clerks see those of the unit in view, any
other official their own.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tracker.store import today as facts
from tracker.ui import tokens
from tracker.ui.pages import Page
from tracker.ui.pages.today_parts import Strip, Tile, UrgentList, headed, label, short

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from tracker.store.today import Facts, Looker
    from tracker.store.waiting import Waiting
    from tracker.ui.desk import Desk
    from tracker.ui.pages.today_charts import Charts

ROWS = 20
"""Rows of what is to be dealt with now: as many as a high screen shows."""
MOST_PRINTED = 500
"""Rows of that list on paper."""
TILES = ("overdue", "due_soon", "decisions", "no_deadline", "not_updated")
NARROW = 900
"""Width of the page, at 100 %, below which facts stand in two rows and everything else in one column."""


class TodayPage(Page):
    """The first page."""

    guide = "hom-nay"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.tiles = {name: Tile(desk.theme, f"fact-{name}") for name in TILES}
        self.waiting: Waiting | None = None
        self._narrow: bool | None = None
        self._told: object = None
        """What is shown: told again only where something is different."""
        self.drawn: Charts | None = None
        self._lay_out()
        for name, tile in self.tiles.items():
            tile.clicked.connect(partial(self._open_fact, name))
        self.strip.opened.connect(self._open_day)
        desk.theme.changed.connect(self._dress)
        self.reload()

    # --- what the window asks -----------------------------------------------------------------------------------------

    def heading(self) -> str:
        """The title of the page."""
        return self.text("Today")

    def note(self) -> str:
        """The day that stands for today."""
        return self.text("{weekday}, {day}", weekday=self._weekdays()[self.desk.today.weekday()], day=self._day_words())

    def reload(self) -> None:
        """Read the facts of the day anew."""
        looker = self.desk.looker
        owners = self._owners(looker)
        self.waiting = self._waiting(looker)
        self._day = facts.Day(self.desk.store, self.desk.today, owners)
        found = self._day.facts(ROWS)
        told = (found, owners, self.waiting, self.desk.today, self._day.settings)
        if self.drawn is not None:
            self.drawn.show_day(self._day, found, again=told != self._told)
        if told == self._told:
            return
        self._told, self._found = told, found
        self._tell_facts(found)
        self.strip.tell(found, self._day.soon)
        self.list.show_rows(found, self.desk.today)
        self._tell_list(found)

    def complete(self) -> None:
        """After the first paint: the charts."""
        from tracker.ui.pages.today_charts import Charts

        self.drawn = Charts(self.desk, self._open, self._day, self._found)
        box = QVBoxLayout(self.charts)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.drawn)
        self.drawn.start()
        self._explain()

    def find_here(self) -> None:
        """Ctrl+F: what is urgent as a list, ready to be filtered."""
        self.desk.go("tasks", ids=self._urgent_ids(), name=self.text("To be dealt with now"), find=True)

    def print_list(self) -> None:
        """Ctrl+P: what is to be dealt with now, on paper."""
        from tracker.ui.printing import print_table

        rows = [self.list.cells(task, self.desk.today) for task in self._day.facts(MOST_PRINTED).urgent]
        left_out = self._found.overdue + self._found.due_soon > MOST_PRINTED
        note = self.text("only the first {count} tasks", count=MOST_PRINTED) if left_out else ""
        print_table(self.desk, self, self.text("To be dealt with now"), self.list.headings(), rows, note)

    def stop(self) -> None:
        """The window closes: nothing is counted any more."""
        if self.drawn is not None:
            self.drawn.stop()

    def panes(self) -> list[QWidget]:
        """What F6 cycles through."""
        return [self.tiles["overdue"], self.list, *([self.drawn] if self.drawn else [])]

    # --- whose --------------------------------------------------------------------------------------------------------

    def _owners(self, looker: Looker | None) -> frozenset[int] | None:
        """Whose tasks are shown; None: everybody's."""
        if looker is not None and not looker.leads:
            return frozenset({looker.id})
        return self.desk.owners()

    def _waiting(self, looker: Looker | None) -> Waiting | None:
        """What waits for whoever looks; None: nobody does."""
        if looker is None:
            return None
        from tracker.store import waiting

        return waiting.of(self.desk.store, looker.id, self.desk.today)

    # --- telling ------------------------------------------------------------------------------------------------------

    def _explain(self) -> None:
        """What each fact counts, on hover; the guide says the same."""
        text = self.text
        means = {
            "overdue": text("Not finished, its present deadline has passed. Days are working days."),
            "due_soon": text("Not finished, due today or within so many working days."),
            "decisions": text("Results, extension requests, proposals and declined tasks that wait for your word."),
            "no_deadline": text("Under way without a deadline, assigned more than so many working days ago."),
            "not_updated": text("Under way, and nothing was told of it for more than so many working days."),
        }
        for name, told in means.items():
            self.tiles[name].explain(told)

    def _tell_facts(self, found: Facts) -> None:
        limits, tell = self._day.settings, self._tell
        colours = self.desk.theme.colours
        worst, longest, most = found.worst, found.longest, found.most
        tell(
            "overdue",
            self.text("Overdue"),
            found.overdue,
            self.text("longest {days} days, {name}", days=worst.days, name=worst.name)
            if worst
            else self.text("nothing is overdue"),
            colours.overdue.ink,
        )
        tell(
            "due_soon",
            self.text("Due within {days} working days", days=limits["due_soon_days"]),
            found.due_soon,
            self.text("{count} due today", count=found.due_today)
            if found.due_today
            else self.text("nothing is due today"),
            colours.due_soon.ink,
        )
        self._tell_decisions()
        tell(
            "no_deadline",
            self.text("No deadline for over {days} days", days=limits["no_deadline_flag_days"]),
            found.no_deadline,
            self.text("{name}, {days} days", name=longest.name, days=longest.days) if longest else self.text("none"),
            colours.no_deadline.ink,
        )
        tell(
            "not_updated",
            self.text("Without news for over {days} days", days=limits["not_updated_days"]),
            found.not_updated,
            self.text("{name}, {count} tasks", name=most.name, count=most.tasks) if most else self.text("none"),
            colours.no_deadline.ink,
        )

    def _tell_decisions(self) -> None:
        words = self.text("For me to decide")
        if self.waiting is None:
            self.tiles["decisions"].tell("–", words, self.text("Nobody chosen"), "")
            return
        kinds = [self._kind_words(kind, len(tasks)) for kind, tasks in self._decisions().items()]
        detail = self.desk.words.show(kinds) if kinds else self.text("nothing waits")
        self._tell("decisions", words, self.waiting.decisions, detail, self.desk.theme.colours.text)

    def _tell(self, name: str, words: str, count: int, detail: str, ink: str) -> None:
        self.tiles[name].tell(self.desk.words.count(count), words, detail, ink if count else "")

    def _decisions(self) -> dict[str, list[int]]:
        """The kinds of decision that wait, with their tasks."""
        kinds = ("submissions", "extensions", "proposals", "declined")
        found = {kind: list(getattr(self.waiting, kind)) for kind in kinds} if self.waiting else {}
        return {kind: tasks for kind, tasks in found.items() if tasks}

    def _kind_words(self, kind: str, count: int) -> str:
        return {
            "submissions": lambda: self.text("{count} results", count=count),
            "extensions": lambda: self.text("{count} extension requests", count=count),
            "proposals": lambda: self.text("{count} proposals", count=count),
            "declined": lambda: self.text("{count} declined tasks", count=count),
        }[kind]()

    def _tell_list(self, found: Facts) -> None:
        count = found.overdue + found.due_soon
        self.all_urgent.setVisible(count > 0)
        self.all_urgent.setText(self.text("See all {count} tasks", count=self.desk.words.count(count)) + "  ›")
        self.all_urgent.setAccessibleName(self.all_urgent.text())
        returned = len(self.waiting.returned_to_me) if self.waiting else 0
        self.returned.setVisible(returned > 0)
        self.returned.setText(self.text("Returned to me: {count}", count=returned))
        self.returned.setAccessibleName(self.returned.text())
        self.list.setVisible(count > 0)
        self.nothing.setVisible(count == 0)
        if count == 0:
            self._tell_nothing()

    def _tell_nothing(self) -> None:
        there = facts.any_task(self.desk.store)
        self.nothing.setText(
            self.text("Nothing is overdue or due soon.")
            if there
            else self.text("There is no task yet: assign the first one by Ctrl+N, or import a book of tasks.")
        )

    def _day_words(self) -> str:
        day = self.desk.today
        return f"{short(day)}/{day.year}" if self.desk.words.language == "vi" else day.isoformat()

    def _weekdays(self) -> tuple[str, ...]:
        text = self.text
        return (
            *(text("Monday"), text("Tuesday"), text("Wednesday"), text("Thursday")),
            *(text("Friday"), text("Saturday"), text("Sunday")),
        )

    # --- opening ------------------------------------------------------------------------------------------------------

    def _open_fact(self, name: str) -> None:
        if name == "decisions":
            self._decide()
            return
        find: Callable[[], list[int]] = getattr(self._day, "without_deadline" if name == "no_deadline" else name)
        self._open(find(), self.tiles[name].words)

    def _open_day(self, day: date) -> None:
        self._open(self._day.due_on(day), self.text("Due on {day}", day=day))

    def open_urgent(self) -> None:
        """All that is overdue or due soon, in a list."""
        self._open(self._urgent_ids(), self.text("To be dealt with now"))

    def _urgent_ids(self) -> list[int]:
        return [*self._day.overdue(), *self._day.due_soon()]

    def open_returned(self) -> None:
        """My tasks whose result was returned."""
        self._open(list(self.waiting.returned_to_me) if self.waiting else [], self.text("Returned to me"))

    def _open(self, tasks: list[int], name: str) -> None:
        self.desk.go("tasks", ids=tasks, name=name)

    def _decide(self) -> None:
        """Begin with the only kind of decision that waits, or ask which."""
        if self.waiting is None and not self.desk.ask_person():
            return
        kinds = self._decisions()
        if len(kinds) < 2:
            self._queue(next(iter(kinds), "submissions"))
            return
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self)
        menu.setObjectName("decisions")
        for kind, tasks in kinds.items():
            menu.addAction(self._kind_words(kind, len(tasks)), partial(self._queue, kind))
        tile = self.tiles["decisions"]
        menu.popup(tile.mapToGlobal(tile.rect().bottomLeft()))

    def _queue(self, kind: str) -> None:
        from tracker.ui.dialogs.queue import open_queue

        open_queue(self.desk, self, kind)

    # --- the page -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        content = QWidget()
        content.setProperty("clear", True)
        self._facts, self._body = QGridLayout(), QGridLayout()
        for grid in (self._facts, self._body):
            grid.setContentsMargins(0, 0, 0, 0)
            grid.setSpacing(tokens.GAP)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.GAP)
        column.addLayout(self._facts)
        column.addLayout(self._body, 1)
        self._urgent_card, self.strip = self._urgent(), Strip(self.desk)
        self.charts = QWidget()
        self.charts.setProperty("clear", True)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(content)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _urgent(self) -> QFrame:
        frame = QFrame()
        frame.setObjectName("urgent-card")
        frame.setProperty("card", True)
        column = QVBoxLayout(frame)
        column.setSpacing(2)
        column.setContentsMargins(1, tokens.GAP, 1, 1)
        self.all_urgent, self.returned = (
            self._link("all-urgent", self.open_urgent),
            self._link("returned", self.open_returned),
        )
        self.list = UrgentList(self.desk)
        self.nothing = label("", "muted", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setObjectName("empty")
        column.addLayout(headed(self.text("To be dealt with now"), self.returned, self.all_urgent))
        rows = QHBoxLayout()
        rows.setContentsMargins(2 * tokens.GRID, 0, 2 * tokens.GRID, tokens.GRID)  # words below the title's first one
        rows.addWidget(self.list)
        column.addLayout(rows, 1)
        column.addWidget(self.nothing, 1)
        return frame

    def _link(self, name: str, deed: Callable[[], None]) -> QPushButton:
        made = QPushButton()
        made.setObjectName(name)
        made.setProperty("link", True)
        made.setAutoDefault(False)
        made.clicked.connect(lambda: deed())
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """With little room facts stand in two rows, and the charts below the lists."""
        super().resizeEvent(event)
        self._fit()

    def _dress(self) -> None:
        """Other colours or sizes."""
        self._told = None
        self.reload()
        self._fit()

    def _fit(self) -> None:
        px = self.desk.theme.px
        narrow = self.width() < px(NARROW)
        rows = max(4, min(len(self._found.urgent), 8))
        self._urgent_card.setMinimumHeight(px(tokens.ROW) * rows + px(tokens.HEADER) + px(50))
        if narrow == self._narrow:
            return
        self._narrow = narrow
        places = [(0, 0, 2), (0, 2, 2), (0, 4, 2), (1, 0, 3), (1, 3, 3)] if narrow else [(0, at, 1) for at in range(5)]
        for tile, (row, at, span) in zip(self.tiles.values(), places, strict=True):
            self._facts.addWidget(tile, row, at, 1, span)
        for at in range(6):
            self._facts.setColumnStretch(at, int(narrow or at < 5))
        self._body.addWidget(self._urgent_card, 0, 0)
        self._body.addWidget(self.strip, 1, 0)
        self._body.addWidget(self.charts, *((2, 0, 1, 1) if narrow else (0, 1, 2, 1)))
        self._body.setColumnStretch(0, 3)
        self._body.setColumnStretch(1, 0 if narrow else 2)
        self._body.setRowStretch(0, 1)
