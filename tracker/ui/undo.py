"""Ctrl+Z, Ctrl+Y and the list "Lịch sử thao tác".

Ctrl+Z undoes the acting person's newest action that stands, Ctrl+Y takes the newest undoing back while nothing new was
done. Both are actions of their own in the journal. A text field with the cursor keeps its own Ctrl+Z.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPlainTextEdit, QTextEdit

from tracker.domain.officials import OfficialId
from tracker.domain.tasks import TaskId
from tracker.store import deeds as done
from tracker.ui import deeds, tokens
from tracker.ui.dialogs.frame import Dialog
from tracker.ui.widgets.prose import Prose
from tracker.ui.widgets.tables import Column, RowsModel, Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton, QWidget

    from tracker.domain.errors import Expected
    from tracker.store import Store
    from tracker.store.deeds import Done
    from tracker.ui.desk import Desk

LISTED = 60
ROWS = 9


def undo_last(desk: Desk) -> None:
    """Undo the newest action of the acting person; a text field with the cursor undoes what was typed."""
    if (field := _typing()) is not None:
        field.undo()
    elif (number := _newest(desk, done.last_standing, desk.text("There is nothing of yours to undo"))) is not None:
        _undo(desk, number, desk.text("Undone: {deed}", deed=summary(desk, done.one(desk.store, number))))


def redo_last(desk: Desk) -> None:
    """Take the newest undoing of the acting person back, while nothing new was done; in a text field as it does."""
    if (field := _typing()) is not None:
        field.redo()
    elif (number := _newest(desk, done.last_undoing, desk.text("There is nothing to do again"))) is not None:
        again = done.undone_by(desk.store, number) or number
        _undo(desk, number, desk.text("Done again: {deed}", deed=summary(desk, done.one(desk.store, again))))


def open_history(desk: Desk, parent: QWidget | None = None) -> History:
    """Show what was done lately."""
    from tracker.ui.dialogs.deed import shown

    return shown(History(desk), parent)


def summary(desk: Desk, each: Done) -> str:
    """What an action did, in a few words: deed, and the task it was done to."""
    words = deeds.deed(desk.words, each.verb)
    if each.task is None:
        return words
    from tracker.store import tasks

    number = tasks.get(desk.store, TaskId(each.task)).number
    if each.tasks > 1:
        return desk.text("{deed}, {number} and {count} more", deed=words, number=number, count=each.tasks - 1)
    return desk.text("{deed}, {number}", deed=words, number=number)


def _typing() -> QLineEdit | QPlainTextEdit | QTextEdit | None:
    """The text field with the cursor. Which keys it takes itself differs between systems, what is meant does not."""
    focus = QApplication.focusWidget()
    if isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit) and not focus.isReadOnly():
        return focus
    return None


def _newest(desk: Desk, find: Callable[[Store, OfficialId], int | None], nothing: str) -> int | None:
    """The action of the acting person that is found; `nothing` is said where there is none."""
    actor = desk.actor()
    number = None if actor is None else find(desk.store, actor.official)
    if actor is not None and number is None:
        desk.said.emit(nothing, None)
    return number


def _undo(desk: Desk, number: int, words: str) -> None:
    from tracker.actions.undo import undo

    desk.attempt(lambda store, actor: undo(store, actor, number), words, undoable=False)


class _Row(NamedTuple):
    """An action as the list shows it."""

    done: Done
    what: str
    who: str
    at: str
    day: str
    state: str


class History(Dialog):
    """The last actions, each with the way to undo it or why there is none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.text("What was done lately"), name="history")
        self._mine = QCheckBox(self.text("Only mine"))
        self._mine.setObjectName("mine")
        self._mine.setAccessibleName(self._mine.text())
        self._mine.setChecked(desk.person is not None)
        self._mine.toggled.connect(self._fill)
        self.add(self._mine)
        self._table = Table(desk, "actions", self.text("Actions, the newest first"))
        self._model: RowsModel[_Row] = RowsModel(_columns(desk))
        self._table.show_rows(self._model, sortable=False)
        self._table.setFixedHeight(desk.theme.px(tokens.HEADER) + ROWS * desk.theme.px(tokens.ROW))
        self._table.current_row.connect(lambda _: self._tell())
        self.add(self._table)
        self._why = Prose(desk, "", "small")
        self._why.setObjectName("why")
        self.add(self._why)
        self.lines("reason", self.text("Reason (obligatory)"), height=54)
        self._undo_button: QPushButton = self.verbs(self.text("Undo this action"), self._undo, later=self.text("Close"))
        self._fill()
        self._table.setFocus()

    def _fill(self) -> None:
        person = self.desk.person
        mine = person.id if person is not None and self._mine.isChecked() else None
        found = done.recent(self.desk.store, LISTED, mine)
        names = _Names(self.desk)
        self._model.show([names.row(each) for each in found])
        self._table.select(0)
        self._tell()

    def _chosen(self) -> _Row | None:
        return self._model.at(self._table.currentIndex().row())

    def _tell(self) -> None:
        """Whether the chosen action can be undone; why not, where it cannot; with a reason, where one is needed."""
        row, refusal = self._chosen(), None
        needs_reason = False
        actor = self.desk.would_act()
        if row is not None and actor is not None:
            from tracker.actions.undo import refusal as refused

            refusal = refused(self.desk.store, actor, row.done.action)
            needs_reason = refusal is not None and refusal.code == "reason.missing"
            if needs_reason:
                refusal = refused(self.desk.store, actor, row.done.action, "…")
        self._why.tell(self._said(row, refusal, needs_reason=needs_reason))
        self._undo_button.setEnabled(row is not None and refusal is None)
        self.show_field("reason", shown=needs_reason and refusal is None)

    def _said(self, row: _Row | None, refusal: Expected | None, *, needs_reason: bool) -> str:
        if row is None:
            return self.text("Nothing was done yet.")
        if refusal is not None:
            return self.desk.sentence(refusal)
        if needs_reason:
            return self.text("It was done by another or earlier: as head of the office you undo it with a reason.")
        return self.text("It can be undone: the journal keeps both, the action and its undoing.")

    def _undo(self) -> None:
        from tracker.actions.undo import undo

        row = self._chosen()
        if row is None:
            return
        reason = self.typed_in("reason")
        self.do(
            lambda store, actor: undo(store, actor, row.done.action, reason=reason),
            self.text("Undone: {deed}", deed=row.what),
            undoable=False,
        )


class _Names:
    """Turns actions into rows."""

    def __init__(self, desk: Desk) -> None:
        from tracker.store import officials

        self._desk = desk
        self._people = {official.id: official.name for official in officials.every(desk.store)}

    def row(self, each: Done) -> _Row:
        """One action."""
        words = self._desk.words
        who = self._people.get(OfficialId(each.actor), "") if each.actor is not None else words.text("the program")
        behalf = self._people.get(OfficialId(each.behalf), "") if each.behalf is not None else ""
        return _Row(
            each,
            summary(self._desk, each),
            deeds.who(words, who, behalf),
            deeds.moment(words, datetime.fromisoformat(each.at)),
            deeds.day(words, date.fromisoformat(each.declared_on)),
            words.text("undone") if each.undone_by is not None else "",
        )


def _columns(desk: Desk) -> list[Column[_Row]]:
    text = desk.text
    return [
        Column(key="what", title=text("What"), width=170, text=lambda row: row.what, stretch=True),
        Column(key="who", title=text("Who"), width=124, text=lambda row: row.who),
        Column(key="at", title=text("Recorded"), width=128, text=lambda row: row.at, look="muted"),
        Column(key="state", title=text("Now"), width=84, text=lambda row: row.state, look="muted"),
    ]
