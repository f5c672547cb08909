"""Writing a file so that it is whole or not there at all, and reading one from outside, for every room."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import sleep

from tracker.domain.errors import Refused, Unavailable

_SHARING = frozenset({5, 32, 33})
"""Windows: access denied, sharing violation, lock violation: an indexer, an antivirus or a reader holds the target."""
_WAITS = (0.05, 0.1, 0.15, 0.25, 0.4, 0.6, 1.0)
"""Seconds between tries, 2.5 in all (what antivirus programs were seen to need)."""


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """A temporary path beside the target; what the block wrote there takes the target's place, or nothing does.

    Raises Unavailable "file.held" where another program keeps the target open, "file.not_written" for a full or
    read-only disk.
    """
    temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    try:
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            yield temporary
            to_disk(temporary)
            _replace(temporary, target)
        except OSError as error:
            raise _unavailable(error, target) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def write(data: bytes, path: Path) -> Path:
    """Write a whole file, and read it back; the path again.

    Raises Refused "file.is_folder"; Unavailable: see `whole_file`.
    """
    if path.is_dir():
        raise Refused("file.is_folder", field="out", path=str(path))
    with whole_file(path) as part:
        part.write_bytes(data)
        if part.read_bytes() != data:
            raise OSError(errno.EIO, "the file does not read back as it was written")
    return path


def content(path: Path, most: int) -> bytes:
    """What a file from outside holds, if that is at most so many bytes.

    Raises Refused "file.too_large"; Unavailable "file.unreadable" where there is none, or none that may be read.
    """
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        raise Unavailable("file.unreadable", path=str(path), detail=error.strerror or str(error)) from error
    if len(data) > most:
        raise Refused("file.too_large", path=str(path), most=most // 1024)
    return data


@contextmanager
def scratch_folder(beside: Path | None = None) -> Iterator[Path]:
    """A folder for what is needed meanwhile, gone when the block is left; in the folder `beside`, else where the system
    keeps such things. Raises Unavailable "file.not_written" where `beside` takes none, else "file.no_scratch".
    """
    try:
        if beside:
            beside.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(prefix=".ba-ro-", dir=beside))
    except OSError as error:
        if beside:
            raise _unavailable(error, beside) from error
        raise Unavailable("file.no_scratch", detail=error.strerror or str(error)) from error
    try:
        yield scratch
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def move(source: Path, target: Path) -> Path:
    """Move a whole file into a place on the same disk, also over one that is there; the place again.

    Raises Unavailable: see `whole_file`.
    """
    try:
        _replace(source, target)
    except OSError as error:
        raise _unavailable(error, target) from error
    return target


def to_disk(path: Path) -> None:
    """Wait until the disk holds what was written to the file."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _replace(source: Path, target: Path) -> None:
    for wait in _WAITS:
        try:
            source.replace(target)
            return
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _SHARING:
                raise
            sleep(wait)  # nothing signals that another program let go of a file
    source.replace(target)


def _unavailable(error: OSError, target: Path) -> Unavailable:
    held = getattr(error, "winerror", None) in _SHARING
    return Unavailable(
        "file.held" if held else "file.not_written", path=str(target), detail=error.strerror or str(error)
    )
