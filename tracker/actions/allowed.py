"""Which verbs a person may do to a task now: asked of the very checks that the actions make, nothing is written.

Every verb is a function that raises what its action would refuse before anything is typed into a form: rights, state,
and what must stand there already (a request, an explanation). What a form is filled with the action alone judges.
Imports domain and store.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from tracker.actions.acting import Act
from tracker.actions.coordination import present
from tracker.actions.extensions import needs_request, open_request
from tracker.actions.tasks import author
from tracker.domain import extensions, new_task, rights, workflow
from tracker.domain.errors import Refused
from tracker.domain.events import Explanation
from tracker.domain.tasks import UNASSIGNED, Task
from tracker.domain.workflow import Step
from tracker.store import office, officials, settings, tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.domain.events import Coordination
    from tracker.domain.officials import Actor
    from tracker.domain.standing import Office
    from tracker.domain.tasks import TaskId
    from tracker.store import Store


class Verb(StrEnum):
    """What can be done to a task, as buttons and menus offer it."""

    PROPOSE = "propose"
    ASSIGN = "assign"
    REFUSE = "refuse"
    START = "start"
    PROGRESS = "progress"
    SUBMIT = "submit"
    CONFIRM = "confirm"
    RETURN = "return"
    INSIST = "insist"
    DECLINE = "decline"
    ASK = "ask"
    EXTEND = "extend"
    REJECT = "reject"
    HAND_OVER = "hand_over"
    CHASE = "chase"
    PAUSE = "pause"
    RESUME = "resume"
    RECALL = "recall"
    EDIT = "edit"
    ANSWER = "answer"
    EXPLAIN = "explain"
    ACCEPT = "accept"
    """Decide on the explanation of a lateness."""
    FILE = "file"


def refusals(store: Store, actor: Actor, task: TaskId) -> dict[Verb, Refused | None]:
    """For each verb what stands in its way; None where the actor may do it. Raises Refused "task.unknown"."""
    with store.reading():
        case = _Case(store, actor, task)
        return {verb: _refusal(case, verb) for verb in Verb}


def refusal(store: Store, actor: Actor, task: TaskId, verb: Verb) -> Refused | None:
    """What stands in the way of one verb; None where the actor may do it."""
    with store.reading():
        return _refusal(_Case(store, actor, task), verb)


def may_answer(store: Store, actor: Actor, task: TaskId) -> list[Coordination]:
    """The co-ordinators' parts of a task that the actor may answer."""
    with store.reading():
        case = _Case(store, actor, task)
        return [part for part in present(store, task) if _refused_answer(case, part) is None]


def by_state(task: Task) -> frozenset[Verb]:
    """The verbs that the task's state allows to whoever may: what is offered before anybody was chosen to act."""
    return frozenset(verb for verb in Verb if task.state in workflow.FROM[_STEPS[verb]])


class _Case:
    """An actor before a task: what the checks read."""

    def __init__(self, store: Store, actor: Actor, task: TaskId) -> None:
        self.act = Act(store, actor, {})
        self.store, self.who, self.day = store, actor.official, actor.today
        self.task = self.act.task(task)
        self.office: Office = self.act.office(self.task, *(part.official for part in present(store, task)))


def _refusal(case: _Case, verb: Verb) -> Refused | None:
    try:
        workflow.after(case.task, _STEPS[verb])
        _CHECKS[verb](case)
    except Refused as refused:
        return refused
    return None


# --- before the assignment --------------------------------------------------------------------------------------------


def _propose(case: _Case) -> None:
    _edit_unassigned(case)
    case.act.after_last_move(case.task)
    _complete(case)
    rights.assignment(
        case.office,
        case.who,
        case.task.owner,  # type: ignore[arg-type]  # complete
        case.day,
        field=case.task.field,
        assigner=case.task.assigner,
        superior=case.task.superior,
        documented=_documented(case),
    )
    rights.serve(case.office, case.who, case.day)


def _assign(case: _Case) -> None:
    _complete(case)
    rights.approval(case.office, case.who, case.task, case.day, documented=True)
    case.act.after_last_move(case.task)


def _complete(case: _Case) -> None:
    new_task.complete(case.task)
    new_task.scheduled(case.task, case.day, case.act.calendar)
    assert case.task.owner is not None, "complete"
    case.act.serves(case.task.owner, case.office, "owner")


def _documented(case: _Case) -> bool:
    return bool(case.task.source_number and case.task.source_on)


def _refuse(case: _Case) -> None:
    rights.refuse_proposal(case.office, case.who, case.task, case.day)
    case.act.after_last_move(case.task)


def _edit_unassigned(case: _Case) -> None:
    rights.edit_unassigned(case.office, case.who, case.task, author(case.store, case.task.id), case.day)


