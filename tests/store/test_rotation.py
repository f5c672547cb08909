"""One automatic backup a day; older ones are thinned out, never the last good one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.store.full_house import full_house
from tracker.domain.errors import Damaged
from tracker.store import Store, journal
from tracker.store.backup import backup, look_into
from tracker.store.rotation import by_hand, daily, kept, spare

TODAY = date(2026, 9, 30)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = full_house(tmp_path / "data")
    yield store
    store.close()


def dated(*days: date) -> list[tuple[date, Path]]:
    return [(day, Path(day.isoformat())) for day in days]


def test_a_day_has_one_automatic_backup(store: Store) -> None:
    made = daily(store, TODAY)
    assert made is not None
    assert look_into(made).head == journal.head(store)[1]
    assert daily(store, TODAY) is None
    assert daily(store, TODAY + timedelta(days=1)) is not None
    assert [each.automatic for each in kept(store.folder)] == [True, True]


def test_the_folder_is_listed_newest_first_and_foreign_files_are_left_out(store: Store) -> None:
    hand = by_hand(store.folder, datetime(2026, 9, 30, 10, 15, 0, tzinfo=UTC))
    backup(store, hand)
    (store.folder / "backups" / "ghi chú.txt").write_text("của tôi", encoding="utf-8")
    old = store.folder / "backups" / "before-2-20250101-000000.sqlite3"
    old.write_bytes(b"")
    os.utime(old, (1_700_000_000, 1_700_000_000))
    found = kept(store.folder)
    assert [(each.path.name, each.automatic, each.restorable) for each in found] == [
        ("sao-luu-2026-09-30-101500.zip", False, True),
        ("before-2-20250101-000000.sqlite3", True, False),
    ]
    assert found[0].size == hand.stat().st_size


def test_of_a_year_of_days_a_week_some_weeks_and_the_months_stay() -> None:
    days = [TODAY - timedelta(days=each) for each in range(365)]
    gone = {path.name for path in spare(dated(*days))}
    left = [day for day in days if day.isoformat() not in gone]
    assert left[:7] == days[:7]
    assert [day.isoformat() for day in left[7:10]] == ["2026-09-20", "2026-09-13", "2026-09-06"]
    assert [f"{day:%m/%Y}" for day in left[10:]] == [
        *(f"{month:02d}/2026" for month in range(8, 0, -1)),
        *(f"{month}/2025" for month in (12, 11, 10)),
    ]


def test_backups_of_a_holiday_long_ago_are_not_thinned_away() -> None:
    """The last backups count, however old they are."""
    assert spare(dated(*(date(2020, 1, day) for day in range(1, 8)))) == []


def test_what_is_spare_goes_only_after_the_new_one_holds(store: Store) -> None:
    folder = store.folder / "backups"
    old = [folder / f"tu-dong-{date(2026, 8, 1) + timedelta(days=each)}.zip" for each in range(28)]
    for path in old:
        path.write_bytes(b"x")
    own = folder / "tu-dong-của-tôi.zip"
    own.write_bytes(b"x")
    store.connection.execute("UPDATE task SET title = 'đổi ngoài chương trình'")
    with pytest.raises(Damaged):
        daily(store, TODAY)
    assert sorted(path.name for path in folder.glob("*.zip")) == sorted(path.name for path in [*old, own])
    assert not (folder / f"tu-dong-{TODAY}.zip").exists()


def test_thinning_leaves_what_people_put_there(store: Store) -> None:
    folder = store.folder / "backups"
    for each in range(60):
        (folder / f"tu-dong-{date(2026, 7, 1) + timedelta(days=each)}.zip").write_bytes(b"x")
    for name in ("tu-dong-của-tôi.zip", "sao-luu-2020-01-01-000000.zip"):
        (folder / name).write_bytes(b"x")
    assert daily(store, TODAY) is not None
    names = {path.name for path in folder.glob("*.zip")}
    assert {"tu-dong-của-tôi.zip", "sao-luu-2020-01-01-000000.zip", f"tu-dong-{TODAY}.zip"} <= names
    assert len(names) < 20
