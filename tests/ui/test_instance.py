"""One window per data folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from tracker.domain.errors import Unavailable
from tracker.ui import instance, lock
from tracker.ui.instance import call_first, listen

CALL = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from tracker.ui import lock
from tracker.ui.instance import call_first
application = QCoreApplication([])
folder = Path(sys.argv[1])
assert not lock(folder).tryLock(0)
call_first(folder)
"""


def test_a_second_start_brings_the_first_window_to_the_front(qtbot, tmp_path: Path) -> None:
    first, window = lock(tmp_path), QWidget()
    qtbot.addWidget(window)
    assert first.tryLock(0)
    listen(tmp_path, window)
    window.showMinimized()
    child = subprocess.Popen([sys.executable, "-c", CALL, str(tmp_path)])
    qtbot.waitUntil(lambda: window.isVisible() and not window.isMinimized(), timeout=20_000)
    assert child.wait(20) == 0
    first.unlock()


def test_after_it_has_left_the_next_one_is_first(qapp, tmp_path: Path) -> None:
    first, second = lock(tmp_path), lock(tmp_path)
    assert first.tryLock(0)
    assert not second.tryLock(0)
    first.unlock()
    assert second.tryLock(0)
    second.unlock()


def test_one_that_does_not_answer_is_told(qapp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(instance, "TRIES", 2)
    first = lock(tmp_path)
    assert first.tryLock(0)
    with pytest.raises(Unavailable, match=r"window\.held"):
        call_first(tmp_path)
    first.unlock()
