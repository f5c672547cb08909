"""What is told beside a task that was just written, and refuses nothing: a deadline on a day off, a year not yet
confirmed. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from tracker.domain.errors import Expected
from tracker.domain.new_task import SECRET_TITLE
from tracker.domain.officials import Employment
from tracker.domain.tasks import UNASSIGNED, Task

if TYPE_CHECKING:
    from tracker.domain.calendar import WorkingCalendar
    from tracker.domain.officials import Appointment


class Notice(Expected):
    """Something the user should know of what was just done. Handed back, never raised."""


def notices(task: Task, calendar: WorkingCalendar, posts: Iterable[Appointment]) -> Iterator[Notice]:
    """What is worth telling of a task; `posts` are those that its owner holds."""
    if task.due_on is not None:
        if task.deadline_days is None and not calendar.is_working(task.due_on):
            yield Notice("notice.due_on_day_off", field="due_on", number=task.number, due_on=task.due_on)
        if not calendar.confirmed(task.due_on.year):
            yield Notice("notice.year_unconfirmed", field="due_on", number=task.number, year=task.due_on.year)
    held = [post.employment for post in posts]
    if held and all(employment is Employment.CONTRACT for employment in held):
        yield Notice("notice.contract_owner", field="owner", number=task.number)
    if task.title == SECRET_TITLE:
        yield Notice("notice.secret_title", field="title", number=task.number)
    if task.number and task.state in UNASSIGNED and task.assigner is None and task.superior is None:
        yield Notice("notice.no_assigner", field="assigner", number=task.number)
