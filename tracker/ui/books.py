"""A book looked into, judged and imported in the child process: what the Import page orders and is told. No Qt.

A study reads the book and tries the import on a copy of the file: nothing is changed, and nobody waits. What comes back
is small, whatever the size of the book: the first rows, and those that something is told of.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.domain.errors import Expected, Refused
from tracker.ui import book_rows

if TYPE_CHECKING:
    from tracker.actions.imports import Imported
    from tracker.domain.book import Look, Problem, Sheet
    from tracker.domain.officials import OfficialId
    from tracker.store import Changes, Store
    from tracker.ui.book_rows import Shown, Told
    from tracker.words import Words

Progress = Callable[[int, int], None]

KINDS = ("units", "officials", "tasks")
"""In the order in which they are taken over: a task needs its officials, an official a unit."""


class Said(NamedTuple):
    """What a person said of a book; None: it is found."""

    path: Path
    what: str | None = None
    sheet: str | None = None
    encoding: str = "auto"
    header_row: int | None = None
    fields: Mapping[str, str] | None = None
    """Letter of a column → field."""

    @property
    def corrected(self) -> bool:
        """Whether the person said anything but which list is meant."""
        return self.encoding != "auto" or self.header_row is not None or self.fields is not None


@dataclass(frozen=True, kw_only=True)
class Study:
    """What an import of a book would do."""

    said: Said
    """As it was read: the kind and the sheet are told."""
    look: Look
    signature: str
    """Of the headings: a book of next month has the same."""
    remembered: bool = False
    """Whether it was read as an earlier book with these headings was corrected."""
    refused: Expected | None = None
    """Why it could not be read as a book of this kind."""
    tried: bool = False
    """Whether the import was tried; not where nobody acts yet."""
    rows: tuple[Shown, ...] = ()
    problems: tuple[Problem, ...] = ()
    told: tuple[Told, ...] = ()
    """The problems in words, errors first."""
    changes: tuple[Told, ...] = ()
    """Hand-overs, extensions and what else known tasks get."""
    made: int = 0
    updated: int = 0
    unchanged: int = 0
    digest: str = ""
    """Of the file: what was shown is what is imported."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Letter → field, as it was read."""

    @property
    def errors(self) -> int:
        """How many problems keep the book out."""
        return sum(problem.fatal for problem in self.problems)

    @property
    def ready(self) -> bool:
        """Whether there is something to import and nothing against it."""
        return self.tried and self.refused is None and not self.errors and bool(self.made + self.updated)


class Done(NamedTuple):
    """What an import did."""

    what: str
    made: int
    updated: int
    unchanged: int
    changes: Changes | None


def study(
    store: Store,
    words: Words,
    today: date,
    progress: Progress,
    *,
    said: Said,
    person: OfficialId | None,
    remembered: Mapping[str, str],
) -> Study:
    """Look into a book, read it and try its import. `remembered`: kind and signature → what was said of such a book.

    Raises Refused and Unavailable where the file cannot be opened at all.
    """
    said, look = _settled(store, said, today)
    signature = f"{said.what}/{_signature(look)}"
    known = None if said.corrected else _recalled(remembered.get(signature))
    if known is not None:
        said = said._replace(**known)
        look = _look(said, today)
    seen = Study(
        said=said,
        look=look,
        signature=signature,
        remembered=known is not None,
        columns=look.fields,
        digest=_digest(said),
    )
    try:
        sheet = _read(said, today, lambda rows: progress(rows, 0))
    except Refused as refused:
        return replace(seen, refused=refused, rows=book_rows.raw(look))
    return _judged(store, words, today, seen, sheet, person)


def import_book(store: Store, today: date, progress: Progress, *, said: Said, person: OfficialId, digest: str) -> Done:
    """Import a book that was studied: all of it or nothing.

    Raises Refused "import.file_changed", "import.refused_since", and as reading does.
    """
    from tracker.actions.imports import NotImported
    from tracker.machine import actor_on

    if _digest(said) != digest:
        raise Refused("import.file_changed", file=said.path.name)
    sheet = _read(said, today, lambda rows: progress(rows, 0))
    try:
        done = _importer(said)(store, actor_on(person, today), sheet, file=said.path.name)
    except NotImported as refused:
        # Somebody else changed the office since it was tried. The problems themselves are told by a new study.
        raise Refused("import.refused_since", file=said.path.name, count=refused.parameters["count"]) from None
    return Done(said.what or "", done.made, done.updated, done.unchanged, done.changes)


def mark_book(words: Words, *, study: Study, target: Path) -> Path:
    """Write a copy of the book with its problems marked. Raises Refused, Unavailable."""
    from tracker.domain.book import Sheet
    from tracker.exchange import write_problems

    look = study.look
    sheet: Sheet[Any] = Sheet(
        rows=(),
        problems=study.problems,
        encoding=look.encoding,
        converted_examples=(),
        sheet_name=look.sheet_name,
        header_row=look.header_row,
        columns={},
    )
    write_problems(study.said.path, target, study.problems, words.sentence, sheet)
    return target


