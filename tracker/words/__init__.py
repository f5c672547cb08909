"""Turns codes, terms and texts into Vietnamese or English. Imports nothing of ours but domain.errors and resource.

Source texts are English and serve as keys: each room has its sentences in `tracker/words/<part>.py` (`SENTENCES`:
code → English) and the Vietnamese of all it says in `resources/translations/vi/<part>.po`. `python -m
tracker.words.compile` puts the catalogues together into the one file that is read here. tests/test_words.py finds what
is missing.

A sentence has places, `{number}`, filled from the parameters: dates and numbers as the language writes them, an enum by
its term (`"TaskState.doing"` in terms.py), a list joined with commas and "và" / "and", None as a dash.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from enum import Enum
from importlib import import_module
from struct import unpack_from
from typing import TYPE_CHECKING

from tracker.domain.errors import Expected

if TYPE_CHECKING:
    from pathlib import Path

LANGUAGES = ("vi", "en")
PARTS = ("terms", "domain", "store", "actions", "imports", "figures", "exchange", "reports", "papers", "ui", "cli")
"""The modules of sentences beside this one, one for each room."""


class Words:
    """The words of one language. Nothing is read before the first word is asked for."""

    def __init__(self, language: str = "vi") -> None:
        if language not in LANGUAGES:
            raise ValueError(f"no such language: {language}")
        self.language = language
        self._catalogue: _Catalogue | None = None

    def sentence(self, error: Expected) -> str:
        """What a person is told: what, where, which rule, what now."""
        english = sentences().get(error.code)
        if english is None:
            # A code without a sentence fails tests/test_words.py; a user must still learn what can be told.
            return str(error)
        return self.text(english, **{"field": error.field, **error.parameters})

    def text(self, msgid: str, /, **parameters: object) -> str:
        """The text `msgid` (English) in this language, its places filled."""
        text = self._translated(msgid)
        return text.format_map(_Shown(self, parameters)) if parameters else text

    def term(self, value: Enum) -> str:
        """The office's word for a state, a class, a kind: "đang thực hiện" for TaskState.DOING."""
        english = sentences().get(f"{type(value).__name__}.{value.value}")
        return str(value.value) if english is None else self._translated(english)

    def count(self, number: int) -> str:
        """How many there are, in groups of three digits: 1.284, in English 1,284."""
        grouped = f"{number:,}"
        return grouped.replace(",", ".") if self.language == "vi" else grouped

    def show(self, value: object) -> str:
        """One parameter as the language writes it."""
        if isinstance(value, str) and not isinstance(value, Enum):
            return value
        if isinstance(value, Enum):
            return self.term(value)
        if isinstance(value, Expected):
            return self.sentence(value)
        if isinstance(value, Collection) and not isinstance(value, bytes):
            return self._listed([self.show(one) for one in value])
        return self._plain(value)

    def _plain(self, value: object) -> str:
        vietnamese = self.language == "vi"
        if value is None:
            return "–"
        if isinstance(value, bool):
            return ("có" if value else "không") if vietnamese else ("yes" if value else "no")
        if isinstance(value, datetime):
            return value.strftime("%d/%m/%Y %H:%M" if vietnamese else "%Y-%m-%d %H:%M")
        if isinstance(value, date):
            return value.strftime("%d/%m/%Y") if vietnamese else value.isoformat()
        if isinstance(value, float) or type(value).__name__ == "Decimal":  # to load decimal costs a start a millisecond
            return str(value).replace(".", ",") if vietnamese else str(value)
        return str(value)

    def _listed(self, shown: list[str]) -> str:
        """ "a, b và c"; an empty list is a dash."""
        if len(shown) < 2:
            return shown[0] if shown else "–"
        joint = " và " if self.language == "vi" else " and "
        return ", ".join(shown[:-1]) + joint + shown[-1]

    def _translated(self, msgid: str) -> str:
        if self.language == "en" or not msgid:
            return msgid
        if self._catalogue is None:
            self._catalogue = _catalogue(self.language)
        return self._catalogue.text(msgid)


def sentences() -> dict[str, str]:
    """Code → English sentence, of all rooms."""
    if not _SENTENCES:
        for part in PARTS:
            _SENTENCES.update(import_module(f"tracker.words.{part}").SENTENCES)
    return _SENTENCES


_SENTENCES: dict[str, str] = {}


def _catalogue(language: str) -> _Catalogue:
    from tracker.resource import resource

    return _Catalogue(resource(f"translations/{language}/LC_MESSAGES/tracker.mo"))


class _Catalogue:
    """A compiled catalogue (.mo), searched where it lies: the first page needs forty texts of thousands, and gettext
    would unpack them all.
    """

    def __init__(self, path: Path) -> None:
        self._whole = path.read_bytes()
        magic, _, self._count, self._originals, self._translations = self._numbers(0, 5)
        if magic != _MO:
            raise ValueError(f"no catalogue of ours: {path}")
        self._known: dict[str, str] = {}

    def text(self, msgid: str) -> str:
        """The translation; the text itself where there is none."""
        found = self._known.get(msgid)
        if found is None:
            found = self._known[msgid] = self._found(msgid)
        return found

    def _found(self, msgid: str) -> str:
        """The originals are in the order of their bytes."""
        wanted, low, high = msgid.encode(), 0, self._count
        while low < high:
            middle = (low + high) // 2
            original = self._piece(self._originals, middle)
            if original == wanted:
                return self._piece(self._translations, middle).decode()
            low, high = (middle + 1, high) if original < wanted else (low, middle)
        return msgid

    def _piece(self, table: int, place: int) -> bytes:
        length, begin = self._numbers(table + 8 * place, 2)
        return self._whole[begin : begin + length]

    def _numbers(self, begin: int, count: int) -> tuple[int, ...]:
        return unpack_from(f"<{count}I", self._whole, begin)


_MO = 0x950412DE


class _Shown(dict[str, object]):
    """The parameters as they are shown; a place without a parameter stays visible instead of hiding the sentence."""

    def __init__(self, words: Words, parameters: dict[str, object]) -> None:
        super().__init__(parameters)
        self._words = words

    def __getitem__(self, name: str) -> str:
        return self._words.show(super().__getitem__(name)) if name in self else f"{{{name}}}"
