"""Lists and figures of an office with 100,000 tasks, as ratios to one plain scan of the table of tasks."""

from __future__ import annotations

import pytest

from tests.benchmarks.measuring import Figures, ratio
from tracker.cli.generate import LAST
from tracker.domain.periods import parse
from tracker.domain.units import UnitId
from tracker.figures import counts
from tracker.store import Store, listing
from tracker.store.listing import SORT_KEYS, Wanted

QUARTER = parse("2026-Q3")
OFFICE, UNIT, OWNER = UnitId(1), 2, 20
PAGE = 100
FILTERS = ("under way", "overdue", "done in a unit", "done late in a unit", "of an owner")
WORDS = ("bao cao", "thoat nuoc", "khong co o dau")
"""Found in one task of five, in one of twenty, in none."""


def wanted(store: Store, name: str) -> Wanted:
    """The filters that a user sets, by the name of what they leave."""
    unit = listing.owners_of(store, UNIT, LAST)
    return {
        "under way": Wanted(states=("assigned", "doing", "redo")),
        "overdue": Wanted(classes=("overdue",)),
        "done in a unit": Wanted(owners=unit, states=("done",)),
        "done late in a unit": Wanted(owners=unit, classes=("done_late",)),
        "of an owner": Wanted(owner=OWNER),
    }[name]


def scan(store: Store) -> None:
    """The limit: what reading each task's title once takes."""
    store.rows("SELECT sum(length(title)) FROM task")


@pytest.mark.parametrize("filters", FILTERS)
def test_first_page(many: Store, figures: Figures, filters: str) -> None:
    """The slowest of all sort keys, either way: all are tried, and the slowest three measured with more turns."""
    chosen = wanted(many, filters)
    assert listing.count(many, chosen, LAST) > PAGE

    def cost(sort: str, turns: int) -> float:
        return ratio(lambda: listing.page(many, chosen, LAST, sort=sort, limit=PAGE), lambda: scan(many), turns)

    tried = {sort: cost(sort, 3) for key in SORT_KEYS for sort in (key, f"-{key}")}
    costs = {sort: cost(sort, 15) for sort in sorted(tried, key=lambda sort: tried[sort])[-3:]}
    slowest = max(costs, key=lambda sort: costs[sort])
    figures.hold(f"first page, {filters}, sorted by {slowest} (the slowest key)", costs[slowest], most=0.5)


@pytest.mark.parametrize("words", WORDS)
def test_search(many: Store, figures: Figures, words: str) -> None:
    found = listing.count(many, Wanted(search=words), LAST)
    cost = ratio(lambda: listing.page(many, Wanted(search=words), LAST, limit=PAGE), lambda: scan(many))
    figures.hold(f"search of “{words}”, accents ignored, {found} found", cost, most=2)


def test_quarter(many: Store, figures: Figures) -> None:
    total = counts.of_unit(many, OFFICE, QUARTER, LAST).total
    assert 8_000 < total < 13_000
    cost = ratio(lambda: counts.of_unit(many, OFFICE, QUARTER, LAST), lambda: scan(many))
    figures.hold(f"figures of a quarter, {total} tasks", cost, most=6)
    cost = ratio(lambda: counts.sheet(many, OFFICE, QUARTER, LAST), lambda: scan(many))
    figures.hold("figures of a quarter with the table by official and by field", cost, most=6)
