"""The whole desk of someone who leaves: all open tasks go to another in one action, or none does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.store import officials, tasks
from tracker.ui import tokens, wording
from tracker.ui.dialogs.deed import shown
from tracker.ui.dialogs.frame import Dialog
from tracker.ui.dialogs.managing import is_office_head, named_person
from tracker.ui.widgets.people import PersonField
from tracker.ui.widgets.prose import Prose
from tracker.ui.widgets.tables import Column, RowsModel, Table, number_width

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tracker.domain.officials import OfficialId
    from tracker.domain.tasks import Task
    from tracker.ui.desk import Desk

MOST_ROWS = 8


def open_whole_desk(desk: Desk, parent: QWidget | None, owner: OfficialId) -> WholeDesk:
    """Show what lies on a desk, and ask who takes it."""
    return shown(WholeDesk(desk, owner), parent)


class WholeDesk(Dialog):
    """All open tasks of an official, to be handed over together."""

    def __init__(self, desk: Desk, owner: OfficialId) -> None:
        self.owner = owner
        self._name = officials.get(desk.store, owner).name
        found = tasks.open_of(desk.store, owner)
        title = desk.text("Hand over the whole desk of {name}", name=self._name)
        about = desk.text("{count} open tasks, all in one action or none", count=len(found))
        super().__init__(desk, title, about, name="whole-desk", draft=f"whole-desk/{owner}")
        self._list(found)
        reason = self.lines("reason", self.text("Reason (obligatory)"))
        words = self.text("To whom (obligatory)")
        self._to = PersonField(desk, words=words)
        self.field("to", words, self._to)
        self.line("superior", self.text("Superior who decided so (for the head of the office)"))
        with self.beside():
            self.line("basis", self.text("Basis document, its number (if there is one)"))
            self.day("basis_date", self.text("Date of the basis document"))
        self.add(Prose(desk, self.text("Deadlines stay, and each task keeps what happened to it."), "small"))
        self.verbs("", self._hand_over).setEnabled(bool(found))
        self._to.changed.connect(self._tell)
        self._tell()
        reason.setFocus()

    def _list(self, found: list[Task]) -> None:
        table = Table(self.desk, "whole-desk-tasks", self.text("Open tasks"))
        model: RowsModel[Task] = RowsModel(_columns(self.desk, found))
        table.show_rows(model, sortable=False)
        rows = min(MOST_ROWS, max(2, len(found)))
        table.setFixedHeight(self.desk.theme.px(tokens.HEADER) + rows * self.desk.theme.px(tokens.ROW) + 2)
        model.show(found)
        self.add(table)

    def _tell(self) -> None:
        person = self._to.chosen()
        words = self.text("Hand all over to {name}", name=person.name) if person else self.text("Hand all over")
        self.tell_verb(words)
        self.show_field("superior", shown=person is not None and is_office_head(self.desk, person.id))

    def _hand_over(self) -> None:
        from tracker.actions.hand_overs import hand_over_all

        person = self._to.chosen()
        self.do(
            lambda store, actor: hand_over_all(
                store,
                actor,
                self.owner,
                named_person(self._to),
                superior=self.typed_in("superior"),
                reason=self.typed_in("reason"),
                basis=self.typed_in("basis"),
                basis_on=self.day_of("basis_date"),
            ),
            self.text("The desk of {name} went to {to}", name=self._name, to=person and person.name),
        )


def _columns(desk: Desk, found: list[Task]) -> list[Column[Task]]:
    text, room = desk.text, number_width(desk.theme, [task.number for task in found])
    return [
        Column(key="number", title=text("No."), width=room, text=lambda task: task.number, look="muted"),
        Column(key="title", title=text("Task"), width=200, text=lambda task: task.title, stretch=True),
        Column(key="due", title=text("Due"), width=72, text=lambda task: _due(desk, task)),
        Column(key="state", title=text("Status"), width=180, text=lambda task: desk.words.term(task.state)),
    ]


def _due(desk: Desk, task: Task) -> str:
    return wording.short(task.due_on.isoformat() if task.due_on else None, desk.today)
