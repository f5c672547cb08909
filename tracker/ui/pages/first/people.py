"""Step two: people pasted out of Excel, told back at once, or taken from the office's book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from tracker.actions.imports import NotImported, Pasted, read_pasted, take_pasted
from tracker.domain.errors import Expected
from tracker.ui import tokens
from tracker.ui.widgets.basics import button, label, link, row, set_role

if TYPE_CHECKING:
    from tracker.actions.imports import Imported
    from tracker.domain.book import Problem
    from tracker.ui.desk import Desk

PAUSE_MS = 250
"""After the last key, before the list is checked."""
HEIGHT = 104
MOST_TOLD = 4


class PeopleStep(QWidget):
    """A field to paste into, what it says, and the two ways on."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._pasted: Pasted | None = None
        self.setProperty("clear", True)
        self.field = QPlainTextEdit()
        self.field.setObjectName("people-pasted")
        self.field.setAccessibleName(desk.text("List of people"))
        self.field.setPlaceholderText(
            desk.text(
                "Paste here: code, full name, post, unit, with or without a line of headings.\nNames alone will do:"
                " codes are given, and units that are not there yet are made."
            )
        )
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(desk.theme.px(HEIGHT))
        self.told = label("", "small", wrap=True)
        self.told.setObjectName("people-told")
        self.take = button(desk.text("Add people"), "people-take", self._take)
        self.take.setEnabled(False)
        book = link(desk.text("From a book …"), "people-book", lambda: desk.go("import", what="officials"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(tokens.GRID)
        box.addWidget(self.field)
        box.addWidget(self.told)
        box.addLayout(row(self.take, book, 1))
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self._look)
        self.field.textChanged.connect(self._timer.start)

    def stop(self) -> None:
        """The list is not looked at any more."""
        self._timer.stop()

    def _look(self) -> None:
        """Try the list, and say what it would make."""
        self._pasted = None
        actor = self._desk.acting_now()
        pasted = read_pasted(self._desk.store, self.field.toPlainText(), self._desk.today)
        if actor is None or not (pasted.people or pasted.problems):
            self._tell("", "small", ready=False)
            return
        try:
            done = take_pasted(self._desk.store, actor, pasted, dry_run=True)
        except NotImported as refused:
            self._tell(self._problems(refused.problems), "error", ready=False)
        except Expected as error:
            self._tell(self._desk.sentence(error), "error", ready=False)
        else:
            self._pasted = pasted
            self._tell(self._would(pasted, done), "small", ready=bool(done.made + done.updated))

    def _would(self, pasted: Pasted, done: Imported) -> str:
        """ "24 cán bộ mới, 1 đã có · lập thêm 5 đơn vị: …"."""
        text = self._desk.text
        parts = [text("{new} new people, {known} known already", new=done.made, known=done.updated + done.unchanged)]
        if pasted.units:
            names = [unit.name for unit in pasted.units]
            parts.append(text("{count} units are made: {names}", count=len(names), names="; ".join(names)))
        told = [self._sentence(problem) for problem in done.problems if problem.code != "exchange.no_title"]
        return "\n".join([" · ".join(parts), *told[:MOST_TOLD]])

    def _problems(self, problems: tuple[Problem, ...]) -> str:
        fatal = [self._sentence(problem) for problem in problems if problem.fatal]
        more = len(fatal) - MOST_TOLD
        rest = [self._desk.text("… and {count} more", count=more)] if more > 0 else []
        return "\n".join([*fatal[:MOST_TOLD], *rest])

    def _sentence(self, problem: Problem) -> str:
        source = self._desk.text("List")
        return self._desk.sentence(problem.refusal(source)).removeprefix(f"{source}, ")

    def _tell(self, words: str, role: str, *, ready: bool) -> None:
        self.told.setText(words)
        set_role(self.told, role)
        self.take.setEnabled(ready)

    def _take(self) -> None:
        """Add them; the list goes once they are recorded."""
        pasted = self._pasted
        if pasted is None:
            return
        count = len({person.code for person in pasted.people})
        done = self._desk.attempt(
            # Not None: it was tried, and there is something to record.
            lambda store, actor: take_pasted(store, actor, pasted).changes,  # type: ignore[arg-type, return-value]
            self._desk.text("{count} people are recorded", count=count),
        )
        if done is not None:
            self.field.clear()
