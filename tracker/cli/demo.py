"""`demo`: the sample office, its reports, and the window where there is one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tracker.cli import has_display
from tracker.cli.options import Command, Given, Option, Usage, path, whole
from tracker.domain.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.cli.session import Session
    from tracker.domain.units import Unit

FOLDER = Path("ba-ro-demo")
"""Where the sample goes if nothing else is said: below the current folder."""
MOST = 1_000_000
MOST_REPORTS = 12
TOLD = ("NV10", "NV39", "NV06")
"""Tasks of the sample whose lives are printed: extended, returned, and chased."""


def demo(session: Session, given: Given) -> int | None:
    """Make the sample office if it is not there, print its reports and say where everything is."""
    if given.tasks is not None and not 1 <= given.tasks <= MOST:
        raise Usage("usage.between", field="tasks", least=1, most=MOST)
    out: Path = given.out or FOLDER
    session.data = out / "data"
    if (session.data / "tracker.sqlite3").exists():
        session.say("The sample office is there already; to make it anew, delete the folder {path}.", path=str(out))
    else:
        _make(session, out, given.tasks)
    if session.sample_day is None:
        raise Refused("demo.not_a_sample", field="out", path=str(session.data))
    session.say("Sample data, sample day {day}.", day=session.today)
    for place in (session.data, *_reports(session, out)):
        session.print(str(place.resolve()))
    return None if given.no_window else _window(session)


def _make(session: Session, out: Path, count: int | None) -> None:
    from tracker.sample.making import make_folder, make_sample

    data = out / "data"

    def work(report: Callable[[int, int], None]) -> None:
        if count is None:
            make_sample(data, report)
        else:
            from tracker.cli.generate import make as generate

            make_folder(data, lambda store, _: generate(store, count, report))

    session.progress("Making the sample office", work)


def _reports(session: Session, out: Path) -> list[Path]:
    """The reports of the sample's quarter: every unit's that has tasks and a head, and the lives of some tasks."""
    from tracker.cli.reports import draw
    from tracker.domain.periods import around
    from tracker.papers.asked import Asked
    from tracker.store import tasks

    period = around(session.today, 3)
    told = [tasks.by_number(session.store, number) for number in TOLD if tasks.exists(session.store, number)]
    asked = (
        *(Asked("accountability", unit=unit.id, period=period) for unit in _units(session)),
        *(Asked("task-history", task=task.id) for task in told),
    )
    return [path for each in asked for path in draw(session, each, out)]


def _units(session: Session) -> list[Unit]:
    """The office and the units of today that have a head, whose reports these are; at most a dozen."""
    from tracker.domain.officials import Standing
    from tracker.store import officials, units

    heads = {
        post.unit
        for post in officials.appointments(session.store)
        if post.standing is Standing.HEAD and post.valid_on(session.today)
    }
    office = units.office(session.store)
    below = units.subtree(session.store, office.id, session.today) if office else frozenset()
    return [unit for unit in units.every(session.store) if unit.id in heads & below][:MOST_REPORTS]


def _window(session: Session) -> int | None:
    from tracker.cli import window

    return window.opened(session) if has_display() else None


COMMANDS = (
    Command(
        "demo",
        "Make the sample office with its reports, say where everything is, and open the window",
        demo,
        Option("--out", "Folder for the sample (default: ba-ro-demo in the current folder)", path, value="DIR"),
        Option("--tasks", "A generated office with so many tasks instead", whole, value="N"),
        Option("--no-window", "Do not open the window", flag=True),
    ),
)
