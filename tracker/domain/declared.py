"""The day an event is declared for (design.md §2.7): never after today, never before the event it follows. Pure.

A day further back than the setting `declared_gap_days` (working days) asks for a reason: paper will show both days.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from tracker.domain.errors import Refused

if TYPE_CHECKING:
    from tracker.domain.calendar import WorkingCalendar


def not_future(on: date, today: date) -> None:
    """Raises Refused "day.in_future"."""
    if on > today:
        raise Refused("day.in_future", field="date", on=on, today=today)


def explained(on: date, today: date, reason: str | None, gap: int, calendar: Callable[[], WorkingCalendar]) -> None:
    """Raises Refused "day.needs_reason" where the day lies more than `gap` working days back and no reason is given."""
    if reason is None and on < today and calendar().between(on, today) > gap:
        raise Refused("day.needs_reason", field="reason", on=on, today=today, days=gap)


def follows(on: date, before: date | None, number: str) -> None:
    """Raises Refused "day.before_event" where the day lies before that of the event it follows."""
    if before is not None and on < before:
        raise Refused("day.before_event", field="date", on=on, before=before, number=number)


def issued(document_on: date | None, today: date, field: str) -> None:
    """Raises Refused "document.in_future" for a document dated after today."""
    if document_on is not None and document_on > today:
        raise Refused("document.in_future", field=field, on=document_on, today=today)
