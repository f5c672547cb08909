"""What main.py does only now and then: make the .venv beside it, then hand over; run the tests; write the lock.

Runs in whatever Python the user has, so it imports the standard library only, and nothing of tracker.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from tracker.launch import environment, lock, system
from tracker.launch.telling import SetUpError, speak_utf8

HERE = Path(__file__).resolve().parent.parent.parent


def prepare_and_run(arguments: Sequence[str], developing: bool) -> int:
    """Make the .venv ready, then run main.py in it; returns the exit status where no process can be replaced."""
    speak_utf8()
    try:
        environment.make_ready(developing)
    except SetUpError as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nĐã dừng; lần chạy sau sẽ làm lại. · Stopped; the next run does it again.", file=sys.stderr)
        return 130
    return become([str(environment.PYTHON), str(HERE / "main.py"), *arguments])


def develop(command: str, arguments: Sequence[str]) -> int:
    """`test`, `bench` or `lock`, in the .venv's own Python."""
    os.chdir(HERE)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    given = [argument for argument in arguments if argument != "--"]
    if command == "lock":
        return lock.write()
    pytest = [sys.executable, "-m", "pytest", *_without_a_window()]
    system.provide_for_tests()
    if command == "bench":
        return become([*pytest, "-s", "-p", "no:xdist", "tests/benchmarks", *given])
    return become([*pytest, "-n", "auto", *given])


def _without_a_window() -> list[str]:
    """Where the system lacks Qt's libraries and they could not be installed, everything but the window is tested."""
    if subprocess.run([sys.executable, "-c", "import PySide6.QtWidgets"], capture_output=True).returncode == 0:
        return []
    system.provide_libraries(environment.packages())
    return ["-p", "no:pytest-qt"]


def become(command: list[str], *, replace: bool = os.name != "nt") -> int:
    """Hand over to another program: by replacing this process, on Windows by waiting for the other's exit status."""
    sys.stdout.flush()
    sys.stderr.flush()
    if replace:
        os.execv(command[0], command)  # noqa: S606 - no shell is wanted
    with subprocess.Popen(command) as other:
        while True:
            # Ctrl-C reaches both; what to do about it is the other's matter.
            with suppress(KeyboardInterrupt):
                return other.wait()
