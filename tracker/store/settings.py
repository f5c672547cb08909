"""Settings as stored; what is not stored has its default."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tracker.domain.defaults import DEFAULTS

if TYPE_CHECKING:
    from tracker.domain.settings import Setting
    from tracker.store import Store


def value(store: Store, name: str) -> str:
    """The value in force. Raises KeyError for a name that is no setting."""
    default = DEFAULTS[name]
    found = store.rows("SELECT value FROM setting WHERE id = ? AND undone = 0", (name,))
    return found[0][0] if found else default


def number(store: Store, name: str) -> int:
    """The value of a setting that is a whole number."""
    return int(value(store, name))


def sample_day(store: Store) -> date | None:
    """The day of a sample office; None in a real one."""
    text = value(store, "sample_day")
    return date.fromisoformat(text) if text else None


def record(store: Store, name: str) -> Setting:
    """The setting's record, to be changed and saved."""
    from dataclasses import replace

    from tracker.domain.settings import Setting
    from tracker.store.tables import table

    of = table("setting")
    found = store.rows(f"{of.select_record} WHERE id = ?", (name,))
    return replace(of.of(found[0]), undone=False) if found else Setting(id=name, value=DEFAULTS[name])
