"""Drafts: what is typed and not recorded yet."""

from __future__ import annotations

import pytest

from tracker.ui import drafts
from tracker.ui.desk import Desk


def test_what_is_kept_is_found_until_it_is_dropped(desk: Desk) -> None:
    key = drafts.key_of(desk, "trial")
    assert drafts.kept(desk, key) == {}
    drafts.keep(desk, key, {"reason": "Chờ ý kiến"})
    assert drafts.kept(desk, key) == {"reason": "Chờ ý kiến"}
    drafts.drop(desk, key)
    assert drafts.kept(desk, key) == {}


@pytest.mark.parametrize("told", ["{", "[1]", "null", ""])
def test_a_draft_that_cannot_be_read_is_none(desk: Desk, told: str) -> None:
    key = drafts.key_of(desk, "trial")
    desk.personal.setValue(key, told)
    assert drafts.kept(desk, key) == {}
