"""What a task as typed would become, in the words of the screen: who gives it and why, what is clear, what is missing.

No Qt. The rules are those of the actions: they are asked, nothing is judged here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from tracker.actions import tasks
from tracker.domain import rights
from tracker.domain.clarity import Clarity, clear
from tracker.domain.tasks import Task, TaskId
from tracker.ui import wording

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tracker.actions.acting import Said
    from tracker.domain.errors import Refused
    from tracker.domain.new_task import NewTask
    from tracker.domain.officials import Actor, OfficialId
    from tracker.store import Changes
    from tracker.ui.desk import Desk
    from tracker.words import Words

NOBODY = Task(id=TaskId(0), number="", title="")
NAMED = 3
"""People named in one line at most."""


class Meaning(NamedTuple):
    """What a task would become."""

    clarity: Clarity
    giver: str
    """Who gives it, whether at once, and why; empty where that cannot be told yet."""
    at_once: bool
    """Assigned at once; else it would be a proposal, or nothing at all."""
    problems: tuple[Refused, ...]
    """All that is missing or wrong."""
    due_on: date | None = None
    """The deadline, also one that is told by working days."""

    @property
    def ready(self) -> bool:
        """Whether it can be written down as it stands."""
        return not self.problems


def meaning(desk: Desk, new: NewTask, said: Said | None = None) -> Meaning:
    """What a task would become if this person wrote it down now."""
    actor = desk.would_act()
    if actor is None:
        return Meaning(clear(NOBODY), desk.text("nobody is chosen who acts: it is asked then"), True, ())
    found = tasks.foresee(desk.store, actor, new, **(said or {}))
    task = found.task or NOBODY
    if found.given is not None:
        task = _given_by(task, found.given)
    clarity = clear(task)._replace(work=bool(new.title.strip()))
    return Meaning(clarity, _giver(desk, actor, new, found), found.given is not None, found.problems, task.due_on)


def _given_by(task: Task, given: rights.Assignment) -> Task:
    from dataclasses import replace

    return replace(task, assigner=given.assigner, superior=given.superior)


def _giver(desk: Desk, actor: Actor, new: NewTask, found: tasks.Foreseen) -> str:
    """Who gives it and why, or why it is only a proposal."""
    if new.owner is None or any(problem.field in ("assigner", "superior", "owner") for problem in found.problems):
        return ""
    given = found.given
    if given is None:
        return _proposal(desk, actor, new)
    if given.superior is not None:
        return desk.text("{name}, recorded from document {number}", name=given.superior, number=new.source_number)
    assert given.assigner is not None, "an assignment names one of them"
    name, post = _name(desk, given.assigner), _post(desk, given.assigner, new)
    if given.assigner == actor.official:
        return desk.text("{name}, at once, as {post}", name=name, post=post)
    return desk.text("{name}, {post}; recorded for them", name=name, post=post)


def _proposal(desk: Desk, actor: Actor, new: NewTask) -> str:
    if new.superior is not None:
        return desk.text("proposal: a deputy or a clerk records it, with number and date of the document")
    if new.assigner is not None:
        name = _name(desk, new.assigner)
        return desk.text("proposal to {name}: only a clerk records it, with number and date of the document", name=name)
    assert new.owner is not None, "asked before"
    able = tasks.assigners(desk.store, new.owner, desk.today, new.field)
    names = [each.name for each in able if each.id != actor.official]
    return desk.text("proposal: you may not assign to them; it is decided by {names}", names=_some(desk.words, names))


def _some(words: Words, names: Sequence[str]) -> list[str]:
    """The first names, and how many there are besides."""
    if len(names) <= NAMED:
        return list(names)
    return [*names[: NAMED - 1], words.text("{count} others", count=len(names) - NAMED + 1)]


def _name(desk: Desk, official: OfficialId) -> str:
    from tracker.store import officials

    return officials.get(desk.store, official).name


def _post(desk: Desk, assigner: OfficialId, new: NewTask) -> str | None:
    """The post by which the assigner may give the task."""
    from tracker.store import office

    assert new.owner is not None, "asked before"
    where = office.view(desk.store, assigner, new.owner)
    post = rights.assigning_post(where, assigner, new.owner, desk.today, new.field)
    return post.title if post is not None else None


def verb(desk: Desk, new: NewTask, meant: Meaning) -> str:
    """What the button says: "Giao cho Chử Đức Toàn, hạn 18/9"; & stands before the letter of its key."""
    if new.owner is None or any(problem.field in ("owner", "assigner", "superior") for problem in meant.problems):
        return desk.text("Assi&gn")
    name = _name(desk, new.owner).replace("&", "&&")
    due = None if meant.due_on is None else wording.short(meant.due_on.isoformat(), desk.today)
    if not meant.at_once:
        if due is None:
            return desk.text("Pro&pose for {name}", name=name)
        return desk.text("Pro&pose for {name}, due {due}", name=name, due=due)
    if due is None:
        if new.no_deadline_reason:
            return desk.text("Assi&gn to {name}, no deadline", name=name)
        return desk.text("Assi&gn to {name}", name=name)
    return desk.text("Assi&gn to {name}, due {due}", name=name, due=due)


class Judged(Protocol):
    """One of many tasks."""

    @property
    def at_once(self) -> bool:
        """Assigned at once; else a proposal."""

    @property
    def problems(self) -> Sequence[object]:
        """What is wrong with it."""


def verb_of_many(desk: Desk, rows: Sequence[Judged]) -> str:
    """What the button says of many tasks; while some are wrong it leads to the first of them."""
    if not rows:
        return desk.text("Assi&gn")
    if wrong := sum(bool(row.problems) for row in rows):
        return desk.text("Lines to put ri&ght: {count}", count=wrong)
    given = sum(row.at_once for row in rows)
    proposed = len(rows) - given
    if not proposed:
        return desk.text("Assi&gn {count} tasks", count=given)
    if not given:
        return desk.text("Pro&pose {count} tasks", count=proposed)
    return desk.text("Assi&gn {count} tasks, propose {more}", count=given, more=proposed)


def told(desk: Desk, changes: Changes) -> str:
    """What the toast says of the tasks just written down, with what is worth knowing of them."""
    made = tasks.all_made(desk.store, changes)
    notices = [desk.sentence(notice) for task in made for notice in tasks.notices(desk.store, task)]
    if len(made) > 1:
        done = desk.text("{count} tasks were written down", count=len(made))
        more = [desk.text("and {count} more notes", count=len(notices) - NAMED)] if len(notices) > NAMED else []
        return "\n".join([done, *notices[:NAMED], *more])
    task = made[0]
    name = _name(desk, task.owner) if task.owner is not None else None
    parameters = {"number": task.number, "name": name}
    if task.state == "draft":
        done = desk.text("{number} was kept as a draft", **parameters)
    elif task.state == "proposed":
        done = desk.text("{number} was proposed for {name}", **parameters)
    else:
        done = desk.text("{number} was assigned to {name}", **parameters)
    return "\n".join([done, *notices])
