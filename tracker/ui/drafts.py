"""What is typed and not recorded yet, kept among the personal settings: a crash loses nothing of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tracker.ui.desk import Desk


EVERY_MS = 1_000
"""What is typed is kept this often (features.md §4, 14 asks for ten seconds): a crash takes a word, not a paragraph."""


def key_of(desk: Desk, name: str) -> str:
    """The key of a draft of this person in this office."""
    return desk.own(f"drafts/{name}")


def keep(desk: Desk, key: str, typed: dict[str, Any]) -> None:
    """Keep what is typed now, at once; what is kept already costs nothing."""
    told = json.dumps(typed, ensure_ascii=False)
    if desk.personal.value(key) != told:
        desk.personal.setValue(key, told)
        desk.personal.sync()


def kept(desk: Desk, key: str) -> dict[str, Any]:
    """What was kept; empty where nothing was, or where it cannot be read."""
    told = desk.personal.value(key)
    try:
        found = json.loads(str(told)) if told else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def drop(desk: Desk, key: str) -> None:
    """It is recorded, or given up."""
    desk.personal.remove(key)
