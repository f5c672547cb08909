"""Many tasks of one document or one meeting's conclusions: what they share, a text of one line each, what it means.

All are given in one action, or none. The text is read line by line between two frames: typing never waits.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from time import perf_counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.errors import Expected
from tracker.domain.new_task import NewTask
from tracker.domain.tasks import SourceKind
from tracker.domain.typed_days import Limit
from tracker.ui import tokens, wording
from tracker.ui.pages.tasks.assign import lines
from tracker.ui.pages.tasks.assign.fields import Fields, Summary, on_change, read_plain, text_of
from tracker.ui.pages.tasks.assign.form import Typed
from tracker.ui.pages.tasks.assign.lines import Shared, Understood
from tracker.ui.widgets.basics import label, scrolling, set_role
from tracker.ui.widgets.dates import DateField
from tracker.ui.widgets.people import Candidate, PersonField, candidates
from tracker.ui.widgets.products import ProductField
from tracker.ui.widgets.tables import Column, RowsModel, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.actions.acting import Said
    from tracker.ui.desk import Desk

WIDE, NARROW = 5, 3
"""Fields in a row."""
TEXT_HEIGHT, TABLE_HEIGHT = 96, 152
_SOON_MS, _SLICE = 120, 0.010
"""Quiet after a key before the text is read; seconds of reading between two looks at the keyboard."""


class Many(QWidget):
    """What the tasks share, their lines, and a preview."""

    changed = Signal()
    """What the lines mean is known anew."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setProperty("clear", True)
        self.rows: list[Understood] = []
        self.fields = Fields(desk)
        self.summary = Summary(desk)
        self._columns = 0
        self._people: list[Candidate] = []
        self._known: dict[str, Understood] = {}
        self._reading: Iterator[object] | None = None
        self._soon = QTimer(self, interval=_SOON_MS, singleShot=True)
        self._soon.timeout.connect(self._begin)
        self._next = QTimer(self, interval=0, singleShot=True)
        self._next.timeout.connect(self._go_on)
        self._make()
        for key in self.fields:
            on_change(self.fields[key], self._shared_changed if key != "lines" else self._soon.start)
        self.text.cursorPositionChanged.connect(self._follow)
        desk.changed.connect(self._forget)

    # --- what is said -------------------------------------------------------------------------------------------------

    def shared(self) -> tuple[Shared, list[Expected]]:
        """What the tasks have in common, and the fields that cannot be read."""
        problems: list[Expected] = []
        values = {key: self._value(key, problems) for key in self.fields if key != "lines"}
        said: Said = {"on": values.pop("on"), "reason": None}
        due, product = values.pop("due_on"), values.pop("product")
        limit = Limit(due) if due else None
        return Shared(Typed(NewTask(title="", **values), said, []), limit, product), problems

    def read_all(self) -> None:
        """Read what is not read yet, now: the verb was pressed."""
        self._begin()
        while self._reading is not None:
            self._go_on()

    @property
    def settled(self) -> bool:
        """Whether the preview tells of the text as it stands."""
        return self._reading is None and not self._soon.isActive()

    def wrong(self) -> list[Understood]:
        """The lines that cannot be given as they stand."""
        return [row for row in self.rows if row.problems]

    def show_wrong(self) -> None:
        """Put the cursor into the first line that is wrong."""
        row = next(iter(self.wrong()), None)
        self._to_line(row.number if row else 1)

    def put(self, text: str) -> None:
        """Show a text that was pasted."""
        self.text.setPlainText(text)
        self.read_all()

    def begin(self) -> None:
        """Put the cursor where one goes on: the source first, the lines once it is told."""
        self.fields.go("lines" if self.text.toPlainText().strip() else "source_number", self.area)

    def typed(self) -> dict[str, str]:
        """What stands in the fields."""
        return self.fields.typed()

    def fill(self, typed: dict[str, str]) -> None:
        """Fill in what was typed before; nothing empties it."""
        with QSignalBlocker(self):
            self.fields.type_in(typed)
        self.tell([])
        self.read_all()

    def tell(self, problems: Sequence[Expected]) -> None:
        """Show what is wrong with what the tasks share."""
        self.summary.tell_all(problems, self.fields, self.area)

    def told(self) -> str:
        """How many lines are understood, and how many are not."""
        text, wrong = self.desk.text, len(self.wrong())
        if not self.rows:
            return text("One line is one task: task; person; deadline; product. Minutes may be pasted as they are.")
        if not wrong:
            return text("{count} tasks, all clear", count=len(self.rows))
        return text("{count} tasks, {wrong} to put right", count=len(self.rows), wrong=wrong)

    # --- reading ------------------------------------------------------------------------------------------------------

    def _value(self, key: str, problems: list[Expected]) -> Any:
        widget = self.fields[key]
        try:
            if key == "source_kind":
                return SourceKind(text_of(widget)) if text_of(widget) else None
            return read_plain(widget)
        except Expected as error:
            error.field = key
            problems.append(error)
            return None

    def _shared_changed(self) -> None:
        self._known = {}  # another one: a reading that waits for its turn goes on with what it knows
        self._soon.start()

    def _forget(self) -> None:
        self._people = []
        self._shared_changed()

    def _begin(self) -> None:
        self._soon.stop()
        self._reading = self._read()
        self._go_on()

    def _go_on(self) -> None:
        """Read on for a moment; the rest after whatever waits has been done."""
        until = perf_counter() + _SLICE
        while self._reading is not None and perf_counter() < until:
            if next(self._reading, None) is None:
                self._reading = None
        if self._reading is not None:
            self._next.start()

    def _read(self) -> Iterator[object]:
        from tracker.store.calendar import working_calendar

        shared, _ = self.shared()
        people = self._people = self._people or candidates(self.desk)
        calendar, known, rows = working_calendar(self.desk.store), self._known, []
        for number, line in lines.numbered(self.text.toPlainText()):
            if line not in known:
                known[line] = lines.understood(self.desk, number, line, shared, people, calendar)
                yield line
            rows.append(known[line]._replace(number=number))
        self._show(rows)

    def _show(self, rows: list[Understood]) -> None:
        self.rows = rows
        self.model.show(rows)
        self.count.setText(self.told())
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        """The row of the line with the cursor is the selected one."""
        number = self.text.textCursor().blockNumber() + 1
        at = next((at for at, row in enumerate(self.rows) if row.number == number), -1)
        if at >= 0:
            self.table.select(at)
        row = self.rows[at] if at >= 0 else None
        self.problem.setText(" ".join(row.problems or row.warnings) if row else "")
        set_role(self.problem, "error" if row and row.problems else "warning")
        self.problem.setVisible(bool(self.problem.text()))

    def _to_line(self, number: int) -> None:
        cursor = self.text.textCursor()
        cursor.setPosition(self.text.document().findBlockByNumber(number - 1).position())
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self.text.setTextCursor(cursor)
        self.fields.go("lines", self.area)

    # --- looks --------------------------------------------------------------------------------------------------------

    def _make(self) -> None:
        inner = QWidget()
        inner.setProperty("clear", True)
        body = QVBoxLayout(inner)
        body.setContentsMargins(2, 0, tokens.GAP, 2)
        body.setSpacing(tokens.GAP)
        body.addLayout(self._source())
        body.addLayout(self._lines(), 2)
        body.addWidget(self._preview(), 3)
        self.area = scrolling(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(tokens.GAP)
        whole.addWidget(self.summary)
        whole.addWidget(self.area, 1)

    def _source(self) -> QGridLayout:
        """What the tasks have in common, three fields in a row."""
        desk, text, add = self.desk, self.desk.text, self.fields.add
        me = desk.person.name if desk.person else ""
        assigner = PersonField(desk, placeholder=text("{name} (myself)", name=me))
        boxes = [
            add("source_kind", text("&Kind of source"), _kinds(desk)),
            add("source_number", text("&Number and symbol"), QLineEdit()),
            add("source_on", text("Dat&e of the document"), DateField(desk, future=False)),
            add("source_issuer", text("&Issued by"), QLineEdit()),
            add("source_summary", text("Sub&ject of the document"), QLineEdit()),
            add("assigner", text("Assigned &by"), assigner),
            add("due_on", text("Common &deadline"), DateField(desk, placeholder=text("day/month, +10"))),
            add("product", text("Common p&roduct"), ProductField(desk)),
            add("on", text("Day of &assignment"), DateField(desk, future=False, placeholder=text("today"))),
        ]
        self._boxes = []
        for box in boxes:
            box.addStretch(1)
            self._boxes.append(QWidget())
            self._boxes[-1].setProperty("clear", True)
            self._boxes[-1].setLayout(box)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(tokens.GAP)
        self._grid.setVerticalSpacing(tokens.GAP)
        self._arrange(WIDE)
        return self._grid

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fewer fields in a row where there is little room."""
        super().resizeEvent(event)
        self._arrange(NARROW if self.width() < self.desk.theme.px(tokens.SMALL_WIDTH) else WIDE)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for at, box in enumerate(self._boxes):
            self._grid.addWidget(box, at // columns, at % columns)
        for at in range(WIDE):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)

    def _lines(self) -> QVBoxLayout:
        self.text = Text()
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(self.desk.text("Draw up the plan; toan; 9/10; Plan"))
        self.text.setMinimumHeight(self.desk.theme.px(TEXT_HEIGHT))
        self.count, self.problem = label(self.told(), "small", wrap=True), label("", "error", wrap=True)
        self.count.setObjectName("count")
        self.problem.setObjectName("problem")
        self.problem.hide()
        box = self.fields.add("lines", self.desk.text("&Tasks, one in a line"), self.text)
        box.insertWidget(1, self.count)
        box.addWidget(self.problem)
        return box

    def _preview(self) -> Preview:
        self.model: RowsModel[Understood] = RowsModel(_columns(self.desk))
        self.table = Preview(self.desk, "assign-many", self.desk.text("What the lines mean"))
        self.table.show_rows(self.model, sortable=False)
        self.table.setMinimumHeight(self.desk.theme.px(TABLE_HEIGHT))
        self.table.entered_row.connect(lambda at: self._to_line(self.rows[at].number))
        return self.table


class Text(QPlainTextEdit):
    """The lines: as high as there is room, not as high as Qt proposes."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """No higher than it has to be."""
        return QSize(super().sizeHint().width(), self.minimumHeight())


class Preview(Table):
    """The table: as high as there is room, not as high as Qt proposes."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """No higher than it has to be."""
        return QSize(super().sizeHint().width(), self.minimumHeight())


def _kinds(desk: Desk) -> QComboBox:
    made = QComboBox()
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.addItem(wording.beginning(desk.text("by the document number")), None)
    kind: Enum
    for kind in SourceKind:
        made.addItem(wording.beginning(desk.words.term(kind)), kind.value)
    return made


def _columns(desk: Desk) -> list[Column[Understood]]:
    text = desk.text

    def state(row: Understood) -> str:
        if row.problems:
            return row.problems[0]
        if row.warnings:
            return row.warnings[0]
        return text("assigned at once") if row.at_once else text("proposal")

    return [
        Column(key="line", title=text("Line"), width=60, text=lambda row: str(row.number), look="muted"),
        Column(key="title", title=text("Work"), width=260, text=lambda row: row.title, stretch=True),
        Column(key="owner", title=text("Answerable"), width=150, text=lambda row: row.owner, look="strong"),
        Column(key="due", title=text("Due by"), width=96, text=lambda row: row.due),
        Column(key="product", title=text("Product"), width=130, text=lambda row: row.product),
        Column(key="state", title=text("Check"), width=230, text=state, look="chip", chip=_look),
    ]


def _look(row: Understood) -> str | None:
    if row.problems:
        return "overdue"
    return "due_soon" if row.warnings else "done_on_time" if row.at_once else "in_time"
