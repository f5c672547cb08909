"""Who may do what to a task: the table "Who may" of design.md §2, line by line. Pure; imports domain only.

Each function tells in which capacity the actor acts, or raises Refused with the rule. What a clerk does for an owner
or an assigner is done on `behalf` of that person: the entry names both. No right overrides rule 3: nobody decides
their own task.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.errors import Refused
from tracker.domain.officials import OfficialId, Right, Standing
from tracker.domain.text import fold

if TYPE_CHECKING:
    from tracker.domain.events import Coordination
    from tracker.domain.officials import Appointment
    from tracker.domain.standing import Office
    from tracker.domain.tasks import Task
    from tracker.domain.units import UnitId


class Capacity(StrEnum):
    """As what a decision is taken."""

    ASSIGNER = "assigner"
    IN_PLACE = "in_place"
    """In the assigner's place: the head of the assigner's unit or of one above."""
    SUPERIOR = "superior"
    """The superior's decision, recorded from a document by a deputy or clerk of the office."""


class Assignment(NamedTuple):
    """Who gives the task: an official of the office, or the superior by name."""

    assigner: OfficialId | None
    superior: str | None


# --- assigning --------------------------------------------------------------------------------------------------------


def may_assign(office: Office, who: OfficialId, owner: OfficialId, day: date, field: str | None) -> bool:
    """Whether `who` may give `owner` a task of that field: head and deputies of a unit, to the people of it and of
    those below it.

    Never to oneself; a deputy never to the unit's head, and within the own field where both deputy and task have one.
    """
    return assigning_post(office, who, owner, day, field) is not None


def assigning_post(
    office: Office, who: OfficialId, owner: OfficialId, day: date, field: str | None
) -> Appointment | None:
    """The post by which `who` may give `owner` a task of that field; None where there is none."""
    if who == owner:
        return None
    line = office.line(office.unit_of(owner, day))
    for post in office.posts_on(who, day):
        if post.unit not in line:
            continue
        if post.standing is Standing.HEAD:
            return post
        if (
            post.standing is Standing.DEPUTY
            and not office.stands(owner, Standing.HEAD, post.unit, day)
            and in_field(post.field, field)
        ):
            return post
    return None


def in_field(own: str | None, field: str | None) -> bool:
    """Whether a task's field is among a deputy's, which are parted by `;` or `,`. True where either has none."""
    if not own or not field:
        return True
    return fold(field) in {fold(part) for part in own.replace(";", ",").split(",")}


def assignment(
    office: Office,
    actor: OfficialId,
    owner: OfficialId,
    day: date,
    *,
    field: str | None,
    assigner: OfficialId | None,
    superior: str | None,
    documented: bool,
) -> Assignment | None:
    """Who gives the task if the actor assigns it, or records its assignment from a document; None where the actor may
    only propose.

    Raises Refused for what cannot be assigned at all: to oneself, by someone who may not, to the office's head without
    a superior.
    """
    if office.is_office_head(owner, day):
        return _from_superior(office, actor, owner, day, assigner, superior, documented)
    if superior is not None:
        raise Refused("rights.superior_only_for_head", field="superior")
    if assigner is not None and assigner == owner:
        raise Refused("rights.to_oneself", field="assigner")
    if assigner is None:
        return Assignment(actor, None) if may_assign(office, actor, owner, day, field) else None
    if not may_assign(office, assigner, owner, day, field):
        raise Refused("rights.assigner_may_not", field="assigner")
    recorded = assigner == actor or (documented and office.is_clerk(actor, office.unit_of(assigner, day)))
    return Assignment(assigner, None) if recorded else None


def approval(office: Office, actor: OfficialId, task: Task, day: date, *, documented: bool) -> Assignment:
    """Who gives a draft or proposal: the actor, who then stands for it, or the named assigner or superior whose
    document is recorded.

    Raises Refused "rights.to_oneself", "rights.may_not_assign" and those of `assignment`.
    """
    assert task.owner is not None, "only a draft has no owner"
    if actor == task.owner:
        raise Refused("rights.to_oneself", field="owner")
    if task.superior is None and may_assign(office, actor, task.owner, day, task.field):
        return Assignment(actor, None)
    given = assignment(
        office,
        actor,
        task.owner,
        day,
        field=task.field,
        assigner=task.assigner,
        superior=task.superior,
        documented=documented,
    )
    if given is None:
        raise Refused("rights.may_not_assign", field="owner", number=task.number)
    return given


