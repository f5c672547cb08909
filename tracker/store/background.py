"""Reading the office beside the one who writes: a thread with a read-only connection of its own.

Whoever types in a search asks anew at each letter: a question that was asked again is broken off in the engine, and of
those waiting only the newest of its kind is answered. No Qt: the window hears of answers by a function.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from threading import Condition, Thread
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.domain.errors import Expected
from tracker.store import engine
from tracker.store.folder import open_folder

if TYPE_CHECKING:
    from tracker.store import Store

Question = Callable[["Store"], Any]
Answered = Callable[[str, int, Any], None]
"""Hears the kind of question, its number, and the answer: a value, an Expected or, for a bug, the exception."""


class _Asked(NamedTuple):
    kind: str
    number: int
    question: Question
    urgent: bool


class Background:
    """Answers questions in a thread, urgent ones first. `answered` is called in that thread."""

    def __init__(self, folder: Path, answered: Answered) -> None:
        self._folder, self._answered = folder, answered
        self._waiting: dict[str, _Asked] = {}
        self._running: _Asked | None = None
        self._store: Store | None = None
        self._number = 0
        self._over = False
        self._news = Condition()
        self._thread = Thread(target=self._run, name="reading", daemon=True)
        self._thread.start()

    def ask(self, kind: str, question: Question, *, urgent: bool = False) -> int:
        """Ask; an older question of the same kind is dropped, a less urgent one under way waits. Its number."""
        with self._news:
            self._number += 1
            self._waiting[kind] = _Asked(kind, self._number, question, urgent)
            running = self._running
            if running is not None and (running.kind == kind or (urgent and not running.urgent)):
                if running.kind != kind:
                    self._waiting.setdefault(running.kind, running)
                self._running = None
            self._news.notify()
            return self._number

    def stop(self) -> None:
        """Break off what is under way, and end."""
        with self._news:
            self._over = True
            self._waiting.clear()
            self._running = None
            self._news.notify()
        self._thread.join(timeout=5)

    def _run(self) -> None:
        while (asked := self._next()) is not None:
            try:
                answer = asked.question(self._opened())
            except Expected as error:
                answer = error
            except sqlite3.OperationalError as error:
                answer = error
                if engine.broken_off(error):
                    continue
            except Exception as error:  # noqa: BLE001 - a bug is told to whoever asked, who raises it
                answer = error
            with self._news:
                wanted = self._running is asked
                self._running = None
            if wanted:
                self._answered(asked.kind, asked.number, answer)
        if self._store is not None:
            self._store.close()

    def _next(self) -> _Asked | None:
        with self._news:
            while not self._waiting and not self._over:
                self._news.wait()
            if self._over:
                return None
            urgent = [each for each in self._waiting.values() if each.urgent]
            asked = (urgent or list(self._waiting.values()))[0]
            del self._waiting[asked.kind]
            self._running = asked
            return asked

    def _opened(self) -> Store:
        if self._store is None:
            self._store = open_folder(self._folder, read_only=True)
            engine.break_off_when(self._store.connection, lambda: self._running is None)
        return self._store
