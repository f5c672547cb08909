"""`figures`: the counts of a period, of a unit with those below it or of an official."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.cli.options import Command, Given, Option, period
from tracker.cli.said import person

if TYPE_CHECKING:
    from tracker.cli.session import Session
    from tracker.figures.types import Counts

CAME = ("carried_over", "assigned", "received", "handed_over", "recalled")
BECAME = (
    *("done_early", "done_on_time", "done_late", "done_no_deadline", "awaiting"),
    *("doing_in_time", "doing_overdue", "doing_no_deadline", "paused"),
)
KEYS = (*CAME, "total", *BECAME, "handed_over_overdue", "on_time_rate")
NAMES = {
    "carried_over": "Carried over",
    "assigned": "+ Assigned",
    "received": "+ Received",
    "handed_over": "− Handed over",
    "recalled": "− Recalled",
    "total": "= Total",
    "done_early": "Done early",
    "done_on_time": "Done on time",
    "done_late": "Done late",
    "done_no_deadline": "Done, no deadline",
    "awaiting": "Awaiting confirmation",
    "doing_in_time": "Under way, in time",
    "doing_overdue": "Under way, overdue",
    "doing_no_deadline": "Under way, no deadline",
    "paused": "Paused tasks",
    "handed_over_overdue": "Handed over past the deadline",
    "on_time_rate": "On-time rate",
}


def figures(session: Session, given: Given) -> None:
    """Print the counts, as a table or as JSON."""
    from tracker.cli import tables
    from tracker.figures import counts
    from tracker.store import officials, units

    unit = units.by_code(session.store, given.unit)
    if given.official:
        who = person(session.store, given.official, "official")
        found = counts.of_official(session.store, who, given.period, session.today, unit.id)
        name = f"{officials.get(session.store, who).name}, {unit.name}"
    else:
        found = counts.of_unit(session.store, unit.id, given.period, session.today)
        name = unit.name
    if given.json:
        tables.show_json({key: _number(getattr(found, key)) for key in KEYS})
        return
    session.header()
    session.say("{name}, {period}", name=name, period=given.period.name(session.lang))
    tables.show_facts((session.text(NAMES[key]), _shown(session, found, key)) for key in KEYS)
    session.say("On-time rate: (early + on time) / (early + on time + late + overdue + handed over past the deadline).")


def _number(value: Any) -> int | float | None:
    return value if value is None or isinstance(value, int) else float(value)


def _shown(session: Session, found: Counts, key: str) -> str:
    value = getattr(found, key)
    if key == "on_time_rate":
        return session.text("none") if value is None else session.words.show(round(value * 100, 2)) + " %"
    return str(value)


COMMANDS = (
    Command(
        "figures",
        "The counts of a period: what came, what became of it, and the on-time rate",
        figures,
        Option("--unit", "The unit, with those below it", required=True, value="CODE"),
        Option("--period", "2026-Q3, 2026-09, 2026 or 2026-07-01..2026-09-30", period, required=True, value="PERIOD"),
        Option("--official", "Only this official, while in the unit", value="CODE"),
        Option("--json", "As JSON", flag=True),
    ),
)
