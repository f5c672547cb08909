"""`window`: opens the window of tracker.ui, where this version has one and there is a display."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

from tracker.cli.options import Command, Given, Option
from tracker.domain.errors import Refused

if TYPE_CHECKING:
    from tracker.cli.session import Session


def window(session: Session, given: Given) -> int | None:
    """Open the window. Raises Refused "window.none" where this version has none, "window.no_display" where nothing can
    show it.
    """
    if not has_window():
        raise Refused("window.none")
    if not has_display():
        raise Refused("window.no_display")
    return opened(session, quit_after_paint=given.quit_after_paint)


def has_window() -> bool:
    """Whether this version of the program has a window."""
    return find_spec("tracker.ui") is not None


def has_display() -> bool:
    """Whether there is a screen to show it on: Windows and macOS always have one."""
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def opened(session: Session, *, quit_after_paint: bool = False) -> int | None:
    """Run the window until it is closed; its exit status."""
    from importlib import import_module

    status: int | None = import_module("tracker.ui").open_window(
        session.data, session.lang, quit_after_paint=quit_after_paint
    )
    return status


COMMANDS = (
    Command(
        "window",
        "Open the window",
        window,
        Option("--quit-after-paint", "End once the first page is painted", flag=True),
    ),
)
