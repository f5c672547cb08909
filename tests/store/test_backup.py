"""A backup holds everything, is verified, and comes back; a foreign or altered one changes nothing."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.store.full_house import actor, full_house
from tracker.domain.errors import Damaged, Expected, Refused
from tracker.figures.called import Names
from tracker.store import FILE, Store, journal, tasks
from tracker.store.backup import backup, look_into, restore
from tracker.store.folder import open_folder
from tracker.store.verify import verify
from tracker.words import Words


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = full_house(tmp_path / "data")
    yield store
    store.close()


def edit(store: Store, note: str) -> None:
    with store.change(actor(), "task.edit") as change:
        change.save(replace(tasks.by_number(store, "VP-1"), note=note))


def test_a_backup_tells_what_it_holds(store: Store, tmp_path: Path) -> None:
    content = backup(store, tmp_path / "sao lưu.zip")
    assert content == look_into(tmp_path / "sao lưu.zip")
    assert (content.office, content.officials, content.tasks, content.files) == (
        "Ủy ban nhân dân phường Bạch Liên",
        3,
        1,
        1,
    )
    assert (content.entries, content.head) == journal.head(store)


def test_restoring_brings_the_data_back_and_names_the_head_it_discarded(store: Store, tmp_path: Path) -> None:
    backup(store, tmp_path / "b.zip")
    edit(store, "sau khi sao lưu")
    discarded = journal.head(store)
    store.close()
    aside = restore(tmp_path / "b.zip", store.folder, lambda _: actor(), "máy hỏng")
    with closing(open_folder(store.folder)) as back:
        assert tasks.by_number(back, "VP-1").note is None
        last = journal.entries(back)[-1]
        assert (last.verb, last.reason) == ("restore", "máy hỏng")
        assert last.change == {"discarded_entries": discarded[0], "discarded_head": discarded[1], "from": "b.zip"}
        assert verify(back).whole
    assert aside is not None
    with closing(open_folder(aside)) as kept:
        assert tasks.by_number(kept, "VP-1").note == "sau khi sao lưu"


def test_the_backups_made_so_far_can_be_chosen_from_after_restoring_too(store: Store) -> None:
    kept = store.folder / "backups"
    for name in ("a.zip", "b.zip"):
        backup(store, kept / name)
    store.close()
    restore(kept / "a.zip", store.folder, lambda _: actor(), "máy hỏng")
    assert sorted(each.name for each in kept.iterdir()) == ["a.zip", "b.zip"]
    assert restore(kept / "b.zip", store.folder, lambda _: actor(), "nhầm bản") is not None


def test_a_backup_is_restored_where_nothing_was(store: Store, tmp_path: Path) -> None:
    backup(store, tmp_path / "b.zip")
    assert restore(tmp_path / "b.zip", tmp_path / "new" / "data", lambda _: actor(), None) is None
    with closing(open_folder(tmp_path / "new" / "data")) as back:
        assert verify(back).files == 3


def altered(source: Path, target: Path, name: str, content: bytes) -> Path:
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
        new.writestr(name, content)
    return target


@pytest.mark.parametrize(
    "name", ["../outside", "evidence/../../x", "/etc/x", "evidence/short", "C:\\x", "tracker.sqlite3-journal"]
)
def test_a_foreign_name_in_a_backup_is_refused(store: Store, tmp_path: Path, name: str) -> None:
    backup(store, tmp_path / "b.zip")
    with pytest.raises(Refused) as refused:
        look_into(altered(tmp_path / "b.zip", tmp_path / "c.zip", name, b"x"))
    assert refused.value.code == "backup.not_ours"


def test_an_altered_backup_is_refused_and_the_present_data_stays(store: Store, tmp_path: Path) -> None:
    backup(store, tmp_path / "b.zip")
    with zipfile.ZipFile(tmp_path / "b.zip") as package:
        content = package.read(FILE)
    wrong = altered(
        tmp_path / "b.zip", tmp_path / "c.zip", FILE, content.replace("Số hóa sổ".encode(), "Số hoá sổ".encode(), 1)
    )
    head = journal.head(store)
    store.close()
    with pytest.raises(Damaged):
        restore(wrong, store.folder, lambda _: actor(), None)
    with closing(open_folder(store.folder)) as same:
        assert journal.head(same) == head
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.zip", "bien-ban.txt", "c.zip", "data"]


@pytest.mark.parametrize("content", [b"", b"PK\3\4 broken", b"not a zip"])
def test_what_is_no_backup_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.zip").write_bytes(content)
    with pytest.raises(Expected):
        look_into(tmp_path / "x.zip")
    with pytest.raises(Refused):
        look_into(tmp_path / "missing.zip")


def test_a_restore_is_called_by_its_kind_alone(store: Store) -> None:
    assert Names(store, Words("vi")).of("restore", "0") == Names(store, Words("vi")).exact("restore", "0")
    assert "0" not in Names(store, Words("vi")).of("restore", "0")
