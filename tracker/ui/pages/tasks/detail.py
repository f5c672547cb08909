"""The detail of one task beside the list: who, until when, in what condition, and what can be done now.

All that is shown is read anew when something was written; the pane keeps nothing of its own. Files dropped onto it are
filed as evidence.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from tracker.domain.clarity import clear
from tracker.domain.errors import Refused
from tracker.domain.tasks import TaskId
from tracker.ui import tokens, wording
from tracker.ui.pages.tasks import sections, telling, verbs
from tracker.ui.pages.tasks.verb_bar import VerbBar
from tracker.ui.widgets.basics import emptied, icon_button, label, row, scrolling
from tracker.ui.widgets.prose import Prose
from tracker.ui.widgets.signs import Chip, Dots

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent, QShowEvent

    from tracker.domain.events import Evidence
    from tracker.figures.people import People
    from tracker.figures.task_life import TaskLife
    from tracker.ui.desk import Desk

TITLE_LINES = 4


class TaskDetail(QWidget):
    """One task with what happened to it, and what can be done now."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.task: int | None = None
        self._life: TaskLife | None = None
        self._people: People | None = None
        """The names of the office, kept until something is written."""
        self._whole_timeline = False
        self._stale = self._may_file = False
        self.setObjectName("detail")
        self.setAccessibleName(desk.text("Detail of the task"))
        self.setAcceptDrops(True)
        self._build()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._again)
        desk.changed.connect(self._changed)
        desk.turned.connect(self.reload)
        desk.theme.changed.connect(self.reload)
        self.show_task(None)

    # --- what the page asks -------------------------------------------------------------------------------------------

    def show_task(self, task: int | None) -> None:
        """Show a task; None: nothing is chosen."""
        if task != self.task:
            self._whole_timeline = False
            self._scroll.verticalScrollBar().setValue(0)
        self.task = task
        self._again()

    def reload(self) -> None:
        """Read it anew, once for all that is asked within one turn of the event loop."""
        self._people = None
        self._soon.start()

    def panes(self) -> list[QWidget]:
        """What F6 goes to."""
        return [self]

    # --- building -----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        inside = QVBoxLayout(self)
        inside.setContentsMargins(1, 1, 1, 1)
        self._scroll = scrolling()
        inside.setSpacing(0)
        inside.addWidget(self._scroll)
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(tokens.PADDING, 0, tokens.PADDING, 0)
        inside.addLayout(self._foot)
        self._body = QWidget()
        self._body.setProperty("clear", True)
        self._scroll.setWidget(self._body)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(tokens.PADDING, tokens.GAP, tokens.PADDING, tokens.GAP)
        column.setSpacing(tokens.GAP - 2)
        self._empty = Prose(self.desk, self.desk.text("Choose a task to see who answers for it and what happened."))
        self._empty.setProperty("role", "muted")
        column.addWidget(self._empty)
        self._filled = QWidget()
        self._filled.setProperty("clear", True)
        column.addWidget(self._filled)
        column.addStretch(1)
        self._fill_in()

    def _fill_in(self) -> None:
        text, theme = self.desk.text, self.desk.theme
        column = QVBoxLayout(self._filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.GAP - 2)
        self._number, self._chip = label("", "muted", selectable=True), Chip(theme)
        self._number.setObjectName("number")
        self._close = icon_button(theme.icon("close"), text("Close the detail (Esc)"), "close-detail", self.closed.emit)
        column.addLayout(row(self._number, self._chip, 1, self._close))
        self._title = Prose(self.desk, "", "card", most=TITLE_LINES)
        self._title.setObjectName("title")
        column.addWidget(self._title)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(tokens.GAP)
        self._facts.setVerticalSpacing(tokens.GRID + 2)
        self._facts.setColumnStretch(1, 1)
        column.addLayout(self._facts)
        self.verbs = VerbBar(self.desk)
        self._place = column.count()
        column.addWidget(self.verbs)
        self._sections = {
            "timeline": self._section("timeline", text("What happened"), opened=True),
            "custody": self._section("custody", text("Who answered for it"), opened=False),
            "evidence": self._section("evidence", text("Evidence"), opened=True),
            "coordination": self._section("coordination", text("Co-ordination"), opened=False),
            "entries": self._section("entries", text("Journal"), opened=False),
        }
        for each in self._sections.values():
            column.addWidget(each)

    def _section(self, name: str, words: str, *, opened: bool) -> sections.Section:
        return sections.Section(self.desk, name, words, lambda: self._content(name), opened=opened)

    def _content(self, name: str) -> list[QWidget]:
        life = self._life
        if life is None:
            return []
        if name == "timeline":
            return sections.timeline(self.desk, life, whole=self._whole_timeline, more=self._show_whole)
        if name == "custody":
            return sections.custody(self.desk, life)
        if name == "evidence":
            return sections.evidence(self.desk, life, self._open_file, self._file if self._may_file else None)
        if name == "coordination":
            return sections.coordination(self.desk, life)
        return sections.journal(self.desk, life)

    # --- showing ------------------------------------------------------------------------------------------------------

    def _again(self) -> None:
        self._soon.stop()
        self._stale = False
        self._life = self._read()
        self._body.setUpdatesEnabled(False)
        self._empty.setVisible(self._life is None)
        self._filled.setVisible(self._life is not None)
        if self._life is None:
            self.verbs.hide()
        else:
            self._show(self._life)
        self._settle()
        self._body.setUpdatesEnabled(True)

    def _settle(self) -> None:
        """Take the heights now: left to the event loop they would come in several steps, seen as a jump."""
        for each in self._body.findChildren(QWidget):
            if not (each.isWindow() or each.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)):
                each.show()  # what is added to a visible layout is shown by the event loop only
        for each in reversed(self._body.findChildren(QWidget)):
            if (layout := each.layout()) is not None:
                layout.activate()
        QCoreApplication.sendEvent(self._body, QEvent(QEvent.Type.LayoutRequest))

    def _read(self) -> TaskLife | None:
        from tracker.figures.people import People
        from tracker.figures.task_life import task_life

        if self.task is None:
            return None
        try:
            if self._people is None:
                self._people = People(self.desk.store)
            return task_life(
                self.desk.store,
                TaskId(self.task),
                self.desk.today,
                self._people,
                lambda task: self.desk.rows([task])[0],
            )
        except Refused:
            return None  # it was never there, or is gone with the sample

    def _show(self, life: TaskLife) -> None:
        self._number.setText(life.row.number)
        self._chip.tell(life.row.deadline_class, wording.status(self.desk.words, life.row))
        self._title.tell(life.task.title)
        self._show_facts(life)
        ways = verbs.applying(self.desk, life.task.id)
        self.verbs.show_ways(life, ways)
        self._may_file = any(way.name == "file" for way in ways)
        counts = {
            "timeline": 0,
            "custody": len(life.custody) if len(life.custody) > 1 else 0,
            "evidence": len(life.evidence),
            "coordination": len(life.coordinators),
            "entries": len(life.steps),
        }
        for name, section in self._sections.items():
            section.tell(counts[name])

    def _show_facts(self, life: TaskLife) -> None:
        emptied(self._facts)
        found = telling.facts(self.desk.words, life, self.desk.today)
        for at, fact in enumerate(found):
            name = label(fact.name, "muted")
            self._facts.addWidget(name, at, 0, Qt.AlignmentFlag.AlignTop)
            value = Prose(self.desk, fact.value, "strong" if fact.strong else "", most=sections.LINES)
            self._facts.addWidget(value, at, 1)
        words = telling.missing(self.desk.words, life)
        self._facts.addWidget(label(self.desk.text("6 clears"), "muted"), len(found), 0, Qt.AlignmentFlag.AlignTop)
        dots = Dots(self.desk.theme, tuple(clear(life.task)), words)
        told = Prose(self.desk, words)
        told.setObjectName("clears")
        line = row(dots, told)
        line.setStretch(1, 1)
        line.setAlignment(dots, Qt.AlignmentFlag.AlignTop)
        self._facts.addLayout(line, len(found), 1)

    def _show_whole(self) -> None:
        self._whole_timeline = True
        self.reload()

    # --- what changes -------------------------------------------------------------------------------------------------

    def _changed(self, _changes: object) -> None:
        """Something was written: chases and answers of others count as well, so all of it is read anew."""
        self._people = None
        if self.task is None:
            return
        if self.isVisible():
            self.reload()
        else:
            self._stale = True

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """In a low window the verbs stand at the foot, always seen; beside the list there is nothing to shut."""
        super().resizeEvent(event)
        px = self.desk.theme.px
        self._close.setVisible(self.window().width() <= px(tokens.NARROW))
        low, column = self.height() < px(tokens.SMALL_HEIGHT), self._filled.layout()
        if low == (self._foot.count() > 0) or not isinstance(column, QVBoxLayout):
            return
        (column if self._foot.count() == 0 else self._foot).removeWidget(self.verbs)
        if low:
            self._foot.addWidget(self.verbs)
        else:
            column.insertWidget(self._place, self.verbs)
        edge = tokens.GAP - tokens.GRID if low else 0
        self._foot.setContentsMargins(tokens.PADDING, edge, tokens.PADDING, edge)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """What was written meanwhile is read when the pane is seen again."""
        super().showEvent(event)
        if self._stale:
            self._again()

    # --- evidence -----------------------------------------------------------------------------------------------------

    def _open_file(self, evidence: Evidence) -> None:
        from tracker.ui.evidence import open_evidence

        open_evidence(self.desk, self, evidence)

    def _file(self) -> None:
        if self.task is not None:
            verbs.begin(self.desk, self, self.task, [verbs.named("file")])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Files are taken, where there is a task to file them with."""
        if self.task is not None and _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """File what was dropped, at once: the toast takes it back."""
        from tracker.ui.evidence import file_at_once

        if self.task is not None and (files := _files(event)):
            event.acceptProposedAction()
            file_at_once(self.desk, TaskId(self.task), files)


def _files(event: QDropEvent) -> list[Path]:
    """The local files of a drop."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
