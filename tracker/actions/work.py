"""What the owner of a task does, or a clerk of the owner's unit for the owner: the entry then names both ("ghi thay").

Explaining a lateness and a co-ordinator's answer stand here too: they are told by those who did the work. Imports
domain and store.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from tracker.actions.acting import Act, Said, acting
from tracker.domain import declared, rights, workflow
from tracker.domain.errors import Refused
from tracker.domain.events import CauseKind, Coordination, Decline, Evidence, Explanation, Progress, Submission
from tracker.domain.fields import LONGEST_TEXT, Field, line, lines, needed
from tracker.domain.records import changed
from tracker.domain.workflow import Step
from tracker.store import tasks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from tracker.domain.events import EventId
    from tracker.domain.officials import Actor, OfficialId
    from tracker.domain.tasks import Task, TaskId
    from tracker.store import Changes, Store

Filed = tuple[str, str, int]
"""A file in the data folder: its name, SHA-256 and size."""


def start(store: Store, actor: Actor, task: TaskId, **said: Unpack[Said]) -> Changes:
    """Begin work on an assigned or returned task."""
    with acting(store, actor, "task.start", said) as act:
        before, _ = act.for_owner(task)
        after = workflow.moved(before, Step.START, act.on)
        act.after_last_move(before)
        act.save(after)
    return act.done


def progress(
    store: Store,
    actor: Actor,
    task: TaskId,
    percent: int,
    *,
    note: str | None = None,
    obstacle: str | None = None,
    **said: Unpack[Said],
) -> Changes:
    """Report how far the work is, in percent; the first report starts it. `obstacle` (vướng mắc) stays until another
    is told.
    """
    with acting(store, actor, "task.progress", said) as act:
        before, owner = act.for_owner(task)
        after = workflow.progressed(before, percent, act.on)
        if not 0 <= percent <= 100:
            raise Refused("progress.percent", field="percent", number=before.number, percent=percent)
        _after_progress(act, before)
        act.after_last_move(before) if after.state is not before.state else act.after_assignment(before)
        act.save(changed(after, obstacle=line(obstacle, Field.OBSTACLE, LONGEST_TEXT) or before.obstacle))
        act.save(
            Progress(
                id=act.new_id(Progress),
                task=before.id,
                reported_on=act.on,
                reported_by=owner,
                percent=percent,
                note=lines(note, Field.NOTE),
            )
        )
    return act.done


def submit(
    store: Store,
    actor: Actor,
    task: TaskId,
    *,
    product_number: str | None = None,
    product_on: date | None = None,
    files: Sequence[Path] = (),
    note: str | None = None,
    **said: Unpack[Said],
) -> Changes:
    """Hand in the result, by the number of its document or as files, and await the assigner's decision.

    On time or not is judged by this day, once the submission is confirmed (design.md §2.3).
    """
    filed = _filed(store, actor, task, files, said, Step.SUBMIT)
    with acting(store, actor, "task.submit", said) as act:
        before, owner = act.for_owner(task)
        after = workflow.submitted(before, act.on)
        act.after_last_move(before)
        number = line(product_number, Field.PRODUCT_NUMBER)
        if number is None and not filed:
            raise Refused("submission.needs_product", field="product_number", number=before.number)
        declared.issued(product_on, actor.today, "product_on")
        submission = Submission(
            id=act.new_id(Submission),
            task=before.id,
            submitted_on=act.on,
            submitted_by=owner,
            product_number=number,
            product_on=product_on,
            note=lines(note, Field.NOTE),
        )
        act.save(after)
        act.save(submission)
        _file(act, before, filed, product_on or act.on, submission.id)
    return act.done


def add_evidence(
    store: Store,
    actor: Actor,
    task: TaskId,
    files: Sequence[Path],
    *,
    dated_on: date | None = None,
    **said: Unpack[Said],
) -> Changes:
    """File evidence outside a submission. `dated_on` is the date of the proof; that of its filing stands beside it."""
    filed = _filed(store, actor, task, files, said, Step.FILE)
    with acting(store, actor, "evidence.add", said) as act:
        before, _ = act.for_owner(task)
        workflow.after(before, Step.FILE)
        act.after_assignment(before)
        declared.issued(dated_on, actor.today, "dated_on")
        if not filed:
            raise Refused("evidence.none", field="files", number=before.number)
        _file(act, before, filed, dated_on or act.on, None)
    return act.done


def decline(store: Store, actor: Actor, task: TaskId, **said: Unpack[Said]) -> Changes:
    """Decline a task, with a reason: the assigner insists or hands it over."""
    with acting(store, actor, "task.decline", said) as act:
        before, owner = act.for_owner(task)
        after = workflow.moved(before, Step.DECLINE, act.on)
        act.after_last_move(before)
        declined = Decline(
            id=act.new_id(Decline), task=before.id, declined_on=act.on, declined_by=owner, reason=act.needs_reason()
        )
        act.save(after)
        act.save(declined)
    return act.done


def explain(
    store: Store,
    actor: Actor,
    task: TaskId,
    cause: CauseKind,
    text: str,
    *,
    remedy: str | None = None,
    obstacle: str | None = None,
    coordinator: OfficialId | None = None,
    **said: Unpack[Said],
) -> Changes:
    """Explain why a task is late, also while it is open. A cause in the co-ordination names the co-ordinator it lies
    with.
    """
    with acting(store, actor, "lateness.explain", said) as act:
        before, owner = act.for_owner(task)
        workflow.after(before, Step.EXPLAIN)
        act.after_assignment(before)
        part = _charged(act, before, coordinator) if cause is CauseKind.COORDINATION else None
        act.save(
            Explanation(
                id=act.new_id(Explanation),
                task=before.id,
                explained_on=act.on,
                explained_by=owner,
                cause=cause,
                text=needed(lines(text, Field.TEXT), Field.TEXT),
                coordination=part,
                remedy=lines(remedy, Field.REMEDY),
                obstacle=lines(obstacle, Field.OBSTACLE),
            )
        )
    return act.done


def answer(
    store: Store, actor: Actor, task: TaskId, coordinator: OfficialId | str, text: str, **said: Unpack[Said]
) -> Changes:
    """Answer a co-ordinator's part. A co-ordinator kept as written is named by those words."""
    with acting(store, actor, "coordination.answer", said) as act:
        before = act.task(task)
        part = _part(act, before, coordinator)
        act.on_behalf(rights.answer(act.office(before, part.official), act.who, part, before.number, act.on))
        workflow.after(before, Step.ANSWER)
        act.after_assignment(before)
        act.save(changed(part, answered_on=act.on, answer=needed(lines(text, Field.TEXT), Field.TEXT)))
    return act.done


