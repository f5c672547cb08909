"""`report`: what leaves the office on paper. One command for each kind, with the options that kind takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.cli.options import Command, Given, Option, path, period
from tracker.papers.asked import Asked, Choice
from tracker.papers.kinds import KINDS
from tracker.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tracker.cli.session import Session
    from tracker.papers.kind import Kind


def list_(session: Session, _given: Given) -> None:
    """Print the kinds of reports that there are."""
    from tracker.cli import tables

    tables.show_facts((key, kind.line(session.words)) for key, kind in KINDS.items())


def report(kind: str) -> Callable[[Session, Given], None]:
    """The command that draws a report of a kind and prints its path."""

    def run(session: Session, given: Given) -> None:
        session.print(str(draw(session, _asked(session, kind, given), given.out)))

    return run


def draw(session: Session, asked: Asked, out: Path) -> Path:
    """Draw a report into the file that was named; in a folder that was named into one called by the rule."""
    from tracker.reports import pdf

    drawn = KINDS[asked.kind].draw(session.store, asked, session.today, session.actor)
    target = out / drawn.name if out.is_dir() or out.suffix.lower() != ".pdf" else out
    pdf.write(drawn.document, target)
    return target


def _asked(session: Session, kind: str, given: Given) -> Asked:
    from tracker.cli.said import person
    from tracker.store import tasks, units

    of = {*KINDS[kind].needs, *KINDS[kind].takes}
    store = session.store
    return Asked(
        kind,
        unit=units.by_code(store, given.unit).id if Choice.UNIT in of and given.unit is not None else None,
        period=given.period if Choice.PERIOD in of else None,
        official=person(store, given.official, "official")
        if Choice.OFFICIAL in of and given.official is not None
        else None,
        task=tasks.by_number(store, given.task).id if Choice.TASK in of and given.task is not None else None,
        signer=person(store, given.signer, "signer") if given.signer is not None else None,
    )


def _options(kind: Kind) -> Iterator[Option]:
    for choice in (*kind.needs, *kind.takes):
        required = choice in kind.needs
        match choice:
            case Choice.UNIT:
                yield Option("--unit", "The unit, with those below it", required=required, value="CODE")
            case Choice.PERIOD:
                told = "2026-Q3, 2026-09, 2026 or 2026-07-01..2026-09-30"
                yield Option("--period", told, period, required=required, value="PERIOD")
            case Choice.OFFICIAL:
                yield Option("--official", "The official", required=required, value="CODE")
            case Choice.TASK:
                yield Option("--task", "The task", required=required, value="NUMBER")
    yield Option("--out", "The file to write, or the folder to write it to", path, required=True, value="FILE.pdf|DIR")
    yield Option("--signer", "Who signs, if not the head", value="CODE")


COMMANDS = (
    Command("report list", "The kinds of reports", list_),
    *(Command(f"report {key}", kind.line(Words("en")), report(key), *_options(kind)) for key, kind in KINDS.items()),
)
