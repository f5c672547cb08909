"""The co-ordinators of a task, each with own part and date: any number, none twice, never the owner."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.domain.errors import Refused
from tracker.domain.events import Coordination
from tracker.domain.fields import LONGEST_TEXT, Field, line, lines, needed
from tracker.store import tasks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.actions.acting import Act
    from tracker.domain.new_task import NewCoordinator
    from tracker.domain.officials import OfficialId
    from tracker.domain.tasks import Task, TaskId
    from tracker.store import Store

Key = tuple[int | None, str]
"""What makes a co-ordinator the same: the official, or the words."""


def present(store: Store, task: TaskId) -> list[Coordination]:
    """The co-ordinators of a task that were not taken off."""
    return [each for each in tasks.events(store, Coordination, task) if not each.removed]


def coordinate(act: Act, task: Task, wanted: Sequence[NewCoordinator], *, new: bool = False) -> bool:
    """Make these the co-ordinators of the task: new ones are added, missing ones taken off, answers kept. Returns
    whether any changed.
    """
    before = {_key(each): each for each in ([] if new else present(act.store, task.id))}
    after: dict[Key, Coordination] = {}
    for each in wanted:
        named = _named(act, task, each, before)
        if _key(named) in after:
            raise Refused("coordination.twice", field="coordinators", number=task.number, coordinator=named.name)
        after[_key(named)] = named
    gone = [replace(part, removed=True) for key, part in before.items() if key not in after]
    changed = [part for part in (*gone, *after.values()) if part != before.get(_key(part))]
    for part in changed:
        act.save(part if part.version else replace(part, id=act.new_id(Coordination)))
    return bool(changed)


def take_off(act: Act, task: Task, official: OfficialId) -> None:
    """Take an official off the co-ordinators, who now answers for the whole task."""
    for each in present(act.store, task.id):
        if each.official == official:
            act.save(replace(each, removed=True))


def _named(act: Act, task: Task, new: NewCoordinator, before: dict[Key, Coordination]) -> Coordination:
    if new.official is not None and new.official == task.owner:
        raise Refused("coordination.owner", field="coordinators", number=task.number)
    if new.due_on is not None and task.assigned_on is not None and new.due_on < task.assigned_on:
        raise Refused("coordination.due_before_assignment", field="coordinators", number=task.number, due_on=new.due_on)
    name = (
        act.official(new.official).name if new.official is not None else needed(line(new.name, Field.NAME), Field.NAME)
    )
    made = Coordination(id=0, task=task.id, name=name, official=new.official)  # type: ignore[arg-type]  # numbered when saved
    found = before.get(_key(made), made)
    return replace(found, part=lines(new.part, Field.PART, LONGEST_TEXT), due_on=new.due_on)


def _key(each: Coordination) -> Key:
    return (each.official, "") if each.official is not None else (None, each.name.casefold())
