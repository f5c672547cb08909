"""One command line: its global options, its command, and what is told when it fails."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from tracker.cli import DAMAGED, DONE, REFUSED, USAGE
from tracker.cli.options import Command, Help, Option, Usage, day, parse, path
from tracker.domain.errors import Damaged, Expected

if TYPE_CHECKING:
    from tracker.cli.session import Session
    from tracker.words import Words

LANGUAGES = ("vi", "en")
GLOBAL = (
    Option("--data", "Data folder (default: TRACKER_DATA, else the folder of this Windows user)", path, value="DIR"),
    Option("--as", "Code of the official who acts (default: the head of the office)", value="CODE"),
    Option("--today", "The day that stands for today in every rule", day, value="DATE"),
    Option("--lang", "Language of what is printed (default: TRACKER_LANG, else vi)", choices=LANGUAGES),
)


NOBODY_ACTS = frozenset({"init", "demo", "window", "report list", "restore"})
"""Commands in which `--as` names nobody of the office in the folder: there may be none, or none is looked at."""


class Line:
    """A command line under way."""

    def __init__(self, arguments: list[str]) -> None:
        self.arguments = arguments
        self.lang = _language(arguments)
        self.command: Command | None = None
        self.session: Session | None = None

    @property
    def words(self) -> Words:
        """The language of what is printed."""
        from tracker.words import Words

        return Words(self.lang)

    def run(self) -> int:
        """Find the command, read what was given for it, do it."""
        from tracker.cli import commands

        own, rest = _split(self.arguments)
        words, rest = _words(rest)
        try:
            self.command, rest = commands.find(words, rest)
            given = parse(self.command, rest)
            settings = parse(Command("", "", lambda *_: None, *GLOBAL), own)
        except Help:
            return self._help(words)
        if settings.lang:
            self.lang = settings.lang
        from tracker.cli.session import Session

        acting = getattr(settings, "as")
        chosen = settings.lang or os.environ.get("TRACKER_LANG")
        self.session = Session(self.lang, settings.data, acting, settings.today, given_lang=chosen)
        if acting and self.command.words not in NOBODY_ACTS:
            _ = self.session.actor  # whoever is named must be known, also where the command only reads
        return self.command.run(self.session, given) or DONE

    def close(self) -> None:
        """Close what was opened."""
        if self.session:
            self.session.close()

    def failed(self, error: Exception) -> int:
        """Tell an error in one line; the status that goes with it."""
        if isinstance(error, Usage):
            self._tell(self._sentence(error))
            words = ["python main.py", *([self.command.words] if self.command else []), "--help"]
            self._tell(self.words.text("Help: {command}", command=" ".join(words)))
            return USAGE
        if isinstance(error, Expected):
            self._tell(self._sentence(error))
            return DAMAGED if isinstance(error, Damaged) else REFUSED
        from tracker.failure import log

        damaged = self._damage()
        if damaged:
            return self.failed(damaged)
        place = log(error, self.arguments, self.session.data if self.session else None)
        self._tell(
            self.words.text(
                "The program made an error; what was not yet said to be done is not done. Details: {place}", place=place
            )
        )
        return REFUSED

    def stopped(self) -> int:
        """Ctrl+C: a transaction under way was rolled back."""
        self._tell(self.words.text("Stopped; what was under way was not done."))
        return REFUSED

    def _damage(self) -> Damaged | None:
        """What is wrong with the data, if anything: code that meets a damaged record fails in any way, and is not to
        blame.
        """
        if self.session is None or not self.session.is_open:
            return None
        from tracker.store.verify import verify

        try:
            found = verify(self.session.store, files=False).findings
        except Damaged as damaged:
            return damaged
        except Exception:  # noqa: BLE001 - the error that is being told comes first
            return None
        if not found:
            return None
        first = " ".join(part for part in (found[0].kind, found[0].record, found[0].field) if part)
        return Damaged("store.damaged", path=str(self.session.store.path), detail=first)

    def _sentence(self, error: Expected) -> str:
        """The error's sentence, behind the option it concerns where this command has that option."""
        sentence = self.words.sentence(error)
        options = (*self.command.options, *GLOBAL) if self.command else GLOBAL
        option = next((each for each in options if each.means(error.field)), None)
        return f"{option.name}: {sentence}" if option else sentence

    def _help(self, words: list[str]) -> int:
        from tracker.cli.help import text

        print(text(self.words, words))
        return DONE

    def _tell(self, text: str) -> None:
        if sys.stderr:
            print(text, file=sys.stderr)


def _language(arguments: list[str]) -> str:
    """The language, known before anything else can fail: `--lang`, TRACKER_LANG, Vietnamese."""
    wanted = [arguments[place] for place in range(1, len(arguments)) if arguments[place - 1] == "--lang"]
    wanted += [each.removeprefix("--lang=") for each in arguments if each.startswith("--lang=")]
    wanted += [os.environ.get("TRACKER_LANG", "")]
    return next((each for each in wanted if each in LANGUAGES), LANGUAGES[0])


def _split(arguments: list[str]) -> tuple[list[str], list[str]]:
    """The global options, wherever they stand before `--`, and the rest."""
    names = {option.name for option in GLOBAL}
    own: list[str] = []
    rest: list[str] = []
    waiting = iter(arguments)
    for word in waiting:
        if word == "--":
            rest += ["--", *waiting]
        elif word in names:
            own += [word, *(value for value in [next(waiting, None)] if value is not None)]
        else:
            (own if word.partition("=")[0] in names else rest).append(word)
    return own, rest


def _words(arguments: list[str]) -> tuple[list[str], list[str]]:
    """Up to two words that may name a command, and all that follows the first option."""
    count = 0
    while count < min(2, len(arguments)) and not arguments[count].startswith("-"):
        count += 1
    return arguments[:count], arguments[count:]
