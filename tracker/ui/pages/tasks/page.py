"""Nhiệm vụ: the list of tasks under a view and filters, and beside it the task that is selected."""

from __future__ import annotations

from array import array
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.domain.tasks import TaskId
from tracker.store import listing
from tracker.store.listing import Wanted
from tracker.ui import lists, saved, tokens, views
from tracker.ui.lists import Shown
from tracker.ui.pages import Page
from tracker.ui.pages.tasks import verbs
from tracker.ui.pages.tasks.cell_edit import LEADS_ON, typed_over
from tracker.ui.pages.tasks.head import LIST, ListHead
from tracker.ui.pages.tasks.nothing import Nothing
from tracker.ui.pages.tasks.own_views import columns_of, views_menu
from tracker.ui.pages.tasks.shapes import Shapes
from tracker.ui.pages.tasks.table import COLUMNS, TaskTable
from tracker.ui.views import ALL, PERIOD
from tracker.ui.widgets.basics import card
from tracker.ui.widgets.panes import Panes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QShowEvent

    from tracker.store.writing import Changes
    from tracker.ui.desk import Desk
    from tracker.ui.pages.tasks.assign.panel import AssignPanel

QUESTION = "tasks"
MOST_PRINTED = 5_000
"""Tasks of a list on paper."""
_SOON_MS = 30
"""After the cursor came to rest for so long, the detail follows it."""


