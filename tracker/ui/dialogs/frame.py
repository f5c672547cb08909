"""The frame of every dialog: title, what it is about, a body that scrolls, buttons that carry the verb.

Enter never presses the verb, Ctrl+Enter does. A refusal is shown beside its field and summed up on top, and nothing
typed is lost. What was typed is kept as a draft while the dialog is open and offered again after a crash.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.errors import Expected, Refused
from tracker.ui import drafts, tokens
from tracker.ui.access import give_keys
from tracker.ui.widgets.basics import Banner, button, enter_presses, label, literal, scrolling, set_look

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QShowEvent

    from tracker.store.writing import Changes
    from tracker.ui.desk import Action, Desk
    from tracker.ui.widgets.dates import DateField

_SIDE = tokens.PADDING + 2 * tokens.GRID
"""Margin at the left and right."""


class Dialog(QDialog):
    """A dialog over the window. Subclasses fill `body` with `add(...)`, and set the buttons with `verbs(...)`."""

    at_most: ClassVar[int] = tokens.DIALOG
    """Its width at 100 %, where the window has so much room."""

    guide: ClassVar[str] = ""
    """The page of the guide that tells of it; "": that of the page behind it."""

    body: QBoxLayout
    """Where `add` and `field` put what they make."""

    def __init__(
        self, desk: Desk, title: str, about: str = "", *, name: str, draft: str = "", journal: bool = True
    ) -> None:
        over = desk.parent()
        super().__init__(over if isinstance(over, QWidget) else None)
        self.desk = desk
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self._fields: dict[str, tuple[QWidget, QLabel]] = {}
        self._draft = drafts.key_of(desk, draft) if draft else ""
        self._journal = journal
        self._verb: QPushButton | None = None
        self._whole(title, about)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.press_verb)
        QShortcut(QKeySequence("F1"), self, self.help)
        self._timer = QTimer(self, interval=drafts.EVERY_MS)
        self._timer.timeout.connect(self.keep_draft)

    def help(self) -> None:
        """F1: the guide, at what is said of this dialog or of the page behind it."""
        from tracker.ui.guide import FIRST, open_guide

        page = getattr(self.desk.parent(), "current", None)
        open_guide(self.desk, self, self.guide or getattr(page, "guide", FIRST))

    def text(self, english: str, /, **parameters: object) -> str:
        """A text in the language of the window."""
        return self.desk.words.text(english, **parameters)

    # --- putting it together ------------------------------------------------------------------------------------------

    def add(self, widget: QWidget) -> None:
        """A widget of the body, below what is there."""
        self.body.addWidget(widget)

    def field(self, key: str, words: str, widget: QWidget, *, hint: str = "") -> QWidget:
        """A field with its words above it; `key` is the name by which refusals mean it (`Expected.field`)."""
        above, error = label(words), label("", "error", wrap=True)
        widget.setObjectName(key)
        widget.setAccessibleName(words)
        above.setBuddy(widget)
        above.setObjectName(f"above-{key}")
        error.hide()
        box = QVBoxLayout()
        box.setSpacing(tokens.GRID)
        box.addWidget(above)
        box.addWidget(widget)
        if hint:
            box.addWidget(label(hint, "small", wrap=True))
        box.addWidget(error)
        self.body.addLayout(box)
        self._fields[key] = (widget, error)
        return widget

    def show_field(self, key: str, *, shown: bool) -> None:
        """Show a field with its words, or leave it out."""
        for each in (self._inner.findChild(QLabel, f"above-{key}"), self._fields[key][0]):
            if each is not None and each.isHidden() == shown:
                each.setVisible(shown)
                if self.isVisible():
                    self._fit()

    def line(self, key: str, words: str, *, hint: str = "", placeholder: str = "") -> QLineEdit:
        """A field of one line."""
        made = QLineEdit()
        made.setPlaceholderText(placeholder)
        self.field(key, words, made, hint=hint)
        return made

    def lines(self, key: str, words: str, *, hint: str = "", height: int = 76) -> QPlainTextEdit:
        """A field of several lines. Tab leaves it."""
        made = QPlainTextEdit()
        made.setTabChangesFocus(True)
        made.setFixedHeight(self.desk.theme.px(height))
        self.field(key, words, made, hint=hint)
        return made

    def choice(self, key: str, words: str, choices: dict[str, str], *, hint: str = "") -> QComboBox:
        """A field with a few choices: value → words."""
        made = QComboBox()
        for value, told in choices.items():
            made.addItem(told, value)
        self.field(key, words, made, hint=hint)
        return made

    def day(self, key: str, words: str, *, ahead: bool = False, hint: str = "", placeholder: str = "") -> DateField:
        """A field of a day: one that has been, unless it lies `ahead`."""
        from tracker.ui.widgets.dates import DateField

        made = DateField(self.desk, future=ahead, placeholder=placeholder)
        self.field(key, words, made, hint=hint)
        return made

    @contextmanager
    def beside(self) -> Iterator[None]:
        """The fields made meanwhile stand side by side, each with the same room."""
        below, line = self.body, QHBoxLayout()
        line.setSpacing(tokens.GAP)
        below.addLayout(line)
        self.body = line
        try:
            yield
        finally:
            self.body = below
            for at in range(line.count()):
                line.setStretch(at, 1)
                item = line.itemAt(at)
                if item is not None:
                    item.setAlignment(Qt.AlignmentFlag.AlignTop)

    def check(self, key: str, words: str) -> QCheckBox:
        """A box to tick."""
        made = QCheckBox(words)
        made.setObjectName(key)
        made.setAccessibleName(words)
        self.body.addWidget(made)
        self._fields[key] = (made, label("", "error"))
        return made

    def verbs(self, verb: str, deed: Callable[[], object], *others: QPushButton, later: str = "") -> QPushButton:
        """The buttons: the safe one, others, and the verb with its result."""
        close = button(later or self.text("Later"), "later", self.reject)
        self._verb = button(literal(verb), "verb", deed, primary=True)
        for each in (close, *others, self._verb):
            self._buttons.addWidget(each)
        self.setTabOrder(close, self._verb)
        return self._verb

    def tell_verb(self, words: str) -> None:
        """The verb says another result."""
        assert self._verb is not None, "the dialog has its verb"
        self._verb.setText(literal(words))
        self._verb.setAccessibleName(words)
        if self.isVisible():
            give_keys(self)

    def press_verb(self) -> None:
        """Ctrl+Enter."""
        if self._verb is not None and self._verb.isEnabled():
            self._verb.click()

    # --- doing it -----------------------------------------------------------------------------------------------------

    def do(self, action: Action, done: str = "", *, undoable: bool = True) -> Changes | None:
        """Do the action and close; a refusal is shown where it belongs and the dialog stays as it is."""
        self.clear_errors()
        try:
            changes = self.desk.act(action, done, undoable=undoable)
        except Expected as error:
            self.show_error(error)
            return None
        if changes is not None:
            self.drop_draft()
            self.accept()
        return changes

    def show_error(self, error: Expected) -> None:
        """Tell an error on top and beside its field, which gets the cursor."""
        words = self.desk.sentence(error)
        place = self._fields.get(error.field or "") if isinstance(error, Refused) else None
        self._banner.tell(words)
        if place:
            widget, beside = place
            told = any(each.text() == words for each in widget.findChildren(QLabel))  # by the field itself, as dates do
            beside.setText(words)
            beside.setVisible(not told)
            set_look(widget, "wrong", True)
            widget.setFocus()
            self._scroll.ensureWidgetVisible(widget)

    def clear_errors(self) -> None:
        """Nothing is wrong any more."""
        self._banner.hide()
        for widget, beside in self._fields.values():
            beside.hide()
            set_look(widget, "wrong", False)

    # --- what was said ------------------------------------------------------------------------------------------------

    def typed_in(self, key: str) -> str | None:
        """The text of a field; None for an empty or absent one."""
        widget = self._fields[key][0] if key in self._fields else None
        text = widget.text() if isinstance(widget, QLineEdit) else ""
        if isinstance(widget, QPlainTextEdit):
            text = widget.toPlainText()
        return text.strip() or None

    def day_of(self, key: str) -> date | None:
        """The day of a field made by `day`; None for an empty one. Raises Refused, naming the field."""
        field = cast("DateField", self._fields[key][0])
        try:
            return field.value()
        except Refused as error:
            raise Refused(error.code, field=key, **error.parameters) from error

    # --- drafts -------------------------------------------------------------------------------------------------------

    def keep_draft(self) -> None:
        """Keep what is typed, so that a crash loses nothing."""
        if self._draft:
            drafts.keep(self.desk, self._draft, self.typed())

    def drop_draft(self) -> None:
        """What was typed is recorded now, or given up."""
        if self._draft:
            drafts.drop(self.desk, self._draft)

    def typed(self) -> dict[str, str]:
        """What stands in the text fields, by their keys."""
        found = {}
        for key, (widget, _) in self._fields.items():
            line = _line_of(widget)
            if line is not None:
                found[key] = line.text()
            elif isinstance(widget, QPlainTextEdit):
                found[key] = widget.toPlainText()
        return found

    def take_draft(self) -> None:
        """Fill in what was kept when the program ended before it was recorded."""
        kept = drafts.kept(self.desk, self._draft) if self._draft else {}
        for key, text in kept.items():
            widget = self._fields[key][0] if key in self._fields else None
            line = _line_of(widget)
            if line is not None and not line.text():
                line.setText(text)
            elif isinstance(widget, QPlainTextEdit) and not widget.toPlainText():
                widget.setPlainText(text)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Take the draft, no higher than the window."""
        self.take_draft()
        if self._draft:
            self._timer.start()
        self._fit()
        super().showEvent(event)

    def reject(self) -> None:
        """Later: what was typed stays as a draft."""
        if self._draft and any(self.typed().values()):
            self.keep_draft()
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter never presses a button that has no focus."""
        if enter_presses(event, self.focusWidget()):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            return
        super().keyPressEvent(event)

    # --- looks --------------------------------------------------------------------------------------------------------

    def _whole(self, title: str, about: str) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_SIDE, tokens.PADDING, _SIDE, tokens.PADDING)
        whole.setSpacing(tokens.GAP)
        self.heading = label(title, "card", wrap=True)
        whole.addWidget(self.heading)
        if about:
            whole.addWidget(label(about, "muted", wrap=True))
        self._banner = Banner("error", "", name="error")
        whole.addWidget(self._banner)
        self._scroll = scrolling()
        self._inner = QWidget()
        self._inner.setProperty("clear", True)
        self.body = QVBoxLayout()
        self.body.setSpacing(tokens.GAP)
        inside = QVBoxLayout(self._inner)
        inside.setContentsMargins(2, 2, 2, 2)
        inside.addLayout(self.body)
        inside.addStretch(1)  # room that is left stays below: words stand close to their field
        self._scroll.setWidget(self._inner)
        whole.addWidget(self._scroll, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(tokens.GAP - tokens.GRID)
        self._note = label(self.text("Goes into the journal") if self._journal else "", "small")
        self._buttons.addWidget(self._note)
        self._buttons.addStretch(1)
        whole.addLayout(self._buttons)

    def _fit(self) -> None:
        """As high as the body wants, within the window or the screen; every part of it with its key."""
        give_keys(self)
        self.setFixedWidth(min(self.desk.theme.px(self.at_most), self._room().width() - 2 * tokens.MARGIN))
        self._show_note()
        self._inner.adjustSize()
        frame = self.sizeHint().height() - self._scroll.sizeHint().height()
        room, body = self.width() - 2 * (tokens.PADDING + 2 * tokens.GRID), self._inner.layout()
        high = body.totalHeightForWidth(room) if body and body.hasHeightForWidth() else self._inner.sizeHint().height()
        wanted = frame + max(high, self._inner.minimumSizeHint().height()) + 2 * tokens.GRID
        self.resize(self.width(), min(wanted, self._room().height() - 2 * tokens.MARGIN))

    def _show_note(self) -> None:
        """The note beside the buttons gives way to what they say."""
        self._note.show()
        self._note.setVisible(self._buttons.sizeHint().width() <= self.width() - 2 * _SIDE)

    def _room(self) -> QWidget:
        parent = self.parentWidget()
        return parent.window() if parent is not None else self


def _line_of(widget: QWidget | None) -> QLineEdit | None:
    """The line that is typed into: the widget, or that of a field of a date or a person."""
    line = widget if isinstance(widget, QLineEdit) else getattr(widget, "edit", None)
    return line if isinstance(line, QLineEdit) else None
