"""The same actions, figures and reports from a terminal (design.md §4: a contract that scripts rely on).

Never imports ui but to open the window. A command imports only what it needs, when it runs: `task list` is measured
from process start, so nothing but `os` and `sys` is loaded here.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

DONE, REFUSED, USAGE, DAMAGED = 0, 1, 2, 3
"""Exit status: done; refused, nothing changed; not a command line; data damaged."""


def main(argv: list[str] | None = None) -> int:
    """Run one command line and return its exit status. No exception leaves it."""
    _speak_utf8()
    from tracker.cli.line import Line

    line = Line(sys.argv[1:] if argv is None else argv)
    try:
        status = line.run()
        if sys.stdout:
            sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        return line.stopped()
    except BrokenPipeError:
        return _reader_left()
    except Exception as error:  # noqa: BLE001 - the one place where an error becomes a sentence and a status
        return line.failed(error)
    finally:
        line.close()


def _speak_utf8() -> None:
    """UTF-8 whatever the console or the pipe says (Windows pipes speak the old code page otherwise)."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Callable[..., None] | None = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _reader_left() -> int:
    """`… | head`: the reader has what it wanted. What is still in the buffer goes nowhere, so that Python does not
    complain at its end.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE
