"""Looks into a foreign file before it is read: its sheets, where the headings stand, what the columns are taken for.

Runs only in the child. Imports only tracker.domain and this room. Nothing is refused that a person can still settle (no
headings that fit, several sheets, an unclear encoding): a person is shown the file as it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, NamedTuple

from tracker.exchange import choosing, decoding, layout
from tracker.exchange.faults import Fault
from tracker.exchange.grids import letters
from tracker.exchange.rows import What

if TYPE_CHECKING:
    from tracker.exchange.choosing import Order
    from tracker.exchange.decoding import Decoding
    from tracker.exchange.grids import Grid, RawRow
    from tracker.exchange.layout import Layout

SHOWN_BELOW = 15
"""Rows below the headings that are shown whatever they are."""
_LONGEST = 300
"""Characters of a cell that are shown."""


class _Seen(NamedTuple):
    grid: Grid
    first: list[RawRow]
    decoded: Decoding
    near: Layout | None
    """As the kind that is wanted."""
    kind: What | None
    """What the sheet's headings fit best, if they fit anything."""


def records(order: Order, rows: Collection[int]) -> Iterator[dict[str, object]]:
    """The sheet that is meant or comes nearest, then its first rows and those that were asked for, as texts."""
    grids = choosing.open_file(order.path, order.what, order.encoding)
    seen = [_seen(order, grid) for grid in choosing.visible(grids)]
    if not any(each.first for each in seen):
        raise Fault("exchange.empty_file")
    chosen = _chosen(order, seen)
    yield _head(chosen, seen)
    last = (chosen.near.header_row if chosen.near else 0) + SHOWN_BELOW
    wanted = frozenset(rows)
    until = max((last, *wanted))
    for number, cells in choosing.safely(chosen.grid):
        if number > until:
            return
        if number <= last or number in wanted:
            yield {"texts": [number, _texts(chosen, (number, cells))]}


def _seen(order: Order, grid: Grid) -> _Seen:
    first, decoded, near = choosing.look(order, grid)
    texts, merges = choosing.texts_of(first, decoded), choosing.upper_merges(grid, first)
    weights = {what: found.weight for what in What if (found := layout.find(what, texts, merges)) and found.fits}
    return _Seen(grid, first, decoded, near, max(weights, key=weights.__getitem__, default=None))


def _chosen(order: Order, seen: list[_Seen]) -> _Seen:
    """The sheet that was named; else the first one of that kind, else the one whose headings come nearest."""
    if order.sheet is not None:
        named = next((each for each in seen if each.grid.name == order.sheet), None)
        if named is None:
            raise Fault("exchange.no_such_sheet", sheet=order.sheet, sheets=", ".join(each.grid.name for each in seen))
        return named
    of_kind = next((each for each in seen if each.kind is order.what), None)
    return of_kind or max(seen, key=lambda each: (each.near.weight if each.near else (False, 0), bool(each.first)))


def _head(chosen: _Seen, seen: list[_Seen]) -> dict[str, object]:
    near = chosen.near
    return {
        "sheet": chosen.grid.name,
        "header_row": near.header_row if near else 0,
        "headings": {letters(column): text for column, text in near.headings.items()} if near else {},
        "fields": {letters(column): name for column, name in near.fields.items()} if near else {},
        "fits": bool(near and near.fits),
        "encoding": chosen.decoded.encoding,
        "clear": chosen.decoded.clear,
        "examples": decoding.examples(chosen.decoded, chosen.first) if not chosen.decoded.plain else (),
        "sheets": [[each.grid.name, each.kind] for each in seen],
    }


def _texts(chosen: _Seen, row: RawRow) -> dict[str, str]:
    ((_, texts),) = choosing.texts_of([row], chosen.decoded)
    return {letters(column): text[:_LONGEST] for column, text in texts.items()}
