"""What kind of file it is, told by its content, and whether it may be opened at all. Imports only tracker.domain.

Everything here is decided before a parser sees the file: encrypted, cut off, made to explode (`reliability`: a 293 KB
workbook can take 600 MB). The extension is believed only for text.
"""

from __future__ import annotations

import zipfile
import zlib
from enum import Enum
from pathlib import Path

from tracker.exchange.faults import Fault

LARGEST_FILE = 50 * 1024 * 1024
LARGEST_CONTENT = 200 * 1024 * 1024
LARGEST_RATIO = 200
MOST_MEMBERS = 2_000

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ZIP = b"PK"
_TEXT = frozenset({".csv", ".txt", ".tsv", ".tab"})
_RATIO_COUNTS_FROM = 1024 * 1024
"""Bytes; a small member may compress as well as it likes."""


class Container(Enum):
    """The kinds of file that are read."""

    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    TEXT = "text"
    JSON = "json"


def recognise(path: Path) -> Container:
    """The kind of file, after every check that needs no parser.

    Raises Fault: exchange.empty_file, exchange.too_large, exchange.encrypted, exchange.truncated, exchange.bomb,
    exchange.not_a_workbook.
    """
    size = path.stat().st_size
    if size == 0:
        raise Fault("exchange.empty_file")
    if size > LARGEST_FILE:
        raise Fault("exchange.too_large", limit=LARGEST_FILE // 1024 // 1024)
    with path.open("rb") as file:
        start = file.read(8)
    if start == _OLE:
        return _ole(path)
    if start.startswith(_ZIP):
        return _zip(path, size)
    if path.suffix.lower() in _TEXT:
        return Container.TEXT
    if path.suffix.lower() == ".json":
        return Container.JSON
    raise Fault("exchange.not_a_workbook")


def _ole(path: Path) -> Container:
    """An old .xls, or the envelope in which Excel encrypts an .xlsx: the names of its streams tell."""
    content = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise Fault("exchange.encrypted")
    if any(name.encode("utf-16-le") in content for name in ("Workbook", "Book")):
        return Container.XLS
    raise Fault("exchange.not_a_workbook")


def _zip(path: Path, size: int) -> Container:
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            _check(members, size)
            return _kind(archive, {member.filename for member in members})
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        ValueError,
        OSError,
        UnicodeDecodeError,
    ) as error:
        raise Fault("exchange.truncated") from error


def _check(members: list[zipfile.ZipInfo], size: int) -> None:
    if any(member.flag_bits & 1 for member in members):
        raise Fault("exchange.encrypted")
    content = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    names = {member.filename for member in members}
    exploding = (
        len(members) > MOST_MEMBERS
        or content > LARGEST_CONTENT
        or packed > size  # members that share their bytes
        or len(names) < len(members)
        or any(_out_of_proportion(member) for member in members)
        or any(name.startswith(("/", "\\")) or ".." in Path(name).parts for name in names)
    )
    if exploding:
        raise Fault("exchange.bomb")


def _out_of_proportion(member: zipfile.ZipInfo) -> bool:
    return member.file_size > _RATIO_COUNTS_FROM and member.file_size > LARGEST_RATIO * max(member.compress_size, 1)


def _kind(archive: zipfile.ZipFile, names: set[str]) -> Container:
    if "[Content_Types].xml" in names and any(name.startswith("xl/") and name.endswith(".xml") for name in names):
        return Container.XLSX
    if "mimetype" in names and "content.xml" in names and b"opendocument.spreadsheet" in archive.read("mimetype")[:200]:
        if "META-INF/manifest.xml" in names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise Fault("exchange.encrypted")
        return Container.ODS
    raise Fault("exchange.not_a_workbook")
