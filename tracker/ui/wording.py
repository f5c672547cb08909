"""Rows in the words of a screen: states and classes, short dates, and the one sentence of a row for a screen reader."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from tracker.store.listing import Row
    from tracker.words import Words


def status(words: Words, row: Row) -> str:
    """What a chip says of a task. Days late are working days."""
    if row.state == "submitted":
        late = row.deadline_class == "overdue"
        return _late_submission(words, row) if late else words.text("Awaits confirmation")
    if row.deadline_class in ("overdue", "done_late"):
        return _late(words, row)
    return _plain(words, row.deadline_class or row.state)


def _late_submission(words: Words, row: Row) -> str:
    return words.text("Awaits confirmation, {days} days late", days=row.working_days_late)


def _late(words: Words, row: Row) -> str:
    if row.deadline_class == "overdue":
        return words.text("Overdue by {days} days", days=row.working_days_late)
    return words.text("Done, {days} days late", days=row.working_days_late)


def _plain(words: Words, code: str) -> str:
    """Written out each, so that a test finds every one of them translated."""
    said = {
        "due_soon": lambda: words.text("Due soon"),
        "in_time": lambda: words.text("In time"),
        "no_deadline": lambda: words.text("No deadline"),
        "done_early": lambda: words.text("Finished early"),
        "done_on_time": lambda: words.text("Finished on time"),
        "done_no_deadline": lambda: words.text("Done (no deadline)"),
        "draft": lambda: words.text("Draft"),
        "proposed": lambda: words.text("Proposal"),
        "paused": lambda: words.text("Paused"),
        "recalled": lambda: words.text("Taken back"),
    }
    return said[code]() if code in said else code


@lru_cache(maxsize=4_000)  # few days stand in many rows
def short(day: str | None, today: date) -> str:
    """18/9; with the year where it is not this one; a dash for none."""
    if day is None:
        return "-"
    from tracker.domain.dates import show_date

    found = show_date(date.fromisoformat(day))
    return found[:-5] if day.startswith(f"{today.year:04d}-") else found


def deadlines(row: Row, today: date) -> str:
    """One date where the deadline never changed, else "21/8 → 11/9". A draft or proposal has no first one yet."""
    now = short(row.due_on, today)
    return (
        now
        if row.original_due_on == row.due_on or row.assigned_on is None
        else f"{short(row.original_due_on, today)} → {now}"
    )


def long(words: Words, day: date) -> str:
    """The full date with its weekday: "18/9/2026, thứ Sáu"."""
    from tracker.domain.dates import show_date, show_weekday

    if words.language == "vi":
        return f"{show_date(day)}, {show_weekday(day)}"
    return f"{day.isoformat()}, {_DAYS[day.weekday()]}"


def weekday(words: Words, day: date) -> str:
    """The day of the week at the beginning of a line or the head of a column: "Thứ Sáu"."""
    from tracker.domain.dates import show_weekday

    if words.language != "vi":
        return _DAYS[day.weekday()]
    return beginning(show_weekday(day))


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def sentence(words: Words, row: Row, today: date) -> str:
    """A row for whoever hears it: number, status, owner, task, deadline."""
    return words.text(
        "{number}, {status}, {owner}: {title}, due {due}",
        number=row.number,
        status=status(words, row),
        owner=row.owner_name,
        title=row.title,
        due=deadlines(row, today),
    )


def day(words: Words, shown: date) -> str:
    """A day in full, as people write it: 05/3/2026."""
    from tracker.domain.dates import show_date

    return show_date(shown) if words.language == "vi" else shown.isoformat()


def beginning(words: str) -> str:
    """Words with a capital letter: what stands at the beginning of a line."""
    return words[:1].upper() + words[1:]


def percent(words: Words, rate: Decimal | None) -> str:
    """A rate of 0 to 1 in per cent with one decimal: "92,3 %"; a dash for none."""
    if rate is None:
        return "–"
    shown = f"{rate * 100:.1f}".removesuffix(".0")
    return f"{shown.replace('.', ',') if words.language == 'vi' else shown} %"


def without_options(words: Words, sentence: str) -> str:
    """A sentence of the rules without the command line: options are called as the fields of the forms are."""
    names = {
        "--assigner": words.text("“Assigned by”"),
        "--superior": words.text("“Superior”"),
        "--basis-date": words.text("“Date of the document”"),
        "--basis": words.text("“Basis document”"),
        "--source-date": words.text("“Date of the document”"),
        "--source": words.text("“Source document”"),
        "--no-deadline": words.text("“No deadline”"),
        "--due": words.text("“Deadline”"),
        "--reason": words.text("“Reason”"),
        "--date": words.text("“Day it happened”"),
        "--product-number": words.text("“Product number”"),
        "--product": words.text("“Product”"),
        "--file": words.text("“Evidence”"),
        "--unit": words.text("“Unit”"),
        "--owner": words.text("“Person answerable”"),
        "--to": words.text("“New owner”"),
        "--coordinator": words.text("“Co-ordination”"),
        "--coefficient": words.text("“Coefficient K”"),
        "--quantity": words.text("“Quantity”"),
        "--percent": words.text("“Progress”"),
        "--faults": words.text("“Faults”"),
        "--document": words.text("“Document”"),
        "--number": words.text("“Number of the task”"),
    }
    for option, name in names.items():
        sentence = sentence.replace(option, name)
    return sentence
