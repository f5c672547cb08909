"""The data folder: schema and migrations, the journal, reading and writing records, evidence files, backup.

The only place with SQL. Imports domain. Every change goes through `Store.change`, which saves the new state of a
record *and*
appends its journal rows in one transaction:

    with store.change(actor, "task.submit", reason=None, on=day) as change:
        task = tasks.get(store, number)
        task = change.save(replace(task, state=TaskState.SUBMITTED, submitted_on=day))
        change.add(Submission(id=change.new_id(Submission), task=task.id, ...))
    return change.done

A refusal raised inside the block rolls everything back. A change opened inside another joins its transaction and its
action number,
so that many actions can be recorded as one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.store.store import Store

if TYPE_CHECKING:
    from tracker.store.writing import Change, Changes

__all__ = ["Change", "Changes", "Store"]


def __getattr__(name: str) -> Any:
    """`Change` and `Changes` when first asked for: who only reads does not load what writes."""
    if name not in ("Change", "Changes"):
        raise AttributeError(name)
    from tracker.store import writing

    return getattr(writing, name)