def correction(said: Said) -> str:
    """What is kept of a correction, for the next book with these headings."""
    kept = {"encoding": said.encoding, "header_row": said.header_row, "fields": said.fields, "sheet": said.sheet}
    return json.dumps(kept, ensure_ascii=False)


# --- looking ----------------------------------------------------------------------------------------------------------


def _settled(store: Store, said: Said, today: date) -> tuple[Said, Look]:
    """The kind of the book where nobody said it, and its sheet."""
    look = _look(said._replace(what=said.what or "tasks"), today)
    if said.what is None:
        said = said._replace(what=_kind(store, look))
        if said.what != "tasks":
            look = _look(said, today)
    return said._replace(sheet=look.sheet_name), look


def _kind(store: Store, look: Look) -> str:
    """Tasks, where the office has its people already; else what comes first in the book."""
    from tracker.store import officials

    kinds = [kind for kind in KINDS if kind in {str(found) for _, found in look.sheets}]
    if "tasks" in kinds and len(officials.every(store)) > 1:
        return "tasks"
    return kinds[0] if kinds else "tasks"


def _look(said: Said, today: date, rows: Iterable[int] = ()) -> Look:
    from tracker.exchange import look

    assert said.what is not None
    wanted: dict[str, Any] = {"header_row": said.header_row, "fields": said.fields, "rows": list(rows)}
    return look(said.path, said.what, said.sheet, said.encoding, today=today, **wanted)


def _read(said: Said, today: date, progress: Callable[[int], None]) -> Sheet[Any]:
    from tracker.exchange import read

    assert said.what is not None
    wanted: dict[str, Any] = {"header_row": said.header_row, "fields": said.fields, "progress": progress}
    return read(said.path, said.what, said.sheet, said.encoding, today=today, **wanted)


def _signature(look: Look) -> str:
    """Short and the same for the same headings, whatever the name of the file."""
    from hashlib import sha256

    from tracker.domain.text import fold

    headings = "\n".join(f"{letter}\t{fold(text)}" for letter, text in look.headings.items())
    return sha256(headings.encode()).hexdigest()[:16]


def _recalled(kept: str | None) -> dict[str, Any] | None:
    """What was said of an earlier book; None where there is none, or what was kept is not understood any more."""
    try:
        found = json.loads(kept or "")
        fields = found["fields"]
        return {
            "encoding": str(found["encoding"]),
            "header_row": None if found["header_row"] is None else int(found["header_row"]),
            "fields": None if fields is None else {str(letter): str(name) for letter, name in fields.items()},
        }
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _digest(said: Said) -> str:
    from hashlib import file_digest

    from tracker.domain.errors import Unavailable

    try:
        with said.path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError as error:
        detail = error.strerror or str(error)
        raise Unavailable("exchange.cannot_open", file=said.path.name, detail=detail) from error


# --- judging ----------------------------------------------------------------------------------------------------------


def _importer(said: Said) -> Callable[..., Imported]:
    from tracker.actions.imports import IMPORTERS

    return IMPORTERS[said.what or ""]


def _judged(
    store: Store, words: Words, today: date, seen: Study, sheet: Sheet[Any], person: OfficialId | None
) -> Study:
    from tracker.actions.imports import NotImported

    seen = replace(seen, problems=sheet.problems)
    imported = None
    if person is not None:
        try:
            imported = _tried(store, today, seen.said, sheet, person)
            seen = replace(seen, tried=True, problems=imported.problems)
        except NotImported as refused:
            seen = replace(seen, tried=True, problems=refused.problems)
        except Refused as refused:
            seen = replace(seen, refused=refused)
    told = book_rows.in_words(words, seen)
    changes = book_rows.changes(store, words, imported) if imported else ()
    counts = (imported.made, imported.updated, imported.unchanged) if imported else (0, 0, 0)
    all_told = (*told, *changes)
    rows = book_rows.preview(
        words, seen, sheet, imported, all_told, lambda missing: _look(seen.said, today, missing).texts
    )
    made, updated, unchanged = counts
    return replace(seen, told=told, changes=changes, rows=rows, made=made, updated=updated, unchanged=unchanged)


def _tried(store: Store, today: date, said: Said, sheet: Sheet[Any], person: OfficialId) -> Imported:
    """The import on a copy: who writes meanwhile does not wait for it."""
    from tracker.machine import actor_on
    from tracker.store.snapshot import snapshot

    with snapshot(store) as copy:
        return _importer(said)(copy, actor_on(person, today), sheet, file=said.path.name, dry_run=True)
