"""`report`: paper of an office, one file each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.cli.options import Command, Given, Option, path, period
from tracker.domain.errors import Refused

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.cli.session import Session
    from tracker.domain.periods import Period
    from tracker.domain.units import Unit

KINDS = {
    "accountability": "Accountability of a unit's head for a period",
    "task-history": "The life of one task, from the journal",
}


def list_(session: Session, _given: Given) -> None:
    """Print the kinds of reports that there are."""
    from tracker.cli import tables

    tables.show_facts((kind, session.text(told)) for kind, told in KINDS.items())


def report_accountability(session: Session, given: Given) -> None:
    """Draw the accountability report and print its path."""
    from tracker.store import units

    unit = units.by_code(session.store, given.unit)
    session.print(str(accountability(session, unit, given.period, given.out, given.signer)))


def report_task_history(session: Session, given: Given) -> None:
    """Draw the life of a task and print the path."""
    session.print(str(task_history(session, given.task, given.out)))


COMMANDS = (
    Command("report list", "The kinds of reports", list_),
    Command(
        "report accountability",
        "Accountability of a unit's head for a period, as PDF",
        report_accountability,
        Option("--unit", "The unit, with those below it", required=True, value="CODE"),
        Option("--period", "2026-Q3, 2026-09, 2026 or 2026-07-01..2026-09-30", period, required=True, value="PERIOD"),
        Option("--out", "The file to write, or the folder to write it to", path, required=True, value="FILE.pdf|DIR"),
        Option("--signer", "Who signs, if not the head", value="CODE"),
    ),
    Command(
        "report task-history",
        "The life of one task, from the journal, as PDF",
        report_task_history,
        Option("--task", "The task", required=True, value="NUMBER"),
        Option("--out", "The file to write, or the folder to write it to", path, required=True, value="FILE.pdf|DIR"),
        Option("--signer", "Who signs, if not the head", value="CODE"),
    ),
)
