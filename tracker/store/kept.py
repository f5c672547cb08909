"""Reports that were kept, and those that were issued."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.errors import Refused
from tracker.store.tables import table

if TYPE_CHECKING:
    from tracker.domain.kept import KeptId, KeptReport
    from tracker.store import Store
    from tracker.store.tables import Scalar


def get(store: Store, report: KeptId) -> KeptReport:
    """The report with that number. Raises Refused "report.unknown"."""
    found = _where(store, "id = ?", (report,))
    if not found or found[0].undone:
        raise Refused("report.unknown", field="draft", number=report)
    return found[0]


def every(store: Store) -> list[KeptReport]:
    """All of them, the newest first."""
    return list(reversed(_where(store, "undone = 0")))


def issued(store: Store) -> list[KeptReport]:
    """Those with number and day, the newest first."""
    return [report for report in every(store) if report.issued]


def of_number(store: Store, number: str, symbol: str, year: int) -> KeptReport | None:
    """The one that was issued under this number and symbol in a year; numbers are counted anew each year."""
    found = _where(store, "undone = 0 AND number = ? AND symbol = ?", (number, symbol))
    return next((report for report in found if report.issued_on and report.issued_on.year == year), None)


def called(report: KeptReport) -> str:
    """As people call it: 12/BC-VP; a draft by its number and title."""
    return f"{report.number}/{report.symbol}" if report.number else f"{report.id} ({report.title})"


def _where(store: Store, where: str, parameters: tuple[Scalar, ...] = ()) -> list[KeptReport]:
    of = table("kept_report")
    return [of.of(row) for row in store.rows(f"{of.select_record} WHERE {where} ORDER BY id", parameters)]
