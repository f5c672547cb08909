"""`pictures`: PNG pictures of every page and dialog of the window, taken of the sample office. Needs no display."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.cli.options import Command, Given, Option, path
from tracker.domain.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.cli.session import Session

SCALES = {"100": "1", "150": "1.5", "200": "2"}
"""Per cent → factor of the scale."""
BOTH = ("light", "dark")
ORDERS = (
    ("100", "dialogs", "light"),
    ("100", "dialogs", "dark"),
    ("100", "large", "light"),
    ("100", "pages", *BOTH),
    ("200", "pages", *BOTH),
    ("150", "pages", *BOTH),
)
"""What each child takes: scale, pages, dialogs or both in large text, and in which schemes; the longest work first."""
AT_ONCE = 2
_ROOT = Path(__file__).resolve().parents[2]


def pictures(session: Session, given: Given) -> None:
    """Make the sample office in a folder of its own, and take the pictures by a child process for each scale."""
    out: Path = given.dir
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unavailable("file.not_written", path=str(out), detail=error.strerror or str(error)) from error
    session.progress("Taking the pictures", lambda report: _all(out, report, guide=given.guide))
    session.say("{count} pictures are in {path}.", count=len(list(out.glob("*.png"))), path=str(out))


def _all(out: Path, report: Callable[[int, int], None], *, guide: bool) -> None:
    from tracker.sample.making import make_sample
    from tracker.sample.morning import go_on

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        data = Path(scratch) / "data"
        make_sample(data, lambda _done, _all: None)
        go_on(data)
        if guide:
            told = _ended(_start(data, out, "100", "guide", "light"))
        else:
            told = ""
            running: list[subprocess.Popen[bytes]] = []
            for at, order in enumerate(ORDERS):
                report(at, len(ORDERS))
                if len(running) == AT_ONCE:
                    told += _ended(running.pop(0))
                running.append(_start(data, out, *order))
            told += "".join(map(_ended, running))
    if told:
        raise RuntimeError(told)  # a bug of the window, found by looking at it


def _start(data: Path, out: Path, label: str, what: str, *schemes: str) -> subprocess.Popen[bytes]:
    quiet = {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": SCALES[label], "QT_LOGGING_RULES": "*=false"}
    line = [sys.executable, "-X", "utf8", "-m", "tracker.ui.picturing", str(data), str(out.resolve()), label, what]
    return subprocess.Popen([*line, *schemes], cwd=_ROOT, env=os.environ | quiet, stderr=subprocess.PIPE)


def _ended(child: subprocess.Popen[bytes]) -> str:
    """Wait for a child; what went wrong in it, in its own words, or nothing."""
    _, told = child.communicate()
    return told.decode("utf-8", "replace") if child.returncode else ""


COMMANDS = (
    Command(
        "pictures",
        "Take pictures of every page of the sample office",
        pictures,
        Option("DIR", "The folder for the pictures", path, required=True, value="DIR"),
        Option("--guide", "Only those that the guide shows", flag=True),
    ),
)