class TasksPage(Page):
    """The page of tasks."""

    guide = "nhiem-vu"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        from tracker.ui.pages.tasks.detail import TaskDetail

        self.of_period = True
        self.shown = Shown()
        self._outside: list[int] = []
        self._made: list[int] = []
        self._newest: int | None = None
        self._pending: int | None = None
        self._filled = False
        self._panel: AssignPanel | None = None
        self.head, self.list, self.detail = ListHead(desk), TaskTable(desk), TaskDetail(desk)
        self.sides = Panes(desk, self._list_card(), self._detail_card())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.sides)
        self._follow = QTimer(self, interval=_SOON_MS, singleShot=True)
        self._follow.timeout.connect(self._show_detail)
        self._connect()
        self.head.tell_shape(LIST)
        self._tell()
        self._ask()

    # --- what the window asks -----------------------------------------------------------------------------------------

    @property
    def view(self) -> str:
        """The key of the view, for the navigation."""
        return self.shown.view

    def heading(self) -> str:
        """The title of the page."""
        return self.text("Tasks")

    def reload(self) -> None:
        """Read the list anew; cursor and place stay."""
        self._tell()
        self.list.model.refresh()
        self._ask()
        self.detail.reload()

    def changed(self, changes: object) -> None:
        """Show what was written; a task that was just made is shown whether the filter has it or not."""
        self._made += self._made_by(changes)
        self.reload()

    def show_what(  # type: ignore[override]  # other pages name what they want to see
        self,
        *,
        view: str | None = None,
        task: int | None = None,
        ids: Iterable[int] | None = None,
        official: int | None = None,
        search: str | None = None,
        name: str = "",
        find: bool = False,
        assign: bool = False,
    ) -> None:
        """Show a view, a task, the tasks behind a figure (`name` says which), those of an official, or a search."""
        if view is not None:
            self.show_view(view)
        if ids is not None:
            self.show_list(Shown(ALL, Wanted(tasks=frozenset(ids)), some=name))
        if official is not None:
            base = self.shown if view is not None else Shown(ALL)
            self.show_list(base._replace(filters=base.filters._replace(owner=official)))
        if search is not None:
            self.show_list(self.shown._replace(search=search))
        if task is not None:
            self.show_task(task)
        if find:
            self.find_here()
        if assign:
            self.assign()

    def find_here(self) -> None:
        """Ctrl+F: the cursor goes into the search."""
        self.head.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.head.search.selectAll()

    def back(self) -> bool:
        """Esc: empty the search, shut the drawer, or come back from the detail into the list."""
        if self._panel is not None and self._panel.back():
            return True
        if self.head.search.hasFocus() and self.head.search.text():
            self.head.search.clear()
            return True
        moved = self.sides.draw(out=False)
        if moved or not self.shapes.has_focus():
            self.shapes.take_focus()
            return True
        return False

    def panes(self) -> list[QWidget]:
        """List and detail."""
        return [self.shapes, self.detail]

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """The cursor goes into the list."""
        super().showEvent(event)
        if not event.spontaneous():
            self.shapes.take_focus()

    # --- what is shown ------------------------------------------------------------------------------------------------

    def show_view(self, view: str) -> None:
        """A view as it is when it is opened: own ones with their columns."""
        own = saved.own_view(self.desk, view)
        columns = columns_of(own) if own else self.desk.personal.value(COLUMNS)
        if view != self.view and (own or self.view.startswith(saved.OWN)):
            self.list.take_columns(columns, own=own is not None)
        if own is not None and own.shape != self.shapes.shape:
            self.show_as(own.shape)
        self.show_list(lists.of_view(self.desk, view))

    def show_task(self, task: int) -> None:
        """Put the cursor on a task and show it; one that the filter leaves out is shown all the same."""
        if self.shapes.select(task):
            self._show_detail()
        else:
            self._pending = task
            self._ask()
        self.sides.draw(out=True)
        self.shapes.take_focus()

    def show_list(self, shown: Shown) -> None:
        """Show another list."""
        if shown != self.shown:
            self._outside, self._made = [], []
        self.shown = shown
        if self.head.search.text() != shown.search:
            self.head.search.setText(shown.search)
        self._tell()
        self._ask()

    def show_as(self, shape: str) -> None:
        """Show the same tasks in another way, of head.SHAPES."""
        self.shapes.turn_to(shape)
        self.head.tell_shape(shape)
        self._tell()
        self.shapes.ask(lists.asked(self.desk, self.shown))
        self.shapes.take_focus()

    def clear_filters(self) -> None:
        """Shift+Esc: nothing is filtered any more."""
        if self.desk.unit is not None:
            self.desk.choose_unit(None)
        self.show_list(lists.without_filters(self.shown))

    def step(self, by: int) -> None:
        """F3: the next of what was found, while one goes on typing; from the last to the first."""
        ids, task = self.list.model.ids, self.list.current()
        if ids:
            at = self.list.model.place(task) if task is not None else None
            self.shapes.select(ids[((-1 if at is None else at) + by) % len(ids)])

    def filter(self) -> None:
        """Set the filters in a dialog."""
        from tracker.ui.pages.tasks.filter_dialog import FilterDialog

        dialog = FilterDialog(self.desk, self.shown.filters)
        dialog.accepted.connect(lambda: self.show_list(self.shown._replace(filters=dialog.chosen)))
        dialog.open()

    def assign(self) -> None:
        """Giao việc, above the list."""
        from tracker.ui.pages.tasks.assign import open_assign

        self._panel = open_assign(self.desk, self)

    def print_list(self) -> None:
        """Ctrl+P: the list as it stands, with the columns that are shown."""
        from tracker.ui.printing import print_table

        name = lists.name(self.desk, self.view)
        headings, rows = self.list.sheet(MOST_PRINTED)
        words = [chip.words for chip in lists.chips(self.desk, self.shown)]
        if self.shown.search:
            words.append(self.text("Search: {words}", words=self.shown.search))
        if len(self.list.model.ids) > MOST_PRINTED:
            words.append(self.text("only the first {count} tasks", count=MOST_PRINTED))
        print_table(self.desk, self, name, headings, rows, "; ".join(words))

    def export_list(self) -> None:
        """The tasks of the list as a book of Excel, which an import reads back."""
        from tracker.figures import books
        from tracker.ui import excel

        store = self.desk.store
        wanted = frozenset(map(TaskId, views.ids(store, lists.asked(self.desk, self.shown))))
        excel.write_book(self.desk, self, "tasks", books.tasks(store, wanted))

    # --- asking and answering -----------------------------------------------------------------------------------------

    def _ask(self) -> None:
        asked = lists.asked(self.desk, self.shown)
        self.desk.reading.ask(
            QUESTION,
            lambda store, kept: (array("q", views.ids(store, asked, kept)), listing.newest(store)),
            self._answered,
            urgent=True,
        )
        self.shapes.ask(asked)

    def _answered(self, answer: tuple[array[int], int]) -> None:
        ids, self._newest = answer
        self._take_outside(ids)
        whole = array("q", self._outside) + ids
        if whole == self.list.model.ids and self._filled:
            self.list.model.outside = self._outside
        else:
            self.list.show_ids(whole, self._outside)
            self.list.fit_numbers()
        self._filled = True
        self._after_filling()

    def _take_outside(self, ids: array[int]) -> None:
        """Which tasks are shown though the filter leaves them out: made just now, or asked for by name."""
        asked = [*self._made, *([] if self._pending is None else [self._pending]), *self._outside]
        self._outside = [task for task in dict.fromkeys(asked) if task not in ids]
        if self._made and self._pending is None:
            self._pending = self._made[-1]
        self._made = []

    def _after_filling(self) -> None:
        if self._pending is not None:
            self.shapes.select(self._pending)
            self._pending = None
        elif self.list.current() is None and self.list.model.ids:
            self.list.table.select(0)
        self._tell()
        self._show_detail()

    def _made_by(self, changes: object) -> list[int]:
        """The tasks that a change wrote down for the first time."""
        if self._newest is None or changes is None:
            return []
        records: Changes = changes  # type: ignore[assignment]  # the signal carries any object
        tasks = [int(str(record)) for kind, record in records.records if kind == "task"]
        return sorted({task for task in tasks if task > self._newest})

    # --- telling ------------------------------------------------------------------------------------------------------

    def _tell(self) -> None:
        """Say above the list what it is."""
        self.of_period = lists.base(self.desk, self.shown.view) == PERIOD
        count = len(self.list.model.ids)
        told = self.text("{count} tasks", count=self.desk.words.count(count)) if self._filled else ""
        self.head.tell(lists.name(self.desk, self.shown.view), told, lists.chips(self.desk, self.shown))
        self.list.tell_sort(self.shown.sort)
        self.shapes.show_or_say(empty=self._filled and not count)
        if self._filled and not count:
            self.nothing.tell()
        self.noted.emit()

    def _show_detail(self) -> None:
        self._follow.stop()
        task = self.list.current()
        if self.sides.shows_aside and self.detail.task != task:
            self.detail.show_task(task)

    # --- putting it together ------------------------------------------------------------------------------------------

    def _list_card(self) -> QWidget:
        frame, box = card("task-list", margin=0, spacing=0)
        self.nothing = Nothing(self)
        self.shapes = Shapes(self.desk, self.list, self.nothing)
        above = QVBoxLayout()
        above.setContentsMargins(tokens.GAP - 2, tokens.GAP - tokens.GRID, tokens.GAP, tokens.GRID)
        above.addWidget(self.head)
        box.addLayout(above)
        box.addWidget(self.shapes, 1)
        box.addSpacing(1)  # the border of the card stays free
        return frame

    def _detail_card(self) -> QWidget:
        frame, box = card("task-detail", margin=0, spacing=0)
        box.addWidget(self.detail)
        return frame

    def _connect(self) -> None:
        head, table = self.head, self.list
        head.searched.connect(lambda text: self.show_list(self.shown._replace(search=text)))
        head.removed.connect(self._take_away)
        head.search.left.connect(self.shapes.take_focus)
        table.chosen.connect(self._follow.start)
        for each in (table, self.shapes):
            each.entered.connect(self._enter)
            each.asked_menu.connect(self._menu)
        self.shapes.turned.connect(self._ask)
        self.shapes.opened.connect(self._open_day)
        head.shaped.connect(self.show_as)
        table.sorted_by.connect(lambda sort: self.show_list(self.shown._replace(sort=sort or None)))
        table.pasted.connect(self._paste)
        table.edited.connect(self._edit)
        table.typed.connect(lambda before, key, text: typed_over(self.desk, self, before, key, text))
        head.columns.clicked.connect(lambda: table.column_menu(self).popup(_below(head.columns)))
        head.print.clicked.connect(self.print_list)
        head.filter.clicked.connect(self.filter)
        head.views.clicked.connect(lambda: views_menu(self, self).popup(_below(head.views)))
        self.desk.views_kept.connect(self._tell)
        self.detail.closed.connect(self.back)
        self.sides.turned.connect(self._show_detail)
        QShortcut(QKeySequence("Shift+Esc"), self, self.clear_filters, context=_HERE)
        for keys, by in (("F3", 1), ("Shift+F3", -1)):
            QShortcut(QKeySequence(keys), self, partial(self.step, by), context=_HERE)
        verbs.install_shortcuts(self, self.desk, self.list.current, self.list.selected)

    def _take_away(self, key: str) -> None:
        if key == "unit":
            self.desk.choose_unit(None)
        else:
            self.show_list(lists.without(self.shown, key))

    def _enter(self) -> None:
        """Enter: into the detail."""
        self.sides.draw(out=True)
        self._show_detail()
        self.detail.setFocus()

    def _edit(self, key: str) -> None:
        """F2 where a cell is not typed over: owner and deadline have their dialogs, all else the form."""
        task = self.list.current()
        if task is not None:
            ways = [verbs.named(name) for name in LEADS_ON.get(key, ("edit",))]
            verbs.begin(self.desk, self, task, ways)

    def _open_day(self, day: str) -> None:
        """The tasks of a day as rows."""
        self.show_list(self.shown._replace(filters=self.shown.filters._replace(due_from=day, due_to=day)))
        self.show_as(LIST)

    def _paste(self) -> None:
        from tracker.ui.pages.tasks.paste_dialog import paste

        paste(self.desk, self)

    def _menu(self, at: QPoint) -> None:
        from tracker.ui.pages.tasks.menu import task_menu

        task_menu(self.desk, self, self.list.selected()).popup(at)


_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut


def _below(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(QPoint(0, widget.height()))
