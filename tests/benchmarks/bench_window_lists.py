"""The list of tasks in the window: a frame while scrolling, and typing into its search, beside what Qt and SQL take.

The list of a million rows is the hundred thousand tasks of the office ten times over: its model holds a million ids,
and each page is read from the file as it comes into view.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest

pytest.importorskip("PySide6.QtWidgets", exc_type=ImportError)

from PySide6.QtCore import QEventLoop
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QWidget

from tests.benchmarks.measuring import Figures
from tests.benchmarks.window import Heartbeat, a_desk, application, plain_table
from tracker.store import Store
from tracker.store.folder import open_folder
from tracker.ui import views
from tracker.ui.desk import Desk
from tracker.ui.pages.tasks.page import TasksPage
from tracker.ui.pages.tasks.table import TaskTable

WIDTH, HEIGHT = 782, 650
WHEEL, SCREEN = 3, 18
"""Rows of a turn of the wheel, and of a screen."""
FRAMES, TURNS = 200, 7
TYPED = "bao cao ket qua"
BLOCKED_MS, RENEWED_MS = 30, 20


@pytest.fixture(scope="module")
def desk(many: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    made = a_desk(many, tmp_path_factory.mktemp("window"))
    yield made
    made.stop()


def frames(view: QAbstractItemView, step: int, start: int) -> list[float]:
    """Seconds of each frame while scrolling down from a row."""
    bar, app, found = view.verticalScrollBar(), application(), []
    for at in range(start, start + FRAMES * step, step):
        begin = perf_counter()
        bar.setValue(at)
        app.processEvents()
        found.append(perf_counter() - begin)
    return found


def late(costs: list[float]) -> float:
    """The 99th percentile."""
    return sorted(costs)[len(costs) * 99 // 100]


def shown(widget: QWidget) -> None:
    widget.resize(WIDTH, HEIGHT)
    widget.show()
    for _ in range(20):
        application().processEvents()


def a_list(desk: Desk, rows: int) -> TaskTable:
    """The list with so many rows, as wide as beside the detail."""
    ids = array("q", views.ids(desk.store, desk.asked("all")))
    made = TaskTable(desk)
    made.show_ids((ids * (rows // len(ids) + 1))[:rows])
    shown(made)
    return made


@pytest.mark.parametrize("step", [WHEEL, SCREEN], ids=["turn of the wheel", "screen"])
def test_a_frame_of_scrolling(desk: Desk, figures: Figures, step: int, request: pytest.FixtureRequest) -> None:
    """Each turn goes over rows that no turn before it has shown."""
    name = request.node.callspec.id
    large, small = a_list(desk, 1_000_000), a_list(desk, 10_000)
    plain = plain_table(1_000_000, 6)
    shown(plain)
    costs: dict[str, list[float]] = {"large": [], "small": [], "plain": []}
    for turn in range(TURNS):
        costs["plain"].append(late(frames(plain, step, turn * 50_000)))
        costs["large"].append(late(frames(large.table, step, turn * 50_000)))
        small.model.refresh()
        costs["small"].append(late(frames(small.table, step, turn * 10)))
    ratios = [ours / bare for ours, bare in zip(costs["large"], costs["plain"], strict=True)]
    same = [one / other for one, other in zip(costs["large"], costs["small"], strict=True)]
    figures.hold(f"a frame in a list of 1,000,000, p99, by one {name} (to Qt's table)", median(ratios), most=2)
    figures.hold(f"a frame at 1,000,000 rows to one at 10,000, p99, by one {name}", median(same), most=1.25)


def settle(page: TasksPage) -> None:
    """Let the event loop run as it does for a user, until the list is renewed."""
    while page.desk.reading.busy:
        application().processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    application().processEvents()


@pytest.fixture(scope="module")
def page(desk: Desk) -> TasksPage:
    made = TasksPage(desk)
    made.resize(1134, HEIGHT)
    made.show()
    made.show_what(view="all")
    settle(made)
    return made


def test_typing_renews_the_list(page: TasksPage, many: Store, figures: Figures) -> None:
    """After each letter, to the bare SQL of the same search over a connection of its own."""
    ratios, search = [], page.head.search
    with closing(open_folder(Path(many.folder), read_only=True)) as other:
        for end in range(1, len(TYPED) + 1):
            begin = perf_counter()
            QTest.keyClicks(search, TYPED[end - 1])
            settle(page)
            ours = perf_counter() - begin
            begin = perf_counter()
            found = other.rows(
                "SELECT id FROM task WHERE instr(search, ?) > 0 ORDER BY number_key, id", (TYPED[:end].strip(),)
            )
            bare = perf_counter() - begin
            assert len(page.list.model.ids) >= len(found)  # names of owners are searched as well
            ratios.append((ours - RENEWED_MS / 1000) / bare)
    search.clear()
    settle(page)
    figures.hold("list renewed while typing, less 20 ms (to the bare SQL of the search)", median(ratios), most=2)
    figures.hold("the slowest letter, less 20 ms (to the bare SQL of the search)", max(ratios), most=2)


def test_typing_never_blocks_the_window(page: TasksPage, figures: Figures) -> None:
    """Letters follow one another faster than a search takes; the heart beats on."""
    heart, longest = Heartbeat(), []
    for _ in range(3):
        heart.start()
        for letter in TYPED:
            QTest.keyClicks(page.head.search, letter)
            QTest.qWait(40)
        settle(page)
        longest.append(heart.stop())
        page.head.search.clear()
        settle(page)
    figures.hold("longest pause of the window while typing (to 30 ms)", max(longest) / BLOCKED_MS, most=1)
