"""The way to the first painted, filled window: what it loads, that it asks nothing, and what comes only after it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from threading import current_thread, main_thread

import platformdirs
import pytest
from PySide6.QtCore import QObject, QSettings

from tests.ui.conftest import SAMPLE_DAY
from tracker import cli, machine
from tracker.store import Store
from tracker.ui import loading
from tracker.ui.desk import Desk
from tracker.ui.loading import Loading
from tracker.ui.theme import Theme
from tracker.ui.window import Window
from tracker.words import Words

ROOT = Path(__file__).resolve().parents[2]
HEAVY = (
    "pyqtgraph",
    "numpy",
    "openpyxl",
    "reportlab",
    "pypdfium2",
    "xlsxwriter",
    "python_calamine",
    "argon2",
    "logging.handlers",
)
LOOK = """
import dataclasses, json, sys
from tracker.cli import main
status = main(sys.argv[1:])
ours = sorted(name for name in sys.modules if name.partition(".")[0] in ("tracker", "main"))
made = {
    f"{value.__module__}.{value.__qualname__}"
    for name in ours for value in vars(sys.modules[name]).values()
    if isinstance(value, type) and value.__module__ == name and "__dataclass_fields__" in vars(value)
}
print(json.dumps({"status": status, "ours": ours, "dataclasses": sorted(made), "every": sorted(sys.modules)}))
"""


def started(office: Path, home: Path, *more: str) -> dict[str, object]:
    """What was loaded when the first page had been painted."""
    line = ["--data", str(office), "window", "--quit-after-paint", *more]
    environment = os.environ | {"XDG_CONFIG_HOME": str(home), "LOCALAPPDATA": str(home), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", LOOK, *line],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    found: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    assert found["status"] == 0, done.stderr
    return found


@pytest.mark.parametrize("acting", [(), ("--as", "CB01"), ("--as", "CB06")], ids=str)
def test_the_first_paint_loads_little(office: Path, tmp_path: Path, acting: tuple[str, ...]) -> None:
    found = started(office, tmp_path / "home", *acting)
    assert len(found["ours"]) <= 25, found["ours"]  # type: ignore[arg-type]
    assert len(found["dataclasses"]) <= 15, found["dataclasses"]  # type: ignore[arg-type]
    assert [name for name in HEAVY if name in found["every"]] == []  # type: ignore[operator]


def test_main_opens_it_in_the_same_process(office: Path, tmp_path: Path) -> None:
    """Run by the Python of its own .venv, main.py starts no other: all is imported by the process that was started."""
    own = ROOT / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not own.exists():
        pytest.skip("the checkout has no .venv")
    line = ["main.py", "--data", str(office), "window", "--quit-after-paint"]
    environment = os.environ | {"XDG_CONFIG_HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path)}
    # An option of the Python that was started would be lost on the way into another one.
    done = subprocess.run(
        [str(own), "-X", "importtime", *line], cwd=ROOT, env=environment, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0
    loaded = [text.rpartition("|")[2].strip() for text in done.stderr.splitlines() if text.startswith("import time:")]
    assert {"tracker.cli", "tracker.ui.window", "PySide6.QtWidgets"} <= {*loaded}


def test_pyqtgraph_comes_after_the_first_paint_by_a_thread(qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[str, str]] = []
    monkeypatch.setattr(loading, "import_module", lambda name: seen.append((name, current_thread().name)))
    parent = QObject()
    called = []
    Loading(parent, ("pyqtgraph", "numpy"), lambda: called.append(current_thread().name)).start()
    qtbot.waitUntil(lambda: bool(called))
    assert [name for name, _ in seen] == ["pyqtgraph", "numpy"]
    assert main_thread().name not in {thread for _, thread in seen}
    assert called == [main_thread().name]


def test_until_somebody_is_chosen_it_paints_without_asking(store: Store, theme: Theme, tmp_path: Path, qtbot) -> None:
    personal = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    desk = Desk(store, Words("vi"), theme, personal, SAMPLE_DAY, fixed_day=True)
    asked = []
    desk.ask_person = lambda: bool(asked.append(1))
    made = Window(desk)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.painted):
        made.show()
    assert made.current.tiles["decisions"].detail == "Chưa chọn người"  # type: ignore[attr-defined]
    assert asked == []
    made.close()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_pickers_say_the_same_before_they_are_filled(
    store: Store, theme: Theme, tmp_path: Path, qtbot, language: str
) -> None:
    for month in (1, 4, 7, 12):
        personal = QSettings(str(tmp_path / f"{month}.ini"), QSettings.Format.IniFormat)
        made = Window(Desk(store, Words(language), theme, personal, date(2026, month, 5), fixed_day=True))
        qtbot.addWidget(made)
        before = made.top.unit.currentText(), made.top.period.currentText()
        made.top.complete()
        assert (made.top.unit.currentText(), made.top.period.currentText()) == before


def test_switching_to_a_page_seen_before_waits_for_nothing(window: Window, qtbot) -> None:
    """What was there is on the screen at once; it is read anew after that."""
    today = window.current
    window.open("journal")
    window.desk.turned.emit()
    assert today.stale
    read = []
    real, today.reload = today.reload, lambda: read.append(1)  # type: ignore[method-assign]
    window.open("today")
    assert window.current is today
    assert read == []
    qtbot.waitUntil(lambda: read == [1])
    today.reload = real  # type: ignore[method-assign]


# --- the short way of the command line --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ([], {"data": None, "language": None}),
        (["window"], {"data": None, "language": None}),
        (["--data", "x y", "window"], {"data": Path("x y"), "language": None}),
        (["window", "--data", "đây", "--lang", "en"], {"data": Path("đây"), "language": "en"}),
        (
            ["window", "--quit-after-paint", "--as", "CB01", "--today", "2026-09-30"],
            {"data": None, "language": None, "acting": "CB01", "today": date(2026, 9, 30), "quit_after_paint": True},
        ),
    ],
)
def test_a_line_that_opens_the_window_is_read_at_once(
    line: list[str], read: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert cli._window_alone(line) == read


@pytest.mark.parametrize(
    "line",
    [
        ["task", "list"],
        ["window", "window"],
        ["window", "--help"],
        ["window", "--today", "30/9/2026"],
        ["window", "--today", "2026-02-30"],
        ["window", "--today"],
        ["window", "--lang", "fr"],
        ["window", "--data=x"],
        ["window", "--data", ""],
        ["window", "--data", "a\0b"],
        ["window", "--as", "Cán"],
        ["--quit-after-paint"],
        ["window", "--", "x"],
    ],
    ids=str,
)
def test_every_other_line_goes_the_long_way(line: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert cli._window_alone(line) is None


def test_without_a_screen_too(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert cli._window_alone(["window"]) is None


def test_a_folder_that_is_none_is_told_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--data", str(tmp_path / "nothing"), "window", "--quit-after-paint"]) == 1
    assert str(tmp_path / "nothing") in capsys.readouterr().err


# --- what is known without its library --------------------------------------------------------------------------------


def test_the_folders_are_those_of_platformdirs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for given in (str(tmp_path), "relative/place", ""):
        monkeypatch.setenv("XDG_CONFIG_HOME", given)
        monkeypatch.setenv("XDG_DATA_HOME", given)
        assert machine.personal_folder() == platformdirs.user_config_path("ba-ro", appauthor=False)
        assert machine.data_folder() == platformdirs.user_data_path("ba-ro", appauthor=False)
