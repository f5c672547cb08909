"""The counts of a period, by unit, by official and by field, each with the tasks behind it (design.md §2).

Both sides of the identity are counted apart: where a task came from out of its way, what became of it by its state on
E, the earlier of the period's last day and today. Figures that do not add up are refused, never shown (rule 9).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.errors import Refused
from tracker.figures import journeys
from tracker.figures.journeys import ASSIGNED, CARRIED_OVER, RECALLED, Crossing, Journey, Place
from tracker.store import officials, units

if TYPE_CHECKING:
    from tracker.domain.officials import OfficialId
    from tracker.domain.periods import Period
    from tracker.domain.units import UnitId
    from tracker.figures.types import Counts, Internal
    from tracker.store import Store

Inside = Callable[[Place], bool]
OUTCOMES = (
    "done_early",
    "done_on_time",
    "done_late",
    "done_no_deadline",
    "awaiting",
    "doing_in_time",
    "doing_overdue",
    "doing_no_deadline",
    "paused",
)
FOUR_DECIMALS = Decimal("0.0001")


class Sheet(NamedTuple):
    """All figures of a unit for a period."""

    counts: Counts
    rows: dict[Place, Counts]
    """Officials while in a unit of the tree: received and handed_over include moves between rows."""
    internal: Internal
    """What the rows have more than the unit: "trong đó nội bộ"."""
    fields: dict[str, Counts]
    """By field, "" for tasks without one."""
    total: frozenset[int]
    """The tasks of the total."""
    recalled: frozenset[int]
    """The tasks recalled within the period."""
    handed_over: frozenset[int]
    """The tasks that went out, whether they came back or not."""
    journeys: tuple[Journey, ...]
    """The ways of all tasks that were inside at any time."""


def of_unit(store: Store, unit: UnitId, period: Period, today: date) -> Counts:
    """The counts of a unit with the units below it, seen to add up for each of these and for each official too.

    Raises Refused "figures.identity", "figures.rows".
    """
    ledger = Ledger(journeys.of_period(store, period, today))
    return _asserted(store, ledger, unit, journeys.seen_on(period, today))[0]


def of_official(store: Store, official: OfficialId, period: Period, today: date, unit: UnitId | None = None) -> Counts:
    """The counts of an official, or of an official while in a unit (or one below it).

    Raises Refused "figures.identity".
    """
    inside = inside_of(store, unit, official, journeys.seen_on(period, today))
    found = Ledger(journeys.of_period(store, period, today)).tally(inside)
    return _admitted(found, lambda: officials.get(store, official).name)


def of_officials(store: Store, period: Period, today: date) -> dict[int, Counts]:
    """The counts of all officials who held any task in the period, each in whatever unit: `of_official`, in one pass.

    Raises Refused "figures.identity".
    """
    rows = Ledger(journeys.of_period(store, period, today)).by_owner()
    return {owner: _admitted(row, _official_name(store, Place(owner, None))) for owner, row in rows.items()}


def of_units(store: Store, period: Period, today: date) -> dict[UnitId, Counts]:
    """The counts of all units, each with those below it: `of_unit` without its rows, the tasks read once.

    Raises Refused "figures.identity".
    """
    ledger = Ledger(journeys.of_period(store, period, today))
    day = journeys.seen_on(period, today)
    return {
        unit: _admitted(ledger.tally(_in(tree)), _unit_name(store, unit))
        for unit, tree in _every_tree(store, day).items()
    }


def sheet(store: Store, unit: UnitId, period: Period, today: date) -> Sheet:
    """All figures of a unit. The identity is asserted for the unit, each unit below it, each row and each field.

    Raises Refused "figures.identity" with the name and the numbers that do not add up, "figures.rows" where the rows do
    not add up to the unit.
    """
    day = journeys.seen_on(period, today)
    inside = inside_of(store, unit, None, day)
    own = tuple(journey for journey in journeys.of_period(store, period, today) if _touches(journey, inside))
    counts, rows, internal = _asserted(store, Ledger(own), unit, day)
    total, recalled, gone = (members_of(own, inside, figure) for figure in ("total", RECALLED, "handed_over"))
    return Sheet(counts, rows, internal, _fields(own, inside), total, recalled, gone, own)


def members(
    store: Store,
    unit: UnitId | None,
    period: Period,
    today: date,
    *,
    official: OfficialId | None = None,
    figure: str = "total",
) -> frozenset[int]:
    """The tasks behind a figure: of the unit's total, or of any other count by its name (all but the rate).

    Without unit and official the figure of everybody.
    """
    inside = inside_of(store, unit, official, journeys.seen_on(period, today))
    return members_of(journeys.of_period(store, period, today), inside, figure)


def members_of(every: Iterable[Journey], inside: Inside, figure: str) -> frozenset[int]:
    """The tasks that make up a count of what is inside."""
    if figure in (CARRIED_OVER, ASSIGNED):
        return frozenset(each.task for each in every if each.origin == figure and inside(each.start))
    if figure in ("received", "handed_over", "handed_over_overdue"):
        return frozenset(each.task for each in every if any(_crosses(way, inside, figure) for way in each.crossings))
    wanted = frozenset(OUTCOMES) if figure == "total" else {figure}
    return frozenset(each.task for each in every if each.outcome in wanted and inside(each.end))


class Ledger:
    """What happened at each place: all that counts need of any number of journeys, taken together."""

    def __init__(self, every: Iterable[Journey]) -> None:
        every = list(every)
        self.came = Counter((journey.start, journey.origin) for journey in every)
        self.became = Counter((journey.end, journey.outcome) for journey in every)
        self.crossings = [crossing for journey in every for crossing in journey.crossings]

    def tally(self, inside: Inside) -> Counter[str]:
        """The counts of what was inside, the total as the sum of what became of the tasks."""
        found: Counter[str] = Counter()
        for (place, figure), n in chain(self.came.items(), self.became.items()):
            if inside(place):
                found[figure] += n
        for crossing in self.crossings:
            _add_crossing(found, crossing, inside(crossing.source), inside(crossing.target))
        return _with_total(found)

    def by_owner(self) -> dict[int, Counter[str]]:
        """The counts of each official in whatever unit, all in one pass."""
        found: dict[int, Counter[str]] = defaultdict(Counter)
        for (place, figure), n in chain(self.came.items(), self.became.items()):
            found[place.owner][figure] += n
        for crossing in self.crossings:
            source, target = crossing.source.owner, crossing.target.owner
            if source != target:  # an official who changes unit takes the tasks along
                _add_crossing(found[source], crossing, went=True, came=False)
                _add_crossing(found[target], crossing, went=False, came=True)
        return {owner: _with_total(row) for owner, row in found.items()}

    def rows(self, inside: Inside) -> dict[Place, Counter[str]]:
        """The counts of each place inside by itself, all in one pass."""
        found: dict[Place, Counter[str]] = defaultdict(Counter)
        for (place, figure), n in chain(self.came.items(), self.became.items()):
            found[place][figure] += n
        for crossing in self.crossings:
            _add_crossing(found[crossing.source], crossing, went=True, came=False)
            _add_crossing(found[crossing.target], crossing, went=False, came=True)
        return {place: _with_total(row) for place, row in found.items() if inside(place)}


def rate(counts: Counter[str]) -> Decimal | None:
    """The on-time rate: done early and on time among all whose deadline was kept or missed; None where there are none.

    Tasks without a deadline stay out of it, and one handed over late stays in: neither improves it.
    """
    kept = counts["done_early"] + counts["done_on_time"]
    of = kept + counts["done_late"] + counts["doing_overdue"] + counts["handed_over_overdue"]
    return (Decimal(kept) / of).quantize(FOUR_DECIMALS, ROUND_HALF_UP) if of else None


def of_journeys(every: Iterable[Journey], inside: Inside) -> Counts:
    """The counts of some tasks for what is inside."""
    return as_counts(Ledger(every).tally(inside))


def as_counts(found: Counter[str]) -> Counts:
    """The counts as reports draw them."""
    from tracker.figures.types import Counts

    return Counts(**found, on_time_rate=rate(found))


def _with_total(found: Counter[str]) -> Counter[str]:
    found["total"] = sum(found[name] for name in OUTCOMES)
    return found


def _add_crossing(found: Counter[str], crossing: Crossing, went: bool, came: bool) -> None:
    if came and not went:
        found["received"] += 1
    elif went and not came:
        found["handed_over"] += 1
        found["handed_over_overdue"] += crossing.overdue


def _crosses(crossing: Crossing, inside: Inside, figure: str) -> bool:
    found: Counter[str] = Counter()
    _add_crossing(found, crossing, inside(crossing.source), inside(crossing.target))
    return found[figure] > 0


def inside_of(store: Store, unit: UnitId | None, official: OfficialId | None, day: date) -> Inside:
    """Who is inside: the officials of a unit's tree of that day, one official, or one while in the tree."""
    tree = units.subtree(store, unit, day) if unit is not None else None
    return lambda place: (tree is None or place.unit in tree) and (official is None or place.owner == official)


