"""The password of the acting official, where the office uses passwords. It guards the dialog, not the file."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from tracker.domain.errors import Refused

if TYPE_CHECKING:
    from tracker.cli.session import Session
    from tracker.domain.officials import Official


def require(session: Session, official: Official) -> None:
    """Check the password from TRACKER_PASSWORD, or ask for it.

    Raises Refused "session.no_password" for an account without one, "session.password" for a wrong one.
    """
    from tracker.actions.accounts import password_holds
    from tracker.store import officials

    account = officials.account(session.store, official.id)
    if account is None or account.password_hash is None:
        raise Refused("session.no_password", field="as", code=official.code, name=official.name)
    if not password_holds(session.store, official.id, _typed(session, official)):
        raise Refused("session.password", field="as", code=official.code, name=official.name)


def _typed(session: Session, official: Official) -> str:
    """What was typed, or set in the environment; "" where nobody can be asked."""
    given = os.environ.get("TRACKER_PASSWORD")
    if given is not None or not (sys.stdin and sys.stdin.isatty()):
        return given or ""
    from getpass import getpass

    return getpass(session.text("Password of {name}: ", name=official.name), sys.stderr)
