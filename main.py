"""Starts Ba Rõ from a checkout: `python3 main.py …` (Windows: `py main.py …`), on the first use with all set-up.

`main.py test [pytest options]` runs the tests, `bench` the benchmarks, `lock` writes requirements.lock anew; everything
else is a command of the program (tracker.cli). When the .venv beside this file is ready, nothing but `os` and `sys` is
loaded before the program itself; what makes the .venv is in tracker/launch/. An old Python must be able to read this
file, to be told so in one line.
"""

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(HERE, ".venv")
PYTHON = os.path.join(VENV, "Scripts\\python.exe" if os.name == "nt" else "bin/python")


def main() -> int:
    """Run the command in the .venv beside this file, made first where it is missing; returns its exit status."""
    if sys.version_info < (3, 11):
        sys.stderr.write(
            "Ba Ro: can Python 3.11 tro len / needs Python 3.11 or newer, not %d.%d\n" % sys.version_info[:2]
        )
        return 2
    command = sys.argv[1] if len(sys.argv) > 1 else ""
    developing = command in ("test", "bench", "lock")
    ready = is_ready(developing)
    if ready and runs_own_python():
        return run(command, developing)
    if ready and os.name != "nt":
        os.execv(PYTHON, [PYTHON, os.path.join(HERE, "main.py"), *sys.argv[1:]])  # noqa: S606 - no shell is wanted
    from tracker import launch

    return launch.prepare_and_run(sys.argv[1:], developing)


def run(command: str, developing: bool) -> int:
    """Here is the Python of the .venv, with all that is needed."""
    if developing:
        from tracker import launch

        return launch.develop(command, sys.argv[2:])
    # A start that reads its modules as text takes half as long again: what was compiled is kept for the next one, where
    # the folder can be written, also where the system keeps nothing for Python.
    sys.dont_write_bytecode = False
    from tracker.cli import main as obey

    status = obey(sys.argv[1:])
    if "PySide6.QtWidgets" in sys.modules:
        leave(status)
    return status


def leave(status: int) -> None:
    """End at once: the window has closed all there was to close, and to take every object of Qt apart would go on for
    half as long as the whole start.
    """
    for stream in (sys.stdout, sys.stderr):
        if stream:
            stream.flush()
    os._exit(status)


def is_ready(developing: bool) -> bool:
    """Does the .venv hold what requirements.lock names (or its part for running), for a Python of this version?"""
    try:
        with open(os.path.join(VENV, "installed.lock"), "rb") as stamp:
            python, _, installed = stamp.read().partition(b"\n")
        with open(os.path.join(HERE, "requirements.lock"), "rb") as lock:
            wanted = lock.read()
    except OSError:
        return False
    if python != b"%d.%d" % sys.version_info[:2] or not installed or os.path.exists(os.path.join(VENV, "unfinished")):
        return False
    complete = installed == wanted if developing else wanted.startswith(installed)
    return complete and os.path.exists(PYTHON) and os.path.exists(os.path.join(VENV, "pyvenv.cfg"))


def runs_own_python() -> bool:
    """Is this the Python of the .venv beside this file?"""
    try:
        return os.path.samefile(sys.prefix, VENV)
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(main())
