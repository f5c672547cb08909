"""The counts of a period, by unit, by official and by field, each with the tasks behind it (design.md §2).

Both sides of the identity are counted apart: where a task came from out of its way, what became of it by its state on
E, the earlier of the period's last day and today. Figures that do not add up are refused, never shown (rule 9).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.errors import Refused
from tracker.figures import journeys
from tracker.figures.journeys import RECALLED, Crossing, Journey, Place
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
    """The counts of a unit with the units below it. Raises Refused "figures.identity"."""
    return sheet(store, unit, period, today).counts


def of_official(store: Store, official: OfficialId, period: Period, today: date, unit: UnitId | None = None) -> Counts:
    """The counts of an official, or of an official while in a unit (or one below it).

    Raises Refused "figures.identity".
    """
    inside = _inside_of(store, unit, official, journeys.seen_on(period, today))
    found = tally(journeys.of_period(store, period, today), inside)
    return _admitted(found, lambda: officials.get(store, official).name)


def sheet(store: Store, unit: UnitId, period: Period, today: date) -> Sheet:
    """All figures of a unit. The identity is asserted for the unit, each unit below it, each row and each field.

    Raises Refused "figures.identity" with the name and the numbers that do not add up, "figures.rows" where the rows do
    not add up to the unit.
    """
    day = journeys.seen_on(period, today)
    inside = _inside_of(store, unit, None, day)
    own = tuple(journey for journey in journeys.of_period(store, period, today) if _touches(journey, inside))
    grouped = _alike(own)
    counts = _check_units(store, grouped, unit, day)
    rows = _rows(store, grouped, inside)
    fields = _fields(grouped, inside)
    return Sheet(counts, rows, _internal(store, counts, rows, unit), fields, *_members(own, inside), own)


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
    inside = _inside_of(store, unit, official, journeys.seen_on(period, today))
    every = journeys.of_period(store, period, today)
    return frozenset(journey.task for journey in every if _figures_of(journey, inside)[figure])


def tally(every: Iterable[Journey], inside: Inside) -> Counter[str]:
    """The counts of what was inside, the total as the sum of what became of the tasks."""
    return _tally(((journey, 1) for journey in every), inside)


def rate(counts: Counter[str]) -> Decimal | None:
    """The on-time rate: done early and on time among all whose deadline was kept or missed; None where there are none.

    Tasks without a deadline stay out of it, and one handed over late stays in: neither improves it.
    """
    kept = counts["done_early"] + counts["done_on_time"]
    of = kept + counts["done_late"] + counts["doing_overdue"] + counts["handed_over_overdue"]
    return (Decimal(kept) / of).quantize(FOUR_DECIMALS, ROUND_HALF_UP) if of else None


def as_counts(found: Counter[str]) -> Counts:
    """The counts as reports draw them."""
    from tracker.figures.types import Counts

    return Counts(**found, on_time_rate=rate(found))


def _figures_of(journey: Journey, inside: Inside) -> Counter[str]:
    """What one task adds to the counts of what is inside."""
    added: Counter[str] = Counter()
    if inside(journey.start):
        added[journey.origin] = 1
    for crossing in journey.crossings:
        _add_crossing(added, crossing, inside)
    if inside(journey.end):
        added[journey.outcome] += 1
        added["total"] += journey.outcome != RECALLED
    return added


def _add_crossing(added: Counter[str], crossing: Crossing, inside: Inside) -> None:
    came, went = inside(crossing.target), inside(crossing.source)
    if came and not went:
        added["received"] += 1
    elif went and not came:
        added["handed_over"] += 1
        added["handed_over_overdue"] += crossing.overdue


def _tally(every: Iterable[tuple[Journey, int]], inside: Inside) -> Counter[str]:
    found: Counter[str] = Counter()
    for journey, times in every:
        for name, n in _figures_of(journey, inside).items():
            found[name] += n * times
    return found


def _alike(every: Iterable[Journey]) -> list[tuple[Journey, int]]:
    """Journeys that count alike taken together: a few hundred instead of thousands."""
    together = Counter(journey[1:] for journey in every)
    return [(Journey(0, *rest), times) for rest, times in together.items()]


def _inside_of(store: Store, unit: UnitId | None, official: OfficialId | None, day: date) -> Inside:
    """Who is inside: the officials of a unit's tree of that day, one official, or one while in the tree."""
    tree = units.subtree(store, unit, day) if unit is not None else None
    return lambda place: (tree is None or place.unit in tree) and (official is None or place.owner == official)


def _touches(journey: Journey, inside: Inside) -> bool:
    return (
        inside(journey.start) or inside(journey.end) or any(inside(crossing.target) for crossing in journey.crossings)
    )


def _check_units(store: Store, grouped: list[tuple[Journey, int]], unit: UnitId, day: date) -> Counts:
    """The counts of the unit, those of every unit below it checked too."""
    for below in sorted(units.subtree(store, unit, day) - {unit}):
        _admitted(_tally(grouped, _inside_of(store, below, None, day)), _unit_name(store, below))
    return _admitted(_tally(grouped, _inside_of(store, unit, None, day)), _unit_name(store, unit))


def _unit_name(store: Store, unit: UnitId) -> Callable[[], str]:
    return lambda: units.get(store, unit).name


def _rows(store: Store, grouped: list[tuple[Journey, int]], inside: Inside) -> dict[Place, Counts]:
    """The counts of each official while in a unit of the tree, all in one pass."""
    found: dict[Place, Counter[str]] = {}
    for journey, times in grouped:
        for place in {journey.start, journey.end, *(crossing.target for crossing in journey.crossings)}:
            if inside(place):
                row = found.setdefault(place, Counter())
                for name, n in _figures_of(journey, place.__eq__).items():
                    row[name] += n * times
    return {place: _admitted(row, _official_name(store, place)) for place, row in found.items()}


def _official_name(store: Store, place: Place) -> Callable[[], str]:
    from tracker.domain.officials import OfficialId

    return lambda: officials.get(store, OfficialId(place.owner)).name


def _fields(grouped: list[tuple[Journey, int]], inside: Inside) -> dict[str, Counts]:
    names = sorted({journey.field for journey, _ in grouped})
    found = {name: _tally((pair for pair in grouped if pair[0].field == name), inside) for name in names}
    return {name: _admitted(counts, lambda name=name: name) for name, counts in found.items()}  # type: ignore[misc]


def _members(own: tuple[Journey, ...], inside: Inside) -> tuple[frozenset[int], frozenset[int], frozenset[int]]:
    """The tasks of the total, the recalled ones, and those that went out."""
    found: dict[str, set[int]] = {"total": set(), RECALLED: set(), "handed_over": set()}
    for journey in own:
        added = _figures_of(journey, inside)
        for name, tasks in found.items():
            if added[name]:
                tasks.add(journey.task)
    return frozenset(found["total"]), frozenset(found[RECALLED]), frozenset(found["handed_over"])


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
