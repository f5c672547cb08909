"""The folder `backups/`: one automatic backup a day, thinned out as they grow old; those made by hand stay.

An automatic backup is read back and verified before any older one goes, so that the last good one is never lost.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.domain.errors import Expected
from tracker.store import backup

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.store import Store

FOLDER = "backups"
AUTOMATIC, BY_HAND, OLDER_PROGRAM = "tu-dong-", "sao-luu-", "before-"
"""How the names of the files begin, by what made them."""
DAYS, WEEKS, MONTHS = 7, 5, 12
"""Of so many days, weeks and months the newest automatic backup is kept."""


@dataclass(frozen=True, kw_only=True)
class Kept:
    """A file in the folder of backups."""

    path: Path
    written: datetime
    """Local time."""
    size: int
    """Bytes."""
    automatic: bool
    restorable: bool
    """A copy made before a migration is a bare database that only the older program reads."""


def kept(folder: Path) -> list[Kept]:
    """The backups in a data folder, the newest first."""
    files = [path for path in (folder / FOLDER).glob("*") if path.is_file() and path.suffix in (".zip", ".sqlite3")]
    found = [_kept(path) for path in files]
    return sorted(found, key=lambda each: each.written, reverse=True)


def by_hand(folder: Path, now: datetime) -> Path:
    """The file for a backup that somebody makes now."""
    return folder / FOLDER / f"{BY_HAND}{now:%Y-%m-%d-%H%M%S}.zip"


def daily(store: Store, day: date) -> Path | None:
    """Make the automatic backup of a day, verify it, and thin out the older ones. None where the day has one already.

    Raises Damaged where the data does not hold: nothing is thinned out then, and no backup of it is kept.
    """
    target = store.folder / FOLDER / f"{AUTOMATIC}{day.isoformat()}.zip"
    if target.exists():
        return None
    backup.backup(store, target)
    try:
        backup.look_into(target)
    except Expected:
        target.unlink(missing_ok=True)
        raise
    for path in spare(_automatic(store.folder)):
        path.unlink(missing_ok=True)
    return target


def spare(dated: Iterable[tuple[date, Path]]) -> list[Path]:
    """The automatic backups that nobody needs any more: not the newest of one of the last days, weeks or months."""
    newest_first = sorted(dated, reverse=True)
    wanted: set[Path] = {path for _, path in newest_first[:DAYS]}
    for count, key in ((WEEKS, _week), (MONTHS, _month)):
        spans: dict[tuple[int, int], Path] = {}
        for day, path in newest_first:
            spans.setdefault(key(day), path)
        wanted |= set(list(spans.values())[:count])
    return [path for _, path in newest_first if path not in wanted]


def _automatic(folder: Path) -> list[tuple[date, Path]]:
    found = []
    for path in (folder / FOLDER).glob(f"{AUTOMATIC}*.zip"):
        try:
            found.append((date.fromisoformat(path.stem.removeprefix(AUTOMATIC)), path))
        except ValueError:
            continue  # somebody's own file: not ours to remove
    return found


def _week(day: date) -> tuple[int, int]:
    year, week, _ = day.isocalendar()
    return year, week


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _kept(path: Path) -> Kept:
    facts = path.stat()
    return Kept(
        path=path,
        written=datetime.fromtimestamp(facts.st_mtime).astimezone(),
        size=facts.st_size,
        automatic=path.name.startswith((AUTOMATIC, OLDER_PROGRAM)),
        restorable=path.suffix == ".zip",
    )
