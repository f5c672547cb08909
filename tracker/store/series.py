"""Number series by unit and year: the next number is given inside the transaction that uses it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.domain.settings import NumberSeries
from tracker.store.tables import table

if TYPE_CHECKING:
    from tracker.store import Store
    from tracker.store.writing import Change


def next_number(store: Store, change: Change, name: str) -> int:
    """The next number of a series (as `task/VP/2026`), counted from 1."""
    of = table("number_series")
    found = store.rows(f"{of.select_record} WHERE id = ?", (name,))
    series: NumberSeries = of.of(found[0]) if found else NumberSeries(id=name, last=0)
    return change.save(replace(series, last=series.last + 1)).last
