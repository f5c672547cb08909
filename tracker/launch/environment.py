"""The .venv beside main.py: is it ready, and how it is made so.

`.venv/installed.lock` keeps the Python's version and the part of the lock that was installed, and is written last:
while it is missing or differs, the set-up is done again. `.venv/unfinished` stands while a set-up runs; what one that
was cut off left behind is thrown away by the next. Imports the standard library only.
"""

from __future__ import annotations

import os
import queue
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from tracker.launch import lock, system
from tracker.launch.telling import Progress, SetUpError, last_line, tell

HERE = lock.LOCK.parent
VENV = HERE / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "installed.lock"
UNFINISHED = VENV / "unfinished"
INSTALL = ("install", "--require-hashes", "--only-binary", ":all:", "--no-input", "--disable-pip-version-check")


def make_ready(developing: bool) -> None:
    """Make the .venv and install what the lock names, where that has not been done; nothing where it has.

    Raises SetUpError where only the user can help.
    """
    if is_ready(developing):
        return
    with _alone():
        if not is_ready(developing):
            _set_up(lock.part(developing))


def is_ready(developing: bool) -> bool:
    """Does the .venv hold what the lock names, and does its Python still run?"""
    try:
        python, _, installed = STAMP.read_bytes().partition(b"\n")
    except OSError:
        return False
    complete = installed in (lock.part(developing), lock.part(developing=True)) and not UNFINISHED.exists()
    if not complete or not PYTHON.exists() or not (VENV / "pyvenv.cfg").exists():
        return False
    return python == b"%d.%d" % sys.version_info[:2] or python == _version()


def _set_up(wanted: bytes) -> None:
    started = time.monotonic()
    tell("Chuẩn bị (chỉ một lần)", "setting up (once only)")
    try:
        if UNFINISHED.exists() or _version() is None:
            _make_venv()
        UNFINISHED.touch()
        _install(wanted)
        system.provide_libraries(packages())
        fresh = STAMP.with_suffix(".new")
        fresh.write_bytes(b"%s\n%s" % (_version(), wanted))
        fresh.replace(STAMP)
        UNFINISHED.unlink()
    except OSError as error:
        raise _not_writable(error) from error
    seconds = round(time.monotonic() - started)
    tell(f"Xong sau {seconds} giây", f"ready after {seconds} s")


def _version() -> bytes | None:
    """Of the .venv's Python, as 3.11; None where it does not run, or has no packages since the one under it changed."""
    ask = (
        "import os, sys, sysconfig; os.stat(sysconfig.get_path('purelib')); "
        "print('%d.%d' % sys.version_info[:2]) if sys.prefix != sys.base_prefix else sys.exit(1)"
    )
    try:
        answer = subprocess.run([PYTHON, "-c", ask], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return answer.stdout.strip()


def packages() -> Path:
    """Its site-packages."""
    return next(VENV.glob("lib/python*/site-packages"), VENV / "Lib/site-packages")


def _base() -> str:
    """The Python under the .venv, should this be the .venv's own."""
    return getattr(sys, "_base_executable", None) or sys.executable


def _make_venv() -> None:
    """A new .venv in the place of whatever a set-up that was cut off left there."""
    system.provide_venv()
    if VENV.exists():
        shutil.rmtree(VENV)
    VENV.mkdir()
    UNFINISHED.touch()
    tell("Tạo .venv", "making .venv")
    without = [] if system.has("ensurepip") else ["--without-pip"]
    made = subprocess.run([_base(), "-m", "venv", *without, VENV], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if made.returncode:
        raise SetUpError(f"Không tạo được .venv: {last_line(made.stdout)}", "the virtual environment could not be made")


def _install(wanted: bytes) -> None:
    """Install one part of the lock with pip, telling how far it is."""
    listed = VENV / "installing.txt"
    listed.write_bytes(wanted)
    # What would lead pip or its Python elsewhere is left out; the user's mirror and certificates stay.
    misleading = ("PYTHONPATH", "PYTHONHOME", "PIP_USER", "PIP_TARGET", "PIP_PREFIX")
    variables = {name: value for name, value in os.environ.items() if name not in misleading}
    command = [*_pip(), *INSTALL, "--progress-bar", "off", "--no-warn-script-location", "-r", str(listed)]
    with subprocess.Popen(command, env=variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as running:
        try:
            said = _follow(running, len(lock.pins(wanted.decode("utf-8"))))
        except BaseException:
            running.kill()
            raise
    listed.unlink()
    if running.returncode:
        UNFINISHED.unlink()
        raise SetUpError(
            f"Không cài được thư viện (lần đầu cần có mạng): {last_line(said)}",
            "the libraries could not be installed (the first run needs a network)",
        )


def _pip() -> list[str]:
    """The .venv's own pip, or that of the Python under it where Debian has left venv without one."""
    own = [str(PYTHON), "-m", "pip"]
    lacking = subprocess.run([*own, "--version"], capture_output=True).returncode
    return [_base(), "-m", "pip", "--python", str(PYTHON)] if lacking else own


def _follow(pip: subprocess.Popen[bytes], total: int) -> bytes:
    """Show what pip is at, with a count and the seconds passed, until it ends; returns all it said."""
    assert pip.stdout is not None
    lines: queue.Queue[bytes] = queue.Queue()
    threading.Thread(target=_read, args=(pip.stdout, lines), daemon=True).start()
    progress = Progress()
    said, names, text = b"", set[bytes](), ""
    while True:
        with suppress(queue.Empty):
            line = lines.get(timeout=1)
            if not line:
                break
            said += line
            total -= line.startswith(b"Ignoring ")
            if at := re.match(rb"(?:Collecting|Requirement already satisfied:) ([\w.-]+)", line):
                names.add(at[1])
                text = f"{len(names)}/{total} {at[1].decode()}"
            elif line.startswith(b"Installing "):
                text = f"{len(names)}/{total}, đang chép vào .venv · copying into .venv"
        progress.show(text)
    progress.end()
    return said


def _read(stream: IO[bytes], lines: queue.Queue[bytes]) -> None:
    for line in stream:
        lines.put(line)
    lines.put(b"")


@contextmanager
def _alone() -> Iterator[None]:
    """One set-up at a time: a second start waits for the first. The system frees the lock of a process that ends."""
    try:
        file = (HERE / ".venv.lock").open("a+b")
    except OSError as error:
        raise _not_writable(error) from error
    with file:
        if not _hold(file.fileno(), wait=False):
            tell("Một lần chuẩn bị khác đang chạy, xin chờ", "another set-up is running, waiting for it")
            _hold(file.fileno(), wait=True)
        yield


def _hold(descriptor: int, *, wait: bool) -> bool:
    """Lock the open file for this process; False if another has it and `wait` is not asked."""
    if sys.platform == "win32":
        import msvcrt

        while True:
            with suppress(OSError):
                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
                return True
            if not wait:
                return False
            time.sleep(0.2)  # msvcrt has no lock that waits longer than ten seconds
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    return True


def _not_writable(error: OSError) -> SetUpError:
    where = error.filename or HERE
    return SetUpError(
        f"Không ghi được {where}: {error.strerror}; xin chép chương trình vào thư mục của mình",
        "the program's folder cannot be written to; copy it to one of your own",
    )
