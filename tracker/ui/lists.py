"""What the list shows: its view, the filters on it, the words searched for, the order. A value, changed as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.store.listing import Wanted
from tracker.ui import filters, saved
from tracker.ui.filters import Chip
from tracker.ui.periods import name as period_name
from tracker.ui.views import ALL, PERIOD

if TYPE_CHECKING:
    from tracker.ui.desk import Desk
    from tracker.ui.views import Asked


class Shown(NamedTuple):
    """What is shown."""

    view: str = PERIOD
    """The key of a shipped view, PERIOD, ALL, or of a view of one's own."""
    filters: Wanted = Wanted()
    search: str = ""
    sort: str | None = None
    some: str = ""
    """What the tasks behind a figure are called."""


def asked(desk: Desk, shown: Shown) -> Asked:
    """The list as it is asked of the store."""
    return desk.asked(base(desk, shown.view), shown.search, shown.sort, shown.filters)


def base(desk: Desk, view: str) -> str:
    """The shipped view behind a view."""
    own = saved.own_view(desk, view) if view.startswith(saved.OWN) else None
    return own.view if own else view


def of_view(desk: Desk, view: str) -> Shown:
    """A view as it is when it is opened."""
    own = saved.own_view(desk, view)
    if own is None:
        return Shown(PERIOD if view.startswith(saved.OWN) else view)
    return Shown(own.key, filters.of_plain(own.filters), own.search, own.sort)


def name(desk: Desk, view: str) -> str:
    """What a view is called."""
    if view.startswith(saved.OWN):
        own = saved.own_view(desk, view)
        return own.name if own else view
    if view == PERIOD:
        return desk.text("Tasks of the period")
    if view == ALL:
        return desk.text("All tasks")
    if view == "due_soon":
        return desk.text("Due soon")
    from tracker.ui.navigation import view_names

    return view_names(desk)[view]


def chips(desk: Desk, shown: Shown) -> list[Chip]:
    """The chips of the list: period and unit, then the filters."""
    found = []
    if base(desk, shown.view) == PERIOD:
        found.append(Chip("period", desk.text("Period: {period}", period=period_name(desk, desk.period))))
    if desk.unit is not None and shown.filters.tasks is None:
        from tracker.store import units

        unit = units.get(desk.store, desk.unit)
        found.append(Chip("unit", desk.text("Unit: {unit}", unit=unit.short_name or unit.name)))
    return found + filters.chips(desk, shown.filters, some=shown.some)


def without(shown: Shown, key: str) -> Shown:
    """What is left when a chip is taken away; the unit is the window's."""
    if key == "period":
        return shown._replace(view=ALL)
    return shown._replace(filters=filters.without(shown.filters, key))


def without_filters(shown: Shown) -> Shown:
    """The view with nothing set on it."""
    return shown._replace(filters=Wanted(), search="", some="")