def refuse_proposal(office: Office, actor: OfficialId, task: Task, day: date) -> Capacity:
    """Send a proposal back to its author: who may assign it, the named assigner or a head above; for the office's head
    the superior.

    Never the owner. Raises Refused "rights.own_task", "rights.superior_decides", "rights.may_not_assign".
    """
    if actor == task.owner:
        raise Refused("rights.own_task", number=task.number)
    if superior_decides(office, task, day):
        return _as_superior(office, actor, task, day)
    capacity = _as_assigner(office, actor, task, day)
    if capacity is None and not (task.owner and may_assign(office, actor, task.owner, day, task.field)):
        raise Refused("rights.may_not_assign", field="owner", number=task.number)
    return capacity or Capacity.IN_PLACE


def _from_superior(
    office: Office,
    actor: OfficialId,
    owner: OfficialId,
    day: date,
    assigner: OfficialId | None,
    superior: str | None,
    documented: bool,
) -> Assignment | None:
    if assigner is not None or superior is None:
        raise Refused("rights.head_needs_superior", field="superior")
    recorded = documented and actor != owner and records_superior(office, actor, day)
    return Assignment(None, superior) if recorded else None


def records_superior(office: Office, actor: OfficialId, day: date) -> bool:
    """Whether the actor records what the superior decided about the office head's own tasks: a deputy or clerk of the
    office.
    """
    return office.stands(actor, Standing.DEPUTY, office.root, day) or office.is_clerk(actor, office.root)


def hand_over(office: Office, actor: OfficialId, task: Task, to: OfficialId, day: date) -> Capacity:
    """Who could have given the task to the new owner may hand it over: the assigner, a head above, head or deputy of
    the present owner.

    From or to the head of the office only the superior decides. Never to oneself, never one's own task.
    """
    if actor == to:
        raise Refused("rights.to_oneself", field="to")
    if actor == task.owner:
        raise Refused("rights.own_task", number=task.number)
    if superior_decides(office, task, day) or office.is_office_head(to, day):
        return _as_superior(office, actor, task, day)
    assert task.owner is not None, "only a draft has no owner"
    assigner = _as_assigner(office, actor, task, day)
    holds = assigner or may_assign(office, actor, task.owner, day, task.field)
    if not (holds and may_assign(office, actor, to, day, task.field)):
        raise Refused("rights.may_not_hand_over", field="to", number=task.number)
    return assigner or Capacity.IN_PLACE


# --- deciding ---------------------------------------------------------------------------------------------------------


def decide(office: Office, actor: OfficialId, task: Task, day: date) -> Capacity:
    """Confirm, return, decide an extension, pause, resume, recall: the assigner, or in the assigner's place a head
    above.

    Never the owner, never a clerk as such. Raises Refused "rights.own_task", "rights.superior_decides",
    "rights.assigner_decides", "rights.no_post".
    """
    if actor == task.owner:
        raise Refused("rights.own_task", number=task.number)
    if superior_decides(office, task, day):
        return _as_superior(office, actor, task, day)
    capacity = _as_assigner(office, actor, task, day)
    if capacity:
        return capacity
    if task.assigner is None and records_superior(office, actor, day):
        return Capacity.SUPERIOR
    if actor == task.assigner:
        raise Refused("rights.no_post", day=day)
    raise Refused("rights.assigner_decides", number=task.number)


def superior_decides(office: Office, task: Task, day: date) -> bool:
    """Whether only a superior decides about the task, as about the office head's own."""
    return office.is_office_head(task.owner, day)


def _as_superior(office: Office, actor: OfficialId, task: Task, day: date) -> Capacity:
    if not records_superior(office, actor, day):
        raise Refused("rights.superior_decides", number=task.number)
    return Capacity.SUPERIOR


def _as_assigner(office: Office, actor: OfficialId, task: Task, day: date) -> Capacity | None:
    if task.assigner is not None and actor == task.assigner and office.serves(actor, day):
        return Capacity.ASSIGNER
    unit = None if task.assigner is None else office.unit_of(task.assigner, day)
    return Capacity.IN_PLACE if office.heads_line(actor, unit, day) else None


def exceed_extensions(office: Office, actor: OfficialId, task: Task, capacity: Capacity, day: date) -> None:
    """More extensions than the setting allows: only the head of the office, or the superior about the head's own
    task.
    """
    if capacity is not Capacity.SUPERIOR and not office.is_office_head(actor, day):
        raise Refused("extension.limit", number=task.number, extensions=task.extensions)


