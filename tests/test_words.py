"""Every code has a sentence, every sentence its Vietnamese, and both say the same things."""

from __future__ import annotations

import ast
import enum
import importlib
import re
import string
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path

import polib
import pytest

import tracker
from tracker.domain.errors import Refused
from tracker.domain.tasks import TaskState
from tracker.resource import resource
from tracker.words import PARTS, Words, sentences
from tracker.words.compile import compiled

PACKAGE = Path(tracker.__file__).parent
VIETNAMESE = resource("translations/vi")
ERRORS = {"Refused", "Damaged", "Unavailable", "Usage", "Problem"}
"""What carries a code; a Problem of a sheet has it after row and column."""

ASKING = {
    *(("words", "text"), ("desk", "text"), ("self", "text"), ("", "text")),
    *(("session", verb) for verb in ("text", "say", "tell", "progress")),
}
"""How a text is asked for: it may be any expression whose last two names are these."""

MAKES_VIETNAMESE = {"generate.py"}
"""Modules of cli that write the sample office, whose texts are data."""


# What the code says


@cache
def calls() -> tuple[tuple[str, str, ast.Call], ...]:
    """Every call in the package outside words/: place, name of what is called, call."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.parent.name != "words":
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call):
                    called = ast.unparse(node.func)
                    found.append((f"{path.relative_to(PACKAGE.parent).as_posix()}:{node.lineno}", called, node))
    return tuple(found)


def written_out(node: ast.expr) -> list[str]:
    """The strings that the expression can be: one constant, or those of `a if … else b`; none where it is computed."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return written_out(node.body) + written_out(node.orelse)
    return []


def raised() -> Iterator[tuple[str, str, ast.Call]]:
    """Place, code and call of every error that the package makes."""
    for place, called, call in calls():
        name = called.split(".")[-1]
        if name in ERRORS and call.args:
            code = call.args[2] if name == "Problem" and len(call.args) > 2 else call.args[0]
            yield from ((place, text, call) for text in written_out(code))


def asked_for() -> Iterator[tuple[str, str, ast.Call]]:
    """Place, text and call of every text that the package asks words for."""
    for place, called, call in calls():
        *_, who, what = ["", *called.split(".")]
        if (who.strip("_"), what) in ASKING and call.args:
            yield from ((place, text, call) for text in written_out(call.args[0]))


def places(text: str) -> set[str]:
    """The names in the braces of a text; a format or attribute behind a name is an error."""
    found = set()
    for _, name, form, conversion in string.Formatter().parse(text):
        if name is not None:
            assert name.isidentifier(), f"not a plain place: {text!r}"
            assert not form, f"words decide how a value is shown: {text!r}"
            assert not conversion, f"words decide how a value is shown: {text!r}"
            found.add(name)
    return found


@cache
def vietnamese() -> dict[str, str]:
    """English → Vietnamese, of every catalogue."""
    files = sorted(VIETNAMESE.glob("*.po"))
    return {
        entry.msgid: entry.msgstr
        for path in files
        for entry in polib.pofile(str(path), encoding="utf-8")
        if not entry.obsolete
    }


# Nothing is missing


def test_every_part_is_known() -> None:
    modules = {path.stem for path in (PACKAGE / "words").glob("*.py")} - {"__init__", "compile"}
    assert modules == set(PARTS)
    assert {path.stem.partition("-")[0] for path in VIETNAMESE.glob("*.po")} == set(PARTS), "ui-tasks.po belongs to ui"


def test_every_code_has_a_sentence() -> None:
    missing = [f"{place}: {code}" for place, code, _ in raised() if code not in sentences()]
    assert missing == []


def test_no_code_has_two_sentences() -> None:
    codes = Counter(code for part in PARTS for code in importlib.import_module(f"tracker.words.{part}").SENTENCES)
    assert [code for code, times in codes.items() if times > 1] == []


def test_every_place_of_a_sentence_is_filled_where_it_is_raised() -> None:
    empty = [
        f"{place}: {code}: {{{name}}}"
        for place, code, call in raised()
        if all(keyword.arg for keyword in call.keywords)
        and not any(isinstance(each, ast.Starred) for each in call.args)
        for name in sorted(places(sentences().get(code, "")) - {keyword.arg for keyword in call.keywords})
        if not called_problem(call)
    ]
    assert empty == []


def called_problem(call: ast.Call) -> bool:
    """A Problem's parameters come in one mapping, beside file, row and column."""
    return ast.unparse(call.func).split(".")[-1] == "Problem"


