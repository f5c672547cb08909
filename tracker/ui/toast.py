"""The toast at the bottom left: what was done, and "Hoàn tác" for eight seconds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QPropertyAnimation, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QGraphicsOpacityEffect, QHBoxLayout, QStyle, QWidget

from tracker.ui import tokens
from tracker.ui.widgets.basics import button, label

SHOWN_MS, FADE_MS = 8_000, 120


class Toast(QFrame):
    """One toast; the next one takes its place."""

    def __init__(self, window: QWidget, left: Callable[[], int], foot: Callable[[], int]) -> None:
        """`left` and `foot` tell how much of the window the navigation and the status bar take at the moment."""
        super().__init__(window)
        self.setObjectName("toast")
        self._left, self._foot = left, foot
        self._words = label()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(tokens.PADDING, tokens.GRID * 2, tokens.GAP, tokens.GRID * 2)
        self._row.addWidget(self._words)
        self._undo = button("", "undo")
        self._row.addWidget(self._undo)
        self._deed: Callable[[], object] | None = None
        self._undo.clicked.connect(self._do)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def show_words(self, words: str, way: str = "", deed: Callable[[], object] | None = None) -> None:
        """Tell something; `way` is the button's word."""
        self._words.setText(words)
        self._deed = deed
        self._undo.setText(way)
        self._undo.setAccessibleName(way)
        self._undo.setVisible(deed is not None)
        self.setAccessibleName(words)
        self.adjustSize()
        self.place()
        self.raise_()
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self._fade()
        self._timer.start()

    def place(self) -> None:
        """Bottom left, beside the navigation and above the status bar."""
        down = self.window().height() - self.height() - self._foot() - tokens.MARGIN
        self.move(self._left() + tokens.MARGIN, down)

    def _do(self) -> None:
        self.hide()
        if self._deed is not None:
            self._deed()

    def _fade(self) -> None:
        """120 ms, and none where the system asks for no animation."""
        if not self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration):
            return
        effect = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(effect)
        fade = QPropertyAnimation(effect, b"opacity", self)
        fade.setDuration(FADE_MS)
        fade.setStartValue(0.0)
        fade.setEndValue(1.0)
        fade.setEasingCurve(QEasingCurve.Type.OutQuad)
        fade.finished.connect(lambda: self.setGraphicsEffect(None))  # type: ignore[arg-type]
        fade.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)
