"""Questions to the office that would make the window wait: asked of a thread, answered by a signal."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from tracker.domain.errors import Expected
from tracker.ui.views import Kept

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.store import Store
    from tracker.store.background import Background

Question = Callable[["Store", Kept], Any]
Answer = Callable[[Any], object]


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
        self._asked: dict[str, tuple[int, Answer]] = {}
        self._heard.connect(self._tell)

    def ask(self, kind: str, question: Question, answer: Answer, *, urgent: bool = False) -> None:
        """Have a question answered; `answer` hears it."""
        if self._thread is None:
            from tracker.store.background import Background

            self._thread = Background(self._folder, self._heard.emit)
        number = self._thread.ask(kind, lambda store: question(store, self._kept), urgent=urgent)
        self._asked[kind] = (number, answer)

    def drop(self, kind: str) -> None:
        """Whoever asked does not want to know any more."""
        self._asked.pop(kind, None)

    @property
    def busy(self) -> bool:
        """Whether an answer is still awaited."""
        return bool(self._asked)

    def stop(self) -> None:
        """End; nothing is answered any more."""
        self._asked.clear()
        if self._thread is not None:
            self._thread.stop()
            self._thread = None

    def _tell(self, kind: str, number: int, value: Any) -> None:
        asked, answer = self._asked.get(kind, (-1, None))
        if asked != number or answer is None:
            return
        del self._asked[kind]
        if isinstance(value, Expected):
            self.refused.emit(value)
        elif isinstance(value, Exception):
            raise value
        else:
            answer(value)
