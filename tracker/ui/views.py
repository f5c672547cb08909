"""Which tasks a list has: a shipped view or the period's total, narrowed by the filters of whoever looks. No Qt.

Everything a list depends on stands in `Asked`, so that it can be found by a thread over a connection of its own.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.store import engine, listing
from tracker.store.listing import Wanted
from tracker.store.workload import OPEN

if TYPE_CHECKING:
    from tracker.domain.periods import Period
    from tracker.domain.units import UnitId
    from tracker.store import Store

PERIOD, ALL = "period", "all"
VIEWS = ("overdue", "week", "awaiting", "no_deadline", "concern", "changed")
"""The saved views that are shipped, in their order: overdue, due within 7 days, awaiting confirmation, without a
deadline, of public concern, deadline changed twice or more."""
DUE_WITHIN = 7
"""Working days that the view "due within 7 days" looks ahead."""
CHANGED = 2
"""Changes of the deadline from which on the view of that name has a task."""


class Asked(NamedTuple):
    """A list: its view for a unit, a period and a day, the filters, and the order (None: that of the view)."""

    view: str
    unit: UnitId | None
    period: Period
    today: date
    filters: Wanted = Wanted()
    sort: str | None = None


class Kept:
    """What is dear to reckon, kept until the file changes: the tasks of a period's total."""

    def __init__(self) -> None:
        self._version = -1
        self._members: dict[Any, frozenset[int]] = {}

    def members(self, store: Store, asked: Asked) -> frozenset[int]:
        """The tasks of the total of the period in view."""
        version = engine.data_version(store.connection)
        if version != self._version:
            self._version, self._members = version, {}
        key = (asked.unit, str(asked.period), asked.today)
        if key not in self._members:
            self._members[key] = _members(store, asked)
        return self._members[key]


def ids(store: Store, asked: Asked, kept: Kept | None = None) -> list[int]:
    """The tasks of a list in its order."""
    every = wanted(store, asked, kept)
    if asked.sort:
        return listing.ids(store, every, asked.today, sort=asked.sort)
    with store.reading():
        return [
            task
            for part, order in parts(asked.view, every)
            for task in listing.ids(store, part, asked.today, sort=order)
        ]


def count(store: Store, asked: Asked, kept: Kept | None = None) -> int:
    """How many tasks a list has."""
    return listing.count(store, wanted(store, asked, kept), asked.today)


def due_days(store: Store, asked: Asked, kept: Kept | None = None) -> list[tuple[str, int]]:
    """(deadline, task) of the tasks of a list that have one, in the order of the days."""
    return listing.due_days(store, wanted(store, asked, kept), asked.today)


def wanted(store: Store, asked: Asked, kept: Kept | None = None) -> Wanted:
    """The filters of a list: those of its view and those set."""
    if asked.view == PERIOD:
        tasks = kept.members(store, asked) if kept else _members(store, asked)
        return narrowed(Wanted(tasks=tasks), asked.filters)
    if asked.filters.tasks is not None:  # those behind a figure, whoever holds them today
        return narrowed(_of_view(store, asked), asked.filters)
    owners = None if asked.unit is None else listing.owners_of(store, asked.unit, asked.today)
    return narrowed(_of_view(store, asked)._replace(owners=owners), asked.filters)


def parts(view: str, wanted: Wanted) -> list[tuple[Wanted, str]]:
    """A view as parts that follow one another: what is urgent first, what is done last."""
    if view not in (PERIOD, ALL, "changed"):
        return [(wanted, "assigned" if view == "no_deadline" else "due")]
    found = [
        (Wanted(classes=("overdue",)), "due"),
        (Wanted(classes=("due_soon", "in_time")), "due"),
        (Wanted(classes=("no_deadline",)), "assigned"),
        (Wanted(states=("draft", "proposed", "paused")), "number"),
        (Wanted(states=("done",)), "-closed"),
        (Wanted(states=("recalled",)), "-closed"),
    ]
    return [(narrowed(wanted, part), order) for part, order in found]


def narrowed(one: Wanted, other: Wanted) -> Wanted:
    """What both let through."""
    found = one._replace(
        owner=one.owner if other.owner is None else other.owner,
        owners=one.owners if other.owners is None else other.owners,
        tasks=_both(one.tasks, other.tasks),
        search=other.search or one.search,
        assigner=one.assigner if other.assigner is None else other.assigner,
        due_from=max(filter(None, (one.due_from, other.due_from)), default=None),
        due_to=min(filter(None, (one.due_to, other.due_to)), default=None),
        late=max(one.late, other.late),
        since=max(filter(None, (one.since, other.since)), default=None),
        public_concern=one.public_concern or other.public_concern,
        extensions=max(one.extensions, other.extensions),
    )
    states, classes = _common(one.states, other.states), _common(one.classes, other.classes)
    fields = _common(one.fields, other.fields)
    if states is None or classes is None or fields is None:
        return found._replace(tasks=frozenset())
    return found._replace(states=states, classes=classes, fields=fields)


def _of_view(store: Store, asked: Asked) -> Wanted:
    if asked.view == "week":
        from tracker.store.calendar import working_calendar

        first, last = asked.today, working_calendar(store).add(asked.today, DUE_WITHIN)
        at_work = tuple(state for state in OPEN if state != "submitted")  # a result that was handed in is not due
        return Wanted(
            states=at_work, classes=("due_soon", "in_time"), due_from=first.isoformat(), due_to=last.isoformat()
        )
    return {
        "overdue": Wanted(classes=("overdue",)),
        "due_soon": Wanted(classes=("due_soon",)),
        "no_deadline": Wanted(classes=("no_deadline",)),
        "awaiting": Wanted(states=("submitted",)),
        "concern": Wanted(states=OPEN, public_concern=True),
        "changed": Wanted(states=(*OPEN, "done"), extensions=CHANGED),
    }.get(asked.view, Wanted())


def _members(store: Store, asked: Asked) -> frozenset[int]:
    from tracker.figures.counts import members

    return members(store, asked.unit, asked.period, asked.today)


def _both(one: frozenset[int] | None, other: frozenset[int] | None) -> frozenset[int] | None:
    if one is None or other is None:
        return other if one is None else one
    return one & other


def _common(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...] | None:
    """The values that both have; empty for any, None where they have none in common."""
    if not one or not other:
        return one or other
    return tuple(each for each in one if each in other) or None
