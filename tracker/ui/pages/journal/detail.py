"""What one action of the journal changed: who, when, why; each field before and after; its place in the chain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout

from tracker.ui import deeds, tokens
from tracker.ui.widgets.basics import button, emptied, label, link, row
from tracker.ui.widgets.panes import DetailCard
from tracker.ui.widgets.prose import Prose

if TYPE_CHECKING:
    from tracker.ui.desk import Desk
    from tracker.ui.pages.journal.lines import Changed, Detail, Part

VALUE_LINES = 6
NAMES = 116
"""Width of the column of names."""


class ActionDetail(DetailCard):
    """The pane at the right."""

    undoing = Signal()
    """The action is to be undone."""
    opened = Signal(int)
    """Its task is asked for."""
    more = Signal()
    """More of its entries are asked for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "action-detail")
        self.detail: Detail | None = None
        self._body.setSpacing(tokens.GRID)
        self.title = label("", "card", wrap=True)
        self.about = label("", "muted", wrap=True)
        self.undo = button(desk.text("Undo …"), "undo-action", self.undoing.emit)
        self.open = button(desk.text("Open the task"), "open-task", self._open)
        self._whole.addWidget(self.title)
        self._whole.addWidget(self.about)
        self._whole.addLayout(row(self.undo, self.open, 1))
        self._whole.addWidget(self._scroll, 1)
        self._whole.addStretch(0)
        self.show_detail(None)

    def show_detail(self, detail: Detail | None) -> None:
        """Show an action; None: none is selected."""
        place = self._scroll.verticalScrollBar().value() if self._same(detail) else 0
        self.detail = detail
        emptied(self._body)
        for each in (self.undo, self.about, self._scroll):
            each.setVisible(detail is not None)
        self.open.setVisible(detail is not None and detail.task is not None)
        if detail is None:
            self.title.setText(self.desk.text("No action is selected."))
            return
        self.title.setText(detail.line.what)
        self.about.setText(detail.line.about)
        self.undo.setEnabled(detail.line.undone_by is None)
        self._facts(detail)
        for part in detail.parts:
            self._part(part)
        if detail.size > len(detail.parts):
            self._rest(detail)
        self._body.addStretch(1)
        self._scroll.verticalScrollBar().setValue(place)

    def _same(self, detail: Detail | None) -> bool:
        return detail is not None and self.detail is not None and detail.line.number == self.detail.line.number

    def _facts(self, detail: Detail) -> None:
        text, line = self.desk.text, detail.line
        undone = text("by action {number}", number=line.undone_by) if line.undone_by is not None else ""
        self._grid(
            [
                (text("Action"), self.desk.words.count(line.number)),
                (text("Who"), line.who),
                (text("Recorded"), deeds.moment(self.desk.words, line.recorded)),
                (text("Declared day"), detail.declared),
                (text("Reason"), line.reason),
                (text("Basis document"), detail.basis),
                (text("Undone"), undone),
                (text("Account, machine"), f"{detail.account}, {detail.machine}"),
            ]
        )

    def _part(self, part: Part) -> None:
        """One entry: what it is about, its changes, its hash and the one before."""
        text = self.desk.text
        self._body.addSpacing(tokens.GAP)
        number = self.desk.words.count(part.number)
        self._body.addWidget(
            label(text("Entry {number}: {about}", number=number, about=part.about), "strong", wrap=True)
        )
        self._grid([(changed.field, _told(changed)) for changed in part.changes])
        chain = text("Hash {hash}, before it {previous}", hash=part.hash, previous=part.previous or "–")
        self._body.addWidget(Prose(self.desk, chain, "small", most=1))

    def _rest(self, detail: Detail) -> None:
        left = detail.size - len(detail.parts)
        self._body.addWidget(
            link(self.desk.text("Show more: {count} further entries", count=left), "more", self.more.emit)
        )

    def _grid(self, facts: list[tuple[str, str]]) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(tokens.GAP)
        grid.setVerticalSpacing(tokens.GRID)
        grid.setColumnStretch(1, 1)
        for at, (words, value) in enumerate(pair for pair in facts if pair[1]):
            named = label(words, "muted", wrap=True)
            named.setFixedWidth(self.desk.theme.px(NAMES))
            grid.addWidget(named, at, 0, Qt.AlignmentFlag.AlignTop)
            shown = Prose(self.desk, value, most=VALUE_LINES)
            shown.setAccessibleName(f"{words}: {value}")
            grid.addWidget(shown, at, 1)
        self._body.addLayout(grid)

    def _open(self) -> None:
        if self.detail is not None and self.detail.task is not None:
            self.opened.emit(self.detail.task)


def _told(changed: Changed) -> str:
    return changed.new if changed.old is None else f"{changed.old} → {changed.new}"