def _touches(journey: Journey, inside: Inside) -> bool:
    return (
        inside(journey.start) or inside(journey.end) or any(inside(crossing.target) for crossing in journey.crossings)
    )


def _asserted(store: Store, ledger: Ledger, unit: UnitId, day: date) -> tuple[Counts, dict[Place, Counts], Internal]:
    """The counts of the unit, its rows and what these have more, each unit below it checked too."""
    trees = _trees(store, unit, day)
    for below, tree in trees.items():
        if below != unit:
            _admitted(ledger.tally(_in(tree)), _unit_name(store, below))
    counts = _admitted(ledger.tally(_in(trees[unit])), _unit_name(store, unit))
    rows = _rows(store, ledger, _in(trees[unit]))
    return counts, rows, _internal(store, counts, rows, unit)


def _trees(store: Store, unit: UnitId, day: date) -> dict[UnitId, set[UnitId]]:
    """Each unit of the tree with all units below it."""
    whole = units.subtree(store, unit, day)
    above = {each.id: each.parent for each in units.every(store)}
    found: dict[UnitId, set[UnitId]] = {each: {each} for each in whole}
    for each in whole:
        over = above.get(each)
        while over in whole and each not in found[over]:
            found[over].add(each)
            over = above.get(over)
    return found


def _every_tree(store: Store, day: date) -> dict[UnitId, set[UnitId]]:
    """Each unit, of whatever days, with all units below it that exist on the day: `store.units.subtree` of all."""
    every = units.every(store)
    above = {unit.id: unit.parent for unit in every}
    there = {unit.id for unit in every if unit.valid_on(day)}
    found: dict[UnitId, set[UnitId]] = {unit.id: {unit.id} for unit in every}
    for each in there:
        over = above[each]
        while over is not None and each not in found[over]:
            found[over].add(each)
            over = above[over] if over in there else None
    return found


