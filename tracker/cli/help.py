"""What `--help` prints: all commands, those of a group, or one command with its options."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.cli import commands
from tracker.cli.line import GLOBAL

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    shape = " ".join(_shapes(command))
    return "\n".join(
        [f"{usage} {shape}".strip(), "", words.text(command.help), "", *_options(words, command.options)]
    ).rstrip()


def _shapes(command: Command) -> Iterator[str]:
    """What the command takes, in order: [--due DATE|--no-deadline REASON] for what excludes each other."""
    groups = {name: group for group in command.exclusive for name in group.removeprefix("!").split()}
    told: set[str] = set()
    for option in command.options:
        group = groups.get(option.name)
        if group is None:
            yield (_shape(option) if option.required else f"[{_shape(option)}]") + ("…" if option.many else "")
        elif group not in told:
            told.add(group)
            together = "|".join(_shape(each) for each in command.options if groups.get(each.name) == group)
            yield f"({together})" if group.startswith("!") else f"[{together}]"


def _shape(option: Option) -> str:
    return option.name if option.positional or option.flag else f"{option.name} {option.value}"


def _options(words: Words, options: tuple[Option, ...]) -> list[str]:
    names = [_shape(option) for option in options]
    width = min(max(map(len, names), default=0), 32)
    return [f"  {name:{width}}  {words.text(option.help)}" for name, option in zip(names, options, strict=True)]
