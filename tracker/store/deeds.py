"""What was done lately, one row an action, the newest first; and which of it a person's Ctrl+Z and Ctrl+Y mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tracker.domain.officials import OfficialId
    from tracker.store.store import Store

UNDO = "undo"


class Done(NamedTuple):
    """An action."""

    action: int
    at: str
    """Recording time, UTC, ISO."""
    declared_on: str
    actor: int | None
    behalf: int | None
    verb: str
    reason: str | None
    task: int | None
    """The first task it changed; None for none."""
    tasks: int
    """How many tasks it changed."""
    undone_by: int | None
    """The action that undid it, if that stands."""


def recent(store: Store, limit: int, actor: OfficialId | None = None) -> list[Done]:
    """The last actions, of one official or of all; undoings are told at what they undid."""
    found: list[Done] = []
    below = _last(store) + 1
    while len(found) < limit:
        numbers = _before(store, below, limit, actor)
        if not numbers:
            return found
        found += [done for number in numbers if (done := _done(store, number)).verb != UNDO]
        below = numbers[-1]
    return found[:limit]


def last_standing(store: Store, actor: OfficialId) -> int | None:
    """The newest action of an official that stands and undoes nothing: what Ctrl+Z means."""
    sql = (
        "SELECT action FROM journal WHERE actor = ? AND verb <> 'undo'"
        " AND action NOT IN (SELECT id FROM undone_action WHERE undone = 0) ORDER BY action DESC LIMIT 1"
    )
    found = store.rows(sql, (actor,))
    return int(found[0][0]) if found else None


def last_undoing(store: Store, actor: OfficialId) -> int | None:
    """The newest undoing by an official that still stands, if nothing new was done since: what Ctrl+Y takes back."""
    sql = (
        "SELECT u.undone_by FROM undone_action u WHERE u.undone = 0"
        " AND NOT EXISTS (SELECT 1 FROM journal j WHERE j.action = u.id AND j.verb = 'undo')"
        " AND EXISTS (SELECT 1 FROM journal j WHERE j.action = u.undone_by AND j.actor = ?)"
        " ORDER BY u.undone_by DESC LIMIT 1"
    )
    found = store.rows(sql, (actor,))
    if not found:
        return None
    newer = store.rows(
        "SELECT 1 FROM journal WHERE action > ? AND actor = ? AND verb <> 'undo' LIMIT 1", (found[0][0], actor)
    )
    return None if newer else int(found[0][0])


def undone_by(store: Store, action: int) -> int | None:
    """The action that an undoing undid."""
    found = store.rows("SELECT id FROM undone_action WHERE undone_by = ? ORDER BY id DESC LIMIT 1", (action,))
    return int(found[0][0]) if found else None


def one(store: Store, action: int) -> Done:
    """One action by its number."""
    return _done(store, action)


def _last(store: Store) -> int:
    return int(store.rows("SELECT coalesce(max(action), 0) FROM journal")[0][0])


def _before(store: Store, below: int, limit: int, actor: OfficialId | None) -> list[int]:
    """Numbers of actions, the newest first. Walked by the index: an import has thousands of entries in one action."""
    found: list[int] = []
    mine = "" if actor is None else " AND actor = ?"
    while len(found) < limit:
        parameters = (below,) if actor is None else (below, actor)
        sql = f"SELECT action FROM journal WHERE action < ?{mine} ORDER BY action DESC LIMIT 1"
        rows = store.rows(sql, parameters)
        if not rows:
            break
        below = int(rows[0][0])
        found.append(below)
    return found


def _done(store: Store, action: int) -> Done:
    at, declared_on, actor, behalf, verb, reason = store.rows(
        "SELECT at, declared_on, actor, behalf, verb, reason FROM journal WHERE action = ?"
        " ORDER BY verb = 'clock.backwards', seq LIMIT 1",
        (action,),
    )[0]
    first, count = store.rows(
        "SELECT min(CAST(record AS INTEGER)), count(DISTINCT record) FROM journal WHERE action = ? AND kind = 'task'",
        (action,),
    )[0]
    undone = store.rows("SELECT undone_by FROM undone_action WHERE id = ? AND undone = 0", (action,))
    task, by = _task_of(store, action, first), undone[0][0] if undone else None
    return Done(action, at, declared_on, actor, behalf, verb, reason, task, count, by)


def _task_of(store: Store, action: int, first: int | None) -> int | None:
    """The task an action is about, also where it only wrote an event of it."""
    if first is not None:
        return first
    for kind, record in store.rows("SELECT kind, record FROM journal WHERE action = ? ORDER BY seq LIMIT 3", (action,)):
        if kind in _OF_TASKS:
            found = store.rows(f"SELECT task FROM {kind} WHERE id = ?", (int(record),))
            return found[0][0] if found else None
    return None


_OF_TASKS = frozenset(
    ("coordination", "progress", "submission", "extension", "hand_over", "pause", "decline", "chase", "explanation")
) | {"evidence"}
