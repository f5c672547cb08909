"""What a made report is: a file with what is told beside it. Light: the window takes it from its child process."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tracker.domain.errors import Expected
    from tracker.papers.kind import Check

STEPS = 3
"""Copying the data, counting, setting the pages."""


class Format(StrEnum):
    """What a report is written as; the value ends the file's name."""

    PDF = "pdf"
    WORD = "docx"
    EXCEL = "xlsx"


class Made(NamedTuple):
    """A report as a file, and what is told beside it."""

    data: bytes
    name: str
    title: str
    subject: str
    signature: tuple[str, ...]
    """Lines of the signature, the name last."""
    symbol: str
    journal: int
    """Number of the journal's entry up to which the report knows everything."""
    checks: tuple[Check, ...]


class Filed(NamedTuple):
    """What became of a unit or person in a run over all: a file's name, or why there is none."""

    whose: str
    name: str = ""
    error: Expected | None = None
