"""The full form of a new task: all that can be said of it, what has to be said first.

Reading it judges nothing: what is missing or against the rules the actions tell, and each is shown at its field.
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.errors import Expected, Refused
from tracker.domain.new_task import COMPLEXITIES, NewTask
from tracker.domain.tasks import Secrecy, SourceKind, Urgency
from tracker.domain.typed_days import limit_fields
from tracker.domain.typed_numbers import read_factor, read_whole
from tracker.ui import tokens, wording
from tracker.ui.pages.tasks.assign.coordinators import Coordinators
from tracker.ui.pages.tasks.assign.deadline import DeadlineField
from tracker.ui.pages.tasks.assign.fields import Fields, Summary, on_change, read_plain, text_of
from tracker.ui.widgets.basics import label, row, scrolling
from tracker.ui.widgets.dates import DateField
from tracker.ui.widgets.people import PersonField
from tracker.ui.widgets.products import ProductField

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent

    from tracker.actions.acting import Said
    from tracker.ui.desk import Desk
    from tracker.ui.pages.tasks.assign.meaning import Meaning

REQUIRED = ("title", "owner", "product", "due_on")
_NOTE_HEIGHT = 60


class Typed(NamedTuple):
    """What the form says."""

    new: NewTask
    said: Said
    problems: list[Expected]
    """Fields that cannot be read."""


class Form(QWidget):
    """The fields in two columns, which scroll."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setProperty("clear", True)
        self.fields = Fields(desk)
        self.giver = label("", "small", wrap=True)
        self.giver.setObjectName("giver-told")
        self.summary = Summary(desk)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(tokens.GAP)
        whole.addWidget(self.summary)
        whole.addWidget(self._scrolled(), 1)
        for key in self.fields:
            on_change(self.fields[key], self.changed.emit)

    # --- what is said -------------------------------------------------------------------------------------------------

    def read(self) -> Typed:
        """The task as typed; fields that cannot be read are empty in it and told."""
        problems: list[Expected] = []
        values = {key: self._value(key, problems) for key in self.fields}
        said: Said = {"on": values.pop("on"), "reason": values.pop("reason")}
        limit = values.pop("due_on")
        values["title"] = values["title"] or ""
        return Typed(NewTask(**values, **limit_fields(limit)), said, problems)

    def line_parts(self) -> tuple[str, str, str, str]:
        """Title, person, deadline and product as a quick line says them."""
        due = self.fields["due_on"]
        assert isinstance(due, DeadlineField)
        return (
            text_of(self.fields["title"]),
            text_of(self.fields["owner"]),
            due.words(),
            text_of(self.fields["product"]),
        )

    def fill(self, typed: dict[str, str]) -> None:
        """Fill in what was typed elsewhere or before."""
        with QSignalBlocker(self):
            self.fields.type_in(_DEFAULTS | typed)
        self.tell([])
        self.changed.emit()

    def typed(self) -> dict[str, str]:
        """What stands in the fields, apart from what stands there by itself."""
        return {key: text for key, text in self.fields.typed().items() if _DEFAULTS.get(key) != text}

    # --- what is told -------------------------------------------------------------------------------------------------

    def show_meaning(self, meant: Meaning) -> None:
        """Tell who gives the task, beside the field of the assigner."""
        self.giver.setText(meant.giver)

    def tell(self, problems: Sequence[Expected]) -> None:
        """Show what is wrong at its fields and above them; the first one gets the cursor."""
        self.summary.tell_all(problems, self.fields, self.area)

    def begin(self) -> None:
        """Put the cursor into the first field that has to be filled in and is not."""
        empty = [key for key in REQUIRED if not text_of(self.fields[key])]
        self.fields.go(empty[0] if empty else REQUIRED[0], self.area)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter goes on to the next field, as Tab does; it never presses the verb."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _value(self, key: str, problems: list[Expected]) -> Any:
        try:
            return _READERS.get(key, read_plain)(self.fields[key])
        except Expected as error:
            error.field = key
            problems.append(error)
            return _EMPTY.get(key)

    # --- looks --------------------------------------------------------------------------------------------------------

    def _scrolled(self) -> QScrollArea:
        inner = QWidget()
        inner.setProperty("clear", True)
        columns = QHBoxLayout(inner)
        columns.setContentsMargins(2, 0, tokens.GAP, 2)
        columns.setSpacing(tokens.PADDING + tokens.GRID)
        for fill in (self._first, self._second):
            column = QVBoxLayout()
            column.setSpacing(tokens.GAP)
            fill(column)
            column.addStretch(1)
            columns.addLayout(column, 1)
        self.area = scrolling(inner)
        self.area.setObjectName("form-scroll")
        return self.area

    def _first(self, column: QVBoxLayout) -> None:
        """What has to be said, and who is responsible."""
        desk, text, add = self.desk, self.desk.text, self.fields.add
        column.addLayout(add("title", text("&Task"), QLineEdit(), required=True))
        column.addLayout(add("owner", text("&Person answerable"), PersonField(desk), required=True))
        column.addLayout(add("product", text("P&roduct to hand in"), ProductField(desk), required=True))
        column.addLayout(add("due_on", text("&Deadline"), DeadlineField(desk), required=True))
        column.addWidget(_section(text("Responsibility")))
        me = desk.person.name if desk.person else ""
        assigner = PersonField(desk, placeholder=text("{name} (myself)", name=me))
        box = add("assigner", text("Assigned &by"), assigner)
        box.addWidget(self.giver)
        column.addLayout(box)
        superior = _line(text("only for the head's own tasks: post and name of the superior"))
        column.addLayout(add("superior", text("&Superior who assigns"), superior))
        authority = _line(text("what the person may decide; by default by the post held"))
        column.addLayout(add("authority", text("A&uthority"), authority))
        column.addLayout(add("leader", text("&Leader in charge"), PersonField(desk)))
        on = row(
            add("on", text("Day of &assignment"), DateField(desk, future=False, placeholder=text("today"))),
            add("reason", text("Why it is recorded late"), QLineEdit()),
            spacing=tokens.GAP,
        )
        column.addLayout(on)

    def _second(self, column: QVBoxLayout) -> None:
        """Where it comes from, who works along, and the rest."""
        text = self.desk.text
        column.addWidget(_section(text("Source")))
        self._source(column)
        column.addWidget(_section(text("Co-ordination")))
        column.addLayout(self.fields.add("coordinators", "", Coordinators(self.desk)))
        self.fields["coordinators"].setAccessibleName(text("Co-ordination"))
        column.addWidget(_section(text("More")))
        self._kind(column)
        self._rest(column)

    def _source(self, column: QVBoxLayout) -> None:
        desk, text, add = self.desk, self.desk.text, self.fields.add
        kinds = self._choice(SourceKind, {None: text("by the document number")})
        column.addLayout(add("source_kind", text("&Kind of source"), kinds))
        self._pair(
            column,
            add("source_number", text("&Number and symbol"), _line("45/KH-UBND")),
            add("source_on", text("Dat&e of the document"), DateField(desk, future=False)),
        )
        column.addLayout(add("source_issuer", text("&Issued by"), QLineEdit()))
        column.addLayout(add("source_summary", text("Sub&ject of the document"), QLineEdit()))

    def _kind(self, column: QVBoxLayout) -> None:
        """How urgent, large, hard and secret it is."""
        text, add = self.desk.text, self.fields.add
        self._pair(
            column,
            add("field", text("Field of work"), QLineEdit()),
            add("urgency", text("Urgency"), self._choice(Urgency)),
        )
        self._pair(
            column,
            add("coefficient", text("Coefficient K"), QLineEdit("1")),
            add("quantity", text("Quantity"), QLineEdit("1")),
        )
        complexity = self._choice({each: each for each in COMPLEXITIES}, {None: "–"})
        self._pair(
            column,
            add("complexity", text("Group of complexity"), complexity),
            add("secrecy", text("Secrecy"), self._choice(Secrecy)),
        )

    def _rest(self, column: QVBoxLayout) -> None:
        """Days on the way, public concern, and a note."""
        desk, text, add = self.desk, self.desk.text, self.fields.add
        self._pair(
            column,
            add("starts_on", text("Work begins on"), DateField(desk, placeholder=text("day/month, +10"))),
            add("draft_due_on", text("Draft due on"), DateField(desk, placeholder=text("day/month, +10"))),
        )
        column.addLayout(add("public_concern", "", QCheckBox(text("Matter of public &concern"))))
        note = QPlainTextEdit()
        note.setTabChangesFocus(True)
        note.setFixedHeight(desk.theme.px(_NOTE_HEIGHT))
        column.addLayout(add("note", text("Note"), note))
        self.fields["public_concern"].setAccessibleName(text("Matter of public &concern").replace("&", ""))

    def _pair(self, column: QVBoxLayout, *boxes: QVBoxLayout) -> None:
        pair = QHBoxLayout()
        pair.setSpacing(tokens.GAP)
        for box in boxes:
            box.addStretch(1)
            pair.addLayout(box, 1)
        column.addLayout(pair)

    def _choice(self, kinds: type[Enum] | dict[Any, str], first: dict[Any, str] | None = None) -> QComboBox:
        made = QComboBox()
        words = kinds if isinstance(kinds, dict) else {each.value: self.desk.words.term(each) for each in kinds}
        for value, told in {**(first or {}), **words}.items():
            made.addItem(wording.beginning(told), value)
        return made


