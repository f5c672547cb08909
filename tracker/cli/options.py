"""Reading a command line: what a command takes, and the values that were given for it.

Own code instead of argparse, for two reasons: every sentence comes in Vietnamese and English (argparse glues English
ones), and `task list` must start within a few milliseconds, of which argparse alone takes eight. Imports only
tracker.domain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from tracker.domain.errors import Expected, Refused


class Usage(Expected):
    """The command line is not one: told in one sentence, exit status 2."""


class Help(Exception):  # noqa: N818 - not an error: the user asked
    """`--help` stands in the line."""


class Option:
    """One option (`--due`) or position (`NUMBER`) of a command."""

    __slots__ = ("choices", "flag", "help", "key", "many", "name", "read", "required", "value")

    def __init__(
        self,
        name: str,
        help_: str,
        read: Callable[[str], Any] | None = None,
        *,
        value: str = "TEXT",
        choices: Iterable[str] = (),
        flag: bool = False,
        many: bool = False,
        required: bool = False,
        key: str = "",
    ) -> None:
        self.name = name
        self.help = help_
        """English; translated when help is printed."""
        self.key = key or name.lstrip("-").replace("-", "_").lower()
        """Where its value stands in Given: the name of the record's field, so that a refusal can name the option."""
        self.read = read or line
        self.choices = tuple(choices)
        self.value = "|".join(self.choices) or value
        self.flag = flag
        self.many = many
        self.required = required

    def means(self, field: str | None) -> bool:
        """Whether a refusal that names this field means this option."""
        return field is not None and field in (self.key, self.name.lstrip("-").replace("-", "_").lower())

    @property
    def positional(self) -> bool:
        """Whether it stands by its place and not behind its name."""
        return not self.name.startswith("-")


class Command:
    """One command: its words (`task add`), what it takes, and the function that does it."""

    __slots__ = ("exclusive", "help", "options", "run", "words")

    def __init__(
        self,
        words: str,
        help_: str,
        run: Callable[[Any, Given], int | None],
        *options: Option,
        exclusive: Iterable[str] = (),
    ) -> None:
        self.words = words
        self.help = help_
        self.run = run
        self.options = options
        self.exclusive = tuple(exclusive)
        """Groups of options of which one may be given, e.g. "--due --no-deadline"; a `!` before a group: one must be.
        """


class Given:
    """The values of one command line, by the options' keys: `given.due`. What was not given is None, False or ()."""

    def __init__(self, values: dict[str, Any]) -> None:
        self._values = values

    def __getattr__(self, key: str) -> Any:
        try:
            return self._values[key]
        except KeyError:
            raise AttributeError(key) from None

    def has(self, key: str) -> bool:
        """Whether the option was given a value."""
        return bool(self._values.get(key) not in (None, False, ()))

    def only(self, *keys: str) -> dict[str, Any]:
        """The given ones of these options, as keyword arguments."""
        return {key: self._values[key] for key in keys if self.has(key)}


def parse(command: Command, arguments: list[str]) -> Given:
    """The values given for a command. Raises Usage, Refused (a value that cannot be), Help."""
    values: dict[str, Any] = {each.key: () if each.many else False if each.flag else None for each in command.options}
    positions = [each for each in command.options if each.positional]
    waiting = list(arguments)
    while waiting:
        word = waiting.pop(0)
        if word == "--":
            _place(values, positions, waiting)
            break
        if word in ("--help", "-h"):
            raise Help
        if word.startswith("--"):
            _option(command, values, word, waiting)
        else:
            _place(values, positions, [word])
    _check(command, values)
    return Given(values)


def _option(command: Command, values: dict[str, Any], word: str, waiting: list[str]) -> None:
    name, equals, text = word.partition("=")
    option = next((each for each in command.options if each.name == name), None)
    if option is None:
        raise _unknown(name, [each.name for each in command.options if not each.positional])
    if option.flag:
        if equals:
            raise Usage("usage.flag", option=name)
        values[option.key] = True
        return
    if not equals:
        if not waiting or waiting[0].startswith("--"):
            raise Usage("usage.no_value", option=name, value=option.value)
        text = waiting.pop(0)
    if values[option.key] not in (None, ()) and not option.many:
        raise Usage("usage.twice", option=name)
    _set(values, option, text)


def _place(values: dict[str, Any], positions: list[Option], words: list[str]) -> None:
    for word in words:
        free = next((each for each in positions if each.many or values[each.key] is None), None)
        if free is None:
            raise Usage("usage.too_much", text=word)
        _set(values, free, word)


def _set(values: dict[str, Any], option: Option, text: str) -> None:
    if not is_text(text):
        raise Usage("usage.no_text", option=option.name)
    if option.choices and text not in option.choices:
        raise Usage("usage.choice", field=option.key, text=text, choices=", ".join(option.choices))
    try:
        found = option.read(text)
    except Expected as error:
        error.field = error.field or option.key
        raise
    values[option.key] = (*values[option.key], found) if option.many else found


def _check(command: Command, values: dict[str, Any]) -> None:
    for option in command.options:
        if option.required and values[option.key] in (None, ()):
            raise Usage("usage.missing", option=option.name)
    for group in command.exclusive:
        names = [each for each in command.options if each.name in group.removeprefix("!").split()]
        given = [each.name for each in names if values[each.key] not in (None, False, ())]
        if len(given) > 1:
            raise Usage("usage.together", one=given[0], other=given[1])
        if group.startswith("!") and not given:
            raise Usage("usage.one_of", options=", ".join(each.name for each in names))


def _unknown(name: str, known: list[str]) -> Usage:
    from difflib import get_close_matches

    near = get_close_matches(name, known, 1)
    return Usage("usage.option_near", option=name, near=near[0]) if near else Usage("usage.option", option=name)


# --- values -----------------------------------------------------------------------------------------------------------


def line(text: str) -> str:
    """One line of text, in NFC."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    from tracker.domain.text import squeeze

    return squeeze(text)


def long_text(text: str) -> str:
    """Text that may have several lines, in NFC."""
    from tracker.domain.text import nfc

    return nfc(text).strip()


def day(text: str) -> date:
    """An ISO date. Raises Usage for another form, Refused for a day that no calendar has."""
    parts = text.split("-")
    if [len(part) for part in parts] != [4, 2, 2] or not all(part.isascii() and part.isdigit() for part in parts):
        raise Usage("usage.date", text=text)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused("option.no_such_day", text=text) from None


def whole(text: str) -> int:
    """A whole number."""
    if not (text.isascii() and text.removeprefix("-").isdigit()) or len(text) > 15:
        raise Usage("usage.number", text=text)
    return int(text)


def factor(text: str) -> Any:
    """A decimal number, with point or comma."""
    from decimal import Decimal

    plain = text.replace(",", ".", 1)
    if not (plain.isascii() and plain.replace(".", "", 1).isdigit()) or len(text) > 15:
        raise Usage("usage.number", text=text)
    return Decimal(plain)


def path(text: str) -> Any:
    """A file or folder."""
    from pathlib import Path

    if not text or "\0" in text:
        raise Usage("usage.path", text=text)
    return Path(text)


def period(text: str) -> Any:
    """A period: 2026-Q3, 2026-09, 2026, 2026-07-01..2026-09-30."""
    from tracker.domain.periods import parse as parse_period

    return parse_period(text)


def is_text(text: str) -> bool:
    """Whether the console's bytes were text (Python keeps foreign bytes as lone surrogates)."""
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
