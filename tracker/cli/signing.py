"""`report sign`: the digital signature of a file that was issued, where the extra for it is installed."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from tracker.cli.options import Command, Given, Option, path

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.cli.session import Session
    from tracker.papers.signing import KeyFile, Token

MOST = 200 * 1024 * 1024
"""Bytes of the largest PDF that is signed."""
SECRET = "TRACKER_KEY_PASSWORD"  # noqa: S105 - the name of a variable


def sign(session: Session, given: Given) -> None:
    """Write a signed copy of a PDF and print its path."""
    from tracker.files import content, whole_file
    from tracker.papers import signing

    signed = signing.sign(content(given.file, MOST), _key(session, given), reason=given.reason or "")
    target = given.out or _beside(given.file)
    with whole_file(target) as part:
        part.write_bytes(signed)
    session.print(str(target))


def _beside(file: Path) -> Path:
    """BC_VP_da-ky.pdf beside BC_VP.pdf: what was issued stays as it is."""
    return file.with_name(f"{file.stem}_da-ky{file.suffix}")


def _key(session: Session, given: Given) -> KeyFile | Token:
    from tracker.papers.signing import KeyFile, Token

    if given.key is not None:
        return KeyFile(given.key, _secret(session, "Password of the key: "))
    return Token(given.token, _secret(session, "PIN of the token: "), given.certificate or "", given.token_name or "")


def _secret(session: Session, question: str) -> str:
    """What was typed, or set in the environment; "" where nobody can be asked."""
    given = os.environ.get(SECRET)
    if given is not None or not (sys.stdin and sys.stdin.isatty()):
        return given or ""
    from getpass import getpass

    return getpass(session.text(question), sys.stderr)


COMMANDS = (
    Command(
        "report sign",
        "Sign an issued PDF with a key file or a token (an extra to be installed)",
        sign,
        Option("FILE", "The PDF as it was issued", path, value="FILE.pdf"),
        Option("--key", "A key file, .p12 or .pfx", path, value="FILE.p12"),
        Option("--token", "The library of the token's maker, .dll or .so", path, value="FILE.dll"),
        Option("--certificate", "Name of the certificate, if the token has several"),
        Option("--token-name", "Name of the token, if several are plugged in"),
        Option("--out", "The signed file (default: beside it, ending in _da-ky)", path, value="FILE.pdf"),
        Option("--reason", "Why it is signed"),
        exclusive=("!--key --token",),
    ),
)
