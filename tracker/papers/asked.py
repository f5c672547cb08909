"""What was chosen for a report."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tracker.domain.officials import OfficialId
    from tracker.domain.periods import Period
    from tracker.domain.tasks import TaskId
    from tracker.domain.units import UnitId


class Choice(StrEnum):
    """What a report can be of."""

    UNIT = "unit"
    OFFICIAL = "official"
    TASK = "task"
    PERIOD = "period"


class Asked(NamedTuple):
    """What was chosen for a report: which of the choices are there is said by its kind."""

    kind: str
    unit: UnitId | None = None
    period: Period | None = None
    official: OfficialId | None = None
    task: TaskId | None = None
    signer: OfficialId | None = None
    without: tuple[str, ...] = ()
    """Names of the parts that are left out."""
    texts: tuple[tuple[str, str], ...] = ()
    """What was typed for parts without a register: name of the part, text."""
    boxed: bool = False
    """A character that the fonts do not have is printed as a box, instead of being refused."""
