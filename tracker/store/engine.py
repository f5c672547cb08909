"""SQLite itself: connections, pragmas, triggers, its errors in our words. Every engine-specific statement stands here.

The rollback journal with `synchronous=EXTRA`, never WAL: the SQLite inside Python 3.11-3.13 for Windows and of Debian
12 has the
WAL-reset bug that can lose committed pages, and one quiet file can be copied to a stick whole (design.md §3).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tracker.domain.errors import Damaged, Expected, Unavailable

Connection = sqlite3.Connection
APPLICATION_ID = 0x4261526F  # "BaRo"
BUSY_MS = 5_000
WAITING_WRITER_MS = 30_000
_STEPS = 20_000
"""Steps of the engine between two looks at whether a statement is still wanted."""

PRAGMAS = f"""
PRAGMA busy_timeout = {BUSY_MS};
PRAGMA journal_mode = DELETE;
PRAGMA synchronous = EXTRA;
PRAGMA foreign_keys = ON;
PRAGMA recursive_triggers = ON;
PRAGMA trusted_schema = OFF;
PRAGMA cell_size_check = ON;
PRAGMA mmap_size = 0;
PRAGMA cache_size = -65536;
"""

JOURNAL_TRIGGERS = (
    """
CREATE TRIGGER journal_keeps_rows BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is never rewritten'); END""",
    """
CREATE TRIGGER journal_loses_none BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is never rewritten'); END""",
    """
CREATE TRIGGER journal_continues BEFORE INSERT ON journal
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
  OR NEW.previous IS NOT coalesce((SELECT hash FROM journal ORDER BY seq DESC LIMIT 1), NEW.previous)
BEGIN SELECT RAISE(ABORT, 'the journal only continues its chain'); END""",
)
"""Passed by whoever drops them: `verify` compares the schema and the chain itself."""


def connect(path: Path, *, create: bool = False, read_only: bool = False) -> Connection:
    """Open the file with the pragmas that every connection of ours has. Raises Damaged or Unavailable."""
    mode = "rwc" if create else "ro" if read_only else "rw"
    with guarded(path):
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=BUSY_MS / 1000
        )
        try:
            connection.executescript(PRAGMAS)
        except BaseException:
            connection.close()
            raise
    return connection


def memory() -> Connection:
    """An empty database in memory with the same pragmas."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.executescript(PRAGMAS)
    return connection


def schema_text(connection: Connection) -> dict[str, str]:
    """Name of each table, index and trigger → the SQL that made it."""
    rows = connection.execute("SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    return dict(rows.fetchall())


def columns(connection: Connection, table: str) -> list[str]:
    """Columns of a table, in their order."""
    return [name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))]


def user_version(connection: Connection) -> int:
    """Number of the last migration made in the file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def application_id(connection: Connection) -> int:
    """The mark that tells our files from others'."""
    return int(connection.execute("PRAGMA application_id").fetchone()[0])


def mark(connection: Connection, version: int) -> None:
    """Set the application's mark and the schema version, inside the running transaction."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {int(version)}")


def data_version(connection: Connection) -> int:
    """A number that changes when another connection committed."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def whole(connection: Connection) -> str | None:
    """What SQLite's own check says is wrong with the file; None where it finds nothing."""
    answer = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    return None if answer == "ok" else str(answer)


def copy(source: Connection, target: Connection) -> None:
    """Copy a database in one piece: pages read one by one would be torn by a write between them."""
    source.execute(f"PRAGMA busy_timeout = {WAITING_WRITER_MS}")
    try:
        source.backup(target, pages=-1)
    finally:
        source.execute(f"PRAGMA busy_timeout = {BUSY_MS}")


def syncing(connection: Connection, *, on: bool) -> None:
    """Whether a commit waits for the disk. Off only where the whole file is thrown away if its making is cut off."""
    connection.execute(f"PRAGMA synchronous = {'EXTRA' if on else 'OFF'}")


