"""What paper costs (see paper.py)."""

from __future__ import annotations

import sys
from importlib.util import find_spec

import pytest

from tests.benchmarks import paper
from tests.benchmarks.measuring import Figures


def test_process(figures: Figures) -> None:
    figures.hold("accountability PDF of 500 tasks, whole process", paper.whole_process(), most=2)


def test_growth(figures: Figures) -> None:
    growth = paper.row_cost_growth(many=100_000, times=3)
    figures.hold("time of an annex row at 100,000 rows, to that at 500", growth, least=0.8, most=1.2)


def test_rows(figures: Figures) -> None:
    figures.hold("rate of annex rows, to a bare canvas", paper.row_rate(), least=0.7)


@pytest.mark.skipif(find_spec("typst") is None, reason="typst is not installed: pip install typst")
@pytest.mark.parametrize(("rows", "least"), [(4_000, 2.5), (40_000, 5)])
def test_peer(figures: Figures, rows: int, least: float) -> None:
    figures.hold(
        f"rate of annex rows, to typst's at {rows:,}, whole process",
        paper.peer_rate(rows, 3 if rows < 10_000 else 1),
        least=least,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="the size of a child is asked of POSIX")
def test_crew(figures: Figures) -> None:
    faster, larger = paper.crew()
    figures.hold("60 units, all kinds, one by one, to one run on two processors", faster, least=1.5)
    figures.hold("memory of a process in that run, to one that draws the whole office only", larger, most=1.25)
