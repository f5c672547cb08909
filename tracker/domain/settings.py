"""Numbers that the law leaves open or that differ between provinces: settings with defaults, journaled when changed."""

from __future__ import annotations

from dataclasses import dataclass


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