def break_off_when(connection: Connection, over: Callable[[], bool]) -> None:
    """Ask during each statement, every millisecond or so, whether it is wanted no longer.

    An interrupt from outside would miss a statement that is about to begin.
    """
    connection.set_progress_handler(over, _STEPS)


def broken_off(error: sqlite3.DatabaseError) -> bool:
    """Whether a statement ended because it was broken off."""
    return getattr(error, "sqlite_errorname", "") == "SQLITE_INTERRUPT"


def roll_back(connection: Connection) -> None:
    """Undo what the transaction under way did; nothing where the engine did so itself, as it does when a disk fails.

    A failing disk can refuse even that: then the rollback journal undoes it at the next opening.
    """
    if connection.in_transaction:
        with suppress(sqlite3.OperationalError):
            connection.execute("ROLLBACK")


@contextmanager
def reading_any_text(connection: Connection) -> Iterator[None]:
    """Text that is no UTF-8 is read nevertheless, its wrong bytes as lone surrogates. Slow: for damaged files."""
    connection.text_factory = lambda text: text.decode("utf-8", "surrogateescape")
    try:
        yield
    finally:
        connection.text_factory = str


def finding(connection: Connection, words: str) -> str:
    """Let SQL look for words in a text, accents and case ignored: the function to call with the text."""
    from tracker.domain.text import finder

    connection.create_function("holds_words", 1, finder(words), deterministic=True)
    return "holds_words"


def contains(column: str, text: str) -> str:
    """Whether a column holds a text, letter for letter."""
    return f"instr({column}, {text}) > 0"


def listed(values: str) -> str:
    """The values of a parameter, a JSON list of any length: what stands behind IN."""
    return f"(SELECT value FROM json_each({values}))"


def looked_up(values: str, key: str) -> str:
    """The value that a parameter, a JSON object, has for a key."""
    return f"(SELECT value FROM json_each({values}) WHERE key = {key})"


def table_of(values: str, columns: tuple[str, ...]) -> str:
    """A table out of a parameter, a JSON list of rows."""
    chosen = ", ".join(f"json_extract(value, '$[{at}]') AS {column}" for at, column in enumerate(columns))
    return f"SELECT {chosen} FROM json_each({values})"


def unindexed(column: str) -> str:
    """The column, looked at in the rows and not in an index: where our knowledge beats the planner's."""
    return f"+{column}"


@contextmanager
def guarded(path: Path) -> Iterator[None]:
    """Turn the engine's errors into ours. Whatever it does not know stays a bug and is raised as it is."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        known = in_our_words(error, path)
        if known is None:
            raise
        raise known from error
    except UnicodeDecodeError as error:  # the engine's own message quotes bytes of a damaged file
        raise Damaged("store.damaged", path=str(path), detail=error.reason) from error


def in_our_words(error: sqlite3.DatabaseError, path: Path) -> Expected | None:
    """The expected situation behind an error of SQLite; None for a bug of ours."""
    name = getattr(error, "sqlite_errorname", "")
    for start, code in _UNAVAILABLE.items():
        if name.startswith(start):
            return Unavailable(code, path=str(path))
    if name.startswith(_DAMAGED) or str(error).startswith(_DAMAGED_BY_TEXT):
        return Damaged("store.damaged", path=str(path), detail=str(error))
    return None


_UNAVAILABLE = {
    "SQLITE_BUSY": "store.locked",
    "SQLITE_LOCKED": "store.locked",
    "SQLITE_FULL": "store.disk_full",
    "SQLITE_READONLY": "store.read_only",
    "SQLITE_IOERR": "store.disk_failed",
    "SQLITE_CANTOPEN": "store.cannot_open",
    "SQLITE_PERM": "store.cannot_open",
    "SQLITE_AUTH": "store.cannot_open",
    "SQLITE_NOMEM": "store.no_memory",
}
_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
_DAMAGED_BY_TEXT = ("unsupported file format", "Could not decode to UTF-8", "no such table", "no such column")
"""What has no code of its own. Our statements are fixed: a table that is missing was taken out of the file."""
