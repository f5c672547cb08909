"""How benchmarks measure: ours and a bare limit in turns in the same run, and the table of what came out.

Two cores shared with others are noisy, so each turn measures both sides one after the other and the median of the
turns' ratios counts.
"""

from __future__ import annotations

import gc
import subprocess
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
Work = Callable[[], object]


class Figure(NamedTuple):
    """A measured ratio beside its limit."""

    name: str
    value: float
    least: float | None = None
    most: float | None = None

    @property
    def held(self) -> bool:
        """Whether the limit is kept."""
        return (self.least is None or self.value >= self.least) and (self.most is None or self.value <= self.most)

    @property
    def limit(self) -> str:
        """The limit as people write it."""
        if self.least is None:
            return f"≤ {self.most:g}"
        return f"≥ {self.least:g}" if self.most is None else f"{self.least:g} to {self.most:g}"


class Figures(list[Figure]):
    """Every figure of a run, in the order of measuring."""

    def hold(self, name: str, value: float, *, least: float | None = None, most: float | None = None) -> None:
        """Note a ratio, and fail where it misses its limit."""
        figure = Figure(name, value, least, most)
        self.append(figure)
        print(f"\n{figure.name}: {figure.value:.2f} (limit {figure.limit})", end=" ")
        assert figure.held, f"{figure.name}: {figure.value:.2f}, but the limit is {figure.limit}"


def table(figures: Iterable[Figure]) -> list[str]:
    """The figures as lines of a Markdown table."""
    rows = [
        f"| {each.name} | {each.value:.2f} | {each.limit} | {'' if each.held else '**missed**'} |" for each in figures
    ]
    return ["| what, as a ratio to its bare limit | measured | limit | |", "|---|---|---|---|", *rows]


def ratio(ours: Work, bare: Work, turns: int = 5) -> float:
    """Time of our work to that of the bare one: both once to warm up, then in turns."""
    ours(), bare()
    return median(seconds(ours) / seconds(bare) for _ in range(turns))


def seconds(work: Work) -> float:
    """Time of one piece of work, begun without the rubbish of the one before."""
    gc.collect()
    begin = perf_counter()
    work()
    return perf_counter() - begin


def process(command: Sequence[object]) -> None:
    """Run a program in the checkout; it must succeed."""
    done = subprocess.run([str(word) for word in command], cwd=ROOT, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
