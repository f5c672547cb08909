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

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracker.store import engine

if TYPE_CHECKING:
    from tracker.domain.officials import Actor, OfficialId
    from tracker.store.tables import Scalar
    from tracker.store.writing import Change, Changes, Transaction

__all__ = ["Change", "Changes", "Store"]

FILE = "tracker.sqlite3"


class Store:
    """An open data folder. Made by `tracker.store.folder.open_folder` or `create_folder`; closed by its owner."""

    def __init__(self, folder: Path, connection: engine.Connection) -> None:
        self.folder = folder
        self.path = folder / FILE
        self.connection = connection
        self._listeners: list[Callable[[Changes], None]] = []
        self._open: Transaction | None = None

    def close(self) -> None:
        """Close the file. A store is not used afterwards."""
        self.connection.close()

    def listen(self, listener: Callable[[Changes], None]) -> None:
        """Have every commit of this store told."""
        self._listeners.append(listener)

    def rows(self, sql: str, parameters: tuple[Scalar, ...] | Mapping[str, Scalar] = ()) -> list[Any]:
        """Rows of a query, what this transaction saved included. Used in store/ only. Raises Damaged or Unavailable."""
        if self._open is not None:
            self._open.flush()
        with engine.guarded(self.path):
            return self.connection.execute(sql, parameters).fetchall()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Several queries that see one state of the file. Kept short: a reader makes a commit wait (design.md §3)."""
        if self.connection.in_transaction:
            yield
            return
        with engine.guarded(self.path):
            self.connection.execute("BEGIN")
        try:
            yield
        finally:
            engine.roll_back(self.connection)

    @contextmanager
    def change(
        self,
        actor: Actor | None,
        verb: str,
        reason: str | None = None,
        *,
        on: date | None = None,
        behalf: OfficialId | None = None,
        basis: str | None = None,
        basis_on: date | None = None,
    ) -> Iterator[Change]:
        """One action: a transaction that saves records and appends their journal entries, or does nothing.

        `on` is the declared day, by default the actor's today. `actor` is None only where the program itself writes
        (birth, migration).
        Inside another change it joins that one's transaction and number. Raises Damaged, Unavailable, and whatever
        the block raises.
        """
        from tracker.store.writing import Change, Transaction, heading_of

        outer = self._open
        transaction = outer or Transaction(self, actor)
        done = Change(transaction, heading_of(actor, transaction, verb, reason, on, behalf, basis, basis_on))
        if outer is not None:
            yield done
            return
        self._open = transaction
        try:
            yield done
            with engine.guarded(self.path):
                transaction.commit()
        except BaseException:
            transaction.roll_back()
            raise
        finally:
            self._open = None
        for listener in self._listeners:
            listener(done.done)


def __getattr__(name: str) -> Any:
    """`Change` and `Changes` when first asked for: who only reads does not load what writes."""
    if name not in ("Change", "Changes"):
        raise AttributeError(name)
    from tracker.store import writing

    return getattr(writing, name)
