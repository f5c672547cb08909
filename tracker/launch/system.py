"""What the operating system lacks: on a bare Debian the parts of venv and pip, and the libraries under Qt.

Installed where that is allowed, else named. Imports the standard library only.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tracker.launch.telling import SetUpError, last_line, tell


def has(module: str) -> bool:
    """Does this Python come with the module?"""
    return importlib.util.find_spec(module) is not None


def provide_venv() -> None:
    """Debian leaves venv's own pip out of python3; any other pip of this Python does as well.

    Raises SetUpError where neither is there nor may be installed.
    """
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if not (has("venv") and has("ensurepip")) and sys.base_prefix == "/usr":
        apt_get([package])
    if not has("venv") or not (has("ensurepip") or has("pip")):
        raise SetUpError(
            f"Python này thiếu venv; xin chạy: sudo apt-get install {package}",
            "this Python lacks venv; run that command, then start again",
        )


def provide_libraries(packages: Path) -> None:
    """The window needs libraries of the system that a bare Linux has not. Everything else runs without them."""
    missing = missing_libraries(packages)
    if missing and apt_get([debian_package(name) for name in missing]):
        missing = missing_libraries(packages)
    if missing:
        wanted = " ".join(sorted({debian_package(name) for name in missing}))
        tell(
            f"Để mở cửa sổ còn thiếu thư viện hệ thống; xin chạy: sudo apt-get install {wanted}",
            "the window lacks these system libraries; everything else works",
        )


def provide_for_tests() -> None:
    """What tests use where it is there: a screen without a monitor, frames for windows, a hand for the keyboard, who
    checks signatures, and a token to sign with.
    """
    wanted = {
        "Xvfb": "xvfb",
        "openbox": "openbox",
        "xdotool": "xdotool",
        "pdfsig": "poppler-utils",
        "softhsm2-util": "softhsm2",
    }
    missing = [package for program, package in wanted.items() if not shutil.which(program)]
    if missing and sys.platform.startswith("linux"):
        apt_get(missing)


def missing_libraries(packages: Path) -> list[str]:
    """The shared libraries that Qt's own files under site-packages ask for in vain: libEGL.so.1."""
    if not sys.platform.startswith("linux"):
        return []
    qt = packages / "PySide6"
    files = [*qt.glob("Qt*.abi3.so"), *qt.glob("Qt/plugins/platforms/*.so"), *qt.glob("Qt/plugins/xcbgl*/*.so")]
    if not files:
        return []
    told = subprocess.run(["ldd", *files], capture_output=True).stdout.decode("utf-8", "replace")
    return sorted(set(re.findall(r"^\s*(\S+) => not found", told, re.MULTILINE)))


def debian_package(library: str) -> str:
    """Debian names a library's package after file and version: libxkbcommon-x11.so.0 is in libxkbcommon-x11-0."""
    name, _, version = library.partition(".so.")
    if name.startswith("libbrotli"):
        return "libbrotli1"
    if name in ("libglib-2.0", "libgobject-2.0", "libgthread-2.0"):
        return "libglib2.0-0"
    if name == "libz":
        return "zlib1g"
    joint = "-" if name[-1].isdigit() else ""
    return f"{name}{joint}{version}".lower().replace("_", "-")


def apt_get(packages: Sequence[str]) -> bool:
    """Install Debian packages where that is allowed: as root. Elsewhere the caller names them."""
    if sys.platform == "win32" or not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    wanted = sorted(set(packages))
    tell(f"Cài gói hệ thống: {' '.join(wanted)}", "installing system packages")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "-y", "--no-install-recommends", *wanted]):
        done = subprocess.run(["apt-get", "-q", *command], env=environment, capture_output=True)
        if done.returncode:
            tell(f"apt-get: {last_line(done.stderr)}", "apt-get did not succeed")
            return False
    importlib.invalidate_caches()
    return True
