"""The small widgets of every page: labels that show text as text, buttons by their use, cards, banners, empty states.

Each gets its object name and accessible name where it is made. User text is never taken for rich text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tracker.ui import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


def label(text: str = "", role: str = "", *, wrap: bool = False, selectable: bool = False) -> QLabel:
    """A label; `role` is one of the stylesheet's: title, card, strong, muted, small, error, ok."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    if wrap:
        # As high as its lines at the width it gets: the flag is that of setWordWrap, which a new policy would drop.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    if selectable:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def set_look(of: QWidget, name: str, value: object) -> None:
    """Set what the stylesheet goes by: a role, the kind of a banner, whether a field is "wrong"."""
    of.setProperty(name, value)
    of.style().unpolish(of)
    of.style().polish(of)


def set_role(of: QLabel, role: str) -> None:
    """Give a label another role of the stylesheet."""
    set_look(of, "role", role)


def literal(text: str) -> str:
    """User text as a button, a menu or a tab shows it letter by letter: none of its & makes an access key."""
    return text.replace("&", "&&")


def spoken(text: str) -> str:
    """A button's text as a screen reader says it: without the marks of access keys."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def button(
    text: str, name: str, deed: Callable[[], object] | None = None, *, primary: bool = False, tip: str = ""
) -> QPushButton:
    """A push button; one primary button a page or dialog."""
    made = QPushButton(text)
    made.setObjectName(name)
    made.setAccessibleName(spoken(text))
    made.setAutoDefault(False)
    made.setToolTip(tip)
    if primary:
        made.setProperty("primary", True)
    if deed is not None:
        made.clicked.connect(lambda: deed())
    return made


def enter_presses(event: QKeyEvent, button: QWidget | None) -> bool:
    """Enter presses the button that has the focus, as the space bar does; whether it was that.

    Asked by a window or dialog for a key nothing in it took: Qt leaves Enter to the space bar outside of its dialogs.
    """
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if not (enter and plain and not event.isAutoRepeat() and isinstance(button, (QPushButton, QToolButton))):
        return False
    button.animateClick()
    event.accept()
    return True


def link(text: str, name: str, deed: Callable[[], object] | None = None) -> QPushButton:
    """A button that looks like a link: the quiet way on."""
    made = button(text, name, deed)
    made.setProperty("link", True)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


def icon_button(icon: object, words: str, name: str, deed: Callable[[], object] | None = None) -> QToolButton:
    """A small button with an icon alone; its words are tooltip and accessible name."""
    made = QToolButton()
    made.setIcon(icon)  # type: ignore[arg-type]  # a QIcon; typed loosely so that pages pass theme.icon(…) on
    made.setObjectName(name)
    made.setProperty("plain", True)
    made.setToolTip(words)
    made.setAccessibleName(words)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if deed is not None:
        made.clicked.connect(lambda: deed())
    return made


def card(name: str = "", *, margin: int = tokens.PADDING, spacing: int = tokens.GAP) -> tuple[QFrame, QVBoxLayout]:
    """A frame on its own ground, and the column inside it."""
    frame = QFrame()
    frame.setObjectName(name)
    frame.setProperty("card", True)
    column = QVBoxLayout(frame)
    column.setContentsMargins(margin, margin, margin, margin)
    column.setSpacing(spacing)
    return frame, column


def row(*parts: QWidget | QLayout | int, spacing: int = tokens.GAP - tokens.GRID) -> QHBoxLayout:
    """Widgets side by side; a number is a stretch."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    _fill(made, parts)
    return made


def column(*parts: QWidget | QLayout | int, spacing: int = tokens.GAP) -> QVBoxLayout:
    """Widgets below one another; a number is a stretch."""
    made = QVBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    _fill(made, parts)
    return made


def _fill(box: QHBoxLayout | QVBoxLayout, parts: Sequence[QWidget | QLayout | int]) -> None:
    for part in parts:
        if isinstance(part, int):
            box.addStretch(part)
        elif isinstance(part, QLayout):
            box.addLayout(part)
        else:
            box.addWidget(part)


def scrolling(inner: QWidget | None = None) -> QScrollArea:
    """What goes up and down where there is no room for it: no frame of its own, and not passed by Tab."""
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if inner is not None:
        made.setWidget(inner)
    return made


def empty(why: str, *ways: QPushButton) -> QWidget:
    """An empty state: why there is nothing, and the next step."""
    whole = QWidget()
    whole.setProperty("clear", True)
    words = label(why, "muted", wrap=True)
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    words.setObjectName("empty")
    inner = column(1, words, row(1, *ways, 1), 2)
    whole.setLayout(inner)
    return whole


class Banner(QFrame):
    """A line in place that tells a state or an error, with at most one way on; `kind`: info, warning, error.

    Without words it is not there.
    """

    def __init__(self, kind: str, text: str, *ways: QAbstractButton, name: str = "banner") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("banner", kind)
        self.words = label(text, wrap=True, selectable=True)
        self.words.setAccessibleName(text)
        box = QHBoxLayout(self)
        box.setContentsMargins(tokens.GAP, tokens.GRID * 2, tokens.GAP, tokens.GRID * 2)
        box.addWidget(self.words, 1)
        for way in ways:
            box.addWidget(way)
        if not text:
            self.hide()

    def tell(self, text: str, kind: str = "") -> None:
        """Show other words, and another kind if it is said; "" for nothing to tell."""
        if kind:
            set_look(self, "banner", kind)
            set_role(self.words, "")  # its colours follow the kind
        self.words.setText(text)
        self.words.setAccessibleName(text)
        self.setVisible(bool(text))


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            emptied(inner)
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