def _section(words: str) -> QWidget:
    return label(words, "strong")


def _line(placeholder: str) -> QLineEdit:
    made = QLineEdit()
    made.setPlaceholderText(placeholder)
    return made


# --- reading ----------------------------------------------------------------------------------------------------------


def _factor(widget: QWidget) -> Decimal:
    text = text_of(widget).strip() or "1"
    found = read_factor(text)
    if found is None:
        raise Refused("form.number", text=text)
    return found


def _whole(widget: QWidget) -> int:
    text = text_of(widget).strip() or "1"
    found = read_whole(text)
    if found is None:
        raise Refused("form.whole", text=text)
    return found


_READERS: dict[str, Callable[[QWidget], Any]] = {
    "coefficient": _factor,
    "quantity": _whole,
    "source_kind": lambda widget: SourceKind(text_of(widget)) if text_of(widget) else None,
    "urgency": lambda widget: Urgency(text_of(widget)),
    "secrecy": lambda widget: Secrecy(text_of(widget)),
    "complexity": lambda widget: text_of(widget) or None,
    "public_concern": lambda widget: bool(text_of(widget)),
}
_EMPTY: dict[str, Any] = {"coefficient": Decimal(1), "quantity": 1, "coordinators": ()}
"""What stands for a field that cannot be read, where it is not None."""
_DEFAULTS = {"coefficient": "1", "quantity": "1", "urgency": Urgency.NORMAL.value, "secrecy": Secrecy.NORMAL.value}
"""What stands in a field by itself."""
