"""`task list`: measured from process start, so it loads nothing but the query and what prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.cli.options import Command, Given, Option, Usage, period, whole

if TYPE_CHECKING:
    from datetime import date

    from tracker.cli.session import Session
    from tracker.store.listing import Row, Wanted

STATES = (*("draft", "proposed", "assigned", "doing", "submitted", "done", "redo", "declined", "paused", "recalled"),)
CLASSES = (
    *("no_deadline", "in_time", "due_soon", "overdue"),
    *("done_early", "done_on_time", "done_late", "done_no_deadline"),
)
HEADINGS = (
    *("Number", "Task", "Owner", "Unit", "Assigned", "First deadline", "Deadline", "Extended", "Handed over"),
    *("State", "Against the deadline"),
)


def list_(session: Session, given: Given) -> None:
    """Print the tasks as they are seen today; behind a past period as they were at its end."""
    from tracker.store import listing

    wanted, on = _wanted(session, given)
    if given.limit is not None and given.limit < 0:
        raise Usage("usage.between", field="limit", least=0, most=10**15 - 1)
    rows = listing.page(session.store, wanted, on, sort=given.sort or "number", limit=given.limit)
    if given.json:
        from tracker.cli.tables import show_json

        show_json([listing.as_json(row) for row in rows])
    else:
        _print(session, rows)


def selected(session: Session, given: Given) -> frozenset[Any] | None:
    """The ids of the tasks that the filters choose; None where there is no filter."""
    from tracker.store import listing

    if not any(given.has(option.key) for option in FILTERS):
        return None
    wanted, on = _wanted(session, given)
    return frozenset(listing.ids(session.store, wanted, on))


def _wanted(session: Session, given: Given) -> tuple[Wanted, date]:
    """The filters, and the day on which the list is seen."""
    from tracker.store.listing import Wanted, owners_of

    store = session.store
    unit = owner = None
    if given.unit:
        from tracker.store import units

        unit = units.by_code(store, given.unit).id
    if given.owner:
        from tracker.cli.said import person

        owner = person(store, given.owner, "owner")
    search = _folded(given.search) if given.search else ""
    if given.period is not None:
        from tracker.figures import counts

        on = min(given.period.last, session.today)
        behind = counts.members(store, unit, given.period, session.today, official=owner)
        return Wanted(given.state, given.deadline_class, tasks=behind, search=search), on
    on = session.today
    owners = None if unit is None else owners_of(store, unit, on)
    return Wanted(given.state, given.deadline_class, owner, owners, search=search), on


def _folded(text: str) -> str:
    from tracker.domain.text import fold

    return fold(text)


def _print(session: Session, rows: list[Row]) -> None:
    from tracker.cli.tables import show

    session.header()
    print_row = _Printing(session).row
    show([session.text(heading) for heading in HEADINGS], (print_row(row) for row in rows), give=1)
    session.say("Tasks: {count}", count=len(rows))


class _Printing:
    """Words of the rows, each looked up once."""

    def __init__(self, session: Session) -> None:
        from tracker.words.terms import SENTENCES

        text = session.words.text
        self.vietnamese = session.lang == "vi"
        self.states = {state: text(SENTENCES[f"TaskState.{state}"]) for state in STATES}
        self.classes = {each: text(SENTENCES[f"DeadlineClass.{each}"]) for each in CLASSES}
        self.late = session.text(
            "{standing}, {days} days ({working} working days)", standing="%s", days="%d", working="%d"
        )
        self.none = session.text("no deadline")
        self.changed = session.text("(changed after the start)")
        self.restricted = session.text("(restricted viewers)")

    def row(self, row: Row) -> tuple[str, ...]:
        """One task as a line of the table."""
        marks = [self.restricted] if row.secrecy != "normal" else []
        marks += [self.changed] if row.changed_after_start else []
        return (
            row.number,
            " ".join([row.title, *marks]),
            row.owner_name or "",
            row.unit or "",
            self.day(row.assigned_on),
            self.day(row.original_due_on),
            self.day(row.due_on) or self.none,
            str(row.extensions or ""),
            str(row.hand_overs or ""),
            self.states[row.state],
            self.standing(row),
        )

    def day(self, day: str | None) -> str:
        """An ISO day as it is written in the language."""
        if day is None:
            return ""
        return f"{day[8:]}/{day[5:7]}/{day[:4]}" if self.vietnamese else day

    def standing(self, row: Row) -> str:
        """The deadline class, with the days late where it is."""
        found = self.classes.get(row.deadline_class or "", "")
        return self.late % (found, row.days_late, row.working_days_late) if row.days_late else found


FILTERS = (
    Option("--state", "Only tasks in this state; may be repeated", choices=STATES, many=True),
    Option(
        "--class", "Only tasks that stand so against the deadline", key="deadline_class", choices=CLASSES, many=True
    ),
    Option("--owner", "Only tasks that this official answers for", value="CODE"),
    Option("--unit", "Only this unit and those below it", value="CODE"),
    Option("--period", "Only the tasks of this period's total", period, value="PERIOD"),
    Option("--search", "Only tasks with these words, accents ignored"),
)
COMMANDS = (
    Command(
        "task list",
        "The tasks, recalled ones too",
        list_,
        *FILTERS,
        Option(
            "--sort",
            "Order: number, due, assigned, closed, state, owner, late; “-” before it for the other way round",
            value="KEY",
        ),
        Option("--limit", "Only the first so many", whole, value="N"),
        Option("--json", "As JSON", flag=True),
    ),
)
