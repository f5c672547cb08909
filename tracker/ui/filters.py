"""The filters that are set, as chips: what each says, and the filters without it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.store.listing import Wanted

if TYPE_CHECKING:
    from tracker.ui.desk import Desk

NONE = Wanted()


class Chip(NamedTuple):
    """One filter that is set."""

    key: str
    words: str


def chips(desk: Desk, filters: Wanted, *, some: str = "") -> list[Chip]:
    """The chips of filters; `some` names the tasks behind a figure."""
    found = [Chip("tasks", some or desk.text("Chosen tasks"))] if filters.tasks is not None else []
    found += [Chip(key, words) for key, words in _people(desk, filters) if words]
    found += [Chip(key, words) for key, words in _standing(desk, filters) if words]
    found += [Chip(key, words) for key, words in _days(desk, filters) if words]
    if filters.public_concern:
        found.append(Chip("public_concern", desk.text("Public concern")))
    if filters.extensions:
        changed = desk.text("Deadline changed: {count} times or more", count=filters.extensions)
        found.append(Chip("extensions", changed))
    return found


def without(filters: Wanted, key: str) -> Wanted:
    """The filters with one chip taken away."""
    empty: Any = NONE
    names = {"due": ("due_from", "due_to"), "late": ("late", "classes")}.get(key, (key,))
    return filters._replace(**{name: getattr(empty, name) for name in names})


def as_plain(filters: Wanted) -> dict[str, Any]:
    """The filters as JSON keeps them; those behind a figure are of the moment."""
    empty = NONE._replace(tasks=filters.tasks, owners=filters.owners)
    return {name: getattr(filters, name) for name in Wanted._fields if getattr(filters, name) != getattr(empty, name)}


def of_plain(kept: dict[str, Any]) -> Wanted:
    """The filters that were kept; what this program does not know is left out."""
    known: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in kept.items()}
    return Wanted(**{name: value for name, value in known.items() if name in Wanted._fields})


def _people(desk: Desk, filters: Wanted) -> list[tuple[str, str]]:
    owner, assigner = _name(desk, filters.owner), _name(desk, filters.assigner)
    return [
        ("owner", desk.text("Person: {name}", name=owner) if owner else ""),
        ("assigner", desk.text("Assigned by: {name}", name=assigner) if assigner else ""),
    ]


def _standing(desk: Desk, filters: Wanted) -> list[tuple[str, str]]:
    from tracker.domain.deadlines import DeadlineClass
    from tracker.domain.tasks import TaskState

    term, text = desk.words.term, desk.text
    classes = ", ".join(term(DeadlineClass(each)) for each in filters.classes)
    states = ", ".join(term(TaskState(each)) for each in filters.states)
    fields = ", ".join(each or text("no field") for each in filters.fields)
    late = ""
    if filters.late:
        late = (
            text("Deadline: {days} days over", days=filters.late)
            if filters.classes == ("overdue",)
            else text("Late by {days} days or more", days=filters.late)
        )
    return [
        ("late", late),
        ("classes", text("Status: {names}", names=classes) if classes and not (late and filters.late) else ""),
        ("states", text("State: {names}", names=states) if states else ""),
        ("fields", text("Field: {names}", names=fields) if fields else ""),
    ]


def _days(desk: Desk, filters: Wanted) -> list[tuple[str, str]]:
    first, last, since = (_day(each) for each in (filters.due_from, filters.due_to, filters.since))
    due = ""
    if first and last:
        due = (
            desk.text("Due on {day}", day=first)
            if first == last
            else desk.text("Due {first} to {last}", first=first, last=last)
        )
    elif first:
        due = desk.text("Due from {first}", first=first)
    elif last:
        due = desk.text("Due until {last}", last=last)
    return [("due", due), ("since", desk.text("Updated since {day}", day=since) if since else "")]


def _day(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None


def _name(desk: Desk, official: int | None) -> str:
    if official is None:
        return ""
    from tracker.domain.officials import OfficialId
    from tracker.store import officials

    return officials.get(desk.store, OfficialId(official)).name
