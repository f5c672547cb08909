"""What stands in the place of an empty list: why there is nothing in it, and the next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tracker.store.listing import Wanted
from tracker.ui import lists
from tracker.ui.lists import Shown
from tracker.ui.periods import name as period_name
from tracker.ui.views import ALL, PERIOD
from tracker.ui.widgets.basics import button, empty

if TYPE_CHECKING:
    from tracker.ui.pages.tasks.page import TasksPage


class Nothing(QWidget):
    """An empty list."""

    def __init__(self, page: TasksPage) -> None:
        super().__init__()
        self._page = page
        text = page.text
        self.setProperty("clear", True)
        self.clear = button(text("Take all filters away"), "clear-all", page.clear_filters, tip="Shift+Esc")
        self.every = button(text("Show all tasks"), "show-all", lambda: page.show_list(Shown(ALL)))
        self.book = button(text("Import from a sheet"), "import-first", lambda: page.desk.go("import", what="tasks"))
        assign = button(text("Assign a task"), "assign-first", page.assign)
        whole = empty("", self.clear, self.every, self.book, assign)
        self._words = whole.findChild(QLabel, "empty")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(whole)

    def tell(self) -> None:
        """Say why this list is empty; only ways that lead to something are offered."""
        shown, desk = self._page.shown, self._page.desk
        filtered = bool(shown.search) or shown.filters != Wanted() or desk.unit is not None
        self.clear.setVisible(filtered)
        self.every.setVisible(not filtered and shown.view != ALL)
        self.book.setVisible(not filtered)
        assert isinstance(self._words, QLabel)
        self._words.setText(self._why(filtered=filtered))

    def _why(self, *, filtered: bool) -> str:
        shown, desk = self._page.shown, self._page.desk
        if filtered:
            return desk.text("No task passes the filters above.")
        if lists.base(desk, shown.view) == PERIOD:
            return desk.text("There is no task yet in {period}.", period=period_name(desk, desk.period))
        if shown.view == ALL:
            return desk.text("There is no task yet.")
        return desk.text("There is no task in “{name}” today.", name=lists.name(desk, shown.view))
