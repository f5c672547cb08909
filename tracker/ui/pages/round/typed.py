"""What stands typed in a row of the sheet, and what it says: a status, per cent, note, product number, day. No Qt.

Each cell is read by itself, so that a fault is told at its cell; what the row comes to the action judges
(tracker.actions.rounds).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from tracker.actions.rounds import Entry
from tracker.domain.dates import show_date_table
from tracker.domain.errors import Refused
from tracker.domain.text import fold, squeeze
from tracker.domain.typed_days import read_day
from tracker.domain.workflow import Step
from tracker.ui import wording

if TYPE_CHECKING:
    from datetime import date

    from tracker.domain.calendar import WorkingCalendar
    from tracker.domain.tasks import TaskId
    from tracker.words import Words

T = TypeVar("T")
STATE, PERCENT, NOTE, PRODUCT, DAY = KEYS = ("state", "percent", "note", "product", "day")
"""The cells that are typed, in the order of the columns."""
WAYS: Mapping[Step, tuple[str, ...]] = {
    Step.START: ("dang", "lam", "thuc hien", "bat dau", "doing", "start", "working", "d", "l", "s", "w"),
    Step.SUBMIT: ("trinh", "nop", "xong", "hoan thanh", "bao cao", "submit", "done", "t", "n", "x", "h", "b"),
    Step.DECLINE: ("khong", "tu choi", "decline", "refuse", "k"),
}
"""How a status is typed: the beginning of any of these words; a letter will do."""


@dataclass(frozen=True)
class Reading:
    """A row as it is understood."""

    entry: Entry | None
    """None where nothing is typed, or something is not understood."""
    faults: Mapping[str, Refused] = field(default_factory=dict)
    """Cell → what is wrong with it."""


def read(task: TaskId, typed: Mapping[str, str], today: date, calendar: WorkingCalendar) -> Reading:
    """What the cells of a row say."""
    said = {key: squeeze(text) for key, text in typed.items() if text.strip()}
    if not said:
        return Reading(None)
    faults: dict[str, Refused] = {}

    def cell(key: str, reader: Callable[[str], T]) -> T | None:
        try:
            return reader(said[key]) if key in said else None
        except Refused as refused:
            faults[key] = refused
            return None

    step = cell(STATE, read_state)
    percent = cell(PERCENT, read_percent)
    day = cell(DAY, lambda text: read_day(text, today, calendar, ahead=False))
    if PRODUCT in said and STATE not in faults and step is not Step.SUBMIT:
        faults[PRODUCT] = Refused("round.product_alone")
    if step is Step.SUBMIT and PRODUCT not in said:
        faults[STATE] = Refused("round.needs_product")
    if step is Step.DECLINE and NOTE not in said:
        faults[NOTE] = Refused("round.needs_reason")
    if step is Step.DECLINE and PERCENT in said:
        faults[PERCENT] = Refused("round.only_reason")
    if set(said) == {DAY} and not faults:
        faults[DAY] = Refused("round.day_alone")
    if faults:
        return Reading(None, faults)
    return Reading(
        Entry(
            task=task,
            step=step,
            percent=percent,
            note=said.get(NOTE),
            product_number=said.get(PRODUCT),
            on=None if day == today else day,
        )
    )


def read_state(text: str) -> Step:
    """The step that a status means. Raises Refused "round.state"."""
    plain = fold(text)
    for step, words in WAYS.items():
        if any(plain == word or (len(word) > 1 and plain.startswith(word)) for word in words):
            return step
    longer = [step for step, words in WAYS.items() if len(plain) > 1 and any(word.startswith(plain) for word in words)]
    if len(longer) == 1:
        return longer[0]
    raise Refused("round.state", text=text)


def read_percent(text: str) -> int:
    """A whole number from 0 to 100, with or without its sign. Raises Refused "round.percent"."""
    match = re.fullmatch(r"(\d{1,4})\s*%?", text)
    if match is None or int(match[1]) > 100:
        raise Refused("round.percent", text=text)
    return int(match[1])


def state_words(words: Words, step: Step) -> str:
    """A status as the sheet writes it."""
    said = {
        Step.START: words.text("working on it"),
        Step.SUBMIT: words.text("submitted result"),
        Step.DECLINE: words.text("declined work"),
    }
    return said[step]


def canonical(words: Words, key: str, text: str, today: date, calendar: WorkingCalendar) -> str:
    """A cell as it is written out once it is left; what is not understood stays as it was typed."""
    plain = squeeze(text)
    try:
        if key == STATE and plain:
            return state_words(words, read_state(plain))
        if key == PERCENT and plain:
            return str(read_percent(plain))
        if key == DAY and plain:
            day = read_day(plain, today, calendar, ahead=False)
            return show_date_table(day) if day else ""
    except Refused:
        pass
    return plain


def told(words: Words, entry: Entry) -> str:
    """What an entry records, in one line."""
    parts = []
    if entry.step is Step.DECLINE:
        parts.append(words.text("declined: {reason}", reason=entry.note))
    elif entry.step is Step.SUBMIT:
        parts.append(words.text("result submitted, {product}", product=entry.product_number))
    elif entry.percent is None and entry.note is None:
        parts.append(words.text("work begun"))
    if entry.step is not Step.DECLINE and entry.percent is not None:
        parts.append(words.text("{percent} % done", percent=entry.percent))
    if entry.note and entry.step is not Step.DECLINE:
        parts.append(words.text("note: {note}", note=entry.note))
    if entry.on is not None:
        parts.append(words.text("on {day}", day=entry.on))
    return wording.beginning("; ".join(parts))
