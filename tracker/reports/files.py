"""Putting a finished file in its place: written beside it, checked, renamed. Nobody ever sees half a file.

Imports domain.errors only.
"""

from __future__ import annotations

import errno
import os
import time
from typing import TYPE_CHECKING

from tracker.domain.errors import Unavailable

if TYPE_CHECKING:
    from pathlib import Path

ATTEMPTS, PAUSE = 5, 0.1
"""A virus scanner or an indexer holds a new file on Windows for a moment.

So often, and so many seconds apart, the rename is tried.
"""


def put(data: bytes, path: Path) -> None:
    """Write a PDF file to `path`, over an older one if there is one.

    If it fails, nothing is changed and nothing left behind.

    Raises Unavailable: report.folder_missing, report.path_is_folder, report.disk_full, report.open_elsewhere,
    report.not_writable, report.write_failed.
    """
    if path.is_dir():
        raise Unavailable("report.path_is_folder", field="out", path=str(path))
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        _write(data, part)
        _check(data, part)
        _rename(part, path)
    except OSError as error:
        raise _unavailable(error, path) from error
    finally:
        part.unlink(missing_ok=True)


def _write(data: bytes, part: Path) -> None:
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _check(data: bytes, part: Path) -> None:
    """What lies on the disk is what was drawn, whole."""
    if part.read_bytes() != data or not data.startswith(b"%PDF-") or not data.rstrip().endswith(b"%%EOF"):
        raise OSError(errno.EIO, "the file does not read back as it was written")


def _rename(part: Path, path: Path) -> None:
    for attempt in range(1, ATTEMPTS + 1):
        try:
            part.replace(path)
            return
        except PermissionError:
            if attempt == ATTEMPTS:
                raise
            time.sleep(PAUSE)


def _unavailable(error: OSError, path: Path) -> Unavailable:
    """The environment's fault, by its kind."""
    where = str(path)
    if isinstance(error, PermissionError):
        if path.exists():
            return Unavailable("report.open_elsewhere", field="out", path=where)
        return Unavailable("report.not_writable", field="out", path=where)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Unavailable("report.folder_missing", field="out", path=where)
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return Unavailable("report.disk_full", field="out", path=where)
    return Unavailable("report.write_failed", field="out", path=where, cause=error.strerror or str(error))
