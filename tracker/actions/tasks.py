"""Giving tasks: drafts, proposals, assignments, and taking one back. Imports domain and store."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypeVar, Unpack

from tracker.actions.acting import Act, Said, acting
from tracker.actions.coordination import coordinate
from tracker.domain import new_task, rights, workflow
from tracker.domain.errors import Refused
from tracker.domain.fields import Field, line
from tracker.domain.tasks import UNASSIGNED, Task, TaskId, TaskState
from tracker.domain.workflow import Step
from tracker.store import journal, settings, tasks, units

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from tracker.domain.new_task import NewTask
    from tracker.domain.notices import Notice
    from tracker.domain.officials import Actor, Official, OfficialId
    from tracker.domain.rights import Assignment
    from tracker.domain.standing import Office
    from tracker.store import Changes, Store

R = TypeVar("R")
LONGEST_NUMBER = 50
"""Characters of a task's number."""


def add(store: Store, actor: Actor, new: NewTask, **said: Unpack[Said]) -> Changes:
    """Write down a task: assigned at once where the actor may, or records it from a document; else a proposal.

    The assigner is the actor unless another is named. A clerk of the named assigner's unit records with number and
    date of the source, a deputy or clerk of the office likewise what a superior gave the office's head (design.md §2,
    "Who may").
    """
    with acting(store, actor, "task.propose", said) as act:
        task = _written(act, new)
        where = _checked(act, task)
        given = _given(act, where, task)
        if given is None:
            task = _proposed(act, where, task)
        else:
            act.as_verb("task.assign")
            task = _assigned(act, task, given)
        coordinate(act, task, new.coordinators, new=True)
    return act.done


def add_all(store: Store, actor: Actor, new: Sequence[NewTask], **said: Unpack[Said]) -> Changes:
    """Write down several tasks, of one document or one meeting: all of them in one action, or none.

    Raises Refused "tasks.in_line" with the place of the first that is refused, and why.
    """
    with acting(store, actor, "task.assign", said) as act:
        for line, task in enumerate(new, start=1):
            try:
                add(store, actor, task, **said)
            except Refused as problem:
                raise Refused("tasks.in_line", field=problem.field, line=line, problem=problem) from problem
    return act.done


def draft(store: Store, actor: Actor, new: NewTask, **said: Unpack[Said]) -> Changes:
    """Write down a draft, which may lack anything but its title."""
    with acting(store, actor, "task.draft", said) as act:
        task = _written(act, new)
        rights.serve(act.office(task), act.who, act.on)
        task = act.save(replace(new_task.scheduled(task, act.on, act.calendar), moved_on=act.on))
        coordinate(act, task, new.coordinators, new=True)
    return act.done


def propose(store: Store, actor: Actor, task: TaskId, **said: Unpack[Said]) -> Changes:
    """Put a draft forward, to whoever may assign it."""
    with acting(store, actor, "task.propose", said) as act:
        before = act.task(task)
        rights.edit_unassigned(act.office(before), act.who, before, author(store, task), act.on)
        workflow.after(before, Step.PROPOSE)
        act.after_last_move(before)
        where = _checked(act, before)
        _given(act, where, before)
        _proposed(act, where, before)
    return act.done


def assign(store: Store, actor: Actor, task: TaskId, **said: Unpack[Said]) -> Changes:
    """Assign a draft, or approve a proposal: from today on the owner answers for it and the first deadline is
    frozen.
    """
    with acting(store, actor, "task.assign", said) as act:
        before = act.task(task)
        workflow.after(before, Step.ASSIGN)
        where = _checked(act, before)
        given = rights.approval(where, act.who, before, act.on, documented=_documented(act, before))
        act.after_last_move(before)
        _assigned(act, before, given)
    return act.done


def refuse(store: Store, actor: Actor, task: TaskId, **said: Unpack[Said]) -> Changes:
    """Send a proposal back to its author, with a reason; it is a draft again."""
    with acting(store, actor, "task.refuse", said) as act:
        before = act.task(task)
        capacity = rights.refuse_proposal(act.office(before), act.who, before, act.on)
        act.as_superior_needs_basis(capacity, before)
        after = workflow.moved(before, Step.REFUSE, act.on)
        act.needs_reason()
        act.after_last_move(before)
        act.save(after)
    return act.done


def recall(store: Store, actor: Actor, task: TaskId, **said: Unpack[Said]) -> Changes:
    """Take a task back, with a reason: it stays in the log and leaves the statistics. A draft or proposal may be
    recalled by its author.
    """
    with acting(store, actor, "task.recall", said) as act:
        before = act.task(task)
        where = act.office(before)
        if before.state in UNASSIGNED:
            act.on_behalf(rights.edit_unassigned(where, act.who, before, author(store, task), act.on))
        else:
            act.as_superior_needs_basis(rights.decide(where, act.who, before, act.on), before)
        workflow.after(before, Step.RECALL)
        act.after_last_move(before)
        act.save(workflow.recalled(before, act.on, act.needs_reason()))
    return act.done


def made(store: Store, changes: Changes) -> Task:
    """The last task that an action made or changed (inside another action, the first ones are of earlier steps)."""
    return tasks.get(store, [TaskId(int(str(record))) for kind, record in changes.records if kind == "task"][-1])


def all_made(store: Store, changes: Changes) -> list[Task]:
    """The tasks that an action made, in their order."""
    return [tasks.get(store, TaskId(int(str(record)))) for kind, record in changes.records if kind == "task"]


