"""The fields of a form by their keys: words above, what is wrong beside, all of it summed up with a way there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tracker.ui import tokens
from tracker.ui.widgets.basics import emptied, label, link, set_look

if TYPE_CHECKING:
    from tracker.domain.errors import Expected
    from tracker.ui.desk import Desk

ALIASES = {"deadline_days": "due_on", "no_deadline_reason": "due_on", "date": "on"}
"""Fields of refusals that are told at another field of the form."""


class Field(NamedTuple):
    """A field with what belongs to it."""

    widget: QWidget
    words: str
    wrong: QLabel


class Fields:
    """The fields of one form."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._fields: dict[str, Field] = {}

    def __getitem__(self, key: str) -> QWidget:
        return self._fields[key].widget

    def __iter__(self) -> Iterator[str]:
        """The keys, in the order of the form."""
        return iter(self._fields)

    def add(self, key: str, words: str, widget: QWidget, *, required: bool = False) -> QVBoxLayout:
        """A field with its words above it. `key` is the name by which refusals mean it; that it has to be filled in is
        said in words."""
        shown = self._desk.text("{field} (required)", field=words) if required else words
        wrong = label("", "error", wrap=True)
        wrong.setObjectName(f"{key}-wrong")
        wrong.hide()
        widget.setObjectName(key)
        widget.setAccessibleName(shown.replace("&", ""))
        box = QVBoxLayout()
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(tokens.GRID)
        if words:
            above = label(shown)
            above.setBuddy(widget)
            box.addWidget(above)
        box.addWidget(widget)
        box.addWidget(wrong)
        self._fields[key] = Field(widget, words.replace("&", ""), wrong)
        return box

    def tell(self, problems: Sequence[Expected]) -> list[tuple[str, str, str]]:
        """Show what is wrong beside each field; key, words and sentence of each, in the order of the form."""
        by_key: dict[str, str] = {}
        for problem in problems:
            key = ALIASES.get(problem.field or "", problem.field or "")
            by_key.setdefault(key, self._desk.sentence(problem))
        for key, field in self._fields.items():
            field.wrong.setText(by_key.get(key, ""))
            field.wrong.setVisible(key in by_key)
            mark(field.widget, wrong=key in by_key)
        found = [(key, field.words, by_key.pop(key)) for key, field in self._fields.items() if key in by_key]
        return found + [("", "", sentence) for sentence in by_key.values()]

    def go(self, key: str, scroll: QScrollArea) -> None:
        """Put the cursor into a field, and show it."""
        field = self._fields.get(key)
        if field is not None:
            field.widget.setFocus()
            # What was just told takes its room first.
            QTimer.singleShot(0, field.widget, lambda: scroll.ensureWidgetVisible(field.widget, 0, 3 * tokens.MARGIN))

    def typed(self) -> dict[str, str]:
        """What stands in the fields that are not empty, by key."""
        found = {key: text_of(field.widget) for key, field in self._fields.items()}
        return {key: text for key, text in found.items() if text}

    def type_in(self, typed: dict[str, str]) -> None:
        """Fill in what was typed before; what it does not speak of is emptied."""
        for key, field in self._fields.items():
            put(field.widget, str(typed.get(key, "")))


class Summary(QFrame):
    """All that is wrong, each line a way to its field."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("summary")
        self.setProperty("banner", "error")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(tokens.GAP, tokens.GRID * 2, tokens.GAP, tokens.GRID * 2)
        self._box.setSpacing(0)
        self.hide()

    def tell_all(self, problems: Sequence[Expected], fields: Fields, scroll: QScrollArea) -> None:
        """Show what is wrong at its fields and here; the first field gets the cursor."""
        found = fields.tell(problems)
        self._tell(found, fields, scroll)
        if found and found[0][0]:
            fields.go(found[0][0], scroll)

    def _tell(self, problems: Sequence[tuple[str, str, str]], fields: Fields, scroll: QScrollArea) -> None:
        """Show them; none hides it."""
        emptied(self._box)
        self.setVisible(bool(problems))
        if not problems:
            return
        told = self._desk.text("Nothing was recorded yet; {count} things to put right:", count=len(problems))
        self.setAccessibleName(told)
        self._box.addWidget(label(told))
        for key, words, sentence in problems:
            if not key:
                self._box.addWidget(label(sentence, wrap=True))
                continue
            shown = self._desk.text("{field}: {problem}", field=words, problem=sentence).replace("&", "&&")
            way = link(shown, f"to-{key}", lambda key=key: fields.go(key, scroll))  # type: ignore[misc]  # key is bound now
            self._box.addWidget(way)
            way.show()


def text_of(widget: QWidget) -> str:
    """What stands in a widget, as text that `put` takes back."""
    if isinstance(widget, QLineEdit):
        return widget.text()
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    if isinstance(widget, QCheckBox):
        return "1" if widget.isChecked() else ""
    if isinstance(widget, QComboBox):
        return str(widget.currentData() or "")
    return str(widget.typed())  # type: ignore[attr-defined]  # our own fields


def read_plain(widget: QWidget) -> Any:
    """A text, or what one of our own fields has; None for nothing. Raises Refused for what cannot be read."""
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        return text_of(widget).strip() or None
    return widget.value()  # type: ignore[attr-defined]  # our own fields


def put(widget: QWidget, text: str) -> None:
    """Fill in what `text_of` told."""
    if isinstance(widget, QLineEdit):
        widget.setText(text)
    elif isinstance(widget, QPlainTextEdit):
        widget.setPlainText(text)
    elif isinstance(widget, QCheckBox):
        widget.setChecked(bool(text))
    elif isinstance(widget, QComboBox):
        widget.setCurrentIndex(max(0, widget.findData(text or None)))
    else:
        widget.type_in(text)  # type: ignore[attr-defined]  # our own fields


def on_change(widget: QWidget, tell: Callable[[], object]) -> None:
    """Hear of every change of a field, whatever its kind."""
    if isinstance(widget, QLineEdit):
        widget.textChanged.connect(lambda _: tell())
    elif isinstance(widget, QPlainTextEdit):
        widget.textChanged.connect(tell)
    elif isinstance(widget, QCheckBox):
        widget.toggled.connect(lambda _: tell())
    elif isinstance(widget, QComboBox):
        widget.currentIndexChanged.connect(lambda _: tell())
    else:
        widget.changed.connect(tell)  # type: ignore[attr-defined]  # our own fields


def mark(widget: QWidget, *, wrong: bool) -> None:
    """Mark a field whose content is wrong, or its line."""
    line = widget if isinstance(widget, QLineEdit | QPlainTextEdit | QComboBox) else widget.focusProxy()
    if isinstance(line, QWidget):
        set_look(line, "wrong", wrong)
