"""The one write path: what is saved is journaled, what is refused leaves nothing."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.store.full_house import TO, Ticking, actor, full_house
from tracker.domain.errors import Damaged, Refused, Unavailable
from tracker.domain.events import Chase
from tracker.domain.officials import OfficialId
from tracker.domain.tasks import Task, TaskId
from tracker.store import FILE, Store, engine, journal, tasks
from tracker.store.folder import create_folder, open_folder
from tracker.store.verify import verify
from tracker.store.writing import Changes


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = full_house(tmp_path / "data")
    yield store
    store.close()


def test_a_change_is_journaled_with_old_and_new_value(store: Store) -> None:
    task = tasks.by_number(store, "VP-1")
    with store.change(actor(), "task.edit", "thêm ghi chú", on=date(2026, 9, 29)) as change:
        change.save(replace(task, note="khẩn"))
    (entry,) = journal.of_action(store, change.action)
    assert entry.change["note"] == [None, "khẩn"]
    assert entry.change["version"] == [task.version, task.version + 1]
    assert set(entry.change) == {"note", "version", "search"}
    assert (entry.actor, entry.verb, entry.reason, entry.declared_on) == (1, "task.edit", "thêm ghi chú", "2026-09-29")
    assert entry.at.startswith("2026-09-30T08:")
    assert (entry.account, entry.machine) == ("vp", "PC-01")


def test_a_new_record_is_journaled_whole(store: Store) -> None:
    with store.change(actor(), "task.draft") as change:
        change.save(Task(id=change.new_id(Task), number="VP-9", title="Việc mới"))
    (entry,) = journal.of_action(store, change.action)
    assert set(entry.change) == {name for (name,) in store.rows("SELECT name FROM pragma_table_info('task')")}
    assert entry.change["title"] == "Việc mới"


def test_saving_what_is_stored_already_journals_nothing(store: Store) -> None:
    before = journal.head(store)
    with store.change(actor(), "task.edit") as change:
        assert change.save(tasks.by_number(store, "VP-1")) == tasks.by_number(store, "VP-1")
    assert journal.head(store) == before


def test_a_refusal_leaves_nothing(store: Store) -> None:
    before = journal.head(store)

    def save_and_refuse() -> None:
        with store.change(actor(), "task.edit") as change:
            change.save(replace(tasks.by_number(store, "VP-1"), note="x"))
            assert tasks.by_number(store, "VP-1").note == "x"
            raise Refused("task.unknown", number="?")

    with pytest.raises(Refused):
        save_and_refuse()
    assert journal.head(store) == before
    assert tasks.by_number(store, "VP-1").note is None


def test_a_stale_record_is_refused_and_names_who_changed_it(store: Store) -> None:
    read_before = tasks.by_number(store, "VP-1")
    with store.change(actor(2), "task.edit") as change:
        change.save(replace(read_before, note="của người khác"))
    with pytest.raises(Refused) as refused, store.change(actor(1), "task.edit") as change:
        change.save(replace(read_before, note="của tôi"))
    assert refused.value.code == "store.changed_meanwhile"
    assert refused.value.parameters["by"] == "Hà Thị Ánh Nguyệt"
    assert tasks.by_number(store, "VP-1").note == "của người khác"


def test_a_change_inside_another_joins_its_action(store: Store) -> None:
    with store.change(actor(), "round") as outer:
        for percent in (10, 20):
            with store.change(actor(), "task.progress", behalf=OfficialId(3)) as inner:
                inner.save(replace(tasks.by_number(store, "VP-1"), percent=percent))
    entries = journal.of_action(store, outer.action)
    assert [(entry.verb, entry.behalf) for entry in entries] == [("task.progress", 3)] * 2
    assert tasks.by_number(store, "VP-1").percent == 20


def test_a_refusal_inside_a_joined_change_undoes_the_whole(store: Store) -> None:

    def refuse_inside() -> None:
        with store.change(actor(), "round") as outer:
            outer.save(replace(tasks.by_number(store, "VP-1"), percent=10))
            with store.change(actor(), "task.progress"):
                raise Refused("task.unknown", number="?")

    with pytest.raises(Refused):
        refuse_inside()
    assert tasks.by_number(store, "VP-1").percent == 0


def test_listeners_hear_what_was_changed(store: Store) -> None:
    heard: list[Changes] = []
    store.listen(heard.append)
    with store.change(actor(), "task.chase") as change:
        change.save(
            Chase(id=change.new_id(Chase), task=TaskId(1), chased_on=TO, chased_by=OfficialId(1), reason="nhắc")
        )
    assert heard == [change.done]
    assert change.done.records == (("chase", 2),)


def test_two_processes_write_one_after_the_other(store: Store) -> None:
    other = open_folder(store.folder)
    for each, note in ((store, "một"), (other, "hai"), (store, "ba")):
        with each.change(actor(), "task.edit") as change:
            change.save(replace(tasks.by_number(each, "VP-1"), note=note))
    other.close()
    assert verify(store).whole


def test_a_held_lock_is_told_not_thrown(store: Store) -> None:
    other = open_folder(store.folder)
    other.connection.execute("PRAGMA busy_timeout = 1")
    with store.change(actor(), "task.edit") as change:
        change.save(replace(tasks.by_number(store, "VP-1"), note="x"))
        with pytest.raises(Unavailable) as refused, other.change(actor(), "task.edit"):
            pass
    other.close()
    assert refused.value.code == "store.locked"


def test_a_clock_that_runs_backwards_is_journaled(store: Store) -> None:
    last = journal.entries(store)[-1].at
    with store.change(actor(clock=Ticking(datetime(2020, 1, 1, tzinfo=UTC))), "task.edit") as change:
        change.save(replace(tasks.by_number(store, "VP-1"), note="x"))
    clock, edit = journal.of_action(store, change.action)
    assert (clock.verb, clock.kind, clock.change) == (
        "clock.backwards",
        "clock",
        {"behind": last, "now": "2020-01-01T00:00:01.000000Z"},
    )
    assert edit.verb == "task.edit"
    assert verify(store).whole


def test_the_machine_s_time_is_kept_in_utc_whatever_its_zone(store: Store) -> None:
    hanoi = Ticking(datetime(2026, 9, 30, 23, 59, 0, tzinfo=timezone(timedelta(hours=7))))
    with store.change(actor(clock=hanoi), "task.edit") as change:
        change.save(replace(tasks.by_number(store, "VP-1"), note="x"))
    assert journal.of_action(store, change.action)[-1].at == "2026-09-30T16:59:01.000000Z"


def test_a_folder_is_made_once(tmp_path: Path) -> None:
    create_folder(tmp_path / "a").close()
    with pytest.raises(Refused) as refused:
        create_folder(tmp_path / "a")
    assert refused.value.code == "store.exists"


def test_each_chain_has_an_id_of_its_own(tmp_path: Path) -> None:
    made = [create_folder(tmp_path / name) for name in "ab"]
    heads = {journal.head(each)[1] for each in made}
    for each in made:
        each.close()
    assert len(heads) == 2


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        open_folder(tmp_path / "nothing")
    assert refused.value.code == "store.missing"


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100, b"SQLite format 3\0" + b"\xff" * 4096])
def test_a_foreign_or_damaged_file_is_named_and_left_untouched(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(Damaged) as refused:
        open_folder(tmp_path)
    assert refused.value.code in ("store.not_ours", "store.damaged")
    assert (tmp_path / FILE).read_bytes() == content


def test_a_newer_file_is_refused_and_left_untouched(store: Store) -> None:
    store.connection.execute("PRAGMA user_version = 99")
    store.close()
    before = store.path.read_bytes()
    with pytest.raises(Refused) as refused:
        open_folder(store.folder)
    assert (refused.value.code, refused.value.parameters["version"]) == ("store.newer", 99)
    assert store.path.read_bytes() == before


def test_the_hash_tells_apart_what_joined_text_would_not() -> None:
    one: tuple[str | int | None, ...] = (1, "ab", "c", None)
    assert (
        len({journal.hash_of(row) for row in (one, (1, "a", "bc", None), (1, "ab", "c", ""), ("1", "ab", "c", None))})
        == 4
    )


def test_the_file_can_be_opened_by_any_sqlite_tool(store: Store) -> None:
    db = sqlite3.connect(store.path)
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert db.execute("SELECT number FROM task ORDER BY number_key").fetchall() == [("VP-1",), ("VP-2",)]
    assert json.loads(db.execute("SELECT changes FROM journal WHERE seq = 1").fetchone()[0])["id"] == "chain"
    db.close()


def test_an_office_of_the_first_version_is_migrated_after_a_backup(tmp_path: Path) -> None:
    store = create_folder(tmp_path / "a")
    for name in ("kept_report", "paper_form"):
        store.connection.execute(f"DROP TABLE {name}")
    engine.mark(store.connection, 1)
    store.close()
    other = open_folder(tmp_path / "a")
    assert verify(other).whole
    assert other.rows("SELECT count(*) FROM kept_report") == [(0,)]
    assert list((tmp_path / "a" / "backups").iterdir())
    other.close()
