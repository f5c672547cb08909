"""What this machine knows: its date and clock, the account, its name, and where a user's data lie by default.

Read by cli and ui, which pass it on: nothing below them reads a clock.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.domain.officials import Actor, OfficialId


def today() -> date:
    """Today's date at this machine."""
    return date.today()  # noqa: DTZ011 - a date of the place where the office is


def clock() -> datetime:
    """The recording time, in UTC."""
    return datetime.now(UTC)


def account() -> str:
    """The account of the system under which the program runs (Windows: of the signed-in user)."""
    return (
        next((name for key in ("USERNAME", "LOGNAME", "USER") if (name := os.environ.get(key))), "") or _account_by_id()
    )


def _account_by_id() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""


def name() -> str:
    """The machine's name."""
    return os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename


def data_folder() -> Path:
    """The data folder where none is named: TRACKER_DATA, else that of this user."""
    given = os.environ.get("TRACKER_DATA")
    if given:
        return Path(given)
    place = _given_place("XDG_DATA_HOME", ".local/share")
    if place is not None:
        return place
    from platformdirs import user_data_path

    return user_data_path("ba-ro", appauthor=False)


def personal_folder() -> Path:
    """Where this user's own state lies (window place, columns, drafts), outside every data folder."""
    place = _given_place("XDG_CONFIG_HOME", ".config")
    if place is not None:
        return place
    from platformdirs import user_config_path

    return user_config_path("ba-ro", appauthor=False)


def _given_place(variable: str, otherwise: str) -> Path | None:
    """Where platformdirs looks on Windows and Linux, known without it: to load it costs a start four milliseconds."""
    system: str = sys.platform
    if system == "win32":
        local = os.environ.get("LOCALAPPDATA", "")
        return Path(local, "ba-ro") if local else None
    if system.startswith("linux"):
        given = Path(os.environ.get(variable, ""))
        return (given if given.is_absolute() else Path.home() / otherwise) / "ba-ro"
    return None


def actor_on(official: OfficialId, day: date) -> Actor:
    """That official, acting at this machine on that day."""
    from tracker.domain.officials import Actor

    return Actor(official, day, clock, account(), name())
