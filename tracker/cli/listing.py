"""`task list`: measured from process start, so it loads nothing but the query and what prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.cli.options import Command, Given, Option

if TYPE_CHECKING:
    from tracker.cli.session import Session

FILTERS: tuple[Option, ...] = ()
COMMANDS: tuple[Command, ...] = ()


def selected(session: Session, given: Given) -> Any:
    return None
