"""Field of work, urgency and co-ordinators of several tasks at once, with what changes in each.

Owner and deadline are no fields here: they have ways of their own, each with its reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QCompleter

from tracker.actions.allowed import Verb
from tracker.domain.new_task import NewCoordinator
from tracker.domain.tasks import Urgency
from tracker.ui import tokens, wording
from tracker.ui.dialogs.several import Several, Try
from tracker.ui.widgets.people import PersonField
from tracker.ui.widgets.tables import Column

if TYPE_CHECKING:
    from tracker.domain.new_task import TaskEdits
    from tracker.domain.officials import OfficialId
    from tracker.domain.tasks import Task
    from tracker.ui.desk import Desk
    from tracker.ui.dialogs.several import One

WIDTH = 760
_AS_IT_IS = ""


class EditSeveral(Several):
    """Edit several tasks. What is left empty stays as it is in each."""

    at_most = WIDTH
    verb = Verb.EDIT

    def __init__(self, desk: Desk, ids: Sequence[int]) -> None:
        from tracker.store import many

        self._tasks: dict[int, Task] = many.records(desk.store, ids)
        self._helping = {task: _helping(desk, record) for task, record in self._tasks.items()}
        super().__init__(desk, desk.text("Edit several tasks"), ids, name="edits")
        self._possible = list(self._tries)
        column = Column[Try](key="change", title=self.text("Change"), width=230, text=self._change)
        self._model.columns = [each for each in self._model.columns if each.key not in ("due", "said")] + [column]
        self._table.show_rows(self._model, sortable=False)
        self._look_again()

    def ask_once(self) -> None:
        """What becomes another in all, and why."""
        text, term = self.text, self.desk.words.term
        with self.beside():
            stays = text("stays as it is")
            levels = {_AS_IT_IS: stays, **{each.value: wording.beginning(term(each)) for each in Urgency}}
            self.urgency = self.choice("urgency", text("Urgency"), levels)
            self.work = self._work_field(stays)
        self.helper = PersonField(self.desk)
        self.field("coordinators", text("Add a co-ordinator"), self.helper)
        self.lines("reason", text("Reason (needed once the work has begun)"), height=tokens.ROW * 2)
        self.urgency.currentIndexChanged.connect(self._look_again)
        self.work.currentTextChanged.connect(self._look_again)
        self.helper.changed.connect(self._look_again)
        self.urgency.setFocus()

    def words(self, count: int) -> str:
        """Edit so many."""
        return self.text("Edit {count} tasks", count=count)

    def one(self) -> One:
        """Edit one. Raises Refused where the co-ordinator is nobody, or may be several."""
        from tracker.actions.edits import edit

        helper, reason = self.helper.value(), self._reason()
        edits = {task: self._edits(record, helper) for task, record in self._tasks.items()}
        versions = {task: record.version for task, record in self._tasks.items()}
        return lambda store, actor, task: edit(store, actor, task, edits[task], version=versions[task], reason=reason)

    def told(self, count: int) -> str:
        """So many were edited."""
        return self.text("{count} tasks were changed", count=count)

    # --- what changes -------------------------------------------------------------------------------------------------

    def _look_again(self) -> None:
        """Say of each what would change; where nothing would, it is left out."""
        if not hasattr(self, "_possible"):
            return
        unchanged = self.text("nothing changes in it")
        self._tries = [
            each if each.stopped or self._change(each) else each._replace(said=unchanged, stopped=True)
            for each in self._possible
        ]
        self._model.show(self._tries)
        self._tell()

    def _change(self, each: Try) -> str:
        """What would change in a task, as "khẩn: thường → khẩn"."""
        if each.stopped and each.said != self.text("nothing changes in it"):
            return each.said
        task, text = self._tasks[each.row.id], self.text
        found = []
        urgency, work, helper = self._urgency(), self._work(), self.helper.chosen()
        if urgency is not None and urgency is not task.urgency:
            term = self.desk.words.term
            found.append(text("{before} → {after}", before=term(task.urgency), after=term(urgency)))
        if work is not None and work != task.field:
            found.append(text("{before} → {after}", before=task.field or "–", after=work))
        if helper is not None and helper.id not in self._helping[task.id] and helper.id != task.owner:
            found.append(text("+ {name}", name=helper.name))
        return "; ".join(found)

    def _edits(self, task: Task, helper: OfficialId | None) -> TaskEdits:
        from tracker.actions.coordination import present

        edits: TaskEdits = {}
        if (urgency := self._urgency()) is not None:
            edits["urgency"] = urgency
        if (work := self._work()) is not None:
            edits["field"] = work
        if helper is not None and helper not in self._helping[task.id] and helper != task.owner:
            before = [
                NewCoordinator(official=each.official, name=each.name, part=each.part, due_on=each.due_on)
                for each in present(self.desk.store, task.id)
            ]
            edits["coordinators"] = (*before, NewCoordinator(official=helper))
        return edits

    def _urgency(self) -> Urgency | None:
        value = self.urgency.currentData()
        return Urgency(value) if value else None

    def _work(self) -> str | None:
        return " ".join(self.work.currentText().split()) or None

    def _work_field(self, stays: str) -> QComboBox:
        """A field of work that is known, or another one typed."""
        from tracker.store import listing

        made = QComboBox()
        made.setEditable(True)
        made.addItems(["", *listing.fields(self.desk.store)])
        line = made.lineEdit()
        if line is not None:
            line.setPlaceholderText(stays)
        completer = made.completer()
        if completer is not None:
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)  # never writes while one types
        self.field("field", self.text("Field of work"), made)
        return made


def _helping(desk: Desk, task: Task) -> frozenset[OfficialId]:
    from tracker.actions.coordination import present

    return frozenset(each.official for each in present(desk.store, task.id) if each.official is not None)
