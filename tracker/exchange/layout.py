"""Finds the headings of a sheet: in any order, on up to three of the first 20 rows. Imports only this room.

First each column is looked up in the table of headings, then by the words it holds. A heading that means two things
("Thời gian hoàn thành", "Tiến độ") takes the meaning that is still free and that the cells below it bear out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from tracker.domain.text import fold
from tracker.exchange import cells as reading
from tracker.exchange.heading_words import RULES, WEAK
from tracker.exchange.headings import REQUIRED, SERIAL, TABLES

if TYPE_CHECKING:
    from tracker.exchange.grids import Merge
    from tracker.exchange.rows import What

LAST_HEADING_ROW = 20
_MOST_LINES = 3
_WIDEST_GROUP = 6
"""Columns that one group heading may stand over where it is alone in its row."""
_SHARE = 0.5
"""Of the cells below an ambiguous heading, how many must make sense for a meaning to be taken."""

TextRow = tuple[int, Mapping[int, str]]
"""Row number, and column → text, of the rows that hold anything."""


@dataclass(frozen=True)
class Layout:
    """Where the fields of a sheet stand."""

    what: What
    header_row: int
    """The lowest row of the headings."""
    fields: Mapping[int, str]
    """Column → field, the running number (`serial`) included."""
    headings: Mapping[int, str]
    """Column → heading as written."""
    ignored: tuple[str, ...] = field(default=())

    @property
    def fits(self) -> bool:
        """Whether every column is there without which the sheet is none of its kind."""
        found = set(self.fields.values())
        return all(found.intersection(group) for group in REQUIRED[self.what])

    @property
    def weight(self) -> tuple[bool, int]:
        """By which the better of two layouts is told."""
        return self.fits, len(set(self.fields.values()) - {"serial"})


def find(what: What, rows: Sequence[TextRow], merges: Iterable[Merge] = ()) -> Layout | None:
    """The best reading of the first rows as headings of that kind of sheet; None where nothing looks like headings.

    `rows` are the first rows of the sheet, some rows of the table included.
    """
    spans = list(merges)
    best: Layout | None = None
    for index, (number, _) in enumerate(rows):
        if number > LAST_HEADING_ROW:
            break
        for lines in range(1, _MOST_LINES + 1):
            block = rows[index : index + lines]
            if lines > 1 and _is_title(block[0], spans):
                break
            if len(block) == lines and block[-1][0] == min(number + lines - 1, LAST_HEADING_ROW):
                layout = _layout(what, block, rows[index + lines :], spans)
                if layout.weight[1] >= 2 and (best is None or layout.weight > best.weight):
                    best = layout
    return best


def told(
    what: What,
    rows: Sequence[TextRow],
    merges: Iterable[Merge],
    header_row: int | None,
    fields: Mapping[int, str] | None,
) -> Layout | None:
    """The headings as a person said where they stand and what they mean; what was not said is found.

    None where there is no such row of headings.
    """
    spans = list(merges)
    found = find(what, rows, spans) if header_row is None else _ending_at(what, rows, spans, header_row)
    if found is None or fields is None:
        return found
    ignored = tuple(text for column, text in found.headings.items() if column not in fields)
    return replace(found, fields=dict(fields), ignored=ignored)


def _ending_at(what: What, rows: Sequence[TextRow], spans: list[Merge], header_row: int) -> Layout | None:
    """The best reading of the headings whose lowest row that is; of that row alone where none reads better."""
    at = next((at for at, (number, _) in enumerate(rows) if number == header_row), None)
    if at is None:
        return None
    blocks = [rows[at - lines + 1 : at + 1] for lines in range(1, _MOST_LINES + 1) if lines <= at + 1]
    whole = [block for block in blocks if block[0][0] == header_row - len(block) + 1]
    layouts = [
        _layout(what, block, rows[at + 1 :], spans)
        for block in whole
        if len(block) == 1 or not _is_title(block[0], spans)
    ]
    return max(layouts, key=lambda layout: layout.weight)


def _is_title(row: TextRow, merges: list[Merge]) -> bool:
    """Whether a row is a line of text over the table and no group of headings: one cell, alone or merged over many."""
    number, texts = row
    if len(texts) > 1:
        return False
    (column,) = texts or (0,)
    wide = (merge for merge in merges if merge.top <= number <= merge.bottom and merge.left == column)
    return not any(1 < merge.right - merge.left + 1 <= _WIDEST_GROUP for merge in wide)


@lru_cache(maxsize=4096)
def normal(text: str) -> str:
    """A heading as it is compared: folded, signs as blanks, one blank between words; per cent stays."""
    return " ".join(re.sub(r"[^a-z0-9%#]+", " ", fold(text)).split())


def _layout(what: What, block: Sequence[TextRow], below: Sequence[TextRow], merges: list[Merge]) -> Layout:
    columns = sorted({column for _, texts in block for column in texts})
    headings = {column: _parts(block, column, merges) for column in columns}
    possible = {column: _candidates(what, parts) for column, parts in headings.items() if parts}
    fields: dict[int, str] = {}
    for column, names in possible.items():
        if len(names) == 1 and (names[0] not in fields.values()):
            fields[column] = names[0]
    for column, names in possible.items():
        if len(names) > 1:
            taken = _meaning(
                what, names, set(fields.values()), [texts[column] for _, texts in below if column in texts]
            )
            if taken:
                fields[column] = taken
    written = {column: " ".join(parts) for column, parts in headings.items() if parts}
    ignored = tuple(text for column, text in written.items() if column not in fields)
    return Layout(what, block[-1][0], fields, written, ignored)


def _parts(block: Sequence[TextRow], column: int, merges: list[Merge]) -> tuple[str, ...]:
    """The texts of one column's heading from top to bottom; a group heading counts for each column it stands over."""
    parts: list[str] = []
    for level, (number, texts) in enumerate(block):
        text = texts.get(column, "")
        last = level == len(block) - 1
        if not text and not last:
            text = _group(number, texts, column, merges)
        if text and text not in parts:
            parts.append(text)
    own = block[-1][1].get(column, "") or any(texts.get(column) for _, texts in block)
    return tuple(parts) if own else ()


