"""What every part of the settings is made of: its title, one sentence, and fields that stand beside what they do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from tracker.domain.errors import Expected, Refused
from tracker.ui import tokens
from tracker.ui.widgets.basics import Banner, label, set_look

if TYPE_CHECKING:
    from tracker.ui.desk import Desk

WIDEST = 860
"""Of a part: longer lines are not read well."""
CONTROL = 260


class Part(QWidget):
    """One part of the settings."""

    noted = Signal()
    """Its primary action has another meaning now."""

    def __init__(self, desk: Desk, name: str, title: str, about: str) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName(f"settings-{name}")
        self.setAccessibleName(title)
        self.setProperty("clear", True)
        self.setMaximumWidth(desk.theme.px(WIDEST))
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(2, 0, tokens.GAP, 0)
        self.box.setSpacing(tokens.GAP)
        self.banner = Banner("error", "", name="error")
        self.box.addWidget(label(title, "card"))
        self.box.addWidget(label(about, "muted", wrap=True))
        self.box.addWidget(self.banner)

    def text(self, english: str, /, **parameters: object) -> str:
        """A text in the language of the window."""
        return self.desk.words.text(english, **parameters)

    def primary(self) -> tuple[str, Callable[[], object]] | None:
        """The words and the deed of the part's main button, which stands at the right of the top row."""
        return None

    def reload(self) -> None:
        """Read what is shown anew; what is being typed stays."""

    def show_error(self, error: Expected) -> None:
        """Tell what was refused, on top of the part."""
        self.banner.tell(self.desk.sentence(error))


class Form(QFrame):
    """Fields with their words and one sentence at the left. What is typed stays until it is recorded."""

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self._desk = desk
        self._fields: dict[str, QLineEdit | QPlainTextEdit] = {}
        self._errors: dict[str, QLabel] = {}
        self._stored: dict[str, str] = {}
        self.setObjectName(name)
        self.setProperty("card", True)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(tokens.PADDING, tokens.GAP, tokens.PADDING, tokens.GAP)
        self._box.setSpacing(tokens.GAP + tokens.GRID)
        self.changed: Callable[[], object] = lambda: None
        """Called after every keystroke."""

    def line(self, key: str, words: str, told: str, *, width: int = CONTROL) -> QLineEdit:
        """A field of one line."""
        made = QLineEdit()
        made.setFixedWidth(self._desk.theme.px(width))
        made.textChanged.connect(lambda: self.changed())
        self._add(key, words, told, made)
        return made

    def lines(self, key: str, words: str, told: str) -> QPlainTextEdit:
        """A field of a few lines."""
        made = QPlainTextEdit()
        made.setTabChangesFocus(True)
        made.setFixedSize(self._desk.theme.px(CONTROL), self._desk.theme.px(2 * tokens.FIELD))
        made.textChanged.connect(lambda: self.changed())
        self._add(key, words, told, made)
        return made

    def add_row(self, words: str, told: str, control: QWidget) -> None:
        """Any control with its words at the left."""
        self._box.addLayout(beside(words, told, control))

    def show_stored(self, values: dict[str, str]) -> None:
        """Show what is stored; a field in which something else was typed keeps that."""
        typed = self.typed()
        for key, value in values.items():
            if typed[key] == self._stored.get(key, "") or key not in self._stored:
                _set(self._fields[key], value)
        self._stored = dict(values)

    def forget(self) -> None:
        """Nothing is stored and nothing typed: another record comes."""
        self._stored = {}

    def typed(self) -> dict[str, str]:
        """What stands in the fields."""
        return {key: _text(field) for key, field in self._fields.items()}

    def unsaved(self) -> dict[str, str]:
        """What was typed and is not what is stored."""
        return {key: value for key, value in self.typed().items() if value.strip() != self._stored.get(key, "").strip()}

    def show_error(self, key: str, error: Expected) -> None:
        """Tell a refusal below its field, which gets the cursor."""
        self._errors[key].setText(self._desk.sentence(error))
        self._errors[key].show()
        set_look(self._fields[key], "wrong", True)
        self._fields[key].setFocus()

    def place_of(self, error: Expected) -> str | None:
        """The field that a refusal means."""
        key = error.field if isinstance(error, Refused) else None
        return key if key in self._fields else None

    def clear_errors(self) -> None:
        """Nothing is wrong any more."""
        for key, error in self._errors.items():
            error.hide()
            set_look(self._fields[key], "wrong", False)

    def _add(self, key: str, words: str, told: str, field: QLineEdit | QPlainTextEdit) -> None:
        error = label("", "error", wrap=True)
        error.hide()
        field.setObjectName(key)
        field.setAccessibleName(words)
        field.setAccessibleDescription(told)
        self._fields[key], self._errors[key] = field, error
        self._box.addLayout(beside(words, told, field, error))


def beside(words: str, told: str, control: QWidget, error: QLabel | None = None) -> QHBoxLayout:
    """Words and their sentence at the left, the control at the right."""
    above = label(words, "strong")
    above.setBuddy(control)
    left = QVBoxLayout()
    left.setSpacing(2)
    left.addWidget(above)
    if told:
        left.addWidget(label(told, "small", wrap=True))
    if error is not None:
        left.addWidget(error)
    left.addStretch(1)
    line = QHBoxLayout()
    line.setSpacing(tokens.PADDING)
    line.addLayout(left, 1)
    line.addWidget(control, 0, Qt.AlignmentFlag.AlignTop)
    return line


def _text(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _set(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    if _text(field) == text:
        return
    if isinstance(field, QLineEdit):
        field.setText(text)
    else:
        field.setPlainText(text)