# --- working, editing, chasing, answering -----------------------------------------------------------------------------


def work(office: Office, actor: OfficialId, task: Task, day: date) -> OfficialId:
    """Start, progress, submit, decline, ask, explain: the owner, or a clerk of the owner's unit. Returns the owner,
    for whom it is done.
    """
    assert task.owner is not None, "only a draft has no owner"
    if actor == task.owner:
        serve(office, actor, day)
    elif not office.is_clerk(actor, office.unit_of(task.owner, day)):
        raise Refused("rights.owner_works", number=task.number)
    return task.owner


def serve(office: Office, actor: OfficialId, day: date) -> None:
    """Draft and propose: any official who holds a post that day, and whoever was given a right."""
    if not office.serves(actor, day) and not any(office.has(actor, right) for right in Right):
        raise Refused("rights.no_post", day=day)


def edit(office: Office, actor: OfficialId, task: Task, day: date) -> OfficialId:
    """Edit an assigned task: the assigner or a clerk of the assigner's unit, never the owner. Returns for whom it is
    done.
    """
    if actor == task.owner:
        raise Refused("rights.own_task", number=task.number)
    if task.assigner is None or superior_decides(office, task, day):
        if records_superior(office, actor, day):
            return actor
    elif actor == task.assigner or office.is_clerk(actor, office.unit_of(task.assigner, day)):
        return task.assigner
    raise Refused("rights.assigner_edits", number=task.number)


def edit_unassigned(office: Office, actor: OfficialId, task: Task, author: OfficialId | None, day: date) -> OfficialId:
    """Edit, propose or recall a draft or proposal: who wrote it down, who may assign it, the named assigner, a clerk
    of theirs.
    """
    if actor in (author, task.assigner):
        return actor
    if task.owner is not None and may_assign(office, actor, task.owner, day, task.field):
        return actor
    unit = None if task.assigner is None else office.unit_of(task.assigner, day)
    if office.is_clerk(actor, unit):
        return task.assigner or actor
    raise Refused("rights.author_edits", number=task.number)


def chase(office: Office, actor: OfficialId, task: Task, day: date) -> None:
    """Chase: the assigner, and heads, deputies and clerks of the office's Văn phòng, who decide nothing."""
    if actor == task.assigner:
        return
    if superior_decides(office, task, day) and records_superior(office, actor, day):
        return
    central = office.central_units
    leads = any(post.unit in central and post.standing is not Standing.MEMBER for post in office.posts_on(actor, day))
    if not leads and not any(office.is_clerk(actor, unit) for unit in central):
        raise Refused("rights.may_not_chase", number=task.number)


def answer(office: Office, actor: OfficialId, coordination: Coordination, number: str, day: date) -> OfficialId:
    """A co-ordinator's part: that co-ordinator, or a clerk of that unit. Returns for whom it is done (a part kept as
    words: the clerk).
    """
    official = coordination.official
    if official is not None and actor == official:
        return official
    if not office.is_clerk(actor, None if official is None else office.unit_of(official, day)):
        raise Refused("rights.coordinator_answers", number=number, coordinator=coordination.name)
    return actor if official is None else official


# --- the office -------------------------------------------------------------------------------------------------------


def keep_people(office: Office, actor: OfficialId, day: date) -> None:
    """Units, officials, import, letterheads: head of the office, administrator, clerk of the office."""
    if not (governs(office, actor, day) or office.is_clerk(actor, office.root)):
        raise Refused("rights.people")


def keep_settings(office: Office, actor: OfficialId, day: date) -> None:
    """Settings, calendar, rights, restore: head of the office, administrator."""
    if not governs(office, actor, day):
        raise Refused("rights.settings")


def issue(office: Office, actor: OfficialId, unit: UnitId, day: date) -> None:
    """Give a report number and day: a clerk of the unit whose sheet it is, its head, or the head of the office."""
    leads = office.heads_line(actor, unit, day)
    if not (leads or governs(office, actor, day) or office.is_clerk(actor, unit)):
        raise Refused("rights.issues")


def governs(office: Office, actor: OfficialId, day: date) -> bool:
    """Whether the actor is the head of the office or an administrator."""
    return office.is_office_head(actor, day) or office.has(actor, Right.ADMINISTRATOR)
