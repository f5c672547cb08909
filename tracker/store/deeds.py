"""What was done lately, one row an action, the newest first; and which of it a person's Ctrl+Z and Ctrl+Y mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tracker.domain.officials import OfficialId
    from tracker.store import Store

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
    """How many tasks it changed; of an import those of its first entries."""
    undone_by: int | None
    """The action that undid it, if that stands."""


def recent(store: Store, limit: int, actor: OfficialId | None = None) -> list[Done]:
    """The last actions, of one official or of all; undoings are told at what they undid."""
    found: list[Done] = []
    below = _last(store) + 1
    for _ in range(LOOKED_AT):
        rows = store.rows("SELECT action FROM journal WHERE action < ? ORDER BY action DESC LIMIT 1", (below,))
        if not rows or len(found) == limit:
            break
        below = int(rows[0][0])
        heading = _heading(store, below)
        if heading.verb != UNDO and actor in (None, heading.actor):
            found.append(_done(store, below, heading))
    return found


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
    return _done(store, action, _heading(store, action))


class _Heading(NamedTuple):
    at: str
    declared_on: str
    actor: int | None
    behalf: int | None
    verb: str
    reason: str | None


def _last(store: Store) -> int:
    found = store.rows("SELECT action FROM journal ORDER BY action DESC LIMIT 1")
    return int(found[0][0]) if found else 0


def _heading(store: Store, action: int) -> _Heading:
    """What the entries of an action say alike; that the clock ran backwards may stand before them."""
    rows = store.rows(
        "SELECT at, declared_on, actor, behalf, verb, reason FROM journal WHERE action = ? ORDER BY seq LIMIT 2",
        (action,),
    )
    headings = [_Heading(*row) for row in rows]
    return next((each for each in headings if each.verb != "clock.backwards"), headings[0])


def _done(store: Store, action: int, heading: _Heading) -> Done:
    tasks = _tasks(store, action)
    undone = store.rows("SELECT undone_by FROM undone_action WHERE id = ? AND undone = 0", (action,))
    first = tasks[0] if tasks else _task_of(store, action)
    return Done(action, *heading, task=first, tasks=len(tasks), undone_by=undone[0][0] if undone else None)


def _tasks(store: Store, action: int) -> list[int]:
    """The tasks an action changed, as far as its first entries tell."""
    sql = (
        "SELECT DISTINCT CAST(record AS INTEGER) FROM"
        " (SELECT kind, record FROM journal WHERE action = ? ORDER BY seq LIMIT ?) few WHERE kind = 'task' ORDER BY 1"
    )
    return [task for (task,) in store.rows(sql, (action, ENTRIES))]


def _task_of(store: Store, action: int) -> int | None:
    """The task that an action is about where it only wrote an event of it."""
    from tracker.store import many

    rows = store.rows("SELECT kind, record FROM journal WHERE action = ? ORDER BY seq LIMIT 3", (action,))
    found = (many.task_of(store, kind, record) for kind, record in rows)
    return next((task for task in found if task is not None), None)


LOOKED_AT = 2_000
"""Actions that are looked at for those of one person."""
ENTRIES = 2_000
"""Entries of one action that are looked at: an import writes hundreds of thousands."""