def test_every_sentence_is_used() -> None:
    """A code is written out somewhere in the package; terms belong to enums."""
    texts = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py") if path.parent.name != "words")
    dead = [code for code in sentences() if code.split(".")[0].islower() and f'"{code}"' not in texts]
    assert dead == []


def test_every_sentence_is_told_in_vietnamese() -> None:
    assert [english for english in sentences().values() if english not in vietnamese()] == []


def test_every_text_is_told_in_vietnamese() -> None:
    assert [f"{place}: {text}" for place, text, _ in asked_for() if text not in vietnamese()] == []


def test_every_text_is_asked_for() -> None:
    """It stands in the package as it stands in the catalogue; those of Qt are asked for by Qt."""
    written = {
        node.value
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
    }
    of_qt = {entry.msgid for entry in polib.pofile(str(VIETNAMESE / "ui-qt.po"), encoding="utf-8")}
    assert sorted(vietnamese().keys() - written - of_qt) == []


def test_every_text_of_the_command_line_is_told_in_vietnamese() -> None:
    """Helps and headings stand in tables and are asked for later: there, all that reads like English is a text."""
    enums = dict.fromkeys((code.split(".")[0] for code in sentences()), "")
    untold = [
        f"{path.name}:{node.lineno}: {node.value}"
        for path in sorted((PACKAGE / "cli").glob("*.py"))
        if path.name not in MAKES_VIETNAMESE
        for node in ast.walk(without_docstrings(ast.parse(path.read_text(encoding="utf-8"))))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if re.match(r"[A-Z][a-z]+([ ,.:-]|$)", node.value) and node.value not in vietnamese() | enums
    ]
    assert untold == []


def without_docstrings(tree: ast.Module) -> ast.Module:
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            node.value.value = None
    return tree


def test_both_languages_have_the_same_places() -> None:
    assert [english for english, told in vietnamese().items() if places(english) != places(told)] == []


def test_every_state_and_kind_has_a_term() -> None:
    without = []
    for path in sorted((PACKAGE / "domain").glob("*.py")):
        module = importlib.import_module(f"tracker.domain.{path.stem}")
        for kind in vars(module).values():
            if isinstance(kind, type) and issubclass(kind, enum.StrEnum) and kind.__module__ == module.__name__:
                without += [
                    f"{kind.__name__}.{one.value}" for one in kind if f"{kind.__name__}.{one.value}" not in sentences()
                ]
    assert without == []


def test_the_compiled_catalogue_is_fresh() -> None:
    assert (VIETNAMESE / "LC_MESSAGES" / "tracker.mo").read_bytes() == compiled(VIETNAMESE), (
        "python -m tracker.words.compile"
    )


# How it is told


@pytest.fixture
def sentence(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setitem(sentences(), "test.told", "{what}")
    return "test.told"


@pytest.mark.parametrize(
    ("value", "in_vietnamese", "in_english"),
    [
        (date(2026, 9, 1), "01/09/2026", "2026-09-01"),
        (datetime(2026, 9, 1, 7, 5, tzinfo=UTC), "01/09/2026 07:05", "2026-09-01 07:05"),
        (Decimal("0.8125"), "0,8125", "0.8125"),
        (2026, "2026", "2026"),
        (None, "–", "–"),
        (True, "có", "yes"),
        (TaskState.DOING, "đang thực hiện", "being done"),
        (["KH-01"], "KH-01", "KH-01"),
        (("a", date(2026, 9, 2), "c"), "a, 02/09/2026 và c", "a, 2026-09-02 and c"),
        ([], "–", "–"),
        ("{what} 100 %", "{what} 100 %", "{what} 100 %"),
    ],
)
def test_parameters_are_shown_as_the_language_writes_them(
    sentence: str, value: object, in_vietnamese: str, in_english: str
) -> None:
    error = Refused(sentence, what=value)
    assert Words("vi").sentence(error) == in_vietnamese
    assert Words("en").sentence(error) == in_english


def test_an_error_within_an_error_is_told_in_words(sentence: str) -> None:
    assert Words("vi").sentence(Refused(sentence, what=Refused(sentence, what=TaskState.PAUSED))) == "tạm dừng"


def test_the_field_of_a_refusal_is_a_place_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sentences(), "test.field", "{field} lacks")
    assert Words("en").sentence(Refused("test.field", field="title")) == "title lacks"


def test_a_code_without_a_sentence_still_tells_what_is_known() -> None:
    assert Words("vi").sentence(Refused("test.unheard_of", number="NV01")) == "test.unheard_of (number=NV01)"


def test_a_place_without_a_parameter_does_not_hide_the_sentence() -> None:
    assert Words("en").text("{number} of {total}", number=3) == "3 of {total}"


def test_an_unknown_language_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="fr"):
        Words("fr")
