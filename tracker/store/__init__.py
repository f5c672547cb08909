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

from tracker.store.store import Change, Changes, Store

__all__ = ["Change", "Changes", "Store"]
