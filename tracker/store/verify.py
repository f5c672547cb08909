"""Proof that the file holds what was recorded: the chain is recomputed and replayed, and every record and the schema
compared with it.

A change made outside the program is named, record and field. Entries are read in short reads up to the head; records
in batches,
each compared with the replay up to the head read in the same transaction, so that others may go on writing (design.md
§1).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from tracker.domain.errors import Damaged
from tracker.store import engine, journal, moves
from tracker.store.tables import KINDS, Scalar, table

if TYPE_CHECKING:
    from tracker.store import Store

Progress = Callable[[int, int], None]
_BATCH = 2_000
"""Rows of one read: few enough to stay in the processor's cache, which makes a tenth of the time."""
_LOG_ONLY = frozenset({"clock", "restore"})
"""Kinds of entries that tell of no record."""
_MOVING = frozenset(moves.MOVING)


@dataclass(frozen=True)
class Finding:
    """One thing that does not hold. `code` is worded by tracker.words: verify.altered, .missing, .foreign, .chain,
    .gap, .schema, .file."""

    code: str
    kind: str
    record: str
    field: str | None = None
    expected: Scalar = None
    found: Scalar = None


@dataclass(frozen=True)
class Verification:
    """What was checked and what was found."""

    entries: int
    head: str
    records: int
    files: int
    findings: tuple[Finding, ...]

    @property
    def whole(self) -> bool:
        """Whether everything holds."""
        return not self.findings


def verify(store: Store, progress: Progress | None = None, *, files: bool = True) -> Verification:
    """Check the schema, the journal's chain, every record against the replay, the moves, and the evidence files.

    `progress` is called with (entries done, entries in all). Raises Damaged where the file cannot be read at all,
    Unavailable.
    """
    with _unswept():
        try:
            return _verify(store, progress, files)
        except Damaged:
            # Once more, bytes that are no text included: it may name what is damaged.
            with engine.reading_any_text(store.connection):
                return _verify(store, progress, files)


def _verify(store: Store, progress: Progress | None, files: bool) -> Verification:
    replay = _Replay(store, progress)
    replay.findings.extend(_schema(store))
    replay.advance()
    for kind in KINDS:
        replay.compare(kind)
    replay.compare_moves()
    checked = list(_files(store)) if files else []
    replay.findings.extend(finding for finding in checked if finding)
    found = replay.findings + ([] if replay.findings else _engine_check(store))
    return Verification(replay.seq, replay.previous, replay.records, len(checked), tuple(found))


@contextmanager
def _unswept() -> Iterator[None]:
    """Without the cyclic collector: the replay keeps one list per record, and going through them again and again is a
    fifth of the time."""
    import gc

    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _schema(store: Store) -> Iterator[Finding]:
    from tracker.store import schema

    with engine.guarded(store.path):
        found = engine.schema_text(store.connection)
    expected = schema.expected()
    for name in sorted(found.keys() | expected.keys()):
        if found.get(name) != expected.get(name):
            yield Finding("verify.schema", "schema", name, None, expected.get(name), found.get(name))


def _engine_check(store: Store) -> list[Finding]:
    """Pages that no record of ours lies on."""
    with engine.guarded(store.path):
        wrong = engine.whole(store.connection)
    return [Finding("verify.file", "file", store.path.name, None, None, wrong)] if wrong else []


def _files(store: Store) -> Iterator[Finding | None]:
    from tracker.store import evidence

    for kind, column in _FILED:
        named = f"SELECT min(id), {column} FROM {kind} WHERE {column} IS NOT NULL GROUP BY {column} ORDER BY 1"
        for number, digest in store.rows(named):
            wrong = evidence.check(store.folder, digest)
            yield Finding(wrong.code, kind, str(number), column, digest, None) if wrong else None


_FILED = (("evidence", "sha256"), ("kept_report", "document"), ("kept_report", "paper"))
"""Columns that name a file by its hash."""


class _Kind:
    """The replayed records of one kind, values in the order of their sorted column names (as canonical JSON has
    them)."""

    def __init__(self, kind: str) -> None:
        self.columns = sorted(table(kind).columns)
        self.at = {name: place for place, name in enumerate(self.columns)}
        self.records: dict[str, list[Scalar]] = {}

    def apply(self, record: str, change: dict[str, Any]) -> None:
        """Bring one record forward. Raises KeyError, TypeError or IndexError for an entry that cannot be ours."""
        values = self.records.get(record)
        if values is not None:
            for name, pair in change.items():
                values[self.at[name]] = pair[1]
        elif len(change) == len(self.columns):
            self.records[record] = list(change.values())
        else:
            self.records[record] = [change.get(name) for name in self.columns]


