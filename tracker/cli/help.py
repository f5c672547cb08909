"""What `--help` prints: all commands, those of a group, or one command with its options."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.cli import commands
from tracker.cli.line import GLOBAL

if TYPE_CHECKING:
    from tracker.cli.options import Command, Option
    from tracker.words import Words


def text(words: Words, about: list[str]) -> str:
    """The help on a command line's words."""
    about = [word for word in about if word != "help"]
    for count in (2, 1):
        name = " ".join(about[:count])
        if len(about) >= count and name in commands.MODULES:
            return _one(words, commands.get(name))
    names = [name for name in commands.MODULES if not about or name.split()[0] == about[0]] or list(commands.MODULES)
    return _many(words, names)


def _many(words: Words, names: list[str]) -> str:
    width = max(map(len, names))
    lines = [f"  {name:{width}}  {words.text(commands.get(name).help)}" for name in names]
    usage = words.text("Usage: python main.py [--data DIR] [--as CODE] [--today DATE] [--lang vi|en] COMMAND")
    return "\n".join(
        [
            usage,
            "",
            *lines,
            "",
            *_options(words, GLOBAL),
            "",
            words.text("More on one command: python main.py COMMAND --help"),
        ]
    )


def _one(words: Words, command: Command) -> str:
    usage = words.text("Usage: python main.py {command}", command=command.words)
    shape = " ".join(_shape(option, command) for option in command.options)
    return "\n".join(
        [f"{usage} {shape}".strip(), "", words.text(command.help), "", *_options(words, command.options)]
    ).rstrip()


def _shape(option: Option, command: Command) -> str:
    name = option.name if option.positional or option.flag else f"{option.name} {option.value}"
    one_of = any(group.startswith("!") and option.name in group[1:].split() for group in command.exclusive)
    return (name if option.required or one_of else f"[{name}]") + ("…" if option.many else "")


def _options(words: Words, options: tuple[Option, ...]) -> list[str]:
    names = [option.name if option.positional or option.flag else f"{option.name} {option.value}" for option in options]
    width = min(max(map(len, names), default=0), 32)
    return [f"  {name:{width}}  {words.text(option.help)}" for name, option in zip(names, options, strict=True)]
