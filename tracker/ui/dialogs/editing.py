"""Editing what a task says: the same fields as when it was given, and both sides where another changed it meanwhile.

Only what was changed here is sent to the action; the version the form was filled from goes with it. Owner and deadline
of a task that was given have ways of their own and stand there to be read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, cast

from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QRadioButton, QVBoxLayout, QWidget

from tracker.actions.coordination import present
from tracker.domain import workflow
from tracker.domain.dates import show_date_table
from tracker.domain.errors import Expected, Refused
from tracker.domain.new_task import NewTask, TaskEdits
from tracker.domain.tasks import Task, TaskId, TaskState
from tracker.store import journal, officials, tasks
from tracker.ui import tokens
from tracker.ui.dialogs.deed import Deed, shown
from tracker.ui.pages.tasks.assign.deadline import DAY, DAYS, NONE
from tracker.ui.pages.tasks.assign.fields import put, text_of
from tracker.ui.pages.tasks.assign.form import Form
from tracker.ui.widgets.basics import card, label
from tracker.ui.widgets.prose import Prose

if TYPE_CHECKING:
    from datetime import date

    from tracker.ui.desk import Desk

MEANWHILE = ("task.changed_meanwhile", "store.changed_meanwhile")
READ_ONLY = ("owner", "due_on", "assigner", "superior", "starts_on")
"""Fields of the form that an edit never changes once a task was put forward."""
OF_GIVING = ("on", "reason")
"""Fields of the form that belong to giving a task."""
_LIMIT = ("due_on", "deadline_days", "no_deadline_reason")
WIDTH = 900


def edit(desk: Desk, parent: QWidget, task: TaskId) -> EditTask:
    """Show what a task says, to be changed."""
    return shown(EditTask(desk, task), parent)


class EditTask(Deed):
    """The form of a task that is there already."""

    at_most: ClassVar[int] = WIDTH

    def __init__(self, desk: Desk, task: TaskId) -> None:
        super().__init__(desk, task, desk.text("Edit the task"), name="edit")
        self._both = QVBoxLayout()
        self.body.addLayout(self._both)
        self.form = Form(desk)
        self._unscrolled()
        self.add(self.form)
        self._leave_out()
        begun = workflow.started(self.task)
        self.lines(
            "reason",
            self.text("Reason (obligatory: the work has begun)") if begun else self.text("Reason (may be left empty)"),
            height=54,
        )
        if begun:
            self.hint(self.text("A changed title or product is marked in lists and reports."))
        self.more()
        self.verbs(self.text("Save changes"), self._save, later=self.text("Cancel"))
        self.form.fill(texts_of(desk, self.task))
        self._before = self.form.read().new
        self.form.fields["title"].setFocus()

    # --- the form -----------------------------------------------------------------------------------------------------

    def _unscrolled(self) -> None:
        """The dialog scrolls, not the form inside it."""
        inner, within = self.form.area.takeWidget(), self.form.layout()
        self.form.area.hide()
        assert within is not None, "the form has a layout"
        within.addWidget(inner)
        self.form.area = self._scroll

    def _leave_out(self) -> None:
        """What cannot be edited is read only; what belongs to giving a task is left out."""
        self.form.giver.hide()
        for key in OF_GIVING:
            self.form.fields[key].hide()
            for above in self.form.findChildren(QLabel):
                if above.buddy() is self.form.fields[key]:
                    above.hide()
        if self.task.state is not TaskState.DRAFT:
            for key in READ_ONLY:
                self.form.fields[key].setEnabled(False)
                self.form.fields[key].setToolTip(self.text("Changed by handing over or by an extension, not here"))

    def typed(self) -> dict[str, str]:
        """The draft: the fields of the form that differ from the task, and the rest of the dialog."""
        if not hasattr(self, "_before"):
            return super().typed()
        stored = texts_of(self.desk, self.task)
        changed = {
            f"form/{key}": text_of(self.form.fields[key])
            for key in self.form.fields
            if text_of(self.form.fields[key]) != stored.get(key, "")
        }
        return super().typed() | changed

    def take_draft(self) -> None:
        """Fill in what was kept."""
        super().take_draft()
        kept = self.desk.personal.value(self._draft)
        for key, text in (json.loads(str(kept)) if kept else {}).items():
            _, form, name = key.rpartition("form/")
            if form and name in set(self.form.fields):
                put(self.form.fields[name], text)

    # --- saving -------------------------------------------------------------------------------------------------------

    def _save(self) -> None:
        from tracker.actions import edits as actions

        read = self.form.read()
        self.form.tell(read.problems)
        if read.problems:
            return
        changed = edits_between(self._before, read.new)
        version = self.task.version
        self.do(
            lambda store, actor: actions.edit(store, actor, self.task.id, changed, version=version, **self.said()),
            self.text("{number} was changed", number=self.task.number),
        )

    def show_error(self, error: Expected) -> None:
        """At the field of the form it means; both sides where another was faster."""
        if error.code in MEANWHILE:
            self._show_both()
        elif isinstance(error, Refused) and error.field in set(self.form.fields) | set(_LIMIT) - {"reason"}:
            self.form.tell([error])
        else:
            super().show_error(error)

    # --- changed meanwhile --------------------------------------------------------------------------------------------

    def _show_both(self) -> None:
        """Take over what another changed where nothing was typed here; offer both where both changed the same."""
        mine, before = self._mine(), self._before
        typed = {key: text_of(self.form.fields[key]) for key in mine}
        self.task = tasks.get(self.desk.store, self.task.id)
        self.form.fill(texts_of(self.desk, self.task))
        self._before = self.form.read().new
        theirs = {key: text_of(self.form.fields[key]) for key in self.form.fields}
        changed = _keys(edits_between(before, self._before))
        for key, text in typed.items():
            put(self.form.fields[key], text)
        both = [key for key in typed if key in changed and typed[key] != theirs[key]]
        self._tell_both(both, typed, theirs, [key for key in changed if key not in both])

    def _mine(self) -> list[str]:
        """The fields that were changed here."""
        return _keys(edits_between(self._before, self.form.read().new))

    def _tell_both(self, both: list[str], mine: dict[str, str], theirs: dict[str, str], taken: list[str]) -> None:
        frame, column = card("both", margin=tokens.GAP)
        who = last_writer(self.desk, self.task.id)
        column.addWidget(Prose(self.desk, self.text("{name} changed the task meanwhile.", name=who), "strong"))
        if taken:
            names = [self._words(key) for key in taken]
            column.addWidget(Prose(self.desk, self.text("Taken over from them: {fields}", fields=names), "small"))
        for key in both:
            column.addWidget(label(self._words(key), "muted"))
            column.addWidget(self._choice(key, mine[key], theirs[key]))
        ask = (
            self.text("Choose for each which one holds, then save again.")
            if both
            else self.text("Nothing of yours is concerned: look, then save again.")
        )
        column.addWidget(Prose(self.desk, ask, "small"))
        self._both.addWidget(frame)
        frame.show()
        self._scroll.verticalScrollBar().setValue(0)
        self._fit()
        first = frame.findChild(QRadioButton)
        if first is not None:
            first.setFocus()

    def _choice(self, key: str, mine: str, theirs: str) -> QFrame:
        made, group = QFrame(), QButtonGroup(self)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.GRID)
        for whose, text, words in (
            ("mine", mine, self.text("mine: {text}", text=self._readable(key, mine))),
            ("theirs", theirs, self.text("of the other: {text}", text=self._readable(key, theirs))),
        ):
            each = QRadioButton(words.replace("&", "&&"))
            each.setObjectName(f"{whose}-{key}")
            each.setAccessibleName(words)
            each.setChecked(whose == "mine")
            each.toggled.connect(partial(self._choose, key, text))
            group.addButton(each)
            column.addWidget(each)
        return made

    def _choose(self, key: str, text: str, on: bool) -> None:
        if on:
            put(self.form.fields[key], text)

    def _readable(self, key: str, text: str) -> str:
        """A field's text for a line: codes in words, structures as their parts."""
        told = text
        if key in ("coordinators", "due_on") and text:
            told = ", ".join(str(part) for part in _flat(json.loads(text)) if isinstance(part, str) and part)
        elif key in ("urgency", "secrecy", "source_kind"):
            from tracker.ui import deeds

            told = deeds.value(self.desk.words, key, text)
        line = told.replace("\n", " ")
        return f"{line[:LONGEST]}…" if len(line) > LONGEST else line or "–"

    def _words(self, key: str) -> str:
        return self.form.fields[key].accessibleName()


