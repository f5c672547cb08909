"""What paper costs (see paper.py)."""

from __future__ import annotations

from tests.benchmarks import paper
from tests.benchmarks.measuring import Figures


def test_process(figures: Figures) -> None:
    figures.hold("accountability PDF of 500 tasks, whole process", paper.whole_process(), most=2.5)


def test_growth(figures: Figures) -> None:
    figures.hold("time of an annex row at 20,000 rows, to that at 500", paper.row_cost_growth(), least=0.8, most=1.2)


def test_rows(figures: Figures) -> None:
    figures.hold("rate of annex rows, to a bare canvas", paper.row_rate(), least=0.5)
