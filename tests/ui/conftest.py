"""A window as a person has it before them: over a copy of the sample office, without a screen."""

from __future__ import annotations

import os
import shutil
import traceback
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest.importorskip("PySide6.QtWidgets", exc_type=ImportError)

from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication

from tracker.cli import main
from tracker.store import Store, officials
from tracker.store.folder import open_folder
from tracker.ui.afterwards import complete
from tracker.ui.desk import Desk
from tracker.ui.failures import Failures
from tracker.ui.theme import Theme
from tracker.ui.window import Window
from tracker.words import Words

SAMPLE_DAY = date(2026, 9, 30)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of the sample office; tests work on copies."""
    out = tmp_path_factory.mktemp("sample")
    assert main(["demo", "--out", str(out), "--no-window"]) == 0
    return out / "data"


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


@pytest.fixture
def office(sample: Path, tmp_path: Path) -> Path:
    """A copy of the sample office."""
    return Path(shutil.copytree(sample, tmp_path / "data"))


@pytest.fixture
def store(office: Path) -> Iterator[Store]:
    opened = open_folder(office)
    yield opened
    opened.close()


@pytest.fixture
def desk(store: Store, theme: Theme, tmp_path: Path) -> Desk:
    """The office before the head, on the sample's day, in Vietnamese."""
    made = Desk(
        store,
        Words("vi"),
        theme,
        QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat),
        SAMPLE_DAY,
        fixed_day=True,
    )
    made.act_as(officials.by_code(store, "CB01"))
    return made


@pytest.fixture
def first_page() -> str:
    """The page on which the window opens."""
    return "today"


@pytest.fixture
def window(desk: Desk, first_page: str, qtbot) -> Iterator[Window]:
    """The whole window, painted once."""
    made = Window(desk, first_page)
    qtbot.addWidget(made)
    made.show()
    complete(made)
    qtbot.waitUntil(made.isActiveWindow)  # keys go nowhere before
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete)  # before its store is closed


@pytest.fixture(autouse=True)
def no_bug(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A bug that the window would tell in a dialog, and wait, fails the test instead."""
    bugs: list[str] = []

    def told(_: Failures, error: BaseException) -> None:
        bugs.append("".join(traceback.format_exception(error)))

    monkeypatch.setattr(Failures, "bug", told)
    yield
    assert not bugs, "\n".join(bugs)