LONGEST = 90
"""Characters of a value in a choice between two."""


def edits_between(before: NewTask, after: NewTask) -> TaskEdits:
    """What was changed from one reading of the form to another."""
    keys = TaskEdits.__annotations__.keys() & vars(after).keys()
    found = {key: getattr(after, key) for key in sorted(keys) if getattr(after, key) != getattr(before, key)}
    return cast("TaskEdits", found)


def _keys(edits: TaskEdits) -> list[str]:
    """The fields of the form that edits concern: the three ways to tell a deadline are one field."""
    return list(dict.fromkeys("due_on" if key in _LIMIT else key for key in edits))


def last_writer(desk: Desk, task: TaskId) -> str:
    """Who changed the task last."""
    entries = journal.of_record(desk.store, "task", task)
    actor = entries[-1].actor if entries else None
    return "" if actor is None else officials.get(desk.store, actor).name  # type: ignore[arg-type]  # a plain number


def texts_of(desk: Desk, task: Task) -> dict[str, str]:
    """A task as the texts of the form's fields."""
    plain = ("title", "product", "superior", "authority", "source_number", "source_issuer", "source_summary", "field")
    found: dict[str, Any] = {key: getattr(task, key) for key in (*plain, "complexity", "note")}
    found |= {key: _named(desk, getattr(task, key)) for key in ("owner", "assigner", "leader")}
    found |= {key: _shown(getattr(task, key)) for key in ("source_on", "starts_on", "draft_due_on")}
    found |= {key: getattr(task, key).value for key in ("urgency", "secrecy", "source_kind")}
    found |= {"coefficient": desk.words.show(task.coefficient), "quantity": str(task.quantity)}
    found |= {"public_concern": "1" if task.public_concern else "", "due_on": _limit(task)}
    found["coordinators"] = json.dumps(list(_coordinators(desk, task)), ensure_ascii=False)
    if found["coordinators"] == "[]":
        found["coordinators"] = ""
    return {key: text for key, text in found.items() if text}


def _limit(task: Task) -> str:
    """The deadline in the way it was given."""
    days, reason = task.deadline_days, task.no_deadline_reason or ""
    way = DAYS if days is not None and task.state is TaskState.DRAFT else NONE if reason else DAY
    day = _shown(task.due_on) if way == DAY else ""
    parts = [day, str(days) if way == DAYS else "", reason if way == NONE else ""]
    return json.dumps([way, *parts], ensure_ascii=False) if any(parts) else ""


def _coordinators(desk: Desk, task: Task) -> Iterator[list[str]]:
    for each in present(desk.store, task.id):
        yield [_named(desk, each.official) or each.name, each.part or "", _shown(each.due_on)]


def _named(desk: Desk, official: int | None) -> str:
    """Somebody by name and code: what a field of a person takes without doubt."""
    if official is None:
        return ""
    found = officials.get(desk.store, official)  # type: ignore[arg-type]  # a plain number
    return f"{found.name} ({found.code})"


def _shown(day: date | None) -> str:
    return show_date_table(day) if day else ""


def _flat(value: object) -> Iterator[object]:
    if isinstance(value, list):
        for each in value:
            yield from _flat(each)
    else:
        yield value