class _Replay:
    def __init__(self, store: Store, progress: Progress | None) -> None:
        self.store = store
        self.progress = progress
        self.findings: list[Finding] = []
        self.seq = 0
        self.previous = ""
        self.records = 0
        self._kinds = {kind: _Kind(kind) for kind in KINDS}
        self._moves: list[tuple[int, moves.Move]] = []
        task = self._kinds["task"]
        self._moving = itemgetter(*(task.at[name] for name in ("id", *moves.MOVING)))

    def advance(self) -> None:
        """Read on to the present head: chain and replay."""
        head = journal.head(self.store)[0]
        while self.seq < head:
            rows = self.store.rows(f"{journal.SELECT} WHERE seq > ? ORDER BY seq LIMIT ?", (self.seq, _BATCH))
            if not rows:
                return
            if not self.seq:
                self._birth(rows[0])
            self._forward(self.seq, rows[-1][0])
            self._read(rows)
            if self.progress:
                self.progress(self.seq, max(head, self.seq))

    def _birth(self, first: tuple[Any, ...]) -> None:
        chain = self.store.rows("SELECT value FROM setting WHERE id = 'chain'")
        self.previous = journal.birth(chain[0][0]) if chain else ""
        if first[journal.COLUMNS.index("previous")] != self.previous:
            self.findings.append(
                Finding("verify.chain", "journal", str(first[0]), "previous", self.previous, first[15])
            )
            self.previous = first[15]

    def _read(self, rows: list[tuple[Any, ...]]) -> None:
        seq, previous, hash_of, decode, kinds = self.seq, self.previous, _hash_of, journal.decode, self._kinds
        for row in rows:
            if row[0] != seq + 1 or row[15] != previous or row[16] != hash_of(row[:16]):
                self.findings.append(_broken(row, seq, previous))
            seq, previous, kind = row[0], row[16], row[12]
            try:
                change = decode(row[14], 0)[0]
                if kind in kinds:
                    kinds[kind].apply(row[13], change)
                elif kind not in _LOG_ONLY:
                    self.findings.append(Finding("verify.chain", "journal", str(seq), "kind", None, kind))
                if kind == "task" and not _MOVING.isdisjoint(change):
                    self._move(row)
            except (ValueError, KeyError, TypeError, IndexError, AttributeError, StopIteration):
                self.findings.append(Finding("verify.chain", "journal", str(seq), "changes", None, None))
        self.seq, self.previous = seq, previous

    def _move(self, row: tuple[Any, ...]) -> None:
        made = moves.move(row[0], row[8], row[7], None, self._moving(self._kinds["task"].records[row[13]]))
        if made:
            self._moves.append((row[1], made))

    def compare(self, kind: str) -> None:
        """Compare the records of one table with the replay."""
        of = self._kinds[kind]
        found: set[str] = set()
        last: Scalar = None
        while True:
            with self.store.reading():
                self.advance()
                rows = self._batch(kind, of, last)
            if not rows:
                break
            self._forward(last, rows[-1][-1])
            for row in rows:
                name = str(row[-1])
                found.add(name)
                expected = of.records.get(name)
                if expected is None:
                    self.findings.append(Finding("verify.foreign", kind, name))
                elif tuple(expected) != row[:-1]:
                    self.findings.extend(_differences(kind, name, of.columns, expected, row))
            last = rows[-1][-1]
        self.records += len(found)
        self.findings.extend(Finding("verify.missing", kind, name) for name in of.records.keys() - found)

    def _forward(self, last: Any, following: Any) -> None:
        """A damaged page can bring rows that do not follow; reading on would never end. Raises Damaged."""
        if following is None or (last is not None and (type(following) is not type(last) or following <= last)):
            raise Damaged("store.damaged", path=str(self.store.path), detail=f"{last!r} → {following!r}")

    def _batch(self, kind: str, of: _Kind, last: Scalar) -> list[tuple[Any, ...]]:
        where = "" if last is None else "WHERE id > ?"
        parameters = () if last is None else (last,)
        return self.store.rows(
            f"SELECT {', '.join(of.columns)}, id FROM {kind} {where} ORDER BY id LIMIT {_BATCH}", parameters
        )

    def compare_moves(self) -> None:
        """Compare the projection of moves with the one made again."""
        with self.store.reading():
            self.advance()
            undone = moves.undone_actions(self.store)
            found = {
                row[0]: row
                for row in self.store.rows("SELECT seq, task, day, state, owner, due_on, submitted_on FROM task_move")
            }
        expected = {made[0]: made for action, made in self._moves if action not in undone}
        columns = ["seq", "task", "day", "state", "owner", "due_on", "submitted_on"]
        for seq in sorted(found.keys() | expected.keys()):
            if seq not in found:
                self.findings.append(Finding("verify.missing", "task_move", str(seq)))
            elif seq not in expected:
                self.findings.append(Finding("verify.foreign", "task_move", str(seq)))
            elif found[seq] != expected[seq]:
                self.findings.extend(_differences("task_move", str(seq), columns, list(expected[seq]), found[seq]))


def _differences(
    kind: str, record: str, columns: list[str], expected: list[Scalar], row: tuple[Any, ...]
) -> Iterator[Finding]:
    for name, wanted, found in zip(columns, expected, row, strict=False):
        if wanted != found:
            yield Finding("verify.altered", kind, record, name, wanted, found)


def _hash_of(row: tuple[Any, ...]) -> str:
    """The hash of a row; none for bytes that are no text."""
    try:
        return journal.hash_of(row)
    except UnicodeEncodeError:
        return ""


def _broken(row: tuple[Any, ...], seq: int, previous: str) -> Finding:
    """Name what broke the chain at an entry, as far as the hashes tell: its number, its link, its own hash, or its
    content."""
    number = str(row[0])
    if row[0] != seq + 1:
        return Finding("verify.gap", "journal", number, "seq", seq + 1, row[0])
    linked = _hash_of((*row[:15], previous))
    if row[15] != previous and linked == row[16]:
        return Finding("verify.chain", "journal", number, "previous", previous, row[15])
    if row[15] == previous:
        return Finding("verify.chain", "journal", number, "hash", linked, row[16])
    return Finding("verify.chain", "journal", number, None)
