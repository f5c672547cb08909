"""The automatic backup of the day: made once beside the work, told where it cannot be, never of the sample."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from tracker import machine
from tracker.store.backup import look_into
from tracker.ui.desk import Desk
from tracker.ui.safekeeping import Safekeeping
from tracker.ui.status import Status
from tracker.ui.window import Window


@pytest.fixture
def keeping(desk: Desk, window: Window, monkeypatch: pytest.MonkeyPatch) -> Safekeeping:
    """As in an office that is no sample."""
    monkeypatch.setattr(Desk, "sample", property(lambda _: False))
    return Safekeeping(window, Status(desk, window.statusBar()))


def of_today(desk: Desk) -> Path:
    return desk.store.folder / "backups" / f"tu-dong-{machine.today().isoformat()}.zip"


def test_the_day_gets_its_backup_once(desk: Desk, window: Window, keeping: Safekeeping, qtbot) -> None:
    keeping.look()
    qtbot.waitUntil(lambda: of_today(desk).exists() and not keeping.busy, timeout=20_000)
    assert look_into(of_today(desk)).tasks == 40
    told = [each.text() for each in window.statusBar().findChildren(QPushButton, "status-backup")]
    assert any(text.startswith("Sao lưu: ") for text in told)
    before = of_today(desk).stat().st_mtime_ns
    desk.turned.emit()
    assert not keeping.busy
    assert of_today(desk).stat().st_mtime_ns == before


def test_data_that_does_not_hold_is_told_and_not_kept(desk: Desk, keeping: Safekeeping, qtbot) -> None:
    told: list[str] = []
    desk.said.connect(lambda words, _: told.append(words))
    desk.store.connection.execute("UPDATE task SET title = 'đổi ngoài chương trình' WHERE id = 1")
    keeping.look()
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert told[0].startswith("Chưa sao lưu tự động được hôm nay.")
    assert not of_today(desk).exists()


def test_the_window_closes_without_waiting_for_it(desk: Desk, window: Window, keeping: Safekeeping, qtbot) -> None:
    keeping.look()
    assert keeping.busy
    window.close()
    assert not keeping.busy


def test_the_sample_needs_none(desk: Desk, window: Window) -> None:
    kept = Safekeeping(window, Status(desk, window.statusBar()))
    kept.look()
    assert not kept.busy
