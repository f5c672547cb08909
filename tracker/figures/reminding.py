"""What a person is quietly told when a working day begins: what is due, what went overdue, what waits for a decision.

Heads, deputies and clerks hear of the units they answer for, others of their own tasks.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.deadlines import soon_on
from tracker.domain.officials import Right, Standing
from tracker.figures.duties import waiting_for
from tracker.store import listing, officials, settings
from tracker.store.calendar import working_calendar
from tracker.store.listing import Wanted

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.officials import OfficialId
    from tracker.domain.units import UnitId
    from tracker.store import Store


class Reminder(NamedTuple):
    """Counts of one person's day."""

    today: int
    """Open tasks due on this day."""
    soon: int
    """Open tasks due on the next working days that count as due soon."""
    fresh: int
    """Tasks that went overdue since the working day before."""
    overdue: int
    """All that are overdue."""
    decisions: int
    """Decisions that wait for the person."""
    returned: int
    """Own results that were returned."""

    @property
    def anything(self) -> bool:
        """Whether there is something to tell."""
        return bool(self.today or self.soon or self.fresh or self.decisions or self.returned)


def reminder(store: Store, official: OfficialId, today: date) -> Reminder | None:
    """What is told on a day; None on a day off."""
    calendar = working_calendar(store)
    if not calendar.is_working(today):
        return None
    with store.reading():
        owners = _answered_for(store, official, today)
        soon = soon_on(calendar, today, settings.number(store, "due_soon_days"))
        before = today - timedelta(days=1)
        while not calendar.is_working(before):
            before -= timedelta(days=1)
        late = Wanted(classes=("overdue",), owners=owners)
        due = Wanted(classes=("due_soon", "in_time"), owners=owners)
        waits = waiting_for(store, official, today)

        def count(wanted: Wanted) -> int:
            return listing.count(store, wanted, today)

        return Reminder(
            today=count(due._replace(due_from=today.isoformat(), due_to=today.isoformat())),
            soon=count(due._replace(due_from=(today + timedelta(days=1)).isoformat(), due_to=soon.isoformat())),
            # Due on that day or on a day off after it: on the working day before it was not late yet.
            fresh=count(late._replace(due_from=before.isoformat(), due_to=(today - timedelta(days=1)).isoformat())),
            overdue=count(late),
            decisions=waits.decisions,
            returned=len(waits.returned_to_me),
        )


def _answered_for(store: Store, official: OfficialId, today: date) -> frozenset[int] | None:
    """The officials whose tasks concern the person; None: everybody."""
    led: set[UnitId | None] = {
        post.unit
        for post in officials.appointments(store, official)
        if post.valid_on(today) and post.standing in (Standing.HEAD, Standing.DEPUTY)
    }
    led |= {grant.unit for grant in officials.grants(store, official) if grant.right_name is Right.CLERK}
    if None in led:
        return None
    found = {int(official)}
    for unit in led:
        assert unit is not None
        found |= listing.owners_of(store, unit, today)
    return frozenset(found)
