"""The journal: one row per record changed, each hashed over all its columns and the hash before it.

The hash is SHA-256 over a zero byte (so that a Merkle tree can follow) and the row as one typed JSON list, the
version of this encoding
first; no floats, no joined strings, so that two different rows never have one text. `changes` is canonical JSON: all
fields at
creation, afterwards the changed fields with old and new value.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from tracker.store import Store
    from tracker.store.tables import Scalar

ENCODING = 1
COLUMNS = (
    "seq",
    "action",
    "at",
    "actor",
    "behalf",
    "account",
    "machine",
    "verb",
    "declared_on",
    "reason",
    "basis",
    "basis_on",
    "kind",
    "record",
    "changes",
    "previous",
    "hash",
)
SELECT = f"SELECT {', '.join(COLUMNS)} FROM journal"
INSERT = f"INSERT INTO journal ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)
# CPython has a C encoder; another Python goes the plain way below.
_make = getattr(json.encoder, "c_make_encoder", None)
_chunks = _make and _make(None, _ENCODER.default, json.encoder.encode_basestring, None, ":", ",", False, False, False)
decode: Callable[[str, int], tuple[Any, int]] = json.JSONDecoder().scan_once  # type: ignore[attr-defined]  # not in typeshed
"""`decode(text, 0)[0]` is the value of a canonical text: json.loads without its search for blanks, at two thirds of
the cost."""


def encode(value: object) -> str:
    """The canonical JSON text of a list, or of a dict whose keys stand in order already: no blanks, text as it is.

    JSONEncoder.encode makes the C encoder anew at every call, which is half of its cost for short values.
    """
    return "".join(_chunks(value, 0)) if _chunks else _ENCODER.encode(value)


class Entry(NamedTuple):
    """One row of the journal, columns as in its table."""

    seq: int
    action: int
    at: str
    """Recording time, UTC, ISO with microseconds: the machine's clock whatever day was declared."""
    actor: int | None
    behalf: int | None
    """The official for whom a clerk recorded it."""
    account: str
    machine: str
    verb: str
    declared_on: str
    reason: str | None
    basis: str | None
    basis_on: str | None
    kind: str
    record: str
    changes: str
    previous: str
    hash: str

    @property
    def change(self) -> dict[str, Scalar | list[Scalar]]:
        """The changed fields: value at creation, [old, new] afterwards."""
        found: dict[str, Scalar | list[Scalar]] = json.loads(self.changes)
        return found


def hash_of(row: tuple[Scalar, ...]) -> str:
    """The hash of a row, given its columns up to `previous`."""
    return sha256(b"\0" + encode([ENCODING, *row]).encode()).hexdigest()


def birth(chain: str) -> str:
    """The `previous` of the first row: made from the chain's random id."""
    return sha256(b"\0" + chain.encode()).hexdigest()


def head(store: Store) -> tuple[int, str]:
    """Number and hash of the last entry; (0, "") in an empty journal."""
    found = store.rows("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1")
    return found[0] if found else (0, "")


def entries(store: Store, where: str = "TRUE", parameters: tuple[Scalar, ...] = (), limit: int = -1) -> list[Entry]:
    """Entries in order of their number. `where` is written in store/ only, user values come as parameters."""
    return [Entry(*row) for row in store.rows(f"{SELECT} WHERE {where} ORDER BY seq LIMIT ?", (*parameters, limit))]


def of_record(store: Store, kind: str, record: Scalar) -> list[Entry]:
    """The life of one record."""
    return entries(store, "kind = ? AND record = ?", (kind, str(record)))


def of_action(store: Store, action: int) -> list[Entry]:
    """All that one action changed."""
    return entries(store, "action = ?", (action,))


def batches(store: Store, up_to: int, size: int = 20_000) -> Iterator[list[tuple[Scalar, ...]]]:
    """All entries up to a number, in short reads, so that no commit waits for a long one."""
    last = 0
    while last < up_to:
        rows = store.rows(f"{SELECT} WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?", (last, up_to, size))
        if not rows:
            return
        last = rows[-1][0]
        yield rows
