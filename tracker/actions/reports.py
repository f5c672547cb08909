"""Keeping a report as a draft, and issuing it: number and day are given once, by who may. Imports domain and store."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Unpack

from tracker.actions.acting import Act, Said, acting
from tracker.domain import declared, rights, workflow
from tracker.domain.errors import Refused
from tracker.domain.events import Chase
from tracker.domain.fields import Field, line, needed
from tracker.domain.kept import KeptId, KeptReport
from tracker.domain.tasks import TaskId
from tracker.domain.workflow import Step
from tracker.store import kept

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.domain.officials import Actor
    from tracker.store import Changes, Store

LONGEST_NUMBER = 20


def keep_report(store: Store, actor: Actor, report: KeptReport, **said: Unpack[Said]) -> Changes:
    """Keep a report; its id, who keeps it and when are filled in here. Raises Refused "rights.no_post"."""
    with acting(store, actor, "report.keep", said) as act:
        rights.serve(act.office(), act.who, act.on)
        act.save(replace(report, id=act.new_id(KeptReport), kept_on=act.on, kept_by=act.who))
    return act.done


def issue_report(
    store: Store,
    actor: Actor,
    report: KeptId,
    number: str,
    drawn: Callable[[KeptReport], tuple[str, int]],
    **said: Unpack[Said],
) -> Changes:
    """Give a kept report its number, and the day that is declared; letters that urge count as đôn đốc of that day.

    `drawn` draws and files the paper of the report with both, and gives hash and size: what is issued is what was
    checked. Raises Refused "rights.issues", "report.issued_already", "report.number_taken", "text.missing",
    "text.too_long", "day.before_event" (it was kept later).
    """
    with acting(store, actor, "report.issue", said) as act:
        before = kept.get(store, report)
        rights.issue(act.office(), act.who, before.unit, act.on)
        if before.issued:
            raise Refused("report.issued_already", field="draft", report=kept.called(before), day=before.issued_on)
        given = needed(line(number, Field.NUMBER, LONGEST_NUMBER), Field.NUMBER).lstrip("0") or "0"
        declared.follows(act.on, before.kept_on, str(before.id))
        taken = kept.of_number(store, given, before.symbol, act.on.year)
        if taken is not None:
            raise Refused("report.number_taken", field="number", number=kept.called(taken), title=taken.title)
        after = replace(before, number=given, issued_on=act.on, issued_by=act.who)
        paper, size = drawn(after)
        act.save(replace(after, paper=paper, size=size))
        for task in json.loads(before.chased):
            _chase(act, TaskId(task), after)
    return act.done


def _chase(act: Act, task: TaskId, letter: KeptReport) -> None:
    """One đôn đốc by the letter; of a task that was closed meanwhile there is none any more."""
    before = act.task(task)
    try:
        workflow.after(before, Step.CHASE)
    except Refused:
        return
    reason = f"Công văn số {kept.called(letter)}"
    chase = Chase(id=act.new_id(Chase), task=task, chased_on=act.on, chased_by=letter.kept_by, reason=reason)
    act.save(replace(before, chases=before.chases + 1))
    act.save(chase)
