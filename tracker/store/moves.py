"""What each task was after every event that moved it: state, owner, deadline, submission.

A projection of the journal, kept because figures of any past day are read from it. `verify` makes it again and
compares.
Undoing an action takes its moves away: figures follow the events that stand.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from tracker.store.tables import Scalar

if TYPE_CHECKING:
    from tracker.store import Store

MOVING = ("state", "owner", "due_on", "submitted_on")
UNDO = "undo"
INSERT = "INSERT INTO task_move (seq, task, day, state, owner, due_on, submitted_on) VALUES (?, ?, ?, ?, ?, ?, ?)"
Move = tuple[int, int, str, str, Scalar, Scalar, Scalar]


def move(seq: int, day: str, verb: str, before: Sequence[Scalar] | None, after: Sequence[Scalar]) -> Move | None:
    """The move that a saved task makes, or None: drafts and proposals do not move, and an undo takes moves away
    instead.

    `before` and `after` are the task's id and its `MOVING` columns.
    """
    if verb == UNDO or after[1] in ("draft", "proposed") or after == before:
        return None
    number, state, owner, due_on, submitted_on = after
    return (seq, int(number or 0), day, str(state), owner, due_on, submitted_on)


def rebuilt(rows: Iterable[tuple[int, int, str, str, str]], undone: frozenset[int]) -> list[Move]:
    """The moves of one task from its journal rows (seq, action, declared_on, verb, changes) and the actions that are
    undone."""
    state: dict[str, Scalar] = {}
    found = []
    for seq, action, day, verb, changes in rows:
        before = _values(state) if state else None
        apply(state, json.loads(changes))
        made = move(seq, day, verb, before, _values(state))
        if made and action not in undone:
            found.append(made)
    return found


def _values(state: Mapping[str, Scalar]) -> tuple[Scalar, ...]:
    return (state["id"], *(state[name] for name in MOVING))


def apply(state: dict[str, Scalar], change: Mapping[str, Scalar | list[Scalar]]) -> None:
    """Bring a record's state forward by one entry."""
    if state:
        for name, pair in change.items():
            state[name] = pair[1]  # type: ignore[index]  # an update holds [old, new]
    else:
        state.update(change)  # type: ignore[arg-type]  # a creation holds plain values


def undone_actions(store: Store) -> frozenset[int]:
    """Numbers of the actions whose undoing stands."""
    return frozenset(number for (number,) in store.rows("SELECT id FROM undone_action WHERE undone = 0"))


def rebuild(store: Store, task: int) -> list[Move]:
    """The moves of one task, made again from the journal."""
    rows = store.rows(
        "SELECT seq, action, declared_on, verb, changes FROM journal WHERE kind = 'task' AND record = ? ORDER BY seq",
        (str(task),),
    )
    return rebuilt(rows, undone_actions(store))