# --- helpers ----------------------------------------------------------------------------------------------------------


def _after_progress(act: Act, task: Task) -> None:
    last = tasks.last_event(act.store, Progress, task.id)
    declared.follows(act.on, last.reported_on if last else None, task.number)


def _filed(store: Store, actor: Actor, task: TaskId, files: Sequence[Path], said: Said, step: Step) -> list[Filed]:
    """Copy files into the data folder before the transaction opens (a large one would make others wait), the right
    checked first.
    """
    if not files:
        return []
    from tracker.store.evidence import file_away

    act = Act(store, actor, said)
    before = act.task(task)
    act.works_on(before, act.office(before))
    workflow.after(before, step)
    return [(path.name, *file_away(store, path)) for path in files]


def _file(act: Act, task: Task, filed: Iterable[Filed], dated_on: date, submission: EventId | None) -> None:
    for name, sha256, size in filed:
        act.save(
            Evidence(
                id=act.new_id(Evidence),
                task=task.id,
                submission=submission,
                sha256=sha256,
                name=line(name, Field.NAME) or sha256[:12],
                size=size,
                dated_on=dated_on,
                filed_on=act.actor.today,
                filed_by=act.who,
            )
        )


def _part(act: Act, task: Task, coordinator: OfficialId | str) -> Coordination:
    """The part of a co-ordinator. Raises Refused "coordination.unknown"."""
    from tracker.actions.coordination import present

    for each in present(act.store, task.id):
        if each.official == coordinator or (each.official is None and _same(each.name, coordinator)):
            return each
    name = coordinator if isinstance(coordinator, str) else act.official(coordinator).name
    raise Refused("coordination.unknown", field="coordinator", number=task.number, coordinator=name)


def _same(name: str, typed: OfficialId | str) -> bool:
    from tracker.domain.text import fold

    return isinstance(typed, str) and fold(name) == fold(typed)


def _charged(act: Act, task: Task, coordinator: OfficialId | None) -> EventId:
    """The co-ordination a lateness lies with: the one named, or the only one there is. Raises Refused
    "explanation.coordinator".
    """
    from tracker.actions.coordination import present

    if coordinator is not None:
        return _part(act, task, coordinator).id
    parts = present(act.store, task.id)
    if len(parts) != 1:
        raise Refused(
            "explanation.coordinator",
            field="coordinator",
            number=task.number,
            coordinators=[each.name for each in parts],
        )
    return parts[0].id
