"""Nhật ký: what was done, newest first, read page by page; whether it holds; what one action changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from tracker.store.journal_list import Wanted
from tracker.ui import tokens, wording
from tracker.ui.pages import Page
from tracker.ui.pages.journal import filtering, lines
from tracker.ui.pages.journal.detail import ActionDetail
from tracker.ui.pages.journal.integrity_bar import IntegrityBar
from tracker.ui.widgets.basics import button, card, emptied, empty, icon_button, label, literal, row
from tracker.ui.widgets.panes import Panes
from tracker.ui.widgets.search import SearchField
from tracker.ui.widgets.tables import Column, RowsModel, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tracker.store import Store
    from tracker.ui.desk import Desk
    from tracker.ui.pages.journal.lines import Line, Read
    from tracker.words import Words

PAGE, DETAIL, PAPER = "journal", "journal-detail", "journal-paper"
"""Questions to the office."""
SEARCH_AFTER_MS = 250
KEPT = 1_000
"""Actions that are read anew at once when something was written."""
FEW = 30
"""Actions that fill a screen: until there are as many the journal is looked through further."""
PRINTED = 2_000
"""Actions that one list on paper has at most."""
_NOTHING = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class _Lines(RowsModel[lines.Line]):
    """Actions as far as they were read; the view asks for more when its end comes into sight."""

    def __init__(
        self, columns: Sequence[Column[Line]], sentence: Callable[[Line], str], more: Callable[[], None]
    ) -> None:
        super().__init__(columns, sentence)
        self._more = more
        self.below: int | None = None
        """Entries below this one were not read yet; None: all were."""
        self.waiting = False

    def canFetchMore(self, parent: Index = _NOTHING) -> bool:  # noqa: N802 - Qt's name
        """Whether there may be more."""
        return not parent.isValid() and self.below is not None and not self.waiting

    def fetchMore(self, parent: Index = _NOTHING) -> None:  # noqa: N802 - Qt's name
        """Have more read."""
        if self.canFetchMore(parent):
            self._more()

    def add(self, found: Sequence[Line]) -> None:
        """More of them, older ones."""
        if found:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(found) - 1)
            self.rows.extend(found)
            self.endInsertRows()


def _of_paper(store: Store, words: Words, wanted: Wanted) -> list[Line]:
    """What the filters let through, as much as one list on paper has."""
    found: list[Line] = []
    below: int | None = None
    while True:
        read = lines.read_page(store, words, wanted, below, PRINTED - len(found))
        found += lines.further(found, read.lines)
        below = read.below
        if below is None or len(found) >= PRINTED:
            return found


class JournalPage(Page):
    """The page of the journal."""

    guide = "nhat-ky"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.wanted = Wanted()
        self._wish: int | None = None
        self._filled = False
        self._parts = lines.PARTS
        self.integrity, self.detail = IntegrityBar(desk), ActionDetail(desk)
        self.table = Table(desk, "journal", self.text("Journal"))
        self.model = _Lines(self._columns(), self._sentence, self._read_more)
        self.table.show_rows(self.model, sortable=False)
        self._timer = QTimer(self, singleShot=True, interval=SEARCH_AFTER_MS)
        self._timer.timeout.connect(self._search)
        self._lay_out()
        QShortcut(
            QKeySequence("Shift+Esc"), self, self.clear_filters, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        self.table.current_row.connect(lambda _: self._show_current())
        self.table.entered_row.connect(lambda _: self.sides.draw(out=True))
        self.detail.undoing.connect(self._undo)
        self.detail.opened.connect(lambda task: desk.go("tasks", task=task))
        self.detail.more.connect(self._show_more)
        self._tell_filters()
        self.reload()

    # --- what the window asks -----------------------------------------------------------------------------------------

    def heading(self) -> str:
        """Nhật ký."""
        return self.text("Journal")

    def note(self) -> str:
        """How far it goes."""
        if not self._filled or not self.model.rows:
            return ""
        count = self.desk.words.count(len(self.model.rows))
        return (
            self.text("{count} actions", count=count)
            if self.model.below is None
            else self.text("{count} newest actions", count=count)
        )

    def reload(self) -> None:
        """Read the newest actions anew, as many as were read; cursor and place stay."""
        limit = min(max(lines.PAGE, len(self.model.rows)), KEPT)
        wanted, words = self.wanted, self.desk.words
        self.model.waiting = True
        self.desk.reading.ask(
            PAGE,
            lambda store, _: lines.read_page(store, words, wanted, None, limit),
            self._show,
            urgent=True,
        )

    def show_what(self, **what: Any) -> None:
        """`task=…` or `official=…`: what concerns them; `action=…`: that action."""
        if "action" in what:
            self._wish = int(what["action"])
        if "task" in what or "official" in what:
            self._choose(Wanted(task=what.get("task"), official=what.get("official")))
        elif not self._filled or self.stale or self._wish is not None:
            self.stale = False
            self.reload()

    def find_here(self) -> None:
        """Ctrl+F: the cursor goes into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def print_list(self) -> None:
        """Ctrl+P: what the filters let through, on paper."""
        wanted, words = self.wanted, self.desk.words
        self.desk.reading.ask(PAPER, lambda store, _: _of_paper(store, words, wanted), self._print)

    def back(self) -> bool:
        """Esc: empty the search, or shut the drawer."""
        if self.search.hasFocus() and self.search.text():
            self.search.clear()
            return True
        if self.sides.draw(out=False):
            self.table.setFocus()
            return True
        return False

    def stop(self) -> None:
        """The window closes: nothing is looked for any more."""
        self._timer.stop()

    def panes(self) -> list[QWidget]:
        """The check, the list, the detail."""
        return [self.integrity, self.table, self.detail]

    # --- the list -----------------------------------------------------------------------------------------------------

    def current(self) -> Line | None:
        """The action under the cursor."""
        return self.model.at(self.table.currentIndex().row())

    def _show(self, read: Read) -> None:
        before, place = self.current(), self.table.verticalScrollBar().value()
        found = read.lines
        self._filled = True
        self.model.below, self.model.waiting = read.below, False
        self.model.show(found)
        wanted = self._wish if self._wish is not None else (before.number if before else None)
        at = next((at for at, line in enumerate(found) if line.number == wanted), None)
        if self._wish is not None and found and at is None:
            self._ask_detail(self._wish)
        elif found:
            self.table.verticalScrollBar().setValue(place)
            self.table.select(at or 0)
        else:
            self.detail.show_detail(None)
        self._wish = None
        self._go_on()

    def _read_more(self) -> None:
        wanted, words, below = self.wanted, self.desk.words, self.model.below
        self.model.waiting = True
        self.desk.reading.ask(PAGE, lambda store, _: lines.read_page(store, words, wanted, below), self._add)

    def _add(self, read: Read) -> None:
        first = not self.model.rows
        self.model.below, self.model.waiting = read.below, False
        self.model.add(lines.further(self.model.rows, read.lines))
        if first and read.lines:
            self.table.select(0)
        self._go_on()

    def _go_on(self) -> None:
        """While filters let little through, what was found is shown and the rest of the journal is looked through."""
        few = len(self.model.rows) < FEW
        if few and self.model.below is not None:
            self._read_more()
        nothing = not self.model.rows and self.model.below is None
        self._stack.setCurrentWidget(self._none if nothing else self.table)
        self._looking.setText(self.text("looking through the journal …") if few and self.model.waiting else "")
        self.noted.emit()

    def _show_current(self) -> None:
        line = self.current()
        if line is not None:
            self._parts = lines.PARTS
            self._ask_detail(line.number)

    def _show_more(self) -> None:
        if self.detail.detail is not None:
            self._parts += 10 * lines.PARTS
            self._ask_detail(self.detail.detail.line.number)

    def _ask_detail(self, number: int) -> None:
        words, parts = self.desk.words, self._parts
        self.desk.reading.ask(
            DETAIL,
            lambda store, _: lines.read_detail(store, words, number, parts),
            self.detail.show_detail,
            urgent=True,
        )

    def _undo(self) -> None:
        from tracker.ui.pages.journal.undoing import UndoDialog

        if self.detail.detail is not None:
            UndoDialog(self.desk, self, self.detail.detail.line).open()

    # --- filters ------------------------------------------------------------------------------------------------------

    def _search(self) -> None:
        self._choose(self.wanted._replace(search=self.search.text().strip()))

    def _filter(self) -> None:
        dialog = filtering.FilterDialog(self.desk, self, self.wanted)
        dialog.chosen.connect(self._choose)
        dialog.open()

    def _choose(self, wanted: Wanted) -> None:
        """Other filters: the list begins anew at its top."""
        if wanted == self.wanted and self._wish is None:
            return
        self.wanted = wanted
        self.model.show([])
        self._tell_filters()
        self.reload()

    def _tell_filters(self) -> None:
        emptied(self._chips)
        for key, words in filtering.chips(self.desk, self.wanted).items():
            chip = button(literal(f"{words}  ×"), f"chip-{key}", partial(self._drop, key))
            chip.setAccessibleName(self.text("Take away the filter “{name}”", name=words))
            chip.setProperty("chip", True)
            self._chips.addWidget(chip)
        self._chips.addStretch(1)

    def clear_filters(self) -> None:
        """Shift+Esc: everything is shown again."""
        self.search.clear()
        self._timer.stop()
        self._choose(Wanted())

    def _drop(self, key: str) -> None:
        gone: dict[str, Any] = {key: None}
        self._choose(self.wanted._replace(**gone))

    # --- paper --------------------------------------------------------------------------------------------------------

    def _print(self, found: list[Line]) -> None:
        from tracker.ui.printing import print_table

        said = list(filtering.chips(self.desk, self.wanted).values())
        if self.wanted.search:
            said.append(self.text("with “{words}”", words=self.wanted.search))
        if len(found) == PRINTED:
            said.append(self.text("the newest {count}", count=self.desk.words.count(PRINTED)))
        columns = self.model.columns
        cells = [[column.text(line) for column in columns] for line in found]
        print_table(self.desk, self, self.text("Journal"), [column.title for column in columns], cells, "; ".join(said))

    # --- looks --------------------------------------------------------------------------------------------------------

    def _columns(self) -> tuple[Column[Line], ...]:
        text = self.text
        return (
            Column(key="number", title=text("No."), width=50, text=lambda line: str(line.number), look="muted"),
            Column(key="recorded", title=text("Recorded"), width=94, text=self._recorded),
            Column(key="declared", title=text("Declared"), width=84, text=self._declared),
            Column(key="who", title=text("Who"), width=152, ample=250, text=lambda line: line.who, look="strong"),
            Column(key="what", title=text("What"), width=136, ample=170, text=self._what),
            Column(key="about", title=text("About"), width=124, ample=220, text=lambda line: line.about),
            Column(key="reason", title=text("Reason"), width=160, text=lambda line: line.reason, stretch=True),
        )

    def _recorded(self, line: Line) -> str:
        """25/11 22:12; with the year where it is not this one."""
        day = wording.short(line.recorded.date().isoformat(), self.desk.today)
        return f"{day} {line.recorded:%H:%M}"

    def _declared(self, line: Line) -> str:
        """30/9, or 28/9 – 30/9; nothing where it is the day of the recording."""
        if line.days is None:
            return ""
        if not line.days[0]:
            return self.text("several days")
        first, last = (wording.short(day, self.desk.today) for day in line.days)
        return first if first == last else f"{first} – {last}"

    def _what(self, line: Line) -> str:
        return line.what if line.undone_by is None else self.text("{what} (undone)", what=line.what)

    def _sentence(self, line: Line) -> str:
        return ", ".join(
            filter(None, (str(line.number), line.what, line.about, line.who, self._recorded(line), line.reason))
        )

    def _lay_out(self) -> None:
        icon = self.desk.theme.icon
        self.search = SearchField(self.desk, self.text("Words in reasons and changed values"), width=260)
        self.search.textChanged.connect(lambda _: self._timer.start())
        self.search.left.connect(self.table.setFocus)
        self.filter = icon_button(icon("filter"), self.text("Filter"), "filter", self._filter)
        self.print = icon_button(icon("print"), self.text("Print this list (Ctrl+P)"), "print", self.print_list)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(tokens.GRID)
        self._none = empty(
            self.text("Nothing in the journal is like this."),
            button(self.text("Take all filters away"), "clear-filters", self.clear_filters),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._none)
        frame, inside = card("journal-card", margin=0, spacing=0)
        self._looking = label("", "muted")
        self._looking.setObjectName("looking")
        head = row(
            label(self.text("Newest first"), "muted"), self._looking, self._chips, self.search, self.filter, self.print
        )
        head.setStretch(2, 1)
        head.setContentsMargins(tokens.GAP, tokens.GRID * 2, tokens.GAP, tokens.GRID)
        inside.addLayout(head)
        inside.addWidget(self._stack, 1)
        self.sides = Panes(self.desk, frame, self.detail)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(tokens.GAP)
        whole.addWidget(self.integrity)
        whole.addWidget(self.sides, 1)
