"""The rows of a book as a study tells them: the first ones and those with something to say, and what is said. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.ui import wording

if TYPE_CHECKING:
    from tracker.actions.imports import Imported
    from tracker.domain.book import Look, Problem, Row, Sheet
    from tracker.domain.officials import OfficialId
    from tracker.store import Store
    from tracker.ui.books import Study
    from tracker.words import Words

FIRST = 10
"""Rows of the preview that are shown whatever they are."""
MOST_SHOWN = 500
"""Rows of the preview, and lines told, at most."""


class Told(NamedTuple):
    """A line about a row of the book."""

    row: int | None
    column: str | None
    words: str
    fatal: bool = False


class Shown(NamedTuple):
    """A row of the preview: what its cells are read as, and what the import makes of it."""

    row: int
    texts: Mapping[str, str]
    effect: str = ""
    """new, changed, same; "" where the row is not read, or is wrong."""


def in_words(words: Words, seen: Study) -> tuple[Told, ...]:
    """The problems as sentences without file, row and column, which stand beside them."""
    file = seen.said.path.name
    errors_first = sorted(seen.problems, key=lambda problem: (not problem.fatal, problem.row or 0))
    return tuple(_sentence(words, file, problem) for problem in errors_first[:MOST_SHOWN])


def _sentence(words: Words, file: str, problem: Problem) -> Told:
    sentence = words.sentence(problem.refusal(file))
    _, _, said = sentence.removeprefix(file).partition(": ")
    said = said or sentence
    return Told(problem.row, problem.column, wording.beginning(said), problem.fatal)


def changes(store: Store, words: Words, imported: Imported) -> tuple[Told, ...]:
    """What known tasks get by the import, in words."""
    from tracker.store import officials

    names = {each.id: each.name for each in officials.every(store)}
    known = [effect for effect in imported.effects if not effect.new]
    return tuple(Told(effect.row, None, _change(words, names, effect)) for effect in known[:MOST_SHOWN])


def _change(words: Words, names: Mapping[OfficialId, str], effect: Any) -> str:
    from tracker.ui.deeds import deed

    parts = []
    for verb in effect.verbs:
        if verb == "task.hand_over" and effect.owners:
            before, after = (names[each] for each in effect.owners)
            parts.append(words.text("handed over from {before} to {after}", before=before, after=after))
        elif verb == "extension.decide" and effect.deadlines:
            first, later = effect.deadlines
            parts.append(words.text("deadline from {before} to {after}", before=first, after=later))
        elif verb == "import":
            parts.append(words.text("empty fields filled in"))
        else:
            parts.append(deed(words, verb))
    return wording.beginning("; ".join(parts) or words.text("changed"))


def preview(
    words: Words,
    seen: Study,
    sheet: Sheet[Any],
    imported: Imported | None,
    told: Iterable[Told],
    look: Callable[[list[int]], Mapping[int, Mapping[str, str]]],
) -> tuple[Shown, ...]:
    """The first rows, and those something is `told` of; `look` reads the texts of rows that were not looked at yet."""
    rows = {row.row: row for row in sheet.rows}
    wanted = set(list(rows)[:FIRST])
    for line in told:
        if line.row and len(wanted) < MOST_SHOWN and line.row != seen.look.header_row:
            wanted.add(line.row)
    texts = dict(seen.look.texts)
    missing = [row for row in wanted if row not in texts]
    if missing:
        texts |= look(missing)
    made = {effect.row: "new" if effect.new else "changed" for effect in imported.effects} if imported else {}
    faulty = {(problem.row, problem.column) for problem in seen.problems if problem.fatal}
    wrong = {row for row, _ in faulty}

    def effect(row: int) -> str:
        return "" if not imported or row not in rows or row in wrong else made.get(row, "same")

    return tuple(
        Shown(row, _as_read(words, seen.columns, rows.get(row), texts.get(row, {}), row, faulty), effect(row))
        for row in sorted(wanted)
    )


def _as_read(
    words: Words,
    columns: Mapping[str, str],
    row: Row | None,
    texts: Mapping[str, str],
    number: int,
    faulty: set[tuple[int | None, str | None]],
) -> dict[str, str]:
    """What stands in the cells, a value in the place of its text where one was read: a day as people write it."""
    shown = dict(texts)
    for letter, name in columns.items():
        if row is None or letter not in texts or (number, letter) in faulty:
            continue
        value = getattr(row, "due_on" if name == "deadline" else name, None)
        if value is not None and value != ():
            shown[letter] = words.show(value)
    return shown


def raw(look: Look) -> tuple[Shown, ...]:
    """The rows that were looked at, as they stand in a book that could not be read."""
    return tuple(Shown(row, texts) for row, texts in sorted(look.texts.items()))
