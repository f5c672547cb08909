"""Evidence files, kept by their content hash without extension: what was filed stays what it was, and nothing runs by
a double click."""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.domain.errors import Damaged, Refused, Unavailable
from tracker.files import whole_file

if TYPE_CHECKING:
    from tracker.store import Store

_BLOCK = 1 << 20
LARGEST = 200 * _BLOCK
"""Bytes a single evidence file may have."""


def file_away(store: Store, source: Path) -> tuple[str, int]:
    """Copy a file into the data folder and return its SHA-256 and size in bytes.

    Called before the record that names it is saved: a file without a record harms nothing.
    Raises Refused "evidence.missing", "evidence.too_large"; Unavailable.
    """
    try:
        if not source.is_file():
            raise Refused("evidence.missing", field="file", path=str(source))
        if source.stat().st_size > LARGEST:
            raise Refused("evidence.too_large", field="file", path=str(source), megabytes=LARGEST // _BLOCK)
        found = digest(source)
        target = place(store.folder, found)
        if not target.exists():
            with whole_file(target) as temporary:
                shutil.copyfile(source, temporary)
        return found, source.stat().st_size
    except OSError as error:
        raise Unavailable("evidence.unreadable", path=str(source), detail=error.strerror or str(error)) from error


def file_content(store: Store, content: bytes) -> str:
    """Keep what the program itself made, as a file of its hash; the hash. Raises Unavailable."""
    found = sha256(content).hexdigest()
    target = place(store.folder, found)
    if not target.exists():
        with whole_file(target) as temporary:
            temporary.write_bytes(content)
    return found


def content(store: Store, digest_: str) -> bytes:
    """What a filed file holds. Raises Damaged "evidence.lost", "evidence.altered"."""
    wrong = check(store.folder, digest_)
    if wrong is not None:
        raise wrong
    return place(store.folder, digest_).read_bytes()


def place(folder: Path, digest_: str) -> Path:
    """Where the file with that hash lies."""
    return folder / "evidence" / digest_


def digest(path: Path) -> str:
    """SHA-256 of a file's content, in hex."""
    found = sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            found.update(block)
    return found.hexdigest()


def check(folder: Path, digest_: str) -> Damaged | None:
    """What is wrong with a filed file: missing, or other content than its name says; None where it holds."""
    path = place(folder, digest_)
    if not path.is_file():
        return Damaged("evidence.lost", path=str(path))
    return None if digest(path) == digest_ else Damaged("evidence.altered", path=str(path))
