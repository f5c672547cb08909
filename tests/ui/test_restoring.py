"""Restoring in the running program: the window closes, the backup comes in the place of the data, a window opens."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from tracker.store import journal, settings
from tracker.store.backup import backup
from tracker.store.folder import open_folder

ROOT = Path(__file__).resolve().parents[2]

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
import tracker.ui as ui
from tracker.ui import afterwards
from tracker.ui.pages.settings.backups import RestoreDialog
from tracker.store.backup import look_into

data, kept = Path(sys.argv[1]), Path(sys.argv[2])
opened = []
whole = afterwards.complete

def complete(window):
    opened.append(window)
    whole(window)
    print("open", len(opened), flush=True)
    QTimer.singleShot(200, begin if len(opened) == 1 else window.close)

def begin():
    dialog = RestoreDialog(opened[0].desk, kept, look_into(kept))
    dialog.reason.setPlainText("máy hỏng")
    QTimer.singleShot(100, dialog.press_verb)
    QTimer.singleShot(200, read_message)
    dialog.exec()

def read_message():
    box = QApplication.activeModalWidget()
    if isinstance(box, QMessageBox):
        print("told", box.text(), flush=True)
        box.buttons()[0].click()
    elif len(opened) < 2:
        QTimer.singleShot(50, read_message)

afterwards.complete = complete
print("status", ui.open_window(data, "vi", acting="CB01"), flush=True)
"""


def test_the_window_comes_back_over_the_restored_data(office: Path, tmp_path: Path) -> None:
    from tracker.actions.office import set_setting
    from tracker.machine import actor_on
    from tracker.store import officials

    kept = tmp_path / "b.zip"
    with closing(open_folder(office)) as store:
        backup(store, kept)
        day = settings.sample_day(store)
        assert day is not None
        head = actor_on(officials.by_code(store, "CB01").id, day)
        set_setting(store, head, "due_soon_days", "9")
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", PROGRAM, str(office), str(kept)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said = done.stdout.splitlines()
    assert [line for line in said if line.startswith(("open", "status"))] == ["open 1", "open 2", "status 0"], (
        done.stderr
    )
    assert [line.split(":")[0] for line in said if line.startswith("told")] == [
        next(line for line in said if line.startswith("told Đã khôi phục."))
    ]
    with closing(open_folder(office)) as store:
        assert settings.number(store, "due_soon_days") == 3
        last = [entry for entry in journal.entries(store) if entry.verb == "restore"]
        assert [entry.reason for entry in last] == ["máy hỏng"]
