"""What an owner does, or a clerk for the owner: begin, report, submit, ask, explain, decline, answer, file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget

from tracker.domain.errors import Refused
from tracker.domain.events import CauseKind
from tracker.ui import wording
from tracker.ui.dialogs.deed import Deed, Fact, shown
from tracker.ui.dialogs.managing import due_facts
from tracker.ui.widgets.files import FilesField
from tracker.ui.widgets.numbers import NumberField

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tracker.domain.events import Coordination
    from tracker.domain.officials import Actor, OfficialId
    from tracker.domain.tasks import TaskId
    from tracker.store import Changes, Store
    from tracker.ui.desk import Desk


def start(desk: Desk, _parent: QWidget, task: TaskId) -> None:
    """Begin work, at once."""
    from tracker.actions import work

    desk.attempt(lambda store, actor: work.start(store, actor, task), desk.text("Work has begun"))


def progress(desk: Desk, parent: QWidget, task: TaskId) -> Deed:
    """Ask how far it is."""
    return shown(Progress(desk, task), parent)


def submit(desk: Desk, parent: QWidget, task: TaskId) -> Deed:
    """Ask for the product."""
    return shown(Submit(desk, task), parent)


def ask(desk: Desk, parent: QWidget, task: TaskId) -> Deed:
    """Ask for the deadline that is proposed."""
    return shown(Ask(desk, task), parent)


def explain(desk: Desk, parent: QWidget, task: TaskId) -> Deed:
    """Ask why it is late."""
    return shown(Explain(desk, task), parent)


def decline(desk: Desk, parent: QWidget, task: TaskId) -> Deed:
    """Ask why it is declined."""
    return shown(Decline(desk, task), parent)


def answer(desk: Desk, parent: QWidget, task: TaskId) -> Deed:
    """Ask for the co-ordinator's part."""
    return shown(Answer(desk, task), parent)


def evidence(desk: Desk, parent: QWidget, task: TaskId) -> Deed:
    """Ask for files."""
    return shown(File(desk, task), parent)


class _Work(Deed):
    """A deed of the owner; who does it for the owner is told that the entry names both."""

    def for_owner(self) -> None:
        """Say for whom it is recorded."""
        owner = self.task.owner
        if owner is not None and self.desk.person is not None and self.desk.person.id != owner:
            self.hint(self.text("Recorded for {name}: the journal names both of you.", name=self.name_of(owner)))

    def who_decides(self) -> Fact:
        """Who weighs what is handed in or asked for."""
        return Fact(self.text("Who decides"), self.name_of(self.task.assigner) or self.task.superior or "–")


class Progress(_Work):
    """How far it is, and what stands in the way."""

    def __init__(self, desk: Desk, task: TaskId) -> None:
        super().__init__(desk, task, desk.text("Report progress"), name="progress")
        self.facts(
            *due_facts(self), Fact(self.text("Reported so far"), self.text("{percent} %", percent=self.task.percent))
        )
        self._percent = NumberField(0, 100, self.task.percent, step=5, suffix=" %")
        self.field("percent", self.text("How much is done"), self._percent)
        self.lines("note", self.text("Note"))
        known = self.task.obstacle
        self.line(
            "obstacle",
            self.text("Obstacle, if there is one"),
            hint=self.text("Known: {obstacle} It stays until another is told.", obstacle=known) if known else "",
        )
        self.for_owner()
        self.more()
        self.verbs("", self._report)
        self._percent.valueChanged.connect(self._tell)
        self._tell()
        self._percent.setFocus()
        self._percent.selectAll()

    def _tell(self) -> None:
        self.tell_verb(self.text("Report {percent} %", percent=self._percent.value()))

    def _report(self) -> None:
        from tracker.actions import work

        percent = self._percent.value()
        self.do(
            lambda store, actor: work.progress(
                store,
                actor,
                self.task.id,
                percent,
                note=self.typed_in("note"),
                obstacle=self.typed_in("obstacle"),
                **self.said(),
            ),
            self.text("{number}: {percent} % reported", number=self.task.number, percent=percent),
        )


class Submit(_Work):
    """Hand in the result, by the number of its document or as files."""

    def __init__(self, desk: Desk, task: TaskId) -> None:
        super().__init__(desk, task, desk.text("Submit the result"), name="submit")
        self.facts(
            Fact(self.text("Product"), self.task.product or "–"),
            *due_facts(self),
            self.who_decides(),
        )
        with self.beside():
            self.line("product_number", self.text("Number of the product"), placeholder="412/BC-UBND")
            self.day("product_on", self.text("Its date"))
        self._files = FilesField(desk)
        self.field("files", self.text("Files (a number or a file is obligatory)"), self._files)
        self.lines("note", self.text("Note"))
        self.for_owner()
        self.more()
        self.verbs(self.text("Submit result"), self._submit)
        self._fields["product_number"][0].setFocus()

    def _submit(self) -> None:
        from tracker.actions import work

        self.do(
            lambda store, actor: work.submit(
                store,
                actor,
                self.task.id,
                product_number=self.typed_in("product_number"),
                product_on=self.day_of("product_on"),
                files=self._files.files(),
                note=self.typed_in("note"),
                **self.said(),
            ),
            self.text("{number}: the result was submitted", number=self.task.number),
        )


