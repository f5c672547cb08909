"""Column widths from content. Pure arithmetic; every length in points.

A table is as high as its cells have lines. A column with much text should get more of the page, but not in proportion: the height that a
column asks for is about its text's area divided by its width, and the sum of these is least where widths grow with the square root of
the areas (Lagrange). Each column keeps at least its longest word and takes no more than its longest cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt


@dataclass(frozen=True)
class Demand:
    """What a column asks for, padding included."""

    least: float
    """Its longest unbreakable piece: narrower, and a word would be cut."""
    most: float
    """Its longest cell on one line: wider is of no use."""
    area: float
    """How much text there is, as the mean length of a cell."""
    firm: bool = False
    """Its `least` is kept if at all possible (numbers, dates)."""


def solve(demands: Sequence[Demand], total: float) -> list[float]:
    """Widths that add up to `total`. Where even the longest words do not fit, the widest of the columns that may give way do."""
    least = [demand.least for demand in demands]
    if sum(least) >= total:
        return _squeezed(demands, total)
    widths = _by_area(demands, total)
    spare = total - sum(widths)
    share = spare / sum(widths)
    return [width * (1 + share) for width in widths]


def _by_area(demands: Sequence[Demand], total: float) -> list[float]:
    """Least ≤ width ≤ most with width ∝ √area in between; the factor is found by halving."""
    low, high = 0.0, 1.0
    while sum(_clamped(demands, high)) < total and high < 1e9:
        high *= 2
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(_clamped(demands, middle)) <= total else (low, middle)
    return _clamped(demands, low)


def _clamped(demands: Sequence[Demand], factor: float) -> list[float]:
    return [min(max(demand.least, sqrt(demand.area) * factor), max(demand.most, demand.least)) for demand in demands]


def _squeezed(demands: Sequence[Demand], total: float) -> list[float]:
    """Firm columns keep their least; the others are cut down to a common ceiling."""
    firm = sum(demand.least for demand in demands if demand.firm)
    soft = [demand.least for demand in demands if not demand.firm]
    if not soft or firm >= total * 0.8:
        return [demand.least * total / sum(demand.least for demand in demands) for demand in demands]
    ceiling = _ceiling(soft, total - firm)
    return [demand.least if demand.firm else min(demand.least, ceiling) for demand in demands]


def _ceiling(lengths: Sequence[float], total: float) -> float:
    """The ceiling under which the lengths add up to the total."""
    left = total
    for done, length in enumerate(sorted(lengths)):
        share = left / (len(lengths) - done)
        if length > share:
            return share
        left -= length
    return max(lengths)
