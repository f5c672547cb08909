"""Undoing a whole action: who did it, that day, while nothing stands on it; later only the head of the office, with a
reason.

Undoing a creation is a recall with the reason "hoàn tác" that leaves every count (design.md §2.5). Imports domain and
store.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Unpack

from tracker.actions.acting import Act, Said, acting
from tracker.domain import declared, events
from tracker.domain.errors import Refused
from tracker.domain.tasks import TaskId
from tracker.store import journal, moves, settings, tasks
from tracker.store import undo as compensation

if TYPE_CHECKING:
    from tracker.domain.officials import Actor
    from tracker.store import Changes, Store
    from tracker.store.journal import Entry

OWN_WORK = frozenset(
    {
        "task.start",
        "task.progress",
        "task.submit",
        "task.decline",
        "extension.ask",
        "lateness.explain",
        "evidence.add",
        "coordination.answer",
    }
)
"""Verbs that decide nothing about a task: the head of the office may undo these, recorded by a clerk, even of own
tasks.
"""


def undo(store: Store, actor: Actor, action: int, **said: Unpack[Said]) -> Changes:
    """Undo the action of that number in the journal.

    Raises Refused "undo.unknown", "undo.already", "undo.first", "undo.stands_on", "undo.not_yours", "reason.missing",
    "rights.own_task".
    """
    with acting(store, actor, "undo", said) as act:
        entries = journal.of_action(store, action)
        if not entries:
            raise Refused("undo.unknown", field="action", action=action)
        _may(act, entries, action)
        _nothing_stands_on(act, entries, action)
        compensation.undo(store, act.change, action)
        declared.follows(act.on, _declared(entries), str(action))
    return act.done


def refusal(store: Store, actor: Actor, action: int, reason: str | None = None) -> Refused | None:
    """What stands in the way of undoing an action, with this reason; None where nothing does. Nothing is written."""
    act = Act(store, actor, {"reason": reason})
    try:
        with store.reading():
            entries = compensation.undoable(store, action)
            _may(act, entries, action)
            _nothing_stands_on(act, entries, action)
            declared.follows(act.on, _declared(entries), str(action))
    except Refused as refused:
        return refused
    return None


def _declared(entries: list[Entry]) -> date:
    return max(date.fromisoformat(entry.declared_on) for entry in entries)


def _may(act: Act, entries: list[Entry], action: int) -> None:
    """That day is the declared day or the day of recording, so that a backdated action can be undone on the day it was
    typed.
    """
    recorded = datetime.fromisoformat(entries[0].at).astimezone().date()
    if entries[0].actor == act.who and (act.actor.today == _declared(entries) or recorded == _recording_day(act)):
        return
    if not act.office().is_office_head(act.who, act.on):
        raise Refused("undo.not_yours", field="action", action=action)
    act.needs_reason()
    _not_own(act, entries)


def _recording_day(act: Act) -> date:
    """The day on which what is typed today is recorded: that of the machine where the sample's own day stands still."""
    today = act.actor.today
    return act.actor.clock().astimezone().date() if settings.sample_day(act.store) == today else today


def _not_own(act: Act, entries: list[Entry]) -> None:
    """No right overrides rule 3: the head of the office does not undo what others decided about the head's own task."""
    if entries[0].actor == act.who or any(entry.verb == "import" for entry in entries):
        return
    for entry in entries:
        if entry.kind == "task" and entry.verb not in OWN_WORK:
            task = act.task(TaskId(int(entry.record)))
            if task.owner == act.who:
                raise Refused("rights.own_task", number=task.number)


def _nothing_stands_on(act: Act, entries: list[Entry], action: int) -> None:
    """Events that leave the task's row as it is (an answer, an explanation, a request) stand on what was done before
    too.
    """
    gone = moves.undone_actions(act.store)
    for number in sorted({int(entry.record) for entry in entries if entry.kind == "task"}):
        for kind in events.OF_A_TASK:
            found: list[Any] = tasks.events(act.store, kind, TaskId(number))
            for event in found:
                _not_later(act, kind, event.id, action, gone)


def _not_later(act: Act, kind: type[Any], event: int, action: int, gone: frozenset[int]) -> None:
    from tracker.store.tables import kind_of

    for entry in journal.of_record(act.store, kind_of(kind), event):
        if entry.action > action and entry.verb != "undo" and entry.action not in gone:
            raise Refused("undo.stands_on", field="action", action=action, later=entry.action)
