"""Questions to the office that would make the window wait: asked of a thread, answered by a signal."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from tracker.domain.errors import Expected, Unavailable
from tracker.ui.rubbish import Rubbish
from tracker.ui.views import Kept

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.store import Store
    from tracker.store.background import Background

Question = Callable[["Store", Kept], Any]
Answer = Callable[[Any], object]
AGAIN_MS, MOST_TRIES = 1_000, 5
"""A file that another program holds is asked again so late, so often; then it is told."""


class _Asked(NamedTuple):
    number: int
    question: Question
    answer: Answer
    urgent: bool
    tries: int


class Reading(QObject):
    """The thread of the window that reads. Made when first asked; whoever asks is answered in the window's thread.

    Of two questions of one kind only the newer one is answered.
    """

    refused = Signal(object)
    """An expected error in the place of an answer."""
    _heard = Signal(str, int, object)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._kept = Kept()
        self._thread: Background | None = None
        self._rubbish: Rubbish | None = None
        self._asked: dict[str, _Asked] = {}
        self._over = False
        self._heard.connect(self._tell)

    def ask(self, kind: str, question: Question, answer: Answer, *, urgent: bool = False) -> None:
        """Have a question answered; `answer` hears it."""
        self._ask(kind, question, answer, urgent, 0)

    @property
    def busy(self) -> bool:
        """Whether an answer is still awaited."""
        return bool(self._asked)

    def stop(self) -> None:
        """End; nothing is answered any more."""
        self._over = True
        self._asked.clear()
        if self._thread is not None:
            self._thread.stop()
            self._thread = None
        if self._rubbish is not None:
            self._rubbish.stop()

    def _ask(self, kind: str, question: Question, answer: Answer, urgent: bool, tries: int) -> None:
        if self._over:
            return
        if self._thread is None:
            from tracker.store.background import Background

            self._rubbish = Rubbish(self)
            self._thread = Background(self._folder, self._heard.emit)
        kept = self._kept
        number = self._thread.ask(kind, lambda store: question(store, kept), urgent=urgent)
        self._asked[kind] = _Asked(number, question, answer, urgent, tries)

    def _tell(self, kind: str, number: int, value: Any) -> None:
        asked = self._asked.get(kind)
        if asked is None or asked.number != number:
            return
        if isinstance(value, Unavailable) and asked.tries < MOST_TRIES:
            QTimer.singleShot(AGAIN_MS, self, lambda: self._again(kind, asked))
            return
        del self._asked[kind]
        if isinstance(value, Expected):
            self.refused.emit(value)
        elif isinstance(value, Exception):
            raise value
        else:
            asked.answer(value)

    def _again(self, kind: str, asked: _Asked) -> None:
        """The same once more, unless it was asked anew meanwhile."""
        if self._asked.get(kind) is asked:
            self._ask(kind, asked.question, asked.answer, asked.urgent, asked.tries + 1)
