"""What a round will record, task by task and for whom, before it is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from tracker.actions import rounds
from tracker.domain.errors import Expected, Refused
from tracker.ui import tokens
from tracker.ui.dialogs.frame import Dialog
from tracker.ui.widgets.tables import Column, RowsModel, Table, number_width

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tracker.actions.rounds import Entry
    from tracker.ui.desk import Desk

MOST_ROWS = 12
"""Rows that are seen at once; the rest is scrolled to."""


class Line(NamedTuple):
    """One task of the round."""

    owner: str
    behalf: bool
    """Whether it is recorded for somebody else."""
    number: str
    says: str


class RoundPreview(Dialog):
    """The whole round once more, and the verb."""

    at_most: ClassVar[int] = 820

    def __init__(self, desk: Desk, entries: Sequence[Entry], lines: Sequence[Line]) -> None:
        people = len({line.owner for line in lines})
        about = desk.text("{tasks} tasks of {people} people, all of them or none", tasks=len(lines), people=people)
        super().__init__(desk, desk.text("Record the round"), about, name="round-preview")
        self._entries = list(entries)
        self.refused: Callable[[Refused], object] = lambda _: None
        """Told which task was refused, and why."""
        self.table = Table(desk, "round-lines", desk.text("What will be recorded"))
        model: RowsModel[Line] = RowsModel(self._columns(number_width(desk.theme, (line.number for line in lines))))
        model.show(lines)
        self.table.show_rows(model, sortable=False)
        rows = min(len(lines), MOST_ROWS)
        self.table.setFixedHeight(desk.theme.px(tokens.HEADER + rows * tokens.ROW + tokens.GRID))
        self.add(self.table)
        self.verbs(desk.text("Record {count} tasks", count=len(lines)), self._record)
        self.table.setFocus()

    def show_error(self, error: Expected) -> None:
        """The task that was refused is named here, and marked in the sheet."""
        super().show_error(error)
        if isinstance(error, Refused) and error.code == "round.refused":
            self.refused(error)

    def _record(self) -> None:
        entries = self._entries
        self.do(
            lambda store, actor: rounds.record(store, actor, entries),
            self.text("{count} tasks were recorded", count=len(entries)),
        )

    def _columns(self, room: int) -> list[Column[Line]]:
        text = self.text

        def whom(line: Line) -> str:
            return text("for {name}", name=line.owner) if line.behalf else line.owner

        return [
            Column(key="owner", title=text("Answerable"), width=210, text=whom, look="strong"),
            Column(key="number", title=text("No."), width=room, text=lambda line: line.number, look="muted"),
            Column(key="says", title=text("Will be recorded"), width=420, text=lambda line: line.says, stretch=True),
        ]
