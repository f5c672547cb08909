"""What one command works with: the open data folder, who acts, which day is today, and where sentences go."""

from __future__ import annotations

import sys
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tracker import machine
from tracker.domain.errors import Expected, Refused

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import Enum

    from tracker.domain.officials import Actor, Official
    from tracker.store import Store
    from tracker.words import Words

T = TypeVar("T")


class Session:
    """The data folder of one command, opened when first used."""

    def __init__(
        self, lang: str, data: Path | None, acting: str | None, today: date | None, *, given_lang: str | None = None
    ) -> None:
        self.lang = lang
        self.given_lang = given_lang
        """The language, where the line or the environment names one: the window remembers its own."""
        self.data = data or machine.data_folder()
        self.given_acting = acting
        self.given_today = self._today = today
        self._store: Store | None = None
        self._actor: Actor | None = None
        self._words: Words | None = None

    # --- words --------------------------------------------------------------------------------------------------------

    @property
    def words(self) -> Words:
        """The language of what is printed."""
        if self._words is None:
            from tracker.words import Words

            self._words = Words(self.lang)
        return self._words

    def text(self, english: str, /, **parameters: object) -> str:
        """A sentence in the language of this command."""
        return self.words.text(english, **parameters)

    def print(self, text: str = "") -> None:
        """Print a line of the result."""
        print(text)

    def say(self, english: str, /, **parameters: object) -> None:
        """Print a sentence of the result."""
        print(self.text(english, **parameters))

    def tell(self, english: str, /, **parameters: object) -> None:
        """Print a sentence beside the result (stderr)."""
        self.note(self.text(english, **parameters))

    def note(self, text: str) -> None:
        """Print a line beside the result (stderr)."""
        if sys.stderr:
            print(text, file=sys.stderr)

    def day(self, day: date | None) -> str:
        """A day as people read it; "" for none."""
        return self.words.show(day) if day else ""

    def term(self, value: Enum | None) -> str:
        """A state, a class, a kind as people read it; "" for none."""
        return self.words.term(value) if value is not None else ""

    def header(self) -> None:
        """Say above a table that the data are a sample, and which day it is there."""
        if self.sample_day:
            self.say("SAMPLE DATA · sample day {day}", day=self.today)

    # --- data ---------------------------------------------------------------------------------------------------------

    @property
    def store(self) -> Store:
        """The open data folder. Raises Refused "store.missing", Damaged, Unavailable."""
        if self._store is None:
            from tracker.store.folder import open_folder

            self._store = open_folder(self.data)
        return self._store

    @property
    def is_open(self) -> bool:
        """Whether the data folder was opened."""
        return self._store is not None

    def use(self, store: Store) -> None:
        """Work with a store that the command made or opened itself."""
        self._store = store

    def close(self) -> None:
        """Close the data folder, if it was opened."""
        if self._store is not None:
            self._store.close()
            self._store = None
            self._actor = None

    @property
    def sample_day(self) -> date | None:
        """The day of a sample office; None in a real one."""
        from tracker.store import settings

        return settings.sample_day(self.store)

    @property
    def today(self) -> date:
        """The day that the rules see: `--today`, else the sample's own day, else the machine's date."""
        if self._today is None:
            sample: date | None = None
            with suppress(Expected):  # a command that needs the data finds out itself
                sample = self.sample_day
            self._today = sample or machine.today()
        return self._today

    def today_in(self, store: Store) -> date:
        """The day that the rules see in that office."""
        from tracker.store import settings

        return self.given_today or settings.sample_day(store) or machine.today()

    # --- who acts -----------------------------------------------------------------------------------------------------

    @property
    def actor(self) -> Actor:
        """Who acts. Raises Refused "session.no_head", "session.password", "session.no_password", "official.unknown"."""
        if self._actor is None:
            self._actor = machine.actor_on(self._official().id, self.today)
        return self._actor

    def official_in(self, store: Store, code: str | None = None) -> Official:
        """Whoever has the code in that office, else the one named by `--as`, else whoever heads the office today.

        Raises Refused "official.unknown", "session.no_head".
        """
        from tracker.store import officials

        named = code or self.given_acting
        try:
            return officials.by_code(store, named) if named else self._head(store)
        except Refused as unknown:
            unknown.field = "as"
            raise

    def _official(self) -> Official:
        from tracker.store import officials

        found = self.official_in(self.store)
        if officials.any_password(self.store):
            from tracker.cli.password import require

            require(self, found)
        return found

    def _head(self, store: Store) -> Official:
        """The head of the office. Raises Refused "session.no_head"."""
        from tracker.store import officials

        head = officials.head_of_office(store, self.today)
        if head is None:
            raise Refused("session.no_head", path=str(self.data))
        return head

    # --- long work ----------------------------------------------------------------------------------------------------

    def progress(self, english: str, work: Callable[[Callable[[int, int], None]], T]) -> T:
        """Do work that reports (done, in all); after a second it shows on stderr, if that is a terminal."""
        if not (sys.stderr and sys.stderr.isatty()):
            return work(lambda _done, _total: None)
        from tracker.cli.progress import shown

        with shown(self.text(english)) as report:
            return work(report)
