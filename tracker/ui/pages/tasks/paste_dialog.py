"""Ctrl+V in the list: the pasted rows as they would become tasks, each ok or with what is wrong; all or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from tracker.actions import tasks
from tracker.store.calendar import working_calendar
from tracker.ui import tokens
from tracker.ui.dialogs.frame import Dialog
from tracker.ui.pages.tasks import pasted
from tracker.ui.pages.tasks.assign.meaning import told
from tracker.ui.widgets.basics import button, label
from tracker.ui.widgets.people import candidates
from tracker.ui.widgets.tables import Column, RowsModel, Table

if TYPE_CHECKING:
    from tracker.domain.calendar import WorkingCalendar
    from tracker.ui.desk import Desk
    from tracker.ui.pages.tasks.pasted import Row
    from tracker.ui.widgets.people import Candidate

WIDTH = 900
_SEEN = 9


def paste(desk: Desk, parent: QWidget) -> PasteDialog | None:
    """Show what was copied as tasks; say so where it is nothing of the kind."""
    people, calendar = candidates(desk), working_calendar(desk.store)
    rows = pasted.rows_of(desk, QGuiApplication.clipboard().text(), people, calendar)
    if not rows:
        desk.said.emit(desk.text("There is nothing on the clipboard to make tasks of"), None)
        return None
    if desk.actor() is None:
        return None
    dialog = PasteDialog(desk, rows, people, calendar)
    dialog.setParent(parent.window(), dialog.windowFlags())
    dialog.open()
    return dialog


class PasteDialog(Dialog):
    """The preview. The row with the cursor can be typed anew below the table."""

    at_most = WIDTH

    def __init__(self, desk: Desk, rows: list[Row], people: list[Candidate], calendar: WorkingCalendar) -> None:
        about = desk.text("As if each was typed: task; person; deadline; product. All are given, or none.")
        super().__init__(desk, desk.text("Paste tasks"), about, name="paste-dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._rows = rows
        self._people, self._calendar = people, calendar
        self.table = Table(desk, "pasted", desk.text("Pasted tasks"))
        self.model: RowsModel[Row] = RowsModel(_columns(desk))
        self.table.show_rows(self.model, sortable=False)
        high = min(_SEEN, len(rows) + 1)
        self.table.setFixedHeight(desk.theme.px(tokens.HEADER + high * tokens.ROW))
        self.add(self.table)
        self.typing = QLineEdit()
        self.field("line", self.text("The row with the cursor"), self.typing)
        self.wrong = label("", "error", wrap=True)
        self.wrong.setObjectName("wrong")
        self.add(self.wrong)
        self.typing.textEdited.connect(self._typed)
        self.table.current_row.connect(lambda _: self._show_line())
        self.drop = button(self.text("Leave this row out"), "drop", self._drop)
        self._give = self.verbs("", self._record, self.drop, later=self.text("Cancel"))
        QShortcut(QKeySequence("Delete"), self.table, self._drop, context=Qt.ShortcutContext.WidgetShortcut)
        self.table.entered_row.connect(lambda _: self.typing.setFocus())
        self._show_rows(next((at for at, row in enumerate(rows) if row.problems), 0))
        self.table.setFocus()

    def _show_rows(self, at: int) -> None:
        self.model.show(self._rows)
        self.table.select(min(at, len(self._rows) - 1))
        self._tell()
        self._show_line()

    def _tell(self) -> None:
        """What the verb would do, and why it cannot."""
        wrong = sum(bool(row.problems) for row in self._rows)
        count = len(self._rows)
        give = (
            self.text("{count} rows are wrong", count=wrong) if wrong else self.text("Give {count} tasks", count=count)
        )
        self._give.setText(give)
        self._give.setAccessibleName(give)
        self._give.setEnabled(bool(self._rows) and not wrong)
        self.drop.setEnabled(bool(self._rows))

    def _at(self) -> int:
        return self.table.currentIndex().row()

    def _show_line(self) -> None:
        row = self._rows[self._at()] if 0 <= self._at() < len(self._rows) else None
        if row is not None and row.line != self.typing.text() and not self.typing.hasFocus():
            self.typing.setText(row.line)
        self.wrong.setText(" ".join(row.problems) if row else "")

    def _typed(self, text: str) -> None:
        at = self._at()
        if not 0 <= at < len(self._rows):
            return
        self._rows[at] = pasted.row_of(self.desk, text, self._people, self._calendar)
        self.model.rows[at] = self._rows[at]
        self.model.dataChanged.emit(self.model.index(at, 0), self.model.index(at, self.model.columnCount() - 1))
        self._tell()
        self._show_line()

    def _drop(self) -> None:
        at = self._at()
        if 0 <= at < len(self._rows):
            del self._rows[at]
            self._show_rows(at)

    def _record(self) -> None:
        new = [row.new for row in self._rows]

        changes = self.do(lambda store, actor: tasks.add_all(store, actor, new))
        if changes is not None:
            self.desk.said.emit(told(self.desk, changes), changes.action)


def _columns(desk: Desk) -> list[Column[Row]]:
    text = desk.text

    def state(row: Row) -> str:
        return row.problems[0] if row.problems else text("ok")

    return [
        Column(key="state", title=text("Check"), width=190, text=state, look="chip", chip=_look),
        Column(key="title", title=text("Task"), width=260, text=lambda row: row.words[0], stretch=True),
        Column(key="owner", title=text("Answerable"), width=150, text=lambda row: row.words[1], look="strong"),
        Column(key="due", title=text("Due by"), width=96, text=lambda row: row.words[2]),
        Column(key="product", title=text("Product"), width=130, text=lambda row: row.words[3]),
    ]


def _look(row: Row) -> str:
    return "overdue" if row.problems else "done_on_time"
