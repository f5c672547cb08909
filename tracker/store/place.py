"""Where a data folder must not lie: SQLite's locks do not hold on network drives (howtocorrupt.html; reliability of
shares)."""

from __future__ import annotations

import sys
from pathlib import Path

from tracker.domain.errors import Refused

NETWORK_FILE_SYSTEMS = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "sshfs", "fuse.sshfs", "9p", "afs", "davfs", "fuse.davfs2"}
)
_DRIVE_REMOTE = 4


def refuse_network(folder: Path) -> None:
    """Raise Refused "store.network" for a folder on a network share: UNC path, mapped drive, network file system."""
    if _on_network(folder):
        raise Refused("store.network", path=str(folder))


def _on_network(folder: Path) -> bool:
    if sys.platform == "win32":
        return _remote_drive(folder)
    if str(folder).startswith(("//", "\\\\")):
        return True
    return sys.platform.startswith("linux") and file_system(folder, _mounts()) in NETWORK_FILE_SYSTEMS


def file_system(folder: Path, mounts: str) -> str:
    """The file system that holds the folder, from the text of /proc/mounts; "" where none is named."""
    place = str(folder.absolute())
    best, kind = "", ""
    for line in mounts.splitlines():
        _, mounted, found, *_ = line.split(" ")
        mounted = mounted.replace("\\040", " ")
        if (place == mounted or place.startswith(mounted.rstrip("/") + "/")) and len(mounted) >= len(best):
            best, kind = mounted, found
    return kind


def _mounts() -> str:
    try:
        return Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _remote_drive(folder: Path) -> bool:
    drive = folder.absolute().drive
    if drive.startswith("\\\\"):
        return True
    if sys.platform == "win32":
        import ctypes

        return ctypes.windll.kernel32.GetDriveTypeW(drive + "\\") == _DRIVE_REMOTE
    return False
