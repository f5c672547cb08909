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


def day(store: Store, name: str) -> date | None:
    """The value of a setting that is a day; None where none is set."""
    text = value(store, name)
    return date.fromisoformat(text) if text else None


def sample_day(store: Store) -> date | None:
    """The day of a sample office; None in a real one."""
    return day(store, "sample_day")


def covered_from(store: Store) -> date | None:
    """The first day of which the records are whole: as it is set, else that of the earliest assignment."""
    found = day(store, "covered_from")
    if found is None:
        ((earliest,),) = store.rows("SELECT min(assigned_on) FROM task WHERE undone = 0")
        found = date.fromisoformat(earliest) if earliest else None
    return found


def record(store: Store, name: str) -> Setting:
    """The setting's record, to be changed and saved."""
    from dataclasses import replace

    from tracker.domain.settings import Setting
    from tracker.store.tables import table

    of = table("setting")
    found = store.rows(f"{of.select_record} WHERE id = ?", (name,))
    return replace(of.of(found[0]), undone=False) if found else Setting(id=name, value=DEFAULTS[name])
