"""Starts Ba Rõ from a checkout: `python3 main.py …` (Windows: `py main.py …`), on the first use with all set-up.

`main.py test [pytest options]` runs the tests, `bench` the benchmarks, `lock` writes requirements.lock anew; everything
else is a command of the program (tracker.cli). When the .venv beside this file is ready, nothing but `os` and `sys` is
loaded before the program itself; what makes the .venv is in launch/. An old Python must be able to read this file, to
be told so in one line.
"""

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def main() -> int:
    """Run the command in the .venv beside this file, made first where it is missing; returns its exit status."""
    if sys.version_info < (3, 11):
        sys.stderr.write(
            "Ba Ro: can Python 3.11 tro len / needs Python 3.11 or newer, not %d.%d\n" % sys.version_info[:2]
        )
        return 2
    command = sys.argv[1] if len(sys.argv) > 1 else ""
    developing = command in ("test", "bench", "lock")
    if not runs_ready(developing):
        import launch

        return launch.prepare_and_run(sys.argv[1:], developing)
    if developing:
        import launch

        return launch.develop(command, sys.argv[2:])
    from tracker.cli import main as run

    return run(sys.argv[1:])


def runs_ready(developing: bool) -> bool:
    """Is this the Python of the .venv beside this file, with what requirements.lock names (or its part for running)?"""
    venv = os.path.join(HERE, ".venv")
    try:
        if not os.path.samefile(sys.prefix, venv) or os.path.exists(os.path.join(venv, "unfinished")):
            return False
        with open(os.path.join(venv, "installed.lock"), "rb") as stamp:
            python, _, installed = stamp.read().partition(b"\n")
        with open(os.path.join(HERE, "requirements.lock"), "rb") as lock:
            wanted = lock.read()
    except OSError:
        return False
    if python != b"%d.%d" % sys.version_info[:2] or not installed:
        return False
    return installed == wanted if developing else wanted.startswith(installed)


if __name__ == "__main__":
    sys.exit(main())