# --- the owner's work -------------------------------------------------------------------------------------------------


def _work(case: _Case) -> None:
    case.act.works_on(case.task, case.office)


def _move_work(case: _Case) -> None:
    _work(case)
    case.act.after_last_move(case.task)


def _other_work(case: _Case) -> None:
    _work(case)
    case.act.after_assignment(case.task)


def _ask(case: _Case) -> None:
    _other_work(case)
    if case.task.due_on is None:
        raise Refused("extension.no_deadline", field="due_on", number=case.task.number)
    if open_request(case.store, case.task.id) is not None:
        raise Refused("extension.already_asked", number=case.task.number)


def _answer(case: _Case) -> None:
    parts = present(case.store, case.task.id)
    if not parts:
        raise Refused("coordination.nobody", number=case.task.number)
    case.act.after_assignment(case.task)
    refused = [_refused_answer(case, part) for part in parts]
    if None not in refused:
        raise refused[-1]  # type: ignore[misc]  # none of them is None


def _refused_answer(case: _Case, part: Coordination) -> Refused | None:
    try:
        rights.answer(case.office, case.who, part, case.task.number, case.day)
    except Refused as refused:
        return refused
    return None


# --- decisions --------------------------------------------------------------------------------------------------------


def _decide(case: _Case) -> None:
    rights.decide(case.office, case.who, case.task, case.day)


def _decide_move(case: _Case) -> None:
    _decide(case)
    case.act.after_last_move(case.task)


def _approve(case: _Case) -> None:
    capacity = rights.decide(case.office, case.who, case.task, case.day)
    request = needs_request(case.store, case.task)
    case.act.after_last_move(case.task)
    extensions.approved(case.task, request, case.who, case.day, None, None, None)
    if case.task.extensions >= settings.number(case.store, "extension_limit"):
        rights.exceed_extensions(case.office, case.who, case.task, capacity, case.day)


def _reject(case: _Case) -> None:
    _decide(case)
    needs_request(case.store, case.task)


def _accept(case: _Case) -> None:
    _decide(case)
    if tasks.last_event(case.store, Explanation, case.task.id) is None:
        raise Refused("explanation.none", field="explanation", number=case.task.number)


def _recall(case: _Case) -> None:
    _edit_unassigned(case) if case.task.state in UNASSIGNED else _decide(case)
    case.act.after_last_move(case.task)


def _edit(case: _Case) -> None:
    if case.task.state in UNASSIGNED:
        _edit_unassigned(case)
    else:
        rights.edit(case.office, case.who, case.task, case.day)
    case.act.after_assignment(case.task)


def _chase(case: _Case) -> None:
    rights.chase(case.office, case.who, case.task, case.day)
    case.act.after_assignment(case.task)


def _hand_over(case: _Case) -> None:
    """To somebody at least: whom the actor may not give it to is told once a name is typed."""
    if case.who == case.task.owner:
        raise Refused("rights.own_task", number=case.task.number)
    everybody = [each.id for each in officials.every(case.store)]
    where = office.view(case.store, case.who, case.task.owner, case.task.assigner, *everybody)
    refused: Refused | None = None
    for to in everybody:
        if to == case.task.owner or not where.serves(to, case.day):
            continue
        try:
            rights.hand_over(where, case.who, case.task, to, case.day)
        except Refused as error:
            refused = error if refused is None or to != case.who else refused
        else:
            case.act.after_last_move(case.task)
            return
    raise refused or Refused("rights.may_not_hand_over", field="to", number=case.task.number)


_STEPS: dict[Verb, Step] = {
    **{verb: Step(verb.value) for verb in Verb if verb is not Verb.ACCEPT},
    Verb.ACCEPT: Step.EXPLAIN,
}
"""The step of the workflow that a verb makes."""
_CHECKS: dict[Verb, Callable[[_Case], None]] = {
    Verb.PROPOSE: _propose,
    Verb.ASSIGN: _assign,
    Verb.REFUSE: _refuse,
    Verb.START: _move_work,
    Verb.PROGRESS: _other_work,
    Verb.SUBMIT: _move_work,
    Verb.CONFIRM: _decide_move,
    Verb.RETURN: _decide_move,
    Verb.INSIST: _decide_move,
    Verb.DECLINE: _move_work,
    Verb.ASK: _ask,
    Verb.EXTEND: _approve,
    Verb.REJECT: _reject,
    Verb.HAND_OVER: _hand_over,
    Verb.CHASE: _chase,
    Verb.PAUSE: _decide_move,
    Verb.RESUME: _decide_move,
    Verb.RECALL: _recall,
    Verb.EDIT: _edit,
    Verb.ANSWER: _answer,
    Verb.EXPLAIN: _other_work,
    Verb.ACCEPT: _accept,
    Verb.FILE: _other_work,
}
