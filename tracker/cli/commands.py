"""Which module holds which command, known before anything is imported: a command loads its own module only."""

from __future__ import annotations

from importlib import import_module

from tracker.cli.options import Command, Help, Usage

MODULES = {
    "demo": "demo",
    "window": "window",
    "pictures": "pictures",
    "init": "data",
    "backup": "data",
    "restore": "data",
    "import": "exchange",
    "export": "exchange",
    "figures": "figures",
    "task list": "listing",
    "task show": "show",
    "task add": "adding",
    "task assign": "verbs",
    "task propose": "verbs",
    "task refuse": "verbs",
    "task start": "verbs",
    "task progress": "verbs",
    "task submit": "verbs",
    "task confirm": "verbs",
    "task return": "verbs",
    "task decline": "verbs",
    "task ask-extension": "verbs",
    "task decide-extension": "verbs",
    "task hand-over": "verbs",
    "task chase": "verbs",
    "task pause": "verbs",
    "task resume": "verbs",
    "task recall": "verbs",
    "task edit": "adding",
    "task answer": "verbs",
    "task explain": "verbs",
    "task decide-explanation": "verbs",
    "task add-evidence": "verbs",
    "official list": "officials",
    "official show": "officials",
    "official grant": "officials",
    "official revoke": "officials",
    "unit list": "units",
    "report list": "reports",
    "report accountability": "reports",
    "report quarterly": "reports",
    "report district": "reports",
    "report official": "reports",
    "report overdue": "reports",
    "report chase": "reports",
    "report workload": "reports",
    "report work-list": "reports",
    "report calendar": "reports",
    "report assignment-slip": "reports",
    "report task-history": "reports",
    "report journal": "reports",
    "report keep": "kept",
    "report kept": "kept",
    "report issue": "kept",
    "report reprint": "kept",
    "report check": "kept",
    "report sign": "signing",
    "journal verify": "journal",
    "journal list": "journal",
    "journal undo": "journal",
}
"""Words of a command → module of tracker.cli whose COMMANDS holds it, in the order in which help lists them."""


def find(words: list[str], rest: list[str]) -> tuple[Command, list[str]]:
    """The command that the first one or two words name, and the arguments behind it.

    Raises Usage for none, Help where the line asks for help on a group of commands.
    """
    for count in (2, 1):
        name = " ".join(words[:count])
        if len(words) >= count and name in MODULES:
            return get(name), words[count:] + rest
    if "--help" in rest or "-h" in rest or words[:1] == ["help"]:
        raise Help
    if not words:
        return get("window"), rest
    raise _unknown(words)


def get(name: str) -> Command:
    """The command of that name."""
    found: tuple[Command, ...] = import_module(f"tracker.cli.{MODULES[name]}").COMMANDS
    return next(command for command in found if command.words == name)


def _unknown(words: list[str]) -> Usage:
    from difflib import get_close_matches

    below = [name for name in MODULES if name.startswith(f"{words[0]} ")]
    if below and len(words) == 1:
        return Usage("usage.which", command=words[0], commands=", ".join(name.partition(" ")[2] for name in below))
    name = " ".join(words)
    near = get_close_matches(name, MODULES, 1) or get_close_matches(words[0], MODULES, 1)
    return Usage("usage.command_near", command=name, near=near[0]) if near else Usage("usage.command", command=name)
