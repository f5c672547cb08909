"""`window`: opens the window of tracker.ui where there is a display."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.cli import can_show
from tracker.cli.options import Command, Given, Option
from tracker.domain.errors import Refused

if TYPE_CHECKING:
    from tracker.cli.session import Session


def window(session: Session, given: Given) -> int | None:
    """Open the window. Raises Refused "window.no_display" where nothing can show it."""
    if not can_show():
        raise Refused("window.no_display")
    return opened(session, quit_after_paint=given.quit_after_paint)


def opened(session: Session, *, quit_after_paint: bool = False) -> int | None:
    """Run the window until it is closed; its exit status."""
    from tracker.ui import open_window

    session.close()
    return open_window(
        session.data,
        session.given_lang,
        acting=session.given_acting,
        today=session.given_today,
        quit_after_paint=quit_after_paint,
    )


COMMANDS = (
    Command(
        "window",
        "Open the window",
        window,
        Option("--quit-after-paint", "End once the first page is filled and painted (for measuring)", flag=True),
    ),
)
