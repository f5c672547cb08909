"""Undoing appends: the old values come back, what was made is marked, the journal keeps both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.store.full_house import TO, actor, full_house
from tracker.domain.errors import Refused
from tracker.domain.events import Chase
from tracker.domain.officials import OfficialId
from tracker.domain.settings import Setting
from tracker.domain.tasks import Task, TaskId, TaskState
from tracker.store import Store, journal, settings, tasks
from tracker.store.undo import undo
from tracker.store.verify import verify


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = full_house(tmp_path / "data")
    yield store
    store.close()


def undone(store: Store, action: int) -> int:
    with store.change(actor(), "undo", "nhầm") as change:
        undo(store, change, action)
    return change.action


def submit(store: Store) -> int:
    """Confirm task 1, which is submitted."""
    with store.change(actor(), "task.confirm") as change:
        change.save(replace(tasks.by_number(store, "VP-1"), state=TaskState.DONE, confirmed_on=TO, moved_on=TO))
    return change.action


def moves(store: Store) -> list[tuple[object, ...]]:
    return store.rows("SELECT * FROM task_move ORDER BY seq")


def test_old_values_come_back_and_the_journal_keeps_both(store: Store) -> None:
    before, moved = tasks.by_number(store, "VP-1"), moves(store)
    action = submit(store)
    assert len(moves(store)) == len(moved) + 1
    by = undone(store, action)
    assert replace(tasks.by_number(store, "VP-1"), version=0) == replace(before, version=0)
    assert moves(store) == moved
    assert [entry.verb for entry in journal.of_action(store, by)] == ["undo", "undo"]
    assert verify(store).whole


def test_undoing_the_undo_brings_the_action_and_its_moves_back(store: Store) -> None:
    action = submit(store)
    after, moved = tasks.by_number(store, "VP-1"), moves(store)
    undone(store, undone(store, action))
    assert replace(tasks.by_number(store, "VP-1"), version=0) == replace(after, version=0)
    assert moves(store) == moved
    assert verify(store).whole


def test_an_undone_event_leaves_the_lists_but_not_the_file(store: Store) -> None:
    with store.change(actor(), "task.chase") as change:
        change.save(
            Chase(id=change.new_id(Chase), task=TaskId(1), chased_on=TO, chased_by=OfficialId(1), reason="nhắc")
        )
        change.save(replace(tasks.by_number(store, "VP-1"), chases=2))
    undone(store, change.action)
    assert len(tasks.events(store, Chase, TaskId(1))) == 1
    assert store.rows("SELECT id, undone FROM chase ORDER BY id") == [(1, 0), (2, 1)]


def test_an_undone_creation_is_a_recall_that_leaves_every_count(store: Store) -> None:
    task = tasks.by_number(store, "VP-2")
    assert (task.state, task.undone, task.recall_reason) == (TaskState.RECALLED, True, "hoàn tác")
    assert task.number not in [each.number for each in tasks.every(store)]


def test_an_undone_setting_has_its_default_again_and_can_be_set_anew(store: Store) -> None:
    with store.change(actor(), "setting.set") as change:
        change.save(replace(settings.record(store, "due_soon_days"), value="5"))
    undone(store, change.action)
    assert settings.number(store, "due_soon_days") == 3
    with store.change(actor(), "setting.set") as change:
        change.save(replace(settings.record(store, "due_soon_days"), value="7"))
    assert settings.number(store, "due_soon_days") == 7
    assert isinstance(settings.record(store, "due_soon_days"), Setting)


def test_what_something_stands_on_is_refused(store: Store) -> None:
    first = submit(store)
    with store.change(actor(), "task.edit") as change:
        change.save(replace(tasks.by_number(store, "VP-1"), note="sau đó"))
    with pytest.raises(Refused) as refused:
        undone(store, first)
    assert (refused.value.code, refused.value.parameters["later"]) == ("undo.stands_on", change.action)
    undone(store, change.action)
    undone(store, first)
    assert verify(store).whole


def test_twice_unknown_and_first_actions_are_refused(store: Store) -> None:
    action = submit(store)
    undone(store, action)
    for number, code in ((action, "undo.already"), (99_999, "undo.unknown"), (1, "undo.first")):
        with pytest.raises(Refused) as refused:
            undone(store, number)
        assert refused.value.code == code


def test_an_official_that_a_task_names_is_not_undone(store: Store) -> None:
    from tracker.domain.officials import Official

    with store.change(actor(), "official.add") as made:
        new = made.save(
            Official(
                id=OfficialId(made.new_id(Official)),
                code="CB09",
                name="Đỗ Thị Ái",
                family_name="Đỗ Thị",
                given_name="Ái",
            )
        )
    with store.change(actor(), "task.assign") as change:
        change.save(Task(id=change.new_id(Task), number="VP-3", title="Việc", owner=new.id))
    with pytest.raises(Refused) as refused:
        undone(store, made.action)
    assert refused.value.code == "undo.stands_on"