class Foreseen(NamedTuple):
    """What `add` would make of a task, found out without writing anything."""

    task: Task | None
    """As far as it can be written down; None where it cannot."""
    given: Assignment | None
    """Who gives it; None where it would be a proposal, or is refused."""
    problems: tuple[Refused, ...]
    """All that is wrong or missing."""


def foresee(store: Store, actor: Actor, new: NewTask, **said: Unpack[Said]) -> Foreseen:
    """What `add` would make of a task as it is typed, by the very checks that it makes. Co-ordinators are left out."""
    problems: list[Refused] = []
    act = Act(store, actor, said)
    authority = settings.value(store, "default_authority")
    typed = _tried(problems, lambda: new_task.written(new, TaskId(0), "", authority))
    if typed is None:
        if problems[0].field != Field.TITLE.value:
            return Foreseen(None, None, tuple(problems))
        typed = new_task.written(replace(new, title="–"), TaskId(0), "", authority)
    _tried(problems, act.check)
    problems += new_task.lacking(typed)
    task = _tried(problems, lambda: new_task.scheduled(typed, act.on, act.calendar)) or typed
    given = None
    if (owner := task.owner) is not None:
        where = act.office(task)
        _tried(problems, lambda: act.serves(owner, where, "owner"))
        given = _tried(problems, lambda: _given(act, where, task))
        if given is None:
            _tried(problems, lambda: rights.serve(where, act.who, act.on))
    return Foreseen(task, given, tuple(problems))


def _tried(problems: list[Refused], deed: Callable[[], R]) -> R | None:
    try:
        return deed()
    except Refused as problem:
        problems.append(problem)
        return None


def assigners(store: Store, owner: OfficialId, on: date, field: str | None = None) -> list[Official]:
    """Who may give the owner a task of that field on a day, in Vietnamese order of names."""
    from tracker.domain.officials import Standing
    from tracker.store import office, officials

    posts = officials.appointments(store)
    leading = {post.official for post in posts if post.valid_on(on) and post.standing is not Standing.MEMBER}
    where = office.view(store, owner, *leading)
    return [
        each
        for each in officials.every(store)
        if each.id in leading and rights.may_assign(where, each.id, owner, on, field)
    ]


def notices(store: Store, task: Task) -> list[Notice]:
    """What is worth telling of a task just written: a deadline on a day off, a year not confirmed. It was saved all
    the same.
    """
    from tracker.domain import notices as told
    from tracker.store import officials
    from tracker.store.calendar import working_calendar

    held = officials.appointments(store, task.owner) if task.owner is not None else []
    day = task.assigned_on or task.moved_on
    return list(
        told.notices(task, working_calendar(store), [post for post in held if day is None or post.valid_on(day)])
    )


def author(store: Store, task: TaskId) -> OfficialId | None:
    """Who wrote a task down."""
    written = journal.of_record(store, "task", task)
    return written[0].actor if written else None  # type: ignore[return-value]  # the journal holds plain numbers


# --- writing it down --------------------------------------------------------------------------------------------------


def _written(act: Act, new: NewTask) -> Task:
    if new.parent is not None:
        act.task(new.parent)
    if new.leader is not None:
        act.official(new.leader)
    number = _number(act, new)
    return new_task.written(new, TaskId(act.new_id(Task)), number, settings.value(act.store, "default_authority"))


def _number(act: Act, new: NewTask) -> str:
    """The number given, or the next of the owner's unit (of the actor's, for a draft without owner) in the year of the
    day.
    """
    from tracker.domain.numbers import task_number, task_series

    own = line(new.number, Field.NUMBER, LONGEST_NUMBER)
    if own is not None:
        if tasks.exists(act.store, own):
            raise Refused("task.number_taken", field="number", number=own)
        return own
    whose = act.who if new.owner is None else act.official(new.owner).id
    where = act.office(None, whose)
    unit = where.unit_of(whose, act.on) or where.root
    symbol = "" if unit is None else (found := units.get(act.store, unit)).symbol or found.code
    while True:
        number = task_number(symbol, act.on.year, act.next_number(task_series(symbol, act.on.year)))
        if not tasks.exists(act.store, number):
            return number


def _checked(act: Act, task: Task) -> Office:
    """The office, once the task is complete and its owner holds a post on the day (design.md §2.1)."""
    new_task.complete(task)
    where = act.office(task)
    if task.owner is not None:
        act.serves(task.owner, where, "owner")
    return where


def _given(act: Act, where: Office, task: Task) -> Assignment | None:
    assert task.owner is not None, "checked before"
    return rights.assignment(
        where,
        act.who,
        task.owner,
        act.on,
        field=task.field,
        assigner=task.assigner,
        superior=task.superior,
        documented=_documented(act, task),
    )


def _documented(act: Act, task: Task) -> bool:
    """Whether a document of the assigner tells of the assignment: the task's source, or the basis given now."""
    return bool(task.source_number and task.source_on) or bool(act.basis and act.basis_on)


def _proposed(act: Act, where: Office, task: Task) -> Task:
    rights.serve(where, act.who, act.on)
    proposed = replace(new_task.scheduled(task, act.on, act.calendar), state=TaskState.PROPOSED, moved_on=act.on)
    return act.save(proposed)


def _assigned(act: Act, task: Task, given: Assignment) -> Task:
    if given.assigner is not None:
        act.on_behalf(given.assigner)
    return act.save(new_task.assigned(task, given, act.on, act.calendar))
