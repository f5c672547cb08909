"""Any sequence of deeds by anybody: verify holds, refusals change nothing, the rules stand, all can be undone."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.actions.house import DEEDS, DOCUMENT, EVERYBODY, TODAY, House
from tracker.actions.undo import undo
from tracker.domain import events
from tracker.domain.clarity import clear
from tracker.domain.errors import Refused
from tracker.domain.new_task import NewCoordinator
from tracker.domain.tasks import UNASSIGNED, Task, TaskState
from tracker.store import journal
from tracker.store import tasks as stored
from tracker.store.folder import open_folder
from tracker.store.verify import verify

LAST = date(2026, 9, 30)
KINDS = (
    *(events.Coordination, events.Progress, events.Submission, events.Extension, events.HandOver),
    *(events.Pause, events.Decline, events.Chase, events.Explanation, events.Evidence),
)
OWNERS = ("start", "progress", "submit", "decline", "explain", "ask")
ASSIGNERS = ("confirm", "return", "pause", "resume", "approve", "reject", "accept", "chase", "edit", "hand over")
NEXT = {
    "draft": ("propose", "assign"),
    "proposed": ("assign", "refuse", "assign"),
    "assigned": ("start", "ask", "decline", "hand over", "submit", "approve", "answer", "edit", "reject"),
    "doing": ("ask", "approve", "submit", "progress", "pause", "chase", "explain", "accept"),
    "submitted": ("confirm", "return", "hand over", "return"),
    "redo": ("start", "ask", "approve", "submit", "pause"),
    "declined": ("return", "hand over"),
    "paused": ("resume", "ask", "resume"),
    "done": ("explain",),
    "recalled": ("edit",),
}
"""What is likely to come next in each state."""
Step = tuple[str, int, str | None, int, int, bool]
"""Any deed, which of the likely ones, who (None: the likely one by who may), which task, days later, with a basis."""

step = st.tuples(
    st.sampled_from(sorted(DEEDS)),
    st.integers(0, 8),
    st.one_of(st.none(), st.none(), st.none(), st.sampled_from(EVERYBODY)),
    st.integers(0, 2),
    st.sampled_from((0, 0, 0, 1, 5)),
    st.booleans(),
)


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed office with three tasks: ordinary, proposed, the head's own."""
    house = House(tmp_path_factory.mktemp("office") / "data")
    house.given(coordinators=(NewCoordinator(official=house.id("CB1")),))
    house.led_to(TaskState.PROPOSED)
    house.given_to_the_head()
    house.close()
    return house.store.folder


@contextmanager
def opened(folder: Path) -> Iterator[House]:
    """The office on a copy of its folder."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        copy = Path(place) / "data"
        shutil.copytree(folder, copy)
        house = House.__new__(House)
        house.store = open_folder(copy)
        house.store.connection.execute("PRAGMA synchronous = OFF")
        with closing(house.store):
            yield house


def played(house: House, steps: list[Step]) -> Iterator[tuple[date, Any, list[Task], list[Task]]]:
    """Do one step after the other: its day, its changes (None where refused), the tasks before and after."""
    day, numbers = TODAY, [task.number for task in stored.every(house.store)]
    for deed, likely, who, which, later, based in steps:
        day = min(day + timedelta(days=later), LAST)
        before, head, changes = stored.every(house.store), journal.head(house.store), None
        if who is None:
            choices = NEXT[house.task(numbers[which]).state]
            deed = choices[likely % len(choices)]
            who = one_who_may(house, deed, numbers[which])
        try:
            changes = house.do(deed, who, numbers[which], today=day, **(DOCUMENT if based else {}))
        except Refused:
            assert journal.head(house.store) == head
        yield day, changes, before, stored.every(house.store)


def one_who_may(house: House, deed: str, number: str) -> str:
    """The owner, the assigner, or who records for the superior."""
    task, codes = house.task(number), {house.id(code): code for code in EVERYBODY}
    if deed in OWNERS and task.owner:
        return codes[task.owner]
    if deed in ASSIGNERS:
        return codes[task.assigner] if task.assigner else "PCT"
    return {"answer": "CB1"}.get(deed, "TP")


@given(steps=st.lists(step, max_size=40))
@settings(max_examples=40)
def test_the_rules_stand_and_the_journal_holds(founded: Path, steps: list[Step]) -> None:
    with opened(founded) as house:
        for day, changes, before, after in played(house, steps):
            for old, new in zip(before, after, strict=True):
                check(house, old, new, day)
                assert changes is not None or old == new
        found = verify(house.store)
        assert found.whole, found.findings


def check(house: House, old: Task, new: Task, day: date) -> None:
    """Rules 1 to 3 of design.md §2, and the counters against the events."""
    if new.state not in UNASSIGNED and new.assigned_on:
        assert new.owner is not None
        assert new.assigner != new.owner
        assert clear(new).dots == 6
        assert old.state in UNASSIGNED or new.original_due_on == old.original_due_on
    if old.assigned_on and new.due_on != old.due_on:
        assert new.extensions == old.extensions + 1 or (old.state, new.resume_state) == (TaskState.PAUSED, None)
    if new != old and new.state != old.state:
        assert new.moved_on == day
    assert old.state is not TaskState.DONE or new.state is TaskState.DONE
    assert old.state is not TaskState.RECALLED or new == old
    counts = {
        kind: len(stored.events(house.store, kind, new.id)) for kind in (events.Chase, events.HandOver, events.Pause)
    }
    assert (new.chases, new.hand_overs, new.pauses) == tuple(counts.values())
    decided = [each.decided_by for each in stored.events(house.store, events.Submission, new.id)]
    if new.state is TaskState.DONE:
        assert decided[-1] not in (None, new.owner)
    approved = [
        each
        for each in stored.events(house.store, events.Extension, new.id)
        if each.decision is events.ExtensionDecision.APPROVED
    ]
    assert len(approved) == new.extensions


@given(steps=st.lists(step, max_size=25))
@settings(max_examples=30)
def test_undoing_it_all_brings_everything_back(founded: Path, steps: list[Step]) -> None:
    """The head of the office undoes the last action first; of the head's own task, whoever did it does."""
    with opened(founded) as house:
        past: list[tuple[int, int, dict[Any, Any]]] = []
        snapshot = told(house)
        for _, changes, _, _ in played(house, steps):
            if changes is not None and changes.records:  # deciding the same a second time leaves nothing to undo
                past.append((changes.action, journal.of_action(house.store, changes.action)[0].actor, snapshot))
                snapshot = told(house)
        for action, by, before in reversed(past):
            own = any(
                entry.kind == "task" and int(entry.record) == 3 for entry in journal.of_action(house.store, action)
            )
            if own:
                declared = date.fromisoformat(journal.of_action(house.store, action)[0].declared_on)
                undo(house.store, replace(house.actor("CT", declared), official=by), action)
            else:
                undo(house.store, house.actor("CT", LAST), action, reason="hoàn tác")
            assert told(house) == before
        assert verify(house.store).whole


def told(house: House) -> dict[Any, Any]:
    """All that the tasks and their events say, whatever their versions."""
    every = stored.every(house.store)
    found: dict[Any, Any] = {task.id: replace(task, version=0) for task in every}
    for kind in KINDS:
        for task in every:
            found[kind, task.id] = [replace(each, version=0) for each in stored.events(house.store, kind, task.id)]
    return found
