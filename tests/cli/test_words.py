"""Every text that the command line prints has its Vietnamese, with the same places in it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import polib
import pytest

import tracker.cli
from tests.cli.conftest import Run
from tracker.cli import commands
from tracker.cli.figures import NAMES
from tracker.cli.line import GLOBAL
from tracker.figures.called import KINDS, VERBS
from tracker.resource import resource
from tracker.words import Words

FOLDER = Path(tracker.cli.__file__).parent
SAYING = {"text", "say", "tell", "progress"}


def translated() -> set[str]:
    return {entry.msgid for path in resource("translations/vi").glob("*.po") for entry in polib.pofile(str(path))}


def said() -> Iterator[tuple[str, str]]:
    """Place and text of every sentence in the modules."""
    for path in FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in SAYING:
                first = node.args[0] if node.args else None
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield f"{path.name}:{node.lineno}", first.value


def helped() -> Iterator[tuple[str, str]]:
    """Command and text of every help."""
    for option in GLOBAL:
        yield option.name, option.help
    for name in commands.MODULES:
        command = commands.get(name)
        yield name, command.help
        for option in command.options:
            yield f"{name} {option.name}", option.help


def test_every_sentence_has_its_vietnamese() -> None:
    known = translated()
    assert [(place, text) for place, text in said() if text not in known] == []


def test_every_help_has_its_vietnamese() -> None:
    known = translated()
    assert [(place, text) for place, text in helped() if text not in known] == []


def test_every_name_of_a_verb_a_record_and_a_figure_has_its_vietnamese() -> None:
    known = translated()
    names = [*VERBS.values(), *KINDS.values(), *NAMES.values()]
    assert [name for name in names if name not in known] == []


def test_every_verb_that_actions_record_has_a_name() -> None:
    """Verbs stand as constants with a dot in calls of `acting` and `change`."""
    package = FOLDER.parent
    verbs = set()
    for path in [*package.glob("actions/**/*.py"), *package.glob("store/*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in ("acting", "as_verb", "change"):
                verbs |= {each.value for each in node.args if isinstance(each, ast.Constant) and "." in str(each.value)}
    assert verbs
    assert verbs - set(VERBS) == set()


def test_every_kind_of_record_has_a_name() -> None:
    from tracker.store.tables import KINDS as STORED
    from tracker.store.tables import REBUILT

    assert set(STORED) | set(REBUILT) <= set(KINDS)


@pytest.mark.parametrize(
    "arguments",
    [
        ("unit", "list"),
        ("official", "list"),
        ("official", "show", "CB04"),
        ("task", "list"),
        ("task", "show", "NV39"),
        ("task", "show", "NV36"),
        ("journal", "list"),
        ("journal", "verify"),
        ("figures", "--unit", "VP", "--period", "2026-Q3"),
        ("report", "list"),
    ],
)
def test_nothing_stays_english_in_a_vietnamese_table(
    at_sample: Run, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    """Headings come from lists: whatever is asked for at run time must be in the catalogue."""
    known = translated()
    asked: set[str] = set()
    real = Words._translated

    def watched(self: Words, msgid: str) -> str:
        asked.add(msgid)
        return real(self, msgid)

    monkeypatch.setattr(Words, "_translated", watched)
    assert at_sample("--lang", "vi", *arguments).status == 0
    assert {text for text in asked if text and text not in known} == set()


def test_the_modules_of_the_table_are_all_there() -> None:
    for module in set(commands.MODULES.values()):
        assert import_module(f"tracker.cli.{module}").COMMANDS
