"""The window from process start to the first painted, filled page, over 100,000 tasks; and that it never stands still.

The limit of the start is an empty QMainWindow with an empty QTableView that has painted once; both processes end at
once after their paint, so that only the way to it counts. Of what stands between that and 1.0 (measured with
`-X importtime`, cProfile and by leaving parts out, as shares of the empty window's time):

- 0.13: the members of `Qt` and `QEvent`, which PySide makes when Python first paints anything; no setter of pens and
  brushes does without them, and labels instead of painted tiles would take as long;
- 0.10: the facts out of the file (state and owner indexes of 7,000 open tasks, one look through the progress told);
- 0.10: reading and running 25 modules of ours, and sqlite3;
- 0.10: making and laying out sixty widgets, style sheet included; 0.04: icons out of SVG;
- 0.10: painting letters: the empty window has none.

To get below 1.5 the facts would have to be read while PySide is imported. A thread cannot: it gets Python's lock back
between two rows only every five milliseconds. What PySide itself takes, half of the empty window's time, is compiling
the sources of its signature module at every start; it keeps no compiled copy, and its switch for unpacking them
(`SBK_EMBED=0`) makes every start slower.
"""

from __future__ import annotations

import gc
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest

pytest.importorskip("PySide6.QtWidgets", exc_type=ImportError)

from PySide6.QtCore import QEventLoop, QTimer

from tests.benchmarks.measuring import ROOT, Figures, process, ratio
from tests.benchmarks.window import Heartbeat, a_desk
from tracker.cli.generate import LAST
from tracker.domain.periods import parse
from tracker.domain.units import UnitId
from tracker.machine import actor_on
from tracker.papers.asked import Asked
from tracker.store import Store
from tracker.store.folder import open_folder
from tracker.ui.window import Window
from tracker.ui.worker import Job

EMPTY = """
import os
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

class Table(QTableView):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, app.quit)

app = QApplication([])
window = QMainWindow()
window.setCentralWidget(Table())
window.resize(1366, 768)
window.show()
app.exec()
os._exit(0)
"""
MEASURED = """
import os, resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
TURNS = 21
FRAME_MS, BLOCKED_MS = 1000 / 60, 30


@pytest.fixture(scope="module")
def office(many: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the big office, which this module's windows may write to."""
    return Path(shutil.copytree(many.folder, tmp_path_factory.mktemp("window") / "data"))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return tmp_path


def ours(office: Path, *more: str) -> list[object]:
    return [sys.executable, ROOT / "main.py", "--data", office, "window", "--quit-after-paint", *more]


def empty() -> list[object]:
    return [sys.executable, "-c", EMPTY]


@pytest.mark.parametrize("acting", ["", "CB222"], ids=["nobody chosen", "a head"])
def test_start(office: Path, home: Path, figures: Figures, acting: str) -> None:
    more = ("--as", acting) if acting else ()
    cost = ratio(lambda: process(ours(office, *more)), lambda: process(empty()), TURNS)
    whose = "with decisions that wait" if acting else "nobody chosen"
    figures.hold(f"the window, from process start to the first painted page of 100,000 tasks, {whose}", cost, most=2.0)


@pytest.mark.skipif(sys.platform == "win32", reason="memory of a child is told by another system")
def test_memory(office: Path, home: Path, figures: Figures) -> None:
    least = median(most_memory(empty()) for _ in range(3))
    figures.hold(
        "memory of the window at its first paint", median(most_memory(ours(office)) for _ in range(3)) / least, most=1.8
    )


def most_memory(command: list[object]) -> int:
    """What a process had in memory at most, in the units of the system. A small process starts it: a child counts what
    its parent had before it became itself.
    """
    words = [sys.executable, "-c", MEASURED, *(str(word) for word in command)]
    return int(subprocess.run(words, cwd=ROOT, check=True, capture_output=True, encoding="utf-8").stdout.split()[-1])


# --- the open window --------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def window(office: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    """The window over the big office with its charts, without the check of the journal that begins by itself."""
    store = open_folder(office)
    made = Window(a_desk(store, tmp_path_factory.mktemp("home")))
    made.show()
    made.complete()
    page = made.current
    wait(lambda: bool(page.drawn and page.drawn.cards["months"].model.rows))  # type: ignore[attr-defined]
    gc.freeze()  # as the program does after its first paint: what tests hold is not the window's to look through
    yield made
    made.close()
    store.close()


def wait(done: Callable[[], bool], seconds: float = 60) -> None:
    """Let the window live until something is so."""
    loop, look, end = QEventLoop(), QTimer(interval=20), perf_counter() + seconds
    look.timeout.connect(lambda: loop.quit() if done() or perf_counter() > end else None)
    look.start()
    loop.exec()
    look.stop()
    assert done()


def rest(seconds: float) -> None:
    """Let the window finish what it has begun."""
    end = perf_counter() + seconds
    wait(lambda: perf_counter() > end)


def test_a_page_seen_before_is_painted_at_once(window: Window, figures: Figures) -> None:
    """Both pages are stale at every switch: what was there is painted first, and read anew after that."""
    costs = []
    for _ in range(11):
        for name in ("journal", "today"):
            for page in window.pages.values():
                page.stale = True
            begin = perf_counter()
            window.open(name)
            window.stack.repaint()
            costs.append((perf_counter() - begin) * 1000)
            rest(0.3)
    figures.hold("frames until a page seen before is painted", median(costs[2:]) / FRAME_MS, most=2)


@pytest.mark.parametrize("name", ["verify", "report"])
def test_the_window_lives_while_it_works(window: Window, figures: Figures, name: str) -> None:
    """A child process verifies the journal of 100,000 tasks, or draws a report of more than 200 pages."""
    arguments = {} if name == "verify" else report(window)
    over: list[object] = []
    job = Job(window.desk, name, **arguments)
    job.finished.connect(over.append)
    rest(2)
    heart = Heartbeat()
    heart.start()
    job.start()
    wait(lambda: bool(over), 240)
    longest = heart.stop()
    if name == "report":
        assert pages(over[0].data) > 200  # type: ignore[attr-defined]
    words = {"verify": "the journal is verified", "report": "a report of over 200 pages is drawn"}[name]
    figures.hold(f"longest standstill of the window while {words}, to 30 ms", longest / BLOCKED_MS, most=1)


def report(window: Window) -> dict[str, object]:
    """The whole year of the whole office."""
    from tracker.store import units

    head = window.desk.store.rows("SELECT official FROM appointment WHERE standing = 'head' ORDER BY id LIMIT 1")[0][0]
    asked = Asked("accountability", UnitId(units.every(window.desk.store)[0].id), parse("2026"))
    return {"asked": asked, "actor": actor_on(head, LAST)}


def pages(pdf: bytes) -> int:
    import pypdfium2

    return len(pypdfium2.PdfDocument(pdf))