class File(_Work):
    """Evidence beside a submission: its own date and that of its filing."""

    def __init__(self, desk: Desk, task: TaskId, files: Sequence[Path] = ()) -> None:
        super().__init__(desk, task, desk.text("File evidence"), name="file")
        self._files = FilesField(desk, files)
        self.field("files", self.text("Files (obligatory)"), self._files)
        self.day("dated_on", self.text("Date of the evidence (empty: today)"))
        self.for_owner()
        self.more()
        self.verbs(self.text("File evidence"), self._file)
        self._files.setFocus()

    def _file(self) -> None:
        from tracker.actions import work

        self.do(
            lambda store, actor: work.add_evidence(
                store, actor, self.task.id, self._files.files(), dated_on=self.day_of("dated_on"), **self.said()
            ),
            self.text("{number}: evidence was filed", number=self.task.number),
        )


class Ask(_Work):
    """Ask for a later deadline."""

    def __init__(self, desk: Desk, task: TaskId) -> None:
        super().__init__(desk, task, desk.text("Ask for an extension"), name="ask")
        self.facts(
            *due_facts(self),
            self.who_decides(),
        )
        self.reason(self.text("Reason (obligatory)"))
        self._due = self.day("due_on", self.text("Deadline asked for (obligatory)"), ahead=True)
        self.for_owner()
        self.more()
        self.verbs("", self._ask)
        self._due.changed.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        try:
            day = self._due.value()
        except Refused:
            day = None
        asks = self.text("Ask until {day}", day=self.short(day)) if day else self.text("Ask for an extension")
        self.tell_verb(asks)

    def _ask(self) -> None:
        from tracker.actions import extensions

        def action(store: Store, actor: Actor) -> Changes:
            day = self.day_of("due_on")
            if day is None:
                raise Refused("extension.no_day", field="due_on")
            return extensions.ask(store, actor, self.task.id, day, **self.said())

        self.do(action, self.text("{number}: an extension was asked for", number=self.task.number))


class Explain(_Work):
    """Why it is late."""

    def __init__(self, desk: Desk, task: TaskId) -> None:
        super().__init__(desk, task, desk.text("Explain the lateness"), name="explain")
        from tracker.actions.coordination import present

        self.facts(*due_facts(self))
        kinds = {kind.value: wording.beginning(desk.words.term(kind)) for kind in CauseKind}
        self._parts = present(desk.store, task)
        if not self._parts:
            del kinds[CauseKind.COORDINATION.value]
        self._cause = self.choice("cause", self.text("Kind of cause"), kinds)
        self._who = self.choice("coordinator", self.text("With which co-ordinator it lies"), {})
        for part in self._parts:
            self._who.addItem(part.name, part)
        self.lines("text", self.text("Explanation (obligatory)"))
        self.lines("remedy", self.text("What is done about it"), height=54)
        self.for_owner()
        self.more()
        self.verbs(self.text("Explain"), self._explain)
        self._cause.currentIndexChanged.connect(self._tell)
        self._tell()
        self._fields["text"][0].setFocus()

    def _tell(self) -> None:
        self.show_field("coordinator", shown=self._cause.currentData() == CauseKind.COORDINATION.value)

    def _explain(self) -> None:
        from tracker.actions import work

        cause = CauseKind(self._cause.currentData())
        part: Coordination | None = self._who.currentData() if cause is CauseKind.COORDINATION else None
        self.do(
            lambda store, actor: work.explain(
                store,
                actor,
                self.task.id,
                cause,
                self.typed_in("text") or "",
                remedy=self.typed_in("remedy"),
                coordinator=part.official if part else None,
                **self.said(),
            ),
            self.text("{number}: the lateness was explained", number=self.task.number),
        )


class Decline(_Work):
    """Decline the task: the assigner insists or hands it over."""

    def __init__(self, desk: Desk, task: TaskId) -> None:
        super().__init__(desk, task, desk.text("Decline the task"), name="decline")
        self.facts(
            Fact(self.text("Product"), self.task.product or "–"),
            *due_facts(self),
            self.who_decides(),
        )
        self.hint(self.text("Until it is decided the task stays with its owner, and its deadline runs on."))
        self.reason(self.text("Reason (obligatory)"))
        self.for_owner()
        self.more()
        self.verbs(self.text("Decline"), self._decline)

    def _decline(self) -> None:
        from tracker.actions import work

        self.do(
            lambda store, actor: work.decline(store, actor, self.task.id, **self.said()),
            self.text("{number} was declined", number=self.task.number),
        )


class Answer(Deed):
    """A co-ordinator's part."""

    def __init__(self, desk: Desk, task: TaskId) -> None:
        super().__init__(desk, task, desk.text("Answer as co-ordinator"), name="answer")
        self._who = QComboBox()
        for part in self._own():
            self._who.addItem(f"{part.name}: {part.part}" if part.part else part.name, part)
        self.field("coordinator", self.text("Whose part"), self._who)
        self.facts(Fact(self.text("Answerable"), self.name_of(self.task.owner)), *due_facts(self))
        self.lines("text", self.text("Answer (obligatory)"))
        self.more()
        self.verbs(self.text("Answer"), self._answer)
        self._fields["text"][0].setFocus()

    def _own(self) -> list[Coordination]:
        """The parts that the acting person may answer, those without an answer first."""
        from tracker.actions.allowed import may_answer

        actor = self.desk.would_act()
        found = may_answer(self.desk.store, actor, self.task.id) if actor else []
        return sorted(found, key=lambda part: part.answered_on is not None)

    def _answer(self) -> None:
        from tracker.actions import work

        part: Coordination = self._who.currentData()
        whose: OfficialId | str = part.official if part.official is not None else part.name
        self.do(
            lambda store, actor: work.answer(
                store, actor, self.task.id, whose, self.typed_in("text") or "", **self.said()
            ),
            self.text("{number}: the part was answered", number=self.task.number),
        )
