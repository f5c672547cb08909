"""The counts of any history against counting it day by day, written without a look at how the figures do it."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import Office, an_office
from tracker.domain.periods import Period
from tracker.figures import counts
from tracker.store import listing
from tracker.store.listing import Wanted

DAY = timedelta(days=1)
BEGIN, END = date(2026, 3, 1), date(2026, 8, 31)
PEOPLE = {"CB01": "UBND", "CB02": "VP", "CB03": "VP", "CB04": "KTHTĐT", "CB05": "TỔ"}
TREES = {"UBND": {"UBND", "VP", "KTHTĐT", "TỔ"}, "VP": {"VP", "TỔ"}, "KTHTĐT": {"KTHTĐT"}}
OPEN = ("assigned", "doing", "redo", "declined")
CLOSED = ("done", "recalled")
ALLOWED = {
    "start": ("assigned", "redo"),
    "submit": ("assigned", "doing", "redo"),
    "confirm": ("submitted",),
    "return_": ("submitted",),
    "extend": ("assigned", "doing", "redo"),
    "hand_over": (*OPEN, "submitted", "paused"),
    "decline": ("assigned", "doing", "redo"),
    "pause": ("assigned", "doing", "redo"),
    "resume": ("paused",),
    "recall": (*OPEN, "submitted", "paused"),
}
Event = tuple[date, str, str, str, date | None, date | None]
"""What happened: day, act, and behind it the owner, state, deadline and day of submission."""
Inside = Callable[[str, date], bool]

spans = st.dates(BEGIN, END)
people = st.sampled_from(sorted(PEOPLE))
acts = st.sampled_from([*ALLOWED, "submit", "hand_over", "hand_over"])
wishes = st.lists(st.tuples(acts, st.integers(0, 25), people, st.integers(1, 20)), max_size=7)
histories = st.lists(st.tuples(people, spans, st.none() | st.integers(0, 40), wishes), min_size=1, max_size=5)
posts = st.lists(st.tuples(people, st.sampled_from(sorted(set(PEOPLE.values()))), spans), max_size=3)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(histories, posts, spans, st.integers(0, 120), spans)
def test_any_history_counts_as_day_by_day(
    tmp_path_factory: pytest.TempPathFactory, tasks: list, moved: list, first: date, length: int, today: date
) -> None:
    office = an_office(tmp_path_factory.mktemp("office"), "UBND", "VP", "KTHTĐT")
    office.add_unit("TỔ", parent="VP")
    for code, unit in PEOPLE.items():
        office.add_official(code, unit)
    for code, unit, on in moved:
        office.appoint(code, unit, starts_on=on)
    told = [tell(office, f"NV{n}", *task) for n, task in enumerate(tasks)]
    period = Period(first, min(first + length * DAY, END))
    try:
        for unit, tree in TREES.items():
            found = vars(counts.sheet(office.store, office.units[unit].id, period, today).counts)
            expected = sum((walk(events, belonging(moved, tree), period, today) for events in told), Counter())
            assert {name: n for name, n in found.items() if n and name != "on_time_rate"} == dict(+expected)
            assert listed(office, unit, period, today) == +Counter({name: found[name] for name in counts.OUTCOMES})
    finally:
        office.close()


def listed(office: Office, unit: str, period: Period, today: date) -> Counter[str]:
    """What the rows behind the total say of themselves, as a list shows them on the last day seen."""
    behind = counts.members(office.store, office.units[unit].id, period, today)
    rows = listing.page(office.store, Wanted(tasks=behind), min(period.last, today))
    of_state = {"submitted": "awaiting", "paused": "paused"}
    of_class = {"due_soon": "in_time", "in_time": "in_time", "overdue": "overdue", "no_deadline": "no_deadline"}
    return Counter(
        of_state.get(row.state)
        or (row.deadline_class if row.state == "done" else f"doing_{of_class[row.deadline_class]}")
        for row in rows
    )


def tell(office: Office, number: str, owner: str, on: date, days: int | None, wanted: list) -> list[Event]:
    """Carry out what is allowed of the wishes and return what happened."""
    due = None if days is None else on + days * DAY
    office.assign(number, owner, on=on, due_on=due)
    told: list[Event] = [(on, "assign", owner, "assigned", due, None)]
    for act, gap, other, more in wanted:
        before, _, owner, state, due, _ = told[-1]
        if state not in ALLOWED[act] or (act == "extend" and due is None) or (act == "hand_over" and other == owner):
            continue
        on = before + gap * DAY
        arguments = {"extend": {"due_on": (due or on) + more * DAY}, "hand_over": {"to": other}}.get(act, {})
        task = getattr(office, act)(number, on=on, **arguments)
        now = other if act == "hand_over" else owner
        told.append((on, act, now, str(task.state), task.due_on, task.submitted_on))
    return told


def belonging(moved: list, tree: set[str]) -> Inside:
    def inside(person: str, on: date) -> bool:
        began = [(start, n, unit) for n, (code, unit, start) in enumerate(moved) if code == person and start <= on]
        return (max(began)[2] if began else PEOPLE[person]) in tree

    return inside


def walk(events: list[Event], inside: Inside, period: Period, today: date) -> Counter[str]:
    """Go through every day of a task, and ask each morning and at each event whether it came in or went out."""
    found: Counter[str] = Counter()
    end = min(period.last, today)
    was: Event | None = None
    for n in range((max(end, BEGIN) - BEGIN).days + 1):
        on = BEGIN + n * DAY
        if on > end:
            break
        if was and was[3] not in CLOSED:
            found["carried_over"] += on == period.first and inside(was[2], on - DAY)
            if on >= period.first:
                found += crossed(inside(was[2], on - DAY), inside(was[2], on), was, on)
        for event in (each for each in events if each[0] == on):
            if on >= period.first:
                found += happened(event, was, inside, on)
            was = event
    return found + became(was, inside, period, end) if was else found


def happened(event: Event, was: Event | None, inside: Inside, on: date) -> Counter[str]:
    """What an event within the period counts as."""
    _, act, owner, *_ = event
    if act == "hand_over" and was:
        return crossed(inside(was[2], on), inside(owner, on), was, on)
    name = {"assign": "assigned", "recall": "recalled"}.get(act, "")
    return Counter({name: int(bool(name) and inside(owner, on))})


def crossed(before: bool, after: bool, was: Event, on: date) -> Counter[str]:
    """Came in, or went out and how late it was that day."""
    if before == after:
        return Counter()
    if after:
        return Counter(received=1)
    _, _, _, state, due, submitted = was
    seen = submitted if state == "submitted" and submitted else on
    late = state != "paused" and due is not None and due < seen
    return Counter(handed_over=1, handed_over_overdue=int(late))


def became(was: Event, inside: Inside, period: Period, end: date) -> Counter[str]:
    """What became of the task by the end, if it is of the total; what a period to come will carry over."""
    closed_on, _, owner, state, due, submitted = was
    if state == "recalled" or (state == "done" and closed_on < min(period.first, end + DAY)):
        return Counter()
    if not inside(owner, closed_on if state == "done" else end):
        return Counter()
    ahead = Counter(carried_over=int(end < period.first))
    return ahead + Counter(["total", count_of(state, due, submitted, end)])


def count_of(state: str, due: date | None, submitted: date | None, end: date) -> str:
    if state == "done":
        if due is None or submitted is None:
            return "done_no_deadline"
        return "done_early" if submitted < due else "done_on_time" if submitted == due else "done_late"
    if state in ("submitted", "paused"):
        return {"submitted": "awaiting", "paused": "paused"}[state]
    return "doing_no_deadline" if due is None else "doing_overdue" if due < end else "doing_in_time"
