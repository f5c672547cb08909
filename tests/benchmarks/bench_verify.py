"""`journal verify` to a bare loop that reads the rows and does the same SHA-256."""

from __future__ import annotations

import json
from hashlib import sha256

from tests.benchmarks.measuring import Figures, ratio
from tracker.store import Store, journal
from tracker.store.verify import verify

ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
"""Made once, as whoever writes such a loop with care does."""


def test_verify(some: Store, figures: Figures) -> None:
    """Chain, replay, every record of every table, moves and SQLite's own check, as the user starts it."""
    cost = ratio(lambda: ours(some), lambda: bare(some))
    figures.hold(f"rate of verify, {journal.head(some)[0]} entries", 1 / cost, least=0.4)


def ours(store: Store) -> None:
    assert verify(store).whole


def bare(store: Store) -> None:
    """Every row is read, and hashed as the journal hashes it."""
    for row in store.connection.execute(f"{journal.SELECT} ORDER BY seq"):
        text = ENCODER.encode([journal.ENCODING, *row[:16]])
        assert sha256(b"\0" + text.encode()).hexdigest() == row[16]
