"""The clerk's round: all open tasks of the clerk's units in one sheet, typed down the columns, recorded at once.

Each row is checked as it is typed, by the very actions that record it. What is typed is kept as a draft until it is
recorded, so that a crash or a stroke of the window's close button loses nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from tracker.actions import rounds
from tracker.domain.errors import Expected, Refused
from tracker.ui import drafts, tokens
from tracker.ui.pages import Page
from tracker.ui.pages.round.model import COLUMNS, FIRST, SAYS, RoundModel
from tracker.ui.pages.round.preview import Line, RoundPreview
from tracker.ui.pages.round.sheet import Sheet
from tracker.ui.pages.round.typed import KEYS, STATE
from tracker.ui.widgets.basics import Banner, button, card, column, empty, label, link, row, set_role

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from tracker.ui.desk import Desk

MOST = 2_000
"""Rows of the sheet; with more than that another unit is to be chosen."""
KEEP_MS, SEARCH_MS = 1_000, 200
_NAMED = 80
"""Characters of a title that name a row."""


class RoundPage(Page):
    """The sheet with its filter above and what the row comes to below."""

    guide = "vong-ghi"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._unchecked: list[int] = []
        self._people = 0
        self.model = RoundModel(desk)
        self.sheet = Sheet(desk, self.model)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._laid_out())
        self._none = QWidget()
        self._stack.addWidget(self._none)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(tokens.GAP)
        self.banner = self._banner()
        box.addWidget(self.banner)
        box.addWidget(self._stack, 1)
        self._keep = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._keep.timeout.connect(self._keep_draft)
        self._check = QTimer(self, singleShot=True, interval=0)
        self._check.timeout.connect(self._check_next)
        self._connect()
        self._take_draft()
        self.reload()

    # --- what the window asks -----------------------------------------------------------------------------------------

    def heading(self) -> str:
        """The title of the page."""
        return self.text("Clerk's round")

    def note(self) -> str:
        """How much there is to go through."""
        return self.text("{tasks} tasks, {people} people", tasks=self.model.rowCount(), people=self._people)

    def primary(self) -> tuple[str, Callable[[], object]] | None:
        """Look at it once more, then record it."""
        return self.text("Preview and record ({count})", count=len(self.model.cells)), self.record

    def reload(self) -> None:
        """The tasks as they are now; what is typed, cursor and place stay."""
        at, task = self.sheet.currentIndex(), self._current()
        self.model.show(self.desk.rows(self._tasks()))
        self._people = len({each.owner for each in self.model.rows})
        self.sheet.fit_numbers()
        there = bool(self.model.rows) or bool(self.search.text())
        self._stack.setCurrentIndex(0 if there else 1)
        if not there:
            self._explain()
        found = self.model.row_of(task) if task is not None else 0
        if self.model.rowCount():
            self.sheet.go_to(found or 0, at.column() if at.isValid() else FIRST)
        self._recheck(self.model.cells)
        self._tell()

    def find_here(self) -> None:
        """Ctrl+F: the filter."""
        self.search.setFocus()
        self.search.selectAll()

    def print_list(self) -> None:
        """Ctrl+P: the sheet as it stands, with what is typed: to be gone through by hand, too."""
        from tracker.ui.printing import print_table

        model, across = self.model, Qt.Orientation.Horizontal
        keys = [key for key in COLUMNS if key != SAYS]
        headings = [model.headerData(COLUMNS.index(key), across) for key in keys]
        cells = [[model.shown(row, key) for key in keys] for row in range(model.rowCount())]
        filtered = self.search.text().strip()
        print_table(self.desk, self, self.heading(), headings, cells, filtered)

    def panes(self) -> list[QWidget]:
        """The filter and the sheet."""
        return [self.search, self.sheet]

    def back(self) -> bool:
        """Esc: no filter any more."""
        if self.search.text():
            self.search.clear()
            self.sheet.setFocus()
            return True
        return False

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """The cursor is where typing begins."""
        super().showEvent(event)
        self._check.start()
        QTimer.singleShot(0, self._from_the_left)
        self.sheet.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing waits in a timer while another page is looked at."""
        super().hideEvent(event)
        for each in (self._check, self._search):
            each.stop()
        self._keep_draft()

    # --- the tasks ----------------------------------------------------------------------------------------------------

    def _tasks(self) -> list[int]:
        """The open tasks that may be recorded here, by person."""
        from tracker.store import listing

        actor = self.desk.acting_now()
        if actor is None:
            return []
        store, search = self.desk.store, self.search.text()
        seen = self.desk.wanted("all", search)
        mine = frozenset(int(each) for each in rounds.owners(store, actor))
        wanted = seen._replace(states=rounds.OPEN, owners=mine if seen.owners is None else mine & seen.owners)
        ids = listing.ids(store, wanted, self.desk.today, sort="owner", limit=MOST)
        if not search:
            there = set(ids)
            ids += [task for task in self.model.cells if task not in there]
        return ids

    def _explain(self) -> None:
        """Why there is nothing, and the way on."""
        if self.desk.person is None:
            why = self.text("Nobody was chosen who acts: a round is recorded in somebody's name.")
            way = button(self.text("Choose who acts"), "choose-person", self.desk.ask_person)
        else:
            why = self.text(
                "No open task is yours to record here: a clerk of a unit goes through the tasks of its people,"
                " everybody else through the own ones. Rights are given under Officials."
            )
            way = button(self.text("Officials"), "to-officials", lambda: self.desk.go("officials"))
        self._stack.removeWidget(self._none)
        self._none = empty(why, way)
        self._stack.addWidget(self._none)
        self._stack.setCurrentWidget(self._none)

    def _from_the_left(self) -> None:
        """Now that the sheet has its width: number and task are in view, if the cursor lets them."""
        self.sheet.horizontalScrollBar().setValue(0)
        self.sheet.scrollTo(self.sheet.currentIndex())

    def _current(self) -> int | None:
        at = self.sheet.currentIndex().row()
        return self.model.task(at) if 0 <= at < self.model.rowCount() else None

    # --- checking -----------------------------------------------------------------------------------------------------

    def _typed(self, tasks: Iterable[int]) -> None:
        """Something was typed: kept soon, checked at once."""
        self._keep.start()
        self._recheck(tasks)
        self._tell()
        self.noted.emit()

    def _recheck(self, tasks: Iterable[int]) -> None:
        wanted = {*self._unchecked, *tasks}
        self._unchecked = [task for task in wanted if self.model.reading(task).entry is not None]
        self._check.start()

    def _check_next(self) -> None:
        """One row by the rules; the others when the window has nothing else to do."""
        if not self._unchecked:
            return
        task = self._unchecked.pop()
        self._check_row(task)
        if self._unchecked:
            self._check.start()
        else:
            self._tell()

    def _check_row(self, task: int) -> None:
        entry, actor = self.model.reading(task).entry, self.desk.acting_now()
        if entry is None or actor is None:
            return
        try:
            self.model.refuse(task, rounds.refusal(self.desk.store, actor, entry))
        except Expected:
            return  # the file is held by another program for a moment: recording tells

    def _tell(self) -> None:
        """What the row with the cursor comes to, and how much is typed."""
        task = self._current()
        wrong = self.model.wrong(task) if task is not None and task in self.model.cells else None
        said = self.model.says(task) if task is not None else ""
        self.says.setText(said or self._hint())
        self.named.setText(self._name(task))
        set_role(self.says, "error" if wrong is not None else "small")
        count, faulty = len(self.model.cells), len(self.model.faulty())
        told = self.text("{count} typed, {faulty} to put right", count=count, faulty=faulty)
        self.count.setText(told if count else "")
        self.drop.setVisible(count > 0)

    def _name(self, task: int | None) -> str:
        """Whose row has the cursor, where its first columns are scrolled away."""
        at = self.model.row_of(task) if task is not None else None
        if at is None:
            return ""
        found = self.model.rows[at]
        return " · ".join((found.number, found.owner_name or "", found.title[:_NAMED]))

    def _hint(self) -> str:
        at = self.sheet.currentIndex().column()
        if at >= 0 and COLUMNS[at] == STATE:
            return self.text("Type d: working on it · t: submitted · k: declined; Alt+↓ lists them")
        return self.text(
            "Enter: down · Tab: right · F2: edit · Ctrl+D: fill down · Ctrl+Z: take back · F6: out of the sheet"
        )

    # --- recording ----------------------------------------------------------------------------------------------------

    def record(self) -> None:
        """Show what will be recorded; first what has to be put right."""
        if self.desk.actor() is None:
            return
        self._show_all()
        for task in list(self.model.cells):
            self._check_row(task)
        faulty = self.model.faulty()
        if faulty:
            self._to_fault(faulty[0])
            return
        entries = self.model.entries()
        if not entries:
            self.desk.refused.emit(Refused("round.empty"))
            return
        dialog = RoundPreview(self.desk, entries, [self._line(entry.task) for entry in entries])
        dialog.refused = self._refused
        if dialog.exec():
            self.model.clear()
            drafts.drop(self.desk, self._draft_key())
            self.reload()
        self.sheet.setFocus()

    def _show_all(self) -> None:
        """Without the filter: what is typed in hidden rows belongs to the round too."""
        if self.search.text():
            self.search.clear()
            self.reload()

    def _line(self, task: int) -> Line:
        at = self.model.row_of(task)
        assert at is not None, "an entry is a row"
        found, person = self.model.rows[at], self.desk.person
        behalf = person is not None and found.owner != person.code
        return Line(found.owner_name or "", behalf, found.number, self.model.says(task))

    def _to_fault(self, at: int) -> None:
        faults = self.model.reading(self.model.task(at)).faults
        key = next((key for key in KEYS if key in faults), STATE)
        self.sheet.go_to(at, COLUMNS.index(key))
        self.sheet.setFocus()
        self._tell()

    def _refused(self, error: Refused) -> None:
        """The rules refused one row when it was recorded: it is marked, and nothing is lost."""
        why = error.parameters.get("why")
        task = error.parameters.get("task")
        if isinstance(why, Refused) and isinstance(task, int):
            self.model.refuse(task, why)
            at = self.model.row_of(task)
            if at is not None:
                self.sheet.go_to(at, FIRST)
        self._tell()

    def give_up(self) -> None:
        """Nothing of what is typed is wanted; Ctrl+Z in the sheet brings it back."""
        self._show_all()
        typed = [at for at, each in enumerate(self.model.rows) if each.id in self.model.cells]
        self.model.write({(at, key): "" for at in typed for key in KEYS})
        self.banner.hide()
        self.sheet.setFocus()

    # --- the draft ----------------------------------------------------------------------------------------------------

    def _keep_draft(self) -> None:
        self._keep.stop()
        if self.model.cells:
            kept = {str(task): cells for task, cells in self.model.cells.items()}
            drafts.keep(self.desk, self._draft_key(), kept)
        else:
            drafts.drop(self.desk, self._draft_key())

    def _draft_key(self) -> str:
        return drafts.key_of(self.desk, "round")

    def _take_draft(self) -> None:
        """What was typed when the program ended; of another version of it nothing that is not understood."""
        kept = drafts.kept(self.desk, self._draft_key())
        try:
            cells = {
                int(task): {key: str(text) for key, text in typed.items() if key in KEYS}
                for task, typed in kept.items()
            }
        except (ValueError, AttributeError):
            cells = {}
        if cells:
            self.model.take(cells)
            self.banner.tell(
                self.text("{count} tasks were typed and not recorded; they stand here again.", count=len(cells))
            )

    # --- looks --------------------------------------------------------------------------------------------------------

    def _laid_out(self) -> QWidget:
        frame, inner = card("round", margin=tokens.GAP, spacing=tokens.GRID * 2)
        self.search = QLineEdit()
        self.search.setObjectName("round-search")
        self.search.setAccessibleName(self.text("Filter by person, number or words"))
        self.search.setPlaceholderText(self.text("Filter by person, number or words"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(self.desk.theme.px(280))
        self.count = label("", "muted")
        self.count.setObjectName("round-count")
        self.drop = link(self.text("Clear all that is typed"), "round-drop", self.give_up)
        self.says = label("", "small")
        self.says.setObjectName("round-says")
        inner.addLayout(row(self.search, 1, self.count, self.drop))
        inner.addWidget(self.sheet, 1)
        self.named = label("", "small")
        self.named.setObjectName("round-named")
        for each in (self.named, self.says):
            each.setMinimumWidth(1)
        inner.addLayout(column(self.named, self.says, spacing=2))
        return frame

    def _banner(self) -> Banner:
        good = button(self.text("Good"), "round-banner", lambda: self.banner.hide())
        return Banner("info", "", good, name="round-draft")

    def _connect(self) -> None:
        self.model.typed.connect(self._typed)
        self.sheet.record_wanted.connect(self.record)
        self.sheet.selectionModel().currentChanged.connect(lambda *_: self._tell())
        self._search = QTimer(self, singleShot=True, interval=SEARCH_MS)
        self._search.timeout.connect(self._filtered)
        self.search.textChanged.connect(lambda _: self._search.start())
        self.search.returnPressed.connect(self.sheet.setFocus)

    def _filtered(self) -> None:
        self.reload()
        self.noted.emit()