def _group(number: int, texts: Mapping[int, str], column: int, merges: list[Merge]) -> str:
    """The heading to the left whose merged range reaches this column; without merged ranges the nearest to the left."""
    across = [merge for merge in merges if merge.top <= number <= merge.bottom and merge.right > merge.left]
    for merge in across:
        if merge.left <= column <= merge.right:
            return texts.get(merge.left, "")
    if across:
        return ""
    return next((texts[left] for left in range(column - 1, 0, -1) if texts.get(left)), "")


@lru_cache(maxsize=4096)
def _candidates(what: What, parts: tuple[str, ...]) -> tuple[str, ...]:
    """The fields a heading may mean: its whole text, else its lowest line, else the words it holds."""
    for text in _spellings(" ".join(parts)):
        if found := _by_table(what).get(text):
            return found
    lowest = parts[-1]
    if len(parts) > 1 and normal(lowest) not in WEAK:
        for text in _spellings(lowest):
            if found := _by_table(what).get(text):
                return found
    return tuple(_by_words(what, normal(" ".join(parts))))


def _spellings(text: str) -> Iterator[str]:
    """With what stands in brackets, and without; then without a number behind or before it."""
    for spelling in (text, re.sub(r"\([^)]*\)|\[[^]]*\]", " ", text)):
        bare = normal(spelling)
        yield bare
        yield bare.strip("0123456789 ")


@cache
def _by_table(what: What) -> Mapping[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {normal(text): ("serial",) for text in SERIAL}
    for name, headings in TABLES[what].items():
        for heading in (name, *headings):  # our own JSON names the fields themselves
            key = normal(heading)
            if name not in table.get(key, ()):
                table[key] = (*table.get(key, ()), name)
    return table


def _by_words(what: What, text: str) -> Iterator[str]:
    padded = f" {text} "
    for name, wanted, unwanted in RULES[what]:
        if all(f" {words} " in padded for words in wanted) and not any(f" {words} " in padded for words in unwanted):
            yield name
            return


def _meaning(what: What, names: tuple[str, ...], taken: set[str], below: list[str]) -> str | None:
    """The first meaning that is free and that the cells below bear out; without cells the first that is free."""
    if taken & {"original_due_on", "due_on"}:
        taken = taken | {"deadline"}  # a book that names its deadlines has no third one
    free = [name for name in names if name not in taken]
    if not below:
        return free[0] if free else None
    return next((name for name in free if _share(what, name, below) >= _SHARE), None)


def _share(what: What, name: str, below: list[str]) -> float:
    return sum(reading.makes_sense(what, name, text) for text in below) / len(below)
