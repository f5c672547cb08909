"""What taking over a book costs (see imports.py)."""

from __future__ import annotations

from tests.benchmarks import imports
from tests.benchmarks.measuring import Figures


def test_tasks(figures: Figures) -> None:
    figures.hold("import of 10,000 tasks, whole process", imports.whole_process(), most=4)
