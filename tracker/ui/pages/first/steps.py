"""The frame of a first step: its number, what it is for, what it made, and "Bỏ qua"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from tracker.ui import tokens
from tracker.ui.widgets.basics import label, link, row

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from tracker.ui.theme import Theme
    from tracker.words import Words

WIDEST, ASIDE = 820, 290
"""Of the steps, and of what stands beside them."""


class Step(QFrame):
    """One step. Shut it shows its title and what it made; open also what is to be done."""

    skipped = Signal()

    def __init__(self, words: Words, number: int, name: str, title: str, why: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("card", True)
        self._words = words
        self.title = label(f"{number}.  {title}", "card")
        self.why = label(why, "muted", wrap=True)
        self.made = label("", "ok", wrap=True)
        self.made.setObjectName(f"{name}-made")
        self.made.hide()
        self.skip = link(words.text("Skip"), f"{name}-skip", self._skip)
        self.skip.setAccessibleName(words.text("Skip step {number}", number=number))
        self.body = QWidget()
        self.body.setProperty("clear", True)
        self.inner = QVBoxLayout(self.body)
        self.inner.setContentsMargins(0, 0, 0, 0)
        self.inner.setSpacing(tokens.GRID * 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(tokens.PADDING, tokens.GAP, tokens.PADDING, tokens.GAP)
        whole.setSpacing(tokens.GRID * 2)
        whole.addLayout(row(self.title, 1, self.skip))
        for each in (self.why, self.made, self.body):
            whole.addWidget(each)

    def add(self, widget: QWidget) -> QWidget:
        """A widget of what is to be done."""
        self.inner.addWidget(widget)
        return widget

    def show_made(self, words: str) -> None:
        """What this step made, in words; "" for nothing yet."""
        self.made.setText(f"✓  {words}" if words else "")
        self.made.setVisible(bool(words))

    def set_open(self, *, to_do: bool, skippable: bool = True) -> None:
        """Whether there is something to do here."""
        self.body.setVisible(to_do)
        self.skip.setVisible(skippable)
        self.skip.setText(self._words.text("Skip") if to_do else self._words.text("Show"))

    def _skip(self) -> None:
        self.set_open(to_do=not self.body.isVisibleTo(self))
        self.skipped.emit()


class Steps(QScrollArea):
    """Steps below one another; what stands beside them goes below where there is no room."""

    def __init__(self, theme: Theme, steps: list[Step], beside: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inner.setProperty("clear", True)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._box.setContentsMargins(0, 0, tokens.GAP, tokens.GAP)
        self._box.setSpacing(tokens.GAP)
        left = QWidget()
        left.setProperty("clear", True)
        left.setMaximumWidth(theme.px(WIDEST))
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.GAP)
        for step in steps:
            column.addWidget(step)
        column.addStretch(1)
        self._beside = beside
        self._box.addWidget(left, 3)
        self._box.addWidget(beside, 0, Qt.AlignmentFlag.AlignTop)
        self._box.addStretch(1)
        self.setWidget(inner)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Beside one another, or below."""
        super().resizeEvent(event)
        wide = self.width() >= self._theme.px(tokens.SMALL_WIDTH)
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        if wide:
            self._beside.setFixedWidth(self._theme.px(ASIDE))
        else:
            self._beside.setMinimumWidth(0)
            self._beside.setMaximumWidth(self._theme.px(WIDEST))
