"""The same actions, figures and reports from a terminal (design.md §4: a contract that scripts rely on).

Never imports ui but to open the window. A command imports only what it needs, when it runs: `task list` is measured
from process start, so nothing but `os` and `sys` is loaded here.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

DONE, REFUSED, USAGE, DAMAGED = 0, 1, 2, 3
"""Exit status: done; refused, nothing changed; not a command line; data damaged."""


def main(argv: list[str] | None = None) -> int:
    """Run one command line and return its exit status. No exception leaves it."""
    _speak_utf8()
    arguments = sys.argv[1:] if argv is None else argv
    window = _window_alone(arguments)
    if window is None:
        return _obey(arguments)
    try:
        from tracker.ui import open_window

        return open_window(**window)
    except Exception as error:  # noqa: BLE001 - told where all errors are told
        return _obey(arguments, error)


def _obey(arguments: list[str], error: Exception | None = None) -> int:
    """Run a line, or tell the error that its short way ended with."""
    from tracker.cli.line import Line

    line = Line(arguments)
    try:
        status = line.run() if error is None else line.failed(error)
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


def _window_alone(arguments: list[str]) -> dict[str, Any] | None:
    """What a line that only opens the window says, which is read here: the start of the window is measured.

    None for every other line, for one that does not read well, and where there is no screen: `Line` tells all that.
    """
    found: dict[str, Any] = {"data": None, "language": None}
    named = {"--data": "data", "--as": "acting", "--today": "today", "--lang": "language"}
    waiting = iter(arguments[1:] if arguments[:1] == ["window"] else arguments)
    for word in waiting:
        value = next(waiting, "") if word in named else ""
        if value.isprintable() and value and (value.isascii() or word == "--data"):
            found[named[word]] = value
        elif word == "--quit-after-paint" and "window" in arguments:
            found["quit_after_paint"] = True
        elif word != "window" or arguments.count(word) > 1:
            return None
    return _read(found) if can_show() else None


def _read(found: dict[str, Any]) -> dict[str, Any] | None:
    if found["language"] not in (None, "vi", "en"):
        return None
    if found["data"]:
        from pathlib import Path

        found["data"] = Path(found["data"])
    if "today" in found:
        from datetime import date

        try:
            found["today"] = date.fromisoformat(found["today"]) if len(found["today"]) == 10 else None
        except ValueError:
            return None
        return found if found["today"] else None
    return found


def has_display() -> bool:
    """Whether there is a screen to show a window on: Windows and macOS always have one."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def can_show() -> bool:
    """Whether there is a screen, or a way to do without one."""
    return has_display() or bool(os.environ.get("QT_QPA_PLATFORM"))


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
