"""The columns of the list of tasks, and what each says of a row."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from tracker.ui import wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.store.listing import Row
    from tracker.ui.desk import Desk

NUMBER, TITLE, DUE, STATUS, CLEAR = "number", "title", "due", "status", "clear"
SHOWN = (NUMBER, TITLE, "owner", DUE, STATUS, CLEAR)
"""Shown until somebody chooses."""
WIDE = ("unit", "assigner")
"""Shown as well where there is room for them (tokens.WIDE)."""


class TaskColumn(NamedTuple):
    """A column: its heading, its width at 100 %, the sort key of the store (None: it has no order)."""

    key: str
    title: str
    width: int
    sort: str | None = None
    look: str = ""
    """"" plain · "muted" · "strong" · "right" · "due" · "chip" · "dots"."""


def columns(desk: Desk) -> list[TaskColumn]:
    """All columns, those chosen from the start first."""
    text = desk.text
    return [
        TaskColumn(NUMBER, text("No."), 62, "number", "muted"),
        TaskColumn(TITLE, text("Task"), 254),
        TaskColumn("owner", text("Answerable"), 142, "owner", "strong"),
        TaskColumn(DUE, text("First deadline → now"), 112, "due", "due"),
        TaskColumn(STATUS, text("Status"), 150, "late", "chip"),
        TaskColumn(CLEAR, text("6 clears"), 78, None, "dots"),
        TaskColumn("unit", text("Unit"), 130),
        TaskColumn("assigner", text("Assigned by"), 140, "assigner"),
        TaskColumn("coordinators", text("Co-ordinators"), 160),
        TaskColumn("product", text("Product"), 160),
        TaskColumn("percent", text("Per cent"), 84, "percent", "right"),
        TaskColumn("assigned", text("Assigned on"), 92, "assigned"),
        TaskColumn("submitted", text("Submitted on"), 92, "submitted"),
        TaskColumn("confirmed", text("Confirmed on"), 100, "closed"),
        TaskColumn("state", text("State"), 128, "state"),
        TaskColumn("late", text("Days late"), 84, "late", "right"),
        TaskColumn("extensions", text("Times extended"), 84, "extensions", "right"),
        TaskColumn("hand_overs", text("Times handed over"), 84, "hand_overs", "right"),
        TaskColumn("returns", text("Times returned"), 84, "returns", "right"),
        TaskColumn("coefficient", text("Coefficient"), 76, "coefficient", "right"),
        TaskColumn("quantity", text("Quantity"), 84, "quantity", "right"),
    ]


class Cells:
    """What the columns say of rows. Names of people and units are read once, and again after a change."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._words: dict[tuple[str, str | None, int], str] = {}
        self._told: dict[str, Callable[[Row], str]] = {
            NUMBER: lambda row: row.number,
            TITLE: lambda row: row.title,
            "owner": lambda row: row.owner_name or "",
            DUE: lambda row: wording.deadlines(row, desk.today),
            STATUS: self._status,
            "unit": lambda row: self._units.get(row.unit or "", row.unit or ""),
            "assigner": lambda row: self._person(row.assigner),
            "coordinators": lambda row: ", ".join(map(self._person, row.coordinators)),
            "product": lambda row: row.product or "",
            "percent": lambda row: f"{row.percent} %" if row.state not in ("draft", "proposed") else "",
            "assigned": lambda row: self._day(row.assigned_on),
            "submitted": lambda row: self._day(row.submitted_on),
            "confirmed": lambda row: self._day(row.confirmed_on),
            "state": lambda row: self._state(row.state),
            "late": lambda row: _number(row.working_days_late),
            "extensions": lambda row: _number(row.extensions),
            "hand_overs": lambda row: _number(row.hand_overs),
            "returns": lambda row: _number(row.returns),
            "coefficient": lambda row: desk.words.show(row.coefficient).replace(".", self._point),
            "quantity": lambda row: str(row.quantity),
        }

    def text(self, key: str, row: Row) -> str:
        """The words of a cell; the six dots are told by the model."""
        return self._told[key](row)

    def forget(self) -> None:
        """Names may be others now."""
        for name in ("_people", "_units"):
            self.__dict__.pop(name, None)

    def _status(self, row: Row) -> str:
        """Few chips have many rows: each is worded once."""
        key = (row.state, row.deadline_class, row.working_days_late)
        if key not in self._words:
            self._words[key] = wording.status(self._desk.words, row)
        return self._words[key]

    def _state(self, state: str) -> str:
        from tracker.domain.tasks import TaskState

        return wording.beginning(self._desk.words.term(TaskState(state)))

    def _day(self, day: str | None) -> str:
        return wording.short(day, self._desk.today) if day else ""

    def _person(self, code: str | None) -> str:
        return self._people.get(code or "", code or "")

    @cached_property
    def _people(self) -> dict[str, str]:
        from tracker.store import officials

        return {each.code: each.name for each in officials.every(self._desk.store)}

    @cached_property
    def _units(self) -> dict[str, str]:
        from tracker.store import units

        return {each.code: each.short_name or each.name for each in units.every(self._desk.store)}

    @cached_property
    def _point(self) -> str:
        return "," if self._desk.words.language == "vi" else "."


def _number(count: int) -> str:
    return str(count) if count else ""
