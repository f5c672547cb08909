"""The quick entry: one line "việc; người; hạn; sản phẩm", told back as it is typed.

The line is never rewritten while it is typed: only a choice from a list puts words into it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from tracker.domain import quick_entry
from tracker.domain.quick_entry import Entry
from tracker.domain.records import changed
from tracker.domain.typed_days import limit_fields
from tracker.ui import day_words, tokens
from tracker.ui.pages.tasks.assign.telling import LABEL, Fact
from tracker.ui.widgets.basics import column, label, row
from tracker.ui.widgets.people import Candidate, candidates, choice, matching, remember
from tracker.ui.widgets.popups import Choices
from tracker.ui.widgets.products import ProductField

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QShowEvent

    from tracker.domain.calendar import WorkingCalendar
    from tracker.domain.new_task import NewTask
    from tracker.ui.desk import Desk
    from tracker.ui.pages.tasks.assign.meaning import Meaning

OFFERED = 50


class Line(QLineEdit):
    """The line. Tab leads on to the form, a text of several lines to the list of many tasks."""

    expand = Signal()
    several = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        words = desk.text("task; person; deadline; product")
        self.setObjectName("line")
        self.setAccessibleName(desk.text("Quick entry: {parts}", parts=words))
        self.setPlaceholderText(words)
        self.list = Choices(desk, self, desk.text("People"))

    def event(self, event: QEvent) -> bool:
        """Tab is a key of this line, not one that leaves it; Esc shuts the list before anything else."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab and not event.modifiers():
                if not self.list.isVisible():
                    self.expand.emit()
                self.list.press(event)
                return True
            escapes = event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape
            if escapes and self.list.isVisible():
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """The list has its keys first; pasted minutes go to the list of many tasks."""
        if self.list.press(event):
            return
        if event.matches(QKeySequence.StandardKey.Paste):
            pasted = QGuiApplication.clipboard().text()
            if len([line for line in pasted.splitlines() if line.strip()]) > 1:
                self.several.emit(pasted)
                return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Leaving the line shuts the list."""
        self.list.hide()
        super().focusOutEvent(event)


class QuickEntry(QWidget):
    """The line with what it means."""

    changed = Signal()
    wanted = Signal()
    """Enter: all is clear."""
    expand = Signal()
    several = Signal(str)
    """Several lines were pasted."""

    FIELDS = ("title", "owner", "product", "due_on", "deadline_days", "no_deadline_reason")
    """Fields whose problems are told here, in place."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setProperty("clear", True)
        self._calendar = _calendar(desk)
        self._people: list[Candidate] | None = None
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(lambda: self.people)
        self._asked = self._by_hand = False
        self._from_line = ""
        self.entry: Entry[Candidate] = Entry()
        self.line, self.product = Line(desk), ProductField(desk, words=desk.text("Product"))
        self.product.setObjectName("product")
        self._make()
        self.line.textEdited.connect(self._note)
        self.line.textChanged.connect(self._read)
        self.line.returnPressed.connect(self.go)
        self.line.expand.connect(self.expand)
        self.line.several.connect(self.several)
        self.line.list.taken.connect(self._take)
        self.product.changed.connect(self._changed)
        self.product.returnPressed.connect(self.go)
        self.setFocusProxy(self.line)
        desk.changed.connect(self._forget)
        desk.turned.connect(self._forget)

    # --- what is said -------------------------------------------------------------------------------------------------

    def said(self, base: NewTask) -> NewTask:
        """The task with what the line says in the place of what was said before."""
        return changed(
            base,
            title=self.entry.title,
            owner=self.entry.person.id if self.entry.person else None,
            product=self.product.value(),
            **limit_fields(self.entry.limit),
        )

    def parts(self) -> tuple[str, str, str, str]:
        """Title, person, deadline and product in the words that were typed; the person in full where it is clear."""
        person = self.entry.person
        who = f"{person.name} ({person.code})" if person else self.entry.who
        return self.entry.title, who, self.entry.when, self.product.text()

    def clear(self) -> None:
        """An empty line for the next task."""
        self._asked, self._from_line = False, ""
        self.product.set(None)
        self.line.clear()
        self.line.setFocus()

    def set(self, line: str, product: str = "") -> None:
        """Show a line that was typed before."""
        self.line.setText(line)
        if product and not self.entry.product:
            self.product.set(product)

    @property
    def people(self) -> list[Candidate]:
        """Everybody who can be given a task today."""
        if self._people is None:
            self._people = candidates(self.desk)
        return self._people

    # --- what it means ------------------------------------------------------------------------------------------------

    def show_meaning(self, meant: Meaning) -> None:
        """Tell what the line means; once Enter was pressed in vain, what is missing is told in the error's colour."""
        entry, text, asked = self.entry, self.desk.text, self._asked
        lacking = {problem.field: self.desk.sentence(problem) for problem in meant.problems}
        if entry.title and "title" in lacking:
            self._what.tell("", lacking["title"], wrong=True)
        else:
            self._what.tell(entry.title, "" if entry.title else text("say what is to be done"), wrong=asked)
        self._show_person(asked)
        self._show_limit(asked, lacking.get("due_on", ""))
        self._giver.tell("", meant.giver)
        wrong = lacking.get("owner", "") if entry.person else ""
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        facts = (self._what, self._who, self._when, self._giver, self._warned, self._wrong)
        heard = [fact.accessibleName() if isinstance(fact, Fact) else fact.text() for fact in facts]
        self.line.setAccessibleDescription("; ".join(told for told in heard if told))

    def refuse(self) -> None:
        """Enter was pressed and something is missing: say so in place."""
        self._asked = True
        self._changed()

    def _show_person(self, asked: bool) -> None:
        entry, text = self.entry, self.desk.text
        person = entry.person
        if person is not None:
            told = text("{count} open tasks", count=person.open)
            self._who.tell(person.name, f"{person.post} · {person.unit} · {told}")
        elif entry.people:
            names = [f"{each.name} ({each.unit})" for each in entry.people[:4]]
            self._who.tell("", text("“{name}” may be {people}", name=entry.who, people=names), wrong=asked)
        elif entry.who:
            self._who.tell("", text("nobody in office is found by “{name}”", name=entry.who), wrong=True)
        else:
            self._who.tell("", text("behind a semicolon: part of the name, code or unit"), wrong=asked)

    def _show_limit(self, asked: bool, problem: str) -> None:
        entry, text, words = self.entry, self.desk.text, self.desk.words
        limit, warned = entry.limit, list[str]()
        if entry.wrong_date is not None:
            self._when.tell("", self.desk.sentence(entry.wrong_date), wrong=True)
        elif limit is None:
            self._when.tell("", text("18/9, +10, end of quarter, 10 days, no deadline: why"), wrong=asked)
        elif limit.reason is not None:
            self._when.tell(text("No deadline"), limit.reason)
        else:
            assert limit.due_on is not None, "a limit is a day or a reason"
            about = (words, limit.due_on, self.desk.today, self._calendar)
            more = text("{days} working days from the assignment", days=limit.days) if limit.days else ""
            late = limit.due_on < self.desk.today
            self._when.tell(day_words.told(*about), problem if late else more, wrong=late)
            if not limit.days:
                warned = day_words.warnings(*about)
        self._warned.setText(" · ".join(warned))
        self._warned.setVisible(bool(warned))

    # --- typing -------------------------------------------------------------------------------------------------------

    def go(self) -> None:
        """Enter: the next thing that is missing, or the deed."""
        self.line.list.hide()
        self.wanted.emit()

    def _read(self, line: str) -> None:
        self.entry = quick_entry.read(line, self.people, self.desk.today, self._calendar)
        if self.entry.product != self._from_line:
            self._from_line = self.entry.product
            self.product.set(self.entry.product)  # tells the change as well
        if self._by_hand:
            self._offer(line)
        self._by_hand = False
        self._changed()

    def _changed(self) -> None:
        self.changed.emit()

    def _note(self) -> None:
        """It is typed, not set: Qt tells that before it tells the change."""
        self._by_hand = True

    def _offer(self, line: str) -> None:
        """Where a name may be several people, they are offered."""
        part = self.entry.part_at(line, self.line.cursorPosition())
        several = part == "who" and len(self.entry.people) > 1
        people = matching(self.people, self.entry.who)[:OFFERED] if several else []
        self.line.list.offer(choice(self.desk, each) for each in people)

    def _take(self, person: Candidate) -> None:
        """Put the person who was chosen into the line, with the code where the name stands twice."""
        remember(self.desk, person)
        twice = [each for each in self.people if each.name == person.name]
        words = f"{person.name} ({person.code})" if len(twice) > 1 else person.name
        self.line.setText(quick_entry.replaced(self.line.text(), self.entry.person_part, words))

    def _forget(self) -> None:
        self._people, self._calendar = None, _calendar(self.desk)
        if self.isVisible():
            self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Know the people before the first key."""
        super().showEvent(event)
        self._soon.start()

    # --- looks --------------------------------------------------------------------------------------------------------

    def _make(self) -> None:
        desk, text = self.desk, self.desk.text
        self._what, self._who = Fact(desk, text("Work"), "what"), Fact(desk, text("Person"), "who")
        self._when, self._giver = Fact(desk, text("Due by"), "when"), Fact(desk, text("Assigned by"), "giver")
        word = label(text("Product"), "muted")
        word.setFixedWidth(desk.theme.px(LABEL) - tokens.GAP + tokens.GRID)
        self._warned, self._wrong = label("", "warning", wrap=True), label("", "error", wrap=True)
        self._warned.setObjectName("warned")
        self._wrong.setObjectName("wrong")
        grid = QGridLayout()
        grid.setHorizontalSpacing(tokens.PADDING)
        grid.setVerticalSpacing(tokens.GRID)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for at, widget in enumerate((self._what, self._when, self._who)):
            grid.addWidget(widget, at // 2, at % 2)
        grid.addLayout(row(word, self.product), 1, 1)
        grid.addWidget(self._giver, 2, 0, 1, 2)
        grid.addLayout(column(self._warned, self._wrong, spacing=0), 3, 0, 1, 2)
        self.setLayout(column(self.line, grid))


def _calendar(desk: Desk) -> WorkingCalendar:
    from tracker.store.calendar import working_calendar

    return working_calendar(desk.store)
