"""Numbers that the law leaves open or that differ between provinces: settings with defaults, journaled when changed."""

from __future__ import annotations

from dataclasses import dataclass

DEFAULTS: dict[str, str] = {
    "extension_limit": "1",
    "due_soon_days": "3",
    "declared_gap_days": "3",
    "no_deadline_flag_days": "90",
    "default_authority": "theo chức vụ",
    "escalation_chases": "3",
    "sample": "",
    "sample_day": "",
    "chain": "",
}
"""Name → default. `extension_limit`: approvals an assigner may give; `due_soon_days`: working days that count as "sắp
đến hạn";
`declared_gap_days`: working days between declared day and recording from which the paper shows both;
`no_deadline_flag_days`: calendar days;
`escalation_chases`: chases after which a task goes to the next meeting (Hà Nội, QĐ 847/QĐ-UBND 2023);
`sample`, `sample_day`: marks of the sample office; `chain`: the random id the journal has from its birth."""


@dataclass(frozen=True, kw_only=True)
class Setting:
    """One changed setting. `id` is its name."""

    id: str
    value: str
    undone: bool = False
    version: int = 0


@dataclass(frozen=True, kw_only=True)
class CalendarDay:
    """A day off or a make-up working day. `id` is the ISO date."""

    id: str
    working: bool
    name: str
    document: str | None = None
    undone: bool = False
    version: int = 0


@dataclass(frozen=True, kw_only=True)
class CalendarYear:
    """A year of the calendar, confirmed by an official plan or only made by rule. `id` is the year."""

    id: int
    confirmed: bool
    document: str | None = None
    undone: bool = False
    version: int = 0


@dataclass(frozen=True, kw_only=True)
class UndoneAction:
    """An action that was undone. `id` is its number, `undone_by` the number of the action that undid it."""

    id: int
    undone_by: int
    undone: bool = False
    version: int = 0


@dataclass(frozen=True, kw_only=True)
class NumberSeries:
    """The last number given in a series, as `task/VP/2026`."""

    id: str
    last: int
    undone: bool = False
    version: int = 0
