"""A dialog about one task: the facts that decide side by side, words as a quotation, the reason, another day.

Every deed may have happened on another day than today and rest on a document: both are folded away until they are
wanted, or until a refusal means them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from tracker.domain.errors import Expected, Refused
from tracker.store import tasks
from tracker.ui import tokens, wording
from tracker.ui.dialogs.frame import Dialog
from tracker.ui.widgets.basics import card, label, link
from tracker.ui.widgets.prose import Prose

if TYPE_CHECKING:
    from datetime import date

    from tracker.actions.acting import Said
    from tracker.domain.tasks import Task, TaskId
    from tracker.ui.desk import Desk

LONGEST_ABOUT = 160
"""Characters of a task's title that the head of a dialog shows."""
QUOTED_LINES = 5
FOLDED = ("date", "basis", "basis_date")
D = TypeVar("D", bound=Dialog)


class Fact(NamedTuple):
    """A fact that decides: its name, its value in bold, what is to be said of it."""

    name: str
    value: str
    beside: str = ""


class Deed(Dialog):
    """A dialog that does one thing to one task."""

    guide = "hanh-dong"

    def __init__(self, desk: Desk, task: TaskId, title: str, *, name: str) -> None:
        self.task: Task = tasks.get(desk.store, task)
        super().__init__(desk, title, about(self.task), name=name, draft=f"{name}/{self.task.id}")
        self.follow: Deed | None = None
        """The dialog in which the answer is given instead, once that was asked for."""
        self._more: QWidget | None = None
        self._more_link: QWidget | None = None

    # --- putting it together ------------------------------------------------------------------------------------------

    def facts(self, *found: Fact) -> None:
        """The facts in one card."""
        frame, column = card("facts", margin=tokens.GAP + 2)
        grid = QGridLayout()
        grid.setHorizontalSpacing(tokens.PADDING)
        grid.setVerticalSpacing(tokens.GRID * 2)
        grid.setColumnStretch(2, 1)
        beside = any(fact.beside for fact in found)
        for at, fact in enumerate(found):
            grid.addWidget(label(fact.name, "muted"), at, 0, Qt.AlignmentFlag.AlignTop)
            value = Prose(self.desk, fact.value, "strong", most=QUOTED_LINES)
            if fact.beside or (beside and len(fact.value) <= len("dd/mm/yyyy")):
                value.setMinimumWidth(value.sizeHint().width())
                grid.addWidget(value, at, 1, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(Prose(self.desk, fact.beside, "muted", most=QUOTED_LINES), at, 2)
            else:
                grid.addWidget(value, at, 1, 1, 2)
        column.addLayout(grid)
        self.add(frame)

    def quote(self, who: str, text: str) -> None:
        """The words of whoever asks."""
        self.add(Prose(self.desk, self.text("{who}: “{text}”", who=who, text=text), most=QUOTED_LINES))

    def hint(self, words: str) -> None:
        """What follows from it, quieter."""
        self.add(Prose(self.desk, words, "small"))

    def reason(self, words: str) -> QPlainTextEdit:
        """The field of the reason, which has the cursor."""
        made = self.lines("reason", words)
        made.setFocus()
        return made

    def more(self, *, opened: bool = False, basis: str = "") -> None:
        """Day and document, folded away unless `opened`; `basis` are other words for the document."""
        self._more_link = link(self.text("On another day, or by a document…"), "more", self.unfold)
        self.add(self._more_link)
        outer = self.body
        self._more = QWidget()
        self._more.setProperty("clear", True)
        column = QVBoxLayout(self._more)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.GAP)
        outer.addWidget(self._more)
        self.body = column
        self.day("date", self.text("Day it happened (empty: today)"))
        self.line("basis", basis or self.text("Basis document, its number (if there is one)"))
        self.day("basis_date", self.text("Date of the basis document"))
        self.body = outer
        self._more.hide()
        if opened:
            self.unfold()

    def unfold(self) -> None:
        """Show day and document."""
        if self._more is not None and self._more_link is not None and self._more.isHidden():
            self._more_link.hide()
            self._more.show()
            if self.isVisible():
                self._fields["date"][0].setFocus()
                self._fit()

    def tell_place(self, words: str) -> None:
        """Which of several it is, where the dialog is one of a queue."""
        self.heading.setText(self.text("{title} ({place})", title=self.windowTitle(), place=words))

    def add_way(self, way: QPushButton) -> None:
        """A quiet way out, beside the note at the foot."""
        self._buttons.insertWidget(1, way)

    # --- reading ------------------------------------------------------------------------------------------------------

    def said(self) -> Said:
        """Day, reason and document as typed. Raises Refused for a day that is none."""
        found: Said = {"reason": self.typed_in("reason")}
        if self._more is not None:
            found["on"] = self.day_of("date")
            found["basis"] = self.typed_in("basis")
            found["basis_on"] = self.day_of("basis_date")
        return found

    def show_error(self, error: Expected) -> None:
        """What is wrong may lie in what is folded away."""
        if isinstance(error, Refused) and error.field in FOLDED:
            self.unfold()
        super().show_error(error)

    # --- words --------------------------------------------------------------------------------------------------------

    def short(self, day: date | None) -> str:
        """18/9, with the year where it is another one."""
        return wording.short(day.isoformat() if day else None, self.desk.today)

    def full(self, day: date | None) -> str:
        """18/9/2026; a dash for none."""
        return self.desk.words.show(day)

    def name_of(self, official: int | None) -> str:
        """An official's name; "" for nobody."""
        from tracker.domain.officials import OfficialId
        from tracker.store import officials

        return "" if official is None else officials.get(self.desk.store, OfficialId(official)).name

    def left(self, due_on: date) -> str:
        """How far off a deadline is today, in working days."""
        from tracker.store.calendar import working_calendar

        calendar, today = working_calendar(self.desk.store), self.desk.today
        if due_on == today:
            return self.text("is today")
        if due_on > today:
            return self.text("{days} working days left", days=calendar.between(today, due_on))
        return self.text("{days} working days over", days=calendar.between(due_on, today))


def about(task: Task) -> str:
    """A task in one line: number and title."""
    title = task.title.replace("\n", " ")
    return f"{task.number}  {title[:LONGEST_ABOUT]}{'…' if len(title) > LONGEST_ABOUT else ''}"


def shown(dialog: D, parent: QWidget | None = None) -> D:
    """Show a dialog over the window of a widget; the event loop goes on meanwhile. Shut, it is gone."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if parent is not None and dialog.parentWidget() is None:
        dialog.setParent(parent.window(), dialog.windowFlags())
    dialog.open()
    return dialog
