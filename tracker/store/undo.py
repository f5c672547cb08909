"""Undoing an action: its compensating change is appended, nothing is taken out of the journal.

Changed fields get their old values back. A record the action made stays and is marked undone; a task so marked is
recalled with the
reason "hoàn tác" and leaves every count (design.md §2.5, §2.6).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tracker.domain.errors import Refused
from tracker.domain.settings import UndoneAction
from tracker.store import journal, moves
from tracker.store.tables import Scalar, table

if TYPE_CHECKING:
    from tracker.store import Store
    from tracker.store.writing import Change

REASON = "hoàn tác"
_FIRST = frozenset({"birth", "init", "restore"})


def undo(store: Store, change: Change, action: int) -> None:
    """Append the compensating change of a whole action to `change` (whose verb is "undo").

    Raises Refused "undo.unknown", "undo.already", "undo.first", "undo.stands_on" (naming the action that came after).
    """
    if action == change.action:
        raise Refused("undo.unknown", field="action", action=action)
    entries = undoable(store, action)
    for entry in reversed(entries):
        if entry.kind not in ("clock", "restore", "number_series"):
            _compensate(store, change, entry)
    change.save(_undone(store, action, change.action))
    for task in _tasks(entries):
        change.rebuild_moves(task)


def undoable(store: Store, action: int) -> list[journal.Entry]:
    """The entries of an action that can be undone. Raises Refused as `undo` does."""
    entries = journal.of_action(store, action)
    if not entries:
        raise Refused("undo.unknown", field="action", action=action)
    if action in moves.undone_actions(store):
        raise Refused("undo.already", field="action", action=action)
    if any(entry.verb in _FIRST for entry in entries):
        raise Refused("undo.first", field="action", action=action)
    _nothing_after(store, action)
    return entries


def later_action(store: Store, action: int) -> int | None:
    """The first action after this one that changed one of its records and still stands; None where nothing stands on
    it."""
    found = store.rows(
        "SELECT min(later.action) FROM journal later"
        " JOIN journal mine ON mine.kind = later.kind AND mine.record = later.record"
        " WHERE mine.action = ? AND later.action > ? AND later.verb <> 'undo'"
        " AND mine.kind NOT IN ('number_series', 'clock', 'restore')"
        " AND later.action NOT IN (SELECT id FROM undone_action WHERE undone = 0)",
        (action, action),
    )[0][0]
    return found if found is not None else _referring(store, action)


def _referring(store: Store, action: int) -> int | None:
    """The first later action that uses an official or unit made by this one."""
    made = [
        entry for entry in journal.of_action(store, action) if entry.kind in _USES and '"version":1' in entry.changes
    ]
    found: list[int] = []
    for entry in made:
        for kind, column in _USES[entry.kind]:
            sql = (
                f"SELECT min(j.action) FROM {kind} r JOIN journal j ON j.kind = ? AND j.record = CAST(r.id AS TEXT)"
                f" WHERE r.{column} = ? AND r.undone = 0 AND j.action > ?"
            )
            number = store.rows(sql, (kind, int(entry.record), action))[0][0]
            found += [number] if number is not None else []
    return min(found, default=None)


_USES: dict[str, tuple[tuple[str, str], ...]] = {
    "unit": (("unit", "parent"), ("appointment", "unit"), ("right_granted", "unit")),
    "official": (
        ("appointment", "official"),
        ("right_granted", "official"),
        ("task", "owner"),
        ("task", "assigner"),
        ("coordination", "official"),
    ),
    "task": (("task", "parent"),),
}


def _nothing_after(store: Store, action: int) -> None:
    later = later_action(store, action)
    if later is not None:
        raise Refused("undo.stands_on", field="action", action=action, later=later)


def _compensate(store: Store, change: Change, entry: journal.Entry) -> None:
    record = _present(store, entry)
    before = entry.change
    if all(isinstance(pair, list) for pair in before.values()):
        old: dict[str, Any] = {
            name: pair[0] for name, pair in before.items() if isinstance(pair, list) and name != "version"
        }
        change.save(_with(entry.kind, record, old))
    else:
        gone: dict[str, Any] = {"undone": 1}
        if entry.kind == "task":
            gone |= {"state": "recalled", "recalled_on": change.declared_on.isoformat(), "recall_reason": REASON}
        change.save(_with(entry.kind, record, gone))


def _present(store: Store, entry: journal.Entry) -> Any:
    of = table(entry.kind)
    return of.of(store.rows(f"{of.select_record} WHERE CAST(id AS TEXT) = ?", (entry.record,))[0])


def _with(kind: str, record: Any, columns: dict[str, Scalar]) -> Any:
    """The record with some columns set, as its table holds them."""
    of = table(kind)
    row = [columns.get(name, value) for name, value in zip(of.columns, of.row(record), strict=True)]
    return of.of(tuple(row))


def _undone(store: Store, action: int, by: int) -> UndoneAction:
    of = table("undone_action")
    found = store.rows(f"{of.select_record} WHERE id = ?", (action,))
    return replace(of.of(found[0]), undone_by=by, undone=False) if found else UndoneAction(id=action, undone_by=by)


def _tasks(entries: list[journal.Entry]) -> list[int]:
    return sorted({int(entry.record) for entry in entries if entry.kind == "task"})
