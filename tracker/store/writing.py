"""A transaction under way: records saved with their journal entries, all of it written or nothing.

Loaded by the first `Store.change`: a command that only reads pays for none of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeVar

from tracker.domain.errors import Refused
from tracker.domain.records import changed
from tracker.store import engine, journal, moves
from tracker.store.tables import KINDS, Row, Scalar, Table, kind_of, table

if TYPE_CHECKING:
    from tracker.domain.officials import Actor, OfficialId
    from tracker.store import Store

R = TypeVar("R")
CLOCK_BACKWARDS = "clock.backwards"
"""Verb of the entry that says the machine's clock stood before that of the entry behind it. Its kind, `clock`, has no
table."""


@dataclass(frozen=True)
class Changes:
    """What an action changed: its number in the journal and the records, as (kind, id)."""

    action: int
    records: tuple[tuple[str, Scalar], ...]


def heading_of(
    actor: Actor | None,
    transaction: Transaction,
    verb: str,
    reason: str | None,
    on: date | None,
    behalf: OfficialId | None,
    basis: str | None,
    basis_on: date | None,
) -> Heading:
    who = actor.official if actor else None
    day = on or (actor.today if actor else date.fromisoformat(transaction.at[:10]))
    return Heading(
        actor=who,
        behalf=behalf if behalf != who else None,
        account=actor.account if actor else "",
        machine=actor.machine if actor else "",
        verb=verb,
        declared_on=day.isoformat(),
        reason=reason,
        basis=basis,
        basis_on=basis_on.isoformat() if basis_on else None,
    )


@dataclass(frozen=True)
class Heading:
    """What all entries of one action say alike."""

    actor: OfficialId | None
    behalf: OfficialId | None
    account: str
    machine: str
    verb: str
    declared_on: str
    reason: str | None
    basis: str | None
    basis_on: str | None


class Change:
    """An action under way. Records are saved through it; reads of the store see them at once."""

    def __init__(self, transaction: Transaction, heading: Heading) -> None:
        self._transaction = transaction
        self._heading = heading

    @property
    def action(self) -> int:
        """The number of this action in the journal."""
        return self._transaction.action

    @property
    def declared_on(self) -> date:
        """The day this action is declared for."""
        return date.fromisoformat(self._heading.declared_on)

    @property
    def done(self) -> Changes:
        """What has been saved so far."""
        return Changes(self._transaction.action, tuple(self._transaction.touched))

    def on(self, day: date, **heading: Any) -> Change:
        """The same action for an event of another day (an import tells of many), with other parts of the heading
        where given."""
        return Change(self._transaction, changed(self._heading, declared_on=day.isoformat(), **heading))

    def new_id(self, record: type[Any]) -> int:
        """The next free id of a kind of record."""
        return self._transaction.new_id(table(kind_of(record)))

    def save(self, record: R) -> R:
        """Save a new or changed record and return it with its new version.

        A record that equals the stored one is left alone. Raises Refused "store.changed_meanwhile" where the stored
        version is
        another than the one that was read.
        """
        return self._transaction.save(record, self._heading)

    def begin_chain(self, chain: str) -> None:
        """Give the journal its birth. Called once, before the first entry."""
        self._transaction.previous = journal.birth(chain)

    def note(self, kind: str, record: Scalar, facts: Mapping[str, Scalar]) -> None:
        """Append an entry that changes no record (a restore, a look at the clock)."""
        self._transaction.append(self._heading, kind, str(record), journal.encode(dict(sorted(facts.items()))))

    def rebuild_moves(self, task: int) -> None:
        """Make the moves of a task again from the journal (after an undo)."""
        self._transaction.rebuild_moves(task)


class Transaction:
    """The write lock, the chain's head, and the rows that wait to be written in one go."""

    def __init__(self, store: Store, actor: Actor | None) -> None:
        self.store = store
        self.connection = store.connection
        self.at = _machine_time(actor)
        with engine.guarded(store.path):
            self.connection.execute("BEGIN IMMEDIATE")
            self.seq, self.previous, last_action, last_at = self._head()
        self.action = last_action + 1
        self.touched: dict[tuple[str, Scalar], None] = {}
        self._stored: dict[tuple[str, Scalar], Row | None] = {}
        self._pending: dict[str, dict[Scalar, Row]] = {}
        self._entries: list[tuple[Scalar, ...]] = []
        self._moves: list[moves.Move] = []
        self._ids: dict[str, int] = {}
        self._written_up_to: dict[str, int] = {}
        if last_at > self.at:
            heading = heading_of(actor, self, CLOCK_BACKWARDS, None, None, None, None, None)
            self.append(heading, "clock", "0", journal.encode({"behind": last_at, "now": self.at}))

    def _head(self) -> tuple[int, str, int, str]:
        found = self.connection.execute(
            "SELECT seq, hash, action, at FROM journal ORDER BY seq DESC LIMIT 1"
        ).fetchone()
        return found or (0, "", 0, "")

    def new_id(self, of: Table) -> int:
        if of.kind not in self._ids:
            if of.kind in self._pending:
                self.flush()
            with engine.guarded(self.store.path):
                highest = self.connection.execute(f"SELECT coalesce(max(id), 0) FROM {of.kind}").fetchone()[0]
            self._ids[of.kind] = self._written_up_to[of.kind] = highest
        self._ids[of.kind] += 1
        return self._ids[of.kind]

    def row(self, of: Table, key: Scalar) -> Row | None:
        """The row as it stands now, in this transaction or in the file."""
        waiting = self._pending.get(of.kind, {}).get(key)
        if waiting is not None:
            return waiting
        if isinstance(key, int) and key > self._written_up_to.get(of.kind, key):
            return None  # an id given out by this transaction and not written yet: no need to look
        found = self.connection.execute(f"{of.select} WHERE id = ?", (key,)).fetchone()
        self._stored[of.kind, key] = found
        return found  # type: ignore[no-any-return]

    def save(self, record: R, heading: Heading) -> R:
        of = table(kind_of(type(record)))
        saved: Any = record
        key: Scalar = saved.id
        before = self.row(of, key)
        version = 0 if before is None else before[of.version_at]
        if saved.version != version:
            raise Refused("store.changed_meanwhile", kind=of.kind, record=str(key), by=self._last_writer(of.kind, key))
        after = of.row(saved)
        if before is not None and before == after:
            return record
        following = int(version or 0) + 1
        self._record(of, key, before, (*after[: of.version_at], following, *after[of.version_at + 1 :]), heading)
        return _at_version(record, following)

    def _record(self, of: Table, key: Scalar, before: Row | None, after: Row, heading: Heading) -> None:
        changes = _creation(of, after) if before is None else _update(of, before, after)
        self.append(heading, of.kind, str(key), changes)
        if of.kind == "task":
            moving = _moving(of)
            old = None if before is None else moving(before)
            made = moves.move(self.seq, heading.declared_on, heading.verb, old, moving(after))
            if made:
                self._moves.append(made)
        self._pending.setdefault(of.kind, {})[key] = after
        self.touched[of.kind, key] = None

    def append(self, heading: Heading, kind: str, record: str, changes: str) -> None:
        """Add an entry to the chain."""
        self.seq += 1
        row = (
            self.seq,
            self.action,
            self.at,
            heading.actor,
            heading.behalf,
            heading.account,
            heading.machine,
            heading.verb,
            heading.declared_on,
            heading.reason,
            heading.basis,
            heading.basis_on,
            kind,
            record,
            changes,
            self.previous,
        )
        self.previous = journal.hash_of(row)
        self._entries.append((*row, self.previous))

    def flush(self) -> None:
        """Write what waits. Called before every read and before the commit."""
        if not self._entries:
            return  # nothing is saved without an entry
        with engine.guarded(self.store.path):
            for kind in KINDS:
                self._flush(table(kind), self._pending.pop(kind)) if kind in self._pending else None
            self.connection.executemany(journal.INSERT, self._entries)
            if self._moves:
                self.connection.executemany(moves.INSERT, self._moves)
        self._entries, self._moves, self._stored = [], [], {}
        self._written_up_to = dict(self._ids)

    def _flush(self, of: Table, rows: dict[Scalar, Row]) -> None:
        new: list[Row] = []
        edited: dict[tuple[int, ...], list[Row]] = {}
        for key, row in rows.items():
            before = self._stored.get((of.kind, key))
            if before is None:
                new.append(row)
            else:
                places = tuple(place for place, value in enumerate(row) if value != before[place])
                edited.setdefault(places, []).append((*(row[place] for place in places), key))
        if new:
            self.connection.executemany(of.insert, new)
        for places, values in edited.items():
            self.connection.executemany(of.update(places), values)

    def rebuild_moves(self, task: int) -> None:
        self.flush()
        self.connection.execute("DELETE FROM task_move WHERE task = ?", (task,))
        self.connection.executemany(moves.INSERT, moves.rebuild(self.store, task))

    def commit(self) -> None:
        self.flush()
        self.connection.execute("COMMIT")

    def roll_back(self) -> None:
        engine.roll_back(self.connection)

    def _last_writer(self, kind: str, key: Scalar) -> str:
        found = self.connection.execute(
            "SELECT coalesce(o.name, '') FROM journal j LEFT JOIN official o ON o.id = j.actor"
            " WHERE j.kind = ? AND j.record = ? ORDER BY j.seq DESC LIMIT 1",
            (kind, str(key)),
        ).fetchone()
        return found[0] if found else ""


def _machine_time(actor: Actor | None) -> str:
    """The recording time in UTC. Only the program's own writes have no actor to bring a clock."""
    from datetime import datetime

    now = actor.clock() if actor else datetime.now(UTC)
    return now.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _at_version(record: R, version: int) -> R:
    """The record with another version. `dataclasses.replace` would run the constructor over all fields: half the cost
    of a save."""
    copy = object.__new__(type(record))
    copy.__dict__.update(record.__dict__, version=version)
    return copy


@cache
def _moving(of: Table) -> Callable[[Row], tuple[Scalar, ...]]:
    """Picks a task's id and moving columns out of its row."""
    return itemgetter(*(of.columns.index(name) for name in ("id", *moves.MOVING)))


def _creation(of: Table, after: Row) -> str:
    return journal.encode({name: after[place] for name, place in of.in_order})


def _update(of: Table, before: Row, after: Row) -> str:
    return journal.encode(
        {name: [before[place], after[place]] for name, place in of.in_order if before[place] != after[place]}
    )
