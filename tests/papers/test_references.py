"""Every kind of paper looks as the pictures that somebody looked at and kept."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from tests.papers import references
from tracker.papers.kinds import KINDS
from tracker.store import Store

MOST_GREY = 1.5
"""Levels of grey by which the pages may differ on average: another pixel here and there, never a line moved."""
RENEW = "look at the page, then: python -m tests.papers.references"


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_pages_look_as_they_did(sample_store: Store, kind: str) -> None:
    taken = references.pictures(sample_store, kind)
    kept = sorted(references.FOLDER.glob(f"{kind}-[0-9].png"))
    assert len(kept) == len(taken), RENEW
    for at, picture in enumerate(taken):
        reference = Image.open(references.path(kind, at)).convert("L")
        assert reference.size == picture.size, RENEW
        apart = np.abs(np.asarray(reference, dtype=int) - np.asarray(picture, dtype=int))
        assert float(apart.mean()) <= MOST_GREY, f"{kind}, page {at + 1}: {apart.mean():.2f}; {RENEW}"


def test_a_line_that_moved_is_noticed(sample_store: Store) -> None:
    """The measure is fine enough: one page moved by three pixels is far beyond it."""
    (page, *_) = references.pictures(sample_store, "overdue")
    array = np.asarray(page, dtype=int)
    assert float(np.abs(array - np.roll(array, 3, axis=0)).mean()) > 3 * MOST_GREY
