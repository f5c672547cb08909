"""A chart as the table of its numbers: for copies that are edited, and for who reads rather than looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.reports import vietnamese
from tracker.reports.blocks import Align, Column, Row, Table

if TYPE_CHECKING:
    from decimal import Decimal

    from tracker.reports.blocks import Chart

NO_FIGURES = "chưa có số liệu"


def table(chart: Chart) -> Table:
    """One row for each label, one column for each series."""
    columns = (Column("", at_least=30), *(Column(series.name, Align.RIGHT) for series in chart.series))
    rows = tuple(
        Row((label, *(shown(series.values[place], chart) for series in chart.series)), about=chart.about)
        for place, label in enumerate(chart.labels)
    )
    return Table(columns, rows, about=chart.about)


def shown(value: int | Decimal | None, chart: Chart) -> str:
    """A figure of a chart as it is written beside its bar."""
    if value is None:
        return NO_FIGURES
    if isinstance(value, int):
        return vietnamese.whole(value)
    return vietnamese.percent(value) if chart.percent else vietnamese.number(value)
