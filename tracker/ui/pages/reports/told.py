"""What is told beside a preview: what it is, who signs, that number and day stay blank, which checks passed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from tracker.ui import tokens
from tracker.ui.widgets.basics import column, emptied, label, link, row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.papers.kind import Check
    from tracker.papers.made import Made
    from tracker.ui.desk import Desk


class Told(QFrame):
    """The card at the right of the preview."""

    issue = Signal()
    """Number and day are to be given."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName("told")
        self.setProperty("card", True)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(tokens.PADDING, tokens.PADDING, tokens.PADDING, tokens.PADDING)
        self._box.setSpacing(tokens.GRID)

    def show_made(self, made: Made, pages: int) -> None:
        """Tell of a report."""
        text = self.desk.text
        emptied(self._box)
        self._add(label(made.subject, "strong", wrap=True))
        self._fact(text("Pages"), str(pages))
        self._fact(text("Signer"), "\n".join(made.signature))
        entry = self.desk.words.count(made.journal)
        self._fact(text("Number and date"), text("blank until issued: …/{symbol}", symbol=made.symbol))
        self._add(link(text("Keep and issue …"), "issue", self.issue.emit))
        self._fact(
            text("Data as of"),
            text("journal up to entry {number}", number=entry),
        )
        self._fact(text("File name"), made.name)
        self._add(label(text("Checked"), "muted"), above=tokens.GAP)
        for check in made.checks:
            self._check(check)
        self._box.addStretch(1)

    def clear(self) -> None:
        """There is no report."""
        emptied(self._box)

    def _fact(self, words: str, value: str) -> None:
        self._add(label(words, "small"), above=tokens.GRID * 2)
        shown = label(value, wrap=True, selectable=True)
        shown.setAccessibleName(f"{words}: {value}")
        self._add(shown)

    def _add(self, widget: QWidget, *, above: int = 0) -> None:
        if above:
            self._box.addSpacing(above)
        self._box.addWidget(widget)

    def _check(self, check: Check) -> None:
        """A tick and the sentence, the figures below it."""
        lines = list(self._lines(check))
        tick = label("")
        side = self.desk.theme.px(tokens.BODY + 2)
        tick.setPixmap(self.desk.theme.icon("check", self.desk.theme.colours.done.ink).pixmap(side, side))
        tick.setFixedWidth(side)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(label(lines[0], wrap=True))
        for line in lines[1:]:
            beside.addWidget(label(line, "small", wrap=True, selectable=True))
        whole = row(column(tick, 1, spacing=0), beside)
        whole.setStretch(1, 1)
        self._box.addLayout(whole)

    def _lines(self, check: Check) -> Iterator[str]:
        text, count = self.desk.text, check.figures
        told = {
            "identity": text("The figures add up"),
            "rows": text("The rows of {count} people add up to the unit's", count=count),
            "units": text("The rows of {count} units add up to the whole", count=count),
            "letters": text("Letters: {count}, one for each person who is late", count=count),
            "todos": text("Things to do: {count}", count=count),
            "due": text("Deadlines in these months: {count}", count=count),
            "actions": text("Actions of the journal: {count}", count=count),
            "sums": text("The figures of each of {count} people add up", count=count),
            "listed": text("The list has every task that was counted: {count}", count=count),
            "annex": text("The annex has every task: {count}", count=count),
            "entries": text("Every entry of the journal is told: {count}", count=count),
            "glyphs": text("Every character can be printed"),
        }
        yield told.get(check.code, check.code)
        if check.code == "identity":
            yield check.figures
