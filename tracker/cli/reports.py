"""`report`: paper of an office, one file each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.cli.options import Command, Given, Option, path, period

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.cli.session import Session
    from tracker.domain.officials import OfficialId
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
    target = _target(given.out, f"bao-cao-trach-nhiem-{unit.code}-{given.period}")
    session.print(str(accountability(session, unit, given.period, target, _signer(session, given))))


def report_task_history(session: Session, given: Given) -> None:
    """Draw the life of a task and print the path."""
    target = _target(given.out, f"ly-lich-nhiem-vu-{given.task}")
    session.print(str(task_history(session, given.task, target, _signer(session, given))))


def accountability(session: Session, unit: Unit, of: Period, target: Path, signer: OfficialId | None = None) -> Path:
    """Draw the accountability report of a unit's head for a period into a file."""
    from tracker.figures.accountability import accountability as facts
    from tracker.reports.accountability import draw

    draw(facts(session.store, unit.id, of, session.today, session.actor, signer=signer), target)
    return target


def task_history(session: Session, number: str, target: Path, signer: OfficialId | None = None) -> Path:
    """Draw the life of a task into a file."""
    from tracker.figures.history import task_history as facts
    from tracker.reports.task_history import draw
    from tracker.store import tasks

    task = tasks.by_number(session.store, number)
    draw(facts(session.store, task.id, session.today, session.actor, signer=signer), target)
    return target


def file_name(text: str) -> str:
    """A name for a report that any disk takes: plain letters."""
    from tracker.domain.text import fold

    return "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in fold(text)) + ".pdf"


def _target(out: Path, name: str) -> Path:
    """The file that was named; in a folder that was named one with the report's own name."""
    return out / file_name(name) if out.is_dir() or out.suffix.lower() != ".pdf" else out


def _signer(session: Session, given: Given) -> OfficialId | None:
    from tracker.cli.said import person

    return person(session.store, given.signer, "signer") if given.signer else None


_OUT = Option("--out", "The file to write, or the folder to write it to", path, required=True, value="FILE.pdf|DIR")
_SIGNER = Option("--signer", "Who signs, if not the head", value="CODE")
COMMANDS = (
    Command("report list", "The kinds of reports", list_),
    Command(
        "report accountability",
        "Accountability of a unit's head for a period, as PDF",
        report_accountability,
        Option("--unit", "The unit, with those below it", required=True, value="CODE"),
        Option("--period", "2026-Q3, 2026-09, 2026 or 2026-07-01..2026-09-30", period, required=True, value="PERIOD"),
        _OUT,
        _SIGNER,
    ),
    Command(
        "report task-history",
        "The life of one task, from the journal, as PDF",
        report_task_history,
        Option("--task", "The task", required=True, value="NUMBER"),
        _OUT,
        _SIGNER,
    ),
)
