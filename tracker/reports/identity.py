"""The counts are asserted before anything is drawn.

A report whose figures do not add up is refused, with the figures (design.md §2.9).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.figures.types import Accountability, Counts, UnitRow

MINUS = "\N{MINUS SIGN}"
MOVES = ("received", "handed_over", "handed_over_overdue")
"""Counts of rows that include moves between the rows."""
SUMMED = (
    "carried_over", "assigned", "recalled", "total", "done_early", "done_on_time", "done_late", "done_no_deadline",
    "awaiting", "doing_in_time", "doing_overdue", "doing_no_deadline", "paused",
)  # fmt: skip


def require(facts: Accountability) -> None:
    """Raises Refused report.identity, naming what does not add up and with which figures."""
    require_sum(facts.unit_name, facts.counts)
    for row in facts.officials:
        require_sum(row.official.name, row.counts)
    for part in facts.fields:
        require_sum(part.field or "chưa phân lĩnh vực", part.counts)
    if facts.previous is not None:
        require_sum("kỳ trước", facts.previous)
    _require_rows(facts)
    require_equal("Phụ lục 01", "total", len(facts.tasks), facts.counts.total)
    if facts.fields:
        require_equal("lĩnh vực", "total", sum(part.counts.total for part in facts.fields), facts.counts.total)


def require_units(facts: Accountability, rows: Sequence[UnitRow]) -> None:
    """Raises Refused report.identity where the units do not add up to the whole, figure by figure."""
    for row in rows:
        require_sum(row.unit, row.counts)
    for name in SUMMED:
        require_equal(
            facts.unit_name, name, sum(getattr(row.counts, name) for row in rows), getattr(facts.counts, name)
        )


def equation(counts: Counts) -> str:
    """0 + 15 + 0 - 0 - 0 = 15 = (6 + 2 + 1 + 0) + 0 + (4 + 1 + 0) + 1, in the order of the tables."""
    done = (counts.done_early, counts.done_on_time, counts.done_late, counts.done_no_deadline)
    doing = (counts.doing_in_time, counts.doing_overdue, counts.doing_no_deadline)
    came = f" {MINUS} ".join(
        (_added(counts.carried_over, counts.assigned, counts.received), str(counts.handed_over), str(counts.recalled))
    )
    became = f"({_added(*done)}) + {counts.awaiting} + ({_added(*doing)}) + {counts.paused}"
    return f"{came} = {counts.total} = {became}"


def _added(*figures: int) -> str:
    return " + ".join(map(str, figures))


def require_sum(about: str, counts: Counts) -> None:
    """Raises Refused report.identity where the two sides of the identity differ."""
    if not counts.adds_up:
        raise Refused("report.identity", about=about, figures=equation(counts))


def _require_rows(facts: Accountability) -> None:
    for name in SUMMED:
        require_equal(facts.unit_name, name, _sum(facts, name), getattr(facts.counts, name))
    for name in MOVES:
        rows, internal = _sum(facts, name), getattr(facts.internal, name)
        if rows - internal != getattr(facts.counts, name):
            figures = f"{name}: {rows} {MINUS} {internal} ≠ {getattr(facts.counts, name)}"
            raise Refused("report.identity", about=facts.unit_name, figures=figures)


def _sum(facts: Accountability, name: str) -> int:
    return sum(getattr(row.counts, name) for row in facts.officials)


def require_equal(about: str, name: str, counted: int, expected: int) -> None:
    """Raises Refused report.identity where what is listed is not as many as were counted."""
    if counted != expected:
        raise Refused("report.identity", about=about, figures=f"{name}: {counted} ≠ {expected}")