def _in(tree: Collection[UnitId]) -> Inside:
    return lambda place: place.unit in tree


def _unit_name(store: Store, unit: UnitId) -> Callable[[], str]:
    return lambda: units.get(store, unit).name


def _rows(store: Store, ledger: Ledger, inside: Inside) -> dict[Place, Counts]:
    return {place: _admitted(row, _official_name(store, place)) for place, row in ledger.rows(inside).items()}


def _official_name(store: Store, place: Place) -> Callable[[], str]:
    from tracker.domain.officials import OfficialId

    return lambda: officials.get(store, OfficialId(place.owner)).name


def _fields(own: tuple[Journey, ...], inside: Inside) -> dict[str, Counts]:
    by_field: dict[str, list[Journey]] = defaultdict(list)
    for journey in own:
        by_field[journey.field].append(journey)
    return {name: _admitted(Ledger(by_field[name]).tally(inside), partial(str, name)) for name in sorted(by_field)}


def _admitted(found: Counter[str], name: Callable[[], str]) -> Counts:
    """The counts, if both sides of the identity are equal. Raises Refused "figures.identity"."""
    counts = as_counts(found)
    if not counts.adds_up:
        raise Refused("figures.identity", name=name(), came=counts.came, total=counts.total, became=counts.became)
    return counts


def _internal(store: Store, counts: Counts, rows: dict[Place, Counts], unit: UnitId) -> Internal:
    """What went from row to row. Raises Refused "figures.rows" where anything else differs from the unit's counts."""
    from tracker.figures.types import Internal

    differ = {name: sum(getattr(row, name) for row in rows.values()) - getattr(counts, name) for name in _NAMES}
    internal = Internal(differ.pop("received"), differ.pop("handed_over"), differ.pop("handed_over_overdue"))
    if any(differ.values()) or internal.received != internal.handed_over:
        wrong = next((name for name, n in differ.items() if n), "received")
        raise Refused("figures.rows", name=units.get(store, unit).name, figure=wrong)
    return internal


_NAMES = ("carried_over", "assigned", "received", "handed_over", RECALLED, "total", *OUTCOMES, "handed_over_overdue")
