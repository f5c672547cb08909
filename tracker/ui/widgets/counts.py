"""The figures of a period with their identity: where the tasks came from, what became of them; each opens its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from tracker.ui import tokens, wording
from tracker.ui.widgets.basics import emptied, label, link

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.figures.types import Counts
    from tracker.ui.desk import Desk
    from tracker.words import Words

LINE = 24
ALWAYS = ("carried_over", "assigned", "total")
"""What is told although it is nothing."""

_SAID: dict[str, Callable[[Words], str]] = {
    "carried_over": lambda words: words.text("Carried over"),
    "assigned": lambda words: words.text("+ Assigned in the period"),
    "received": lambda words: words.text("+ Received from others"),
    "handed_over": lambda words: words.text("− Handed to others"),
    "recalled": lambda words: words.text("− Taken back"),
    "total": lambda words: words.text("= In all"),
    "done_early": lambda words: words.text("Finished early"),
    "done_on_time": lambda words: words.text("Finished on time"),
    "done_late": lambda words: words.text("Finished late"),
    "done_no_deadline": lambda words: words.text("Done (no deadline)"),
    "awaiting": lambda words: words.text("Awaits confirmation"),
    "doing_in_time": lambda words: words.text("Under way, in time"),
    "doing_overdue": lambda words: words.text("Under way, overdue"),
    "doing_no_deadline": lambda words: words.text("Under way, no deadline"),
    "paused": lambda words: words.text("Paused"),
}
"""Every figure in the order of the identity; written out each, so that a test finds every one of them translated."""


_MEANS: dict[str, Callable[[Words], str]] = {
    "carried_over": lambda words: words.text("Assigned before the period, at its start neither finished nor recalled."),
    "assigned": lambda words: words.text("Its day of assignment lies in the period."),
    "received": lambda words: words.text("By a hand-over, or because its owner came from another unit."),
    "handed_over": lambda words: words.text("By a hand-over, or because its owner went to another unit."),
    "recalled": lambda words: words.text("Recalled in the period, with a reason."),
    "total": lambda words: words.text("Carried over + assigned + received − handed over − recalled."),
    "done_early": lambda words: words.text("Confirmed; the result was handed in before the deadline."),
    "done_on_time": lambda words: words.text("Confirmed; the result was handed in on the day of the deadline."),
    "done_late": lambda words: words.text("Confirmed; the result was handed in after the deadline."),
    "done_no_deadline": lambda words: words.text("Confirmed; it had no deadline."),
    "awaiting": lambda words: words.text("Handed in, not decided yet."),
    "doing_in_time": lambda words: words.text("Not finished, its deadline has not passed; due soon is among them."),
    "doing_overdue": lambda words: words.text("Not finished, its present deadline has passed."),
    "doing_no_deadline": lambda words: words.text("Not finished, without a deadline."),
    "paused": lambda words: words.text("Paused at the end of the period."),
}
"""What each figure counts; the guide says the same."""


class CountsGrid(QWidget):
    """One line for each figure that is not nothing."""

    opened = Signal(str)
    """The name of a figure whose rows are asked for."""

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName(name)
        self.setProperty("clear", True)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(tokens.GAP)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)

    def show_counts(self, counts: Counts) -> None:
        """Show other figures."""
        emptied(self._grid)
        told = [name for name in _SAID if name in ALWAYS or getattr(counts, name)]
        for row in range(self._grid.rowCount()):
            self._grid.setRowMinimumHeight(row, 0)
        at = 0
        for name in told:
            self._line(at, name, getattr(counts, name))
            self._grid.setRowMinimumHeight(at, self._desk.theme.px(LINE))
            at += 1
            if name == "total":  # what became of it all stands a little apart
                self._grid.setRowMinimumHeight(at, 2 * tokens.GRID)
                at += 1
        self._rate(at, counts)

    def _line(self, at: int, name: str, count: int) -> None:
        words, means = said(self._desk.words, name), _MEANS[name](self._desk.words)
        told = label(words, "strong" if name == "total" else "muted")
        told.setToolTip(means)
        self._grid.addWidget(told, at, 0)
        if not count:
            self._grid.addWidget(_number("0", "muted"), at, 1, _RIGHT)
            return
        number = link(str(count), f"figure-{name}", lambda: self.opened.emit(name))
        number.setAccessibleName(self._desk.text("{figure}: {count}, open the tasks", figure=words, count=count))
        number.setToolTip(means)
        self._grid.addWidget(number, at, 1, _RIGHT)

    def _rate(self, at: int, counts: Counts) -> None:
        self._grid.addWidget(label(self._desk.text("On-time rate"), "strong"), at, 0)
        rate = _number(wording.percent(self._desk.words, counts.on_time_rate), "strong")
        rate.setToolTip(
            self._desk.text(
                "Finished early or on time, of all whose deadline was kept or missed in the period;"
                " a task handed over late stays with who let it become late."
            )
        )
        self._grid.addWidget(rate, at, 1, _RIGHT)
        self._grid.setRowMinimumHeight(at, self._desk.theme.px(LINE))


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _number(text: str, role: str) -> QLabel:
    """A number that leads nowhere, in one line with those that do: a link has a border and padding."""
    made = label(text, role)
    made.setContentsMargins(0, 0, tokens.GRID + 1, 0)
    return made


def said(words: Words, figure: str) -> str:
    """What a figure of the counts is called."""
    return _SAID[figure](words)
