"""The rows that this room reads and writes: what any office's book says, so they live in tracker.domain.book."""

from tracker.domain.book import (
    LONGEST_TEXT,
    Look,
    OfficialRow,
    Problem,
    R,
    Row,
    Severity,
    Sheet,
    TaskRow,
    UnitRow,
    What,
)

__all__ = [
    "LONGEST_TEXT",
    "Look",
    "OfficialRow",
    "Problem",
    "R",
    "Row",
    "Severity",
    "Sheet",
    "TaskRow",
    "UnitRow",
    "What",
]
